"""Open311: what is public and nothing else, in both forms; partners file once, with a key."""

import json

import pytest
from django.urls import reverse
from lxml import etree

from cityweb.core import places
from cityweb.core.models import AuditEntry, Organisation
from feedback import actions, codes
from feedback.actions import partners
from feedback.models import Category, Partner, PartnerFiling, Publication, Submission
from feedback.states import Channel
from tests.feedback.makers import mailbox, make_submission, replied

pytestmark = pytest.mark.django_db
ROOT = "/open311/v2"
BODY = "Tôi tên là Trần Thị Bê, số 0903 123 456. Nắp cống trước nhà số 45/2 đường Lê Lai bị vỡ."


@pytest.fixture
def published(officer, head):
    submission = replied(
        officer, head, subject="Nắp cống vỡ", body=BODY, sender_name="Trần Thị Bê", place="45/2"
    )
    publication = actions.prepare_publication(pk=submission.pk, actor=officer)
    actions.mask_rest(pk=publication.pk, actor=officer)
    return actions.publish(pk=publication.pk, actor=head)


@pytest.fixture
def partner(administrator):
    body = Organisation.objects.create(name="Cổng 1022 mẫu", kind="department")
    made = Partner.objects.create(name="1022", organisation=body, may_file=True, key_digest="-")
    made.key = partners.renew_key(pk=made.pk, actor=administrator)
    return made


def read(client, address, expected=200, **given):
    response = client.get(f"{ROOT}/{address}", given)
    assert response.status_code == expected, response.content.decode()
    if address.endswith("json"):
        return json.loads(response.content)
    return etree.fromstring(response.content)


def filed(client, partner, status=201, form="json", **given):
    given = {
        "api_key": partner.key,
        "service_code": Category.objects.filter(mailbox=mailbox()).first().code,
        "description": "Đèn đường tắt ba đêm liền.\nTrước chợ.",
        "last_name": "Nguyễn Văn",
        "first_name": "Thử",
        "email": "thu@nguoidan.example",
        "attribute[sender_address]": "12 đường Mẫu",
        "address_string": "Trước chợ Mẫu",
        "lat": "10.7769",
        "long": "106.7009",
    } | given
    response = client.post(f"{ROOT}/requests.{form}", given)
    assert response.status_code == status, response.content.decode()
    return json.loads(response.content) if form == "json" else etree.fromstring(response.content)


def test_discovery_and_services_say_the_same_in_both_forms(client):
    found = read(client, "discovery.json")
    assert found["endpoints"][0]["specification"].endswith("GeoReport_v2")
    assert read(client, "discovery.xml").findtext("endpoints/endpoint/url").endswith("/open311/v2")

    services = read(client, "services.json")
    codes_in_xml = read(client, "services.xml").xpath("service/service_code/text()")
    assert [one["service_code"] for one in services] == codes_in_xml
    assert set(codes_in_xml) == set(
        Category.objects.filter(is_active=True).values_list("code", flat=True)
    )

    definition = read(client, f"services/{codes_in_xml[0]}.json")
    assert "subject" in [one["code"] for one in definition["attributes"]]
    in_xml = read(client, f"services/{codes_in_xml[0]}.xml")
    assert in_xml.xpath("attributes/attribute/values/value/key/text()") == [
        "person",
        "organisation",
    ]


def test_errors_are_in_the_form_of_the_standard(client):
    (problem,) = read(client, "services/khong-co.json", 404)
    assert problem["code"] == 404 and "service_code" in problem["description"]
    found = read(client, "services/khong-co.xml", 404)
    assert found.tag == "errors" and found.findtext("error/code") == "404"
    read(client, "services.json", 404, jurisdiction_id="khac.example")
    read(client, "services.json", jurisdiction_id="testserver")


def test_a_published_question_is_read_in_its_masked_words(client, published):
    (found,) = read(client, "requests.json")
    assert found["service_request_id"] == str(published.pk)
    assert found["status"] == "closed" and "thay nắp cống" in found["status_notes"]
    assert found["service_code"] == published.submission.category.code
    everything = json.dumps(found, ensure_ascii=False)
    for secret in ("Trần Thị Bê", "0903", "45/2", published.submission.code, "nguoidan.example"):
        assert secret not in everything
    in_xml = read(client, f"requests/{published.pk}.xml")
    assert in_xml.findtext("request/description") == found["description"]
    assert read(client, f"requests/{published.pk}.json") == [found]


def test_filters_narrow_the_list(client, published):
    number = str(published.pk)
    category = published.submission.category.code
    for given in (
        {"service_code": category},
        {"status": "closed"},
        {"status": "open,closed"},
        {"service_request_id": f"{number},999999"},
        {"start_date": "2026-01-01", "end_date": "2026-01-31", "service_request_id": number},
    ):
        assert len(read(client, "requests.json", **given)) == 1, given
    for given in (
        {"service_code": "khac"},
        {"status": "open"},
        {"service_request_id": "999999,abc,99999999999999999999"},
        {"start_date": "2020-01-01", "end_date": "2020-01-31"},
        {"start_date": "2020-01-01T00:00:00+07:00"},
        {"page": "2"},
    ):
        assert read(client, "requests.json", **given) == [], given
    for given in (
        {"status": "xong"},
        {"start_date": "hôm qua"},
        {"start_date": "2020-01-01", "end_date": "2021-01-01"},
        {"start_date": "2026-02-01", "end_date": "2026-01-01"},
        {"page": "0"},
        {"page_size": "201"},
        {"page": "10000", "page_size": "200"},
        {"service_request_id": ",".join("1" * 101)},
    ):
        read(client, "requests.json", 400, **given)


