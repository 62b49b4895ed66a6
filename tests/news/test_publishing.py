"""Going live: what readers get, at which minute, and once only."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from cityweb.core.errors import Refused
from cityweb.news import actions
from cityweb.news.actions import publishing
from cityweb.news.models import Edition, LiveArticle
from cityweb.news.states import State, WithdrawalReason
from tests.news.makers import (
    carry_to_publication,
    make_article,
    make_board_member,
    make_column,
    make_editor,
    make_site,
)


@pytest.fixture
def column(db):
    return make_column(make_site())


def test_a_new_edition_replaces_the_live_one(column):
    board = make_board_member(column.site)
    first = make_article(column, approver=board)
    draft = actions.new_draft(article_id=first.article_id, actor=first.author)
    actions.save_draft(
        pk=draft.pk, actor=first.author, lock_version=1, content={"title": "Tiêu đề mới"}
    )
    carry_to_publication(draft, first.author, board)
    first.refresh_from_db()
    live = LiveArticle.objects.get(article=first.article_id)
    assert (first.state, live.title) == (State.SUPERSEDED, "Tiêu đề mới")
    assert live.published_at == first.published_at
    assert live.updated_at > live.published_at


def test_a_scheduled_article_carries_its_minute_however_late_the_clock_comes(column):
    at = timezone.now() + timedelta(hours=1)
    edition = make_article(column, state=State.SCHEDULED, at=at)
    assert actions.publish_due(now=at - timedelta(seconds=1)) == 0
    assert actions.publish_due(now=at + timedelta(days=2)) == 1
    live = LiveArticle.objects.get(article=edition.article_id)
    assert (live.published_at, live.updated_at) == (at, at)
    assert actions.publish_due(now=at + timedelta(days=2)) == 0


def test_one_edition_that_cannot_go_live_does_not_hold_the_others(column, monkeypatch):
    at = timezone.now() + timedelta(hours=1)
    broken, sound = (make_article(column, state=State.SCHEDULED, at=at) for _ in range(2))
    put = publishing.live.put

    def fail_once(edition, **facts):
        if edition.pk == broken.pk:
            raise ValueError("broken")
        return put(edition, **facts)

    monkeypatch.setattr(publishing.live, "put", fail_once)
    assert actions.publish_due(now=at) == 1
    broken.refresh_from_db()
    sound.refresh_from_db()
    assert (broken.state, sound.state) == (State.SCHEDULED, State.PUBLISHED)


def in_threads(*calls):
    """Run the calls at once and return for each its result or its refusal."""
    results, start = [None] * len(calls), threading.Barrier(len(calls))

    def run(place, call):
        try:
            start.wait()
            results[place] = call()
        except Refused as refusal:
            results[place] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


# These commit, so they run last; each makes all rows it needs.
at_once = pytest.mark.django_db(transaction=True)


@at_once
def test_publishing_twice_at_once_publishes_once():
    column = make_column(make_site())
    board = make_board_member(column.site)
    edition = make_article(column, state=State.APPROVED, approver=board)
    results = in_threads(*[lambda: actions.publish(pk=edition.pk, actor=board)] * 2)
    assert sum(isinstance(result, Refused) for result in results) == 1
    assert LiveArticle.objects.filter(article=edition.article_id).count() == 1


@at_once
def test_the_clock_and_a_person_do_not_publish_the_same_edition_twice():
    column = make_column(make_site())
    board = make_board_member(column.site)
    at = timezone.now() + timedelta(hours=1)
    edition = make_article(column, state=State.SCHEDULED, approver=board, at=at)
    clock, person = in_threads(
        lambda: actions.publish_due(now=at),
        lambda: actions.publish(pk=edition.pk, actor=board),
    )
    assert (clock == 1) == isinstance(person, Refused)
    assert Edition.objects.filter(article=edition.article_id, state=State.PUBLISHED).count() == 1


@at_once
def test_of_two_savings_at_once_one_is_told():
    column = make_column(make_site())
    one, two = make_editor(column.site), make_editor(column.site)
    draft = make_article(column, state=State.DRAFT, author=one)
    results = in_threads(
        *[
            lambda who=who: actions.save_draft(
                pk=draft.pk, actor=who, lock_version=1, content={"title": f"Của {who.pk}"}
            )
            for who in (one, two)
        ]
    )
    (refusal,) = [result for result in results if isinstance(result, Refused)]
    (saved,) = [result for result in results if not isinstance(result, Refused)]
    draft.refresh_from_db()
    assert refusal.code == "changed-meanwhile"
    assert draft.title == saved.title


@at_once
def test_two_drafts_begun_at_once_are_one():
    column = make_column(make_site())
    edition = make_article(column)
    people = [make_editor(column.site) for _ in range(2)]
    results = in_threads(
        *[
            lambda who=who: actions.new_draft(article_id=edition.article_id, actor=who)
            for who in people
        ]
    )
    assert sum(isinstance(result, Refused) for result in results) == 1


@at_once
def test_two_articles_do_not_replace_each_other_at_once():
    column = make_column(make_site())
    board = make_board_member(column.site)
    one, two = (make_article(column, approver=board) for _ in range(2))

    def withdraw(edition, other):
        return actions.withdraw(
            pk=edition.pk,
            actor=board,
            reason=WithdrawalReason.SUPERSEDED,
            note="Đã có bài mới.",
            replaced_by=other.article,
        )

    results = in_threads(lambda: withdraw(one, two), lambda: withdraw(two, one))
    assert sum(isinstance(result, Refused) for result in results) == 1
