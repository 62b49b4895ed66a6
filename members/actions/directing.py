"""Judges sites by the common directives, over what their home pages showed."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from members.models import Directive, MemberSite
from members.reports import observed
from members.verdicts import duties
from members.verdicts.levels import Judgement, Subject

Place = tuple[str, int | None, int | None]


def judgements(sites: Sequence[MemberSite], *, today: date) -> dict[int, dict[Place, Judgement]]:
    """Return what each site is judged by the directives of the day, under each directive."""
    asked = [(one, one.duty) for one in Directive.objects.judged(today)]
    found: dict[int, dict[Place, Judgement]] = defaultdict(dict)
    if not asked:
        return found
    runs = observed.runs(sites, since=min(duty.starts_on for _, duty in asked))
    for site in sites:
        for directive, duty in asked:
            if directive.concerns(site):
                said = duties.judge(duty, runs[site.pk], today=today)
                if said is not None:
                    found[site.pk][Subject.DIRECTIVE, None, directive.pk] = said
    return found
