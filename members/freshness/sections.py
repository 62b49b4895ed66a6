"""The lines of a page that stand under headings of other matter than news."""

from itertools import accumulate

from members.freshness import zones
from members.freshness.outline import Element, Line, Outline

MOST_HEADINGS = 200
LONGEST_SECTION = 600
_RANKS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def other_matter(page: Outline) -> list[bool]:
    """Tell of each line whether it is under a heading of documents, events, figures or talk."""
    steps = [0] * (len(page.lines) + 1)
    headings = 0
    main = _start_of_main(page)
    for line in page.lines:
        if len(line.folded) > zones.LONGEST_HEADING or not zones.opens_other_matter(line.folded):
            continue
        headings += 1
        if line.element.zone == "menu" or _is_one_of_many(page, line) or headings > MOST_HEADINGS:
            continue
        box: Element | None = line.element
        while box is not None and box.last <= line.number + 1 and box.tag != "body":
            box = box.parent
        if box is not None:
            end = _end_of_section(page, line, box)
            steps[line.number] += 1
            steps[min(end, main) if line.number < main else end] -= 1
    return [depth > 0 for depth in accumulate(steps)]


def _start_of_main(page: Outline) -> int:
    """Return the line where the page says that its own matter begins, or the end of the page.

    A heading before it is over a box beside, which ends there at the latest.
    """
    known: dict[Element | None, bool] = {None: False}
    for line in page.lines:
        chain: list[Element] = []
        box: Element | None = line.element
        while box not in known:
            chain.append(box)
            if box.tag == "main":
                return line.number
            box = box.parent
        known |= dict.fromkeys(chain, False)
    return len(page.lines)


def _is_one_of_many(page: Outline, line: Line) -> bool:
    """Tell whether a line is an item of a list rather than the heading over one."""
    beside = page.lines[max(0, line.number - 1) : line.number + 2]
    others = [other.element for other in beside if other is not line]
    return any(_are_alike(line.element, other) for other in others)


def _are_alike(one: Element, other: Element) -> bool:
    """Tell whether two elements are made alike in one box, or in rows of one table."""
    if (one.tag, one.names) != (other.tag, other.names):
        return False
    row, next_row = one.parent, other.parent
    if row is next_row or row is None or next_row is None:
        return row is next_row
    is_row = row.tag == next_row.tag == "tr" and row.last - row.first == 1
    return is_row and row.parent is next_row.parent


def _end_of_section(page: Outline, heading: Line, box: Element) -> int:
    look = (heading.element.tag, heading.element.names)
    end = min(box.last, len(page.lines))
    for line in page.lines[heading.number + 1 : min(end, heading.number + LONGEST_SECTION)]:
        if len(line.folded) > zones.LONGEST_HEADING:
            continue
        if (line.element.tag, line.element.names) == look or _is_over(line, heading):
            return line.number
    return end


def _is_over(line: Line, heading: Line) -> bool:
    """Tell whether a line is a heading of no lower rank than another, and no headline of its own.

    "h2" and "h3" compare as they rank.
    """
    tag, under = line.element.tag, heading.element.tag
    is_rank = tag in _RANKS and under in _RANKS and tag <= under
    return is_rank and all(part.element.link is None for part in line.parts)
