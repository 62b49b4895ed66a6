"""Clocks: the ledger, the due moment that follows from it, and what a calendar change moves."""

from datetime import datetime

import pytest

from cityweb.core import clocks
from cityweb.core.clocks.rules import LOCAL
from cityweb.core.errors import Refused
from cityweb.core.models import Clock, Organisation

pytestmark = pytest.mark.django_db


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL)


@pytest.fixture
def case(db):
    return Organisation.objects.create(name="Đơn vị thử nghiệm", kind=Organisation.Kind.OTHER)


def begin(case, officer, received="2026-02-06T09:00", amount=10, unit="working_day", **facts):
    facts = {"name": "reply", "amount": amount, "unit": unit} | facts
    return clocks.start(case, received_at=at(received), actor=officer, **facts)


@pytest.mark.parametrize(
    ("mode", "due"), [(Clock.Mode.RESUME, "2026-03-09"), (Clock.Mode.RESTART, "2026-03-11")]
)
def test_the_known_vector(case, officer, mode, due):
    clock = begin(case, officer, mode=mode)
    assert str(clock.due_on) == "2026-02-27"
    clock = clocks.pause(clock, at=at("2026-02-10T10:00"), reason="Chờ bổ sung", actor=officer)
    clock = clocks.resume(clock, at=at("2026-02-25T15:00"), actor=officer)
    assert str(clock.due_on) == due
    assert clocks.explain(clock).due_on == clock.due_on


def test_a_clock_is_resumed_only_from_a_pause(case, officer):
    with pytest.raises(Refused, match="clock-not-paused"):
        clocks.resume(begin(case, officer), at=at("2026-02-09T09:00"), actor=officer)
