"""Articles for other systems: the same lists and the same search as the pages, as JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Path, Query, Schema
from ninja.errors import HttpError
from pydantic import Field, ValidationInfo, field_validator

from cityweb.news import nav, search
from cityweb.news.models import Column, LiveArticle, Site
from cityweb.news.models.sites import Language
from cityweb.news.reports import api as reports
from cityweb.news.reports.columns import column_known_as

_KEEP = "public, max-age=30, stale-while-revalidate=60"
_MOST_ID = 2**63 - 1
_PARAMETER_TEXT = 100
_NO_PAGE = "Không có trang này: “after” phải là “next” của trang trước."

api = NinjaAPI(
    title="Hochiminh CityWeb",
    version="1.0.0",
    description="Tin, bài đã đăng trên các trang của Thành phố. Chỉ đọc; dùng tự do, ghi nguồn.",
    urls_namespace="api",
    docs_url=None,
)


class ColumnOut(Schema):
    slug: str
    name: str


class PictureOut(Schema):
    url: str
    width: int | None = None
    height: int | None = None
    alt: str = ""


class ArticleOut(Schema):
    """An article as a list shows it."""

    id: int
    title: str
    url: str = Field(description="Địa chỉ đầy đủ của bài trên trang.")
    lead: str
    language: str
    column: ColumnOut
    published_at: datetime
    picture: PictureOut | None = None


class FullArticleOut(ArticleOut):
    """An article with its text."""

    body: str = Field(description="HTML đã làm sạch.")
    authors: str
    source_name: str
    source_url: str
    tags: list[str]
    updated_at: datetime


class ListOut(Schema):
    items: list[ArticleOut]
    next: str | None = Field(None, description="Giá trị của “after” cho trang sau; null: hết.")


class Problem(Schema):
    """What is wrong, in words."""

    detail: str


class BadValues(Schema):
    """Which values are wrong, and why."""

    detail: list[dict[str, Any]] | str


class ListQuery(Schema):
    q: str = Field("", max_length=1_000, description="Từ cần tìm; trống: bài mới nhất trước.")
    column: str = Field("", max_length=_PARAMETER_TEXT, description="Đường dẫn chuyên mục.")
    site: str = Field("", max_length=_PARAMETER_TEXT, description="Mã trang; trống: theo tên miền.")
    language: Language = Field(Language.VI, description="Ngôn ngữ.")
    after: str = Field("", max_length=_PARAMETER_TEXT, description="“next” của trang trước.")
    limit: int = Field(20, ge=1, le=search.MOST_A_PAGE, description="Số bài một trang.")

    @field_validator("language", "limit", mode="before")
    @classmethod
    def usual_if_empty(cls, value: Any, about: ValidationInfo) -> Any:
        """Take an empty parameter for one that was not given, as forms send it."""
        return cls.model_fields[str(about.field_name)].default if value == "" else value


_ANSWERS = {404: Problem, 422: BadValues}
ArticleId = Annotated[int, Path(ge=1, le=_MOST_ID)]


@api.api_operation(["HEAD"], "/articles/", include_in_schema=False)
@api.get("/articles/", response={200: ListOut, **_ANSWERS}, summary="Danh sách và tìm kiếm")
def articles(
    request: HttpRequest, response: HttpResponse, asked: Annotated[ListQuery, Query()]
) -> ListOut:
    """Return published articles: answers to `q` in the order of the search page, else all."""
    site = _site(request, asked.site)
    column = _column(site, asked)
    _mark_open(response)
    if asked.q.strip():
        return _found(site, column, asked)
    leaf = reports.newest(site.pk, asked.language, column, after=asked.after, size=asked.limit)
    if leaf is None:
        raise HttpError(404, _NO_PAGE)
    columns = nav.columns(site.pk, asked.language)
    return ListOut(
        items=[_listed(live, site, columns) for live in leaf.rows], next=leaf.older or None
    )


@api.api_operation(["HEAD"], "/articles/{article_id}/", include_in_schema=False)
@api.get("/articles/{article_id}/", response={200: FullArticleOut, **_ANSWERS}, summary="Một bài")
def article(
    request: HttpRequest, response: HttpResponse, article_id: ArticleId, site: str = ""
) -> FullArticleOut:
    """Return one published article with its text."""
    chosen = _site(request, site)
    live = LiveArticle.objects.listed().filter(pk=article_id, site=chosen.pk).first()
    if live is None:
        raise HttpError(404, "Không có bài này.")
    _mark_open(response)
    listed = _listed(live, chosen, nav.columns(chosen.pk, live.language))
    return FullArticleOut(
        **listed.dict(),
        body=live.body,
        authors=live.authors,
        source_name=live.source_name,
        source_url=live.source_url,
        tags=live.tags,
        updated_at=live.updated_at,
    )


def _found(site: Site, column: Column | None, asked: ListQuery) -> ListOut:
    if asked.after and not search.is_token(asked.after):
        raise HttpError(404, _NO_PAGE)
    results = search.find(
        asked.q,
        site_id=site.pk,
        language=asked.language,
        column_id=column.pk if column else None,
        after=asked.after or None,
        limit=asked.limit,
    )
    columns = nav.columns(site.pk, asked.language)
    return ListOut(
        items=[_listed(hit.live, site, columns) for hit in results.hits], next=results.next
    )


def _listed(live: LiveArticle, site: Site, columns: dict[int, Column]) -> ArticleOut:
    column = columns.get(live.main_column_id) or live.main_column
    return ArticleOut(
        id=live.pk,
        title=live.title,
        url=f"{site.origin}{live.path}",
        lead=live.lead,
        language=live.language,
        column=ColumnOut(slug=column.slug, name=column.name),
        published_at=live.published_at,
        picture=_picture(live, site),
    )


def _picture(live: LiveArticle, site: Site) -> PictureOut | None:
    if not live.picture.get("src"):
        return None
    source = str(live.picture["src"])
    return PictureOut(
        url=source if "://" in source else f"{site.origin}{source}",
        width=live.picture.get("width"),
        height=live.picture.get("height"),
        alt=str(live.picture.get("alt", "")),
    )


def _site(request: HttpRequest, code: str) -> Site:
    site = nav.site_of_code(code) if code else request.site
    if site is None:
        raise HttpError(404, "Không có trang này.")
    return site


def _column(site: Site, asked: ListQuery) -> Column | None:
    if not asked.column:
        return None
    column = column_known_as(site.pk, asked.language, asked.column)
    if column is None:
        raise HttpError(404, "Không có chuyên mục này.")
    return column


def _mark_open(response: HttpResponse) -> None:
    """Let any page of any site read the answer, and any cache keep it for a moment."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = _KEEP
