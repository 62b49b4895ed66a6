"""Signed papers: whole and trusted, or named for what is wrong with them."""

import io
import random
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from pyhanko.pdf_utils import generic

from cityweb.core import attachments
from cityweb.core.attachments import sandbox
from cityweb.core.errors import Refused
from cityweb.core.papers import demo_ca, keys, signing, verifying
from tests.core import papers


@pytest.fixture
def here(monkeypatch):
    """Judge in this process, which is ten times faster than starting the locked child."""
    monkeypatch.setattr(sandbox, "run_on_bytes", papers.judged_here)


def overlaid(data):
    """Return the file with other words drawn over its first page by an incremental update."""

    def draw(writer):
        words = b"q 1 1 1 rg 100 100 300 300 re f Q"
        stream = writer.add_object(generic.StreamObject(stream_data=words))
        writer.add_stream_to_page(0, stream)

    return papers.appended(data, draw)


def flipped(data, position):
    changed = bytearray(data)
    changed[position] ^= 1
    return bytes(changed)


def test_a_paper_signed_by_both_is_valid_and_says_by_whom(here):
    verdict = papers.judge(papers.signed())
    assert (verdict.code, verdict.is_valid, verdict.is_test) == ("valid", True, False)
    person, seal = verdict.signatures
    assert (person.field, person.signer) == ("NguoiKy", "Trần Thế Thuận")
    assert (seal.field, seal.signer, seal.organisation) == ("DauCoQuan", papers.ISSUER, "")
    assert person.organisation == papers.ISSUER
    assert person.issuer == "CA của phép thử"
    assert person.signed_at == papers.AT.isoformat()
    assert verdict.facts()["signatures"][0]["message"] == verdict.message


@pytest.mark.slow
def test_the_locked_child_comes_to_the_same_verdict():
    assert papers.judge(papers.signed_slip()).is_valid


@pytest.mark.slow
def test_the_locked_child_judges_all_kinds_of_files():
    assert papers.judge(papers.signed()).is_valid
    assert papers.judge(flipped(papers.signed(), 5000)).code == "changed"
    assert papers.judge(overlaid(papers.signed())).code == "added"
    stamped = papers.sign_slip(papers.two_keys()[0], timestamper=papers.authority().clock())
    assert papers.judge(stamped).is_valid
    assert papers.judge(b"%PDF-1.7\n" + b"<<" * 50_000).code in {"unreadable", "too-costly"}


@pytest.mark.slow
def test_both_signatures_are_seen_on_the_paper():
    with pikepdf.open(io.BytesIO(papers.signed())) as file:
        marks = {str(note.T): note for note in file.pages[1].Annots}
        assert set(marks) == {"NguoiKy", "DauCoQuan"}
        for field, place in (("NguoiKy", "person"), ("DauCoQuan", "seal")):
            left, low, right, high = (float(edge) for edge in marks[field].Rect)
            wanted = papers.rendered().places[place]
            assert left == pytest.approx(wanted.x, abs=1)
            assert high == pytest.approx(wanted.page_height - wanted.y, abs=1)
            assert (right - left, high - low) == pytest.approx((wanted.width, wanted.height), abs=2)
            assert marks[field].AP.N.Resources.XObject


@pytest.mark.slow
def test_what_was_typeset_is_still_the_beginning_of_the_signed_file():
    assert papers.signed().startswith(papers.rendered().pdf)


def places_to_flip(data, count):
    """Return places all over the file, and some within its last signature itself."""
    dice = random.Random(2026)
    hole = data.rindex(b"/Contents <") + len(b"/Contents <")
    end = data.index(b">", hole)
    # Version, digest, name of the signer, value, and the filling behind.
    inside = [hole, hole + 50, hole + 70, hole + 800, hole + 1200, end - 2, end]
    anywhere = [dice.randrange(len(data)) for _ in range(count)]
    return [*anywhere, *inside, 0, 9, len(data) - 1]


@pytest.mark.slow
def test_one_flipped_byte_anywhere_is_never_valid(here):
    data = papers.signed_slip()
    for position in places_to_flip(data, 12):
        assert not papers.judge(flipped(data, position)).is_valid, position


