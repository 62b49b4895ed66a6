"""The verbs of a paper: draft, revise, discard, issue. Who may do so, the calling app decides."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.attachments import actions as files
from cityweb.core.lifecycle import Lifecycle
from cityweb.core.models import Organisation, Paper, PaperSignature, User
from cityweb.core.papers import numbering
from cityweb.core.papers.kinds import kind_of

State = Paper.State
LIFE = Lifecycle({State.DRAFT: {State.ISSUED}, State.ISSUED: {State.SUPERSEDED}})
VERBS = {
    "core.paper_drafted": "Soạn dự thảo văn bản",
    "core.paper_revised": "Sửa dự thảo văn bản",
    "core.paper_discarded": "Bỏ dự thảo văn bản",
    "core.paper_issued": "Ban hành văn bản",
    "core.paper_superseded": "Văn bản được thay thế",
}
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@transaction.atomic
def draft(
    *,
    kind: str,
    organisation: Organisation,
    owner: models.Model,
    data: Mapping[str, Any],
    actor: User,
    supersedes: Paper | None = None,
) -> Paper:
    """Write down a paper that `organisation` is to issue about `owner`.

    `data` is what the template of the kind asks for, and "place", where it is issued. Raises
    `Refused("illegal-move")` when the paper to be replaced is not in force.
    """
    if supersedes is not None:
        LIFE.check(supersedes.state, State.SUPERSEDED)
    paper = Paper.objects.create(
        kind=kind_of(kind).code,
        organisation=organisation,
        owner=owner,
        version=supersedes.version + 1 if supersedes else 1,
        supersedes=supersedes,
        data=dict(data),
        code=_new_code(),
        created_by=actor,
    )
    audit.record(actor=actor, verb="core.paper_drafted", target=paper, kind=kind)
    return paper


@transaction.atomic
def revise(*, pk: int, data: Mapping[str, Any], actor: User) -> Paper:
    """Give a draft other data. Raises `Refused("illegal-move")` once it is issued."""
    paper = _locked(pk)
    LIFE.check(paper.state, State.ISSUED)
    paper.data = dict(data)
    paper.save(update_fields=["data"])
    audit.record(actor=actor, verb="core.paper_revised", target=paper)
    return paper


@transaction.atomic
def discard(*, pk: int, actor: User, reason: str = "") -> None:
    """Throw a draft away. Raises `Refused("illegal-move")` once it is issued."""
    paper = _locked(pk)
    LIFE.check(paper.state, State.ISSUED)
    audit.record(actor=actor, verb="core.paper_discarded", target=paper, reason=reason)
    paper.delete()


@transaction.atomic
def issue(
    *,
    pk: int,
    actor: User,
    signer: User | None,
    now: datetime | None = None,
    approval: str = "",
) -> Paper:
    """Number the paper, set it, sign it where its template has places for it, and keep the file.

    `signer` signs as the person, the organisation's key seals; `approval` says in the signature of
    the person when and to what they agreed, where that was before the number was taken. All or
    nothing: what fails on the way takes no number. Raises `Refused`: "illegal-move" when it is no
    draft, "no-number-pattern", and for keys as `making.made` does.
    """
    paper = _locked(pk)
    LIFE.check(paper.state, State.ISSUED)
    at = timezone.localtime(now).replace(microsecond=0)
    taken = numbering.take(paper.organisation, paper.kind, at.date())
    paper.number, paper.number_text, paper.period = taken.number, taken.text, taken.period
    paper.issued_on, paper.issued_at = at.date(), at
    # The signing library takes half a second to load, and hardly any process ever signs.
    from cityweb.core.papers import making  # noqa: PLC0415

    pdf, signatures = making.made(paper, signer, at, approval=approval)
    paper.file = files.keep_own(pdf, media_type="application/pdf")
    paper.state = State.ISSUED
    paper.save()
    PaperSignature.objects.bulk_create(signatures)
    if paper.supersedes is not None:
        _supersede(paper.supersedes_id, by=paper, actor=actor)
    audit.record(
        actor=actor, verb="core.paper_issued", target=paper, number=paper.number_text,
        sha256=paper.file.sha256,
    )  # fmt: skip
    return paper


def sign_beside(data: bytes, organisation: Organisation) -> bytes:
    """Return the organisation's signature over bytes that are no paper (CMS, DER).

    Raises `Refused` as `making.key_of_organisation` does.
    """
    # As in `issue`: hardly any process ever signs.
    from cityweb.core.papers import detached  # noqa: PLC0415

    return detached.sign(data, organisation)


def _supersede(pk: int, *, by: Paper, actor: User) -> None:
    old = _locked(pk)
    LIFE.check(old.state, State.SUPERSEDED)
    old.state = State.SUPERSEDED
    old.save(update_fields=["state"])
    audit.record(actor=actor, verb="core.paper_superseded", target=old, by=by.number_text)


def _locked(pk: int) -> Paper:
    rows = Paper.objects.select_for_update(of=("self",)).select_related(
        "organisation", "supersedes"
    )
    return rows.get(pk=pk)


def _new_code() -> str:
    """Return a code that nobody guesses and everybody can read aloud: 60 bits in three groups."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(12))
    return "-".join(letters[start : start + 4] for start in (0, 4, 8))
