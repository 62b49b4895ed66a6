"""Following a submission by code and secret: what is shown, what may be done, what never leaks."""

import time
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cityweb.core import attachments, workdays
from feedback import actions, codes
from feedback.forms import keys
from feedback.models import Message, Rating
from feedback.reports.followed import SENTENCES
from feedback.states import Kind, State
from tests.feedback.letters import Page
from tests.feedback.makers import answered, classified, forwarded, make_submission, replied
from tests.rows import first_of
from tests.shared import shared

pytestmark = pytest.mark.django_db
PATH = "/gop-y/tra-cuu/"
WRONG = "Mã tra cứu hoặc mã bí mật chưa đúng"


def secret_of(submission):
    return codes.secret_for(submission.token)


def look_up(client, submission, secret=None, path=PATH):
    sent = {"code": submission.code, "secret": secret or secret_of(submission)}
    return Page(client.post(path, sent))


def do(client, page, what, **fields):
    return Page(client.post(f"{PATH}{what}/", {"key": page.value("key"), **fields}))


def hidden_in(page):
    fields = page.tree.xpath("//form[@class='letter']//input[@type='hidden']")
    return {one.get("name"): one.get("value") for one in fields}


@shared
def submission():
    return make_submission()


@shared
def closed(officer, head):
    """One that was answered."""
    return replied(officer, head)


def test_both_codes_open_the_page_however_they_are_typed(citizen, submission):
    typed = {
        "code": f" {submission.code.lower()} ",
        "secret": secret_of(submission).replace("-", " ").lower(),
    }
    assert f"Ý kiến {submission.code}" in Page(citizen.post(PATH, typed)).text


def test_a_wrong_code_and_a_wrong_secret_say_the_same(citizen, submission):
    wrong_secret = citizen.post(PATH, {"code": submission.code, "secret": "AAAAA-AAAAA"})
    wrong_code = citizen.post(PATH, {"code": "XD26-AAAAAAAA", "secret": secret_of(submission)})
    for response in (wrong_secret, wrong_code):
        page = Page(response)
        assert WRONG in page.text
        assert page.status == 200
    kept = [Page(one).text for one in (wrong_secret, wrong_code)]
    assert kept[0] == kept[1]


def test_a_wrong_code_and_a_wrong_secret_ask_the_same_questions(
    citizen, django_assert_num_queries, submission
):
    citizen.get(PATH)
    for code in (submission.code, "XD26-AAAAAAAA"):
        with django_assert_num_queries(1):
            citizen.post(PATH, {"code": code, "secret": "AAAAA-AAAAA"})


def test_nothing_about_a_submission_is_in_addresses_or_caches(citizen, submission):
    page = look_up(citizen, submission)
    assert page.response["Cache-Control"] == "no-store"
    assert not citizen.cookies
    secret, key = (
        page.value("secret") if page.tree.xpath("//*[@name='secret']") else "",
        page.value("key"),
    )
    assert [
        one
        for one in page.tree.xpath("//@href | //@action")
        if key in one or (secret and secret in one)
    ] == []
    assert page.tree.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_the_address_alone_shows_nothing(citizen, submission):
    page = Page(citizen.get(PATH, {"code": submission.code, "secret": secret_of(submission)}))
    assert submission.subject not in page.text


def test_every_state_has_a_sentence_in_plain_words():
    assert set(SENTENCES) == set(State)


def test_the_due_day_is_explained_day_by_day(citizen):
    with time_machine.travel("2026-11-23 09:00+07:00", tick=False):
        page = look_up(citizen, make_submission())
    assert "Trả lời chậm nhất" in page.text
    said = "15 ngày làm việc, mức phục vụ của Phòng, không phải quy định của pháp luật"
    assert said in page.text
    counted = page.tree.xpath("//ol[@class='days']/li[@class='counted']")
    assert len(counted) == 15
    assert "ngày thứ 15" in counted[-1].text_content()
    due = page.tree.xpath("//section[contains(@class, 'due')]//p[@class='day']/time/@datetime")
    assert counted[-1].xpath(".//time/@datetime") == due


