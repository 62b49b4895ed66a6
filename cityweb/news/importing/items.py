"""One line of an import file as an article, or what is wrong with it in words for the operator."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import blake2b
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone

from cityweb.core import html
from cityweb.core.text import clean
from cityweb.news.importing import lines, texts
from cityweb.news.search.plain import plain

_LONGEST_KEY = 200
_LONGEST_URL = 500
_DAY_FIRST = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ ,T]+(\d{1,2}:\d{2}(?::\d{2})?))?")
_EARLIEST_YEAR = 1900


class BadLine(Exception):
    """This line cannot become an article; the message says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article of another system, its text ready to be published."""

    key: str
    title: str
    lead: str
    body: str
    topic: str
    published_at: datetime | None
    url: str

    @property
    def source_name(self) -> str:
        return (urlsplit(self.url).hostname or "").removeprefix("www.")[:200]


def read(raw: bytes) -> Item | None:
    """Return the article of one line, or nothing for a blank line. Raises `BadLine`."""
    if not raw.strip():
        return None
    if len(raw) > lines.LONGEST:
        raise BadLine(f"dòng dài hơn {lines.LONGEST // 1024 // 1024} MB")
    fields = _object(raw)
    body = _text(fields, "body")
    title, lead, body = _texts(texts.one_line(_text(fields, "title")), _text(fields, "lead"), body)
    url = _url(_text(fields, "url"))
    return Item(
        key=_key(fields.get("id"), url, title + body),
        title=title,
        lead=lead,
        body=body,
        topic=texts.one_line(_text(fields, "topic")),
        published_at=moment(fields.get("date")),
        url=url,
    )


def moment(value: object) -> datetime | None:
    """Return the time of a "date": ISO in any of its shapes, or day/month/year; here if no zone."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise BadLine("“date” phải là chuỗi, ví dụ 2026-11-22 hoặc 2026-11-22T08:30:00+07:00")
    found = _iso(value.strip()) or _day_first(value.strip())
    if found is None or not _EARLIEST_YEAR <= found.year < 9999:
        raise BadLine(f"không hiểu “date”: {value[:40]!r}")
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def _object(raw: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(raw.decode())
    except UnicodeDecodeError:
        raise BadLine("không phải UTF-8") from None
    except (ValueError, RecursionError) as problem:
        raise BadLine(f"không phải JSON: {str(problem)[:80]}") from None
    if not isinstance(fields, dict):
        raise BadLine("không phải một đối tượng JSON")
    return fields


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadLine(f"“{name}” phải là chuỗi")
    return clean(value).strip()


def _texts(title: str, lead: str, body: str) -> tuple[str, str, str]:
    """Return title, lead and HTML body; what is missing is taken from the body's beginning."""
    lead = texts.cut(texts.one_line(lead), texts.LEAD_LENGTH)
    if texts.is_markup(body):
        body = html.clean(body)
        title = title or _first_sentence(plain(body))
        if not title:
            raise BadLine("không có tiêu đề lẫn nội dung")
        return texts.cut(title, texts.TITLE_LENGTH), lead, body
    paragraphs = texts.paragraphs(body)
    if not title and not paragraphs:
        raise BadLine("không có tiêu đề lẫn nội dung")
    title = texts.cut(title, texts.TITLE_LENGTH) or texts.take_title(paragraphs)
    lead = lead or texts.take_lead(paragraphs)
    return title, lead, texts.markup(paragraphs)


def _first_sentence(value: str) -> str:
    found = texts.paragraphs(value)
    return texts.sentences(found[0])[0] if found else ""


def _key(value: object, url: str, content: str) -> str:
    """Return what stays the same when the same article comes again."""
    if isinstance(value, bool) or not isinstance(value, str | int | None):
        raise BadLine("“id” phải là chuỗi hoặc số")
    own = texts.one_line(str(value)) if value is not None else ""
    key = f"id:{own}" if own else f"url:{url}" if url else f"text:{digest(content)}"
    return key if len(key) <= _LONGEST_KEY else f"{key[:120]}~{digest(key)}"


def digest(value: str) -> str:
    return blake2b(value.encode(), digest_size=32).hexdigest()


def _url(value: str) -> str:
    """Return an address that can stand as link to the source, or nothing."""
    if len(value) > _LONGEST_URL or any(letter.isspace() for letter in value):
        return ""
    try:
        parts = urlsplit(value)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return value if is_address else ""


def _iso(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _day_first(value: str) -> datetime | None:
    matched = _DAY_FIRST.fullmatch(value)
    if not matched:
        return None
    day, month, year, clock = matched.groups()
    try:
        hour = time.fromisoformat(clock.zfill(5)) if clock else time.min
        return datetime.combine(date(int(year), int(month), int(day)), hour)
    except ValueError:
        return None
