"""Many visits at once stay polite, and waiting for one's turn is no fault of the site."""

import asyncio
import time
from datetime import UTC, datetime

import pytest
from multidict import CIMultiDict, CIMultiDictProxy

from cityweb.core.fetch import Failure, Manners
from cityweb.core.fetch.politeness import LONGEST_RETRY_SECONDS, retry_after
from tests.core import fetch_world as world


def visits(names, reply, *, work=0.02, **options):
    """Ask one site under several names; return the answers and [began, ended] of each."""
    told = []

    async def serve(reader, writer):
        told.append([time.monotonic()] * 2)
        mine = told[-1]
        writer.write(reply)
        await writer.drain()
        await asyncio.sleep(work)
        mine[1] = time.monotonic()

    async def scenario():
        async with (
            world.site(serve) as here,
            world.fetching(here.port, loopback=[".test"], **options) as fetcher,
        ):
            urls = [f"http://{host}.test:{here.port}/" for host in names]
            return await asyncio.gather(*map(fetcher.fetch, urls))

    return asyncio.run(scenario()), sorted(told)


def most_at_once(told):
    return max(sum(1 for began, ended in told if began <= at < ended) for at, _ in told)


# Without a length a page ends with its connection: the visit lasts as long as the site's work.
PAGE = world.OK + b"\r\n" + world.HTML


def test_one_host_is_asked_one_by_one_with_pauses():
    results, told = visits(["a"] * 4, PAGE, manners=Manners(gap_seconds=0.05))
    assert all(each.is_ok for each in results)
    assert most_at_once(told) == 1
    pauses = [later[0] - sooner[1] for sooner, later in zip(told, told[1:], strict=False)]
    assert min(pauses) >= 0.045


@pytest.mark.slow
def test_one_machine_is_asked_by_few_at_once_and_waiting_costs_nobody_time():
    names = [f"n{number}" for number in range(30)]
    manners = Manners(gap_seconds=0, most_at_address=2)
    limits = world.replace(world.QUICK, total_seconds=0.7)
    results, told = visits(names, PAGE, work=0.05, manners=manners, limits=limits)
    assert {each.failure for each in results} == {None}
    assert most_at_once(told) == 2
    assert told[-1][1] - told[0][0] > 0.7
    assert max(each.elapsed_ms for each in results) < 700


def test_without_manners_nobody_waits():
    results, told = visits(["a"] * 6, PAGE, work=0.2, at_once=6)
    assert all(each.is_ok for each in results)
    assert most_at_once(told) > 3


@pytest.mark.parametrize("status", [429, 503])
def test_who_asks_to_be_left_alone_is_left_alone(status):
    busy = b"HTTP/1.1 %d Busy\r\nRetry-After: 600\r\nContent-Length: 0\r\n\r\n" % status
    results, told = visits(["a", "a", "b"], busy, manners=Manners(gap_seconds=0))
    assert len(told) == 2
    first, second, other = results
    assert first.status == other.status == status
    assert (second.status, second.failure) == (None, Failure.RATE_LIMITED)
    assert "600" in second.reason


def test_a_large_body_waits_for_room_and_not_against_the_clock(monkeypatch):
    monkeypatch.setattr("cityweb.core.fetch.room.LARGE_AT_ONCE", 1)
    page = world.answer(b"<html>" + b"tin " * 60_000)
    limits = world.replace(world.QUICK, most_bytes=1024 * 1024)
    monkeypatch.setattr("cityweb.core.fetch.room.FREE_BYTES", 1024)
    results, _ = visits([f"n{number}" for number in range(12)], page, limits=limits)
    assert {each.failure for each in results} == {None}
    assert {len(each.body) for each in results} == {240_006}


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120), (" 0 ", 0), ("-5", 0), ("soon", 0), ("", 0), ("９", 0), ("1e9", 0),
        ("999999999", LONGEST_RETRY_SECONDS), ("9" * 5000, LONGEST_RETRY_SECONDS),
        ("Mon, 23 Nov 2026 05:01:00 GMT", 60), ("Mon, 23 Nov 2026 04:00:00 GMT", 0),
        ("Mon, 99 Nov 2026 04:00:00 GMT", 0),
    ],
)  # fmt: skip
def test_retry_after_is_read_as_seconds_or_as_a_date(said, seconds):
    headers = CIMultiDictProxy(CIMultiDict({"Retry-After": said}))
    assert retry_after(headers, now=datetime(2026, 11, 23, 5, tzinfo=UTC)) == seconds
