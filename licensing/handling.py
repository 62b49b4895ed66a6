"""The life of a proceeding about a licence: grounds, stages, and who may do what in each."""

from collections.abc import Iterable

from django.db.models import TextChoices

from cityweb.core import role_table
from cityweb.core.models import Role
from cityweb.core.role_table import Move, cells


class Ground(TextChoices):
    """What a licensee is held to have done; it decides which way the proceeding may go."""

    CONDITIONS = "conditions", "Không còn đáp ứng điều kiện cấp phép"
    SERIOUS = "serious", "Vi phạm đến mức đình chỉ"
    GRAVE = "grave", "Vi phạm đến mức thu hồi"
    REPEATED = "repeated", "Bị đình chỉ nhiều lần"


class Stage(TextChoices):
    """Where a proceeding stands."""

    OPEN = "open", "Đang xem xét"
    REMEDY = "remedy", "Chờ khắc phục"
    DRAFTING = "drafting", "Đang dự thảo quyết định"
    REVIEWING = "reviewing", "Chờ Trưởng phòng duyệt"
    SIGNING = "signing", "Chờ Giám đốc ký"
    SIGNED = "signed", "Đã ký duyệt, chờ ban hành"
    DECIDED = "decided", "Đã ban hành quyết định"
    CLOSED = "closed", "Kết thúc, không ra quyết định"


class Ruling(TextChoices):
    """What may be decided."""

    SUSPEND = "suspend", "Đình chỉ giấy phép"
    REVOKE = "revoke", "Thu hồi giấy phép"


class Deed(TextChoices):
    """What is done with a proceeding, as the button says it."""

    OPEN = "open", "Mở vụ việc"
    ASK_REMEDY = "ask-remedy", "Yêu cầu khắc phục"
    ACCEPT_REMEDY = "accept-remedy", "Ghi nhận đã khắc phục"
    INQUIRE = "inquire", "Yêu cầu giải trình, bổ sung tài liệu"
    HEAR = "hear", "Ghi giải trình của tổ chức"
    DRAFT = "draft", "Dự thảo quyết định"
    PUT_UP = "put-up", "Trình Trưởng phòng"
    REVIEW = "review", "Duyệt, trình Giám đốc"
    SEND_BACK = "send-back", "Trả lại chuyên viên"
    SIGN = "sign", "Ký duyệt quyết định"
    ISSUE = "issue", "Cấp số, đóng dấu, ban hành"
    CLOSE = "close", "Kết thúc, không ra quyết định"


ENDED = (Stage.DECIDED, Stage.CLOSED)
OPEN = tuple(stage for stage in Stage if stage not in ENDED)
# Grounds on which each ruling may rest; a ground that wants a remedy first says so.
RULINGS: dict[str, frozenset[str]] = {
    Ground.CONDITIONS: frozenset({Ruling.SUSPEND}),
    Ground.SERIOUS: frozenset({Ruling.SUSPEND}),
    Ground.GRAVE: frozenset({Ruling.REVOKE}),
    Ground.REPEATED: frozenset({Ruling.REVOKE}),
}
_OFFICER, _HEAD = [Role.SPECIALIST], [Role.OFFICE_HEAD]


TABLE: dict[tuple[Stage, Deed], Move[Stage]] = {
    **cells(Deed.ASK_REMEDY, [Stage.OPEN], _HEAD, Stage.REMEDY),
    **cells(Deed.ACCEPT_REMEDY, [Stage.REMEDY], _OFFICER, Stage.CLOSED),
    **cells(Deed.INQUIRE, [Stage.OPEN, Stage.REMEDY, Stage.DRAFTING], _HEAD),
    **cells(Deed.HEAR, OPEN, _OFFICER),
    **cells(Deed.DRAFT, [Stage.OPEN, Stage.REMEDY, Stage.DRAFTING], _OFFICER, Stage.DRAFTING),
    **cells(Deed.PUT_UP, [Stage.DRAFTING], _OFFICER, Stage.REVIEWING),
    **cells(Deed.REVIEW, [Stage.REVIEWING], _HEAD, Stage.SIGNING),
    **cells(Deed.SEND_BACK, [Stage.REVIEWING], _HEAD, Stage.DRAFTING),
    **cells(Deed.SEND_BACK, [Stage.SIGNING], [Role.DIRECTOR], Stage.DRAFTING),
    **cells(Deed.SEND_BACK, [Stage.SIGNED], [Role.DIRECTOR, Role.RECORDS_CLERK], Stage.DRAFTING),
    **cells(Deed.SIGN, [Stage.SIGNING], [Role.DIRECTOR], Stage.SIGNED),
    **cells(Deed.ISSUE, [Stage.SIGNED], [Role.RECORDS_CLERK], Stage.DECIDED),
    **cells(Deed.CLOSE, [Stage.OPEN, Stage.DRAFTING], _HEAD, Stage.CLOSED),
}
"""The whole machine: each cell names its roles and the one stage it leads to."""


def may(stage: str, deed: Deed, roles: Iterable[Role]) -> bool:
    """Tell whether somebody with these roles may do this at this stage."""
    return role_table.may(TABLE.get((Stage(stage), deed)), roles)


ROLES_OF: dict[Deed, frozenset[Role]] = {
    deed: frozenset().union(*(cell.roles for (_, one), cell in TABLE.items() if one == deed))
    for deed in Deed
}
"""Who may do a deed at all, at whatever stage."""
