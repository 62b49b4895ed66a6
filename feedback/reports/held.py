"""What the office holds about a sender: one structure, drawn as a page and written as JSON.

Labels are the words that people read; a value is a text, or in a list a row of its own.
"""

from collections.abc import Callable
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from cityweb.core.models import Attachment
from feedback.models import DataSubjectRequest, Publication, Submission
from feedback.reports import followed
from feedback.reports.followed import Followed
from feedback.states import PublicationState

Facts = dict[str, str]
Held = dict[str, Facts | list[Facts]]
# Makes an address whole.
Whole = Callable[[str], str]


def held(submission: Submission, *, now: datetime, whole: Whole) -> Held:
    """Return everything the sender has a right to know that we hold, section by section."""
    shown = followed.follow(submission, now=now)
    sections: Held = {
        "Người gửi": _sender(submission),
        "Ý kiến": _letter(submission, shown),
        "Dòng thời gian": [
            _filled({"Lúc": _moment(one.at), "Việc": one.title, "Lời": one.text})
            for one in shown.events
        ],
        "Cơ quan đã nhận ý kiến": [_hop(hop) for hop in _hops(submission)],
        "Trả lời": [
            {"Gửi lúc": _moment(one.reply.sent_at), "Nội dung": one.body} for one in shown.answers
        ],
        "Tệp": [_file(one, whole) for one in followed.files_in(shown)],
        "Đánh giá": _rating(shown),
        "Công khai": _publication(submission, whole),
        "Yêu cầu về dữ liệu cá nhân": [_request(one) for one in shown.requests],
    }
    return {name: section for name, section in sections.items() if section}


def _moment(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%H:%M %d/%m/%Y}" if at else ""


def _filled(facts: Facts) -> Facts:
    return {label: value for label, value in facts.items() if value}


def _sender(submission: Submission) -> Facts:
    return _filled(
        {
            "Gửi với tư cách": submission.get_sender_kind_display(),
            "Họ tên hoặc tên tổ chức": submission.sender_name,
            "Địa chỉ": submission.sender_address,
            "Điện thoại": submission.sender_phone,
            "Thư điện tử": submission.sender_email,
            "Thông báo về dữ liệu đã đọc": str(submission.notice or ""),
            "Đồng ý công khai kèm họ tên": "Có" if submission.may_publish_name else "Không",
            "Đồng ý lúc": _moment(submission.consented_at),
            "Rút đồng ý lúc": _moment(submission.consent_withdrawn_at),
        }
    )


def _letter(submission: Submission, shown: Followed) -> Facts:
    return _filled(
        {
            "Mã tra cứu": submission.code,
            "Hộp thư": submission.mailbox.name,
            "Kênh": submission.get_channel_display(),
            "Nhận lúc": _moment(submission.received_at),
            "Lĩnh vực": str(submission.category or ""),
            "Phường, xã, đặc khu": str(submission.unit or ""),
            "Địa điểm": submission.place,
            "Tiêu đề": submission.subject,
            "Nội dung": submission.body,
            "Tình trạng": shown.sentence,
            "Kết quả": submission.get_outcome_display(),
            "Kết thúc lúc": _moment(submission.closed_at),
        }
    )


def _hops(submission: Submission) -> list:
    return list(submission.hops.select_related("organisation").order_by("sent_at", "pk"))


def _hop(hop: object) -> Facts:
    return {
        "Cơ quan": str(hop.organisation),
        "Chuyển lúc": _moment(hop.sent_at),
        "Cho biết người gửi": "Có" if hop.shares_sender else "Không",
    }


def _file(one: Attachment, whole: Whole) -> Facts:
    return {
        "Tên": one.name,
        "Số byte": str(one.file.size),
        "SHA-256": one.file.sha256,
        "Mở bằng hai mã tại": whole(reverse("feedback:own_file", args=[one.key])),
    }


def _rating(shown: Followed) -> Facts:
    if shown.rating is None:
        return {}
    given = f"{shown.rating.stars}/5"
    return _filled({"Mức": given, "Góp ý": shown.rating.comment, "Lúc": _moment(shown.rating.at)})


def _publication(submission: Submission, whole: Whole) -> Facts:
    live = Publication.objects.filter(submission=submission, state=PublicationState.PUBLISHED)
    found = live.first()
    return {"Bản công khai tại": whole(found.path)} if found else {}


def _request(asked: DataSubjectRequest) -> Facts:
    return _filled(
        {
            "Yêu cầu": asked.get_kind_display(),
            "Gửi lúc": _moment(asked.received_at),
            "Nói rõ thêm": asked.text,
            "Tình trạng": asked.get_state_display(),
            "Quyết định lúc": _moment(asked.decided_at),
            "Trả lời": asked.answer,
        }
    )
