"""The steps an officer may take on a submission: button, form, action, and when each is offered."""

from feedback import actions
from feedback.forms import desk_case as forms
from feedback.states import Kind, ReplyState, State
from feedback.views import desk_meanings as meanings
from feedback.views import desk_offers as offers
from feedback.views import desk_steps as steps
from feedback.views.desk_case_facts import Case
from feedback.views.desk_verb import Verb

VERBS = (
    Verb(
        "not-spam",
        "Không phải thư rác",
        meanings.told("Đã đưa vào hàng chờ và gửi thư báo nhận.", "Đã đưa vào hàng chờ."),
        lambda case, said: actions.settle_spam(**steps.who(case), is_spam=False),
        offers.is_suspected,
        meaning=meanings.told(
            "Ý kiến vào hàng chờ như mọi ý kiến khác; người gửi nhận thư báo nhận.",
            "Ý kiến vào hàng chờ như mọi ý kiến khác.",
        ),
    ),
    Verb(
        "spam",
        "Là thư rác",
        "Đã loại; không ai được báo.",
        lambda case, said: actions.settle_spam(**steps.who(case), is_spam=True),
        offers.is_suspected,
        meaning="Kết thúc lặng lẽ, không gửi thư cho người gửi.",
        is_grave=True,
    ),
    Verb(
        "accept",
        "Tiếp nhận",
        meanings.told("Đã tiếp nhận và báo người gửi.", "Đã tiếp nhận."),
        lambda case, said: actions.accept(**steps.who(case)),
        offers.in_state(State.SUBMITTED, State.NEEDS_INFO),
        meaning=meanings.told(
            "Báo người gửi là Phòng đã nhận; bạn thành người phụ trách.",
            "Bạn thành người phụ trách.",
        ),
    ),
    Verb(
        "classify",
        "Phân loại",
        "Đã phân loại.",
        steps.classify,
        offers.in_state(
            *(State.SUBMITTED, State.ACCEPTED, State.CLASSIFIED, State.NEEDS_INFO),
            *(State.REOPENED, State.ANSWERED, State.ANSWERING),
        ),
        forms.Classify,
    ),
    Verb(
        "forward",
        "Chuyển cơ quan",
        "Đã chuyển; đầu mối của cơ quan nhận thư có liên kết.",
        steps.forward,
        lambda case: (
            not case.submission.is_restricted
            and offers.in_state(State.CLASSIFIED, State.ANSWERING, State.ANSWERED)(case)
        ),
        forms.Forward,
    ),
    Verb(
        "answer-here",
        "Phòng trực tiếp trả lời",
        "Phòng soạn trả lời.",
        lambda case, said: actions.answer_here(**steps.who(case)),
        offers.in_state(State.CLASSIFIED, State.ANSWERED),
        meaning="Không chuyển cơ quan nào; Phòng tự soạn trả lời.",
    ),
    Verb(
        "draft",
        "Soạn trả lời",
        "Đã mở bản nháp.",
        steps.draft,
        offers.may_draft,
        meaning="Bắt đầu từ trả lời của cơ quan, nếu có.",
    ),
    Verb(
        "save",
        "Lưu nháp",
        "Đã lưu nháp.",
        steps.save,
        offers.reply_is(ReplyState.DRAFT),
        forms.SaveReply,
        is_in_panel=True,
    ),
    Verb(
        "submit",
        "Lưu và trình duyệt",
        "Đã trình duyệt.",
        steps.save_and_submit,
        offers.reply_is(ReplyState.DRAFT),
        forms.SaveReply,
        is_in_panel=True,
    ),
    Verb(
        "approve",
        "Duyệt",
        "Đã duyệt. Bước tiếp theo: gửi cho người dân.",
        lambda case, said: actions.approve_reply(
            **steps.reply(case), has_seen_others=said.get("has_seen", False)
        ),
        lambda case: offers.may_decide(case, ReplyState.IN_REVIEW),
        forms.Approve,
        meaning=meanings.of_approving,
    ),
    Verb(
        "send",
        "Gửi trả lời",
        "Đã gửi trả lời.",
        lambda case, said: actions.send_reply(**steps.reply(case)),
        offers.reply_is(ReplyState.APPROVED),
        meaning=meanings.of_sending,
    ),
    Verb(
        "share",
        "Gửi bản này cho người có ý kiến gộp",
        meanings.of_shared,
        lambda case, said: actions.share_answer(**steps.who(case), **said),
        offers.may_share,
        forms.ShareAnswer,
        is_in_panel=True,
    ),
    Verb(
        "return",
        "Trả lại để sửa",
        "Đã trả lại người soạn.",
        lambda case, said: actions.return_reply(**steps.reply(case), reason=said["reason"]),
        lambda case: offers.may_decide(case, ReplyState.IN_REVIEW, ReplyState.APPROVED),
        forms.ReturnReply,
    ),
    Verb(
        "drop",
        "Bỏ bản nháp",
        "Đã bỏ bản nháp.",
        lambda case, said: actions.drop_reply(**steps.reply(case)),
        offers.reply_is(ReplyState.DRAFT),
        meaning="Bản nháp trả lời đang soạn bị bỏ.",
        is_grave=True,
    ),
    Verb(
        "drop-citation",
        "Bỏ trích dẫn",
        "Đã bỏ trích dẫn.",
        lambda case, said: actions.drop_citation(pk=said["citation"].pk, actor=case.user),
        offers.reply_is(ReplyState.DRAFT),
        forms.DropCitation,
        is_in_panel=True,
    ),
    Verb(
        "new-files",
        "Tệp mới, cơ quan chưa thấy",
        "Đã ghi quyết định về tệp mới.",
        lambda case, said: actions.decide_on_new_files(**steps.who(case), shown=said["shown"]),
        offers.has_new_files,
        forms.NewFiles,
        meaning="Người gửi thêm tệp sau khi chuyển. Tệp được chọn thì cơ quan và đơn vị trực "
        "thuộc đang giữ việc thấy ngay; tệp khác Phòng giữ lại.",
        button="Ghi quyết định",
    ),
    Verb(
        "files",
        "Tệp cơ quan xem được",
        "Đã ghi quyết định về tệp của người gửi.",
        lambda case, said: actions.decide_on_files(**steps.who(case), shown=said["shown"]),
        offers.may_choose_files,
        forms.Files,
        button="Ghi quyết định",
    ),
    Verb(
        "renew-link",
        "Gửi lại liên kết cho cơ quan",
        "Đã gửi liên kết mới; liên kết cũ hết hiệu lực.",
        lambda case, said: actions.extend_link(pk=said["hop"].pk, actor=case.user),
        lambda case: case.may_handle and bool(case.open_hops),
        forms.OfHop,
    ),
    Verb(
        "recall",
        "Thu hồi từ cơ quan",
        "Đã thu hồi.",
        lambda case, said: actions.recall_hop(
            pk=said["hop"].pk, actor=case.user, reason=said["reason"]
        ),
        offers.in_state(State.FORWARDED),
        forms.Recall,
    ),
    Verb(
        "ask",
        "Đề nghị người gửi bổ sung",
        meanings.told(
            "Đã hỏi người gửi; thời hạn tạm dừng.", "Đã ghi việc hỏi; thời hạn tạm dừng."
        ),
        lambda case, said: actions.ask_sender(**steps.who(case), **said),
        offers.may_ask,
        forms.AskSender,
    ),
    Verb(
        "write-down",
        "Ghi lời người gửi",
        "Đã ghi lời người gửi.",
        lambda case, said: actions.write_down(**steps.who(case), **said),
        offers.is_open,
        forms.WriteDown,
    ),
    Verb(
        "promise",
        "Hẹn lại ngày trả lời",
        meanings.told("Đã báo người gửi ngày hẹn mới.", "Đã ghi ngày hẹn mới."),
        lambda case, said: actions.promise_day(
            **steps.who(case), day=said["day"], reason=said["reason"]
        ),
        offers.is_open,
        forms.Promise,
    ),
    Verb(
        "assign",
        "Giao phụ trách",
        "Đã giao.",
        lambda case, said: actions.assign(**steps.who(case), officer=said["officer"]),
        offers.is_open,
        forms.Assign,
    ),
    Verb(
        "urgent",
        "Đánh dấu khẩn",
        "Đã đánh dấu khẩn.",
        lambda case, said: actions.set_urgent(**steps.who(case), is_urgent=True),
        lambda case: offers.is_open(case) and not case.submission.is_urgent,
        meaning="Ý kiến mang dấu khẩn trong mọi danh sách.",
    ),
    Verb(
        "not-urgent",
        "Bỏ dấu khẩn",
        "Đã bỏ dấu khẩn.",
        lambda case, said: actions.set_urgent(**steps.who(case), is_urgent=False),
        lambda case: offers.is_open(case) and case.submission.is_urgent,
        meaning="Ý kiến trở lại mức thường.",
    ),
    Verb(
        "merge",
        "Gộp vào ý kiến trùng",
        "Đã gộp. Ý kiến gốc đã hoặc sẽ có trả lời: người gửi này nhận bản che dữ liệu cá nhân.",
        lambda case, said: actions.merge(**steps.who(case), into=said["into"].pk),
        offers.undecided,
        forms.Merge,
        meaning=meanings.of_merging,
    ),
    Verb(
        "reject",
        "Không tiếp nhận",
        meanings.told("Đã báo người gửi lý do.", "Đã ghi lý do không tiếp nhận."),
        lambda case, said: actions.reject(**steps.who(case), reason=said["reason"]),
        offers.undecided,
        forms.Reject,
        meaning=meanings.of_ending(""),
        is_grave=True,
    ),
    Verb(
        "redirect",
        "Hướng dẫn nơi khác",
        meanings.told("Đã hướng dẫn người gửi.", "Đã ghi lời hướng dẫn."),
        steps.redirect,
        offers.undecided,
        forms.Redirect,
        meaning=meanings.of_ending(
            "Ý kiến kết thúc ở đây; người gửi nhận lời hướng dẫn. Tố cáo bị cô lập ngay: chỉ người "
            "được giao tiếp nhận đơn tố cáo còn thấy."
        ),
        is_grave=True,
    ),
    Verb(
        "transfer",
        "Chuyển bằng văn bản",
        meanings.told("Đã ghi nhận việc chuyển và báo người gửi.", "Đã ghi nhận việc chuyển."),
        steps.transfer,
        offers.may_transfer,
        forms.Transfer,
        is_grave=True,
    ),
    Verb(
        "lift-restriction",
        "Bỏ hạn chế người đọc",
        "Đã trả về hàng chờ chung.",
        lambda case, said: actions.lift_restriction(
            **steps.who(case), kind=Kind(said["kind"]), reason=said["reason"]
        ),
        offers.may_lift,
        forms.LiftRestriction,
        meaning=meanings.of_lifting,
        is_grave=True,
    ),
    Verb(
        "restrict",
        "Hạn chế người đọc",
        "Đã hạn chế người đọc.",
        lambda case, said: actions.restrict(**steps.who(case), reason=said["reason"]),
        lambda case: case.may_handle and not case.submission.is_restricted,
        forms.Restrict,
        meaning=meanings.of_restricting,
        is_grave=True,
    ),
    Verb(
        "hold",
        "Giữ hồ sơ, không xóa",
        "Đã giữ hồ sơ: không chính sách hay yêu cầu nào xóa được.",
        lambda case, said: actions.hold(**steps.who(case), reason=said["reason"]),
        lambda case: offers.may_hold(case) and case.hold is None,
        forms.Hold,
        is_grave=True,
    ),
    Verb(
        "lift-hold",
        "Thôi giữ hồ sơ",
        "Đã thôi giữ hồ sơ.",
        lambda case, said: actions.lift_hold(**steps.who(case), reason=said["reason"]),
        lambda case: offers.may_hold(case) and case.hold is not None,
        forms.LiftHold,
        is_grave=True,
    ),
    Verb(
        "note",
        "Ghi chú",
        "Đã ghi chú.",
        lambda case, said: actions.note(**steps.who(case), body=said["body"]),
        lambda case: True,
        forms.Remark,
        is_in_panel=True,
    ),
)

