"""The public copy: masked until a person decides, never of what is isolated, gone if withdrawn."""

import io

import pytest
from django.core.files.base import ContentFile
from django.db import transaction

from cityweb.core import attachments
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, Role
from feedback import actions
from feedback.models import PrivacyDecision, Publication, Submission
from feedback.reports import gate
from feedback.states import PublicationState
from tests.core.hostile.pdfs import pdf
from tests.feedback.makers import answered, make_submission, replied
from tests.people import make_person
from tests.shared import shared

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
Verdict = PrivacyDecision.Verdict
BODY = "Tôi tên là Trần Thị Bê, số 0903 123 456. Nắp cống trước nhà số 45/2 đường Lê Lai bị vỡ."


@shared
def submission(officer, head):
    return replied(officer, head, subject="Nắp cống vỡ", body=BODY, sender_name="Trần Thị Bê")


@shared
def publication(submission, officer):
    return actions.prepare_publication(pk=submission.pk, actor=officer)


def refused(code, verb, **given):
    with pytest.raises(Refused) as found, transaction.atomic():
        verb(**given)
    assert found.value.code == code


def finding(publication, words):
    return next(one for one in gate.look(publication) if one.found.words == words)


def settle(publication, words, actor, verdict=Verdict.MASKED, reason=""):
    one = finding(publication, words)
    return actions.decide(
        pk=publication.pk,
        actor=actor,
        part=one.part,
        digest=one.digest,
        verdict=verdict,
        reason=reason,
    )


def published(publication, officer, head):
    actions.mask_rest(pk=publication.pk, actor=officer)
    return actions.publish(pk=publication.pk, actor=head)


def give_file(owner, name="anh.txt", words="Hiện trường."):
    return attachments.take(
        io.BytesIO(words.encode()), name=name, kinds=attachments.TEXTS, owner=owner
    )


def test_nothing_is_published_before_each_find_is_decided(publication, officer, head):
    assert {one.found.words for one in gate.undecided(publication)} == {
        *("Trần Thị Bê", "0903 123 456", "nhà số 45/2"),
    }
    refused("undecided", actions.publish, pk=publication.pk, actor=head)
    settle(publication, "Trần Thị Bê", officer)
    settle(publication, "0903 123 456", officer)
    refused("undecided", actions.publish, pk=publication.pk, actor=head)
    settle(publication, "nhà số 45/2", officer, Verdict.KEPT, "Chính là nơi nắp cống vỡ.")
    done = actions.publish(pk=publication.pk, actor=head)
    assert done.state == PublicationState.PUBLISHED
    assert done.question == (
        "Tôi tên là [tên người], số [điện thoại]. Nắp cống trước nhà số 45/2 đường Lê Lai bị vỡ."
    )
    assert done.decided_by == head


def test_the_original_is_never_touched(publication, submission, officer, head):
    published(publication, officer, head)
    submission.refresh_from_db()
    assert submission.body == BODY


def test_a_decision_keeps_no_words(publication, officer):
    settle(publication, "0903 123 456", officer, Verdict.KEPT, "Số của tổ trưởng, đã hỏi.")
    decision = publication.decisions.get()
    assert "0903" not in f"{decision.digest} {decision.reason}"
    assert (decision.kind, decision.by) == ("phone", officer)
    trail = AuditEntry.objects.filter(verb="feedback.privacy_decided").get()
    assert "0903" not in str(trail.__dict__)


def test_letting_stand_needs_a_reason(publication, officer):
    one = finding(publication, "0903 123 456")
    given = {"pk": publication.pk, "actor": officer, "part": one.part, "digest": one.digest}
    refused("no-reason", actions.decide, verdict=Verdict.KEPT, **given)
    refused(
        "not-found-there",
        actions.decide,
        **{**given, "digest": "0" * 32},
        verdict=Verdict.MASKED,
    )


def test_what_comes_back_by_editing_is_found_again(publication, officer, head):
    actions.mask_rest(pk=publication.pk, actor=officer)
    publication.refresh_from_db()
    actions.save_publication(
        pk=publication.pk,
        actor=officer,
        title="Nắp cống vỡ",
        question="Xin gọi 0903 123 456.",
        answer="Đã thay.",
        with_name=False,
        seen_at=publication.updated_at,
    )
    refused("undecided", actions.publish, pk=publication.pk, actor=head)


