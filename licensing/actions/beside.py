"""Beside a dossier: other offices asked, flags, kept filters, exports."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from cityweb.core import audit, clocks, kept_views, link_keys, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from cityweb.core.models.law import Unit
from licensing import clashes
from licensing.actions.moving import lock, moment, need, note_step, stop_clocks
from licensing.life import IN_WORK, Verb
from licensing.models import ClockName, Consultation, Dossier, Flag, Result, SavedView
from licensing.models.desk import LINK_PURPOSE

# How long an office may still answer by its link after the day it was asked for.
LINK_OUTLIVES = timedelta(days=30)


@transaction.atomic
def consult(
    *,
    pk: int,
    actor: User,
    office: str,
    question: str,
    days: int,
    email: str = "",
    at: datetime | None = None,
) -> Consultation:
    """Ask another office, with a term of its own in working days; the dossier's clock runs on."""
    at = moment(at)
    dossier = lock(pk, Verb.CONSULT, actor)
    waiting = dossier.consultations.filter(answered_at=None, office=office.strip())
    if waiting.filter(question=question.strip()).exists():
        raise Refused("already-asked", f"{office.strip()} đang được hỏi đúng nội dung này rồi.")
    asked = Consultation.objects.create(
        dossier=dossier,
        office=need(office, "no-office", "Hãy ghi tên cơ quan được hỏi."),
        email=email,
        question=need(question, "no-words", "Hãy ghi nội dung cần hỏi."),
        asked_at=at,
        asked_by=actor,
    )
    clock = clocks.start(
        asked, name=ClockName.CONSULT, amount=days, unit=Unit.WORKING_DAY, received_at=at,
        actor=actor,
    )  # fmt: skip
    if email:
        key, asked.key_digest = link_keys.new(LINK_PURPOSE)
        asked.expires_at = clock.due_at + LINK_OUTLIVES
        asked.save(update_fields=["key_digest", "expires_at"])
        outbox.mail(
            to=email, template="licensing/mail/consult", about=asked,
            context={"asked": asked, "dossier": dossier, "due_on": clock.due_on,
                     "address": f"{settings.PORTAL_ORIGIN}/y-kien/{key}/"},
            dedupe_key=f"licensing:consult:{asked.pk}",
        )  # fmt: skip
    note_step(dossier, Verb.CONSULT, actor=actor, at=at, reason=f"Hỏi {asked.office}: {question}")
    return asked


@transaction.atomic
def record_opinion(
    *,
    pk: int,
    actor: User,
    consultation: int,
    answer: str,
    document: str = "",
    at: datetime | None = None,
) -> Consultation:
    """Write down what the other office answered; its clock stops."""
    at = moment(at)
    dossier = lock(pk, Verb.CONSULTED, actor)
    asked = dossier.consultations.select_for_update().filter(pk=consultation, answered_at=None)
    found = asked.first()
    if found is None:
        raise Refused("not-found", "Câu hỏi này không còn chờ trả lời.")
    found.recorded_by = actor
    _answered(found, answer, document, at)
    stop_clocks(found, actor=actor, at=at)
    said = f"{found.office}: {found.answer}"
    note_step(dossier, Verb.CONSULTED, actor=actor, at=at, reason=said)
    return found


@transaction.atomic
def answer_by_link(
    *, key: str, answer: str, answered_by: str, document: str = "", at: datetime | None = None
) -> Consultation:
    """Take the answer of the office that holds the link; its clock stops and the link ends.

    Raises `Refused("link-over")` for a key that is unknown, used, too old, or of an ended dossier.
    """
    at = moment(at)
    waiting = Consultation.objects.behind(key, at).select_for_update(of=("self",))
    found = waiting.select_related("dossier").first()
    if found is None:
        raise Refused("link-over", "Liên kết này không còn dùng được.")
    found.answered_by = need(answered_by, "no-name", "Hãy ghi người trả lời, chức danh.")
    _answered(found, answer, document, at)
    stop_clocks(found, actor=None, at=at)
    said = f"{found.office}, {found.answered_by}: {found.answer}"
    note_step(found.dossier, Verb.CONSULTED, actor=None, at=at, reason=said)
    return found


def _answered(found: Consultation, answer: str, document: str, at: datetime) -> None:
    found.answer = need(answer, "no-words", "Hãy ghi ý kiến trả lời.")
    found.document, found.answered_at = document.strip(), at
    found.save(update_fields=["answer", "document", "answered_at", "recorded_by", "answered_by"])


