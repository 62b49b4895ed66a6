"""Names built as betting trades build theirs: a few letters and a number that brings luck.

New ones appear every week, so they are told by their build, never by a list alone. A name proves
little: what stands beside it (an ending that traders prefer, a place nobody sees, luring words)
makes it telling.
"""

import re

# Endings that only this trade registers, and cheap ones that it prefers.
_OF_THE_TRADE = frozenset({"bet", "casino", "poker", "bingo", "lotto"})
_CHEAP = frozenset({
    "vip", "club", "win", "top", "cc", "xyz", "live", "pro", "fun", "game", "games", "buzz",
    "icu", "asia", "ink", "one", "today", "life", "world", "site", "online", "app", "link", "li",
    "tv", "ws", "pw", "cyou", "sbs", "cfd", "rest", "monster", "lol", "gg", "ph", "la", "mobi",
    "cool", "ing", "group", "center", "network", "space", "uk.com", "co.com", "us.com", "im",
})  # fmt: skip
_LUCK = r"(?:1?[36789]{2,3}|365|567|588)"
_NAME = re.compile(rf"^(?:([a-z]{{2,10}}){_LUCK}[a-z]{{0,5}}|{_LUCK}([a-z]{{2,8}}))$")
_WORD = re.compile(r"^(?:([a-z]{2,9})(?:[6789]{2,3}|188|388|168)|[6789]{2,3}([a-z]{3,8}))$")
# What stands before a number in papers, on roads and on the air.
_ORDINARY = frozenset({
    "nq", "nd", "tt", "ttlt", "qd", "ct", "kh", "bc", "tb", "cv", "ql", "tl", "dt", "hl", "km",
    "pc", "pa", "kl", "hd", "td", "gp", "tp", "sn", "lk", "pv", "vtv", "htv", "fm", "am", "iso",
    "tcvn", "qcvn", "cop", "asean", "apec", "covid", "windows", "office", "tel", "fax", "dd", "so",
    "mau", "bm", "phu", "phuluc", "bieu", "lop", "khoi", "doi", "to", "kp", "ap", "phuong", "quan",
})  # fmt: skip


def is_of_the_trade(host: str) -> bool:
    """Tell whether a host outside .vn is named as betting sites are, by name and by ending."""
    labels = host.split(".")
    if len(labels) < 2 or labels[-1] == "vn":
        return False
    return labels[-1] in _OF_THE_TRADE or (_ends_cheaply(host) and is_alike(host))


def is_alike(host: str) -> bool:
    """Tell whether any part of a host outside .vn has letters and a lucky number, as such names."""
    labels = host.split(".")
    if labels[-1] == "vn":
        return False
    parts = [part for label in labels[:-1] for part in label.split("-")]
    return any(_is_name(_NAME, part) for part in parts)


def is_suspect(word: str) -> bool:
    """Tell whether a plain word could be such a name; alone it means nothing."""
    return not word.isalpha() and not word.isdigit() and _is_name(_WORD, word)


def _ends_cheaply(host: str) -> bool:
    labels = host.split(".")
    return labels[-1] in _CHEAP or ".".join(labels[-2:]) in _CHEAP


def _is_name(pattern: re.Pattern[str], word: str) -> bool:
    match = pattern.match(word)
    return match is not None and (match[1] or match[2]) not in _ORDINARY
