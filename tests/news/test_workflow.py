"""Every state, every verb, every role: what the desk's table allows, and nothing else."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, Role
from cityweb.news import actions
from cityweb.news.admin import steps
from cityweb.news.models import Edition
from cityweb.news.states import LIFE, State, WithdrawalReason
from tests.news.makers import (
    make_article,
    make_board_member,
    make_column,
    make_editor,
    make_picture,
    make_site,
)
from tests.people import make_person
from tests.rows import first_of
from tests.shared import shared

pytestmark = pytest.mark.django_db

VERBS = {
    "submit": lambda one, actor: actions.submit(pk=one.pk, actor=actor),
    "mark-edited": lambda one, actor: actions.mark_edited(pk=one.pk, actor=actor),
    "approve": lambda one, actor: actions.approve(pk=one.pk, actor=actor),
    "publish": lambda one, actor: actions.publish(pk=one.pk, actor=actor),
    "schedule": lambda one, actor: actions.schedule(
        pk=one.pk, actor=actor, at=timezone.now() + timedelta(hours=2)
    ),
    "unschedule": lambda one, actor: actions.unschedule(pk=one.pk, actor=actor),
    "return": lambda one, actor: actions.return_for_changes(
        pk=one.pk, actor=actor, reason="Thiếu nguồn."
    ),
    "new-draft": lambda one, actor: actions.new_draft(article_id=one.article_id, actor=actor),
    "restore": lambda one, actor: actions.restore(pk=one.pk, actor=actor),
    "withdraw": lambda one, actor: actions.withdraw(
        pk=one.pk, actor=actor, reason=WithdrawalReason.ERROR, note="Sai."
    ),
    "archive": lambda one, actor: actions.archive(pk=one.pk, actor=actor),
    "discard": lambda one, actor: actions.discard(pk=one.pk, actor=actor),
}
TARGETS = {
    "submit": State.SUBMITTED,
    "mark-edited": State.EDITED,
    "approve": State.APPROVED,
    "publish": State.PUBLISHED,
    "schedule": State.SCHEDULED,
    "unschedule": State.APPROVED,
    "return": State.DRAFT,
    "withdraw": State.WITHDRAWN,
    "archive": State.ARCHIVED,
    "discard": State.DISCARDED,
}
BOARD_ONLY = {"approve", "publish", "schedule", "unschedule", "withdraw", "archive"}
# States that come back to the desk as a new draft; the others have an edition in work already.
COPYABLE = {
    State.PUBLISHED,
    State.SUPERSEDED,
    State.WITHDRAWN,
    State.ARCHIVED,
    State.DISCARDED,
}
PEOPLE = ("editor", "board", "officer", "ended")


@shared
def column():
    return make_column(make_site())


@shared
def editions(column):
    """An edition in every state."""
    return [make_article(column, state=state) for state in State]


@shared
def people(column):
    """Someone of each kind, all of them given the whole site."""
    officer = make_editor(column.site, role=Role.OFFICER)
    ended = make_person(Role.EDITORIAL_BOARD, ended=True)
    ended.editorial_rights.create(site=column.site)
    return {
        "editor": make_editor(column.site),
        "board": make_board_member(column.site),
        "officer": officer,
        "ended": ended,
    }


def is_allowed(state, verb, who):
    if who in {"officer", "ended"} or (verb in BOARD_ONLY and who != "board"):
        return False
    if verb in {"new-draft", "restore"}:
        return state in COPYABLE
    if verb == "return" and state in {State.APPROVED, State.SCHEDULED}:
        return who == "board"
    # Two verbs lead to "approved", each from its own state.
    if verb in {"approve", "unschedule"}:
        return state == (State.EDITED if verb == "approve" else State.SCHEDULED)
    return LIFE.allows(state, TARGETS[verb])


@pytest.mark.parametrize("state", first_of(State))
def test_each_verb_works_exactly_where_the_table_allows_it(state, editions, people):
    edition = next(one for one in editions if one.state == state)
    for verb, act in VERBS.items():
        for who in PEOPLE:
            with transaction.atomic():
                try:
                    act(edition, people[who])
                    happened = True
                except Refused:
                    happened = False
                    edition.refresh_from_db()
                    assert edition.state == state
                transaction.set_rollback(True)
            assert happened == is_allowed(state, verb, who), (state, verb, who)


@pytest.mark.parametrize("state", State)
def test_the_buttons_shown_are_steps_that_work(state, editions, people):
    edition = next(one for one in editions if one.state == state)
    for who in PEOPLE:
        offered = {step.key for step in steps.offered(edition, people[who])}
        for key in offered:
            assert is_allowed(state, key, who), (state, key, who)
        assert sum(step.is_primary for step in steps.offered(edition, people[who])) <= 1


def test_an_edition_goes_from_draft_to_the_reader_and_every_step_is_written_down(column):
    author, board = make_editor(column.site), make_board_member(column.site)
    edition = make_article(column, author=author, approver=board)
    verbs = AuditEntry.objects.filter(target_id=str(edition.pk)).order_by("id")
    assert list(verbs.values_list("verb", "actor")) == [
        ("news.created", author.pk),
        ("news.submitted", author.pk),
        ("news.edited", author.pk),
        ("news.approved", board.pk),
        ("news.published", board.pk),
    ]
    assert edition.article.live.title == edition.title


def test_the_author_does_not_approve_the_own_text(column):
    author = make_board_member(column.site)
    edition = make_article(column, state=State.EDITED, author=author)
    with pytest.raises(Refused) as refusal:
        actions.approve(pk=edition.pk, actor=author)
    assert refusal.value.code == "own-text"


def test_the_author_does_not_approve_it_when_another_handed_it_in(column):
    author, other = make_board_member(column.site), make_editor(column.site)
    edition = make_article(column, state=State.DRAFT, author=author)
    actions.submit(pk=edition.pk, actor=other)
    actions.mark_edited(pk=edition.pk, actor=other)
    with pytest.raises(Refused) as refusal:
        actions.approve(pk=edition.pk, actor=author)
    assert refusal.value.code == "own-text"


def test_who_wrote_and_handed_in_anothers_draft_does_not_approve_it(column):
    beginner, writer = make_editor(column.site), make_board_member(column.site)
    edition = make_article(column, state=State.DRAFT, author=beginner)
    actions.submit(pk=edition.pk, actor=writer)
    actions.mark_edited(pk=edition.pk, actor=beginner)
    with pytest.raises(Refused) as refusal:
        actions.approve(pk=edition.pk, actor=writer)
    assert refusal.value.code == "own-text"


def test_even_the_database_refuses_an_author_as_approver(column):
    author = make_editor(column.site)
    edition = make_article(column, state=State.EDITED, author=author)
    with pytest.raises(Exception, match="author_does_not_approve"):
        Edition.objects.filter(pk=edition.pk).update(approved_by=author)


def test_a_return_needs_a_reason_and_voids_approval_and_schedule(column):
    board = make_board_member(column.site)
    edition = make_article(column, state=State.SCHEDULED, approver=board)
    with pytest.raises(Refused) as refusal:
        actions.return_for_changes(pk=edition.pk, actor=board, reason="  ")
    assert refusal.value.code == "reason-missing"
    edition = actions.return_for_changes(pk=edition.pk, actor=board, reason="Thiếu nguồn tin.")
    assert (edition.state, edition.approved_by, edition.publish_at) == (State.DRAFT, None, None)
    assert edition.return_reason == "Thiếu nguồn tin."


@pytest.mark.parametrize(
    ("missing", "named"),
    [("lead", "tóm tắt"), ("body", "nội dung"), ("picture_alt", "mô tả hình")],
)
def test_a_draft_that_readers_could_not_use_is_not_passed_on(column, missing, named):
    content = {"body": "<p>&nbsp;</p>"} if missing == "body" else {missing: ""}
    if missing == "picture_alt":
        content["picture"] = make_picture(column.site, alt="")
    edition = make_article(column, state=State.DRAFT, **content)
    with pytest.raises(Refused) as refusal:
        actions.submit(pk=edition.pk, actor=edition.author)
    assert refusal.value.code == "not-ready"
    assert named in refusal.value.message


def test_a_schedule_in_the_past_is_refused(column):
    board = make_board_member(column.site)
    edition = make_article(column, state=State.APPROVED, approver=board)
    with pytest.raises(Refused) as refusal:
        actions.schedule(pk=edition.pk, actor=board, at=timezone.now() - timedelta(seconds=1))
    assert refusal.value.code == "time-past"


def test_a_schedule_beyond_a_year_is_refused_as_a_slip(column):
    board = make_board_member(column.site)
    edition = make_article(column, state=State.APPROVED, approver=board)
    with pytest.raises(Refused) as refusal:
        actions.schedule(pk=edition.pk, actor=board, at=timezone.now() + timedelta(days=400))
    assert refusal.value.code == "time-too-far"
    edition.refresh_from_db()
    assert edition.state == State.APPROVED


def test_a_new_draft_of_a_live_article_leaves_the_reader_alone(column):
    edition = make_article(column)
    draft = actions.new_draft(article_id=edition.article_id, actor=edition.author)
    actions.save_draft(
        pk=draft.pk, actor=edition.author, lock_version=1, content={"title": "Tiêu đề khác"}
    )
    edition.refresh_from_db()
    assert edition.state == State.PUBLISHED
    assert edition.article.live.title == edition.title


def test_there_is_one_draft_in_work(column):
    edition = make_article(column)
    actions.new_draft(article_id=edition.article_id, actor=edition.author)
    with pytest.raises(Refused) as refusal:
        actions.new_draft(article_id=edition.article_id, actor=make_editor(column.site))
    assert refusal.value.code == "draft-exists"
