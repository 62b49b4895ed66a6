"""A find in a text is shown with some letters around it, and dots only where more is left out."""

from feedback import privacy
from feedback.reports.gate import _around


def around(text, words):
    place = text.index(words)
    found = privacy.Find(privacy.Kind.PHONE, place, place + len(words), words, "")
    return _around(text, found)


def test_what_is_whole_bears_no_dots():
    assert around("Gọi 0912 345 678.", "0912 345 678") == ("Gọi ", ".")


def test_what_is_cut_bears_dots():
    before, after = around("a" * 90 + "0912" + "b" * 90, "0912")
    assert before == "…" + "a" * 40
    assert after == "b" * 40 + "…"
