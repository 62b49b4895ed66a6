"""What came to a page that was never there: who speaks in it, where it stands, how it is dressed.

News come every day too, in the voice of the owner, in their places. What an intruder leaves speaks
in another voice, takes the place of a name or of every headline, or lies over the page. Each new
block is weighed by what gives it away; one sign is never enough.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from members.abnormality import hosts, keywords, marks, names, scripts, strays, voices, words
from members.abnormality.findings import Finding, finding
from members.abnormality.portraits import SAID, Portrait, sum_of
from members.abnormality.sight import Sight, Text

ENOUGH = 4
MORE_OF_PROSE = 2
OF_A_TRADE = 3
FEWEST_ALIKE = 3
MOST_APART = 3
LONGEST_BLOCK = 1_400
MOST_TEXTS_OF_A_BLOCK = 12
MOST_BLOCKS = 200
SHORTEST = 3
FEWEST_HEADLINES = 5
SHORTEST_HEADLINE = 18
EVERY = 0.7
# The news of the day stands in a slider, a list and a column beside them.
ALIKE = 0.4
LONGEST_SHOUT = 160
LONG_IN_A_SCRIPT = 14
LONG_PROSE = 400
# What those who warn name as well.
_TOLD_ABOUT = frozenset({"hack", "ransom"})
_ABROAD = frozenset({voices.OTHER_SCRIPT, voices.OTHER_TONGUE, voices.ENGLISH})
_FACES = frozenset({"h1", "marquee", "title", "script"})
# What those who invite to a club say as well.
_SAID_BY_ALL = frozenset({"team", "contact", "politics", "hack", "slang"})
_HEADS = frozenset({"h1", "h2", "marquee", "title", "script", "header", "center"})
_READING = re.compile(
    r"xem|đọc|chi tiết|tải|mới|more|read|view|detail|download|tiếp|trang|next|prev|click|share"
    r"|in bài|gửi|nguồn|tin |ảnh|video|danh mục|trả lời|thông báo|văn bản|kế hoạch|quyết định"
)
_PICTURED = re.compile(
    r"skull|hack|anonym|deface|pwn|0wn|owned|h4x|guy.?fawkes|pirate|legion|hecker|joker|matrix"
    r"|dau-?lau|so-?lau"
)
# Where anybody puts a picture without giving a name.
_NAMELESS = frozenset({
    "imgur.com", "ibb.co", "postimg.cc", "postimg.org", "catbox.moe", "discordapp.com",
    "discordapp.net", "giphy.com", "tenor.com", "prnt.sc", "imgbb.com", "gifer.com", "pinimg.com",
    "imageshack.com", "tinypic.com", "photobucket.com", "telegra.ph", "freeimage.host", "gyazo.com",
    "top4top.io", "hizliresim.com", "ytimg.com", "wallpapercave.com",
})  # fmt: skip
_SHOWS = re.compile(
    r"\balert\s?\(|\bconfirm\s?\(|\bprompt\s?\(|document\.write|innerHTML|innerText|textContent"
    r"|insertAdjacentHTML|document\.title|\.text\(|\.html\(|append"
)


@dataclass(slots=True)
class _Block:
    """New texts that stand together."""

    texts: list[Text] = field(default_factory=list)
    last: int = -MOST_APART
    size: int = 0

    def text(self) -> str:
        return " \n ".join(one.plain[:600] for one in self.texts)


def strange(
    sight: Sight, now: Portrait, *, past: Sequence[Portrait], kin: float, url: str
) -> Iterator[Finding]:
    """Yield what the newcomers of a page give away; nothing where no lines are remembered."""
    known = frozenset[str]().union(*(one.lines for one in past))
    if not known:
        return
    plays = [one for one in sight.plays if not any(sum_of(one) in each.media for each in past)]
    was_marked = any(map(words.is_marked, past[-1].names))
    for block in _blocks(sight, now, past[-1], known):
        said = _speaking(block)
        weight, proof = _weighed(block, said, plays=bool(plays), was_marked=was_marked, url=url)
        weight += _pictured(sight, block, past, url, proof)
        if said and weight >= ENOUGH:
            longest = max(said, key=lambda one: min(len(one.plain), LONGEST_SHOUT))
            yield finding("intruder", url, longest.raw[:100], ", ".join(proof))
    yield from _said_everywhere(sight, known, past, url)


def _blocks(
    sight: Sight, now: Portrait, before: Portrait, known: frozenset[str]
) -> Iterator[_Block]:
    """Yield the texts that were never here, those that stand together as one."""
    if now.title != before.title and sum_of(now.title) not in known:
        yield _Block([Text(sight.title, "line", plain=now.title, place="title")])
    told = [
        Text(text[:1_000], "line", plain=words.plain(text[:1_000]), place="script")
        for code in sight.scripts
        if _SHOWS.search(code)
        for text in scripts.spoken(code)
    ]
    told = [one for one in told if sum_of(one.plain) not in known and _has_words(one.plain)]
    for start in range(0, min(len(told), 60), MOST_TEXTS_OF_A_BLOCK):
        yield _Block(told[start : start + MOST_TEXTS_OF_A_BLOCK])
    block = _Block()
    made = 0
    for number, one in enumerate(sight.texts):
        if one.kind not in SAID or len(one.plain) < SHORTEST or one.hidden and not one.is_over_all:
            continue
        if sum_of(one.plain) in known or not any(map(str.isalpha, one.plain)):
            continue
        is_apart = number - block.last > MOST_APART or block.size > LONGEST_BLOCK
        if block.texts and (is_apart or len(block.texts) >= MOST_TEXTS_OF_A_BLOCK):
            yield block
            made += 1
            block = _Block()
        block.texts.append(one)
        block.last, block.size = number, block.size + len(one.plain)
        if made >= MOST_BLOCKS:
            return
    if block.texts:
        yield block


def _has_words(text: str) -> bool:
    return " " in text.strip() or words.is_foreign(text)


def _speaking(block: _Block) -> list[Text]:
    """Return the texts of a block without what tells about attacks."""
    told = [
        replace(one, plain=marks.untold(one.plain)) if marks.TELLS_ABOUT.search(one.plain) else one
        for one in block.texts
    ]
    return [one for one in told if one.plain]


def _weighed(
    block: _Block, said: Sequence[Text], *, plays: bool, was_marked: bool, url: str
) -> tuple[int, list[str]]:
    """Return how much a block sounds, looks and stands like an intruder's, and why."""
    if not said:
        return 0, []
    heard_of = voices.default()
    heard = heard_of.heard(" \n ".join(one.plain[:600] for one in said))
    if sum(len(one.plain) for one in said) < sum(len(one.plain) for one in block.texts):
        heard = heard_of.without(heard, _TOLD_ABOUT)
    if any(heard_of.is_everybodys(one.plain) for one in said):
        heard = heard_of.without(heard, _SAID_BY_ALL)
    tongue = _tongue(said, was_marked=was_marked)
    trade = _trade_in(said)
    if not heard.weight and not tongue and not trade:
        return 0, []
    weight = heard.weight + voices.TONGUES.get(tongue, 0) + (OF_A_TRADE if trade else 0)
    proof = [*(heard_of.labels[one] for one in heard.manners), *heard.terms, tongue, trade]
    free = [one for one in said if one.kind != "link" or not _is_own(one, url)]
    signs = [why for is_so, why in _signs(free, tongue, plays=plays) if is_so]
    weight += len(signs) + bool(signs and tongue in _ABROAD)
    size = sum(len(one.plain) for one in said)
    if not signs and size > LONGEST_SHOUT and tongue not in _ABROAD:
        # Where nothing but the words is odd, somebody may tell of somebody.
        weight -= MORE_OF_PROSE * (1 + (size > LONG_PROSE))
    proof += signs
    return weight, [one for one in proof if one]


