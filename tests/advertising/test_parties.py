"""Parties, their websites and the public page of guidance."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from advertising import rules
from advertising.models import AdSite, Guidance, Party, ProductCategory
from advertising.reports import licences
from advertising.views import public
from cityweb.core.errors import Refused
from tests.licensing.makers import CONTENTS, make_licence
from tests.people import make_person


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("https://www.TinSaiGon.vn/quang-cao?x=1", "tinsaigon.vn"),
        ("tinsaigon.vn", "tinsaigon.vn"),
        ("http://xn--bo-mia.vn:8080/", "báo.vn"),
    ],
)
def test_a_site_is_known_by_its_domain(typed, domain):
    assert rules.domain_of(typed) == domain


@pytest.mark.parametrize("typed", ["", "không phải địa chỉ", "localhost", "http://"])
def test_what_names_no_site_is_refused(typed):
    with pytest.raises(Refused) as refusal:
        rules.domain_of(typed)
    assert refusal.value.code == "no-domain"


def test_a_site_keeps_its_bare_domain(db):
    operator = Party(name="Công ty Mẫu", roles=["ad_publisher"])
    operator.save()
    site = AdSite(name="Tin", domain="HTTPS://www.Tin.vn/", home_url="https://tin.vn/")
    site.operator = operator
    site.full_clean()
    assert site.domain == "tin.vn"
    with pytest.raises(IntegrityError):
        AdSite.objects.bulk_create([AdSite(name="x", domain="Tin.VN", operator=operator)])


def test_a_party_has_a_role_that_exists(db):
    with pytest.raises(ValidationError):
        Party(name="Công ty Mẫu", roles=["king"]).full_clean(validate_unique=False)


def test_an_inspector_keeps_sites_and_reads_products(db, client):
    client.force_login(make_person("inspector"))
    party = Party.objects.create(name="Công ty Mẫu", roles=["ad_publisher"])
    answer = client.post(
        "/admin/advertising/adsite/add/",
        {
            "name": "Tin",
            "domain": "tin.vn",
            "home_url": "https://tin.vn/",
            "operator": party.pk,
            "licence": "999/GP-KHÔNG-CÓ",
        },
    )
    assert "Sổ giấy phép không có số này." in answer.content.decode()
    category = ProductCategory.objects.first()
    page = f"/admin/advertising/productcategory/{category.pk}/change/"
    assert client.get(page).status_code == 200
    assert client.post(page, {}).status_code == 403


def test_the_public_page_shows_what_is_public(db, client, django_assert_max_num_queries):
    for number, is_shown in enumerate([True, False]):
        Guidance.objects.create(
            kind="question", title=f"Câu hỏi {number}", slug=f"cau-{number}", body="Trả lời.",
            is_public=is_shown,
        )  # fmt: skip
    Guidance.objects.create(
        kind="guide", title="Tắt quảng cáo", slug="tat", body="Một <b>chạm</b>.", is_public=True
    )
    with django_assert_max_num_queries(6):
        page = client.get("/quang-cao/").content.decode()
    assert "Câu hỏi 0" in page
    assert "Câu hỏi 1" not in page
    assert public.REPORTING in page
    assert "Một &lt;b&gt;chạm" in client.get("/quang-cao/huong-dan/tat/").content.decode()
    assert client.get("/quang-cao/huong-dan/cau-0/").status_code == 404
    products = client.get("/quang-cao/san-pham-dac-biet/").content.decode()
    assert "Phiếu công bố sản phẩm mỹ phẩm" in products
    assert "chưa đối chiếu xong" in products


def test_a_licence_of_somebody_else_is_pointed_out(db):
    licence = make_licence(make_person("specialist"))
    said = CONTENTS | {"domain": licence.current.domains[0]}
    operator = Party.objects.create(name=said["holder_name"].upper(), roles=["ad_publisher"])
    own = AdSite(domain=f"m.{said['domain']}", operator=operator, licence=licence)
    assert licences.of(own).doubts == ()
    other = Party.objects.create(name="Công ty Khác", roles=["ad_publisher"])
    strange = AdSite(domain="tin.vn", operator=other, licence=licence)
    assert licences.of(strange).doubts == (
        f"cấp cho {said['holder_name']}, không phải Công ty Khác",
        f"cấp cho tên miền {said['domain']}, không có tin.vn",
    )
    # The organisation tells more than a name; a licence nobody tied is found by the domain.
    other.organisation = licence.holder
    assert len(licences.of(strange).doubts) == 1
    untied = licences.of(AdSite(domain=said["domain"], operator=operator))
    assert (untied.licence, untied.untold) == (None, licence)
    assert licences.of(AdSite(domain="tin.vn", operator=operator)).untold is None
