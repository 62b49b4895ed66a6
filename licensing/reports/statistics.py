"""How dossiers went in a period: every figure is the number of dossiers that it opens."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Q

from cityweb.core.models import Clock, ClockSpan
from cityweb.core.periods import Period
from licensing import deadlines
from licensing.life import State, Verb
from licensing.models import ClockName, Dossier, Result, Step, Supplement
from licensing.reports.book import midnight

# A period is read as a whole: beyond this the report says that it is not.
MOST = 50_000
# In the address: dossiers that no specialist has yet.
NOBODY = 0
HEADER = (
    "Mã hồ sơ",
    "Tổ chức",
    "Thủ tục",
    "Chuyên viên",
    "Tiếp nhận",
    "Hẹn trả",
    "Xong",
    "Thế nào",
)


@dataclass(frozen=True)
class Narrowed:
    """Whose work, which procedure; empty parts narrow nothing."""

    procedure: str = ""
    specialist: int | None = None


@dataclass(frozen=True)
class Case:
    """One dossier as it stood in the period."""

    dossier: Dossier
    is_carried: bool
    is_received: bool
    is_finished: bool
    ended_at: datetime | None
    due_at: datetime | None
    is_paused: bool
    is_late_open: bool
    end: str
    # Whether a request for more was sent in the period, and one that could have come before.
    is_asked: bool
    is_asked_again: bool

    @property
    def timing(self) -> str:
        """Early, in time or late; nothing while it is open, or where nothing was decided."""
        if not self.is_decided or self.ended_at is None or self.due_at is None:
            return ""
        return deadlines.timing(self.ended_at, self.due_at)

    @property
    def is_decided(self) -> bool:
        """Whether the office came to a result; not what was withdrawn or stopped."""
        return self.is_finished and self.end in DECIDED

    @property
    def is_within_term(self) -> bool:
        """Whether it ended, however it did, before its day: as the national index counts."""
        return self.is_finished and not (
            self.ended_at and self.due_at and self.ended_at > self.due_at
        )

    @property
    def how(self) -> str:
        """The end in a word, as lists and files say it."""
        return deadlines.HOW.get(self.timing) or ENDS.get(self.end, "đang giải quyết")

    @property
    def is_open(self) -> bool:
        return (self.is_carried or self.is_received) and not self.is_finished

    def cells(self) -> list[object]:
        """The row of a table, under `HEADER`."""
        one = self.dossier
        return [
            str(one), one.applicant.name, one.procedure.short_name,
            one.specialist.full_name if one.specialist else "", one.received_at, self.due_at,
            self.ended_at if self.is_finished else None, self.how,
        ]  # fmt: skip


DECIDED = (Result.Kind.GRANT, Result.Kind.REFUSE)
ENDS = {"withdrawn": "tổ chức rút", "stopped": "dừng giải quyết"}


@dataclass(frozen=True)
class Kind:
    """One figure: what it is called, which cases it counts, of which whole it is a part."""

    key: str
    label: str
    fits: Callable[[Case], bool]
    whole: str = ""


_ONLINE = Dossier.Channel.ONLINE
CHAPTERS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("Tiếp nhận", (
        Kind("ky-truoc", "Kỳ trước chuyển sang", lambda one: one.is_carried),
        Kind("tiep-nhan", "Tiếp nhận trong kỳ", lambda one: one.is_received),
        Kind("truc-tuyen", "Trong đó nộp trực tuyến",
             lambda one: one.is_received and one.dossier.channel == _ONLINE, "tiep-nhan"),
    )),
    ("Đã giải quyết", (
        Kind("da-giai-quyet", "Đã giải quyết xong trong kỳ", lambda one: one.is_finished),
        Kind("co-ket-qua", "Trong đó có kết quả", lambda one: one.is_decided, "da-giai-quyet"),
        Kind("truoc-han", "Trước hạn", lambda one: one.timing == "early", "co-ket-qua"),
        Kind("dung-han", "Đúng hạn", lambda one: one.timing == "in_time", "co-ket-qua"),
        Kind("tre-han", "Trễ hạn", lambda one: one.timing == "late", "co-ket-qua"),
        Kind("trong-han", "Trong hạn, tính cả rút và dừng", lambda one: one.is_within_term,
             "da-giai-quyet"),
        Kind("co-hen-lai", "Có xin lỗi, hẹn lại",
             lambda one: one.is_finished and one.dossier.apologies > 0, "da-giai-quyet"),
    )),
    ("Kết quả", (
        Kind("dong-y", "Giải quyết theo đề nghị", lambda one: one.end == "grant", "da-giai-quyet"),
        Kind("tu-choi", "Từ chối, có lý do", lambda one: one.end == "refuse", "da-giai-quyet"),
        Kind("dung", "Dừng giải quyết", lambda one: one.end == "stopped", "da-giai-quyet"),
        Kind("rut", "Tổ chức rút hồ sơ", lambda one: one.end == "withdrawn", "da-giai-quyet"),
    )),
    ("Yêu cầu bổ sung", (
        Kind("yeu-cau", "Có yêu cầu bổ sung gửi trong kỳ", lambda one: one.is_asked),
        Kind("yeu-cau-lai", "Trong đó có nội dung lẽ ra thấy từ lần đầu",
             lambda one: one.is_asked_again, "yeu-cau"),
    )),
    ("Đang giải quyết cuối kỳ", (
        Kind("dang-giai-quyet", "Đang giải quyết", lambda one: one.is_open),
        Kind("con-han", "Còn hạn",
             lambda one: one.is_open and not one.is_late_open and not one.is_paused,
             "dang-giai-quyet"),
        Kind("qua-han", "Quá hạn", lambda one: one.is_open and one.is_late_open,
             "dang-giai-quyet"),
        Kind("tam-dung", "Tạm dừng chờ bổ sung",
             lambda one: one.is_open and one.is_paused and not one.is_late_open,
             "dang-giai-quyet"),
    )),
)  # fmt: skip
KINDS = {one.key: one for _, kinds in CHAPTERS for one in kinds}
# The columns of the tables by procedure and by officer.
COLUMNS = ("ky-truoc", "tiep-nhan", "da-giai-quyet", "truoc-han", "dung-han", "tre-han",
           "dang-giai-quyet", "qua-han")  # fmt: skip


@dataclass(frozen=True)
class Figure:
    kind: Kind
    value: int
    whole: int | None

    @property
    def share(self) -> float | None:
        """The number in per cent of its whole."""
        return 100 * self.value / self.whole if self.whole else None


@dataclass(frozen=True)
class Row:
    """One procedure or officer with a number a column; `query` narrows the report to it."""

    label: str
    query: str
    numbers: list[tuple[str, int]]


@dataclass(frozen=True)
class Report:
    """One period, as of `until`."""

    period: Period
    until: datetime
    cases: list[Case]
    # More dossiers stood in the period than are read: the figures are of the oldest only.
    is_cut: bool = False

    def of(self, key: str) -> list[Case]:
        """Return the cases behind a figure."""
        fits = KINDS[key].fits
        return [one for one in self.cases if fits(one)]

    def chapters(self) -> list[tuple[str, list[Figure]]]:
        """Return the figures, chapter by chapter."""
        counts = {key: len(self.of(key)) for key in KINDS}
        return [
            (title, [Figure(one, counts[one.key], counts.get(one.whole)) for one in kinds])
            for title, kinds in CHAPTERS
        ]

    def by_procedure(self) -> list[Row]:
        return self._rows(lambda one: (one.procedure.short_name, f"thu-tuc={one.procedure.code}"))

    def by_specialist(self) -> list[Row]:
        return self._rows(
            lambda one: (
                (one.specialist.full_name, f"chuyen-vien={one.specialist_id}")
                if one.specialist
                else ("Chưa giao", f"chuyen-vien={NOBODY}")
            )
        )

    def _rows(self, group: Callable[[Dossier], tuple[str, str] | None]) -> list[Row]:
        parts: dict[tuple[str, str], list[Case]] = defaultdict(list)
        for one in self.cases:
            if (key := group(one.dossier)) is not None:
                parts[key].append(one)
        return [
            Row(label, query, [(key, sum(map(KINDS[key].fits, cases))) for key in COLUMNS])
            for (label, query), cases in sorted(parts.items())
        ]


def report(period: Period, narrowed: Narrowed, *, now: datetime) -> Report:
    """Return the figures of a period; of one that runs, until now."""
    first, end = midnight(period.first), min(midnight(period.end), now)
    rows = Dossier.objects.filter(received_at__lt=end).filter(
        Q(closed_at__isnull=True) | Q(closed_at__gte=first)
    )
    if narrowed.procedure:
        rows = rows.filter(procedure__code=narrowed.procedure)
    if narrowed.specialist == NOBODY:
        rows = rows.filter(specialist=None)
    elif narrowed.specialist:
        rows = rows.filter(specialist=narrowed.specialist)
    found = list(
        rows.select_related("procedure", "applicant", "specialist")
        .defer("sent", "contents")
        .order_by("received_at", "id")[: MOST + 1]
    )
    is_cut = len(found) > MOST
    found = found[:MOST]
    keys = [one.pk for one in found]
    clocks, paused = _clocks(keys, end)
    ends, asked = _ends(found, end), _asked(keys, first, end)
    cases = [
        _case(one, first, end, clocks.get(one.pk), paused, ends.get(one.pk, ""), asked)
        for one in found
    ]
    return Report(period, end, cases, is_cut)


def _case(
    one: Dossier,
    first: datetime,
    end: datetime,
    clock: Clock | None,
    paused: dict[int, datetime],
    how: str,
    asked: dict[int, bool],
) -> Case:
    is_finished = one.closed_at is not None and first <= one.closed_at < end
    since = paused.get(clock.pk) if clock else None
    # Asked for more and never answered: the day of asking is the end.
    ended_at = (since or one.closed_at) if is_finished else None
    due_at = deadlines.due_of(one, clock) if clock else None
    reached = since or end
    return Case(
        dossier=one, is_carried=one.received_at < first, is_received=one.received_at >= first,
        is_finished=is_finished, ended_at=ended_at, due_at=due_at, is_paused=since is not None,
        is_late_open=due_at is not None and due_at < reached, end=how if is_finished else "",
        is_asked=one.pk in asked, is_asked_again=asked.get(one.pk, False),
    )  # fmt: skip


def _clocks(keys: list[int], end: datetime) -> tuple[dict[int, Clock], dict[int, datetime]]:
    """Return the last clock of each dossier, and since when those rest that rested at the end."""
    kind = ContentType.objects.get_for_model(Dossier)
    rows = Clock.objects.filter(
        subject_type=kind, subject_id__in=keys, name=ClockName.WHOLE, received_at__lt=end
    )
    found = {clock.subject_id: clock for clock in rows.order_by("id")}
    last: dict[int, ClockSpan] = {}
    spans = ClockSpan.objects.filter(clock__in=[one.pk for one in found.values()])
    for span in spans.filter(began_at__lt=end).exclude(kind="stopped").order_by("id"):
        last[span.clock_id] = span
    paused = {pk: span.began_at for pk, span in last.items() if span.kind == "paused"}
    return found, paused


def _asked(keys: list[int], first: datetime, end: datetime) -> dict[int, bool]:
    """Return the dossiers more was asked for, and whether something could have been seen before."""
    sent = Supplement.objects.filter(dossier__in=keys, at__gte=first, at__lt=end)
    said = sent.exclude(state__in=["proposed", "denied"]).order_by()
    rows = said.values_list("dossier").annotate(again=BoolOr("is_repeated"))
    return dict(rows)


def _ends(found: Iterable[Dossier], end: datetime) -> dict[int, str]:
    """Return in what each ended dossier ended."""
    closed = [one for one in found if one.closed_at is not None and one.closed_at < end]
    keys = [one.pk for one in closed]
    withdrawn = set(
        Step.objects.filter(
            dossier__in=keys, state=State.STOPPED, verb__in=[Verb.LET_GO, Verb.WITHDRAW]
        ).values_list("dossier", flat=True)
    )
    results = dict(Result.objects.filter(dossier__in=keys).values_list("dossier", "kind"))
    return {one.pk: _end(one, withdrawn, results) for one in closed}


def _end(one: Dossier, withdrawn: set[int], results: dict[int, str]) -> str:
    if one.state == State.STOPPED:
        return "withdrawn" if one.pk in withdrawn else "stopped"
    return results.get(one.pk, "")
