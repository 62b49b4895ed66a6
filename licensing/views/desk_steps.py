"""The steps an officer may take on a dossier: button, form, action, and when each is offered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cityweb.core.models import User
from licensing import actions, delegation, life
from licensing.actions import moving
from licensing.forms import desk as forms
from licensing.forms import ticking
from licensing.life import Verb
from licensing.models import Dossier, Supplement

Said = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One step. `key` is its word in the address."""

    verb: Verb
    do: Callable[..., object]
    form: type[forms.StepForm] = forms.StepForm
    meaning: str = ""
    offered: Callable[[Dossier], bool] = lambda dossier: True
    key: str = ""
    panel: str = ""
    is_grave: bool = False
    # Never the step that stands open by itself.
    is_aside: bool = False
    # Until then it stands among the other steps, not open by itself.
    is_ripe: Callable[[Dossier], bool] = lambda dossier: True
    # Part of a verb that others may do too, but the specialist's alone.
    is_own: bool = False

    @property
    def word(self) -> str:
        return self.key or self.verb.value

    @property
    def label(self) -> str:
        return str(self.verb.label)

    def is_next(self, dossier: Dossier) -> bool:
        """Tell whether it may stand open by itself, with its form and its button."""
        return not (self.is_grave or self.is_aside) and self.is_ripe(dossier)


def _proposed(dossier: Dossier) -> bool:
    return dossier.supplements.filter(state=Supplement.State.PROPOSED).exists()


def _may_ask(dossier: Dossier) -> bool:
    items = actions.items_of(dossier)
    return bool(items) and not any(one.was_visible for one in items) and not _proposed(dossier)


def _must_propose(dossier: Dossier) -> bool:
    return any(one.was_visible for one in actions.items_of(dossier)) and not _proposed(dossier)


def _check_papers(*, form: ticking.CheckPapers, pk: int, actor: User) -> None:
    actions.mark(pk=pk, actor=actor, papers=form.checked)


def _appraise(*, form: ticking.Appraise, pk: int, actor: User) -> None:
    actions.mark(pk=pk, actor=actor, conditions=form.findings)


def _ask_at_intake(*, form: ticking.CheckPapers, pk: int, actor: User) -> None:
    actions.ask_at_intake(pk=pk, actor=actor, papers=form.checked)


def _note(*, pk: int, actor: User, body: str) -> None:
    actions.write(pk=pk, actor=actor, body=body, is_internal=True)


