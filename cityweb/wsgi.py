"""The WSGI entry that granian serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cityweb.settings.demo")
application = get_wsgi_application()
# What is loaded by now lives as long as the process; looking through it at every collection of
# garbage would cost each request a part of a millisecond.
gc.collect()
gc.freeze()
