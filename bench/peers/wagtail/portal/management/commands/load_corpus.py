"""Fill the peer with a file of articles, written by `bench.corpus`."""

from __future__ import annotations

import argparse
import html
import io
import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.files.images import ImageFile
from django.core.management.base import BaseCommand
from django.db import transaction
from PIL import Image as Canvas
from taggit.models import Tag
from wagtail.images.models import Image
from wagtail.models import Page, Site

from portal.models import ArticlePage, ArticleTag, Author, ColumnPage, HomePage

PICTURE_SIZE = (1600, 900)


class Command(BaseCommand):
    help = "Nạp bài từ tệp JSON lines vào cây trang Wagtail, thay cho cây đang có."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("corpus", type=Path)
        parser.add_argument("--columns", type=json.loads, help="JSON: mã chuyên mục -> tên")

    @transaction.atomic
    def handle(self, *, corpus: Path, columns: dict[str, str], **options: object) -> None:
        home = new_home()
        pictures = {slug: picture(slug, shade) for shade, slug in enumerate(columns)}
        for slug, title in columns.items():
            home.add_child(instance=ColumnPage(title=title, slug=slug, show_in_menus=True))
        with corpus.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        for column in ColumnPage.objects.child_of(home):
            own = [row for row in rows if row["topic"] == column.slug]
            add_articles(column, own, pictures[column.slug])


def new_home() -> HomePage:
    """Put a fresh home page under the root and let the one site show it."""
    Page.objects.filter(depth__gt=1).delete()
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Trang chủ", slug="trang-chu"))
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": home, "site_name": "Cổng thông tin"},
    )
    return home


def picture(slug: str, shade: int) -> Image:
    """Store one plain drawn picture, for all articles of a column."""
    drawn = io.BytesIO()
    Canvas.new("RGB", PICTURE_SIZE, (20 * shade, 90, 140)).save(drawn, "JPEG")
    return Image.objects.create(title=slug, file=ImageFile(drawn, name=f"{slug}.jpg"))


def add_articles(column: ColumnPage, rows: Iterable[dict[str, str]], lead_image: Image) -> None:
    """Add articles as `add_child` would leave them, without its ten statements a page.

    The parts of a page that only its editors see (revisions, reference index) are left out.
    """
    kind = ContentType.objects.get_for_model(ArticlePage)
    pages = [
        Page(
            title=row["title"],
            draft_title=row["title"],
            slug=row["id"],
            path=Page._get_path(column.path, column.depth + 1, step),
            depth=column.depth + 1,
            url_path=f"{column.url_path}{row['id']}/",
            content_type=kind,
            locale=column.locale,
            live=True,
            first_published_at=datetime.fromisoformat(row["date"]),
            last_published_at=datetime.fromisoformat(row["date"]),
        )
        for step, row in enumerate(rows, start=1)
    ]
    for page, row in zip(Page.objects.bulk_create(pages, batch_size=1000), rows, strict=True):
        article = ArticlePage(page_ptr=page, lead=row["lead"], source_url=row["url"])
        article.date = datetime.fromisoformat(row["date"])
        article.body = "".join(f"<p>{html.escape(part)}</p>" for part in row["body"].split("\n"))
        article.lead_image = lead_image
        article.save_base(raw=True, force_insert=True)
    sign_and_tag(column)
    Page.objects.filter(pk=column.pk).update(numchild=len(pages))


def sign_and_tag(column: ColumnPage) -> None:
    """Give each article of a column one author and two tags."""
    author, _ = Author.objects.get_or_create(name="Ban Biên tập")
    names = (column.title, "Thành phố")
    tags = [Tag.objects.get_or_create(name=name)[0] for name in names]
    ids = list(ArticlePage.objects.child_of(column).values_list("pk", flat=True))
    signature = ArticlePage.authors.through
    signature.objects.bulk_create(signature(articlepage_id=pk, author=author) for pk in ids)
    ArticleTag.objects.bulk_create(
        ArticleTag(content_object_id=pk, tag=tag) for pk in ids for tag in tags
    )
