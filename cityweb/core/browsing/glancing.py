"""One look at one page, for whoever needs no more than a picture."""

from __future__ import annotations

import asyncio

from cityweb.core.browsing.browser import open_browser
from cityweb.core.browsing.options import DESKTOP, Bounds, View
from cityweb.core.browsing.problems import BrowserGone, BrowserMissing, PageSilent

SECONDS = 30.0


def picture_of(url: str, *, view: View = DESKTOP) -> bytes:
    """Return the first screen of a page as PNG; raise `ValueError` with the reason in Vietnamese.

    Ends within half a minute, and obeys the same rules as everything in this package.
    """
    try:
        return asyncio.run(_look(url, view))
    except (BrowserGone, BrowserMissing) as problem:
        raise ValueError(str(problem)) from problem
    except (PageSilent, TimeoutError) as problem:
        raise ValueError("Trang không đáp ứng trong thời hạn chụp.") from problem


async def _look(url: str, view: View) -> bytes:
    async with (
        asyncio.timeout(SECONDS),
        open_browser(Bounds(seconds=SECONDS - 2)) as browser,
        browser.open_page(view) as page,
    ):
        problem = await page.go_to(url)
        if problem:
            raise ValueError(f"Không mở được trang ({problem}).")
        await page.settle()
        return await page.picture()
