"""Papers as the typesetter makes them: PDF/A, Vietnamese, the same bytes for the same sheet."""

import hashlib
import io
import json
import re
import unicodedata
from dataclasses import replace

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from cityweb.core.papers import lettering, rendering
from tests.core import papers

HOSTILE = '#panic("x") \\ #sys.inputs $a$ @ref <label> *đậm* _nghiêng_ `mã` = Đề mục // ghi chú'


def opened(pdf):
    return pikepdf.open(io.BytesIO(pdf))


def words(pdf):
    """Return the text that the fonts' own tables give back, page after page, without spaces."""
    found = []
    with opened(pdf) as file:
        for page in file.pages:
            fonts = {
                name: _letters(font.ToUnicode.read_bytes())
                for name, font in page.Resources.Font.items()
            }
            current = {}
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tf":
                    current = fonts[str(operands[0])]
                elif str(operator) in {"Tj", "TJ"}:
                    parts = operands[0] if str(operator) == "TJ" else [operands[0]]
                    for part in parts:
                        if isinstance(part, pikepdf.String):
                            code = bytes(part).hex()
                            pairs = re.findall("....", code)
                            found.append("".join(current.get(pair, "?") for pair in pairs))
    return "".join(found).replace(" ", "").replace("\u00a0", "")


def _letters(table):
    pairs = re.findall(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", table)
    return {
        code.decode().lower(): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in pairs
    }


def tight(text):
    return text.replace(" ", "")


def test_a_licence_says_what_its_data_say():
    said = words(papers.rendered().pdf)
    for part in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/GP-SVHTT",
        "Thành phố Hồ Chí Minh, ngày 03 tháng 02 năm 2026",
        "GIẤY PHÉP",
        "Công ty Cổ phần Truyền thông Sông Sài Gòn",
        "Nguyễn Thị Hồng Ngữ",
        "songsaigon.example, m.songsaigon.example",
        "- Lưu: VT, TTĐT.",
        "7K2M-9QXD-4TFA",
    ):
        assert tight(part) in said


def test_its_text_comes_out_in_one_normal_form():
    said = words(papers.rendered().pdf)
    assert unicodedata.is_normalized("NFC", said)
    decomposed = unicodedata.normalize("NFD", "Nguyễn Thị Ưởng")
    data = papers.LICENCE_DATA | {"kept": decomposed}
    said = words(rendering.render(papers.sheet(data=data)).pdf)
    assert "NguyễnThịƯởng" in said


def test_the_same_sheet_gives_the_same_bytes():
    first, other = papers.sheet(), papers.sheet(number="13/GP-SVHTT")
    assert rendering.render(first).pdf == papers.rendered().pdf
    assert rendering.render(other).pdf != papers.rendered().pdf


def test_it_is_an_archival_pdf_with_every_font_inside():
    with opened(papers.rendered().pdf) as file:
        metadata = file.open_metadata()
        assert (metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")) == ("3", "B")
        assert file.Root.Lang == "vi-VN"
        for page in file.pages:
            for font in page.Resources.Font.values():
                (inner,) = font.DescendantFonts
                assert "LiberationSerif" in str(inner.BaseFont)
                assert "/FontFile2" in inner.FontDescriptor
        assert not file.check_pdf_syntax()


def test_its_data_travel_inside_as_json():
    (name, data) = next(iter(papers.attachments_of(papers.rendered().pdf).items()))
    assert name == "giay-phep.json"
    assert json.loads(data) == papers.LICENCE_DATA


def test_words_of_strangers_are_set_and_never_run():
    data = papers.LICENCE_DATA | {"about": HOSTILE}
    assert tight(HOSTILE) in words(rendering.render(papers.sheet(data=data)).pdf)


def test_signs_without_a_glyph_become_squares():
    data = papers.LICENCE_DATA | {"kept": "Vui 😀 中文 \ue000 \u202e đảo\x00"}
    said = words(rendering.render(papers.sheet(data=data)).pdf)
    assert "Vui□□□□đảo" in said


def test_a_long_address_stays_on_the_sheet():
    data = papers.LICENCE_DATA | {"kept": "a" * 400}
    places = rendering.render(papers.sheet(data=data))
    assert "a" * 400 in words(places.pdf)


def test_a_digest_is_copied_as_it_is():
    digest = hashlib.sha256(b"").hexdigest()
    data = papers.LICENCE_DATA | {"kept": f"Chứng cứ CC-01, ảnh màn hình; SHA-256 {digest}; hết"}
    document = PdfDocument(io.BytesIO(rendering.render(papers.sheet(data=data)).pdf))
    said = " ".join(page.get_textpage().get_text_range() for page in document)
    assert f"SHA-256 {digest}; " in " ".join(said.split())


def test_the_typeface_has_every_character_that_may_be_set():
    everything = "".join(
        chr(code) for first, last in lettering.COVERED for code in range(first, last + 1)
    )
    assert lettering.settable(everything) == unicodedata.normalize("NFC", everything)
    rendering.render(papers.sheet(data=papers.LICENCE_DATA | {"kept": everything}))


def test_a_draft_says_so_and_has_no_day():
    draft = replace(papers.sheet(), number="…/GP-SVHTT", day=None, code=None, is_draft=True)
    said = words(rendering.render(draft).pdf)
    assert "DỰTHẢO" in said and "Số:…/GP-SVHTT" in said
    assert "DỰTHẢO" not in words(papers.rendered().pdf)


def test_a_paper_for_a_test_key_says_that_it_is_worth_nothing():
    said = words(rendering.render(papers.sheet(is_test=True)).pdf)
    assert said.count("BẢNTHỬ-chữkýkhôngcógiátrịpháplý") == 2
    assert "BẢNTHỬ" not in words(papers.rendered().pdf)


def test_the_seal_covers_the_left_third_of_the_signature():
    person, seal = (papers.rendered().places[name] for name in ("person", "seal"))
    covered = seal.x + seal.width - person.x
    assert person.page == seal.page == 2
    assert covered == pytest.approx(person.width / 3)
    assert seal.y + seal.height / 2 == pytest.approx(person.y + person.height / 2)


def test_a_receipt_slip_is_one_a5_page_signed_by_the_clerk_alone():
    slip = papers.rendered_slip()
    said = words(slip.pdf)
    for part in (
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: 000.00.15.H29-260206-0001",
        "09 giờ 15 phút, ngày 06 tháng 02 năm 2026",
        "17 giờ 00 phút, ngày 27 tháng 02 năm 2026",
        "Lê Thị Thu Hà",
    ):
        assert tight(part) in said
    assert list(slip.places) == ["person"]
    with opened(slip.pdf) as file:
        (page,) = file.pages
        assert [round(float(edge)) for edge in page.MediaBox] == [0, 0, 420, 595]
