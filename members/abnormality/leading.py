"""Links that strangers planted: by where they lead, by what they say, by where they hide."""

import re
from collections import Counter
from collections.abc import Iterator

from members.abnormality import hiding, hosts, names, words
from members.abnormality.asked import Page, named
from members.abnormality.findings import Finding, finding
from members.abnormality.sight import Text
from members.abnormality.weights import NOTHING, REPORT_WEIGHT, Weight
from members.freshness import addresses

FEWEST_CRIES_AROUND = 3
FEWEST_CRIED_LURES = 3
FEWEST_CRIES = 2
TELLING_AT_HOME = 2
TELLING_OF_TOPICS = 3
"""What words must weigh that reports say as often as sellers."""
TELLING_ABROAD = 1
TELLING_IN_VN = 2
FEWEST_HIDDEN_STRANGERS = 4
TELLING_OUT_OF_SIGHT = 2
FEWEST_FAR_STRANGERS = 2
FEWEST_PARTNERS = 2
FEWEST_WEAK_LINKS = 4
MOST_WORDS_OF_A_CALL = 5
MOST_WORDS_OF_A_POINTER = 2
# Files that anybody could put there keep the names that sellers gave them.
_UPLOADED = re.compile(r"upload|/files?/|/media/|/documents?/|/portals/|/images?/", re.I)
# Where anybody opens a page of his own, under a name of his own.
_SQUARES = frozenset(
    {
        *("t.me", "telegram.me", "zalo.me", "facebook.com", "fb.com", "youtube.com", "tiktok.com"),
        *(
            "twitter.com",
            "x.com",
            "instagram.com",
            "pinterest.com",
            "linktr.ee",
            "bit.ly",
            "tumblr.com",
        ),
        *("medium.com", "sites.google.com", "tinyurl.com", "about.me", "behance.net", "flickr.com"),
        *(
            "amazonaws.com",
            "windows.net",
            "cloudfront.net",
            "notion.site",
            "storage.googleapis.com",
        ),
        *("soundcloud.com", "vimeo.com", "reddit.com", "github.com", "gravatar.com", "blogger.com"),
    }
)
_PART = re.compile(r"[\w-]{4,60}")
SHORTEST_PART = 4
_PROGRAM = re.compile(r"\.(?:apk|exe|msi|scr|bat|vbs|hta|jar|dmg)(?:[?#]|$)", re.I)
# Who built a page signs it, in small print.
_CREDIT = re.compile(r"thiết kế|design|powered|phát triển|theme|template|giải pháp phần mềm")
# Signs of a sentence: nothing that shows is drawn with one of them.
_STOPS = frozenset(",.;:…\"'“”")
_SAYS = re.compile(r"[^\W_]")
_FILE_NAME = re.compile(r"\s{0,9}\w{1,40}(?:[-_]\w{1,40}){2,20}(?:\.\w{2,5})?\s{0,9}$")


def links(page: Page) -> Iterator[Finding]:
    """Judge each link by where it leads and by what it says."""
    weak: list[Text] = []
    called: set[str] = set()
    for one, weight in zip(page.sight.texts, page.weights, strict=True):
        if one.kind != "link":
            continue
        host = hosts.host_in(one.href, page.home)
        if host and host != page.home and hosts.is_listed(host, page.listed):
            yield finding("blocked-link", page.url, one.raw, page.whole(one.href), one.hidden)
        elif page.is_stranger(host):
            why = _why_planted(page, one, host, weight)
            if why:
                yield finding("planted-link", page.url, one.raw, page.whole(one.href), why)
        elif weight.is_telling and _stands_for_itself(one, weight):
            yield finding("planted-page", page.url, one.raw, page.whole(one.href), named(weight))
        elif weight.is_telling:
            weak.append(one)
        if not weight.reports and _is_of_a_square(page, one, host):
            yield finding(
                "planted-link", page.url, one.raw, page.whole(one.href), "trang riêng mang tên ấy"
            )
        if weight.offers and not weight.reports and _is_called_in_short(page, one, weight):
            called.add(one.plain)
    yield from _cried_links(page)
    if len({one.plain for one in weak}) >= FEWEST_WEAK_LINKS or len(called) >= FEWEST_CRIES:
        yield finding("planted-page", page.url, *sorted({one.raw for one in weak} | called)[:6])


def _is_of_a_square(page: Page, one: Text, host: str) -> bool:
    """Tell whether a link leads to a page that anybody may open and has named after a trade."""
    if not hosts.is_listed(host, _SQUARES):
        return False
    parts = _PART.findall(addresses.split(one.href).path.lower())
    parts += host.split(".")[:-2]
    return any(page.keywords.in_a_name(part) for part in parts if len(part) >= SHORTEST_PART)


def _stands_for_itself(one: Text, weight: Weight) -> bool:
    """Tell whether a link within the site offers enough alone, or leads to a file of that name."""
    if weight.is_pitch or weight.offers + bool(weight.lures) >= TELLING_OF_TOPICS:
        return True
    return bool(_UPLOADED.search(one.href) and _FILE_NAME.match(one.plain))


