"""Small words on the screens of dossiers."""

from django import template

from cityweb.core.models import Attachment, LegalRule
from licensing import limits
from licensing.models import ComponentMark

register = template.Library()


@register.filter
def of_component(files: dict[str, list[Attachment]], code: str) -> list[Attachment]:
    """Return the files of one component."""
    return files.get(code, [])


@register.filter
def verdict_of_paper(value: str) -> str:
    """Return the word for a mark."""
    return str(ComponentMark.Verdict(value).label)


@register.filter
def rule_name(rule: LegalRule) -> str:
    """Return what a rule is called on a page."""
    return limits.name_of(rule)
