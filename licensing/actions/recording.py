"""Writes decisions into the register: each adds a version, and none is ever rewritten."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit, law
from cityweb.core.errors import Refused
from cityweb.core.models import Organisation, Paper, User
from licensing import rules
from licensing.contents import Contents
from licensing.models import Licence, LicenceVersion
from licensing.states import FOLLOWS, Event, Standing

# What must not wait: a licence that should not be in force is stopped on the day that is found.
ENDING = (Event.SUSPENDED, Event.REVOKED)


@dataclass(frozen=True)
class Decision:
    """By what it was decided. Without a day of its own it takes effect when it is signed."""

    number: str
    on: date
    paper: Paper | None = None
    reason: str = ""
    effective_from: date | None = None

    @property
    def begins(self) -> date:
        return self.effective_from or self.on


@transaction.atomic
def issue(
    *,
    number: str,
    issuer: Organisation,
    holder: Organisation,
    contents: Contents,
    decision: Decision,
    actor: User,
) -> Licence:
    """Write a new licence down.

    Raises `Refused`: "number-taken" when the register has this number of this year, "out-of-order"
    for a day to come.
    """
    slug = rules.slug(number, decision.on.year)
    if Licence.objects.filter(slug=slug).exists():
        raise Refused("number-taken", f"Sổ đã có giấy phép số {number} của năm {decision.on.year}.")
    _not_to_come(decision)
    licence = Licence.objects.create(
        number=number,
        number_key=rules.number_key(number),
        slug=slug,
        issuer=issuer,
        holder=holder,
        issued_on=decision.on,
        state=Standing.VALID,
        words="",
    )
    return _add(licence, Event.ISSUED, contents, decision, actor)


def amend(*, pk: int, contents: Contents, decision: Decision, actor: User) -> Licence:
    """Let the licence say something else. Raises `Refused` as `_follow` does."""
    return _follow(pk, Event.AMENDED, contents, decision, actor)


def extend(
    *,
    pk: int,
    valid_to: date,
    decision: Decision,
    actor: User,
    known: Contents | None = None,
) -> Licence:
    """Let the licence last longer. `known` fills in what the register did not know of it.

    Raises `Refused`: "no-longer" when it would not, and as `_follow` does.
    """
    return _follow(pk, Event.EXTENDED, valid_to, decision, actor, known=known)


def reissue(*, pk: int, decision: Decision, actor: User, known: Contents | None = None) -> Licence:
    """Write down that a lost or damaged licence was made out again. Raises as `_follow` does."""
    return _follow(pk, Event.REISSUED, None, decision, actor, known=known)


def suspend(*, pk: int, decision: Decision, actor: User, until: date | None = None) -> Licence:
    """Suspend the licence until a day, or for as long as the law of the day says.

    Raises `Refused`: "rule-unsettled" when neither is known, and as `_follow` does.
    """
    end = until or _end_by_law(decision.begins)
    return _follow(pk, Event.SUSPENDED, None, decision, actor, until=end)


def revoke(*, pk: int, decision: Decision, actor: User) -> Licence:
    """End the licence for good. Raises `Refused` as `_follow` does."""
    return _follow(pk, Event.REVOKED, None, decision, actor)


@transaction.atomic
def _follow(
    pk: int,
    event: Event,
    change: Contents | date | None,
    decision: Decision,
    actor: User,
    *,
    until: date | None = None,
    known: Contents | None = None,
) -> Licence:
    """End the last version and let the next one begin.

    Raises `Refused`: "out-of-order" unless it begins after the last one and not in days to come
    (what suspends or revokes may begin on the same day: the version before it then never held),
    "illegal-event" when the licence stands so that this cannot be decided, "no-reason" when it is
    suspended or revoked without one.
    """
    licence = Licence.objects.select_for_update().get(pk=pk)
    # Asked only once the lock is ours: who had it may just have added a version.
    last = licence.current
    _not_to_come(decision)
    first = last.effective_from + (timedelta(0) if event in ENDING else timedelta(days=1))
    if decision.begins < first:
        raise Refused(
            "out-of-order",
            f"Lần ghi gần nhất của giấy phép có hiệu lực từ ngày {last.effective_from:%d/%m/%Y}: "
            f"quyết định này phải có hiệu lực từ ngày {first:%d/%m/%Y}, ban hành sớm nhất ngày ấy.",
        )
    standing = last.standing(decision.begins)
    if event not in FOLLOWS[standing]:
        raise Refused(
            "illegal-event",
            f"Ngày {decision.begins:%d/%m/%Y} giấy phép {licence} “{standing.label}”, "
            f"không thể ghi “{event.label}”.",
        )
    _explained(event, decision)
    contents = _changed(_filled(_contents_of(last), known), change)
    last.effective_to = decision.begins
    last.save(update_fields=["effective_to"])
    return _add(licence, event, contents, decision, actor, last=last, until=until)


def _add(
    licence: Licence,
    event: Event,
    contents: Contents,
    decision: Decision,
    actor: User,
    *,
    last: LicenceVersion | None = None,
    until: date | None = None,
) -> Licence:
    now = timezone.now()
    version = LicenceVersion.objects.create(
        licence=licence,
        ordinal=last.ordinal + 1 if last else 1,
        event=event,
        decision_number=decision.number,
        decided_on=decision.on,
        paper=decision.paper,
        reason=decision.reason,
        effective_from=decision.begins,
        suspended_until=until,
        recorded_at=now,
        recorded_by=actor,
        **{name: _listed(value) for name, value in asdict(contents).items()},
    )
    licence.current = version
    licence.words = rules.searchable(
        licence.number, version.holder_name, version.site_name, *version.domains, version.manager
    )
    stand(licence, timezone.localdate(now))
    licence.save()
    audit.record(
        actor=actor, verb=f"licensing.{event}", target=licence, reason=decision.reason,
        version=version.ordinal, decision=decision.number,
    )  # fmt: skip
    return licence


def holder_named(name: str, kind: str = Organisation.Kind.COMPANY) -> Organisation:
    """Return the body of that name, entered as such a kind where we do not know it yet."""
    known = Organisation.objects.filter(name=name).order_by("valid_to", "pk").last()
    return known or Organisation.objects.create(name=name, kind=kind)


def stand(licence: Licence, today: date) -> None:
    """Let the licence show how it stands today; the caller saves it."""
    licence.state = licence.current.standing(today)
    licence.changes_on = licence.current.turns_on(today)


def last_longer(valid_to: date, end: date) -> None:
    """Raise `Refused("no-longer")` unless an extension ends after the licence does."""
    if valid_to <= end:
        raise Refused("no-longer", f"Thời hạn mới phải sau ngày {end:%d/%m/%Y}, thời hạn đang ghi.")


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _contents_of(version: LicenceVersion) -> Contents:
    return Contents(**{field.name: getattr(version, field.name) for field in fields(Contents)})


def _explained(event: Event, decision: Decision) -> None:
    if event in ENDING and not decision.reason:
        raise Refused("no-reason", f"Ghi lý do của việc “{event.label}”.")


def _filled(contents: Contents, known: Contents | None) -> Contents:
    """Return the contents with what was not written down; what was written down stays."""
    gaps = [field.name for field in fields(Contents) if not getattr(contents, field.name)]
    return replace(contents, **{name: getattr(known, name) for name in gaps}) if known else contents


def _changed(contents: Contents, change: Contents | date | None) -> Contents:
    if isinstance(change, date):
        last_longer(change, contents.valid_to)
        return replace(contents, valid_to=change)
    return change or contents


def _not_to_come(decision: Decision) -> None:
    if max(decision.on, decision.begins) > timezone.localdate():
        raise Refused("out-of-order", "Ngày ký và ngày có hiệu lực không thể sau hôm nay.")


def _end_by_law(begins: date) -> date:
    rule = law.resolve("LIC.SUSPEND.LENGTH", on=begins)
    return rules.months_after(begins, int(rule.value))
