"""Captures: asked for at the desk, carried out by a worker, kept as evidence in one go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from advertising.actions import evidence, moving
from advertising.actions.evidence import Piece
from advertising.life import CheckVerb
from advertising.models import EvidenceItem
from advertising.models.captures import Capture
from cityweb.core.errors import Refused
from cityweb.core.fetch import spelling
from cityweb.core.fetch.failures import Fault
from cityweb.core.models import User

State, Replay = Capture.State, Capture.Replay
MOST_WAITING = 10
MOST_TRIES = 2
MOST_PAGES = 6
# A worker says every few seconds that it lives; after so long without a word it has died.
SILENCE = timedelta(seconds=45)


@dataclass(frozen=True)
class Wanted:
    """What is to be captured in one go: a page, further ones, and how many it links to."""

    url: str
    more_urls: Sequence[str] = ()
    follows: int = 0
    measures: bool = True
    purpose: str = ""

    @property
    def urls(self) -> list[str]:
        named = (url.strip() for url in (self.url, *self.more_urls))
        return list(dict.fromkeys(filter(None, named)))


@transaction.atomic
def ask_capture(*, pk: int, wanted: Wanted, actor: User, at: datetime | None = None) -> Capture:
    """Write down that pages are to be captured for an inspection.

    Raises `Refused`: "bad-url", "too-many-pages", "captures-waiting" when too many wait already,
    and where the table does not let this person gather evidence now.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.GATHER, actor)
    _judge(wanted)
    waiting = inspection.captures.filter(state__in=[State.ASKED, State.RUNNING])
    if waiting.count() >= MOST_WAITING:
        raise Refused(
            "captures-waiting", f"Đã có {MOST_WAITING} lần chụp đang chờ; hãy đợi chụp xong bớt."
        )
    first, *others = wanted.urls
    made = Capture.objects.create(
        inspection=inspection, url=first, more_urls=others, follows=wanted.follows,
        measures=wanted.measures, purpose=wanted.purpose, asked_by=actor, asked_at=at,
    )  # fmt: skip
    said = f"Yêu cầu chụp {first[:150]}" + (f" và {len(others)} trang khác" if others else "")
    moving.note(inspection, "capture_asked", said, actor=actor, at=at, words=wanted.purpose)
    return made


def _judge(wanted: Wanted) -> None:
    if not wanted.urls:
        raise Refused("bad-url", "Ghi địa chỉ trang cần chụp.")
    for url in wanted.urls:
        try:
            spelling.read(url)
        except Fault as fault:
            raise Refused("bad-url", f"{url[:80]}: {fault}. Sửa địa chỉ rồi gửi lại.") from fault
    if len(wanted.urls) + wanted.follows > MOST_PAGES:
        raise Refused("too-many-pages", f"Một lần chụp có nhiều nhất {MOST_PAGES} trang.")


@transaction.atomic
def recapture(
    *, pk: int, actor: User, purpose: str, url: str = "", at: datetime | None = None
) -> Capture:
    """Have the pages of the case captured again, to see what became of them.

    Without `url` those of its latest finished capture, or else the home page of its site. What
    waits already is not asked for twice. Raises `Refused` as `ask_capture`.
    """
    inspection = moving.lock(pk, CheckVerb.GATHER, actor)
    last = inspection.captures.filter(state=State.DONE).order_by("-id").first()
    pages = [url] if url else last.urls if last else [inspection.site.home_url]
    waits = inspection.captures.filter(state=State.ASKED, url=pages[0], more_urls=pages[1:]).first()
    if waits:
        return waits
    wanted = Wanted(pages[0], pages[1:], purpose=purpose)
    return ask_capture(pk=pk, wanted=wanted, actor=actor, at=at)


def claim_captures(*, now: datetime) -> list[int]:
    """Take what waits, and what a worker that died left behind; each is taken by one alone.

    What was tried often enough is given up.
    """
    is_free = Q(state=State.ASKED) | Q(state=State.RUNNING, beat_at__lte=now - SILENCE)
    waiting = Capture.objects.filter(is_free)
    waiting.filter(tries__gte=MOST_TRIES).update(
        state=State.FAILED, ended_at=now, problem="Máy chụp dừng giữa chừng hai lần."
    )
    lively = Capture.objects.filter(state=State.RUNNING, beat_at__gt=now - SILENCE)
    room = max(settings.CAPTURES_AT_ONCE - lively.count(), 0)
    taken = []
    for one in waiting.order_by("id").values_list("pk", flat=True)[:room]:
        free = Capture.objects.filter(is_free, pk=one)
        if free.update(state=State.RUNNING, started_at=now, beat_at=now, tries=F("tries") + 1):
            taken.append(one)
    return taken


def beat_capture(capture: Capture, *, now: datetime) -> bool:
    """Say that the worker of a capture still lives; tell whether it is still this worker's."""
    mine = Capture.objects.filter(pk=capture.pk, state=State.RUNNING, tries=capture.tries)
    return bool(mine.update(beat_at=now))


@transaction.atomic
def keep_capture(
    capture: Capture,
    pieces: list[Piece],
    *,
    findings: Iterable[dict[str, Any]],
    replay: str,
    problem: str = "",
) -> list[EvidenceItem]:
    """Take everything of a capture into the evidence, all or nothing.

    Raises `Refused` where evidence can no longer be gathered in this inspection.
    """
    locked = _mine(capture)
    if locked is None:
        return []
    items = evidence.keep(pk=locked.inspection_id, pieces=pieces, actor=locked.asked_by)
    locked.state, locked.ended_at = State.DONE, timezone.now()
    locked.findings, locked.replay, locked.problem = list(findings), replay, problem
    locked.save(update_fields=["state", "ended_at", "findings", "replay", "problem"])
    said = f"{items[0]} đến {items[-1]}" if items else ""
    if replay == Replay.DIFFERS:
        said += ". Bản lưu xem lại không khớp ảnh: phải xem kỹ."
    moving.note(
        locked.inspection, "captured", f"Chụp xong {locked.url[:150]}", words=said,
        actor=locked.asked_by, at=locked.ended_at,
    )  # fmt: skip
    return items


@transaction.atomic
def fail_capture(capture: Capture, problem: str) -> None:
    """Write down why there is no evidence of a page."""
    locked = _mine(capture)
    if locked is not None:
        locked.state, locked.ended_at, locked.problem = State.FAILED, timezone.now(), problem
        locked.save(update_fields=["state", "ended_at", "problem"])


def _mine(capture: Capture) -> Capture | None:
    """Return the row, locked; None once another worker has it or it came to its end."""
    rows = Capture.objects.select_for_update().select_related("asked_by")
    return rows.filter(pk=capture.pk, state=State.RUNNING, tries=capture.tries).first()
