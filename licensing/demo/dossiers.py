"""Loads sample dossiers: every procedure, every state, walked there through the verbs.

They stand in one transaction and send no mail; only a few carry issued papers, which cost most.
"""

import json
from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path

from django.db import transaction
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

from cityweb.core import demo_people, law
from cityweb.core.attachments import actions as files
from cityweb.core.models import Attachment, LegalRule, NumberPattern, Organisation, OutboxItem, User
from licensing import actions
from licensing.demo import copying
from licensing.demo.copying import Order
from licensing.demo.load import names, sample_contents
from licensing.demo.walking import PAGE, Desk, facts_of, walk
from licensing.forms.filing import ASKED
from licensing.life import Verb
from licensing.models import (
    Applicant,
    Dossier,
    Licence,
    Procedure,
)
from licensing.result_paper import FORWARDED
from licensing.states import Event

_PEOPLE = Path(__file__).with_name("people.json")
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
    (*_WORK, Verb.ASK, Verb.ANSWER), (Verb.SUBMIT, Verb.WITHDRAW), (Verb.SUBMIT, Verb.ASK_INTAKE),
    (*_WORK, Verb.ASK, Verb.ANSWER, Verb.WITHDRAW, Verb.LET_GO),
)  # fmt: skip
_STEP_DAYS = {
    "LIC.STEP.ASSIGNED": 1, "LIC.STEP.APPRAISING": 4, "LIC.STEP.DRAFTING": 2,
    "LIC.STEP.REVIEWING": 1, "LIC.STEP.SIGNING": 1, "LIC.STEP.SIGNED": 1, "LIC.STEP.DECIDED": 1,
}  # fmt: skip
_SAMPLE_TERM = "Số liệu mẫu của bản chạy thử, không phải quy trình nội bộ thật."
_PRESS = ("Báo Nhịp sống Mẫu", "Tạp chí Đô thị Mẫu", "Báo Tuổi xanh Mẫu", "Tạp chí Kinh tế Mẫu")
_PRESS_LICENCE = "Giấy phép hoạt động báo chí số 12/GP-BTTTT (mẫu)"
# The dossier of the applicant that also asks for a domain of the licence at that place.
_TAKEN_TOO, _HELD = 2, 113
# Every procedure and every way once; the others are copies.
WALKED, COUNT = 18, 52


def load(*, password: str, now: datetime) -> int:
    """Load what is missing and return how many dossiers are new."""
    if Dossier.objects.exists():
        return 0
    with transaction.atomic():
        body = User.objects.get(email="giamdoc@demo.cityweb.example").organisation
        people = _people(password, body)
        _patterns(body)
        _terms_of_steps()
        desk = Desk(
            clerk=people["motcua"],
            officers=[people["capphep"], people["capphep2"]],
            head=User.objects.get(email="truongphong@demo.cityweb.example"),
            director=User.objects.get(email="giamdoc@demo.cityweb.example"),
            records=people["vanthu"],
            page=files.keep_own(PAGE, media_type="application/pdf"),
        )
        made = _Papers(desk, now).load() + _of_the_applicant(desk, people["doanhnghiep"], now)
        made += _of_earlier_months(desk, now)
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


def _terms_of_steps() -> None:
    """Let the head of the office settle how long each step may take, marked as a sample."""
    head = User.objects.get(email="truongphong@demo.cityweb.example")
    for rule in LegalRule.objects.filter(code__in=_STEP_DAYS).unsettled():
        law.confirm(pk=rule.pk, value=_STEP_DAYS[rule.code], source=_SAMPLE_TERM, officer=head)


class _Papers:
    """What came on paper: the first ones are walked, the others are copies of those."""

    def __init__(self, desk: Desk, now: datetime) -> None:
        self.desk, self.now = desk, now
        self.procedures = list(Procedure.objects.filter(is_filed=True))
        valid = Licence.objects.filter(state="valid").select_related("holder", "current")
        self.licences = cycle(valid.order_by("pk"))
        self.applicants: dict[str, Applicant] = {}

    def load(self) -> int:
        walked = [self.walked(place) for place in range(WALKED)]
        models = Dossier.objects.select_related("procedure").in_bulk(walked)
        copying.make(
            [self.ordered(place, models[walked[place % WALKED]]) for place in range(WALKED, COUNT)]
        )
        address = Concat(Value("lienhe"), Cast("pk", CharField()), Value("@doanhnghiep.example"))
        Applicant.objects.filter(account=None).update(email=address)
        copying.approve()
        return COUNT

    def walked(self, place: int) -> int:
        """Walk one dossier as far as its place says; return its key."""
        procedure = self.procedures[place % len(self.procedures)]
        applicant, licence, contents = self.parts(place, procedure)
        begun = _weekday(self.now, 2 + place % 13)
        dossier = actions.begin(
            procedure=procedure, applicant=applicant, actor=self.desk.clerk, licence=licence,
            channel=(Dossier.Channel.COUNTER, Dossier.Channel.POST)[place % 2],
            contents=_typed(contents, procedure), at=begun,
        )  # fmt: skip
        _attach(dossier, self.desk, begun)
        walk(dossier, _WAYS[place % len(_WAYS)], self.desk, self.desk.clerk, begun, place)
        return dossier.pk

    def ordered(self, place: int, model: Dossier) -> Order:
        applicant, licence, contents = self.parts(place, model.procedure)
        typed = _typed(contents, model.procedure)
        return Order(model, applicant, licence, typed, facts_of(typed))

    def parts(
        self, place: int, procedure: Procedure
    ) -> tuple[Applicant, Licence | None, actions.Contents]:
        licence = next(self.licences) if procedure.needs_licence else None
        contents = sample_contents(place + 130, self.now.date() + timedelta(days=3000))
        if licence is not None:
            contents = _of_licence(licence, procedure)
        name = licence.holder.name if licence else contents.holder_name
        is_press = procedure.code == FORWARDED
        if is_press:
            name = _PRESS[place % len(_PRESS)]
        if name not in self.applicants:
            # Without an address while they are walked: nobody reads mail to sample companies.
            profile = _profile(place, contents.address) | {"email": ""}
            if is_press:
                profile |= {
                    "kind": "press",
                    "registration": _PRESS_LICENCE,
                    "representative_position": "Tổng Biên tập",
                }
            self.applicants[name] = Applicant.objects.create(name=name, account=None, **profile)
        return self.applicants[name], licence, contents


