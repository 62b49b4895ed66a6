"""The page about member sites for everybody, in each language of the portal."""

from django.urls import path

from members.views import scores

app_name = "members_public"
urlpatterns = [path("", scores.public, name="list")]
