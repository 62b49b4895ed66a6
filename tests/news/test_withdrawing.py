"""Taking down: the reason decides what the address answers, and redirects never turn in circles."""

import pytest

from cityweb.core.errors import Refused
from cityweb.news import actions
from cityweb.news.models import LiveArticle, Placement
from cityweb.news.states import State, WithdrawalReason
from tests.news.makers import (
    carry_to_publication,
    make_article,
    make_board_member,
    make_column,
    make_site,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def column():
    return make_column(make_site())


@pytest.fixture
def board_member(column):
    return make_board_member(column.site)


def withdraw(edition, actor, reason, note="Có lý do.", **more):
    return actions.withdraw(pk=edition.pk, actor=actor, reason=reason, note=note, **more)


def test_an_article_with_an_error_is_gone_for_readers(column, board_member):
    edition = withdraw(make_article(column), board_member, WithdrawalReason.ERROR)
    assert edition.state == State.WITHDRAWN
    assert not LiveArticle.objects.filter(article=edition.article_id).exists()
    assert edition.article.withdrawal_note == "Có lý do."


def test_an_expired_article_is_read_but_not_listed(column, board_member):
    edition = withdraw(make_article(column), board_member, WithdrawalReason.EXPIRED, "Hết hạn nộp.")
    live = LiveArticle.objects.get(article=edition.article_id)
    assert (live.is_listed, live.expired_note) == (False, "Hết hạn nộp.")
    assert not Placement.objects.filter(live=live).exists()


def test_a_replaced_article_leads_to_a_live_one_of_the_same_site(column, board_member):
    old, new = make_article(column), make_article(column)
    elsewhere = make_article(make_column(make_site()))
    gone = make_article(column, state=State.WITHDRAWN)
    for wrong in (None, elsewhere.article, gone.article):
        with pytest.raises(Refused):
            withdraw(old, board_member, WithdrawalReason.SUPERSEDED, replaced_by=wrong)
    withdraw(old, board_member, WithdrawalReason.SUPERSEDED, replaced_by=new.article)
    assert old.article.replaces.count() == 0
    assert new.article.replaces.get() == old.article


def test_an_article_does_not_replace_itself(column, board_member):
    edition = make_article(column)
    with pytest.raises(Refused) as refusal:
        withdraw(edition, board_member, WithdrawalReason.SUPERSEDED, replaced_by=edition.article)
    assert refusal.value.code == "redirect-loop"


def test_republishing_ends_the_redirect_so_the_other_may_lead_back(column, board_member):
    one, two = make_article(column), make_article(column)
    withdraw(one, board_member, WithdrawalReason.SUPERSEDED, replaced_by=two.article)
    again = actions.restore(pk=one.pk, actor=one.author)
    carry_to_publication(again, one.author, board_member)
    withdraw(two, board_member, WithdrawalReason.SUPERSEDED, replaced_by=one.article)
    one.article.refresh_from_db()
    assert one.article.replaced_by is None


def test_a_reason_is_needed_and_has_room_for_one_paragraph(column, board_member):
    edition = make_article(column)
    for note, code in ((" ", "reason-missing"), ("a" * 301, "note-too-long")):
        with pytest.raises(Refused) as refusal:
            withdraw(edition, board_member, WithdrawalReason.EXPIRED, note)
        assert refusal.value.code == code


def test_an_archived_article_answers_as_before(column, board_member):
    edition = withdraw(make_article(column), board_member, WithdrawalReason.EXPIRED)
    actions.archive(pk=edition.pk, actor=board_member)
    assert LiveArticle.objects.filter(article=edition.article_id).exists()
