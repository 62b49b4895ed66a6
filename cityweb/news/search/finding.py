"""Answers a query: the best rank first, newer articles first inside a rank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop

from cityweb.news.models import LiveArticle
from cityweb.news.search import sql, suggesting
from cityweb.news.search.plain import plain
from cityweb.news.search.query import Query, Rank, loosened, parse, ranks
from cityweb.news.search.snippets import highlighted, snippet
from cityweb.news.search.tokens import Word, words

MOST_COUNTED = 1_000
MOST_SHOWN = 1_000
"""Results that can be paged through; whoever needs more should say more."""
MOST_A_PAGE = 50
ORDER_NOTE = gettext_noop(
    "Bài có đúng cụm từ trong tiêu đề đứng trước, rồi đến phần tóm tắt, nội dung, sau cùng là bài "
    "có đủ các từ; đúng dấu đứng trước khác dấu; cùng mức thì bài mới đứng trước."
)
LOOSENED_NOTE = gettext_noop(
    "Không có bài nào chứa đủ các từ; dưới đây là các bài chỉ thiếu một từ."
)
_ROUNDS = 3
_FIRST_DAY, _LAST_DAY = date(2, 1, 1), date(9998, 12, 31)
_TOKEN = re.compile(r"(\d{1,3})-(\d{1,18})-(\d{1,18})-(\d{1,5})")
_EPOCH = datetime(1, 1, 1, tzinfo=UTC)
_LONGEST = datetime.max.replace(tzinfo=UTC) - _EPOCH


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers, and where it does."""

    live: LiveArticle
    title_html: SafeString
    snippet_html: SafeString

    @property
    def article_id(self) -> int:
        return self.live.pk

    @property
    def path(self) -> str:
        return self.live.path

    @property
    def published_at(self) -> datetime:
        return self.live.published_at

    @property
    def column_name(self) -> str:
        return self.live.main_column.name

    @property
    def picture(self) -> dict[str, object]:
        return self.live.picture


@dataclass(frozen=True, slots=True)
class Results:
    """One page of an answer."""

    hits: list[Hit] = field(default_factory=list)
    count: int = 0
    count_is_capped: bool = False
    next: str | None = None
    suggestions: list[str] = field(default_factory=list)
    order_note: str = ORDER_NOTE


