"""The panels of the case screen. To add one: a `Panel` at the end of `PANELS`.

A panel is a tab below the text of the submission. `facts` is asked only for the panel that is open,
its answer goes to the template together with `case`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cityweb.core import attachments, mentions
from cityweb.core.models import Attachment
from feedback import actions, deadlines, diff, privacy
from feedback.forms import desk_case as forms
from feedback.models import Message, Publication, Rating
from feedback.reports import gate, others, reply_files, returned
from feedback.states import ClockName, HopState, PublicationState, ReplyState, State
from feedback.views import desk_offers as offers
from feedback.views.desk_case_facts import Case
from feedback.views.desk_meanings import NOTHING_MENDED

Facts = dict[str, Any]


@dataclass(frozen=True)
class Panel:
    """One tab: its word in the address, its title, its template and what the template needs."""

    key: str
    title: str
    template: str
    facts: Callable[[Case], Facts] = lambda case: {}
    # Shown beside the title, where it is not nought.
    count: Callable[[Case], int] = lambda case: 0
    offered: Callable[[Case], bool] = lambda case: True


@dataclass(frozen=True)
class Event:
    """One thing that happened, as the timeline tells it."""

    at: datetime
    what: str
    who: str = ""
    text: str = ""
    inside: str = ""
    files: tuple[Attachment, ...] = ()
    # The words are those that its sender read.
    is_told: bool = False


def _timeline(case: Case) -> Facts:
    events = [*_steps(case), *_talk(case), *_bodies(case), *_ratings(case)]
    return {"events": sorted(events, key=lambda event: event.at)[::-1]}


def _steps(case: Case) -> list[Event]:
    reopened = {one.at for one in case.messages if one.purpose == Message.Purpose.REOPENING}
    return [
        Event(
            step.at,
            step.get_state_display(),
            str(step.actor) if step.actor else "",
            step.public_note,
            step.reason,
            is_told=True,
        )
        for step in case.steps
        # Its sender's own words stand beside it, and say more.
        if step.state != State.REOPENED or step.at not in reopened
    ]


def _talk(case: Case) -> list[Event]:
    """Return what was said after the first word; a question is told by its step already."""
    return [
        Event(
            one.at,
            one.get_purpose_display()
            + (f": {one.promised_on:%d/%m/%Y}" if one.promised_on else ""),
            _speaker(one, case),
            one.body,
            files=tuple(case.files_of(one)),
        )
        for one in case.heard
        if one.purpose != Message.Purpose.QUESTION
    ]


def _ratings(case: Case) -> list[Event]:
    return [
        Event(one.at, f"Đánh giá trả lời: {one.stars}/5", _speaker(one, case), one.comment)
        for one in case.ratings
    ]


def _speaker(one: Message | Rating, case: Case) -> str:
    author = getattr(one, "author", None)
    letter = getattr(one, "letter", None)
    if author and letter:
        whose = "Người gửi, thư từ " if one.is_from_sender else "Thư của "
        return f"{whose}{letter.sender or 'người không rõ'}; {author} đưa vào"
    is_senders = isinstance(one, Rating) or one.is_from_sender
    if author and not is_senders:
        return str(author)
    is_own = one.submission_id == case.submission.pk
    sender = "Người gửi" if is_own else f"Người gửi {one.submission.code}"
    return f"{sender} ({one.get_channel_display().lower()}), {author} ghi" if author else sender


def _bodies(case: Case) -> list[Event]:
    """Return what bodies did without moving the whole: took it, gave it to a unit of theirs."""
    taken = [
        Event(hop.acknowledged_at, f"{hop.organisation} đã nhận")
        for hop in case.hops
        if hop.acknowledged_at
    ]
    passed = [
        Event(hop.sent_at, f"Giao {hop.organisation}", text=hop.message)
        for hop in case.hops
        if hop.parent_id
    ]
    return [*taken, *passed]


def _forwarding(case: Case) -> Facts:
    clocks = {clock.subject_id: clock for clock in case.clocks if clock.name == ClockName.HOP}
    return {
        "hops": [
            {
                "hop": hop,
                "deadline": deadlines.of_clock(clocks[hop.pk], case.now)
                if hop.pk in clocks
                else None,
                "files": attachments.of(hop),
                "late_by": deadlines.span_of_minutes(hop.late_minutes) if hop.late_minutes else "",
                "is_late_below": any(
                    one.parent_id == hop.pk and one.late_minutes for one in case.hops
                ),
                "is_answered": hop.state == HopState.ANSWERED,
                "kept": [one.name for one in hop.kept_back.all()],
            }
            for hop in case.hops
        ],
        "may_choose_files": offers.may_choose_files(case),
    }


def _reply(case: Case) -> Facts:
    reply = case.reply
    sent = [one for one in case.replies if one.state == ReplyState.SENT]
    facts: Facts = {"reply": reply, "sent": [(one, reply_files.of(one)) for one in sent]}
    if reply is None:
        return facts
    facts["nothing_mended"] = NOTHING_MENDED if returned.is_as_it_was(reply) else ""
    facts["pieces"] = gate.pieces(reply.body, others.in_text(reply.body, case.submission))
    facts["private"] = [piece for piece in facts["pieces"] if piece.found]
    read = others.files_of(reply)
    facts["reply_files"] = [one.file for one in read]
    found = [(one.file, others.named_in_file(one, case.submission)) for one in read]
    facts["files_naming_others"] = [(file, named) for file, named in found if named]
    facts["files_for_eyes"] = [one.file for one in read if not one.is_read]
    if reply.state == ReplyState.DRAFT and case.may_handle:
        facts["save"] = forms.SaveReply(submission=case.submission, user=case.user)
        facts["save"].initial = {
            "body": reply.body,
            "outcome": reply.outcome,
            "version": reply.version,
            "files": [one.file.pk for one in read],
        }
    if reply.source:
        facts["source_files"] = attachments.of(reply.source)
        facts["differences"] = diff.pieces(reply.source.answer, reply.body)
    return facts


def _share(case: Case) -> Facts:
    """Return the answer beside what others are to read of it; no panel without one that waits."""
    reply = case.waiting_copy.reply
    known = gate.known_of(case.submission)
    return {
        "share": forms.ShareAnswer(submission=case.submission, user=case.user),
        "original": gate.pieces(reply.body, privacy.find(reply.body, known=known)),
        "followers": case.duplicates,
    }


def _notes(case: Case) -> Facts:
    return {
        "remark": forms.Remark(submission=case.submission, user=case.user),
        "colleagues": [
            {"handle": mentions.handle(one), "full_name": one.full_name}
            for one in actions.colleagues(case.submission)
            if one.pk != case.user.pk
        ],
    }


def _publication(case: Case) -> Facts:
    publication = Publication.objects.filter(submission=case.submission).first()
    is_published = publication is not None and publication.state == PublicationState.PUBLISHED
    return {"publication": publication, "is_published": is_published}


def _may_be_public(case: Case) -> bool:
    is_answered = any(one.state == ReplyState.SENT for one in case.replies)
    return is_answered and not case.submission.is_restricted


def _likenesses(case: Case) -> Facts:
    """Return both ways: the earlier ones this may repeat, and the later ones that may repeat it."""
    return {
        "earlier": [one for one in case.likenesses if one.submission_id == case.submission.pk],
        "later": [one for one in case.likenesses if one.submission_id != case.submission.pk],
    }


PANELS = (
    Panel("timeline", "Diễn biến", "feedback/desk/_timeline.html", _timeline),
    Panel(
        "forwarding",
        "Chuyển cơ quan",
        "feedback/desk/_forwarding.html",
        _forwarding,
        lambda case: len(case.hops),
        lambda case: bool(case.hops),
    ),
    Panel("reply", "Trả lời", "feedback/desk/_reply.html", _reply, lambda case: len(case.replies)),
    Panel(
        "share",
        "Chờ gửi người có ý kiến gộp",
        "feedback/desk/_share.html",
        _share,
        lambda case: len(case.duplicates),
        lambda case: case.may_handle and case.waiting_copy is not None,
    ),
    Panel(
        "publication",
        "Công khai",
        "feedback/publishing/_panel.html",
        _publication,
        offered=_may_be_public,
    ),
    Panel(
        "likenesses",
        "Có thể trùng",
        "feedback/desk/_likenesses.html",
        _likenesses,
        lambda case: len(case.likenesses),
        lambda case: bool(case.likenesses),
    ),
    Panel("notes", "Ghi chú", "feedback/desk/_notes.html", _notes, lambda case: len(case.notes)),
)

_AT_REPLY = (State.ANSWERED, State.ANSWERING, State.REPLY_REVIEW)


def offered(case: Case) -> list[Panel]:
    """Return the panels of this case."""
    return [panel for panel in PANELS if panel.offered(case)]


def facts_of(key: str, case: Case) -> Facts:
    """Return what the template of one panel needs, wherever else it is drawn."""
    return next(panel for panel in PANELS if panel.key == key).facts(case)


def chosen(key: str, case: Case) -> Panel:
    """Return the panel with this word; else the one where the work lies in this state."""
    by_key = {panel.key: panel for panel in offered(case)}
    usual = "reply" if case.submission.state in _AT_REPLY else "timeline"
    return by_key.get(key) or by_key.get("share") or by_key[usual]
