"""How every verb begins: the row under a lock, and only if the person may touch it."""

from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from cityweb.news.models import Article, Edition

WRITERS = (Role.EDITOR, Role.EDITORIAL_BOARD)


def lock_edition(pk: int, actor: User) -> Edition:
    """Return the edition, its article and itself locked for this transaction.

    Raises `Edition.DoesNotExist` when `actor` may not see it.
    """
    article_id = Edition.objects.visible_to(actor).values_list("article", flat=True).get(pk=pk)
    lock_article(article_id)
    return Edition.objects.select_for_update(of=("self",)).select_related("article").get(pk=pk)


def lock_article(pk: int) -> Article:
    """Return the article locked: the one lock that orders all verbs on its editions."""
    return Article.objects.select_for_update().get(pk=pk)


def require(actor: User, *roles: Role) -> None:
    """Refuse unless `actor` holds one of the roles today."""
    if not actor.is_superuser and not actor.has_role(*roles):
        raise Refused("role-missing", "Vai trò của bạn không được làm bước này.")


def require_reason(reason: str) -> str:
    """Return the reason without outer blanks; refuse when there is none."""
    if not reason.strip():
        raise Refused("reason-missing", "Hãy ghi lý do.")
    return reason.strip()
