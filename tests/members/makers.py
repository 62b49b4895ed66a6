"""Member sites for tests."""

import itertools

from cityweb.core.models import Organisation
from members.models import MemberSite

_numbers = itertools.count(1)


def make_site(**fields):
    """Return a saved site of a body of its own."""
    number = next(_numbers)
    body = fields.pop("organisation", None) or Organisation.objects.create(
        name=f"Sở Thử nghiệm số {number}", kind="department"
    )
    given = {
        "code": f"thu-{number}",
        "name": f"Trang Thử nghiệm số {number}",
        "home_url": f"https://thu{number}.hochiminhcity.gov.vn/",
    }
    return MemberSite.objects.create(organisation=body, **given | fields)
