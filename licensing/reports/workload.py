"""What each officer has in hand, and who is suggested for the next dossier, with the reason."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from cityweb.core.models import User
from licensing.life import IN_WORK
from licensing.models import Dossier, StandIn


@dataclass(frozen=True)
class Load:
    """One officer: how many open dossiers, and who does their work today where they are away."""

    person: User
    open: int
    away: str = ""

    def __str__(self) -> str:
        return f"đang giữ {self.open} hồ sơ" + (
            f", vắng, {self.away} làm thay" if self.away else ""
        )


@dataclass(frozen=True)
class Suggestion:
    person: User
    why: str


def loads(people: list[User], today: date) -> list[Load]:
    """Return the load of each of them."""
    rows = Dossier.objects.filter(specialist__in=people, state__in=IN_WORK)
    counted = dict(rows.order_by().values_list("specialist").annotate(Count("pk")))
    away = {
        one.person_id: one.stand_in.full_name
        for one in StandIn.objects.on(today).filter(person__in=people).select_related("stand_in")
    }
    return [Load(one, counted.get(one.pk, 0), away.get(one.pk, "")) for one in people]


def suggested(all_loads: list[Load], dossier: Dossier | None) -> Suggestion | None:
    """Return who should have it: who had the applicant's last one, else who has the least."""
    here = [one for one in all_loads if not one.away]
    if not here:
        return None
    if dossier is not None:
        last = dossier.applicant.dossiers.exclude(pk=dossier.pk).exclude(specialist=None)
        known = last.order_by("-id").values_list("specialist", flat=True).first()
        for one in here:
            if one.person.pk == known and one.person.pk != dossier.specialist_id:
                return Suggestion(one.person, "đã xử lý hồ sơ trước của tổ chức này")
    free = [one for one in here if dossier is None or one.person.pk != dossier.specialist_id]
    if not free:
        return None
    least = min(free, key=lambda one: one.open)
    return Suggestion(least.person, f"đang giữ ít nhất, {least.open} hồ sơ")
