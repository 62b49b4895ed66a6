"""What tables of numbers need in templates."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def of(name: str, numbers: Mapping[str, int]) -> int:
    """Return the number of this name."""
    return numbers[name]
