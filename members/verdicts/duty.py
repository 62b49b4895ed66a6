"""What a common directive asks, what a home page showed, and how the two compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

Shown = Mapping[str, Any]


class DutyKind(models.TextChoices):
    """What a directive asks of a home page."""

    BANNER = "banner", "Đặt biểu ngữ, liên kết"
    SECTIONS = "sections", "Có các mục bắt buộc"
    FOOTER = "footer", "Chân trang có đủ thông tin"
    SEARCH = "search", "Có ô tìm kiếm"
    ENGLISH = "english", "Có bản tiếng Anh"
    HTTPS = "https", "Dùng HTTPS"
    HSTS = "hsts", "Bật HSTS"
    IPV6 = "ipv6", "Có địa chỉ IPv6"
    GOV_VN = "gov_vn", "Tên miền .gov.vn"
    HEADERS = "headers", "Có tiêu đề bảo mật"
    SECURITY_TXT = "security_txt", "Có security.txt"


@dataclass(frozen=True)
class Duty:
    """A directive as it is judged; `words` are what must be there, alternatives cut by "|"."""

    kind: DutyKind
    title: str
    starts_on: date
    ends_on: date | None = None
    link: str = ""
    words: tuple[str, ...] = ()
    is_grave: bool = False
    citation: str = ""


@dataclass(frozen=True)
class Run:
    """What a home page showed, from the first to the last day on which it was seen so."""

    first: date
    last: date
    url: str
    shown: Shown


@dataclass(frozen=True)
class Look:
    """Whether one showing is enough; None where it does not tell. `code` says what is lacking."""

    is_carried: bool | None
    code: str = ""
    evidence: str = ""
    fix: str = ""
