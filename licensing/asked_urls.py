"""Where another office answers what it was asked about a dossier: by the link in its mail."""

from django.urls import path
from django.views.decorators.http import require_safe

from licensing.views import asked

app_name = "asked"
urlpatterns = [
    path("da-gui/", require_safe(asked.done), name="done"),
    # Last: a key could be any word.
    path("<str:key>/", asked.question, name="answer"),
]
