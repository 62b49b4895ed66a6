"""The slips of a dossier, by the one-stop circular of the day."""

import json
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from cityweb.core import law, papers, workdays
from cityweb.core.attachments import of as files_of
from cityweb.core.models import Clock, Organisation, Paper, Role, User
from licensing import licence_paper, procedures, signing
from licensing.licence_paper import own_name
from licensing.models import Dossier, Supplement

_SLIPS = Path(__file__).parent / "data" / "slips.json"
_ASK_US = (
    "Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, xin liên hệ Bộ phận Một cửa hoặc nhắn tin "
    "ở trang hồ sơ để được hướng dẫn."
)
KINDS = ("receipt_slip", "supplement_request", "refusal_slip", "apology_slip", "stop_notice")


@cache
def _circulars() -> list[dict[str, Any]]:
    return json.loads(_SLIPS.read_text("utf-8"))


def form_of(kind: str, on: date) -> tuple[str, str]:
    """Return the form's number with its circular, and its title, as they are on that day."""
    in_force = [one for one in _circulars() if one["effective_from"] <= on.isoformat()]
    circular = in_force[-1] if in_force else _circulars()[0]
    number, title = circular[kind]
    return f"{number} - {circular['citation']}" if number else "", title


def receipt(
    dossier: Dossier, clock: Clock, *, body: Organisation, actor: User, at: datetime
) -> Paper:
    """Issue the slip of receipt with the appointed day."""
    who = dossier.sent["applicant"]
    form, _ = form_of("receipt_slip", timezone.localdate(at))
    have = {one.purpose for one in files_of(dossier)}
    data = {
        "place": settings.OFFICE_CITY,
        "body": own_name(body),
        "desk": settings.ONE_STOP_DESK,
        "form": form,
        "copy": "Giao người nộp hồ sơ",
        "dossier_code": dossier.code,
        "applicant": who["name"],
        "address": who["address"],
        "phone": who["phone"],
        "email": who["email"],
        "request": dossier.procedure.name,
        "components": [
            f"{one.name}" for one in dossier.version.components.all() if one.code in have
        ],
        "sets": dossier.version.sets,
        "term": _term(clock, dossier),
        "received_at": _minute(at),
        "due_at": _appointed(clock),
        "collect_at": "Trực tuyến, tại trang hồ sơ"
        if dossier.channel == Dossier.Channel.ONLINE
        else settings.ONE_STOP_DESK,
        "register": {"book": str(timezone.localtime(at).year), "line": str(line_of(dossier))},
        "submitter": who["representative"],
        "clerk": actor.full_name,
        "notes": ["Khi đến nhận kết quả, mang theo giấy này"],
    }
    return _issued("receipt_slip", dossier, data, body=body, actor=actor, at=at)


def line_of(dossier: Dossier) -> int:
    """Return the line of the year's register book in which the dossier stands.

    Days that are over take no more lines, and the code counts those of its own day.
    """
    day = timezone.localdate(dossier.received_at)
    order = dossier.code.rpartition("-")[2]
    return lines_before(day) + (int(order) if order.isdecimal() else 0)


def lines_before(day: date) -> int:
    """Return how many dossiers of this year were received before that day."""
    first, end = (
        timezone.make_aware(datetime.combine(one, time.min))
        for one in (day.replace(month=1, day=1), day)
    )
    rows = Dossier.objects.filter(received_at__gte=first, received_at__lt=end)
    return rows.exclude(code="").count()


def refusal(dossier: Dossier, why: str, *, actor: User, at: datetime) -> Paper:
    """Issue the slip that says why a dossier is not taken in."""
    lines = [f"{settings.ONE_STOP_DESK} không tiếp nhận, giải quyết hồ sơ này với lý do:"]
    said = {"lines": lines, "items": [why], "signer": "Người tiếp nhận hồ sơ"}
    return _slip("refusal_slip", dossier, said, actor=actor, at=at)


def supplement(dossier: Dossier, asked: Supplement, *, actor: User, at: datetime) -> Paper:
    """Issue the slip that asks for more: one line for each mark that is not good."""
    items = [
        f"{one.component.name} ({one.get_verdict_display().lower()}): {one.comment}"
        for one in asked.items.select_related("component")
    ]
    said = {
        "lines": ["Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:"],
        "items": items,
        "endings": [*([asked.told] if asked.told else []), _ASK_US],
        "signer": "Người hướng dẫn",
    }
    return _slip("supplement_request", dossier, said, actor=actor, at=at)


def apology(
    dossier: Dossier, why: str, before: date, after: date, *, actor: User, at: datetime
) -> Paper:
    """Issue the apology for a delay, with the new appointed day."""
    data = apology_data(dossier, why, before, after, at=at) | signed_by(actor)
    return _issued("apology_slip", dossier, data, body=_body(at), actor=actor, at=at)


