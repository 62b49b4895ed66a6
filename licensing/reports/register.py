"""The register as everybody reads it: leafed through, searched, one licence on any day."""

from dataclasses import dataclass
from datetime import date

from cachetools.func import ttl_cache
from django.db.models import Q
from django.utils.translation import gettext_noop

from cityweb.core import keyset, text
from cityweb.core.models import Organisation
from licensing import rules
from licensing.models import Licence, LicenceVersion
from licensing.querysets import LicenceQuerySet
from licensing.reports import finding
from licensing.states import Standing

PAGE_SIZE = 20
FEED_SIZE = 50
SECONDS = 60


@dataclass(frozen=True)
class Asked:
    """What a reader narrowed the register to; empty parts narrow nothing."""

    words: str = ""
    state: str = ""
    issuer: int | None = None
    year: int | None = None

    @property
    def days(self) -> tuple[date, date]:
        """The first day and the last on which the licences were issued."""
        year = self.year
        return (date(year, 1, 1), date(year, 12, 31)) if year else (date.min, date.max)


def page(asked: Asked, turn: keyset.Turn) -> keyset.Leaf:
    """Return one page, the newest licences first; as fast at any depth."""
    rows = _asked_for(asked).select_related("current", "issuer").defer("words", "search")
    words = rules.searchable(asked.words)
    if not words:
        return finding.leaf(rows, turn, size=PAGE_SIZE)
    if "/" in asked.words:
        named = [one.licence.pk for one in numbered(asked.words)]
        found = finding.leaf(rows.filter(pk__in=named), turn, size=PAGE_SIZE)
        if found.rows:
            return found
    return finding.leaf_holding(
        words,
        rows,
        turn,
        size=PAGE_SIZE,
        state=asked.state,
        issuer=asked.issuer,
        days=asked.days,
    )


def _asked_for(asked: Asked) -> LicenceQuerySet:
    rows = Licence.objects.all()
    if asked.state:
        rows = rows.filter(state=asked.state)
    if asked.issuer:
        rows = rows.filter(issuer=asked.issuer)
    if asked.year:
        rows = rows.filter(issued_on__range=asked.days)
    return rows


@ttl_cache(maxsize=1, ttl=SECONDS)
def issuers() -> tuple[Organisation, ...]:
    """Return the bodies that have issued a licence, by name."""
    # One step down the index for each body, however many licences it issued.
    found = []
    last = 0
    while row := Licence.objects.filter(issuer__gt=last).order_by("issuer").first():
        found.append(row.issuer)
        last = row.issuer_id
    return tuple(sorted(found, key=lambda body: text.sort_key(body.name)))


@ttl_cache(maxsize=1, ttl=SECONDS)
def years() -> tuple[int, ...]:
    """Return the years from the newest licence back to the oldest."""
    ends = [Licence.objects.order_by(order, "-id").values_list("issued_on", flat=True).first()
            for order in ("-issued_on", "issued_on")]  # fmt: skip
    newest, oldest = ends
    return tuple(range(newest.year, oldest.year - 1, -1)) if newest and oldest else ()


def forget() -> None:
    """Drop everything remembered in this process."""
    issuers.cache_clear()
    years.cache_clear()


@dataclass(frozen=True)
class OnDay:
    """A licence as it was on a day."""

    day: date
    version: LicenceVersion | None
    standing: Standing | None


def on_day(versions: list[LicenceVersion], day: date) -> OnDay:
    """Return what the licence said, and how it stood, on a day; nothing before it was issued."""
    began = [version for version in versions if version.effective_from <= day]
    last = max(began, key=lambda one: (one.effective_from, one.ordinal), default=None)
    return OnDay(day, last, last.standing(day) if last else None)


def history(licence: Licence) -> list[LicenceVersion]:
    """Return every version, the newest first."""
    rows = LicenceVersion.objects.filter(licence=licence).select_related("paper__file")
    return list(rows.order_by("-ordinal"))


# What a licence says that may be said otherwise later, as its page calls it.
SAYS = {
    "site_name": gettext_noop("Tên trang"),
    "domains": gettext_noop("Tên miền"),
    "holder_name": gettext_noop("Tổ chức"),
    "address": gettext_noop("Trụ sở chính"),
    "manager": gettext_noop("Chịu trách nhiệm nội dung"),
    "sections": gettext_noop("Chuyên mục của trang"),
    "sources": gettext_noop("Nguồn tin"),
    "servers": gettext_noop("Nơi đặt máy chủ"),
}


@dataclass(frozen=True)
class Change:
    """What one version says otherwise than the one before; of a list, only what went and came."""

    label: str
    gone: str
    come: str
    is_list: bool


def changes(before: LicenceVersion, after: LicenceVersion) -> list[Change]:
    """Return what a later version says otherwise, in the order of the licence."""
    found = []
    for name, label in SAYS.items():
        then, now = getattr(before, name), getattr(after, name)
        if then == now:
            continue
        is_list = isinstance(now, list)
        gone, come = (_without(then, now), _without(now, then)) if is_list else (then, now)
        if gone or come:
            found.append(Change(label, gone, come, is_list))
    return found


def _without(some: list[str], others: list[str]) -> str:
    return ", ".join(one for one in some if one not in others)


def newest_changes() -> list[LicenceVersion]:
    """Return what was written into the register last."""
    rows = LicenceVersion.objects.select_related("licence").order_by("-recorded_at", "-id")
    return list(rows[:FEED_SIZE])


@dataclass(frozen=True)
class Numbered:
    """A licence behind a number: its own, or that of a later decision, whose version it is."""

    licence: Licence
    version: LicenceVersion | None = None

    @property
    def is_own(self) -> bool:
        return self.version is None

    @property
    def signed_on(self) -> date:
        return self.licence.issued_on if self.version is None else self.version.decided_on


def numbered(number: str) -> list[Numbered]:
    """Return what that number is of; numbers begin anew each year, so there may be several.

    It is read as people write it; where they wrote a day as well, what bears it comes first.
    """
    number, day = rules.written_number(number)
    rows = Licence.objects.filter(Q(number_key=rules.number_key(number)) | Q(slug=number))
    rows = rows.select_related("current", "issuer").order_by("-issued_on")[:PAGE_SIZE]
    own = [Numbered(licence) for licence in rows]
    seen = {one.licence.pk for one in own}
    decided = LicenceVersion.objects.decided_as(number)
    decided = decided.select_related("licence__current", "licence__issuer").order_by("-id")
    later = [Numbered(one.licence, one) for one in decided[:PAGE_SIZE]]
    found = own + [one for one in later if one.licence.pk not in seen]
    return sorted(found, key=lambda one: one.signed_on != day) if day else found
