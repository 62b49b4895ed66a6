"""The lives of plans, inspections and violations: states, and one table of who may do what when."""

from django.db.models import TextChoices

from cityweb.core.models import Role
from cityweb.core.role_table import Move, cells


class SignalState(TextChoices):
    """Where a signal stands."""

    NEW = "new", "Mới"
    TRIAGE = "triage", "Đang xem xét"
    NO_ACTION = "no_action", "Không xử lý"
    GUIDANCE = "guidance", "Đã nhắc nhở, chờ khắc phục"
    HEEDED = "heeded", "Đã khắc phục"
    CASE_OPEN = "case_open", "Đã lập cuộc kiểm tra"


class PlanState(TextChoices):
    """Where a plan of inspections stands."""

    DRAFT = "draft", "Đang soạn"
    PUT_UP = "put_up", "Chờ duyệt"
    APPROVED = "approved", "Đã duyệt"
    CLOSED = "closed", "Đã tổng kết"


class Stage(TextChoices):
    """Where an inspection stands."""

    PREPARING = "preparing", "Đang chuẩn bị"
    PROPOSED = "proposed", "Chờ ký quyết định"
    DECIDED = "decided", "Đã có quyết định"
    CHECKING = "checking", "Đang kiểm tra"
    MINUTED = "minuted", "Đã lập biên bản"
    CONCLUDED = "concluded", "Đã kết luận"
    CLOSED = "closed", "Đã kết thúc"
    TRANSFERRED = "transferred", "Đã chuyển cơ quan khác"
    CANCELLED = "cancelled", "Đã hủy"


class Standing(TextChoices):
    """Where a violation stands."""

    WRITING = "writing", "Đang lập biên bản"
    RECORDED = "recorded", "Đã lập biên bản"
    DRAFTED = "drafted", "Có dự thảo xử phạt"
    REVIEWED = "reviewed", "Đã thẩm định, chờ ký"
    ISSUED = "issued", "Đã ra quyết định"
    SERVED = "served", "Đã giao, đang thi hành"
    OVERDUE = "overdue", "Quá hạn thi hành"
    COMPLIED = "complied", "Đã thi hành xong"
    ENFORCED = "enforced", "Đã cưỡng chế xong"
    CANCELLED = "cancelled", "Đã hủy"
    TRANSFERRED = "transferred", "Đã chuyển cơ quan khác"
    LAPSED = "lapsed", "Hết thời hiệu"


STANDINGS_ENDED = (
    *(Standing.COMPLIED, Standing.ENFORCED, Standing.CANCELLED),
    *(Standing.TRANSFERRED, Standing.LAPSED),
)
STAGES_ENDED = (Stage.CLOSED, Stage.TRANSFERRED, Stage.CANCELLED)


class SignalVerb(TextChoices):
    TRIAGE = "triage", "Nhận xem xét"
    GUIDE = "guide", "Gửi văn bản nhắc nhở"
    OPEN = "open", "Lập cuộc kiểm tra"
    HEED = "heed", "Ghi đã khắc phục"
    DISMISS = "dismiss", "Không xử lý"


class PlanVerb(TextChoices):
    CHOOSE = "choose", "Thêm website có lý do"
    COMMIT = "commit", "Chốt danh sách và dấu hạt giống"
    WITNESS = "witness", "Ghi lời người chứng kiến"
    DRAW = "draw", "Mở hạt giống, bốc ngẫu nhiên"
    DROP = "drop", "Bỏ website khỏi kế hoạch"
    PUT_UP = "put-up", "Trình duyệt kế hoạch"
    SEND_BACK = "send-back", "Trả lại để sửa"
    APPROVE = "approve", "Duyệt kế hoạch"
    OPEN = "open", "Lập cuộc kiểm tra"
    CLOSE = "close", "Tổng kết kế hoạch"


class CheckVerb(TextChoices):
    """What is done with an inspection, as the button says it."""

    STAFF = "staff", "Lập đoàn kiểm tra"
    INVITE = "invite", "Mời đơn vị phối hợp"
    SIGN_INVITATION = "sign-invitation", "Ký, gửi công văn mời phối hợp"
    ANSWER = "answer", "Ghi trả lời của đơn vị phối hợp"
    PUT_UP = "put-up", "Trình ký quyết định"
    SEND_BACK = "send-back", "Trả lại để sửa"
    DECIDE = "decide", "Ký, ban hành quyết định"
    NOTIFY = "notify", "Ghi việc thông báo đối tượng"
    BEGIN = "begin", "Công bố quyết định, bắt đầu kiểm tra"
    GATHER = "gather", "Đưa chứng cứ vào kho"
    MARK = "mark", "Ghi kết quả kiểm tra"
    SETTLE = "settle", "Chọn giữa hai kết quả"
    ATTEND = "attend", "Ghi người dự, ý kiến"
    MINUTE = "minute", "Chốt, ký biên bản"
    REOPEN = "reopen", "Kiểm tra tiếp"
    CONCLUDE = "conclude", "Ban hành thông báo kết quả"
    CLOSE = "close", "Kết thúc hồ sơ"
    TRANSFER = "transfer", "Chuyển cơ quan có thẩm quyền"
    CANCEL = "cancel", "Hủy cuộc kiểm tra"
    RESTRICT = "restrict", "Đổi chế độ hạn chế xem"
    CHARGE = "charge", "Lập hồ sơ vi phạm"
    ASK_REMOVAL = "ask-removal", "Yêu cầu gỡ quảng cáo"
    CONFIRM_REMOVAL = "confirm-removal", "Ghi quảng cáo đã gỡ"
    NOTE = "note", "Ghi nhật ký"


