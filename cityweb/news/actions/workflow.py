"""Passing an edition from desk to desk, each step refusable with a reason."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from cityweb.news import rules
from cityweb.news.actions._locking import (
    WRITERS,
    lock_edition,
    require,
    require_reason,
    require_state,
)
from cityweb.news.models import Edition
from cityweb.news.states import APPROVED_ALREADY, LIFE, State

# Further away it is a slip of the hand, and nobody would remember the text is waiting.
SCHEDULE_AT_MOST = timedelta(days=366)


@transaction.atomic
def submit(*, pk: int, actor: User) -> Edition:
    """The author hands the draft to the desk."""
    require(actor, *WRITERS)
    edition = lock_edition(pk, actor)
    return _move(
        edition,
        State.SUBMITTED,
        actor,
        verb="news.submitted",
        submitted_by=actor,
        return_reason="",
    )


@transaction.atomic
def mark_edited(*, pk: int, actor: User) -> Edition:
    """The desk has edited the text and passes it up for approval."""
    require(actor, *WRITERS)
    edition = lock_edition(pk, actor)
    return _move(edition, State.EDITED, actor, verb="news.edited", edited_by=actor)


@transaction.atomic
def return_for_changes(*, pk: int, actor: User, reason: str) -> Edition:
    """Send the edition back to its author, saying why; approval and schedule are void.

    What the board has approved only the board can take back.
    """
    require(actor, *WRITERS)
    edition = lock_edition(pk, actor)
    if edition.state in APPROVED_ALREADY:
        require(actor, Role.EDITORIAL_BOARD)
    reason = require_reason(reason)
    return _move(
        edition,
        State.DRAFT,
        actor,
        verb="news.returned",
        reason=reason,
        return_reason=reason,
        approved_by=None,
        publish_at=None,
    )


@transaction.atomic
def approve(*, pk: int, actor: User) -> Edition:
    """The editorial board allows publication.

    Neither who began the text nor who handed it in may approve it: writing all of a colleague's
    empty draft and handing it in is authorship too.
    """
    require(actor, Role.EDITORIAL_BOARD)
    edition = lock_edition(pk, actor)
    if actor.pk in {edition.author_id, edition.submitted_by_id}:
        raise Refused(
            "own-text", "Người viết hoặc trình bài không tự duyệt bài đó; hãy nhờ người khác duyệt."
        )
    # The table leads from "scheduled" to "approved" too, but that is the other verb.
    require_state(edition, State.EDITED, State.APPROVED)
    return _move(edition, State.APPROVED, actor, verb="news.approved", approved_by=actor)


@transaction.atomic
def schedule(*, pk: int, actor: User, at: datetime) -> Edition:
    """Set the minute at which the approved edition goes before the reader."""
    require(actor, Role.EDITORIAL_BOARD)
    edition = lock_edition(pk, actor)
    if at <= timezone.now():
        raise Refused("time-past", "Giờ hẹn đăng phải ở sau lúc này.")
    if at > timezone.now() + SCHEDULE_AT_MOST:
        raise Refused("time-too-far", "Chỉ hẹn giờ đăng trong vòng một năm; hãy xem lại năm đã gõ.")
    return _move(
        edition, State.SCHEDULED, actor, verb="news.scheduled", publish_at=at, at=at.isoformat()
    )


@transaction.atomic
def unschedule(*, pk: int, actor: User) -> Edition:
    """Take the time back; the edition stays approved."""
    require(actor, Role.EDITORIAL_BOARD)
    edition = lock_edition(pk, actor)
    require_state(edition, State.SCHEDULED, State.APPROVED)
    return _move(edition, State.APPROVED, actor, verb="news.unscheduled", publish_at=None)


def _move(
    edition: Edition, target: State, actor: User, *, verb: str, reason: str = "", **changes: Any
) -> Edition:
    LIFE.check(edition.state, target)
    if target != State.DRAFT:
        rules.check_ready(
            edition.title,
            edition.lead,
            edition.body,
            has_picture=edition.picture_id is not None,
            alt=edition.picture_alt or (edition.picture.alt if edition.picture else ""),
        )
    fields = {name for name in changes if name in {f.name for f in Edition._meta.get_fields()}}
    for name in fields:
        setattr(edition, name, changes[name])
    edition.state = target
    edition.save(update_fields=["state", "updated_at", *fields])
    details = {name: value for name, value in changes.items() if name not in fields}
    audit.record(actor=actor, verb=verb, target=edition, reason=reason, **details)
    return edition
