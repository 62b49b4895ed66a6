"""Many decisions about one licence at once: none is lost, none stands on another's day."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection

from cityweb.core import audit
from cityweb.core.errors import Refused
from licensing import actions
from licensing.models import LicenceVersion
from tests.licensing.makers import decision, make_licence
from tests.people import make_person

THREADS, EACH = 4, 5


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_decisions_at_once_follow_each_other():
    clerk = make_person()
    licence = make_licence(clerk)
    done, problems = [], []

    def decide(place):
        for number in range(EACH):
            day = date(2021, 1, 1) + timedelta(days=number * THREADS + place)
            try:
                actions.reissue(pk=licence.pk, decision=decision(day), actor=clerk)
                done.append(day)
            except Refused as refusal:
                assert refusal.code == "out-of-order"
            except Exception as problem:  # noqa: BLE001  the test tells of whatever happens
                problems.append(problem)
        connection.close()

    threads = [threading.Thread(target=decide, args=(place,)) for place in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    versions = list(LicenceVersion.objects.order_by("ordinal"))
    assert [one.ordinal for one in versions] == list(range(1, len(done) + 2))
    assert [one.effective_from for one in versions[1:]] == sorted(done)
    ends = [one.effective_to for one in versions]
    assert ends == [*(one.effective_from for one in versions[1:]), None]
    assert not list(audit.verify())
