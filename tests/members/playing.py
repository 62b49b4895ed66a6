"""Websites on loopback for tests: each host answers as a function of the path says."""

import contextlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from members.abnormality.keywords import UNCHANGED, default
from members.reading import facts

SUFFIX = ".thu.example"
HEADLINES = (
    "Nhiều tuyến hẻm được mở rộng nhờ người dân hiến đất",
    "Ra quân tổng vệ sinh các tuyến đường trung tâm",
    "Trao quà cho học sinh vượt khó học giỏi",
    "Đối thoại với doanh nghiệp về cải cách thủ tục",
)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        host = self.headers["Host"].partition(".")[0]
        self.server.asked.append((host, self.path))
        answer = self.server.sites.get(host, lambda path: (404, ""))
        seen = (self.path, self.headers) if getattr(answer, "sees_headers", False) else (self.path,)
        status, body, *more = answer(*seen)
        content = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        for name, value in more:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        pass


class ReaderHere:
    """Stands for the locked child: reads in this process, which costs nothing to start."""

    def __init__(self, changes=UNCHANGED):
        packed = json.loads(json.dumps(facts.pack(changes)))
        is_usual = changes == UNCHANGED
        self.lists = facts.Lists(default()) if is_usual else facts.Lists.changed(packed)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        pass

    async def read(self, job):
        said = facts.read(facts.Job.unpacked(job.packed()), lists=self.lists)
        return facts.Facts.unpacked(json.loads(json.dumps(said.packed())))


def by_visitor(answer):
    """Mark what answers by the headers of a visitor too."""
    answer.sees_headers = True
    return answer


@contextlib.contextmanager
def playing(sites, settings):
    """Give what turns a host's name into its address while `sites` are being played."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.sites, server.asked = sites, []
    port = server.server_address[1]
    settings.FETCH_LOOPBACK_HOSTS = [SUFFIX]
    settings.FETCH_PORTS = [port]
    settings.MEMBERS_GAP_SECONDS = 0.0
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield lambda host: f"http://{host}{SUFFIX}:{port}/", server.asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def page(title="Ủy ban nhân dân phường Thử", *news, more=""):
    """Return a small home page with dated news, the newest first."""
    items = "".join(
        f'<li><a href="/tin-tuc/bai-{number}.html">{HEADLINES[number % 4]}</a> '
        f"<span>{day:%d/%m/%Y}</span></li>"
        for number, day in enumerate(news)
    )
    return (
        f"<!doctype html><html lang=vi><head><title>{title}</title></head><body>"
        f"<header><h1>{title}</h1></header><main><h2>Tin tức</h2><ul class=news>{items}</ul>"
        f"<p>Trang thông tin điện tử phục vụ người dân và doanh nghiệp trên địa bàn.</p></main>"
        f"{more}<footer>{title}. Địa chỉ: số 1 đường Thử.</footer></body></html>"
    )
