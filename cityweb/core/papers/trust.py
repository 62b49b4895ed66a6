"""Whom we believe: the certificates in which chains must end."""

from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from cityweb.core.papers import demo_ca

# All of them travel as one argument of a process.
_MOST_BYTES = 64 * 1024


def roots() -> list[bytes]:
    """Return the believed certificates (DER): those of PAPER_TRUST, and in a demo its own.

    What a demo made is believed nowhere else, whatever lies in the file.
    """
    files = [Path(settings.PAPER_TRUST)] if settings.PAPER_TRUST else []
    if settings.PAPER_DEMO_AUTHORITY:
        files.append(demo_ca.authority_file(Path(settings.PAPER_KEYS)))
    is_demo = settings.PAPER_DEMO_AUTHORITY
    found = [root for file in files for root in _read(file, file.stat().st_mtime_ns, is_demo)]
    if sum(map(len, found)) > _MOST_BYTES:
        raise ImproperlyConfigured("PAPER_TRUST có quá nhiều chứng thư.")
    return found


@lru_cache(maxsize=4)
def _read(file: Path, stamp: int, is_demo: bool) -> tuple[bytes, ...]:
    """Read once; a changed file is read anew."""
    mark = x509.ObjectIdentifier(demo_ca.MARK)
    return tuple(
        root.public_bytes(Encoding.DER)
        for root in x509.load_pem_x509_certificates(file.read_bytes())
        if is_demo or all(part.oid != mark for part in root.extensions)
    )
