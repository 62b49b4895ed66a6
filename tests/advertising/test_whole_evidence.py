"""A real capture, byte by byte: whatever is touched in the store is told at the next read."""

import contextlib
import random

import pytest
from django.utils import timezone

from advertising import actions
from advertising.capture import stored
from advertising.demo.zoo import server
from advertising.models import Capture, EvidenceItem
from cityweb.core.attachments import store
from cityweb.core.errors import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TOUCHED = 12


@pytest.fixture
def items(checking, inspector, settings):
    settings.CAPTURES_STORED_IN = settings.ROOT / "advertising" / "demo" / "captures"
    wanted = actions.Wanted(server.address("dem-nguoc-8", 9003))
    asked = actions.ask_capture(pk=checking.pk, wanted=wanted, actor=inspector)
    actions.claim_captures(now=timezone.now())
    assert stored.keep(Capture.objects.get(pk=asked.pk), "thử")
    return list(checking.evidence.select_related("file"))


def test_one_flipped_byte_anywhere_in_any_file_of_a_capture_is_told(items, inspector):
    chance = random.Random(8)
    for item in items:
        with open(store.storage().path(item.file.path), "r+b") as stream:
            whole = stream.read()
            ends = {0, len(whole) - 1}
            for at in sorted(ends | set(chance.sample(range(len(whole)), TOUCHED))):
                with written(stream, at, bytes([whole[at] ^ 1 << at % 8]), whole):
                    assert not actions.is_whole(item), (item.file_name, at)
            with written(stream, 0, bytes([whole[0] ^ 1]), whole), pytest.raises(Refused) as told:
                actions.read(item=item, reader=inspector)
        assert told.value.code == "evidence-broken"
        assert item.custody.last().act == "broken"
        assert actions.read(item=item, reader=inspector).read() == whole
    kinds = EvidenceItem.Kind
    assert {item.kind for item in items} == {
        kinds.SCREENSHOT, kinds.PAGE, kinds.TRAFFIC, kinds.MEASURE, kinds.PROVENANCE,
        kinds.TIMESTAMP,
    }  # fmt: skip


@contextlib.contextmanager
def written(stream, at, data, whole):
    """Other bytes at one place of a file while inside."""
    try:
        put(stream, at, data)
        yield
    finally:
        put(stream, at, whole[at : at + len(data)])


def put(stream, at, data):
    stream.seek(at)
    stream.write(data)
    stream.flush()
