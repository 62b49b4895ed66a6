"""Machine-written moments: ISO, RFC 2822 and epoch numbers, as the day in Ho Chi Minh City."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from members.freshness import spellings

HERE = timezone(timedelta(hours=7))
_MOMENT = re.compile(
    r"^\s{0,3}(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]{1,2}(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?"
    r"\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
# "20/11/2026 08:05" in the tooltip of an age: "3 ngày trước".
_DAY_FIRST = re.compile(
    r"^\s{0,3}(?:\d{1,2}:\d{2}(?::\d{2})?[\s,-]{1,3})?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b"
)
_TIMELY = re.compile(r"ago|date|time|ngay", re.I)
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")
_DATA = re.compile(
    r"^data-(?:date|time|datetime|timestamp|utime|publish\S{0,12}|pubdate|created\S{0,6})$"
)
_PUBLISHED = re.compile(r"datepublished|datecreated|pubdate|dateissued")


def day_of_moment(text: str, *, host: str = "", today: date | None = None) -> date | None:
    """Return the day of an ISO moment, or None where the text is none.

    Universal time is moved to the city's on Vietnamese hosts; another offset keeps its own day. A
    moment that would then lie after `today` was local time with a false "Z": it keeps its day.
    """
    match = _MOMENT.match(text)
    if match is None:
        return None
    day = spellings.day_of(int(match[1]), int(match[2]), int(match[3]))
    if day is None or match[4] is None or not _is_universal(match[6]) or not _is_ours(host):
        return day
    hour = int(match[4])
    moved = day + timedelta(days=1) if hour >= 17 else day
    return day if today is not None and moved > today else moved


def day_of_mail_date(text: str, *, today: date) -> date | None:
    """Return the day of an RFC 2822 date in the city's time, as feeds write it."""
    try:
        moment = parsedate_to_datetime(text[:80])
        there = moment.astimezone(HERE).date() if moment.tzinfo else moment.date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    literal = moment.date()
    return there if there <= today or literal > today else literal


def declared(tag: str, attributes: dict[str, str | None], *, host: str, today: date) -> date | None:
    """Return the day that an element's attributes declare for what it stands in."""
    if tag == "time" and attributes.get("datetime"):
        if "updated" in (names := attributes.get("class") or "") and "published" not in names:
            return None
        if (attributes.get("itemprop") or "").lower() == "datemodified":
            return None
        return day_of_moment(attributes["datetime"] or "", host=host, today=today)
    property_ = attributes.get("itemprop")
    if property_ and attributes.get("content") and _PUBLISHED.search(property_.lower()):
        return day_of_moment(attributes["content"] or "", host=host, today=today)
    title = attributes.get("title")
    if (
        title
        and title[:2] in {"19", "20"}
        and title[4:5] == "-"
        and tag in {"abbr", "span", "time", "div", "p", "a", "li"}
    ):
        return day_of_moment(title, host=host, today=today)
    is_timely = tag in {"abbr", "span", "time"} and _TIMELY.search(attributes.get("class") or "")
    if title and is_timely and (match := _DAY_FIRST.match(title)):
        return spellings.day_of(int(match[3]), int(match[2]), int(match[1]))
    for name, value in attributes.items():
        if value and name[:5] == "data-" and _DATA.match(name):
            return day_of_moment(value, host=host, today=today) or _day_of_epoch(value)
    return None


def _day_of_epoch(text: str) -> date | None:
    if not _EPOCH.match(text):
        return None
    moment = datetime.fromtimestamp(int(text[:10]), UTC).astimezone(HERE)
    return moment.date() if moment.year >= spellings.FIRST_YEAR else None


def _is_universal(zone: str | None) -> bool:
    return zone in {"Z", "UTC", "GMT", "+00:00", "+0000", "-00:00"}


def _is_ours(host: str) -> bool:
    return host.endswith(".vn") or host in {"localhost", "127.0.0.1"}
