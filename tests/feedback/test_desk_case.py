"""The screen of one submission: what is read, every step, what is refused and what is kept."""

import pytest

from cityweb.core import clocks, workdays
from cityweb.core.models import AuditEntry, Clock, OutboxItem, Role
from feedback import actions
from feedback.models import RoutingRule, Snippet
from feedback.states import Kind, State
from tests.feedback.desk import address, moved, seen_by, take, verbs_of
from tests.feedback.makers import (
    answered,
    classified,
    forwarded,
    mailbox,
    make_body,
    make_submission,
)
from tests.people import client_of, make_person
from tests.shared import shared

pytestmark = pytest.mark.django_db


@shared
def received():
    return make_submission()


@shared
def classified_one(officer):
    return classified(officer)


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


def test_links_of_a_page_that_answers_a_form_lead_to_the_case(desk, received):
    for page in (
        desk.post(f"{address(received)}sender/"),
        take(desk, received, "reject", reason=""),
    ):
        assert 'href="?' not in page.text
        assert f'href="{address(received)}?panel=notes#panel"' in page.text


def test_who_only_reads_is_not_shown_the_sender(client, received):
    client.force_login(make_person(Role.DIRECTOR))
    assert "Xem người gửi" not in client.get(address(received)).text
    assert client.post(f"{address(received)}sender/").status_code == 403


def test_the_screen_says_why_the_deadline_is_what_it_is(desk, received):
    page = desk.get(address(received)).text
    due = Clock.objects.get(subject_id=received.pk, name="reply").due_on
    assert f"Vì sao hạn trả lời là {due:%d/%m/%Y}?" in page
    days = desk.get(f"{address(received)}deadline/").text
    assert "Ngày nhận, không tính" in days
    assert f"{due:%d/%m/%Y}" in days


@pytest.mark.slow
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


def test_accepting_moves_it_and_tells_the_sender(desk, officer, received):
    response = take(desk, received, "accept")
    assert response["Location"] == address(received)
    assert moved(received).state == State.ACCEPTED
    assert moved(received).assigned_to == officer
    assert AuditEntry.objects.filter(verb="feedback.accepted", actor=officer).exists()


def test_a_step_that_is_no_longer_possible_says_so(desk, classified_one):
    response = take(desk, classified_one, "accept")
    assert response.status_code == 409
    assert "không làm được lúc này" in response.text
    assert desk.post(f"{address(classified_one)}do/no-such-step/").status_code == 404


def test_classifying_keeps_to_the_mailbox(desk, received):
    foreign = mailbox("WEBSITE").categories.first()
    fields = {"kind": "report", "category": foreign.pk, "unit": ""}
    response = take(desk, received, "classify", **fields)
    assert response.status_code == 422
    assert moved(received).state == State.SUBMITTED
    take(
        desk, received, "classify", **fields | {"category": received.category_id, "is_urgent": "on"}
    )
    assert (moved(received).state, moved(received).kind) == (State.CLASSIFIED, Kind.REPORT)
    assert moved(received).is_urgent


@pytest.mark.slow
def test_what_lies_at_a_body_is_recalled_before_anything_else(desk, officer):
    hop = forwarded(officer)
    one = hop.submission
    offered = verbs_of(desk.get(address(one)))
    assert {"recall", "renew-link", "promise", "restrict"} <= offered
    assert not {"classify", "forward", "answer-here", "reject"} & offered
    assert take(desk, one, "recall", hop=hop.pk, reason="").status_code == 422
    take(desk, one, "recall", hop=hop.pk, reason="Gửi nhầm")
    assert moved(one).state == State.CLASSIFIED


@pytest.mark.slow
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


@pytest.mark.slow
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


def test_the_sender_is_asked_once(desk, received):
    take(desk, received, "ask", question="Ở số nhà nào?")
    assert moved(received).state == State.NEEDS_INFO
    assert "ask" not in verbs_of(desk.get(address(received)))


@pytest.mark.slow
def test_what_the_sender_reads_is_asked_for(desk, received):
    for verb, field in (("reject", "reason"), ("ask", "question"), ("redirect", "guidance")):
        response = take(desk, received, verb, kind="complaint", **{field: "  "})
        assert response.status_code == 422, verb
    take(desk, received, "redirect", kind="complaint", guidance="Gửi đơn khiếu nại tới…")
    assert moved(received).state == State.REDIRECTED


