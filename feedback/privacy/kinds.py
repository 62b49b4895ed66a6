"""The kinds of personal data, and the words that may stand in their place."""

from dataclasses import dataclass

from django.db.models import TextChoices


class Kind(TextChoices):
    """What was found. The order settles which kind a piece is that could be several."""

    EMAIL = "email", "Thư điện tử"
    ID_CARD = "id_card", "Số CCCD, CMND"
    PASSPORT = "passport", "Số hộ chiếu"
    PAPER = "paper", "Số giấy tờ, mã khách hàng"
    TAX_CODE = "tax_code", "Mã số thuế cá nhân"
    BANK_ACCOUNT = "bank_account", "Số tài khoản"
    PHONE = "phone", "Số điện thoại"
    PLATE = "plate", "Biển số xe"
    BIRTH_DATE = "birth_date", "Ngày sinh"
    LAND = "land", "Thửa đất"
    ADDRESS = "address", "Số nhà, địa chỉ"
    HANDLE = "handle", "Tài khoản mạng xã hội"
    NAME = "name", "Tên người"


ORDER = {kind: place for place, kind in enumerate(Kind)}
PROPOSALS = {
    Kind.EMAIL: "[thư điện tử]",
    Kind.ID_CARD: "[số căn cước]",
    Kind.PASSPORT: "[số hộ chiếu]",
    Kind.PAPER: "[mã số]",
    Kind.TAX_CODE: "[mã số thuế]",
    Kind.BANK_ACCOUNT: "[số tài khoản]",
    Kind.PHONE: "[điện thoại]",
    Kind.PLATE: "[biển số]",
    Kind.BIRTH_DATE: "[ngày sinh]",
    Kind.LAND: "[thửa đất]",
    Kind.ADDRESS: "[địa chỉ]",
    Kind.HANDLE: "[trang cá nhân]",
    Kind.NAME: "[tên người]",
}


@dataclass(frozen=True)
class Span:
    """A stretch of what the finders look at, and the kind it may be."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True)
class Find:
    """A piece of personal data: `text[start:end]` are its `words`."""

    kind: Kind
    start: int
    end: int
    words: str
    proposal: str
