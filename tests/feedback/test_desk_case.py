"""The screen of one submission: what is read, every step, what is refused and what is kept."""

import re

import pytest
from django.utils import timezone

from cityweb.core.models import AuditEntry, Clock, Role
from feedback import actions
from feedback.models import Note, Presence, RoutingRule, Snippet, Submission
from feedback.states import Kind, ReplyState, State
from tests.feedback.makers import (
    answered,
    classified,
    forwarded,
    mailbox,
    make_body,
    make_submission,
    replied,
)
from tests.people import make_person

pytestmark = pytest.mark.django_db
LIST = "/nghiep-vu/feedback/"


@pytest.fixture
def desk(client, officer):
    """A browser in which the officer is signed in."""
    client.force_login(officer)
    return client


def address(one):
    return f"{LIST}{getattr(one, 'code', one)}/"


def take(browser, one, verb, **fields):
    return browser.post(f"{address(one)}do/{verb}/", fields)


def verbs_of(page):
    return {page.context["step"].key if page.context["step"] else ""} | {
        verb.key for verb in [*page.context["other_steps"], *page.context["grave_steps"]]
    }


def moved(one):
    return Submission.objects.get(pk=one.pk)


def test_the_text_is_read_but_not_who_wrote_it(desk):
    one = make_submission(sender_phone="0901234567")
    page = desk.get(address(one)).text
    assert "Nắp cống giữa hẻm vỡ một nửa" in page
    assert "Nguyễn Văn Thử" not in page
    assert "0901234567" not in page


def test_a_look_at_the_sender_is_written_down(desk, officer):
    one = make_submission(sender_phone="0901234567")
    page = desk.post(f"{address(one)}sender/").text
    assert "Nguyễn Văn Thử" in page
    assert "0901234567" in page
    entry = AuditEntry.objects.get(verb="feedback.sender_viewed")
    assert (entry.actor, entry.target_label) == (officer, one.code)


def test_links_of_a_page_that_answers_a_form_lead_to_the_case(desk):
    one = make_submission()
    for page in (desk.post(f"{address(one)}sender/"), take(desk, one, "reject", reason="")):
        assert 'href="?' not in page.text
        assert f'href="{address(one)}?panel=notes#panel"' in page.text


def test_who_only_reads_is_not_shown_the_sender(client):
    client.force_login(make_person(Role.DIRECTOR))
    one = make_submission()
    assert "Xem người gửi" not in client.get(address(one)).text
    assert client.post(f"{address(one)}sender/").status_code == 403


def test_the_screen_says_why_the_deadline_is_what_it_is(desk):
    one = make_submission()
    page = desk.get(address(one)).text
    due = Clock.objects.get(subject_id=one.pk, name="reply").due_on
    assert f"Vì sao hạn trả lời là {due:%d/%m/%Y}?" in page
    days = desk.get(f"{address(one)}deadline/").text
    assert "Ngày nhận, không tính" in days
    assert f"{due:%d/%m/%Y}" in days


def test_each_state_offers_its_next_step_first(desk, officer, head):
    def first(one):
        step = desk.get(address(one)).context["step"]
        return step.key if step else None

    assert first(make_submission()) == "accept"
    assert first(make_submission(is_suspected_spam=True)) == "not-spam"
    assert first(classified(officer)) == "forward"
    hop = forwarded(officer)
    assert first(hop.submission) is None
    done = answered(officer).submission
    assert first(done) == "draft"
    take(desk, done, "draft")
    assert first(done) is None


def test_accepting_moves_it_and_tells_the_sender(desk, officer):
    one = make_submission()
    response = take(desk, one, "accept")
    assert response["Location"] == address(one)
    assert moved(one).state == State.ACCEPTED
    assert moved(one).assigned_to == officer
    assert AuditEntry.objects.filter(verb="feedback.accepted", actor=officer).exists()


def test_a_step_that_is_no_longer_possible_says_so(desk, officer):
    one = classified(officer)
    response = take(desk, one, "accept")
    assert response.status_code == 409
    assert "không làm được lúc này" in response.text
    assert desk.post(f"{address(one)}do/no-such-step/").status_code == 404