class CaseVerb(TextChoices):
    """What is done with a violation, as the button says it."""

    MINUTE = "minute", "Ký biên bản vi phạm"
    EXPLAIN = "explain", "Ghi giải trình"
    DRAFT = "draft", "Dự thảo xử phạt"
    REVIEW = "review", "Thẩm định pháp lý"
    SEND_BACK = "send-back", "Trả lại dự thảo"
    ISSUE = "issue", "Ký, ban hành quyết định xử phạt"
    RECEIVE = "receive", "Ghi quyết định do người có thẩm quyền ký"
    SERVE = "serve", "Ghi việc giao quyết định"
    PAY = "pay", "Ghi nộp phạt"
    PROVE = "prove", "Ghi đã khắc phục"
    COMPLY = "comply", "Xác nhận đã thi hành xong"
    OVERDUE = "overdue", "Ghi quá hạn thi hành"
    ENFORCE = "enforce", "Ghi đã cưỡng chế xong"
    TRANSFER = "transfer", "Chuyển người, cơ quan có thẩm quyền"
    CANCEL = "cancel", "Hủy"
    LAPSE = "lapse", "Ghi hết thời hiệu"


Table = dict[tuple[TextChoices, TextChoices], Move[TextChoices]]
_TEAM = (Role.INSPECTOR,)
_HEAD = (Role.OFFICE_HEAD,)
_DIRECTOR = (Role.DIRECTOR,)
_ALL = (*_TEAM, *_HEAD, *_DIRECTOR, Role.RECORDS_CLERK)
_P, _S = PlanState, Stage
_OPEN = (_S.PREPARING, _S.PROPOSED, _S.DECIDED, _S.CHECKING, _S.MINUTED, _S.CONCLUDED)

_T = SignalState
SIGNAL_TABLE: Table = {
    **cells(SignalVerb.TRIAGE, [_T.NEW], _TEAM, _T.TRIAGE),
    **cells(SignalVerb.GUIDE, [_T.TRIAGE], _HEAD, _T.GUIDANCE),
    **cells(SignalVerb.OPEN, [_T.TRIAGE, _T.GUIDANCE], _TEAM, _T.CASE_OPEN),
    **cells(SignalVerb.HEED, [_T.GUIDANCE], _TEAM, _T.HEEDED),
    **cells(SignalVerb.DISMISS, [_T.TRIAGE], [*_TEAM, *_HEAD], _T.NO_ACTION),
}

PLAN_TABLE: Table = {
    **cells(PlanVerb.CHOOSE, [_P.DRAFT], _TEAM),
    **cells(PlanVerb.COMMIT, [_P.DRAFT], _TEAM),
    **cells(PlanVerb.WITNESS, [_P.DRAFT], [*_TEAM, *_HEAD]),
    **cells(PlanVerb.DRAW, [_P.DRAFT], [*_TEAM, *_HEAD]),
    **cells(PlanVerb.DROP, [_P.DRAFT], _TEAM),
    **cells(PlanVerb.PUT_UP, [_P.DRAFT], _TEAM, _P.PUT_UP),
    **cells(PlanVerb.SEND_BACK, [_P.PUT_UP], [*_HEAD, *_DIRECTOR], _P.DRAFT),
    **cells(PlanVerb.APPROVE, [_P.PUT_UP], _DIRECTOR, _P.APPROVED),
    **cells(PlanVerb.OPEN, [_P.APPROVED], _TEAM),
    **cells(PlanVerb.CLOSE, [_P.APPROVED], _HEAD, _P.CLOSED),
}

