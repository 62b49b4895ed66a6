"""Requests to take an advertisement down: asked by a signed letter, ended by proof."""

from datetime import datetime

from django.db import transaction

from advertising import paperwork, rules
from advertising.actions import evidence, moving
from advertising.life import CheckVerb
from advertising.models import AdSite, EvidenceItem, Takedown
from cityweb.core import clocks, law
from cityweb.core.errors import Refused
from cityweb.core.models import User

TERM = "gỡ quảng cáo"


@transaction.atomic
def ask_removal(
    *, pk: int, actor: User, url: str, what: str, at: datetime | None = None
) -> Takedown:
    """Issue the request, signed by the actor; the clock runs from now, when it is sent.

    Raises `Refused`: "no-words", "other-site" for a page elsewhere than the inspected site,
    "already-asked" for the same of the same page, and as `law.resolve` and `papers.issue` do.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.ASK_REMOVAL, actor)
    words = moving.need(what, "no-words", "Ghi nội dung phải gỡ.")
    _of_this_site(inspection.site, url)
    if inspection.takedowns.filter(url=url, what=words, removed_at=None).exists():
        raise Refused("already-asked", "Đã yêu cầu gỡ đúng nội dung này; đang chờ xác nhận.")
    rule = law.resolve("AD.TAKEDOWN", on=moving.day_of(at))
    made = Takedown.objects.create(
        inspection=inspection, url=url, what=words, received_at=at, asked_by=actor
    )
    clock = clocks.start(made, name=TERM, rule=rule, received_at=at, actor=actor)
    data = paperwork.removal(made, clock, signer=actor, at=at)
    made.paper = moving.issued(inspection, paperwork.REMOVAL_KIND, data, actor=actor, at=at)
    made.save(update_fields=["paper"])
    title = f"Yêu cầu gỡ quảng cáo, văn bản số {made.paper.number_text}"
    moving.note(inspection, "check_ask_removal", title, actor=actor, at=at, words=f"{url}: {words}")
    return made


def _of_this_site(site: AdSite, url: str) -> None:
    """Refuse a page that whoever runs this website has no say over."""
    asked = rules.domain_of(url)
    own = {site.domain, rules.domain_of(site.home_url)}
    if not any(asked == one or asked.endswith(f".{one}") for one in own):
        raise Refused("other-site", f"{asked} không thuộc website {site} của hồ sơ này.")


@transaction.atomic
def confirm_removal(
    *,
    pk: int,
    actor: User,
    takedown: Takedown,
    proof: EvidenceItem,
    removed_at: datetime,
    at: datetime | None = None,
) -> Takedown:
    """Write down that it is gone, and since when; whether that was in time, the clock says.

    Raises `Refused`: "other-case", "old-proof" for evidence from before the removal, "wrong-time",
    "evidence-broken".
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.CONFIRM_REMOVAL, actor)
    if takedown.inspection_id != inspection.pk or proof.inspection_id != inspection.pk:
        raise Refused("other-case", "Yêu cầu và chứng cứ phải thuộc hồ sơ này.")
    if not takedown.received_at <= removed_at <= at:
        raise Refused("wrong-time", "Giờ gỡ phải sau khi nhận yêu cầu, không sau bây giờ.")
    if proof.captured_at < removed_at:
        raise Refused("old-proof", "Chứng cứ phải được thu sau khi gỡ.")
    if not evidence.is_whole(proof):
        raise Refused("evidence-broken", f"Chứng cứ {proof} không còn nguyên vẹn.")
    takedown.removed_at, takedown.proof = removed_at, proof
    takedown.save(update_fields=["removed_at", "proof"])
    clock = clocks.of(takedown, TERM).open().first()
    done = clocks.stop(clock, at=removed_at, actor=actor)
    words = f"{takedown}: {'trễ hạn' if done.is_late(at) else 'đúng hạn'}, {proof}"
    moving.note(
        inspection, "check_confirm_removal", "Quảng cáo đã gỡ", actor=actor, at=at, words=words
    )
    return takedown
