"""The sample register: every standing and every event, the newest with papers that verify."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine

from cityweb.core import audit, clocks, papers
from cityweb.core.attachments import sandbox
from cityweb.core.models import Clock, Organisation, Role
from licensing import actions, result_paper
from licensing.actions import fitting
from licensing.demo import dossiers, life
from licensing.demo.load import OLD, SIGNED, load
from licensing.life import State
from licensing.models import (
    Dossier,
    Licence,
    LicenceVersion,
    Procedure,
    Proceeding,
    Result,
    Step,
)
from licensing.states import Event, Standing
from tests.core.papers import judged_here
from tests.licensing.makers import file_of
from tests.people import make_person

ROOT = Path(__file__).parents[2]


def test_the_demo_loads_every_sample():
    settings = (ROOT / "cityweb" / "settings" / "demo.py").read_text("utf-8")
    loaders = {path.stem for path in ROOT.glob("*/management/commands/load_*_demo.py")}
    assert "load_licensing_demo" in loaders
    assert not [name for name in loaders if f'"{name}"' not in settings]


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("day", [(2026, 11, 23), (2027, 1, 31), (2028, 2, 29)])
def test_the_sample_register_holds_every_kind(monkeypatch, day):
    monkeypatch.setattr(sandbox, "run_on_bytes", judged_here)
    department = Organisation.objects.create(name="Sở Mẫu", kind="department")
    make_person(Role.DIRECTOR, email="giamdoc@demo.cityweb.example", organisation=department)
    make_person(Role.SPECIALIST, email="chuyenvien@demo.cityweb.example")
    now = datetime(*day, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    with time_machine.travel(now):
        assert load(now=now) == OLD + SIGNED == Licence.objects.count()
        assert load(now=now) == 0
        assert set(Licence.objects.values_list("state", flat=True)) == set(Standing)
        assert set(LicenceVersion.objects.values_list("event", flat=True)) == set(Event)
        signed = Licence.objects.exclude(current__paper=None)
        assert signed.count() == SIGNED
        assert papers.verify(file_of(signed.first())).is_valid
        assert not list(audit.verify())


@pytest.mark.slow
@pytest.mark.django_db
def test_the_sample_dossiers_stand_in_every_state_and_hold_what_dossiers_hold():
    department = Organisation.objects.create(name="Sở Mẫu", kind="department")
    for role, name in ((Role.DIRECTOR, "giamdoc"), (Role.SPECIALIST, "chuyenvien"),
                       (Role.OFFICE_HEAD, "truongphong")):  # fmt: skip
        make_person(role, email=f"{name}@demo.cityweb.example", organisation=department)
    now = datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    with time_machine.travel(now):
        load(now=now)
        assert dossiers.load(password="mau", now=now) == Dossier.objects.count() == 60
        assert dossiers.load(password="mau", now=now) == 0
        assert life.load(now=now) == Proceeding.objects.count() == 4
    assert set(Dossier.objects.values_list("state", flat=True)) == set(State)
    assert set(Dossier.objects.values_list("procedure", flat=True)) == set(
        Procedure.objects.filter(is_filed=True).values_list("pk", flat=True)
    )
    for clock in Clock.objects.exclude(state=Clock.State.PAUSED):
        assert clocks.explain(clock).due_at == clock.due_at
    for one in Dossier.objects.exclude(state=State.DRAFT):
        assert one.sent_sha256 == actions.digest(one.sent)
        assert one.steps.last().state == one.state
        assert bool(one.code) == (one.received_at is not None)
        assert one.is_ended or not one.code or clocks.of(one).open().exists()
    said = Step.objects.filter(public_note__contains="mã hồ sơ").select_related("dossier")
    assert said and all(step.dossier.code in step.public_note for step in said)
    body = Organisation.objects.get(name="Sở Mẫu")
    waiting = Result.objects.filter(dossier__state=State.SIGNED).select_related("dossier")
    assert waiting
    for result in waiting:
        # Whoever comes to the desk can issue what waits there.
        one = result.dossier
        assert result.approved_sha256 == result_paper.digest(one, result, body)
        fitting.as_drafted(one, result)
        fitting.on_the_licence(one, now.date())
        fitting.lasts_longer(one, result.valid_to)
    assert not list(audit.verify())
