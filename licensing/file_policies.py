"""Who may read the files of a dossier: a policy of `settings.ATTACHMENT_POLICIES`."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from cityweb.core.access import lacks_second_factor
from cityweb.core.models import Attachment
from licensing.models import AnnualReport, Applicant, Dossier, Finding, Inquiry
from licensing.querysets import KEEPERS


def may_read_dossier(request: HttpRequest, attachment: Attachment) -> bool:
    """Let whoever may see the dossier read its files."""
    user = request.user
    if not user.is_authenticated or lacks_second_factor(user):
        return False
    return Dossier.objects.visible_to(user).filter(pk=attachment.owner_id).exists()


def may_read_evidence(request: HttpRequest, attachment: Attachment) -> bool:
    """Let the desk alone read what findings rest on."""
    user = request.user
    if not user.is_authenticated or lacks_second_factor(user):
        return False
    about = Finding.objects.filter(pk=attachment.owner_id).values("dossier")
    return Dossier.objects.on_desk(user).filter(pk__in=about).exists()


def may_read_report(request: HttpRequest, attachment: Attachment) -> bool:
    """Let who keeps the register read what licensees report, and each its own."""
    rows = AnnualReport.objects.filter(pk=attachment.owner_id)
    return _keeps_or_holds(request, rows, "licence__holder__name__in")


def may_read_explanation(request: HttpRequest, attachment: Attachment) -> bool:
    """Let who keeps the register read what licensees explain, and each its own."""
    rows = Inquiry.objects.filter(pk=attachment.owner_id)
    return _keeps_or_holds(request, rows, "proceeding__licence__holder__name__in")


def _keeps_or_holds(request: HttpRequest, rows: QuerySet[Any], holder: str) -> bool:
    user = request.user
    if not user.is_authenticated or lacks_second_factor(user):
        return False
    names = Applicant.objects.filter(account=user).values("name")
    return rows.exists() and (user.has_role(*KEEPERS) or rows.filter(**{holder: names}).exists())
