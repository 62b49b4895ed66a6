"""Django with nothing around a view: no middleware, no templates, no other app."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import path

from cityweb.settings import database

settings.configure(
    SECRET_KEY=os.environ["BENCH_KEY"],
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    DATABASES={"default": database.from_url(os.environ["DATABASE_URL"])},
    MIDDLEWARE=[],
)
application = get_wsgi_application()

from bench.one_row import take  # noqa: E402  models may be read only once Django is set up

urlpatterns = [path("", take)]
