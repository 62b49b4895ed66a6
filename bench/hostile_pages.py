"""Pages that mean harm, and the trap in which whoever gets out is caught."""

from __future__ import annotations

import asyncio
import contextlib

PORT = 8701
TRAPS = (80, 443, 22, 6379, 8798)
# None of them is of the open internet; in the bench's network they all lead to the trap.
NEAR = ("10.9.9.9", "169.254.169.254", "192.168.1.1", "100.64.1.1", "172.16.0.1", "fd00::9")
_PLACES = [
    f"http://{host}:{port}/"
    for host in ("127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:10.9.9.9]",
                 "0.0.0.0", "[fd00::9]", *NEAR[:-1])
    for port in (80, 6379, 8798)
]  # fmt: skip
_ESCAPE = """<script>
for (const u of %s) { fetch(u, {mode: "no-cors"}).catch(() => 0); new Image().src = u;
  const f = document.createElement("iframe"); f.src = u; document.body.append(f); }
try { new WebSocket("ws://127.0.0.1:8798/"); new WebSocket("wss://10.9.9.9/"); } catch (e) {}
try { const p = new RTCPeerConnection({iceServers: [{urls: "stun:10.9.9.9:80"},
  {urls: "turn:127.0.0.1:8798?transport=tcp", username: "a", credential: "b"}]});
  p.createDataChannel("x"); p.createOffer().then(o => p.setLocalDescription(o)); } catch (e) {}
navigator.sendBeacon("http://192.168.1.1/", "a");
setTimeout(() => location = "/ra-ngoai", 1500);
</script><link rel=preconnect href="http://10.9.9.9/"><iframe src="file:///etc/passwd"></iframe>
""".replace("%s", str(_PLACES))
PAGES = {
    "vong-lap": "<script>setTimeout(() => { while (1) {} }, 300)</script>",
    "vong-lap-ngay": "<script>while (1) {}</script>",
    "ngon-bo-nho": "<script>const a = []; setInterval(() => { for (let i = 0; i < 20; i++) "
    "a.push(new Uint8Array(16 << 20).fill(i + 1)) }, 10)</script>",
    "bo-nho-wasm": "<script>const a = []; for (let j = 0; j < 300; j++) { const m = new "
    "WebAssembly.Memory({initial: 1000}); new Uint8Array(m.buffer).fill(1); a.push(m) }</script>",
    "hop-thoai": "<script>setInterval(() => { alert('xin'); confirm('a'); prompt('b') }, 1);"
    "onbeforeunload = () => 'x'</script>",
    "cua-so": "<script>setInterval(() => open('/trang'), 20)</script>",
    "tai-tep": "<script>setInterval(() => { const i = document.createElement('iframe'); "
    "i.src = '/tep'; document.body.append(i) }, 100)</script>",
    "tho-dao": "<script>const s = 'onmessage = () => { for (;;) Math.sqrt(Math.random()) }';"
    "for (let i = 0; i < 8; i++) new Worker(URL.createObjectURL(new Blob([s]))).postMessage(1)"
    "</script>",
    "200-mb": "<img src=/200mb><script src=/200mb></script>",
    "dai-mai": "<script>setInterval(() => { const d = document.createElement('div'); "
    "d.style.height = '5000px'; document.body.append(d) }, 5)</script>",
    "tu-tai-lai": "<script>setTimeout(() => location = '/tu-tai-lai?' + Date.now(), 50)</script>",
    "ra-mang-trong": _ESCAPE,
    "khong-het": "",
}


class Trap:
    """Counts who connects to places that are never to be reached."""

    def __init__(self) -> None:
        self.caught: list[str] = []

    async def open(self) -> None:
        for port in TRAPS:
            await asyncio.start_server(self._meet, None, port)

    async def _meet(self, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.caught.append(str(writer.get_extra_info("sockname")[:2]))
        writer.close()


async def serve() -> asyncio.Server:
    """Play the pages at one port of this machine."""
    return await asyncio.start_server(_answer, "127.0.0.1", PORT)


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError, asyncio.IncompleteReadError):
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            path = head.split()[1].decode().partition("?")[0].strip("/")
            await _PLAIN.get(path, _page)(path, writer)
            await writer.drain()
    writer.close()


async def _page(path: str, writer: asyncio.StreamWriter) -> None:
    html = f"<!doctype html><meta charset=utf-8><h1>{path}</h1>{PAGES.get(path, '')}".encode()
    writer.write(_head("text/html; charset=utf-8", len(html)) + html)


async def _big(_path: str, writer: asyncio.StreamWriter) -> None:
    writer.write(_head("image/png", 200 << 20))
    for _ in range(200):
        writer.write(bytes(1 << 20))
        await writer.drain()


async def _file(_path: str, writer: asyncio.StreamWriter) -> None:
    name = "Content-Disposition: attachment; filename=a.exe\r\n"
    writer.write(_head("application/octet-stream", 4, name) + b"MZ00")


async def _endless(_path: str, writer: asyncio.StreamWriter) -> None:
    writer.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    while True:
        writer.write(b"4\r\n<p>x\r\n" * 200)
        await writer.drain()
        await asyncio.sleep(0.01)


async def _away(_path: str, writer: asyncio.StreamWriter) -> None:
    place = "http://10.9.9.9:8798/"
    writer.write(f"HTTP/1.1 302 Found\r\nLocation: {place}\r\nContent-Length: 0\r\n\r\n".encode())


_PLAIN = {"200mb": _big, "tep": _file, "khong-het": _endless, "ra-ngoai": _away}


def _head(kind: str, length: int, more: str = "") -> bytes:
    lines = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{more}Content-Length: {length}"
    return f"{lines}\r\n\r\n".encode()
