"""Signs a PDF as signing programs do: an update behind the file, a detached signature over it."""

import datetime
import io
import re

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

ROOM = 8192


def signed(data):
    """Return the PDF with one signature over all its bytes; what was there is not changed."""
    base = _with_field(data)
    at = base.index(b"<" + b"0" * ROOM + b">")
    end = at + ROOM + 2
    ranges = b"[0 %d %d %d]" % (at, end, len(base) - end)
    place = re.search(rb"/ByteRange ?\[ ?0 1111111111 1111111111 1111111111 ?\]", base)
    base = (
        base[: place.start()] + (b"/ByteRange " + ranges).ljust(len(place[0])) + base[place.end() :]
    )
    content = base[:at] + base[end:]
    proof = _signature(content).hex().encode()
    return base[: at + 1] + proof.ljust(ROOM, b"0") + base[end - 1 :]


def _with_field(data):
    """Return the PDF with a signature field whose room is still empty."""
    with pikepdf.open(io.BytesIO(data)) as made:
        proof = pikepdf.Dictionary(
            Type=pikepdf.Name.Sig,
            Filter=pikepdf.Name("/Adobe.PPKLite"),
            SubFilter=pikepdf.Name("/adbe.pkcs7.detached"),
            ByteRange=pikepdf.Array([0, 1111111111, 1111111111, 1111111111]),
            Contents=pikepdf.String(b"\xab\xcd" * (ROOM // 4)),
        )
        field = pikepdf.Dictionary(
            FT=pikepdf.Name.Sig,
            T=pikepdf.String("Chu ky"),
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            Rect=[0, 0, 0, 0],
            V=made.make_indirect(proof),
        )
        field = made.make_indirect(field)
        made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), SigFlags=3)
        out = io.BytesIO()
        made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue().replace(b"<" + b"abcd" * (ROOM // 4) + b">", b"<" + b"0" * ROOM + b">")


def _signature(content):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Nguyễn Văn Ký")])
    start = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=3650))
        .sign(key, hashes.SHA256())
    )
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content)
    builder = builder.add_signer(certificate, key, hashes.SHA256())
    return builder.sign(serialization.Encoding.DER, options)
