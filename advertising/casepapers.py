"""What the papers of a violation say."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from advertising import fines
from advertising.models import Sanction, Violation
from advertising.paperwork import head
from cityweb.core import law
from cityweb.core.models import User

MINUTES_KIND, SANCTION_KIND = "advertising.violation_minutes", "advertising.sanction"


def minutes(
    violation: Violation, *, signer: User, at: datetime, may_explain: bool
) -> dict[str, Any]:
    """Return the minutes of violation: who, what, when, by which exhibits, what rights."""
    local = timezone.localtime(at)
    one, inspection = violation.offender, violation.inspection
    people = list(inspection.attendees.all())
    acts = [*violation.description.splitlines(), f"Quy định: {violation.penalty.citation}."]
    return head(local.date(), signer) | {
        "signer": {"name": signer.full_name, "position": "Người lập biên bản"},
        "title": "Biên bản vi phạm hành chính",
        "about": f"Về quảng cáo trên website {violation.site}",
        "opening": f"Hôm nay, hồi {local:%H giờ %M} ngày {local:%d/%m/%Y}, căn cứ biên bản kiểm "
        f"tra số {inspection.minutes.number_text}, lập biên bản này.",
        "sections": [
            {"title": "Người lập biên bản", "lines": [f"{signer.full_name}, {signer.position}"]},
            {"title": "Người vi phạm", "lines": _offender(violation)},
            {"title": "Hành vi vi phạm", "lines": [violation.penalty.text, *acts]},
            {"title": "Thời gian, địa điểm", "lines": _when(violation)},
            {"title": "Chứng cứ", "lines": _exhibits(violation)},
            {
                "title": "Ý kiến của người vi phạm, người chứng kiến",
                "lines": [f"{row.name}: {row.statement}" for row in people if row.statement]
                or ["Không có ý kiến."],
            },
            {"title": "Quyền giải trình", "lines": [_rights(local.date(), may_explain)]},
        ],
        "refusals": [
            f"{row.name} không ký biên bản, lý do: {row.refusal}" for row in people if row.refusal
        ],
        "signatures": [
            {"side": row.get_side_display(), "name": row.name} for row in people if not row.refusal
        ],
        "copies": f"Biên bản lập thành hai bản, giao cho {one} một bản.",
    }


def sanction(decided: Sanction, *, signer: User, on: date) -> dict[str, Any]:
    """Return the decision to fine, with the whole reckoning."""
    violation = decided.violation
    paper = violation.minutes
    remedies = "; ".join(map(str, violation.remedies.all()))
    term = law.resolve("AD.EXECUTE", on=on)
    heard = violation.explanations.exclude(way="waived").last()
    return head(on, signer) | {
        "title": "Quyết định",
        "about": f"Xử phạt vi phạm hành chính về quảng cáo đối với {violation.offender}",
        "authority": signer.position,
        "grounds": [
            "Căn cứ Luật Xử lý vi phạm hành chính",
            f"Căn cứ {violation.penalty.citation}",
            f"Căn cứ biên bản vi phạm hành chính số {paper.number_text} ngày "
            f"{paper.issued_on:%d/%m/%Y}",
            *([f"Xem xét giải trình ngày {heard.received_on:%d/%m/%Y}"] if heard else []),
        ],
        "articles": [
            f"Xử phạt vi phạm hành chính đối với: {'; '.join(_offender(violation))}. Hành vi: "
            f"{violation.penalty.text} ({violation.penalty.citation}), ngày "
            f"{violation.committed_on:%d/%m/%Y} tại {violation.site.home_url}. Mức phạt: "
            f"{fines.money(decided.amount_vnd)}.",
            f"Cách tính: {_reckoning(decided)}.",
            f"Biện pháp khắc phục, hình thức bổ sung: {remedies or 'không'}.",
            f"{violation.offender} thi hành trong {term.value_text} kể từ ngày nhận quyết định "
            f"({term.citation}); quá hạn bị cưỡng chế và phải nộp thêm tiền chậm nộp."
            + (f" Tiền phạt nộp tại: {decided.pay_to}." if decided.pay_to else ""),
            f"{violation.offender} có quyền khiếu nại hoặc khởi kiện hành chính đối với quyết định "
            "này theo quy định của pháp luật.",
            f"Quyết định có hiệu lực từ ngày ký, được giao cho {violation.offender} để chấp hành. "
            "Đoàn kiểm tra theo dõi, đôn đốc việc thi hành.",
        ],
        "recipients": ["Như Điều 6", str(violation.offender)],
        "kept": "VT, hồ sơ",
    }


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
    return [f"{item}: {item.title}; SHA-256 {item.sha256}" for _, item in sorted(items.items())]


def _rights(on: date, may_explain: bool) -> str:
    if not may_explain:
        return "Vụ này không thuộc trường hợp giải trình theo quy định."
    written = law.resolve("AD.EXPLAIN.WRITTEN", on=on)
    hearing = law.resolve("AD.EXPLAIN.HEARING", on=on)
    return (
        f"Được giải trình bằng văn bản trong {written.value_text}, hoặc đề nghị giải trình trực "
        f"tiếp trong {hearing.value_text} kể từ ngày lập biên bản ({written.citation})."
    )
