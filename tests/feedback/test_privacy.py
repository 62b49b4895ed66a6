"""What is found of personal data, measured on sentences of our own, and what is left alone."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback import privacy
from feedback.privacy import Kind, Known

SENTENCES = sorted(Path(__file__).parent.glob("privacy_sentences*.txt"))


def labelled():
    """Yield each sentence and the places where something must be found."""
    for line in "\n".join(one.read_text("utf-8") for one in SENTENCES).splitlines():
        if not line or line.startswith("#"):
            continue
        text, wanted, start = "", [], 0
        for part in re.split("([⟦⟧])", line.replace("\\n", "\n")):
            if part == "⟦":
                start = len(text)
            elif part == "⟧":
                wanted.append((start, len(text)))
            else:
                text += part
        yield text, wanted


def covers(finds, start, end):
    return all(any(one.start <= place < one.end for one in finds) for place in range(start, end))


def test_nearly_all_personal_data_is_found():
    wanted = missed = sentences = 0
    for text, places in labelled():
        finds = privacy.find(text)
        sentences += 1
        wanted += len(places)
        missed += sum(not covers(finds, start, end) for start, end in places)
    assert sentences >= 690
    assert 1 - missed / wanted >= 0.98


def test_what_is_no_personal_data_is_left_alone():
    extra = [
        (text, one.words)
        for text, places in labelled()
        for one in privacy.find(text)
        if not any(start < one.end and one.start < end for start, end in places)
    ]
    assert len(extra) <= 2, extra


def test_a_masked_text_holds_nothing_to_find():
    left = [text for text, _ in labelled() if privacy.find(privacy.mask_all(text))]
    assert not left


def test_a_name_with_a_sign_inside_makes_no_names_of_all_other_words():
    for text in ("Tôi tên Tr. Văn Bình, ở gần chợ Tân Định.", "Chị H' Nga Niê nhờ tôi hỏi."):
        (found,) = privacy.find(text)
        assert found.words in ("Tr. Văn Bình", "H' Nga Niê")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Nắp cống vỡ (0903 123 456).", "Nắp cống vỡ ([điện thoại])."),
        ("Số (028) 3829 5888 nhà tôi", "Số [điện thoại] nhà tôi"),
        ("gọi (+84) 903 123 456!", "gọi [điện thoại]!"),
        ("(số 12/3 đường Lê Lợi)", "([địa chỉ] đường Lê Lợi)"),
        ("CCCD (079185001234) của tôi", "CCCD ([số căn cước]) của tôi"),
        ("đất thửa 12, tờ bản đồ số 3, xã Bình Mỹ", "đất [thửa đất], xã Bình Mỹ"),
    ],
)
def test_a_masked_text_reads_well(text, masked):
    assert privacy.mask_all(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "Nha cua Nguyen Van Binh, dien thoai o903OOO111",
        "anh Văn Bình có nói",
        "NGUYỄN VĂN BÌNH",
        "so 84 903-000-111 la cua ai",
        "gửi binh.nv75@nguoidan.example",
        "nhà 45/2 Lê Văn Lương",
        "nha 45/2 le van luong phuong tan hung",
    ],
)
def test_the_sender_is_known_in_every_spelling(text):
    known = Known(
        name="Nguyễn Văn Bình",
        phone="0903 000 111",
        address="45/2 Lê Văn Lương, phường Tân Hưng",
        email="binh.nv75@nguoidan.example",
    )
    assert privacy.find(text, known=known)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("CCCD_079090001234.jpg", {Kind.ID_CARD}),
        ("Don-kien-nghi-Nguyen-Van-An.pdf", {Kind.NAME}),
        ("don_nguyen_van_an_0903123456.pdf", {Kind.NAME, Kind.PHONE}),
        ("Trần Thị Bé.docx", {Kind.NAME}),
        ("anh-hien-truong-2.jpg", set()),
        ("IMG_20251123_101500.jpg", set()),
        ("hinh-1.jpg", set()),
        ("bien-ban-kiem-tra.pdf", set()),
    ],
)
def test_names_of_files_are_read_too(name, kinds):
    assert {found.kind for found in privacy.find_in_name(name)} == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Nguye\u0302\u0303n Va\u0306n Bi\u0300nh: tôi tên là Nguye\u0302\u0303n Bi\u0300nh",
        "gọi 0９０３ １２３ ４５６",
        "gọi 09\u200b03\u200b123\u200b456",
        "CCCD 079‑090‑001‑234",
    ],
)
def test_tricks_of_writing_hide_nothing(text):
    assert privacy.find(text)


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_and_every_find_is_its_words(text):
    finds = privacy.find(text)
    assert all(text[one.start : one.end] == one.words and one.words for one in finds)
    assert all(one.end <= other.start for one, other in pairwise(finds))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "0 ",
        "0",
        "a.",
        "a@",
        "Aa ",
        "số ",
        "1/1/",
        "ông ",
        "không ",
        "(",
        "STK ",
        "12/",
        "thửa 1 ",
        "H'A ",
        "xe ",
    ],
)
def test_the_time_grows_with_the_length_only(piece):
    def seconds(length):
        text = (piece * length)[:length]
        began = time.process_time()
        privacy.find(text)
        return time.process_time() - began

    seconds(1000)
    # Four times the length may take four times as long, and some noise.
    assert seconds(16_000) < 10 * seconds(4_000) + 0.5


def test_a_text_longer_than_any_letter_is_read_to_its_end():
    text = "Nắp cống vỡ. " * 10_000 + "Gọi 0903 123 456."
    assert [found.words for found in privacy.find(text)] == ["0903 123 456"]
