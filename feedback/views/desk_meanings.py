"""What pressing a button means, where that depends on the case."""

from collections.abc import Callable

from feedback.reports import returned
from feedback.states import State
from feedback.views.desk_case_facts import Case

NOTHING_MENDED = "Chưa sửa gì so với bản bị trả lại."
MASKED = "bản đã che dữ liệu cá nhân, không kèm tệp"


def told(with_mail: str, without: str) -> Callable[[Case], str]:
    """Say `with_mail` only where a mail to the sender went out, for they gave an address."""
    return lambda case: (
        with_mail
        if case.submission.has_answerable_contact
        else f"{without} Người gửi không để lại địa chỉ thư nên không có thư báo; họ đọc ở trang "
        "tra cứu."
    )


def of_sending(case: Case) -> str:
    """Say who gets the reply, and in which form."""
    followers = len(case.duplicates)
    if not followers:
        return "Người gửi nhận được trả lời ngay, nguyên văn."
    return (
        "Người gửi nhận được trả lời ngay, nguyên văn. "
        f"{followers} người có ý kiến gộp vào đây chưa nhận gì: gửi xong, hãy xem rồi cho gửi "
        f"{MASKED}."
    )


def of_approving(case: Case) -> str:
    """Say what approving is, and whether what was to be mended was left as it was."""
    usual = "Bạn chịu trách nhiệm về nội dung này. Chưa gửi: gửi là bước tiếp theo."
    is_as_it_was = case.reply is not None and returned.is_as_it_was(case.reply)
    return f"{NOTHING_MENDED} {usual}" if is_as_it_was else usual


def of_ending(usual: str) -> Callable[[Case], str]:
    """Say whose letters end along, where others are joined to the one that ends."""
    return lambda case: (
        f"{usual} {len(case.duplicates)} ý kiến gộp vào đây cũng kết thúc như vậy; người gửi được "
        "báo cùng lời này, trừ người đã nhận trả lời."
        if case.duplicates
        else usual
    ).strip()


def of_restricting(case: Case) -> str:
    """Say what becomes of one that lies at a body just now."""
    if case.submission.state != State.FORWARDED:
        return ""
    return "Ý kiến được lấy lại từ cơ quan ngay; liên kết của cơ quan hết hiệu lực."


def of_lifting(case: Case) -> str:
    """Say what stays isolated, where others were joined to the one that is given back."""
    if not case.duplicates:
        return ""
    return (
        f"{len(case.duplicates)} ý kiến gộp vào đây được trả về cùng, trừ ý kiến mà lời người gửi "
        "có dấu hiệu tố cáo: ý kiến đó vẫn hạn chế người đọc, và được quyết định riêng."
    )


def of_shared(case: Case) -> str:
    """Say whom the copy reached: by mail those who gave an address."""
    mailed = case.submission.duplicates.exclude(email_index="").count()
    return (
        f"{len(case.duplicates)} người có ý kiến gộp nay đọc được bản này ở trang tra cứu; "
        f"{mailed} người có thư báo."
    )


def of_merging(case: Case) -> str:
    """Say what those get who are joined to another: this sender, and who was joined before."""
    followers = len(case.duplicates)
    along = f" và {followers} người đã gộp vào ý kiến này" if followers else ""
    return (
        f"Ý kiến gốc có trả lời thì người gửi ý kiến này{along} nhận {MASKED}, "
        "sau khi chuyên viên đã xem bản đó."
    )
