"""What happens to a licence, how it then stands, and what may follow what."""

from django.db import models


class Event(models.TextChoices):
    """What made a version of a licence."""

    ISSUED = "issued", "Cấp giấy phép"
    AMENDED = "amended", "Sửa đổi, bổ sung"
    EXTENDED = "extended", "Gia hạn"
    REISSUED = "reissued", "Cấp lại"
    SUSPENDED = "suspended", "Đình chỉ"
    REVOKED = "revoked", "Thu hồi"


class Standing(models.TextChoices):
    """How a licence stands on a day."""

    VALID = "valid", "Còn hiệu lực"
    SUSPENDED = "suspended", "Đang bị đình chỉ"
    EXPIRED = "expired", "Hết thời hạn"
    REVOKED = "revoked", "Đã thu hồi"


FOLLOWS: dict[str, frozenset[str]] = {
    Standing.VALID: frozenset(Event) - {Event.ISSUED},
    Standing.SUSPENDED: frozenset({Event.REVOKED}),
    Standing.EXPIRED: frozenset(),
    Standing.REVOKED: frozenset(),
}
"""What may be decided about a licence that stands so."""
