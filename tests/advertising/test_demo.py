"""The sample data: loaded once, walked there by the verbs."""

import pytest
from django.utils import timezone

from advertising.demo.load import load
from advertising.models import Inspection, Plan, Violation
from tests.people import make_person

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_samples_stand_in_several_states_and_are_loaded_once(settings, tmp_path, body):
    settings.PAPER_KEYS, settings.PAPER_DEMO_AUTHORITY = tmp_path, True
    settings.AD_ZOO_PORT = 8090
    made = {
        name: make_person(role, email=f"{name}@demo.cityweb.example", organisation=body)
        for name, role in (("giamdoc", "director"), ("truongphong", "office_head"))
    }
    assert load(password="x", now=timezone.now()) == 4
    assert load(password="x", now=timezone.now()) == 0
    assert set(Inspection.objects.values_list("stage", flat=True)) == {
        "checking", "minuted", "preparing", "proposed",
    }  # fmt: skip
    assert Plan.objects.get().approved_by == made["giamdoc"]
    violation = Violation.objects.get()
    assert violation.standing == "drafted" and violation.sanction.amount_vnd == 22_500_000