def _signs(free: Sequence[Text], tongue: str, *, plays: bool) -> Iterator[tuple[bool, str]]:
    """Yield how texts that are no headlines of news stand and are dressed."""
    if not free:
        return
    places = _FACES if tongue in _ABROAD else _HEADS
    yield any(one.place in places for one in free), "ở chỗ tên, tít hoặc do tập lệnh viết"
    yield any(one.is_loud or one.is_over_all for one in free), "ăn mặc lòe loẹt"
    yield any(voices.handle_in(one.plain) for one in free), "biệt danh"
    yield plays, "tự phát tiếng, phim"


def _tongue(said: Sequence[Text], *, was_marked: bool) -> str:
    """Return the strangest tongue of new texts that are no links, on a page that had its marks."""
    if not was_marked:
        return ""
    voice = voices.default()
    told: dict[str, int] = {}
    size = 0
    for one in said:
        if one.kind != "line" and words.foreign_letters(one.plain) < LONG_IN_A_SCRIPT:
            continue
        size += len(one.plain)
        if strays.tells_of_here(one.plain) or voice.is_everybodys(one.plain):
            continue
        tongue = voices.tongue_of(one.plain)
        told[tongue] = told.get(tongue, 0) + len(one.plain)
    told.pop("", None)
    strangest = max(told, key=lambda one: voices.TONGUES[one], default="")
    # One line of names among others is no tongue.
    return strangest if 2 * sum(told.values()) >= size else ""


