"""Suggestions of duplicates: what reads alike is found, people decide."""

import pytest
from django.urls import reverse

from cityweb.core import outbox
from feedback import actions
from feedback.models import DuplicateSuggestion
from feedback.rules import terms
from feedback.states import State
from tests.feedback.makers import make_submission

pytestmark = pytest.mark.django_db
HOLE = {
    "subject": "Ổ gà ở dốc cầu gây té xe",
    "body": "Chân dốc cầu Kênh Tẻ hướng về trung tâm có một ổ gà dài, trời mưa rất dễ té xe.",
}
SAME = {
    "subject": "Ổ gà nguy hiểm ở chân cầu Kênh Tẻ",
    "body": "Chân cầu Kênh Tẻ hướng vào trung tâm có ổ gà lớn, xe máy rất dễ té. Đề nghị vá gấp.",
}
OTHER = {
    "subject": "Đề nghị thêm nhà vệ sinh công cộng",
    "body": "Khu trung tâm rất thiếu nhà vệ sinh công cộng sạch. Đề nghị xây thêm gấp.",
}


def compared(**words):
    """Return a submission that was compared with those before it."""
    submission = make_submission(**words)
    outbox.sweep()
    return submission


def test_what_reads_alike_is_suggested_and_what_does_not_is_not():
    make_submission(**OTHER)
    earlier = make_submission(**HOLE)
    make_submission(**OTHER)
    later = compared(**SAME)
    found = DuplicateSuggestion.objects.filter(submission=later)
    assert [suggestion.other for suggestion in found] == [earlier]


def test_marks_and_capitals_make_no_difference():
    assert terms("Ổ GÀ, Đường") == terms("o ga duong")


def test_a_person_joins_or_dismisses(officer):
    earlier, later = make_submission(**HOLE), compared(**SAME)
    suggestion = DuplicateSuggestion.objects.get()
    actions.settle_suggestion(pk=suggestion.pk, actor=officer, is_same=True)
    later.refresh_from_db()
    assert (later.state, later.duplicate_of) == (State.MERGED, earlier)


def test_nothing_restricted_is_ever_suggested(officer):
    hidden = make_submission(**HOLE)
    actions.restrict(pk=hidden.pk, actor=officer, reason="Tố cáo.")
    compared(**SAME)
    assert not DuplicateSuggestion.objects.exists()


def test_the_case_screen_offers_the_decision(client, officer):
    earlier, later = make_submission(**HOLE), compared(**SAME)
    client.force_login(officer)
    address = reverse("feedback_desk:case", args=[later.code])
    page = client.get(address, {"panel": "likenesses"}).content.decode()
    assert earlier.code in page
    suggestion = DuplicateSuggestion.objects.get()
    client.post(reverse("feedback_desk:settle_suggestion", args=[suggestion.pk]), {"is_same": "no"})
    suggestion.refresh_from_db()
    assert suggestion.verdict == DuplicateSuggestion.Verdict.DISMISSED
