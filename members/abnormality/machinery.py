"""What was planted where nobody reads: in scripts, frames, and what the head says for machines."""

import re
from collections.abc import Iterator
from itertools import islice

from members.abnormality import hosts, names, scripts, words
from members.abnormality.asked import Page, named
from members.abnormality.findings import Finding, finding
from members.abnormality.weights import TELLING
from members.freshness import addresses

TELLING_IN_SCRIPT = 3
SHORTEST_LOCKED = 200
MOST_SIGNS = 0.9
FEWEST_FILLERS = 40
AROUND = 400
MOST_HOSTS = 300
# The libraries that make visitors dig for coins, by the names that they go by.
# A link that a script writes where nobody sees it.
_UNSEEN_LINK = re.compile(
    r"<\w{1,10}\s[^<>]{0,200}(?:display:\s?none|left:\s?-\d{3,}|font-size:\s?0|opacity:\s?0)"
    r"[^<>]{0,100}>\s{0,9}(?:<\w{1,10}>\s{0,9}){0,3}"
    r"<a\s[^<>]{0,60}href=[\"'\\]{0,3}(?:https?:)?//([\w.-]{4,200})"
)
_UNSEEN_FRAME = re.compile(
    r"<iframe(?=[^<>]{0,300}(?:(?:width|height)=.{0,2}[01](?!\d)|display:\s?none|left:\s?-\d{3}|opacity:\s?0))"
    r"[^<>]{0,200}src=[\"'\\]{0,3}(?:https?:)?//([\w.-]{4,200})"
)
_PUSHES = re.compile(
    r"push|ntfc|notif|\bads?\b|popunder|popcash|onclick|traff?i?c?|\.php\?p=\d", re.I
)
_LOADS_CODE = re.compile(r"createElement\([\"'`]script")
_LOADED = re.compile(r"createElement|location|\.src\s{0,3}=|document\.write|open\(")
_PASTED = re.compile(
    r"(?:windows|win|⊞)\s{0,3}\+\s{0,3}r(?!\w)[^\0]{0,300}?(?:ctrl|control)\s{0,3}\+\s{0,3}v(?!\w)"
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|css|woff2?)(?:[?#]|$)", re.I)
# What such a page pretends; an instruction for officers does not.
_VERIFIES = re.compile(
    r"xác minh|người máy|robot|con người|verify|human|captcha|cloudflare|lỗi trình duyệt"
)
_COPIED = re.compile(
    r"(?:clipboard\.writeText|execCommand\(.copy)[^\0]{0,400}(?:mshta|powershell|cmd(?:\.exe)?\s/|msiexec|rundll32|certutil|bitsadmin|curl\s|iwr\s|iex\b)"
)
_MINERS = re.compile(
    r"(?i)web-?mine-?pool|/(?:web)?miner(?:\.min)?\.js|\.Anonymous\(|cryptonight|coin-?hive|cryptoloot|crypto-loot|coinimp|deepminer|webminepool|minero\.cc|jsecoin|monerominer"
)
# Every key, every field, any form: nobody's own form needs to listen so widely.
_WATCHES = re.compile(
    r"(?:document|window|body|documentElement)\s?(?:\.|\[[\"'])(?:addEventListener[\"'\]]{0,2}\(\s?[\"'`](?:submit|keydown"
    r"|keyup|keypress|input|change|blur|beforeunload|click)|on(?:keydown|keyup|keypress|input|submit|change))"
    r"|querySelectorAll\(\s?[\"'`][^\"'`)]{0,60}(?:input|form|password|textarea|select)"
    r"|getElementsByTagName\(\s?[\"'`](?:input|form)|type=\\?[\"']?password|document\.forms|\$\([\"'](?:input|form)"
    r"|new FormData\("
)
# One form is watched honestly too, but then answered, not sent away in the address of a picture.
_SUBMITS = re.compile(r"[\"'`](?:submit|click|change|input|blur)[\"'`]|\.on(?:submit|click|change)")
_FURTIVE = re.compile(
    r"(?:new Image|sendBeacon|createElement\([\"'`]img)[^\0]{0,300}"
    r"(?:btoa|encodeURIComponent|JSON\.stringify)"
)
_TYPED = re.compile(
    r"\.value\b|\.elements\b|FormData|\.key\b|keyCode|serialize|\.val\(\)|\.which\b"
)
_SENDS = re.compile(
    r"\bnew Image\b|\.src\s?=|sendBeacon|\bfetch\s?\(|XMLHttpRequest|WebSocket"
    r"|\$\.(?:post|get|ajax)"
)
# Who is paid for every visitor he brings says so in the address.
_BROUGHT = re.compile(
    r"[?&](?:aff\w{0,8}|btag|ref(?:er\w{0,4})?|clickid|subid|sub_?\d|agent|invite)=", re.I
)
_NAME = re.compile(r"[a-z]{4,40}")
_EVERYWHERE = frozenset({"cong", "thong", "tinh", "portal", "trang", "http", "phuong", "ubnd"})
# What is sold on a public page of this country is sold for its money.
_PRICED = re.compile(r"\"priceCurrency\"\s?:\s?\"(?:IDR|JPY|THB|CNY|KRW|INR|TRY|BRL|MYR|RUB|PHP)\"")


def loaded(page: Page) -> Iterator[Finding]:
    """Judge what scripts write and what frames and scripts load."""
    for source in (*page.sight.sources, *page.sight.calls, *page.sight.loads):
        host = hosts.host_in(source, page.home)
        if page.is_of_the_trade(host) or page.is_stranger(host) and page.names_the_trade(source):
            yield finding("blocked-link", page.url, source)
        elif miner := _MINERS.search(source):
            yield finding("planted-script", page.url, source, "đào tiền ảo", miner[0])
        elif page.is_stranger(host) and names.is_thrown_away(host):
            why = "đuôi tên miền chỉ dùng một thời gian"
            yield finding("planted-script", page.url, source, why)
        elif page.is_stranger(host) and names.is_built_for_play(host):
            why = "tên miền đặt như tên trang cá cược"
            yield finding("planted-script", page.url, source, why)
        elif page.is_stranger(host) and names.is_known_cheap(host) and _PUSHES.search(source):
            yield finding("planted-script", page.url, source, "đuôi tên miền rẻ, đẩy quảng cáo")
        elif page.is_stranger(host) and names.passes_for_a_library(host):
            yield finding("planted-script", page.url, source, "giả tên thư viện quen dùng")
    for source, is_small in page.sight.frames:
        host = hosts.host_in(source, page.home)
        if not page.is_stranger(host):
            continue
        is_paid = _BROUGHT.search(source) is not None and not host.endswith(".vn")
        is_odd = names.is_alike(host) or names.is_built_for_play(host)
        if page.is_of_the_trade(host) or names.is_thrown_away(host) or is_odd and is_paid:
            yield finding("blocked-link", page.url, source)
        elif is_small and not _measures(host):
            is_ours = host.endswith(".vn") or hosts.is_listed(host, page.keywords.measuring_hosts)
            yield finding("hidden-frame", page.url, source, is_mild=is_ours)
    for source in page.sight.covers:
        host = hosts.host_in(source, page.home)
        if page.is_stranger(host) and not host.endswith(".vn"):
            yield finding("covering-frame", page.url, source)
    for code in page.sight.scripts:
        yield from _said_by_script(page, code)


def ordered(page: Page) -> Iterator[Finding]:
    """Judge pages that have their visitor paste a command into his own machine."""
    match = _PASTED.search(page.sight.plain)
    if match and _VERIFIES.search(
        page.sight.plain, max(0, match.start() - AROUND), match.end() + AROUND
    ):
        yield finding("planted-words", page.url, match[0], "dụ người đọc tự chạy lệnh")
    for code in page.sight.scripts:
        if match := _COPIED.search(code):
            yield finding("planted-script", page.url, match[0], "dụ người đọc tự chạy lệnh")


def anywhere(page: Page) -> Iterator[Finding]:
    """Judge hosts named in the code of a page where nobody reads: in attributes, data, remarks."""
    links = {hosts.host_of(one.href) for one in page.sight.texts if one.href}
    named = {host.removeprefix("www.") for host in page.sight.hosts} - links
    for name in islice(sorted(named), MOST_HOSTS):
        if name not in page.sight.plain and page.is_of_the_trade(name):
            yield finding("blocked-link", page.url, name)


def veiled(page: Page) -> Iterator[Finding]:
    """Judge addresses that the page holds turned round or coded."""
    for address in page.sight.veiled:
        host = hosts.host_of(address)
        if page.is_stranger(host) and not host.endswith(".vn") and not _PICTURE.search(address):
            yield finding("planted-script", page.url, address, "viết che giấu")


def locked(page: Page) -> Iterator[Finding]:
    """Judge scripts written so that nobody can read them, as no honest tool writes them."""
    for code in page.sight.scripts:
        bare = sum(map(code.count, "[]()!+"))
        if len(code) >= SHORTEST_LOCKED and bare > MOST_SIGNS * len(code):
            yield finding("planted-script", page.url, code[:80], "viết chỉ bằng dấu ngoặc")
        elif (
            "\uff9f\u03c9\uff9f" in code
            or code.count("\u3164") + code.count("\uffa0") > FEWEST_FILLERS
        ):
            yield finding("planted-script", page.url, code[:80], "viết bằng chữ không đọc được")


def asked(page: Page) -> Iterator[Finding]:
    """Judge where forms that ask for a password send it."""
    for action in page.sight.asks:
        host = hosts.host_in(action, page.home)
        if page.is_stranger(host) and not host.endswith(".vn"):
            yield finding("asking-form", page.url, action)


def remarked(page: Page) -> Iterator[Finding]:
    """Judge links that stand in remarks of the code: old ones are put there too."""
    for address in page.sight.remarked:
        host = hosts.host_of(address)
        if page.is_of_the_trade(host) or page.is_stranger(host) and names.is_thrown_away(host):
            yield finding("hidden-links", page.url, address, "trong chú thích mã")


def twins(page: Page) -> Iterator[Finding]:
    """Judge where the head says that this page, or its versions in other languages, really is."""
    claimed = [(one, "") for one in page.sight.twins]
    claimed += [(href, tongue) for tongue, href in page.sight.alternates]
    if page.sight.base:
        claimed.append((page.sight.base, "base"))
    for address, tongue in claimed:
        host = hosts.host_in(address, page.home)
        if page.is_of_the_trade(host) or page.is_stranger(host):
            is_sure = page.is_of_the_trade(host) or names.is_cheap(host) or tongue == "base"
            is_sure |= not host.endswith(".vn") and not _is_akin(host, address, page)
            yield finding("foreign-twin", page.url, address, tongue, is_mild=not is_sure)


def _is_akin(host: str, address: str, page: Page) -> bool:
    """Tell whether a host could be the site's own under another name, or where it was built."""
    if "." not in host or host.replace(".", "").isdigit():
        return True
    own = {part for part in _NAME.findall(page.home) if part not in _EVERYWHERE}
    if any(part in host for part in own):
        return True
    path = addresses.split(address).path.strip("/")
    return bool(path) and path == addresses.split(page.url).path.strip("/")


def _said_by_script(page: Page, code: str) -> Iterator[Finding]:
    """Judge what one script writes; what it took pains to disguise needs less to be telling."""
    if miner := _MINERS.search(code):
        yield finding("planted-script", page.url, "đào tiền ảo", miner[0])
    yield from _written_unseen(page, code)
    is_disguised = scripts.hides_links(code)
    is_of_data = "@type" in code or "@context" in code
    enough = TELLING if is_disguised or is_of_data else TELLING_IN_SCRIPT
    for text in scripts.spoken(code):
        weight = page.keywords.weigh(words.plain(text))
        if is_of_data and not weight.is_pitch and weight.offers < TELLING_IN_SCRIPT:
            continue
        if weight.offers >= enough and weight.is_telling:
            yield finding("planted-script", page.url, text, named(weight))
        for address in scripts.addresses_in(text):
            host = hosts.host_of(address)
            if page.is_of_the_trade(host):
                yield finding("blocked-link", page.url, address)
            elif page.is_stranger(host) and _is_for_a_day(host, code):
                yield finding("planted-script", page.url, address)
            elif is_disguised and page.is_stranger(host) and not host.endswith(".vn"):
                yield finding("planted-script", page.url, address, "viết che giấu")
    yield from _named_by_script(page, code)


def _written_unseen(page: Page, code: str) -> Iterator[Finding]:
    """Judge links and frames that a script writes where nobody sees them."""
    if "<a" in code:
        for host in _UNSEEN_LINK.findall(code)[:5]:
            if page.is_stranger(host) and not host.endswith(".vn"):
                yield finding("planted-script", page.url, host, "liên kết viết vào chỗ giấu")
    if "iframe" in code:
        for host in _UNSEEN_FRAME.findall(scripts.undone(code))[:5]:
            if page.is_stranger(host) and not host.endswith(".vn") and not _measures(host):
                yield finding("planted-script", page.url, host, "khung viết vào chỗ giấu")


def _named_by_script(page: Page, code: str) -> Iterator[Finding]:
    """Judge what a script names in coded ways, runs, or sells in the money of others."""
    if currency := _PRICED.search(code):
        yield finding("stuffed-label", page.url, "hàng bán bằng tiền nước ngoài", currency[0])
    for host in scripts.bare_hosts(code):
        is_cheap = names.is_cheap(host) and not host.endswith((".js", ".json", ".css", ".html"))
        if page.is_stranger(host) and is_cheap and _LOADED.search(code):
            yield finding("planted-script", page.url, host, "tập lệnh ghép địa chỉ")
    yield from _is_sent_off(page, code)
    for address in scripts.ordered_code(code):
        if page.is_stranger(hosts.host_of(address)):
            yield finding(
                "planted-script", page.url, address, "chạy mã lấy từ nơi lạ, gửi cookie đi"
            )
    for address in scripts.disguised_addresses(code):
        host = hosts.host_of(address)
        if page.is_stranger(host) and not host.endswith(".vn"):
            yield finding("planted-script", page.url, address, "viết che giấu")


def _is_sent_off(page: Page, code: str) -> Iterator[Finding]:
    """Judge scripts that watch every field of a page and send what is typed to a stranger."""
    is_wide = _WATCHES.search(code) and _SENDS.search(code)
    is_furtive = _SUBMITS.search(code) and _FURTIVE.search(code)
    if not (is_wide or is_furtive) or not _TYPED.search(code):
        return
    for address in scripts.addresses_in(scripts.undone(code)):
        host = hosts.host_of(address)
        if page.is_stranger(host) and not host.endswith(".vn") and not _measures(host):
            yield finding("planted-script", page.url, address, "gửi điều người đọc gõ đi nơi lạ")


def _is_for_a_day(host: str, code: str) -> bool:
    """Tell whether a script names a host of a day, or loads code from one that costs little."""
    return (
        names.is_thrown_away(host) or names.is_cheap(host) and _LOADS_CODE.search(code) is not None
    )


def _measures(host: str) -> bool:
    return host.startswith(("www.googletagmanager.", "googletagmanager.", "connect.", "stats."))
