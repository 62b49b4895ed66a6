"""Which submissions the audit trail does not speak of to whom (`settings.AUDIT_HIDERS`)."""

from cityweb.core.models import User
from feedback.models import Submission
from feedback.querysets import SubmissionQuerySet


def hidden_from(user: User) -> SubmissionQuerySet:
    """Return the isolated submissions that this person may not read."""
    isolated = Submission.objects.filter(is_restricted=True)
    return isolated.exclude(pk__in=Submission.objects.visible_to(user).values("pk"))
