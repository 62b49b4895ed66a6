"""The articles, walked by the verbs of the desk to the state each of them stands in."""

import zlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from cityweb.core.models import User
from cityweb.news import actions
from cityweb.news.demo import data
from cityweb.news.demo.people import Staff
from cityweb.news.models import Article, Column, Edition, Picture, Site
from cityweb.news.states import State, WithdrawalReason

_KEY = "demo:"
_PLAIN_FIELDS = ("title", "lead", "authors", "source_name", "source_url", "tags")
# Beyond these states an edition has been handed in, edited, approved.
_HANDED_IN = frozenset(State) - {State.DRAFT}
_EDITED = _HANDED_IN - {State.SUBMITTED}
_APPROVED = _EDITED - {State.EDITED}
_WAITING = frozenset({State.DRAFT, State.SUBMITTED, State.EDITED, State.APPROVED})
_PUBLIC_ONCE = frozenset({State.PUBLISHED, State.WITHDRAWN, State.ARCHIVED})


@dataclass
class Newsroom:
    """What the articles need around them, and the articles loaded so far by their key."""

    staff: Staff
    sites: dict[str, Site]
    pictures: dict[str, dict[str, Picture]]
    now: datetime
    articles: dict[str, Article] = field(default_factory=dict)

    @cached_property
    def _columns(self) -> dict[tuple[str, str, str], Column]:
        columns = Column.objects.select_related("site")
        return {(column.site.code, column.language, column.slug): column for column in columns}

    def column(self, row: data.Row, slug: str) -> Column:
        return self._columns[row["site"], row["language"], slug]

    def related(self, row: data.Row) -> list[Article]:
        """Return the related articles of a row that exist by now."""
        return [self.articles[key] for key in row["related"] if key in self.articles]


def load(room: Newsroom) -> int:
    """Load the articles that are missing; return how many."""
    rows = data.stories()
    room.articles = {
        article.source_key.removeprefix(_KEY): article
        for article in Article.objects.filter(source_key__startswith=_KEY)
    }
    missing = [row for row in rows if row["key"] not in room.articles]
    editions = [(row, _write(room, row)) for row in missing]
    for row, edition in editions:
        _connect(room, row, edition)
        _walk(room, row, edition)
    # What replaces an article must be before the reader first.
    for row, edition in editions:
        _finish(room, row, edition)
        if State(row["state"]) in _WAITING:
            # So that the queues show since when each has been waiting.
            since = _hours_back(row, room.now)
            Edition.objects.filter(pk=edition.pk).update(updated_at=since)
    return len(missing)


def _write(room: Newsroom, row: data.Row) -> Edition:
    columns = [room.column(row, slug) for slug in row["columns"]]
    content: dict[str, Any] = {name: row[name] for name in _PLAIN_FIELDS if name in row}
    if "picture" in row:
        content["picture"] = room.pictures[row["site"]][row["picture"]]
        content["picture_alt"] = row.get("picture_alt", "")
        content["picture_caption"] = row["caption"]
    edition = actions.create_article(
        actor=room.staff[row["writer"]],
        column=columns[0],
        extra_columns=columns[1:],
        body="\n".join(row["body"]),
        **content,
    )
    article = edition.article
    article.source_key = _KEY + row["key"]
    article.save(update_fields=["source_key"])
    room.articles[row["key"]] = article
    return edition


def _connect(room: Newsroom, row: data.Row, edition: Edition) -> None:
    """Name the related articles and the original of a translation, now that all exist.

    As if they had been there from the first draft: nobody saved it a second time.
    """
    edition.related.set(room.related(row))
    if "translation_of" in row:
        article = room.articles[row["key"]]
        article.translation_of = room.articles[row["translation_of"]]
        article.save(update_fields=["translation_of"])


def _walk(room: Newsroom, row: data.Row, edition: Edition) -> None:
    """Pass the edition from desk to desk as far as its row says."""
    state = State(row["state"])
    writer = room.staff[row["writer"]]
    board = room.staff.board(row["site"], besides=writer)
    if "return_reason" in row:
        actions.submit(pk=edition.pk, actor=writer)
        actions.return_for_changes(pk=edition.pk, actor=board, reason=row["return_reason"])
    if state in _HANDED_IN:
        actions.submit(pk=edition.pk, actor=writer)
    if state in _EDITED:
        actions.mark_edited(pk=edition.pk, actor=board)
    if state in _APPROVED:
        actions.approve(pk=edition.pk, actor=board)
    if state == State.SCHEDULED:
        at = room.now + timedelta(hours=row["in_hours"])
        actions.schedule(pk=edition.pk, actor=board, at=at.replace(second=0, microsecond=0))
    if state in _PUBLIC_ONCE:
        actions.publish(pk=edition.pk, actor=board, at=_hours_back(row, room.now))


def _hours_back(row: data.Row, now: datetime) -> datetime:
    """Return the row's hour with odd minutes, the same at each loading."""
    odd = zlib.crc32(row["key"].encode()) % 55
    return now - timedelta(hours=row["hours_ago"], minutes=odd)


def _finish(room: Newsroom, row: data.Row, edition: Edition) -> None:
    """Take down what was taken down, and begin the next draft where one is in work."""
    board = room.staff.board(row["site"], besides=room.staff[row["writer"]])
    if "withdrawal" in row:
        _withdraw(room, row["withdrawal"], edition, board)
    if row["state"] == State.ARCHIVED:
        actions.archive(pk=edition.pk, actor=board)
    if "next_title" in row:
        writer = room.staff[row["writer"]]
        draft = actions.new_draft(article_id=edition.article_id, actor=writer)
        actions.save_draft(
            pk=draft.pk,
            actor=writer,
            lock_version=draft.lock_version,
            content={"title": row["next_title"]},
        )


def _withdraw(room: Newsroom, facts: data.Row, edition: Edition, board: User) -> None:
    replacement = facts.get("replaced_by")
    actions.withdraw(
        pk=edition.pk,
        actor=board,
        reason=WithdrawalReason(facts["reason"]),
        note=facts["note"],
        replaced_by=room.articles[replacement] if replacement else None,
    )
