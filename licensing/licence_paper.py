"""What a licence says on paper: the data of its template."""

from datetime import date
from typing import Any

from django.conf import settings

from cityweb.core.models import Organisation, User
from licensing import merging, signing
from licensing.contents import Contents
from licensing.models import Dossier, Result
from licensing.states import Event

ABOUT = {
    "issued": "Thiết lập trang thông tin điện tử tổng hợp trên mạng",
    "amended": "Thiết lập trang thông tin điện tử tổng hợp trên mạng (sửa đổi, bổ sung)",
    "extended": "Thiết lập trang thông tin điện tử tổng hợp trên mạng (gia hạn)",
    "reissued": "Thiết lập trang thông tin điện tử tổng hợp trên mạng (cấp lại)",
}
# What a licence names of its holder, as a form calls it.
NEEDED = {
    "registration": "Giấy tờ pháp lý của tổ chức",
    "address": "Trụ sở chính của tổ chức",
    "phone": "Điện thoại của tổ chức",
    "email": "Thư điện tử của tổ chức",
}
# What every licence of the department says.
_DUTIES = (
    "Thực hiện đúng nội dung giấy phép và các quy định của pháp luật về cung cấp, sử dụng thông "
    "tin trên mạng",
    "Ghi rõ nguồn tin và thời gian đăng lần đầu khi trích dẫn",
    "Báo cáo theo quy định và chịu sự kiểm tra của cơ quan có thẩm quyền",
)
_DECREE = (
    "Căn cứ Nghị định số 147/2024/NĐ-CP ngày 09 tháng 11 năm 2024 của Chính phủ quản lý, cung cấp, "
    "sử dụng dịch vụ Internet và thông tin trên mạng"
)


def data(
    contents: Contents,
    *,
    body: Organisation,
    signer: User,
    holder: dict[str, str],
    manager: dict[str, str],
    purpose: str,
    event: str = "issued",
    grounds: tuple[str, ...] = (),
    principal: User | None = None,
) -> dict[str, Any]:
    """Return what `licensing/papers/licence.typ` asks for."""
    name = own_name(body)
    return {
        "place": settings.OFFICE_CITY,
        "above": f"Ủy ban nhân dân\n{settings.OFFICE_CITY}",
        "body": name,
        "about": ABOUT[event],
        "valid_to": contents.valid_to.isoformat(),
        "authority": f"Giám đốc {name}",
        "grounds": [
            _DECREE,
            *grounds,
            f"Xét đơn đề nghị và hồ sơ của {contents.holder_name}",
            "Theo đề nghị của Trưởng phòng Thông tin điện tử",
        ],
        "holder": {**holder, "name": contents.holder_name, "address": contents.address},
        "site": _site(contents, purpose, manager),
        "duties": list(_DUTIES),
        "recipients": ["Như Điều 1", "Cổng thông tin điện tử Thành phố"],
        "kept": "VT, TTĐT",
        "signer": signed(signer, principal),
    }


def holder_of(dossier: Dossier) -> dict[str, str]:
    """Return what a licence says of its holder: as it was sent, or else as it is known by now."""
    sent = dossier.sent["applicant"]
    return {
        name: sent[name] or getattr(dossier.applicant, name)
        for name in ("international_name", *NEEDED)
    }


def missing(dossier: Dossier) -> dict[str, str]:
    """Return what the licence would have to say of its holder and cannot, with its label."""
    if not dossier.procedure.event:
        return {}
    known = holder_of(dossier)
    return {name: label for name, label in NEEDED.items() if not known[name].strip()}


def _site(contents: Contents, purpose: str, manager: dict[str, str]) -> dict[str, Any]:
    return {
        "name": contents.site_name,
        "domains": list(contents.domains),
        "purpose": purpose,
        "sections": list(contents.sections),
        "sources": list(contents.sources),
        "servers": contents.servers,
        "manager": {"name": contents.manager, **manager},
    }


def signed(signer: User, principal: User | None = None, *, unit_of: str = "") -> dict[str, Any]:
    """Return the signature block, with the line that says in whose place it is signed.

    `unit_of`: the post of the head of the body, for whom the head of a unit signs.
    """
    in_place = signing.authority(signer.position, principal.position if principal else "")
    orders = f"{signing.TL} {unit_of}" if unit_of else None
    return {
        "authority": "\n".join(line for line in (orders, in_place) if line) or None,
        "position": signing.post(signer.position),
        "name": signer.full_name,
    }


def own_name(body: Organisation) -> str:
    """Return the name of a body as its letterhead has it, below that of the city."""
    return body.name.removesuffix(f" {settings.OFFICE_CITY}")


def in_words(day: date) -> str:
    """Return a day as papers write it: a zero stands before what might be given another digit."""
    month = f"{day.month:02}" if day.month in (1, 2) else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def decided(dossier: Dossier, result: Result) -> Contents:
    """Return what the licence says once this is decided: both its paper and the register say it."""
    is_dated = dossier.procedure.event in (Event.ISSUED, Event.EXTENDED)
    return contents_of(dossier, result.valid_to if is_dated else dossier.licence.current.valid_to)


def contents_of(dossier: Dossier, valid_to: date) -> Contents:
    """Return what the licence says: what was asked for, put upon the licence as it stands."""
    said = merging.merged(dossier)
    return Contents(
        valid_to=valid_to,
        holder_name=said["holder_name"],
        address=said["address"],
        site_name=said["site_name"],
        domains=list(said["domains"]),
        manager=said["manager"],
        sections=tuple(said["sections"]),
        sources=tuple(said["sources"]),
        servers=said["servers"],
    )
