"""Judges sites by what is stored of them, and writes down how they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from cityweb.core import law, workdays
from cityweb.core.fetch import Failure
from members import freshness as reading
from members.abnormality import Finding, hosts
from members.actions import directing, incidents, listing, observing
from members.actions.directing import Place
from members.freshness import NewsDate
from members.models import Kind, MemberSite, NewsDay, Observation, SubPage, Verdict
from members.reports import observed
from members.rhythm import REMEMBERED_DAYS
from members.verdicts import abnormality, availability, freshness, tls
from members.verdicts.freshness import Limits
from members.verdicts.levels import Judgement, Subject

RULES = ("MEMBER.NEWS.WARN", "MEMBER.NEWS.STALE", "MEMBER.NEWS.ALARM")


def limits(on: date) -> Limits:
    """Return the office's limits of silence in force on the day.

    Raises `Refused("rule-unsettled")` where one is not certain.
    """
    return Limits(*(law.resolve(code, on=on).value for code in RULES))


@transaction.atomic
def judge(sites: Sequence[MemberSite], *, now: datetime) -> int:
    """Judge these sites anew; return how many verdicts changed. Safe to repeat.

    A verdict that stays what it was keeps its beginning; its proof is the newest.
    """
    held: dict[int, dict[Place, Verdict]] = defaultdict(dict)
    for verdict in Verdict.objects.current().filter(site__in=sites).select_for_update():
        held[verdict.site_id][verdict.place] = verdict
    changed = 0
    odd: dict[MemberSite, list[Finding]] = {}
    for site, judgements in _judgements(sites, odd, now=now):
        for place, judgement in judgements.items():
            changed += _write(site, place, judgement, held[site.pk].pop(place, None), now=now)
        for gone in held[site.pk].values():
            _close(gone, now=now)
    incidents.follow(sites, now=now)
    listing.propose(odd)
    return changed


def _write(
    site: MemberSite, place: Place, judgement: Judgement, held: Verdict | None, *, now: datetime
) -> bool:
    said = asdict(judgement)
    said |= {name: said[name][:size] for name, size in _SIZES.items()}
    if held and (held.level, held.code) == (judgement.level, judgement.code):
        Verdict.objects.filter(pk=held.pk).update(judged_at=now, **said)
        return False
    if held:
        _close(held, now=now)
    subject, section, directive = place
    Verdict.objects.create(
        site=site,
        subject=subject,
        section_id=section,
        directive_id=directive,
        since=now,
        judged_at=now,
        **said,
    )
    return True


_SIZES = {
    name: Verdict._meta.get_field(name).max_length
    for name in ("code", "text", "rule", "url", "evidence", "fix")
}


def _close(held: Verdict, *, now: datetime) -> None:
    Verdict.objects.filter(pk=held.pk).update(until=now)


def _judgements(
    sites: Sequence[MemberSite], odd: dict[MemberSite, list[Finding]], *, now: datetime
) -> Iterator[tuple[MemberSite, dict[Place, Judgement]]]:
    today = timezone.localdate(now)
    homes = observed.homes(sites, now=now)
    newest, readable = observed.latest(sites), observed.latest(sites, was_read=True)
    days, carried = _news_days(sites, today), directing.judgements(sites, today=today)
    calendar = workdays.calendar(today - timedelta(days=REMEMBERED_DAYS), today)
    general = limits(today)
    below = _below(sites)
    for site in sites:
        # Where a visit was sent to another owner's site, what stands there is not this site's.
        mine = [one for key, one in readable.items() if key[0] == site.pk and _is_own(one)]
        front = (site.pk, Kind.HOME, None)
        home, page = newest.get(front), readable.get(front)
        odd[site] = _findings(page, mine, below[site.pk])
        judgements: dict[Place, Judgement] = {
            (Subject.AVAILABILITY, None, None): availability.judge(
                homes[site.pk], spacing=observing.spacing()
            ),
            (Subject.ABNORMALITY, None, None): abnormality.judge(
                odd[site] if page or below[site.pk] else None
            ),
        }
        if home:
            judgements[Subject.TLS, None, None] = _tls(home, now)
        facts = {"today": today, "calendar": calendar}
        own = general.narrowed(site.own_limits)
        judgements[Subject.FRESHNESS, None, None] = freshness.judge(
            _readings(mine, days[site.pk]), limits=own, news_days=days[site.pk], **facts
        )
        for section in site.sections.all():
            judgements[Subject.FRESHNESS, section.pk, None] = freshness.judge(
                _readings([one for one in mine if one.section_id == section.pk], ()),
                limits=own.narrowed(section.own_limits),
                news_days=(),
                **facts,
            )
        yield site, judgements | carried[site.pk]


def _below(sites: Sequence[MemberSite]) -> dict[int, list[SubPage]]:
    """Return the pages below each home page on which something is odd."""
    found: dict[int, list[SubPage]] = defaultdict(list)
    for one in SubPage.objects.odd().filter(site__in=sites).order_by("planted_at", "pk"):
        found[one.site_id].append(one)
    return found


def _findings(
    home: Observation | None, mine: Sequence[Observation], below: Sequence[SubPage]
) -> list[Finding]:
    """Return all that is odd on the last readings of a site: its home, its sections, below them."""
    sections = (one for one in mine if one.kind == Kind.SECTION)
    found = [
        Finding(**said) for one in (home, *sections) if one is not None for said in one.findings
    ]
    for page in below:
        if page.has_returned:
            found.append(abnormality.came_back(page.url, timezone.localdate(page.cleaned_at)))
        found += [Finding(**said) for said in (*page.disguised, *page.findings)]
    return found


def _is_own(one: Observation) -> bool:
    return hosts.is_own(hosts.host_of(one.final_url), hosts.host_of(one.url))


def _tls(home: Observation, now: datetime) -> Judgement:
    return tls.judge(
        url=home.final_url if home.final_url and _is_own(home) else home.url,
        failure=Failure(home.failure) if home.failure else None,
        not_after=home.tls_not_after if _is_own(home) else None,
        issuer=home.tls_issuer,
        now=now,
    )


def _readings(rows: Sequence[Observation], known: Sequence[date]) -> list[reading.Observation]:
    return [
        reading.Observation(url=one.url, found=_own_news(one, known))
        for one in sorted(rows, key=lambda one: one.kind != Kind.HOME)
    ]


def _own_news(one: Observation, known: Sequence[date]) -> NewsDate | None:
    """Return the newest news of an answer that is the site's own work.

    Where the page has none any more, the newest of its days that are `known` speaks.
    """
    if one.trick:
        day = one.own_day or max(known, default=None)
        return NewsDate(day, one.own_proof, one.trick) if day else None
    return NewsDate(one.news_day, one.news_evidence, one.news_rule) if one.news_day else None


def _news_days(sites: Sequence[MemberSite], today: date) -> dict[int, list[date]]:
    since = today - timedelta(days=REMEMBERED_DAYS)
    found: dict[int, list[date]] = defaultdict(list)
    for site, day in NewsDay.objects.filter(site__in=sites, day__gte=since).values_list(
        "site", "day"
    ):
        found[site].append(day)
    return found
