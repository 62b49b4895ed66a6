"""Who may read the files of a submission, of its messages, of a body's answer, of a publication.

Each function is a policy of `settings.ATTACHMENT_POLICIES`: it is given the request and the file.
"""

from uuid import UUID

from django.core import signing
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from cityweb.core.access import lacks_second_factor
from cityweb.core.models import Attachment, User
from feedback.models import AgencyLink, Hop, Message, Publication, PublishedFile, Submission
from feedback.querysets import HopQuerySet, SubmissionQuerySet
from feedback.reports import veiled
from feedback.reports.veiled import FROM_SENDER

# The name in the address of a file that was shown to the holder of a link, and how long it works.
TICKET = "ve"
TICKET_SECONDS = 24 * 60 * 60
_SALT = "feedback.agency_file"


def ticket(key: UUID, link: AgencyLink) -> str:
    """Return what lets the holder of this link read this one file for a day.

    The link's own key must not stand in the address of a file, where it would be copied.
    """
    return signing.TimestampSigner(salt=_SALT).sign(f"{key.hex}.{link.pk}")


def may_read_submission(request: HttpRequest, attachment: Attachment) -> bool | str:
    """Let officers who see the submission read its files, and the body it lies at."""
    owner = attachment.owner_id
    if _on_desk(request).filter(pk=owner).exists():
        return True
    return _as_body(_at_body(request, attachment).filter(submission=owner), attachment, Submission)


def may_read_message(request: HttpRequest, attachment: Attachment) -> bool | str:
    """The same for what the sender added later."""
    owner = attachment.owner_id
    if _on_desk(request).filter(messages=owner).exists():
        return True
    said = Message.objects.filter(pk=owner, purpose__in=FROM_SENDER)
    own = said.values("submission")
    joined = said.filter(submission__is_restricted=False).values("submission__duplicate_of")
    theirs = Q(submission__in=own) | Q(submission__in=joined)
    return _as_body(_at_body(request, attachment).filter(theirs), attachment, Message)


def _as_body(
    hops: HopQuerySet, attachment: Attachment, kind: type[Submission | Message]
) -> bool | str:
    """Return the name under which the body gets the file; a name may tell who sent it."""
    hop = hops.select_related("submission").order_by("-sent_at", "-id").first()
    if hop is None:
        return False
    return veiled.name_for_body(hop, kind.objects.get(pk=attachment.owner_id), attachment)


def may_read_hop(request: HttpRequest, attachment: Attachment) -> bool:
    """Let officers read the files of a body's answer, that body itself, and the one above it."""
    owner = attachment.owner_id
    return (
        _on_desk(request).filter(hops=owner).exists()
        or _at_body(request, attachment).filter(Q(pk=owner) | Q(sub_hops=owner)).exists()
    )


def may_read_publication(request: HttpRequest, attachment: Attachment) -> bool:
    """Let everybody read what is public now, and officers what is being prepared."""
    owner = attachment.owner_id
    public = PublishedFile.objects.filter(
        shown=attachment.pk, publication__in=Publication.objects.published().filter(pk=owner)
    )
    return public.exists() or _on_desk(request).filter(publication=owner).exists()


def _on_desk(request: HttpRequest) -> SubmissionQuerySet:
    person = _person(request)
    return Submission.objects.visible_to(person) if person else Submission.objects.none()


def _at_body(request: HttpRequest, attachment: Attachment) -> HopQuerySet:
    """Return the forwardings through which this reader may see something."""
    link = _link(request, attachment)
    if link is not None:
        return Hop.objects.filter(pk=link.hop_id).exclude(kept_back=attachment.pk)
    person = _person(request)
    if person is None:
        return Hop.objects.none()
    return Hop.objects.visible_to_contact(person).exclude(kept_back=attachment.pk)


def _person(request: HttpRequest) -> User | None:
    user = request.user
    return user if user.is_authenticated and not lacks_second_factor(user) else None


def _link(request: HttpRequest, attachment: Attachment) -> AgencyLink | None:
    try:
        signed = signing.TimestampSigner(salt=_SALT).unsign(
            request.GET.get(TICKET, "")[:200], max_age=TICKET_SECONDS
        )
    except signing.BadSignature:
        return None
    key, _, link = signed.partition(".")
    if key != attachment.key.hex:
        return None
    return AgencyLink.objects.usable(timezone.now()).filter(pk=int(link)).first()
