"""What waits for the administrator."""

from axes.models import AccessAttempt
from django.conf import settings
from django.utils import timezone

from cityweb.core import desk, law
from cityweb.core.models import LegalRule, Role, User
from cityweb.core.outbox import looking
from cityweb.core.outbox.mending import MENDERS

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
        desk.Queue(
            title="Thư và việc không gửi được",
            url="desk:outbox",
            query="loc=bo",
            count=lambda user: looking.count("bo", user),
            roles=MENDERS,
            group=GROUP,
            is_late=True,
        ),
        desk.Queue(
            title="Quy tắc chờ xác nhận",
            url="desk:rules",
            count=lambda user: LegalRule.objects.in_force(timezone.localdate()).unsettled().count(),
            roles=frozenset(law.CONFIRMERS),
            group="Quy tắc",
        ),
    )
