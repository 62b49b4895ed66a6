"""Writing: what is stored, whose it is, and that nobody overwrites anybody unseen."""

import pytest

from cityweb.core.errors import Refused
from cityweb.news import actions
from cityweb.news.models import Edition
from cityweb.news.states import State
from tests.news.makers import (
    make_article,
    make_board_member,
    make_column,
    make_editor,
    make_picture,
    make_site,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def column():
    return make_column(make_site())


@pytest.fixture
def draft(column):
    return make_article(column, state=State.DRAFT)


def save(draft, actor=None, version=None, **content):
    return actions.save_draft(
        pk=draft.pk,
        actor=actor or draft.author,
        lock_version=draft.lock_version if version is None else version,
        content=content,
    )


def test_a_saved_draft_holds_clean_text(draft):
    saved = save(
        draft,
        title="Tie\u0302\u0301ng Viê\u0323t\u202e",
        body="<p onclick=x>a</p><script>b</script>",
    )
    saved.refresh_from_db()
    assert saved.title == "Tiếng Việt"
    assert saved.body == "<p>a</p>"


def test_the_second_of_two_savings_is_refused_and_changes_nothing(draft, column):
    other = make_editor(column.site)
    save(draft, other, title="Bản của người kia")
    with pytest.raises(Refused) as refusal:
        save(draft, title="Bản của tôi", version=1)
    assert refusal.value.code == "changed-meanwhile"
    assert str(other) in refusal.value.message
    draft.refresh_from_db()
    assert (draft.title, draft.lock_version) == ("Bản của người kia", 2)


def test_saving_the_same_again_does_not_disturb_the_other(draft):
    saved = save(draft, title=draft.title, tags=[], body=draft.body)
    assert saved.lock_version == 1


@pytest.mark.parametrize(
    "state", [State.APPROVED, State.SCHEDULED, State.PUBLISHED, State.DISCARDED]
)
def test_what_has_moved_on_is_not_written(column, state):
    edition = make_article(column, state=state)
    with pytest.raises(Refused) as refusal:
        save(edition, title="Khác")
    assert refusal.value.code == "not-writable"


def test_the_address_follows_the_title_until_someone_sets_it(draft):
    draft = save(draft, title="Đường sắt đô thị", slug=draft.slug)
    assert draft.slug == "duong-sat-do-thi"
    draft = save(draft, title="Đường sắt", slug="metro")
    assert draft.slug == "metro"
    assert save(draft, title="Đường sắt mới", slug="metro").slug == "metro"


def test_the_address_of_a_published_article_stays(column):
    edition = make_article(column, title="Tên cũ")
    draft = actions.new_draft(article_id=edition.article_id, actor=edition.author)
    assert save(draft, edition.author, title="Tên mới", slug=draft.slug).slug == "ten-cu"


def test_an_editor_of_one_column_writes_there_and_below_but_not_beside(column):
    below = make_column(column.site, parent=make_column(column.site, parent=column))
    beside = make_column(column.site)
    editor = make_editor(column)
    assert actions.create_article(actor=editor, column=below, title="Được").pk
    with pytest.raises(Refused) as refusal:
        actions.create_article(actor=editor, column=beside, title="Không được")
    assert refusal.value.code == "outside-rights"
    assert not Edition.objects.filter(title="Không được").exists()


def test_an_editor_cannot_see_or_save_the_draft_of_another_column(draft):
    stranger = make_editor(make_column(draft.article.site))
    with pytest.raises(Edition.DoesNotExist):
        save(draft, stranger, title="Xâm nhập")


def test_an_article_is_not_moved_out_of_the_own_rights(column):
    editor = make_editor(column)
    draft = make_article(column, state=State.DRAFT, author=editor)
    with pytest.raises(Refused) as refusal:
        save(draft, main_column=make_column(column.site))
    assert refusal.value.code == "outside-rights"
    draft.refresh_from_db()
    assert draft.main_column == column


def test_a_column_of_others_can_be_neither_added_nor_taken(column):
    editor, theirs = make_editor(column), make_column(column.site)
    draft = make_article(column, state=State.DRAFT, author=editor)
    with pytest.raises(Refused):
        save(draft, extra_columns=[theirs])
    chief = make_board_member(column.site)
    draft = save(draft, chief, extra_columns=[theirs])
    with pytest.raises(Refused):
        save(draft, editor, extra_columns=[])
    assert list(draft.extra_columns.all()) == [theirs]
    assert save(draft, editor, title="Chỉ sửa tiêu đề", extra_columns=[theirs]).lock_version == 3


def test_columns_pictures_and_related_articles_are_of_the_same_site(draft):
    foreign = make_column(make_site())
    chief = make_board_member(draft.article.site, foreign.site)
    for content in (
        {"main_column": foreign},
        {"extra_columns": [foreign]},
        {"picture": make_picture(foreign.site)},
        {"related": [make_article(foreign).article]},
        {"main_column": make_column(draft.article.site, language="en")},
    ):
        with pytest.raises(Refused) as refusal:
            save(draft, chief, **content)
        assert refusal.value.code == "outside-rights"


def test_an_article_that_moved_to_another_desk_is_not_reopened_from_its_old_edition(column):
    old_desk, theirs = make_editor(column), make_column(column.site)
    first = make_article(column)
    chief = make_board_member(column.site)
    moved = actions.new_draft(article_id=first.article_id, actor=chief)
    save(moved, chief, main_column=theirs)
    actions.discard(pk=moved.pk, actor=chief)
    moved = actions.restore(pk=moved.pk, actor=chief)
    for verb in (
        lambda: actions.restore(pk=first.pk, actor=old_desk),
        lambda: actions.new_draft(article_id=first.article_id, actor=old_desk),
    ):
        with pytest.raises(Refused):
            verb()


def test_restoring_copies_everything_of_the_old_edition(column):
    extra, related = make_column(column.site), make_article(column).article
    picture = make_picture(column.site)
    content = {"extra_columns": [extra], "related": [related], "picture": picture, "tags": ["đất"]}
    first = make_article(column, state=State.SUPERSEDED, **content)
    copy = actions.restore(pk=first.pk, actor=first.author)
    assert (copy.title, copy.body, copy.picture, copy.tags) == (
        first.title,
        first.body,
        picture,
        ["đất"],
    )
    assert list(copy.extra_columns.all()) == [extra]
    assert list(copy.related.all()) == [related]
    assert (copy.number, copy.state) == (3, State.DRAFT)


def test_a_discarded_article_can_be_taken_up_again(column):
    edition = make_article(column, state=State.DISCARDED)
    assert actions.restore(pk=edition.pk, actor=edition.author).state == State.DRAFT