def test_before_the_clocks_run_the_promise_is_shown(citizen):
    page = look_up(citizen, make_submission(begun=False))
    assert page.tree.xpath("//section[contains(@class, 'due')]//p[@class='day']/time/@datetime")


def test_the_timeline_tells_every_step_and_keeps_inner_reasons_inside(citizen, officer):
    hop = forwarded(officer)
    actions.return_hop(pk=hop.pk, actor=None, reason="Nội bộ: không phải việc của chúng tôi")
    page = look_up(citizen, hop.submission)
    assert "báo không thuộc thẩm quyền" in page.text
    assert "Nội bộ" not in page.text


def test_when_it_is_late_the_reason_and_the_new_day_are_told(citizen, officer):
    submission = classified(officer)
    later = timezone.now() + timedelta(days=60)
    with time_machine.travel(later):
        assert "Phòng xin lỗi vì chưa trả lời đúng hạn" in look_up(citizen, submission).text
        day = workdays.calendar().next_working(timezone.localdate() + timedelta(days=7))
        actions.promise_day(pk=submission.pk, actor=officer, day=day, reason="Chờ khảo sát.")
        text = look_up(citizen, submission).text
    assert "Đã quá hạn trả lời" in text
    assert f"{day:%d/%m/%Y}" in text
    assert "Chờ khảo sát." in text


def test_missing_information_is_supplied_with_files_and_the_clock_goes_on(
    citizen, officer, submission
):
    actions.ask_sender(pk=submission.pk, actor=officer, question="Xin cho biết số nhà.")
    page = look_up(citizen, submission)
    (asked,) = page.tree.xpath("//form//div[@class='asked']")
    assert "Xin cho biết số nhà." in asked.text_content()
    assert "Thời hạn đang tạm dừng" in page.text
    file = SimpleUploadedFile("so-nha.txt", b"So 12")
    page = do(citizen, page, "bo-sung", body="Số 12", ticket=page.value("ticket"), files=[file])
    assert "Đã nhận thông tin bổ sung" in page.text
    message = Message.objects.get(purpose="addition")
    assert [one.name for one in attachments.of(message)] == ["so-nha.txt"]
    submission.refresh_from_db()
    assert submission.state == State.SUBMITTED


def test_the_same_words_sent_twice_are_one_message(citizen, submission):
    page = look_up(citizen, submission)
    for _ in range(2):
        do(citizen, page, "bo-sung", body="Thêm: hẻm rộng 3 m", ticket=page.value("ticket"))
    assert Message.objects.filter(purpose="addition").count() == 1


def test_an_empty_addition_says_what_is_missing(citizen, submission):
    page = do(citizen, look_up(citizen, submission), "bo-sung", body=" ")
    assert page.errors() == {"body": "Xin ghi điều cần bổ sung."}


def test_a_refused_file_costs_neither_words_nor_good_files(citizen, submission):
    page = look_up(citizen, submission)
    sent = [SimpleUploadedFile("tot.txt", b"So 12"), SimpleUploadedFile("xau.exe", b"MZ" * 40)]
    words = "Số 12,\ncạnh đình"
    wrong = do(citizen, page, "bo-sung", body=words, ticket=page.value("ticket"), files=sent)
    assert wrong.status == 422 and "xau.exe" in wrong.errors()["files"]
    assert wrong.value("body").strip() == words and "tot.txt" in wrong.text
    do(citizen, wrong, "bo-sung", body=words, ticket=wrong.value("ticket"))
    message = Message.objects.get(purpose="addition")
    assert message.body == words
    assert [one.name for one in attachments.of(message)] == ["tot.txt"]


