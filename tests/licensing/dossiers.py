"""Makers of dossiers and of the people who work on them."""

import io
from datetime import date

from cityweb.core.models import Attachment, NumberPattern, Organisation, Role, StoredFile
from licensing import actions
from licensing.life import Verb
from licensing.models import Applicant, ComponentMark, Dossier, Finding, Licence, Procedure
from tests.licensing import makers
from tests.people import make_person

LONG_AGO = date(2010, 1, 1)
SERIES = {
    "licensing.licence": "{number}/GP-SVHTT",
    "licensing.dossier": "H29.18-{yymmdd}-{number}",
    "licensing.receipt_slip": "{number}/TNHS",
    "licensing.supplement_request": "{number}/YCBS",
    "licensing.refusal_slip": "{number}/TCTN",
    "licensing.apology_slip": "{number}/XL",
    "licensing.stop_notice": "{number}/TBD",
    "licensing.refusal": "{number}/SVHTT-TTĐT",
    "licensing.confirmation": "{number}/XN-SVHTT",
    "licensing.referral": "{number}/SVHTT-TTĐT",
    "licensing.proceeding": "VV-{year}-{number}",
    "licensing.remedy_request": "{number}/SVHTT-TTĐT",
    "licensing.inquiry": "{number}/SVHTT-TTĐT",
    "licensing.suspension": "{number}/QĐ-SVHTT",
    "licensing.revocation": "{number}/QĐ-SVHTT",
}
CONTENTS = {
    "site_name": "Nhịp sống Sài Gòn",
    "purpose": "Cung cấp thông tin tổng hợp về đời sống",
    "domains": "nhipsong.example\nm.nhipsong.example",
    "sections": "Đời sống\nVăn hóa",
    "sources": "Báo Một\nBáo Hai\nBáo Ba",
    "servers": "Trung tâm dữ liệu Thủ Đức",
    "manager": "Trần Thị Nội Dung",
    "manager_position": "Phó Giám đốc",
    "manager_phone": "028 3822 0001",
    "valid_to": "2031-06-30",
}
PROFILE = {
    "name": "Công ty Cổ phần Nhịp Sống",
    "international_name": "",
    "kind": "company",
    "registration": "Giấy chứng nhận đăng ký doanh nghiệp số 0312345678",
    "address": "Số 3 đường Lê Lợi, phường Sài Gòn",
    "phone": "028 3822 0000",
    "email": "lienhe@nhipsong.example",
    "representative": "Nguyễn Văn Đại Diện",
    "representative_position": "Giám đốc",
}
PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


class Office:
    """A body in charge with one person in each role, and an applicant with a profile."""

    def __init__(self):
        self.body = Organisation.objects.create(name="Sở Mẫu", kind="department")
        NumberPattern.objects.bulk_create(
            NumberPattern(
                organisation=self.body,
                kind=kind,
                pattern=pattern,
                effective_from=LONG_AGO,
                digits=4 if kind == "licensing.dossier" else 2,
                period="day" if kind == "licensing.dossier" else "year",
            )
            for kind, pattern in SERIES.items()
        )
        self.people = {
            role: make_person(role, organisation=self.body, position=role.label) for role in Role
        }
        self.applicant = Applicant.objects.create(account=self.people[Role.APPLICANT], **PROFILE)

    def of(self, role):
        return self.people[role]


def held_licence(office):
    """Return a licence whose holder is the applicant of the office."""
    office.applicant.name = makers.CONTENTS["holder_name"]
    office.applicant.save()
    return makers.make_licence(office.of(Role.RECORDS_CLERK))


def make_file(dossier, code, words=b""):
    """Put a file beside the dossier without the intake, which has tests of its own."""
    number = Attachment.objects.count()
    stored, _ = StoredFile.objects.get_or_create(
        sha256=f"{number:064x}", defaults={"size": 9, "media_type": "application/pdf",
                                           "state": StoredFile.State.READY},
    )  # fmt: skip
    return Attachment.objects.create(owner=dossier, file=stored, name=f"{code}.pdf", purpose=code)


def begin(office, procedure="ISSUE", **more):
    found = Procedure.objects.get(code=procedure)
    dossier = actions.begin(
        procedure=found, applicant=office.applicant, actor=office.of(Role.APPLICANT),
        contents=CONTENTS, **more,
    )  # fmt: skip
    for one in dossier.version.components.filter(is_required=True):
        make_file(dossier, one.code)
    return dossier


def facts():
    lists = ("domains", "sections", "sources")
    return {name: text.split("\n") if name in lists else text for name, text in CONTENTS.items()}


def good(dossier):
    return [actions.Checked(one, ComponentMark.Verdict.GOOD)
            for one in dossier.version.components.filter(is_required=True)]  # fmt: skip


def met(dossier):
    return [actions.Found(one, Finding.Verdict.MET) for one in dossier.version.conditions.all()]


UNSETTLED = {"days": 10, "source": "Công văn mẫu", "pause_mode": "restart"}
CLERK, OFFICER, HEAD = Role.ONE_STOP_CLERK, Role.SPECIALIST, Role.OFFICE_HEAD


def do(office, dossier, verb, **given):
    """Take one step as the role that may, with what it usually needs."""
    who = {"pk": dossier.pk}
    valid_to = date(2031, 6, 30)
    steps = {
        Verb.SUBMIT: (Role.APPLICANT, actions.submit, {"facts": facts()}),
        Verb.RECEIVE: (CLERK, actions.receive, {**UNSETTLED, "with_slip": False}),
        Verb.REFUSE: (CLERK, actions.refuse, {"reason": "Không thuộc thẩm quyền",
                                              "with_slip": False}),
        Verb.HAND_OVER: (CLERK, actions.hand_over, {"to": office.of(OFFICER)}),
        Verb.TAKE_UP: (OFFICER, actions.take_up, {}),
        Verb.MARK: (OFFICER, actions.mark, {"papers": good(dossier), "conditions": met(dossier)}),
        Verb.ASK: (OFFICER, actions.ask, {"with_slip": False}),
        Verb.DRAFT: (OFFICER, actions.draft_result, {"kind": "grant", "valid_to": valid_to,
                                                     "reason": "Theo đề nghị"}),
        Verb.PUT_UP: (OFFICER, actions.put_up, {}),
        Verb.REVIEW: (HEAD, actions.review, {}),
        Verb.SIGN: (Role.DIRECTOR, actions.sign, {}),
        Verb.ISSUE: (Role.RECORDS_CLERK, actions.issue_result, {}),
        Verb.HAND_OUT: (CLERK, actions.hand_out, {}),
    }  # fmt: skip
    role, action, usual = steps[verb]
    actor = given.pop("actor", office.of(role))
    action(actor=actor, **who, **{**usual, **given})
    dossier.refresh_from_db()
    return dossier


TO_SIGNED = (
    *(Verb.SUBMIT, Verb.RECEIVE, Verb.HAND_OVER, Verb.TAKE_UP, Verb.MARK),
    *(Verb.DRAFT, Verb.PUT_UP, Verb.REVIEW, Verb.SIGN),
)


def walk(office, dossier, *verbs):
    for verb in verbs:
        do(office, dossier, verb)
    return dossier


def refreshed(dossier):
    return Dossier.objects.get(pk=dossier.pk)


def upload(words=b"Noi dung"):
    return io.BytesIO(words)


def refreshed_licence(licence):
    return Licence.objects.select_related("current", "holder").get(pk=licence.pk)
