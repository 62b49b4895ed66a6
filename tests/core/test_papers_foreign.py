"""Signed papers before programs that none of us wrote, and a key inside a real token's software."""

import io
import os
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from cityweb.core.papers import keys
from tests.core import papers

pytestmark = pytest.mark.slow
SOFTHSM = next(
    (
        path
        for path in (
            os.environ.get("SOFTHSM2_LIB", ""),
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
        )
        if path and Path(path).is_file()
    ),
    "",
)


def needs(program):
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not here")


def run(*command):
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, timeout=60
    )


@pytest.fixture
def licence(tmp_path):
    path = tmp_path / "giay-phep.pdf"
    path.write_bytes(papers.signed())
    return path


@needs("qpdf")
def test_qpdf_finds_no_fault(licence):
    assert run("qpdf", "--check", licence).returncode == 0


@needs("pdfsig")
def test_pdfsig_finds_both_signatures_valid(licence):
    said = run("pdfsig", "-nocert", licence).stdout
    assert said.count("Signature is Valid") == 2
    assert said.count("Signature Type: ETSI.CAdES.detached") == 2
    assert "Total document signed" in said.partition("Signature #2")[2]
    changed = bytearray(licence.read_bytes())
    changed[5000] ^= 1
    licence.write_bytes(changed)
    assert "Signature is Valid" not in run("pdfsig", "-nocert", licence).stdout


@needs("pdffonts")
def test_pdffonts_sees_every_font_inside(licence):
    lines = run("pdffonts", licence).stdout.splitlines()[2:]
    assert lines
    assert all("LiberationSerif" in line and " yes yes yes " in line for line in lines)


@needs("pdftotext")
def test_pdftotext_reads_vietnamese(licence):
    said = run("pdftotext", licence, "-").stdout
    assert "Độc lập - Tự do - Hạnh phúc" in said
    assert "Nguyễn Thị Hồng Ngữ" in said


@needs("openssl")
@pytest.mark.parametrize("place", [0, 1])
def test_openssl_verifies_each_signature_offline(licence, tmp_path, place):
    data = licence.read_bytes()
    with pikepdf.open(io.BytesIO(data)) as file:
        signature = file.pages[1].Annots[place].V
        start, length, after, rest = (int(number) for number in signature.ByteRange)
        (tmp_path / "chu-ky.der").write_bytes(bytes(signature.Contents).rstrip(b"\0"))
    signed = data[start : start + length] + data[after : after + rest]
    (tmp_path / "noi-dung").write_bytes(signed)
    root = x509.load_der_x509_certificate(papers.authority().root)
    (tmp_path / "ca.pem").write_bytes(root.public_bytes(Encoding.PEM))
    command = [
        "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER",
        "-in", tmp_path / "chu-ky.der", "-content", tmp_path / "noi-dung",
        "-CAfile", tmp_path / "ca.pem", "-purpose", "any", "-out", tmp_path / "ra",
    ]  # fmt: skip
    done = run(*command)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "ra").read_bytes() == signed
    (tmp_path / "noi-dung").write_bytes(signed[:-1])
    assert run(*command).returncode != 0


@needs("softhsm2-util")
@needs("openssl")
@pytest.mark.skipif(not SOFTHSM, reason="SoftHSM's library is not here")
def test_a_key_that_never_leaves_its_token_signs(tmp_path, monkeypatch):
    (tmp_path / "tokens").mkdir()
    (tmp_path / "softhsm.conf").write_text(f"directories.tokendir = {tmp_path}/tokens\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "softhsm.conf"))
    make_token(tmp_path)
    (tmp_path / "dau.pkcs11").write_text(
        f"pkcs11:token=SoVHTT;object=dau?module-path={SOFTHSM}&pin-source={tmp_path}/pin"
    )
    key = keys.open_key(tmp_path, "dau", allow_test=False)
    assert key.holder == "Dấu trong thiết bị"
    assert papers.judge(papers.sign(papers.two_keys()[0], key)).is_valid


def make_token(folder):
    """Put a key and its certificate into a new token, as an office would on its first day."""
    from pkcs11 import Attribute, ObjectClass, lib  # noqa: PLC0415  asks for no library

    (folder / "pin").write_text("123456\n")
    (folder / "dau.p12").write_bytes(papers.authority().packed("Dấu trong thiết bị"))
    opened = keys.from_pkcs12((folder / "dau.p12").read_bytes(), None).signer
    (folder / "dau.p12").unlink()
    (folder / "dau.key").write_bytes(opened.signing_key.dump())
    run("openssl", "pkcs8", "-topk8", "-nocrypt", "-inform", "DER", "-in", folder / "dau.key",
        "-out", folder / "dau.pem")  # fmt: skip
    util = ["softhsm2-util", "--module", SOFTHSM, "--token", "SoVHTT"]
    run(*util[:3], "--init-token", "--free", "--label", "SoVHTT", "--pin", "123456",
        "--so-pin", "123456")  # fmt: skip
    put_in = run(*util, "--import", folder / "dau.pem", "--label", "dau", "--id", "01",
                 "--pin", "123456")  # fmt: skip
    assert put_in.returncode == 0, put_in.stderr
    with lib(SOFTHSM).get_token(token_label="SoVHTT").open(user_pin="123456", rw=True) as session:
        session.create_object(
            {
                Attribute.CLASS: ObjectClass.CERTIFICATE,
                Attribute.CERTIFICATE_TYPE: 0,
                Attribute.TOKEN: True,
                Attribute.LABEL: "dau",
                Attribute.ID: b"\x01",
                Attribute.SUBJECT: opened.signing_cert.subject.dump(),
                Attribute.ISSUER: opened.signing_cert.issuer.dump(),
                Attribute.SERIAL_NUMBER: b"\x01",
                Attribute.VALUE: opened.signing_cert.dump(),
            }
        )
