"""What a site's certificate says, and why it was not believed where it was not."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import certifi
from cryptography import x509
from cryptography.x509.oid import NameOID

from cityweb.core import text
from cityweb.core.fetch.failures import Failure

MOST_NAMES = 100
LONGEST_NAME = 200
# What cryptography says of certificates that OpenSSL took all the same.
_UNREADABLE = (
    *(ValueError, x509.DuplicateExtension),
    *(x509.InvalidVersion, x509.UnsupportedGeneralNameType),
)
# Numbers of OpenSSL's verification: x509_vfy.h.
_NAMED = {
    9: Failure.TLS_NOT_YET,
    10: Failure.TLS_EXPIRED,
    18: Failure.TLS_SELF_SIGNED,
    62: Failure.TLS_NAME,
    64: Failure.TLS_NAME,
}


@dataclass(frozen=True, slots=True)
class TlsFacts:
    """The certificate a site showed; `problem` says why it was not believed, if it was not."""

    protocol: str
    subject: str = ""
    issuer: str = ""
    names: tuple[str, ...] = ()
    not_after: datetime | None = None
    problem: Failure | None = None


@lru_cache(maxsize=4)
def strict_context(ca_file: str) -> ssl.SSLContext:
    """Return what believes the authorities that browsers believe, and those in `ca_file`."""
    context = ssl.create_default_context(cafile=certifi.where())
    if ca_file:
        context.load_verify_locations(ca_file)
    _as_browsers_do(context)
    # From Python 3.13 on certificates that browsers take are refused unless this is said.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    return context


@lru_cache(maxsize=1)
def looking_context() -> ssl.SSLContext:
    """Return what believes nothing and refuses nothing: for looking at a certificate alone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    _as_browsers_do(context)
    return context


def _as_browsers_do(context: ssl.SSLContext) -> None:
    context.set_alpn_protocols(["http/1.1"])
    # Old F5 and IIS front ends: browsers open them, so citizens do too.
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)


def problem_of(error: ssl.SSLCertVerificationError) -> Failure:
    """Return the class of a failed verification: expired, wrong name, self-signed, or the chain."""
    return _NAMED.get(error.verify_code, Failure.TLS_CHAIN)


def facts_of(channel: ssl.SSLObject, problem: Failure | None = None) -> TlsFacts:
    """Return what the other side of an encrypted channel said of itself."""
    protocol = channel.version() or ""
    try:
        certificate = x509.load_der_x509_certificate(channel.getpeercert(True) or b"")
        return TlsFacts(
            protocol=protocol,
            subject=_name(certificate.subject),
            issuer=_name(certificate.issuer),
            names=_alternatives(certificate),
            not_after=certificate.not_valid_after_utc,
            problem=problem,
        )
    except _UNREADABLE:
        return TlsFacts(protocol=protocol, problem=problem)


def _name(name: x509.Name) -> str:
    """Return who a name stands for: the common name, with the organisation where it is given."""
    parts = [
        str(attribute.value)
        for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
        for attribute in name.get_attributes_for_oid(oid)[:1]
    ]
    return _shown(", ".join(parts))


def _alternatives(certificate: x509.Certificate) -> tuple[str, ...]:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    return tuple(
        _shown(str(name.value))
        for name in list(names)[:MOST_NAMES]
        if isinstance(name, x509.DNSName | x509.IPAddress)
    )


def _shown(name: str) -> str:
    return " ".join(text.clean(name[:LONGEST_NAME]).split())
