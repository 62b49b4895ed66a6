"""What every desk screen shows beside its own work."""

from typing import Any

from django import template

from cityweb.core import desk

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
