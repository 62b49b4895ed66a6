"""Giving and taking back what a person may work on."""

from django.db import transaction

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from cityweb.news.actions._locking import require, require_whole_site
from cityweb.news.models import EditorialRight


@transaction.atomic
def give_right(*, actor: User, right: EditorialRight) -> EditorialRight:
    """Store a right to a site or to one of its columns.

    Administrators give rights on every site, members of the board on sites given to them whole.
    """
    _require_giver(actor, right.site_id)
    if right.column and right.column.site_id != right.site_id:
        raise Refused("foreign-column", "Chuyên mục phải thuộc trang đã chọn.")
    right.save()
    audit.record(
        actor=actor,
        verb="news.right_given",
        target=right.user,
        site=right.site.code,
        column=right.column.slug if right.column else "",
    )
    return right


@transaction.atomic
def take_right(*, pk: int, actor: User) -> None:
    """Take a right back; what the person wrote stays."""
    right = EditorialRight.objects.select_for_update(of=("self",)).get(pk=pk)
    _require_giver(actor, right.site_id)
    audit.record(
        actor=actor,
        verb="news.right_taken",
        target=right.user,
        site=right.site.code,
        column=right.column.slug if right.column else "",
    )
    right.delete()


def _require_giver(actor: User, site_id: int) -> None:
    if actor.is_superuser or actor.has_role(Role.ADMINISTRATOR):
        return
    require(actor, Role.EDITORIAL_BOARD)
    require_whole_site(actor, site_id)
