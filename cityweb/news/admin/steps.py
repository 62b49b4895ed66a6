"""The buttons of the desk: which steps a person is offered for an edition, and what each calls.

The table only decides what is shown; whether a step is allowed, its action decides.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cityweb.core.models import Role, User
from cityweb.news import actions
from cityweb.news.forms.steps import ReturnForm, ScheduleForm, StepForm, WithdrawForm
from cityweb.news.models import Edition
from cityweb.news.states import APPROVED_ALREADY, State, WithdrawalReason

Run = Callable[[Edition, User, dict[str, Any]], Edition]


@dataclass(frozen=True)
class Step:
    """One button: its words, when it is shown, what it asks, what it does."""

    key: str
    label: str
    done: str
    states: tuple[State, ...]
    run: Run
    form: type[StepForm] = StepForm
    for_board: bool = False
    is_primary: bool = False
    is_grave: bool = False
    not_for_author: bool = False
    # A step that gives the text up does not care whether what was typed can be saved.
    saves_first: bool = True

    @property
    def asks(self) -> bool:
        return self.form is not StepForm

    def is_offered(self, edition: Edition, user: User) -> bool:
        """Tell whether the button stands on the page of this edition for this person."""
        if edition.state not in self.states:
            return False
        if self.not_for_author and user.pk in {edition.author_id, edition.submitted_by_id}:
            return False
        if self.for_board or (self.key == "return" and edition.state in APPROVED_ALREADY):
            return user.is_superuser or user.has_role(Role.EDITORIAL_BOARD)
        return user.is_superuser or user.has_role(Role.EDITOR, Role.EDITORIAL_BOARD)


def _withdraw(edition: Edition, user: User, given: dict[str, Any]) -> Edition:
    kind = WithdrawalReason(given["kind"])
    is_replaced = kind == WithdrawalReason.SUPERSEDED
    return actions.withdraw(
        pk=edition.pk,
        actor=user,
        reason=kind,
        note=given["note"],
        replaced_by=given["replaced_by"] if is_replaced else None,
    )


STEPS = (
    Step(
        "submit",
        "Trình biên tập",
        "Đã trình bài lên bàn biên tập.",
        (State.DRAFT,),
        lambda edition, user, given: actions.submit(pk=edition.pk, actor=user),
        is_primary=True,
    ),
    Step(
        "mark-edited",
        "Biên tập xong, trình duyệt",
        "Đã trình Ban Biên tập duyệt.",
        (State.SUBMITTED,),
        lambda edition, user, given: actions.mark_edited(pk=edition.pk, actor=user),
        is_primary=True,
    ),
    Step(
        "approve",
        "Duyệt bài",
        "Đã duyệt. Bài chờ đăng hoặc hẹn giờ.",
        (State.EDITED,),
        lambda edition, user, given: actions.approve(pk=edition.pk, actor=user),
        for_board=True,
        is_primary=True,
        not_for_author=True,
    ),
    Step(
        "publish",
        "Đăng ngay",
        "Bài đã lên trang.",
        (State.APPROVED, State.SCHEDULED),
        lambda edition, user, given: actions.publish(pk=edition.pk, actor=user),
        for_board=True,
        is_primary=True,
    ),
    Step(
        "schedule",
        "Hẹn giờ đăng",
        "Đã hẹn giờ đăng.",
        (State.APPROVED,),
        lambda edition, user, given: actions.schedule(pk=edition.pk, actor=user, at=given["at"]),
        ScheduleForm,
        for_board=True,
    ),
    Step(
        "unschedule",
        "Bỏ hẹn giờ",
        "Đã bỏ hẹn giờ; bài vẫn ở trạng thái đã duyệt.",
        (State.SCHEDULED,),
        lambda edition, user, given: actions.unschedule(pk=edition.pk, actor=user),
        for_board=True,
    ),
    Step(
        "return",
        "Trả lại người viết",
        "Đã trả bài về cho người viết.",
        (State.SUBMITTED, State.EDITED, State.APPROVED, State.SCHEDULED),
        lambda edition, user, given: actions.return_for_changes(
            pk=edition.pk, actor=user, reason=given["reason"]
        ),
        ReturnForm,
    ),
    Step(
        "new-draft",
        "Soạn bản sửa",
        "Đã mở bản nháp mới từ bản này.",
        (State.PUBLISHED,),
        lambda edition, user, given: actions.new_draft(article_id=edition.article_id, actor=user),
        is_primary=True,
    ),
    Step(
        "restore",
        "Khôi phục thành bản nháp",
        "Đã mở bản nháp mới từ bản cũ.",
        (State.SUPERSEDED, State.WITHDRAWN, State.ARCHIVED, State.DISCARDED),
        lambda edition, user, given: actions.restore(pk=edition.pk, actor=user),
    ),
    Step(
        "withdraw",
        "Gỡ bài",
        "Đã gỡ bài khỏi trang.",
        (State.PUBLISHED,),
        _withdraw,
        WithdrawForm,
        for_board=True,
        is_grave=True,
    ),
    Step(
        "archive",
        "Đưa vào lưu trữ",
        "Đã đưa bài vào lưu trữ.",
        (State.WITHDRAWN,),
        lambda edition, user, given: actions.archive(pk=edition.pk, actor=user),
        for_board=True,
    ),
    Step(
        "discard",
        "Bỏ bản nháp",
        "Đã bỏ bản nháp; bản này vẫn còn trong lịch sử.",
        (State.DRAFT,),
        lambda edition, user, given: actions.discard(pk=edition.pk, actor=user),
        is_grave=True,
        saves_first=False,
    ),
)


def offered(edition: Edition, user: User) -> list[Step]:
    """Return the steps whose buttons the person sees now."""
    return [step for step in STEPS if step.is_offered(edition, user)]


def named(key: str) -> Step | None:
    return next((step for step in STEPS if step.key == key), None)
