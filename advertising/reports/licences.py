"""A website held against the register of licences: whose its licence is, and what else there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from advertising import rules
from advertising.models import AdSite, Party
from cityweb.core import text
from licensing.models import Licence, LicenceVersion
from licensing.rules import searchable
from licensing.states import Standing


@dataclass(frozen=True)
class Tie:
    """The licence of a website, what does not fit, and one the register has and nobody tied."""

    licence: Licence | None
    doubts: tuple[str, ...]
    untold: Licence | None = None


def of(site: AdSite) -> Tie:
    """Return what the register says about this website today."""
    if site.licence is None:
        return Tie(None, (), _named_for(site.domain))
    return Tie(site.licence, tuple(_doubts(site, site.licence)))


def _doubts(site: AdSite, licence: Licence) -> Iterator[str]:
    says = licence.current
    if says is None:
        return
    if not _is_holder(site.operator, licence, says):
        yield f"cấp cho {says.holder_name}, không phải {site.operator}"
    if not rules.lies_within(site.domain, says.domains):
        yield f"cấp cho tên miền {', '.join(says.domains)}, không có {site.domain}"
    if licence.state != Standing.VALID:
        yield f"nay {licence.get_state_display().lower()}"


def _is_holder(operator: Party, licence: Licence, says: LicenceVersion) -> bool:
    if operator.organisation_id is not None:
        return operator.organisation_id == licence.holder_id
    return text.fold(operator.name) == text.fold(says.holder_name)


def _named_for(domain: str) -> Licence | None:
    """Return the licence whose present words name this very domain."""
    rows = Licence.objects.holding(searchable(domain)).select_related("current").order_by("-pk")
    return next((one for one in rows[:5] if domain in one.current.domains), None)
