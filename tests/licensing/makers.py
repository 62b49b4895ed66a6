"""Licences for tests."""

from datetime import date

from cityweb.core.models import Organisation
from licensing import actions
from licensing.actions import Contents, Decision

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
