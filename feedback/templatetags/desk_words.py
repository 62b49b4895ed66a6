"""Small words on desk screens."""

from django import template

from cityweb.core.tallies import MOST_COUNTED

register = template.Library()


@register.filter
def capped(count: int) -> str:
    """Return a count as it is shown: "999+" where counting stopped."""
    return f"{MOST_COUNTED}+" if count > MOST_COUNTED else str(count)
