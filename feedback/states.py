"""The states of a submission, of a forwarding and of a reply, and the moves each allows."""

from django.db.models import TextChoices

from cityweb.core.lifecycle import Lifecycle


class State(TextChoices):
    """Where a submission stands. What is late is told by its clocks, never by its state."""

    SUBMITTED = "submitted", "Mới gửi"
    NEEDS_INFO = "needs_info", "Chờ người gửi bổ sung"
    ACCEPTED = "accepted", "Đã tiếp nhận"
    CLASSIFIED = "classified", "Đã phân loại"
    FORWARDED = "forwarded", "Đã chuyển cơ quan"
    ANSWERING = "answering", "Phòng đang soạn trả lời"
    ANSWERED = "answered", "Cơ quan đã trả lời"
    REPLY_REVIEW = "reply_review", "Chờ duyệt trả lời"
    REPLIED = "replied", "Đã trả lời"
    REOPENED = "reopened", "Người gửi đề nghị xem lại"
    REJECTED = "rejected", "Không tiếp nhận"
    REDIRECTED = "redirected", "Đã hướng dẫn nơi khác"
    MERGED = "merged", "Gộp vào ý kiến trùng"


ENDED = (State.REPLIED, State.REJECTED, State.REDIRECTED, State.MERGED)
OPEN = tuple(state for state in State if state not in ENDED)
# What a clerk may still turn down, send elsewhere or join to another.
UNDECIDED = (State.SUBMITTED, State.ACCEPTED, State.CLASSIFIED, State.REOPENED)

_SORTED_OUT = {State.REJECTED, State.REDIRECTED, State.MERGED}

LIFE = Lifecycle(
    {
        State.SUBMITTED: {State.NEEDS_INFO, State.ACCEPTED, *_SORTED_OUT},
        State.NEEDS_INFO: {State.SUBMITTED, State.ACCEPTED, State.CLASSIFIED, *_SORTED_OUT},
        State.ACCEPTED: {State.NEEDS_INFO, State.CLASSIFIED, *_SORTED_OUT},
        State.CLASSIFIED: {
            *(State.NEEDS_INFO, State.CLASSIFIED, State.FORWARDED, State.ANSWERING),
            *_SORTED_OUT,
        },
        State.FORWARDED: {State.CLASSIFIED, State.ANSWERED, State.ANSWERING},
        State.ANSWERING: {State.CLASSIFIED, State.FORWARDED, State.REPLY_REVIEW},
        State.ANSWERED: {State.CLASSIFIED, State.FORWARDED, State.ANSWERING, State.REPLY_REVIEW},
        State.REPLY_REVIEW: {State.ANSWERING, State.ANSWERED, State.REPLIED},
        State.REPLIED: {State.REOPENED},
        State.REOPENED: {State.CLASSIFIED, *_SORTED_OUT},
        # Only together with the one it was joined to, when that ends without an answer.
        State.MERGED: {State.REJECTED, State.REDIRECTED},
    }
)


class HopState(TextChoices):
    """Where one forwarding stands at the body it was sent to."""

    SENT = "sent", "Đã chuyển, chưa xác nhận"
    ACKNOWLEDGED = "acknowledged", "Cơ quan đã nhận"
    PASSED_ON = "passed_on", "Đã giao đơn vị trực thuộc"
    ANSWERED = "answered", "Đã trả lời"
    RETURNED = "returned", "Trả lại, không thuộc thẩm quyền"
    RECALLED = "recalled", "Đã thu hồi"


OPEN_HOPS = (HopState.SENT, HopState.ACKNOWLEDGED, HopState.PASSED_ON)

HOP_LIFE = Lifecycle(
    {
        HopState.SENT: {
            *(HopState.ACKNOWLEDGED, HopState.PASSED_ON, HopState.ANSWERED),
            *(HopState.RETURNED, HopState.RECALLED),
        },
        HopState.ACKNOWLEDGED: {
            *(HopState.PASSED_ON, HopState.ANSWERED, HopState.RETURNED, HopState.RECALLED),
        },
        # The sub-unit's answer comes back through the body that passed it on.
        HopState.PASSED_ON: {HopState.ACKNOWLEDGED, HopState.ANSWERED, HopState.RECALLED},
    }
)


