"""The life of a dossier: its states, and one table of which role may do what in which state."""

from collections.abc import Iterable

from django.db.models import TextChoices

from cityweb.core import role_table
from cityweb.core.models import Role
from cityweb.core.role_table import Move, cells


class PublicState(TextChoices):
    """The ten states that the national portal shows to applicants."""

    REGISTERED = "1", "Mới đăng ký"
    RECEIVED = "2", "Được tiếp nhận"
    NOT_RECEIVED = "3", "Không được tiếp nhận"
    IN_WORK = "4", "Đang xử lý"
    SUPPLEMENT = "5", "Yêu cầu bổ sung giấy tờ"
    # No fee is due for these procedures: no state of ours leads here.
    PAYMENT = "6", "Yêu cầu thực hiện nghĩa vụ tài chính"
    WITHDRAWING = "7", "Công dân yêu cầu rút hồ sơ"
    STOPPED = "8", "Dừng xử lý"
    DONE = "9", "Đã xử lý xong"
    RETURNED = "10", "Đã trả kết quả"


class State(TextChoices):
    """Where a dossier stands inside the office."""

    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Chờ tiếp nhận"
    INTAKE = "intake", "Chờ bổ sung trước tiếp nhận"
    NOT_ACCEPTED = "not_accepted", "Không tiếp nhận"
    RECEIVED = "received", "Đã tiếp nhận, chờ chuyển"
    ASSIGNED = "assigned", "Đã chuyển chuyên viên"
    APPRAISING = "appraising", "Đang thẩm định"
    SUPPLEMENT = "supplement", "Chờ bổ sung"
    DRAFTING = "drafting", "Đang dự thảo kết quả"
    REVIEWING = "reviewing", "Chờ Trưởng phòng duyệt"
    SIGNING = "signing", "Chờ Giám đốc ký"
    SIGNED = "signed", "Đã ký duyệt, chờ ban hành"
    WITHDRAWING = "withdrawing", "Đề nghị rút hồ sơ"
    STOPPED = "stopped", "Dừng giải quyết"
    DECIDED = "decided", "Đã có kết quả"
    RETURNED = "returned", "Đã trả kết quả"


PUBLIC: dict[str, PublicState] = {
    State.SUBMITTED: PublicState.REGISTERED,
    State.INTAKE: PublicState.SUPPLEMENT,
    State.NOT_ACCEPTED: PublicState.NOT_RECEIVED,
    State.RECEIVED: PublicState.RECEIVED,
    State.ASSIGNED: PublicState.IN_WORK,
    State.APPRAISING: PublicState.IN_WORK,
    State.SUPPLEMENT: PublicState.SUPPLEMENT,
    State.DRAFTING: PublicState.IN_WORK,
    State.REVIEWING: PublicState.IN_WORK,
    State.SIGNING: PublicState.IN_WORK,
    State.SIGNED: PublicState.IN_WORK,
    State.WITHDRAWING: PublicState.WITHDRAWING,
    State.STOPPED: PublicState.STOPPED,
    State.DECIDED: PublicState.DONE,
    State.RETURNED: PublicState.RETURNED,
}
"""What the applicant and the public read; a draft is nobody's but its writer's."""

ENDED = (State.NOT_ACCEPTED, State.STOPPED, State.DECIDED, State.RETURNED)
# The applicant has the next step.
ASKED = (State.INTAKE, State.SUPPLEMENT)
IN_WORK = (
    *(State.ASSIGNED, State.APPRAISING, State.SUPPLEMENT, State.DRAFTING),
    *(State.REVIEWING, State.SIGNING, State.SIGNED, State.WITHDRAWING),
)
WITHDRAWABLE = (State.ASSIGNED, State.APPRAISING, State.SUPPLEMENT, State.DRAFTING)


