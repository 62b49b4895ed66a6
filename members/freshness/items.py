"""News lists: days that stand beside the headline of an article, and repeat as lists do.

A day counts only where the tree ties it to a headline. A clock, a footer or a table of rates has no
headline of its own, however new its day is.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from members.freshness import headlines, labels, sections
from members.freshness.findings import NewsDate, found
from members.freshness.outline import Element, Line, Link, Outline
from members.freshness.present import Present
from members.freshness.spellings import Spelling
from members.freshness.written import Written

LONGEST_ITEM = 1_800
MOST_LINES_OF_ITEM = 25
NEAREST = 4
"""Lines between a day and its headline where a list has no box around each item."""
MANY = 4
FEWEST_PLAIN = 2
NEARLY_NOW = timedelta(days=2)
LONG_AGO = timedelta(days=14)
_YEAR_AND_MONTH = re.compile(r"/(20\d\d)[/-](0[1-9]|1[0-2])(?=[/-])")
_ITEM_TAGS = frozenset({"li", "article"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "dt", "th"})


@dataclass(slots=True, eq=False)
class Item:
    """A headline of a list with the day beside it."""

    day: date | None
    written: Written
    title: str
    href: str
    is_boxed: bool
    """Whether a box of its own holds the day and this headline, and no other headline."""
    follows_headline: bool
    place: int
    """The line of the headline."""


def believed_items(page: Outline, days: list[Written], *, today: date) -> list[Item]:
    """Return the items of the lists on this page that prove news, in the order of the page.

    Where no headline is a long link, short links and plain headings count as headlines as well, if
    several of them have a box and a day of their own.
    """
    believed = _items(page, days, page.headlines, today=today)
    if believed:
        return believed
    plain = _items(page, days, headlines.plain(page), today=today)
    boxed = [item for item in plain if item.is_boxed]
    is_list = len({item.title for item in boxed}) >= FEWEST_PLAIN
    is_clock = all(page.present.may_stamp(item.day) for item in boxed)
    return boxed if is_list and not is_clock else []


def _items(page: Outline, days: list[Written], titles: list[Link], *, today: date) -> list[Item]:
    shelf = _Shelf(page, days, titles)
    groups: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for one in days:
        is_note = one.verdict != "other" and one.stands_alone
        if is_note and not shelf.is_other_matter(one.line) and (item := shelf.item_of(one)):
            groups[one.style].append(item)
    return [item for group in groups.values() for item in _believed(group, today, page.present)]


def newest(items: list[Item]) -> NewsDate | None:
    """Return the newest of these days, or None where no list proved one."""
    best = max(items, key=lambda item: item.day or date.min, default=None)
    if best is None or best.day is None:
        return None
    note = best.written.line.text[:90] or "thuộc tính ngày"
    return found(best.day, "list", note, best.title, best.href)


class _Shelf:
    """The headlines of a page by line, to find which of them a day belongs to."""

    def __init__(self, page: Outline, days: list[Written], titles: list[Link]) -> None:
        self.page = page
        self.links = [link for link in titles if not self._is_menu(page, link)]
        self.starts = [link.line for link in self.links]
        self.day_lines = sorted({one.line.number for one in days if one.stands_alone})
        self.other = sections.other_matter(page)
        self.targets: dict[Element, int] = {}

    @staticmethod
    def _is_menu(page: Outline, link: Link) -> bool:
        line = page.lines[link.line] if link.line < len(page.lines) else None
        return line is not None and line.element.zone not in {"", "header"}

    def is_other_matter(self, line: Line) -> bool:
        return self.other[line.number]

    def item_of(self, one: Written) -> Item | None:
        """Return the item that this day belongs to, or None where no headline is its own."""
        own = one.element.link
        if own is not None and headlines.is_headline(own):
            return self._item(one, own, is_boxed=True)
        box = one.element
        while box is not None and box.tag not in {"html", ""}:
            links = self._links_in(box)
            if links:
                return self._nearest(one, box, links)
            box = box.parent
        return None

    def _nearest(self, one: Written, box: Element, links: list[Link]) -> Item | None:
        place = one.line.number
        near = self._closest(links, place, only_after=one.element.tag in _HEADINGS)
        days = bisect_left(self.day_lines, box.last) - bisect_left(self.day_lines, box.first)
        if box not in self.targets:
            self.targets[box] = len({link.href for link in links})
        targets = self.targets[box]
        gap = abs(near.line - place)
        if targets == 1:
            is_tight = (
                box.last - box.first <= MOST_LINES_OF_ITEM and self._size(box) <= LONGEST_ITEM
            )
            return self._item(one, near, is_boxed=True) if is_tight else None
        is_flat_list = days * 2 >= targets and gap <= NEAREST
        heads = one.element.tag in _HEADINGS and near.line > place and gap <= 2
        is_beside = (
            heads or gap <= 2 and labels.is_named_for_days(one.names) and box.last - box.first <= 60
        )
        return self._item(one, near, is_boxed=False) if is_flat_list or is_beside else None

    @staticmethod
    def _closest(links: list[Link], place: int, *, only_after: bool) -> Link:
        """Return the headline nearest to a line: before it where two are as near."""
        at = bisect_left(links, place + only_after, key=lambda link: link.line)
        around = links[at : at + 1] if only_after else links[max(0, at - 1) : at + 2]
        around = around or links[-1:]
        return min(around, key=lambda link: (abs(link.line - place), link.line > place))

    def _item(self, one: Written, link: Link, *, is_boxed: bool) -> Item | None:
        is_menu = link.line == one.line.number and _is_menu_line(one.line)
        if is_menu or headlines.is_of_a_file(link):
            return None
        follows = link.line < one.line.number or (
            link.line == one.line.number and (one.element.link is link or one.is_after(link))
        )
        return Item(one.day, one, link.text, link.href, is_boxed, follows, link.line)

    def _links_in(self, box: Element) -> list[Link]:
        first, last = bisect_left(self.starts, box.first), bisect_left(self.starts, box.last)
        return self.links[first:last]

    def _size(self, box: Element) -> int:
        return sum(len(line.folded) for line in self.page.lines[box.first : box.last])


def _is_menu_line(line: Line) -> bool:
    """Tell whether a line is a row of links with a clock at its end."""
    return len({part.element.link for part in line.parts if part.element.link}) >= 4


def _believed(group: list[Item], today: date, present: Present) -> list[Item]:
    """Return the items of one list that prove news; a list of events or documents proves none."""
    group = _without_clock(group, present)
    _give_years(group, today)
    dated = [item for item in group if item.day is not None]
    if not dated or _is_of_documents(dated) or _is_stamped_by_the_clock(dated, present):
        return []
    ahead = [item for item in dated if item.day > today]
    is_programme = len(ahead) * 5 > len(dated) or len(dated) < MANY
    if ahead and is_programme and not _is_a_slip(dated, today):
        return []
    past = [item for item in dated if item.day <= today]
    if len({item.href for item in dated}) == 1:
        past = [item for item in past if _is_sure(item, present)]
    return [item for item in past if headlines.is_news(item.title)]


def _without_clock(group: list[Item], present: Present) -> list[Item]:
    """Leave out a day of asking that names its weekday where no other of the list does."""
    named = [item for item in group if labels.says_weekday(item.written.note)]
    clocks = [item for item in named if present.may_stamp(item.day)]
    if len(clocks) != len(named) or len(named) > 1 or len(group) < MANY:
        return group
    return [item for item in group if item not in clocks or item.follows_headline and item.is_boxed]


def _is_a_slip(dated: list[Item], today: date) -> bool:
    """Tell whether the one day ahead in a list is wrongly typed or tomorrow's, not of an event.

    A list of events mixes days near us; so where the rest is not old, only a day very near counts.
    """
    days = [item.day for item in dated if item.day is not None]
    past = [day for day in days if day <= today]
    if len(past) != len(days) - 1 or not past or days[0] < days[-1]:
        return False
    return max(days) - today <= NEARLY_NOW or today - max(past) > LONG_AGO


def _is_sure(item: Item, present: Present) -> bool:
    """Tell whether a day that repeats nowhere is the day of its headline.

    A clock shows the day of asking, so an older day needs less proof than a new one.
    """
    one = item.written
    if not item.is_boxed and labels.is_of_an_update(one.note):
        return False  # a stamp of the whole page, under the last headline by chance
    if not present.may_stamp(item.day):
        is_named = item.is_boxed or labels.is_named_for_days(one.names)
        return is_named and (item.follows_headline or one.verdict == "news")
    if one.spelling is None or one.spelling.kind == "relative":
        return item.is_boxed
    note = one.note
    has_more = labels.letters_left(note) > 8 + one.spelling.end - one.spelling.start
    if has_more or labels.is_of_an_update(note) or headlines.is_reckoned(item.title):
        return False
    if one.verdict == "news":
        return True
    # A clock stands before what follows it, and names the day of the week.
    is_clock_like = labels.says_weekday(note) or not item.follows_headline
    is_named = _is_in_an_item(one.element, item.place) or labels.is_named_for_a_day(one.names)
    is_named = is_named or one.element.link is not None
    return item.is_boxed and is_named and not is_clock_like


def _is_in_an_item(element: Element, headline: int) -> bool:
    """Tell whether the page marks day and headline as one item of a list, as it does no clock."""
    box: Element | None = element
    for _ in range(3):
        if box is None or box.tag in _ITEM_TAGS:
            return box is not None and box.first <= headline < box.last
        box = box.parent
    return False


def _is_of_documents(items: list[Item]) -> bool:
    numbered = sum(
        headlines.is_of_a_document(item.title) and item.written.verdict != "news" for item in items
    )
    return numbered * 2 > len(items)


def _is_stamped_by_the_clock(items: list[Item], present: Present) -> bool:
    """Tell whether the page writes the moment of the request beside its headlines."""
    if (
        not all(present.may_stamp(item.day) for item in items)
        or len({one.href for one in items}) < 2
    ):
        return False
    spellings = [item.written.spelling for item in items]
    notes = {item.written.note for item in items}
    if len(notes) > 1 or any(one is not None and one.kind == "relative" for one in spellings):
        return False
    has_seconds = labels.says_seconds(next(iter(notes)))
    return len(items) >= MANY or has_seconds or not any(item.is_boxed for item in items)


def _give_years(group: list[Item], today: date) -> None:
    """Read days without a year as a list that runs from new to old; others get no day."""
    bare = [(item, item.written.spelling) for item in group if not item.written.has_year]
    spelled = [spelling for _, spelling in bare if spelling is not None]
    # Days that only rise are a programme of what is to come.
    rising = sum(
        0 < (later.second - earlier.second) * 31 + later.first - earlier.first < 60
        for earlier, later in zip(spelled, spelled[1:], strict=False)
    )
    if len(spelled) < 2 or rising * 2 >= len(spelled):
        return
    latest = _last_year_told(bare, today)
    for item, spelling in bare:
        day = _latest_before(spelling, latest) if spelling else None
        if day is None:
            return
        item.day = day
        # A pinned item may be a little older than the next one.
        latest = min(today, day + timedelta(days=20))


def _last_year_told(bare: list[tuple[Item, Spelling | None]], today: date) -> date:
    """Return the end of the year that the addresses of items tell, or today."""
    told = [
        int(match[1])
        for item, spelling in bare
        if spelling and (match := _YEAR_AND_MONTH.search(item.href))
        if int(match[2]) in {spelling.first, spelling.second}
    ]
    return min(today, date(max(told), 12, 31)) if told else today


def _latest_before(spelling: Spelling, latest: date) -> date | None:
    for year in (latest.year, latest.year - 1):
        day = spelling.read(month_first=False, year=year)
        if day is not None and day <= latest:
            return day
    return None