def test_a_waiting_file_is_taken_back_and_the_words_stay(citizen, submission):
    page = look_up(citizen, submission)
    file = SimpleUploadedFile("tot.txt", b"So 12")
    page = do(citizen, page, "bo-sung", body=" ", ticket=page.value("ticket"), files=[file])
    (key,) = page.tree.xpath("//button[@name='remove_file']/@value")
    sent = {"body": "Số 12", "ticket": page.value("ticket"), "remove_file": key}
    page = do(citizen, page, "bo-sung", **sent)
    assert page.value("body").strip() == "Số 12" and not page.errors()
    assert not page.tree.xpath("//button[@name='remove_file']") and not Message.objects.exists()


def test_words_that_can_no_longer_be_sent_are_shown_to_be_copied(citizen, officer, submission):
    page = look_up(citizen, submission)
    actions.reject(pk=submission.pk, actor=officer, reason="Trùng việc đã trả lời.")
    late = do(citizen, page, "bo-sung", body="Còn điều này nữa.")
    assert late.status == 409 and "Ý kiến đã kết thúc" in late.text
    assert "Còn điều này nữa." in late.text


def test_the_answer_is_read_with_its_outcome(citizen, closed):
    page = look_up(citizen, closed)
    assert "Đơn vị đã thay nắp cống." in page.text
    assert "Đã trả lời đầy đủ" in page.text


def test_a_draft_of_the_answer_is_not_shown(citizen, officer):
    hop = answered(officer)
    actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    assert "Đã thay nắp cống." not in look_up(citizen, hop.submission).text


def test_an_answer_is_rated_once_and_only_by_sending(citizen, closed):
    page = look_up(citizen, closed)
    assert citizen.get(f"{PATH}danh-gia/").status_code == 405
    rated = do(citizen, page, "danh-gia", stars="4", comment="Nhanh")
    assert "Đã ghi nhận đánh giá" in rated.text
    twice = do(citizen, page, "danh-gia", stars="4", comment="Nhanh")
    assert twice.status == 200 and "Đã ghi nhận đánh giá" in twice.text
    again = do(citizen, page, "danh-gia", stars="1")
    assert "Ông/bà đã đánh giá rồi" in again.text
    assert Rating.objects.get().stars == 4


@pytest.mark.parametrize("stars", ["", "0", "6", "x"])
def test_a_rating_is_one_to_five(citizen, stars, closed):
    page = look_up(citizen, closed)
    do(citizen, page, "danh-gia", stars=stars)
    assert not Rating.objects.exists()


def test_it_is_reopened_once_with_a_reason(citizen, closed):
    page = look_up(citizen, closed)
    assert do(citizen, page, "xem-lai", reason=" ").errors() == {
        "reason": "Xin cho biết điều gì chưa được giải quyết."
    }
    for _ in range(2):
        assert "Đã nhận đề nghị xem lại" in do(citizen, page, "xem-lai", reason="Vẫn vỡ").text
    assert closed.messages.filter(purpose="reopening").count() == 1
    closed.refresh_from_db()
    assert closed.state == State.REOPENED
    assert not look_up(citizen, closed).tree.xpath("//form[contains(@action, 'xem-lai')]")


def test_consent_to_the_name_is_taken_back(citizen):
    submission = make_submission(may_publish_name=True)
    page = do(citizen, look_up(citizen, submission), "rut-dong-y")
    assert "Đã rút đồng ý" in page.text
    submission.refresh_from_db()
    assert not submission.may_publish_name


def test_the_sender_asks_about_their_data(citizen, submission):
    page = look_up(citizen, submission)
    wrong = do(citizen, page, "du-lieu", kind="")
    assert "Xin chọn một yêu cầu." in wrong.text
    asked = do(citizen, page, "du-lieu", kind="delete", text="Xóa giúp tôi.")
    assert "Đã nhận yêu cầu về dữ liệu cá nhân" in asked.text
    assert submission.data_requests.get().kind == "delete"
    assert "đang chờ quyết định" in do(citizen, page, "du-lieu", kind="delete").text


