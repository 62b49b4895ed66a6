"""What the papers of a proceeding say: the request to remedy, the decision."""

from datetime import date
from typing import Any

from django.conf import settings

from cityweb.core.models import Organisation, User
from licensing import licence_paper
from licensing.handling import Ruling
from licensing.licence_paper import own_name
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
            f"Căn cứ {case.basis}, đề nghị {now.holder_name} khắc phục và báo cáo kết quả trước "
            f"hết ngày {due_on:%d/%m/%Y}. Hết thời hạn trên mà không khắc phục, giấy phép bị xem "
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
    return {
        **_letter(case, body, signer, principal),
        "about": f"V/v giải trình, bổ sung tài liệu về hoạt động của {now.site_name}",
        "paragraphs": [
            f"{own_name(body)} đang xem xét việc {case.get_ground_display().lower()} của trang "
            f"thông tin điện tử {now.site_name}, Giấy phép số {case.licence.number}. Căn cứ "
            f"{case.basis}, đề nghị {now.holder_name} giải trình và gửi tài liệu về nội dung sau: "
            f"{question}",
            f"Văn bản giải trình và tài liệu gửi trước hết ngày {due_on:%d/%m/%Y}, trực tuyến tại "
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
    term = f" đến trước ngày {case.until:%d/%m/%Y}" if case.until else " theo thời hạn luật định"
    return {
        **_head(body, signer, principal),
        "about": f"{verb} Giấy phép thiết lập trang thông tin điện tử tổng hợp",
        "authority": f"Giám đốc {name}",
        "grounds": [
            f"Căn cứ {case.basis}",
            f"Căn cứ Giấy phép số {number} cấp ngày {case.licence.issued_on:%d/%m/%Y}",
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


def _head(
    body: Organisation, signer: User, principal: User | None = None, *, unit_of: str = ""
) -> dict[str, Any]:
    return {
        "place": settings.OFFICE_CITY,
        "above": f"Ủy ban nhân dân\n{settings.OFFICE_CITY}",
        "body": own_name(body),
        "signer": licence_paper.signed(signer, principal, unit_of=unit_of),
    }
