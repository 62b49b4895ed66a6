"""The outbox: with its deed or not at all, once per key, tried until it works or a person looks."""

import smtplib
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import connection, transaction
from django.template import TemplateDoesNotExist
from django.utils import timezone

from cityweb.core import mailin, outbox, tasks
from cityweb.core.models import OutboxItem
from cityweb.core.outbox import running, sending
from cityweb.core.outbox.running import GiveUp, TryLater, pause_after
from tests.people import make_person

pytestmark = pytest.mark.django_db

calls = []


def handle(item):
    calls.append(item.facts)
    if problem := item.facts.get("fail"):
        raise {
            "later": TryLater("SMTP 451"),
            "never": GiveUp("SMTP 550"),
            "bug": ZeroDivisionError,
        }[problem]


@pytest.fixture(autouse=True)
def _handlers(settings):
    calls.clear()
    settings.OUTBOX_HANDLERS = {**settings.OUTBOX_HANDLERS, "test": f"{__name__}.handle"}


def put(number=1, kind="test", **fields):
    fields = {"payload": {"number": number}, "dedupe_key": f"core.tested:{number}"} | fields
    with transaction.atomic():
        return outbox.put(kind=kind, **fields)


def put_mail(**fields):
    fields = {
        "to": "dan@cityweb.example", "subject": "Đã nhận góp ý", "body": "Kính gửi anh/chị,",
        "about": None, "dedupe_key": "core.tested:mail",
    } | fields  # fmt: skip
    with transaction.atomic():
        return outbox.put_mail(**fields)


def reread(item):
    return OutboxItem.objects.get(pk=item.pk)


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_put():
    with pytest.raises(RuntimeError):
        outbox.put(kind="test", dedupe_key="core.tested:1", payload={})
    assert not OutboxItem.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_it_happens_after_commit_and_only_then():
    with transaction.atomic():
        outbox.put(kind="test", dedupe_key="core.tested:1", payload={"number": 1})
        assert not calls
    assert calls == [{"number": 1}]


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_never_happens():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        outbox.put(kind="test", dedupe_key="core.tested:1", payload={})
        raise ZeroDivisionError
    assert outbox.sweep() == 0
    assert not calls


def test_a_second_put_is_the_first_item():
    first = put(payload={"said": "trước"})
    second = put(payload={"said": "sau"})
    assert second.pk == first.pk
    assert second.facts == {"said": "trước"}
    assert outbox.sweep() == 1


def test_an_unknown_kind_is_refused_at_once():
    with pytest.raises(ValueError, match="OUTBOX_HANDLERS"):
        put(kind="nobody")


def test_done_is_done_once():
    item = put()
    assert outbox.sweep() == 1
    assert outbox.sweep() == 0
    assert outbox.deliver([item.pk]) == 0
    assert reread(item).done_at
    assert len(calls) == 1


def test_it_waits_for_its_time():
    item = put(not_before=timezone.now() + timedelta(hours=1))
    assert outbox.deliver([item.pk]) == outbox.sweep() == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert outbox.sweep() == 1


def test_the_urgent_go_first():
    put(1, priority=outbox.Priority.BULK)
    put(2)
    put(3, priority=outbox.Priority.FIRST)
    outbox.sweep()
    assert [facts["number"] for facts in calls] == [3, 2, 1]


@pytest.mark.parametrize(("fail", "said"), [("later", "SMTP 451"), ("bug", "ZeroDivisionError")])
def test_what_failed_is_tried_again_later(fail, said):
    item = put(payload={"fail": fail})
    outbox.sweep()
    item = reread(item)
    assert (item.attempts, item.last_error, item.is_finished) == (1, said, False)
    assert item.not_before > timezone.now() + timedelta(seconds=11)
    assert outbox.sweep() == 0
    with time_machine.travel(timezone.now() + timedelta(seconds=20)):
        assert outbox.sweep() == 1


def test_what_never_works_is_given_up_with_its_reason():
    item = put(payload={"fail": "never"})
    outbox.sweep()
    item = reread(item)
    assert item.given_up_at
    assert item.last_error == "SMTP 550"


