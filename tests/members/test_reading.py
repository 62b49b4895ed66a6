"""The locked child that parses foreign pages."""

import asyncio
from datetime import date, timedelta

import pytest

from members.reading import Job, Reader
from members.reading import reader as module
from tests.members.playing import page

DAY = date(2026, 11, 20)
URL = "https://sxd.hochiminhcity.gov.vn/"


def job(text, **fields):
    return Job("home", URL, URL, DAY + timedelta(days=3), text, (URL,), **fields)


@pytest.mark.slow
def test_pages_are_read_one_after_another_and_a_killer_page_costs_only_itself(monkeypatch):
    async def read_all():
        async with Reader() as reader:
            first = await reader.read(job(page("Sở Xây dựng", DAY, DAY - timedelta(days=4))))
            reader._child.kill()
            killed = await reader.read(job(page()))
            again = await reader.read(
                job(page("Bị đổi", more="Hacked by X"), past=(first.portrait,))
            )
        return first, killed, again, reader._child

    first, killed, again, child = asyncio.run(read_all())
    assert first.news.day == DAY
    assert [one.day for one in first.pieces] == [DAY, DAY - timedelta(days=4)]
    assert first.findings == ()
    assert killed.is_unreadable
    assert not again.is_unreadable
    assert child is None


def test_a_page_that_takes_too_long_is_unreadable(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.001)

    async def read():
        async with Reader() as reader:
            return await reader.read(job(page()))

    assert asyncio.run(read()).is_unreadable
