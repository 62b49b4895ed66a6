"""What other apps' pages show of the newsroom."""

from typing import Any

from django import template

from cityweb.news import queues

register = template.Library()


@register.inclusion_tag("admin/news/_queues.html", takes_context=True)
def newsroom_queues(context: dict[str, Any]) -> dict[str, Any]:
    """Draw the person's heaps of work as tabs with counts; nothing for who has none."""
    return queues.tabs(context["request"].user)
