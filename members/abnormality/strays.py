"""Pages in another tongue that have nothing to do with the site they stand on.

A site speaks other tongues too, and then of the city, of Vietnam, or with a way back to its own.
What stands under its name and does none of that was put there by somebody else.
"""

import re
from collections.abc import Iterator
from itertools import islice

from members.abnormality import hosts, words
from members.abnormality.asked import Page
from members.abnormality.findings import Finding, finding
from members.abnormality.sight import Sight

FEWEST_LETTERS = 40
FEWEST_MARKED = 12
FEWEST_WORDS = 12
MOST_MARKED_ABROAD = 2
LONGEST = 60_000
FOREIGN_TITLE = 6
FOREIGN_HIDDEN = 30
FEWEST_AROUND_A_LINK = 8
FEWEST_MARKED_AROUND = 20
FEWEST_ON_A_SHELF = 3
# What is said of wares, never of an office.
_SOLD = re.compile(
    r"通販|激安|送料|正規品|中古|新品|未使用|限定|セール|円|¥|￥|\d%|割引|最安|公式|ブランド|メンズ|レディース|人気|在庫|楽天|サイズ|財布|バッグ|腕時計"
    r"|正品|包邮|特价|娱乐|彩票|博彩|下载|在线|免费|할인|무료|정품|쿠폰|카지노|토토|ราคา|สล็อต|เครดิต|เว็บ|купить|цена|скидк|казино|бесплатно"
)
# Where a site keeps its pages in other tongues.
_TONGUES = re.compile(
    r"/(?:en|zh|cn|ja|jp|ko|kr|ru|fr|th|lo|km|de|es|id)(?:(?:-[a-z]{2})?(?:[/?]|$)|\.[\w-]{1,40}\.)",
    re.I,
)
_OTHER_SCRIPTS = frozenset(
    {"cn", "jp", "kr", "th", "la", "kh", "ru", "tw", "hk", "mm", "by", "gr", "in"}
)
# The place, as other tongues write it, and words of those who serve it.
_OF_HERE = re.compile(
    r"越南|胡志明|西贡|西貢|河内|河內|ベトナム|ホーチミン|サイゴン|ハノイ|베트남|호찌민|호치민|하노이|사이공|вьетнам|хошимин"
    r"|сайгон|ханой|เวียดนาม|โฮจิมินห์|ฮานอย|viet\s?nam|ho chi minh|hcmc|sai\s?gon|hanoi"
    r"|人民委员会|人民委員会|人民委員會|领事|領事|외무|영사|กงสุล|การต่างประเทศ|консул|внешн"
    r"|people.s (?:committee|council)|hải ngoại|hue city|da nang|danang|can tho|hai phong"
    r"|វៀតណាម|ຫວຽດນາມ|वियतनाम|فيتنام|ויטנאם|βιετνάμ|မြန်မာ"
    r"|外事|外務|外办|条例|規制|财政|財務局|규정"
)


def foreign(page: Page) -> Iterator[Finding]:
    """Judge texts in scripts that a Vietnamese page does not speak."""
    sight = page.sight
    if not sight.is_foreign:
        return
    body = " ".join(one.plain for one in sight.seen())[:60_000]
    foreign = words.foreign_letters(body)
    vietnamese = len(words.MARKED.findall(body))
    if vietnamese < FEWEST_MARKED_AROUND:
        return
    if foreign > vietnamese and (foreign < FEWEST_LETTERS or tells_of_here(body)):
        return
    in_title = words.foreign_letters(sight.title)
    is_mixed = words.is_marked(words.plain(sight.title))
    is_foreign = in_title >= FOREIGN_TITLE and not is_mixed
    tells = is_of_here(page)
    if is_foreign and not tells and not _is_of_its_tongues(page):
        yield finding("foreign-title", page.url, sight.title)
    is_own = is_of_here(page)
    for one in sight.heads:
        count = words.foreign_letters(one.plain)
        is_mostly = 2 * count > sum(map(str.isalpha, one.plain))
        if count >= FOREIGN_TITLE and is_mostly and not is_own and not words.is_marked(one.plain):
            yield finding("foreign-title", page.url, one.kind, one.raw)
    before = 0
    for one in sight.texts:
        count = words.foreign_letters(one.plain)
        host = hosts.host_of(one.href)
        is_abroad = page.is_stranger(host) and not _speaks_at_home(host)
        if is_abroad and count and before >= FEWEST_AROUND_A_LINK:
            count = max(count, FOREIGN_TITLE)
        before = count if one.kind == "line" else before
        if count >= FOREIGN_HIDDEN and one.hidden or count >= FOREIGN_TITLE and is_abroad:
            yield finding("foreign-words", page.url, one.hidden, one.raw, one.href)


