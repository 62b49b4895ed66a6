"""What is erased is gone everywhere, what is held stays, and a restore brings nothing back."""

import io
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from cityweb.core import attachments, mailin, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, Clock, OutboxItem, RawMail, StoredFile
from feedback import actions, rules, tasks
from feedback.actions import erasing, retaining
from feedback.models import Erasure, Hop, Letter, Publication, Reply, RetentionPolicy, Submission
from feedback.states import PublicationState
from tests.feedback.makers import mailbox, make_submission, replied
from tests.feedback.test_letters import arrive
from tests.shared import shared

pytestmark = pytest.mark.django_db
NAME, PHONE, EMAIL = "Trần Thị Bê", "0903123456", "tranthibe@nguoidan.example"
BODY = f"Tôi là {NAME}, {PHONE}. Nắp cống trước nhà 45/2 Lê Lai bị vỡ."


@shared
def ended(officer, head):
    """A submission with something personal in every place that takes a text."""
    submission = replied(
        officer,
        head,
        subject=f"Nắp cống vỡ {NAME}",
        body=BODY,
        place="45/2 Lê Lai",
        sender_name=NAME,
        sender_phone=PHONE,
        sender_email=EMAIL,
        sender_address="45/2 Lê Lai",
        may_publish_name=True,
    )
    Hop.objects.filter(submission=submission).update(answer=f"Đã gặp bà {NAME}, đã sửa.")
    Reply.objects.filter(submission=submission).update(body=f"Gửi bà {NAME}: đã sửa.")
    actions.note(pk=submission.pk, actor=officer, body=f"Đã gọi bà {NAME} {PHONE}")
    actions.rate(pk=submission.pk, stars=5, comment=f"Cảm ơn. {NAME}")
    attachments.take(
        io.BytesIO(BODY.encode()), name="don.txt", kinds=attachments.TEXTS, owner=submission
    )
    outbox.sweep()
    return Submission.objects.get(pk=submission.pk)


def everything_kept():
    """Return every text of every table of the mailboxes, and of the outbox, as stored."""
    tables = [
        name
        for name in connection.introspection.table_names()
        if name.startswith(("feedback_", "core_attachment", "core_outboxitem"))
    ]
    found = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" t')  # names of our own tables
            found += [row[0] for row in cursor.fetchall()]
    return "\n".join(found)


def policy(**fields):
    given = {
        "mailbox": mailbox(),
        "months": 12,
        "basis": "Bảng thời hạn bảo quản mẫu",
        "is_active": True,
    } | fields
    return RetentionPolicy.objects.create(**given)


def long_ago(submission, months=13):
    then = rules.months_before(timezone.now(), months)
    Submission.objects.filter(pk=submission.pk).update(closed_at=then)


def refused(code, verb, **given):
    with pytest.raises(Refused) as found, transaction.atomic():
        verb(**given)
    assert found.value.code == code


def test_nothing_personal_is_left_in_any_table(ended):
    assert NAME in everything_kept()
    actions.anonymise(pk=ended.pk)

    left = everything_kept()
    for words in (NAME, PHONE, EMAIL, "45/2", "Lê Lai", "don.txt"):
        assert words not in left, words
    found = Submission.objects.get(pk=ended.pk)
    assert found.body == erasing.ERASED and found.anonymised_at
    assert (found.sender_name, found.email_index, found.phone_index) == ("", "", "")
    assert not found.may_publish_name
    assert not Attachment.objects.exists() and not StoredFile.objects.exists()
    assert {one.payload for one in OutboxItem.objects.about(found)} == {""}
    assert "đã sửa" in found.hops.get().answer
    assert found.rating.stars == 5 and found.outcome


def test_the_public_copy_stays_without_the_name(ended, officer, head):
    publication = actions.prepare_publication(pk=ended.pk, actor=officer)
    actions.mask_rest(pk=publication.pk, actor=officer)
    Publication.objects.update(sender_name=NAME)
    actions.publish(pk=publication.pk, actor=head)

    assert actions.delete(pk=ended.pk) == "anonymise"

    kept = Publication.objects.get()
    assert kept.state == PublicationState.PUBLISHED and kept.sender_name == ""
    assert "Nắp cống" in kept.question and NAME not in everything_kept()


def test_a_copy_that_nobody_reads_goes_too(ended, officer):
    actions.prepare_publication(pk=ended.pk, actor=officer)
    actions.anonymise(pk=ended.pk)
    assert not Publication.objects.exists()
    assert NAME not in everything_kept()


def test_deleting_leaves_nothing_but_the_ledger(ended):
    code = ended.code
    assert actions.delete(pk=ended.pk) == "delete"
    assert not Submission.objects.exists() and not Hop.objects.exists()
    assert not Clock.objects.filter(stopped_at=None).exists()
    entry = Erasure.objects.get()
    assert entry.digest == erasing.digest(code) and code not in entry.digest


def test_what_is_open_or_held_is_not_erased(ended, head):
    refused("still-open", actions.anonymise, pk=make_submission().pk)
    refused("no-reason", actions.hold, pk=ended.pk, actor=head, reason=" ")
    actions.hold(pk=ended.pk, actor=head, reason="Công văn 12 của cơ quan điều tra")
    refused("on-hold", actions.anonymise, pk=ended.pk)
    refused("on-hold", actions.delete, pk=ended.pk)
    long_ago(ended)
    assert not retaining.due(policy(), now=timezone.now()).exists()
    actions.lift_hold(pk=ended.pk, actor=head, reason="Đã xong")
    actions.anonymise(pk=ended.pk)