def test_the_officer_prepares_and_the_head_decides(publication, submission, officer, head):
    actions.mask_rest(pk=publication.pk, actor=officer)
    director = make_person(Role.DIRECTOR)
    for person in (officer, director):
        refused("not-your-role", actions.publish, pk=publication.pk, actor=person)
        refused(
            "not-your-role",
            actions.decline_publication,
            pk=publication.pk,
            actor=person,
            reason="Riêng tư.",
        )
    stranger = make_person()
    refused("not-found", actions.prepare_publication, pk=submission.pk, actor=stranger)
    refused("not-found", actions.publish, pk=publication.pk, actor=stranger)


def test_what_is_isolated_is_never_published(publication, submission, officer, head):
    Submission.objects.filter(pk=submission.pk).update(is_restricted=True)
    reader = make_person(Role.DENUNCIATION_READER, Role.OFFICE_HEAD)
    refused("restricted", actions.prepare_publication, pk=submission.pk, actor=reader)
    refused("restricted", actions.publish, pk=publication.pk, actor=reader)


def test_nothing_is_published_before_it_is_answered(officer):
    hop = answered(officer)
    refused("no-reply", actions.prepare_publication, pk=hop.submission_id, actor=officer)


def test_the_name_needs_a_consent_that_still_holds(officer, head):
    given = {"subject": "Nắp cống vỡ", "body": "Nắp cống vỡ.", "sender_name": "Trần Thị Bê"}
    silent = replied(officer, head, **given)
    agreed = replied(officer, head, **given, may_publish_name=True)
    for submission, code in ((silent, "no-consent"), (agreed, "")):
        publication = actions.prepare_publication(pk=submission.pk, actor=officer)
        words = {"title": "Nắp cống", "question": "Vỡ.", "answer": "Đã thay.", "with_name": True}
        words |= {"pk": publication.pk, "actor": officer, "seen_at": publication.updated_at}
        if code:
            refused(code, actions.save_publication, **words)
        else:
            actions.save_publication(**words)
    publication.refresh_from_db()
    assert publication.sender_name == "Trần Thị Bê"
    actions.withdraw_consent(pk=agreed.pk)
    assert actions.publish(pk=publication.pk, actor=head).sender_name == ""


def test_two_who_edit_at_once_do_not_overwrite_each_other(publication, officer):
    seen_at = publication.updated_at
    words = {"title": "Một", "question": "Hai", "answer": "Ba", "with_name": False}
    given = {"pk": publication.pk, "actor": officer, "seen_at": seen_at, **words}
    actions.save_publication(**given)
    refused("changed-meanwhile", actions.save_publication, **given)


def test_what_was_taken_down_is_gone_and_comes_back_only_by_deciding_again(
    citizen, publication, officer, head
):
    done = published(publication, officer, head)
    assert citizen.get(done.path).status_code == 200
    refused("not-preparing", actions.mask_rest, pk=done.pk, actor=officer)
    refused("no-reason", actions.withdraw_publication, pk=done.pk, actor=head, reason=" ")
    actions.withdraw_publication(pk=done.pk, actor=head, reason="Người gửi đề nghị.")
    assert citizen.get(done.path).status_code == 410
    actions.prepare_publication(pk=done.submission_id, actor=officer)
    assert citizen.get(done.path).status_code == 404
    actions.publish(pk=done.pk, actor=head)
    assert citizen.get(done.path).status_code == 200


def test_what_was_declined_stays_unseen(citizen, publication, officer, head):
    path = publication.path
    actions.decline_publication(pk=publication.pk, actor=head, reason="Việc riêng của một nhà.")
    assert citizen.get(path).status_code == 404


def test_a_chosen_file_leaves_under_a_name_that_passed(citizen, publication, officer, head):
    original = give_file(publication.submission, "Tran Thi Be 0903123456.txt")
    given = {"pk": publication.pk, "actor": officer, "original": original}
    refused("not-looked-at", actions.show_file, **given, name="a.txt", was_looked_at=False)
    actions.mask_rest(pk=publication.pk, actor=officer)
    file = actions.show_file(**given, name=original.name, was_looked_at=True)
    address = f"/tep/{file.shown.key}/"
    refused("undecided", actions.publish, pk=publication.pk, actor=head)
    actions.mask_rest(pk=publication.pk, actor=officer)
    assert citizen.get(address).status_code == 404
    actions.publish(pk=publication.pk, actor=head)
    sent = citizen.get(address)
    assert sent.status_code == 200
    assert "0903" not in sent["Content-Disposition"] and "Be" not in sent["Content-Disposition"]
    assert citizen.get(f"/tep/{original.key}/").status_code == 404
    actions.withdraw_publication(pk=publication.pk, actor=head, reason="Xem lại.")
    assert citizen.get(address).status_code == 404