def test_after_many_tries_it_is_given_up():
    item = put(payload={"fail": "later"})
    now = timezone.now()
    for _ in range(running.MOST_ATTEMPTS + 2):
        now += running.LONGEST_PAUSE * 2
        with time_machine.travel(now):
            outbox.sweep()
    assert reread(item).given_up_at
    assert len(calls) == running.MOST_ATTEMPTS


def test_a_failure_is_told_without_its_words(caplog):
    put(payload={"fail": "bug", "to": "dan@cityweb.example"})
    outbox.sweep()
    assert "cityweb.example" not in caplog.text


def test_who_dies_each_time_does_not_try_for_ever():
    item = put()
    OutboxItem.objects.filter(pk=item.pk).update(attempts=running.MOST_ATTEMPTS)
    outbox.sweep()
    assert not calls
    assert reread(item).last_error == "the worker died each time"


def test_a_lease_keeps_others_away_until_it_ends():
    item = put()
    until = timezone.now() + timedelta(seconds=settings.OUTBOX_LEASE_SECONDS)
    OutboxItem.objects.filter(pk=item.pk).update(lease_until=until, attempts=1)
    assert outbox.sweep() == 0
    with time_machine.travel(until + timedelta(seconds=1)):
        assert outbox.sweep() == 1
    assert reread(item).done_at


def test_one_that_cannot_be_opened_does_not_stop_the_rest():
    bad = put(1, priority=outbox.Priority.FIRST)
    put(2)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_outboxitem SET payload = 'lost:x' WHERE id = %s", [bad.pk])
    assert outbox.sweep() == 2
    assert calls == [{"number": 2}]
    assert OutboxItem.objects.defer("payload").get(pk=bad.pk).last_error == "SealBroken"


@pytest.mark.parametrize(
    ("attempts", "chance", "seconds"),
    [(1, 0.5, 15), (2, 0.5, 30), (3, 0, 48), (3, 1, 72), (40, 0.5, 21600)],
)
def test_pauses_double_up_to_six_hours(attempts, chance, seconds):
    assert pause_after(attempts, chance=chance).total_seconds() == pytest.approx(seconds)


def test_finished_items_forget_what_they_said():
    person, another = make_person(), make_person()
    done = put(1, about=person, payload={"to": "x"})
    other = put(2, about=another)
    outbox.sweep()
    waiting = put(3, about=person)
    assert outbox.forget(about=person) == 1
    assert reread(done).facts == {}
    assert reread(other).facts
    assert reread(waiting).facts


def test_what_was_sent_long_ago_is_blanked_by_itself(settings):
    old, new = put(1), put(2)
    outbox.sweep()
    late = timezone.now() - timedelta(days=settings.OUTBOX_KEEP_DAYS, minutes=1)
    OutboxItem.objects.filter(pk=old.pk).update(done_at=late)
    waiting = put(3, not_before=timezone.now() + timedelta(days=900))
    tasks.forget_old_outbox()
    assert outbox.forget_old(now=timezone.now()) == 0
    assert reread(old).facts == {}
    assert reread(new).facts
    assert reread(waiting).facts


def test_a_mail_is_plain_text_with_its_headers(mailoutbox):
    reply_to = mailin.reply_address("feedback", "XD26-7K4F9QM3")
    item = put_mail(reply_to=reply_to)
    outbox.sweep()
    (message,) = mailoutbox
    written = message.message()
    assert written.get_content_type() == "text/plain"
    assert written["To"] == "dan@cityweb.example"
    assert written["From"] == "Hochiminh CityWeb <cityweb@cityweb.example>"
    assert written["Reply-To"] == message.from_email == reply_to
    assert written["Message-ID"] == f"<{item.uuid}@cityweb.example>"
    assert written["Auto-Submitted"] == "auto-generated"
    assert written["Date"]
    assert message.body == "Kính gửi anh/chị,\n"


def test_a_second_copy_is_recognisable(mailoutbox):
    item = put_mail()
    outbox.sweep()
    # As if the process had died between the server's "250" and our COMMIT.
    OutboxItem.objects.filter(pk=item.pk).update(done_at=None)
    outbox.sweep()
    one, two = mailoutbox
    assert one.message()["Message-ID"] == two.message()["Message-ID"]


