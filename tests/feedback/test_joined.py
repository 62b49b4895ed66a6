"""What was joined to another letter: its sender gets that one's answer, and nobody's data."""

import io

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from cityweb.core import attachments
from cityweb.core.errors import Refused
from cityweb.core.models import OutboxItem
from feedback import actions
from feedback.forms import keys
from feedback.models import Message
from feedback.reports import followed, gate, shared
from feedback.states import Kind, Outcome, State
from tests.feedback.makers import answered, classified, make_submission, replied
from tests.feedback.test_lookup import PATH, do, look_up

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DESK = "/nghiep-vu/feedback/"
PRIVATE = ("Trần Thị Bê", "079185001234", "0903 123 456", "45/2", "tra-loi-ba-be")
ANSWER = (
    "Kính gửi bà Trần Thị Bê (CCCD 079185001234, điện thoại 0903 123 456, số nhà 45/2 đường Lê "
    "Lai).\nĐơn vị đã thay nắp cống trước nhà. Chị Bê có thể đến xem."
)
BODY = "Nhà tôi ở số 45/2 đường Lê Lai, nắp cống vỡ."


@pytest.fixture
def original(officer):
    sender = {"sender_name": "Trần Thị Bê", "sender_phone": "0903123456", "body": BODY}
    return answered(officer, **sender).submission


def answer(original, officer, head, text=ANSWER):
    """Send an answer with a file of the office, and one of the body behind it."""
    source = original.hops.get()
    reply = actions.draft_reply(pk=original.pk, actor=officer, source=source)
    said = {"body": text, "outcome": Outcome.ANSWERED, "version": reply.version}
    actions.save_reply(pk=reply.pk, actor=officer, **said)
    for owner in (reply, source):
        give_file(owner)
    actions.submit_reply(pk=reply.pk, actor=officer)
    actions.approve_reply(pk=reply.pk, actor=head, has_seen_others=True)
    return actions.send_reply(pk=reply.pk, actor=officer)


def give_file(owner, name="tra-loi-ba-be.txt"):
    content = io.BytesIO(f"Trần Thị Bê 079185001234 {owner}".encode())
    return attachments.take(content, name=name, kinds=attachments.MAILBOX, owner=owner)


def let_through(original, officer):
    """Let those who were joined read what the machine proposes, as an officer does who read it."""
    copy = shared.waiting(original)
    body = shared.proposal(copy.reply)
    return actions.share_answer(pk=original.pk, actor=officer, body=body)


def join(original, officer, **fields):
    follower = make_submission(**fields)
    actions.merge(pk=follower.pk, into=original.pk, actor=officer)
    return follower


def mails_to(submission):
    rows = OutboxItem.objects.about(submission).filter(kind="mail")
    return {item.dedupe_key.split(":")[2]: item.facts["body"] for item in rows}


def is_clean(text):
    return not [words for words in (*PRIVATE, "chị Bê", "Chị Bê") if words in text]


@pytest.mark.parametrize("is_answered_first", [True, False])
def test_the_answer_is_masked_on_the_page_and_in_the_mail(
    citizen, officer, head, original, is_answered_first
):
    if is_answered_first:
        answer(original, officer, head)
        follower = join(original, officer)
    else:
        follower = join(original, officer)
        answer(original, officer, head)
    before = look_up(citizen, follower).text
    assert "thay nắp cống" not in before
    assert "Phòng đang xem lại để bản gửi ông/bà không lộ" in before
    assert "replied" not in mails_to(follower)
    let_through(original, officer)
    page = look_up(citizen, follower)
    mail = mails_to(follower)["replied"]
    for text in (page.text, mail):
        assert "Đơn vị đã thay nắp cống" in text
        assert shared.HEADING in text
        assert is_clean(text)
        assert original.code not in text
    assert "Trần Thị Bê" in look_up(citizen, original).text
    assert "Trần Thị Bê" in mails_to(original)["replied"]


def test_no_file_of_the_original_opens_by_any_right_of_the_joined(citizen, officer, head, original):
    follower = join(original, officer)
    give_file(original)
    actions.add_information(pk=original.pk, body="Thêm ảnh.")
    give_file(Message.objects.get(submission=original))
    reply = answer(original, officer, head)
    let_through(original, officer)
    owners = (original, reply, original.hops.get(), Message.objects.get(submission=original))
    key = keys.issue(follower.pk)
    page = look_up(citizen, follower)
    assert page.tree.xpath("//form[contains(@action, '/tep/')]") == []
    for found in [one for owner in owners for one in attachments.of(owner)]:
        for sent in ({"key": key}, {"key": page.value("key")}):
            assert citizen.post(f"{PATH}tep/{found.key}/", sent).status_code == 404
        for address in (f"/tep/{found.key}/", f"/tep/{found.key}/thu-nho/"):
            assert citizen.get(address, {"key": key}).status_code == 404


