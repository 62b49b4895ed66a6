"""Whether the number of a licence is one, and of the body that is said to have given it."""

import re
from datetime import date

from cityweb.core import text
from cityweb.core.models import NumberPattern, Organisation

_NUMBER = re.compile(r"\d{1,6}[a-z]?/gp(-[a-z0-9.&-]{1,40})?")
_KIND = "licensing.licence"
NOT_A_NUMBER = (
    "Không phải số giấy phép: ghi số thứ tự, “/GP-” và ký hiệu cơ quan cấp, như 12/GP-STTTT."
)


def is_number(number: str) -> bool:
    """Tell whether it is written as licences are numbered."""
    return _NUMBER.fullmatch(_plain(number)) is not None


def mismatch(number: str, issuer: Organisation, on: date) -> str:
    """Return what is to be said of a number that this body did not give on that day.

    Known are the ways of numbering that the office has written down; of others nothing is said.
    """
    rows = NumberPattern.objects.filter(kind=_KIND).select_related("organisation")
    then = rows.in_force(on).filter(organisation=issuer).first()
    if then is not None and not _fits(number, then.pattern):
        sample = then.pattern.replace("{number}", "…")
        return f"Ngày {on:%d/%m/%Y} {issuer} đánh số {sample}, không phải {_symbol(number)}."
    alike = [one for one in rows if _fits(number, one.pattern)]
    if then is None and alike and issuer not in [one.organisation for one in alike]:
        return f"Ký hiệu {_symbol(number)} là của {alike[0].organisation}, không phải của {issuer}."
    return ""


def _fits(number: str, pattern: str) -> bool:
    before, _, after = _plain(pattern).partition("{number}")
    named = re.escape(before) + r"\d+[a-z]?" + re.escape(after).replace(r"\{year\}", r"\d{4}")
    return re.fullmatch(named.replace(r"\{yymmdd\}", r"\d{6}"), _plain(number)) is not None


def _symbol(number: str) -> str:
    return number.partition("/")[2] or number


def _plain(number: str) -> str:
    return "".join(text.fold(number).split())
