"""Copies walked sample dossiers for other companies: rows in bulk, where walking each costs most.

A copy went the same way at the same hours; its contents, codes and proof of deposit are its own.
"""

import copy
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone

from cityweb.core.models import Attachment, Clock, ClockSpan
from cityweb.core.papers import numbering
from licensing import actions, procedures
from licensing.actions.one_stop import CODE_SERIES
from licensing.models import (
    Applicant,
    ComponentMark,
    Dossier,
    Finding,
    Licence,
    Result,
    Step,
    Supplement,
    SupplementItem,
)


@dataclass(frozen=True)
class Order:
    """One copy to be made: of which dossier, for whom, about what."""

    model: Dossier
    applicant: Applicant
    licence: Licence | None
    typed: dict[str, str]
    facts: dict[str, Any]


def make(orders: Sequence[Order]) -> int:
    """Make all copies; return how many."""
    made = Dossier.objects.bulk_create(_dossier(order, place) for place, order in enumerate(orders))
    pairs = [(order.model.pk, one) for order, one in zip(orders, made, strict=True)]
    for model in (Step, ComponentMark, Finding, Result):
        _follow(model, pairs)
    _supplements(pairs)
    _files(pairs)
    _clocks(pairs)
    return len(made)


def _dossier(order: Order, place: int) -> Dossier:
    one = copy.copy(order.model)
    one.pk, one.id, one._state = None, None, copy.copy(one._state)
    one._state.adding, one._state.fields_cache = True, {}
    one.key = uuid.uuid4()
    one.applicant, one.licence, one.contents = order.applicant, order.licence, order.typed
    one.licence_version = order.licence.current if order.licence else None
    who = {name: getattr(order.applicant, name) for name in order.model.sent["applicant"]}
    one.sent = order.model.sent | {
        "applicant": who,
        "contents": order.facts,
        "licence": order.licence.number if order.licence else "",
    }
    one.sent_sha256 = actions.digest(one.sent)
    one.deposit_code = f"N{uuid.uuid4().hex[:9].upper()}"
    if one.code:
        day = timezone.localdate(one.received_at)
        one.code = numbering.take(procedures.in_charge(day), CODE_SERIES, day).text
    one.words = one.found_by()
    return one


def _rows_of(model: type[Model], field: str, keys: set[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {key: [] for key in keys}
    for row in model._default_manager.filter(**{f"{field}__in": keys}).order_by("pk"):
        found[getattr(row, field)].append(row)
    return found


def _twin(row: Any, **changes: Any) -> Any:
    one = copy.copy(row)
    one._state = copy.copy(row._state)
    one._state.adding, one._state.fields_cache = True, {}
    one.pk = one.id = None
    for name, value in changes.items():
        setattr(one, name, value)
    return one


def _follow(model: type[Model], pairs: list[tuple[int, Dossier]]) -> None:
    rows = _rows_of(model, "dossier_id", {key for key, _ in pairs})
    model._default_manager.bulk_create(
        _twin(row, dossier_id=one.pk, **_stands_on(row, one))
        for key, one in pairs
        for row in rows[key]
    )


def _stands_on(row: Any, one: Dossier) -> dict[str, Any]:
    """Return about which version of its own licence the copy of a result decides."""
    is_bound = isinstance(row, Result) and row.licence_version_id is not None
    return {"licence_version_id": one.licence_version_id} if is_bound else {}


def _supplements(pairs: list[tuple[int, Dossier]]) -> None:
    rows = _rows_of(Supplement, "dossier_id", {key for key, _ in pairs})
    old = [(row, one.pk) for key, one in pairs for row in rows[key]]
    new = Supplement.objects.bulk_create(_twin(row, dossier_id=pk) for row, pk in old)
    items = _rows_of(SupplementItem, "supplement_id", {row.pk for row, _ in old})
    SupplementItem.objects.bulk_create(
        _twin(item, supplement_id=one.pk)
        for (row, _), one in zip(old, new, strict=True)
        for item in items[row.pk]
    )


def _files(pairs: list[tuple[int, Dossier]]) -> None:
    kind = ContentType.objects.get_for_model(Dossier)
    found = Attachment.objects.filter(owner_type=kind, owner_id__in={key for key, _ in pairs})
    rows: dict[int, list[Attachment]] = {}
    for row in found:
        rows.setdefault(row.owner_id, []).append(row)
    Attachment.objects.bulk_create(
        _twin(row, owner_id=one.pk, key=uuid.uuid4())
        for key, one in pairs
        for row in rows.get(key, [])
    )
    # The moment of sending is the database's own; what was asked for later would seem answered.
    made = Attachment.objects.filter(owner_type=kind, owner_id__in=[one.pk for _, one in pairs])
    earliest = min((one.submitted_at for _, one in pairs), default=None)
    made.update(created_at=earliest)


def _clocks(pairs: list[tuple[int, Dossier]]) -> None:
    kind = ContentType.objects.get_for_model(Dossier)
    rows: dict[int, list[Clock]] = {}
    for row in Clock.objects.filter(subject_type=kind, subject_id__in={key for key, _ in pairs}):
        rows.setdefault(row.subject_id, []).append(row)
    old = [(row, one.pk) for key, one in pairs for row in rows.get(key, [])]
    new = Clock.objects.bulk_create(_twin(row, subject_id=pk) for row, pk in old)
    spans = _rows_of(ClockSpan, "clock_id", {row.pk for row, _ in old})
    ClockSpan.objects.bulk_create(
        _twin(span, clock_id=one.pk)
        for (row, _), one in zip(old, new, strict=True)
        for span in spans[row.pk]
    )
