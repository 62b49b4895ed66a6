"""Shows where an article answers a query: marked words in the text as it was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from cityweb.core import text
from cityweb.news.search.query import Query
from cityweb.news.search.tokens import Place, places

LENGTH = 240
_BEFORE = 60
_MOST_READ = 40_000
"""Characters of a body that are searched for a place to show."""


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a text, from `start` to before `end`."""

    start: int
    end: int


def highlighted(value: str, query: Query) -> SafeString:
    """Return `value` escaped, the words of `query` in <mark>."""
    value = text.clean(value)
    return _marked(value, Span(0, len(value)), matches(value, query))


def snippet(lead: str, body: str, query: Query) -> SafeString:
    """Return about `LENGTH` characters of lead or body where most of the query stands together.

    The lead wins unless the body has more of the words; without any the lead's beginning is shown.
    """
    best = _Choice(text.clean(lead), query)
    if best.different < len({word.folded for word in query.words}):
        best = max(
            best, _Choice(text.clean(body[:_MOST_READ]), query), key=lambda one: one.different
        )
    if not best.value:
        best = _Choice(text.clean(body[:_MOST_READ]), query)
    return best.shown()


def matches(value: str, query: Query) -> list[Place]:
    """Return the places of the query's words in `value`: as typed if any is, else folded.

    Offsets count characters of `value` itself, whatever folding did to their number.
    """
    wanted = {word.folded for word in query.words}
    found = list(places(value, wanted))
    if not query.is_marked:
        return found
    typed = {word.spoken for word in query.words} | {
        word.folded for word in query.words if not word.spoken
    }
    exact = [place for place in found if (place.word.spoken or place.word.folded) in typed]
    return exact or found


class _Choice:
    """One text with the matches in it, and the stretch of it that shows most of them."""

    def __init__(self, value: str, query: Query) -> None:
        self.value = value
        self.found = matches(value, query)
        self.order = {word.folded: position for position, word in enumerate(query.words)}
        self.first, self.different = self._densest()

    def _densest(self) -> tuple[int, int]:
        """Return the start of the best stretch, and how many different words it shows.

        Words that follow each other as in the query count more than words merely close by.
        """
        best = (0, 0, 0)
        for at, place in enumerate(self.found):
            near = self._within_reach(at)
            different = len({one.word.folded for one in near})
            in_order = sum(map(self._follows, near, near[1:]))
            best = max(best, (different, in_order, -place.start))
            if different == len(self.order) and in_order >= len(self.order) - 1:
                break
        return -best[2], best[0]

    def _within_reach(self, at: int) -> Sequence[Place]:
        end = self.found[at].start + LENGTH - _BEFORE
        until = at
        while until < len(self.found) and self.found[until].end <= end:
            until += 1
        return self.found[at : max(until, at + 1)]

    def _follows(self, one: Place, other: Place) -> bool:
        step = self.order[other.word.folded] - self.order[one.word.folded]
        return step == 1 and other.start - one.end <= 3

    def shown(self) -> SafeString:
        start = _word_start(self.value, self.first - _BEFORE)
        end = _word_end(self.value, start + LENGTH)
        before = "… " if start > 0 else ""
        after = " …" if end < len(self.value) else ""
        return format_html(
            "{}{}{}", before, _marked(self.value, Span(start, end), self.found), after
        )


def _word_start(value: str, near: int) -> int:
    """Return where a word begins at or after `near`, or a sentence if one is close."""
    if near <= 0:
        return 0
    sentence = value.rfind("\n", near, near + _BEFORE)
    if sentence == -1:
        sentence = value.rfind(". ", near, near + _BEFORE - 1)
    blank = sentence if sentence != -1 else value.find(" ", near, near + _BEFORE)
    if blank == -1:
        return near
    while blank < len(value) and (value[blank].isspace() or value[blank] == "."):
        blank += 1
    return blank


def _word_end(value: str, near: int) -> int:
    if near >= len(value):
        return len(value)
    blank = value.rfind(" ", near - 30, near)
    return blank if blank != -1 else near


def _marked(value: str, shown: Span, found: Sequence[Place]) -> SafeString:
    parts: list[tuple[str, SafeString | str]] = []
    done = shown.start
    for span in _joined(value, found):
        if span.start < done or span.end > shown.end:
            continue
        mark = format_html("<mark>{}</mark>", value[span.start : span.end])
        parts += [(value[done : span.start], mark)]
        done = span.end
    return format_html_join("", "{}{}", [*parts, (value[done : shown.end], "")])


def _joined(value: str, found: Sequence[Place]) -> list[Span]:
    """Return the matches as spans; those with only a blank between them are one."""
    spans: list[Span] = []
    for place in found:
        if spans and value[spans[-1].end : place.start] in (" ", ""):
            spans[-1] = Span(spans[-1].start, max(place.end, spans[-1].end))
        elif not spans or place.start >= spans[-1].end:
            spans.append(Span(place.start, place.end))
    return spans
