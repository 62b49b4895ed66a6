"""The virus scanner: asked by its own protocol, and no answer never means clean."""

import contextlib
import io
import socketserver
import struct
import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from cityweb.core import attachments
from cityweb.core.attachments import actions, scanner, sniffing
from cityweb.core.attachments.judging import judge
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, AuditEntry, Organisation, StoredFile
from tests.core.test_attachments import download, files_in, private, refusal_of

__all__ = ["private"]
TEXT = frozenset({"txt"})
VIRUS = b"day la ma doc"


class Clamd(socketserver.StreamRequestHandler):
    """Speaks INSTREAM; says FOUND of what holds the word, and what it was told of all else."""

    def handle(self):
        assert self.rfile.read(10) == b"zINSTREAM\0"
        data = b""
        while size := struct.unpack(">I", self.rfile.read(4))[0]:
            data += self.rfile.read(size)
        self.server.scanned.append(data)
        answer = b"stream: Test.Virus FOUND" if VIRUS in data else self.server.answer
        self.wfile.write(answer)


@contextlib.contextmanager
def clamd(path, answer=b"stream: OK\0"):
    with socketserver.UnixStreamServer(str(path), Clamd) as server:
        server.answer, server.scanned = answer, []
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def address(settings, tmp_path):
    settings.CLAMAV_ADDRESS = str(tmp_path / "clamd")
    settings.CLAMAV_SECONDS = 2
    return tmp_path / "clamd"


def take(data=b"Xin chao", **options):
    options = {"draft_token": "nhap"} | options
    return attachments.take(io.BytesIO(data), name="a.txt", kinds=TEXT, **options)


def test_a_clean_file_is_ready_and_the_scanner_saw_all_of_it(db, address):
    data = b"dong chu\n" * 20_000
    with clamd(address) as server:
        sent = take(data)
    assert sent.file.state == StoredFile.State.READY
    assert server.scanned == [data]


def test_a_virus_is_refused_and_nothing_is_kept(db, address, private):
    with clamd(address):
        assert refusal_of(take, b"truoc " + VIRUS + b" sau") == "infected"
    assert not Attachment.objects.exists()
    assert files_in(private) == []


@pytest.mark.parametrize(
    "answer",
    [b"INSTREAM size limit exceeded. ERROR\0", b"", b"stream: OK but\0", b"\xff" * 9000],
    ids=["an error", "nothing", "something else", "noise"],
)
def test_whatever_is_no_clear_answer_is_quarantine(db, address, answer):
    with clamd(address, answer):
        assert take().file.state == StoredFile.State.QUARANTINED


def test_a_scanner_that_hangs_is_not_waited_for_long(db, address, settings):
    settings.CLAMAV_SECONDS = 0.2
    with socketserver.UnixStreamServer(str(address), Clamd):
        assert take().file.state == StoredFile.State.QUARANTINED


@pytest.fixture
def waiting(db, address):
    """A file that came while the scanner was down, and was claimed all the same."""
    owner = Organisation.objects.create(name="Phòng")
    take()
    return attachments.claim("nhap", owner, limit=1)[0]


def test_nobody_may_open_a_file_in_quarantine(client, waiting, settings):
    settings.ATTACHMENT_POLICIES = {"core.organisation": "tests.core.test_attachments.allow"}
    response = download(client, waiting)
    assert response.status_code == 409
    assert "chờ quét" in response.content.decode()
    assert refusal_of(attachments.open_bytes, waiting) == "quarantined"


def test_a_file_leaves_quarantine_when_the_scanner_is_back(waiting, address):
    now = timezone.now()
    assert actions.due_for_scan(now=now) == []
    later = now + timedelta(minutes=3)
    assert actions.due_for_scan(now=later) == [waiting.file_id]
    actions.scan_again(pk=waiting.file_id, now=later)
    assert actions.due_for_scan(now=later) == []
    with clamd(address):
        actions.scan_again(pk=waiting.file_id, now=later)
    waiting.file.refresh_from_db()
    assert waiting.file.state == StoredFile.State.READY
    assert attachments.open_bytes(waiting).read() == b"Xin chao"
    assert AuditEntry.objects.filter(verb="core.file_released").count() == 1
    assert actions.scan_again(pk=waiting.file_id, now=later) is None


@pytest.mark.django_db(transaction=True)
def test_a_virus_found_later_is_taken_away_for_good(address, private):
    sent = take(VIRUS)
    with clamd(address):
        actions.scan_again(pk=sent.file_id, now=timezone.now())
    sent.file.refresh_from_db()
    assert sent.file.state == StoredFile.State.INFECTED
    assert files_in(private) == []
    assert refusal_of(attachments.open_bytes, sent) == "infected"
    assert AuditEntry.objects.filter(verb="core.file_found_infected").count() == 1
    address.unlink()
    assert refusal_of(take, VIRUS) == "infected"


def test_the_command_says_that_a_file_would_wait(address, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Xin chào")
    verdict = judge(str(file))
    assert (verdict["accepted"], verdict["reason"]) == (True, "quarantined")


def test_without_a_scanner_nothing_is_asked(settings):
    settings.CLAMAV_ADDRESS = ""
    assert scanner.scan(io.BytesIO(VIRUS)) is scanner.Finding.NOT_ASKED


def test_the_test_virus_is_found_across_chunks():
    word = b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE"
    for shift in range(0, 40, 7):
        data = b"x" * (sniffing.CHUNK - shift) + word
        assert scanner.holds_test_virus(io.BytesIO(data))
    with pytest.raises(Refused):
        attachments.take(io.BytesIO(word), name="a.txt", kinds=TEXT, draft_token="x")
