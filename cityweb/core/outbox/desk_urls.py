"""Inside the namespace `desk`."""

from django.urls import path

from cityweb.core.outbox import views

urlpatterns = [
    path("cho-gui/", views.items, name="outbox"),
    path("cho-gui/<int:pk>/", views.item, name="outbox_item"),
    path("cho-gui/<int:pk>/gui-lai/", views.retry, name="outbox_retry"),
    path("cho-gui/<int:pk>/bo/", views.drop, name="outbox_drop"),
    path("thu-di/", views.mails, name="mails"),
    path("thu-di/<slug:name>/", views.mail, name="mail"),
]
