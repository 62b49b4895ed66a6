"""Whether a page was taken over, judged against what the same page looked like before.

A site may change its news, its skin and even its whole template, and stays itself as long as it
says who it is. A defaced page loses its name or carries the mark of who did it.
"""

import re
from collections.abc import Iterator, Sequence

from members.abnormality import hosts, marks, newcomers, scripts, words
from members.abnormality.findings import Finding, distinct, finding
from members.abnormality.looking import read
from members.abnormality.portraits import Portrait, drawn
from members.abnormality.sight import Sight, Text

SAME_TEMPLATE = 0.25
SAME_OWNER = 0.4
LOST_OWNER = 0.2
SHRUNK = 0.15
EMPTY_TEXT = 400
LONGEST_MARK = 120
EMPTY_PAGE = 1_200
MOST_WAYS = 3
FEWEST_SIGNS = 2
FOREIGN_SHARE = 0.3
# Letters that may stand before a mark in its line.
MOST_BEFORE = 24
SHORTEST_NAME, LONG_NAME = 3, 12


def defaced(html: str, *, past: Sequence[Portrait], url: str = "") -> list[Finding]:
    """Return what says that a page is no longer its owner's; mild ones are mere changes.

    `past` are earlier portraits of the same page, the newest last; without them only marks count.
    """
    sight = read(html)
    return compared(sight, drawn(sight, url=url), past=past, url=url)


def compared(
    sight: Sight, now: Portrait, *, past: Sequence[Portrait], url: str = ""
) -> list[Finding]:
    """Return the same for a page that has been read."""
    kin = max((_share(one.shape, now.shape) for one in past), default=0.0)
    owner = _owner_kept(now, past)
    found = list(_marks(sight, url, is_changed=not past or kin < SAME_TEMPLATE))
    if not past and not found:
        found += _strange(sight, now, url)
    if past:
        found += [*_takeover(sight, now, past[-1], kin, owner, url), *_new_scripts(now, past, url)]
        if kin >= SAME_TEMPLATE or not _is_out_of_order(sight, now):
            found += newcomers.strange(sight, now, past=past, kin=kin, url=url)
    return distinct(found)


def _marks(sight: Sight, url: str, *, is_changed: bool) -> Iterator[Finding]:
    """Yield the marks that attackers leave; a line that tells about an attack is none."""
    title = words.plain(sight.title)
    if (match := _mark_in(title[:500])) and not marks.TELLS_ABOUT.search(title):
        yield finding("mark", url, f"title: {sight.title}", match[0])
    said = [one for one in sight.texts if one.kind in {"line", "link", "alt", "title"}]
    is_empty = sum(len(one.plain) for one in said) < EMPTY_TEXT
    # On a page that says little, what its script types letter by letter is read too.
    codes = [code for code in sight.scripts if is_empty or marks.REPLACES.search(code)]
    if codes:
        told = (text for code in codes for text in scripts.spoken(code))
        said += [Text(text[:2_000], "line", plain=words.plain(text[:2_000])) for text in told]
    for one in said:
        if one.hidden and not is_changed:
            continue
        text = one.plain[: LONGEST_MARK * 3]
        if marks.TELLS_ABOUT.search(text) and not marks.BOAST.match(words.unleet(text)):
            text = marks.untold(text)
        match = _mark_in(text)
        if match is None:
            continue
        if one.kind == "link" and not is_changed and not marks.BOAST.match(words.unleet(text)):
            continue
        if is_changed or len(text) <= LONGEST_MARK and match.start() <= MOST_BEFORE:
            yield finding("mark", url, one.raw, match[0])


def _mark_in(text: str) -> re.Match[str] | None:
    """Return the earliest mark in a text, also where it is spelt by letters or with digits."""
    readings = dict.fromkeys((text, words.closed_up(text), words.unleet(text)))
    found = [match for one in readings if (match := marks.mark_in(one))]
    return min(found, key=re.Match.start, default=None)


def _strange(sight: Sight, now: Portrait, url: str) -> Iterator[Finding]:
    """Judge a page nobody knows from before: what says little, and nothing in Vietnamese, is odd.

    It is grave where it is dressed for a show besides.
    """
    text = " ".join([now.title, *(one.plain for one in sight.texts)])[:3_000]
    if now.text_size >= EMPTY_PAGE or marks.OUT_OF_ORDER.search(text):
        return
    plain = words.plain(text)
    if words.is_marked(plain) and marks.OFFICE.search(plain):
        return
    home = hosts.host_of(url)
    ways = {one.href for one in sight.texts if one.kind == "link"}
    if sum(hosts.host_in(href, home) == home for href in ways) > MOST_WAYS or not text.strip():
        return
    signs = sum(bool(sign.search(sight.dress)) for sign in marks.DRESSED_UP)
    if signs:
        yield finding("blank-page", url, sight.title, text[:100], is_mild=signs < FEWEST_SIGNS)


