"""What officers do beside the submission itself: notes, looking at who wrote, who else is here."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cityweb.core import audit, kept_views, mentions
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from feedback.actions._moving import DECIDERS, lock
from feedback.models import Note, Presence, SavedView, Submission
from feedback.querysets import READERS

# Who was heard of longer ago has left the screen.
AWAY_AFTER = timedelta(seconds=60)


@transaction.atomic
def note(*, pk: int, actor: User, body: str, at: datetime | None = None) -> Note:
    """Leave a word for colleagues; whoever it names as "@name" finds it among their own work.

    A name is the part of a colleague's office address before the "@". Raises
    `Refused("nobody-of-that-name")`, also for a colleague who may not see the submission.
    """
    submission = lock(pk, actor, *READERS)
    if not body.strip():
        raise Refused("no-text", "Ghi chú chưa có nội dung.")
    named = mentions.named(body, colleagues(submission), what="ý kiến này")
    made = Note.objects.create(
        submission=submission, author=actor, body=body, at=at or timezone.now()
    )
    made.mentions.set(named)
    audit.record(
        actor=actor,
        verb="feedback.noted",
        target=submission,
        mentions=[person.pk for person in named],
    )
    return made


def colleagues(submission: Submission) -> list[User]:
    """Return who works on the desk today and may see this submission, by name."""
    today = timezone.localdate()
    in_force = Q(grants__valid_to__isnull=True) | Q(grants__valid_to__gte=today)
    roles = [Role.DENUNCIATION_READER] if submission.is_restricted else list(READERS)
    people = User.objects.filter(
        in_force, grants__role__in=roles, grants__valid_from__lte=today, is_active=True
    )
    return list(people.distinct().order_by("full_name"))


@transaction.atomic
def view_sender(*, pk: int, actor: User) -> Submission:
    """Return the submission with the data of who wrote it; that somebody looked is written down."""
    submission = lock(pk, actor)
    audit.record(actor=actor, verb="feedback.sender_viewed", target=submission)
    return submission


def look_in(*, pk: int, actor: User, now: datetime | None = None) -> list[User]:
    """Note that `actor` has the submission open; return who else has. Leaves no trace in the audit.

    Raises `Submission.DoesNotExist` when the person may not see it.
    """
    now = now or timezone.now()
    submission = Submission.objects.visible_to(actor).only("pk").get(pk=pk)
    Presence.objects.update_or_create(
        submission=submission, person=actor, defaults={"seen_at": now}
    )
    others = Presence.objects.filter(submission=submission, seen_at__gt=now - AWAY_AFTER)
    rows = others.exclude(person=actor).select_related("person").order_by("person__full_name")
    return [row.person for row in rows]


def save_view(*, actor: User, name: str, query: str, is_shared: bool) -> SavedView:
    """Keep a filter of the list under a name; the same name again replaces it."""
    return kept_views.save(SavedView, actor=actor, name=name, query=query, is_shared=is_shared)


def drop_view(*, pk: int, actor: User) -> None:
    """Throw a filter away: one's own, or as head of the office one that all share."""
    kept_views.drop(SavedView, pk=pk, actor=actor, decides=actor.has_role(*DECIDERS))


@transaction.atomic
def note_export(*, actor: User, title: str, rows: int) -> None:
    """Write down that somebody took a list out of the house: which, and how long."""
    audit.record(actor=actor, verb="feedback.exported", target=None, title=title, rows=rows)
