"""Why a clock of a dossier ends when it does, in words; the days stand below, one by one."""

from datetime import datetime

from django.utils import timezone

from cityweb.core import clocks
from cityweb.core.models import Clock, Paper
from licensing.models import ClockName, Dossier


def why(dossier: Dossier, clock: Clock) -> str:
    """Return the receipt and its rule; of another day that was promised, the apology as well."""
    first = clocks.of(dossier, clock.name).order_by("id").first()
    if clock.name != ClockName.WHOLE or first.pk == clock.pk:
        return _term(dossier, clock)
    counted = next((one.day for one in clocks.explain(clock).days if one.is_counted), None)
    since = f", đếm từ ngày {counted:%d/%m/%Y}" if counted else ""
    return (
        f"{_term(dossier, first)} Ngày hẹn theo đó: {first.due_on:%d/%m/%Y}. "
        f"Xin lỗi và hẹn lại{_paper(dossier, clock.received_at)}: {clock.amount} "
        f"{clock.get_unit_display()}{since}, đến {clock.due_on:%d/%m/%Y}."
    )


def _term(dossier: Dossier, clock: Clock) -> str:
    source = clock.rule.citation if clock.rule else dossier.term_source
    by = f" theo {source}" if source else ""
    return (
        f"Nhận {_minute(clock.received_at)}, {clock.amount} {clock.get_unit_display()}"
        f"{by.removesuffix('.')}. {clock.get_mode_display()} sau bổ sung."
    )


def _paper(dossier: Dossier, at: datetime) -> str:
    """Name the apology of that moment, or the moment where none was set."""
    rows = Paper.objects.about(dossier).issued().filter(kind="licensing.apology_slip")
    paper = rows.filter(issued_on=timezone.localdate(at)).first()
    if paper is None:
        return f" lúc {_minute(at)}"
    return f" theo văn bản số {paper.number_text} ngày {paper.issued_on:%d/%m/%Y}"


def _minute(at: datetime) -> str:
    return f"{timezone.localtime(at):%H:%M %d/%m/%Y}"