class Verb(TextChoices):
    """What is done with a dossier, as the button says it."""

    FILL = "fill", "Lưu nội dung"
    SUBMIT = "submit", "Nộp hồ sơ"
    RECEIVE = "receive", "Tiếp nhận hồ sơ"
    REFUSE = "refuse", "Từ chối tiếp nhận"
    HAND_OVER = "hand-over", "Chuyển chuyên viên"
    REASSIGN = "reassign", "Chuyển người khác xử lý"
    TAKE_UP = "take-up", "Bắt đầu thẩm định"
    MARK = "mark", "Ghi kết quả kiểm tra"
    ASK_INTAKE = "ask-intake", "Yêu cầu bổ sung trước tiếp nhận"
    ASK = "ask", "Yêu cầu bổ sung"
    PROPOSE_ASKING = "propose-asking", "Xin ý kiến bổ sung lần nữa"
    ALLOW_ASKING = "allow-asking", "Đồng ý yêu cầu bổ sung lần nữa"
    DENY_ASKING = "deny-asking", "Không đồng ý bổ sung lần nữa"
    ANSWER = "answer", "Gửi bổ sung"
    DRAFT = "draft-result", "Dự thảo kết quả"
    APPRAISE_AGAIN = "appraise-again", "Thẩm định lại"
    PUT_UP = "put-up", "Trình Trưởng phòng"
    REVIEW = "review", "Duyệt, trình Giám đốc"
    SEND_BACK = "send-back", "Trả lại chuyên viên"
    SIGN = "sign", "Ký duyệt kết quả"
    ISSUE = "issue", "Cấp số, đóng dấu, phát hành"
    HAND_OUT = "hand-out", "Trả kết quả"
    APOLOGISE = "apologise", "Xin lỗi và hẹn lại"
    TELL_MOVED = "tell-moved", "Báo ngày hẹn mới"
    STOP = "stop", "Dừng giải quyết"
    WITHDRAW = "withdraw", "Rút hồ sơ"
    LET_GO = "let-go", "Đồng ý cho rút hồ sơ"
    KEEP = "keep", "Không đồng ý cho rút"
    WRITE = "write", "Gửi tin nhắn"
    NOTE = "note", "Ghi chú nội bộ"
    CONSULT = "consult", "Hỏi ý kiến cơ quan khác"
    CONSULTED = "consulted", "Ghi ý kiến trả lời"
    CHECK_CLAIMS = "check-claims", "Đối chiếu với trang chủ"
    MINISTRY = "ministry", "Ghi trả lời của Bộ"
    COMPLAIN = "complain", "Ghi khiếu nại, khởi kiện"
    FLAG = "flag", "Gắn cờ chặn ban hành"
    LIFT_FLAG = "lift-flag", "Gỡ cờ"


_CELLS = dict[tuple[State, Verb], Move[State]]
_TALKED_ABOUT = (State.SUBMITTED, State.INTAKE, State.RECEIVED, *IN_WORK)
_FILERS = (Role.APPLICANT, Role.ONE_STOP_CLERK)
_OFFICE = (Role.ONE_STOP_CLERK, Role.SPECIALIST, Role.OFFICE_HEAD)


