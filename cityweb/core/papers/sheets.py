"""Turns a paper of the register into the sheet that the typesetter takes."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from cityweb.core.models import Paper
from cityweb.core.papers import numbering, rendering
from cityweb.core.papers.kinds import kind_of


def sheet_of(paper: Paper, *, made_at: datetime, is_test: bool = False) -> rendering.Sheet:
    """Return the paper as the typesetter takes it: a draft under its watermark, without number."""
    kind = kind_of(paper.kind)
    is_draft = paper.number is None
    number = paper.number_text
    if is_draft:
        on = timezone.localdate(made_at)
        number = numbering.pattern_for(paper.organisation, paper.kind, on).written(None, on)
    return rendering.Sheet(
        template=kind.template,
        data=paper.data,
        number=number,
        issuer=paper.organisation.name,
        place=paper.data["place"],
        made_at=made_at,
        day=paper.issued_on,
        code=None if is_draft else paper.code,
        verify_at=f"{settings.PORTAL_ORIGIN}/xac-minh/",
        is_draft=is_draft,
        is_test=is_test,
        attachment_name="" if is_draft else kind.attachment_name,
    )
