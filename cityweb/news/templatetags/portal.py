"""What public templates ask for: the frame, drawn cards, and how dates and sizes are said."""

from datetime import date, datetime
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.templatetags.i18n import do_translate
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cityweb.core import html
from cityweb.news import frame, wording
from cityweb.news.reports.cards import Card

register = template.Library()


@register.simple_tag(takes_context=True)
def portal_frame(context: dict[str, Any]) -> frame.Frame:
    """Return what stands around the page; `current` marks where the reader is."""
    return frame.around(context["request"].site, get_language(), context.get("current"))


@register.simple_tag
def one(card: Card, template_name: str) -> SafeString:
    """Draw a card with a template that reads nothing but the card, so once in a process."""
    drawn = card["drawn"].get(template_name)
    if drawn is None:
        drawn = card["drawn"][template_name] = render_to_string(template_name, {"card": card})
    return drawn


@register.simple_tag
def each(cards: list[Card], template_name: str) -> SafeString:
    """Draw several cards as `one` does."""
    return html.joined(one(card, template_name) for card in cards)


@register.tag
def translate(parser: template.base.Parser, token: template.base.Token) -> template.Node:
    """Say the words of Django's own tag, but look plain ones up once for each language."""
    node = do_translate(parser, token)
    said = node.filter_expression
    is_plain = said.var.lookups is None and not (said.filters or node.asvar or node.message_context)
    return _Words(node) if is_plain else node


class _Words(template.Node):
    def __init__(self, said: template.Node) -> None:
        self._said = said
        self._by_language: dict[str, str] = {}

    def render(self, context: template.Context) -> str:
        language = get_language()
        words = self._by_language.get(language)
        if words is None:
            words = self._by_language[language] = self._said.render(context)
        return words


@register.filter
def safe_html(value: str) -> SafeString:
    """Print text that editors wrote as HTML, cleaned once more."""
    return html.safe(value)


@register.filter
def in_words(value: datetime | date) -> str:
    """Say a day as a reader would: “thứ Hai 23/11/2026”."""
    return wording.day_in_words(_local_day(value), get_language())


@register.filter
def day(value: datetime | date) -> str:
    """Say a day briefly: “23/11/2026”."""
    return wording.day(_local_day(value), get_language())


@register.filter
def clock(value: datetime) -> str:
    """Say the time of day: “08:15”."""
    return value.astimezone(wording.ZONE).strftime("%H:%M")


@register.filter
def machine(value: datetime) -> str:
    """Write a moment for the `datetime` attribute."""
    return value.astimezone(wording.ZONE).isoformat(timespec="minutes")


@register.filter
def file_size(size: int) -> str:
    """Say a file's size in KB or MB."""
    return wording.file_size(size, get_language())


@register.filter
def file_kind(title_or_url: str) -> str:
    """Say a file's kind by the end of its name: “PDF”."""
    ending = title_or_url.rpartition(".")[2]
    return ending.upper() if 0 < len(ending) <= 5 else ""


def _local_day(value: datetime | date) -> date:
    return value.astimezone(wording.ZONE).date() if isinstance(value, datetime) else value
