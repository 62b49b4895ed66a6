"""Claims the sites that are due, asks them, and stores what they answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import User
from members import scheduling
from members.actions import budget, delving, judging, observing
from members.asking import Answer, Asker, Errand, HastyAsker
from members.models import Contact, MemberSite, Round, Watch
from members.reports import lists

BATCH = 80
MOST_BATCHES = 25
# Longer than a batch ever takes: what a dead worker held is asked again by another.
LEASE = timedelta(minutes=10)
# So many units at once may hold a process of the web while they wait.
MOST_WAITING = 3

_WITH = ("site__sections", "site__maintenance")

Tell = Callable[[Errand, list[Answer]], None]


def plan(*, now: datetime) -> int:
    """Give every site that has none its first place; return how many are new."""
    new = MemberSite.objects.watched(timezone.localdate(now)).filter(watch__isnull=True)
    # What is below is looked at once the home page has told where it leads.
    later = 2 * timedelta(seconds=settings.MEMBERS_RETRY_SECONDS)
    places = [(site, now + _first_wait(site)) for site in new]
    made = Watch.objects.bulk_create(
        [Watch(site=site, due_at=due, deep_due_at=due + later) for site, due in places],
        ignore_conflicts=True,
    )
    return len(made)


def _first_wait(site: MemberSite) -> timedelta:
    """A new site is looked at soon, whatever its interval; many new ones not all at once."""
    return scheduling.offset(site.code, timedelta(seconds=settings.MEMBERS_FIRST_LOOK_SECONDS))


def claim_due(*, now: datetime) -> list[int]:
    """Open rounds for all that is due; return their keys. Two workers never get the same site."""
    plan(now=now)
    due, below = Watch.objects.filter(due_at__lte=now), Watch.objects.filter(deep_due_at__lte=now)
    rounds: list[int] = []
    for watches, is_deep in ((due, False), (below, True)):
        while len(rounds) < MOST_BATCHES:
            pk = claim(watches, now=now, is_deep=is_deep)
            if pk is None:
                break
            rounds.append(pk)
    return rounds


@transaction.atomic
def claim(watches: QuerySet[Watch], *, now: datetime, is_deep: bool = False) -> int | None:
    """Open one round for as many of `watches` as a batch holds and nobody asks just now."""
    rows = list(
        watches.filter(
            Q(leased_until__isnull=True) | Q(leased_until__lt=now),
            site__in=MemberSite.objects.watched(timezone.localdate(now)),
        )
        .select_for_update(skip_locked=True, of=("self",))
        .order_by("deep_due_at" if is_deep else "due_at")[:BATCH]
    )
    if not rows:
        return None
    opened = Round.objects.create(opened_at=now, sites=len(rows), is_deep=is_deep)
    Watch.objects.filter(pk__in=[row.pk for row in rows]).update(
        round=opened, leased_until=now + LEASE
    )
    return opened.pk


def run(
    pk: int, *, tell: Tell = lambda errand, answers: None, is_hasty: bool = False
) -> Round | None:
    """Ask the sites of a round and store their answers; nothing where another worker has it.

    In haste only the first addresses of a site are asked, and the end comes by the clock.
    """
    if not Round.objects.filter(pk=pk, started_at__isnull=True).update(started_at=timezone.now()):
        return None
    held = Watch.objects.filter(round=pk).select_related("site")
    watches = {watch.site_id: watch for watch in held.prefetch_related(*_WITH)}
    is_deep = Round.objects.values_list("is_deep", flat=True).get(pk=pk)
    send_out = delving.errands if is_deep else observing.errands
    errands = send_out(list(watches.values()), now=timezone.now())
    kind = HastyAsker if is_hasty else Asker
    asker = kind(
        settings.MEMBERS_CONTROL_URLS,
        gap_seconds=settings.MEMBERS_GAP_SECONDS,
        changes=lists.changes(),
    )
    answers, note = asker.ask(errands, tell)
    budget.settle(errands, answers)
    return _finish(pk, watches, answers, note)


@transaction.atomic
def _finish(
    pk: int, watches: dict[int, Watch], answers: dict[int, list[Answer]], note: str
) -> Round:
    done = Round.objects.select_for_update().get(pk=pk)
    now = timezone.now()
    sites = [watch.site for watch in watches.values()]
    strikes = observing.store(done, sites, answers, counts=not note)
    if not note:
        judging.judge(sites, now=now)
    for watch in watches.values():
        if done.is_deep:
            delving.reschedule(watch, now=now)
            continue
        asked_pages = len(answers[watch.site_id]) > 1
        _reschedule(watch, strikes.get(watch.site_id, 0), now=now, asked_pages=asked_pages)
    done.ended_at, done.note, done.is_conclusive = now, note, not note
    done.save(update_fields=["ended_at", "note", "is_conclusive"])
    return done


def _reschedule(watch: Watch, strikes: int, *, now: datetime, asked_pages: bool) -> None:
    interval = timedelta(minutes=watch.site.interval_minutes)
    gap = timedelta(seconds=settings.MEMBERS_RETRY_SECONDS)
    due = (
        scheduling.retry_due(strikes, gap=gap, interval=interval, now=now)
        if strikes
        else scheduling.next_due(watch.site.code, interval=interval, now=now)
    )
    mine = Watch.objects.filter(pk=watch.pk, round=watch.round_id)
    # Who asked for a check while this one ran gets theirs: the place they set is kept.
    mine.filter(due_at=watch.due_at).update(
        due_at=due, pages_asked_at=now if asked_pages else F("pages_asked_at")
    )
    mine.update(asked_at=now, leased_until=None)


def check_for_unit(*, contact: Contact, now: datetime) -> Round | None:
    """Ask a site at once because its unit waits for the answer, like `check_now`."""
    _refuse_too_soon(contact.site, now=now)
    with transaction.atomic():
        audit.record(
            actor=None, verb="members.check_asked_by_unit", target=contact.site, contact=contact.pk
        )
    return _check_at_once(contact.site, now=now)


def check_now(*, pk: int, actor: User, now: datetime) -> Round | None:
    """Ask a site at once, its sections too; the answer comes within 15 seconds.

    Nothing where many wait already: then the next worker takes the site. Raises `Refused` where it
    was asked a moment ago ("just-asked") or is being asked ("being-asked"): nobody asks it twice.
    """
    site = MemberSite.objects.get(pk=pk)
    _refuse_too_soon(site, now=now)
    with transaction.atomic():
        audit.record(actor=actor, verb="members.check_asked", target=site)
    return _check_at_once(site, now=now)


def _refuse_too_soon(site: MemberSite, *, now: datetime) -> None:
    watch = Watch.objects.filter(site=site).first()
    soonest = timedelta(seconds=settings.MEMBERS_RECHECK_SECONDS)
    if watch and watch.asked_at and now - watch.asked_at < soonest:
        raise Refused(
            "just-asked",
            f"Website vừa được kiểm tra lúc {timezone.localtime(watch.asked_at):%H:%M:%S}, kết quả "
            f"ở dưới. Mỗi lần kiểm tra cách nhau ít nhất {settings.MEMBERS_RECHECK_SECONDS} giây.",
        )


def _check_at_once(site: MemberSite, *, now: datetime) -> Round | None:
    soon = {"due_at": now, "deep_due_at": now, "pages_asked_at": None}
    Watch.objects.update_or_create(site=site, defaults=soon)
    waiting = Round.objects.filter(
        started_at__gt=now - timedelta(seconds=20), ended_at__isnull=True, sites=1
    )
    if waiting.count() >= MOST_WAITING:
        return None
    pk = claim(Watch.objects.filter(site=site), now=now)
    if pk is None:
        raise Refused("being-asked", "Máy theo dõi đang hỏi website; kết quả hiện sau ít giây.")
    return run(pk, is_hasty=True)


def claim_sites(sites: Sequence[MemberSite], *, now: datetime, is_deep: bool = False) -> list[int]:
    """Open rounds for these sites, due or not, for a check by hand; return their keys."""
    plan(now=now)
    rounds: list[int] = []
    for start in range(0, len(sites), BATCH):
        keys = [site.pk for site in sites[start : start + BATCH]]
        pk = claim(Watch.objects.filter(site__in=keys), now=now, is_deep=is_deep)
        if pk is not None:
            rounds.append(pk)
    return rounds