def apology_data(
    dossier: Dossier, why: str, before: date, after: date, *, at: datetime
) -> dict[str, Any]:
    """Return what the apology says."""
    said = {
        "lines": [
            f"Ngày hẹn trả kết quả: {_day(before)}.",
            f"Đến nay chưa giải quyết xong hồ sơ với lý do: {why}",
            f"Chúng tôi xin lỗi vì sự chậm trễ này, mong nhận được sự thông cảm và hẹn lại ngày "
            f"trả kết quả: {_day(after)}.",
        ],
        **_sent_out(),
    }
    return _slip_data("apology_slip", dossier, said, body=_body(at), at=at, clerk="")


def stop(dossier: Dossier, why: str, *, actor: User, at: datetime) -> Paper:
    """Issue the notice that a dossier is not worked on any more."""
    said = {"lines": ["Thông báo dừng giải quyết hồ sơ này với lý do:"], "items": [why]}
    return _slip("stop_notice", dossier, said | _sent_out(), actor=actor, at=at)


def signed_by(actor: User) -> dict[str, Any]:
    """Return how whoever leads the office signs what is sent, below the authority they have."""
    block = licence_paper.signed(actor, unit_of="Giám đốc")
    has_authority = actor.has_role(Role.OFFICE_HEAD) or signing.is_deputy(actor.position)
    return {
        "authority": block["authority"] if has_authority else None,
        "signer": block["position"] or "Người lập phiếu",
        "clerk": block["name"],
    }


def _sent_out() -> dict[str, Any]:
    """Return what marks a slip that goes out instead of being handed over the desk."""
    return {
        "above": f"Ủy ban nhân dân\n{settings.OFFICE_CITY}",
        "recipients": ["Như trên", settings.ONE_STOP_DESK],
        "kept": "VT, TTĐT",
    }


def _slip(
    kind: str,
    dossier: Dossier,
    said: dict[str, Any],
    *,
    actor: User,
    at: datetime,
) -> Paper:
    body = _body(at)
    data = _slip_data(kind, dossier, said, body=body, at=at, clerk=actor.full_name)
    if data.get("recipients"):
        data |= signed_by(actor)
    return _issued(kind, dossier, data, body=body, actor=actor, at=at)


def _body(at: datetime) -> Organisation:
    return procedures.in_charge(timezone.localdate(at))


def _slip_data(
    kind: str,
    dossier: Dossier,
    said: dict[str, Any],
    *,
    body: Organisation,
    at: datetime,
    clerk: str,
) -> dict[str, Any]:
    who = dossier.sent["applicant"]
    form, title = form_of(kind, timezone.localdate(at))
    return {
        "place": settings.OFFICE_CITY,
        "body": own_name(body),
        "desk": settings.ONE_STOP_DESK,
        "form": form,
        "title": title,
        "dossier_code": dossier.code,
        "opening": f"Kính gửi: {who['name']}",
        "facts": [
            ["Địa chỉ", who["address"]],
            ["Điện thoại", _reached_at(who)],
            ["Nội dung yêu cầu giải quyết", dossier.procedure.name],
        ],
        "lines": [],
        "items": [],
        "endings": [],
        "submitter": who["representative"],
        "signer": "Người lập phiếu",
        "clerk": clerk,
        **said,
    }


def _issued(
    kind: str,
    dossier: Dossier,
    data: dict[str, Any],
    *,
    body: Organisation,
    actor: User,
    at: datetime,
) -> Paper:
    draft = papers.draft(
        kind=f"licensing.{kind}", organisation=body, owner=dossier, data=data, actor=actor
    )
    return papers.issue(pk=draft.pk, actor=actor, signer=actor, now=at)


def _term(clock: Clock, dossier: Dossier) -> str:
    length = f"{clock.amount:02} {clock.get_unit_display()}"
    return f"{length} ({dossier.term_source})" if dossier.term_source else length


def _minute(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def _appointed(clock: Clock) -> str:
    """Return when the result is to be had: the due day, when the office closes."""
    rule = law.find(workdays.HOURS, on=clock.due_on)
    if rule is None or not rule.is_settled:
        return _minute(clock.due_at)
    return f"{clock.due_on:%Y-%m-%d}T{rule.value[-1][1]}"


def _reached_at(who: dict[str, str]) -> str:
    mail = f"; thư điện tử: {who['email']}" if who["email"] else ""
    return f"{who['phone']}{mail}"


def _day(one: date) -> str:
    return f"{workdays.WEEKDAYS[one.weekday()]} {one:%d/%m/%Y}"
