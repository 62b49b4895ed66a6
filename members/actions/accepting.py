"""Lets an officer say that a page which looks taken over is its owner's after all."""

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import User
from members.actions import judging, replaying
from members.models import MemberSite, PageCopy
from members.reports import observed


def accept_look(*, pk: int, actor: User, reason: str) -> MemberSite:
    """Make the newest kept home page the one that later ones are compared with.

    Raises `Refused` where there is none ("no-page"), and where the page has something on it that no
    owner puts there, whatever it looks like ("still-odd").
    """
    site = MemberSite.objects.get(pk=pk)
    copy = PageCopy.objects.filter(site=site, url=site.home_url).order_by("-seen_at").first()
    if copy is None:
        raise Refused("no-page", "Chưa có bản chụp trang chủ nào để ghi nhận; hãy kiểm tra lại.")
    past = observed.portraits([site])[site.pk]
    (facts,) = replaying.read_copies([(copy, [*past, copy.portrait])])
    grave = [one for one in facts.findings if not one.is_mild]
    if grave or facts.is_unreadable:
        said = f" Còn thấy: {grave[0].evidence}" if grave else ""
        raise Refused(
            "still-odd",
            f"Không ghi nhận được, vì trang còn nội dung không phải của đơn vị.{said}",
        )
    with transaction.atomic():
        site = MemberSite.objects.select_for_update().get(pk=pk)
        replaying.correct(copy, facts)
        judging.judge([site], now=timezone.now())
        audit.record(actor=actor, verb="members.look_accepted", target=site, reason=reason)
    return site
