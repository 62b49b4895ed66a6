"""Composing the top of the home page."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import User
from cityweb.news.actions._locking import WRITERS, require, require_whole_site
from cityweb.news.models import Article, HeroSlot, LiveArticle, Site


@transaction.atomic
def pin(
    *,
    actor: User,
    site: Site,
    language: str,
    position: int,
    article: Article,
    starts_at: datetime,
    ends_at: datetime | None,
) -> HeroSlot:
    """Give a place of the home page to an article for a time.

    Raises `Refused`: "outside-rights", "not-live" when readers cannot open the article,
    "place-taken" when the place is given to another article at that time, "pinned-twice" when the
    article already has a place then.
    """
    require(actor, *WRITERS)
    require_whole_site(actor, site.pk)
    # One lock a site: two people cannot give the same place away at once.
    Site.objects.select_for_update().get(pk=site.pk)
    if not LiveArticle.objects.on(site.pk, language).filter(article=article).exists():
        raise Refused("not-live", "Chỉ ghim được bài đang đăng trên đúng trang và ngôn ngữ này.")
    _check_free(site, language, position, article, starts_at, ends_at)
    slot = HeroSlot.objects.create(
        site=site,
        language=language,
        position=position,
        article=article,
        starts_at=starts_at,
        ends_at=ends_at,
        created_by=actor,
    )
    audit.record(actor=actor, verb="news.pinned", target=article, position=position)
    return slot


@transaction.atomic
def unpin(*, pk: int, actor: User, now: datetime) -> None:
    """End a pin now; one that has not begun never was."""
    require(actor, *WRITERS)
    slot = HeroSlot.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=pk)
    audit.record(actor=actor, verb="news.unpinned", target=slot.article, position=slot.position)
    if slot.starts_at >= now:
        slot.delete()
    elif slot.ends_at is None or slot.ends_at > now:
        slot.ends_at = now
        slot.save(update_fields=["ends_at"])


def _check_free(
    site: Site,
    language: str,
    position: int,
    article: Article,
    starts_at: datetime,
    ends_at: datetime | None,
) -> None:
    meanwhile = HeroSlot.objects.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=starts_at), site=site, language=language
    )
    if ends_at is not None:
        meanwhile = meanwhile.filter(starts_at__lt=ends_at)
    for other in meanwhile.filter(Q(position=position) | Q(article=article)):
        if other.article_id == article.pk:
            raise Refused(
                "pinned-twice", f"Bài này đã được ghim ở vị trí {other.position} trong lúc đó."
            )
        raise Refused(
            "place-taken",
            f"Vị trí {position} đã có bài ghim trong lúc đó; hãy bỏ ghim bài kia hoặc đổi giờ.",
        )
