"""What lies in a ward, commune or special zone may be its People's Committee's to answer."""

from datetime import date

import pytest
from django.utils import timezone

from cityweb.core import committees, places
from cityweb.core.models import AdminUnit, Organisation, Role
from feedback import actions, routing
from feedback.models import AgencyContact, Category, RoutingRule
from feedback.states import Kind
from tests.feedback.makers import forwarded, make_body, make_submission
from tests.people import make_person

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    """The committee of Bến Thành, which somebody answers for."""
    committees.make_missing()
    body = Organisation.objects.get(name="Ủy ban nhân dân phường Bến Thành")
    AgencyContact.objects.create(organisation=body, email="bt@x.example", valid_from=TODAY)
    return body


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


def in_ward(officer, code="tieng-on", unit=None):
    one = make_submission(category=Category.objects.get(code=code))
    unit = unit or AdminUnit.objects.get(name="Phường Bến Thành", valid_to=None)
    return actions.classify(
        pk=one.pk, actor=officer, kind=Kind.REPORT, category=one.category, unit=unit
    )


def let_all_be_reached():
    AgencyContact.objects.bulk_create(
        AgencyContact(organisation=body, email=f"b{body.pk}@x.example", valid_from=TODAY)
        for body in Organisation.objects.filter(kind="committee")
    )


def forward(client, one, **said):
    return client.post(f"/nghiep-vu/feedback/{one.code}/do/forward/", said)


def test_a_wards_matter_proposes_the_committee_of_the_place_and_says_why(officer, committee):
    wide = make_body("Công an mẫu")
    one = in_ward(officer)
    RoutingRule.objects.create(
        mailbox=one.mailbox, category=one.category, organisation=wide, valid_from=TODAY
    )
    found = routing.propose(one, on=TODAY)
    assert found.organisation == committee
    said = " ".join(found.reasons)
    assert "địa bàn Phường Bến Thành → Ủy ban nhân dân phường Bến Thành" in said
    assert "Quy tắc áp dụng từ 01/07/2025" in said
    assert not found.rule.is_confirmed
    assert routing.propose(make_submission(category=one.category), on=TODAY).organisation == wide


def test_a_matter_of_the_whole_city_or_of_an_earlier_day_is_not_the_wards(officer, committee):
    assert routing.propose(in_ward(officer, "giao-thong"), on=TODAY) is None
    assert routing.propose(in_ward(officer), on=date(2025, 6, 30)) is None


def test_a_former_ward_leads_to_the_committee_of_today(officer, committee):
    """Phường Phạm Ngũ Lão of the former District 1 went into Bến Thành."""
    found = places.find("phường phạm ngũ lão quận 1")
    units = AdminUnit.objects.filter(pk__in=[place.pk for place in found])
    bodies = {routing.propose(in_ward(officer, unit=unit), on=TODAY).organisation for unit in units}
    assert committee in bodies


def test_an_unconfirmed_proposal_is_forwarded_only_by_who_has_checked(desk, officer, committee):
    one = in_ward(officer)
    page = desk.get(f"/nghiep-vu/feedback/{one.code}/").text
    assert "Đề xuất: <b>Ủy ban nhân dân phường Bến Thành</b>" in page
    assert "Chưa xác nhận:" in page and "Chưa có đầu mối nhận:" not in page
    refused = forward(desk, one, organisation=committee.pk)
    assert refused.status_code == 422
    assert "Hãy kiểm tra rồi xác nhận" in refused.text
    forward(desk, one, organisation=committee.pk, has_checked="on")
    hop = one.hops.get()
    assert hop.organisation == committee
    assert "Việc của cấp xã" in hop.why


def test_a_proposed_body_that_nobody_answers_for_is_said_before_it_is_refused(desk, officer):
    committees.make_missing()
    one = in_ward(officer)
    assert "Chưa có đầu mối nhận:" in desk.get(f"/nghiep-vu/feedback/{one.code}/").text


@pytest.mark.slow
def test_a_body_is_found_among_all_by_words_of_its_name(desk, officer, committee):
    let_all_be_reached()
    one = in_ward(officer, "giao-thong")
    page = desk.get(f"/nghiep-vu/feedback/{one.code}/").text
    assert page.count("<option value=") > 168
    assert '<option value="Ủy ban nhân dân phường Tân Hưng">' in page
    assert forward(desk, one).status_code == 422
    assert "Không có cơ quan nào tên như vậy" in forward(desk, one, other="sở xyz").text
    assert "Nhiều cơ quan có chữ này" in forward(desk, one, other="ubnd phường tân").text
    forward(desk, one, other="ubnd phuong tan hung")
    assert one.hops.get().organisation.name == "Ủy ban nhân dân phường Tân Hưng"


def test_the_screen_of_a_case_asks_no_more_with_two_hundred_bodies(
    desk, officer, committee, django_assert_max_num_queries
):
    one = in_ward(officer)
    let_all_be_reached()
    with django_assert_max_num_queries(43):
        desk.get(f"/nghiep-vu/feedback/{one.code}/")


def test_a_body_that_gives_it_back_may_name_a_committee(client, officer, committee):
    body = make_body()
    hop = forwarded(officer, body)
    contact = make_person(Role.AGENCY_CONTACT, organisation=body)
    said = {"reason": "Việc của phường.", "other": "ubnd phường bến thành"}
    client.force_login(contact)
    client.post(f"/don-vi/viec/{hop.pk}/tra-lai/", said)
    hop.refresh_from_db()
    assert hop.suggested == committee


def test_a_committee_that_gave_it_back_is_passed_over(officer, committee):
    one = in_ward(officer)
    hop = actions.forward(pk=one.pk, actor=officer, organisation=committee)
    actions.return_hop(pk=hop.pk, actor=None, reason="Của Sở.")
    assert routing.propose(one, on=timezone.localdate()) is None
