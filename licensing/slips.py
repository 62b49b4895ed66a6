"""The papers of a dossier: slips by the one-stop circular of the day, and the result."""

import json
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from cityweb.core import law, papers, workdays
from cityweb.core.attachments import of as files_of
from cityweb.core.models import Clock, Organisation, Paper, Role, User
from licensing import licence_paper, procedures, signing
from licensing.licence_paper import contents_of, own_name
from licensing.models import Dossier, Result, Supplement

# The procedure whose result goes to the national level.
FORWARDED = "PRESS_PRECHECK"
_SLIPS = Path(__file__).parent / "data" / "slips.json"
_ASK_US = (
    "Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, xin liên hệ Bộ phận Một cửa hoặc nhắn tin "
    "ở trang hồ sơ để được hướng dẫn."
)
_SLIP_KINDS = ("receipt_slip", "supplement_request", "refusal_slip", "apology_slip", "stop_notice")
# What the applicant may read; a result only once it is issued, like all of them.
RESULTS = ("licence", "refusal", "confirmation", "referral")
FOR_APPLICANT = (*_SLIP_KINDS, *RESULTS)


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
    order = dossier.code.rpartition("-")[2]
    have = {one.purpose for one in files_of(dossier)}
    data = {
        "place": settings.OFFICE_CITY,
        "body": own_name(body),
        "desk": settings.ONE_STOP_DESK,
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
        "register": {"book": str(timezone.localtime(at).year), "line": order},
        "submitter": who["representative"],
        "clerk": actor.full_name,
        "notes": ["Khi đến nhận kết quả, mang theo giấy này"],
    }
    return _issued("receipt_slip", dossier, data, body=body, actor=actor, at=at)


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
        "endings": [*([f"Lý do: {asked.reason}"] if asked.reason else []), _ASK_US],
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
    return {"recipients": ["Như trên", settings.ONE_STOP_DESK], "kept": "VT, TTĐT"}


def result(
    dossier: Dossier, decided: Result, *, body: Organisation, actor: User, at: datetime
) -> Paper:
    """Draft the paper of the result: licence, refusal, confirmation or referral."""
    kind = _result_kind(dossier, decided)
    if kind == "licence":
        data = _licence(dossier, decided, body)
    else:
        data = _letter(kind, dossier, decided, body)
    return papers.draft(
        kind=f"licensing.{kind}", organisation=body, owner=dossier, data=data, actor=actor
    )


def _result_kind(dossier: Dossier, decided: Result) -> str:
    if decided.kind == Result.Kind.REFUSE:
        return "refusal"
    if dossier.procedure.event:
        return "licence"
    return "referral" if dossier.procedure.code == FORWARDED else "confirmation"


def _licence(dossier: Dossier, decided: Result, body: Organisation) -> dict[str, Any]:
    said = dossier.sent["contents"]
    was = dossier.licence
    last = decided.valid_to or was.current.valid_to
    return licence_paper.data(
        contents_of(dossier, last),
        body=body,
        signer=decided.signed_by,
        holder=licence_paper.holder_of(dossier),
        manager={"position": said["manager_position"], "phone": said["manager_phone"]},
        purpose=said["purpose"],
        event=dossier.procedure.event,
        principal=decided.signed_for,
        grounds=(f"Căn cứ Giấy phép số {was.number} cấp ngày {was.issued_on:%d/%m/%Y}",)
        if was
        else (),
    )


def _letter(kind: str, dossier: Dossier, decided: Result, body: Organisation) -> dict[str, Any]:
    who = dossier.sent["applicant"]["name"]
    asked = f"hồ sơ mã {dossier.code} về việc {_within(dossier.procedure.name)}"
    name = own_name(body)
    said = {
        "refusal": {
            "title": "Thông báo",
            "about": f"Về việc từ chối {_within(dossier.procedure.short_name)}",
            "paragraphs": [
                f"{name} đã xem xét {asked} của {who} và không giải quyết theo đề nghị với lý do "
                "sau:"
            ],
            "items": [decided.reason],
        },
        "confirmation": {
            "title": "Giấy xác nhận",
            "about": "Về việc thông báo thay đổi",
            "paragraphs": [f"{name} xác nhận đã nhận {asked} của {who}."],
            "endings": [dossier.sent["contents"].get("change", "")],
        },
    }
    return {
        "place": settings.OFFICE_CITY,
        "above": f"Ủy ban nhân dân\n{settings.OFFICE_CITY}",
        "body": name,
        "to": settings.NATIONAL_AUTHORITY if kind == "referral" else who,
        "items": [],
        "endings": [],
        "recipients": ["Như trên", "Bộ phận Một cửa"],
        "kept": "VT, TTĐT",
        "signer": licence_paper.signed(decided.signed_by, decided.signed_for),
        **(_referral(dossier, asked, name) if kind == "referral" else said[kind]),
    }


def _referral(dossier: Dossier, asked: str, body: str) -> dict[str, Any]:
    """Return the letter that puts a checked dossier before the national level, with its papers."""
    who, site = dossier.sent["applicant"], dossier.sent["contents"]
    have = {one.purpose for one in files_of(dossier)}
    checked = [one.name for one in dossier.version.components.all() if one.code in have]
    return {
        "title": "",
        "about": f"V/v đề nghị cấp giấy phép thiết lập trang thông tin điện tử tổng hợp cho "
        f"{who['name']}",
        "paragraphs": [
            f"Căn cứ {dossier.version.citation.rstrip('.')};",
            f"{body} đã tiếp nhận ngày {timezone.localdate(dossier.received_at):%d/%m/%Y} và kiểm "
            f"tra tính hợp lệ của {asked}, do {who['name']} nộp, như sau:",
        ],
        "items": [
            f"Cơ quan báo chí đề nghị: {who['name']}; trụ sở: {who['address']}; "
            f"{_within(who['registration'])}.",
            f"Trang đề nghị cấp phép: {site['site_name']}; tên miền: {', '.join(site['domains'])}.",
            f"Người chịu trách nhiệm quản lý nội dung: {site['manager']}, "
            f"{site['manager_position']}.",
            f"Giấy tờ đã kiểm tra, gửi kèm theo bản kê: {'; '.join(checked)}.",
        ],
        "endings": [
            f"Qua kiểm tra, hồ sơ hợp lệ. {body} đề nghị {settings.NATIONAL_AUTHORITY} xem xét, "
            "cấp giấy phép theo thẩm quyền./."
        ],
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


def _within(sentence: str) -> str:
    """Return a name as it stands inside a sentence."""
    return sentence[:1].lower() + sentence[1:]
