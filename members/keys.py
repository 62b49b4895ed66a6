"""The keys of the links that units get: known to whoever got the mail, kept as a digest only."""

import secrets

from cityweb.core import sealed


def new_key() -> tuple[str, str]:
    """Return a fresh key and the digest that is kept of it."""
    key = secrets.token_urlsafe(32)
    return key, digest_of(key)


def digest_of(key: str) -> str:
    """Return the digest by which a link is found, 64 hex characters."""
    return sealed.keyed_digest(key, purpose="members.link")
