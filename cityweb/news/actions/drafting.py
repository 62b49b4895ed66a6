"""Writing: new articles, new drafts of live ones, saving, restoring, giving up."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from cityweb.core import audit, html, text
from cityweb.core.errors import Refused
from cityweb.core.models import User
from cityweb.news.actions._locking import WRITERS, lock_article, lock_edition, require
from cityweb.news.models import Article, Column, Edition, EditionFile
from cityweb.news.states import LIFE, WRITABLE, State

CONTENT_FIELDS = (
    *("title", "slug", "lead", "body", "main_column", "authors", "source_name", "source_url"),
    *("picture", "picture_alt", "picture_caption", "tags", "correction_note"),
)
MANY_FIELDS = ("extra_columns", "related")


@transaction.atomic
def create_article(*, actor: User, column: Column, title: str, **content: Any) -> Edition:
    """Begin an article in `column` and return its first draft, written by `actor`.

    `content` may hold any of `CONTENT_FIELDS` and `MANY_FIELDS`. Raises
    `Refused("outside-rights")` when the column is not among those given to the person.
    """
    require(actor, *WRITERS)
    article = Article.objects.create(
        site_id=column.site_id, language=column.language, created_by=actor
    )
    edition = Edition(article=article, author=actor, updated_by=actor, main_column=column)
    _fill(edition, {"title": title, **content})
    edition.save()
    _set_many(edition, content)
    _require_inside_rights(edition, actor)
    audit.record(actor=actor, verb="news.created", target=edition)
    return edition


@transaction.atomic
def save_draft(*, pk: int, actor: User, lock_version: int, content: Mapping[str, Any]) -> Edition:
    """Store the typed content of an edition in work.

    `lock_version` is the number the form was opened with. Raises `Refused("changed-meanwhile")`
    when someone else saved since, `Refused("not-writable")` when the edition has moved on.
    """
    require(actor, *WRITERS)
    edition = lock_edition(pk, actor)
    if edition.state not in WRITABLE:
        raise Refused(
            "not-writable", f"Bài đang ở bước “{edition.get_state_display()}”, không sửa được."
        )
    if edition.lock_version != lock_version:
        raise Refused(
            "changed-meanwhile",
            f"{edition.updated_by or 'Người khác'} đã lưu bản mới hơn. "
            "Nội dung bạn gõ vẫn còn trên màn hình; hãy so sánh rồi lưu lại.",
        )
    _fill(edition, content)
    edition.lock_version += 1
    edition.updated_by = actor
    edition.save()
    _set_many(edition, content)
    _require_inside_rights(edition, actor)
    return edition


@transaction.atomic
def new_draft(*, article_id: int, actor: User) -> Edition:
    """Begin a new draft from what readers see now, or else from the newest edition."""
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


def _fill(edition: Edition, content: Mapping[str, Any]) -> None:
    """Set the content fields, cleaned; the address follows the title until someone sets it."""
    for name in CONTENT_FIELDS:
        if name in content:
            value = content[name]
            setattr(edition, name, text.clean(value) if isinstance(value, str) else value)
    edition.body = html.clean(edition.body)
    edition.slug = edition.slug or slugify(text.fold(edition.title))[:120].strip("-") or "bai-viet"


def _set_many(edition: Edition, content: Mapping[str, Any]) -> None:
    for name in MANY_FIELDS:
        if name in content:
            chosen: Iterable[Any] = content[name]
            getattr(edition, name).set(chosen)


def _require_inside_rights(edition: Edition, actor: User) -> None:
    """Refuse a column of another site or outside what was given to the person."""
    columns = [edition.main_column, *edition.extra_columns.all()]
    article = edition.article
    foreign = any(
        column.site_id != article.site_id or column.language != article.language
        for column in columns
    )
    if foreign or not Edition.objects.visible_to(actor).filter(pk=edition.pk).exists():
        raise Refused("outside-rights", "Chuyên mục này nằm ngoài phạm vi biên tập của bạn.")
