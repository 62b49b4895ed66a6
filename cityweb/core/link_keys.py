"""Keys of links by which somebody without an account does one thing, for a time.

A key is mailed to one address and kept only as a keyed digest: reading the
database gives nobody a link.
"""

import hashlib
import hmac
import secrets

from django.conf import settings
from django.http import HttpResponse


def new(purpose: str) -> tuple[str, str]:
    """Return a fresh key for a link of this purpose, and the digest that is kept of it."""
    key = secrets.token_urlsafe(32)
    return key, digest(purpose, key)


def digest(purpose: str, key: str) -> str:
    """Return the digest by which a link is found, 64 hex characters."""
    return hmac.new(secret_for(purpose), key.encode(), hashlib.sha256).hexdigest()


def secret_for(purpose: str) -> bytes:
    """Return the secret of the portal for one purpose, such as "feedback.agency-link"."""
    return hmac.digest(settings.INDEX_KEY.encode(), purpose.encode(), hashlib.sha256)


def private(response: HttpResponse, *, is_link: bool) -> HttpResponse:
    """Keep a page out of caches and search engines, and the key of its address to this site."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer" if is_link else "same-origin"
    return response
