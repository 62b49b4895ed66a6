"""Marks of one person in every place that takes a text: erased, no table and no file has any left.

Each mark holds "kana" or the person's numbers; all are looked for in every column of every table as
the database stores it, in every encrypted column as it opens, and in every stored file.
"""

import io
import os
from email.message import EmailMessage

import pytest
from django.apps import apps
from django.core.files.storage import storages
from django.db import connection

from cityweb.core import attachments, clocks, mailin, outbox, workdays
from cityweb.core.models import RawMail
from cityweb.core.sealed import EncryptedTextField
from feedback import actions
from feedback.models import DataSubjectRequest, Hop, Letter, Reply, Submission
from feedback.states import Kind, Outcome
from tests.feedback.makers import make_body, make_submission

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NAME, PHONE, EMAIL = "Trần Kanarina Bê", "0903777123", "kanamail@nguoidan.example"
ADDRESS = "45/2 Kanalai"
MARKS = ("kana", "0903777123", "903 777 123", "903777123")
# How officers and bodies speak of the person in their own words.
PERSON = f"bà {NAME}, {PHONE}, {EMAIL}, nhà {ADDRESS}"
TAKEN = {"category": None, "kind": Kind.REPORT}


def file_of(owner, name):
    words = io.BytesIO(f"kanabytes của {name}".encode())
    attachments.take(words, name=f"{name}.txt", kinds=attachments.TEXTS, owner=owner)


def mail(to, words, **headers):
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = EMAIL, to, "kanasubject"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(words)
    made.add_attachment(b"kanabytes", "text", "plain", filename="kanafile.txt")
    row = mailin.keep(bytes(made))
    mailin.handle(row.pk)
    return row


def brought_in(officer):
    """Return it after all that the sender and the office said before it was forwarded."""
    one = make_submission(
        subject="Kanasubject hẻm tối",
        body=f"Kanabody: tôi là {NAME}, {PHONE}.",
        place="Kanaplace",
        sender_name=NAME,
        sender_phone=PHONE,
        sender_email=EMAIL,
        sender_address=ADDRESS,
        may_publish_name=True,
    )
    given = {"pk": one.pk, "actor": officer}
    file_of(one, "kanafile")
    actions.ask_sender(question=f"Hỏi {PERSON}: ở đâu?", **given)
    address = mailin.reply_address("feedback", one.code)
    mail(address, "kanareply", Message_ID="<kana1@nha.example>")
    mail(address, "kanareply lần nữa", Message_ID="<kana1@nha.example>")
    mail("gopy@cityweb.example", "kanalone")
    actions.add_information(pk=one.pk, body=f"Kanaaddition {PHONE}")
    actions.view_sender(**given)
    actions.note(body=f"Đã gọi {PERSON}, kananote", **given)
    actions.classify(**TAKEN, **given)
    actions.promise_day(
        day=workdays.calendar().add(clocks.of(one, "reply").get().due_on, 3),
        reason=f"Chờ {PERSON}",
        **given,
    )
    return one


def isolated_and_freed(one, officer, reader):
    actions.restrict(pk=one.pk, actor=officer, reason=f"Nghi {PERSON} tố cáo")
    actions.lift_restriction(pk=one.pk, actor=reader, kind=Kind.REPORT, reason=f"Do {PERSON} nói")
    actions.classify(pk=one.pk, actor=officer, **TAKEN)


def sent_around(one, officer):
    """Return the answered hop, after a recall, a return and a sub-unit."""
    body = make_body()
    unit = make_body("Đội mẫu", parent=body)
    given = {"pk": one.pk, "actor": officer, "organisation": body, "shares_sender": True}
    said = {"message": f"Nhờ gặp {PERSON}", "why": f"Theo lời {PERSON}"}
    hop = actions.forward(**given, **said)
    actions.recall_hop(pk=hop.pk, actor=officer, reason=f"{PERSON} gọi lại")
    hop = actions.forward(**given, **said)
    actions.return_hop(pk=hop.pk, actor=None, reason=f"{PERSON} ở nơi khác")
    hop = actions.forward(**given, **said)
    below = actions.pass_on(pk=hop.pk, actor=None, organisation=unit, message=f"Gặp {PERSON}")
    actions.answer_hop(pk=below.pk, actor=None, answer=f"Đã gặp {PERSON}")
    file_of(below, "kanasub")
    actions.answer_hop(pk=hop.pk, actor=None, answer=f"Đã sửa cho {PERSON}")
    file_of(hop, "kanahop")
    return Hop.objects.get(pk=hop.pk)


def replied_to(one, officer, head, source=None):
    reply = actions.draft_reply(pk=one.pk, actor=officer, source=source)
    given = {"pk": reply.pk, "actor": officer}
    words = {"body": f"Kính gửi {PERSON}", "outcome": Outcome.ANSWERED}
    actions.save_reply(version=reply.version, **words, **given)
    actions.submit_reply(**given)
    actions.return_reply(pk=reply.pk, actor=head, reason=f"Ghi đúng tên {PERSON}")
    version = Reply.objects.get(pk=reply.pk).version
    actions.save_reply(version=version, **words, **given)
    actions.submit_reply(**given)
    actions.approve_reply(pk=reply.pk, actor=head)
    actions.send_reply(**given)


