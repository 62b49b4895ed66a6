"""What the papers of a violation say."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from advertising import fines
from advertising.models import Attendee, Factor, Inspection, Sanction, Violation
from advertising.paperwork import authority, head, refusals, written
from cityweb.core import law
from cityweb.core.models import User

MINUTES_KIND, SANCTION_KIND = "advertising.violation_minutes", "advertising.sanction"


def minutes(
    violation: Violation, *, signer: User, at: datetime, may_explain: bool, place: str = ""
) -> dict[str, Any]:
    """Return the minutes of violation: who, what, when, by which exhibits, what rights."""
    local = timezone.localtime(at)
    one, inspection = violation.offender, violation.inspection
    people = list(inspection.attendees.all())
    penalty = violation.penalty
    checked = inspection.minutes
    acts = [
        f"{penalty.text}.", *violation.description.splitlines(),
        f"Quy định tại: {penalty.citation}.",
    ]  # fmt: skip
    return head(local.date(), signer) | {
        "signer": {"name": signer.full_name, "position": "Người lập biên bản"},
        "title": "Biên bản vi phạm hành chính",
        "about": f"Về quảng cáo trên website {violation.site}",
        "opening": f"{written(at, place)}, căn cứ biên bản kiểm tra số "
        f"{checked.number_text} ngày {checked.issued_on:%d/%m/%Y}, lập biên bản này.",
        "sections": [
            {"title": "Người lập biên bản", "lines": [f"{signer.full_name}, {signer.position}"]},
            {"title": "Người vi phạm", "lines": _offender(violation)},
            {"title": "Hành vi vi phạm", "lines": acts},
            {"title": "Thời gian, địa điểm", "lines": _when(violation)},
            {"title": "Chứng cứ", "lines": _exhibits(violation)},
            {
                "title": "Ý kiến của người vi phạm, người chứng kiến",
                "lines": [f"{row.name}: {row.statement}" for row in people if row.statement]
                or ["Không có ý kiến."],
            },
            {"title": "Biện pháp ngăn chặn", "lines": _stopped(inspection)},
            {"title": "Quyền giải trình", "lines": [_rights(local.date(), may_explain)]},
        ],
        "refusals": refusals(people),
        "signatures": [
            {"side": _SIDES[row.side], "name": row.name} for row in people if not row.refusal
        ],
        "copies": f"Biên bản lập thành hai bản, giao cho {one} một bản; đã đọc lại cho những người "
        "có mặt cùng nghe, công nhận là đúng và cùng ký.",
    }


def sanction(decided: Sanction, *, signer: User, on: date) -> dict[str, Any]:
    """Return the decision to fine: the act, the fine with its reckoning, what is to be done."""
    violation = decided.violation
    one, paper = violation.offender, violation.minutes
    heard = violation.explanations.exclude(way="waived").last()
    return head(on, signer) | {
        "title": "Quyết định",
        "about": "Xử phạt vi phạm hành chính về quảng cáo",
        "authority": authority(signer, on),
        "grounds": [
            "Căn cứ Luật Xử lý vi phạm hành chính",
            "Căn cứ Nghị định số 118/2021/NĐ-CP quy định chi tiết một số điều và biện pháp thi "
            "hành Luật Xử lý vi phạm hành chính",
            f"Căn cứ {violation.penalty.citation}",
            f"Căn cứ biên bản vi phạm hành chính số {paper.number_text} ngày "
            f"{paper.issued_on:%d/%m/%Y}",
            *([f"Xem xét giải trình ngày {heard.received_on:%d/%m/%Y}"] if heard else []),
        ],
        "articles": [
            _act(decided),
            _measures(decided),
            _carrying_out(decided, on),
            f"{one} có quyền khiếu nại hoặc khởi kiện hành chính đối với quyết định này theo quy "
            "định của pháp luật.",
            f"Quyết định có hiệu lực từ ngày ký, được giao cho {one} để chấp hành. Đoàn kiểm tra "
            "theo dõi, đôn đốc việc thi hành.",
        ],
        "recipients": ["Như Điều 5", "Kho bạc Nhà nước (để thu tiền phạt)"],
        "kept": "VT, hồ sơ",
    }


# The first line of the offender bears the number, as in the form of Decree 118/2021.
_FIRST = ("1. ", "", "", "")


_COMMITTEE = "Ủy ban nhân dân"
# How rules call a committee, and how its letterhead does; of which commune, its own clerk says.
_PLACES = {"thành phố": settings.OFFICE_CITY, "cấp xã": "xã, phường …………"}


def awaiting(decided: Sanction) -> dict[str, Any]:
    """Return how a draft reads where somebody outside of the office is to sign it."""
    post, mark, whose = decided.authority.replace("UBND", _COMMITTEE).partition(_COMMITTEE)
    if not mark:
        signer = {"name": "", "position": decided.authority, "authority": None}
        return {"authority": decided.authority, "signer": signer}
    # A people's committee stands under no other body in its letterhead (Decree 30/2020/NĐ-CP).
    place = _PLACES.get(whose.strip().casefold(), whose.strip())
    return {
        "above": None,
        "body": f"{_COMMITTEE}\n{place}",
        "authority": f"{post}{_COMMITTEE} {place}",
        "signer": {"name": "", "position": post.strip(), "authority": None},
    }


def _act(decided: Sanction) -> str:
    """Return who did what against which provision, and what weighs for and against them."""
    violation = decided.violation
    penalty = violation.penalty
    factors = list(decided.factors.all())
    weighing = [
        f"{number}. {label}: "
        f"{'; '.join(one.text for one in factors if one.kind == kind) or 'không có'}."
        for number, (kind, label) in enumerate(
            (
                (Factor.Kind.AGGRAVATING, "Các tình tiết tăng nặng"),
                (Factor.Kind.MITIGATING, "Các tình tiết giảm nhẹ"),
            ),
            start=4,
        )
    ]
    whom = violation.offender.get_kind_display().lower()
    lines = [
        f"Xử phạt vi phạm hành chính đối với {whom} có tên sau đây:",
        *[f"{mark}{line}." for mark, line in zip(_FIRST, _offender(violation), strict=False)],
        f"2. Đã thực hiện hành vi vi phạm hành chính: {penalty.text}; "
        f"ngày {violation.committed_on:%d/%m/%Y}, tại {violation.site.home_url}.",
        f"3. Quy định tại: {penalty.citation}.",
        *weighing,
    ]
    return "\n".join(lines)


def _measures(decided: Sanction) -> str:
    amount = decided.amount_vnd
    remedies = "; ".join(map(str, decided.violation.remedies.all()))
    lines = [
        "Hình thức xử phạt, biện pháp khắc phục hậu quả:",
        f"a) Hình thức xử phạt chính: phạt tiền {fines.money(amount)} "
        f"(bằng chữ: {fines.in_words(amount)}).",
        f"Cách tính: {_reckoning(decided)}.",
        f"b) Hình thức xử phạt bổ sung, biện pháp khắc phục hậu quả: {remedies or 'không'}.",
    ]
    return "\n".join(lines)


def _carrying_out(decided: Sanction, on: date) -> str:
    term = law.resolve("AD.EXECUTE", on=on)
    place = f" Tiền phạt nộp tại: {decided.pay_to}." if decided.pay_to else ""
    return (
        f"{decided.violation.offender} thi hành trong {term.value_text} kể từ ngày nhận quyết định "
        f"({term.citation}); quá hạn bị cưỡng chế và phải nộp thêm tiền chậm nộp.{place}"
    )


def _reckoning(decided: Sanction) -> str:
    """Return the lines of the reckoning; who fines is named by the signature."""
    return "; ".join(
        f"{line['text']} ({line['citation']})" if line["citation"] else line["text"]
        for line in decided.lines
        if not line["text"].startswith("Người có thẩm quyền")
    )


def _offender(violation: Violation) -> list[str]:
    one = violation.offender
    facts = [
        (one.get_kind_display(), one.name),
        ("Số đăng ký, giấy tờ", one.registration),
        ("Người đại diện", one.representative),
        ("Địa chỉ", one.address),
    ]
    return [f"{label}: {value}" for label, value in facts if value]


def _when(violation: Violation) -> list[str]:
    lines = [f"Ngày {violation.committed_on:%d/%m/%Y}; {violation.site.home_url}"]
    return [*lines, "Hành vi còn tiếp diễn khi phát hiện."] if violation.is_ongoing else lines


def _exhibits(violation: Violation) -> list[str]:
    items = {
        exhibit.item_id: exhibit.item
        for finding in violation.findings.prefetch_related("exhibits__item")
        for exhibit in finding.exhibits.all()
    }
    return [f"{item}: {item.title}\nSHA-256: {item.sha256}" for _, item in sorted(items.items())]


_SIDES = {
    Attendee.Side.INSPECTED: "Người vi phạm",
    Attendee.Side.WITNESS: "Người chứng kiến",
}


def _stopped(inspection: Inspection) -> list[str]:
    rows = inspection.takedowns.select_related("paper")
    return [
        f"Đã yêu cầu gỡ quảng cáo tại {one.url}, văn bản số {one.paper.number_text}" for one in rows
    ] or ["Không áp dụng."]


def _rights(on: date, may_explain: bool) -> str:
    if not may_explain:
        return "Vụ này không thuộc trường hợp giải trình theo quy định."
    written = law.resolve("AD.EXPLAIN.WRITTEN", on=on)
    hearing = law.resolve("AD.EXPLAIN.HEARING", on=on)
    return (
        f"Được giải trình bằng văn bản trong {written.value_text}, hoặc đề nghị giải trình trực "
        f"tiếp trong {hearing.value_text} kể từ ngày lập biên bản ({written.citation})."
    )
