"""What administrators do to accounts."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User


@transaction.atomic
def remove_second_factor(*, pk: int, administrator: User) -> User:
    """Let a person who lost phone and codes set up a new second factor at the next sign-in.

    Raises `Refused("not-administrator")`, and `Refused("own-factor")` because one's own is
    removed on one's own page, behind the factor itself.
    """
    if not administrator.has_role(Role.ADMINISTRATOR):
        raise Refused("not-administrator", "Chỉ quản trị hệ thống được gỡ lớp xác thực thứ hai.")
    if pk == administrator.pk:
        raise Refused("own-factor", "Hãy gỡ lớp xác thực của chính bạn ở trang tài khoản.")
    person = User.objects.select_for_update().get(pk=pk)
    removed, _ = Authenticator.objects.filter(user=person).delete()
    audit.record(
        actor=administrator, verb="core.second_factor_removed", target=person, removed=removed
    )
    return person