def test_classifying_keeps_to_the_mailbox(desk):
    one = make_submission()
    foreign = mailbox("WEBSITE").categories.first()
    fields = {"kind": "report", "category": foreign.pk, "unit": ""}
    response = take(desk, one, "classify", **fields)
    assert response.status_code == 422
    assert moved(one).state == State.SUBMITTED
    take(desk, one, "classify", **fields | {"category": one.category_id, "is_urgent": "on"})
    assert (moved(one).state, moved(one).kind) == (State.CLASSIFIED, Kind.REPORT)
    assert moved(one).is_urgent


def test_what_lies_at_a_body_is_recalled_before_anything_else(desk, officer):
    hop = forwarded(officer)
    one = hop.submission
    offered = verbs_of(desk.get(address(one)))
    assert {"recall", "renew-link", "promise"} <= offered
    assert not {"classify", "forward", "answer-here", "restrict", "reject"} & offered
    assert take(desk, one, "recall", hop=hop.pk, reason="").status_code == 422
    take(desk, one, "recall", hop=hop.pk, reason="Gửi nhầm")
    assert moved(one).state == State.CLASSIFIED


def test_a_hop_of_another_case_is_no_choice(desk, officer):
    mine, other = forwarded(officer), forwarded(officer, make_body("Sở khác"))
    response = take(desk, mine.submission, "recall", hop=other.pk, reason="Nhầm")
    assert response.status_code == 422
    other.refresh_from_db()
    assert other.is_open


def rule_for(one, body):
    return RoutingRule.objects.create(
        mailbox=one.mailbox, category=one.category, organisation=body, valid_from="2020-01-01"
    )


def test_the_proposal_explains_itself_and_is_overruled_with_a_reason(desk, officer):
    one, body, other = classified(officer), make_body("Sở Một"), make_body("Sở Hai")
    rule_for(one, body)
    page = desk.get(address(one)).text
    assert "Đề xuất: <b>Sở Một</b>" in page
    assert "Quy tắc áp dụng từ 01/01/2020" in page
    refused = take(desk, one, "forward", organisation=other.pk, message="Kính chuyển")
    assert refused.status_code == 422
    assert "vì sao không chuyển theo đề xuất" in refused.text
    assert "Kính chuyển" in refused.text
    take(desk, one, "forward", organisation=other.pk, why="Sở Hai quản lý tuyến này")
    hop = one.hops.get()
    assert (hop.organisation, hop.why) == (other, "Sở Hai quản lý tuyến này")
    assert not hop.shares_sender


def test_a_body_that_nobody_reaches_is_refused_with_what_was_typed(desk, officer):
    one, body = classified(officer), make_body("Sở Ba", contact=False)
    rule_for(one, body)
    response = take(desk, one, "forward", organisation=body.pk, message="Xin trả lời sớm")
    assert response.status_code == 409
    assert "chưa có đầu mối nhận" in response.text
    assert "Xin trả lời sớm" in response.text
    assert moved(one).state == State.CLASSIFIED


def test_the_sender_is_asked_once(desk):
    one = make_submission()
    take(desk, one, "ask", question="Ở số nhà nào?")
    assert moved(one).state == State.NEEDS_INFO
    assert "ask" not in verbs_of(desk.get(address(one)))


def test_what_the_sender_reads_is_asked_for(desk):
    one = make_submission()
    for verb, field in (("reject", "reason"), ("ask", "question"), ("redirect", "guidance")):
        response = take(desk, one, verb, kind="complaint", **{field: "  "})
        assert response.status_code == 422, verb
    take(desk, one, "redirect", kind="complaint", guidance="Gửi đơn khiếu nại tới…")
    assert moved(one).state == State.REDIRECTED


def test_ready_made_words_fit_mailbox_category_and_state(desk):
    one = make_submission()
    use = Snippet.Use.REFUSAL
    Snippet.objects.create(title="Cho mọi nơi", use=use, body="Chung.")
    Snippet.objects.create(title="Hộp khác", use=use, body="-", mailbox=mailbox("WEBSITE"))
    Snippet.objects.create(title="Lúc khác", use=use, body="-", state=State.REOPENED)
    Snippet.objects.create(title="Không dùng nữa", use=use, body="-", is_active=False)
    page = desk.get(address(one), {"do": "reject"}).text
    assert "Cho mọi nơi" in page
    for title in ("Hộp khác", "Lúc khác", "Không dùng nữa"):
        assert title not in page


