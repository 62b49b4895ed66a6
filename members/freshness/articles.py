"""One article: the day beside its headline, or the day it declares."""

import re
from datetime import date

from members.freshness import addresses, labels
from members.freshness.declared import Declared
from members.freshness.findings import NewsDate, found
from members.freshness.outline import Element, Line, Outline, flat
from members.freshness.present import Present
from members.freshness.written import Written

PROSE = 80
LEADS = 3
ENOUGH_PROSE = 400
LINES_BELOW_HEADLINE = 14
LINES_ABOVE_HEADLINE = 5
LINES_TO_TEXT = 8
QUIET = 3
_TITLE_NAMES = re.compile(r"title|tieu-?de|headline|heading|\bhead\b")
_CREATED = re.compile(
    r"created|publish|posted|(?:post|entry|item|article|news)-?_?date|ngay-?dang|date-?(?:post|publi)"
)
LONGEST_SIGNATURE = 160
LONGEST_NOTE = 45
_NO_HEADLINE = re.compile(
    r"^\W{0,3}(?:trang chu|home|tin tuc|chi tiet|danh muc|cong thong tin|trang thong tin)\b.{0,40}$"
)
_PROGRAMME = re.compile(
    r"\b(?:lich (?:cong tac|lam viec|hop|tiep|tuan|truc|thi(?! dau)|su kien)|giay moi|thu moi hop"
    r"|chuong trinh cong tac)\b"
)
_TALK = re.compile(
    r"^\W{0,3}(?:\d{1,4} )?(?:binh luan|y kien (?:ban doc|cua ban)?|phan hoi|comments?|responses?"
    r"|leave a|gui binh luan)\b"
)
_RELATED = re.compile(
    r"^\W{0,3}(?:cac )?(?:tin|bai|bai viet|thong tin|noi dung)?\s?(?:lien quan|cung chuyen muc"
    r"|cung loai|cung chu de|moi hon|cu hon"
    r"|khac|moi nhat|moi cap nhat|doc nhieu|xem nhieu|noi bat|da dua|tiep theo|related\b.{0,20}"
    r"|latest\b.{0,20}|other news"
    r"|tin khac|tin moi|bai khac|nhung tin.{0,20})\W{0,4}$"
)


def is_article(page: Outline, said: Declared, *, url: str, dated_items: int) -> bool:
    """Tell whether the page is one article rather than a list or a home page."""
    if addresses.is_home(url):
        return False
    prose = prose_of(page)
    score = 2 * said.says_article + 2 * bool(said.published) - said.says_site
    score += 2 * addresses.is_article(url) + 2 * (prose >= ENOUGH_PROSE) + (prose >= 1_500)
    score -= addresses.is_list(url)
    if dated_items >= 3 and prose < ENOUGH_PROSE:
        score -= 2
    return score >= 3 or (score == 2 and dated_items < 3)


def prose_of(page: Outline) -> int:
    """Return the letters of running text that belongs to no link and to no zone."""
    total = 0
    titled = -LEADS
    headed = {link.line for link in page.headlines}
    for line in page.lines:
        if line.number in headed:
            titled = line.number
        if not _is_prose(line) or line.element.zone not in {"", "header"}:
            continue
        # What follows a headline that is a link is its lead, not the text of this page.
        if not 0 < line.number - titled <= LEADS:
            total += sum(len(part.folded) for part in line.parts if part.element.link is None)
    return total


def day_of(
    page: Outline, days: list[Written], said: Declared, *, url: str, today: date
) -> NewsDate | None:
    """Return the day of the article, or None where neither page nor address tells it.

    What the page declares wins over what it shows, unless the declared day is the day of asking:
    then an older day beside the headline is the truth and the other the moment of the request.
    """
    shown = byline(page, days, said, today=today)
    declared = min(said.published, default=None)
    if declared is None and shown is not None:
        return shown
    if declared is None:
        return _last_resort(said, url, today, page.present)
    is_stamp = page.present.may_stamp(declared[0])
    if shown is not None and is_stamp and shown.day < declared[0]:
        return shown
    return found(declared[0], "declared", declared[1])


