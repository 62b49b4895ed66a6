"""Who has a draft open: the only verb that leaves no trace in the audit."""

from datetime import datetime

from django.db import transaction

from cityweb.core.models import User
from cityweb.news.models import Edition, Presence


@transaction.atomic
def look_in(*, pk: int, actor: User, now: datetime) -> list[Presence]:
    """Note that `actor` has the edition open and return the others who have, first come first.

    Raises `Edition.DoesNotExist` when the person may not see it.
    """
    edition = Edition.objects.visible_to(actor).only("pk").get(pk=pk)
    mine, is_new = Presence.objects.get_or_create(
        edition=edition, user=actor, defaults={"opened_at": now, "seen_at": now}
    )
    if not is_new:
        was_away = not Presence.objects.here(now).filter(pk=mine.pk).exists()
        mine.opened_at = now if was_away else mine.opened_at
        mine.seen_at = now
        mine.save(update_fields=["opened_at", "seen_at"])
    others = Presence.objects.here(now).filter(edition=edition).exclude(user=actor)
    return list(others.select_related("user").order_by("opened_at"))


def leave(*, pk: int, actor: User) -> None:
    """Note that `actor` closed the edition."""
    Presence.objects.filter(edition=pk, user=actor).delete()
