"""Captures: asked for at the desk, carried out by a worker, kept as evidence in one go."""

from __future__ import annotations

from collections.abc import Iterable
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
# A capture with its measures and replay takes four minutes at the worst.
LEASE = timedelta(minutes=8)


@transaction.atomic
def ask_capture(
    *, pk: int, url: str, actor: User, measures: bool = True, at: datetime | None = None
) -> Capture:
    """Write down that a page is to be captured for an inspection.

    Raises `Refused`: "bad-url", "captures-waiting" when too many wait already, and where the table
    does not let this person gather evidence now.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.GATHER, actor)
    try:
        spelling.read(url)
    except Fault as fault:
        raise Refused("bad-url", f"{fault}. Sửa địa chỉ rồi gửi lại.") from fault
    waiting = inspection.captures.filter(state__in=[State.ASKED, State.RUNNING])
    if waiting.count() >= MOST_WAITING:
        raise Refused(
            "captures-waiting", f"Đã có {MOST_WAITING} trang đang chờ chụp; hãy đợi chụp xong bớt."
        )
    made = Capture.objects.create(
        inspection=inspection, url=url.strip(), measures=measures, asked_by=actor, asked_at=at
    )
    moving.note(
        inspection, "capture_asked", f"Yêu cầu chụp {url.strip()[:150]}", actor=actor, at=at
    )
    return made


def claim_captures(*, now: datetime) -> list[int]:
    """Take what waits, and what a worker that died left behind; each is taken by one alone.

    What was tried often enough is given up.
    """
    is_free = Q(state=State.ASKED) | Q(state=State.RUNNING, started_at__lte=now - LEASE)
    waiting = Capture.objects.filter(is_free)
    waiting.filter(tries__gte=MOST_TRIES).update(
        state=State.FAILED, ended_at=now, problem="Máy chụp dừng giữa chừng hai lần."
    )
    lively = Capture.objects.filter(state=State.RUNNING, started_at__gt=now - LEASE)
    room = max(settings.CAPTURES_AT_ONCE - lively.count(), 0)
    taken = []
    for one in waiting.order_by("id").values_list("pk", flat=True)[:room]:
        free = Capture.objects.filter(is_free, pk=one)
        if free.update(state=State.RUNNING, started_at=now, tries=F("tries") + 1):
            taken.append(one)
    return taken


@transaction.atomic
def keep_capture(
    capture: Capture, pieces: list[Piece], *, findings: Iterable[dict[str, Any]], replay: str
) -> list[EvidenceItem]:
    """Take everything of a capture into the evidence, all or nothing.

    Raises `Refused` where evidence can no longer be gathered in this inspection.
    """
    locked = Capture.objects.select_for_update().get(pk=capture.pk)
    if locked.state != State.RUNNING:
        return []
    items = evidence.keep(pk=locked.inspection_id, pieces=pieces, actor=locked.asked_by)
    locked.state, locked.ended_at = State.DONE, timezone.now()
    locked.findings, locked.replay = list(findings), replay
    locked.save(update_fields=["state", "ended_at", "findings", "replay"])
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
    locked = Capture.objects.select_for_update().get(pk=capture.pk)
    if locked.state == State.RUNNING:
        locked.state, locked.ended_at, locked.problem = State.FAILED, timezone.now(), problem
        locked.save(update_fields=["state", "ended_at", "problem"])