def test_a_template_is_rendered_in_vietnamese_and_not_escaped(settings, tmp_path):
    (tmp_path / "x.subject.txt").write_text("Góp ý\nsố {{ code }}\n")
    (tmp_path / "x.txt").write_text("{{ said }} {{ at|date:'l' }}\n")
    templates = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**templates, "DIRS": [tmp_path, *templates["DIRS"]]}]
    monday = timezone.datetime(2026, 11, 23)
    with transaction.atomic():
        item = outbox.mail(
            to="dan@cityweb.example", template="x", about=None, dedupe_key="core.tested:t",
            context={"code": "XD26", "said": "A & <b>", "at": monday},
        )  # fmt: skip
    assert item.facts["subject"] == "Góp ý số XD26"
    assert item.facts["body"] == "A & <b> Thứ 2\n"
    with pytest.raises(TemplateDoesNotExist), transaction.atomic():
        outbox.mail(to="a@b.vn", template="y", about=None, context={}, dedupe_key="core.tested:u")


def test_a_line_break_makes_no_header(mailoutbox):
    put_mail(subject="Một\r\nBcc: ai@do.example", to="dan@cityweb.example\r\nBcc: ai@do.example")
    outbox.sweep()
    assert not mailoutbox
    assert OutboxItem.objects.get().given_up_at
    with pytest.raises(ValueError, match="address"):
        put_mail(to="", dedupe_key="core.tested:none")


REFUSALS = [
    (
        smtplib.SMTPRecipientsRefused({"dan@cityweb.example": (550, b"5.1.1 dan@")}),
        True,
        "SMTP 550",
    ),
    (smtplib.SMTPRecipientsRefused({"dan@cityweb.example": (451, b"later")}), False, "SMTP 451"),
    (smtplib.SMTPDataError(554, b"spam, dan@cityweb.example"), True, "SMTP 554"),
    (smtplib.SMTPDataError(421, b"busy"), False, "SMTP 421"),
    (smtplib.SMTPSenderRefused(530, b"log in", "cityweb@"), False, "SMTP 530"),
    (smtplib.SMTPSenderRefused(552, b"too big", "cityweb@"), True, "SMTP 552"),
    (smtplib.SMTPAuthenticationError(535, b"wrong"), False, "SMTP 535"),
    (smtplib.SMTPConnectError(554, b"go away"), False, "SMTP 554"),
    (smtplib.SMTPServerDisconnected("gone"), False, "SMTPServerDisconnected"),
    (smtplib.SMTPNotSupportedError("SMTPUTF8"), True, "the mail server cannot send to such"),
    (TimeoutError("dan@cityweb.example"), False, "TimeoutError"),
    (ConnectionRefusedError(), False, "ConnectionRefusedError"),
]


@pytest.mark.parametrize(
    ("problem", "is_final", "said"),
    REFUSALS,
    ids=[f"{type(row[0]).__name__}-{row[2]}" for row in REFUSALS],
)
def test_the_servers_answer_decides(monkeypatch, caplog, problem, is_final, said):
    def refuse(message):
        raise problem

    monkeypatch.setattr(sending._line, "send", refuse)
    item = put_mail()
    outbox.sweep()
    item = reread(item)
    assert bool(item.given_up_at) is is_final
    assert item.last_error.startswith(said)
    assert "dan@" not in item.last_error + caplog.text


def test_the_line_is_used_again_and_reopened_when_the_server_hung_up(monkeypatch):
    opened = []

    class Server:
        def __init__(self):
            self.sent = 0
            self.connection = "open"

        def open(self):
            opened.append(self)

        def close(self):
            self.is_closed = True

        def send_messages(self, messages):
            if self.sent == 2:
                raise smtplib.SMTPServerDisconnected
            self.sent += 1

    monkeypatch.setattr("cityweb.core.outbox.line.get_connection", Server)
    for number in range(3):
        put_mail(dedupe_key=f"core.tested:{number}")
    outbox.sweep()
    assert [server.sent for server in opened] == [2, 1]
    assert opened[0].is_closed
    assert OutboxItem.objects.finished().count() == 3
    sending._line.hang_up()
