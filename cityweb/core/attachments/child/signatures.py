"""Signed PDF: what each signature covers, whether it holds, and whom it leads to.

Says facts, one dictionary a signature; what they mean in words is said outside. Fetches nothing:
certificates that are not in the file or among the given roots are not found.
"""

import base64
import io
import logging
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from asn1crypto import cms, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError, ValidationInfoReadingError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from verdict import Refusal, Result

_MOST_SIGNATURES = 12
_USAGE = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
_SAMPLE = Path(__file__).with_name("signed_sample.pdf")
_HEX = (b"0123456789abcdef", b"0123456789ABCDEF")


def prepare() -> None:
    """Go once through the whole way, with a file signed twice, so that nothing is left to load."""
    logging.disable(logging.CRITICAL)
    data = _SAMPLE.read_bytes()
    own = PdfFileReader(io.BytesIO(data)).embedded_signatures[0].signer_cert
    root = base64.b64encode(own.dump()).decode()
    done = run(data, {"roots": [root], "at": None, "now": "2026-11-23T00:00:00+00:00"})
    if not all(one["sound"] for one in done.more["signatures"]):
        raise ValueError("the sample does not verify: nothing else could be trusted")


def run(data: bytes, job: dict[str, Any]) -> Result:
    """Return the facts under `more`; a file that is no readable PDF is refused as "unreadable"."""
    if not data.startswith(b"%PDF-"):
        raise Refusal("unreadable")
    roots = [x509.Certificate.load(base64.b64decode(root)) for root in job["roots"]]
    now = datetime.fromisoformat(job["now"])
    at = datetime.fromisoformat(job["at"]) if job["at"] else None
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=True)
        if reader.encrypted:
            raise Refusal("encrypted")
        found = sorted(reader.embedded_signatures, key=lambda one: one.signed_revision)
        empty = [name for name, _, _ in enumerate_sig_fields(reader, filled_status=False)]
        if len(found) > _MOST_SIGNATURES:
            raise Refusal("too-costly")
        facts = [_facts(one, data, roots, at, now) for one in found]
    except (PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError,
            AssertionError, NotImplementedError, OSError, ArithmeticError) as problem:  # fmt: skip
        # A parser in Python meets hostile structure in every way there is.
        raise Refusal("unreadable") from problem
    return Result(kind="pdf", more={"signatures": facts, "empty_fields": empty})


def _facts(
    one: EmbeddedPdfSignature,
    data: bytes,
    roots: list[x509.Certificate],
    at: datetime | None,
    now: datetime,
) -> dict[str, Any]:
    blank = {"field": str(one.field_name), "kind": str(one.sig_object_type), "error": ""}
    if one.sig_object_type != "/Sig" or one.signer_cert is None:
        return blank | {"error": "strange"}
    certificate = one.signer_cert
    facts = blank | _holder(certificate)
    try:
        status = _judged(one, roots, at or now)
        stamped = _stamped_at(status)
        if stamped:
            status = _judged(one, roots, stamped)
    except (SignatureValidationError, ValidationInfoReadingError, PdfError, ValueError) as problem:
        return facts | {"error": type(problem).__name__[:40]}
    judged_at = stamped or at or now
    return facts | {
        "intact": bool(status.intact and status.valid),
        "tidy": _is_tidy(one, data),
        "trusted": bool(status.trusted),
        "sound": bool(status.bottom_line),
        "covers_file": status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        "covers_revision": bool(
            status.coverage
            and status.coverage.value >= SignatureCoverageLevel.ENTIRE_REVISION.value
        ),
        "later_changes": _changes(status),
        "claimed_at": _iso(status.signer_reported_dt or one.self_reported_timestamp),
        "stamped_at": _iso(stamped),
        "has_stamp": status.timestamp_validity is not None,
        "expired": certificate.not_valid_after < judged_at,
        "too_early": certificate.not_valid_before > judged_at,
    }


def _judged(
    one: EmbeddedPdfSignature, roots: list[x509.Certificate], moment: datetime
) -> PdfSignatureStatus:
    context = ValidationContext(
        trust_roots=roots, moment=moment, allow_fetching=False, revocation_mode="soft-fail"
    )
    return _awaited(
        async_validate_pdf_signature(
            one, signer_validation_context=context, key_usage_settings=_USAGE
        )
    )


def _stamped_at(status: PdfSignatureStatus) -> datetime | None:
    """Return the moment that a time stamping authority we trust vouches for."""
    stamp = status.timestamp_validity
    return stamp.timestamp if stamp and stamp.intact and stamp.valid and stamp.trusted else None


def _changes(status: PdfSignatureStatus) -> str:
    """Name what came after the signature: nothing, further signatures, or anything else."""
    level = status.modification_level
    if level is None or level == ModificationLevel.OTHER:
        return "other"
    return "none" if level == ModificationLevel.NONE else "signatures"


def _is_tidy(one: EmbeddedPdfSignature, data: bytes) -> bool:
    """Tell whether the hole in which the signature lies holds the signature and nothing else.

    No digest covers the hole: what stands there beside the signature, or is written in another way
    than the plain one, was put there by somebody else.
    """
    numbers = [int(part) for part in one.byte_range]
    if len(numbers) != 4 or numbers[0] != 0:
        return False
    hole = data[numbers[1] : numbers[2]]
    written = hole[1:-1]
    if hole[:1] != b"<" or hole[-1:] != b">" or len(written) % 2:
        return False
    if not any(not written.strip(digits) for digits in _HEX):
        return False
    content = bytes.fromhex(written.decode("ascii"))
    signature = cms.ContentInfo.load(content)
    length = len(signature.dump())
    if content[length:].strip(b"\0") or signature.dump(force=True) != content[:length]:
        return False
    return _is_labelled(signature["content"], one.signer_cert)


def _is_labelled(signed: cms.SignedData, certificate: x509.Certificate) -> bool:
    """Tell whether the parts that no digest covers say what RFC 5652 lets them say here."""
    (signer,) = signed["signer_infos"]
    by_name = signer["sid"].name == "issuer_and_serial_number"
    if by_name and signer["sid"].chosen["issuer"].dump() != certificate.issuer.dump():
        return False
    return (
        signer["version"].native == ("v1" if by_name else "v3")
        and signed["version"].native == ("v1" if by_name else "v3")
        and signer["digest_algorithm"].dump() in [one.dump() for one in signed["digest_algorithms"]]
        and signed["crls"].native is None
    )


def _holder(certificate: x509.Certificate) -> dict[str, Any]:
    subject, issuer = certificate.subject.native, certificate.issuer.native
    marks = [part["extn_id"].dotted for part in certificate["tbs_certificate"]["extensions"]]
    return {
        "signer": _text(subject.get("common_name")),
        "organisation": _text(subject.get("organization_name")),
        "issuer": _text(issuer.get("common_name") or issuer.get("organization_name")),
        "serial": format(certificate.serial_number, "X"),
        "fingerprint": certificate.sha256.hex(),
        "marks": [mark for mark in marks if mark.startswith("2.25.")],
        "valid_to": _iso(certificate.not_valid_after),
    }


def _text(value: object) -> str:
    return value[:200] if isinstance(value, str) else ""


def _iso(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _awaited(work: Coroutine[Any, Any, PdfSignatureStatus]) -> PdfSignatureStatus:
    """Run to its end what never waits, because nothing is fetched; an event loop needs sockets."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    work.close()
    raise ValueError("judging a signature wanted to wait for something")