@transaction.atomic
def raise_flag(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Flag:
    """Keep the result from being signed or issued until the flag is lifted."""
    at = moment(at)
    dossier = lock(pk, Verb.FLAG, actor)
    why = need(reason, "no-reason", "Hãy ghi vì sao chưa được ban hành.")
    if dossier.flags.filter(lifted_at=None, reason=why).exists():
        raise Refused("already-flagged", "Hồ sơ đang mang đúng cờ này rồi.")
    flag = Flag.objects.create(dossier=dossier, reason=why, raised_by=actor, raised_at=at)
    note_step(dossier, Verb.FLAG, actor=actor, at=at, reason=why)
    return flag


def flag_clashes(dossier: Dossier, *, at: datetime) -> None:
    """Raise a flag for each licence in force for a domain that this locked dossier asks for.

    Once for each licence: what was decided about it holds.
    """
    known = set(dossier.flags.exclude(licence=None).values_list("licence", flat=True))
    for clash in clashes.of_dossier(dossier, dossier.sent["contents"]):
        if clash.licence.pk not in known:
            Flag.objects.create(
                dossier=dossier, licence=clash.licence, reason=f"{clash}.", raised_at=at
            )
            note_step(dossier, Verb.FLAG, actor=None, at=at, reason=f"{clash}.")


@transaction.atomic
def look_for_clashes(*, pk: int, at: datetime | None = None) -> None:
    """Raise such flags before a step that they would keep back, so that they outlast its refusal.

    The next step begins anew and asks who does it.
    """
    found = Dossier.objects.select_for_update(of=("self",)).select_related("licence__current")
    dossier = found.filter(pk=pk, state__in=IN_WORK).first()
    if dossier is not None:
        flag_clashes(dossier, at=moment(at))


@transaction.atomic
def lift_flag(*, pk: int, actor: User, flag: int, outcome: str, at: datetime | None = None) -> Flag:
    """Lift a flag, with the reason. Raises `Refused("same-person")` for one's own."""
    at = moment(at)
    dossier = lock(pk, Verb.LIFT_FLAG, actor)
    why = need(outcome, "no-reason", "Hãy ghi lý do gỡ cờ.")
    found = dossier.flags.select_for_update().filter(pk=flag, lifted_at=None).first()
    if found is None:
        raise Refused("not-found", "Cờ này đã được gỡ.")
    if found.raised_by_id == actor.pk:
        raise Refused("same-person", "Người gắn cờ không tự gỡ được.")
    found.lifted_by, found.lifted_at, found.outcome = actor, at, why
    found.save(update_fields=["lifted_by", "lifted_at", "outcome"])
    note_step(dossier, Verb.LIFT_FLAG, actor=actor, at=at, reason=why)
    return found


def unblocked(dossier: Dossier) -> None:
    """Raise `Refused("flagged")` while a flag keeps the result back.

    A licence that another holds for the same domain is no hindrance to refusing.
    """
    flags = dossier.flags.filter(lifted_at=None)
    if dossier.result.kind == Result.Kind.REFUSE:
        flags = flags.filter(licence=None)
    reasons = list(flags.values_list("reason", flat=True))
    if reasons:
        said = "; ".join(reason.rstrip(". ") for reason in reasons)
        raise Refused(
            "flagged",
            f"Hồ sơ đang bị gắn cờ: {said}. Trưởng phòng hoặc Giám đốc quyết định và ghi lý do ở "
            "bước “Gỡ cờ”, rồi làm tiếp.",
        )


def save_view(*, actor: User, name: str, query: str, is_shared: bool) -> SavedView:
    """Keep a filter of the list of dossiers under a name."""
    return kept_views.save(SavedView, actor=actor, name=name, query=query, is_shared=is_shared)


def drop_view(*, pk: int, actor: User) -> None:
    """Throw a filter of dossiers away: one's own, or as head of the office one that all share."""
    kept_views.drop(SavedView, pk=pk, actor=actor, decides=actor.has_role(Role.OFFICE_HEAD))


@transaction.atomic
def note_export(*, actor: User, title: str, rows: int) -> None:
    """Write down that somebody took a list out of the house: which, and how long."""
    audit.record(actor=actor, verb="licensing.exported", target=None, title=title, rows=rows)
