"""Parties, their websites and the public page of guidance."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from advertising import rules
from advertising.models import AdSite, Guidance, Party, ProductCategory
from cityweb.core.errors import Refused
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
    for number, public in enumerate([True, False]):
        Guidance.objects.create(
            kind="question", title=f"Câu hỏi {number}", slug=f"cau-{number}", body="Trả lời.",
            is_public=public,
        )  # fmt: skip
    Guidance.objects.create(
        kind="guide", title="Tắt quảng cáo", slug="tat", body="Một <b>chạm</b>.", is_public=True
    )
    with django_assert_max_num_queries(6):
        page = client.get("/quang-cao/").content.decode()
    assert "Câu hỏi 0" in page
    assert "Câu hỏi 1" not in page
    assert "/gop-y/xay-dung-thanh-pho/" in page
    assert "Một &lt;b&gt;chạm" in client.get("/quang-cao/huong-dan/tat/").content.decode()
    assert client.get("/quang-cao/huong-dan/cau-0/").status_code == 404
    products = client.get("/quang-cao/san-pham-dac-biet/").content.decode()
    assert "Phiếu công bố sản phẩm mỹ phẩm" in products
    assert "chưa đối chiếu xong" in products


def test_the_mailbox_for_reports_has_their_subject(client, db):
    assert "Quảng cáo trên mạng" in client.get("/gop-y/xay-dung-thanh-pho/").content.decode()
