"""What was planted where nobody reads: in scripts, frames, and what the head says for machines."""

import re
from collections.abc import Iterator

from members.abnormality import hosts, names, scripts, words
from members.abnormality.asked import Page, named
from members.abnormality.findings import Finding, finding
from members.abnormality.keywords import TELLING

TELLING_IN_SCRIPT = 3
# The libraries that make visitors dig for coins, by the names that they go by.
# A link that a script writes where nobody sees it.
_UNSEEN_LINK = re.compile(
    r"<\w{1,10}\s[^<>]{0,200}(?:display:\s?none|left:\s?-\d{3,}|font-size:\s?0|opacity:\s?0)"
    r"[^<>]{0,100}>\s{0,9}(?:<\w{1,10}>\s{0,9}){0,3}"
    r"<a\s[^<>]{0,60}href=[\"'\\]{0,3}(?:https?:)?//([\w.-]{4,200})"
)
_MINERS = re.compile(
    r"(?i)coin-?hive|cryptoloot|crypto-loot|coinimp|deepminer|webminepool|minero\.cc|jsecoin|monerominer"
)
# What is sold on a public page of this country is sold for its money.
_PRICED = re.compile(r"\"priceCurrency\"\s?:\s?\"(?:IDR|JPY|THB|CNY|KRW|INR|TRY|BRL|MYR|RUB|PHP)\"")


def machinery(page: Page) -> Iterator[Finding]:
    """Judge what scripts write and what frames and scripts load."""
    for source in (*page.sight.sources, *page.sight.calls):
        host = hosts.host_in(source, page.home)
        if page.is_of_the_trade(host):
            yield finding("blocked-link", page.url, source)
        elif miner := _MINERS.search(source):
            yield finding("planted-script", page.url, source, "đào tiền ảo", miner[0])
        elif page.is_stranger(host) and names.is_thrown_away(host):
            why = "đuôi tên miền chỉ dùng một thời gian"
            yield finding("planted-script", page.url, source, why)
        elif page.is_stranger(host) and names.is_built_for_play(host):
            why = "tên miền đặt như tên trang cá cược"
            yield finding("planted-script", page.url, source, why)
        elif page.is_stranger(host) and names.passes_for_a_library(host):
            yield finding("planted-script", page.url, source, "giả tên thư viện quen dùng")
    for source, is_small in page.sight.frames:
        host = hosts.host_in(source, page.home)
        if not page.is_stranger(host):
            continue
        if page.is_of_the_trade(host) or names.is_thrown_away(host):
            yield finding("blocked-link", page.url, source)
        elif is_small and not _measures(host):
            yield finding("hidden-frame", page.url, source, is_mild=True)
    for source in page.sight.covers:
        host = hosts.host_in(source, page.home)
        if page.is_stranger(host) and not host.endswith(".vn"):
            yield finding("covering-frame", page.url, source)
    for code in page.sight.scripts:
        yield from _said_by_script(page, code)


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
            yield finding("foreign-twin", page.url, address, tongue, is_mild=not is_sure)


def _said_by_script(page: Page, code: str) -> Iterator[Finding]:
    """Judge what one script writes; what it took pains to disguise needs less to be telling."""
    if miner := _MINERS.search(code):
        yield finding("planted-script", page.url, "đào tiền ảo", miner[0])
    if "<a" in code:
        for host in _UNSEEN_LINK.findall(code)[:5]:
            if page.is_stranger(host) and not host.endswith(".vn"):
                yield finding("planted-script", page.url, host, "liên kết viết vào chỗ giấu")
    is_disguised = scripts.hides_links(code)
    enough = TELLING if is_disguised else TELLING_IN_SCRIPT
    for text in scripts.spoken(code):
        weight = page.keywords.weigh(words.plain(text))
        if weight.offers >= enough and weight.is_telling:
            yield finding("planted-script", page.url, text, named(weight))
        for address in scripts.addresses_in(text):
            host = hosts.host_of(address)
            if page.is_of_the_trade(host):
                yield finding("blocked-link", page.url, address)
            elif page.is_stranger(host) and names.is_thrown_away(host):
                yield finding("planted-script", page.url, address)
            elif is_disguised and page.is_stranger(host) and not host.endswith(".vn"):
                yield finding("planted-script", page.url, address, "viết che giấu")
    if currency := _PRICED.search(code):
        yield finding("stuffed-label", page.url, "hàng bán bằng tiền nước ngoài", currency[0])
    for address in scripts.disguised_addresses(code):
        host = hosts.host_of(address)
        if page.is_stranger(host) and not host.endswith(".vn"):
            yield finding("planted-script", page.url, address, "viết che giấu")


def _measures(host: str) -> bool:
    return host.startswith(("www.googletagmanager.", "googletagmanager.", "connect.", "stats."))
