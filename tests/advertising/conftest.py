"""Who inspects, who decides, and a website to inspect: made once for all tests of a file."""

import pytest

from advertising import actions
from tests.advertising.makers import (
    charged,
    make_checking,
    make_minuted,
    make_office,
    make_site,
    quick,
)
from tests.people import make_person
from tests.shared import shared


@shared
def body():
    return make_office()


@shared
def inspector(body):
    return make_person("inspector", full_name="Trưởng Đoàn", organisation=body)


@shared
def officer(body):
    return make_person("inspector", full_name="Chuyên Viên", organisation=body)


@shared
def head(body):
    return make_person("office_head", full_name="Trưởng Phòng", organisation=body)


@shared
def director(body):
    return make_person("director", full_name="Giám Đốc", position="Giám đốc", organisation=body)


@shared
def site(body):
    return make_site()


@pytest.fixture
def quick_papers():
    """Issue papers without setting and signing them: most tests are not about their looks."""
    with quick():
        yield


@shared
def checking(inspector, head, director, site):
    with quick():
        return make_checking(inspector, head, director, site)


@shared
def minuted(checking, inspector):
    """Return an inspection whose minutes name one ad that could not be closed."""
    with quick():
        return make_minuted(checking, inspector)


@shared
def recorded(minuted, inspector):
    with quick():
        made = charged(minuted, inspector)
        return actions.minute_violation(pk=made.pk, actor=inspector)
