"""What the newsroom's screens read about editions."""

from collections.abc import Mapping
from typing import Any

from cityweb.core import html
from cityweb.news.models import Edition

LABELS = {
    "title": "Tiêu đề",
    "lead": "Tóm tắt",
    "body": "Nội dung",
    "main_column": "Chuyên mục chính",
    "extra_columns": "Cũng đăng ở",
    "slug": "Đường dẫn",
    "picture": "Hình chính",
    "picture_alt": "Mô tả hình",
    "picture_caption": "Chú thích hình",
    "authors": "Tác giả",
    "source_name": "Nguồn tin",
    "source_url": "Đường dẫn nguồn",
    "tags": "Từ khóa",
    "related": "Bài liên quan",
    "correction_note": "Ghi chú đính chính",
    "files": "Tệp đính kèm",
}


def as_text(edition: Edition) -> dict[str, str]:
    """Return every field of `LABELS` as the text that two editions are compared by."""
    plain = ("title", "lead", "body", "slug", "picture_alt", "picture_caption", "authors")
    more = ("source_name", "source_url", "correction_note")
    related = edition.related.with_titles().order_by("pk")
    return {
        **{name: getattr(edition, name) for name in (*plain, *more)},
        "main_column": str(edition.main_column),
        "extra_columns": ", ".join(column.name for column in edition.extra_columns.all()),
        "picture": f"Hình {edition.picture_id}" if edition.picture_id else "",
        "tags": ", ".join(edition.tags),
        "related": "; ".join(f"{article.shown_as} ({article.pk})" for article in related),
        "files": "; ".join(file.title for file in edition.files.all()),
    }


def typed_as_text(content: Mapping[str, Any]) -> dict[str, str]:
    """Return what a form holds, cleaned, in the same words as `as_text`."""
    found = {name: value for name, value in content.items() if isinstance(value, str)}
    if "body" in found:
        found["body"] = html.clean(found["body"])
    if "main_column" in content:
        found["main_column"] = str(content["main_column"])
    if "extra_columns" in content:
        found["extra_columns"] = ", ".join(column.name for column in content["extra_columns"])
    if "picture" in content:
        found["picture"] = f"Hình {content['picture'].pk}" if content["picture"] else ""
    if "tags" in content:
        found["tags"] = ", ".join(content["tags"])
    if "related" in content:
        related = sorted(content["related"], key=lambda article: article.pk)
        found["related"] = "; ".join(f"{article.shown_as} ({article.pk})" for article in related)
    return found
