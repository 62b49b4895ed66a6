"""How long a dossier may stand in one step, and how that is shown."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from cityweb.core import law
from cityweb.core.models import CalendarDay, LegalRule, Role
from cityweb.core.workdays.rules import Calendar
from licensing import actions, deadlines, heaps, step_terms
from licensing.life import State, Verb
from licensing.reports import shown
from tests.licensing.dossiers import begin, refreshed, walk

pytestmark = pytest.mark.django_db
IN_WORK = (Verb.SUBMIT, Verb.RECEIVE, Verb.HAND_OVER)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
HOUR = timedelta(hours=1)


def rule(value, unit):
    return LegalRule(code="X", value=value, unit=unit, confidence="KNOWN")


def at(day, hour):
    """Return an hour of November 2026 in the city."""
    return datetime(2026, 11, day, hour - 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "unit", "since", "last"),
    [
        (2, "working_day", at(19, 9), date(2026, 11, 23)),
        (4, "hour", at(20, 9), date(2026, 11, 20)),
        ("15:00", "time", at(20, 14), date(2026, 11, 20)),
        ("15:00", "time", at(20, 16), date(2026, 11, 23)),
        ("15:00", "time", at(21, 9), date(2026, 11, 23)),
    ],
)
def test_a_step_ends_by_its_row(value, unit, since, last):
    due_at = step_terms.due(rule(value, unit), since, Calendar())
    assert timezone.localdate(due_at) == last


def settle(office, code="LIC.STEP.ASSIGNED", days=2):
    """Let the office head settle the term of a step."""
    row = LegalRule.objects.get(code=code, applies_to="")
    return law.confirm(
        pk=row.pk, value=days, source="Quyết định về quy trình", officer=office.of(Role.OFFICE_HEAD)
    )


def test_nothing_settled_gives_no_term(office):
    dossier = walk(office, begin(office), *IN_WORK)
    assert dossier.step_since and dossier.step_due_at is None
    assert deadlines.of_step(dossier, timezone.now()) is None


def test_a_step_has_its_own_term_and_the_next_another(office, client):
    settle(office)
    dossier = walk(office, begin(office), *IN_WORK)
    assert dossier.step_due_at > dossier.step_since
    client.force_login(office.of(Role.SPECIALIST), backend=BACKEND)
    assert "Bước này: còn" in client.get("/nghiep-vu/licensing/").text
    page = client.get(f"/nghiep-vu/licensing/{dossier.pk}/").text
    assert "hạn bước này" in page and "Quyết định về quy trình" in page
    before = dossier.step_since
    moved = walk(office, dossier, Verb.TAKE_UP)
    assert moved.step_due_at is None and moved.step_since > before
    page = client.get(f"/nghiep-vu/licensing/{dossier.pk}/").text
    assert "Bước này chưa có thời hạn" in page


def test_a_procedure_may_have_a_term_of_its_own(office):
    settle(office, days=9)
    general = LegalRule.objects.get(code="LIC.STEP.ASSIGNED", applies_to="")
    LegalRule.objects.create(
        code=general.code, applies_to="ISSUE", value=1, unit="working_day",
        effective_from=general.effective_from, citation="Quy trình", confidence="KNOWN",
        is_law=False,
    )  # fmt: skip
    book, day = step_terms.Book.read(), timezone.localdate()
    for find in (step_terms.in_law, book.find):
        assert step_terms.settled(State.ASSIGNED, "ISSUE", day, find).value == 1
        assert step_terms.settled(State.ASSIGNED, "AMEND", day, find).value == 9


def test_late_steps_lie_in_a_heap_and_the_history_says_so(office):
    settle(office)
    dossier = walk(office, begin(office), *IN_WORK)
    officer = office.of(Role.SPECIALIST)
    heap = heaps.named("late-step", officer)
    assert not heap.rows(officer).exists()
    later = dossier.step_due_at + 26 * HOUR
    dossier.step_due_at = timezone.now() - 2 * HOUR
    dossier.save(update_fields=["step_due_at"])
    assert heap.rows(officer).get() == dossier
    assert deadlines.of_step(dossier, timezone.now()).words.startswith("Quá 2 giờ")
    stay = shown.stays(refreshed(dossier), later)[-1]
    assert stay.judged == "Quá 1 ngày 2 giờ"


def test_terms_follow_the_calendar_and_the_rules(office):
    dossier = walk(office, begin(office), *IN_WORK)
    settle(office)
    assert actions.count_steps_anew() == 1
    assert actions.count_steps_anew() == 0
    before = refreshed(dossier).step_due_at
    CalendarDay.objects.update_or_create(
        date=timezone.localdate(before), defaults={"kind": "holiday", "note": "Nghỉ đột xuất"}
    )
    assert actions.count_steps_anew() == 1
    assert refreshed(dossier).step_due_at > before
