"""What every verb about a public copy begins with."""

from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from feedback.actions._moving import HANDLERS, lock
from feedback.models import Publication, Submission
from feedback.states import PublicationState


def lock_copy(pk: int, actor: User, *roles: Role) -> Publication:
    """Return the publication, locked after its submission, as everywhere."""
    owner = Publication.objects.filter(pk=pk).values_list("submission", flat=True).first()
    submission = lock(owner or 0, actor, *(roles or HANDLERS))
    if submission.is_restricted:
        raise Refused("restricted", "Ý kiến hạn chế người đọc không bao giờ được công khai.")
    rows = Publication.objects.select_for_update(of=("self",)).select_related("reply")
    publication = rows.get(pk=pk)
    publication.submission = submission
    return publication


def put_aside(submission: Submission, *, actor: User, reason: str) -> None:
    """End the preparing of a copy that can no longer become public; what is public stays."""
    preparing = Publication.objects.filter(state=PublicationState.PREPARING)
    for found in preparing.select_for_update(of=("self",)).filter(submission=submission):
        found.state, found.reason, found.decided_by = PublicationState.DECLINED, reason, actor
        found.save(update_fields=["state", "reason", "decided_by"])


def has_consent(submission: Submission) -> bool:
    return submission.may_publish_name and submission.consent_withdrawn_at is None


def needs_preparing(publication: Publication) -> None:
    if publication.state != PublicationState.PREPARING:
        raise Refused(
            "not-preparing", "Bản công khai chỉ sửa được khi đang chuẩn bị. Hãy gỡ xuống trước."
        )
