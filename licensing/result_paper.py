"""The paper of a result: the licence, or the letter that refuses, confirms or refers."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.utils import timezone

from cityweb.core import papers
from cityweb.core.attachments import of as files_of
from cityweb.core.models import Organisation, Paper, User
from licensing import licence_paper, merging
from licensing.licence_paper import in_words, own_name
from licensing.models import Dossier, Result

KINDS = ("licence", "refusal", "confirmation", "referral")
# The procedure whose result goes to the national level.
FORWARDED = "PRESS_PRECHECK"


def draft(dossier: Dossier, decided: Result, *, body: Organisation, actor: User) -> Paper:
    """Draft the paper of the result: licence, refusal, confirmation or referral."""
    kind, data = said(dossier, decided, body)
    return papers.draft(
        kind=f"licensing.{kind}", organisation=body, owner=dossier, data=data, actor=actor
    )


def said(dossier: Dossier, decided: Result, body: Organisation) -> tuple[str, dict[str, Any]]:
    """Return the kind of the paper and all that it says, but for its number and day."""
    kind = _kind(dossier, decided)
    if kind == "licence":
        return kind, licence(dossier, decided, body)
    return kind, letter(kind, dossier, decided, body)


def digest(dossier: Dossier, decided: Result, body: Organisation) -> str:
    """Return the SHA-256 of what the paper says: JSON, keys sorted, no blanks."""
    written = json.dumps(
        said(dossier, decided, body), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(written.encode()).hexdigest()


def approval(decided: Result) -> str:
    """Return what the signature of the person says of when and to what they agreed."""
    at = timezone.localtime(decided.approved_at)
    return (
        f"Đã ký duyệt lúc {at:%H:%M} ngày {at:%d/%m/%Y}; SHA-256 của nội dung duyệt: "
        f"{decided.approved_sha256}"
    )


def _kind(dossier: Dossier, decided: Result) -> str:
    if decided.kind == Result.Kind.REFUSE:
        return "refusal"
    if dossier.procedure.event:
        return "licence"
    return "referral" if dossier.procedure.code == FORWARDED else "confirmation"


def licence(dossier: Dossier, decided: Result, body: Organisation) -> dict[str, Any]:
    said = merging.merged(dossier)
    was = dossier.licence
    return licence_paper.data(
        licence_paper.decided(dossier, decided),
        body=body,
        signer=decided.signed_by,
        holder=licence_paper.holder_of(dossier),
        manager={"position": said["manager_position"], "phone": said["manager_phone"]},
        purpose=said["purpose"],
        event=dossier.procedure.event,
        principal=decided.signed_for,
        grounds=(f"Căn cứ Giấy phép số {was.number} cấp {in_words(was.issued_on)}",) if was else (),
    )


def letter(kind: str, dossier: Dossier, decided: Result, body: Organisation) -> dict[str, Any]:
    name = own_name(body)
    asked = f"hồ sơ mã {dossier.code} về việc {_within(dossier.procedure.name)}"
    words = {
        "refusal": lambda: _refusal(dossier, asked, name, decided.reason),
        "confirmation": lambda: _confirmation(dossier, asked, name),
        "referral": lambda: _referral(dossier, asked, name),
    }
    return {
        "place": settings.OFFICE_CITY,
        "above": f"Ủy ban nhân dân\n{settings.OFFICE_CITY}",
        "body": name,
        "to": dossier.sent["applicant"]["name"],
        "endings": [],
        "recipients": ["Như trên", "Bộ phận Một cửa"],
        "kept": "VT, TTĐT",
        "signer": licence_paper.signed(decided.signed_by, decided.signed_for),
        **words[kind](),
    }


def _refusal(dossier: Dossier, asked: str, body: str, reason: str) -> dict[str, Any]:
    who = dossier.sent["applicant"]["name"]
    return {
        "title": "",
        "about": f"V/v từ chối {_within(dossier.procedure.short_name)}",
        "paragraphs": [
            f"{body} đã xem xét {asked} của {who} và không giải quyết theo đề nghị với lý do sau:"
        ],
        "items": [line.strip() for line in reason.splitlines() if line.strip()],
        "endings": [f"{body} trả lời để {who} được biết./."],
    }


def _confirmation(dossier: Dossier, asked: str, body: str) -> dict[str, Any]:
    who, was = dossier.sent["applicant"]["name"], dossier.licence
    under = f", theo Giấy phép số {was.number} cấp {in_words(was.issued_on)}" if was else ""
    return {
        "title": "Giấy xác nhận",
        "about": "Về việc thông báo thay đổi",
        "to": "",
        "paragraphs": [f"{body} xác nhận đã nhận {asked} của {who}{under}. Nội dung thông báo:"],
        "items": [dossier.sent["contents"].get("change", "")],
        "recipients": [who, "Bộ phận Một cửa"],
    }


def _referral(dossier: Dossier, asked: str, body: str) -> dict[str, Any]:
    """Return the letter that puts a checked dossier before the national level, with its papers."""
    who, site = dossier.sent["applicant"], dossier.sent["contents"]
    have = {one.purpose for one in files_of(dossier)}
    checked = [one.name for one in dossier.version.components.all() if one.code in have]
    return {
        "title": "",
        "to": settings.NATIONAL_AUTHORITY,
        "about": f"V/v đề nghị cấp giấy phép thiết lập trang thông tin điện tử tổng hợp cho "
        f"{who['name']}",
        "paragraphs": [
            f"Căn cứ {dossier.version.citation.rstrip('.')};",
            f"{body} đã tiếp nhận {in_words(timezone.localdate(dossier.received_at))} và kiểm tra "
            f"tính hợp lệ của {asked}, do {who['name']} nộp, như sau:",
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


def _within(sentence: str) -> str:
    """Return a name as it stands inside a sentence."""
    return sentence[:1].lower() + sentence[1:]
