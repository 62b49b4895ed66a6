"""A unit that its body gives a submission to has a term of its own, and lateness of its own."""

from datetime import timedelta

import pytest
import time_machine

from cityweb.core import clocks
from cityweb.core.models import LegalRule, Role
from feedback import actions
from tests.feedback.makers import forwarded, make_body
from tests.people import make_person

pytestmark = pytest.mark.django_db
MONDAY = "2026-11-02T09:00:00+07:00"


@pytest.fixture
def hop(officer):
    with time_machine.travel(MONDAY, tick=False):
        return forwarded(officer, make_body("Sở mẫu"))


def passed_on(hop, at=None):
    unit = make_body("Đội mẫu", parent=hop.organisation)
    at = at or hop.sent_at
    return actions.pass_on(pk=hop.pk, actor=None, organisation=unit, at=at)


def due(hop):
    return clocks.of(hop, "hop").get()


def late(*hops):
    for hop in hops:
        hop.refresh_from_db()
    return [hop.late_minutes for hop in hops]


def test_the_unit_is_due_before_its_body_by_a_rule_of_its_own(hop):
    below = passed_on(hop)
    assert due(below).rule == LegalRule.objects.get(code="FB.HOP.UNIT.REPLY")
    assert due(below).due_on < due(hop).due_on


def test_what_the_unit_was_late_is_not_booked_to_its_body_too(hop):
    below = passed_on(hop)
    at = due(hop).due_at + timedelta(hours=1)
    actions.answer_hop(pk=below.pk, actor=None, answer="Xong.", at=at)
    actions.answer_hop(pk=hop.pk, actor=None, answer="Xong.", at=at + timedelta(hours=1))
    assert late(hop)[0] == 0
    assert late(below)[0] > 60


def test_a_body_that_gave_it_on_too_late_is_late_itself(hop):
    below = passed_on(hop, at=due(hop).due_at - timedelta(days=1))
    at = due(hop).due_at + timedelta(hours=2)
    actions.answer_hop(pk=below.pk, actor=None, answer="Xong.", at=at)
    actions.answer_hop(pk=hop.pk, actor=None, answer="Xong.", at=at)
    assert late(hop, below) == [120, 0]


def test_the_page_tells_each_term_with_its_body(client, officer, hop):
    passed_on(hop)
    client.force_login(officer)
    page = client.get(f"/nghiep-vu/feedback/{hop.submission.code}/deadline/").text
    assert "Hạn cơ quan trả lời: Sở mẫu" in page
    assert "Hạn cơ quan trả lời: Đội mẫu" in page
    assert "không đổi hạn của Sở mẫu" in page


def test_the_body_sees_until_when_its_unit_has_to_answer(client, hop):
    passed_on(hop)
    contact = make_person(Role.AGENCY_CONTACT, organisation=hop.organisation)
    client.force_login(contact)
    with time_machine.travel("2026-11-12T09:00:00+07:00", tick=False):
        page = client.get(f"/don-vi/viec/{hop.pk}/").text
    assert "Đội mẫu đang xử lý, hạn của đơn vị: thứ Tư 11/11/2026 (<b>đã quá hạn</b>)" in page


def test_the_body_is_told_the_units_term_before_it_gives_it_on(client, hop):
    unit = make_body("Đội mẫu", parent=hop.organisation)
    contact = make_person(Role.AGENCY_CONTACT, organisation=hop.organisation)
    client.force_login(contact)
    with time_machine.travel(MONDAY, tick=False):
        page = client.get(f"/don-vi/viec/{hop.pk}/").text
    assert "Đơn vị có hạn riêng, đến hết 11/11/2026" in page
    with time_machine.travel("2026-11-12T09:00:00+07:00", tick=False):
        assert "hãy dặn đơn vị trả lời sớm hơn" in client.get(f"/don-vi/viec/{hop.pk}/").text
    assert unit.name in page
