"""The private store: whole files or none, on a disk and in an object store."""

import hashlib
import io
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

import pytest
from django.core.files.storage import storages
from django.utils import timezone

from cityweb.core.attachments import actions, store
from cityweb.core.attachments.store import DurableStorage
from cityweb.settings import storage as storage_settings

WRITER = """
import hashlib, io, os, runpy, sys
from django.conf import settings
from django.core.files import File
settings.configure()
storage = runpy.run_path(sys.argv[2])["DurableStorage"](location=sys.argv[1])
print("ready", flush=True)
while True:
    data = os.urandom(3_000_000)
    name = hashlib.sha256(data).hexdigest()
    storage.save(f"{name[:2]}/{name}", File(io.BytesIO(data)))
    print(name, flush=True)
"""


@pytest.mark.slow
def test_a_process_killed_while_writing_leaves_only_whole_files(tmp_path):
    promised = set()
    for round_ in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), store.__file__],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout.readline() == "ready\n"
        promised.add(writer.stdout.readline().strip())
        time.sleep(0.013 * round_)
        writer.send_signal(signal.SIGKILL)
        promised |= {line.strip() for line in writer.stdout if line.endswith("\n")}
        writer.wait()
    kept = {path.name: path for path in tmp_path.rglob("*") if path.is_file()}
    whole = {name: path for name, path in kept.items() if not name.endswith(".part")}
    assert promised <= set(whole)
    for name, path in whole.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == name


def test_the_same_name_is_the_same_file(tmp_path):
    storage = DurableStorage(location=tmp_path)
    storage.save("ab/cd", io.BytesIO(b"mot"))
    assert storage.save("ab/cd", io.BytesIO(b"mot")) == "ab/cd"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["cd"]


@pytest.mark.parametrize("name", ["../a", "/etc/a", "ab/../../a"])
def test_no_name_leads_out_of_the_store(tmp_path, name):
    storage = DurableStorage(location=tmp_path / "kho")
    with pytest.raises(Exception, match=r"(?i)traversal|located outside|absolute|Could not"):
        storage.save(name, io.BytesIO(b"x"))
    assert not (tmp_path / "a").exists()


class ObjectStore(BaseHTTPRequestHandler):
    """As much of S3 as the store needs, in memory."""

    protocol_version = "HTTP/1.1"

    def reply(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_PUT(self):
        self.server.kept[self.key] = self.rfile.read(int(self.headers["Content-Length"]))
        self.reply(200, ETag='"x"')

    def do_DELETE(self):
        self.server.kept.pop(self.key, None)
        self.reply(204)

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        if "prefix=" in self.path:
            return self.listing()
        data = self.server.kept.get(self.key)
        if data is None:
            return self.reply(404)
        size = str(len(data))
        when = "Mon, 01 Jan 2026 00:00:00 GMT"
        return self.reply(200, data, Content_Length=size, Last_Modified=when, ETag='"x"')

    def listing(self):
        rows = "".join(
            f"<Contents><Key>{key}</Key><Size>1</Size></Contents>" for key in self.server.kept
        )
        self.reply(200, f"<ListBucketResult>{rows}</ListBucketResult>".encode())

    @property
    def key(self):
        return unquote(urlsplit(self.path).path).removeprefix("/kho/")

    def log_message(self, *_):
        pass


@pytest.fixture
def objects(settings, monkeypatch, tmp_path):
    """The private store in an object store, as production's variables name it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), ObjectStore) as server:
        server.kept = {}
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        for name, value in {
            "BUCKET": "kho",
            "ENDPOINT": f"http://127.0.0.1:{server.server_port}",
            "KEY": "ai",
            "SECRET": "mat-khau-cua-kho-thu",
        }.items():
            monkeypatch.setenv(f"PRIVATE_S3_{name}", value)
        private = storage_settings.private_files(tmp_path)
        settings.STORAGES = {**settings.STORAGES, "private": private}
        yield server.kept
        server.shutdown()


@pytest.mark.slow
def test_an_object_store_keeps_sends_and_forgets_the_same(db, objects):
    store.keep_bytes("ab/abcd", b"Xin chao")
    assert objects == {"ab/abcd": b"Xin chao"}
    store.keep_bytes("ab/abcd", b"Xin chao")
    assert store.open_file("ab/abcd").read() == b"Xin chao"
    now = timezone.now() + timedelta(days=2)
    assert actions.sweep_orphans(now=now, prefixes=("ab",)) == 1
    assert objects == {}
    store.remove("ab/abcd")


def test_what_a_killed_process_left_half_written_is_swept(db, settings, tmp_path):
    private = storage_settings.private_files(tmp_path)
    settings.STORAGES = {**settings.STORAGES, "private": private}
    store.keep_bytes("ab/abcd.0123456789abcdef.part", b"nua chung")
    assert storages["private"].exists("ab/abcd.0123456789abcdef.part")
    assert actions.sweep_orphans(now=timezone.now() + timedelta(days=2)) == 1
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