TABLE: _CELLS = {
    **cells(Verb.FILL, [State.DRAFT], _FILERS),
    **cells(Verb.SUBMIT, [State.DRAFT], _FILERS, State.SUBMITTED),
    **cells(Verb.RECEIVE, [State.SUBMITTED], [Role.ONE_STOP_CLERK], State.RECEIVED),
    **cells(Verb.ASK_INTAKE, [State.SUBMITTED], [Role.ONE_STOP_CLERK], State.INTAKE),
    **cells(
        Verb.REFUSE, [State.SUBMITTED, State.INTAKE], [Role.ONE_STOP_CLERK], State.NOT_ACCEPTED
    ),
    **cells(Verb.HAND_OVER, [State.RECEIVED], [Role.ONE_STOP_CLERK], State.ASSIGNED),
    **cells(Verb.REASSIGN, WITHDRAWABLE, [Role.OFFICE_HEAD]),
    **cells(Verb.TAKE_UP, [State.ASSIGNED], [Role.SPECIALIST], State.APPRAISING),
    **cells(Verb.MARK, [State.APPRAISING], [Role.SPECIALIST]),
    **cells(Verb.ASK, [State.APPRAISING], [Role.SPECIALIST], State.SUPPLEMENT),
    **cells(Verb.PROPOSE_ASKING, [State.APPRAISING], [Role.SPECIALIST]),
    **cells(Verb.ALLOW_ASKING, [State.APPRAISING], [Role.OFFICE_HEAD], State.SUPPLEMENT),
    **cells(Verb.DENY_ASKING, [State.APPRAISING], [Role.OFFICE_HEAD]),
    **cells(Verb.ANSWER, [State.SUPPLEMENT], _FILERS, State.APPRAISING),
    **cells(Verb.ANSWER, [State.INTAKE], _FILERS, State.SUBMITTED),
    **cells(Verb.DRAFT, [State.APPRAISING, State.DRAFTING], [Role.SPECIALIST], State.DRAFTING),
    **cells(Verb.APPRAISE_AGAIN, [State.DRAFTING], [Role.SPECIALIST], State.APPRAISING),
    **cells(Verb.PUT_UP, [State.DRAFTING], [Role.SPECIALIST], State.REVIEWING),
    **cells(Verb.REVIEW, [State.REVIEWING], [Role.OFFICE_HEAD], State.SIGNING),
    **cells(Verb.SEND_BACK, [State.REVIEWING], [Role.OFFICE_HEAD], State.DRAFTING),
    **cells(Verb.SEND_BACK, [State.SIGNING], [Role.DIRECTOR], State.DRAFTING),
    **cells(Verb.SEND_BACK, [State.SIGNED], [Role.DIRECTOR, Role.RECORDS_CLERK], State.DRAFTING),
    **cells(Verb.SIGN, [State.SIGNING], [Role.DIRECTOR], State.SIGNED),
    **cells(Verb.ISSUE, [State.SIGNED], [Role.RECORDS_CLERK], State.DECIDED),
    **cells(Verb.HAND_OUT, [State.DECIDED], [Role.ONE_STOP_CLERK], State.RETURNED),
    **cells(
        Verb.APOLOGISE,
        [State.ASSIGNED, State.APPRAISING, State.DRAFTING, State.REVIEWING, State.SIGNING],
        [Role.OFFICE_HEAD],
    ),
    **cells(
        Verb.TELL_MOVED,
        [State.ASSIGNED, State.APPRAISING, State.DRAFTING, State.REVIEWING, State.SIGNING],
        [Role.OFFICE_HEAD],
    ),
    **cells(Verb.STOP, [State.SUPPLEMENT], [Role.OFFICE_HEAD], State.STOPPED),
    **cells(Verb.WITHDRAW, [State.SUBMITTED, State.INTAKE], _FILERS, State.STOPPED),
    **cells(Verb.WITHDRAW, WITHDRAWABLE, _FILERS, State.WITHDRAWING),
    **cells(Verb.LET_GO, [State.WITHDRAWING], [Role.OFFICE_HEAD], State.STOPPED),
    **cells(Verb.KEEP, [State.WITHDRAWING], [Role.OFFICE_HEAD], *WITHDRAWABLE),
    **cells(Verb.WRITE, _TALKED_ABOUT, [*_FILERS, *_OFFICE]),
    **cells(
        Verb.NOTE,
        _TALKED_ABOUT,
        [*_OFFICE, Role.DIRECTOR, Role.RECORDS_CLERK],
    ),
    **cells(Verb.CONSULT, [State.APPRAISING, State.DRAFTING], [Role.SPECIALIST]),
    **cells(Verb.CONSULTED, IN_WORK, [Role.SPECIALIST, Role.RECORDS_CLERK]),
    **cells(Verb.MINISTRY, [State.DECIDED, State.RETURNED], [Role.SPECIALIST, Role.RECORDS_CLERK]),
    **cells(
        Verb.COMPLAIN,
        [State.RECEIVED, *IN_WORK, *ENDED],
        [Role.SPECIALIST, Role.OFFICE_HEAD],
    ),
    **cells(Verb.CHECK_CLAIMS, [State.APPRAISING, State.DRAFTING], [Role.SPECIALIST]),
    **cells(Verb.FLAG, IN_WORK, [Role.SPECIALIST, Role.OFFICE_HEAD, Role.DIRECTOR]),
    **cells(Verb.LIFT_FLAG, IN_WORK, [Role.OFFICE_HEAD, Role.DIRECTOR]),
}
"""The whole machine. What is not in it cannot be done; `actions` and screens read it alike."""


def may(state: str, verb: Verb, roles: Iterable[Role]) -> bool:
    """Tell whether somebody with these roles may do this in this state."""
    return role_table.may(TABLE.get((State(state), verb)), roles)


ROLES_OF: dict[Verb, frozenset[Role]] = {
    verb: frozenset().union(*(cell.roles for (_, one), cell in TABLE.items() if one == verb))
    for verb in Verb
}
"""Who may do a verb at all, in whatever state."""
