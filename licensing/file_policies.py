"""Who may read the files of a dossier: a policy of `settings.ATTACHMENT_POLICIES`."""

from django.http import HttpRequest

from cityweb.core.access import lacks_second_factor
from cityweb.core.models import Attachment
from licensing.models import AnnualReport, Applicant, Dossier
from licensing.querysets import KEEPERS


def may_read_dossier(request: HttpRequest, attachment: Attachment) -> bool:
    """Let whoever may see the dossier read its files."""
    user = request.user
    if not user.is_authenticated or lacks_second_factor(user):
        return False
    return Dossier.objects.visible_to(user).filter(pk=attachment.owner_id).exists()


def may_read_report(request: HttpRequest, attachment: Attachment) -> bool:
    """Let who keeps the register read what licensees report, and each its own."""
    user = request.user
    if not user.is_authenticated or lacks_second_factor(user):
        return False
    names = Applicant.objects.filter(account=user).values("name")
    rows = AnnualReport.objects.filter(pk=attachment.owner_id)
    return rows.exists() and (
        user.has_role(*KEEPERS) or rows.filter(licence__holder__name__in=names).exists()
    )