def _trade_in(said: Sequence[Text]) -> str:
    """Return what is offered where a page has its name and its headings."""
    for one in said:
        if one.place in _HEADS and one.kind == "line":
            weight = keywords.default().weigh(one.plain[:300])
            if weight.is_telling and not weight.reports:
                return ", ".join(weight.terms)
    return ""


def _is_own(one: Text, url: str) -> bool:
    home = hosts.host_of(url)
    return bool(one.href) and hosts.host_in(one.href, home) == home


def _pictured(
    sight: Sight, block: _Block, past: Sequence[Portrait], url: str, proof: list[str]
) -> int:
    """Return what new pictures beside a block add: their names, and where they lie."""
    added = 0
    for place, source in sight.pictures:
        if abs(place - block.last) > MOST_TEXTS_OF_A_BLOCK:
            continue
        if any(sum_of(source) in one.media for one in past):
            continue
        host = hosts.host_in(source, hosts.host_of(url))
        if _PICTURED.search(source.rsplit("/", 1)[-1].lower()):
            added = max(added, 2)
        elif hosts.is_listed(host, _NAMELESS):
            added = max(added, 1)
    if added:
        proof.append("hình lạ")
    return added


def _said_everywhere(
    sight: Sight, known: frozenset[str], past: Sequence[Portrait], url: str
) -> Iterator[Finding]:
    """Judge a text that now stands in place of many, or a name that all headlines now bear."""
    home = hosts.host_of(url)
    ways: dict[str, set[str]] = {}
    headlines: list[str] = []
    for one in sight.texts:
        if one.hidden or one.kind != "link" or hosts.host_in(one.href, home) != home:
            continue
        if len(one.plain) >= SHORTEST_HEADLINE:
            headlines.append(one.plain)
        if sum_of(one.plain) not in known and len(one.plain) <= LONGEST_SHOUT:
            ways.setdefault(one.plain, set()).add(one.href)
    voice = voices.default()
    for text, places in ways.items():
        is_seldom = len(places) < max(FEWEST_ALIKE, ALIKE * len(headlines))
        if is_seldom or " " not in text or _READING.search(text):
            continue
        if (
            voice.heard(text).weight > 1
            or not words.is_marked(text)
            and names.odd_words(text.split())
        ):
            yield finding("same-headlines", url, text, f"{len(places)} chỗ cùng một câu")
    headlines = [one for one in headlines if words.is_marked(one)]
    if len(headlines) < FEWEST_HEADLINES:
        return
    before = frozenset[str]().union(*(one.words for one in past))
    counts = Counter(word for one in headlines for word in set(words.tokens(one)))
    for word, count in counts.most_common(3):
        if count < EVERY * len(headlines) or word in before or word.isdigit():
            continue
        if names.odd_words([word]) or not words.bare(word).isalpha():
            yield finding("same-headlines", url, word, f"{count} tít cùng mang một tên lạ")
