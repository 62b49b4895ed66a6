"""The specialist's work: check papers, appraise conditions, ask once for what is missing."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from cityweb.core import attachments, clocks
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, User
from licensing import slips
from licensing.actions import one_stop
from licensing.actions.moving import (
    explained,
    is_specialist,
    lock,
    moment,
    move,
    need,
    note_step,
    stop_clocks,
    tell,
)
from licensing.actions.one_stop import Checked
from licensing.life import State, Verb
from licensing.models import (
    ClockName,
    ComponentMark,
    Condition,
    Dossier,
    Finding,
    Supplement,
    SupplementItem,
)

MOST_EVIDENCE = 10
KINDS = attachments.DOCUMENTS | attachments.PICTURES


class Found(NamedTuple):
    """What the officer found about one condition."""

    condition: Condition
    verdict: str
    evidence: str = ""
    files: Sequence[UploadedFile] = ()


@transaction.atomic
def take_up(*, pk: int, actor: User, at: datetime | None = None) -> Dossier:
    """Begin with the appraisal."""
    dossier = lock(pk, Verb.TAKE_UP, actor)
    move(dossier, Verb.TAKE_UP, State.APPRAISING, actor=actor, at=moment(at))
    return dossier


@transaction.atomic
def mark(
    *,
    pk: int,
    actor: User,
    papers: Iterable[Checked] = (),
    conditions: Iterable[Found] = (),
    at: datetime | None = None,
) -> Dossier:
    """Write down how papers stand (the specialist) and what any officer found on conditions.

    Raises `Refused`: "no-comment" for what is not good and not explained, "no-file" for a paper
    called good that nobody handed in, "required" for one that has to apply, "not-yours" for marks
    of papers by another than the specialist, and as the intake of files does.
    """
    at = moment(at)
    dossier = lock(pk, Verb.MARK, actor)
    have = {one.purpose for one in attachments.of(dossier)}
    for one in papers:
        if not is_specialist(dossier, actor):
            raise Refused("not-yours", "Kết quả kiểm tra giấy tờ do chuyên viên phụ trách ghi.")
        _may_say(one, have)
        ComponentMark.objects.update_or_create(
            dossier=dossier, component=one.component,
            defaults={
                "verdict": one.verdict, "comment": one.comment.strip(), "by": actor, "at": at,
            },
        )  # fmt: skip
    for one in conditions:
        if one.verdict != Finding.Verdict.MET:
            need(one.evidence, "no-comment", f"Hãy ghi căn cứ: điều kiện {one.condition.code}.")
        found, _ = Finding.objects.update_or_create(
            dossier=dossier, condition=one.condition, by=actor,
            defaults={"verdict": one.verdict, "evidence": one.evidence.strip(), "at": at},
        )  # fmt: skip
        for upload in one.files:
            _keep_evidence(found, upload, actor)
    return dossier


def _may_say(one: Checked, have: set[str]) -> None:
    """Raise `Refused` for a mark that the files beside it, or the law, do not bear out."""
    verdict, paper = ComponentMark.Verdict, one.component
    if one.verdict == verdict.GOOD:
        if paper.code not in have:
            raise Refused("no-file", f"Chưa có tệp nên chưa ghi “Đạt” được: {paper.name}.")
        return
    if one.verdict == verdict.NOT_APPLICABLE:
        if paper.is_required:
            raise Refused("required", f"Giấy tờ bắt buộc, không bỏ qua được: {paper.name}.")
        need(one.comment, "no-comment", f"Hãy ghi vì sao không áp dụng: {paper.name}.")
    need(one.comment, "no-comment", f"Hãy ghi nội dung cần bổ sung: {paper.name}.")


def _keep_evidence(found: Finding, upload: UploadedFile, actor: User) -> None:
    """Put a file to a finding. What was put there stays: the finding rests on it."""
    if Attachment.objects.owned_by(found).count() >= MOST_EVIDENCE:
        raise Refused("too-many-files", f"Mỗi kết luận kèm tối đa {MOST_EVIDENCE} tệp.")
    attachments.take(
        upload, name=upload.name, kinds=KINDS, owner=found, uploaded_by=actor, purpose="evidence"
    )


def items_of(dossier: Dossier) -> list[SupplementItem]:
    """Return what would be asked for now, built from the marks; not saved.

    What the office had before it when it asked the first time was visible then: asking for it
    again counts against the office. Only what came in later is new.
    """
    first = dossier.supplements.exclude(state=Supplement.State.DENIED).first()
    newest = {one.purpose: one.created_at for one in attachments.of(dossier)}
    marks = dossier.marks.filter(verdict__in=ComponentMark.WANTING).select_related("component")
    asked = first is not None and first.state == Supplement.State.ANSWERED
    return [
        SupplementItem(
            component=one.component,
            verdict=one.verdict,
            comment=one.comment,
            was_visible=asked and not newest.get(one.component.code, first.at) > first.at,
        )
        for one in marks.order_by("component__position")
    ]


@transaction.atomic
def ask(
    *, pk: int, actor: User, reason: str = "", at: datetime | None = None, with_slip: bool = True
) -> Supplement:
    """Ask the applicant for what the marks say; the clock rests as the rule says.

    Raises `Refused`: "nothing-to-ask", and "asked-before" when something in it could have been seen
    the first time: then the office head is asked (`propose_asking`).
    """
    at = moment(at)
    dossier = lock(pk, Verb.ASK, actor)
    items = _needed(dossier)
    if any(item.was_visible for item in items):
        raise Refused(
            "asked-before",
            "Có nội dung lẽ ra đã thấy ở lần yêu cầu đầu. Hãy xin ý kiến Trưởng phòng.",
        )
    supplement = _keep(dossier, items, actor, Supplement.State.SENT, reason, at)
    _send(dossier, supplement, Verb.ASK, actor=actor, at=at, with_slip=with_slip)
    return supplement


@transaction.atomic
def propose_asking(
    *, pk: int, actor: User, reason: str, told: str = "", at: datetime | None = None
) -> Supplement:
    """Ask the office head for leave to ask once more: they read `reason`, the applicant `told`."""
    at = moment(at)
    dossier = lock(pk, Verb.PROPOSE_ASKING, actor)
    why = need(reason, "no-reason", "Hãy ghi vì sao phải yêu cầu bổ sung lần nữa.")
    items = _needed(dossier)
    supplement = _keep(dossier, items, actor, Supplement.State.PROPOSED, why, at, told=told)
    note_step(dossier, Verb.PROPOSE_ASKING, actor=actor, at=at, reason=why)
    return supplement


@transaction.atomic
def allow_asking(
    *, pk: int, actor: User, at: datetime | None = None, with_slip: bool = True
) -> Supplement:
    """Let the second request go out. Raises `Refused("same-person")` for one's own proposal."""
    at = moment(at)
    dossier = lock(pk, Verb.ALLOW_ASKING, actor)
    supplement = _proposed(dossier)
    if supplement.asked_by_id == actor.pk:
        raise Refused("same-person", "Người đề xuất không tự đồng ý được.")
    supplement.state, supplement.allowed_by = Supplement.State.SENT, actor
    supplement.at = at
    supplement.save(update_fields=["state", "allowed_by", "at"])
    _send(dossier, supplement, Verb.ALLOW_ASKING, actor=actor, at=at, with_slip=with_slip)
    return supplement


