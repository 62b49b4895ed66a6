"""The papers of a case as they leave the office: set, numbered, signed."""

import io

import pytest
from django.utils import timezone
from pypdfium2 import PdfDocument

from advertising import actions
from advertising.models import Finding, Penalty
from cityweb.core import papers
from tests.advertising.makers import found_all, make_checking, piece

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def words_of(paper):
    with papers.open_file(paper) as stream:
        document = PdfDocument(io.BytesIO(stream.read()))
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.split())


def test_decision_minutes_and_violation_say_what_was_found(
    settings, tmp_path, inspector, head, director, site
):
    settings.PAPER_KEYS, settings.PAPER_DEMO_AUTHORITY = tmp_path, True
    one = make_checking(inspector, head, director, site)
    assert "Thành lập đoàn kiểm tra gồm: Trưởng Đoàn" in words_of(one.decision)
    (item,) = actions.keep(pk=one.pk, actor=inspector, pieces=[piece()])
    shown = found_all(one, {"F5B"}, [(item, "góc phải")])
    actions.mark(pk=one.pk, actor=inspector, found=shown, seen_on=timezone.localdate())
    actions.attend(
        pk=one.pk, actor=inspector, side="inspected", name="Ông A", refusal="Không đồng ý"
    )
    actions.attend(pk=one.pk, actor=inspector, side="witness", name="Bà B")
    said = words_of(actions.minute(pk=one.pk, actor=inspector).minutes)
    for words in ("CC-01 (góc phải)", item.sha256, "Ông A không ký", "Trưởng đoàn".upper()):
        assert words.replace(" ", "") in said.replace(" ", "")
    made = actions.charge(
        pk=one.pk, actor=inspector, findings=Finding.objects.filter(result="fail"),
        penalty=Penalty.objects.get(code="S1"), committed_on=timezone.localdate(),
    )  # fmt: skip
    minutes = actions.minute_violation(pk=made.pk, actor=inspector, place="12 đường Mẫu").minutes
    words = words_of(minutes)
    assert "tại 12 đường Mẫu, căn cứ biên bản kiểm tra" in words and "Không áp dụng." in words
    assert "giải trình bằng văn bản trong 5 ngày làm việc" in words