def test_ready_made_words_fit_mailbox_category_and_state(desk, received):
    use = Snippet.Use.REFUSAL
    Snippet.objects.create(title="Cho mọi nơi", use=use, body="Chung.")
    Snippet.objects.create(title="Hộp khác", use=use, body="-", mailbox=mailbox("WEBSITE"))
    Snippet.objects.create(title="Lúc khác", use=use, body="-", state=State.REOPENED)
    Snippet.objects.create(title="Không dùng nữa", use=use, body="-", is_active=False)
    page = desk.get(address(received), {"do": "reject"}).text
    assert "Cho mọi nơi" in page
    for title in ("Hộp khác", "Lúc khác", "Không dùng nữa"):
        assert title not in page


@pytest.mark.slow
def test_joining_goes_by_code(desk, officer):
    original, twin = classified(officer), make_submission()
    assert take(desk, twin, "merge", into="XD26-NOSUCH").status_code == 422
    take(desk, twin, "merge", into=original.code.lower())
    assert moved(twin).duplicate_of_id == original.pk
    assert twin.code in desk.get(address(original)).text


def test_another_day_is_promised_with_its_reason(desk, classified_one):
    past = take(desk, classified_one, "promise", day="2020-01-01", reason="Chờ hồ sơ")
    assert past.status_code == 422
    assert "Ngày hẹn lại phải sau hôm nay" in past.text
    assert "Chờ hồ sơ" in past.text
    due_on = clocks.of(classified_one, "reply").get().due_on
    day = workdays.calendar().add(due_on, 5)
    take(desk, classified_one, "promise", day=day.isoformat(), reason="Chờ hồ sơ")
    assert classified_one.messages.get().promised_on == day


def test_a_stale_tab_does_not_overwrite_what_somebody_else_decided(client, officer, classified_one):
    client.force_login(officer)
    facts = {
        "kind": "praise",
        "category": classified_one.category_id,
        "seen": seen_by(client, classified_one, "classify"),
    }
    actions.classify(
        pk=classified_one.pk,
        actor=make_person(Role.OFFICER),
        kind=Kind.QUESTION,
        category=classified_one.category,
        is_urgent=True,
    )
    late = take(client, classified_one, "classify", **facts)
    assert late.status_code == 409
    assert "loại nay là “Câu hỏi”; mức khẩn nay là “khẩn”" in late.text
    assert late.context["step_form"]["kind"].value() == "praise"
    assert moved(classified_one).kind == Kind.QUESTION
    facts["seen"] = late.context["seen"]
    assert take(client, classified_one, "classify", **facts).status_code == 302
    assert moved(classified_one).kind == Kind.PRAISE


@pytest.mark.parametrize(
    ("verb", "facts"), [("assign", {"officer": ""}), ("reject", {"reason": "Không rõ."})]
)
def test_every_step_is_refused_when_the_sender_said_more_meanwhile(
    desk, verb, facts, classified_one
):
    mark = seen_by(desk, classified_one, verb)
    assert 'name="seen"' in desk.get(address(classified_one), {"do": verb}).text
    actions.add_information(pk=classified_one.pk, body="Nay đã sập hẳn.")
    assert take(desk, classified_one, verb, seen=mark, **facts).status_code == 409
    assert moved(classified_one).state == State.CLASSIFIED


def test_a_wrong_field_does_not_make_a_stale_tab_fresh(desk, officer, classified_one):
    mark = seen_by(desk, classified_one, "reject")
    actions.set_urgent(pk=classified_one.pk, actor=officer, is_urgent=True)
    page = take(desk, classified_one, "reject", reason="", seen=mark)
    assert (page.status_code, page.context["seen"]) == (422, mark)


def test_what_is_called_a_denunciation_is_kept_from_the_room_at_once(desk, classified_one):
    reader = make_person(Role.DENUNCIATION_READER)
    data = {"kind": Kind.DENUNCIATION}
    led = desk.post(f"{address(classified_one)}do/classify/", data, follow=True)
    assert "đã được cô lập" in led.text
    assert moved(classified_one).is_restricted
    assert desk.get(address(classified_one)).status_code == 404
    assert OutboxItem.objects.filter(dedupe_key__contains=f"restricted-waits:{reader.pk}").exists()
    # Who may see it goes on to say where it belongs.
    client = client_of(reader)
    page = client.get(address(classified_one), {"do": "redirect", "kind": Kind.DENUNCIATION})
    assert page.context["step"].key == "redirect"


@pytest.mark.parametrize("kind", [Kind.COMPLAINT, Kind.DOSSIER])
def test_what_another_law_rules_is_led_its_own_way(desk, kind, classified_one):
    page = desk.get(address(classified_one), {"do": "classify"}).text
    assert kind.label in page
    led = desk.post(f"{address(classified_one)}do/classify/", {"kind": kind}, follow=True)
    assert led.context["step"].key == "redirect"
    assert led.context["step_form"]["kind"].value() == kind
    assert "luật riêng" in led.text or "nộp ở nơi khác" in led.text
    assert moved(classified_one).state == State.CLASSIFIED
