"""The desk: everyone's own queues with counts, and no door that is closed to them."""

import pytest

from cityweb.core import desk
from cityweb.core.models import Role
from tests.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def queue(monkeypatch):
    """A queue of officers, alone on the desk."""
    monkeypatch.setattr(desk, "_queues", [])
    queue = desk.Queue(
        title="Chờ thẩm định",
        url="desk:landing",
        query="hang=tham-dinh",
        count=lambda user: 12,
        roles=frozenset({Role.OFFICER}),
        group="Cấp phép",
        is_late=True,
    )
    desk.add(queue)
    return queue


def test_an_officer_sees_the_queue_with_its_count(client, officer, queue):
    client.force_login(officer)
    page = client.get("/nghiep-vu/").text
    assert 'href="/nghiep-vu/?hang=tham-dinh"' in page
    assert "<small>cần xử lý ngay</small> 12" in page


def test_others_do_not(client, board, queue):
    client.force_login(board)
    page = client.get("/nghiep-vu/").text
    assert "Chờ thẩm định" not in page
    assert "Chưa có hàng việc nào" in page


def test_a_queue_added_twice_is_there_once(queue):
    desk.add(queue)
    assert desk._queues == [queue]


def test_queues_stand_together_by_group_in_the_order_they_came(officer, queue):
    def another(title, group):
        return desk.Queue(title, "desk:landing", lambda user: 0, queue.roles, group)

    desk.add(another("Góp ý mới", "Góp ý"), another("Chờ bổ sung", "Cấp phép"))
    assert [
        (group, [one.title for one in queues]) for group, queues in desk.waiting_for(officer)
    ] == [("Cấp phép", ["Chờ thẩm định", "Chờ bổ sung"]), ("Góp ý", ["Góp ý mới"])]


@pytest.mark.parametrize(
    ("role", "shown"), [(Role.EDITOR, True), (Role.ADMINISTRATOR, True), (Role.OFFICER, False)]
)
def test_the_link_to_admin_is_shown_to_those_who_may_enter(client, role, shown):
    client.force_login(make_person(role))
    assert ('href="/admin/"' in client.get("/nghiep-vu/").text) is shown


def test_the_administrator_sees_who_has_no_second_factor(client, administrator, editor, stranger):
    client.force_login(administrator)
    page = client.get("/nghiep-vu/").text
    assert "Cán bộ chưa có lớp xác thực thứ hai" in page
    listed = client.get("/admin/core/user/?lop-thu-hai=thieu").text
    assert editor.email in listed
    assert stranger.email not in listed
