"""Going live, by hand or by the clock."""

import logging
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.models import Role, User
from cityweb.news import live
from cityweb.news.actions._locking import lock_article, lock_edition, require
from cityweb.news.models import Article, Edition
from cityweb.news.states import LIFE, State

logger = logging.getLogger(__name__)


@transaction.atomic
def publish(*, pk: int, actor: User, at: datetime | None = None) -> Edition:
    """Put an approved edition before the reader now.

    `at` back-dates the publication, for articles brought over from elsewhere.
    """
    require(actor, Role.EDITORIAL_BOARD)
    edition = lock_edition(pk, actor)
    put_live(edition, at=at or timezone.now())
    audit.record(actor=actor, verb="news.published", target=edition)
    return edition


def publish_due(*, now: datetime) -> int:
    """Publish every scheduled edition whose minute has come, also long ago; return how many.

    One transaction an edition: one that fails is logged and tried again at the next call.
    The article carries the minute it was scheduled for, whenever this runs.
    """
    done = 0
    for pk in Edition.objects.due(now).order_by("publish_at").values_list("pk", flat=True):
        try:
            done += _publish_one_due(pk, now)
        except Exception:  # noqa: BLE001  one broken edition must not keep the others from readers
            logger.exception("scheduled edition %s could not be published", pk)
    return done


@transaction.atomic
def _publish_one_due(pk: int, now: datetime) -> int:
    lock_article(Edition.objects.values_list("article", flat=True).get(pk=pk))
    edition = Edition.objects.select_for_update(of=("self",)).select_related("article").get(pk=pk)
    # Another worker or a person may have been faster while this one waited for the lock.
    if not edition.is_due(now):
        return 0
    put_live(edition, at=edition.publish_at)
    audit.record(actor=None, verb="news.published_on_schedule", target=edition)
    return 1


def put_live(edition: Edition, *, at: datetime) -> None:
    """Replace what readers see by `edition`. Caller holds the article's lock and a transaction."""
    LIFE.check(edition.state, State.PUBLISHED)
    article: Article = edition.article
    article.editions.filter(state=State.PUBLISHED).update(state=State.SUPERSEDED)
    edition.state = State.PUBLISHED
    edition.published_at = at
    edition.save(update_fields=["state", "published_at", "updated_at"])
    article.first_published_at = article.first_published_at or at
    article.withdrawn_at = None
    article.withdrawal_reason = article.withdrawal_note = ""
    article.replaced_by = None
    article.save()
    live.put(edition, first_published_at=article.first_published_at, updated_at=at)
