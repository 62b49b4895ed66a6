"""Pure functions of advertising casework: names of sites, and what they are compared by."""

from urllib.parse import urlsplit

import idna

from cityweb.core.errors import Refused


def domain_of(address: str) -> str:
    """Return the domain of an address as registers keep it: lower case, in Unicode, without "www.".

    Raises `Refused("no-domain")` for what names no host.
    """
    typed = address.strip()
    host = urlsplit(typed if "://" in typed else f"//{typed}").hostname or ""
    try:
        name = idna.decode(idna.encode(host, uts46=True)) if host else ""
    except idna.IDNAError:
        name = ""
    if "." not in name:
        raise Refused("no-domain", f"“{typed[:80]}” không phải tên miền hay địa chỉ website.")
    return name.removeprefix("www.")