def _restrict(publication, head):
    actions.restrict(pk=publication.submission_id, actor=head, reason="Có thể là tố cáo.")


def _suspect(publication, head):
    Submission.objects.filter(pk=publication.submission_id).update(is_suspected_spam=True)


def _withdraw(publication, head):
    actions.withdraw_publication(pk=publication.pk, actor=head, reason="Sai người.")


@pytest.mark.parametrize("hide", [_restrict, _suspect, _withdraw])
def test_what_is_hidden_does_not_exist(client, published, head, partner, hide):
    filing = PartnerFiling.objects.create(partner=partner, submission=published.submission)
    (shown,) = read(client, f"tokens/{filing.token}.json")
    assert shown["service_request_id"] == str(published.pk)

    hide(published, head)

    unknown = client.get(f"{ROOT}/requests/999999.json")
    hidden = client.get(f"{ROOT}/requests/{published.pk}.json")
    assert (hidden.status_code, hidden.content) == (404, unknown.content)
    assert read(client, "requests.json") == []
    assert read(client, "requests.json", service_request_id=str(published.pk)) == []
    (waiting,) = read(client, f"tokens/{filing.token}.json")
    assert waiting == {"service_request_id": "", "token": str(filing.token)}


def test_what_was_never_published_does_not_exist(client, officer, head):
    submission = replied(officer, head)
    draft = actions.prepare_publication(pk=submission.pk, actor=officer)
    for number in (draft.pk, submission.pk, submission.code, 2**63, "0", "abc"):
        read(client, f"requests/{number}.json", 404)
    assert read(client, "requests.json") == []
    for token in ("00000000-0000-4000-8000-000000000000", "abc"):
        (problem,) = read(client, f"tokens/{token}.json", 404)
        assert problem["code"] == 404 and "token" in problem["description"]


def test_a_partner_files_once_however_often_it_sends(client, partner):
    first, again = (filed(client, partner, token="ho-so-7") for _ in range(2))
    assert first == again
    submission = Submission.objects.get()
    assert submission.channel == Channel.PARTNER
    assert submission.subject == "Đèn đường tắt ba đêm liền."
    assert submission.sender_name == "Nguyễn Văn Thử"
    assert submission.place == "Trước chợ Mẫu, 10.776900, 106.700900"
    secret = codes.secret_for(submission.token)
    assert submission.code in first[0]["service_notice"] and secret in first[0]["service_notice"]
    assert AuditEntry.objects.filter(verb="feedback.received").count() == 1

    other = filed(client, partner, form="xml", token="ho-so-8", media_url="https://x.example/1.jpg")
    filing = PartnerFiling.objects.get(token=other.findtext("request/token"))
    assert "https://x.example/1.jpg" in filing.submission.body
    assert filing.submission != submission


def test_two_partners_may_use_the_same_token(client, partner, administrator):
    other = Partner.objects.create(
        name="Khác", organisation=partner.organisation, may_file=True, key_digest="--"
    )
    other.key = partners.renew_key(pk=other.pk, actor=administrator)
    one, two = (filed(client, which, token="1") for which in (partner, other))
    assert one[0]["token"] != two[0]["token"]


def test_nothing_is_taken_without_a_key_that_may_file(client, partner, administrator):
    old = partner.key
    filed(client, partner, 403, api_key="")
    filed(client, partner, 403, api_key="sai")
    partner.key = partners.renew_key(pk=partner.pk, actor=administrator)
    filed(client, partner, 403, api_key=old)
    Partner.objects.update(may_file=False)
    filed(client, partner, 403)
    Partner.objects.update(may_file=True, is_active=False)
    (problem,) = filed(client, partner, 403)
    assert problem["code"] == 403
    assert not Submission.objects.exists()


def test_faults_are_told_by_the_names_of_the_standard(client, partner):
    places.forget()
    told = filed(client, partner, 400, description="", email="khong-phai-thu")
    described = " ".join(one["description"] for one in told)
    assert "description:" in described and "email:" in described
    filed(client, partner, 400, lat="x")
    filed(client, partner, 400, lat="nan", long="1")
    filed(client, partner, 400, token="x" * 201)
    filed(client, partner, 404, service_code="khong-co")
    filed(client, partner, 400, **{"attribute[sender_kind]": "robot"})
    assert not Submission.objects.exists()


def test_the_key_is_shown_once_to_the_administrator(client, administrator, partner):
    client.force_login(administrator)
    response = client.post(
        reverse("admin:feedback_partner_add"),
        {
            "name": "Ứng dụng phường",
            "organisation": partner.organisation_id,
            "is_active": "on",
            "may_file": "on",
        },
        follow=True,
    )
    said = [str(one) for one in response.context["messages"]]
    key = next(one for one in said if "chỉ hiện lần này" in one).rpartition(" ")[2]
    made = Partner.objects.get(name="Ứng dụng phường")
    assert made.key_digest == codes.digest_of_partner_key(key)
    page = client.get(reverse("admin:feedback_partner_change", args=[made.pk]))
    assert key not in page.content.decode() and made.key_digest not in page.content.decode()


def test_a_new_submission_is_not_shown_before_anybody_published_it(client):
    make_submission()
    assert not Publication.objects.exists()
    assert read(client, "requests.json") == []