def test_joining_goes_by_code(desk, officer):
    original, twin = classified(officer), make_submission()
    assert take(desk, twin, "merge", into="XD26-NOSUCH").status_code == 422
    take(desk, twin, "merge", into=original.code.lower())
    assert moved(twin).duplicate_of_id == original.pk
    assert twin.code in desk.get(address(original)).text


def test_another_day_is_promised_with_its_reason(desk, officer):
    one = classified(officer)
    past = take(desk, one, "promise", day="2020-01-01", reason="Chờ hồ sơ")
    assert past.status_code == 409
    assert "Ngày hẹn lại phải sau hôm nay" in past.text
    assert "Chờ hồ sơ" in past.text
    day = timezone.localdate() + timezone.timedelta(days=9)
    take(desk, one, "promise", day=day.isoformat(), reason="Chờ hồ sơ")
    assert one.messages.get().promised_on == day


# The reply


def draft(desk, officer):
    one = answered(officer).submission
    take(desk, one, "draft")
    return one, one.replies.get()


def test_a_reply_begins_with_the_bodys_answer_and_shows_what_changed(desk, officer):
    one, reply = draft(desk, officer)
    assert reply.body == "Đã thay nắp cống."
    take(desk, one, "save", body="Đã thay nắp cống mới.", outcome="partly", version=1)
    page = desk.get(address(one), {"panel": "reply"}).text
    assert "Đã thay nắp cống<ins> mới</ins>." in page
    reply.refresh_from_db()
    assert (reply.outcome, reply.version) == ("partly", 2)


def test_whoever_saves_late_keeps_their_words_and_sees_the_newer_ones(desk, officer):
    one, reply = draft(desk, officer)
    take(desk, one, "save", body="Bản của đồng nghiệp", outcome="answered", version=1)
    response = take(desk, one, "save", body="Bản của tôi", outcome="answered", version=1)
    assert response.status_code == 409
    assert "Người khác vừa lưu bản mới hơn" in response.text
    assert "Bản của tôi" in response.text
    assert "Bản của đồng nghiệp" in response.text
    reply.refresh_from_db()
    assert reply.body == "Bản của đồng nghiệp"


def test_a_reply_is_reviewed_approved_and_sent_in_two_steps(client, desk, officer, head):
    one, reply = draft(desk, officer)
    take(desk, one, "submit", body="Đã thay nắp cống.", outcome="answered", version=1)
    reply.refresh_from_db()
    assert reply.state == ReplyState.IN_REVIEW
    assert not {"approve", "return", "send"} & verbs_of(desk.get(address(one)))
    client.force_login(head)
    page = client.get(address(one))
    assert page.context["step"].key == "approve"
    assert "Nắp cống giữa hẻm vỡ một nửa" in page.text
    assert "Nguyên văn trả lời của" in page.text
    take(client, one, "approve")
    assert moved(one).state == State.REPLY_REVIEW
    assert client.get(address(one)).context["step"].key == "send"
    take(client, one, "send")
    assert moved(one).state == State.REPLIED
    reply.refresh_from_db()
    assert (reply.author, reply.approver) == (officer, head)


def test_an_approver_gives_back_with_a_reason(client, desk, officer, head):
    one, reply = draft(desk, officer)
    take(desk, one, "submit", body="Đã thay.", outcome="answered", version=1)
    client.force_login(head)
    assert take(client, one, "return", reason="").status_code == 422
    take(client, one, "return", reason="Thêm ngày hoàn thành.")
    client.force_login(officer)
    assert "Thêm ngày hoàn thành." in client.get(address(one)).text