def test_only_the_head_of_the_office_holds(ended, officer):
    refused("not-your-role", actions.hold, pk=ended.pk, actor=officer, reason="Thử")


def test_a_policy_waits_its_months_and_without_a_number_for_ever(ended):
    now = timezone.now()
    given = policy()
    assert not retaining.due(given, now=now).exists()
    long_ago(ended)
    assert retaining.due(given, now=now).get() == ended
    given.months = None
    assert not retaining.due(given, now=now).exists()
    given.months, given.is_active = 12, False
    assert not retaining.due(given, now=now).exists()


def test_the_policy_of_a_category_goes_before_that_of_the_mailbox(ended):
    long_ago(ended)
    whole = policy()
    own = policy(category=ended.category, months=None)
    assert not retaining.due(whole, now=timezone.now()).exists()
    own.is_active = False
    own.save()
    assert retaining.due(whole, now=timezone.now()).exists()


def test_a_dry_run_counts_and_changes_nothing(ended, capsys):
    long_ago(ended)
    policy()
    call_command("retention", "--dry-run")
    assert "đến hạn 1" in capsys.readouterr().out
    assert Submission.objects.get().body == BODY

    call_command("retention", "--apply")
    assert "đã làm 1" in capsys.readouterr().out
    assert Submission.objects.get().body == erasing.ERASED
    call_command("retention", "--apply")
    assert "đến hạn 0" in capsys.readouterr().out


def test_what_a_restore_brings_back_is_erased_again(client, ended, head, tmp_path, officer):
    gone = replied(officer, head, sender_name=NAME)
    ledger = tmp_path / "so-xoa.jsonl"
    saved = transaction.savepoint()
    actions.anonymise(pk=ended.pk)
    actions.delete(pk=gone.pk)
    call_command("erasures", "export", str(ledger))
    assert ended.code not in ledger.read_text() and NAME not in ledger.read_text()
    transaction.savepoint_rollback(saved)
    assert Submission.objects.get(pk=ended.pk).sender_name == NAME and not Erasure.objects.exists()

    for _ in range(2):
        call_command("erasures", "reapply", str(ledger))
    assert Submission.objects.get().body == erasing.ERASED
    assert Erasure.objects.count() == 2

    client.force_login(head)
    page = client.get(reverse("feedback_desk:erasures"))
    assert "sổ có 2 hồ sơ, tìm thấy và xóa lại 2" in page.text
    assert "sổ có 2 hồ sơ, tìm thấy và xóa lại 1" in page.text
    assert erasing.digest(ended.code)[:8] in page.text and ended.code not in page.text
    client.force_login(officer)
    assert client.get(reverse("feedback_desk:erasures")).status_code == 403


def test_months_end_on_the_last_day_of_a_short_month():
    moment = timezone.now().replace(year=2026, month=3, day=31)
    assert rules.months_before(moment, 1).date().isoformat() == "2026-02-28"
    assert rules.months_before(moment, 13).date().isoformat() == "2025-02-28"
    assert rules.months_before(moment, 3) == moment.replace(year=2025, month=12)
    assert moment - rules.months_before(moment, 12) == timedelta(days=365)


def test_mail_that_came_in_goes_with_its_files_and_raw_bytes(officer):
    before = everything_kept().count(NAME)
    submission = make_submission(sender_email=EMAIL)
    actions.ask_sender(pk=submission.pk, actor=officer, question="Ở đâu ạ?")
    mail = EmailMessage()
    mail["From"] = EMAIL
    mail["To"] = mailin.reply_address("feedback", submission.code)
    mail.set_content(BODY)
    mail.add_attachment(BODY.encode(), "text", "plain", filename="don.txt")
    came = arrive(mail)
    sent = [one.pk for one in attachments.of(came.message)]
    assert sent and came.raw_id
    actions.reject(pk=submission.pk, actor=officer, reason="Ngoài phạm vi.")

    actions.anonymise(pk=submission.pk)

    assert not Letter.objects.exists() and not RawMail.objects.exists()
    assert not Attachment.objects.filter(pk__in=sent).exists()
    assert submission.messages.count() == 2
    assert {one.body for one in submission.messages.all()} == {erasing.ERASED}
    assert everything_kept().count(NAME) == before


def test_the_ledger_is_written_by_itself_where_it_outlives_the_database(ended, settings, tmp_path):
    settings.ERASURE_LEDGER = tmp_path / "apart" / "so-xoa.jsonl"
    actions.anonymise(pk=ended.pk)
    assert tasks.export_erasures() == 1
    assert erasing.digest(ended.code) in settings.ERASURE_LEDGER.read_text()
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert tasks.export_erasures.name in scheduled


@pytest.mark.parametrize("words", ["", "{", '{"digest": "x", "action": "burn", "at": "?"}'])
def test_a_ledger_that_cannot_be_read_erases_nothing(ended, tmp_path, words):
    path = tmp_path / "so-xoa.jsonl"
    if words:
        path.write_text(words)
    with pytest.raises(CommandError):
        call_command("erasures", "reapply", str(path))
    assert Submission.objects.get().body == BODY