@pytest.mark.slow
def test_one_flipped_byte_is_never_valid_with_two_signatures_either(here):
    data = papers.signed()
    for position in places_to_flip(data, 24):
        assert not papers.judge(flipped(data, position)).is_valid, position


@pytest.mark.slow
def test_other_words_over_the_paper_are_named(here):
    verdict = papers.judge(overlaid(papers.signed()))
    assert verdict.code == "added"
    assert "thêm vào sau khi ký" in verdict.message


@pytest.mark.slow
def test_bytes_behind_the_end_are_named(here):
    assert papers.judge(papers.signed_slip() + b"\n% them\n").code == "added"


@pytest.mark.slow
def test_other_words_between_the_two_signatures_are_named(here):
    person, seal = papers.two_keys()
    writer_was = signing.IncrementalPdfFileWriter
    calls = []

    def slip_in(stream):
        calls.append(1)
        return writer_was(io.BytesIO(overlaid(stream.read())) if len(calls) == 2 else stream)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signing, "IncrementalPdfFileWriter", slip_in)
        data = papers.sign(person, seal)
    assert len(calls) == 2
    assert papers.judge(data).code == "added"


@pytest.mark.slow
def test_a_paper_whose_seal_was_cut_off_lacks_it(here):
    data = papers.signed()
    with pikepdf.open(io.BytesIO(data)) as file:
        first = [int(number) for number in file.pages[1].Annots[0].V.ByteRange]
    verdict = papers.judge(data[: first[2] + first[3]])
    assert verdict.code == "seal-missing"
    assert [signature.code for signature in verdict.signatures] == ["valid"]


@pytest.mark.slow
def test_a_paper_without_signature_is_unsigned(here):
    assert papers.judge(papers.rendered().pdf).code == "unsigned"


@pytest.mark.slow
def test_a_paper_signed_by_strangers_is_not_trusted(here):
    stranger = papers.Authority("CA lạ")
    assert papers.judge(papers.sign_slip(stranger.key_of("Lê Lạ"))).code == "untrusted"
    assert papers.judge(papers.signed_slip(), roots=[]).code == "untrusted"


@pytest.mark.slow
def test_a_strangers_seal_beside_an_officers_signature_is_not_trusted(here):
    stranger = papers.Authority("CA lạ")
    half = papers.sign(papers.two_keys()[0], stranger.key_of(papers.ISSUER))
    verdict = papers.judge(half)
    assert verdict.code == "untrusted"
    assert [signature.code for signature in verdict.signatures] == ["valid", "untrusted"]


@pytest.fixture
def short_lived():
    return papers.authority().key_of("Lê Thị Ngắn", ends=papers.AT + timedelta(days=30))


@pytest.mark.slow
def test_an_expired_certificate_needs_a_moment_known_from_elsewhere(here, short_lived):
    data = papers.sign_slip(short_lived)
    assert papers.judge(data).code == "expired"
    assert papers.judge(data, at=papers.AT).is_valid
    assert papers.judge(data, at=papers.AT - timedelta(days=900)).code == "too-early"


@pytest.mark.slow
def test_a_trusted_time_stamp_outlives_the_certificate(here, short_lived):
    verdict = papers.judge(papers.sign_slip(short_lived, timestamper=papers.authority().clock()))
    assert verdict.is_valid
    assert verdict.signatures[0].is_stamped
    foreign = papers.sign_slip(short_lived, timestamper=papers.Authority("TSA lạ").clock())
    assert papers.judge(foreign).code == "expired"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"khong phai PDF",
        b"%PDF-1.7\n%%EOF",
        b"%PDF-1.7\nstartxref\n99999999\n%%EOF\n",
        b"%PDF-1.7\n1 0 obj<</Length 1 0 R>>stream\nstartxref\n9\n%%EOF\n",
        b"%PDF-1.7\n" + b"<<" * 50_000,
    ],
)
@pytest.mark.slow
def test_a_hostile_file_is_a_verdict_and_never_a_crash(here, data):
    assert papers.judge(data).code in {"unreadable", "too-costly"}


