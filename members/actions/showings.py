"""Keeps what home pages carry of the common duties: one row for as long as it is the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urljoin

from members.abnormality import hosts
from members.asking import Answer
from members.models import Directive, Kind, MemberSite, Showing
from members.verdicts.duty import DutyKind

HEADERS = (
    "strict-transport-security",
    "content-security-policy",
    "x-content-type-options",
    "x-frame-options",
    "referrer-policy",
    "permissions-policy",
)
"""The headers that are kept, beside those that a directive could name."""
LONGEST_HEADER = 300
_DIGITS = re.compile(r"[\d.,]{1,40}")
# What the server says when it has no such file; anything else tells nothing.
_NO_FILE = frozenset({404, 410})


def security_address(site: MemberSite) -> str:
    """Return where a site keeps the contact for those who found a hole in it."""
    return urljoin(site.home_url, "/.well-known/security.txt")


def asks_for_security_txt(today: date) -> bool:
    """Tell whether any directive wants that file: without one nobody is asked for it."""
    return Directive.objects.judged(today).filter(kind=DutyKind.SECURITY_TXT).exists()


def keep(answers: Mapping[int, Sequence[Answer]]) -> None:
    """Prolong what each home page showed, or begin anew where it shows something else."""
    newest = {
        one.site_id: one
        for one in Showing.objects.filter(site__in=answers)
        .order_by("site_id", "-first_seen_at")
        .distinct("site_id")
    }
    begun, prolonged = [], []
    for site, many in answers.items():
        home = next((one for one in many if one.wish.kind == Kind.HOME), None)
        if home is None or home.failure is not None or not _is_own(home):
            continue
        held = newest.get(site)
        shown = _shown(home, many, held.shown if held else {})
        if held is not None and (shown is None or _steady(shown) == _steady(held.shown)):
            held.last_seen_at = max(home.asked_at, held.last_seen_at)
            prolonged.append(held)
        elif shown is not None:
            begun.append(_showing(site, home, shown))
    Showing.objects.bulk_create(begun)
    Showing.objects.bulk_update(prolonged, ["last_seen_at"])


def _is_own(home: Answer) -> bool:
    """Tell whether the visit ended on the site itself, not with somebody else."""
    return hosts.is_own(hosts.host_of(home.fetched.final_url), hosts.host_of(home.wish.url))


def _shown(home: Answer, many: Sequence[Answer], before: dict[str, Any]) -> dict[str, Any] | None:
    """Return what a home page carries now; nothing where it is the page that we have read today."""
    security = _security(many)
    if home.facts is None:
        # The page was read before: only the file beside it may tell something new.
        return before | security if before and security else None
    if home.facts.is_unreadable or not home.facts.shown:
        return None
    kept = {name: before[name] for name in ("security_txt", "ipv6") if name in before}
    headers = home.fetched.headers
    facts = home.facts.shown | {
        "url": home.fetched.final_url[:500],
        "headers": {name: headers[name][:LONGEST_HEADER] for name in HEADERS if name in headers},
    }
    if home.has_ipv6 is not None:
        facts["ipv6"] = home.has_ipv6
    return kept | facts | security


def _steady(shown: dict[str, Any]) -> dict[str, Any]:
    """Return what is shown without what changes at every visit: counters, clocks, marks."""
    links = [
        [href.partition("?")[0], _DIGITS.sub("", said), hidden]
        for href, said, hidden in shown.get("links", [])
    ]
    return shown | {"footer": _DIGITS.sub("", shown.get("footer", "")), "links": links}


def _security(many: Sequence[Answer]) -> dict[str, Any]:
    for one in many:
        if one.wish.kind == Kind.SECURITY:
            if one.fetched.status in _NO_FILE:
                return {"security_txt": []}
            if one.facts is not None and one.facts.shown:
                return one.facts.shown
    return {}


def _showing(site: int, home: Answer, shown: dict[str, Any]) -> Showing:
    return Showing(
        site_id=site,
        url=home.fetched.final_url[:500],
        shown=shown,
        first_seen_at=home.asked_at,
        last_seen_at=home.asked_at,
    )
