"""An article's page, and what its address answers after a new slug or a withdrawal."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from cityweb.news import actions
from cityweb.news.models import EditionFile
from cityweb.news.states import State, WithdrawalReason
from tests.news.crowds import make_crowd
from tests.news.makers import (
    carry_to_publication,
    make_article,
    make_board_member,
    make_column,
    make_editor,
    make_picture,
    make_site,
)
from tests.news.reading import linked_data, page, texts

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 23, 1, 15, tzinfo=UTC)


@pytest.fixture
def column():
    return make_column(make_site())


@pytest.fixture
def reader(citizen, column):
    citizen.defaults["HTTP_HOST"] = column.site.host
    return citizen


def publish(column, **content):
    return make_article(column, **content).article.live


def renew(live, **content):
    """Publish a changed edition of the article."""
    author, board = make_editor(live.site), make_board_member(live.site)
    draft = actions.new_draft(article_id=live.pk, actor=author)
    actions.save_draft(pk=draft.pk, actor=author, lock_version=draft.lock_version, content=content)
    carry_to_publication(draft, author, board)
    live.refresh_from_db()


def withdraw(live, reason, **more):
    actions.withdraw(
        pk=live.edition_id,
        actor=make_board_member(live.site),
        reason=reason,
        note="Đợt đăng ký đã kết thúc.",
        **more,
    )


def test_a_reader_sees_all_that_the_newsroom_wrote(reader, column):
    live = publish(
        column,
        at=MONDAY,
        title="Khởi công tuyến metro số 2",
        lead="Chín nhà ga ngầm.",
        body="<h2>Phân luồng</h2><p>Từ 05/12.</p>",
        authors="Minh Châu",
        source_name="Trung tâm Báo chí",
        source_url="https://nguon.example/",
        picture=make_picture(column.site),
        picture_alt="Nhà ga",
        picture_caption="Nhà ga Bến Thành",
        tags=["metro"],
    )
    tree = page(reader.get(live.path))
    assert texts(tree, "//h1") == ["Khởi công tuyến metro số 2"]
    text = " ".join(tree.text_content().split())
    for part in ("08:15, thứ Hai 23/11/2026", "Chín nhà ga ngầm.", "Minh Châu", "Nhà ga Bến Thành"):
        assert part in text
    assert texts(tree, "//div[@class='body']/h2") == ["Phân luồng"]
    assert tree.xpath("//figure[@class='lead-picture']/img/@alt") == ["Nhà ga"]
    assert tree.xpath("//p[@class='source']/a/@href") == ["https://nguon.example/"]
    assert texts(tree, "//ul[@class='chips']//a") == ["metro"]


def test_an_unchanged_article_does_not_claim_to_be_updated(reader, column):
    live = publish(column)
    assert "Cập nhật" not in page(reader.get(live.path)).text_content()
    renew(live, title="Tên mới", correction_note="Sửa số nhà ga từ tám thành chín.")
    text = page(reader.get(live.path)).text_content()
    assert "Cập nhật" in text
    assert "Sửa số nhà ga từ tám thành chín." in text


def test_an_old_slug_leads_to_the_new_address(reader, column):
    live = publish(column, slug="ten-cu")
    old = live.path
    renew(live, slug="ten-moi")
    response = reader.get(old)
    assert (response.status_code, response["Location"]) == (301, live.path)
    assert live.path.endswith("-ten-moi/")


@pytest.mark.parametrize(
    "shape", ["/bai-viet/{pk}/", "/bai-viet/{pk}-sai/", "/en/bai-viet/{pk}-{slug}/"]
)
def test_a_wrong_address_leads_to_the_right_one(reader, column, shape):
    live = publish(column)
    response = reader.get(shape.format(pk=live.pk, slug=live.slug))
    assert (response.status_code, response["Location"]) == (301, live.path)


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.APPROVED, State.SCHEDULED])
def test_what_is_not_published_is_not_there(reader, column, state):
    edition = make_article(column, state=state)
    assert reader.get(f"/bai-viet/{edition.article_id}-{edition.slug}/").status_code == 404


@pytest.mark.parametrize("pk", [0, 2**63 - 1, 2**63, 10**40])
def test_a_number_that_no_article_has_is_not_there(reader, pk):
    assert reader.get(f"/bai-viet/{pk}/").status_code == 404


def test_an_article_of_another_site_is_not_there(reader, column):
    elsewhere = publish(make_column(make_site()))
    assert reader.get(elsewhere.path).status_code == 404


def test_an_erroneous_article_answers_410(reader, column):
    live = publish(column, title="Bài có số liệu sai")
    withdraw(live, WithdrawalReason.ERROR)
    response = reader.get(live.path)
    assert response.status_code == 410
    assert "đã được gỡ" in response.content.decode()
    assert "Bài có số liệu sai" not in response.content.decode()


def test_a_superseded_article_leads_to_the_end_of_the_chain_in_one_step(reader, column):
    first, second, third = (publish(column) for _ in range(3))
    withdraw(first, WithdrawalReason.SUPERSEDED, replaced_by=second.article)
    withdraw(second, WithdrawalReason.SUPERSEDED, replaced_by=third.article)
    response = reader.get(first.path)
    assert (response.status_code, response["Location"]) == (301, third.path)


def test_a_replacement_that_was_taken_down_leaves_410(reader, column):
    first, second = publish(column), publish(column)
    withdraw(first, WithdrawalReason.SUPERSEDED, replaced_by=second.article)
    withdraw(second, WithdrawalReason.ERROR)
    assert reader.get(first.path).status_code == 410


def test_an_expired_article_is_read_under_a_banner_and_found_in_no_list(reader, column):
    live = publish(column)
    withdraw(live, WithdrawalReason.EXPIRED)
    tree = page(reader.get(live.path))
    assert "Đợt đăng ký đã kết thúc." in texts(tree, "//div[@class='notice']")[0]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert live.path not in reader.get(column.path).content.decode()
    assert live.path not in reader.get("/").content.decode()


def test_related_are_the_chosen_then_the_newest_of_the_column(reader, column):
    crowd = make_crowd(column, 8)
    chosen = publish(make_column(column.site), at=timezone.now() - timedelta(days=30))
    live = publish(column, related=[chosen.article, crowd[1].article])
    links = page(reader.get(live.path)).xpath("//aside[@class='related']//li/a/@href")
    expected = sorted([chosen, crowd[1]], key=lambda one: one.pk) + [crowd[0], *crowd[2:4]]
    assert links == [one.path for one in expected]


def test_related_leave_out_the_article_itself_and_what_was_taken_down(reader, column):
    gone = publish(column)
    live = publish(column, related=[gone.article])
    withdraw(gone, WithdrawalReason.ERROR)
    assert page(reader.get(live.path)).xpath("//aside[@class='related']") == []


def test_files_say_their_kind_and_size(reader, column, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    edition = make_article(column, state=State.APPROVED)
    file = ContentFile(b"x" * 400_000, name="ke-hoach.pdf")
    EditionFile.objects.create(edition=edition, file=file, title="Kế hoạch", size=400_000)
    actions.publish(pk=edition.pk, actor=make_board_member(column.site))
    (line,) = texts(page(reader.get(edition.article.live.path)), "//section[@class='files']//li")
    assert line == "Kế hoạch PDF, 391 KB"


def test_a_translation_is_linked_both_ways(reader, column):
    original = publish(column)
    english = make_article(make_column(column.site, language="en"), state=State.DRAFT)
    english.article.translation_of = original.article
    english.article.save()
    carry_to_publication(english, english.author, make_board_member(column.site))
    translated = english.article.live
    for one, other in ((original, translated), (translated, original)):
        tree = page(reader.get(one.path))
        assert tree.xpath("//a[@class='language']/@href") == [other.path]
        links = tree.xpath("//link[@rel='alternate'][@hreflang]")
        found = {link.get("hreflang"): link.get("href") for link in links}
        assert found == {each.language: f"{column.site.origin}{each.path}" for each in (one, other)}
        assert tree.get("lang") == one.language


def test_machines_read_the_article_and_the_way_to_it(reader, column):
    live = publish(column, title='</script><script>"&amp;', picture=make_picture(column.site))
    tree = page(reader.get(live.path))
    about, crumbs = linked_data(tree)["@graph"]
    assert about["@type"] == "NewsArticle"
    assert about["headline"] == live.title
    assert about["image"][0].startswith(f"{column.site.origin}/media/")
    assert datetime.fromisoformat(about["datePublished"]) == live.published_at.replace(
        microsecond=0
    )
    assert [step["item"] for step in crumbs["itemListElement"]] == [
        f"{column.site.origin}{column.path}",
        f"{column.site.origin}{live.path}",
    ]
    assert tree.xpath("//link[@rel='canonical']/@href") == [f"{column.site.origin}{live.path}"]
    assert tree.xpath("//meta[@property='og:title']/@content") == [live.title]


def test_what_editors_type_runs_nowhere(reader, column):
    live = publish(
        column,
        title="<script>a()</script>",
        lead="<img src=x onerror=b()>",
        body="<p onclick=c()>Có <script>d()</script><a href='javascript:e()'>f</a></p>",
        tags=["<b>g</b>"],
    )
    tree = page(reader.get(live.path))
    assert tree.xpath("//main//script | //@onclick | //@onerror | //main//@style") == []
    assert [href for href in tree.xpath("//@href") if href.startswith("javascript")] == []
    assert tree.xpath("//main//ul[@class='chips']//b") == []


def test_sharing_asks_no_tracker(reader, column):
    live = publish(column)
    tree = page(reader.get(live.path))
    outside = [src for src in tree.xpath("//@src") if not src.startswith("/")]
    assert outside == []
    for link in tree.xpath("//footer[@class='share']//a[starts-with(@href,'http')]"):
        assert {"noopener", "noreferrer"} <= set(link.get("rel").split())


def test_any_number_of_rows_takes_few_queries(reader, column, django_assert_max_num_queries):
    crowd = make_crowd(column, 60)
    live = publish(column, related=[one.article for one in crowd[:3]])
    reader.get(live.path)
    with django_assert_max_num_queries(3):
        reader.get(live.path)
