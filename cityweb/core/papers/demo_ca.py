"""The demo's own certificate authority: keys for its sample people, worth nothing and saying so.

Made under `var/` when first needed. Every certificate carries an extension of its own by which
production knows and refuses it, and so does the paper in plain words.
"""

import contextlib
import fcntl
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID

MARK = "2.25.148305237919382640562218443561247902317"
"""The extension in every certificate of a demo (an arc of a UUID, which nobody else has)."""

Key = ec.EllipticCurvePrivateKey

_WORDS = "CityWeb - CA thử nghiệm, không có giá trị pháp lý"
_AUTHORITY, _AUTHORITY_KEY = "ca-thu-nghiem.pem", "ca-thu-nghiem.key"
_YEARS = timedelta(days=3650)
# The certificates must hold before the sample papers of the past that they sign.
_BEFORE = timedelta(days=3650)


def ensure(folder: Path, name: str, *, holder: str, organisation: str) -> None:
    """Make `<name>.p12` in the folder, and the authority before it, unless they are there.

    Safe in two processes at once: who comes second waits and finds the key.
    """
    if (folder / f"{name}.p12").exists():
        return
    with _alone(folder):
        if not (folder / f"{name}.p12").exists():
            authority, authority_key = _authority(folder)
            key = ec.generate_private_key(ec.SECP256R1())
            certificate = _issued(
                holder, organisation, key.public_key(), authority.subject, authority_key
            )
            # The passphrase lies beside it: in a demo it only shows how a real key is set up.
            secret = os.urandom(16).hex().encode()
            packed = pkcs12.serialize_key_and_certificates(
                name.encode(), key, certificate, None, BestAvailableEncryption(secret)
            )
            _write(folder / f"{name}.pin", secret)
            _write(folder / f"{name}.p12", packed)


def make_once(folder: Path, name: str, make: Callable[[x509.Certificate, Key], bytes]) -> None:
    """Write what `make` returns, given the folder's authority and its key, unless it is there."""
    if not (folder / name).exists():
        with _alone(folder):
            if not (folder / name).exists():
                _write(folder / name, make(*_authority(folder)))


def authority_file(folder: Path) -> Path:
    """Return where the certificate of the folder's authority lies; made if it is not there."""
    with _alone(folder):
        _authority(folder)
    return folder / _AUTHORITY


def _authority(folder: Path) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    if not (folder / _AUTHORITY).exists():
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = _issued(_WORDS, "", key.public_key(), None, key)
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        _write(folder / _AUTHORITY_KEY, secret)
        _write(folder / _AUTHORITY, certificate.public_bytes(Encoding.PEM))
    key = load_pem_private_key((folder / _AUTHORITY_KEY).read_bytes(), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise ValueError("the demo's authority has a key of another kind")
    return x509.load_pem_x509_certificate((folder / _AUTHORITY).read_bytes()), key


def _issued(
    holder: str,
    organisation: str,
    key: ec.EllipticCurvePublicKey,
    issuer: x509.Name | None,
    issuer_key: ec.EllipticCurvePrivateKey,
) -> x509.Certificate:
    """Return a certificate; without `issuer` one that may issue others and signs itself."""
    now = datetime.now(UTC).replace(microsecond=0)
    parts = [x509.NameAttribute(NameOID.COUNTRY_NAME, "VN")]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation[:64]))
    parts.append(x509.NameAttribute(NameOID.COMMON_NAME, holder[:64]))
    subject = x509.Name(parts)
    is_authority = issuer is None
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer or subject)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + _YEARS)
        .add_extension(x509.BasicConstraints(is_authority, 0 if is_authority else None), True)
        .add_extension(usage(is_authority=is_authority), True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), False
        )
        .add_extension(x509.UnrecognizedExtension(x509.ObjectIdentifier(MARK), b"\x05\x00"), False)
        .sign(issuer_key, hashes.SHA256())
    )


def usage(*, is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _write(path: Path, data: bytes) -> None:
    """Put the file in its place whole, for its owner's eyes alone."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(data)
    part.replace(path)
