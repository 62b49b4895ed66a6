"""What a person does about items that got stuck."""

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models.outbox import OutboxItem
from cityweb.core.models.people import Role, User

VERBS = {
    "core.outbox_retried": "Cho gửi lại",
    "core.outbox_dropped": "Bỏ, không gửi nữa",
}
MENDERS = frozenset({Role.ADMINISTRATOR, Role.OFFICE_HEAD})
DROPPED = "dropped by hand"


@transaction.atomic
def retry(*, pk: int, actor: User) -> OutboxItem:
    """Let an item be tried again now, with all its tries before it.

    Raises `Refused` when it is done, being worked on, or its content is forgotten.
    """
    item = _lock(pk, actor)
    if item.given_up_at and not item.payload:
        raise Refused("outbox-forgotten", "Nội dung đã được xóa theo thời hạn lưu, không gửi lại.")
    item.given_up_at, item.attempts, item.not_before = None, 0, timezone.now()
    item.save(update_fields=["given_up_at", "attempts", "not_before"])
    audit.record(actor=actor, verb="core.outbox_retried", target=item)
    return item


@transaction.atomic
def drop(*, pk: int, actor: User, reason: str) -> OutboxItem:
    """Give an item up for a reason. Raises `Refused` as `retry` does, and without a reason."""
    item = _lock(pk, actor)
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi lý do bỏ, không gửi nữa.")
    if item.given_up_at:
        raise Refused("outbox-given-up", "Việc này đã được bỏ trước đó.")
    item.given_up_at, item.last_error = timezone.now(), DROPPED
    item.save(update_fields=["given_up_at", "last_error"])
    audit.record(actor=actor, verb="core.outbox_dropped", target=item, reason=reason.strip())
    return item


def _lock(pk: int, actor: User) -> OutboxItem:
    if not actor.has_role(*MENDERS):
        raise Refused("not-yours", "Chỉ quản trị hệ thống và trưởng phòng được xử lý việc chờ gửi.")
    item = OutboxItem.objects.select_for_update(of=("self",)).get(pk=pk)
    if item.done_at:
        raise Refused("outbox-done", "Việc này đã xong.")
    if item.lease_until and item.lease_until > timezone.now():
        raise Refused("outbox-busy", "Việc này đang được gửi. Hãy xem lại sau vài phút.")
    return item
