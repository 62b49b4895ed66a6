"""Names built as betting trades build theirs: a few letters and a number that brings luck.

New ones appear every week, so they are told by their build, never by a list alone. A name proves
little: what stands beside it (an ending that traders prefer, a place nobody sees, luring words)
makes it telling.
"""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

SHORTEST_ECHO = 5
SHORTEST_ODD = 5
SHORTEST_STEM = 4
FEWEST_WORDS_OF_A_TONGUE = 6
FAR_SHARE = 0.5
# Honest names that public pages say again and again, beside "log in" and "download".
_KNOWN = frozenset({
    "vneid", "vssid", "facebook", "google", "youtube", "tiktok", "instagram", "telegram", "viber",
    "internet", "online", "website", "email", "gmail", "smartphone", "android", "iphone", "apple",
    "store", "windows", "microsoft", "office", "excel", "teams", "camera", "robot", "chatgpt",
    "viettel", "mobifone", "vinaphone", "vietcombank", "vietinbank", "agribank", "sacombank",
    "techcombank", "zalopay", "momo", "vietlott", "covid", "marathon", "festival", "workshop",
    "download", "upload", "update", "mobile", "livestream", "fanpage", "video", "clip", "hotline",
    "contact", "login", "password", "ioffice", "egov", "etax", "esports", "bluezone", "asean",
    "unesco", "unicef", "world", "english", "digital", "portal", "server", "index", "parent",
    "directory", "https", "singapore", "malaysia", "campuchia", "indonesia", "states",
    "united", "australia", "london", "paris", "moscow", "japan", "korea", "china", "france",
})  # fmt: skip
_LIBRARIES = (
    *("jquery", "googletag", "googleapi", "google-analytic", "gstatic", "cloudflare", "cdnjs"),
    *("jsdelivr", "bootstrap", "fontawesome", "wordpress", "unpkg"),
)
# Those of one house each: nobody else bears them.
_HOUSES = (
    *("googletagmanager", "google-analytics", "googleanalytics", "googleapis", "gstatic"),
    *("googlesyndication", "cloudflare", "cdnjs", "jsdelivr", "fontawesome", "doubleclick"),
)
ALMOST = 0.85
LONGEST_SLIP = 2
_CLOSED = re.compile(r"[^a-z0-9]+")
_SYLLABLE = re.compile(
    r"^(?:ngh|ng|nh|kh|gh|gi|ch|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$"
)
# Endings that only this trade registers, and cheap ones that it prefers.
_OF_THE_TRADE = frozenset({"bet", "casino", "vegas", "poker", "bingo", "lotto"})
_CHEAP = frozenset({
    "vip", "club", "win", "top", "cc", "xyz", "live", "pro", "fun", "game", "games", "buzz",
    "icu", "asia", "ink", "one", "today", "life", "world", "site", "online", "app", "link", "li",
    "tv", "ws", "pw", "cyou", "sbs", "cfd", "rest", "monster", "lol", "gg", "ph", "la", "mobi",
    "cool", "ing", "shop", "store", "website", "press", "bar", "wiki", "lat", "digital", "studio",
    "tech", "host", "group", "center", "network", "space", "uk.com", "co.com", "us.com", "im",
    "vin", "dance", "fyi", "rip", "onl", "run", "zone", "best", "wtf",
    "soccer", "bio", "guru", "cash", "money", "gold", "red", "plus",
})  # fmt: skip
LONGEST_OF_A_COUNTRY = 2
# Endings that were there before anybody could open one, and honest new ones.
_OF_OLD = frozenset(
    {
        *("com", "net", "org", "edu", "gov", "mil", "int", "info", "biz", "name", "arpa", "travel"),
        *(
            "museum",
            "aero",
            "coop",
            "post",
            "google",
            "goog",
            "gle",
            "dev",
            "page",
            "cloud",
            "health",
        ),
        *("bank", "insurance", "coop", "swiss", "london", "tokyo", "berlin", "ngo", "foundation"),
        *("education", "academy", "university", "city", "hospital", "clinic", "church"),
    }
)
# Endings that cost next to nothing and that no body a public page would point to has taken.
_THROWN_AWAY = frozenset({
    "top", "cfd", "lol", "icu", "cyou", "sbs", "buzz", "rest", "monster", "click", "ink", "uno",
    "win", "cc", "vip", "bond", "pics", "mom", "skin", "hair", "autos", "quest", "boats", "beauty",
    "makeup", "pw", "gq", "tk", "ml", "ga", "cf", "loan", "men", "party", "racing", "faith", "cam",
    "sex", "porn", "xxx", "adult", "bid", "trade", "stream", "yachts", "motorcycles", "homes",
})  # fmt: skip
CHEAP_ENDINGS = frozenset(
    one
    for one in _OF_THE_TRADE | _CHEAP | _THROWN_AWAY
    if "." not in one and one not in {"im", "la"}
)
_LUCK = r"(?:1?[36789]{2,3}|365|567|588)"
_NAME = re.compile(rf"^(?:([a-z]{{1,10}}){_LUCK}[a-z]{{0,5}}|{_LUCK}([a-z]{{1,10}}))$")
_CODED = re.compile(
    r"^(?:([a-z]{1,7})(?:66|68|77|78|79|86|88|89|98|99|666|688|777|789|868|879|886|888|889|989|999|188|388|168)"
    r"(?:vn|viet|vip|app|club|com|net|tv|link|[a-z]|vna?|vin)?|(?:66|68|77|79|88|89|98|99|789|888|999)([a-z]{1,7}))$"
)
# Hotels that keep a casino say so, and take no lucky numbers.
_STAYED_AT = re.compile(
    r"casino\w{0,4}(?:resort|hotel|cruise)|(?:resort|hotel|cruise)\w{0,10}casino"
)
_OF_THE_STATE = re.compile(
    r"vneid|vssid|(?:dich-?vu-?cong|bo-?cong-?an|cong-?an|chinh-?phu|an-?ninh-?mang|bao-?hiem-?xa-?hoi|tong-?cuc-?thue"
    r"|thue-?dien-?tu|ngan-?hang-?nha-?nuoc|cuc-?(?:thue|csgt|canh-?sat)|gov-?vn|vn-?gov|dinh-?danh)(?![a-z])"
)
_PLACE = re.compile(r"(?:bet|win|vip|club|slots?|games?|play|casino|king|sport|tv|fun|\d{2,3})$")
# What honest houses that like such numbers do.
_DOES = re.compile(
    r"hotel|resort|tour|travel|land|food|farm|spa|home|house|school|clinic|cafe|coffee|store|mart|shop|auto"
    r"|moto|bank|tech|soft|media|print|golf|gym|yoga|kids|book|news|radio|phone|mobile|lab|pharma|bio|eco"
    r"|solar|steel|wood|foto|photo|art|music|film|rice|tea|fish|nha|hang|biz|corp|group|inc"
)
# Names of the trade whatever they end in.
_TOLD = re.compile(
    r"casino|poker|togel|bandar(?:qq|toto)|nhacai|taixiu|baccarat|slots?(?:\d|$)|\d{2,3}slots?|pokies"
    r"|(?<!alpha)(?:bet|slot|keo|nohu|lode)\d{2,3}$|^\d{2,3}(?:bet|win)$|xoso\w{0,6}\d{2}$|escort|iddaa|bahis"
)
_WORD = re.compile(r"^(?:([a-z]{2,9})(?:[6789]{2,3}|188|388|168)|[6789]{2,3}([a-z]{3,8}))$")
# A word and what the trade hangs on it: "…bet", "…win", or digits that bring luck.
_ALONE = re.compile(
    r"^(?!alphabet|baldwin|darwin|edwin|goodwin|between|tibet)"
    r"(?:([a-z]{2,10})(?:(?:bet|win|vip|slot)\d{0,3}|[6789]{2,3}|188|388|168)|[6789]{2,3}([a-z]{1,10}))$"
)
_PLAYED = re.compile(
    r"^(?!alphabet|baldwin|darwin|edwin|goodwin|godwin|irwin|tibet)[a-z]{2,10}(?:bet|win)\d{0,3}$"
)
_TRADES = ("nhacai", "taixiu", "xocdia", "nohu", "soicau", "gamebai", "keonhacai", "soikeo")
_LATIN = re.compile(r"[a-z]{1,40}")
_ENGLISH = frozenset({"the", "and", "for", "with", "are", "from", "that", "this", "was", "has"})
# What stands before a number in papers, on roads and on the air.
_ORDINARY = frozenset({
    "nq", "nd", "tt", "ttlt", "qd", "ct", "kh", "bc", "tb", "cv", "ql", "tl", "dt", "hl", "km",
    "pc", "pa", "kl", "hd", "td", "gp", "tp", "sn", "lk", "pv", "vtv", "htv", "fm", "am", "iso",
    "tcvn", "qcvn", "cop", "asean", "apec", "covid", "windows", "office", "tel", "fax", "dd", "so",
    "mau", "bm", "tnmt", "ubnd", "hdnd", "sgd", "pgd", "gdt", "tttt", "khdt", "vhtt", "mttq",
    "ldld", "hnd", "ccb",
    "dtn", "thpt", "thcs", "bv", "ttyt", "cdc", "cty", "htx", "ctcp", "xn", "nm", "vp", "cn",
     "phu", "phuluc", "bieu", "lop", "khoi", "doi", "to", "kp", "ap", "phuong", "quan",
})  # fmt: skip


