"""Days promised to applicants: moved by the calendar, asked for anew before the receipt."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from cityweb.core import clocks, periods
from cityweb.core.clocks import recounting
from cityweb.core.errors import Refused
from cityweb.core.models import CalendarDay, OutboxItem, Paper, Role
from licensing import actions, deadlines, heaps
from licensing.life import PublicState, State, Verb
from licensing.models import ClockName, ComponentMark
from licensing.reports import reasons, statistics
from tests.licensing import dossiers
from tests.licensing.dossiers import TO_SIGNED, do, make_file, walk
from tests.licensing.test_dossier_desk import at
from tests.people import client_of
from tests.shared import shared

pytestmark = pytest.mark.django_db
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
BEGUN = datetime(2026, 3, 2, 9, tzinfo=LOCAL)


@shared
def working(office):
    dossier = dossiers.begin(office)
    for verb in TO_SIGNED[:4]:
        do(office, dossier, verb, at=BEGUN)
    return dossier


def rest_on(day):
    """Let the office rest on a day, and all clocks be counted anew."""
    CalendarDay.objects.create(date=day, kind="holiday", note="Nghỉ", citation="Thông báo mẫu")
    recounted()


def recounted():
    recount = recounting.ask(actor=None, days=(date(2026, 3, 1), date(2026, 3, 31)))
    while not recounting.count_some(pk=recount.pk):
        pass


def test_a_new_day_of_rest_drafts_one_apology_with_both_days(office, working):
    head = office.of(Role.OFFICE_HEAD)
    assert actions.draft_moved() == 0
    rest_on(date(2026, 3, 10))
    assert actions.draft_moved() == 1 and actions.draft_moved() == 0
    draft = Paper.objects.about(working).get()
    assert "16/03/2026" in draft.data["lines"][0] and "17/03/2026" in draft.data["lines"][2]
    assert heaps.named("moved", head).count(head) == 1
    rest_on(date(2026, 3, 11))
    assert actions.draft_moved() == 0
    draft.refresh_from_db()
    assert "18/03/2026" in draft.data["lines"][2]
    assert "10/03/2026 – Nghỉ, theo Thông báo mẫu" in draft.data["lines"][1]
    page = client_of(head).get(at(working), {"panel": "documents"}).text
    assert "Báo ngày hẹn mới" in page and "10/03/2026 – Nghỉ, theo Thông báo mẫu" in page
    drafted = client_of(head).get(f"{at(working)}du-thao-xin-loi.pdf")
    assert "du-thao-xin-loi.pdf" in page and drafted.content.startswith(b"%PDF")
    CalendarDay.objects.all().delete()
    recounted()
    assert actions.draft_moved() == 0
    assert not Paper.objects.about(working).exists()
    assert not heaps.named("moved", head).count(head)


def test_telling_the_moved_day_counts_as_no_rescheduling(office, working):
    head = office.of(Role.OFFICE_HEAD)
    with pytest.raises(Refused) as refused:
        actions.tell_moved(pk=working.pk, actor=head, at=BEGUN, with_slip=False)
    assert refused.value.code == "not-moved"
    rest_on(date(2026, 3, 10))
    told = actions.tell_moved(pk=working.pk, actor=head, at=BEGUN, with_slip=False)
    assert told.apologies == 0 and not told.is_moved and not actions.moved().exists()
    assert told.promised_at == clocks.of(working, "dossier").first().due_at
    assert OutboxItem.objects.filter(dedupe_key__contains=":moved:").count() == 1


def test_the_head_words_what_the_letter_says_of_the_calendar(office, working):
    head = office.of(Role.OFFICE_HEAD)
    rest_on(date(2026, 3, 10))
    words = "Thành phố nghỉ để phòng chống bão."
    actions.tell_moved(pk=working.pk, actor=head, reason=words, at=BEGUN, with_slip=False)
    assert words in Paper.objects.about(working).get().data["lines"][1]


def test_a_supplement_before_the_receipt_leads_back_to_the_first_step(office):
    dossier = walk(office, dossiers.begin(office), Verb.SUBMIT)
    clerk = client_of(office.of(Role.ONE_STOP_CLERK))
    component = dossier.version.components.filter(is_required=True).first()
    field = {f"verdict_{component.pk}": "missing", f"words_{component.pk}": "Chưa có trang 2"}
    page = clerk.get(at(dossier), {"panel": "papers"}).text
    assert "Yêu cầu bổ sung các giấy tờ" in page
    with pytest.raises(Refused) as refused:
        actions.ask_at_intake(pk=dossier.pk, actor=office.of(Role.ONE_STOP_CLERK), papers=[])
    assert refused.value.code == "nothing-to-ask"
    paper = actions.Checked(component, ComponentMark.Verdict.MISSING, "Chưa có trang 2")
    actions.ask_at_intake(
        pk=dossier.pk, actor=office.of(Role.ONE_STOP_CLERK), papers=[paper], with_slip=False
    )
    dossier.refresh_from_db()
    assert field and dossier.state == State.INTAKE
    assert dossier.public_state == PublicState.SUPPLEMENT
    assert not clocks.of(dossier).exists()
    filer = client_of(office.of(Role.APPLICANT))
    from_page = filer.get(f"/nop-ho-so/{dossier.key}/").text
    assert "Chưa có trang 2" in from_page
    asked = dossier.supplements.get()
    make_file(dossier, component.code)
    answers = {one.pk: "Đã bổ sung" for one in asked.items.all()}
    actions.answer(pk=dossier.pk, actor=office.of(Role.APPLICANT), answers=answers)
    dossier.refresh_from_db()
    assert dossier.state == State.SUBMITTED and dossier.code == ""
    assert do(office, dossier, Verb.RECEIVE).state == State.RECEIVED


def test_what_was_asked_for_at_intake_and_never_came_is_withdrawn_or_refused(office):
    clerk = office.of(Role.ONE_STOP_CLERK)
    ends = []
    for end in (
        lambda pk: actions.withdraw(pk=pk, actor=office.of(Role.APPLICANT), reason="Thôi"),
        lambda pk: actions.refuse(pk=pk, actor=clerk, reason="Không bổ sung", with_slip=False),
    ):
        dossier = walk(office, dossiers.begin(office), Verb.SUBMIT)
        component = dossier.version.components.first()
        paper = actions.Checked(component, "wrong", "Sai mẫu")
        actions.ask_at_intake(pk=dossier.pk, actor=clerk, papers=[paper], with_slip=False)
        ends.append(end(dossier.pk).state)
    assert ends == [State.STOPPED, State.NOT_ACCEPTED]


def test_one_apology_is_promised_anew(office, working):
    head = office.of(Role.OFFICE_HEAD)
    with pytest.raises(Refused) as earlier:
        actions.apologise(pk=working.pk, actor=head, days=1, reason="Chờ ý kiến", with_slip=False,
                          at=BEGUN + timedelta(days=3))  # fmt: skip
    assert earlier.value.code == "not-later"
    actions.apologise(pk=working.pk, actor=head, days=15, reason="Chờ ý kiến", with_slip=False,
                      at=BEGUN + timedelta(days=3))  # fmt: skip
    working.refresh_from_db()
    assert working.promised_at == clocks.of(working, "dossier").first().due_at
    with pytest.raises(Refused) as refused:
        actions.apologise(pk=working.pk, actor=head, days=5, reason="Cần thêm giờ", with_slip=False)
    assert refused.value.code == "no-more"


def test_what_was_late_before_the_apology_stays_late(office, working):
    clock = clocks.of(working, ClockName.WHOLE).get()
    after = clock.due_at + timedelta(days=35)
    actions.apologise(pk=working.pk, actor=office.of(Role.OFFICE_HEAD), days=10,
                      reason="Chờ ý kiến Bộ", with_slip=False, at=after)  # fmt: skip
    late = dossiers.refreshed(working)
    assert late.late_since == clock.due_at
    new = clocks.of(late, ClockName.WHOLE).open().get()
    assert new.due_at > after
    words = deadlines.of(late, new, after)
    assert (words.colour, words.words) == ("late", "Quá 35 ngày 0 giờ")
    assert words.detail.startswith("đã xin lỗi, hẹn lại ")
    kept = {
        colour: deadlines.coloured(colour, after).filter(subject_id=late.pk).count()
        for colour in deadlines.COLOURS
    }
    assert kept == {"late": 1, "soon": 0, "fine": 0, "paused": 0}
    day = timezone.localdate(after)
    period = periods.month(day.year, day.month)
    counted = statistics.report(period, statistics.Narrowed(), now=after + timedelta(hours=1))
    assert [one.dossier.pk for one in counted.of("qua-han")] == [late.pk]
    assert not counted.of("con-han")
    said = reasons.why(late, new)
    assert (
        f"Ngày hẹn theo đó: {clock.due_on:%d/%m/%Y}." in said
        and f"đến {new.due_on:%d/%m/%Y}" in said
    )
    assert f"Nhận {timezone.localtime(clock.received_at):%H:%M %d/%m/%Y}" in said
