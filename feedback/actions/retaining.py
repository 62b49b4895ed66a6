"""What the retention policies ask for: which submissions are due, and doing it one by one."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from cityweb.core.errors import Refused
from feedback import rules
from feedback.actions import erasing
from feedback.models import EraseBy, RetentionPolicy, Submission
from feedback.querysets import SubmissionQuerySet
from feedback.states import ENDED

logger = logging.getLogger(__name__)
# A night's work; what is left over is still due tomorrow.
MOST_A_RUN = 5_000


@dataclass
class Line:
    """One policy: how many submissions are due, and what became of them in this run."""

    policy: RetentionPolicy
    due: int = 0
    done: int = 0
    failed: int = 0


def due(policy: RetentionPolicy, *, now: datetime) -> SubmissionQuerySet:
    """Return the submissions whose time by this policy is over; none while it has no number.

    A category with an active policy of its own goes by that one alone, settled or not.
    """
    if not policy.is_active or policy.months is None:
        return Submission.objects.none()
    rows = Submission.objects.filter(
        mailbox=policy.mailbox_id,
        state__in=ENDED,
        closed_at__lt=rules.months_before(now, policy.months),
        hold__isnull=True,
    )
    if policy.category_id:
        rows = rows.filter(category=policy.category_id)
    else:
        own = RetentionPolicy.objects.filter(
            mailbox=policy.mailbox_id, is_active=True, category__isnull=False
        )
        rows = rows.filter(~Q(category__in=own.values("category")) | Q(category=None))
    if policy.action == EraseBy.DELETE:
        # These can only be anonymised, and were.
        kept = Q(publication__isnull=False) | Q(duplicates__isnull=False)
        return rows.exclude(kept & Q(anonymised_at__isnull=False)).distinct()
    return rows.filter(anonymised_at=None)


def run(*, now: datetime, is_dry: bool) -> list[Line]:
    """Count what is due by every active policy, and unless dry do it, a transaction each.

    One that fails is logged by its number and tried again at the next run.
    """
    lines = []
    left = MOST_A_RUN
    for policy in RetentionPolicy.objects.filter(is_active=True).select_related(
        "mailbox", "category"
    ):
        rows = due(policy, now=now)
        line = Line(policy, due=rows.count())
        lines.append(line)
        if not is_dry:
            keys = list(rows.order_by("pk").values_list("pk", flat=True)[:left])
            left -= len(keys)
            for pk in keys:
                _do(line, pk, now)
    return lines


def _do(line: Line, pk: int, now: datetime) -> None:
    deed = erasing.delete if line.policy.action == EraseBy.DELETE else erasing.anonymise
    try:
        deed(pk=pk, policy=line.policy, at=now)
        line.done += 1
    except (Refused, Submission.DoesNotExist):
        # Reopened, held or gone since it was counted.
        line.failed += 1
    except Exception:  # one row must not keep the others
        logger.exception("submission %d could not be erased", pk)
        line.failed += 1