@pytest.mark.slow
def test_every_cut_of_a_signed_paper_is_a_verdict(here):
    data = papers.signed()
    for length in range(0, len(data) - 1, len(data) // 60):
        assert not papers.judge(data[:length]).is_valid


@pytest.mark.slow
def test_a_file_beyond_all_measure_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(verifying, "MOST_BYTES", 10)
    assert papers.judge(papers.signed()).code == "too-large"


@pytest.mark.slow
def test_a_signature_needs_the_places_that_the_paper_has():
    person, _ = papers.two_keys()
    with pytest.raises(ValueError, match="places"):
        signing.sign(papers.rendered(), [signing.Signing("person", person)], at=papers.AT)


@pytest.mark.slow
def test_a_slip_needs_one_signature_only(here):
    assert papers.judge(papers.signed_slip()).is_valid
    assert papers.judge(overlaid(papers.signed_slip())).code == "added"


@pytest.fixture
def folder(tmp_path):
    demo_ca.ensure(tmp_path, "ky@cityweb.example", holder="Trần Thế Thuận", organisation="Sở")
    return tmp_path


def refusal_of(*args, **options):
    with pytest.raises(Refused) as refusal:
        keys.open_key(*args, **options)
    return refusal.value.code


@pytest.mark.slow
def test_the_demo_makes_its_own_keys_once_and_for_its_eyes_only(folder):
    before = (folder / "ky@cityweb.example.p12").read_bytes()
    demo_ca.ensure(folder, "ky@cityweb.example", holder="Khác", organisation="")
    assert (folder / "ky@cityweb.example.p12").read_bytes() == before
    key = keys.open_key(folder, "ky@cityweb.example", allow_test=True)
    assert (key.holder, key.organisation, key.is_test) == ("Trần Thế Thuận", "Sở", True)
    for file in folder.iterdir():
        assert file.name == ".lock" or file.stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_a_key_of_the_demo_signs_nowhere_else(folder):
    assert refusal_of(folder, "ky@cityweb.example", allow_test=False) == "test-key"


@pytest.mark.slow
def test_a_paper_signed_in_the_demo_is_called_a_test(folder, here):
    key = keys.open_key(folder, "ky@cityweb.example", allow_test=True)
    verdict = papers.judge(papers.sign_slip(key))
    assert (verdict.code, verdict.is_test) == ("untrusted", True)
    assert "BẢN THỬ" in verdict.message


@pytest.mark.slow
def test_a_key_that_is_not_there_or_does_not_open_says_what_to_do(folder):
    assert refusal_of(folder, "khong-co", allow_test=True) == "no-signing-key"
    (folder / "hong.p12").write_bytes(b"hong")
    assert refusal_of(folder, "hong", allow_test=True) == "bad-signing-key"
    (folder / "the.pkcs11").write_text("pkcs11:token=x;object=y?module-path=/khong/co.so")
    assert refusal_of(folder, "the", allow_test=True) == "bad-signing-key"


@pytest.mark.slow
def test_the_picture_beside_a_key_is_what_the_paper_shows(folder):
    Image.new("RGBA", (120, 60), (0, 0, 200, 90)).save(folder / "ky@cityweb.example.png")
    person = keys.open_key(folder, "ky@cityweb.example", allow_test=True)
    with pikepdf.open(io.BytesIO(papers.sign_slip(person))) as file:
        look = file.pages[0].Annots[0].AP.N
        (picture,) = look.Resources.XObject.values()
        assert (picture.Width, picture.Height) == (120, 60)


@pytest.mark.slow
def test_a_number_that_is_none_breaks_a_signed_file_and_nothing_worse(here):
    sample = Path(attachments.__file__).parent / "child" / "signed_sample.pdf"
    broken = sample.read_bytes().replace(b"/Rect [ 0 0 0 0 ]", b"/Rect [ 0 0 .- 0]")
    assert papers.judge(broken).code == "altered"
