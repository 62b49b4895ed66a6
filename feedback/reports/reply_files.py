"""The files that go along with a reply: chosen from those with which bodies answered."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from cityweb.core.models import Attachment
from feedback.models import Hop, Reply, Submission
from feedback.states import HopState


def of(reply: Reply) -> list[Attachment]:
    """Return what the sender gets with the reply, in the order in which it came."""
    return list(reply.files.select_related("file").order_by("pk"))


def bodies(submission: Submission) -> dict[int, str]:
    """Return the names of the bodies that it lay at, by the key of each forwarding."""
    return dict(submission.hops.values_list("pk", "organisation__name"))


def offered(submission: Submission) -> QuerySet[Attachment]:
    """Return what the bodies answered with, their units included: what may go along."""
    answered = submission.hops.filter(state=HopState.ANSWERED)
    return Attachment.objects.filter(
        owner_type=ContentType.objects.get_for_model(Hop), owner_id__in=answered.values("pk")
    ).select_related("file")
