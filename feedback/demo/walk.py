"""Walks one sample submission to its state by the verbs of the desk."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from cityweb.core.models import AdminUnit, Organisation, User
from feedback import actions
from feedback.models import Category, Hop, Mailbox, PrivacyNotice, Submission
from feedback.states import OPEN_HOPS, Channel, HopState, Kind, Outcome

Row = dict[str, Any]


def in_office_hours(moment: datetime) -> datetime:
    """Press a day of 24 hours into the office's: what came later comes later still."""
    local = timezone.localtime(moment)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    opens = timedelta(hours=7, minutes=30)
    return midnight + opens + (local - midnight) * (9 / 24)


class Walk:
    """Who walks: the sample officers and bodies, and the moment everything counts back from."""

    def __init__(
        self, people: dict[str, User], bodies: dict[str, Organisation], *, now: datetime
    ) -> None:
        self.officer, self.head = people["chuyenvien"], people["truongphong"]
        self.reader = people["thanhtra"]
        self.bodies = bodies
        self.now = now
        self.notice = PrivacyNotice.objects.order_by("-version").first()

    def go(self, row: Row, *, token: UUID) -> Submission:
        """Send one submission in and walk its script; return it."""
        start = self.now - timedelta(days=row["days"])
        begun = self._at(start)
        submission = actions.receive(self._new(row, token, begun))
        actions.begin(pk=submission.pk)
        self.row, self.pk = row, submission.pk
        for verb, days, *words in row["script"]:
            step: Callable[..., None] = getattr(self, f"_{verb}")
            step(self._at(start + timedelta(days=days)), *words)
        return submission

    def _at(self, moment: datetime) -> datetime:
        """Return the moment within office hours, in the same order, and never after now."""
        return min(in_office_hours(moment), self.now)

    def _new(self, row: Row, token: UUID, begun: datetime) -> actions.NewSubmission:
        unit = row["unit"]
        return actions.NewSubmission(
            mailbox=Mailbox.objects.get(code=row["box"]),
            token=token,
            subject=row["subject"],
            body=row["body"],
            category=Category.objects.get(code=row["category"]),
            unit=AdminUnit.objects.get(name=f"Phường {unit}", valid_to__isnull=True)
            if unit
            else None,
            place=row["place"],
            sender_kind=row.get("kind_of_sender", Submission.Sender.PERSON),
            sender_name=row["name"],
            sender_address=row.get("address", ""),
            sender_phone=row.get("phone", ""),
            sender_email=row.get("email", ""),
            may_publish_name=row.get("publish_name", False),
            notice=self.notice,
            channel=Channel.WEB,
            is_suspected_spam=row.get("suspected", False),
            received_at=begun,
        )

    @property
    def submission(self) -> Submission:
        return Submission.objects.get(pk=self.pk)

    def _hop(self, *, below: bool = False) -> Hop:
        hops = self.submission.hops.filter(state__in=OPEN_HOPS, parent__isnull=not below)
        return hops.get()

    def _accept(self, at: datetime) -> None:
        actions.accept(pk=self.pk, actor=self.officer, at=at)

    def _classify(self, at: datetime, kind: str) -> None:
        submission = self.submission
        actions.classify(
            pk=self.pk,
            actor=self.officer,
            kind=Kind(kind),
            category=submission.category,
            unit=submission.unit,
            is_urgent=self.row.get("urgent", False),
            at=at,
        )

    def _forward(self, at: datetime, body: str) -> None:
        actions.forward(
            pk=self.pk,
            actor=self.officer,
            organisation=self.bodies[body],
            message="Kính đề nghị quý cơ quan xem xét, trả lời trong thời hạn.",
            at=at,
        )

    def _acknowledge(self, at: datetime) -> None:
        actions.acknowledge_hop(pk=self._hop().pk, actor=None, at=at)

    def _pass_on(self, at: datetime, body: str) -> None:
        actions.pass_on(pk=self._hop().pk, actor=None, organisation=self.bodies[body], at=at)

    def _answer_below(self, at: datetime, answer: str) -> None:
        hop = self._hop(below=True)
        actions.answer_hop(pk=hop.pk, actor=None, answer=answer, answered_by="Tổ kỹ thuật", at=at)

    def _answer(self, at: datetime, answer: str) -> None:
        hop = self._hop()
        actions.answer_hop(pk=hop.pk, actor=None, answer=answer, answered_by="Văn phòng", at=at)

    def _return(self, at: datetime, reason: str, body: str) -> None:
        suggested = self.bodies[body]
        actions.return_hop(pk=self._hop().pk, actor=None, reason=reason, suggested=suggested, at=at)

    def _here(self, at: datetime) -> None:
        actions.answer_here(pk=self.pk, actor=self.officer, at=at)

    def _draft(self, at: datetime, outcome: str, body: str = "") -> None:
        source = self.submission.hops.filter(state=HopState.ANSWERED, parent__isnull=True).last()
        reply = actions.draft_reply(pk=self.pk, actor=self.officer, source=source, at=at)
        text = (
            body or f"Cảm ơn ông/bà đã gửi ý kiến. Cơ quan có trách nhiệm trả lời:\n\n{reply.body}"
        )
        actions.save_reply(
            pk=reply.pk,
            actor=self.officer,
            body=text,
            outcome=Outcome(outcome),
            version=reply.version,
        )

    def _submit(self, at: datetime) -> None:
        actions.submit_reply(pk=self.submission.replies.last().pk, actor=self.officer, at=at)

    def _reply(self, at: datetime, outcome: str, body: str = "") -> None:
        self._draft(at, outcome, body)
        self._submit(at)
        reply = self.submission.replies.last()
        actions.approve_reply(pk=reply.pk, actor=self.head, has_seen_others=True, at=at)
        actions.send_reply(pk=reply.pk, actor=self.officer, at=at)

    def _rate(self, at: datetime, stars: int, comment: str) -> None:
        actions.rate(pk=self.pk, stars=stars, comment=comment, at=at)

    def _reopen(self, at: datetime, reason: str) -> None:
        actions.reopen(pk=self.pk, reason=reason, at=at)

    def _ask(self, at: datetime, question: str) -> None:
        actions.ask_sender(pk=self.pk, actor=self.officer, question=question, at=at)

    def _redirect(self, at: datetime, kind: str, guidance: str) -> None:
        actor = self.reader if self.submission.is_restricted else self.officer
        actions.redirect_elsewhere(
            pk=self.pk, actor=actor, kind=Kind(kind), guidance=guidance, at=at
        )

    def _merge(self, at: datetime, subject: str) -> None:
        original = Submission.objects.get(subject=subject)
        actions.merge(pk=self.pk, into=original.pk, actor=self.officer, at=at)

    def _spam(self, at: datetime) -> None:
        actions.settle_spam(pk=self.pk, actor=self.officer, is_spam=True, at=at)

    def _publish(self, at: datetime) -> None:
        publication = actions.prepare_publication(pk=self.pk, actor=self.officer)
        actions.mask_rest(pk=publication.pk, actor=self.officer, at=at)
        publication.refresh_from_db()
        if self.submission.may_publish_name:
            actions.save_publication(
                pk=publication.pk,
                actor=self.officer,
                title=publication.title,
                question=publication.question,
                answer=publication.answer,
                with_name=True,
                seen_at=publication.updated_at,
            )
        actions.publish(pk=publication.pk, actor=self.head, at=at)