def is_a_hotel(host: str) -> bool:
    """Tell whether a host is named as a hotel with a casino is, with an honest ending."""
    closed = host.replace("-", "")
    is_plain = not any(map(str.isdigit, closed)) and not is_cheap(host)
    return is_plain and _STAYED_AT.search(closed) is not None


def is_of_the_trade(host: str) -> bool:
    """Tell whether a host outside .vn is named as betting sites are, by name and by ending."""
    labels = host.split(".")
    if len(labels) < 2 or labels[-1] == "vn" or is_a_hotel(host):
        return False
    if any(_TOLD.search(one) for label in labels[:-1] for one in (label, label.replace("-", ""))):
        return True
    return labels[-1] in _OF_THE_TRADE or (_ends_cheaply(host) and is_alike(host))


def is_alike(host: str) -> bool:
    """Tell whether any part of a host outside .vn has letters and a lucky number, as such names."""
    labels = host.split(".")
    if labels[-1] == "vn":
        return False
    parts = [part for label in labels[:-1] for part in label.split("-")]
    return any(_is_name(_NAME, part) for part in parts)


def is_coded(host: str) -> bool:
    """Tell whether a host is called by a few letters and a lucky number, and by nothing it does."""
    labels = host.split(".")
    if labels[-1] == "vn":
        return False
    for part in (part for label in labels[:-1] for part in label.split("-")):
        match = _CODED.match(part)
        if match and (match[1] or match[2]) not in _ORDINARY and not _DOES.search(part):
            return True
    return False


