"""Makes the file of a paper: sets it, finds the keys that its places ask for, signs."""

import logging
import re
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from pkcs11.exceptions import PKCS11Error
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from cityweb.core.errors import Refused
from cityweb.core.models import Organisation, Paper, PaperSignature, User
from cityweb.core.papers import demo_ca, keys, rendering, sheets, signing

logger = logging.getLogger(__name__)

_TSA_SECONDS = 5
# What may name a file: an address could hold a slash.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9@._+-]{0,199}")


def made(
    paper: Paper, signer: User | None, at: datetime, *, approval: str = ""
) -> tuple[bytes, list[PaperSignature]]:
    """Return the file, and its signatures as rows that are not saved yet.

    `approval`: how the person came to sign, said in their signature.

    Only the set paper knows where it wants signatures, and whether test keys sign must stand on it:
    so it is set once to ask, and set again only when that changes what stands on it. Raises
    `Refused` when keys, token or time stamping authority fail: "no-signer", "signing-failed", and
    as `keys.open_key` does.
    """
    rendered = rendering.render(sheets.sheet_of(paper, made_at=at))
    signings = _signings(paper, rendered, signer, approval)
    if any(one.key.is_test for one in signings):
        rendered = rendering.render(sheets.sheet_of(paper, made_at=at, is_test=True))
    rows = [_row(paper, one, signer, at) for one in signings]
    return _signed(rendered, signings, at) if signings else rendered.pdf, rows


def _signed(rendered: rendering.Rendered, signings: list[signing.Signing], at: datetime) -> bytes:
    try:
        return signing.sign(rendered, signings, at=at, timestamper=timestamper())
    except (TimestampRequestError, PKCS11Error) as problem:
        # A token that was pulled out needs a new session once it is back.
        keys.forget()
        logger.warning("signing failed: %s", type(problem).__name__)
        raise Refused(
            "signing-failed",
            "Thiết bị ký số hoặc máy chủ dấu thời gian không trả lời, văn bản chưa được ban hành. "
            "Hãy thử lại sau ít phút.",
        ) from problem


def _row(paper: Paper, one: signing.Signing, signer: User | None, at: datetime) -> PaperSignature:
    return PaperSignature(
        paper=paper,
        place=one.place,
        signer=signer if one.place == PaperSignature.Place.PERSON else None,
        holder=one.key.holder[:200],
        serial=one.key.serial,
        fingerprint=one.key.fingerprint,
        is_test=one.key.is_test,
        signed_at=at,
    )


def _signings(
    paper: Paper, rendered: rendering.Rendered, signer: User | None, approval: str
) -> list[signing.Signing]:
    """Return who signs in which place, the person first."""
    found = []
    if "person" in rendered.places:
        if signer is None:
            raise Refused("no-signer", "Văn bản này cần người ký. Hãy chọn người ký rồi ban hành.")
        found.append(signing.Signing("person", key_of_person(signer), approval))
    if "seal" in rendered.places:
        found.append(signing.Signing("seal", key_of_organisation(paper.organisation)))
    return found


def key_of_person(person: User) -> keys.SigningKey:
    """Return the key of a person. Raises `Refused` as `keys.open_key` does."""
    organisation = person.organisation.name if person.organisation else ""
    return _key(person.email, person.full_name, organisation)


def key_of_organisation(organisation: Organisation) -> keys.SigningKey:
    """Return the key that seals for an organisation. Raises `Refused` as `keys.open_key` does."""
    return _key(f"to-chuc-{organisation.pk}", organisation.name, "")


def _key(name: str, holder: str, organisation: str) -> keys.SigningKey:
    folder = Path(settings.PAPER_KEYS)
    if not _NAME.fullmatch(name):
        raise Refused("no-signing-key", f"“{name}” không thể là tên của khóa ký số.")
    if settings.PAPER_DEMO_AUTHORITY:
        demo_ca.ensure(folder, name, holder=holder, organisation=organisation)
    return keys.open_key(folder, name, allow_test=settings.PAPER_DEMO_AUTHORITY)


def timestamper() -> TimeStamper | None:
    """Return who stamps the time on signatures; None where no authority is configured."""
    return _timestamper(settings.PAPER_TSA_URL) if settings.PAPER_TSA_URL else None


@lru_cache(maxsize=1)
def _timestamper(address: str) -> TimeStamper:
    """Keep one a process: it asks for a sample answer once, to know how much room to leave."""
    return HTTPTimeStamper(address, timeout=_TSA_SECONDS)
