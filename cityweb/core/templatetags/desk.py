"""What every desk screen shows beside its own work."""

from datetime import date, datetime
from typing import Any

from django import template

from cityweb.core import access, desk, workdays
from cityweb.core.clocks import wording
from cityweb.core.models import Clock, User

register = template.Library()


@register.inclusion_tag("desk/_queues.html", takes_context=True)
def desk_queues(context: dict[str, Any]) -> dict[str, Any]:
    """Draw the person's queues with their counts; the page they are on is marked."""
    request = context["request"]
    groups = context.get("groups")
    return {
        "groups": desk.waiting_for(request.user) if groups is None else groups,
        "here": request.get_full_path(),
    }


@register.filter
def may_visit(user: User, name: str) -> bool:
    """Tell whether the page is open to the person, so that no link leads to a closed door."""
    return access.may_visit(user, name)


@register.filter
def weekday(day: date) -> str:
    """Return the day of the week as it is written in a sentence."""
    return workdays.WEEKDAYS[day.weekday()]


@register.filter
def as_day(moment: str) -> str:
    """Return the day of a moment that was written down as text."""
    return f"{datetime.fromisoformat(moment):%d/%m/%Y}"


@register.filter
def clock_name(clock: Clock) -> str:
    """Return what a clock measures, in the words of its app."""
    return wording.name_of(clock)
