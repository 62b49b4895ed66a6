"""Two people take the same step at once: one does, the other is told; no number is lost."""

import threading

import pytest
from django.db import connection

from cityweb.core.errors import Refused
from cityweb.core.models import Role
from licensing import actions
from licensing.life import State, Verb
from licensing.models import Dossier
from tests.licensing import dossiers

PAIRS = 25


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_pairs_of_receipts_at_once_give_each_dossier_one_number():
    office = dossiers.Office()
    clerk = office.of(Role.ONE_STOP_CLERK)
    sent = [dossiers.walk(office, dossiers.begin(office), Verb.SUBMIT) for _ in range(PAIRS)]
    done, codes, problems = [], [], []

    def receive():
        for one in sent:
            try:
                actions.receive(pk=one.pk, actor=clerk, with_slip=False, **dossiers.UNSETTLED)
                done.append(one.pk)
            except Refused as refusal:
                codes.append(refusal.code)
            except Exception as problem:  # noqa: BLE001  the test tells of whatever happens
                problems.append(problem)
        connection.close()

    threads = [threading.Thread(target=receive) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert sorted(done) == sorted(one.pk for one in sent)
    assert codes == ["illegal-move"] * PAIRS
    numbers = sorted(Dossier.objects.values_list("code", flat=True))
    assert [int(one[-4:]) for one in numbers] == list(range(1, PAIRS + 1))
    assert set(Dossier.objects.values_list("state", flat=True)) == {State.RECEIVED}
