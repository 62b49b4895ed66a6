"""How every verb begins: the row under a lock, and only if the person may touch it."""

from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from cityweb.news.models import Article, Edition, Site
from cityweb.news.states import LIFE, State

WRITERS = (Role.EDITOR, Role.EDITORIAL_BOARD)


def lock_edition(pk: int, actor: User, *, also: Article | None = None) -> Edition:
    """Return the edition, its article and itself locked for this transaction.

    `also` is a second article that must not change meanwhile. Raises `Edition.DoesNotExist` when
    `actor` may not see the edition.
    """
    article_id = Edition.objects.visible_to(actor).values_list("article", flat=True).get(pk=pk)
    # Always in the same order: two verbs that need the same two articles never wait for each other.
    for one in sorted({article_id, also.pk} if also else {article_id}):
        lock_article(one)
    return Edition.objects.select_for_update(of=("self",)).select_related("article").get(pk=pk)


def lock_article(pk: int) -> Article:
    """Return the article locked: the one lock that orders all verbs on its editions."""
    return Article.objects.select_for_update().get(pk=pk)


def require(actor: User, *roles: Role) -> None:
    """Refuse unless `actor` holds one of the roles today."""
    if not actor.is_superuser and not actor.has_role(*roles):
        raise Refused("role-missing", "Vai trò của bạn không được làm bước này.")


def require_state(edition: Edition, state: State, target: State) -> None:
    """Refuse a move to `target` from anywhere but `state`, where the table knows several ways."""
    if edition.state != state:
        LIFE.refuse(edition.state, target)


def require_whole_site(actor: User, site_id: int) -> None:
    """Refuse unless the site was given to `actor` as a whole, not only a column of it."""
    if not Site.objects.whole_to(actor).filter(pk=site_id).exists():
        raise Refused("outside-rights", "Việc này cần quyền trên cả trang, hãy nhờ Ban Biên tập.")


def require_reason(reason: str) -> str:
    """Return the reason without outer blanks; refuse when there is none."""
    if not reason.strip():
        raise Refused("reason-missing", "Hãy ghi lý do.")
    return reason.strip()
