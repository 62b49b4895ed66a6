"""Beginning again from an earlier edition, and giving up a draft."""

from django.db import transaction

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import User
from cityweb.news.actions._locking import WRITERS, lock_article, lock_edition, require
from cityweb.news.actions.drafting import CONTENT_FIELDS, MANY_FIELDS
from cityweb.news.models import Edition, EditionFile
from cityweb.news.states import LIFE, State


@transaction.atomic
def new_draft(*, article_id: int, actor: User) -> Edition:
    """Begin a new draft from what readers see, or from the newest edition when nothing is live."""
    require(actor, *WRITERS)
    editions = Edition.objects.visible_to(actor).filter(article=article_id)
    source = editions.filter(state=State.PUBLISHED).first() or editions.order_by("-number").first()
    if source is None:
        raise Edition.DoesNotExist
    return _copy(source, actor, verb="news.draft_begun")


@transaction.atomic
def restore(*, pk: int, actor: User) -> Edition:
    """Begin a new draft with the content of any earlier edition."""
    require(actor, *WRITERS)
    source = Edition.objects.visible_to(actor).get(pk=pk)
    return _copy(source, actor, verb="news.restored")


@transaction.atomic
def discard(*, pk: int, actor: User) -> Edition:
    """Give up a draft; it stays in the history."""
    require(actor, *WRITERS)
    edition = lock_edition(pk, actor)
    LIFE.check(edition.state, State.DISCARDED)
    edition.state = State.DISCARDED
    edition.save(update_fields=["state", "updated_at"])
    audit.record(actor=actor, verb="news.discarded", target=edition)
    return edition


def _copy(source: Edition, actor: User, *, verb: str) -> Edition:
    article = lock_article(source.article_id)
    if article.editions.in_work().exists():
        raise Refused(
            "draft-exists", "Bài này đang có một bản trong quy trình, hãy làm tiếp bản đó."
        )
    # An article that moved to another desk's column is that desk's, whatever stood here before.
    current = article.editions.current()
    if current.exists() and not current.visible_to(actor).exists():
        raise Refused("outside-rights", "Bài này đã chuyển sang chuyên mục ngoài phạm vi của bạn.")
    newest = article.editions.order_by("-number").values_list("number", flat=True)[0]
    copy = Edition(article=article, number=newest + 1, author=actor, updated_by=actor)
    for name in CONTENT_FIELDS:
        setattr(copy, name, getattr(source, name))
    copy.correction_note = ""
    copy.save()
    for name in MANY_FIELDS:
        getattr(copy, name).set(getattr(source, name).all())
    EditionFile.objects.bulk_create(
        EditionFile(
            edition=copy, file=file.file, title=file.title, size=file.size, position=file.position
        )
        for file in source.files.all()
    )
    audit.record(actor=actor, verb=verb, target=copy, source=source.number)
    return copy
