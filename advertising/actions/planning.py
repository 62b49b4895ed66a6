"""Plans: write them, choose targets for a reason or by chance, have them approved."""

from datetime import datetime

from django.db import transaction

from advertising import rules
from advertising.actions import moving
from advertising.life import PlanVerb
from advertising.models import AdSite, Plan, Sample, Target
from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import User


@transaction.atomic
def write_plan(
    *,
    kind: str,
    year: int,
    name: str,
    purpose: str,
    grounds: str,
    actor: User,
    at: datetime | None = None,
) -> Plan:
    """Begin a plan.

    Raises `Refused`: "plan-exists" for a second yearly plan of one year, "known-name".
    """
    if kind == Plan.Kind.YEARLY and Plan.objects.filter(kind=kind, year=year).exists():
        raise Refused("plan-exists", f"Năm {year} đã có kế hoạch hằng năm.")
    if Plan.objects.filter(year=year, name=name).exists():
        raise Refused("known-name", f"Năm {year} đã có kế hoạch mang tên này.")
    plan = Plan.objects.create(
        kind=kind, year=year, name=name, purpose=purpose, grounds=grounds, created_by=actor,
        created_at=moving.moment(at),
    )  # fmt: skip
    audit.record(actor=actor, verb="advertising.plan_written", target=plan)
    return plan


@transaction.atomic
def choose(*, pk: int, actor: User, site: AdSite, reason: str) -> Target:
    """Put a website into the plan for a reason. Raises `Refused`: "no-reason", "already-chosen"."""
    plan = moving.lock_plan(pk, PlanVerb.CHOOSE, actor)
    why = moving.need(reason, "no-reason", "Ghi lý do chọn website này.")
    if plan.targets.filter(site=site).exists():
        raise Refused("already-chosen", f"{site} đã có trong kế hoạch.")
    target = Target.objects.create(plan=plan, site=site, way=Target.Way.REASONED, reason=why)
    moving.record_plan(plan, PlanVerb.CHOOSE, actor=actor, why=why, site=site.domain)
    return target


@transaction.atomic
def drop(*, pk: int, actor: User, target: Target, reason: str) -> Plan:
    """Take out what was chosen for a reason. Raises `Refused("was-drawn")` for what was drawn."""
    plan = moving.lock_plan(pk, PlanVerb.DROP, actor)
    why = moving.need(reason, "no-reason", "Ghi lý do bỏ website này.")
    if target.way == Target.Way.RANDOM:
        raise Refused("was-drawn", "Website do bốc ngẫu nhiên, không bỏ khỏi kế hoạch được.")
    plan.targets.filter(pk=target.pk).delete()
    moving.record_plan(plan, PlanVerb.DROP, actor=actor, why=why, site=target.site.domain)
    return plan


@transaction.atomic
def commit(
    *, pk: int, actor: User, size: int, seed_sha256: str, at: datetime | None = None
) -> Sample:
    """Fix the list to draw from, and the hash of a seed that only its writer knows.

    Raises `Refused`: "drawing-open" while another drawing waits, "list-too-short".
    """
    plan = moving.lock_plan(pk, PlanVerb.COMMIT, actor)
    if plan.samples.filter(drawn_at=None).exists():
        raise Refused("drawing-open", "Còn một lần bốc chưa thực hiện.")
    chosen = plan.targets.values("site")
    domains = AdSite.objects.filter(ended_on=None).exclude(pk__in=chosen)
    population = sorted(domains.values_list("domain", flat=True))
    if size < 1 or size > len(population):
        raise Refused("list-too-short", f"Danh sách để bốc có {len(population)} website.")
    sample = Sample.objects.create(
        plan=plan, population=population, size=size, seed_sha256=seed_sha256.lower(),
        committed_by=actor, committed_at=moving.moment(at),
    )  # fmt: skip
    moving.record_plan(
        plan, PlanVerb.COMMIT, actor=actor, seed_sha256=sample.seed_sha256, size=size,
        population=len(population),
    )  # fmt: skip
    return sample


