"""Articles of other systems: what a line may hold, what becomes of it, and of it coming again."""

import gzip
import json
import unicodedata
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from kombu.exceptions import KombuError

from cityweb.core import health
from cityweb.core.models import AuditEntry
from cityweb.news import actions, search, tasks
from cityweb.news.models import Article, Edition, LiveArticle, Placement, SearchEntry, Site
from cityweb.news.states import State, WithdrawalReason
from tests.news.makers import make_board_member, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring(tmp_path):
    """Import rows (dicts, or raw bytes of a line) and return what the command said."""

    def run(*rows, name="tin.jsonl", **options):
        lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
        data = b"\n".join(lines)
        path = tmp_path / name
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return run_command(path, **options)

    return run


def run_command(path, **options):
    out, err = StringIO(), StringIO()
    options.setdefault("verbosity", 0)
    call_command("import_articles", str(path), stdout=out, stderr=err, **options)
    return out.getvalue() + err.getvalue()


def found(typed):
    site = Site.objects.get(is_default=True)
    return [hit.article_id for hit in search.find(typed, site_id=site.pk, language="vi").hits]


def test_a_line_becomes_an_article_that_readers_find(bring, client):
    said = bring(
        {
            "id": "tin#1/ộ",
            "title": "Khánh thành cầu Rạch Chiếc",
            "lead": "Xe qua cầu từ sáng nay.",
            "body": "Đoạn một < hai.\n\nĐoạn hai.",
            "topic": "đất đai",
            "date": "2026-05-04T08:30:00+07:00",
            "url": "https://www.nguon.example/tin",
        },
        name="tin.jsonl.gz",
    )
    assert "Đã đăng 1 bài mới" in said
    live = LiveArticle.objects.get()
    assert live.body == "<p>Đoạn một &lt; hai.</p>\n<p>Đoạn hai.</p>"
    assert (live.source_name, live.slug) == ("nguon.example", "khanh-thanh-cau-rach-chiec")
    assert timezone.localtime(live.published_at).isoformat() == "2026-05-04T08:30:00+07:00"
    assert live.article.first_published_at == live.published_at
    assert live.edition.state == State.PUBLISHED
    assert live.main_column.slug == "dat-dai"
    places = Placement.objects.values_list("column__slug", flat=True)
    assert sorted(places) == ["dat-dai", "dat-dai-xay-dung"]
    assert found("rach chiec") == [live.pk]
    assert client.get(live.path).status_code == 200
    assert AuditEntry.objects.get(verb="news.imported").details == {"added": 1, "renewed": 0}


def test_the_same_file_again_changes_nothing(bring):
    rows = [{"id": 1, "title": "Một"}, {"url": "https://a.example/2", "title": "Hai"}]
    rows += [{"title": "Ba", "body": "Không mã."}]
    bring(*rows)
    before = list(Edition.objects.values_list("pk", "updated_at"))
    assert "không đổi 3" in bring(*rows)
    assert list(Edition.objects.values_list("pk", "updated_at")) == before


def test_a_changed_line_becomes_the_next_edition(bring):
    bring({"id": 1, "title": "Kênh Tẻ"})
    assert "cập nhật 1" in bring({"id": 1, "title": "Rạch Ông"})
    article = Article.objects.get()
    states = article.editions.order_by("number").values_list("state", flat=True)
    assert list(states) == [State.SUPERSEDED, State.PUBLISHED]
    assert found("rạch ông") == [article.pk]
    assert found("kênh tẻ") == []


def test_of_two_lines_with_one_id_the_later_is_taken(bring):
    bring({"id": "a", "title": "Trước"}, {"id": "a", "title": "Sau"})
    assert [live.title for live in LiveArticle.objects.all()] == ["Sau"]


def test_a_line_that_repeats_an_id_is_reported(bring):
    said = bring(
        {"id": "a", "title": "Trước"}, {"id": "b", "title": "B"}, {"id": "a", "title": "Sau"}
    )
    assert "Dòng 3 lặp lại: cùng một bài với dòng 1" in said
    assert "Đã đăng 2 bài mới, cập nhật 0, không đổi 0" in said
    assert "1 dòng lặp lại" in said


