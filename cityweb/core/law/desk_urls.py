from django.urls import path

from cityweb.core.law import views

urlpatterns = [
    path("quy-tac/", views.rules, name="rules"),
    path("quy-tac/<int:pk>/", views.rule, name="rule"),
]
