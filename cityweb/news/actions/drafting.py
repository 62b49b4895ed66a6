"""Writing: new articles, and saving what is typed into a draft."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from cityweb.core import audit, html, text
from cityweb.core.errors import Refused
from cityweb.core.models import User
from cityweb.news import rules
from cityweb.news.actions._locking import WRITERS, lock_edition, require
from cityweb.news.models import Article, Column, Edition
from cityweb.news.states import WRITABLE

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
    _set_many(edition, actor, content)
    _require_inside_rights(edition, actor)
    audit.record(actor=actor, verb="news.created", target=edition)
    return edition


@transaction.atomic
def save_draft(*, pk: int, actor: User, lock_version: int, content: Mapping[str, Any]) -> Edition:
    """Store the typed content of an edition in work.

    `lock_version` is the number the form was opened with. Raises `Refused("changed-meanwhile")`
    when someone else saved since, `Refused("not-writable")` when the edition has moved on.
    Saving what is stored already changes nothing, so a second editor is not disturbed by it.
    """
    edition = lock_writable(pk, actor)
    if edition.lock_version != lock_version:
        raise Refused(
            "changed-meanwhile",
            f"{edition.updated_by or 'Người khác'} đã lưu bản mới hơn. "
            "Nội dung bạn gõ vẫn còn trên màn hình; hãy so sánh rồi lưu lại.",
        )
    before = _values(edition)
    _fill(edition, content)
    _set_many(edition, actor, content)
    if _values(edition) == before:
        return edition
    edition.lock_version += 1
    edition.updated_by = actor
    edition.save()
    _require_inside_rights(edition, actor)
    return edition


def lock_writable(pk: int, actor: User) -> Edition:
    """Return the edition locked; refuse unless `actor` may write and it can still be written."""
    require(actor, *WRITERS)
    edition = lock_edition(pk, actor)
    if edition.state not in WRITABLE:
        raise Refused(
            "not-writable", f"Bài đang ở bước “{edition.get_state_display()}”, không sửa được."
        )
    return edition


def _fill(edition: Edition, content: Mapping[str, Any]) -> None:
    """Set the content fields, cleaned; the address follows the title until someone sets it."""
    is_own = content.get("slug", edition.slug) != edition.slug
    follows = not is_own and edition.slug == rules.slug_for(edition.title)
    for name in CONTENT_FIELDS:
        if name in content:
            value = content[name]
            setattr(edition, name, text.clean(value) if isinstance(value, str) else value)
    edition.body = html.clean(edition.body)
    if not edition.slug or (follows and edition.article.first_published_at is None):
        edition.slug = rules.slug_for(edition.title)


def _values(edition: Edition) -> list[Any]:
    own = [getattr(edition, edition._meta.get_field(name).attname) for name in CONTENT_FIELDS]
    many = [set(getattr(edition, name).values_list("pk", flat=True)) for name in MANY_FIELDS]
    return own + many


def _set_many(edition: Edition, actor: User, content: Mapping[str, Any]) -> None:
    """Set extra columns and related articles; others' columns can be neither added nor taken."""
    if "extra_columns" in content:
        chosen = {column.pk for column in content["extra_columns"]}
        moved = chosen ^ set(edition.extra_columns.values_list("pk", flat=True))
        if Column.objects.visible_to(actor).filter(pk__in=moved).count() != len(moved):
            raise _outside_rights()
    for name in MANY_FIELDS:
        if name in content:
            getattr(edition, name).set(content[name])


def _require_inside_rights(edition: Edition, actor: User) -> None:
    """Refuse columns, pictures or related articles of elsewhere, and a column not given."""
    article = edition.article
    foreign = (
        any(
            (column.site_id, column.language) != (article.site_id, article.language)
            for column in [edition.main_column, *edition.extra_columns.all()]
        )
        or (edition.picture is not None and edition.picture.site_id != article.site_id)
        or edition.related.exclude(site=article.site_id).exists()
    )
    if foreign or not Edition.objects.visible_to(actor).filter(pk=edition.pk).exists():
        raise _outside_rights()


def _outside_rights() -> Refused:
    return Refused("outside-rights", "Chuyên mục này nằm ngoài phạm vi biên tập của bạn.")
