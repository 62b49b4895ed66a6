"""Which column an imported topic belongs to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cityweb.core.text import fold
from cityweb.news import live, rules
from cityweb.news.models import Column, Site
from cityweb.news.search.tokens import words


class BadMap(Exception):
    """The column map cannot be used; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where topics go; `otherwise` for a topic that names no column."""

    by_topic: Mapping[str, int]
    otherwise: int
    with_ancestors: Mapping[int, list[int]]

    def of(self, topic: str) -> int:
        return self.by_topic.get(_same(topic), self.otherwise)


def columns_of(site: Site, language: str, given: Mapping[str, str], otherwise: str) -> Columns:
    """Return the columns of a site for topics: as `given`, else by name or slug.

    `given` maps topics to slugs. Raises `BadMap` for a slug that the site does not have.
    """
    columns = list(Column.objects.filter(site=site, language=language).order_by("position", "pk"))
    if not columns:
        raise BadMap(f"Trang “{site.code}” chưa có chuyên mục nào bằng ngôn ngữ “{language}”.")
    slugs = {column.slug: column.pk for column in columns}
    unknown = sorted({slug for slug in (*given.values(), otherwise) if slug and slug not in slugs})
    if unknown:
        raise BadMap(f"Không có chuyên mục {', '.join(unknown)}. Hiện có: {', '.join(slugs)}.")
    by_topic = {_same(key): column.pk for column in columns for key in (column.name, column.slug)}
    by_topic |= {_same(topic): slugs[slug] for topic, slug in given.items()}
    parents = live.parents_of_columns(site.pk)
    return Columns(
        by_topic=by_topic,
        otherwise=slugs[otherwise] if otherwise else slugs.get("thoi-su", columns[0].pk),
        with_ancestors={pk: rules.with_ancestors([pk], parents) for pk in slugs.values()},
    )


def read_map(value: str) -> dict[str, str]:
    """Return topic → slug from a JSON file, JSON text, or "topic=slug,topic=slug"."""
    if value.lstrip().startswith("{"):
        return _json(value)
    if "=" not in value or value.endswith(".json"):
        try:
            return _json(Path(value).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as problem:
            raise BadMap(f"Không đọc được bảng chuyên mục {value}: {problem}") from None
    pairs = [pair.partition("=") for pair in value.split(",") if pair.strip()]
    return {topic.strip(): slug.strip() for topic, _, slug in pairs}


def _json(value: str) -> dict[str, str]:
    try:
        found = json.loads(value)
    except (ValueError, RecursionError) as problem:
        raise BadMap(f"Bảng chuyên mục không phải JSON: {problem}") from None
    if not isinstance(found, dict) or not all(isinstance(slug, str) for slug in found.values()):
        raise BadMap("Bảng chuyên mục phải có dạng {“chủ đề”: “đường dẫn chuyên mục”}.")
    return found


def _same(topic: str) -> str:
    """Return what is alike in "Sức khoẻ", "sức khỏe" and "suc-khoe"."""
    return " ".join(fold(word.folded) for word in words(topic))
