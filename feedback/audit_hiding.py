"""What the audit trail and the outbox's desk do not speak of to whom (`settings.AUDIT_HIDERS`)."""

from django.db.models import Q

from cityweb.core.models import User
from feedback.models import Letter, Submission
from feedback.querysets import LetterQuerySet, SubmissionQuerySet


def submissions_hidden_from(user: User) -> SubmissionQuerySet:
    """Return the isolated submissions that this person may not read."""
    isolated = Submission.objects.filter(is_restricted=True)
    return isolated.exclude(pk__in=Submission.objects.visible_to(user).values("pk"))


def letters_hidden_from(user: User) -> LetterQuerySet:
    """Return the mail about such submissions, and what may become one."""
    isolated = Q(submission__is_restricted=True) | Q(is_restricted=True)
    return Letter.objects.filter(isolated).exclude(
        pk__in=Letter.objects.visible_to(user).values("pk")
    )