def shelved(page: Page) -> Iterator[Finding]:
    """Judge rows of the site's own links in a script that its Vietnamese page does not speak.

    An office that greets guests names the place; one that sells names wares in link after link.
    """
    sight = page.sight
    if not sight.is_foreign or words.foreign_letters(sight.plain) < FEWEST_LETTERS:
        return
    if len(words.MARKED.findall(sight.plain[:LONGEST])) < FEWEST_MARKED_AROUND:
        return
    told = [
        one
        for one in sight.texts
        if one.kind == "link"
        and words.foreign_letters(one.plain) >= FOREIGN_TITLE
        and hosts.host_in(one.href, page.home) == page.home
        and not _TONGUES.search(one.href)
        and not words.is_marked(one.plain)
    ]
    said = " ".join(one.plain for one in told)
    if len({one.plain for one in told}) < FEWEST_ON_A_SHELF or tells_of_here(said):
        return
    if any(one.hidden for one in told) or _SOLD.search(said):
        yield finding("planted-page", page.url, *[one.raw for one in told][:6])


def _speaks_at_home(host: str) -> bool:
    """Tell whether a host lies in a country that writes in another script: its towns do."""
    return host.rpartition(".")[2] in _OTHER_SCRIPTS


def _is_of_its_tongues(page: Page) -> bool:
    """Tell whether a page stands where its site keeps other tongues and offers nothing, or has a
    way back from them.
    """
    if not _TONGUES.search(page.url):
        return False
    if not any(weight.is_telling for weight in page.weights):
        return True
    links = (one for one in page.sight.texts if one.kind == "link")
    return any("tiếng việt" in one.plain for one in links)


def tells_of_here(text: str) -> bool:
    """Tell whether plain text names this place as other tongues write it."""
    return _OF_HERE.search(text) is not None


def is_of_here(page: Page) -> bool:
    """Tell whether a page in another tongue is its site's own: by its address, or by its title."""
    if (
        _TONGUES.search(page.url)
        or page.sight.is_foreign
        and any(
            words.foreign_letters(one.plain) >= FEWEST_MARKED and tells_of_here(one.plain)
            for one in page.sight.texts
        )
    ):
        return True
    heads = (one.plain for one in page.sight.heads)
    return tells_of_here(" ".join([words.plain(page.sight.title), *heads])[:LONGEST])


def astray(sight: Sight, *, home: str) -> str:
    """Return what shows that a page in another script is a stranger on its site, or ""."""
    if not sight.is_foreign:
        return ""
    body = " ".join([words.plain(sight.title), *(one.plain for one in sight.seen())])[:LONGEST]
    count = words.foreign_letters(body)
    marked = len(words.MARKED.findall(body))
    letters = sum(map(str.isalpha, body))
    if count < FEWEST_LETTERS or marked >= FEWEST_MARKED or 2 * count < letters:
        return ""
    heads = " ".join(one.plain for one in sight.heads)
    if _OF_HERE.search(f"{body} {heads}") or _leads_home(sight, home):
        return ""
    return f"{count} chữ nước ngoài, không nhắc gì tới nơi này: {body[:120]}"


def is_abroad(sight: Sight, *, home: str) -> bool:
    """Tell whether a page speaks another tongue in Latin letters and not of this place."""
    marked = islice(words.MARKED.finditer(sight.plain), MOST_MARKED_ABROAD + 1)
    if sum(1 for _ in marked) > MOST_MARKED_ABROAD:
        return False
    said = f"{words.plain(sight.title)} {sight.plain[:LONGEST]}"
    if len(words.tokens(said[:4_000])) < FEWEST_WORDS:
        return False
    return not _OF_HERE.search(said) and not _leads_home(sight, home)


def _leads_home(sight: Sight, home: str) -> bool:
    """Tell whether a link of the page goes to the Vietnamese side of its site."""
    ways = (one for one in sight.texts if one.kind == "link")
    return any(
        one.href in {"/", "/vi", "/vi/", "/vn/"} or "tiếng việt" in one.plain
        for one in ways
        if hosts.host_in(one.href, home) == home
    )
