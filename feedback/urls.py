"""What citizens see of the mailboxes: forms and following in Vietnamese and below `/en/`.

What others asked and how bodies work is in Vietnamese alone, and so are letters and replies.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import get_language

from feedback.views import (
    answers,
    citizen,
    data_copy,
    files,
    lookup,
    places,
    receipts,
    statistics,
)

app_name = "feedback"
View = Callable[..., HttpResponse]


def vietnamese(view: View) -> View:
    """Lead whoever asks for the page in another language to the one there is."""

    @wraps(view)
    def there_is_one(request: HttpRequest, **facts: Any) -> HttpResponse:
        if get_language() == settings.LANGUAGE_CODE:
            return view(request, **facts)
        return redirect(request.get_full_path().removeprefix(f"/{get_language()}"))

    return there_is_one


urlpatterns = [
    path("", citizen.mailboxes, name="mailboxes"),
    path("hoi-dap/", vietnamese(answers.answers), name="answers"),
    path("hoi-dap/rss/", vietnamese(answers.feed), name="answers_feed"),
    path("hoi-dap/sitemap.xml", vietnamese(answers.sitemap), name="answers_sitemap"),
    path("hoi-dap/<int:pk>/", vietnamese(answers.answer), name="answer_by_number"),
    path("hoi-dap/<int:pk>-<slug:slug>/", vietnamese(answers.answer), name="answer"),
    path("thong-ke/", vietnamese(statistics.public), name="statistics"),
    path("tuong-tu/", answers.similar, name="similar"),
    path("dia-danh/", places.find, name="places"),
    path("tra-cuu/", lookup.lookup, name="lookup"),
    path("tra-cuu/bo-sung/", lookup.add, name="add"),
    path("tra-cuu/xem-lai/", lookup.reopen, name="reopen"),
    path("tra-cuu/danh-gia/", lookup.rate, name="rate"),
    path("tra-cuu/du-lieu/", lookup.ask_about_data, name="ask_about_data"),
    path("tra-cuu/du-lieu/<int:asked>/ban-sao/", data_copy.copy, name="data_copy"),
    path("tra-cuu/rut-dong-y/", lookup.withdraw_consent, name="withdraw_consent"),
    path("tra-cuu/tep/<uuid:key>/", lookup.download, name="own_file"),
    path("da-nhan/<str:mark>.gif", receipts.seen, name="receipt_seen"),
    path("tep/", files.upload, name="upload"),
    path("tep/bo/", files.discard, name="discard"),
    path("<slug:slug>/", citizen.mailbox, name="mailbox"),
]
