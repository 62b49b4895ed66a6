"""What is measured of a page's advertisements, as files of its capture."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import asdict
from typing import Any

from django.utils import timezone

from advertising.behaviour import goods, standards, verdicts
from advertising.behaviour.measures import Behaviour
from advertising.behaviour.measuring import measure
from advertising.capture import files
from advertising.capture.files import File
from cityweb.core.browsing import DESKTOP, PHONE

logger = logging.getLogger(__name__)

NAME = "behaviour.json"


def of_page(url: str, *, repeats: int) -> tuple[list[File], list[dict[str, Any]]]:
    """Return what was measured as desktop and as phone, and what follows by the rules of today.

    Nothing is measured where `repeats` is 0. Raises `BrowserMissing`.
    """
    made: list[File] = []
    found: list[dict[str, Any]] = []
    for view in (DESKTOP, PHONE) if repeats else ():
        try:
            behaviour, pictures = asyncio.run(measure(url, view=view, repeats=repeats))
        except TimeoutError:
            logger.warning("measuring a page took too long")
            continue
        rows = _judged(behaviour)
        made += _files(behaviour, rows, pictures)
        found += [row | {"view": view.name} for row in rows]
    return made, found


def _judged(behaviour: Behaviour) -> list[dict[str, Any]]:
    today = timezone.localdate()
    judged = verdicts.judge(behaviour, standards.on(today))
    sold = goods.leads([*map(asdict, behaviour.over), *behaviour.in_page], on=today)
    return [plain(each) for each in (*map(asdict, judged), *sold)]


def _files(
    behaviour: Behaviour, rows: list[dict[str, Any]], pictures: dict[str, bytes]
) -> list[File]:
    said = json.dumps(asdict(behaviour) | {"verdicts": rows}, ensure_ascii=False, indent=1)
    view = behaviour.view
    name = NAME if view == DESKTOP.name else f"{view}-{NAME}"
    made = [File(name, files.MEASURE, view, said.encode("utf-8", "replace"))]
    return made + [
        File(f"{view}-measured-ad-{number}.png", files.ADVERT, view, data)
        for number, data in enumerate(pictures.values(), 1)
    ]


def plain(facts: dict[str, Any]) -> dict[str, Any]:
    """Return facts without signs that no page shows and no database takes: zeros, half signs."""
    return {
        key: "".join(filter(str.isprintable, value)) if isinstance(value, str) else value
        for key, value in facts.items()
    }
