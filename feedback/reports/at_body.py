"""One forwarding as the body it lies at may see it: this hop, its clock, nothing of other hops."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from cityweb.core import attachments, clocks
from cityweb.core.models import Attachment, Clock
from feedback import deadlines
from feedback.models import Hop, Message, Submission
from feedback.reports import veiled
from feedback.reports.veiled import FROM_SENDER
from feedback.states import OPEN_HOPS, HopState

# A body with more than this at once reads its list from the most urgent.
MOST_LISTED = 200
MOST_ANSWERED = 50
AddressOf = Callable[[Attachment, str], str]


@dataclass(frozen=True)
class Paper:
    """A file with the addresses by which this reader gets it."""

    name: str
    size: int
    address: str
    thumbnail: str
    is_ready: bool


@dataclass(frozen=True)
class Addition:
    """What the sender wrote later, with its files."""

    message: Message
    title: str
    body: str
    papers: list[Paper]


@dataclass(frozen=True)
class Unit:
    """What a unit of the body was given, until when, and what it said."""

    hop: Hop
    papers: list[Paper]
    term: deadlines.Term | None


@dataclass(frozen=True)
class Waiting:
    """A row of the body's list."""

    hop: Hop
    title: str
    clock: Clock | None
    colour: str


@dataclass(frozen=True)
class Event:
    """Something that happened to this hop."""

    at: datetime
    words: str


@dataclass(frozen=True)
class Case:
    """Everything on the page of one hop."""

    hop: Hop
    submission: Submission
    title: str
    body: str
    place: str
    papers: list[Paper]
    # How many files of the sender this body does not see.
    kept: int
    additions: list[Addition]
    units: list[Unit]
    answer_papers: list[Paper]
    term: deadlines.Term | None
    events: list[Event]

    @property
    def unit_answer(self) -> str:
        """The last answer of a unit, from which the body makes its own."""
        said = [unit.hop.answer for unit in self.units if unit.hop.answer]
        return said[-1] if said else ""


def case(hop: Hop, *, address_of: AddressOf, now: datetime) -> Case:
    """Return the hop as its body sees it; `address_of` gives each file's address."""
    submission = hop.submission
    units = list(hop.sub_hops.select_related("organisation").exclude(state=HopState.RECALLED))

    def papers(owner: Submission | Message | Hop) -> list[Paper]:
        return [_paper(found, address_of, found.name) for found in attachments.of(owner)]

    kept = {one.pk for one in hop.kept_back.all()}

    def from_sender(owner: Submission | Message) -> list[Paper]:
        return [
            _paper(found, address_of, veiled.name_for_body(hop, owner, found))
            for found in attachments.of(owner)
            if found.pk not in kept
        ]

    said = Message.objects.of_all_joined(submission).filter(purpose__in=FROM_SENDER)
    return Case(
        hop=hop,
        submission=submission,
        title=veiled.words(hop, submission.subject),
        body=veiled.words(hop, submission.body),
        place=veiled.place(hop),
        papers=from_sender(submission),
        kept=len(kept & {one.pk for one in veiled.all_of(veiled.sent(submission))}),
        additions=[
            Addition(
                one,
                _title(one, submission),
                veiled.words(hop, one.body, writer=one.submission),
                from_sender(one),
            )
            for one in said.select_related("submission")
        ],
        units=[Unit(unit, papers(unit), _term(unit, now)) for unit in units],
        answer_papers=papers(hop),
        term=_term(hop, now),
        events=list(_events(hop, units)),
    )


def _title(message: Message, submission: Submission) -> str:
    """Say whose words they are: the body answers one sender, others only joined the matter."""
    if message.submission_id == submission.pk:
        return message.get_purpose_display()
    return "Người gửi một ý kiến khác về cùng việc viết thêm"


def open_at(hops: QuerySet[Hop], now: datetime) -> list[Waiting]:
    """Return the open ones of these hops with their clocks, first due first."""
    rows = list(
        hops.filter(state__in=OPEN_HOPS)
        .select_related("submission__category", "organisation")
        .order_by("sent_at")[:MOST_LISTED]
    )
    kind = ContentType.objects.get_for_model(Hop)
    keys = [hop.pk for hop in rows]
    running = Clock.objects.open().filter(subject_type=kind, subject_id__in=keys)
    clock_of = {clock.subject_id: clock for clock in running}
    found = [_waiting(hop, clock_of.get(hop.pk), now) for hop in rows]
    return sorted(found, key=lambda row: row.clock.due_at if row.clock else row.hop.sent_at)


def answered_at(hops: QuerySet[Hop]) -> list[Waiting]:
    """Return the newest of these hops that were answered, last answered first."""
    rows = hops.filter(state=HopState.ANSWERED).select_related(
        "submission__category", "organisation"
    )
    return [
        _waiting(hop, None, hop.sent_at)
        for hop in rows.order_by("-closed_at", "-id")[:MOST_ANSWERED]
    ]


def _waiting(hop: Hop, clock: Clock | None, now: datetime) -> Waiting:
    return Waiting(
        hop,
        veiled.words(hop, hop.submission.subject),
        clock,
        clocks.colour(clock, now) if clock else "",
    )


def _paper(found: Attachment, address_of: AddressOf, name: str) -> Paper:
    return Paper(
        name=name,
        size=found.file.size,
        address=address_of(found, "files:download"),
        thumbnail=address_of(found, "files:thumbnail") if found.file.has_thumbnail else "",
        is_ready=found.file.state == "ready",
    )


def _term(hop: Hop, now: datetime) -> deadlines.Term | None:
    clock = clocks.of(hop).select_related("rule").first()
    if clock is None:
        return None
    return deadlines.explained(clock, now)


def _events(hop: Hop, units: Iterable[Hop]) -> Iterable[Event]:
    found = [Event(hop.sent_at, f"Chuyển đến {hop.organisation.name}")]
    if hop.acknowledged_at:
        found.append(Event(hop.acknowledged_at, "Xác nhận đã nhận"))
    for unit in units:
        name = unit.organisation.name
        found.append(Event(unit.sent_at, f"Giao {name}"))
        if unit.closed_at and unit.state == HopState.ANSWERED:
            found.append(Event(unit.closed_at, f"{name} trả lời"))
        elif unit.closed_at:
            found.append(Event(unit.closed_at, f"{name} trả lại: {unit.returned_reason}"))
    if hop.closed_at:
        found.append(Event(hop.closed_at, "Gửi trả lời về Phòng Thông tin điện tử"))
    return sorted(found, key=lambda event: event.at)