def test_a_redacted_copy_stands_for_the_original(citizen, publication, officer, head):
    original = give_file(publication.submission, "don.txt", "Số của tôi 0903 123 456.")
    file = actions.show_file(
        pk=publication.pk,
        actor=officer,
        original=original,
        name="don.txt",
        was_looked_at=True,
        redacted=ContentFile("Số của tôi [điện thoại].".encode(), "don-che.txt"),
    )
    published(publication, officer, head)
    body = b"".join(citizen.get(f"/tep/{file.shown.key}/").streaming_content).decode()
    assert body == "Số của tôi [điện thoại]."


def test_a_file_left_out_is_forgotten(publication, officer):
    original = give_file(publication.submission)
    given = {"pk": publication.pk, "actor": officer, "original": original}
    actions.show_file(**given, name="tep-1.txt", was_looked_at=True)
    actions.leave_file_out(**given)
    assert not publication.files.exists()
    assert attachments.of(publication) == []
    assert attachments.of(publication.submission) == [original]


def test_a_foreign_file_is_refused(publication, officer):
    foreign = give_file(make_submission())
    refused(
        "foreign-file",
        actions.show_file,
        pk=publication.pk,
        actor=officer,
        original=foreign,
        name="a.txt",
        was_looked_at=True,
    )


def test_a_masked_word_is_found_by_no_search(citizen, publication, officer, head):
    published(publication, officer, head)
    assert Publication.objects.published().count() == 1
    assert "Nắp cống vỡ" in citizen.get("/gop-y/hoi-dap/?q=nap+cong").text
    assert "Nắp cống vỡ" not in citizen.get("/gop-y/hoi-dap/?q=0903").text


def chosen_file(publication, officer, words, name="don.txt"):
    original = attachments.take(
        io.BytesIO(words), name=name, kinds=attachments.MAILBOX, owner=publication.submission
    )
    given = {"pk": publication.pk, "actor": officer, "original": original}
    return actions.show_file(name=name, was_looked_at=True, **given)


def test_personal_data_inside_a_file_blocks_until_a_person_decides(publication, officer, head):
    actions.mask_rest(pk=publication.pk, actor=officer)
    file = chosen_file(publication, officer, b"Goi 0903 123 456 de biet them.")
    assert file.is_read
    actions.mask_rest(pk=publication.pk, actor=officer)
    publication = Publication.objects.get()
    (left,) = gate.undecided(publication)
    assert (left.found.words, left.may_be_masked) == ("0903 123 456", False)
    assert file.name in left.label
    refused("undecided", actions.publish, pk=publication.pk, actor=head)
    refused("inside-a-file", settle, publication=publication, words="0903 123 456", actor=officer)
    reason = "Số tổng đài công khai"
    settle(publication, "0903 123 456", officer, Verdict.KEPT, reason)
    actions.publish(pk=publication.pk, actor=head)


def test_a_file_that_is_left_out_blocks_nothing(publication, officer):
    actions.mask_rest(pk=publication.pk, actor=officer)
    file = chosen_file(publication, officer, b"Goi 0903 123 456 de biet them.")
    actions.leave_file_out(pk=publication.pk, actor=officer, original=file.original)
    assert gate.undecided(Publication.objects.get()) == []


def test_of_a_file_without_words_the_screen_says_that_eyes_are_needed(publication, officer, client):
    client.force_login(officer)
    address = f"/nghiep-vu/feedback/{publication.submission.code}/cong-khai/"
    chosen_file(publication, officer, b"Da sua xong nap cong.")
    assert "Máy đã đọc hết chữ" in client.get(address).text
    chosen_file(publication, officer, pdf(), "quet.pdf")
    page = client.get(address).text
    assert "Máy không đọc được hết tệp này" in page and "xem lại từng trang" in page


def test_what_the_sender_questioned_waits_for_the_new_answer(
    client, publication, submission, officer, head
):
    actions.mask_rest(pk=publication.pk, actor=officer)
    actions.reopen(pk=submission.pk, reason="Vẫn vỡ.")
    refused("reopened", actions.publish, pk=publication.pk, actor=head)
    client.force_login(head)
    screen = client.get(f"/nghiep-vu/feedback/{submission.code}/cong-khai/").text
    assert "chỉ công khai sau khi có trả lời mới" in screen
    assert '/dang/"' not in screen
