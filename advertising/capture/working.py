"""Carries out one capture that was asked for: takes the page, measures, replays, keeps it all."""

from __future__ import annotations

import asyncio
import logging

from advertising import actions
from advertising.capture import exhibits, files, heartbeat, measured, stored
from advertising.capture.files import Bundle
from advertising.capture.looks import Taken
from advertising.capture.replaying import replay
from advertising.capture.taking import take
from advertising.models.captures import Capture
from cityweb.core.browsing import BrowserMissing
from cityweb.core.errors import Refused

logger = logging.getLogger(__name__)

Replay = Capture.Replay
REPEATS = 3


def work(pk: int) -> None:
    """Carry out a capture that was claimed; whatever happens stands in its row afterwards."""
    capture = Capture.objects.select_related("inspection", "asked_by").get(pk=pk)
    with heartbeat.of(capture):
        try:
            _work(capture)
        except BrowserMissing as problem:
            if not stored.keep(capture, str(problem)):
                actions.fail_capture(capture, str(problem))
        except Refused as refusal:
            actions.fail_capture(capture, refusal.message)


def _work(capture: Capture) -> None:
    taken = asyncio.run(take(capture.urls, follows=capture.follows))
    if not any(look.is_seen for look in taken.looks):
        actions.fail_capture(capture, _why(taken))
        return
    more, findings = measured.of_page(capture.url, repeats=REPEATS if capture.measures else 0)
    about = {"asked_by": capture.asked_by_id, "inspection": capture.inspection.code}
    made = files.bundle(taken, more, **about, purpose=capture.purpose)
    pieces = exhibits.pieces(made, capture, at=taken.started_at, urls=taken.urls)
    actions.keep_capture(capture, pieces, findings=findings, replay=_replayed(made))


def _why(taken: Taken) -> str:
    said = [each for look in taken.looks for each in (look.error, *look.notes.problems) if each]
    return ". ".join(dict.fromkeys(said)) or "Trang không mở được."


def _replayed(bundle: Bundle) -> str:
    by_name = {file.name: file.data for file in bundle.files}
    screens = {
        name.removesuffix("-screen.png"): data
        for name, data in by_name.items()
        if name.endswith("-screen.png")
    }
    again = replay(by_name["capture.wacz"], screens)
    return Replay.MATCHES if again and all(each.matches for each in again) else Replay.DIFFERS
