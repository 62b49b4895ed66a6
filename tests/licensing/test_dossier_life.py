"""A dossier from the first draft to the licence, and who may do what on the way."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cityweb.core import clocks
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, LegalRule, OutboxItem, Paper, Role
from licensing import actions, life
from licensing.actions import moving
from licensing.life import State, Verb
from licensing.models import (
    ClockName,
    ComponentMark,
    Dossier,
    Finding,
    Licence,
    Procedure,
    Result,
    Supplement,
)
from tests.licensing import dossiers
from tests.licensing.dossiers import TO_SIGNED, do, walk
from tests.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(office):
    return dossiers.begin(office)


def test_a_dossier_ends_in_a_licence_that_the_register_holds(office, draft, settings, tmp_path):
    settings.PAPER_KEYS, settings.PAPER_DEMO_AUTHORITY = tmp_path, True
    walk(office, draft, *TO_SIGNED)
    assert not Paper.objects.exists()
    do(office, draft, Verb.ISSUE)
    licence = Licence.objects.get()
    paper = draft.result.paper
    assert licence.number == paper.number_text == "01/GP-SVHTT"
    assert licence.current.domains == ["nhipsong.example", "m.nhipsong.example"]
    assert licence.current.paper == paper
    assert [one.place for one in paper.signatures.all()] == ["person", "seal"]
    assert draft.licence == licence
    assert draft.public_state.label == "Đã xử lý xong"
    assert clocks.of(draft).open().count() == 0
    do(office, draft, Verb.HAND_OUT)
    assert draft.public_state.value == "10"


def test_the_proof_of_deposit_is_the_hash_of_what_was_sent(office, draft):
    do(office, draft, Verb.SUBMIT)
    assert actions.digest(draft.sent) == draft.sent_sha256
    assert draft.deposit_code and not draft.code
    changed = {**draft.sent, "contents": {**draft.sent["contents"], "site_name": "Khác"}}
    assert actions.digest(changed) != draft.sent_sha256


def test_what_is_missing_is_named_before_it_is_sent(office):
    found = actions.begin(
        procedure=Procedure.objects.get(code="ISSUE"), applicant=office.applicant,
        actor=office.of(Role.APPLICANT),
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        do(office, found, Verb.SUBMIT)
    assert refused.value.code == "incomplete"
    assert "Đề án hoạt động" in refused.value.message


def test_number_and_appointed_day_come_with_the_receipt(office, draft):
    do(office, draft, Verb.SUBMIT)
    assert not clocks.of(draft).exists()
    do(office, draft, Verb.RECEIVE)
    assert draft.code == f"H29.18-{timezone.localdate():%y%m%d}-0001"
    clock = clocks.of(draft, ClockName.WHOLE).get()
    assert (clock.amount, clock.unit, clock.mode) == (10, "working_day", "restart")
    bodies = [item.facts["body"] for item in OutboxItem.objects.filter(kind="mail")]
    assert any(draft.code in body for body in bodies)


def test_an_unsettled_rule_asks_the_clerk_and_never_decides(office, draft):
    do(office, draft, Verb.SUBMIT)
    for left_out in ("days", "source", "pause_mode"):
        with pytest.raises(Refused) as refused:
            do(office, draft, Verb.RECEIVE, **{left_out: "" if left_out != "days" else None})
        assert refused.value.code in ("rule-unsettled", "no-source")
    assert dossiers.refreshed(draft).state == State.SUBMITTED


def test_a_settled_rule_of_the_day_of_receipt_decides_by_itself(office, draft):
    do(office, draft, Verb.SUBMIT)
    day = timezone.localtime().replace(year=2024, month=3, day=4, hour=9)
    do(office, draft, Verb.RECEIVE, days=None, source="", pause_mode="", at=day)
    assert draft.version.citation.startswith("Điều 23đ")
    clock = clocks.of(draft, ClockName.WHOLE).get()
    assert clock.rule.code == "LIC.ISSUE.TIME" and clock.amount == 10
    assert clocks.of(draft, ClockName.NOTICE).exists()


def test_every_cell_of_the_table_and_no_other_is_open(office, draft):
    """Every state × verb × role: what the table holds is allowed, all else refused."""
    draft.specialist = office.of(Role.SPECIALIST)
    lone = {role: make_person(role) for role in Role}
    tried = 0
    for state in State:
        draft.state = state
        for verb in Verb:
            cell = life.TABLE.get((state, verb))
            for role in Role:
                actor = office.of(role) if role in (Role.APPLICANT, Role.SPECIALIST) else lone[role]
                tried += 1
                # The clerk files for those with paper alone; this one came online.
                allowed = bool(cell) and role in cell.roles and not (
                    role == Role.ONE_STOP_CLERK and verb in moving.FILING
                )  # fmt: skip
                try:
                    moving.check(draft, verb, actor)
                except Refused as refused:
                    assert not allowed, (state, verb, role, refused.code)
                    expected = "illegal-move" if not cell else None
                    assert expected in (None, refused.code)
                else:
                    assert allowed, (state, verb, role)
    assert tried == len(State) * len(Verb) * len(Role)


def test_the_table_reaches_every_state_and_ends_where_it_says():
    reached, before = {State.DRAFT}, set()
    while reached != before:
        before = set(reached)
        for (state, _), cell in life.TABLE.items():
            if state in reached:
                reached |= cell.targets
    assert reached == set(State)
    # What ended moves nowhere: only what others say of it is still written down.
    for state in (State.NOT_ACCEPTED, State.STOPPED, State.RETURNED):
        ends = {verb: cell.targets for (one, verb), cell in life.TABLE.items() if one == state}
        assert all(targets == {state} for targets in ends.values())
        assert set(ends) <= {Verb.COMPLAIN, Verb.MINISTRY}
    assert set(life.PUBLIC) == set(State) - {State.DRAFT}


def test_another_officer_may_not_do_the_specialists_work(office, draft):
    walk(office, draft, Verb.SUBMIT, Verb.RECEIVE, Verb.HAND_OVER)
    with pytest.raises(Refused) as refused:
        do(office, draft, Verb.TAKE_UP, actor=make_person(Role.SPECIALIST))
    assert refused.value.code == "not-yours"


def test_an_applicant_never_sees_the_dossier_of_another(office, draft):
    stranger = make_person(Role.APPLICANT)
    assert not Dossier.objects.visible_to(stranger).exists()
    with pytest.raises(Refused) as refused:
        do(office, draft, Verb.SUBMIT, actor=stranger)
    assert refused.value.code == "not-found"
    assert not Dossier.objects.visible_to(office.of(Role.SPECIALIST)).exists()


def wrong(dossier, *codes):
    return [
        actions.Checked(one, ComponentMark.Verdict.WRONG, "Thiếu chữ ký")
        for one in dossier.version.components.filter(code__in=codes)
    ]


def asked(office, draft, *codes):
    walk(office, draft, Verb.SUBMIT, Verb.RECEIVE, Verb.HAND_OVER, Verb.TAKE_UP)
    do(office, draft, Verb.MARK, papers=wrong(draft, *codes), conditions=[])
    return do(office, draft, Verb.ASK)


def answer(office, draft, **files):
    supplement = draft.supplements.get(state=Supplement.State.SENT)
    answers = {one.pk: "Đã sửa" for one in supplement.items.all()}
    for code in files:
        dossiers.make_file(draft, code)
    actions.answer(pk=draft.pk, actor=office.of(Role.APPLICANT), answers=answers)
    draft.refresh_from_db()


def test_the_supplement_is_built_from_the_marks_and_the_clock_rests(office, draft):
    asked(office, draft, "plan")
    item = draft.supplements.get().items.get()
    assert (item.component.code, item.comment) == ("plan", "Thiếu chữ ký")
    assert clocks.of(draft, ClockName.WHOLE).get().state == "paused"
    answer(office, draft)
    assert clocks.of(draft, ClockName.WHOLE).get().state == "running"
    assert draft.state == State.APPRAISING


def test_each_item_is_answered_by_a_word_or_a_file(office, draft):
    asked(office, draft, "plan")
    with pytest.raises(Refused) as refused:
        actions.answer(pk=draft.pk, actor=office.of(Role.APPLICANT), answers={})
    assert refused.value.code == "unanswered"
    assert dossiers.refreshed(draft).state == State.SUPPLEMENT


def test_asking_again_for_what_was_visible_needs_the_head_and_counts(office, draft):
    asked(office, draft, "plan")
    answer(office, draft)
    do(office, draft, Verb.MARK, papers=wrong(draft, "application"), conditions=[])
    with pytest.raises(Refused) as refused:
        do(office, draft, Verb.ASK)
    assert refused.value.code == "asked-before"
    who = {"pk": draft.pk}
    proposed = actions.propose_asking(actor=office.of(Role.SPECIALIST), reason="Sót", **who)
    assert proposed.is_repeated and dossiers.refreshed(draft).state == State.APPRAISING
    actions.allow_asking(actor=office.of(Role.OFFICE_HEAD), with_slip=False, **who)
    proposed.refresh_from_db()
    assert proposed.allowed_by == office.of(Role.OFFICE_HEAD)
    assert dossiers.refreshed(draft).state == State.SUPPLEMENT


def test_asking_about_a_file_that_came_later_is_no_repetition(office, draft):
    asked(office, draft, "plan")
    answer(office, draft, plan=True)
    do(office, draft, Verb.MARK, papers=wrong(draft, "plan"), conditions=[])
    do(office, draft, Verb.ASK)
    assert [one.is_repeated for one in draft.supplements.all()] == [False, False]


def test_the_database_keeps_the_head_from_allowing_his_own_request(office, draft):
    asked(office, draft, "plan")
    supplement = draft.supplements.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Supplement.objects.filter(pk=supplement.pk).update(is_repeated=True)


def test_nothing_is_granted_before_everything_is_checked(office, draft):
    walk(office, draft, Verb.SUBMIT, Verb.RECEIVE, Verb.HAND_OVER, Verb.TAKE_UP)
    with pytest.raises(Refused) as refused:
        do(office, draft, Verb.DRAFT)
    assert refused.value.code == "not-appraised"
    do(office, draft, Verb.MARK)
    condition = draft.version.conditions.first()
    other = make_person(Role.SPECIALIST)
    actions.mark(
        pk=draft.pk, actor=other,
        conditions=[actions.Found(condition, Finding.Verdict.NOT_MET, "Máy chủ ở nước ngoài")],
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        do(office, draft, Verb.DRAFT)
    assert refused.value.code == "not-met"


def test_three_people_decide_and_the_database_insists(office, draft):
    walk(office, draft, *TO_SIGNED[:-2])
    both = make_person(Role.SPECIALIST, Role.OFFICE_HEAD, Role.DIRECTOR)
    Result.objects.filter(dossier=draft).update(drafted_by=both)
    with pytest.raises(Refused) as refused:
        do(office, draft, Verb.REVIEW, actor=both)
    assert refused.value.code == "same-person"
    do(office, draft, Verb.REVIEW)
    with pytest.raises(Refused):
        do(office, draft, Verb.SIGN, actor=both)
    for names in ({"reviewed_by": both}, {"signed_by": both},
                  {"signed_by": office.of(Role.OFFICE_HEAD)}):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            Result.objects.filter(dossier=draft).update(**names)


def test_a_draft_that_is_sent_back_says_why_and_is_reviewed_again(office, draft):
    walk(office, draft, *TO_SIGNED[:-1])
    actions.send_back(pk=draft.pk, actor=office.of(Role.DIRECTOR), reason="Sửa thời hạn")
    draft.refresh_from_db()
    assert draft.state == State.DRAFTING
    assert (draft.result.sent_back, draft.result.reviewed_by) == ("Sửa thời hạn", None)


def test_a_settled_limit_of_the_law_is_kept(office, draft):
    LegalRule.objects.filter(code="LIC.TERM.MAX", confidence="UNSURE").update(
        value=2, confidence="SEEN-P"
    )
    walk(office, draft, *TO_SIGNED[:5])
    with pytest.raises(Refused) as refused:
        do(office, draft, Verb.DRAFT, valid_to=date(2031, 6, 30))
    assert refused.value.code == "too-long"
    do(office, draft, Verb.DRAFT, valid_to=timezone.localdate() + timedelta(days=700))


def test_withdrawing_waits_for_the_head_once_it_was_received(office, draft):
    walk(office, draft, Verb.SUBMIT, Verb.RECEIVE, Verb.HAND_OVER, Verb.TAKE_UP)
    actions.withdraw(pk=draft.pk, actor=office.of(Role.APPLICANT), reason="Đổi kế hoạch")
    assert dossiers.refreshed(draft).public_state.value == "7"
    actions.keep(pk=draft.pk, actor=office.of(Role.OFFICE_HEAD), reason="Đã gần xong")
    assert dossiers.refreshed(draft).state == State.APPRAISING
    actions.withdraw(pk=draft.pk, actor=office.of(Role.APPLICANT), reason="Vẫn rút")
    actions.let_go(pk=draft.pk, actor=office.of(Role.OFFICE_HEAD))
    assert dossiers.refreshed(draft).state == State.STOPPED
    assert clocks.of(draft).open().count() == 0


def test_one_apology_appoints_another_day_and_no_second(office, draft):
    walk(office, draft, Verb.SUBMIT, Verb.RECEIVE, Verb.HAND_OVER)
    before = clocks.of(draft, ClockName.WHOLE).get()
    given = {"pk": draft.pk, "actor": office.of(Role.OFFICE_HEAD), "with_slip": False}
    actions.apologise(days=15, reason="Chờ ý kiến Bộ", **given)
    assert clocks.of(draft, ClockName.WHOLE).open().get().due_at > before.due_at
    with pytest.raises(Refused) as refused:
        actions.apologise(days=5, reason="Cần thêm thời gian", **given)
    assert refused.value.code == "no-more"


def test_every_step_is_written_down_with_who_and_why(office, draft):
    walk(office, draft, *TO_SIGNED)
    steps = list(draft.steps.values_list("verb", "actor__full_name"))
    assert len(steps) == len(TO_SIGNED) - 1  # marks are no step
    assert AuditEntry.objects.filter(verb="licensing.dossier_sign").count() == 1
    with pytest.raises(Exception, match="append|refuse|chang"), transaction.atomic():
        draft.steps.update(reason="khác")
