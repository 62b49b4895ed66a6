"""The short-lived key that stands for code and secret on the pages after they were shown.

It lies in a hidden field of each form, not in a cookie: nothing stays behind on a shared machine
once the page is closed, two submissions can be followed side by side, and a foreign page cannot
send it. It lasts half an hour and is renewed with each answer.
"""

from django.core import signing

SECONDS = 30 * 60
_SALT = "feedback.followed"


def issue(pk: int) -> str:
    """Return a key that opens this submission for `SECONDS`."""
    return signing.TimestampSigner(salt=_SALT).sign(str(pk))


def read(key: str) -> int | None:
    """Return which submission the key opens; nothing when it is forged or over."""
    try:
        return int(signing.TimestampSigner(salt=_SALT).unsign(key[:200], max_age=SECONDS))
    except signing.BadSignature:
        return None


def is_over(key: str) -> bool:
    """Tell whether this was a key that has ended, and not a forged one."""
    try:
        signing.TimestampSigner(salt=_SALT).unsign(key[:200], max_age=SECONDS)
    except signing.SignatureExpired:
        return True
    except signing.BadSignature:
        return False
    return False
