"""Search gives the same pages whichever way the database is made to go."""

from datetime import date, timedelta

import pytest

from cityweb.core import keyset
from licensing.models import Licence
from licensing.reports import finding
from tests.licensing.makers import make_licence
from tests.people import make_person
from tests.shared import shared

pytestmark = pytest.mark.django_db


@shared
def licences():
    clerk = make_person()
    return [
        make_licence(
            clerk,
            f"{number}/GP-SM",
            date(2020, 1, 1) + timedelta(days=number // 2),
            site_name="Trang lẻ" if number % 2 else "Trang chẵn",
        )
        for number in range(30)
    ]


def pages(words):
    """Return the numbers of every page there and of every page back."""
    rows, turn = Licence.objects.select_related("current"), keyset.Turn()
    there, back = [], []
    while True:
        leaf = finding.leaf_holding(words, rows, turn, size=4)
        there.append([row.number for row in leaf.rows])
        if not leaf.older:
            break
        turn = keyset.read_turn(leaf.older, "")
    while leaf.newer:
        turn = keyset.read_turn("", leaf.newer)
        leaf = finding.leaf_holding(words, rows, turn, size=4)
        back.append([row.number for row in leaf.rows])
    return there, back


@pytest.mark.parametrize("words", ["le", "trang", "khong co", "7 gp"])
def test_every_way_leads_to_the_same_pages(licences, monkeypatch, words):
    plain = pages(words)
    assert plain[1] == plain[0][-2::-1]
    monkeypatch.setattr(finding, "NEAREST", 6)
    assert pages(words) == plain
    monkeypatch.setattr(finding, "_estimated", lambda rows: 99)
    assert pages(words) == plain
    monkeypatch.setattr(finding, "_estimated", lambda rows: 0)
    assert pages(words) == plain
