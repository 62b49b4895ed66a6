"""Time stamps (RFC 3161): an authority outside the house vouches that these bytes existed then."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from asn1crypto import algos, pem, tsp, x509
from django.conf import settings
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko_certvalidator import ValidationContext

from cityweb.core.papers import demo_ca, demo_tsa

logger = logging.getLogger(__name__)

_SECONDS = 8
_GRANTED = {"granted", "granted_with_mods"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """An answer of an authority, whole (`.tsr`), and what it says."""

    response: bytes
    authority: str
    at: datetime


def stamp(data: bytes) -> Stamp | None:
    """Have the time stamped on `data`; None where no authority is set up or none answers."""
    digest = hashlib.sha256(data).digest()
    for name, authority in _authorities():
        try:
            return asyncio.run(_ask(authority, name, digest))
        except Exception as problem:  # noqa: BLE001  each authority fails in its own library's way
            logger.warning("time stamping authority %s: %s", name, type(problem).__name__)
    return None


def judge(data: bytes, response: bytes) -> str:
    """Return why a stamp does not hold for `data`, in Vietnamese; nothing where it holds."""
    try:
        answer = tsp.TimeStampResp.load(response)
        token = answer["time_stamp_token"]["content"]
        context = ValidationContext(trust_roots=_trusted(), moment=_info(answer)["gen_time"].native)
        status = asyncio.run(
            validate_tst_signed_data(token, context, lambda name: hashlib.new(name, data).digest())
        )
    except Exception:  # noqa: BLE001  a forged stamp fails in many ways, none of them ours
        return "Dấu thời gian hỏng hoặc không phải của tệp này."
    if not (status["intact"] and status["valid"]):
        return "Dấu thời gian không khớp với tệp: nội dung đã bị đổi."
    return "" if status["validation_path"] else "Không tin được cơ quan cấp dấu thời gian."


def trust_file() -> Path | None:
    """Return the certificates in which stamps must end, as a file; None where none are set up."""
    if settings.PAPER_DEMO_AUTHORITY:
        return demo_ca.authority_file(Path(settings.PAPER_KEYS))
    return Path(settings.EVIDENCE_TSA_TRUST) if settings.EVIDENCE_TSA_TRUST else None


def _authorities() -> list[tuple[str, TimeStamper]]:
    found: list[tuple[str, TimeStamper]] = [
        (url, HTTPTimeStamper(url, timeout=_SECONDS)) for url in settings.EVIDENCE_TSA_URLS
    ]
    if settings.PAPER_DEMO_AUTHORITY:
        found.append((demo_tsa.NAME, demo_tsa.timestamper(Path(settings.PAPER_KEYS))))
    return found


async def _ask(authority: TimeStamper, name: str, digest: bytes) -> Stamp:
    imprint = tsp.MessageImprint(
        {"hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}), "hashed_message": digest}
    )
    request = tsp.TimeStampReq(
        {
            "version": 1,
            "message_imprint": imprint,
            "nonce": secrets.randbits(63),
            "cert_req": True,
        }
    )
    answer = await authority.async_request_tsa_response(request)
    info = _info(answer)
    is_ours = (
        info["message_imprint"]["hashed_message"].native == digest
        and info["nonce"].native == request["nonce"].native
    )
    if answer["status"]["status"].native not in _GRANTED or not is_ours:
        raise ValueError("the authority stamped something else")
    return Stamp(answer.dump(), name, info["gen_time"].native)


def _info(answer: tsp.TimeStampResp) -> tsp.TSTInfo:
    return answer["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed


def _trusted() -> list[x509.Certificate]:
    file = trust_file()
    if file is None:
        return []
    parts = pem.unarmor(file.read_bytes(), multiple=True)
    return [x509.Certificate.load(data) for _, _, data in parts]
