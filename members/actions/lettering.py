"""Signs an official letter and sends it, or drops it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit, outbox, papers
from cityweb.core.errors import Refused
from cityweb.core.models import Paper, Role, User
from members.actions import doors
from members.models import Contact, Letter, Rung
from members.querysets import SIGNERS
from members.reports import letter_paper
from members.states import LETTER_LIFE, LetterState


def preview_letter(*, pk: int, reader: User) -> bytes:
    """Return the letter as it would look, under its watermark. Raises `Refused` as `send` does.

    Who may not sign sees it in the name of the office's head.
    """
    letter = Letter.objects.select_related("site__organisation").get(pk=pk)
    signer = reader
    if not reader.has_role(*SIGNERS):
        heads = User.objects.holding([Role.OFFICE_HEAD], on=timezone.localdate())
        signer = heads.order_by("pk").first() or reader
    return papers.preview(_paper(letter, signer))


def _paper(letter: Letter, signer: User) -> Paper:
    if signer.organisation is None:
        raise Refused("no-issuer", "Tài khoản này chưa thuộc cơ quan nào để ban hành công văn.")
    data = letter_paper.data(letter, signer=signer, on=timezone.localdate())
    return Paper(kind=letter_paper.KIND, organisation=signer.organisation, data=data)


@transaction.atomic
def send_letter(*, pk: int, actor: User) -> Letter:
    """Number the letter, sign it as the actor, and mail the unit's people where it can be read.

    Raises `Refused`: "illegal-move" when it is settled, "nothing-open" when all is mended,
    "nobody-there" without contacts, and for numbers and keys as `papers.issue` does.
    """
    rows = Letter.objects.select_related("site__organisation").select_for_update(of=("self",))
    letter = rows.get(pk=pk)
    LETTER_LIFE.check(letter.state, LetterState.SENT)
    made = _paper(letter, actor)
    people = Contact.objects.in_force(timezone.localdate()).filter(
        site=letter.site, rung__lt=Rung.OFFICE
    )
    if not people:
        raise Refused("nobody-there", "Đơn vị chưa khai đầu mối hay lãnh đạo để nhận công văn.")
    draft = papers.draft(
        kind=made.kind, organisation=made.organisation, owner=letter, data=made.data, actor=actor
    )
    letter.paper = papers.issue(pk=draft.pk, actor=actor, signer=actor)
    letter.state, letter.settled_at, letter.settled_by = LetterState.SENT, timezone.now(), actor
    letter.save(update_fields=["paper", "state", "settled_at", "settled_by"])
    for contact in people:
        outbox.mail(
            to=contact.email,
            template="members/mail/letter",
            about=letter.site,
            context={
                "letter": letter,
                "paper": letter.paper,
                "address": doors.link(contact, now=letter.settled_at),
            },
            dedupe_key=f"members.letter:{letter.pk}:{contact.pk}",
        )
    audit.record(
        actor=actor,
        verb="members.letter_sent",
        target=letter.site,
        number=letter.paper.number_text,
    )
    return letter


@transaction.atomic
def drop_letter(*, pk: int, actor: User, reason: str) -> Letter:
    """Let a letter be. Raises `Refused("illegal-move")` when it is settled."""
    letter = Letter.objects.select_for_update().get(pk=pk)
    LETTER_LIFE.check(letter.state, LetterState.DROPPED)
    letter.state, letter.reason = LetterState.DROPPED, reason
    letter.settled_at, letter.settled_by = timezone.now(), actor
    letter.save(update_fields=["state", "reason", "settled_at", "settled_by"])
    audit.record(actor=actor, verb="members.letter_dropped", target=letter.site, reason=reason)
    return letter
