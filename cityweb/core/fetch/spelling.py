"""Reads an address of the web as browsers read it, into one plain spelling that is then checked.

What is checked is what is asked: the host that comes out here is ASCII, in lower case and without
tricks, and nothing after this module reads the text that came in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import NoReturn
from urllib.parse import quote

import idna
from yarl import URL

from cityweb.core.fetch.failures import Failure, Fault

LONGEST = 4096
LONGEST_HOST = 253
DEFAULT_PORTS = {"http": 80, "https": 443}
_CONTROLS = re.compile(
    "[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")
_AUTHORITY = re.compile(r"//([^/?#]*)(.*)", re.DOTALL)
_PORT = re.compile(r"(.*?)(?::([0-9]{0,5}))?", re.DOTALL)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Target:
    """One address that may be asked once its host is resolved and checked."""

    url: URL
    host: str
    port: int
    literal: IPv4Address | IPv6Address | None

    @property
    def is_secure(self) -> bool:
        return self.url.scheme == "https"


def read(text: str) -> Target:
    """Return what a browser would ask for `text`; raise `Fault` where it is no web address."""
    text = text.strip(" \t\r\n") if len(text) <= LONGEST else _bad("địa chỉ quá dài")
    if _CONTROLS.search(text):
        _bad("địa chỉ có khoảng trắng hoặc ký tự điều khiển")
    scheme = _SCHEME.match(text)
    if not scheme:
        _bad("địa chỉ phải bắt đầu bằng http:// hoặc https://")
    if scheme[1].lower() not in DEFAULT_PORTS:
        _bad("chỉ hỏi địa chỉ http:// và https://")
    return _target(scheme[1].lower(), _with_slashes(text[scheme.end() :]))


def follow(target: Target, location: str) -> Target:
    """Return where an answer of `target` sends its readers; raise `Fault` as `read` does."""
    # Real servers send Vietnamese paths as bare bytes, UTF-8 or not.
    raw = location.encode("utf-8", "surrogateescape").strip(b" \t\r\n")
    if len(raw) > LONGEST:
        _bad("địa chỉ quá dài")
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = quote(raw, safe="".join(map(chr, range(33, 127))))
    if _SCHEME.match(text):
        return read(text.replace(" ", "%20"))
    text = _with_slashes(text.replace(" ", "%20"))
    if _CONTROLS.search(text):
        _bad("địa chỉ có ký tự điều khiển")
    if text.startswith("//"):
        return _target(target.url.scheme, text)
    try:
        joined = target.url.join(URL(text))
    except ValueError:
        _bad("không đọc được địa chỉ")
    return read(str(joined))


def _with_slashes(text: str) -> str:
    """Turn backslashes before the query into slashes, as browsers do."""
    end = min((at for mark in "?#" if (at := text.find(mark)) >= 0), default=len(text))
    return text[:end].replace("\\", "/") + text[end:]


def _target(scheme: str, rest: str) -> Target:
    authority = _AUTHORITY.fullmatch(rest)
    if not authority:
        _bad("thiếu // sau http:")
    if "@" in authority[1]:
        _bad("địa chỉ không được kèm tên người dùng hoặc mật khẩu")
    place = _PORT.fullmatch(authority[1])
    port = int(place[2] or DEFAULT_PORTS[scheme]) if place else 0
    if not place or not 0 < port < 65536:
        _bad("số cổng không hợp lệ")
    host, literal = _host(place[1])
    shown = f"[{host}]" if isinstance(literal, IPv6Address) else host
    try:
        url = URL(f"{scheme}://{shown}:{port}{authority[2]}")
    except ValueError:
        _bad("không đọc được địa chỉ")
    return Target(url.with_fragment(None), host, port, literal)


def _host(text: str) -> tuple[str, IPv4Address | IPv6Address | None]:
    if text.startswith("[") and text.endswith("]"):
        address = _ipv6(text[1:-1])
        return str(address), address
    if not text or len(text) > LONGEST_HOST:
        _bad("tên miền trống hoặc quá dài")
    host = _ascii(text).removesuffix(".")
    address = _ipv4(host)
    if address is not None:
        return str(address), address
    if len(host) > LONGEST_HOST or not all(map(_LABEL.fullmatch, host.split("."))):
        _bad("tên miền không hợp lệ")
    return host, None


def _ascii(host: str) -> str:
    """Return `host` as the network spells it: full-width letters narrow, diacritics in punycode."""
    try:
        mapped = idna.uts46_remap(host, std3_rules=False, transitional=False)
        return mapped if mapped.isascii() else idna.encode(mapped).decode()
    except UnicodeError:  # idna's own errors are of this kind
        _bad("tên miền không hợp lệ")


def _ipv4(host: str) -> IPv4Address | None:
    """Return the IPv4 address that `host` is; None where it is a name.

    A host that ends in a number is an address to browsers. Spellings in octal, hexadecimal or fewer
    than four parts mean different addresses to different programs, and no site needs one.
    """
    if not _NUMBER.fullmatch(host.rpartition(".")[2]):
        return None
    try:
        return IPv4Address(host)
    except AddressValueError:
        _bad("địa chỉ IP viết không rõ ràng")


def _ipv6(text: str) -> IPv6Address:
    try:
        address = IPv6Address(text)
    except AddressValueError:
        _bad("địa chỉ IPv6 không hợp lệ")
    if address.scope_id is not None:
        _bad("địa chỉ IPv6 không được kèm tên cạc mạng")
    return address


def _bad(detail: str) -> NoReturn:
    raise Fault(Failure.BAD_URL, detail)