# The next step of each state; the first one offered is the button one sees first.
NEXT_IN = {
    State.SUBMITTED: ("not-spam", "accept"),
    State.ACCEPTED: ("classify",),
    State.REOPENED: ("classify",),
    State.CLASSIFIED: ("forward", "transfer", "answer-here"),
    State.FORWARDED: ("new-files",),
    State.ANSWERED: ("draft",),
    State.ANSWERING: ("draft",),
    State.REPLY_REVIEW: ("send", "approve"),
}


# The step one takes instead, as near at hand as the usual one.
INSTEAD = {"approve": "return", "not-spam": "spam", "forward": "answer-here", "accept": "classify"}


def offered(case: Case) -> list[Verb]:
    """Return every step that this person may take now."""
    return [verb for verb in VERBS if verb.offered(case)]


def named(key: str, case: Case) -> Verb | None:
    """Return the step with this word if it is offered now."""
    return next((verb for verb in VERBS if verb.key == key and verb.offered(case)), None)


def known(key: str) -> Verb | None:
    """Return the step with this word, offered or not."""
    return next((verb for verb in VERBS if verb.key == key), None)


def next_step(case: Case) -> Verb | None:
    """Return the step that brings the case forward, if it is this person's to take."""
    keys = NEXT_IN.get(case.submission.state, ())
    return next((verb for key in keys if (verb := named(key, case))), None)


def instead(verb: Verb, case: Case) -> Verb | None:
    """Return the step that is taken where `verb` is not the right one."""
    return named(INSTEAD.get(verb.key, ""), case)
