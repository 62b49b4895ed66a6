"""Licences for tests."""

from datetime import date

from cityweb.core import papers
from cityweb.core.models import NumberPattern, Organisation, Role
from licensing import actions
from licensing.actions import Contents, Decision
from tests.core.papers import LICENCE_DATA
from tests.people import make_person

CONTENTS = {
    "valid_to": date(2030, 6, 30),
    "holder_name": "Công ty Cổ phần Truyền thông Sông Sài Gòn",
    "site_name": "Nhịp sống Sài Gòn",
    "domains": ["nhipsong.example"],
    "manager": "Nguyễn Thị Hồng Ngữ",
    "sections": ("Đời sống", "Văn hóa"),
    "sources": ("Báo Mẫu Một",),
}


def contents(**changed):
    return Contents(**CONTENTS | changed)


def bodies():
    issuer, _ = Organisation.objects.get_or_create(name="Sở Mẫu", kind="department")
    holder, _ = Organisation.objects.get_or_create(name=CONTENTS["holder_name"], kind="company")
    return issuer, holder


def make_licence(actor, number="12/GP-SM", on=date(2020, 7, 1), paper=None, **changed):
    issuer, holder = bodies()
    return actions.issue(
        number=number,
        issuer=issuer,
        holder=holder,
        contents=contents(**changed),
        decision=Decision(number, on, paper),
        actor=actor,
    )


def decision(on, reason="", number="7/QĐ-SM"):
    return Decision(number, on, reason=reason)


def make_signed(actor):
    """Return a licence with its signed paper."""
    issuer, _ = bodies()
    NumberPattern.objects.create(
        organisation=issuer,
        kind="licensing.licence",
        pattern="{number}/GP-SM",
        effective_from=date(2026, 1, 1),
    )
    director = make_person(Role.DIRECTOR, organisation=issuer, email="giamdoc@cityweb.example")
    data = LICENCE_DATA | {"place": "Thành phố Mẫu"}
    draft = papers.draft(
        kind="licensing.licence", organisation=issuer, owner=issuer, data=data, actor=actor
    )
    paper = papers.issue(pk=draft.pk, actor=actor, signer=director)
    return make_licence(actor, paper.number_text, paper.issued_on, paper)


def file_of(licence):
    with papers.open_file(licence.current.paper) as file:
        return file.read()
