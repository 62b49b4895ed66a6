"""What of the listed news is new, and what was only dated anew or taken from elsewhere."""

from dataclasses import replace
from datetime import date

from members.freshness import Piece, listed_news
from members.novelty import remember, sort_out, unmask
from tests.members.composed import LISTS, TITLES, TODAY, page, rows
from tests.members.spellings import SPELLINGS

HOST = "phuong.hochiminhcity.gov.vn"
OLD = Piece(date(2026, 3, 2), TITLES[0], f"https://{HOST}/tin/1.html")
NEW = Piece(date(2026, 11, 20), TITLES[1], f"https://{HOST}/tin/2.html")


def sorted_out(*pieces, before=(OLD,)):
    return sort_out(pieces, remember(before), host=HOST)


def test_news_never_seen_before_is_new():
    assert sorted_out(NEW).new == (NEW,)


def test_news_seen_before_with_its_day_is_known():
    found = sorted_out(OLD)
    assert (found.known, found.own_days) == ((OLD,), [OLD.day])


def test_the_same_address_with_a_newer_day_is_dated_anew():
    again = replace(OLD, day=TODAY, title="Tít đã sửa của bài viết cũ từ đầu năm")
    found = sorted_out(again)
    assert found.redated == (again,)
    assert found.own_days == [OLD.day]
    assert unmask(found) is None, "a page that is kept up to date gets a new day"


def test_the_same_headline_under_a_new_address_is_dated_anew():
    again = replace(OLD, day=TODAY, address=f"http://www.{HOST}/tin/99.html")
    assert sorted_out(again).redated == (again,)


def test_a_short_headline_may_recur():
    first = Piece(date(2026, 3, 2), "Thông báo mời họp", f"https://{HOST}/tb/1")
    second = Piece(TODAY, "Thông báo mời họp", f"https://{HOST}/tb/2")
    assert sorted_out(second, before=(first,)).new == (second,)


def test_a_slash_or_www_makes_no_new_address():
    again = replace(OLD, address=f"http://www.{HOST}/tin/1.html/#doc")
    assert sorted_out(again).known == (again,)


def test_a_headline_that_leads_to_another_site_is_not_its_own():
    taken = replace(NEW, address="https://baochinhphu.vn/tin-102.htm")
    found = sorted_out(OLD, taken)
    assert (found.imported, found.own_days) == ((taken,), [OLD.day])
    unmasked = unmask(found)
    assert (unmasked.day, unmasked.trick) == (OLD.day, "imported")
    assert "baochinhphu.vn" in unmasked.proof


def test_the_first_day_ever_seen_is_remembered():
    moved = replace(OLD, day=date(2026, 6, 1))
    assert sorted_out(moved, before=(moved, OLD)).redated == (moved,)


def test_a_page_of_old_news_dated_today_is_told_from_a_page_of_news():
    days = [date(2026, 3, 4), date(2026, 3, 3), date(2026, 3, 2)]
    url = f"https://{HOST}/"

    def listed(written):
        html = page(LISTS["vnportal"](rows(written, SPELLINGS["slashes"])))
        return listed_news(html, url=url, today=TODAY)

    before = listed(days)
    assert [piece.day for piece in before] == days
    assert before[0].address.startswith(url)
    moved = listed([date(2026, 11, 20), date(2026, 11, 19), date(2026, 11, 18)])
    found = sort_out(moved, remember(before), host=HOST)
    assert len(found.redated) == 3
    unmasked = unmask(found)
    assert (unmasked.day, unmasked.trick) == (date(2026, 3, 4), "redated")
    assert "04/03/2026 → 20/11/2026" in unmasked.proof
    news = replace(NEW, title="Khởi công cầu vượt thứ hai qua kênh của phường")
    assert unmask(sort_out([*moved, news], remember(before), host=HOST)) is None