def _takeover(
    sight: Sight, now: Portrait, before: Portrait, kin: float, owner: float, url: str
) -> Iterator[Finding]:
    seen = " ".join(one.plain for one in sight.texts)[:3_000]
    is_small = now.text_size < EMPTY_TEXT
    if _is_out_of_order(sight, now):
        return
    home = hosts.host_of(url)
    is_fed = any(not hosts.is_own(host, home) for host in now.script_hosts)
    if not (now.text_size or now.images or sight.frames or sight.scripts or is_fed):
        return
    has_shrunk = now.text_size < SHRUNK * before.text_size
    was_foreign = before.foreign_size > FOREIGN_SHARE * max(before.text_size, 1)
    turned_foreign = now.foreign_size > FOREIGN_SHARE * max(now.text_size, 1) and not was_foreign
    told = f"nhận diện còn {owner:.0%}, khuôn trang giống {kin:.0%}"
    if owner < SAME_OWNER and kin < SAME_TEMPLATE and is_small and has_shrunk:
        # A poster that names its owner in full, from his own host, greets before the page.
        is_greeting = _greets(seen, before) and not is_fed and not sight.plays
        yield finding("blank-page", url, sight.title, seen[:100], told, is_mild=is_greeting)
    elif owner < LOST_OWNER or owner < SAME_OWNER and (kin < SAME_TEMPLATE or turned_foreign):
        yield finding("replaced-page", url, f"{before.title} → {sight.title}", told)
    elif turned_foreign:
        yield finding("replaced-language", url, sight.title, seen[:100])
    elif now.title != before.title and _is_strange_title(now.title, before):
        yield finding("title-jump", url, f"{before.title} → {sight.title}")
    elif kin < SAME_TEMPLATE or has_shrunk:
        yield finding("template-jump", url, sight.title, told, is_mild=True)
    elif now.title != before.title and not _title_kept(now, before):
        yield finding("title-jump", url, f"{before.title} → {sight.title}", is_mild=True)


def _greets(seen: str, before: Portrait) -> bool:
    """Tell whether what a small page says holds the whole name that the site bore."""
    name = max(re.split(r"\s[-–|·]\s", before.title), key=len, default="")
    return len(name) >= LONG_NAME and words.is_marked(name) and name in seen


def _is_out_of_order(sight: Sight, now: Portrait) -> bool:
    """Tell whether a page says little, and that it is at work on itself or closed."""
    if now.text_size >= EMPTY_TEXT:
        return False
    told = f"{now.title} {' '.join(one.plain for one in sight.texts)[:3_000]}"
    return marks.OUT_OF_ORDER.search(told) is not None or _is_notice(told)


def _new_scripts(now: Portrait, past: Sequence[Portrait], url: str) -> Iterator[Finding]:
    known = frozenset[str]().union(*(one.script_hosts for one in past))
    owners = {hosts.owner(host) for host in known} | {hosts.owner(hosts.host_of(url))}
    for host in sorted(now.script_hosts - known):
        if hosts.owner(host) not in owners:
            yield finding("new-script", url, host, is_mild=True)


def _owner_kept(now: Portrait, past: Sequence[Portrait]) -> float:
    """Return which share of the words that always named the owner still stands on the page."""
    names = frozenset.intersection(*(one.names for one in past)) if past else frozenset()
    return len(names & now.words) / len(names) if names else 1.0


def _title_kept(now: Portrait, before: Portrait) -> bool:
    old, new = set(words.tokens(before.title)), set(words.tokens(now.title))
    return not old or len(old & new) * 3 >= len(old)


def _is_strange_title(title: str, before: Portrait) -> bool:
    """Tell whether a title is in no way the owner's: not a word of theirs, nor of any office."""
    bare = words.bare(title)
    named = words.tokens(words.bare(before.title))
    known = {*named, *map(words.bare, before.names)}
    # "SoNgoaiVu", "SNGV" are the owner's too.
    run = " ".join(("".join(named), "".join(word[0] for word in named)))
    said = [word for word in words.tokens(bare) if len(word) >= SHORTEST_NAME]
    is_own = any(word in known or word in run for word in said)
    if is_own or marks.ANYBODYS.search(bare) or marks.OUT_OF_ORDER.search(title):
        return False
    return bool(title.strip()) and marks.OURS_ALONE.search(title) is None


def _is_notice(text: str) -> bool:
    return words.is_marked(text) and marks.NOTICE.search(text) is not None


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0
