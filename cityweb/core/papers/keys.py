"""Keys that sign: files (PKCS#12) or tokens (PKCS#11), one name each, in one folder of a setting.

`<name>.p12` with its passphrase in `<name>.pin`, or `<name>.pkcs11`, which holds a PKCS#11 address
(RFC 7512). `<name>.png` beside it is the picture of the signature or seal. Persons are named by
their e-mail address, organisations as `to-chuc-<number>`.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from asn1crypto import x509
from pyhanko.sign import Signer, SimpleSigner

from cityweb.core.errors import Refused
from cityweb.core.papers import demo_ca, tokens


@dataclass(frozen=True)
class SigningKey:
    """A key that is ready to sign, and what its certificate says of its holder."""

    signer: Signer
    holder: str
    organisation: str
    serial: str
    fingerprint: str
    is_test: bool
    picture: bytes = b""


def open_key(folder: Path, name: str, *, allow_test: bool) -> SigningKey:
    """Return the key of that name.

    Raises `Refused`: "no-signing-key" when there is none, "bad-signing-key" when it cannot be
    opened, "test-key" when it was issued by a demo's own authority and `allow_test` is not set.
    """
    files = [folder / f"{name}{ending}" for ending in (".p12", ".pkcs11", ".pin", ".png")]
    stamps = tuple(file.stat().st_mtime_ns if file.is_file() else 0 for file in files)
    if not any(stamps[:2]):
        raise Refused(
            "no-signing-key",
            f"Chưa có khóa ký số “{name}”. Hãy báo quản trị hệ thống cài đặt khóa.",
        )
    try:
        key = _opened(folder, name, stamps)
    except (ValueError, OSError) as problem:
        raise Refused(
            "bad-signing-key", f"Không mở được khóa ký số “{name}”. Hãy báo quản trị hệ thống."
        ) from problem
    if key.is_test and not allow_test:
        raise Refused(
            "test-key",
            "Khóa ký do hệ thống chạy thử tự cấp, không có giá trị: không được dùng để ký.",
        )
    return key


def forget() -> None:
    """Open every key anew from now on."""
    _opened.cache_clear()


def from_pkcs12(data: bytes, passphrase: bytes | None, picture: bytes = b"") -> SigningKey:
    """Return the key of a PKCS#12 file. Raises `ValueError` when it does not open."""
    signer = SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=passphrase)
    signer.embed_roots = False
    return _described(signer, picture)


@lru_cache(maxsize=64)
def _opened(folder: Path, name: str, stamps: tuple[int, ...]) -> SigningKey:
    """Open once: the passphrase of a file costs a tenth of a second. Changed files open anew."""
    picture = folder / f"{name}.png"
    drawn = picture.read_bytes() if stamps[3] else b""
    if stamps[1]:
        address = (folder / f"{name}.pkcs11").read_text("utf-8").strip()
        return _described(tokens.signer(address), drawn)
    secret = (folder / f"{name}.pin").read_bytes().rstrip(b"\r\n") if stamps[2] else None
    return from_pkcs12((folder / f"{name}.p12").read_bytes(), secret, drawn)


def _described(signer: Signer, picture: bytes) -> SigningKey:
    certificate = signer.signing_cert
    if certificate is None:
        raise ValueError("a signing key needs its certificate")
    subject = certificate.subject.native
    return SigningKey(
        signer=signer,
        holder=_text(subject.get("common_name")),
        organisation=_text(subject.get("organization_name")),
        serial=format(certificate.serial_number, "X"),
        fingerprint=certificate.sha256.hex(),
        is_test=_is_test(certificate),
        picture=picture,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _is_test(certificate: x509.Certificate) -> bool:
    extensions = certificate["tbs_certificate"]["extensions"]
    return any(part["extn_id"].dotted == demo_ca.MARK for part in extensions)
