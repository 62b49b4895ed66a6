"""One round: every site's addresses one after another, many sites at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.utils import timezone

from cityweb.core.fetch import Failure, Fetched, Fetcher, Manners
from members.reading import Facts, Job, Reader
from members.verdicts import rounds

NOTHING = Facts()


@dataclass(frozen=True)
class Wish:
    """One address to ask. `known` is the digest whose facts we have already."""

    kind: str
    url: str
    section: int | None = None
    known: str = ""


@dataclass(frozen=True)
class Errand:
    """All that is asked of one site in a round."""

    site: int
    code: str
    home: str
    wishes: tuple[Wish, ...]
    past: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Answer:
    """What came back for one wish. `facts` is nothing where they are known from before."""

    wish: Wish
    asked_at: datetime
    fetched: Fetched
    digest: str = ""
    facts: Facts | None = None

    @property
    def failure(self) -> Failure | None:
        return self.fetched.failure


class Asker:
    """Asks the sites of a batch and then, where the network was in doubt, the control addresses."""

    def __init__(self, controls: Sequence[str], *, gap_seconds: float) -> None:
        self._controls = controls
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
        async with Fetcher(manners=manners) as fetcher, Reader() as reader:

            async def go(errand: Errand) -> tuple[int, list[Answer]]:
                answers = await _one_site(errand, fetcher, reader)
                tell(errand, answers)
                return errand.site, answers

            answers = dict(await asyncio.gather(*map(go, errands)))
            failures = [one.failure for many in answers.values() for one in many]
            reached = await self._reached(failures, fetcher)
            return answers, rounds.why_inconclusive(failures, controls_reached=reached)

    async def _reached(self, failures: list[Failure | None], fetcher: Fetcher) -> bool | None:
        """Tell whether any control address answers; nothing where there was no need to ask."""
        if not self._controls or not rounds.is_network_in_doubt(failures):
            return None
        asked = (fetcher.fetch(url, page=False) for url in self._controls)
        answers = await asyncio.gather(*asked)
        return any(one.status is not None for one in answers)


async def _one_site(errand: Errand, fetcher: Fetcher, reader: Reader) -> list[Answer]:
    answers: list[Answer] = []
    for wish in errand.wishes:
        asked_at = datetime.now(UTC)
        fetched = await fetcher.fetch(wish.url, page=wish.kind in {"home", "section"})
        answers.append(await _read(errand, wish, asked_at, fetched, reader))
        if wish.kind == "home" and fetched.failure is not None:
            # A site whose home does not answer is left alone until it does.
            break
    return answers


async def _read(
    errand: Errand, wish: Wish, asked_at: datetime, fetched: Fetched, reader: Reader
) -> Answer:
    if not fetched.is_ok or not fetched.body:
        return Answer(wish, asked_at, fetched, facts=NOTHING)
    digest = sha256(fetched.body).hexdigest()
    if digest == wish.known:
        return Answer(wish, asked_at, fetched, digest)
    job = Job(
        kind=wish.kind,
        url=fetched.final_url,
        home=errand.home,
        today=timezone.localdate(asked_at),
        text=fetched.text(),
        chain=tuple(hop.url for hop in fetched.hops),
        past=errand.past if wish.kind == "home" else (),
    )
    return Answer(wish, asked_at, fetched, digest, await reader.read(job))
