"""The states of an edition and the moves between them."""

from django.db import models

from cityweb.core.lifecycle import Lifecycle


class State(models.TextChoices):
    DRAFT = "draft", "Bản nháp"
    SUBMITTED = "submitted", "Chờ biên tập"
    EDITED = "edited", "Chờ duyệt"
    APPROVED = "approved", "Đã duyệt"
    SCHEDULED = "scheduled", "Đã hẹn giờ"
    PUBLISHED = "published", "Đang đăng"
    SUPERSEDED = "superseded", "Đã có bản mới"
    WITHDRAWN = "withdrawn", "Đã gỡ"
    ARCHIVED = "archived", "Lưu trữ"
    DISCARDED = "discarded", "Đã bỏ"


class WithdrawalReason(models.TextChoices):
    """Why an article came down; each decides what its address answers from then on."""

    ERROR = "error", "Có sai sót – địa chỉ báo đã gỡ (410)"
    SUPERSEDED = "superseded", "Đã có bài thay thế – chuyển hướng"
    EXPIRED = "expired", "Hết thời hạn – vẫn đọc được, có thông báo"


LIFE = Lifecycle(
    {
        State.DRAFT: {State.SUBMITTED, State.DISCARDED},
        State.SUBMITTED: {State.EDITED, State.DRAFT},
        State.EDITED: {State.APPROVED, State.DRAFT},
        State.APPROVED: {State.SCHEDULED, State.PUBLISHED, State.DRAFT},
        State.SCHEDULED: {State.PUBLISHED, State.APPROVED, State.DRAFT},
        State.PUBLISHED: {State.SUPERSEDED, State.WITHDRAWN},
        State.WITHDRAWN: {State.ARCHIVED},
    }
)

IN_WORK = (State.DRAFT, State.SUBMITTED, State.EDITED, State.APPROVED, State.SCHEDULED)
WRITABLE = (State.DRAFT, State.SUBMITTED, State.EDITED)
APPROVED_ALREADY = (State.APPROVED, State.SCHEDULED)
