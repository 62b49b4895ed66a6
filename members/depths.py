"""Which pages below the home page are looked at next, and when one counts as clean again. Pure.

Strangers plant where nobody looks: in folders of uploads, in questions and answers, in what the
site's own search writes. A day's few requests go first to where something was found before, then to
what looks odd by its address, then to what is new, then to the lists of news again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import models
from django.utils import timezone

DAILY_REQUESTS = 10
"""Beside its home page, a site is asked no more often a day by the watch itself."""
REGISTERED_SHARE = 4
"""So many of them at most are for what the register lists: sections, feed, sitemap."""
ROUND_REQUESTS = 5
PROBED_FOR = timedelta(days=180)
"""How long a place that was cleaned up is visited every day."""
MOST_LISTS = 4
"""Lists of news that are read again and again."""
SOUGHT = "nhà cái uy tín"
"""Words that no office writes: what a site's own search is asked for."""
GUISES_EVERY = timedelta(hours=40)
"""How often one page of a site is asked in all guises: every second day."""
GUISES = ("browser", "bot", "referrer", "mobile")


class Origin(models.TextChoices):
    """How the watch came to know a page."""

    HOME = "home", "Trang chủ"
    LIST = "list", "Danh sách tin"
    MAP = "map", "Phần của sitemap"
    UPLOAD = "upload", "Thư mục tải lên"
    QUESTION = "question", "Hỏi đáp"
    SEARCH = "search", "Tìm kiếm nội bộ"
    GUESS = "guess", "Nơi hay bị chèn"
    LINK = "link", "Liên kết mới ở trang chủ"
    SITEMAP = "sitemap", "Mới trong sitemap"


# What is read again, and after how long; any other page is read once.
_AGAIN_AFTER = {
    **dict.fromkeys((Origin.LIST, Origin.MAP, Origin.SEARCH), timedelta(days=3)),
    Origin.QUESTION: timedelta(days=7),
    Origin.GUESS: timedelta(days=60),
}
_LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)
_RANK = {origin: place for place, origin in enumerate(Origin)}

# Where strangers put their pages on the platforms that offices use; one is tried a day.
PLACES = (
    *("uploads/", "upload/", "images/", "media/", "userfiles/", "files/", "documents/"),
    *("hoi-dap/", "hoi-dap", "hoidap", "faq", "question", "forum/", "wp-content/uploads/"),
    *("images/stories/", "tmp/", "cache/", "Portals/0/", "vi/hoi-dap/", "gop-y/"),
)


@dataclass(frozen=True)
class Place:
    """One page as choosing wants it; `planted` and `cleaned` are when it last became so."""

    key: int
    origin: Origin
    is_odd: bool
    asked: datetime | None = None
    guised: datetime | None = None
    planted: datetime | None = None
    cleaned: datetime | None = None

    @property
    def is_infected(self) -> bool:
        return is_infected(self.planted, self.cleaned)


def is_infected(planted: datetime | None, cleaned: datetime | None) -> bool:
    """Tell whether a page holds what strangers planted, as far as is known."""
    return planted is not None and (cleaned is None or cleaned < planted)


def probed_until(planted: datetime | None, cleaned: datetime | None) -> date | None:
    """Return the last day of the daily visits to a place that is clean again; None elsewhere."""
    if cleaned is None or is_infected(planted, cleaned):
        return None
    return timezone.localdate(cleaned + PROBED_FOR)


def next_pages(places: Iterable[Place], *, room: int, now: datetime) -> list[int]:
    """Return the keys of the pages to read next, no more than there is room for."""
    due = [
        # Of what was never read the newest goes first, of the rest what was read longest ago.
        (urgency, place.asked or _LONG_AGO, 0 if place.asked else -place.key, place.key)
        for place in places
        if (urgency := _urgency(place, now)) is not None
    ]
    return [key for *_, key in sorted(due)[: max(room, 0)]]


def _urgency(place: Place, now: datetime) -> int | None:
    """Return how soon a page is to be read, the least first; None where it need not be."""
    today = timezone.localdate(now)
    was_today = place.asked is not None and timezone.localdate(place.asked) >= today
    until = probed_until(place.planted, place.cleaned)
    if place.is_infected or until is not None and today <= until:
        return None if was_today else 0
    if place.origin is Origin.HOME:
        return None
    if place.asked is None:
        return (1 if place.is_odd else 2) * 10 + _RANK[place.origin]
    again = _AGAIN_AFTER.get(place.origin)
    if again is not None and now - place.asked >= again:
        return 20 + _RANK[place.origin]
    return None


def page_for_guises(places: Sequence[Place], *, now: datetime) -> int | None:
    """Return the page to ask in every guise, or None while it is too early for any.

    The home page and the lists of news take turns; one that was caught is asked first.
    """
    fit = [one for one in places if one.origin in {Origin.HOME, Origin.LIST} or one.is_infected]
    last = max((one.guised for one in fit if one.guised), default=_LONG_AGO)
    every = GUISES_EVERY / 2 if any(one.is_infected for one in fit) else GUISES_EVERY
    if not fit or now - last < every:
        return None
    chosen = min(
        fit, key=lambda one: (not one.is_infected, one.guised or _LONG_AGO, _RANK[one.origin])
    )
    return chosen.key


def guess(home: str, day: date, *, shift: int) -> str:
    """Return the address of the place that is tried on a day."""
    return f"{home.rstrip('/')}/{PLACES[(day.toordinal() + shift) % len(PLACES)]}"
