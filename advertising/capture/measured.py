"""What is measured of a page's advertisements, as files of its capture."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import asdict
from typing import Any

from django.utils import timezone

from advertising.behaviour import standards, verdicts
from advertising.behaviour.measuring import measure
from advertising.capture import files
from advertising.capture.files import File

logger = logging.getLogger(__name__)


def of_page(url: str, *, repeats: int) -> tuple[list[File], list[dict[str, Any]]]:
    """Return what was measured, and what follows from it by the rules of today.

    Nothing is measured where `repeats` is 0. Raises `BrowserMissing`.
    """
    if not repeats:
        return [], []
    try:
        behaviour, pictures = asyncio.run(measure(url, repeats=repeats))
    except TimeoutError:
        logger.warning("measuring a page took too long")
        return [], []
    judged = verdicts.judge(behaviour, standards.on(timezone.localdate()))
    found = [plain(asdict(each)) for each in judged]
    said = json.dumps(asdict(behaviour) | {"verdicts": found}, ensure_ascii=False, indent=1)
    view = behaviour.view
    made = [File("behaviour.json", files.MEASURE, view, said.encode("utf-8", "replace"))]
    made += [
        File(f"{view}-measured-ad-{number}.png", files.ADVERT, view, data)
        for number, data in enumerate(pictures.values(), 1)
    ]
    return made, found


def plain(facts: dict[str, Any]) -> dict[str, Any]:
    """Return facts without signs that no page shows and no database takes: zeros, half signs."""
    return {
        key: "".join(filter(str.isprintable, value)) if isinstance(value, str) else value
        for key, value in facts.items()
    }
