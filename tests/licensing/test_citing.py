"""Replies may cite a licence, and learn when it no longer stands as it was cited."""

from datetime import date

import pytest

from licensing import actions, citing
from tests.licensing.makers import decision

pytestmark = pytest.mark.django_db


def test_a_licence_is_found_to_be_cited(licence):
    for words in ("nhịp sống", "012/GP-SM"):
        (found,) = citing.find(words, most=5)
        assert found.target_id == licence.pk
        assert found.standing.is_good
        assert found.standing.address.endswith(licence.path)
    assert citing.find("khong co", most=5) == []
    assert citing.standing(0) is None


def test_what_was_decided_since_changes_how_it_stands(licence, clerk):
    before = citing.standing(licence.pk)
    actions.revoke(pk=licence.pk, decision=decision(date(2022, 1, 1), "Vì thế"), actor=clerk)
    now = citing.standing(licence.pk)
    assert not now.is_good
    assert now.why_not == "Giấy phép đã thu hồi."
    assert now.version != before.version