CHECK_TABLE: Table = {
    **cells(CheckVerb.STAFF, [_S.PREPARING], _TEAM),
    **cells(CheckVerb.INVITE, [_S.PREPARING, _S.DECIDED], _TEAM),
    **cells(CheckVerb.SIGN_INVITATION, [_S.PREPARING, _S.PROPOSED, _S.DECIDED, _S.CHECKING], _HEAD),
    **cells(CheckVerb.ANSWER, _OPEN, _TEAM),
    **cells(CheckVerb.PUT_UP, [_S.PREPARING], _TEAM, _S.PROPOSED),
    **cells(CheckVerb.SEND_BACK, [_S.PROPOSED], [*_HEAD, *_DIRECTOR], _S.PREPARING),
    **cells(CheckVerb.DECIDE, [_S.PROPOSED], _DIRECTOR, _S.DECIDED),
    **cells(CheckVerb.NOTIFY, [_S.DECIDED], _TEAM),
    **cells(CheckVerb.BEGIN, [_S.DECIDED], _TEAM, _S.CHECKING),
    # After the minutes too: what was put right is proven by new evidence.
    **cells(
        CheckVerb.GATHER,
        [_S.PREPARING, _S.DECIDED, _S.CHECKING, _S.MINUTED, _S.CONCLUDED],
        _TEAM,
    ),
    **cells(CheckVerb.MARK, [_S.CHECKING], _TEAM),
    # What came from the field after the minutes can still be laid aside, with both results kept.
    **cells(CheckVerb.SETTLE, [_S.DECIDED, _S.CHECKING, _S.MINUTED, _S.CONCLUDED], _TEAM),
    **cells(CheckVerb.ATTEND, [_S.CHECKING], _TEAM),
    **cells(CheckVerb.MINUTE, [_S.CHECKING], _TEAM, _S.MINUTED),
    **cells(CheckVerb.REOPEN, [_S.MINUTED], _TEAM, _S.CHECKING),
    **cells(CheckVerb.CONCLUDE, [_S.MINUTED], _HEAD, _S.CONCLUDED),
    **cells(CheckVerb.CLOSE, [_S.CONCLUDED], [*_TEAM, *_HEAD], _S.CLOSED),
    **cells(CheckVerb.TRANSFER, [_S.DECIDED, _S.CHECKING, _S.MINUTED], _HEAD, _S.TRANSFERRED),
    **cells(CheckVerb.CANCEL, [_S.PREPARING, _S.PROPOSED, _S.DECIDED], _HEAD, _S.CANCELLED),
    **cells(CheckVerb.RESTRICT, _OPEN, _HEAD),
    **cells(CheckVerb.ASK_REMOVAL, [_S.CHECKING, _S.MINUTED, _S.CONCLUDED], _HEAD),
    **cells(CheckVerb.CONFIRM_REMOVAL, [_S.CHECKING, _S.MINUTED, _S.CONCLUDED], _TEAM),
    **cells(CheckVerb.CHARGE, [_S.MINUTED, _S.CONCLUDED], _TEAM),
    **cells(CheckVerb.NOTE, list(Stage), _ALL),
}

_V = Standing
CASE_TABLE: Table = {
    **cells(CaseVerb.MINUTE, [_V.WRITING], _TEAM, _V.RECORDED),
    **cells(CaseVerb.EXPLAIN, [_V.RECORDED, _V.DRAFTED], _TEAM),
    **cells(CaseVerb.DRAFT, [_V.RECORDED, _V.DRAFTED], _TEAM, _V.DRAFTED),
    **cells(CaseVerb.REVIEW, [_V.DRAFTED], [*_TEAM, *_HEAD], _V.REVIEWED),
    **cells(CaseVerb.SEND_BACK, [_V.DRAFTED, _V.REVIEWED], [*_HEAD, *_DIRECTOR], _V.DRAFTED),
    **cells(CaseVerb.ISSUE, [_V.REVIEWED], _DIRECTOR, _V.ISSUED),
    **cells(CaseVerb.RECEIVE, [_V.REVIEWED], _TEAM, _V.ISSUED),
    **cells(CaseVerb.SERVE, [_V.ISSUED], [*_TEAM, Role.RECORDS_CLERK], _V.SERVED),
    **cells(CaseVerb.PAY, [_V.SERVED, _V.OVERDUE], _TEAM),
    **cells(CaseVerb.PROVE, [_V.SERVED, _V.OVERDUE], _TEAM),
    **cells(CaseVerb.COMPLY, [_V.SERVED, _V.OVERDUE], _TEAM, _V.COMPLIED),
    **cells(CaseVerb.OVERDUE, [_V.SERVED], _TEAM, _V.OVERDUE),
    **cells(CaseVerb.ENFORCE, [_V.OVERDUE], _HEAD, _V.ENFORCED),
    **cells(CaseVerb.TRANSFER, [_V.RECORDED, _V.DRAFTED, _V.REVIEWED], _HEAD, _V.TRANSFERRED),
    **cells(CaseVerb.CANCEL, [_V.WRITING], _HEAD, _V.CANCELLED),
    **cells(CaseVerb.CANCEL, [_V.ISSUED, _V.SERVED, _V.OVERDUE], _DIRECTOR, _V.CANCELLED),
    **cells(CaseVerb.LAPSE, [_V.WRITING, _V.RECORDED, _V.DRAFTED, _V.REVIEWED], _HEAD, _V.LAPSED),
}
"""What is not in the tables cannot be done; `actions` and screens read them alike."""
