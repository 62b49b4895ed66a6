"""Fetching mail: kept before it is read, taken off its place only then, handled once."""

import imaplib
import mailbox
import socketserver
import threading

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from cityweb.core import mailin, tasks
from cityweb.core.attachments import store
from cityweb.core.mailin import keeping
from cityweb.core.models import RawMail

pytestmark = pytest.mark.django_db

MAIL = b"From: an@example.vn\r\nSubject: x\r\n\r\nXin chao"
handled = []


def handle(raw, mail):
    handled.append(raw)
    if b"Subject: hong" in raw:
        raise ZeroDivisionError("an@example.vn")


@pytest.fixture(autouse=True)
def _inbox(settings, tmp_path):
    handled.clear()
    private = {**settings.STORAGES["private"], "OPTIONS": {"location": tmp_path / "private"}}
    settings.STORAGES = {**settings.STORAGES, "private": private}
    settings.MAIL_IN_HANDLER = f"{__name__}.handle"


@pytest.fixture
def maildir(settings, tmp_path):
    box = mailbox.Maildir(tmp_path / "gop y", create=True)
    settings.MAIL_IN = f"maildir://{tmp_path}/gop%20y"
    return box


def test_a_maildir_is_emptied_into_the_store(maildir):
    maildir.add(MAIL)
    maildir.add(MAIL.replace(b"x\r\n", b"y\r\n"))
    tasks.poll_mail()
    assert sorted(raw.split(b"\r\n")[1] for raw in handled) == [b"Subject: x", b"Subject: y"]
    assert len(maildir) == 0
    assert {mailin.open_raw(mail) for mail in RawMail.objects.all()} == set(handled)
    assert not RawMail.objects.filter(handled_at=None).exists()


def test_the_same_bytes_are_handled_once(maildir):
    for _ in range(2):
        maildir.add(MAIL)
        maildir.add(MAIL)
        mailin.poll()
    assert len(handled) == RawMail.objects.count() == 1


def test_what_was_not_kept_stays_where_it_was(maildir, monkeypatch):
    maildir.add(MAIL)

    def full(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(store, "keep", full)
    with pytest.raises(OSError, match="disk full"):
        mailin.poll()
    assert len(maildir) == 1
    assert not RawMail.objects.exists()


def test_a_bad_mail_does_not_stop_the_rest_and_waits_for_a_person(maildir, caplog):
    bad = mailin.keep(MAIL.replace(b"x\r\n", b"hong\r\n"))
    maildir.add(MAIL)
    assert mailin.poll() == 1
    for _ in range(keeping.MOST_ATTEMPTS + 3):
        mailin.poll()
    bad.refresh_from_db()
    assert (bad.attempts, bad.last_error) == (keeping.MOST_ATTEMPTS, "ZeroDivisionError")
    assert "an@example.vn" not in caplog.messages
    assert len(handled) == keeping.MOST_ATTEMPTS + 1


def test_too_large_a_mail_is_left_alone(maildir, monkeypatch):
    monkeypatch.setattr("cityweb.core.mailin.fetching.MOST_BYTES", 10)
    maildir.add(MAIL)
    assert mailin.poll() == 0
    assert len(maildir) == 1


def test_a_mail_is_erased_with_its_bytes(django_capture_on_commit_callbacks):
    mail = mailin.keep(MAIL)
    with django_capture_on_commit_callbacks(execute=True):
        mailin.erase(pk=mail.pk)
    assert not RawMail.objects.exists()
    assert not store.storage().exists(keeping.path_of(mail.sha256))


def test_without_a_mailbox_nothing_is_fetched(settings):
    settings.MAIL_IN = ""
    assert mailin.poll() == 0
    settings.MAIL_IN = "pop3://x"
    with pytest.raises(ImproperlyConfigured):
        mailin.poll()


def test_files_are_replayed_by_command(tmp_path, capsys, settings):
    for name, raw in (("a.eml", MAIL), ("b.eml", MAIL.replace(b"x\r\n", b"hong\r\n"))):
        (tmp_path / name).write_bytes(raw)
    call_command("replay_mail", tmp_path / "a.eml", tmp_path / "a.eml", tmp_path / "b.eml")
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[2] for line in said] == [
        "đã xử lý.", "đã xử lý từ trước.", "không xử lý được, xem nhật ký.",
    ]  # fmt: skip
    with pytest.raises(CommandError, match="Không đọc được"):
        call_command("replay_mail", tmp_path / "c.eml")
    settings.MAIL_IN_HANDLER = ""
    with pytest.raises(CommandError, match="MAIL_IN_HANDLER"):
        call_command("replay_mail", tmp_path / "a.eml")


class Imap(socketserver.StreamRequestHandler):
    """As much of an IMAP server as one poll needs."""

    def handle(self):
        self.wfile.write(b"* OK ready\r\n")
        for line in self.rfile:
            tag, _, command = line.decode().strip().partition(" ")
            self.server.said.append(command)
            self.answer(command)
            self.wfile.write(f"{tag} {'NO' if 'sai' in command else 'OK'} done\r\n".encode())
            if command == "LOGOUT":
                return

    def answer(self, command):
        unseen = [uid for uid in self.server.mails if uid not in self.server.seen]
        if command == "CAPABILITY":
            self.wfile.write(b"* CAPABILITY IMAP4rev1\r\n")
        elif command == "UID SEARCH UNSEEN":
            self.wfile.write(f"* SEARCH {' '.join(unseen)}\r\n".encode())
        elif command.startswith("UID FETCH"):
            uid = command.split()[2]
            mail = self.server.mails[uid]
            if "SIZE" in command:
                self.wfile.write(f"* 1 FETCH (UID {uid} RFC822.SIZE {len(mail)})\r\n".encode())
            else:
                self.wfile.write(f"* 1 FETCH (UID {uid} BODY[] {{{len(mail)}}}\r\n".encode())
                self.wfile.write(mail + b")\r\n")
        elif command.startswith("UID STORE"):
            self.server.seen.add(command.split()[2])


@pytest.fixture
def imap(settings):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Imap) as server:
        server.said, server.seen = [], set()
        server.mails = {"7": MAIL, "9": MAIL.replace(b"x\r\n", b"y\r\n")}
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        settings.MAIL_IN = f"imap://gopy:m%40t@127.0.0.1:{server.server_address[1]}/INBOX"
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.slow
def test_an_imap_mailbox_is_read_and_marked(imap):
    assert mailin.poll() == 2
    assert len(handled) == 2
    assert imap.seen == {"7", "9"}
    assert 'LOGIN gopy "m@t"' in imap.said
    assert mailin.poll() == 0


@pytest.mark.slow
def test_imap_mail_is_marked_only_after_it_was_kept(imap, monkeypatch):
    def full(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(store, "keep", full)
    with pytest.raises(OSError, match="disk full"):
        mailin.poll()
    assert not imap.seen


@pytest.mark.slow
def test_a_mailbox_that_does_not_open_holds_up_nothing_that_was_kept(imap, settings):
    mailin.keep(MAIL)
    settings.MAIL_IN += "sai"
    with pytest.raises(imaplib.IMAP4.error):
        mailin.poll()
    assert handled == [MAIL]
