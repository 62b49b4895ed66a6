"""Requests that everybody may read: published questions, in the words of the public copy."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from cityweb.core.text import clean
from feedback.models import PartnerFiling, Publication
from feedback.open311.wire import Problem
from feedback.querysets import PublicationQuerySet
from feedback.states import OPEN

# As the standard has it: no more than 90 days in one question.
_LONGEST = timedelta(days=90)
_USUAL_PAGE, _BIGGEST_PAGE, _DEEPEST = 100, 200, 10_000
_MOST_IDS = 100
_MOST_KEY = 2**63 - 1


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a reader narrowed the list to. Numbers given replace the span of days."""

    numbers: tuple[int, ...] = ()
    services: tuple[str, ...] = ()
    statuses: frozenset[str] = frozenset()
    start: datetime
    end: datetime
    page: int = 1
    size: int = _USUAL_PAGE


def read(given: QueryDict, *, now: datetime) -> Asked:
    """Return what the parameters ask for. Raises `Problem` 400 where they make no sense."""
    ids = _listed(given, "service_request_id")
    if len(ids) > _MOST_IDS:
        raise Problem(400, f"service_request_id: nhiều nhất {_MOST_IDS} số trong một lần gọi.")
    statuses = frozenset(_listed(given, "status"))
    if not statuses <= {"open", "closed"}:
        raise Problem(400, "status: chỉ nhận open, closed.")
    start, end = _span(given, now)
    page = _whole(given, "page", 1, _DEEPEST)
    size = _whole(given, "page_size", _USUAL_PAGE, _BIGGEST_PAGE)
    if page * size > _DEEPEST:
        raise Problem(400, "page: quá sâu. Hãy chia nhỏ bằng start_date và end_date.")
    return Asked(
        # What is no number is the number of nothing.
        numbers=tuple(_number(one) for one in ids),
        services=tuple(_listed(given, "service_code")),
        statuses=statuses,
        start=start,
        end=end,
        page=page,
        size=size,
    )


def page(asked: Asked) -> list[dict[str, Any]]:
    """Return one page of requests, the newest first."""
    rows = _readable()
    if asked.numbers:
        rows = rows.filter(pk__in=asked.numbers)
    else:
        rows = rows.filter(
            submission__received_at__gte=asked.start, submission__received_at__lte=asked.end
        )
    if asked.services:
        rows = rows.filter(submission__category__code__in=asked.services)
    if len(asked.statuses) == 1:
        open_ones = rows.filter(submission__state__in=OPEN)
        rows = open_ones if "open" in asked.statuses else rows.exclude(pk__in=open_ones)
    first = (asked.page - 1) * asked.size
    ordered = rows.order_by("-submission__received_at", "-pk")
    return [_shown(row) for row in ordered[first : first + asked.size]]


def one(number: str) -> dict[str, Any]:
    """Return one request. Raises `Problem` 404 for everything that is not public, alike."""
    found = _readable().filter(pk=_number(number)).first()
    if found is None:
        raise Problem(404, "service_request_id: không có yêu cầu nào được công khai với số này.")
    return _shown(found)


def by_token(token: str) -> dict[str, Any]:
    """Return the number behind a token, empty as long as nothing is public.

    Why it is not public is told to nobody. Raises `Problem` 404 for a token that we never gave.
    """
    filing = PartnerFiling.objects.filter(token=token).first() if _is_token(token) else None
    if filing is None:
        raise Problem(404, "token: không có mã nhận này.")
    found = _readable().filter(submission=filing.submission_id).first()
    return {"service_request_id": str(found.pk) if found else "", "token": str(filing.token)}


def _is_token(token: str) -> bool:
    try:
        return bool(UUID(token))
    except ValueError:
        return False


def _readable() -> PublicationQuerySet:
    rows = Publication.objects.published().filter(submission__is_suspected_spam=False)
    return rows.select_related("submission__category", "submission__unit")


def _shown(row: Publication) -> dict[str, Any]:
    submission = row.submission
    category = submission.category
    return {
        "service_request_id": str(row.pk),
        "status": "open" if submission.state in OPEN else "closed",
        "status_notes": row.answer,
        "service_name": category.name if category else "",
        "service_code": category.code if category else "",
        "description": f"{row.title}\n\n{row.question}",
        "agency_responsible": row.answered_by,
        "service_notice": f"{settings.PORTAL_ORIGIN}{row.path}",
        "requested_datetime": _moment(submission.received_at),
        "updated_datetime": _moment(row.updated_at),
        "expected_datetime": "",
        # The place a sender wrote may be their home; the ward is what everybody may know.
        "address": submission.unit.name if submission.unit else "",
        "address_id": submission.unit.code if submission.unit else "",
        "zipcode": "",
        "lat": "",
        "long": "",
        "media_url": "",
    }


def _moment(at: datetime) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")


def _listed(given: QueryDict, name: str) -> list[str]:
    parts = clean(given.get(name, "")).split(",")
    return [part.strip() for part in parts if part.strip()]


def _number(written: str) -> int:
    number = int(written) if written.isascii() and written.isdecimal() and len(written) < 20 else 0
    return number if number <= _MOST_KEY else 0


def _whole(given: QueryDict, name: str, usual: int, most: int) -> int:
    written = given.get(name, "")
    if not written:
        return usual
    number = _number(written)
    if not 1 <= number <= most:
        raise Problem(400, f"{name}: cần một số từ 1 đến {most}.")
    return number


def _span(given: QueryDict, now: datetime) -> tuple[datetime, datetime]:
    start, end = _time(given, "start_date"), _time(given, "end_date")
    if start is None:
        end = end or now
        start = end - _LONGEST
    end = end or min(start + _LONGEST, max(now, start))
    if not timedelta() <= end - start <= _LONGEST:
        raise Problem(400, "start_date, end_date: khoảng thời gian từ 0 đến 90 ngày.")
    return start, end


def _time(given: QueryDict, name: str) -> datetime | None:
    written = given.get(name, "")
    if not written:
        return None
    try:
        # A "+" that was not escaped arrives as a blank.
        day = parse_date(written)
        found = datetime.combine(day, time()) if day else parse_datetime(written.replace(" ", "+"))
        if found is not None and timezone.is_naive(found):
            found = timezone.make_aware(found)
        if found is not None and 2000 <= found.year <= 9000:
            return found
    except (ValueError, OverflowError):
        pass
    raise Problem(400, f"{name}: cần thời điểm dạng 2026-01-31T08:00:00+07:00.")
