"""The editors' page: begin, write, pass on; what is refused, and that nothing typed is lost."""

import html as entities
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cityweb.news import actions
from cityweb.news.models import Edition
from cityweb.news.states import State
from tests.news.makers import (
    make_article,
    make_board_member,
    make_column,
    make_editor,
    make_site,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def column():
    return make_column(make_site())


@pytest.fixture
def author(column):
    return make_editor(column.site, full_name="Lê Thu Hà")


@pytest.fixture
def desk(client, author):
    client.force_login(author)
    return client


@pytest.fixture
def draft(column, author):
    return make_article(column, state=State.DRAFT, author=author)


def change(edition):
    return reverse("admin:news_edition_change", args=[edition.pk])


def typed(edition, **fields):
    """Return what the browser sends for an edition, with some fields typed anew."""
    plain = ("title", "slug", "lead", "body", "authors", "source_name", "source_url")
    return {
        **{name: getattr(edition, name) for name in plain},
        "main_column": edition.main_column_id,
        "tags": ", ".join(edition.tags),
        "picture": "",
        "picture_alt": "",
        "picture_caption": "",
        "lock_version": edition.lock_version,
        "step": "save",
    } | fields


def text_of(response):
    return entities.unescape(response.content.decode())


def test_an_article_begins_with_title_and_column(desk, column):
    response = desk.post(
        reverse("admin:news_edition_add"), {"title": "  Tin\n mới ", "column": column.pk}
    )
    edition = Edition.objects.get(title="Tin mới")
    assert response.headers["Location"] == change(edition)
    assert desk.get(change(edition)).status_code == 200


def test_saving_stores_every_field(desk, draft, column):
    other = make_article(column).article
    extra = make_column(column.site)
    fields = {
        "title": "Tên mới",
        "tags": "đất đai, Đất đai,  quy hoạch ",
        "related": [other.pk],
        "extra_columns": [extra.pk],
        "source_url": "trungtambaochi.example/tin",
    }
    assert desk.post(change(draft), typed(draft, **fields)).status_code == 302
    draft.refresh_from_db()
    assert (draft.title, draft.tags) == ("Tên mới", ["đất đai", "quy hoạch"])
    assert draft.source_url == "https://trungtambaochi.example/tin"
    assert (draft.related.get(), draft.extra_columns.get()) == (other, extra)


def test_a_step_saves_what_was_typed_and_goes_on(desk, draft):
    desk.post(change(draft), typed(draft, title="Đã sửa", step="submit"))
    draft.refresh_from_db()
    assert (draft.title, draft.state) == ("Đã sửa", State.SUBMITTED)


def test_a_refused_step_saves_nothing_and_keeps_the_typed_text(desk, draft):
    response = desk.post(change(draft), typed(draft, title="Đang viết", lead="", step="submit"))
    assert response.status_code == 409
    assert "Bài còn thiếu: tóm tắt." in text_of(response)
    assert "Đang viết" in text_of(response)
    draft.refresh_from_db()
    assert (draft.state, draft.lock_version) == (State.DRAFT, 1)
    assert draft.title != "Đang viết"


def test_a_field_in_error_is_shown_beside_it_and_nothing_is_saved(desk, draft):
    response = desk.post(change(draft), typed(draft, title="Mới", source_url="không phải địa chỉ"))
    assert response.context["form"].errors.keys() == {"source_url"}
    draft.refresh_from_db()
    assert draft.title != "Mới"


def test_what_a_step_asks_is_asked_beside_its_button(client, column, author):
    edition = make_article(column, state=State.SUBMITTED, author=author)
    client.force_login(make_board_member(column.site))
    response = client.post(change(edition), typed(edition, step="return"))
    assert "Hãy ghi lý do để người viết biết cần sửa gì." in text_of(response)
    edition.refresh_from_db()
    assert edition.state == State.SUBMITTED
    client.post(change(edition), typed(edition, step="return", **{"return-reason": "Thiếu nguồn."}))
    edition.refresh_from_db()
    assert (edition.state, edition.return_reason) == (State.DRAFT, "Thiếu nguồn.")


def test_the_whole_way_by_buttons(client, column, author, draft):
    client.force_login(author)
    client.post(change(draft), typed(draft, step="submit"))
    client.post(change(draft), typed(draft, step="mark-edited"))
    client.force_login(make_board_member(column.site))
    client.post(change(draft), typed(draft, step="approve"))
    day = timezone.localdate() + timedelta(days=30)
    client.post(change(draft), {"step": "schedule", "schedule-at": f"{day}T03:04"})
    draft.refresh_from_db()
    assert draft.state == State.SCHEDULED
    # What the editor types is the city's time; UTC is seven hours behind.
    assert f"{draft.publish_at:%Y-%m-%d %H:%M}" == f"{day - timedelta(days=1)} 20:04"
    client.post(change(draft), {"step": "unschedule"})
    client.post(change(draft), {"step": "publish"})
    draft.refresh_from_db()
    assert draft.state == State.PUBLISHED
    response = client.post(change(draft), {"step": "new-draft"})
    newer = Edition.objects.get(article=draft.article_id, state=State.DRAFT)
    assert response.headers["Location"] == change(newer)
    client.post(change(newer), typed(newer, step="discard", title=""))
    client.post(
        change(draft),
        {"step": "withdraw", "withdraw-kind": "expired", "withdraw-note": "Đã hết hạn."},
    )
    draft.refresh_from_db()
    assert draft.state == State.WITHDRAWN


def test_a_live_edition_is_read_only(desk, column):
    edition = make_article(column)
    page = desk.get(change(edition))
    assert page.context["form"] is None
    assert "Soạn bản sửa" in text_of(page)
    desk.post(change(edition), typed(edition, title="Sửa lén"))
    edition.refresh_from_db()
    assert edition.title != "Sửa lén"


def test_a_newer_saving_is_shown_and_overwritten_only_knowingly(desk, draft, column):
    other = make_editor(column.site, full_name="Đỗ Nhật Nam")
    actions.save_draft(
        pk=draft.pk, actor=other, lock_version=1, content={"authors": "Người kia viết"}
    )
    mine = typed(draft, authors="Tôi viết")
    refused = desk.post(change(draft), mine)
    assert refused.status_code == 409
    assert "Đỗ Nhật Nam đã lưu bản mới hơn" in text_of(refused)
    assert "<del>Người kia</del>" in text_of(refused)
    assert "<ins>Tôi</ins>" in text_of(refused)
    assert refused.context["conflict"]["lock_version"] == 2
    # Someone was faster again: what was seen is not what would be overwritten.
    actions.save_draft(pk=draft.pk, actor=other, lock_version=2, content={"authors": "Lần ba"})
    assert desk.post(change(draft), mine | {"overwrite": "2"}).status_code == 409
    assert desk.post(change(draft), mine | {"overwrite": "3"}).status_code == 302
    draft.refresh_from_db()
    assert draft.authors == "Tôi viết"


def test_a_step_is_not_taken_on_a_text_that_changed_unseen(client, column, author):
    edition = make_article(column, state=State.EDITED, author=author)
    actions.save_draft(
        pk=edition.pk, actor=author, lock_version=1, content={"lead": "Sửa sau khi trình."}
    )
    client.force_login(make_board_member(column.site))
    response = client.post(change(edition), typed(edition, step="approve"))
    assert response.status_code == 409
    edition.refresh_from_db()
    assert edition.state == State.EDITED


def test_a_step_that_someone_else_has_taken_already_says_so(client, column, author):
    edition = make_article(column, state=State.SUBMITTED, author=author)
    actions.mark_edited(pk=edition.pk, actor=make_editor(column.site))
    client.force_login(author)
    response = client.post(change(edition), typed(edition, step="approve"))
    assert response.status_code == 409
    assert 'id="refusal"' in text_of(response)


def autosave(browser, edition, **fields):
    address = reverse("admin:news_edition_autosave", args=[edition.pk])
    return browser.post(address, fields, headers={"x-requested-with": "fetch"})


def test_autosave_keeps_what_is_valid_and_names_what_is_not(desk, draft):
    fields = typed(draft, title="Tự lưu", lead="Mới", source_url="dở dang :")
    answer = autosave(desk, draft, **fields).json()
    assert answer["errors"].keys() == {"source_url"}
    assert answer["lock_version"] == 2
    draft.refresh_from_db()
    assert (draft.title, draft.lead, draft.slug) == ("Tự lưu", "Mới", "tu-luu")


def test_autosave_without_a_title_keeps_the_rest(desk, draft):
    title = draft.title
    autosave(desk, draft, **typed(draft, title="", body="<p>Đang viết dở</p>"))
    draft.refresh_from_db()
    assert (draft.title, draft.body) == (title, "<p>Đang viết dở</p>")


def test_autosave_does_not_overwrite_a_newer_saving(desk, draft, column):
    actions.save_draft(
        pk=draft.pk, actor=make_editor(column.site), lock_version=1, content={"lead": "Của họ"}
    )
    answer = autosave(desk, draft, **typed(draft, lead="Của tôi"))
    assert answer.status_code == 409
    assert answer.json()["code"] == "changed-meanwhile"
    draft.refresh_from_db()
    assert draft.lead == "Của họ"


def test_autosave_after_the_draft_moved_on_is_refused(desk, draft, author):
    actions.submit(pk=draft.pk, actor=author)
    actions.mark_edited(pk=draft.pk, actor=author)
    actions.approve(pk=draft.pk, actor=make_board_member(draft.article.site))
    assert autosave(desk, draft, **typed(draft, lead="Muộn")).json()["code"] == "not-writable"


def test_autosave_needs_the_token_against_forged_requests(author, draft):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(author)
    assert autosave(browser, draft, **typed(draft, title="Giả mạo")).status_code == 403
    draft.refresh_from_db()
    assert draft.title != "Giả mạo"


def test_the_second_editor_sees_the_first_and_no_longer_when_gone(client, draft, author, column):
    second = make_editor(column.site, full_name="Đỗ Nhật Nam")
    client.force_login(author)
    client.get(change(draft))
    client.force_login(second)
    page = text_of(client.get(change(draft)))
    assert "Lê Thu Hà đang mở bài này từ" in page
    (other,) = autosave(client, draft).json()["others"]
    assert other["name"] == "Lê Thu Hà"
    client.force_login(author)
    autosave(client, draft, closing="1")
    client.force_login(second)
    assert autosave(client, draft).json()["others"] == []


def test_who_was_silent_for_half_a_minute_is_gone(draft, author, column):
    second, now = make_editor(column.site), timezone.now()
    actions.look_in(pk=draft.pk, actor=author, now=now)
    (seen,) = actions.look_in(pk=draft.pk, actor=second, now=now + timedelta(seconds=29))
    assert (seen.user, seen.opened_at) == (author, now)
    assert actions.look_in(pk=draft.pk, actor=second, now=now + timedelta(seconds=31)) == []
    back = now + timedelta(minutes=5)
    actions.look_in(pk=draft.pk, actor=author, now=back)
    (seen,) = actions.look_in(pk=draft.pk, actor=second, now=back)
    assert seen.opened_at == back