def find(
    q: str,
    *,
    site_id: int,
    language: str,
    column_id: int | None = None,
    since: date | None = None,
    until: date | None = None,
    after: str | None = None,
    limit: int = 20,
) -> Results:
    """Return the articles of a site that answer `q`, at most `limit` (1 to `MOST_A_PAGE`).

    `since` and `until` are days of publication, both included. `after` is the `next` of the page
    before; one that was never given out is taken as none. Without words there are no results.
    """
    query = parse(q)
    if not query:
        return Results()
    asked = sql.Scope(site_id, language, column_id, _midnight(since), _midnight(until, days=1))
    limit = max(1, min(limit, MOST_A_PAGE))
    strict = ranks(query)
    place, shown = _read(after)
    page = _Page([*strict, *loosened(query)], len(strict), place)
    found = page.fill(asked, query, limit)
    if not found and not shown:
        return Results(suggestions=suggesting.suggest(query, asked))
    is_loose = found[0].rank > len(strict) if found else False
    shown += len(found)
    more = page.has_more and shown < MOST_SHOWN
    counted = len(found) if is_loose else sql.count(strict[-1], asked, MOST_COUNTED + 1)
    return Results(
        hits=[_hit(each.live, query) for each in found],
        count=min(counted, MOST_COUNTED),
        count_is_capped=counted > MOST_COUNTED or (is_loose and more),
        next=_written(found[-1], shown) if more and found else None,
        suggestions=suggesting.suggest(query, asked) if is_loose else [],
        order_note=LOOSENED_NOTE if is_loose else ORDER_NOTE,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    rank: int
    live: LiveArticle


class _Page:
    """Takes articles rank by rank; goes on to loose ranks only when no strict one had any."""

    def __init__(self, ranks: list[Rank], strict: int, place: sql.Place) -> None:
        self.ranks = ranks
        self.strict = strict
        self.place = place
        self.has_more = True

    def fill(self, asked: sql.Scope, query: Query, limit: int) -> list[_Found]:
        found: list[_Found] = []
        for _ in range(_ROUNDS):
            rows = self._rows(asked, limit + 1 - len(found))
            self.has_more = len(rows) > limit - len(found)
            kept = [each for each in _loaded(rows) if _answers(each.live, query)]
            found += kept[: limit - len(found)]
            if not self.has_more or len(found) == limit:
                break
            self.place = rows[-1]
        return found

    def _rows(self, asked: sql.Scope, wanted: int) -> list[sql.Place]:
        if self.place.rank > self.strict:
            return sql.page(self.ranks, asked, self.place, wanted)
        rows = sql.page(self.ranks[: self.strict], asked, self.place, wanted)
        if rows or self.place.article_id or len(self.ranks) == self.strict:
            return rows
        self.place = sql.Place(rank=self.strict + 1)
        return sql.page(self.ranks, asked, self.place, wanted)


def _loaded(rows: Sequence[sql.Place]) -> list[_Found]:
    """Return the articles of `rows` in their order; one withdrawn a moment ago is left out."""
    ids = [row.article_id for row in rows]
    fields = ("title", "lead", "body", "slug", "language", "published_at", "picture")
    chosen = LiveArticle.objects.filter(pk__in=ids).select_related("main_column")
    live = chosen.only(*fields, "main_column__name").in_bulk()
    return [_Found(row.rank, live[row.article_id]) for row in rows if row.article_id in live]


def _answers(live: LiveArticle, query: Query) -> bool:
    """Tell whether the text itself bears out what the index said.

    Each longer phrase must stand somewhere as a whole, not only pair by pair; and a lone word must
    really be there, since the index knows words of bodies by numbers.
    """
    checked = [phrase for phrase in query.phrases if len(phrase) > 2]
    if len(query.words) == 1:
        checked.append(query.words)
    if not checked:
        return True
    texts = [words(value) for value in (live.title, live.lead, plain(live.body))]
    return all(any(_stands_in(text, phrase) for text in texts) for phrase in checked)


def _stands_in(line: Sequence[Word], phrase: Sequence[Word]) -> bool:
    inside = "".join(f" {word.folded}" for word in line) + " "
    return "".join(f" {word.folded}" for word in phrase) + " " in inside


def _hit(live: LiveArticle, query: Query) -> Hit:
    return Hit(
        live=live,
        title_html=highlighted(live.title, query),
        snippet_html=snippet(live.lead, plain(live.body), query),
    )


def _midnight(day: date | None, days: int = 0) -> datetime | None:
    """Return the beginning of `day` here, or of the day `days` later."""
    if day is None:
        return None
    # A day more or an hour less must not fall off the calendar.
    day = min(max(day, _FIRST_DAY), _LAST_DAY)
    return timezone.make_aware(datetime.combine(day + timedelta(days=days), time.min))


def is_token(value: str) -> bool:
    """Tell whether `value` has the shape of a `next`."""
    return _TOKEN.fullmatch(value) is not None


def _read(token: str | None) -> tuple[sql.Place, int]:
    matched = _TOKEN.fullmatch(token or "")
    if not matched:
        return sql.Place(), 0
    rank, microseconds, article_id, shown = map(int, matched.groups())
    at = _EPOCH + min(timedelta(microseconds=microseconds), _LONGEST)
    return sql.Place(max(rank, 1), at, article_id), shown


def _written(last: _Found, shown: int) -> str:
    microseconds = (last.live.published_at - _EPOCH) // timedelta(microseconds=1)
    return f"{last.rank}-{microseconds}-{last.live.pk}-{shown}"