@transaction.atomic
def witness(*, pk: int, actor: User, words: str) -> Sample:
    """Add somebody else's words to a drawing, while nobody but its writer knows the seed.

    Raises `Refused`: "nothing-to-draw", "has-witness", "same-person" for who sealed the seed.
    """
    plan = moving.lock_plan(pk, PlanVerb.WITNESS, actor)
    sample = _waiting(plan)
    if sample.drawn_by_id is not None:
        raise Refused("has-witness", "Lời người chứng kiến đã ghi, không đổi được.")
    if sample.committed_by_id == actor.pk:
        raise Refused("same-person", "Người chứng kiến phải khác người đã chốt hạt giống.")
    sample.witness_words = moving.need(words, "no-words", "Ghi lời của người chứng kiến.")
    sample.drawn_by = actor
    sample.save(update_fields=["witness_words", "drawn_by"])
    moving.record_plan(plan, PlanVerb.WITNESS, actor=actor, words=sample.witness_words)
    return sample


@transaction.atomic
def draw(*, pk: int, actor: User, seed: str, at: datetime | None = None) -> Sample:
    """Draw with the seed that was sealed first and the words that a witness added then.

    Raises `Refused`: "nothing-to-draw", "no-witness" before there are such words, "other-seed" when
    it is not the one whose hash was written down.
    """
    plan = moving.lock_plan(pk, PlanVerb.DRAW, actor)
    sample = _waiting(plan)
    if sample.drawn_by_id is None:
        raise Refused("no-witness", "Người khác phải ghi lời chứng kiến trước khi mở hạt giống.")
    if rules.seed_hash(seed) != sample.seed_sha256:
        raise Refused("other-seed", "Hạt giống không khớp dấu đã ghi trước.")
    sample.seed, sample.drawn_at = seed, moving.moment(at)
    sample.drawn = rules.draw(
        sample.population, seed=seed, witness=sample.witness_words, size=sample.size
    )
    sample.save(update_fields=["seed", "drawn", "drawn_at"])
    sites = AdSite.objects.filter(domain__in=sample.drawn)
    Target.objects.bulk_create(
        Target(plan=plan, site=site, way=Target.Way.RANDOM, sample=sample) for site in sites
    )
    moving.record_plan(plan, PlanVerb.DRAW, actor=actor, drawn=sample.drawn)
    return sample


def _waiting(plan: Plan) -> Sample:
    sample = plan.samples.select_for_update().filter(drawn_at=None).first()
    if sample is None:
        raise Refused("nothing-to-draw", "Chưa chốt danh sách và dấu của hạt giống.")
    return sample


@transaction.atomic
def put_up_plan(*, pk: int, actor: User) -> Plan:
    """Put the plan before the director. Raises `Refused`: "no-targets", "drawing-open"."""
    plan = moving.lock_plan(pk, PlanVerb.PUT_UP, actor)
    if not plan.targets.exists():
        raise Refused("no-targets", "Kế hoạch chưa có website nào.")
    if plan.samples.filter(drawn_at=None).exists():
        raise Refused("drawing-open", "Còn một lần bốc chưa thực hiện.")
    return moving.move_plan(plan, PlanVerb.PUT_UP, actor=actor, sent_back="")


@transaction.atomic
def send_plan_back(*, pk: int, actor: User, reason: str) -> Plan:
    plan = moving.lock_plan(pk, PlanVerb.SEND_BACK, actor)
    why = moving.need(reason, "no-reason", "Ghi lý do trả lại.")
    return moving.move_plan(plan, PlanVerb.SEND_BACK, actor=actor, why=why, sent_back=why)


@transaction.atomic
def approve(*, pk: int, actor: User, at: datetime | None = None) -> Plan:
    """Approve the plan. Raises `Refused("same-person")` for who wrote it."""
    plan = moving.lock_plan(pk, PlanVerb.APPROVE, actor)
    if plan.created_by_id == actor.pk:
        raise Refused("same-person", "Người duyệt phải khác người lập kế hoạch.")
    on = moving.day_of(moving.moment(at))
    return moving.move_plan(plan, PlanVerb.APPROVE, actor=actor, approved_by=actor, approved_on=on)


@transaction.atomic
def close_plan(*, pk: int, actor: User, summary: str) -> Plan:
    """Sum the plan up. Raises `Refused("still-open")` while an inspection of it goes on."""
    plan = moving.lock_plan(pk, PlanVerb.CLOSE, actor)
    words = moving.need(summary, "no-summary", "Ghi tổng kết kế hoạch.")
    targets = plan.targets.select_related("inspection")
    if any(one.inspection.closed_at is None for one in targets if hasattr(one, "inspection")):
        raise Refused("still-open", "Còn cuộc kiểm tra trong kế hoạch chưa kết thúc.")
    return moving.move_plan(plan, PlanVerb.CLOSE, actor=actor, summary=words)
