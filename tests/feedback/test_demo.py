"""The sample mailboxes: walked by the verbs of the desk, at hours when a desk is manned."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from feedback.demo.load import load
from feedback.demo.walk import in_office_hours
from feedback.models import Hop, Step, Submission


def test_moments_keep_their_order_and_their_day():
    midnight = timezone.make_aware(datetime(2026, 11, 23))
    moments = [midnight + timedelta(minutes=number) for number in range(0, 24 * 60, 7)]
    pressed = [in_office_hours(moment) for moment in moments]
    assert pressed == sorted(pressed)
    assert {timezone.localdate(one) for one in pressed} == {midnight.date()}
    assert all(time(7, 30) <= timezone.localtime(one).time() <= time(16, 30) for one in pressed)


@pytest.mark.slow
@pytest.mark.django_db
def test_nobody_in_the_sample_works_at_midnight():
    now = timezone.make_aware(datetime(2026, 11, 23, 23, 59))
    assert load(password="x", now=now) == Submission.objects.count() > 20
    assert load(password="x", now=now) == 0
    moments = [*Step.objects.values_list("at", flat=True)]
    moments += Hop.objects.values_list("sent_at", flat=True)
    hours = {timezone.localtime(one).hour for one in moments}
    assert hours <= set(range(7, 17))
