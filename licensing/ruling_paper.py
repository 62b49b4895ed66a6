"""What the papers of a proceeding say: the request to remedy, the decision."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from cityweb.core import law
from cityweb.core.models import Organisation, User
from licensing import licence_paper
from licensing.handling import Ground, Ruling
from licensing.licence_paper import in_words, own_name
from licensing.models import Proceeding


def remedy(
    case: Proceeding,
    due_on: date,
    *,
    body: Organisation,
    signer: User,
    principal: User | None = None,
) -> dict[str, Any]:
    """Return what `licensing/papers/letter.typ` asks for; the head of the unit signs it."""
    now = case.licence.current
    return {
        **_letter(case, body, signer, principal),
        "about": f"V/v khắc phục điều kiện hoạt động của {now.site_name}",
        "paragraphs": [
            f"Qua theo dõi hoạt động của trang thông tin điện tử {now.site_name} theo Giấy phép số "
            f"{case.licence.number}, {own_name(body)} nhận thấy: {case.facts}",
            f"Căn cứ {_cited(case.basis)}, đề nghị {now.holder_name} khắc phục và báo cáo kết quả "
            f"trước hết {in_words(due_on)}. Hết thời hạn trên mà không khắc phục, giấy phép bị xem "
            "xét đình chỉ theo quy định.",
        ],
    }


def inquiry(
    case: Proceeding,
    question: str,
    due_on: date,
    *,
    body: Organisation,
    signer: User,
    principal: User | None = None,
) -> dict[str, Any]:
    """Return what `licensing/papers/letter.typ` asks for; the head of the unit signs it."""
    now = case.licence.current
    held = case.get_ground_display().lower()
    # Nothing is found yet: until then it is a sign of it.
    held = held if case.ground == Ground.REPEATED else f"có dấu hiệu {held}"
    return {
        **_letter(case, body, signer, principal),
        "about": f"V/v giải trình, bổ sung tài liệu về hoạt động của {now.site_name}",
        "paragraphs": [
            f"{own_name(body)} đang xem xét trang thông tin điện tử {now.site_name}, Giấy phép số "
            f"{case.licence.number}, {held}: {case.facts}",
            f"Căn cứ {_cited(case.basis)}, đề nghị {now.holder_name} giải trình và gửi tài liệu về "
            f"nội dung sau: {question}",
            f"Văn bản giải trình và tài liệu gửi trước hết {in_words(due_on)}, trực tuyến tại "
            "trang giấy phép của tổ chức hoặc trực tiếp tại Bộ phận Một cửa. Quá thời hạn trên, vụ "
            "việc được xem xét theo tài liệu đã có.",
        ],
    }


def _letter(
    case: Proceeding, body: Organisation, signer: User, principal: User | None
) -> dict[str, Any]:
    """Return what every letter to a licensee about a proceeding has."""
    return {
        **_head(body, signer, principal, unit_of="Giám đốc"),
        "title": "",
        "to": case.licence.current.holder_name,
        "items": [],
        "endings": [],
        "recipients": ["Như trên"],
        "kept": "VT, TTĐT",
    }


def decision(
    case: Proceeding, *, body: Organisation, signer: User, principal: User | None = None
) -> dict[str, Any]:
    """Return what `licensing/papers/decision.typ` asks for."""
    now, name = case.licence.current, own_name(body)
    is_suspension = case.ruling == Ruling.SUSPEND
    number, holder = case.licence.number, now.holder_name
    verb = "Đình chỉ" if is_suspension else "Thu hồi"
    term = f" đến trước {in_words(case.until)}" if case.until else _by_law()
    return {
        **_head(body, signer, principal),
        "about": f"{verb} Giấy phép thiết lập trang thông tin điện tử tổng hợp",
        "authority": f"Giám đốc {name}",
        "grounds": [
            f"Căn cứ {_cited(case.basis)}",
            f"Căn cứ Giấy phép số {number} cấp {in_words(case.licence.issued_on)}",
            "Theo đề nghị của Trưởng phòng Thông tin điện tử",
        ],
        "articles": [
            f"{verb} Giấy phép số {number} cấp cho {holder} để thiết lập trang thông tin điện tử "
            f"tổng hợp {now.site_name} (tên miền {', '.join(now.domains)})"
            f"{term if is_suspension else ''}. Lý do: {case.reason}",
            f"{holder} ngừng cung cấp thông tin tổng hợp trên trang nêu tại Điều 1 "
            f"{'trong thời gian bị đình chỉ' if is_suspension else 'kể từ ngày ký'} và có quyền "
            "khiếu nại, khởi kiện quyết định này theo quy định của pháp luật.",
            f"Quyết định này có hiệu lực kể từ ngày ký. Phòng Thông tin điện tử, {holder} chịu "
            "trách nhiệm thi hành quyết định này.",
        ],
        "recipients": ["Như Điều 3", settings.NATIONAL_AUTHORITY],
        "kept": "VT, TTĐT",
    }


def _by_law() -> str:
    """Return how long a suspension lasts where a settled rule says so, from its signing on."""
    rule = law.find("LIC.SUSPEND.LENGTH", on=timezone.localdate())
    is_settled = rule is not None and rule.is_settled
    return f" trong thời hạn {rule.value:02} tháng kể từ ngày ký" if is_settled else ""


def _cited(basis: str) -> str:
    """Return what was typed as a basis as it stands after "Căn cứ": a point, a clause is small."""
    is_small = basis.startswith(("Điểm ", "Khoản "))
    return basis[:1].lower() + basis[1:] if is_small else basis


def _head(
    body: Organisation, signer: User, principal: User | None = None, *, unit_of: str = ""
) -> dict[str, Any]:
    return {
        "place": settings.OFFICE_CITY,
        "above": f"Ủy ban nhân dân\n{settings.OFFICE_CITY}",
        "body": own_name(body),
        "signer": licence_paper.signed(signer, principal, unit_of=unit_of),
    }
