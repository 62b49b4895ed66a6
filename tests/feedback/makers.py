"""Submissions for tests: made and walked by the same verbs that people use."""

import itertools
import uuid
from datetime import date

from cityweb.core.models import Organisation, Role
from feedback import actions
from feedback.models import AgencyContact, Category, Mailbox, PrivacyNotice
from feedback.states import Kind, Outcome
from tests.people import make_person

_numbers = itertools.count(1)


def mailbox(code="CITY_BUILDING"):
    return Mailbox.objects.get(code=code)


def make_submission(*, begun=True, **fields):
    """Return a submission that came in by the web; its clocks run when `begun`."""
    box = fields.pop("mailbox", None) or mailbox()
    number = next(_numbers)
    given = {
        "subject": f"Nắp cống vỡ số {number}",
        "body": "Nắp cống giữa hẻm vỡ một nửa, rất nguy hiểm.",
        "category": Category.objects.filter(mailbox=box).first(),
        "sender_name": "Nguyễn Văn Thử",
        "sender_email": f"thu{number}@nguoidan.example",
        "token": uuid.uuid4(),
        "notice": PrivacyNotice.objects.first(),
    } | fields
    submission = actions.receive(actions.NewSubmission(mailbox=box, **given))
    if begun:
        submission = actions.begin(pk=submission.pk)
    return submission


def make_body(name="Sở Xây dựng mẫu", *, contact=True, **fields):
    """Return a body that can be forwarded to."""
    body = Organisation.objects.create(name=name, kind="department", **fields)
    if contact:
        AgencyContact.objects.create(
            organisation=body,
            email=f"co-quan-{body.pk}@cityweb.example",
            valid_from=date(2020, 1, 1),
        )
    return body


def classified(officer, **fields):
    submission = make_submission(**fields)
    return actions.classify(
        pk=submission.pk, actor=officer, kind=Kind.REPORT, category=submission.category
    )


def forwarded(officer, to=None, **fields):
    """Return the hop of a submission that lies at a body."""
    submission = classified(officer, **fields)
    return actions.forward(pk=submission.pk, actor=officer, organisation=to or make_body())


def answered(officer, **fields):
    hop = forwarded(officer, **fields)
    return actions.answer_hop(pk=hop.pk, actor=None, answer="Đã thay nắp cống.")


def replied(officer, head=None, **fields):
    """Return a submission whose sender has the answer."""
    hop = answered(officer, **fields)
    head = head or make_person(Role.OFFICE_HEAD)
    reply = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    actions.save_reply(
        pk=reply.pk,
        actor=officer,
        body="Đơn vị đã thay nắp cống.",
        outcome=Outcome.ANSWERED,
        version=reply.version,
    )
    actions.submit_reply(pk=reply.pk, actor=officer)
    actions.approve_reply(pk=reply.pk, actor=head)
    return actions.send_reply(pk=reply.pk, actor=officer).submission