def _last_resort(said: Declared, url: str, today: date, present: Present) -> NewsDate | None:
    if (day := addresses.day_in(url)) is not None and day <= today:
        return found(day, "address", url)
    for days in (said.vague, said.modified):
        old = [pair for pair in days if not present.may_stamp(pair[0], within=QUIET)]
        if old and len(old) == len(days):
            return found(min(old)[0], "declared", min(old)[1])
    return None


def byline(page: Outline, days: list[Written], said: Declared, *, today: date) -> NewsDate | None:
    """Return the day that stands at the headline, or signed under the text."""
    head = headline(page, said)
    if head is None:
        return None
    end = _end_of_article(page, head)
    first_prose = next(
        (line.number for line in page.lines[head.number + 1 : end] if _is_prose(line)), end
    )
    last = min(end, max(first_prose + 2, head.number + 3), head.number + LINES_BELOW_HEADLINE)
    signing = [one for one in days if _may_sign(one, today)]
    return _beside(head, signing, last, page.present) or _under(
        head, signing, min(end, _end_of_box(head, first_prose)), page.present
    )


def _beside(head: Line, days: list[Written], last: int, present: Present) -> NewsDate | None:
    """Return the surest day from a little above the headline to the first prose."""
    is_programme = _PROGRAMME.search(head.folded) is not None
    best: tuple[int, int] = (0, 0)
    chosen: Written | None = None
    for one in days:
        away = one.line.number - head.number
        # A headline may speak of a day, which is not the day on which it was posted.
        if away == 0 and one.element is head.element and one.verdict != "news":
            continue
        if away >= -LINES_ABOVE_HEADLINE and one.line.number < last:
            weight = _weight(one, head, is_programme=is_programme, present=present)
            if weight > 0 and (chosen is None or (weight, -abs(away)) > best):
                best, chosen = (weight, -abs(away)), one
    return _found(chosen, head, "byline", "cạnh tít")


def _under(head: Line, days: list[Written], end: int, present: Present) -> NewsDate | None:
    """Return the last day that a short line under the text names as the article's."""
    signed = [
        one
        for one in days
        if one.verdict == "news"
        and head.number < one.line.number < end
        and one.element.link is None
        and len(one.line.folded) <= LONGEST_SIGNATURE
        and not _is_stamp_of_the_page(one, present)
    ]
    return _found(signed[-1] if signed else None, head, "signed", "dưới bài")


def _found(one: Written | None, head: Line, rule: str, where: str) -> NewsDate | None:
    if one is None or one.day is None:
        return None
    return found(one.day, rule, one.line.text[:120], f"{where}: {head.text[:80]}")


def _may_sign(one: Written, today: date) -> bool:
    return (
        one.day is not None
        and one.day <= today
        and one.has_year
        and one.verdict != "other"
        and one.stands_alone
        and not _is_told_in_passing(one)
        and one.line.element.zone in {"", "header"}
    )


def _is_told_in_passing(one: Written) -> bool:
    """Tell whether "hôm qua" or "3 tháng trước" belongs to a sentence, not to a note of its own."""
    is_relative = one.spelling is not None and one.spelling.kind == "relative"
    return is_relative and labels.letters_left(one.line.folded) > LONGEST_NOTE


def _weight(one: Written, head: Line, *, is_programme: bool, present: Present) -> int:
    """Return how surely a day beside a headline is the article's; nothing at all for a clock."""
    is_update = labels.is_of_an_update(one.line.folded[: one.spelling.start if one.spelling else 0])
    weight = (1 if is_update else 5) * (one.verdict == "news") + 2 * labels.is_named_for_days(
        one.names
    )
    weight += 2 * (one.spelling is None) + 2 * labels.says_time(one.line.folded)
    weight += labels.says_weekday(one.line.folded)
    if is_programme and one.verdict != "news":
        return 0
    if one.line.number < head.number:
        # A bare day above, in no part of the site's own, is the article's where no clock shows it.
        is_bare = weight == 0 and not one.line.element.zone and not present.may_stamp(one.day)
        return weight + is_bare if _may_stand_above(one, head, present) else 0
    if one.element.link is not None and one.verdict != "news":
        return 0
    return weight + 3 - (one.line.element.tag in {"td", "th"})


