"""One verb for many dossiers, each checked anew; of each it is said what came of it."""

from collections.abc import Callable, Iterable

from cityweb.core import bulk
from cityweb.core.bulk import Result
from cityweb.core.models import User
from licensing.actions import appraising, one_stop
from licensing.models import Dossier


def hand_over_all(*, keys: Iterable[int], actor: User, to: User) -> list[Result[int]]:
    """Give each of them to a specialist."""
    return _each(keys, actor, lambda one: one_stop.hand_over(pk=one.pk, actor=actor, to=to))


def reassign_all(*, keys: Iterable[int], actor: User, to: User, reason: str) -> list[Result[int]]:
    """Give each of them to another specialist, with one reason."""
    return _each(
        keys, actor, lambda one: one_stop.reassign(pk=one.pk, actor=actor, to=to, reason=reason)
    )


def take_up_all(*, keys: Iterable[int], actor: User) -> list[Result[int]]:
    """Begin with the appraisal of each."""
    return _each(keys, actor, lambda one: appraising.take_up(pk=one.pk, actor=actor))


def hand_out_all(*, keys: Iterable[int], actor: User) -> list[Result[int]]:
    """Write down of each that the applicant has the result."""
    return _each(keys, actor, lambda one: one_stop.hand_out(pk=one.pk, actor=actor))


def _each(keys: Iterable[int], actor: User, step: Callable[[Dossier], object]) -> list[Result[int]]:
    wanted = list(keys)
    rows = Dossier.objects.on_desk(actor).select_related("applicant").in_bulk(wanted)
    return bulk.each(
        wanted, rows, step,
        subject=lambda one: f"{one} – {one.applicant.name}", missing="Không tìm thấy hồ sơ này.",
    )  # fmt: skip
