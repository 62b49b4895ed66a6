"""Papers as they are read: previews, files, and what stands behind a code, a number or a file."""

import hashlib
import ssl
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import IO

from django.db.models import F, Func, TextField
from django.utils import timezone

from cityweb.core import text
from cityweb.core.attachments import store
from cityweb.core.models import Paper
from cityweb.core.papers import rendering, sheets, trust, verifying

MOST_NUMBERED = 20
_READ_AS = str.maketrans("OIL", "011")


def preview(paper: Paper, *, now: datetime | None = None) -> bytes:
    """Return a draft as PDF under its watermark, without number, signature or code.

    Raises `Refused("no-number-pattern")` where numbers of the kind are not arranged yet.
    """
    made_at = timezone.localtime(now).replace(microsecond=0)
    return rendering.render(sheets.sheet_of(paper, made_at=made_at)).pdf


def open_file(paper: Paper) -> IO[bytes]:
    """Return the bytes of an issued paper."""
    return store.open_file(paper.file.path)


def verify(data: bytes, *, at: datetime | None = None) -> verifying.Verdict:
    """Return the verdict on a file, by those whom this installation believes.

    `at` is when it is known to have been signed, from the register for instance: certificates that
    have expired since are judged by that moment. Asks no table, never raises for what is in `data`.
    """
    return verifying.judge(data, roots=trust.roots(), now=timezone.now(), at=at)


def issued_as(data: bytes) -> Paper | None:
    """Return the paper of ours whose file is this to the last byte."""
    digest = hashlib.sha256(data).hexdigest()
    return Paper.objects.issued().filter(file__sha256=digest).first()


def by_code(written: str) -> Paper | None:
    """Return the issued paper with that code, however it was typed."""
    letters = "".join(
        letter
        for letter in unicodedata.normalize("NFKC", text.clean(written)).upper().translate(_READ_AS)
        if letter.isalnum()
    )
    code = "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))
    return Paper.objects.issued().filter(code=code).first()


def numbered(spellings: Sequence[str], *, kinds: Sequence[str]) -> list[Paper]:
    """Return the issued papers of these kinds whose number, folded, is written so."""
    folded = Func(F("number_text"), function="core_fold", output_field=TextField())
    rows = Paper.objects.issued().filter(kind__in=kinds).alias(folded=folded)
    rows = rows.filter(folded__in=spellings).select_related("organisation")
    return list(rows.order_by("-id")[:MOST_NUMBERED])


def authorities() -> str:
    """Return the certificates in which chains must end, for those who verify without us (PEM)."""
    return "".join(ssl.DER_cert_to_PEM_cert(root) for root in trust.roots())
