"""When a site is asked next."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from members import scheduling

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)


def test_sites_are_spread_evenly_over_their_interval():
    places = [scheduling.offset(f"site-{n}", HALF_HOUR) // timedelta(minutes=3) for n in range(500)]
    counts = Counter(places)
    assert set(counts) == set(range(10))
    assert max(counts.values()) < 80


def test_a_site_keeps_its_place_and_is_never_asked_twice_in_half_an_interval():
    now = NOW
    for _ in range(5):
        due = scheduling.next_due("sxd", interval=HALF_HOUR, now=now)
        assert HALF_HOUR / 2 <= due - now <= HALF_HOUR * 1.5
        now = due
    assert scheduling.next_due("sxd", interval=HALF_HOUR, now=now) - now == HALF_HOUR


def test_a_suspicion_is_looked_at_sooner_and_then_less_often():
    gap = timedelta(minutes=1)
    waits = [
        scheduling.retry_due(n, gap=gap, interval=HALF_HOUR, now=NOW) - NOW for n in (1, 2, 99)
    ]
    assert waits == [gap, 2 * gap, HALF_HOUR]
