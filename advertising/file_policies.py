"""Who may read the files of a case: a policy of `settings.ATTACHMENT_POLICIES`."""

from django.http import HttpRequest

from advertising.models import Explanation, Violation
from cityweb.core.access import lacks_second_factor
from cityweb.core.models import Attachment


def may_read_explanation(request: HttpRequest, attachment: Attachment) -> bool:
    """Let whoever may see the violation read what the offender sent."""
    user = request.user
    if not user.is_authenticated or lacks_second_factor(user):
        return False
    seen = Violation.objects.visible_to(user)
    return Explanation.objects.filter(pk=attachment.owner_id, violation__in=seen).exists()
