"""What citizens see of the mailboxes, in Vietnamese alone: submissions are written in it."""

from django.urls import path

from feedback.views import citizen, files, places

app_name = "feedback"

urlpatterns = [
    path("", citizen.mailboxes, name="mailboxes"),
    path("dia-danh/", places.find, name="places"),
    path("tep/", files.upload, name="upload"),
    path("tep/bo/", files.discard, name="discard"),
    path("<slug:slug>/", citizen.mailbox, name="mailbox"),
]
