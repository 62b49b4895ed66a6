"""What a licensee is asked to explain or to prove in a proceeding, and its answer."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from cityweb.core import attachments, clocks
from cityweb.core.errors import Refused
from cityweb.core.models import User
from cityweb.core.models.law import Unit
from licensing import ruling_paper
from licensing.actions import keeping
from licensing.actions.case_moves import lock, move, note, send_letter
from licensing.actions.moving import explained, moment, need, stop_clocks
from licensing.handling import ENDED, Deed
from licensing.models import ClockName, Inquiry

MOST_FILES = 10
KINDS = attachments.DOCUMENTS | attachments.PICTURES


@transaction.atomic
def inquire(
    *, pk: int, actor: User, question: str, days: int, at: datetime | None = None
) -> Inquiry:
    """Ask the licensee in a signed letter to explain and to hand in what it has, in working days.

    Raises `Refused("still-asked")` while an earlier question waits for its answer.
    """
    at = moment(at)
    case = lock(pk, Deed.INQUIRE, actor)
    if case.inquiries.filter(answered_at=None).exists():
        raise Refused("still-asked", "Tổ chức chưa trả lời lần yêu cầu giải trình trước.")
    asked = Inquiry.objects.create(
        proceeding=case, asked_at=at, asked_by=actor,
        question=explained(question, "Hãy ghi nội dung cần giải trình, tài liệu cần bổ sung."),
    )  # fmt: skip
    clock = clocks.start(
        asked, name=ClockName.INQUIRY, amount=days, unit=Unit.WORKING_DAY, received_at=at,
        actor=actor,
    )  # fmt: skip
    write = partial(ruling_paper.inquiry, case, asked.question, clock.due_on)
    asked.paper = send_letter(case, Deed.INQUIRE, "licensing.inquiry", write, actor=actor, at=at)
    asked.save(update_fields=["paper"])
    move(case, Deed.INQUIRE, actor=actor, at=at, reason=asked.question)
    words = (
        f"Công văn số {asked.paper.number_text} đề nghị giải trình, bổ sung tài liệu trước hết "
        f"ngày {clock.due_on:%d/%m/%Y}: {asked.question} Trả lời ở trang giấy phép của tổ chức."
    )
    keeping.tell(case.licence, words, about=case, key=f"proceeding:{case.pk}:inquiry:{asked.pk}")
    return asked


@transaction.atomic
def hear(
    *,
    pk: int,
    actor: User,
    answer: str,
    files: Sequence[UploadedFile] = (),
    at: datetime | None = None,
) -> Inquiry:
    """Write down what the licensee answered on paper or in a meeting."""
    at = moment(at)
    case = lock(pk, Deed.HEAR, actor)
    asked = case.inquiries.filter(answered_at=None).first()
    if asked is None:
        raise Refused("not-found", "Không có yêu cầu giải trình nào đang chờ.")
    _answered(asked, answer, files, actor, at)
    move(case, Deed.HEAR, actor=actor, at=at, reason=asked.answer)
    return asked


@transaction.atomic
def explain(
    *,
    pk: int,
    actor: User,
    answer: str,
    files: Sequence[UploadedFile] = (),
    at: datetime | None = None,
) -> Inquiry:
    """Answer as the licensee. Raises `Refused`: "not-found" for what nobody asks any more."""
    at = moment(at)
    rows = Inquiry.objects.select_for_update(of=("self",)).select_related("proceeding")
    asked = rows.filter(pk=pk, answered_at=None).exclude(proceeding__state__in=ENDED).first()
    if asked is None:
        raise Refused("not-found", "Yêu cầu giải trình này không còn chờ trả lời.")
    keeping.own_or_kept(asked.proceeding.licence_id, actor)
    _answered(asked, answer, files, actor, at)
    note(asked.proceeding, Deed.HEAR, actor=actor, at=at, reason=asked.answer)
    return asked


def _answered(
    asked: Inquiry, answer: str, files: Sequence[UploadedFile], actor: User, at: datetime
) -> None:
    if len(files) > MOST_FILES:
        raise Refused("too-many-files", f"Nhiều nhất {MOST_FILES} tệp; hãy gộp tệp lại.")
    asked.answer = need(answer, "no-words", "Hãy ghi nội dung giải trình.")
    asked.answered_at, asked.answered_by = at, actor
    asked.save(update_fields=["answer", "answered_at", "answered_by"])
    for upload in files:
        attachments.take(
            upload, name=upload.name, kinds=KINDS, owner=asked, uploaded_by=actor, purpose="answer"
        )
    stop_clocks(asked, actor=actor, at=at)
