"""Loads the life of some sample licences: proceedings at several stages, duties, a complaint."""

import hashlib
from datetime import date, datetime, timedelta

from django.db import transaction

from cityweb.core.attachments import actions as files
from cityweb.core.models import Attachment, NumberPattern, OutboxItem, User
from licensing import actions
from licensing.demo.walking import PAGE
from licensing.handling import Ground, Ruling
from licensing.models import ClaimCheck, Dossier, Inquiry, Licence, Proceeding

_SERIES = {
    "licensing.proceeding": "VV-{year}-{number}",
    "licensing.remedy_request": "{number}/SKHCN-TTĐT",
    "licensing.inquiry": "{number}/SKHCN-TTĐT",
    "licensing.suspension": "{number}/QĐ-SKHCN",
    "licensing.revocation": "{number}/QĐ-SKHCN",
}
_BASIS = "Điểm d khoản 1 Điều 5 Nghị định 72/2013/NĐ-CP (mẫu để chạy thử)"
_SOURCE = "Văn bản mẫu để chạy thử"
_FACTS = (
    "Đăng tin không đúng với tin nguồn ngày 12/10; đã chụp lại trang và lập biên bản làm việc.",
    "Đăng 14 tin không ghi nguồn từ ngày 05/10 đến ngày 20/10; đã chụp lại từng trang.",
    "Sửa tiêu đề, cắt nội dung tin nguồn làm sai ý của tin; có bản so sánh kèm theo.",
)
_LACKING = "Không còn người chịu trách nhiệm quản lý nội dung; không có máy chủ tại Việt Nam."
_QUESTIONS = (
    "Vì sao tin ngày 12/10 khác với tin nguồn? Gửi bản lưu của tin, nhật ký biên tập và văn bản "
    "thỏa thuận với cơ quan báo chí nguồn.",
    "Giải trình việc không ghi nguồn; gửi quy trình biên tập đang áp dụng.",
)
_ANSWER = (
    "Phần mềm biên tập bị lỗi khi cập nhật nên mất dòng ghi nguồn. Chúng tôi đã sửa cả 14 tin và "
    "gửi kèm quy trình biên tập."
)


def load(*, now: datetime) -> int:
    """Load what is missing and return how many proceedings are new."""
    if Proceeding.objects.exists():
        return 0
    with transaction.atomic():
        people = {
            name: User.objects.get(email=f"{name}@demo.cityweb.example")
            for name in ("capphep", "truongphong", "giamdoc")
        }
        body = people["giamdoc"].organisation
        for kind, pattern in _SERIES.items():
            NumberPattern.objects.get_or_create(
                organisation=body, kind=kind,
                defaults={"pattern": pattern, "effective_from": date(2025, 3, 1)},
            )  # fmt: skip
        licences = list(Licence.objects.filter(state="valid").order_by("-issued_on")[:9])
        _never_remedied(licences[-1], people, now)
        _proceedings(licences, people, now)
        _duties(licences[3], people, now)
        _claims(licences[3], now)
        _beside(people, now)
        # Nobody reads mail to sample companies.
        for key in ("proceeding", "takedown", "consult"):
            OutboxItem.objects.filter(dedupe_key__startswith=f"licensing:{key}:").delete()
    return 4


def _proceedings(licences: list[Licence], people: dict[str, User], now: datetime) -> None:
    """Open three: its licensee is asked, it waits for the head, it waits for the director.

    The second was explained before it was drafted.
    """
    officer, head = people["capphep"], people["truongphong"]
    for place, far in enumerate((0, 1, 2)):
        at = now - timedelta(days=9 - 3 * place)
        case = actions.open_proceeding(
            licence=licences[place].pk, actor=officer, ground=Ground.SERIOUS, basis=_BASIS,
            facts=_FACTS[place], at=at,
        )  # fmt: skip
        if place < len(_QUESTIONS):
            asked = actions.inquire(
                pk=case.pk, actor=head, question=_QUESTIONS[place], days=10, at=at
            )
        if far == 1:
            actions.hear(pk=case.pk, actor=officer, answer=_ANSWER, at=at + timedelta(days=1))
            _attach(asked)
        if far:
            at += timedelta(days=2)
            actions.draft_ruling(
                pk=case.pk, actor=officer, ruling=Ruling.SUSPEND, reason=_FACTS[place],
                until=now.date() + timedelta(days=90), source=_SOURCE, at=at,
            )  # fmt: skip
            actions.put_up_ruling(pk=case.pk, actor=officer, at=at)
        if far == 2:
            actions.review_ruling(pk=case.pk, actor=head, at=at)


