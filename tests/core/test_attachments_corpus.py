"""The corpus: every hostile kind is refused or neutralised, every honest one passes."""

import io

import pikepdf
import pytest

from cityweb.core.attachments import MAILBOX, intake, verdicts
from cityweb.core.errors import Refused
from tests.core.hostile import HONEST, HOSTILE


def listed(samples, quick_ones):
    """Return all samples; without --slow only one in `quick_ones` runs, none of them heavy."""
    rows = []
    for position, sample in enumerate(samples):
        is_quick = position % quick_ones == 0 and not sample.is_heavy
        marks = [] if is_quick else [pytest.mark.slow]
        rows.append(pytest.param(sample, id=str(sample), marks=marks))
    return rows


def taken(sample):
    """Return what the intake made of a sample, and the bytes it would keep."""
    data = sample.make()
    with intake.examine(io.BytesIO(data), name=sample.name, kinds=MAILBOX) as checked:
        checked.data.seek(0)
        return checked, checked.data.read(), data


def laid_open(kind, stored):
    """Return the bytes to search for what must be gone: a PDF without its packing."""
    if kind != "pdf":
        return stored
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(stored)) as opened:
        opened.save(
            out,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
        )
    return out.getvalue()


@pytest.mark.parametrize("sample", listed(HOSTILE, 15))
def test_a_hostile_file_is_refused_or_made_harmless(sample):
    try:
        checked, stored, _ = taken(sample)
    except Refused as refused:
        assert refused.code in sample.refused
        return
    assert sample.may_pass or not sample.refused
    assert set(sample.neutralised) <= set(checked.neutralised)
    assert checked.name == (sample.stored_as or sample.name)
    found = [needle for needle in sample.gone if needle in laid_open(checked.kind, stored)]
    assert not found


@pytest.mark.parametrize("sample", listed(HONEST, 6))
def test_an_honest_file_passes(sample):
    checked, stored, sent = taken(sample)
    assert checked.neutralised == tuple(sorted(sample.neutralised))
    assert checked.name == (sample.stored_as or sample.name)
    if sample.kept_as_it_came:
        assert stored == sent


def test_the_corpus_is_as_large_as_promised():
    assert len({str(sample) for sample in HOSTILE}) == len(HOSTILE) >= 60
    assert len(HONEST) >= 15


def test_every_refusal_has_words_that_say_what_to_do():
    codes = {code for sample in HOSTILE for code in sample.refused}
    for code in codes:
        message = verdicts.refusal(code, kinds="PDF", most=5).message
        assert message[0].isupper() and message.endswith(".") and "{" not in message
