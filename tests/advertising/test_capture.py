"""What is written down of a capture, and that nobody can change it unseen."""

import asyncio
import gzip
import hashlib
import io
import json
import subprocess
import zipfile

import pytest

from advertising.capture import files, stamping, wacz
from advertising.capture.measured import plain
from advertising.capture.replaying import Archive, alike
from cityweb.core.fetch import spelling
from cityweb.core.fetch.failures import Fault
from tests.advertising.captures import URL, make_exchange, make_picture, make_taken


def test_the_index_leads_to_each_answer_in_the_archive():
    far = "http://khac.example/anh.png"
    package = zipfile.ZipFile(
        io.BytesIO(wacz.pack(make_taken(make_exchange(), make_exchange(2, far, b"\x89PNG"))))
    )
    archive = package.read("archive/desktop.warc.gz")
    rows = package.read("indexes/index.cdx").decode().splitlines()
    assert [row.split(" ")[0] for row in rows] == [
        "example,bao-mau)/trang?a=1&b=2",
        "example,khac)/anh.png",
    ]
    for row, body in zip(rows, (b"<h1>Trang</h1>", b"\x89PNG"), strict=True):
        facts = json.loads(row.split(" ", 2)[2])
        start = int(facts["offset"])
        record = gzip.decompress(archive[start : start + int(facts["length"])])
        assert facts["url"].encode() in record and body in record


def test_what_is_no_text_at_all_stops_nothing():
    taken = make_taken()
    taken.looks[0].title = taken.looks[0].source = "Nửa \ud800 chữ \0"
    assert files.bundle(taken).files
    assert plain({"measure": "có\0: \ud800“Báo”", "result": "pass"}) == {
        "measure": "có: “Báo”", "result": "pass",
    }  # fmt: skip


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip", "deflate", "la"])
def test_what_travelled_packed_is_kept_packed(packing):
    headers = [(b"Content-Encoding", packing.encode())]
    body = b"\x8b\x01\x80<p>\x03 does not open"
    package = zipfile.ZipFile(
        io.BytesIO(wacz.pack(make_taken(make_exchange(body=body, headers=headers))))
    )
    assert body in gzip.decompress(package.read("archive/desktop.warc.gz"))
    assert len(package.read("indexes/index.cdx").splitlines()) == 1


def test_a_package_says_the_digest_of_everything_in_it():
    package = zipfile.ZipFile(io.BytesIO(wacz.pack(make_taken())))
    for part in json.loads(package.read("datapackage.json"))["resources"]:
        data = package.read(part["path"])
        assert part["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_the_list_of_files_is_complete_and_stamped():
    bundle = files.bundle(make_taken())
    listed = json.loads(next(f.data for f in bundle.files if f.name == files.MANIFEST))["files"]
    assert {row["path"] for row in listed} == {
        "desktop-screen.png", "desktop.html", "desktop.har", "capture.wacz", "provenance.json",
    }  # fmt: skip
    by_name = {file.name: file for file in bundle.files}
    assert all(by_name[row["path"]].sha256 == row["sha256"] for row in listed)
    manifest, stamp = by_name[files.MANIFEST].data, by_name[files.STAMPED].data
    assert stamping.judge(manifest, stamp) == ""
    flipped = bytes([manifest[0] ^ 1]) + manifest[1:]
    assert stamping.judge(flipped, stamp)
    assert stamping.judge(manifest, stamp[:-20] + bytes([stamp[-20] ^ 1]) + stamp[-19:])


def test_without_an_authority_nothing_is_stamped(settings):
    settings.PAPER_DEMO_AUTHORITY = False
    assert files.bundle(make_taken()).stamp is None


def test_an_archive_answers_what_it_holds_and_nothing_else():
    archive = Archive(
        zipfile.ZipFile(io.BytesIO(wacz.pack(make_taken()))).read("archive/desktop.warc.gz")
    )
    asked = make_exchange(url=f"{URL}&_=123", body=b"", status=0)
    assert _drained(archive.ask(asked, spelling.read(asked.url))) == b"<h1>Trang</h1>"
    with pytest.raises(Fault):
        _drained(archive.ask(make_exchange(url="http://khac.example/"), spelling.read(URL)))
    assert archive.missing == ["http://khac.example/"]


def _drained(answer):
    async def read():
        return b"".join([piece async for piece in await answer])

    return asyncio.run(read())


def test_pictures_are_alike_when_their_squares_are():
    plain = make_picture()
    assert alike(plain, plain) == 1.0
    assert alike(plain, make_picture(spot=80)) == pytest.approx(0.75, abs=0.03)
    assert alike(plain, make_picture(size=(320, 250))) == 0.0
    assert alike(plain, b"") == 0.0


@pytest.mark.slow
def test_openssl_believes_the_stamp_too(tmp_path):
    bundle = files.bundle(make_taken())
    for file in bundle.files:
        (tmp_path / file.name).write_bytes(file.data)
    verify = ["openssl", "ts", "-verify", "-data", files.MANIFEST, "-in", files.STAMPED]
    done = subprocess.run(
        [*verify, "-CAfile", str(stamping.trust_file())],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert b"Verification: OK" in done.stdout + done.stderr