STEPS = (
    Step(Verb.RECEIVE, actions.receive, forms.Receive,
         "Cấp mã hồ sơ, bắt đầu tính thời hạn, in Giấy tiếp nhận và báo người nộp."),
    Step(Verb.ASK_INTAKE, _ask_at_intake, ticking.CheckPapers, key="ask-intake", panel="papers"),
    Step(Verb.REFUSE, actions.refuse, forms.Reason,
         "Lập Phiếu từ chối và báo người nộp.", is_grave=True),
    Step(Verb.HAND_OVER, actions.hand_over, forms.ToOfficer),
    Step(Verb.TAKE_UP, actions.take_up, meaning="Bạn kiểm tra giấy tờ và điều kiện của hồ sơ."),
    Step(Verb.MARK, _check_papers, ticking.CheckPapers, key="check-papers", panel="papers",
         is_own=True),
    Step(Verb.MARK, _appraise, ticking.Appraise, key="appraise", panel="conditions"),
    Step(Verb.ASK, actions.ask,
         meaning="Lập phiếu từ các giấy tờ ghi thiếu hoặc chưa đúng, gửi người nộp một lần.",
         offered=_may_ask),
    Step(Verb.PROPOSE_ASKING, actions.propose_asking, forms.AskAgain,
         "Có nội dung lẽ ra thấy ở lần đầu: Trưởng phòng đồng ý mới được gửi, và được tính vào tỷ "
         "lệ yêu cầu lại.", offered=_must_propose),
    Step(Verb.ALLOW_ASKING, actions.allow_asking,
         meaning="Gửi yêu cầu bổ sung lần nữa cho người nộp.", offered=_proposed),
    Step(Verb.DENY_ASKING, actions.deny_asking, forms.Reason, offered=_proposed),
    Step(Verb.PUT_UP, actions.put_up, meaning="Dự thảo chuyển sang Trưởng phòng duyệt."),
    Step(Verb.DRAFT, actions.draft_result, forms.DraftResult,
         is_ripe=lambda dossier: not actions.left_open(dossier)),
    Step(Verb.APPRAISE_AGAIN, actions.appraise_again),
    Step(Verb.REVIEW, actions.review, meaning="Trình Giám đốc ký."),
    Step(Verb.SIGN, actions.sign, meaning="Văn thư sẽ cấp số, đóng dấu và phát hành."),
    Step(Verb.ISSUE, actions.issue_result,
         meaning="Lấy số, ký số của người ký và của cơ quan, ghi vào sổ giấy phép."),
    Step(Verb.SEND_BACK, actions.send_back, forms.Reason),
    Step(Verb.HAND_OUT, actions.hand_out, meaning="Ghi nhận người nộp đã nhận kết quả."),
    Step(Verb.LET_GO, actions.let_go, meaning="Kết thúc hồ sơ theo đề nghị của người nộp."),
    Step(Verb.KEEP, actions.keep, forms.Reason),
    Step(Verb.REASSIGN, actions.reassign, forms.ToAnother, is_aside=True),
    Step(Verb.APOLOGISE, actions.apologise, forms.Apologise,
         "Lập văn bản xin lỗi, hẹn lại một lần và báo người nộp.", is_aside=True),
    Step(Verb.TELL_MOVED, actions.tell_moved, forms.TellMoved,
         "Ban hành văn bản xin lỗi đã soạn sẵn với ngày hẹn tính lại theo lịch, báo người "
         "nộp. Không tính là một lần hẹn lại.", offered=lambda dossier: dossier.is_moved),
    Step(Verb.STOP, actions.stop, forms.Reason, "Lập thông báo dừng, báo người nộp.",
         is_grave=True),
    Step(Verb.CONSULT, actions.consult, forms.Consult, panel="consulting"),
    Step(Verb.CONSULTED, actions.record_opinion, forms.Opinion, panel="consulting",
         offered=lambda dossier: dossier.consultations.filter(answered_at=None).exists()),
    Step(Verb.CHECK_CLAIMS, actions.check_dossier_claims, panel="conditions"),
    Step(Verb.MINISTRY, actions.record_ministry, forms.MinistryAnswer,
         "Chỉ để biết: không mở lại hồ sơ, không tính lại thời hạn.",
         offered=lambda dossier: hasattr(dossier, "forwarding"), is_aside=True),
    Step(Verb.COMPLAIN, actions.complain, forms.Complain,
         "Kết quả giải quyết ghi ở trang khiếu nại.", is_aside=True),
    Step(Verb.FLAG, actions.raise_flag, forms.Reason,
         "Hồ sơ không ký, không ban hành được cho tới khi người khác gỡ cờ.", is_aside=True),
    Step(Verb.LIFT_FLAG, actions.lift_flag, forms.LiftFlag,
         offered=lambda dossier: dossier.flags.filter(lifted_at=None).exists()),
    Step(Verb.WRITE, actions.write, forms.Words, panel="talk"),
    Step(Verb.NOTE, _note, forms.Words, panel="notes"),
)  # fmt: skip


# Steps whose forms are read as a whole, row by row.
_WHOLE_FORMS = (Verb.MARK, Verb.ASK_INTAKE)


def offered(dossier: Dossier, user: User) -> list[Step]:
    """Return what this person may do with the dossier now, the usual step first."""
    roles = delegation.roles(user)
    return [
        step
        for step in STEPS
        if life.may(dossier.state, step.verb, roles)
        and moving.is_theirs(dossier, step.verb, user)
        and (not step.is_own or moving.is_specialist(dossier, user))
        and step.offered(dossier)
    ]


def named(word: str) -> Step | None:
    return next((step for step in STEPS if step.word == word), None)


def take(step: Step, dossier: Dossier, user: User, form: forms.StepForm) -> None:
    """Take a step with what its form holds."""
    said: Said = {"form": form} if step.verb in _WHOLE_FORMS else form.cleaned_data
    step.do(pk=dossier.pk, actor=user, **said)
