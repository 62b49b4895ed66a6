"""Published answers as replies may cite them."""

from django.conf import settings

from cityweb.core.citations import Found, Standing
from feedback.models import Publication
from feedback.reports import published
from feedback.states import PublicationState


def standing(publication_id: int) -> Standing | None:
    """Return how a published answer stands; its version is when it was made public."""
    rows = Publication.objects.filter(pk=publication_id, published_at__isnull=False)
    found = rows.select_related("submission").first()
    return _standing(found) if found else None


def find(words: str, *, most: int) -> list[Found]:
    """Return the published answers on the matter, or nothing."""
    return [Found(one.pk, _standing(one)) for one in published.search(words, most)]


def _standing(found: Publication) -> Standing:
    is_public = found.state == PublicationState.PUBLISHED and not found.submission.is_restricted
    return Standing(
        title=found.title,
        address=f"{settings.PORTAL_ORIGIN}{found.path}",
        version=f"{found.published_at:%Y-%m-%dT%H:%M:%S}",
        is_good=is_public,
        why_not="" if is_public else "Hỏi đáp đã được gỡ.",
    )