def test_nobody_approves_their_own_reply(client, head):
    one = answered(make_person(Role.OFFICER)).submission
    client.force_login(head)
    take(client, one, "draft")
    take(client, one, "submit", body="Đã thay.", outcome="answered", version=1)
    response = take(client, one, "approve")
    assert response.status_code == 409
    assert "không tự duyệt" in response.text
    assert one.replies.get().state == ReplyState.IN_REVIEW


# Beside the case


def test_a_note_names_colleagues_who_find_it(desk, client, officer):
    lan = make_person(Role.OFFICER, full_name="Lan", email="lan.pt@cityweb.example")
    one = classified(officer)
    take(desk, one, "note", body="Nhờ @lan.pt xem giúp.")
    assert [*Note.objects.get().mentions.all()] == [lan]
    client.force_login(lan)
    listed = client.get(LIST, {"heap": "mentioned"})
    assert [row.submission.code for row in listed.context["page"].rows] == [one.code]
    take(client, one, "note", body="Đã xem.")
    assert not client.get(LIST, {"heap": "mentioned"}).context["page"].rows


def test_a_note_for_nobody_keeps_its_words(desk, officer):
    response = take(desk, classified(officer), "note", body="Nhờ @khong.co xem.")
    assert response.status_code == 409
    assert "Không có ai tên" in response.text
    assert "Nhờ @khong.co xem." in response.text
    assert not Note.objects.exists()


def test_a_reader_may_note_but_not_decide(client, officer):
    one = classified(officer)
    client.force_login(make_person(Role.DIRECTOR))
    take(client, one, "note", body="Lưu ý tiến độ.")
    assert Note.objects.count() == 1
    assert take(client, one, "reject", reason="Không").status_code == 409
    assert moved(one).state == State.CLASSIFIED


def test_two_who_open_the_same_case_see_each_other(client, officer):
    one, other = make_submission(), make_person(Role.OFFICER, full_name="Trần Thứ Hai")
    client.force_login(other)
    client.get(address(one))
    client.force_login(officer)
    assert re.search(
        r"Đang mở cùng lúc: <b data-others>Trần Thứ Hai", client.get(address(one)).text
    )
    answer = client.post(f"{address(one)}presence/").json()
    assert answer == {"others": ["Trần Thứ Hai"]}
    Presence.objects.filter(person=other).update(
        seen_at=timezone.now() - timezone.timedelta(minutes=2)
    )
    assert client.post(f"{address(one)}presence/").json() == {"others": []}


def test_the_timeline_tells_what_happened_and_why_inside(desk, officer):
    one = replied(officer)
    page = desk.get(address(one), {"panel": "timeline"}).text
    for words in ("Mới gửi", "Đã chuyển cơ quan", "Cơ quan đã trả lời", "Đã trả lời"):
        assert words in page


def test_the_head_holds_a_case_and_lets_go_with_reasons(client, head):
    one = make_submission()
    client.force_login(head)
    assert "hold" in verbs_of(client.get(address(one)))
    assert take(client, one, "hold", reason=" ").status_code == 422

    take(client, one, "hold", reason="Công văn 12/CSĐT.")
    page = client.get(address(one))
    assert "Đang giữ hồ sơ" in page.text and "Công văn 12/CSĐT." in page.text
    assert head.full_name in page.text
    assert "lift-hold" in verbs_of(page) and "hold" not in verbs_of(page)
    assert take(client, one, "hold", reason="Lần nữa").status_code == 409

    take(client, one, "lift-hold", reason="Vụ việc đã xong.")
    assert "Đang giữ hồ sơ" not in client.get(address(one)).text
    reasons = AuditEntry.objects.filter(verb__in=["feedback.held", "feedback.hold_lifted"])
    assert {entry.reason for entry in reasons} == {"Công văn 12/CSĐT.", "Vụ việc đã xong."}


def test_an_officer_reads_of_a_hold_but_neither_sets_nor_lifts_it(desk, head):
    one = make_submission()
    assert "hold" not in verbs_of(desk.get(address(one)))
    actions.hold(pk=one.pk, actor=head, reason="Theo yêu cầu của tòa án.")
    page = desk.get(address(one))
    assert "Theo yêu cầu của tòa án." in page.text
    assert "lift-hold" not in verbs_of(page)
    assert take(desk, one, "lift-hold", reason="Thử").status_code == 409
    assert moved(one).hold


