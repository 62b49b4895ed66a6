"""Licences in force for a domain that somebody wants as well: one site, one licence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from licensing import rules
from licensing.models import Dossier, Licence
from licensing.states import Standing

IN_FORCE = (Standing.VALID, Standing.SUSPENDED)


@dataclass(frozen=True)
class Clash:
    """A licence in force, and which of the domains asked about stand in it."""

    licence: Licence
    domains: list[str]

    def __str__(self) -> str:
        return (
            f"Tên miền {', '.join(self.domains)} đang thuộc giấy phép số {self.licence.number} của "
            f"{self.licence.current.holder_name}"
        )


def of_domains(domains: Iterable[str], *, but: Licence | None = None) -> list[Clash]:
    """Return the licences in force for any of these domains, the newest first; `but` is left out.

    "www." in front and the script of the name make no difference.
    """
    wanted = {rules.domain_key(name): name for name in domains}
    if not wanted:
        return []
    words = {
        rules.searchable(spelt) for key, name in wanted.items() for spelt in (key, _bare(name))
    }
    held = Q(pk__in=[])
    for one in words:
        held |= Q(search=SearchQuery(one, config="simple"))
    rows = Licence.objects.filter(held, state__in=IN_FORCE).defer("words", "search")
    rows = rows.exclude(pk=but.pk) if but else rows
    found = []
    for licence in rows.select_related("current").order_by("-issued_on", "-pk"):
        theirs = {rules.domain_key(name) for name in licence.current.domains}
        shared = [name for key, name in wanted.items() if key in theirs]
        if shared:
            found.append(Clash(licence, shared))
    return found


def of_dossier(dossier: Dossier, said: Mapping[str, Any]) -> list[Clash]:
    """Return what stands against the domains that a dossier asks for beyond those of its licence.

    `said` is what the form read: for a draft as it is now, later as it was sent.
    """
    asked = said.get("domains") or []
    if dossier.licence is not None:
        own = {rules.domain_key(name) for name in dossier.licence.current.domains}
        asked = [name for name in asked if rules.domain_key(name) not in own]
    return of_domains(asked, but=dossier.licence)


def _bare(name: str) -> str:
    return name.lower().removeprefix("www.")
