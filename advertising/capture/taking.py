"""Opens one address as each kind of reader would, and keeps what there is to see."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from advertising.behaviour.spotting import Spotter, clip_of
from advertising.capture import steady
from advertising.capture.looks import Look, Taken
from cityweb.core.browsing import (
    DESKTOP,
    PHONE,
    Bounds,
    Browser,
    BrowserGone,
    Page,
    Recording,
    View,
    open_browser,
)
from cityweb.core.browsing.problems import PageSilent
from cityweb.core.browsing.sources import Source
from cityweb.core.fetch import Rules

Step = Callable[[Page, Look], Awaitable[None]]
TOTAL_SECONDS = 56.0
LEAST_SECONDS = 12.0
# Down the page in steps, so that what loads on sight is seen.
_SCROLL = """(async () => {
  const most = Math.min(document.documentElement.scrollHeight, %d), step = innerHeight * 0.9;
  for (let y = 0; y < most; y += step) {
    scrollTo(0, y); await new Promise(done => setTimeout(done, 60));
  }
  scrollTo(0, 0); await new Promise(done => setTimeout(done, 100));
  return most;
})()"""
_DEEPEST = 12_000
_LINKS = """[...new Set([...document.links].filter(a => a.origin === location.origin &&
  a.pathname + a.search !== location.pathname + location.search &&
  !/\\.(pdf|zip|docx?|xlsx?|jpe?g|png|gif|mp[34])$/i.test(a.pathname))
  .map(a => a.href.split("#")[0]))].slice(0, 50)"""
_BETWEEN_MOMENTS = 0.13
MOST_ADS = 8


async def take(
    urls: Sequence[str],
    *,
    follows: int = 0,
    views: Sequence[View] = (DESKTOP, PHONE),
    rules: Rules | None = None,
) -> Taken:
    """Capture pages in one go, and so many of those to which the first one links.

    Each page ends within a minute whatever it does; what went wrong is in the looks. Raises
    `BrowserMissing` where there is no Chromium.
    """
    pages, looks = list(dict.fromkeys(urls)), []
    for number, url in enumerate(pages, 1):
        looks += await _in_each_view(url, views, number, rules)
        if number == 1:
            linked = dict.fromkeys(link for look in looks for link in look.links)
            pages += [link for link in linked if link not in pages][:follows]
    return Taken(urls[0], looks)


async def _in_each_view(
    url: str, views: Sequence[View], page: int, rules: Rules | None
) -> list[Look]:
    due, looks = time.monotonic() + TOTAL_SECONDS, []
    for number, view in enumerate(views):
        share = (due - time.monotonic()) / (len(views) - number)
        seconds = max(share, LEAST_SECONDS)
        looks.append(await look_at(url, view, seconds=seconds, rules=rules, page=page))
    return looks


async def look_at(
    url: str,
    view: View,
    *,
    seconds: float,
    rules: Rules | None = None,
    source: Source | None = None,
    back_ms: int = 0,
    page: int = 1,
    moments: int = 0,
) -> Look:
    """See one address once. With `source` its answers come from there: a replay.

    `moments` more pictures of the screen are taken of what moves, one shortly after the other.
    """
    look = Look(view, url, datetime.now(UTC), page)
    # The browser's own end comes before ours, and says more.
    bounds = Bounds(seconds=seconds - 2)
    try:
        async with (
            asyncio.timeout(seconds),
            open_browser(bounds, rules=rules, source=source, recording=look.recording) as browser,
        ):
            script = steady.script(back_ms=back_ms)
            await _see(browser, look, script, is_live=source is None, moments=moments)
    except BrowserGone as problem:
        look.notes.add(look.notes.problems, str(problem))
    except TimeoutError:
        look.notes.add(look.notes.problems, f"Hết {seconds:.0f} giây dành cho một lần xem.")
    look.ended_at = datetime.now(UTC)
    return look


async def _see(browser: Browser, look: Look, script: str, *, is_live: bool, moments: int) -> None:
    look.browser, look.confinement = browser.version, browser.confinement
    try:
        async with browser.open_page(look.view) as page:
            look.notes, look.user_agent = page.notes, page.user_agent
            await page.before_each_document(script)
            spotter = Spotter(browser, page, look.url)
            if is_live:
                await spotter.prepare()
            look.error = await page.go_to(look.url)
            await page.settle()
            if not look.error:
                look.error = _refusal(look.recording, page)
            for step in (_picture_of_screen, *[_one_more] * moments):
                await _try(step, page, look)
            for step in (_scroll, _picture_of_page, _words):
                await _try(step, page, look)
            if is_live and not look.error:
                await _adverts(spotter, page, look)
    finally:
        look.most_memory = browser.most_memory


def _refusal(recording: Recording, page: Page) -> str:
    """Return why the page's own document was not let through, where it was not."""
    asked = [each.url for each in page.notes.asked if each.kind == "Document"]
    first = next((each for each in recording.exchanges if each.url in asked[:1]), None)
    return first.stopped if first is not None and not first.is_answered else ""


async def _try(step: Step, page: Page, look: Look) -> None:
    try:
        await step(page, look)
    except (PageSilent, ValueError) as problem:
        what = _STEPS[step]
        look.notes.add(look.notes.problems, f"{what}: trang không đáp ứng ({problem}).")


async def _picture_of_screen(page: Page, look: Look) -> None:
    look.pictures["screen"] = await page.picture(seconds=4)


async def _one_more(page: Page, look: Look) -> None:
    await asyncio.sleep(_BETWEEN_MOMENTS)
    look.pictures[f"screen-{len(look.pictures)}"] = await page.picture(seconds=4)


async def _scroll(page: Page, look: Look) -> None:
    await page.evaluate(_SCROLL % _DEEPEST, seconds=4)
    await page.settle(quiet=0.4, most=3)


async def _picture_of_page(page: Page, look: Look) -> None:
    look.pictures["full"] = await page.picture(whole=True, seconds=6)


async def _words(page: Page, look: Look) -> None:
    look.source = await page.source()
    look.final_url = str(await page.evaluate("location.href", seconds=2))
    look.title = str(await page.evaluate("document.title", seconds=2))[:300]
    look.links = list(await page.evaluate(_LINKS, seconds=2))


async def _adverts(spotter: Spotter, page: Page, look: Look) -> None:
    """Keep a picture of each place that lists or words call an advertisement."""
    try:
        look.ads = await spotter.spot()
        for number, row in enumerate(look.ads[:MOST_ADS], 1):
            row["picture"] = f"ad-{number}"
            clip = clip_of(row["box"], beyond=True)
            look.pictures[row["picture"]] = await page.picture(clip=clip, beyond=True, seconds=4)
    except (PageSilent, ValueError) as problem:
        look.notes.add(look.notes.problems, f"Tìm quảng cáo: trang không đáp ứng ({problem}).")


_STEPS = {
    _picture_of_screen: "Chụp màn hình",
    _one_more: "Chụp màn hình lần nữa",
    _scroll: "Cuộn trang",
    _picture_of_page: "Chụp toàn trang",
    _words: "Lấy mã trang",
}
