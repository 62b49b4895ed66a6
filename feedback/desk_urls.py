from django.urls import path

from feedback.views import desk_case, desk_queue

app_name = "feedback_desk"
urlpatterns = [
    path("", desk_queue.queue, name="queue"),
    path("bulk/", desk_queue.bulk, name="bulk"),
    path("views/save/", desk_queue.save_view, name="save_view"),
    path("views/<int:pk>/drop/", desk_queue.drop_view, name="drop_view"),
    path("<str:code>/", desk_case.case, name="case"),
    path("<str:code>/deadline/", desk_case.deadline, name="deadline"),
    path("<str:code>/presence/", desk_case.presence, name="presence"),
    path("<str:code>/sender/", desk_case.sender, name="sender"),
    path("<str:code>/do/<slug:verb>/", desk_case.act, name="act"),
]