def _may_stand_above(one: Written, head: Line, present: Present) -> bool:
    """Tell whether a day over the headline is the article's: there stands the site's clock as well.

    A clock shows the day of asking, so an older day is none.
    """
    text = one.line.folded
    if not present.may_stamp(one.day):
        is_timed = labels.says_time(text) and not labels.says_seconds(text)
        if is_timed or not labels.says_weekday(text):
            return True
    is_near = head.number - one.line.number <= 2 and not one.line.element.zone
    is_named = one.verdict == "news" or _CREATED.search(one.names) is not None
    return is_named and is_near and _share_a_box(one.element, head.element)


def _share_a_box(one: Element, other: Element) -> bool:
    """Tell whether two elements meet within a small box."""
    above: list[Element] = []
    box: Element | None = other
    while box is not None and len(above) < 4:
        above.append(box)
        box = box.parent
    box = one
    for _ in range(4):
        if box is None or box.tag in {"body", "html"}:
            return False
        if box in above:
            return True
        box = box.parent
    return False


def headline(page: Outline, said: Declared) -> Line | None:
    """Return the line of the headline: as declared or titled, else the first true heading."""
    wanted = [text for text in (flat(said.headline), page.title) if len(text) >= 12]
    lines = [
        line
        for line in page.lines
        if line.element.zone in {"", "header"} and len(line.folded) >= 12
    ]
    best: tuple[float, Line] | None = None
    for line in lines[:600]:
        if (
            any(line.folded in text or text in line.folded for text in wanted)
            and len(line.folded) < 400
        ):
            weight = (
                1.0 + (line.element.tag in {"h1", "h2", "h3", "h4"}) + (line.element.tag == "h1")
            )
            weight += "title" in line.element.names or "tieu" in line.element.names
            weight -= any(part.element.link for part in line.parts) and line.element.tag != "h1"
            # The name of the site is a heading too, and ends the title of every page.
            weight -= 2 * (line.element.zone == "header" and not page.title.startswith(line.folded))
            if best is None or weight > best[0]:
                best = weight, line
    if best is not None:
        return best[1]
    heads = (line for line in page.lines if line.element.tag == "h1" and line.folded)
    true = (head for head in heads if not _NO_HEADLINE.match(head.folded))
    return next(true, None) or _over_the_text(lines)


def _over_the_text(lines: list[Line]) -> Line | None:
    """Return the line that looks like a headline, a little above the first of several prose lines.

    Old portals title every page alike and write the headline in a plain box.
    """
    for place, line in enumerate(lines[:-1]):
        if _is_prose(line) and any(_is_prose(after) for after in lines[place + 1 : place + 3]):
            above = lines[max(0, place - LINES_TO_TEXT) : place]
            return next((one for one in above if _looks_like_a_headline(one)), None)
    return None


def _looks_like_a_headline(line: Line) -> bool:
    if any(part.element.link for part in line.parts) or _NO_HEADLINE.match(line.folded):
        return False
    first = line.parts[0].element if line.parts else line.element
    is_named = _TITLE_NAMES.search(f"{line.element.names} {first.names}") is not None
    is_bold = first.tag in {"b", "strong", "h1", "h2", "h3", "h4"}
    return len(line.folded.split()) >= 4 and (
        is_named or is_bold or line.element.tag in {"h1", "h2", "h3", "h4"}
    )


def _is_prose(line: Line) -> bool:
    return (
        len(line.folded) >= PROSE
        and sum(len(part.folded) for part in line.parts if part.element.link is None) >= PROSE
    )


def _is_stamp_of_the_page(one: Written, present: Present) -> bool:
    """Tell whether a line is the bare note of an update that a system writes at every request."""
    is_fresh = present.may_stamp(one.day)
    line, width = one.line.folded, one.spelling.end - one.spelling.start if one.spelling else 0
    return is_fresh and labels.is_of_an_update(line) and labels.letters_left(line) <= width + 2


def _end_of_box(head: Line, prose: int) -> int:
    """Return where the smallest box ends that holds both the headline and the first prose."""
    box: Element | None = head.element
    while box is not None and box.last <= prose and box.tag != "body":
        box = box.parent
    return box.last if box is not None else head.number


def _end_of_article(page: Outline, head: Line) -> int:
    for line in page.lines[head.number + 1 :]:
        if len(line.folded) <= 60 and (_TALK.match(line.folded) or _RELATED.match(line.folded)):
            return line.number
    return len(page.lines)
