"""The list of submissions: what it shows to whom, in which order, how fast, and many at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cityweb.core.models import AdminUnit, Clock, Role
from feedback import actions, queues
from feedback.models import Category, SavedView, Submission
from feedback.reports import queue as report
from feedback.states import Kind, State
from tests.feedback.makers import answered, classified, forwarded, mailbox, make_submission, replied
from tests.people import make_person

pytestmark = pytest.mark.django_db
LIST = "/nghiep-vu/feedback/"


def codes_on(response):
    return [row.submission.code for row in response.context["page"].rows]


def due_in(submission, **delta):
    moment = timezone.now() + timedelta(**delta)
    clocks = Clock.objects.filter(subject_id=submission.pk)
    clocks.update(due_at=moment, received_at=moment - timedelta(days=30))


def test_what_is_due_first_stands_first_and_what_waits_for_the_sender_last(desk, officer):
    later, sooner, paused = (make_submission() for _ in range(3))
    actions.accept(pk=paused.pk, actor=officer)
    actions.ask_sender(pk=paused.pk, actor=officer, question="Ở đâu?")
    due_in(later, days=5)
    due_in(sooner, days=2)
    due_in(paused, days=1)
    assert codes_on(desk.get(LIST)) == [sooner.code, later.code, paused.code]


def test_a_submission_without_any_clock_is_listed_at_the_end(desk):
    without = make_submission(begun=False)
    with_clock = make_submission()
    assert codes_on(desk.get(LIST)) == [with_clock.code, without.code]


def test_the_newest_come_first_when_asked_so(desk):
    old = make_submission(received_at=timezone.now() - timedelta(days=3))
    new = make_submission()
    assert codes_on(desk.get(LIST, {"sort": "received"})) == [new.code, old.code]


@pytest.mark.slow
def test_how_each_deadline_stands_is_said_in_words(desk):
    late, today, fine = (make_submission() for _ in range(3))
    due_in(late, days=-2, hours=-1)
    Clock.objects.filter(subject_id=today.pk).update(
        due_at=timezone.localtime().replace(hour=23, minute=59, second=59)
    )
    due_in(fine, days=3)
    page = desk.get(LIST)
    words = {row.submission.code: row.deadline for row in page.context["page"].rows}
    assert words[late.code].words.startswith("Quá 2 ngày")
    assert words[today.code].colour == "soon"
    assert words[fine.code].words == "Còn 3 ngày"
    counts = {one["key"]: one["count"] for one in page.context["colours"]}
    assert counts == {"late": 1, "soon": 1, "fine": 1, "paused": 0}
    assert {one["key"]: one["count"] for one in page.context["states"]}["submitted"] == 3
    for colour, one in (("late", late), ("soon", today), ("fine", fine)):
        assert codes_on(desk.get(LIST, {"colour": colour})) == [one.code]
        assert codes_on(desk.get(LIST, {"colour": colour, "sort": "received"})) == [one.code]


@pytest.mark.slow
def test_each_filter_keeps_what_it_names(desk, officer):
    unit = AdminUnit.objects.filter(valid_to__isnull=True, kind="ward").first()
    website = mailbox("WEBSITE")
    there = make_submission(mailbox=website, unit=unit)
    make_submission()
    done = actions.classify(
        pk=there.pk, actor=officer, kind=Kind.PETITION, category=there.category, unit=unit
    )
    actions.set_urgent(pk=done.pk, actor=officer, is_urgent=True)
    for asked in (
        {"state": "classified"},
        {"mailbox": website.pk},
        {"category": there.category_id},
        {"unit": unit.pk},
        {"kind": "petition"},
        {"urgent": "on"},
        {"assigned": "me"},
        {"assigned": officer.pk},
    ):
        assert codes_on(desk.get(LIST, asked)) == [there.code], asked
    assert there.code not in codes_on(desk.get(LIST, {"assigned": "nobody"}))


def test_days_of_receipt_narrow_with_both_ends(desk):
    day = timezone.localtime().replace(hour=12) - timedelta(days=10)
    one = make_submission(received_at=day)
    make_submission()
    asked = {"since": f"{day:%Y-%m-%d}", "until": f"{day:%Y-%m-%d}"}
    assert codes_on(desk.get(LIST, asked)) == [one.code]


def test_words_are_found_without_marks_in_what_was_ended_too(desk, officer):
    found = replied(officer, subject="Cây phượng đổ ngang hẻm")
    make_submission(subject="Đèn đường tắt")
    assert codes_on(desk.get(LIST, {"q": "cay phuong do"})) == [found.code]
    assert codes_on(desk.get(LIST, {"q": found.code.lower()})) == [found.code]
    assert codes_on(desk.get(LIST, {"q": "nắp cống vỡ ở đâu đó"})) == []


def test_a_filter_that_makes_no_sense_is_left_out(desk):
    one = make_submission()
    asked = {
        "state": "x'; drop",
        "mailbox": "a",
        "unit": "99999999",
        "since": "hôm qua",
        "after": "?",
    }
    assert codes_on(desk.get(LIST, asked)) == [one.code]


def test_pages_follow_each_other_and_back(desk, monkeypatch):
    monkeypatch.setattr(report, "PAGE_SIZE", 2)
    made = [make_submission() for _ in range(5)]
    for place, one in enumerate(made):
        due_in(one, days=place + 1)
    asked = {"sort": ""}
    first = desk.get(LIST, asked)
    second = desk.get(LIST, asked | {"after": first.context["page"].older})
    third = desk.get(LIST, asked | {"after": second.context["page"].older})
    seen = [*codes_on(first), *codes_on(second), *codes_on(third)]
    assert seen == [one.code for one in made]
    assert not third.context["page"].older
    back = desk.get(LIST, asked | {"before": third.context["page"].newer})
    assert codes_on(back) == codes_on(second)


def test_the_number_above_the_list_counts_what_the_list_shows(desk, monkeypatch):
    monkeypatch.setattr(report, "PAGE_SIZE", 2)
    for days in (-3, -2, -1, 4):
        due_in(make_submission(), days=days)
    for asked, count in (({"colour": "late"}, 3), ({"heap": "late"}, 3), ({}, 4)):
        assert desk.get(LIST, asked).context["page"].count == count, asked


def test_what_is_suspected_of_spam_lies_in_a_heap_of_its_own(desk):
    spam = make_submission(is_suspected_spam=True)
    good = make_submission()
    assert codes_on(desk.get(LIST)) == [good.code]
    assert codes_on(desk.get(LIST, {"heap": "spam"})) == [spam.code]


def test_heaps_hold_what_waits_for_each_person(officer, head):
    hop = answered(officer)
    reply = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    actions.submit_reply(pk=reply.pk, actor=officer)

    def lies_in(key, person):
        heap = queues.named(key, person)
        return bool(heap) and heap.rows(person).filter(pk=hop.submission_id).exists()

    assert lies_in("approve", head)
    assert not lies_in("approve", officer)
    actions.return_reply(pk=reply.pk, actor=head, reason="Thiếu thời hạn.")
    assert lies_in("returned", officer)
    actions.submit_reply(pk=reply.pk, actor=officer)
    actions.approve_reply(pk=reply.pk, actor=head)
    assert lies_in("send", officer)
    assert lies_in("mine", officer)


def test_the_landing_page_counts_the_heaps(desk):
    make_submission()
    page = desk.get("/nghiep-vu/").text
    assert 'href="/nghiep-vu/feedback/?heap=new"' in page


def test_the_list_asks_few_questions_however_many_rows(
    desk, officer, django_assert_max_num_queries
):
    for _ in range(3):
        forwarded(officer)
        make_submission()
    SavedView.objects.create(owner=officer, name="Ngập", query="q=ngap")
    asked = ({}, {"sort": "received", "state": "all"}, {"q": "nap cong"}, {"colour": "fine"})
    # Mailboxes, units and colleagues are remembered by the process for a minute.
    desk.get(LIST)
    for one in asked:
        with django_assert_max_num_queries(12):
            desk.get(LIST, one)


def test_a_filter_is_kept_shared_and_dropped(desk, officer, client, head):
    desk.post(f"{LIST}views/save/", {"name": "Khẩn của tôi", "query": "urgent=on&assigned=me&x=1"})
    view = SavedView.objects.get(owner=officer)
    assert view.query == "assigned=me&urgent=on"
    assert "Khẩn của tôi" in desk.get(LIST).text
    client.force_login(head)
    assert "Khẩn của tôi" not in client.get(LIST).text
    client.post(f"{LIST}views/{view.pk}/drop/")
    assert SavedView.objects.filter(pk=view.pk).exists()
    client.force_login(officer)
    client.post(
        f"{LIST}views/save/", {"name": "Khẩn của tôi", "query": "urgent=on", "is_shared": "on"}
    )
    client.force_login(head)
    assert "Khẩn của tôi" in client.get(LIST).text
    client.post(f"{LIST}views/{view.pk}/drop/")
    assert not SavedView.objects.filter(pk=view.pk).exists()


# Many at once


def bulk(browser, verb, *submissions, **fields):
    rows = {"verb": verb, "code": [one.code for one in submissions], "back": ""}
    return browser.post(f"{LIST}bulk/", rows | fields)


def results(response):
    return [(one.code, one.is_done) for one in response.context["results"]]


def test_many_are_accepted_and_each_refusal_is_told(desk, officer):
    fresh, done = make_submission(), classified(officer)
    response = bulk(desk, "accept", fresh, done)
    assert results(response) == [(fresh.code, True), (done.code, False)]
    assert "Không thể chuyển từ" in response.text
    assert Submission.objects.get(pk=fresh.pk).state == State.ACCEPTED
    assert fresh.steps.filter(actor=officer, state=State.ACCEPTED).exists()


def test_many_are_classified_and_keep_what_they_had(desk, officer):
    one = make_submission()
    actions.set_urgent(pk=one.pk, actor=officer, is_urgent=True)
    foreign = make_submission(mailbox=mailbox("WEBSITE"))
    category = Category.objects.filter(mailbox=one.mailbox).last()
    response = bulk(desk, "classify", one, foreign, kind="question", category=category.pk)
    assert results(response) == [(one.code, True), (foreign.code, False)]
    one.refresh_from_db()
    assert (one.kind, one.category, one.is_urgent) == (Kind.QUESTION, category, True)


def test_only_the_head_gives_work_to_others(desk, client, head):
    colleague = make_person(Role.OFFICER)
    one = make_submission()
    refused = bulk(desk, "assign", one, officer=colleague.pk)
    assert results(refused) == [(one.code, False)]
    client.force_login(head)
    assert results(bulk(client, "assign", one, officer=colleague.pk)) == [(one.code, True)]
    one.refresh_from_db()
    assert one.assigned_to == colleague


def test_spam_goes_in_heaps_but_nothing_that_was_taken_in(desk, officer):
    spam, taken = make_submission(is_suspected_spam=True), classified(officer)
    assert results(bulk(desk, "spam", spam, taken)) == [(spam.code, True), (taken.code, False)]
    taken.refresh_from_db()
    assert taken.state == State.CLASSIFIED


def test_bulk_reaches_nothing_that_is_hidden(desk, reader):
    hidden = make_submission()
    actions.restrict(pk=hidden.pk, actor=make_person(Role.OFFICER), reason="Tố cáo")
    response = bulk(desk, "accept", hidden)
    assert results(response) == [(hidden.code, False)]
    assert hidden.subject not in response.text


def test_nothing_ticked_is_said(desk):
    response = desk.post(f"{LIST}bulk/", {"verb": "accept", "back": "q=x"}, follow=True)
    assert "Chưa chọn ý kiến nào" in response.text
    assert response.redirect_chain[0][0] == f"{LIST}?q=x"
    response = desk.post(f"{LIST}bulk/", {"back": ""}, follow=True)
    assert "Chưa chọn ý kiến nào. Việc: Chưa chọn việc cần làm." in response.text


@pytest.mark.parametrize("asked", ["received_from=2026-99-99", "heap=evil", "unit=999"])
def test_a_filter_that_makes_no_sense_is_told_above_the_list(desk, asked):
    make_submission()
    page = desk.get(f"{LIST}?{asked}").text
    assert "Không hiểu phần này của bộ lọc" in page and asked.partition("=")[2] in page


def test_the_numbers_beside_the_list_are_true_right_after_a_deed(client, head, officer):
    ones = [make_submission(), make_submission()]
    client.force_login(head)
    assert client.get(LIST).context["counts"]["new"] == 2
    # Somebody else's deed may wait some seconds for the numbers; one's own does not.
    actions.accept(pk=ones[0].pk, actor=officer)
    assert client.get(LIST).context["counts"]["new"] == 2
    page = bulk(client, "accept", ones[1])
    assert page.context["counts"]["new"] == 0
    assert client.get(LIST).context["counts"]["unassigned"] == 0
