"""What every verb about a forwarding shares: the locked row, its state, its clock, its links."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Sum
from django.utils import timezone

from cityweb.core import audit, clocks, law, mailin, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import Organisation, Role, User
from feedback import codes, rules
from feedback.actions._moving import HOP
from feedback.models import AgencyContact, AgencyLink, Hop, Submission
from feedback.states import HOP_LIFE, OPEN_HOPS, HopState

LINK_LIFE = timedelta(days=30)


def lock_hop(pk: int, actor: User | None) -> Hop:
    """Return the hop with its submission, both locked, submission first as everywhere.

    No actor stands for the holder of a link, whom the caller has checked. Raises
    `Refused("not-found")` for a hop of another body.
    """
    owner = Hop.objects.filter(pk=pk).values_list("submission", flat=True).first()
    Submission.objects.select_for_update(of=("self",)).filter(pk=owner).first()
    hop = (
        Hop.objects.select_for_update(of=("self",))
        .select_related("submission__mailbox", "organisation")
        .filter(pk=pk)
        .first()
    )
    if hop is None or hop.submission.is_restricted or not _may_act(hop, actor):
        raise Refused("not-found", "Không tìm thấy lần chuyển này.")
    return hop


def _may_act(hop: Hop, actor: User | None) -> bool:
    if actor is None or actor.has_role(Role.OFFICER, Role.OFFICE_HEAD):
        return True
    return actor.has_role(Role.AGENCY_CONTACT) and actor.organisation_id == hop.organisation_id


def send(
    submission: Submission, organisation: Organisation, *, at: datetime, **fields: object
) -> Hop:
    """Make the hop, start its clock, and mail the body its link.

    Raises `Refused("nobody-there")`.
    """
    _require_somebody_there(organisation, timezone.localdate(at))
    hop = Hop.objects.create(submission=submission, organisation=organisation, sent_at=at, **fields)
    box = submission.mailbox
    code = box.unit_rule if hop.parent_id else box.hop_rule
    rule = law.find(code, on=timezone.localdate(at), applies_to=box.code)
    if rule is not None and rule.is_settled:
        clocks.start(hop, name=HOP, rule=rule, received_at=at, actor=hop.sent_by)
    mail_link(hop, at=at)
    return hop


def mail_link(
    hop: Hop,
    *,
    at: datetime,
    template: str = "forwarded",
    below: Hop | None = None,
    **facts: object,
) -> None:
    """Mail every contact of the body a link of its own; the hop's older links end.

    Where a unit `below` is done, the older ones go on: somebody may be writing behind one.
    """
    today = timezone.localdate(at)
    contacts = AgencyContact.objects.in_force(today).filter(organisation=hop.organisation_id)
    clock = clocks.of(hop).filter(stopped_at=None).first()
    if below is None:
        hop.links.filter(revoked_at__isnull=True).update(revoked_at=at)
    for contact in contacts:
        key, digest = codes.new_link_key()
        link = AgencyLink.objects.create(
            hop=hop, key_digest=digest, sent_to=contact.email, expires_at=at + LINK_LIFE
        )
        outbox.mail(
            to=contact.email,
            template=f"feedback/mail/{template}",
            about=hop.submission,
            context={
                "hop": hop,
                "below": below,
                "contact": contact,
                "address": f"{settings.PORTAL_ORIGIN}/don-vi/{key}/",
                "expires_at": link.expires_at,
                "due_on": clock.due_on if clock else None,
                **facts,
            },
            dedupe_key=f"feedback:link:{link.pk}",
            reply_to=mailin.reply_address("feedback", hop.submission.code),
        )


def _require_somebody_there(organisation: Organisation, today: date) -> None:
    has_contact = AgencyContact.objects.in_force(today).filter(organisation=organisation).exists()
    accounts = User.objects.holding([Role.AGENCY_CONTACT], on=today)
    if not has_contact and not accounts.filter(organisation=organisation).exists():
        raise Refused(
            "nobody-there",
            f"{organisation.name} chưa có đầu mối nhận. Hãy thêm đầu mối trước khi chuyển.",
        )


def put(hop: Hop, state: HopState, **changes: object) -> None:
    """Put the locked hop into a state, together with `changes`."""
    HOP_LIFE.check(hop.state, state)
    hop.state = state
    for name, value in changes.items():
        setattr(hop, name, value)
    hop.save(update_fields=["state", *changes])


def close(
    hop: Hop, state: HopState, *, at: datetime, actor: User | None, **changes: object
) -> None:
    """End a hop: stop its clock, fix how late it was by its own doing, end its links."""
    due_at = None
    for clock in clocks.of(hop):
        stopped = clock if clock.stopped_at else clocks.stop(clock, at=at, actor=actor)
        due_at = stopped.due_at
    below = hop.sub_hops.aggregate(late=Sum("late_minutes"))["late"] or 0
    late = rules.late_minutes(due_at=due_at, closed_at=at, caused_below=below)
    put(hop, state, closed_at=at, late_minutes=late, **changes)
    hop.links.filter(revoked_at__isnull=True).update(revoked_at=at)


def take_back(pk: int, *, at: datetime, actor: User | None) -> Hop:
    """Lock a hop and end it without its answer, with what its body passed on; return it."""
    hop = lock_hop(pk, None)
    below = hop.sub_hops.filter(state__in=OPEN_HOPS).select_related("submission", "organisation")
    for one in (*below, hop):
        _tell_recalled(one)
        close(one, HopState.RECALLED, at=at, actor=actor)
    return hop


def _tell_recalled(hop: Hop) -> None:
    """Mail each who holds a link that from now on it opens nothing, and that no answer is due."""
    live = hop.links.filter(revoked_at__isnull=True).order_by("pk")
    for address, link in {link.sent_to: link for link in live}.items():
        outbox.mail(
            to=address,
            template="feedback/mail/recalled",
            about=hop.submission,
            context={"hop": hop},
            dedupe_key=f"feedback:recalled:{link.pk}",
            reply_to=mailin.reply_address("feedback", hop.submission.code),
        )


def note(hop: Hop, actor: User | None, verb: str, **facts: object) -> None:
    """Write down in the trail of the submission what was done at which body."""
    audit.record(
        actor=actor,
        verb=verb,
        target=hop.submission,
        hop=hop.pk,
        organisation=hop.organisation_id,
        **facts,
    )