def test_an_address_of_mail_in_a_note_mentions_nobody(desk):
    one = make_submission()
    take(desk, one, "note", body="Đã viết cho ong.nam@nguoidan.example hôm nay.")
    assert not Note.objects.get().mentions.exists()


def seen_by(browser, one, verb):
    """Return the mark that stands in the form of a step as this browser has it open."""
    page = browser.get(address(one), {"do": verb})
    return page.context["seen"]


def test_a_stale_tab_does_not_overwrite_what_somebody_else_decided(client, officer):
    one = classified(officer)
    client.force_login(officer)
    facts = {
        "kind": "praise",
        "category": one.category_id,
        "seen": seen_by(client, one, "classify"),
    }
    actions.classify(
        pk=one.pk,
        actor=make_person(Role.OFFICER),
        kind=Kind.QUESTION,
        category=one.category,
        is_urgent=True,
    )
    late = take(client, one, "classify", **facts)
    assert late.status_code == 409
    assert "loại nay là “Câu hỏi”; mức khẩn nay là “khẩn”" in late.text
    assert late.context["step_form"]["kind"].value() == "praise"
    assert moved(one).kind == Kind.QUESTION
    facts["seen"] = late.context["seen"]
    assert take(client, one, "classify", **facts).status_code == 302
    assert moved(one).kind == Kind.PRAISE


@pytest.mark.parametrize(
    ("verb", "facts"), [("assign", {"officer": ""}), ("reject", {"reason": "Không rõ."})]
)
def test_every_step_is_refused_when_the_sender_said_more_meanwhile(desk, officer, verb, facts):
    one = classified(officer)
    mark = seen_by(desk, one, verb)
    assert 'name="seen"' in desk.get(address(one), {"do": verb}).text
    actions.add_information(pk=one.pk, body="Nay đã sập hẳn.")
    assert take(desk, one, verb, seen=mark, **facts).status_code == 409
    assert moved(one).state == State.CLASSIFIED


def test_a_wrong_field_does_not_make_a_stale_tab_fresh(desk, officer):
    one = classified(officer)
    mark = seen_by(desk, one, "reject")
    actions.set_urgent(pk=one.pk, actor=officer, is_urgent=True)
    page = take(desk, one, "reject", reason="", seen=mark)
    assert (page.status_code, page.context["seen"]) == (422, mark)


@pytest.mark.parametrize("kind", [Kind.COMPLAINT, Kind.DENUNCIATION, Kind.DOSSIER])
def test_what_another_law_rules_is_led_its_own_way(desk, officer, kind):
    one = classified(officer)
    page = desk.get(address(one), {"do": "classify"}).text
    assert kind.label in page
    led = desk.post(f"{address(one)}do/classify/", {"kind": kind}, follow=True)
    assert led.context["step"].key == "redirect"
    assert led.context["step_form"]["kind"].value() == kind
    assert "luật riêng" in led.text or "nộp ở nơi khác" in led.text
    assert moved(one).state == State.CLASSIFIED


def test_a_reply_that_names_others_is_approved_only_knowingly(client, officer, head):
    hop = answered(officer, sender_name="Trần Thị Bê", sender_phone="0903123456")
    reply = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    body = "Kính gửi bà Trần Thị Bê, 0903 123 456.\nNgười vi phạm: ông Lê Văn Xê, 079185001234."
    facts = {"body": body, "outcome": "answered", "version": reply.version}
    client.force_login(officer)
    page = client.get(address(hop.submission), {"panel": "reply"})
    assert page.context["private"] == []
    page = client.post(f"{address(hop.submission)}do/submit/", facts, follow=True)
    assert [piece.text for piece in page.context["private"]] == ["Lê Văn Xê", "079185001234"]
    client.force_login(head)
    refused = take(client, hop.submission, "approve")
    assert refused.status_code == 422
    assert "Tôi đã xem, cần nêu trong trả lời này" in refused.text
    assert take(client, hop.submission, "approve", has_seen="on").status_code == 302
    reply.refresh_from_db()
    assert reply.state == ReplyState.APPROVED