def _is_called_in_short(page: Page, one: Text, weight: Weight) -> bool:
    """Tell whether a link says the trade, a made-up name and little else, as no headline does."""
    said = words.tokens(words.bare(one.plain))
    if len(said) > MOST_WORDS_OF_A_CALL or hosts.host_in(one.href, page.home) != page.home:
        return False
    return any(map(page.keywords.is_a_name, weight.terms)) or bool(names.odd_words(said))


def _cried_links(page: Page) -> Iterator[Finding]:
    """Judge links of the site itself that cry one made-up name with ever other lures."""
    if not any(weight.offers for weight in page.weights):
        return
    said: dict[str, dict[str, Weight]] = {}
    for one, weight in zip(page.sight.texts, page.weights, strict=True):
        if one.kind == "link" and hosts.host_in(one.href, page.home) == page.home:
            for name in set(names.odd_words(words.tokens(words.bare(one.plain)))):
                said.setdefault(name, {})[one.plain] = weight
    said = {name: links for name, links in said.items() if len(links) >= FEWEST_CRIES_AROUND}
    for name, links in said.items():
        told = [
            page.keywords.weigh(text) if weight == NOTHING else weight
            for text, weight in links.items()
        ]
        if any(one.reports for one in told):
            continue
        lures, offers = sum(one.lures for one in told), sum(one.offers for one in told)
        if offers and lures + offers >= FEWEST_CRIED_LURES:
            yield finding("planted-page", page.url, name, *list(links)[:5])


def _why_planted(page: Page, one: Text, host: str, weight: Weight) -> str:
    """Return what gives a link to a stranger away: its name, its words, its ending; or ""."""
    if term := page.keywords.in_a_name(host):
        return term
    enough = TELLING_IN_VN if host.endswith(".vn") else TELLING_ABROAD
    if weight.offers >= enough + REPORT_WEIGHT * weight.reports:
        return named(weight) or "lời chào mời"
    if host.endswith(".vn") or weight.reports:
        return ""
    if names.is_thrown_away(host):
        return "đuôi tên miền chỉ dùng một thời gian"
    if one.is_over_all and not one.hidden:
        return "lớp phủ che cả màn hình"
    if _PROGRAM.search(one.href):
        return "tệp cài đặt đặt ở nơi lạ"
    if names.passes_for_the_state(host):
        return "giả tên cơ quan nhà nước"
    said = words.bare(one.plain)
    if names.is_built_for_play(host) and (weight.lures or names.is_echoed(host, said)):
        return "tên miền đặt như tên trang cá cược"
    is_called = names.is_echoed(host, said) and names.is_called_for_play(host)
    is_lured = names.is_known_cheap(host) and weight.lures >= FEWEST_CRIES
    if is_lured or is_called and names.is_cheap(host):
        return "tên miền rẻ, lời mời gọi"
    if names.is_coded(host) and len(words.tokens(said)) <= MOST_WORDS_OF_A_POINTER:
        return "tên miền đặt như tên trang cá cược"
    if names.is_nothing_but_a_name(host, said):
        return "chỉ nói tên của trang lạ"
    return ""


def farm(page: Page) -> Iterator[Finding]:
    """Judge links to strangers in a place that nobody sees, whatever they say.

    Menus and dialogs are put away too and say so by their names, so that there it wants many.
    """
    bare: dict[str, int] = {}
    waiting: set[str] = set()
    far: set[str] = set()
    shown: dict[str, str] = {}
    put_away = [one for one in page.sight.texts if one.kind == "link" and one.hidden]
    of_public = Counter(
        one.hidden for one in put_away if hosts.is_public(hosts.host_in(one.href, page.home))
    )
    for one in put_away:
        host = hosts.host_in(one.href, page.home)
        if one.is_pictured or not page.is_stranger(host) or _CREDIT.search(one.plain):
            continue
        owner = hosts.owner(host)
        # Beside public bodies, others of this country are partners.
        if host.endswith(".vn") and of_public[one.hidden] >= FEWEST_PARTNERS:
            continue
        is_abroad, is_seldom = not host.endswith(".vn"), one.hidden in hiding.SELDOM_HONEST
        if not one.is_waiting:
            bare[owner] = 1 + is_abroad
        elif is_abroad:
            waiting.add(owner)
            far |= {owner} if is_seldom else set()
        shown.setdefault(owner, one.href)
    is_told = sum(bare.values()) >= TELLING_OUT_OF_SIGHT
    if is_told or len(waiting) >= FEWEST_HIDDEN_STRANGERS or len(far) >= FEWEST_FAR_STRANGERS:
        yield finding("hidden-links", page.url, *list(shown.values())[:6])


def wordless(page: Page) -> Iterator[Finding]:
    """Judge links to strangers that show nothing to click on: only machines follow them."""
    for one in page.sight.texts:
        if one.kind != "link" or one.is_pictured or _SAYS.search(one.plain):
            continue
        if one.is_dressed and one.plain.strip() not in _STOPS:
            continue
        host = hosts.host_in(one.href, page.home)
        if page.is_stranger(host) and not host.endswith(".vn"):
            yield finding("hidden-links", page.url, page.whole(one.href), "liên kết không có chữ")