def test_codes_of_one_do_not_open_the_other(citizen, officer, head, original):
    follower = join(original, officer)
    answer(original, officer, head)
    let_through(original, officer)
    own = look_up(citizen, follower)
    wrong = look_up(citizen, original, secret=own.value("key")[:11])
    assert is_clean(wrong.text)
    assert "Dòng thời gian" not in wrong.text


def test_a_wish_for_ones_data_gives_nobody_elses(citizen, officer, head, original):
    follower = join(original, officer)
    answer(original, officer, head)
    let_through(original, officer)
    page = look_up(citizen, follower)
    for kind in ("access", "rectify", "withdraw"):
        answered_page = do(citizen, page, "du-lieu", kind=kind, text="Xin bản sao.")
        assert is_clean(answered_page.text)


def test_a_public_copy_stands_for_the_answer_with_its_files(citizen, officer, head, original):
    reply = answer(original, officer, head)
    follower = join(original, officer)
    made = actions.prepare_publication(pk=original.pk, actor=officer)
    words = {"title": made.title, "question": "Nắp cống vỡ.", "answer": "Đã thay nắp cống mới."}
    actions.save_publication(
        pk=made.pk, actor=officer, with_name=False, seen_at=made.updated_at, **words
    )
    source = attachments.of(reply.source)[0]
    copy = ContentFile("Bản công khai.".encode(), name="ban-che.txt")
    actions.show_file(
        pk=made.pk,
        actor=officer,
        original=source,
        name="ket-qua.txt",
        was_looked_at=True,
        redacted=copy,
    )
    actions.mask_rest(pk=made.pk, actor=officer)
    actions.publish(pk=made.pk, actor=head)
    assert "Đã thay nắp cống mới." in mails_to(follower)["replied"]
    assert shared.waiting(original) is None
    page = look_up(citizen, follower)
    assert "Đã thay nắp cống mới." in page.text
    assert is_clean(page.text)
    key = page.value("key")
    shown = made.files.get().shown
    assert citizen.post(f"{PATH}tep/{shown.key}/", {"key": key}).status_code == 200
    assert citizen.post(f"{PATH}tep/{source.key}/", {"key": key}).status_code == 404
    actions.withdraw_publication(pk=made.pk, actor=head, reason="Có sai sót.")
    assert "Đã thay nắp cống mới." not in look_up(citizen, follower).text
    assert shared.waiting(original).reply == reply


def test_the_other_way_round_what_the_joined_adds_stays_theirs(client, citizen, officer, original):
    follower = join(original, officer)
    page = do(citizen, look_up(citizen, follower), "bo-sung", body="Tôi là Lê Văn Xê, 0912345678.")
    assert "Lê Văn Xê" in look_up(citizen, follower).text, page.text
    assert "Lê Văn Xê" not in look_up(citizen, original).text
    client.force_login(officer)
    desk = client.get(f"{DESK}{original.code}/", {"panel": "timeline"}).text
    assert "Lê Văn Xê" in desk
    assert f"Người gửi {follower.code}" in desk


def test_who_was_joined_reads_their_own_words_whatever_the_original_does(
    citizen, officer, head, original
):
    follower = join(original, officer)
    assert "Có trả lời, ông/bà nhận được sau khi" in look_up(citizen, follower).text
    answer(original, officer, head)
    let_through(original, officer)
    actions.reopen(pk=original.pk, reason="Vẫn vỡ.")
    page = look_up(citizen, follower)
    assert "Ý kiến này được xử lý cùng một ý kiến khác" in page.text
    assert "Trả lời ở ngay dưới đây." in page.text
    assert "xem lại" not in page.text
    follower.refresh_from_db()
    assert follower.state == State.MERGED


def test_whoever_followed_follows_on_and_gets_an_answer_that_is_there(officer, head, original):
    answer(original, officer, head)
    middle = make_submission()
    follower = join(middle, officer)
    join(original, officer)
    let_through(original, officer)
    assert "replied" not in mails_to(follower)
    actions.merge(pk=middle.pk, into=original.pk, actor=officer)
    follower.refresh_from_db()
    assert follower.duplicate_of == original
    assert is_clean(mails_to(follower)["replied"])


def test_the_desk_says_what_those_get_who_are_joined(client, officer, head, original):
    join(original, officer)
    join(original, officer)
    client.force_login(officer)
    third = make_submission()
    step = client.get(f"{DESK}{third.code}/", {"do": "merge"}).text
    assert "bản đã che dữ liệu cá nhân, không kèm tệp, sau khi chuyên viên đã xem" in step
    reply = actions.draft_reply(pk=original.pk, actor=officer, source=original.hops.get())
    actions.submit_reply(pk=reply.pk, actor=officer)
    actions.approve_reply(pk=reply.pk, actor=head, has_seen_others=True)
    step = client.get(f"{DESK}{original.code}/", {"do": "send"}).text
    assert "2 người có ý kiến gộp vào đây chưa nhận gì" in step