def test_the_key_ends_after_half_an_hour(citizen, submission):
    page = look_up(citizen, submission)
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        over = do(citizen, page, "bo-sung", body="Muộn")
    assert "Đã quá 30 phút" in over.text
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("what", "typed"),
    [
        ("bo-sung", {"body": "Dòng một\nDòng hai"}),
        ("xem-lai", {"reason": "Vẫn vỡ"}),
        ("danh-gia", {"stars": "2", "comment": "Chậm"}),
        ("du-lieu", {"kind": "rectify", "text": "Tên tôi là Bế"}),
    ],
)
def test_what_was_typed_goes_through_asking_for_both_codes_again(citizen, what, typed, closed):
    opened = closed if what != "bo-sung" else make_submission()
    over = Page(citizen.post(f"{PATH}{what}/", {"key": "x", **typed}))
    assert "Chữ đã gõ còn nguyên" in over.text
    hidden = hidden_in(over)
    wrong = Page(citizen.post(PATH, hidden | {"code": opened.code, "secret": "AAAAA-AAAAA"}))
    hidden = hidden_in(wrong)
    page = Page(citizen.post(PATH, hidden | {"code": opened.code, "secret": secret_of(opened)}))
    assert "chưa gửi" in page.text and not page.errors()
    (form,) = page.tree.xpath(f"//form[contains(@action, '{what}')]")
    for name, words in typed.items():
        (field, *rest) = form.xpath(f".//*[@name='{name}']")
        chosen = form.xpath(f".//*[@name='{name}'][@checked]/@value | .//option[@selected]/@value")
        assert words in ((field.text_content().strip(), *chosen) if not rest else chosen)


def test_files_sent_after_the_key_ended_wait_for_both_codes(citizen, submission):
    page = look_up(citizen, submission)
    file = SimpleUploadedFile("so-nha.txt", b"So 12")
    sent = {"key": "x", "body": "Số 12", "ticket": page.value("ticket"), "files": [file]}
    over = Page(citizen.post(f"{PATH}bo-sung/", sent))
    hidden = hidden_in(over)
    both = {"code": submission.code, "secret": secret_of(submission)}
    assert "so-nha.txt" in Page(citizen.post(PATH, hidden | both)).text


@pytest.mark.parametrize("what", ["bo-sung", "xem-lai", "danh-gia", "rut-dong-y"])
@pytest.mark.parametrize("key", first_of(["1", "", "1:a:b", "\x00"]))
def test_a_forged_key_opens_nothing(citizen, what, key):
    make_submission()
    page = Page(
        citizen.post(f"{PATH}{what}/", {"key": key, "body": "x", "reason": "x", "stars": 5})
    )
    assert "Ý kiến" not in page.tree.xpath("//h1")[0].text_content()
    assert not Message.objects.exists()


def test_own_files_open_and_foreign_ones_do_not_exist(citizen):
    mine, theirs = make_submission(), make_submission()
    kept = {}
    for owner in (mine, theirs):
        file = SimpleUploadedFile("anh.txt", f"của {owner.code}".encode())
        kept[owner] = attachments.take(file, name="anh.txt", kinds=attachments.MAILBOX, owner=owner)
    key = keys.issue(mine.pk)
    opened = citizen.post(f"{PATH}tep/{kept[mine].key}/", {"key": key})
    assert b"".join(opened.streaming_content) == f"của {mine.code}".encode()
    assert opened["Content-Disposition"].startswith("attachment")
    assert citizen.post(f"{PATH}tep/{kept[theirs].key}/", {"key": key}).status_code == 404
    assert citizen.post(f"{PATH}tep/{kept[mine].key}/", {"key": "x"}).status_code == 404
    assert citizen.get(f"/tep/{kept[mine].key}/").status_code == 404


def test_the_address_of_a_file_asks_for_both_codes(citizen, submission):
    file = SimpleUploadedFile("anh.txt", b"mot hai")
    kept = attachments.take(file, name="anh.txt", kinds=attachments.MAILBOX, owner=submission)
    asked = Page(citizen.get(f"{PATH}tep/{kept.key}/"))
    sent = hidden_in(asked) | {"code": submission.code, "secret": secret_of(submission)}
    assert b"".join(citizen.post(PATH, sent).streaming_content) == b"mot hai"
    other = make_submission()
    sent |= {"code": other.code, "secret": secret_of(other)}
    assert "không có tệp đó" in Page(citizen.post(PATH, sent)).text