def test_a_title_that_is_one_endless_word_keeps_its_beginning(bring):
    bring({"id": "a", "title": "x" * 5_000}, {"id": "b", "title": "Tin " + "y" * 5_000})
    titles = sorted(LiveArticle.objects.values_list("title", flat=True))
    assert titles == ["Tin " + "y" * 245 + "…", "x" * 249 + "…"]


def test_what_people_here_wrote_or_took_down_stays(bring):
    site = Site.objects.get(is_default=True)
    author, approver = make_editor(site), make_board_member(site)
    bring({"id": 1, "title": "Một"}, {"id": 2, "title": "Hai"})
    one, two = Edition.objects.order_by("title")[1], Edition.objects.order_by("title")[0]
    actions.new_draft(article_id=one.article_id, actor=author)
    actions.withdraw(pk=two.pk, actor=approver, reason=WithdrawalReason.ERROR, note="Sai.")
    said = bring({"id": 1, "title": "Một mới"}, {"id": 2, "title": "Hai mới"})
    assert "Dòng 1 giữ nguyên" in said
    assert "Dòng 2 giữ nguyên" in said
    assert [live.title for live in LiveArticle.objects.all()] == ["Một"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "JSON"),
        (b"[1]", "JSON"),
        (b'"x"', "JSON"),
        (b"[" * 100_000, "JSON"),
        (b'{"title": "\xff"}', "UTF-8"),
        (b"{}", "tiêu đề"),
        (b'{"title": " \\u200b ", "body": "<p> </p>"}', "tiêu đề"),
        (b'{"title": 5}', "title"),
        (b'{"title": "a", "body": ["x"]}', "body"),
        (b'{"title": "a", "id": {"x": 1}}', "id"),
        (b'{"title": "a", "date": "yesterday"}', "date"),
        (b'{"title": "a", "date": 20260504}', "date"),
        (b'{"title": "a", "date": "0001-01-01"}', "date"),
        (b'{"title": "' + b"a" * 9_000_000 + b'"}', "MB"),
    ],
)
def test_a_bad_line_is_named_and_skipped(bring, line, why):
    said = bring({"title": "Trước"}, line, {"title": "Sau"})
    assert "Dòng 2 bị bỏ" in said
    assert why in said
    assert LiveArticle.objects.count() == 2


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        ("2026-05-04", "2026-05-04T00:00:00+07:00"),
        ("2026-05-04T01:30Z", "2026-05-04T08:30:00+07:00"),
        ("2026-05-04 08:30:15.5", "2026-05-04T08:30:15.500000+07:00"),
        ("20260504T083000+0700", "2026-05-04T08:30:00+07:00"),
        ("04/05/2026", "2026-05-04T00:00:00+07:00"),
        ("4-5-2026 8:30", "2026-05-04T08:30:00+07:00"),
        ("1954-07-20", "1954-07-20T00:00:00+08:00"),
    ],
)
def test_dates_are_read_in_many_shapes(bring, date, wanted):
    bring({"title": "Một", "date": date})
    assert timezone.localtime(LiveArticle.objects.get().published_at).isoformat() == wanted


@pytest.mark.parametrize("date", [None, "", "2999-01-01"])
def test_without_a_date_or_with_one_to_come_it_is_of_now(bring, date):
    bring({"title": "Một", "date": date})
    age = timezone.now() - LiveArticle.objects.get().published_at
    assert timedelta(0) <= age < timedelta(minutes=5)


def test_title_and_lead_are_taken_from_the_body_where_missing(bring):
    long_enough = (
        "Câu đầu đủ dài để làm tóm tắt cho bài này, hơn tám mươi ký tự một chút đấy nhé bạn."
    )
    bring(
        {"id": 1, "body": "TP. Hồ Chí Minh mở cầu. Xe qua lại đông. Hết."},
        {"id": 2, "title": "Có sẵn", "body": f"{long_enough} Câu hai.\nCâu ba."},
        {"id": 3, "body": "<p>Đoạn <b>đầu</b>. Câu hai.</p><script>x</script>"},
    )
    one, two, three = LiveArticle.objects.order_by("pk")
    assert (one.title, one.lead) == ("TP. Hồ Chí Minh mở cầu.", "")
    assert one.body == "<p>Xe qua lại đông. Hết.</p>"
    assert two.lead == long_enough
    assert two.body == "<p>Câu hai.</p>\n<p>Câu ba.</p>"
    assert (three.title, three.body) == ("Đoạn đầu.", "<p>Đoạn <b>đầu</b>. Câu hai.</p>")


