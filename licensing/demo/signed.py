"""Sample licences as they leave the office: typeset, numbered, signed twice."""

from datetime import date, datetime
from typing import Any

from cityweb.core import papers
from cityweb.core.models import NumberPattern, Organisation, User
from licensing import actions
from licensing.actions import Contents, Decision

KIND = "licensing.licence"
_CITY = "Thành phố Hồ Chí Minh"


# What every licence of the department says.
_SAME: dict[str, Any] = {
    "duties": [
        "Thực hiện đúng nội dung giấy phép và các quy định của pháp luật về cung cấp, sử "
        "dụng thông tin trên mạng",
        "Ghi rõ nguồn tin và thời gian đăng lần đầu khi trích dẫn",
        "Báo cáo theo quy định và chịu sự kiểm tra của cơ quan có thẩm quyền",
    ],
    "recipients": ["Như Điều 1", "Cổng thông tin điện tử Thành phố"],
    "kept": "VT, TTĐT",
}


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
        return {
            "place": _CITY,
            "above": f"Ủy ban nhân dân\n{_CITY}",
            "body": self.issuer.name.removesuffix(f" {_CITY}"),
            "about": "Thiết lập trang thông tin điện tử tổng hợp trên mạng",
            "valid_to": contents.valid_to.isoformat(),
            "authority": f"Giám đốc {self.issuer.name.removesuffix(f' {_CITY}')}",
            "grounds": [
                "Căn cứ Nghị định số 147/2024/NĐ-CP ngày 09 tháng 11 năm 2024 của Chính phủ quản "
                "lý, cung cấp, sử dụng dịch vụ Internet và thông tin trên mạng",
                f"Xét đơn đề nghị và hồ sơ cấp giấy phép của {contents.holder_name}",
                "Theo đề nghị của Trưởng phòng Thông tin điện tử",
            ],
            "holder": {
                "name": contents.holder_name,
                "international_name": "",
                "registration": "Giấy chứng nhận đăng ký doanh nghiệp mẫu",
                "address": contents.address,
                "phone": "028 3822 0000",
                "email": f"lienhe@{contents.domains[0]}",
            },
            "site": _site(contents),
            **_SAME,
            "signer": {
                "authority": None,
                "position": self.signer.position,
                "name": self.signer.full_name,
            },
        }


def _site(contents: Contents) -> dict[str, Any]:
    return {
        "name": contents.site_name,
        "domains": contents.domains,
        "purpose": f"Cung cấp thông tin tổng hợp tại {_CITY}",
        "sections": list(contents.sections),
        "sources": list(contents.sources),
        "servers": contents.servers,
        "manager": {
            "name": contents.manager,
            "position": "Phó Giám đốc",
            "phone": "028 3822 0001",
        },
    }
