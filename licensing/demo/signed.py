"""Sample licences as they leave the office: typeset, numbered, signed twice."""

from datetime import date, datetime
from typing import Any

from django.conf import settings

from cityweb.core import papers
from cityweb.core.models import NumberPattern, Organisation, User
from licensing import actions, licence_paper
from licensing.actions import Contents, Decision

KIND = "licensing.licence"


class Press:
    """One department that issues licences."""

    def __init__(self, issuer: Organisation, signer: User, clerk: User) -> None:
        self.issuer, self.signer, self.clerk = issuer, signer, clerk
        NumberPattern.objects.get_or_create(
            organisation=issuer, kind=KIND,
            defaults={"pattern": "{number}/GP-SKHCN", "effective_from": date(2025, 3, 1)},
        )  # fmt: skip

    def issue(self, contents: Contents, holder: Organisation, *, at: datetime) -> None:
        """Issue a licence at that moment and write it into the register."""
        draft = papers.draft(
            kind=KIND, organisation=self.issuer, owner=holder, data=self._data(contents),
            actor=self.clerk,
        )  # fmt: skip
        paper = papers.issue(pk=draft.pk, actor=self.clerk, signer=self.signer, now=at)
        actions.issue(
            number=paper.number_text,
            issuer=self.issuer,
            holder=holder,
            contents=contents,
            decision=Decision(paper.number_text, paper.issued_on, paper),
            actor=self.clerk,
        )

    def _data(self, contents: Contents) -> dict[str, Any]:
        return licence_paper.data(
            contents,
            body=self.issuer,
            signer=self.signer,
            holder={
                "international_name": "",
                "registration": "Giấy chứng nhận đăng ký doanh nghiệp mẫu",
                "phone": "028 3822 0000",
                "email": f"lienhe@{contents.domains[0]}",
            },
            manager={"position": "Phó Giám đốc", "phone": "028 3822 0001"},
            purpose=f"Cung cấp thông tin tổng hợp tại {settings.OFFICE_CITY}",
        )