def is_thrown_away(host: str) -> bool:
    """Tell whether a host has an ending that only those use who soon leave it again."""
    return host.rpartition(".")[2] in _OF_THE_TRADE | _THROWN_AWAY


def is_cheap(host: str) -> bool:
    """Tell whether a host has an ending that costs little: honest ones have it too."""
    return is_thrown_away(host) or _ends_cheaply(host)


def is_known_cheap(host: str) -> bool:
    """Tell whether a host has one of the endings that traders are known to prefer."""
    labels = host.split(".")
    return is_thrown_away(host) or labels[-1] in _CHEAP or ".".join(labels[-2:]) in _CHEAP


def is_echoed(host: str, text: str) -> bool:
    """Tell whether bare words of a link say again what its host is called, and no Vietnamese does.

    An address that is its own text says nothing.
    """
    if "." in text:
        return False
    label = host.rsplit(".", 2)[-2] if host.count(".") else host
    stem = label.strip("0123456789-")
    return len(stem) >= SHORTEST_ECHO and any(stem in one for one in _CLOSED.split(text))


def passes_for_the_state(host: str) -> bool:
    """Tell whether a host outside .vn takes the name of a public service of this country."""
    return not host.endswith(".vn") and _OF_THE_STATE.search(host) is not None


def is_called_for_play(host: str) -> bool:
    """Tell whether a host ends its name as such places like to, whatever stands before."""
    return any(_PLACE.search(label) for label in host.split(".")[:-1]) or is_alike(host)


