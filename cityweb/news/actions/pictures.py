"""Pictures into the store of a site."""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from cityweb.core import audit, text
from cityweb.core.errors import Refused
from cityweb.core.models import User
from cityweb.news.actions._locking import WRITERS, require
from cityweb.news.intake import Renditions, render_picture
from cityweb.news.models import Picture, Site


def add_picture(
    *, actor: User, site: Site, data: bytes, alt: str, caption: str = "", credit: str = ""
) -> Picture:
    """Store a picture in our own encoding; the same file again on one site is the same picture.

    Raises `Refused` when it is no picture that can be used, or the site was not given to `actor`.
    """
    require(actor, *WRITERS)
    if not Site.objects.visible_to(actor).filter(pk=site.pk).exists():
        raise Refused("outside-rights", "Trang này nằm ngoài phạm vi biên tập của bạn.")
    drawn = render_picture(data)
    digest = hashlib.sha256(b"%d:" % site.pk + data).hexdigest()[:32]
    known = Picture.objects.filter(site=site, base__endswith=f"/{digest}").first()
    if known:
        return known
    base = f"pictures/{timezone.localdate():%Y/%m}/{digest}"
    for size in drawn.sizes:
        path = f"{base}/{size.width}.webp"
        if not default_storage.exists(path):
            default_storage.save(path, ContentFile(size.data))
    return _keep(actor, site, base, drawn, [text.clean(words) for words in (alt, caption, credit)])


@transaction.atomic
def describe_picture(*, pk: int, actor: User, alt: str, caption: str, credit: str) -> Picture:
    """Change the words that go with a picture; articles already published keep theirs."""
    require(actor, *WRITERS)
    picture = Picture.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=pk)
    picture.alt, picture.caption, picture.credit = map(text.clean, (alt, caption, credit))
    picture.save(update_fields=["alt", "caption", "credit"])
    audit.record(actor=actor, verb="news.picture_described", target=picture)
    return picture


@transaction.atomic
def _keep(actor: User, site: Site, base: str, drawn: Renditions, words: list[str]) -> Picture:
    """Write the row, once, also when two people send the same file at the same time."""
    alt, caption, credit = words
    picture, is_new = Picture.objects.get_or_create(
        base=base,
        defaults={
            "site": site,
            "widths": [size.width for size in drawn.sizes],
            "width": drawn.width,
            "height": drawn.height,
            "alt": alt,
            "caption": caption,
            "credit": credit,
            "created_by": actor,
        },
    )
    if is_new:
        audit.record(actor=actor, verb="news.picture_added", target=picture)
    return picture
