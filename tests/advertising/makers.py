"""Rows of advertising, made by walking there through the verbs."""

import contextlib
import hashlib
import sys
from datetime import date, timedelta
from types import SimpleNamespace
from unittest.mock import patch

from django.utils import timezone

from advertising import actions
from advertising.actions import Found, Member, Piece, Subject, Weighed
from advertising.fines import Bracket
from advertising.models import AdSite, Finding, Party, Penalty
from cityweb.core import papers
from cityweb.core.models import NumberPattern, Organisation

M = 1_000_000
OURS = Bracket(10 * M, 15 * M, "individual", "Văn bản trả lời số 12 của Bộ")
NAMED = {"authority": "Giám đốc", "authority_source": "Văn bản số 12"}
SERIES = {
    "advertising.inspection": "KT-{year}-{number}",
    "advertising.decision": "{number}/QĐ-KT",
    "advertising.minutes": "{number}/BB-KT",
    "advertising.conclusion": "{number}/TB-KT",
    "advertising.violation_minutes": "{number}/BB-VPHC",
    "advertising.sanction": "{number}/QĐ-XPHC",
    "advertising.takedown": "{number}/YC",
    "advertising.invitation": "{number}/MPH",
    "advertising.guidance": "{number}/NN",
}


@contextlib.contextmanager
def quick():
    """Issue papers inside without setting and signing them, nor loading what does."""
    made = SimpleNamespace(made=lambda paper, signer, at, approval=None: (b"%PDF-" + bytes(9), []))
    name = "cityweb.core.papers.making"
    with patch.dict(sys.modules, {name: made}), patch.object(papers, "making", made, create=True):
        yield


def make_office():
    body = Organisation.objects.create(name="Sở Mẫu", kind="department")
    for kind, pattern in SERIES.items():
        NumberPattern.objects.create(
            organisation=body, kind=kind, pattern=pattern, effective_from=date(2020, 1, 1)
        )
    return body


def make_site(domain="tin.vn", kind="organisation"):
    operator = Party.objects.create(name=f"Đơn vị {domain}", kind=kind, roles=["ad_publisher"])
    return AdSite.objects.create(
        name=domain, domain=domain, home_url=f"https://{domain}/", operator=operator
    )


def subject(kind="website"):
    today = timezone.localdate()
    return Subject(kind, "Có phản ánh.", "Toàn bộ.", today, today + timedelta(days=5))


def make_checking(inspector, head, director, site, **more):
    """Return an inspection on whose site the team is at work, led by the inspector."""
    made = actions.open_ad_hoc(
        actor=inspector, site=site, source="report", subject=subject(), **more
    )
    actions.staff(pk=made.pk, actor=inspector, members=[Member("lead", inspector)])
    actions.put_up(pk=made.pk, actor=inspector)
    actions.decide(pk=made.pk, actor=director)
    actions.notify(pk=made.pk, actor=inspector, on=timezone.localdate(), how="Giao tận tay")
    return actions.begin(pk=made.pk, actor=inspector)


def piece(data=b"bytes of a page", title="Ảnh trang chủ", hours_ago=0, at=None):
    at = at or timezone.now() - timedelta(hours=hours_ago)
    return Piece(data, "trang.png", "image/png", "screenshot", title, at)


def found_all(inspection, fails=(), exhibits=()):
    """Return findings for every line, of which the named ones fail with these exhibits."""
    return [
        Found(item, Finding.Result.FAIL, "Không tắt được.", tuple(exhibits))
        if item.code in fails
        else Found(item, Finding.Result.PASS)
        for item in inspection.checklist.items.all()
    ]


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def make_minuted(checking, inspector):
    (item,) = actions.keep(pk=checking.pk, actor=inspector, pieces=[piece(hours_ago=2)])
    shown = found_all(checking, {"F5B"}, [(item, "")])
    actions.mark(pk=checking.pk, actor=inspector, found=shown, seen_on=timezone.localdate())
    actions.attend(pk=checking.pk, actor=inspector, side="inspected", name="Ông A")
    return actions.minute(pk=checking.pk, actor=inspector)


def charged(inspection, inspector, code="S1", **more):
    said = {
        "findings": Finding.objects.filter(result="fail", violation=None),
        "penalty": Penalty.objects.get(code=code),
        "committed_on": timezone.localdate(),
    }
    return actions.charge(pk=inspection.pk, actor=inspector, **(said | more))


def waive(violation, inspector):
    actions.explain(
        pk=violation.pk, actor=inspector, way="waived", received_on=timezone.localdate()
    )


def issued(violation, inspector, officer, director):
    waive(violation, inspector)
    actions.draft(
        pk=violation.pk, actor=inspector,
        weighed=Weighed(bracket=OURS, remedies=["Gỡ bỏ quảng cáo"], **NAMED),
    )  # fmt: skip
    actions.review(pk=violation.pk, actor=officer, words="Đúng căn cứ.")
    return actions.issue(pk=violation.pk, actor=director)
