"""One Chromium from its start to its end, and the pages opened in it."""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from cityweb.core.browsing import identity, launching
from cityweb.core.browsing.cdp import Wire
from cityweb.core.browsing.exchanges import Recording
from cityweb.core.browsing.launching import Confinement, Process
from cityweb.core.browsing.options import Bounds, View
from cityweb.core.browsing.outside import Outside
from cityweb.core.browsing.pages import Page
from cityweb.core.browsing.problems import BrowserGone, PageSilent
from cityweb.core.browsing.proxy import Proxy
from cityweb.core.browsing.sources import Source
from cityweb.core.fetch import Limits, Rules


class Browser:
    """A running Chromium; made by `open_browser`."""

    def __init__(self, wire: Wire, process: Process, recording: Recording, version: str) -> None:
        self._wire = wire
        self._process = process
        self.recording = recording
        self.version = version

    @property
    def confinement(self) -> Confinement:
        return self._process.confinement

    @property
    def most_memory(self) -> int:
        return self._process.most_memory

    @property
    def ended_for(self) -> str:
        return self._process.ended_for

    @asynccontextmanager
    async def open_page(self, view: View) -> AsyncIterator[Page]:
        """Open an empty page with a fresh profile; both are gone afterwards."""
        made = await self._wire.ask("Target.createBrowserContext", disposeOnDetach=True)
        context = made["browserContextId"]
        try:
            await self._wire.ask(
                "Browser.setDownloadBehavior", behavior="deny", browserContextId=context
            )
            target = await self._wire.ask(
                "Target.createTarget",
                url="about:blank",
                browserContextId=context,
                width=view.width,
                height=view.height,
            )
            attached = await self._wire.ask(
                "Target.attachToTarget", targetId=target["targetId"], flatten=True
            )
            page = Page(self._wire, attached["sessionId"], target["targetId"], view)
            await page.prepare(self.version.rpartition(" ")[2])
            yield page
        finally:
            with contextlib.suppress(BrowserGone, PageSilent, ValueError):
                await self._wire.ask(
                    "Target.disposeBrowserContext", browserContextId=context, seconds=3
                )


@asynccontextmanager
async def open_browser(
    bounds: Bounds | None = None,
    *,
    rules: Rules | None = None,
    source: Source | None = None,
    recording: Recording | None = None,
) -> AsyncIterator[Browser]:
    """Run Chromium while inside. Without `source` it asks the open internet under `rules`.

    Raises `BrowserMissing` where there is none, and `BrowserGone` where it ends before its time:
    the message says why.
    """
    bounds = bounds or Bounds()
    recording = recording or Recording()
    path = launching.executable()
    version = await asyncio.to_thread(launching.version, path)
    with tempfile.TemporaryDirectory(prefix="cityweb-proxy-") as folder:
        key = identity.make(Path(folder))
    process = Process(bounds)
    reads, writes, door = await process.start(key.mark)
    source = source or Outside(recording, rules or Rules.from_settings(), Limits())
    proxy = Proxy(source, recording, key, bounds)
    wire = Wire()
    watching = asyncio.create_task(process.watch())
    try:
        await proxy.open(door)
        await wire.open(reads, writes)
        await wire.ask("Target.setDiscoverTargets", discover=True)
        yield Browser(wire, process, recording, version)
    except BrowserGone as problem:
        raise BrowserGone(process.ended_for or str(problem)) from problem
    finally:
        watching.cancel()
        wire.close()
        await process.stop()
        await proxy.close()
