"""Loads sample dossiers: every procedure, every state, walked there through the verbs.

They stand in one transaction and send no mail; only a few carry issued papers, which cost most.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from django.db import transaction

from cityweb.core import demo_people
from cityweb.core.attachments import actions as files
from cityweb.core.models import Attachment, NumberPattern, Organisation, OutboxItem, User
from licensing import actions
from licensing.demo.load import names, sample_contents
from licensing.forms.filing import ASKED
from licensing.life import Verb
from licensing.models import (
    Applicant,
    ComponentMark,
    Dossier,
    Finding,
    Licence,
    Procedure,
    Supplement,
)

_PEOPLE = Path(__file__).with_name("people.json")
# One blank page, in place of what an applicant would scan.
_PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
    b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n"
    b"0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \n"
    b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n"
)
_SERIES = {
    "licensing.dossier": ("H29.18-{yymmdd}-{number}", 4, "day"),
    "licensing.receipt_slip": ("{number}/TNHS-MC", 2, "year"),
    "licensing.supplement_request": ("{number}/YCBS-MC", 2, "year"),
    "licensing.refusal_slip": ("{number}/TCTN-MC", 2, "year"),
    "licensing.apology_slip": ("{number}/XL-SKHCN", 2, "year"),
    "licensing.stop_notice": ("{number}/TB-SKHCN", 2, "year"),
    "licensing.refusal": ("{number}/SKHCN-TTĐT", 2, "year"),
    "licensing.confirmation": ("{number}/XN-SKHCN", 2, "year"),
    "licensing.referral": ("{number}/SKHCN-BC", 2, "year"),
}
_IN = (Verb.SUBMIT, Verb.RECEIVE)
_WORK = (*_IN, Verb.HAND_OVER, Verb.TAKE_UP)
_DRAFTED = (*_WORK, Verb.MARK, Verb.DRAFT)
_SIGNED = (*_DRAFTED, Verb.PUT_UP, Verb.REVIEW, Verb.SIGN)
# How far each sample goes; they take turns over the procedures.
_WAYS: tuple[tuple[Verb, ...], ...] = (
    (Verb.SUBMIT,), _IN, (*_IN, Verb.HAND_OVER), _WORK, (*_WORK, Verb.ASK), _DRAFTED,
    (*_DRAFTED, Verb.PUT_UP), (*_DRAFTED, Verb.PUT_UP, Verb.REVIEW), _SIGNED,
    (Verb.SUBMIT, Verb.REFUSE), (*_WORK, Verb.WITHDRAW), (*_WORK, Verb.ASK, Verb.STOP),
    (*_WORK, Verb.ASK, Verb.ANSWER), (Verb.SUBMIT, Verb.WITHDRAW),
)  # fmt: skip
COUNT = 42
_SOURCE = "Quyết định công bố thủ tục của Thành phố (mẫu)"


@dataclass
class Desk:
    """The people who work, and the file that stands for every scan."""

    clerk: User
    officers: list[User]
    head: User
    director: User
    records: User
    page: Any


def load(*, password: str, now: datetime) -> int:
    """Load what is missing and return how many dossiers are new."""
    if Dossier.objects.exists():
        return 0
    with transaction.atomic():
        body = User.objects.get(email="giamdoc@demo.cityweb.example").organisation
        people = _people(password, body)
        _patterns(body)
        desk = Desk(
            clerk=people["motcua"],
            officers=[people["capphep"], people["capphep2"]],
            head=User.objects.get(email="truongphong@demo.cityweb.example"),
            director=User.objects.get(email="giamdoc@demo.cityweb.example"),
            records=people["vanthu"],
            page=files.keep_own(_PAGE, media_type="application/pdf"),
        )
        made = _on_paper(desk, now) + _of_the_applicant(desk, people["doanhnghiep"], now)
        # Nobody reads mail to sample companies.
        OutboxItem.objects.filter(dedupe_key__startswith="licensing:dossier:").delete()
    return made


def _people(password: str, body: Organisation) -> dict[str, User]:
    made = {}
    for one in json.loads(_PEOPLE.read_text("utf-8")):
        role = one.pop("role")
        own = {} if role == "applicant" else {"organisation": body}
        key = one["email"].partition("@")[0]
        made[key], _ = demo_people.person(password=password, roles=[role], **one, **own)
    return made


def _patterns(body: Organisation) -> None:
    for kind, (pattern, digits, period) in _SERIES.items():
        NumberPattern.objects.get_or_create(
            organisation=body, kind=kind,
            defaults={"pattern": pattern, "digits": digits, "period": period,
                      "effective_from": date(2025, 3, 1)},
        )  # fmt: skip


def _on_paper(desk: Desk, now: datetime) -> int:
    """Let dossiers that came on paper stand in every state of every procedure."""
    filed = list(Procedure.objects.filter(is_filed=True))
    licences = cycle(
        Licence.objects.filter(state="valid").select_related("holder", "current").order_by("pk")
    )
    for place in range(COUNT):
        procedure, way = filed[place % len(filed)], _WAYS[place % len(_WAYS)]
        licence = next(licences) if procedure.needs_licence else None
        contents = sample_contents(place + 130, now.date() + timedelta(days=3000))
        name = licence.holder.name if licence else contents.holder_name
        applicant, _ = Applicant.objects.get_or_create(
            name=name, account=None, defaults=_profile(place, contents.address)
        )
        begun = _weekday(now, 2 + place % 13)
        dossier = actions.begin(
            procedure=procedure, applicant=applicant, actor=desk.clerk, licence=licence,
            channel=(Dossier.Channel.COUNTER, Dossier.Channel.POST)[place % 2],
            contents=_typed(contents, procedure), at=begun,
        )  # fmt: skip
        _attach(dossier, desk, begun)
        _walk(dossier, way, desk, desk.clerk, begun, place)
    return COUNT


def _of_the_applicant(desk: Desk, person: User, now: datetime) -> int:
    """Let one company have a draft, one that misses something, and a licence just issued."""
    contents = sample_contents(200, now.date() + timedelta(days=3000))
    profile = _profile(7, contents.address) | {"email": person.email}
    applicant = Applicant.objects.create(account=person, name=contents.holder_name, **profile)
    ways = ((), (*_WORK, Verb.ASK), _WORK, (*_SIGNED, Verb.ISSUE))
    issue = Procedure.objects.get(code="ISSUE")
    for place, way in enumerate(ways):
        begun = _weekday(now, 6 + place)
        dossier = actions.begin(
            procedure=issue, applicant=applicant, actor=person, at=begun,
            contents=_typed(
                sample_contents(200 + place, now.date() + timedelta(days=3000)), issue
            ),
        )  # fmt: skip
        if way:
            _attach(dossier, desk, begun)
        _walk(dossier, way, desk, person, begun, place, with_slip=place == 1)
    return len(ways)


def _weekday(now: datetime, days: int) -> datetime:
    """Return eight in the morning so many days ago, or of the Friday before a weekend."""
    day = now - timedelta(days=days)
    day -= timedelta(days=max(0, day.weekday() - 4))
    return day.replace(hour=8, minute=5)


def _profile(place: int, address: str) -> dict[str, str]:
    people = names()["people"]
    return {
        "kind": "company",
        "registration": f"Giấy chứng nhận đăng ký doanh nghiệp số 03{12345678 + place}",
        "address": address,
        "phone": f"028 3822 {place:04}",
        "email": f"lienhe{place}@doanhnghiep.example",
        "representative": people[place % len(people)],
        "representative_position": "Giám đốc",
    }


def _typed(contents: actions.Contents, procedure: Procedure) -> dict[str, str]:
    """Return what was typed: what the procedure asks for, and what its licence says already."""
    said = {
        "site_name": contents.site_name,
        "purpose": "Cung cấp thông tin tổng hợp tại Thành phố",
        "domains": "\n".join(contents.domains),
        "sections": "\n".join(contents.sections),
        "sources": "\n".join(contents.sources),
        "servers": contents.servers,
        "manager": contents.manager,
        "manager_position": "Phó Giám đốc",
        "manager_phone": "028 3822 0001",
        "valid_to": contents.valid_to.isoformat(),
        "reason": "Thay đổi theo hoạt động thực tế của trang.",
        "change": "Địa chỉ trụ sở chính chuyển đến số 12 đường Lê Lợi, phường Sài Gòn.",
    }
    asked = {*ASKED[procedure.code], *(ASKED["PRESS_PRECHECK"] if procedure.needs_licence else ())}
    return {name: words for name, words in said.items() if name in asked}


def _facts(typed: dict[str, str]) -> dict[str, Any]:
    lists = ("domains", "sections", "sources")
    return {name: text.split("\n") if name in lists else text for name, text in typed.items()}


def _attach(dossier: Dossier, desk: Desk, at: datetime) -> None:
    codes = dossier.version.components.filter(is_required=True).values_list("code", flat=True)
    made = Attachment.objects.bulk_create(
        Attachment(owner=dossier, file=desk.page, name=f"{code}.pdf", purpose=code)
        for code in codes
    )
    Attachment.objects.filter(pk__in=[one.pk for one in made]).update(created_at=at)


def _walk(
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
    slip = {"with_slip": with_slip}
    term = {"days": 10, "source": _SOURCE, "pause_mode": "restart"}
    if verb == Verb.SUBMIT:
        actions.submit(actor=filer, facts=_facts(dossier.contents), **one)
    elif verb == Verb.RECEIVE:
        actions.receive(actor=desk.clerk, **term, **slip, **one)
    elif verb == Verb.REFUSE:
        actions.refuse(actor=desk.clerk, reason="Hồ sơ thuộc thẩm quyền của Bộ.", **slip, **one)
    elif verb == Verb.HAND_OVER:
        actions.hand_over(actor=desk.clerk, to=officer, **one)
    elif verb == Verb.TAKE_UP:
        actions.take_up(actor=officer, **one)
    elif verb == Verb.ASK:
        _mark(dossier, officer, at, is_good=False)
        actions.ask(actor=officer, **slip, **one)
    elif verb == Verb.ANSWER:
        _answer(dossier, filer, at)
    elif verb == Verb.STOP:
        actions.stop(actor=desk.head, reason="Quá thời hạn không bổ sung.", **slip, **one)
    elif verb == Verb.WITHDRAW:
        actions.withdraw(actor=filer, reason="Thay đổi kế hoạch hoạt động.", **one)
    elif verb == Verb.MARK:
        _mark(dossier, officer, at, is_good=True)
    else:
        _decide(verb, dossier, desk, officer, one)


def _decide(verb: Verb, dossier: Dossier, desk: Desk, officer: User, one: dict[str, Any]) -> None:
    if verb == Verb.DRAFT:
        begins = dossier.licence.current.valid_to if dossier.licence else one["at"].date()
        valid_to = begins + timedelta(days=700 if dossier.licence else 3600)
        actions.draft_result(
            actor=officer,
            kind="grant",
            valid_to=valid_to,
            reason=f"Theo đề nghị. {_SOURCE}.",
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
    needed = list(dossier.version.components.filter(is_required=True))
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


def _answer(dossier: Dossier, filer: User, at: datetime) -> None:
    asked = dossier.supplements.get(state=Supplement.State.SENT)
    answers = {one.pk: "Đã ký, đóng dấu và nộp lại bản đầy đủ." for one in asked.items.all()}
    actions.answer(pk=dossier.pk, actor=filer, answers=answers, at=at)
