"""Static pages: editors write them, only the board changes what readers see."""

from django.db import transaction

from cityweb.core import audit, html
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from cityweb.news import nav, rules
from cityweb.news.actions._locking import WRITERS, require, require_whole_site
from cityweb.news.actions.redirects import redirect
from cityweb.news.models import Page, Site


@transaction.atomic
def save_page(*, actor: User, page: Page) -> Page:
    """Store a new or changed page; a new address leaves a redirect at the old one.

    Raises `Refused`: "board-only" when the page is or becomes public and `actor` is not of the
    board, "page-ring", "page-foreign-parent", "outside-rights".
    """
    require(actor, *WRITERS)
    require_whole_site(actor, page.site_id)
    Site.objects.select_for_update().get(pk=page.site_id)
    stored = Page.objects.filter(pk=page.pk).first()
    require_board_for_public(actor, page.is_public or (stored is not None and stored.is_public))
    _check_parent(page)
    page.body = html.clean(page.body)
    page.save()
    if stored and stored.path != page.path:
        redirect(page.site_id, stored.path, page.path)
    audit.record(
        actor=actor, verb="news.page_changed" if stored else "news.page_added", target=page
    )
    nav.forget()
    return page


def require_board_for_public(actor: User, is_public: bool) -> None:
    """Refuse unless what readers see is changed by the editorial board."""
    if is_public and not actor.is_superuser and not actor.has_role(Role.EDITORIAL_BOARD):
        raise Refused(
            "board-only",
            "Chỉ Ban Biên tập công khai hoặc sửa nội dung đang công khai. "
            "Hãy lưu ở trạng thái chưa công khai rồi báo Ban Biên tập.",
        )


def _check_parent(page: Page) -> None:
    if page.parent is None:
        return
    if (page.parent.site_id, page.parent.language) != (page.site_id, page.language):
        raise Refused("page-foreign-parent", "Trang cha phải cùng trang tin và cùng ngôn ngữ.")
    parents = dict(Page.objects.filter(site=page.site_id).values_list("pk", "parent"))
    if page.pk in rules.with_ancestors([page.parent_id], parents):
        raise Refused("page-ring", "Trang không thể nằm dưới chính nó.")