def test_one_that_was_joined_shows_the_answer_and_nothing_of_the_other_sender(
    citizen, officer, head
):
    original = replied(
        officer, head, sender_name="Người Khác", subject="Chuyện riêng của người khác"
    )
    follower = classified(officer)
    actions.merge(pk=follower.pk, into=original.pk, actor=officer)
    assert "Đơn vị đã thay nắp cống." not in look_up(citizen, follower).text
    actions.share_answer(pk=original.pk, actor=officer, body="Đơn vị đã thay nắp cống.")
    page = look_up(citizen, follower)
    assert "Đơn vị đã thay nắp cống." in page.text
    assert "Người Khác" not in page.text
    assert "Chuyện riêng" not in page.text


def test_who_was_sent_elsewhere_reads_where(citizen, officer, submission):
    actions.redirect_elsewhere(
        pk=submission.pk, actor=officer, kind=Kind.COMPLAINT, guidance="Gửi Ban Tiếp công dân."
    )
    assert "Gửi Ban Tiếp công dân." in look_up(citizen, submission).text


def test_the_page_asks_a_bounded_number_of_questions(
    citizen, django_assert_max_num_queries, closed
):
    look_up(citizen, closed)
    with django_assert_max_num_queries(22):
        look_up(citizen, closed)


def test_who_misses_often_is_slowed_down_and_the_right_pair_opens_all_the_same(citizen, submission):
    for _ in range(8):
        look_up(citizen, submission, "AAAAA-AAAAA")
    slowed = look_up(citizen, submission, "AAAAA-AAAAA")
    assert WRONG in slowed.text and "chờ thêm vài giây" in slowed.text
    assert f"Ý kiến {submission.code}" in look_up(citizen, submission).text
    challenge = slowed.value("challenge")
    with time_machine.travel(time.time() + 20):
        sent = {"code": submission.code, "secret": "AAAAA-AAAAA", "challenge": challenge}
        later = Page(citizen.post(PATH, sent)).text
    assert WRONG in later and "chờ thêm vài giây" not in later


def test_the_office_going_to_and_fro_is_told_once(citizen, officer, head):
    hop = answered(officer)
    actions.classify(
        pk=hop.submission_id, actor=officer, kind=Kind.REPORT, category=hop.submission.category
    )
    actions.answer_here(pk=hop.submission_id, actor=officer)
    reply = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    for _ in range(2):
        actions.submit_reply(pk=reply.pk, actor=officer)
        actions.return_reply(pk=reply.pk, actor=head, reason="Sửa câu đầu.")
    titles = look_up(citizen, hop.submission).tree.xpath("//ol[@class='timeline']//h3/text()")
    assert len(titles) == len(set(titles))
    assert "Phòng đang duyệt trả lời" in titles


def test_who_supplied_what_was_asked_is_where_they_were_before(citizen, officer, submission):
    actions.accept(pk=submission.pk, actor=officer)
    actions.ask_sender(pk=submission.pk, actor=officer, question="Hẻm nào?")
    actions.add_information(pk=submission.pk, body="Hẻm 12.")
    submission.refresh_from_db()
    assert submission.state == State.ACCEPTED
    page = look_up(citizen, submission)
    assert "Phòng đã nhận thông tin bổ sung" in page.text
    titles = page.tree.xpath("//ol[@class='timeline']//h3/text()")
    assert titles.count("Phòng đã tiếp nhận") == 1


def test_what_is_too_long_to_be_a_code_is_said_so(citizen):
    page = Page(citizen.post(PATH, {"code": "XD26-7K4F9QM3", "secret": "x" * 41}))
    assert page.errors() == {"secret": "Mã này dài quá. Xin xem lại, chỉ ghi mã."}
