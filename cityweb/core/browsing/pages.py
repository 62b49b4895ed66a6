"""One page in the browser: what we do to it, and what it does meanwhile."""

from __future__ import annotations

import asyncio
import base64
import contextlib
from typing import Any

from cityweb.core.browsing.cdp import Facts, Wire
from cityweb.core.browsing.notes import Asked, Notes
from cityweb.core.browsing.options import View
from cityweb.core.browsing.problems import PageSilent

# Longer pages have no end; the picture stops here.
TALLEST = 12_000
_SILENCE = 0.1
_WORLD = "cityweb"


class Page:
    """Made by `Browser.open_page`; every wait in it is bounded."""

    def __init__(self, wire: Wire, session: str, target: str, view: View) -> None:
        self._wire = wire
        self._session = session
        self._target = target
        self.view = view
        self.notes = Notes()
        self.user_agent = ""
        self._under_way: set[str] = set()
        self._loaded = asyncio.Event()
        self._moved_at = 0.0
        self._world: int | None = None

    async def ask(self, method: str, *, seconds: float = 10.0, **facts: Any) -> Facts:
        return await self._wire.ask(method, session=self._session, seconds=seconds, **facts)

    async def prepare(self, version: str) -> None:
        """Make it look as its view says, and listen."""
        self._listen()
        self.user_agent = self.view.user_agent(version)
        for domain in ("Page", "Network", "Runtime"):
            await self.ask(f"{domain}.enable")
        await self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=self.view.width,
            height=self.view.height,
            deviceScaleFactor=self.view.scale,
            mobile=self.view.is_mobile,
        )
        await self.ask("Emulation.setTouchEmulationEnabled", enabled=self.view.is_mobile)
        await self.ask(
            "Emulation.setUserAgentOverride",
            userAgent=self.user_agent,
            acceptLanguage="vi-VN,vi;q=0.9,en;q=0.5",
            platform="Linux armv8l" if self.view.is_mobile else "Linux x86_64",
        )

    async def before_each_document(self, script: str) -> None:
        """Run `script` in every frame before anything of the page's own."""
        await self.ask("Page.addScriptToEvaluateOnNewDocument", source=script)

    async def watch_with(self, script: str) -> None:
        """Run `script` in every document, in a world that the page's own scripts cannot see."""
        await self.ask("Page.addScriptToEvaluateOnNewDocument", source=script, worldName=_WORLD)

    async def see(self, expression: str, *, seconds: float = 5.0) -> Any:
        """Return the value of an expression in the world of `watch_with`; raises as `evaluate`."""
        if self._world is None:
            raise ValueError("the page has no document yet")
        return await self.evaluate(expression, seconds=seconds, contextId=self._world)

    async def go_to(self, url: str, *, seconds: float = 10.0) -> str:
        """Open an address and wait until it has loaded; return why it did not, or nothing."""
        self._loaded.clear()
        try:
            answer = await self.ask("Page.navigate", url=url, seconds=seconds)
            if answer.get("errorText"):
                return str(answer["errorText"])
            async with asyncio.timeout(seconds):
                await self._loaded.wait()
        except (TimeoutError, PageSilent):
            self.notes.add(self.notes.problems, f"Trang chưa tải xong sau {seconds:.0f} giây.")
            with contextlib.suppress(PageSilent, ValueError):
                await self.ask("Page.stopLoading", seconds=2)
        return ""

    async def begin(self, url: str, *, seconds: float = 10.0) -> None:
        """Open an address and wait only until its document is there to be seen."""
        with contextlib.suppress(PageSilent):
            await self.ask("Page.navigate", url=url, seconds=seconds)

    async def settle(self, *, quiet: float = 0.6, most: float = 6.0) -> None:
        """Wait until nothing has been asked for a moment, at most so long."""
        now = asyncio.get_running_loop().time
        due = now() + most
        while now() < due:
            if not self._under_way and now() - self._moved_at >= quiet:
                return
            await asyncio.sleep(_SILENCE)

    async def evaluate(self, expression: str, *, seconds: float = 5.0, **more: Any) -> Any:
        """Return the value of a script; an endless script of the page is broken off first.

        Raises `PageSilent` when the page does not answer all the same, `ValueError` when it throws.
        """
        facts = {"expression": expression, "returnByValue": True, "awaitPromise": True, **more}
        answer = await self._ask_twice("Runtime.evaluate", seconds=seconds, **facts)
        if "exceptionDetails" in answer:
            raise ValueError(answer["exceptionDetails"].get("text", ""))
        return answer["result"].get("value")

    async def picture(
        self,
        *,
        whole: bool = False,
        clip: Facts | None = None,
        beyond: bool = False,
        seconds: float = 10.0,
    ) -> bytes:
        """Return a PNG of the screen, of the whole page down to a bound, or of a part of it.

        A part may lie `beyond` the screen; its place is then counted from the top of the page.
        """
        facts: Facts = {"format": "png"}
        if whole:
            size = (await self.ask("Page.getLayoutMetrics", seconds=seconds))["cssContentSize"]
            height = min(max(size["height"], self.view.height), TALLEST)
            clip = {"x": 0, "y": 0, "width": self.view.width, "height": height, "scale": 1}
        if clip:
            facts |= {"clip": clip, "captureBeyondViewport": whole or beyond}
        answer = await self._ask_twice("Page.captureScreenshot", seconds=seconds, **facts)
        return base64.b64decode(answer["data"])

    async def _ask_twice(self, method: str, *, seconds: float, **facts: Any) -> Facts:
        """Ask, and where a script of the page never ends, break it off and ask again."""
        try:
            return await self.ask(method, seconds=seconds, **facts)
        except PageSilent:
            await self.ask("Runtime.terminateExecution", seconds=2)
            return await self.ask(method, seconds=seconds, **facts)

    async def source(self) -> str:
        """Return the page as it stands now, after its scripts."""
        root = await self.ask("DOM.getDocument", depth=0)
        html = await self.ask("DOM.getOuterHTML", nodeId=root["root"]["nodeId"])
        return str(html["outerHTML"])

    def move(self, x: float, y: float) -> None:
        """Move the mouse there, maybe out of the page; wait for nothing."""
        self._wire.tell(
            "Input.dispatchMouseEvent", session=self._session, type="mouseMoved", x=x, y=y
        )

    def click(self, x: float, y: float) -> None:
        """Click as a person does: there, once, with the left button; wait for nothing."""
        for what in ("mousePressed", "mouseReleased"):
            self._wire.tell(
                "Input.dispatchMouseEvent",
                session=self._session,
                type=what,
                x=x,
                y=y,
                button="left",
                clickCount=1,
            )

    def tap(self, x: float, y: float) -> None:
        """Touch there once with a finger; wait for nothing."""
        for what, points in (("touchStart", [{"x": x, "y": y}]), ("touchEnd", [])):
            self._wire.tell(
                "Input.dispatchTouchEvent", session=self._session, type=what, touchPoints=points
            )

    def documents(self) -> list[str]:
        """Return the addresses that this page itself was sent to, in order."""
        asked = self.notes.asked
        return [row.url for row in asked if row.kind == "Document" and row.frame == self._target]

    def _listen(self) -> None:
        for event, hearer in (
            ("Page.loadEventFired", lambda _: self._loaded.set()),
            ("Page.javascriptDialogOpening", self._dialog),
            ("Network.requestWillBeSent", self._asked),
            ("Network.loadingFinished", self._ended),
            ("Network.loadingFailed", self._ended),
            ("Page.downloadWillBegin", self._download),
            ("Runtime.executionContextCreated", self._world_made),
            ("Runtime.executionContextsCleared", self._worlds_gone),
        ):
            self._wire.hear(event, hearer, session=self._session)
        self._wire.hear("Target.targetCreated", self._window)

    def _world_made(self, facts: Facts) -> None:
        made = facts["context"]
        if made["name"] == _WORLD and made["auxData"]["frameId"] == self._target:
            self._world = made["id"]

    def _worlds_gone(self, _facts: Facts) -> None:
        self._world = None

    def _dialog(self, facts: Facts) -> None:
        self.notes.add(self.notes.dialogs, f"{facts['type']}: {facts['message']}")
        # Leaving the page is always allowed, everything else refused.
        accept = facts["type"] == "beforeunload"
        self._wire.tell("Page.handleJavaScriptDialog", session=self._session, accept=accept)

    def _asked(self, facts: Facts) -> None:
        request, kind = facts["request"], facts.get("type", "Other")
        is_page = kind == "Document" and facts.get("frameId") == self._target
        if is_page and (answer := facts.get("redirectResponse")):
            hop = {"from": answer["url"], "status": answer["status"], "to": request["url"]}
            self.notes.add(self.notes.redirects, hop)
        if not request["url"].startswith(("http:", "https:", "ws:", "wss:")):
            return
        self._moved_at = asyncio.get_running_loop().time()
        self._under_way.add(facts["requestId"])
        self.notes.add(
            self.notes.asked,
            Asked(
                url=request["url"],
                method=request["method"],
                kind=kind,
                document=facts.get("documentURL", ""),
                frame=facts.get("frameId", ""),
                at=facts["timestamp"],
            ),
        )

    def _ended(self, facts: Facts) -> None:
        self._moved_at = asyncio.get_running_loop().time()
        self._under_way.discard(facts["requestId"])

    def _download(self, facts: Facts) -> None:
        self.notes.add(self.notes.downloads, facts["url"])

    def _window(self, facts: Facts) -> None:
        target = facts["targetInfo"]
        if target.get("openerId") == self._target and target["type"] == "page":
            self.notes.add(self.notes.windows, target["url"])
            self._wire.tell("Target.closeTarget", targetId=target["targetId"])
