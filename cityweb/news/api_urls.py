"""The read-only API below /api/v1/, and its description at openapi.json."""

from django.urls import path

from cityweb.news.api import api

urlpatterns = [path("", api.urls)]
