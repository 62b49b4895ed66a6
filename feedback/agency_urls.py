"""Where responsible bodies work: by a link from a mail, or by a small account."""

from django.urls import include, path
from django.views.decorators.http import require_POST, require_safe

from feedback.views import agency
from feedback.views.agency_doors import by_account, by_link

app_name = "agency"
acknowledge, answer = agency.acknowledge, agency.answer
give_back, pass_on, unit_files = agency.give_back, agency.pass_on, agency.unit_files

_LINK = [
    path("", require_safe(by_link(agency.case)), name="link_case"),
    path("nhan/", require_POST(by_link(acknowledge)), name="link_acknowledge"),
    path("tra-loi/", require_POST(by_link(answer)), name="link_answer"),
    path("tra-lai/", require_POST(by_link(give_back)), name="link_give_back"),
    path("giao/", require_POST(by_link(pass_on)), name="link_pass_on"),
    path("tep/", require_POST(by_link(unit_files)), name="link_unit_files"),
]
_ACCOUNT = [
    path("", require_safe(by_account(agency.case)), name="hop_case"),
    path("nhan/", require_POST(by_account(acknowledge)), name="hop_acknowledge"),
    path("tra-loi/", require_POST(by_account(answer)), name="hop_answer"),
    path("tra-lai/", require_POST(by_account(give_back)), name="hop_give_back"),
    path("giao/", require_POST(by_account(pass_on)), name="hop_pass_on"),
    path("tep/", require_POST(by_account(unit_files)), name="hop_unit_files"),
]
urlpatterns = [
    path("", agency.cases, name="cases"),
    path("xong/", agency.done, name="done"),
    path("viec/<int:pk>/", include(_ACCOUNT)),
    # Last: a key could be any word.
    path("<str:key>/", include(_LINK)),
]