def is_nothing_but_a_name(host: str, text: str) -> bool:
    """Tell whether a link says one word that only its host is called by, built as trades build."""
    word = text.strip()
    match = _ALONE.match(word) if host.startswith(("www.", word)) else None
    return match is not None and (match[1] or match[2]) not in _ORDINARY and word in host


def is_built_for_play(host: str) -> bool:
    """Tell whether a part of a host outside .vn is one word with what the trade hangs on it."""
    labels = host.split(".")
    return labels[-1] != "vn" and any(_PLAYED.match(one) for one in labels[:-1])


def is_of_a_far_tongue(text: str) -> bool:
    """Tell whether plain text without marks is neither Vietnamese nor English, by its words."""
    said = [one for one in _LATIN.findall(text) if len(one) > 2]
    if len(said) < FEWEST_WORDS_OF_A_TONGUE or not _ENGLISH.isdisjoint(said):
        return False
    return sum(not _SYLLABLE.match(one) for one in said) > len(said) * FAR_SHARE


def stem_of(host: str) -> str:
    """Return the name that a host is known by, without what is hung on it; "" for ordinary ones."""
    label = host.rsplit(".", 2)[-2] if host.count(".") else host
    part = max(label.split("-"), key=len)
    is_built = not part.isalpha() or not _SYLLABLE.match(part)
    return part if len(part) >= SHORTEST_STEM and is_built and part not in _KNOWN else ""


def odd_words(read: Iterable[str]) -> list[str]:
    """Return the words that neither Vietnamese nor papers are made of, digits at their end cut off.

    Made-up names of trades are among them, and so are honest foreign names.
    """
    stems = (word.rstrip("0123456789") for word in read)
    return [
        one
        for one in stems
        if len(one) >= SHORTEST_ODD
        and one.isascii()
        and one not in _KNOWN
        and not _SYLLABLE.match(one)
    ]


def echoes(read: Iterable[str]) -> tuple[str, int]:
    """Return the made-up word that is said most often, and how often."""
    counts = Counter(odd_words(read)).most_common(1)
    return counts[0] if counts else ("", 0)


def passes_for_a_library(host: str) -> bool:
    """Tell whether a cheap host takes the name of what every page loads."""
    if (
        any(name in host for name in _HOUSES)
        or is_cheap(host)
        and any(name in host for name in _LIBRARIES)
    ):
        return True
    label = host.rsplit(".", 2)[-2] if host.count(".") else host
    return any(
        SequenceMatcher(None, part, name).ratio() >= ALMOST
        for name in (*_HOUSES, *_LIBRARIES)
        for part in {label, *label.split("-")}
        if abs(len(name) - len(part)) <= LONGEST_SLIP and part != name
    )


def says_the_trade(word: str) -> bool:
    """Tell whether a plain word begins with the trade itself, written without spaces."""
    return word.startswith(_TRADES) and len(word) > SHORTEST_ECHO


def is_suspect(word: str) -> bool:
    """Tell whether a plain word could be such a name; alone it means nothing."""
    if word.isdigit():
        return False
    return _PLAYED.match(word) is not None or not word.isalpha() and _is_name(_WORD, word)


def _ends_cheaply(host: str) -> bool:
    labels = host.split(".")
    is_new = (
        len(labels) > 1 and len(labels[-1]) > LONGEST_OF_A_COUNTRY and labels[-1] not in _OF_OLD
    )
    return is_new or labels[-1] in _CHEAP or ".".join(labels[-2:]) in _CHEAP


def _is_name(pattern: re.Pattern[str], word: str) -> bool:
    match = pattern.match(word)
    return match is not None and (match[1] or match[2]) not in _ORDINARY
