"""Files that come from the sender while the matter lies at a body: an officer lets them through."""

from collections.abc import Iterable

from django.db import transaction

from cityweb.core import attachments, audit
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, User
from feedback.actions._moving import lock
from feedback.models import Message, Submission
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
