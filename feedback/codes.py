"""The tracking code a sender reads aloud, the secret beside it, and the keys of agency links."""

import hashlib
import hmac
import re
import secrets
import uuid

from cityweb.core import link_keys

# Without 0 O 1 I L U: read over the telephone, copied by hand.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
# They share no divisor with the thirty letters, so that every single wrong letter is noticed.
_WEIGHTS = (1, 7, 11, 13, 17, 19, 23, 29)
_CODE_LETTERS = 7
_NAMED = re.compile(r"(?<![^\W_])[A-Za-z]{1,6}\d{2}[\s\-–_]{0,2}[2-9A-Za-z]{8}(?![^\W_])")
_READ_LETTERS = 100_000
_SECRET_LETTERS = 10


def new_code(prefix: str, year: int) -> str:
    """Return a fresh tracking code such as "XD26-7K4F9QM3".

    Drawn at random, so that codes tell nothing of how many there are; the last letter is a check
    on the others.
    """
    letters = "".join(secrets.choice(ALPHABET) for _ in range(_CODE_LETTERS))
    head = f"{prefix}{year % 100:02d}-{letters}"
    return head + _check_letter(head)


def is_code(text: str) -> bool:
    """Tell whether `text` could be a code: right letters, right check letter."""
    head, last = text[:-1], text[-1:]
    return "-" in head and len(text) <= 20 and _check_letter(head) == last


def tidy_code(text: str) -> str:
    """Return a tracking code as typed, with or without its dash, in the one form it is kept in."""
    letters = "".join(filter(str.isalnum, text)).upper()
    tail = _CODE_LETTERS + 1
    return f"{letters[:-tail]}-{letters[-tail:]}" if len(letters) > tail else letters


def named_in(text: str) -> set[str]:
    """Return every tracking code a text names, however it is typed, as codes are kept."""
    found = (tidy_code(match[0]) for match in _NAMED.finditer(text[:_READ_LETTERS]))
    return {code for code in found if is_code(code)}


def tidy(text: str) -> str:
    """Return a code or secret as typed by a person in the one form it is kept in."""
    return "".join(text.split()).upper().replace("–", "-")


def secret_for(token: uuid.UUID) -> str:
    """Return the secret of the submission sent with `token`, such as "K7MQ2-9XWTA".

    Made from the token by a key, so that the same form sent twice gets the same receipt although
    the secret itself is kept nowhere.
    """
    digest = hmac.digest(_key("secret"), token.bytes, hashlib.sha256)
    number = int.from_bytes(digest, "big")
    letters = []
    for _ in range(_SECRET_LETTERS):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    half = _SECRET_LETTERS // 2
    return "".join(letters[:half]) + "-" + "".join(letters[half:])


def digest_of_secret(secret: str) -> str:
    """Return what is kept of a secret: a keyed digest, 64 hex characters."""
    bare = tidy(secret).replace("-", "")
    return hmac.new(_key("secret-digest"), bare.encode(), hashlib.sha256).hexdigest()


def is_secret(secret: str, digest: str) -> bool:
    """Tell whether `secret` is the one behind `digest`, in the same time whether or not."""
    return hmac.compare_digest(digest_of_secret(secret), digest or "0" * 64)


def new_link_key() -> tuple[str, str]:
    """Return a fresh key for an agency's link, and the digest that is kept of it."""
    return link_keys.new("feedback.agency-link")


def digest_of_link_key(key: str) -> str:
    """Return the digest by which a link is found, 64 hex characters."""
    return link_keys.digest("feedback.agency-link", key)


def new_partner_key() -> tuple[str, str]:
    """Return a fresh key for a partner's system, and the digest that is kept of it."""
    return link_keys.new("feedback.partner-key")


def digest_of_partner_key(key: str) -> str:
    """Return the digest by which a partner is found, 64 hex characters."""
    return link_keys.digest("feedback.partner-key", key)


def _key(purpose: str) -> bytes:
    return link_keys.secret_for(f"feedback.{purpose}")


def _check_letter(head: str) -> str:
    total = sum(
        _WEIGHTS[place % len(_WEIGHTS)] * ALPHABET.find(letter) for place, letter in enumerate(head)
    )
    return ALPHABET[total % len(ALPHABET)]
