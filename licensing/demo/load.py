"""Loads a sample register: licences of ten years in every standing, the newest with signed papers.

Everything in it is made up from a few names, the same each time.
"""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from cityweb.core.models import Organisation, User
from licensing import actions, rules
from licensing.actions import Contents, Decision
from licensing.demo.signed import Press
from licensing.models import Licence

_HERE = Path(__file__).parent
OLD, SIGNED = 111, 9
# Days between two licences with papers.
_APART = 12
_ENDED = date(2025, 2, 28)


def load(*, now: datetime) -> int:
    """Load what is missing and return how many licences are new."""
    if Licence.objects.exists():
        return 0
    today = now.date()
    director = User.objects.get(email="giamdoc@demo.cityweb.example")
    clerk = User.objects.get(email="chuyenvien@demo.cityweb.example")
    issuer = director.organisation
    before, _ = Organisation.objects.get_or_create(
        name="Sở Thông tin và Truyền thông Thành phố Hồ Chí Minh",
        defaults={
            "short_name": "Sở TT&TT",
            "kind": "department",
            "valid_to": _ENDED,
            "successor": issuer,
        },
    )
    holders = _holders()
    for place in range(OLD):
        _old(
            place, holders[place], before if _day(place, today) <= _ENDED else issuer, clerk, today
        )
    press = Press(issuer, director, clerk)
    for place in range(OLD, OLD + SIGNED):
        press.issue(sample_contents(place, today + timedelta(days=3600)), holders[place],
                    at=now - timedelta(days=_APART * (OLD + SIGNED - place)))  # fmt: skip
    actions.seal(today=today)
    return OLD + SIGNED


@cache
def names() -> dict[str, Any]:
    return json.loads((_HERE / "names.json").read_text("utf-8"))


def _of(place: int) -> tuple[str, dict[str, Any]]:
    """Return the name and the field of business at that place of the register."""
    fields, called = names()["fields"], names()["names"]
    return called[place // len(fields) % len(called)], fields[place % len(fields)]


def _holders() -> list[Organisation]:
    called = [_holder_name(place) for place in range(OLD + SIGNED)]
    known = {body.name: body for body in Organisation.objects.filter(name__in=called)}
    missing = [Organisation(name=name, kind="company") for name in called if name not in known]
    known |= {body.name: body for body in Organisation.objects.bulk_create(missing)}
    return [known[name] for name in called]


def _holder_name(place: int) -> str:
    name, field = _of(place)
    return f"{field['kind']} {name}"


def _day(place: int, today: date) -> date:
    """Return when the licence at that place was issued: a few weeks after the one before.

    The last one in a year before those with papers, whose numbers begin at one.
    """
    first_signed = today - timedelta(days=_APART * SIGNED)
    return date(first_signed.year, 1, 1) - timedelta(days=34 * (OLD - place))


def sample_contents(place: int, valid_to: date) -> Contents:
    """Return what a licence of the company at that place would say."""
    name, field = _of(place)
    data = names()
    words = rules.searchable(name).replace(" ", "")
    street, ward = (data[kind][place % len(data[kind])] for kind in ("streets", "wards"))
    return Contents(
        valid_to=valid_to,
        holder_name=_holder_name(place),
        site_name=f"{field['site']} {name}",
        domains=[f"{field['word']}.{words}.example"],
        manager=data["people"][place % len(data["people"])],
        address=f"Số {place + 3} đường {street}, {ward}, Thành phố Hồ Chí Minh",
        sections=tuple(field["sections"]),
        sources=tuple(data["sources"][place % 3 : place % 3 + 3]),
        servers="Trung tâm dữ liệu Mẫu, phường Thủ Đức, Thành phố Hồ Chí Minh",
    )


def _old(place: int, holder: Organisation, issuer: Organisation, clerk: User, today: date) -> None:
    """Let one licence live through what its place in the register says."""
    day = _day(place, today)
    symbol = "STTTT" if day <= _ENDED else "SKHCN"
    years = 5 if place % 4 == 0 else 10
    contents = sample_contents(place, rules.months_after(day, 12 * years) - timedelta(days=1))
    number = f"{place % 89 + 7}/GP-{symbol}"
    licence = actions.issue(
        number=number, issuer=issuer, holder=holder, contents=contents,
        decision=Decision(number, day), actor=clerk,
    )  # fmt: skip
    _later(place, licence, contents, clerk, today)


def _later(place: int, licence: Licence, contents: Contents, clerk: User, today: date) -> None:
    """Let happen what falls to that place, each later than the one before, none after today."""
    last = licence.issued_on
    faults = names()["faults"]
    reason = faults[place % len(faults)]

    def decided(on: date, kind: str, reason: str = "") -> Decision | None:
        nonlocal last
        if not last < on <= today:
            return None
        last = on
        return Decision(f"{place + 120}/{kind}", on, reason=reason)

    who = {"pk": licence.pk, "actor": clerk}
    if place % 12 == 3 and (done := decided(last + timedelta(days=100), "GP-SĐBS")):
        more = replace(contents, domains=[*contents.domains, f"m.{contents.domains[0]}"])
        actions.amend(contents=more, decision=done, **who)
    if place % 31 == 7 and (done := decided(last + timedelta(days=120), "GP-CL")):
        actions.reissue(decision=done, **who)
    before_end = contents.valid_to - timedelta(days=40)
    if place % 8 == 4 and (done := decided(before_end, "GP-GH")):
        longer = rules.months_after(contents.valid_to, 24)
        actions.extend(valid_to=longer, decision=done, **who)
    if contents.valid_to < today:
        return
    if place % 17 == 10:
        if done := decided(today - timedelta(days=20 + place % 9 * 8), "QĐ-ĐC", reason):
            actions.suspend(decision=done, until=rules.months_after(done.on, 3), **who)
    elif place % 19 == 11 and (done := decided(last + timedelta(days=140), "QĐ-TH", reason)):
        actions.revoke(decision=done, **who)