def _never_remedied(licence: Licence, people: dict[str, User], now: datetime) -> None:
    """Let a licensee have been asked in vain to put things right: a decision is to be drafted."""
    at = now - timedelta(days=50)
    case = actions.open_proceeding(
        licence=licence.pk, actor=people["capphep"], ground=Ground.CONDITIONS, basis=_BASIS,
        facts=_LACKING, at=at,
    )  # fmt: skip
    actions.ask_remedy(pk=case.pk, actor=people["truongphong"], days=20, at=at)


def _attach(asked: Inquiry) -> None:
    """Let a paper lie with the answer: the page that stands for every scan."""
    page = files.keep_own(PAGE, media_type="application/pdf")
    Attachment.objects.create(
        owner=asked, file=page, name="Quy trình biên tập.pdf", purpose="answer"
    )


def _duties(licence: Licence, people: dict[str, User], now: datetime) -> None:
    officer, today = people["capphep"], now.date()
    for number, agency in enumerate(licence.current.sources):
        actions.note_agreement(
            licence=licence.pk, actor=officer, agency=agency, at=now,
            valid_from=today - timedelta(days=200), valid_to=today + timedelta(days=40 + number),
        )  # fmt: skip
    actions.hand_in_report(
        licence=licence.pk, actor=officer, year=today.year - 1, items=5120, visits=84000, at=now
    )
    actions.ask_takedown(
        licence=licence.pk, actor=officer, address=f"https://{licence.current.domains[0]}/tin-101",
        reason="Bài đã bị cơ quan báo chí nguồn gỡ.", hours=24, source=_SOURCE,
        at=now - timedelta(hours=30),
    )  # fmt: skip
    actions.record_complaint(
        actor=officer, licence=licence.pk, kind="complaint", about="Yêu cầu gỡ nội dung",
        received_on=today - timedelta(days=4), content="Cho rằng bài vẫn còn ở trang nguồn.",
    )  # fmt: skip


def _claims(licence: Licence, now: datetime) -> None:
    """Let a home page have been seen that names another person than the licence."""
    said = licence.current
    page = (
        f"{said.site_name}\nCơ quan chủ quản: {said.holder_name}\nĐịa chỉ: {said.address}\n"
        f"Giấy phép số {licence.number}\nChịu trách nhiệm nội dung: Nguyễn Văn Mẫu"
    )
    made = ClaimCheck.objects.create(
        licence=licence, asked_at=now, url=f"https://{said.domains[0]}/"
    )
    digest = hashlib.sha256(page.encode()).hexdigest()
    actions.keep_look(made, words=page, reached=made.url, sha256=digest)


def _beside(people: dict[str, User], now: datetime) -> None:
    """Let two dossiers in work have a question to another office, a note, a flag."""
    officer, head = people["capphep"], people["truongphong"]
    rows = Dossier.objects.filter(state="appraising").order_by("pk")
    asked, flagged = rows.filter(specialist=officer)[:2]
    actions.consult(
        pk=asked.pk, actor=officer, office="Công an Thành phố", days=5, at=now,
        question="Đề nghị có ý kiến về nhân sự chịu trách nhiệm nội dung của trang.",
    )  # fmt: skip
    actions.write(
        pk=asked.pk, actor=officer, is_internal=True, at=now,
        body="Nhờ @truongphong xem giúp phạm vi nguồn tin trước khi dự thảo.",
    )  # fmt: skip
    actions.raise_flag(
        pk=flagged.pk, actor=head, at=now, reason="Tên miền đang bị phản ánh, chờ xác minh."
    )
