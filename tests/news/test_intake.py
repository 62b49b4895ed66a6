"""Pictures and files of strangers: redrawn or refused, never believed."""

import io
import struct
import zlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from cityweb.core.attachments import sandbox
from cityweb.core.errors import Refused
from cityweb.news import actions
from cityweb.news.intake import check_file, render_picture
from cityweb.news.models import Picture
from cityweb.news.states import State
from tests.core.hostile.office import odt, office, packed
from tests.core.hostile.pdfs import pdf
from tests.news.makers import make_article, make_column, make_editor, make_site

ORIENTATION, GPS = 0x0112, 0x8825


def picture(width=800, height=600, kind="JPEG", **options):
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, kind, **options)
    return out.getvalue()


def png_of_nothing(width, height):
    """Return a whole, black, well compressed picture; drawing one so large would take seconds."""
    line, packing = bytes(1 + width // 8), zlib.compressobj()
    packed = [packing.compress(line * 1000) for _ in range(height // 1000)]
    size = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", size), (b"IDAT", b"".join([*packed, packing.flush()])), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


def open_largest(drawn):
    return Image.open(io.BytesIO(drawn.sizes[-1].data))


def refusal_of(call, *args):
    with pytest.raises(Refused) as refusal:
        call(*args)
    return refusal.value.code


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_drawn_in_our_widths_as_webp(kind):
    drawn = render_picture(picture(2000, 1000, kind))
    assert [size.width for size in drawn.sizes] == [360, 720, 1280, 1600]
    assert (drawn.width, drawn.height) == (1600, 800)
    assert open_largest(drawn).format == "WEBP"


def test_a_picture_is_never_made_larger():
    assert [size.width for size in render_picture(picture(500, 400)).sizes] == [360, 500]
    assert [size.width for size in render_picture(picture(200, 100)).sizes] == [200]


def test_a_picture_stands_upright_and_tells_nothing_of_its_place():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[2] = (10.0, 46.0, 0.0)
    drawn = render_picture(picture(800, 400, exif=exif))
    assert (drawn.width, drawn.height) == (400, 800)
    assert not open_largest(drawn).getexif()
    assert b"Exif" not in drawn.sizes[-1].data


def test_transparency_stays():
    out = io.BytesIO()
    Image.new("RGBA", (400, 400), (0, 0, 0, 0)).save(out, "PNG")
    assert open_largest(render_picture(out.getvalue())).mode == "RGBA"


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-a-picture"),
        (SVG, "not-a-picture"),
        (b"GIF89a" + bytes(50), "not-a-picture"),
        (b"RIFF\x00\x00\x00\x00AVI " + bytes(50), "not-a-picture"),
        (picture() + b"<script>alert(1)</script>", "disguised"),
        (picture() + b"<?php system($_GET[0]); ?>", "disguised"),
        (picture() + b"PK\x05\x06" + bytes(18), "disguised"),
        (picture()[:-200], "unreadable"),
        (b"\xff\xd8\xff" + bytes(5000), "unreadable"),
        (b"\x89PNG\r\n\x1a\n" + bytes(5000), "unreadable"),
        (picture(7000, 1000), "odd-shape"),
        (bytes(15 * 1024 * 1024 + 1), "too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_honest_picture_is_refused_in_words(data, code):
    with pytest.raises(Refused) as refusal:
        render_picture(data)
    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")


@pytest.mark.slow
def test_a_small_file_with_a_billion_pixels_is_refused():
    data = png_of_nothing(40_000, 25_000)
    assert len(data) < 200_000
    assert refusal_of(render_picture, data) == "too-many-pixels"


def test_a_child_that_does_not_end_is_killed(monkeypatch):
    monkeypatch.setattr(sandbox, "PATIENCE_SECONDS", 0.01)
    assert refusal_of(render_picture, picture()) == "too-costly"


DOCX, XLSX, ODT, PDF = office(), office("xlsx"), odt(), pdf()
PLAIN_ARCHIVE = packed({"a.txt": "x"})


@pytest.mark.parametrize(
    ("name", "data"), [("a.pdf", PDF), ("a.docx", DOCX), ("a.XLSX", XLSX), ("a.odt", ODT)]
)
def test_a_file_that_is_what_it_says_gets_a_safe_name(name, data):
    found = check_file(f"../../Kế hoạch_2026/{name.replace('a.', 'Phụ lục số 1.')}", data)
    token, _, rest = found.name.partition("/")
    assert len(token) >= 16
    assert rest == f"phu-luc-so-1.{name.rpartition('.')[2].lower()}"
    assert found.title == "Phụ lục số 1"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.exe", b"MZ", "wrong-kind"),
        ("a.zip", PLAIN_ARCHIVE, "wrong-kind"),
        ("a.pdf", DOCX, "wrong-kind"),
        ("a.docx", XLSX, "wrong-kind"),
        ("a.docx", PDF, "wrong-kind"),
        ("a.pdf", b"%PDF-1.7 cut off", "unreadable"),
        ("a.docx", office(extra={"word/vbaProject.bin": "x"}), "macro"),
        ("a.docx", PLAIN_ARCHIVE, "archive"),
        ("a.pdf", bytes(20 * 1024 * 1024 + 1), "too-large"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(name, data, code):
    assert refusal_of(check_file, name, data) == code


@pytest.fixture
def desk(client, db):
    site = make_site()
    client.person = make_editor(site)
    client.site = site
    client.force_login(client.person)
    return client


def upload(desk, data, name="anh.jpg"):
    address = f"{reverse('admin:news_picture_upload')}?site={desk.site.pk}"
    return desk.post(address, {"upload": SimpleUploadedFile(name, data)})


def test_an_upload_is_answered_with_addresses_of_our_own_files(desk):
    answer = upload(desk, picture()).json()
    kept = Picture.objects.get(pk=answer["picture"]["id"])
    assert answer["urls"]["default"] == kept.url(800)
    assert default_storage.exists(f"{kept.base}/800.webp")
    assert kept.base.startswith("pictures/20")
    assert upload(desk, picture()).json()["picture"]["id"] == kept.pk


def test_a_refused_upload_says_why_and_keeps_nothing(desk):
    answer = upload(desk, SVG, "hinh.svg")
    assert answer.status_code == 400
    assert "SVG" in answer.json()["error"]["message"]
    assert not Picture.objects.exists()


def test_files_are_attached_with_the_draft_and_stay_with_old_editions(desk):
    column = make_column(desk.site)
    draft = make_article(column, state=State.DRAFT, author=desk.person)
    address = reverse("admin:news_edition_change", args=[draft.pk])
    form = {"title": draft.title, "lead": draft.lead, "body": draft.body, "lock_version": 1}
    form |= {"main_column": column.pk, "step": "attach"}
    desk.post(address, form | {"files": SimpleUploadedFile("Kế hoạch.pdf", PDF)})
    file = draft.files.get()
    kept = file.file.read()
    assert (file.title, file.size) == ("Kế hoạch", len(kept))
    assert kept.startswith(b"%PDF-")
    refused = desk.post(
        address, form | {"lock_version": 2, "files": SimpleUploadedFile("la.pdf", DOCX)}
    )
    assert refused.status_code == 409
    assert draft.files.count() == 1
    actions.discard(pk=draft.pk, actor=desk.person)
    copy = actions.restore(pk=draft.pk, actor=desk.person)
    actions.detach_file(pk=copy.pk, actor=desk.person, file_id=copy.files.get().pk)
    assert (copy.files.count(), draft.files.count()) == (0, 1)
    assert default_storage.exists(file.file.name)
