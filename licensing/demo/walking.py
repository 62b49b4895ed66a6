"""Walks sample dossiers through the verbs, an hour or two apart, by the people of the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cityweb.core.models import User
from licensing import actions
from licensing.life import Verb
from licensing.models import Component, ComponentMark, Dossier, Finding, Supplement

SOURCE = "Quyết định công bố thủ tục của Thành phố (mẫu)"
# One blank page, in place of what an applicant would scan.
PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
    b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n"
    b"0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \n"
    b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n"
)
_TERM = {"days": 10, "source": SOURCE, "pause_mode": "restart"}
_NOT_OURS = "Hồ sơ thuộc thẩm quyền của Bộ."
_OTHER_PLANS = "Thay đổi kế hoạch hoạt động."
_NEVER_CAME = "Quá thời hạn không bổ sung."


@dataclass
class Desk:
    """The people who work, and the file that stands for every scan."""

    clerk: User
    officers: list[User]
    head: User
    director: User
    records: User
    page: Any


def walk(
    dossier: Dossier,
    way: tuple[Verb, ...],
    desk: Desk,
    filer: User,
    at: datetime,
    place: int,
    *,
    with_slip: bool = False,
) -> None:
    """Take the steps of `way`, an hour or two apart."""
    officer = desk.officers[place % 2]
    for number, verb in enumerate(way, start=1):
        _step(verb, dossier, desk, filer, officer, at + timedelta(hours=number), with_slip)


def _step(
    verb: Verb,
    dossier: Dossier,
    desk: Desk,
    filer: User,
    officer: User,
    at: datetime,
    with_slip: bool,
) -> None:
    one = {"pk": dossier.pk, "at": at}
    slip = {"with_slip": with_slip, **one}
    clerk = {"actor": desk.clerk}
    steps: dict[Verb, Callable[[], object]] = {
        Verb.SUBMIT: lambda: actions.submit(actor=filer, facts=facts_of(dossier.contents), **one),
        Verb.RECEIVE: lambda: actions.receive(**clerk, **_TERM, **slip),
        Verb.ASK_INTAKE: lambda: actions.ask_at_intake(**clerk, papers=[_missing(dossier)], **slip),
        Verb.REFUSE: lambda: actions.refuse(**clerk, reason=_NOT_OURS, **slip),
        Verb.HAND_OVER: lambda: actions.hand_over(**clerk, to=officer, **one),
        Verb.HAND_OUT: lambda: actions.hand_out(**clerk, **one),
        Verb.TAKE_UP: lambda: actions.take_up(actor=officer, **one),
        Verb.MARK: lambda: _mark(dossier, officer, at, is_good=True),
        Verb.ANSWER: lambda: _answer(dossier, filer, at),
        Verb.WITHDRAW: lambda: actions.withdraw(actor=filer, reason=_OTHER_PLANS, **one),
        Verb.LET_GO: lambda: actions.let_go(actor=desk.head, **one),
        Verb.STOP: lambda: actions.stop(actor=desk.head, reason=_NEVER_CAME, **slip),
    }
    if verb == Verb.ASK:
        _mark(dossier, officer, at, is_good=False)
        actions.ask(actor=officer, **slip)
    elif verb in steps:
        steps[verb]()
    else:
        _decide(verb, dossier, desk, officer, one)


def _missing(dossier: Dossier) -> actions.Checked:
    return actions.Checked(_needed(dossier)[-1], "missing", "Chưa kèm bản có chữ ký số.")


def _decide(verb: Verb, dossier: Dossier, desk: Desk, officer: User, one: dict[str, Any]) -> None:
    if verb == Verb.DRAFT:
        begins = dossier.licence.current.valid_to if dossier.licence else one["at"].date()
        valid_to = begins + timedelta(days=700 if dossier.licence else 3600)
        actions.draft_result(
            actor=officer,
            kind="grant",
            valid_to=valid_to,
            reason=f"Theo đề nghị. {SOURCE}.",
            completed={"email": f"lienhe{dossier.applicant_id}@doanhnghiep.example"},
            **one,
        )
    elif verb == Verb.PUT_UP:
        actions.put_up(actor=officer, **one)
    elif verb == Verb.REVIEW:
        actions.review(actor=desk.head, **one)
    elif verb == Verb.SIGN:
        actions.sign(actor=desk.director, **one)
    else:
        actions.issue_result(actor=desk.records, **one)


def _mark(dossier: Dossier, officer: User, at: datetime, *, is_good: bool) -> None:
    """Check everything at once: the last required paper wants something where not all is good."""
    needed = _needed(dossier)
    wrong = None if is_good else needed[-1].pk
    ComponentMark.objects.bulk_create(
        ComponentMark(
            dossier=dossier, component=one, by=officer, at=at,
            verdict="wrong" if one.pk == wrong else "good",
            comment="Chưa có chữ ký và dấu ở trang cuối." if one.pk == wrong else "",
        )
        for one in needed
    )  # fmt: skip
    if is_good:
        Finding.objects.bulk_create(
            Finding(dossier=dossier, condition=one, verdict="met", by=officer, at=at)
            for one in dossier.version.conditions.all()
        )


def _needed(dossier: Dossier) -> list[Component]:
    return list(dossier.version.components.filter(is_required=True))


def _answer(dossier: Dossier, filer: User, at: datetime) -> None:
    asked = dossier.supplements.get(state=Supplement.State.SENT)
    answers = {one.pk: "Đã ký, đóng dấu và nộp lại bản đầy đủ." for one in asked.items.all()}
    actions.answer(pk=dossier.pk, actor=filer, answers=answers, at=at)


def facts_of(typed: dict[str, str]) -> dict[str, Any]:
    """Return what a form reads from what was typed."""
    lists = ("domains", "sections", "sources")
    return {name: text.split("\n") if name in lists else text for name, text in typed.items()}
