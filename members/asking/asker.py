"""One round: every site's addresses one after another, many sites at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.utils import timezone

from cityweb.core import fetch
from cityweb.core.fetch import Failure, Fetched, Manners
from members.abnormality.keywords import UNCHANGED, Changes
from members.asking.guises import HEADERS
from members.reading import Facts, Job, Reader
from members.verdicts import rounds

NOTHING = Facts()
_NO_PAGES = frozenset({"feed", "sitemap", "security"})
# Below the home page: from http to https and on to "www." is two; more are not worth a day's share.
MOST_REDIRECTS = 2


@dataclass(frozen=True)
class Wish:
    """One address to ask. `known` is the digest whose facts we have already.

    `etag` and `last_modified` came with it: the server may say that nothing changed.
    `reading` is how the answer is read, where that is not what `kind` says; `page` is the key of a
    page below the home page, `guise` who we say we are, `sought` what its own search looks for.
    """

    kind: str
    url: str
    section: int | None = None
    known: str = ""
    etag: str = ""
    last_modified: str = ""
    reading: str = ""
    page: int | None = None
    guise: str = ""
    sought: str = ""

    @property
    def read_as(self) -> str:
        return self.reading or self.kind


@dataclass(frozen=True)
class Errand:
    """All that is asked of one site in a round.

    `purse` is how many requests it may cost beside the home page; None where nobody counts.
    """

    site: int
    code: str
    home: str
    wishes: tuple[Wish, ...]
    past: tuple[dict[str, Any], ...] = ()
    purse: int | None = None


@dataclass(frozen=True)
class Answer:
    """What came back for one wish. `facts` is nothing where they are known from before."""

    wish: Wish
    asked_at: datetime
    fetched: Fetched
    digest: str = ""
    facts: Facts | None = None
    has_ipv6: bool | None = None

    @property
    def failure(self) -> Failure | None:
        return self.fetched.failure

    @property
    def cost(self) -> int:
        """How many requests the answer took of the site, its redirects with it."""
        return max(len(self.fetched.hops), 1)


class Asker:
    """Asks the sites of a batch and then, where the network was in doubt, the control addresses."""

    def __init__(
        self, controls: Sequence[str], *, gap_seconds: float, changes: Changes = UNCHANGED
    ) -> None:
        self._controls = controls
        self._changes = changes
        self._gap_seconds = gap_seconds

    def ask(
        self, errands: Sequence[Errand], tell: Callable[[Errand, list[Answer]], None]
    ) -> tuple[dict[int, list[Answer]], str]:
        """Return the answers by site, and why they do not count; `tell` hears of each site.

        The reason is empty where they do. Never raises for what a site does.
        """
        return asyncio.run(self._ask(errands, tell))

    async def _ask(
        self, errands: Sequence[Errand], tell: Callable[[Errand, list[Answer]], None]
    ) -> tuple[dict[int, list[Answer]], str]:
        manners = Manners(gap_seconds=self._gap_seconds)
        async with fetch.Fetcher(manners=manners) as fetcher, Reader(self._changes) as reader:

            async def go(errand: Errand) -> tuple[int, list[Answer]]:
                answers = await _one_site(errand, fetcher, reader)
                tell(errand, answers)
                return errand.site, answers

            answers = dict(await asyncio.gather(*map(go, errands)))
            failures = [one.failure for many in answers.values() for one in many]
            reached = await self._reached(failures, fetcher)
            return answers, rounds.why_inconclusive(failures, controls_reached=reached)

    async def _reached(self, failures: list[Failure | None], fetcher: fetch.Fetcher) -> bool | None:
        """Tell whether any control address answers; nothing where there was no need to ask."""
        if not self._controls or not rounds.is_network_in_doubt(failures):
            return None
        asked = (fetcher.fetch(url, page=False) for url in self._controls)
        answers = await asyncio.gather(*asked)
        return any(one.status is not None for one in answers)


async def _one_site(errand: Errand, fetcher: fetch.Fetcher, reader: Reader) -> list[Answer]:
    answers: list[Answer] = []
    left = errand.purse
    for wish in errand.wishes:
        is_home = wish.kind == "home"
        if not is_home and left is not None and left < 1:
            break
        answer = await _one_wish(errand, wish, fetcher, reader, None if is_home else left)
        answers.append(answer)
        if not is_home and left is not None:
            left -= answer.cost
        # A site whose home does not answer, or that asks for quiet, is left alone.
        if is_home and answer.failure is not None or answer.failure is Failure.RATE_LIMITED:
            break
    return await _compared(errand, answers, reader)


async def _one_wish(
    errand: Errand, wish: Wish, fetcher: fetch.Fetcher, reader: Reader, left: int | None
) -> Answer:
    asked_at = datetime.now(UTC)
    fetched = await fetcher.fetch(
        wish.url,
        page=wish.read_as not in _NO_PAGES,
        etag=wish.etag,
        last_modified=wish.last_modified,
        headers=HEADERS[wish.guise],
        most_redirects=None if left is None else min(MOST_REDIRECTS, left - 1),
    )
    answer = await _read(errand, wish, asked_at, fetched, reader)
    if wish.kind == "home" and answer.facts is not None and answer.digest:
        return replace(answer, has_ipv6=await fetcher.has_ipv6(fetched.final_url))
    return answer


async def _read(
    errand: Errand, wish: Wish, asked_at: datetime, fetched: Fetched, reader: Reader
) -> Answer:
    if fetched.is_unchanged and wish.known:
        return Answer(wish, asked_at, fetched, wish.known)
    if not fetched.is_ok or not fetched.body:
        return Answer(wish, asked_at, fetched, facts=NOTHING)
    digest = sha256(fetched.body).hexdigest()
    if digest == wish.known or wish.read_as == "guised":
        return Answer(wish, asked_at, fetched, digest)
    job = Job(
        kind=wish.read_as,
        url=fetched.final_url,
        home=errand.home,
        today=timezone.localdate(asked_at),
        text=fetched.text(),
        chain=tuple(hop.url for hop in fetched.hops),
        past=errand.past if wish.kind == "home" else (),
        sought=wish.sought,
    )
    return Answer(wish, asked_at, fetched, digest, await reader.read(job))


async def _compared(errand: Errand, answers: list[Answer], reader: Reader) -> list[Answer]:
    """Compare what the guises of one page were given; the browser's answer gets the facts."""
    seen = [one for one in answers if one.wish.read_as == "guised" and shows_something(one)]
    plain = next((one for one in seen if one.wish.guise == "browser" and one.digest), None)
    others = [one for one in seen if one is not plain]
    if plain is None or not others:
        return answers
    job = Job(
        kind="guised",
        url=plain.fetched.final_url,
        home=errand.home,
        today=timezone.localdate(plain.asked_at),
        text=plain.fetched.text(),
        others=tuple(
            (one.wish.guise, one.fetched.final_url, 200, one.fetched.text()) for one in others
        ),
    )
    facts = await reader.read(job)
    return [replace(one, facts=facts) if one is plain else one for one in answers]


def shows_something(one: Answer) -> bool:
    """Tell whether a guise was given a page, or was sent to an address that then gave none."""
    return bool(one.digest) or len(one.fetched.hops) > 1
