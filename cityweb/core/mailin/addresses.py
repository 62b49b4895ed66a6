"""Addresses to answer to that carry the case they belong to, and that nobody can make up."""

import base64
import re
from hmac import compare_digest

from django.conf import settings

from cityweb.core.sealed import keyed_digest

PURPOSE = "mail.reply"
# 80 bits: an address cannot be found by trying, and stays short.
DIGEST_CHARACTERS = 16
_KIND = re.compile(r"[a-z0-9]{1,12}")
_KEY = re.compile(r"[A-Za-z0-9-]{1,20}")
_TOKEN = re.compile(r"([a-z0-9]{1,12})-([a-z0-9-]{1,20})-([a-z2-7]{16})")


def reply_address(kind: str, key: str) -> str:
    """Return the address that leads an answer to `key` ("gopy+<token>@…"); "" where none is set up.

    `kind` is a short word of small letters; `key` is letters, digits and hyphens, read back in
    small letters, because mail programs change case.
    """
    key = key.lower() if _KEY.fullmatch(key) else ""
    if not key or not _KIND.fullmatch(kind):
        raise ValueError("a reply address is made of a short kind and a short key")
    if not settings.MAIL_IN_ADDRESS:
        return ""
    name, _, domain = settings.MAIL_IN_ADDRESS.rpartition("@")
    return f"{name}+{kind}-{key}-{_digest(kind, key)}@{domain}"


def read_reply_address(address: str) -> tuple[str, str] | None:
    """Return the kind and key of an address that we gave out; nothing for any other."""
    name, _, domain = settings.MAIL_IN_ADDRESS.lower().rpartition("@")
    local, _, host = address.strip().lower().rpartition("@")
    ours, _, token = local.partition("+")
    if not name or (ours, host) != (name, domain):
        return None
    match = _TOKEN.fullmatch(token)
    if match is None:
        return None
    kind, key, digest = match.groups()
    return (kind, key) if compare_digest(digest, _digest(kind, key)) else None


def _digest(kind: str, key: str) -> str:
    digest = bytes.fromhex(keyed_digest(f"{kind}\0{key}", purpose=PURPOSE))
    return base64.b32encode(digest).decode().lower()[:DIGEST_CHARACTERS]