class ReplyState(TextChoices):
    """Where a reply to the citizen stands."""

    DRAFT = "draft", "Đang soạn"
    IN_REVIEW = "in_review", "Chờ duyệt"
    APPROVED = "approved", "Đã duyệt, chưa gửi"
    SENT = "sent", "Đã gửi"
    DROPPED = "dropped", "Đã bỏ"


REPLY_LIFE = Lifecycle(
    {
        ReplyState.DRAFT: {ReplyState.IN_REVIEW, ReplyState.DROPPED},
        ReplyState.IN_REVIEW: {ReplyState.DRAFT, ReplyState.APPROVED},
        ReplyState.APPROVED: {ReplyState.DRAFT, ReplyState.SENT},
    }
)


class PublicationState(TextChoices):
    """Whether the public reads a question and its answer. Apart from the reply, on purpose."""

    PREPARING = "preparing", "Đang chuẩn bị công khai"
    PUBLISHED = "published", "Đang công khai"
    DECLINED = "declined", "Quyết định không công khai"
    WITHDRAWN = "withdrawn", "Đã gỡ"


PUBLICATION_LIFE = Lifecycle(
    {
        PublicationState.PREPARING: {PublicationState.PUBLISHED, PublicationState.DECLINED},
        PublicationState.PUBLISHED: {PublicationState.WITHDRAWN},
        PublicationState.DECLINED: {PublicationState.PREPARING},
        PublicationState.WITHDRAWN: {PublicationState.PREPARING},
    }
)


class Kind(TextChoices):
    """What a submission is in the eyes of the law; the clerk decides."""

    REPORT = "report", "Phản ánh"
    PETITION = "petition", "Kiến nghị"
    QUESTION = "question", "Câu hỏi"
    PRAISE = "praise", "Khen ngợi, cảm ơn"
    COMPLAINT = "complaint", "Khiếu nại"
    DENUNCIATION = "denunciation", "Tố cáo"
    DOSSIER = "dossier", "Hồ sơ thủ tục hành chính"


# Other laws rule these; they are told where to go and never handled as feedback.
ELSEWHERE = (Kind.COMPLAINT, Kind.DENUNCIATION, Kind.DOSSIER)


class Outcome(TextChoices):
    """How a submission truly ended. Nothing closes without one."""

    ANSWERED = "answered", "Đã trả lời đầy đủ"
    PARTLY = "partly", "Trả lời một phần"
    NO_COMPETENCE = "no_competence", "Không thuộc thẩm quyền"
    REFUSED = "refused", "Không tiếp nhận, có lý do"
    NO_REPLY = "no_reply", "Cơ quan không trả lời"
    MERGED = "merged", "Trả lời chung với ý kiến trùng"
    TRANSFERRED = "transferred", "Đã chuyển cơ quan có thẩm quyền bằng văn bản"


# What a reply may end in; the others end without one.
REPLY_OUTCOMES = (Outcome.ANSWERED, Outcome.PARTLY, Outcome.NO_COMPETENCE, Outcome.NO_REPLY)


class Channel(TextChoices):
    """How a submission reached the office."""

    WEB = "web", "Trang web"
    MAIL = "mail", "Thư điện tử"
    PHONE = "phone", "Điện thoại"
    PAPER = "paper", "Văn bản, trực tiếp"
    PARTNER = "partner", "Hệ thống đối tác"


# What reaches the office by an officer's own pen.
SPOKEN = (Channel.PHONE, Channel.PAPER)


class ClockName(TextChoices):
    """The clocks of a whole submission, of a forwarding, and of what waits for one person."""

    ACKNOWLEDGE = "acknowledge", "tiếp nhận"
    FORWARD = "forward", "chuyển cơ quan"
    REPLY = "reply", "trả lời"
    HOP = "hop", "cơ quan trả lời"
    # Of a copy that waits to be let through, and of a question that its sender has not answered.
    SHARE = "share", "gửi người có ý kiến gộp"
    ASKED = "asked", "người gửi bổ sung"
    DATA_REQUEST = "data_request", "trả lời yêu cầu về dữ liệu cá nhân"
