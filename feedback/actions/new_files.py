"""Files of the sender at bodies: what comes later waits for an officer; a choice may be mended."""

from collections.abc import Iterable

from django.db import transaction

from cityweb.core import attachments, audit
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, User
from feedback.actions._hops import lock_hop, note
from feedback.actions._moving import lock
from feedback.actions._senders_files import told
from feedback.models import Hop, Message, Submission
from feedback.reports import veiled
from feedback.reports.veiled import FROM_SENDER
from feedback.states import OPEN_HOPS


def keep_from_bodies(lead: Submission, message: Message) -> None:
    """Keep the files of a message from every body that `lead` was forwarded to so far.

    For the bodies it lies at now they wait for `decide_on_new_files`.
    """
    files = attachments.of(message)
    if not files:
        return
    for hop in lead.hops.all():
        hop.kept_back.add(*files)
        if hop.is_open:
            hop.undecided.add(*files)


def keep_joined_from_bodies(lead: Submission, joined: Iterable[Submission]) -> None:
    """Do the same with all that was added before to those that are now joined to `lead`."""
    for message in Message.objects.filter(submission__in=joined, purpose__in=FROM_SENDER):
        keep_from_bodies(lead, message)


@transaction.atomic
def decide_on_new_files(*, pk: int, actor: User, shown: Iterable[Attachment]) -> None:
    """Let the bodies see the waiting files that are `shown`; all others stay with the office.

    Raises `Refused("nothing-waits")` when somebody was quicker.
    """
    submission = lock(pk, actor)
    hops = list(submission.hops.filter(state__in=OPEN_HOPS))
    waiting = set(Attachment.objects.filter(undecided_at__in=hops).values_list("pk", flat=True))
    if not waiting:
        raise Refused("nothing-waits", "Không còn tệp nào chờ quyết định.")
    let_through = {one.pk for one in shown} & waiting
    for hop in hops:
        hop.kept_back.remove(*let_through)
        hop.undecided.clear()
    audit.record(
        actor=actor,
        verb="feedback.new_files_decided",
        target=submission,
        shown=sorted(let_through),
        kept=sorted(waiting - let_through),
    )


@transaction.atomic
def decide_on_files(*, pk: int, actor: User, shown: Iterable[Attachment]) -> None:
    """Mend which of the sender's files the body sees where it lies: these, and no others.

    What is kept from now on is gone from every body it ever lay at. What is let through is seen by
    the body and by its units; what the body kept from a unit stays kept.
    """
    submission = lock(pk, actor)
    hop = veiled.last_seen(submission)
    if hop is None:
        raise Refused("lies-nowhere", "Ý kiến không còn ở cơ quan nào.")
    every = {one.pk for one in veiled.all_of(veiled.sent(submission))}
    seen = every - set(hop.kept_back.values_list("pk", flat=True))
    chosen = {one.pk for one in shown} & every
    for other in submission.hops.all():
        other.kept_back.add(*(seen - chosen))
        if hop.pk in (other.pk, other.parent_id):
            other.kept_back.remove(*(chosen - seen))
        other.undecided.clear()
    audit.record(
        actor=actor,
        verb="feedback.files_decided",
        target=submission,
        organisation=hop.organisation_id,
        **told(chosen - seen, seen - chosen),
    )


@transaction.atomic
def decide_on_unit_files(*, pk: int, actor: User | None, shown: Iterable[Attachment] = ()) -> Hop:
    """Let the body mend which of the files it sees its unit sees too: these, and no others."""
    hop = lock_hop(pk, actor)
    below = hop.sub_hops.filter(state__in=OPEN_HOPS).first()
    if below is None:
        raise Refused("no-unit", "Không còn đơn vị nào đang giữ việc này.")
    kept_above = set(hop.kept_back.values_list("pk", flat=True))
    every = {one.pk for one in veiled.all_of(veiled.sent(hop.submission))} - kept_above
    chosen = {one.pk for one in shown} & every
    below.kept_back.set([*kept_above, *(every - chosen)])
    note(below, actor, "feedback.unit_files_decided", **told(chosen, every - chosen))
    return below
