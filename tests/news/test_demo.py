"""The sample newsroom: complete, loaded once, and shown to readers as its rows say."""

import shutil
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from lxml import html

from cityweb.core.models import Role, User
from cityweb.news.demo import data
from cityweb.news.demo.load import load
from cityweb.news.models import (
    Article,
    Campaign,
    Column,
    Edition,
    HeroSlot,
    LiveArticle,
    Page,
    Picture,
    Site,
)
from cityweb.news.states import State, WithdrawalReason
from tests.news.reading import page

PASSWORD = "mật khẩu của bản chạy thử"


@pytest.fixture(scope="module", autouse=True)
def newsroom(django_db_setup, django_db_blocker, tmp_path_factory):
    """The sample, loaded once for all tests of this module and rolled back after them."""
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        load(password=PASSWORD, now=timezone.now())
        yield
        transaction.set_rollback(True)
    shutil.rmtree(media)


pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def live(key):
    return LiveArticle.objects.get(article__source_key=f"demo:{key}")


def path_of(key):
    """Return the address of an article, also of one that came down."""
    article = Article.objects.get(source_key=f"demo:{key}")
    return f"/bai-viet/{article.pk}-{article.editions.first().slug}/"


def test_loading_again_adds_nothing():
    def counted():
        return [
            model.objects.count()
            for model in (User, Article, Edition, Picture, Page, Campaign, HeroSlot)
        ]

    before = counted()
    assert load(password=PASSWORD, now=timezone.now()) == 0
    assert counted() == before


def test_it_is_never_loaded_where_no_demo_password_is_set(settings):
    settings.DEMO_PASSWORD = ""
    with pytest.raises(CommandError, match="bản chạy thử"):
        call_command("load_demo")


def test_every_state_of_the_desk_has_an_article():
    there = set(Edition.objects.values_list("state", flat=True))
    assert there >= set(State) - {State.SUPERSEDED, State.DISCARDED}
    down = Article.objects.exclude(withdrawal_reason="")
    assert set(down.values_list("withdrawal_reason", flat=True)) == set(WithdrawalReason)
    returned = Edition.objects.filter(state=State.DRAFT).exclude(return_reason="")
    assert returned.exists()
    assert Article.objects.filter(editions__state=State.DRAFT, live__isnull=False).count() >= 2


def test_readers_of_both_sites_find_something_in_every_column():
    assert LiveArticle.objects.count() >= 75
    for column in Column.objects.all():
        assert LiveArticle.objects.filter(column_ids__contains=[column.pk]).exists(), column


def test_everyone_can_sign_in_and_holds_one_role():
    people = User.objects.filter(email__endswith="@demo.cityweb.example")
    assert {role for person in people for role in person.roles} == {
        Role.EDITOR,
        Role.EDITORIAL_BOARD,
        Role.ADMINISTRATOR,
    }
    assert all(person.check_password(PASSWORD) for person in people)
    assert all(len(person.roles) == 1 for person in people)


def test_nobody_of_one_site_sees_the_desk_of_the_other():
    ict = User.objects.get(email="ict@demo.cityweb.example")
    seen = Edition.objects.visible_to(ict).values_list("article__site__code", flat=True)
    assert set(seen) == {"ict-hcm"}


def test_who_wrote_a_text_did_not_approve_it():
    passed = Edition.objects.filter(approved_by__isnull=False)
    assert passed.exists()
    assert all(edition.approved_by_id != edition.author_id for edition in passed)


def test_published_times_lie_behind_and_scheduled_ones_ahead():
    now = timezone.now()
    assert not LiveArticle.objects.filter(published_at__gt=now).exists()
    assert not Edition.objects.filter(state=State.SCHEDULED, publish_at__lte=now).exists()


def test_every_picture_has_words_and_all_its_files():
    pictures = Picture.objects.all()
    assert {picture.alt for picture in pictures} == set(data.descriptions().values())
    for picture in pictures:
        for width in picture.widths:
            assert default_storage.exists(f"{picture.base}/{width}.webp")


def test_english_articles_describe_their_pictures_in_english():
    described = set(data.descriptions().values())
    for row in LiveArticle.objects.filter(language="en").exclude(picture={}):
        assert row.picture["alt"] not in described


def test_every_drawing_is_described_and_small():
    folder = Path(data.__file__).parent / "pictures"
    files = {file.stem: file.stat().st_size for file in folder.glob("*.webp")}
    assert set(files) == set(data.descriptions())
    assert max(files.values()) <= 45_000
    assert {file.stem for file in (folder / "src").glob("*.svg")} == set(files)


@pytest.mark.parametrize(
    ("host", "path", "title"),
    [
        ("localhost", "/", "Thành phố khởi công tuyến metro số 2 Bến Thành – Tham Lương"),
        ("localhost", "/en/", "Work begins on Metro Line 2 from Bến Thành to Tham Lương"),
        ("ict-hcm.localhost", "/", "Năm bước đề nghị cấp giấy phép thiết lập trang"),
    ],
)
def test_home_pages_lead_with_the_pinned_article(citizen, host, path, title):
    tree = page(citizen.get(path, headers={"host": host}))
    first = tree.xpath("//main//*[self::h2 or self::h3]//a")[0]
    assert first.text_content().strip().startswith(title)


def test_articles_that_came_down_answer_as_their_reason_says(citizen):
    assert citizen.get(path_of("sai-so-lieu-ve")).status_code == 410
    moved = citizen.get(path_of("mien-phep-nha-cap-bon"))
    assert moved.status_code in {301, 302}
    assert moved["Location"] == live("cap-phep-nha-o-truc-tuyen").path
    expired = citizen.get(path_of("ho-tro-nguoi-nuoc-ngoai"))
    assert expired.status_code == 200
    assert "Đợt hỗ trợ đã kết thúc" in expired.content.decode()


def test_a_campaign_shows_its_picked_and_its_automatic_articles(citizen):
    answer = citizen.get("/chuyen-de/chuyen-doi-so-vi-nguoi-dan/")
    text = page(answer).text_content()
    assert live("ba-muoi-ngay-khu-pho").title in text
    assert live("khao-sat-hai-long").title in text


def test_every_link_in_the_sample_texts_leads_somewhere(citizen):
    texts = [
        *LiveArticle.objects.values_list("site", "body"),
        *Page.objects.values_list("site", "body"),
    ]
    hosts = dict(Site.objects.values_list("pk", "host"))
    links = {
        (hosts[site], href)
        for site, body in texts
        if body
        for href in html.fromstring(f"<div>{body}</div>").xpath("//a/@href")
    }
    assert links
    for host, href in links:
        assert citizen.get(href, headers={"host": host}).status_code == 200, href


def test_the_mandate_is_told_in_full(citizen):
    text = page(citizen.get("/trang/chuc-nang-nhiem-vu/")).text_content()
    for words in (
        "Giúp Giám đốc Sở Thông tin và Truyền thông",
        "Luật Quảng cáo",
        "giấy phép thiết lập trang thông tin điện tử tổng hợp",
        "Hộp thư góp ý xây dựng TP; Góp ý quy định hành chính; Góp ý website",
        "xây dựng các chuyên đề tuyên truyền",
    ):
        assert words in text