@pytest.fixture
def walked(officer, head, reader):
    """A submission that went through every verb, with marks wherever somebody could leave one."""
    one = brought_in(officer)
    isolated_and_freed(one, officer, reader)
    replied_to(one, officer, head, sent_around(one, officer))
    actions.rate(pk=one.pk, stars=2, comment="Kanarating")
    actions.reopen(pk=one.pk, reason=f"Kanareopen {NAME}")
    actions.classify(pk=one.pk, actor=officer, **TAKEN)
    actions.answer_here(pk=one.pk, actor=officer)
    replied_to(one, officer, head)
    publication = actions.prepare_publication(pk=one.pk, actor=officer)
    actions.decline_publication(pk=publication.pk, actor=head, reason=f"{PERSON} không muốn")
    actions.hold(pk=one.pk, actor=head, reason=f"Vụ của {PERSON}")
    actions.lift_hold(pk=one.pk, actor=head, reason=f"Vụ của {PERSON} đã xong")
    lone = Letter.objects.get(submission=None)
    actions.discard_letter(pk=lone.pk, actor=officer, reason=f"Thư của {EMAIL}")
    unread = mailin.keep(f"From: {EMAIL}\nSubject: kana\n\nkanaunread".encode())
    RawMail.objects.filter(pk=unread.pk).update(attempts=10)
    outbox.sweep()
    return Submission.objects.get(pk=one.pk)


def kept_in_tables():
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT t::text FROM "{table}" t')  # names of our own tables
            for (row,) in cursor.fetchall():
                yield table, row


def kept_encrypted():
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, EncryptedTextField):
                for words in model._base_manager.values_list(field.name, flat=True):
                    yield f"{model._meta.label}.{field.name}", words


def kept_in_files():
    for name in ("private", "default"):
        for folder, _, files in os.walk(storages[name].location):
            for file in files:
                path = os.path.join(folder, file)
                with open(path, "rb") as content:
                    yield path, content.read().decode(errors="replace")


def places_with_marks():
    found = set()
    for keep in (kept_in_tables, kept_encrypted, kept_in_files):
        for place, words in keep():
            if any(mark in (words or "").lower() for mark in MARKS):
                found.add(place if keep is not kept_in_files else "file")
    return found


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    """A store of its own: what other tests left there is not this person's."""
    alias = settings.STORAGES["private"] | {"OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = settings.STORAGES | {"private": alias}


def test_the_marks_lie_in_many_places_before(walked):
    found = places_with_marks()
    assert {
        "file",
        "core_attachment",
        "core.OutboxItem.payload",
        "feedback_hop",
        "feedback_letter" if "feedback_letter" in found else "feedback.Letter.sender",
        "feedback_message",
        "feedback_note",
        "feedback_publication",
        "feedback_rating",
        "feedback_reply",
        "feedback_step",
        "feedback_submission",
        "feedback.Submission.sender_name",
        "feedback.Letter.sender",
    } <= found
    # What is for ever never had any.
    assert not {place for place in found if "event" in place or "audit" in place}


@pytest.mark.parametrize("deed", [actions.anonymise, actions.delete])
@pytest.mark.django_db(transaction=False)
def test_erased_they_lie_nowhere(walked, deed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        deed(pk=walked.pk)
    assert places_with_marks() == set()


@pytest.mark.django_db(transaction=False)
def test_what_others_were_let_read_of_them_goes_too(
    walked, officer, django_capture_on_commit_callbacks
):
    other = make_submission(sender_email="nguoikhac@nguoidan.example")
    actions.merge(pk=other.pk, into=walked.pk, actor=officer)
    said = {"body": f"Kính gửi {PERSON}", "reason": f"Theo ý {PERSON}"}
    actions.share_answer(pk=walked.pk, actor=officer, **said)
    outbox.sweep()
    assert "feedback_sharedcopy" in places_with_marks()
    with django_capture_on_commit_callbacks(execute=True):
        actions.anonymise(pk=walked.pk)
    assert places_with_marks() == set()


def test_a_wish_to_be_deleted_leaves_nothing_but_the_mail_that_says_so(
    walked, head, mailoutbox, django_capture_on_commit_callbacks
):
    kind = DataSubjectRequest.Kind.DELETE
    asked = actions.ask_about_data(pk=walked.pk, kind=kind, text=f"Kanarequest {NAME}")
    mailoutbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        actions.decide_on_data(pk=asked.pk, actor=head, is_granted=True, answer="Đã xóa.")
    outbox.sweep()
    assert [mail.to for mail in mailoutbox] == [[EMAIL]]
    assert places_with_marks() == set()


def test_what_the_body_and_the_office_did_is_still_told(walked, officer):
    actions.anonymise(pk=walked.pk)
    one = Submission.objects.get(pk=walked.pk)
    assert one.hops.count() == 4 and one.outcome == Outcome.ANSWERED
    assert "Đã sửa cho" in " ".join(one.hops.values_list("answer", flat=True))
    assert one.steps.filter(actor=officer).exists()
