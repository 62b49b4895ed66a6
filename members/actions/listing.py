"""Changes the lists that pages are judged by: what is proposed, decided and taken in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from cityweb.core import audit
from cityweb.core.models import User
from members.abnormality import Finding, hosts
from members.abnormality.keywords import Kind, default
from members.models import BlockedDomain, ListedWord, MemberSite
from members.models.lists import LONGEST_WORDS

DOMAINS = "domain"
MOST_LINES = 20_000
_ADDRESS = re.compile(r"(?:https?:)?//[\w.-]{4,190}", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?=.{4,190}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.){1,8}[a-z0-9-]{2,63}"
)


def propose(found: Mapping[MemberSite, Sequence[Finding]]) -> int:
    """Propose the domains that planted content leads to, for an officer to decide on.

    Only grave findings speak, and only of strangers: hosts of public bodies, of the site itself and
    of services that everybody links to are never proposed. Returns how many are new.
    """
    rows: dict[str, BlockedDomain] = {}
    for site, findings in found.items():
        for one in findings:
            for domain in [] if one.is_mild else _strangers(one, site):
                rows.setdefault(
                    domain,
                    BlockedDomain(
                        domain=domain, site=site, url=one.url, evidence=one.evidence[:250]
                    ),
                )
    known = set(BlockedDomain.objects.filter(domain__in=rows).values_list("domain", flat=True))
    new = [row for domain, row in rows.items() if domain not in known]
    BlockedDomain.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _strangers(one: Finding, site: MemberSite) -> Iterable[str]:
    home = hosts.host_of(site.home_url)
    for address in _ADDRESS.findall(one.evidence):
        host = hosts.host_of(address if "://" in address else f"https:{address}")
        if not why_not(host) and not hosts.is_own(host, home):
            yield hosts.owner(host)


def why_not(host: str) -> str:
    """Return why a host cannot be blocked, in Vietnamese; "" where it can."""
    if not _DOMAIN.fullmatch(host):
        return "không phải tên miền"
    if hosts.is_public(host):
        return "thuộc cơ quan nhà nước hoặc nhà trường"
    if hosts.is_listed(host, default().ordinary_hosts):
        return "là dịch vụ mà ai cũng liên kết tới"
    return ""


@transaction.atomic
def decide_domain(*, pk: int, is_blocked: bool, actor: User) -> BlockedDomain:
    """Block a proposed domain, or call it harmless. Who comes second decides nothing anew."""
    row = BlockedDomain.objects.select_for_update().get(pk=pk)
    if row.is_blocked is None:
        row.is_blocked = is_blocked
        row.save(update_fields=["is_blocked", "changed_at"])
        verb = "members.domain_blocked" if is_blocked else "members.domain_spared"
        audit.record(actor=actor, verb=verb, target=row)
    return row


@transaction.atomic
def note_list_export(*, actor: User, kind: str) -> None:
    """Write down that somebody took a list out of the house."""
    audit.record(actor=actor, verb="members.list_exported", target=None, kind=kind)


@dataclass(frozen=True)
class Taken:
    """What a list brought: how many rows are new, and the lines that could not be taken."""

    new: int
    wrong: list[str]


@transaction.atomic
def take_in_list(*, kind: str, lines: Iterable[str], actor: User) -> Taken:
    """Add the lines of a plain list; `kind` is `DOMAINS` or a kind of words. Safe to repeat.

    A domain that was only proposed is blocked by it; what an officer decided stays decided.
    """
    add = _add_domains if kind == DOMAINS else _add_words
    said = dict.fromkeys(line.strip().strip("'\ufeff") for line in lines)
    taken = add([line for line in said if line], kind)
    audit.record(
        actor=actor, verb="members.list_taken_in", target=None, kind=kind, new_rows=taken.new
    )
    return taken


def _add_domains(lines: Sequence[str], _kind: str) -> Taken:
    wrong: list[str] = []
    wanted: set[str] = set()
    for line in lines:
        host = hosts.host_of(line.lower() if "//" in line else f"https://{line.lower()}")
        reason = why_not(host)
        if reason:
            wrong.append(f"{line[:80]}: {reason}")
        else:
            wanted.add(host)
    rows = BlockedDomain.objects.filter(domain__in=wanted)
    known = set(rows.values_list("domain", flat=True))
    turned = rows.proposed().update(is_blocked=True)
    new = [BlockedDomain(domain=one, is_blocked=True) for one in sorted(wanted - known)]
    BlockedDomain.objects.bulk_create(new, batch_size=1_000)
    return Taken(len(new) + turned, wrong)


def _add_words(lines: Sequence[str], kind: str) -> Taken:
    wrong = [f"{line[:40]}…: quá dài" for line in lines if len(line) > LONGEST_WORDS]
    wanted = {line.lower() for line in lines if len(line) <= LONGEST_WORDS}
    known = ListedWord.objects.filter(kind=Kind(kind)).values_list("words", flat=True)
    new = [ListedWord(words=one, kind=kind) for one in sorted(wanted - set(known))]
    ListedWord.objects.bulk_create(new, batch_size=1_000)
    return Taken(len(new), wrong)