@transaction.atomic
def deny_asking(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Supplement:
    """Keep the second request back, with the reason."""
    dossier = lock(pk, Verb.DENY_ASKING, actor)
    why = need(reason, "no-reason", "Hãy ghi lý do không đồng ý.")
    supplement = _proposed(dossier)
    supplement.state = Supplement.State.DENIED
    supplement.save(update_fields=["state"])
    note_step(dossier, Verb.DENY_ASKING, actor=actor, at=moment(at), reason=why)
    return supplement


@transaction.atomic
def stop(
    *, pk: int, actor: User, reason: str, at: datetime | None = None, with_slip: bool = True
) -> Dossier:
    """End a dossier whose applicant did not come back with what was asked for."""
    at = moment(at)
    dossier = lock(pk, Verb.STOP, actor)
    why = explained(reason, "Hãy ghi lý do dừng giải quyết.")
    move(
        dossier, Verb.STOP, State.STOPPED, actor=actor, at=at, reason=why,
        public_note=f"Dừng giải quyết: {why}",
    )  # fmt: skip
    if with_slip:
        slips.stop(dossier, why, actor=actor, at=at)
    tell(dossier, f"Hồ sơ dừng giải quyết. Lý do: {why}", key="stopped")
    return dossier


@transaction.atomic
def let_go(*, pk: int, actor: User, at: datetime | None = None) -> Dossier:
    """Let the applicant take the dossier back."""
    dossier = lock(pk, Verb.LET_GO, actor)
    move(
        dossier, Verb.LET_GO, State.STOPPED, actor=actor, at=moment(at),
        public_note="Đồng ý cho rút hồ sơ.",
    )  # fmt: skip
    tell(dossier, "Đã đồng ý cho rút hồ sơ.", key="let-go")
    return dossier


@transaction.atomic
def keep(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Dossier:
    """Go on with the dossier where it stood, with the reason."""
    dossier = lock(pk, Verb.KEEP, actor)
    why = need(reason, "no-reason", "Hãy ghi lý do không cho rút.")
    move(
        dossier, Verb.KEEP, State(dossier.state_before), actor=actor, at=moment(at), reason=why,
        state_before="", public_note=f"Không đồng ý cho rút hồ sơ: {why}",
    )  # fmt: skip
    tell(dossier, f"Không đồng ý cho rút hồ sơ. Lý do: {why}", key="kept")
    return dossier


def _needed(dossier: Dossier) -> list[SupplementItem]:
    items = items_of(dossier)
    if not items:
        raise Refused(
            "nothing-to-ask", "Chưa có giấy tờ nào ghi là thiếu hoặc chưa đúng; hãy kiểm tra trước."
        )
    return items


def _keep(
    dossier: Dossier,
    items: list[SupplementItem],
    actor: User,
    state: str,
    reason: str,
    at: datetime,
    *,
    told: str = "",
) -> Supplement:
    if dossier.supplements.filter(state=Supplement.State.PROPOSED).exists():
        raise Refused("already-proposed", "Đang chờ ý kiến Trưởng phòng về lần bổ sung này.")
    supplement = Supplement.objects.create(
        dossier=dossier, ordinal=dossier.supplements.count() + 1, state=state,
        reason=reason.strip(), told=told.strip(), asked_by=actor, at=at,
        is_repeated=any(item.was_visible for item in items),
    )  # fmt: skip
    for item in items:
        item.supplement = supplement
    SupplementItem.objects.bulk_create(items)
    return supplement


def _send(
    dossier: Dossier,
    supplement: Supplement,
    verb: Verb,
    *,
    actor: User,
    at: datetime,
    with_slip: bool,
) -> None:
    words = f"Yêu cầu bổ sung, hoàn thiện hồ sơ (lần {supplement.ordinal})."
    stop_clocks(dossier, ClockName.NOTICE, actor=actor, at=at)
    clock = clocks.of(dossier, ClockName.WHOLE).open().first()
    if clock is not None and one_stop.pauses(dossier):
        clocks.pause(clock, at=at, reason=words, actor=actor)
    move(
        dossier, verb, State.SUPPLEMENT, actor=actor, at=at, public_note=words,
        reason=supplement.reason,
    )  # fmt: skip
    if with_slip:
        slips.supplement(
            dossier,
            supplement,
            actor=actor,
            at=at,
        )
    tell(
        dossier, f"{words} Xem từng nội dung ở trang hồ sơ.", key=f"supplement:{supplement.ordinal}"
    )


def _proposed(dossier: Dossier) -> Supplement:
    found = dossier.supplements.filter(state=Supplement.State.PROPOSED).first()
    if found is None:
        raise Refused("not-proposed", "Không có đề xuất bổ sung nào đang chờ.")
    return found
