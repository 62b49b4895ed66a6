"""Every deed of the mailboxes stands in the trail under words that people read."""

import re

from django.conf import settings

from feedback.verbs import VERBS

_RECORDED = re.compile(
    r'(?:verb=\s*|note\(\w+, \w+, )"(feedback\.[a-z_]+)"',
)


def test_every_verb_that_is_recorded_has_words():
    folder = settings.ROOT / "feedback/actions"
    recorded = {
        verb for file in folder.glob("*.py") for verb in _RECORDED.findall(file.read_text("utf-8"))
    }
    assert len(recorded) > 50
    assert recorded - set(VERBS) == set()
