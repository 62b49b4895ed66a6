"""The demo's own time stamping authority: true to the form, worth nothing, and saying so."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from asn1crypto import keys, pem, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper, TimeStamper

from cityweb.core.papers import demo_ca

NAME = "CityWeb - TSA thử nghiệm, không có giá trị pháp lý"
_FILE = "tsa-thu-nghiem.pem"
_YEARS = timedelta(days=3650)


def timestamper(folder: Path) -> TimeStamper:
    """Return who stamps times in a demo; its key is made below `folder` when first needed."""
    demo_ca.make_once(folder, _FILE, _made)
    parts = {name: data for name, _, data in pem.unarmor((folder / _FILE).read_bytes(), True)}
    return DummyTimeStamper(
        x509.Certificate.load(parts["CERTIFICATE"]), keys.PrivateKeyInfo.load(parts["PRIVATE KEY"])
    )


def _made(issuer: certificates.Certificate, issuer_key: demo_ca.Key) -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    now = datetime.now(UTC).replace(microsecond=0)
    stamps_only = certificates.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    made = (
        certificates.CertificateBuilder()
        .subject_name(certificates.Name([certificates.NameAttribute(NameOID.COMMON_NAME, NAME)]))
        .issuer_name(issuer.subject)
        .public_key(key.public_key())
        .serial_number(certificates.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + _YEARS)
        .add_extension(certificates.BasicConstraints(False, None), True)
        .add_extension(demo_ca.usage(is_authority=False), True)
        .add_extension(stamps_only, True)
        .sign(issuer_key, hashes.SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return secret + made.public_bytes(Encoding.PEM)
