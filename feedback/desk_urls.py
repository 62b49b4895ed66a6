from django.urls import path

from feedback.views import (
    citing,
    data_requests,
    desk_case,
    desk_intake,
    desk_letters,
    desk_queue,
    desk_sheet,
    publishing,
    statistics,
)

app_name = "feedback_desk"
urlpatterns = [
    path("", desk_queue.queue, name="queue"),
    path("bulk/", desk_queue.bulk, name="bulk"),
    path("views/save/", desk_queue.save_view, name="save_view"),
    path("views/<int:pk>/drop/", desk_queue.drop_view, name="drop_view"),
    path("thong-ke/", statistics.internal, name="statistics"),
    path("thong-ke/danh-sach/", statistics.rows, name="statistics_rows"),
    path("ghi-moi/", desk_intake.take_down, name="take_down"),
    path("thu-den/", desk_letters.letters, name="letters"),
    path("thu-den/<int:pk>/", desk_letters.letter, name="letter"),
    path("thu-den/<int:pk>/thu-goc.eml", desk_letters.raw, name="letter_raw"),
    path("thu-den/<int:pk>/<slug:verb>/", desk_letters.act, name="letter_act"),
    path("yeu-cau-du-lieu/", data_requests.requests, name="data_requests"),
    path("yeu-cau-du-lieu/<int:pk>/", data_requests.one, name="data_request"),
    path("yeu-cau-du-lieu/<int:pk>/<slug:verb>/", data_requests.decide, name="decide_on_data"),
    path("suggestions/<int:pk>/", desk_letters.settle, name="settle_suggestion"),
    path("<slug:code>/", desk_case.case, name="case"),
    path("<slug:code>/phieu/", desk_sheet.sheet, name="sheet"),
    path("<slug:code>/deadline/", desk_case.deadline, name="deadline"),
    path("<slug:code>/presence/", desk_case.presence, name="presence"),
    path("<slug:code>/sender/", desk_case.sender, name="sender"),
    path("<slug:code>/do/<slug:verb>/", desk_case.act, name="act"),
    path("<slug:code>/dan/", citing.cite, name="cite"),
    path("<slug:code>/dan/<int:pk>/xem-lai/", citing.settle, name="settle_citation"),
    path("<slug:code>/cong-khai/", publishing.screen, name="publication"),
    path("<slug:code>/cong-khai/<slug:verb>/", publishing.act, name="publication_act"),
]
