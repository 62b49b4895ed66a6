"""Which addresses may be asked at all: those anybody on the open internet may ask, and no others.

The tables are our own, not those of `ipaddress`: what counts as global there differs between
releases of Python, and this must not. IPv4 is open unless listed here; IPv6 is shut unless it lies
in the part that is given out, because most of it leads nowhere or back to IPv4.

Source: IANA special-purpose address registries for IPv4 and IPv6.
"""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

_SHUT_IPV4 = [
    (IPv4Network("0.0.0.0/8"), "địa chỉ “mạng này”"),
    (IPv4Network("10.0.0.0/8"), "mạng nội bộ"),
    (IPv4Network("100.64.0.0/10"), "mạng nội bộ của nhà mạng (CGNAT)"),
    (IPv4Network("127.0.0.0/8"), "chính máy này"),
    # The addresses of clouds' metadata services lie here.
    (IPv4Network("169.254.0.0/16"), "địa chỉ nối trực tiếp (siêu dữ liệu máy chủ)"),
    # The one metadata service on an address that looks public: Azure's.
    (IPv4Network("168.63.129.16/32"), "siêu dữ liệu máy chủ"),
    (IPv4Network("172.16.0.0/12"), "mạng nội bộ"),
    (IPv4Network("192.0.0.0/24"), "địa chỉ dành cho giao thức"),
    (IPv4Network("192.0.2.0/24"), "địa chỉ dành cho tài liệu"),
    (IPv4Network("192.31.196.0/24"), "địa chỉ dành riêng (AS112)"),
    (IPv4Network("192.52.193.0/24"), "địa chỉ dành riêng (AMT)"),
    (IPv4Network("192.88.99.0/24"), "trạm chuyển tiếp 6to4"),
    (IPv4Network("192.168.0.0/16"), "mạng nội bộ"),
    (IPv4Network("192.175.48.0/24"), "địa chỉ dành riêng (AS112)"),
    (IPv4Network("198.18.0.0/15"), "địa chỉ dành cho đo kiểm"),
    (IPv4Network("198.51.100.0/24"), "địa chỉ dành cho tài liệu"),
    (IPv4Network("203.0.113.0/24"), "địa chỉ dành cho tài liệu"),
    (IPv4Network("224.0.0.0/4"), "địa chỉ nhóm (multicast)"),
    (IPv4Network("240.0.0.0/4"), "địa chỉ dành riêng"),
]
_OPEN_IPV6 = IPv6Network("2000::/3")
# Some lie outside the open part as well: they are here for their names.
_SHUT_IPV6 = [
    (IPv6Network("::1/128"), "chính máy này"),
    (IPv6Network("::ffff:0:0/96"), "địa chỉ IPv4 viết dưới dạng IPv6"),
    (IPv6Network("::/96"), "địa chỉ IPv4 viết dưới dạng IPv6"),
    (IPv6Network("64:ff9b::/96"), "địa chỉ chuyển đổi NAT64"),
    (IPv6Network("64:ff9b:1::/48"), "địa chỉ chuyển đổi NAT64"),
    (IPv6Network("2001::/32"), "đường hầm Teredo"),
    (IPv6Network("2001::/23"), "địa chỉ dành cho giao thức"),
    (IPv6Network("2001:db8::/32"), "địa chỉ dành cho tài liệu"),
    (IPv6Network("2002::/16"), "đường hầm 6to4"),
    (IPv6Network("2620:4f:8000::/48"), "địa chỉ dành riêng (AS112)"),
    (IPv6Network("3ffe::/16"), "địa chỉ của mạng thử nghiệm cũ"),
    (IPv6Network("3fff::/20"), "địa chỉ dành cho tài liệu"),
    (IPv6Network("fc00::/7"), "mạng nội bộ"),
    (IPv6Network("fe80::/10"), "địa chỉ nối trực tiếp"),
    (IPv6Network("fec0::/10"), "mạng nội bộ"),
    (IPv6Network("ff00::/8"), "địa chỉ nhóm (multicast)"),
]


@lru_cache(maxsize=4096)
def why_off_limits(address: IPv4Address | IPv6Address) -> str:
    """Return why `address` is never asked, in Vietnamese; "" where it may be."""
    if isinstance(address, IPv4Address):
        return _first(address, _SHUT_IPV4)
    if address.scope_id:
        return "địa chỉ nối trực tiếp"
    reason = _first(address, _SHUT_IPV6)
    return reason or ("" if address in _OPEN_IPV6 else "địa chỉ dành riêng")


def _first(
    address: IPv4Address | IPv6Address,
    table: list[tuple[IPv4Network, str]] | list[tuple[IPv6Network, str]],
) -> str:
    return next((reason for network, reason in table if address in network), "")
