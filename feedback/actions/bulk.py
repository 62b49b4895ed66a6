"""One verb for many submissions: each is checked anew and stands or falls alone."""

from collections.abc import Callable, Iterable

from cityweb.core import bulk
from cityweb.core.bulk import Result
from cityweb.core.errors import Refused
from cityweb.core.models import User
from feedback.actions import sorting
from feedback.models import Category, Submission
from feedback.states import Kind, State

Step = Callable[[Submission], object]


def accept_all(*, codes: Iterable[str], actor: User) -> list[Result]:
    """Accept each of them."""
    return _each(codes, actor, lambda one: sorting.accept(pk=one.pk, actor=actor))


def assign_all(*, codes: Iterable[str], actor: User, officer: User | None) -> list[Result]:
    """Give each of them to an officer, or back to the queue."""
    return _each(codes, actor, lambda one: sorting.assign(pk=one.pk, actor=actor, officer=officer))


def classify_all(
    *, codes: Iterable[str], actor: User, kind: Kind, category: Category | None
) -> list[Result]:
    """Give each of them a kind, and a category where one is given; the rest stays as it was."""

    def classify(one: Submission) -> None:
        sorting.classify(
            pk=one.pk,
            actor=actor,
            kind=kind,
            category=category or one.category,
            unit=one.unit,
            is_urgent=one.is_urgent,
        )

    return _each(codes, actor, classify)


def reject_spam(*, codes: Iterable[str], actor: User) -> list[Result]:
    """End each of them silently as spam; only what nobody has taken in yet."""

    def reject(one: Submission) -> None:
        if one.state != State.SUBMITTED:
            raise Refused("taken-in", "Đã tiếp nhận: hãy mở ý kiến này để xử lý riêng.")
        sorting.settle_spam(pk=one.pk, actor=actor, is_spam=True)

    return _each(codes, actor, reject)


def _each(codes: Iterable[str], actor: User, step: Step) -> list[Result]:
    """Take the step for each that the person may see, each in a transaction of its own."""
    wanted = list(codes)
    rows = Submission.objects.visible_to(actor).select_related("category", "unit")
    found = {one.code: one for one in rows.filter(code__in=wanted)}
    return bulk.each(
        wanted, found, step,
        subject=lambda one: one.subject, missing="Không tìm thấy ý kiến này.",
    )  # fmt: skip
