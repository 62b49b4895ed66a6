"""Copies walked sample dossiers for other companies: rows in bulk, where walking each costs most.

A copy went the same way at the same hours; its contents, codes and proof of deposit are its own.
"""

import copy
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone

from cityweb.core.models import Attachment, Clock, ClockSpan
from cityweb.core.papers import numbering
from licensing import actions, procedures, result_paper
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

# What a step says in words.
_SAID = ("public_note", "reason")


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
    codes = {order.model.pk: order.model.code for order in orders}
    for model in (Step, ComponentMark, Finding, Result):
        _follow(model, pairs, codes)
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


def approve() -> None:
    """Let the signer of each result, a copy or not, have agreed to what its own paper says."""
    signed = Result.objects.filter(paper=None).exclude(approved_at=None)
    for one in signed.select_related("dossier__procedure", "dossier__licence__current"):
        body = procedures.in_charge(timezone.localdate(one.approved_at))
        one.approved_sha256 = result_paper.digest(one.dossier, one, body)
        one.save(update_fields=["approved_sha256"])


def _follow(model: type[Model], pairs: list[tuple[int, Dossier]], codes: dict[int, str]) -> None:
    rows = _rows_of(model, "dossier_id", {key for key, _ in pairs})
    model._default_manager.bulk_create(
        _twin(row, dossier_id=one.pk, **_own(row, one, codes[key]))
        for key, one in pairs
        for row in rows[key]
    )


def _own(row: Any, one: Dossier, code: str) -> dict[str, Any]:
    """Return what a copied row says of its own dossier: its code, its version of a licence."""
    if isinstance(row, Step) and code:
        return {name: getattr(row, name).replace(code, one.code) for name in _SAID}
    is_bound = isinstance(row, Result) and row.licence_version_id is not None
    if not is_bound:
        return {}
    ends = one.licence_version.valid_to + timedelta(days=700) if row.valid_to else None
    return {"licence_version_id": one.licence_version_id, "valid_to": ends}


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
