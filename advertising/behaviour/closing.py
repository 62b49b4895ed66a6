"""Closes an advertisement with patience: by its control, or where a corner turns out to be one."""

from __future__ import annotations

import asyncio
from typing import Any

from advertising.behaviour import contrasts
from advertising.behaviour.visits import Survey, Visit

_LATE_CLICKS = 3
_PATIENCE = 1.0
# How sure a control is that only its class names.
_BY_CLASS = 2


async def close(visit: Visit, name: str) -> int | None:
    """Click its control, with patience after each click; return how many clicks it took."""
    for number in range(1, _LATE_CLICKS + 1):
        row = await visit.row(name)
        if row is None or row["goneAt"] is not None:
            return number - 1 or None
        if row["control"] is None:
            return None
        visit.click(row)
        if await _is_gone_soon(visit, name):
            return number
        if visit.has_left:
            return None
        await visit.spend(row)
    return await _tap(visit, name)


async def _tap(visit: Visit, name: str) -> int | None:
    """Touch a control that no click moved, where readers have fingers: some hear those alone."""
    row = await visit.row(name)
    if not visit.page.view.is_mobile or row is None or not row["control"]:
        return None
    visit.page.tap(row["control"]["x"], row["control"]["y"])
    return 1 if await _is_gone_soon(visit, name) else None


async def try_corners(visit: Visit, result: Survey) -> None:
    """Click the corners of what nothing was found to close; note where that closed it.

    Something that only its class named and that did nothing is no control either.
    """
    for name, needed in result.clicks_needed.items():
        control = result.facts[name]["control"]
        if needed or result.opened[name] or (control and control["rank"] > _BY_CLASS):
            continue
        row = await visit.row(name)
        for spot in await _corners(visit, row) if row else []:
            before = visit.opened_since(0)
            has_closed = await _click_away(visit, name, spot)
            if visit.has_left:
                return
            if has_closed:
                result.tried[name], result.clicks_needed[name] = spot["key"], 1
                result.opened[name] = visit.opened_since(before)
                result.facts[name] |= {"control": spot, "contrast": spot["contrast"]}
                break


async def _corners(visit: Visit, row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the spots of an advertisement that may close it, with how they stand out."""
    found = await visit.page.see(f"cityweb.corners({int(row['id'])})") or []
    for spot in found:
        part = await visit.picture(spot["box"])
        spot |= {"text": "", "covered": False, "rank": 0, "contrast": contrasts.of_picture(part)}
    return found


async def _click_away(visit: Visit, name: str, spot: dict[str, Any]) -> bool:
    """Click a spot once; tell whether the advertisement went."""
    row = await visit.row(name)
    if row is None or row["goneAt"] is not None:
        return False
    visit.click(row, spot)
    return await _is_gone_soon(visit, name)


async def _is_gone_soon(visit: Visit, name: str) -> bool:
    now = asyncio.get_running_loop().time
    due = now() + _PATIENCE
    while now() < due and not visit.has_left:
        await asyncio.sleep(0.05)
        row = await visit.row(name)
        if row is None or row["goneAt"] is not None:
            return not visit.has_left
    return False
