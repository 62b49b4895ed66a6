"""Certificates of the sample sites: an authority of the demo's own, good ones and bad ones."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from members.demo.sample import STRANGERS, SUFFIX

AUTHORITY = "ca.pem"
_KEY = "ca.key"
# How many days certificates hold from today, by how a site plays; all others for these.
_DAYS = {"cert-expired": -3, "cert-soon": 5}
_USUAL_DAYS = 80
_TEN_YEARS = 3650


def make_authority(folder: Path) -> Path:
    """Make the demo's authority where it is missing; return the file that names it."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / AUTHORITY
    if not target.exists():
        key = ec.generate_private_key(ec.SECP256R1())
        made = _certificate("Cơ quan chứng thực mẫu", [], key, None, days=_TEN_YEARS)
        (folder / _KEY).write_bytes(_pem(key))
        target.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return target


class Wardrobe:
    """What each sample site shows when it is asked over HTTPS."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._authority = x509.load_pem_x509_certificate(make_authority(folder).read_bytes())
        self._signer = serialization.load_pem_private_key((folder / _KEY).read_bytes(), None)
        usual = [f"*{SUFFIX}", f"*{STRANGERS}"]
        self.usual = self._context("usual", usual, _USUAL_DAYS)
        self._odd = {
            play: self._context(play, [f"*{SUFFIX}"], days) for play, days in _DAYS.items()
        }
        self._odd["cert-name"] = self._context("cert-name", ["khac.example"], _USUAL_DAYS)

    def context_for(self, play: str) -> ssl.SSLContext:
        return self._odd.get(play, self.usual)

    def _context(self, name: str, hosts: list[str], days: int) -> ssl.SSLContext:
        key = ec.generate_private_key(ec.SECP256R1())
        made = _certificate(hosts[0], hosts, key, (self._authority, self._signer), days=days)
        file = self._folder / f"{name}.pem"
        file.write_bytes(_pem(key) + made.public_bytes(serialization.Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _certificate(
    name: str,
    hosts: list[str],
    key: ec.EllipticCurvePrivateKey,
    issuer: tuple[x509.Certificate, ec.EllipticCurvePrivateKey] | None,
    *,
    days: int,
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer[0].subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=90))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    if hosts:
        names = x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts])
        builder = builder.add_extension(names, critical=False)
    return builder.sign(issuer[1] if issuer else key, hashes.SHA256())
