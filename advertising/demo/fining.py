"""A sample that went further: minutes, a violation, and a fine that waits for its review."""

from datetime import timedelta

from advertising import actions
from advertising.actions import Weighed
from advertising.demo.desk import Desk, gather, subject, until_checking
from advertising.fines import Bracket
from advertising.models import AdSite, Factor, Finding, Penalty

_SOURCE = "Văn bản của Phòng đối chiếu Nghị định 38/2021/NĐ-CP, Điều 38 khoản 2 (mẫu)"
_AUTHORITY = "Chủ tịch Ủy ban nhân dân Thành phố"


def load(desk: Desk) -> None:
    """Let one inspection end in minutes, and its violation in a draft."""
    site = AdSite.objects.get(domain="phimpho.example")
    about = subject(desk, 20, 12, "Mười một phản ánh về video tự phát, nút tắt giả.")
    one = actions.open_ad_hoc(
        actor=desk.lead, site=site, source="report", subject=about, at=desk.ago(24)
    )
    until_checking(one, desk)
    gather(one, desk, left=0)
    at = one.created_at + timedelta(days=16)
    actions.attend(
        pk=one.pk, actor=desk.lead, side="inspected", name=site.operator.representative, at=at,
        position="Giám đốc", statement="Video do mạng quảng cáo phân phối, công ty đã yêu cầu gỡ.",
    )  # fmt: skip
    actions.minute(pk=one.pk, actor=desk.lead, at=at)
    violation = actions.charge(
        pk=one.pk, actor=desk.lead, at=at, is_ongoing=True, committed_on=at.date(),
        findings=Finding.objects.filter(inspection=one, result="fail"),
        penalty=Penalty.objects.get(code="S1"),
    )  # fmt: skip
    actions.minute_violation(pk=violation.pk, actor=desk.lead, at=at + timedelta(hours=1))
    heard = at + timedelta(days=3)
    actions.explain(
        pk=violation.pk, actor=desk.lead, way="written", received_on=heard.date(), at=heard,
        words="Công ty không trực tiếp đặt quảng cáo, đã chấm dứt hợp đồng với mạng quảng cáo.",
        assessment="Người phát hành vẫn chịu trách nhiệm; ghi nhận đã tự khắc phục.",
    )  # fmt: skip
    weighed = Weighed(
        factors=list(Factor.objects.filter(code="khac-phuc")),
        bracket=Bracket(10_000_000, 15_000_000, "individual", _SOURCE),
        authority=_AUTHORITY, authority_source=_SOURCE,
        remedies=violation.penalty.remedies,
    )  # fmt: skip
    actions.draft(pk=violation.pk, actor=desk.lead, weighed=weighed, at=heard + timedelta(hours=2))