def test_an_officer_reads_the_copy_and_decides_once(client, citizen, officer, head, original):
    follower = join(original, officer, sender_email="")
    answer(original, officer, head)
    client.force_login(officer)
    assert [row.submission.pk for row in heap(client, "share")] == [original.pk]
    page = client.get(f"{DESK}{original.code}/")
    assert page.context["panel"].key == "share"
    proposed = page.context["share"].initial["body"]
    assert is_clean(proposed)
    left = f"{proposed} Hỏi chị Hoa, 0912 000 111."
    page = client.post(f"{DESK}{original.code}/do/share/", {"body": left})
    assert page.status_code == 409
    assert "0912 000 111" in [piece.text for piece in page.context["share"].left]
    assert "Đã thay nắp" not in look_up(citizen, follower).text
    said = {"body": proposed.replace("Đơn vị", "Đội công trình")}
    page = client.post(f"{DESK}{original.code}/do/share/", said, follow=True)
    assert "1 người có ý kiến gộp nay đọc được" in page.text
    kept = client.get(f"{DESK}{original.code}/", {"panel": "reply"}).text
    assert "Đội công trình đã thay nắp cống" in kept and f"{officer} cho gửi" in kept
    assert "Đội công trình đã thay nắp cống" in look_up(citizen, follower).text
    assert heap(client, "share") == []
    assert client.post(f"{DESK}{original.code}/do/share/", said).status_code == 409


def heap(client, key):
    return client.get(DESK, {"heap": key}).context["page"].rows


def test_a_number_of_the_office_stays_with_a_reason(officer, head, original):
    join(original, officer)
    answer(original, officer, head)
    said = {"pk": original.pk, "actor": officer, "body": "Xin gọi 0912 000 111."}
    with pytest.raises(Refused) as refusal:
        actions.share_answer(**said)
    assert refusal.value.code == "personal-data"
    copy = actions.share_answer(reason="Số trực ban.", **said)
    assert copy.reason == "Số trực ban."
    with pytest.raises(Refused) as refusal:
        actions.share_answer(reason="Số trực ban.", **said)
    assert refusal.value.code == "nothing-waits"


def test_what_was_joined_ends_along_with_one_that_is_turned_down(officer):
    original, says = make_submission(), "Việc này thuộc thỏa thuận giữa hai nhà."
    follower = join(original, officer, sender_email="dan@demo.cityweb.example")
    with pytest.raises(Refused) as found:
        actions.reject(pk=original.pk, actor=officer, reason="Thư rác.", is_spam=True)
    assert found.value.code == "has-joined"
    with pytest.raises(Refused) as found:
        actions.reject(pk=follower.pk, actor=officer, reason=says)
    assert found.value.code == "merged"
    actions.reject(pk=original.pk, actor=officer, reason=says)
    follower.refresh_from_db()
    assert (follower.state, follower.outcome) == (State.REJECTED, Outcome.REFUSED)
    assert says in mails_to(follower)["rejected"]
    assert follower.steps.last().public_note == says


def test_what_was_joined_is_sent_elsewhere_along_and_keeps_an_answer_it_has(
    original, officer, head
):
    waiting = make_submission()
    along = join(waiting, officer)
    actions.redirect_elsewhere(
        pk=waiting.pk, actor=officer, kind=Kind.COMPLAINT, guidance="Gửi Thanh tra Thành phố."
    )
    along.refresh_from_db()
    assert (along.state, along.outcome, along.kind) == (
        State.REDIRECTED, Outcome.NO_COMPETENCE, Kind.COMPLAINT
    )  # fmt: skip
    told = join(original, officer)
    answer(original, officer, head)
    let_through(original, officer)
    actions.reopen(pk=original.pk, reason="Chưa đúng chỗ.")
    actions.reject(pk=original.pk, actor=officer, reason="Đã trả lời đủ.")
    told.refresh_from_db()
    assert (told.state, told.outcome) == (State.MERGED, Outcome.MERGED)


def test_a_reply_of_the_office_offers_no_body_s_files(original, officer, head):
    """Of all cases, that is: what has no source once matched every body's answer."""
    give_file(original.hops.get())
    other = classified(officer)
    actions.answer_here(pk=other.pk, actor=officer)
    reply = actions.draft_reply(pk=other.pk, actor=officer)
    said = {"body": "Đã sửa.", "outcome": Outcome.ANSWERED, "version": reply.version}
    actions.save_reply(pk=reply.pk, actor=officer, **said)
    actions.submit_reply(pk=reply.pk, actor=officer)
    actions.approve_reply(pk=reply.pk, actor=head)
    actions.send_reply(pk=reply.pk, actor=officer)
    publication = actions.prepare_publication(pk=other.pk, actor=officer)
    assert gate.choices(publication) == []


def test_an_answer_sent_before_it_was_joined_stays_its_senders(officer, head):
    one, original = replied(officer, head), classified(officer)
    actions.reopen(pk=one.pk, reason="Chưa rõ ngày làm.")
    actions.merge(pk=one.pk, into=original.pk, actor=officer)
    one.refresh_from_db()
    shown = followed.follow(one, now=timezone.now())
    assert [answer.reply.submission_id for answer in shown.answers] == [one.pk]
    assert shown.due or shown.promise
    assert "ngay dưới đây" not in shown.sentence
