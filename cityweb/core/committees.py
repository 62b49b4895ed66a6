"""The People's Committees of the wards, communes and special zone of today, as organisations."""

from django.db import transaction

from cityweb.core import audit
from cityweb.core.models import AdminUnit, Organisation

VERBS = {"core.committees_made": "Lập Ủy ban nhân dân cấp xã từ danh mục địa bàn"}
_UNITS = (AdminUnit.Kind.WARD, AdminUnit.Kind.COMMUNE, AdminUnit.Kind.SPECIAL_ZONE)
_COMMITTEE = Organisation.Kind.COMMITTEE


@transaction.atomic
def make_missing() -> int:
    """Give every unit of today its committee; return how many are new. Safe to run twice.

    A committee that somebody typed in by its full name gets its unit, and stays as it is otherwise.
    One whose unit is no more ends with it; where the unit went into one other whole, so does it.
    """
    present = Organisation.objects.filter(kind=_COMMITTEE, valid_to__isnull=True)
    served = set(present.exclude(unit=None).values_list("unit", flat=True))
    typed = {body.name: body for body in present.filter(unit=None)}
    new = []
    for unit in AdminUnit.objects.filter(valid_to__isnull=True, kind__in=_UNITS):
        if unit.pk in served:
            continue
        body = typed.get(full_name(unit))
        if body is None:
            new.append(_committee(unit))
        else:
            body.unit = unit
            body.save(update_fields=["unit"])
    Organisation.objects.bulk_create(new)
    _end_with_their_units()
    if new:
        audit.record(actor=None, verb="core.committees_made", target=None, made=len(new))
    return len(new)


def _end_with_their_units() -> None:
    present = Organisation.objects.filter(kind=_COMMITTEE, valid_to__isnull=True)
    for body in present.filter(unit__valid_to__isnull=False).select_related("unit"):
        heirs = present.filter(unit__came_from__old=body.unit)[:2]
        body.valid_to = body.unit.valid_to
        body.successor = body.successor or (heirs[0] if len(heirs) == 1 else None)
        body.save(update_fields=["valid_to", "successor"])


def full_name(unit: AdminUnit) -> str:
    """Return the official name of a unit's committee: "Ủy ban nhân dân phường Bến Thành"."""
    return f"Ủy ban nhân dân {_in_a_name(unit)}"


def _committee(unit: AdminUnit) -> Organisation:
    return Organisation(
        name=full_name(unit),
        short_name=f"UBND {_in_a_name(unit)}",
        kind=_COMMITTEE,
        unit=unit,
        valid_from=unit.valid_from,
    )


def _in_a_name(unit: AdminUnit) -> str:
    return unit.name[:1].lower() + unit.name[1:]
