"""Two people take the same step at once: one does, the other is told; no number is lost."""

import threading
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import NumberPattern, Organisation, Role, User
from licensing import actions
from licensing.demo import dossiers as samples
from licensing.life import State, Verb
from licensing.models import Dossier
from tests.licensing import dossiers
from tests.licensing.makers import make_licence
from tests.people import make_person

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


@pytest.mark.slow
@pytest.mark.django_db
def test_the_sample_dossiers_stand_in_every_state_of_every_procedure():
    department = Organisation.objects.create(name="Sở Mẫu", kind="department")
    for role, name in ((Role.DIRECTOR, "giamdoc"), (Role.OFFICER, "chuyenvien"),
                       (Role.OFFICE_HEAD, "truongphong")):  # fmt: skip
        make_person(role, email=f"{name}@demo.cityweb.example", organisation=department)
    now = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))
    NumberPattern.objects.create(
        organisation=department, kind="licensing.licence", pattern="{number}/GP",
        effective_from=dossiers.LONG_AGO,
    )  # fmt: skip
    make_licence(make_person())
    made = samples.load(password="mẫu", now=now)
    assert made == Dossier.objects.count() > 40
    assert samples.load(password="mẫu", now=now) == 0
    states = set(Dossier.objects.values_list("state", flat=True))
    assert states == set(State) - {State.RETURNED}
    assert Dossier.objects.values("procedure").distinct().count() == 6
    assert User.objects.get(email="motcua@demo.cityweb.example").has_role(Role.ONE_STOP_CLERK)
    assert not list(audit.verify())
