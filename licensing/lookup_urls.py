from django.urls import path

from licensing.views import lookup

app_name = "lookup"
urlpatterns = [path("", lookup.look_up, name="look_up")]