def _of_the_applicant(desk: Desk, person: User, now: datetime) -> int:
    """Let one company have a draft, one that misses something, and two licences just issued."""
    contents = sample_contents(200, now.date() + timedelta(days=3000))
    profile = _profile(7, contents.address) | {"email": person.email}
    applicant = Applicant.objects.create(account=person, name=contents.holder_name, **profile)
    ways = (
        (), (*_WORK, Verb.ASK), _WORK, (*_SIGNED, Verb.ISSUE),
        (*_SIGNED, Verb.ISSUE, Verb.HAND_OUT),
    )  # fmt: skip
    issue = Procedure.objects.get(code="ISSUE")
    for place, way in enumerate(ways):
        begun = _weekday(now, 6 + place)
        wanted = sample_contents(200 + place, now.date() + timedelta(days=3000))
        if place == _TAKEN_TOO:
            wanted.domains.append(sample_contents(_HELD, now.date()).domains[0])
        dossier = actions.begin(
            procedure=issue, applicant=applicant, actor=person, at=begun,
            contents=_typed(wanted, issue),
        )  # fmt: skip
        if way:
            _attach(dossier, desk, begun)
        walk(dossier, way, desk, person, begun, place, with_slip=place == 1)
    return len(ways)


def _of_earlier_months(desk: Desk, now: datetime) -> int:
    """Let one dossier be overdue, one be apologised for, and one be refused too late."""
    issue = Procedure.objects.get(code="ISSUE")
    steps = (_WORK, _WORK, (*_WORK, Verb.MARK))
    made = []
    for place, (way, days) in enumerate(zip(steps, (50, 34, 44), strict=True)):
        contents = sample_contents(230 + place, now.date() + timedelta(days=3000))
        profile = _profile(60 + place, contents.address) | {"email": ""}
        begun = _weekday(now, days)
        dossier = actions.begin(
            procedure=issue, actor=desk.clerk, channel=Dossier.Channel.COUNTER, at=begun,
            applicant=Applicant.objects.create(
                name=contents.holder_name, account=None, **profile
            ),
            contents=_typed(contents, issue),
        )  # fmt: skip
        _attach(dossier, desk, begun)
        walk(dossier, way, desk, desk.clerk, begun, place)
        made.append(dossier)
    _, sorry, refused = made
    for one, days, ago in ((sorry, 25, 34), (refused, 14, 44)):
        actions.apologise(
            pk=one.pk, actor=desk.head, days=days, with_slip=False, at=_weekday(now, ago - 5),
            reason="Phải hỏi thêm ý kiến cơ quan quản lý tên miền.",
        )  # fmt: skip
    _refuse(refused, desk, _weekday(now, 2))
    return len(made)


def _refuse(dossier: Dossier, desk: Desk, at: datetime) -> None:
    who = {"pk": dossier.pk, "at": at}
    dossier.refresh_from_db()
    actions.draft_result(
        actor=dossier.specialist, kind="refuse",
        reason="Tên trang có thể gây nhầm lẫn với tên cơ quan báo chí.", **who,
    )  # fmt: skip
    actions.put_up(actor=dossier.specialist, **who)
    actions.review(actor=desk.head, **who)
    actions.sign(actor=desk.director, **who)
    actions.issue_result(actor=desk.records, **who)


def _weekday(now: datetime, days: int) -> datetime:
    """Return eight in the morning so many days ago, or of the Friday before a weekend."""
    day = now - timedelta(days=days)
    day -= timedelta(days=max(0, day.weekday() - 4))
    return day.replace(hour=8, minute=5)


def _of_licence(licence: Licence, procedure: Procedure) -> actions.Contents:
    """Return what the licence says, longer; who amends it adds a domain and a section."""
    now = licence.current
    domains, sections = list(now.domains), tuple(now.sections)
    if procedure.event == Event.AMENDED:
        domains, sections = [*domains, f"tin.{domains[0]}"], (*sections, "Thông tin doanh nghiệp")
    return actions.Contents(
        valid_to=now.valid_to + timedelta(days=700), holder_name=now.holder_name,
        address=now.address, site_name=now.site_name, domains=domains, manager=now.manager,
        sections=sections, sources=tuple(now.sources), servers=now.servers,
    )  # fmt: skip


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


def _attach(dossier: Dossier, desk: Desk, at: datetime) -> None:
    codes = dossier.version.components.filter(is_required=True).values_list("code", flat=True)
    made = Attachment.objects.bulk_create(
        Attachment(owner=dossier, file=desk.page, name=f"{code}.pdf", purpose=code)
        for code in codes
    )
    Attachment.objects.filter(pk__in=[one.pk for one in made]).update(created_at=at)
