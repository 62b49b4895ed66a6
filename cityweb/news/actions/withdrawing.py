"""Taking an article down, with a reason that decides what its address answers."""

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from cityweb.news import live, rules
from cityweb.news.actions._locking import lock_edition, require, require_reason
from cityweb.news.models import Article, Edition, LiveArticle
from cityweb.news.states import LIFE, State, WithdrawalReason

NOTE_LENGTH = 300


@transaction.atomic
def withdraw(
    *,
    pk: int,
    actor: User,
    reason: WithdrawalReason,
    note: str,
    replaced_by: Article | None = None,
) -> Edition:
    """Take the live edition down.

    error: the address answers 410. superseded: it redirects to `replaced_by`, which must be live
    and not lead back. expired: it stays readable under a banner that shows `note`.
    """
    require(actor, Role.EDITORIAL_BOARD)
    edition = lock_edition(pk, actor, also=replaced_by)
    LIFE.check(edition.state, State.WITHDRAWN)
    note = require_reason(note)
    if len(note) > NOTE_LENGTH:
        raise Refused("note-too-long", f"Giải thích dài tối đa {NOTE_LENGTH} ký tự.")
    article = edition.article
    if reason == WithdrawalReason.SUPERSEDED:
        _check_replacement(article, replaced_by)
        article.replaced_by = replaced_by
    article.withdrawn_at = timezone.now()
    article.withdrawal_reason = reason
    article.withdrawal_note = note
    article.save()
    edition.state = State.WITHDRAWN
    edition.save(update_fields=["state", "updated_at"])
    if reason == WithdrawalReason.EXPIRED:
        live.expire(article.pk, note)
    else:
        live.take_down(article.pk)
    audit.record(actor=actor, verb="news.withdrawn", target=edition, reason=note, kind=reason.value)
    return edition


@transaction.atomic
def archive(*, pk: int, actor: User) -> Edition:
    """Put a withdrawn edition away for good; its address keeps answering as it did."""
    require(actor, Role.EDITORIAL_BOARD)
    edition = lock_edition(pk, actor)
    LIFE.check(edition.state, State.ARCHIVED)
    edition.state = State.ARCHIVED
    edition.save(update_fields=["state", "updated_at"])
    audit.record(actor=actor, verb="news.archived", target=edition)
    return edition


def _check_replacement(article: Article, replaced_by: Article | None) -> None:
    if replaced_by is None or replaced_by.site_id != article.site_id:
        raise Refused("replacement-missing", "Hãy chọn bài thay thế đang đăng trên cùng trang.")
    chain = {
        str(old): str(new)
        for old, new in Article.objects.filter(replaced_by__isnull=False).values_list(
            "pk", "replaced_by"
        )
    }
    rules.check_no_redirect_loop(str(article.pk), str(replaced_by.pk), chain)
    if not LiveArticle.objects.listed().filter(article=replaced_by).exists():
        raise Refused("replacement-not-live", "Bài thay thế phải đang được đăng.")
