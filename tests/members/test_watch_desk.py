"""The desk of the watch: the wall, the list and the page of one site."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cityweb.core.models import AuditEntry, Role
from members.actions.rounds import MOST_WAITING
from members.models import Contact, Incident, Kind, Observation, Round, Verdict, Watch
from members.verdicts.levels import Level, Subject
from tests.members.makers import make_site
from tests.people import make_person

pytestmark = pytest.mark.django_db
WALL, LIST = "/nghiep-vu/members/", "/nghiep-vu/members/danh-sach/"
CEILING = 15


def page_of(site):
    return f"/nghiep-vu/members/trang/{site.code}/"


def say(site, subject=Subject.AVAILABILITY, level=Level.OK, text="Truy cập được.", **fields):
    now = timezone.now()
    return Verdict.objects.create(
        site=site, subject=subject, level=level, text=text,
        **{"code": "thu", "since": now, "judged_at": now} | fields,
    )  # fmt: skip


@pytest.fixture
def monitor(client):
    person = make_person(Role.SITE_MONITOR)
    client.force_login(person)
    return person


@pytest.fixture
def down():
    site = make_site(tags=["sở"], platform="Liferay")
    say(site, level=Level.BAD, text="Không truy cập được: hỏng.", fix="Khởi động lại.",
        evidence="mã 500", rule="Ba lần", url=site.home_url)  # fmt: skip
    say(site, Subject.FRESHNESS, text="Tin mới nhất ngày 20/11/2026.")
    return site


def test_the_wall_shows_the_worst_first_and_why(client, monitor, down):
    fine, odd = make_site(), make_site()
    say(fine)
    say(odd, Subject.TLS, Level.NOTICE, "Chứng thư số hết hạn sau 14 ngày.")
    asked = Round.objects.create(
        opened_at=timezone.now(), ended_at=timezone.now(), sites=3, is_conclusive=False,
        note="Đường truyền bị đứt.",
    )  # fmt: skip
    page = client.get(WALL).text
    order = [page.index(str(one.organisation)) for one in (down, odd, fine)]
    assert order == sorted(order)
    assert "Không truy cập được: hỏng." in page
    assert "3 website đang theo dõi" in page
    assert asked.note in page


def test_an_empty_register_says_how_to_fill_it(client, monitor):
    assert "Danh bạ chưa có website nào" in client.get(WALL).text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("level=bad", True),
        ("level=ok", False),
        ("subject=availability", True),
        ("subject=freshness", False),
        ("subject=freshness&level=ok", True),
        ("tag=s%E1%BB%9F&platform=Liferay", True),
        ("platform=khac", True),
        ("q=khong-co", False),
    ],
)
def test_the_list_is_narrowed_by_what_the_address_says(client, monitor, down, query, found):
    page = client.get(f"{LIST}?{query}").text
    assert (page_of(down) in page) is found


def test_the_page_of_a_site_tells_what_is_wrong_with_proof_and_remedy(client, monitor, down):
    now = timezone.now()
    asked = Round.objects.create(opened_at=now, sites=1)
    Observation.objects.create(
        site=down, round=asked, kind=Kind.HOME, url=down.home_url, counts=True, is_planned=False,
        failure="server_error", reason="Lỗi bên trong máy chủ", elapsed_ms=321, asked_at=now,
    )  # fmt: skip
    Contact.objects.create(site=down, full_name="Lê Đầu Mối", email="dm@sxd.example")
    say(down, text="Đã từng chậm.", since=now - timedelta(hours=1), until=now)
    page = client.get(page_of(down)).text
    for words in ("mã 500", "Khởi động lại.", "Ba lần", "321 ms", "Lê Đầu Mối", "Đã từng chậm."):
        assert words in page


def test_a_check_is_asked_for_and_written_down(client, monitor, down):
    now = timezone.now()
    Watch.objects.create(site=down, due_at=now + timedelta(hours=1))
    waiting = [Round(opened_at=now, started_at=now, sites=1) for _ in range(MOST_WAITING)]
    Round.objects.bulk_create(waiting)
    answer = client.post(f"{page_of(down)}check/", follow=True)
    assert "kết quả hiện sau nửa phút" in answer.text
    assert "Đang kiểm tra…" in answer.text
    down.watch.refresh_from_db()
    assert down.watch.due_at <= timezone.now()
    assert AuditEntry.objects.get(verb="members.check_asked").actor == monitor
    Watch.objects.update(asked_at=now)
    again = client.post(f"{page_of(down)}check/", follow=True)
    assert (again.status_code, "vừa được kiểm tra lúc" in again.text) == (200, True)
    assert AuditEntry.objects.filter(verb="members.check_asked").count() == 1


def test_the_director_looks_and_does_not_ask(client, down):
    client.force_login(make_person(Role.DIRECTOR))
    assert "Kiểm tra lại ngay" not in client.get(page_of(down)).text
    assert client.post(f"{page_of(down)}check/").status_code == 403


def test_the_desk_counts_sites_not_verdicts(client, monitor, down):
    say(down, Subject.TLS, Level.NOTICE, "Sắp hết hạn.")
    page = client.get("/nghiep-vu/").text
    assert "Website có lỗi" in page
    assert "<small>cần xử lý ngay</small> 1" in page
    assert client.get(f"{LIST}?level=notice").context["page"].object_list == []


@pytest.mark.parametrize("address", [WALL, LIST])
def test_more_sites_cost_no_more_queries(
    client, monitor, down, django_assert_max_num_queries, address
):
    for _ in range(12):
        say(make_site(), level=Level.BAD, text="Hỏng")
    with django_assert_max_num_queries(CEILING):
        client.get(address)


def test_the_page_of_a_site_has_a_ceiling_too(client, monitor, down, django_assert_max_num_queries):
    for name in ("A", "B", "C"):
        section = down.sections.create(name=name, url=down.home_url)
        say(down, Subject.FRESHNESS, section=section)
    Incident.objects.create(
        site=down, subject=Subject.AVAILABILITY, text="Hỏng", opened_at=timezone.now()
    )
    with django_assert_max_num_queries(CEILING):
        client.get(page_of(down))


def test_a_long_list_is_leafed_through(client, monitor, down, monkeypatch):
    monkeypatch.setattr("members.views.watching.PAGE", 1)
    other = make_site()
    say(other)
    first = client.get(f"{LIST}?q=").text
    assert page_of(down) in first
    assert page_of(other) not in first
    assert page_of(other) in client.get(f"{LIST}?trang=2").text
    assert "q=thu&amp;trang=2" in client.get(f"{LIST}?q=thu").text


def test_the_year_counts_each_day_by_its_worst_verdict(client, monitor, down):
    now = timezone.now()
    say(down, level=Level.BAD, since=now - timedelta(days=40), until=now - timedelta(days=38))
    page = client.get(page_of(down)).text
    assert page.count("<rect") == 365
    assert "có lỗi 4 ngày" in page
