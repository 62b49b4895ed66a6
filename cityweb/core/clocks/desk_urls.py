from django.urls import path

from cityweb.core.clocks import views

urlpatterns = [
    path("thoi-han/", views.deadline, name="deadline"),
]
