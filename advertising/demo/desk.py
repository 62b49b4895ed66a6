"""The people of the samples, and how an inspection walks to the middle of its check."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from advertising import actions
from advertising.actions import Member, Piece, Subject
from advertising.models import Inspection
from cityweb.core.models import Organisation, User


@dataclass
class Desk:
    """The people who work, and the day it is."""

    lead: User
    second: User
    head: User
    director: User
    now: datetime

    def ago(self, days: int) -> datetime:
        return self.now - timedelta(days=days)


def subject(desk: Desk, begun: int, length: int, reason: str, kind: str = "website") -> Subject:
    start = desk.ago(begun).date()
    scope = "Hoạt động quảng cáo trên website và hồ sơ có liên quan."
    return Subject(kind, reason, scope, start, start + timedelta(days=length))


def team(one: Inspection, desk: Desk) -> None:
    guest = Member("member", None, "Lý Kim Ngân", "Chuyên viên Sở Văn hóa và Thể thao")
    members = [Member("lead", desk.lead), Member("secretary", desk.second), guest]
    actions.staff(pk=one.pk, actor=one.created_by, members=members, at=one.created_at)


def until_checking(one: Inspection, desk: Desk) -> None:
    """Let the team be named, the decision signed, the inspected told, and the check begin."""
    at = one.created_at
    team(one, desk)
    partner = Organisation.objects.filter(short_name="Sở VH&TT", valid_to=None).first()
    if partner:
        invitation = actions.invite(
            pk=one.pk, actor=desk.lead, organisation=partner, at=at,
            purpose="Cử người tham gia đoàn kiểm tra", answer_by=(at + timedelta(days=4)).date(),
        )  # fmt: skip
        actions.sign_invitation(
            pk=one.pk, actor=desk.head, invitation=invitation, at=at + timedelta(hours=6)
        )
        actions.answer(
            pk=one.pk, actor=desk.lead, invitation=invitation, accepts=True,
            words="Cử bà Lý Kim Ngân.", at=at + timedelta(days=2),
        )  # fmt: skip
    actions.put_up(pk=one.pk, actor=desk.lead, at=at + timedelta(days=2))
    actions.decide(pk=one.pk, actor=desk.director, at=at + timedelta(days=3))
    actions.notify(
        pk=one.pk, actor=desk.lead, on=(at + timedelta(days=4)).date(), at=at + timedelta(days=4),
        how=f"Giao trực tiếp, {one.inspected.representative} nhận",
    )  # fmt: skip
    actions.begin(pk=one.pk, actor=desk.lead, at=at + timedelta(days=6))


def gather(one: Inspection, desk: Desk, left: int = 2) -> None:
    """Put two exhibits into the store and mark the checklist, but for the last lines."""
    texts: dict[str, Any] = {
        "Mã nguồn trang chủ": f"<!doctype html><title>{one.site.name}</title>",
        "Ghi chép đo thời gian tắt": "Lần 1: 7,9 giây. Lần 2: 8,0 giây. Lần 3: 8,0 giây.",
    }
    at = one.created_at + timedelta(days=7)
    pieces = [
        Piece(
            text.encode(), "chung-cu.txt", "text/plain", kind, title, at, one.site.home_url,
            "officer",
        )
        for (title, text), kind in zip(texts.items(), ("page", "measure"), strict=True)
    ]  # fmt: skip
    items = actions.keep(pk=one.pk, actor=desk.lead, pieces=pieces, at=at)
    shown = ((items[1], "cả ba lần đo"), (items[0], ""))
    found = [
        actions.Found(item, "fail", "Video che toàn màn hình, sau 8 giây mới tắt được.", shown)
        if item.code == "F5B"
        else actions.Found(item, "pass")
        for item in one.checklist.items.all()
    ]
    actions.mark(
        pk=one.pk, actor=desk.lead, found=found[: len(found) - left], seen_on=at.date(), at=at
    )