def test_what_is_too_long_is_cut_at_a_word(bring):
    bring({"title": "đất đai " * 100, "lead": "nhà ở " * 1_000, "id": "x" * 5_000})
    live = LiveArticle.objects.get()
    assert len(live.title) <= 250
    assert live.title.endswith("đất…") or live.title.endswith("đai…")
    assert len(live.lead) <= 1_000


def test_text_is_composed_and_freed_of_what_cannot_be_seen(bring):
    bring({"title": unicodedata.normalize("NFD", "Đất\0 đai\u202e"), "body": "a\0b\ud800"})
    live = LiveArticle.objects.get()
    assert (live.title, live.body) == ("Đất đai", "<p>ab</p>")


def test_topics_go_where_the_map_says_else_by_name_else_to_the_default(bring, tmp_path):
    rows = [{"id": topic, "title": topic, "topic": topic} for topic in ("DU LỊCH", "bong da", "lạ")]
    bring(*rows, column_map="Bóng đá=the-thao,khác=doi-ngoai")
    assert columns() == {"DU LỊCH": "du-lich", "bong da": "the-thao", "lạ": "thoi-su"}
    path = tmp_path / "map.json"
    path.write_text('{"lạ": "doi-ngoai"}')
    bring(*rows, column_map=str(path), default_column="doanh-nghiep")
    assert columns() == {"DU LỊCH": "du-lich", "bong da": "doanh-nghiep", "lạ": "doi-ngoai"}


def columns():
    return dict(LiveArticle.objects.values_list("title", "main_column__slug"))


def test_another_site_has_its_own_articles(bring):
    bring({"id": 1, "title": "Một"})
    bring({"id": 1, "title": "Một"}, site="ict-hcm")
    sites = LiveArticle.objects.values_list("site__code", flat=True)
    assert sorted(sites) == ["cityweb", "ict-hcm"]


@pytest.mark.parametrize(
    "options",
    [
        {"site": "không-có"},
        {"column_map": "a=khong-co"},
        {"column_map": "khong-co.json"},
        {"column_map": "{"},
        {"column_map": '{"a": 1}'},
        {"default_column": "khong-co"},
    ],
)
def test_a_wrong_option_is_said_before_anything_is_stored(bring, options):
    with pytest.raises(CommandError):
        bring({"title": "Một"}, **options)
    assert not Article.objects.exists()


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(CommandError, match="Không mở được"):
        run_command(tmp_path / "khong-co.jsonl")


@pytest.mark.slow
def test_compressed_data_that_ends_early_keeps_what_came_before(tmp_path):
    rows = [json.dumps({"id": number, "title": f"Bài {number * 7919}"}) for number in range(3_000)]
    path = tmp_path / "tin.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(rows).encode())[:-4_000])
    with pytest.raises(CommandError, match="bị cắt"):
        run_command(path)
    assert LiveArticle.objects.count() > 500


def test_compression_is_seen_by_content_not_by_name(tmp_path):
    path = tmp_path / "tin.jsonl.gz"
    path.write_text('\ufeff{"title": "Không nén"}\n\n')
    run_command(path)
    assert LiveArticle.objects.get().title == "Không nén"


@pytest.mark.slow
def test_many_lines_are_stored_in_order(bring):
    bring(*({"id": number % 900, "title": f"Bài số {number}"} for number in range(1_000)))
    assert LiveArticle.objects.count() == SearchEntry.objects.count() == 900
    assert LiveArticle.objects.get(article__source_key="id:5").title == "Bài số 905"


@pytest.mark.parametrize(
    ("is_alive", "broker", "settled"),
    [(True, True, "worker"), (True, False, "here"), (False, True, "here")],
)
def test_a_living_worker_tidies_the_words_and_without_one_the_command_does(
    bring, monkeypatch, is_alive, broker, settled
):
    done = []
    monkeypatch.setattr(search, "settle", lambda: done.append("here"))

    def hand_over(**options):
        if not broker:
            raise KombuError("broker is gone")
        done.append("worker")

    monkeypatch.setattr(tasks.settle_search, "apply_async", hand_over)
    if is_alive:
        health.beat("worker")
    bring({"title": "Mở tuyến buýt mới"})
    assert done == [settled]
