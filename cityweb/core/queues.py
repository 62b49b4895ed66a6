"""What waits for the administrator."""

from axes.models import AccessAttempt
from django.conf import settings

from cityweb.core import desk
from cityweb.core.models import Role, User

ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
GROUP = "Quản trị hệ thống"


def put_on_desk() -> None:
    desk.add(
        desk.Queue(
            title="Cán bộ chưa có lớp xác thực thứ hai",
            url="admin:core_user_changelist",
            query="lop-thu-hai=thieu",
            count=lambda user: User.objects.staff_without_second_factor().count(),
            roles=ADMINISTRATORS,
            group=GROUP,
        ),
        desk.Queue(
            title="Tài khoản đang bị khóa đăng nhập",
            url="admin:axes_accessattempt_changelist",
            count=lambda user: AccessAttempt.objects.filter(
                failures_since_start__gte=settings.AXES_FAILURE_LIMIT
            ).count(),
            roles=ADMINISTRATORS,
            group=GROUP,
        ),
    )
