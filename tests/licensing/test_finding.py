"""Search gives just the pages that reading every licence would give, in the same order."""

import random
from datetime import date, timedelta

import pytest
from django.db import connection

from cityweb.core import keyset
from licensing.models import Licence
from licensing.reports import register
from licensing.reports.register import Asked
from licensing.states import Standing
from tests.licensing.makers import bodies
from tests.shared import shared

pytestmark = pytest.mark.django_db
SYLLABLES = "an ba binh cao song sai gon trang".split()  # noqa: SIM905  one to a line is a page


@shared
def licences():
    """Licences of two years of which the middle is empty, several to a day, in no order."""
    chance = random.Random(7)
    issuers = bodies()
    made = []
    for number in range(120):
        words = [*chance.choices(SYLLABLES, k=chance.randint(1, 5)), "cong ty", str(number)]
        months = (0, 1, 22) if number % 3 else (23, 24)
        day = date(2019, 12, 1) + timedelta(days=30 * chance.choice(months) + chance.randint(0, 9))
        made.append(
            Licence(
                number=f"{number}/GP-SM", number_key=f"{number}/gp-sm", slug=f"{number}-gp-sm",
                issuer=chance.choice(issuers), holder=issuers[1], issued_on=day,
                state=chance.choice(Standing.values), words=" ".join(words),
            )
        )  # fmt: skip
    chance.shuffle(made)
    return Licence.objects.bulk_create(made)


def pages(asked):
    """Return the keys of every page there, and of every page back to the first."""
    turn = keyset.Turn()
    there, back = [], []
    while True:
        leaf = register.page(asked, turn)
        there.append([row.pk for row in leaf.rows])
        if not leaf.older:
            break
        turn = keyset.read_turn(leaf.older, "")
    while leaf.newer:
        leaf = register.page(asked, keyset.read_turn("", leaf.newer))
        back.append([row.pk for row in leaf.rows])
    return there, back


def fits(asked, licence):
    return (
        set(asked.words.split()) <= set(licence.words.split())
        and asked.state in ("", licence.state)
        and asked.issuer in (None, licence.issuer_id)
        and asked.year in (None, licence.issued_on.year)
    )


def asked_at_random():
    chance = random.Random(11)
    issuer = bodies()[0].pk
    for words in ("cong ty", "song", "song sai gon", "khong co", "7", "trang trang"):
        yield Asked(words)
    for _ in range(14):
        yield Asked(
            " ".join(chance.choices([*SYLLABLES, "cong"], k=chance.randint(1, 3))),
            chance.choice(["", "", *Standing.values]),
            chance.choice([None, None, issuer]),
            chance.choice([None, 2019, 2020, 2021]),
        )


def test_search_finds_what_reading_every_licence_finds(licences, monkeypatch):
    monkeypatch.setattr(register, "PAGE_SIZE", 9)
    newest = sorted(licences, key=lambda one: (one.issued_on, one.pk), reverse=True)
    for asked in asked_at_random():
        keys = [one.pk for one in newest if fits(asked, one)]
        there = [keys[at : at + 9] for at in range(0, len(keys), 9)] or [[]]
        assert pages(asked) == (there, there[-2::-1]), asked


def test_words_are_asked_of_the_index(licences):
    """Without the index every licence would be read; with `+ 0` gone, perhaps in order of days."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT 1 FROM licensing_licence"
            " WHERE licensing_terms(words, state, issuer_id, issued_on) @> '{an@24241}'"
        )
        assert "licences_by_term" in "\n".join(line for (line,) in cursor.fetchall())
