"""Carries out one capture that was asked for: takes the page, measures, replays, keeps it all."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import asdict
from typing import Any

from django.utils import timezone

from advertising import actions
from advertising.actions import Piece
from advertising.behaviour import standards, verdicts
from advertising.behaviour.measuring import measure
from advertising.capture import files, provenance
from advertising.capture.files import Bundle, File
from advertising.capture.looks import Taken
from advertising.capture.replaying import replay
from advertising.capture.taking import take
from advertising.models.captures import Capture
from advertising.models.evidence import EvidenceItem
from cityweb.core.browsing import BrowserMissing
from cityweb.core.errors import Refused

logger = logging.getLogger(__name__)

Kind, Replay = EvidenceItem.Kind, Capture.Replay
REPEATS = 3
_KINDS = {
    files.SCREENSHOT: Kind.SCREENSHOT,
    files.DOM: Kind.PAGE,
    files.HAR: Kind.TRAFFIC,
    files.ARCHIVE: Kind.TRAFFIC,
    files.PROVENANCE: Kind.PROVENANCE,
    files.LIST: Kind.PROVENANCE,
    files.TIMESTAMP: Kind.TIMESTAMP,
    files.MEASURE: Kind.MEASURE,
    files.ADVERT: Kind.SCREENSHOT,
}
_TITLES = {
    files.SCREENSHOT: "Ảnh trang",
    files.DOM: "Mã trang sau khi chạy",
    files.HAR: "Nhật ký trao đổi",
    files.ARCHIVE: "Bản lưu mọi trao đổi (WACZ)",
    files.PROVENANCE: "Lý lịch lần chụp",
    files.LIST: "Danh mục tệp và mã băm",
    files.TIMESTAMP: "Dấu thời gian trên danh mục",
    files.MEASURE: "Kết quả đo quảng cáo",
    files.ADVERT: "Ảnh quảng cáo đè trang",
}
_VIEWS = {"desktop": "máy tính", "phone": "điện thoại", "": ""}


def work(pk: int) -> None:
    """Carry out a capture that was claimed; whatever happens stands in its row afterwards."""
    capture = Capture.objects.select_related("inspection", "asked_by").get(pk=pk)
    try:
        taken = asyncio.run(take(capture.url))
        if not any(look.is_seen for look in taken.looks):
            actions.fail_capture(capture, _why(taken))
            return
        more, findings = _measured(capture) if capture.measures else ([], [])
        bundle = files.bundle(
            taken, more, asked_by=capture.asked_by_id, inspection=capture.inspection.code
        )
        actions.keep_capture(
            capture,
            [_piece(file, taken, bundle, capture) for file in bundle.files],
            findings=findings,
            replay=_replayed(bundle),
        )
    except BrowserMissing as problem:
        actions.fail_capture(capture, str(problem))
    except Refused as refusal:
        actions.fail_capture(capture, refusal.message)


def _why(taken: Taken) -> str:
    said = [each for look in taken.looks for each in (look.error, *look.notes.problems) if each]
    return ". ".join(dict.fromkeys(said)) or "Trang không mở được."


def _measured(capture: Capture) -> tuple[list[File], list[dict[str, Any]]]:
    """Return what was measured, as files, and what follows from it by the rules of today."""
    try:
        behaviour, pictures = asyncio.run(measure(capture.url, repeats=REPEATS))
    except TimeoutError:
        logger.warning("capture %s: measuring took too long", capture.pk)
        return [], []
    today = standards.on(timezone.localdate())
    found = [asdict(each) for each in verdicts.judge(behaviour, today)]
    said = json.dumps(asdict(behaviour) | {"verdicts": found}, ensure_ascii=False, indent=1)
    made = [File("behaviour.json", files.MEASURE, behaviour.view, said.encode())]
    made += [
        File(f"{behaviour.view}-ad-{number}.png", files.ADVERT, behaviour.view, data)
        for number, data in enumerate(pictures.values(), 1)
    ]
    return made, found


def _replayed(bundle: Bundle) -> str:
    by_name = {file.name: file.data for file in bundle.files}
    screens = {
        name.partition("-")[0]: data
        for name, data in by_name.items()
        if name.endswith("-screen.png")
    }
    again = replay(by_name["capture.wacz"], screens)
    return Replay.MATCHES if again and all(each.matches for each in again) else Replay.DIFFERS


def _piece(file: File, taken: Taken, bundle: Bundle, capture: Capture) -> Piece:
    view = _VIEWS[file.view]
    part = {"-screen.png": "màn hình đầu", "-full.png": "toàn trang"}
    which = next((words for end, words in part.items() if file.name.endswith(end)), "")
    title = ", ".join(filter(None, (_TITLES[file.role], which, view)))
    stamp = bundle.stamp
    return Piece(
        data=file.data,
        name=file.name,
        media_type=file.media_type,
        kind=_KINDS[file.role],
        title=title,
        captured_at=taken.started_at,
        url=capture.url,
        origin=provenance.ORIGIN,
        capture=capture.key,
        provenance={
            "manifest_sha256": bundle.manifest_sha256,
            "stamped_at": stamp.at.isoformat() if stamp else "",
            "stamped_by": stamp.authority if stamp else "",
        },
    )
