"""A site played on this machine for as long as a test needs it."""

import asyncio
import contextlib
import threading


@contextlib.contextmanager
def playing(pages):
    """Answer these paths at a port of this machine while inside; yield the port."""
    loop = asyncio.new_event_loop()
    ready, found = threading.Event(), {}

    async def serve(reader, writer):
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                path = head.split(b" ")[1].decode().partition("?")[0]
                body = pages.get(path, "").encode()
                status = b"200 OK" if path in pages else b"404 Not Found"
                writer.write(
                    b"HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\n"
                    b"Content-Length: %d\r\n\r\n%s" % (status, len(body), body)
                )
                await writer.drain()

    async def open_up():
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        found["port"] = server.sockets[0].getsockname()[1]
        ready.set()

    def run():
        loop.run_until_complete(open_up())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait(5)
    try:
        yield found["port"]
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
