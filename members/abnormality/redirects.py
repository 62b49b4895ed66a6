"""Where an address sends its visitors: by the server, by the page's head, or by a script."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from members.abnormality import hosts, scripts
from members.abnormality.findings import Finding, distinct, finding
from members.abnormality.looking import read
from members.abnormality.sight import Sight
from members.freshness import addresses

MOST_MOVES = 30
MOST_OPEN = 12
_REFRESH = re.compile(
    r"^\s{0,20}[\d.]{0,8}\s{0,20}[;,]?\s{0,20}(?:url\s{0,5}=)?\s{0,5}[\"']?([^\"'\s]{1,1000})", re.I
)
_MOVE = re.compile(
    r"(?<![\w$])location(?:[\"']\])?(?:\.href|\[\"href\"\]|\['href'\])?\s{0,5}"
    r"(?:=(?!=)|\.(?:replace|assign)\()\s{0,5}(?:[\"'`]([^\"'`\n]{1,1000})[\"'`]"
    r"|([A-Za-z_$][\w$]{0,60}(?:\s{0,3}\+\s{0,3}[A-Za-z_$][\w$]{0,60}){0,9}))"
)
_OPENED = re.compile(
    r"\bopen\(\s{0,5}[\"'`]([^\"'`\n]{1,1000})[\"'`]\s{0,3},\s{0,3}[\"']_(?:self|top|parent)"
)
# A click anywhere on the page is not a click on something.
_ANYWHERE = re.compile(
    r"(?:document|window|body|documentElement)\.(?:addEventListener\(\s{0,3}[\"']"
    r"(?:click|mousedown|touchstart|touchend|pointerdown|scroll|mousemove)[\"']"
    r"|on(?:click|mousedown|touchstart|scroll|mousemove)\s{0,3}=)[^}]{0,400}?"
    r"(?:\bopen\(|location(?:\.href)?\s{0,3}=|location\.(?:replace|assign)\()"
    r"\s{0,5}[\"'`]([^\"'`\n]{1,1000})[\"'`]"
)
_WRITTEN = re.compile(r"<meta[^<>]{1,60}refresh[^<>]{1,80}url=([^\"'<>\s]{1,1000})", re.I)
_NAMED = r"(?<![\w$.]){}\s{{0,5}}=\s{{0,5}}[\"'`]([^\"'`\n]{{1,1000}})[\"'`]"
_BRACES = re.compile(r"[{}]")
# What stands before a brace whose content runs only when somebody asks for it.
_ASKED = re.compile(
    r"(?:function\s{1,5}[\w$]{1,60}\s{0,5}\([^()]{0,100}\)"
    r"|[\w$]\s{0,5}[:=]\s{0,5}(?:async\s)?(?:function\s{0,5}\([^()]{0,100}\)|\([^()]{0,100}\)\s{0,3}=>)"
    r"|(?:click|change|submit|select|mousedown|keyup|keydown)[\"']?\s{0,3}[,(][^{}]{0,60})\s{0,5}$"
)
_CALLED_AT_ONCE = re.compile(
    r"(?:onload|ready|DOMContentLoaded|onreadystatechange|popstate|pageshow|beforeunload|setTimeout)[^{}]{0,60}$"
)
_DISGUISED = re.compile(
    r"fromCharCode|atob\(|[\"']\s?\+\s?[\"']|decodeURIComponent\(|unescape\(|\\x[0-9a-f]{2}|\.reverse\(\)|\]\.join\(",
    re.I,
)
# What follows is put together only when the script runs: often the page's own host.
_UNFINISHED = re.compile(r"//[\w-]{0,30}\.?$")
_MOVERS = ("location", "open(", "refresh")
_BY_VISITOR = re.compile(r"referrer|userAgent", re.I)


def redirected(chain: Sequence[str], html: str = "", *, home: str) -> list[Finding]:
    """Return where an address of `home` leads away: the hops it made, then what its page orders.

    `chain` is every address asked, in order. Other public bodies are a mild finding: services move.
    """
    url = chain[-1] if chain else home
    found = [_away("off-site-redirect", one, home, chain[0]) for one in chain]
    if html and hosts.is_own(hosts.host_of(url), hosts.host_of(home)):
        found += list(ordered(read(html), url=url, home=home))
    return distinct([one for one in found if one is not None])


def ordered(sight: Sight, *, url: str, home: str) -> Iterator[Finding]:
    """Yield where a page that has been read sends its visitors away from `home`."""
    for content in sight.refreshes:
        if match := _REFRESH.match(content):
            found = _away("off-site-refresh", addresses.whole(url, match[1]), home, content)
            if found is not None:
                yield found
    for code in sight.scripts:
        if any(word in code for word in _MOVERS) or _DISGUISED.search(code):
            yield from _moves(code, url, home)


def _moves(code: str, url: str, home: str) -> Iterator[Finding]:
    clear = scripts.undone(code)
    for pattern in (_OPENED, _ANYWHERE, _WRITTEN):
        for match in islice(pattern.finditer(clear), MOST_MOVES):
            if "//" in match[1]:
                found = _away("off-site-script", addresses.whole(url, match[1]), home, match[0])
                if found is not None:
                    yield found
    braces = [(match.start(), match[0]) for match in _BRACES.finditer(clear)]
    is_disguised = _DISGUISED.search(code) is not None
    for match in islice(_MOVE.finditer(clear), MOST_MOVES):
        target = match[1] or _value_of(match[2], clear)
        if not target or "//" not in target or _UNFINISHED.search(target):
            continue
        was_plain = not is_disguised or target in code
        if was_plain and _is_asked_for(match.start(), clear, braces):
            continue
        before = clear[max(0, match.start() - 400) : match.start()]
        why = "theo nơi khách đến" if _BY_VISITOR.search(before) else ""
        how = "" if was_plain else "viết che giấu"
        found = _away("off-site-script", addresses.whole(url, target), home, match[0], why, how)
        if found is not None:
            yield found


def _away(rule: str, target: str, home: str, *proof: str) -> Finding | None:
    host = hosts.host_of(target)
    if hosts.is_own(host, hosts.host_of(home)):
        return None
    return finding(rule, home, target, *proof, is_mild=hosts.is_public(host))


def _value_of(name: str | None, code: str) -> str:
    """Return what a name stands for, or several that are put together; "" where one is unknown."""
    said = ""
    for one in (name or "").split("+"):
        match = re.search(_NAMED.format(re.escape(one.strip())), code) if one else None
        if match is None:
            return ""
        said += match[1]
    return said


def _is_asked_for(move: int, code: str, braces: list[tuple[int, str]]) -> bool:
    """Tell whether a place of a script is reached only by a click or by a call from elsewhere."""
    opened: list[int] = []
    for place, brace in braces:
        if place > move:
            break
        if brace == "{":
            opened.append(place)
        elif opened:
            opened.pop()
    for place in opened[-MOST_OPEN:]:
        before = code[max(0, place - 160) : place]
        if _ASKED.search(before) and not _CALLED_AT_ONCE.search(before):
            return True
    return False
