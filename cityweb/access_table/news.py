"""The newsroom, the public pages and the read-only API."""

from cityweb.access_table.grammar import (
    ADMINISTRATORS,
    ANYONE,
    BOARD,
    CLOSED,
    EDITORS,
    Line,
    act,
    admin_model,
    form,
    read,
)

NEWSROOM: dict[str, Line] = {
    **admin_model("news_edition", EDITORS, add=EDITORS, change=EDITORS),
    "admin:news_edition_find": read(EDITORS),
    "admin:news_edition_autosave": act(EDITORS),
    "admin:news_edition_preview": read(EDITORS),
    "admin:news_edition_preview_page": read(EDITORS),
    "admin:news_edition_differences": read(EDITORS),
    **admin_model("news_picture", EDITORS, add=EDITORS, change=EDITORS),
    "admin:news_picture_upload": act(EDITORS),
    "admin:news_picture_store": read(EDITORS),
    # The home page is composed on one screen, not row by row.
    **dict.fromkeys(admin_model("news_heroslot", EDITORS), CLOSED),
    "admin:news_heroslot_changelist": form(EDITORS),
    "admin:news_heroslot_unpin": act(EDITORS),
    **admin_model("news_page", EDITORS, add=EDITORS, change=EDITORS),
    **admin_model("news_campaign", EDITORS, add=EDITORS, change=EDITORS),
    **admin_model("news_column", EDITORS, add=BOARD, change=BOARD),
    **admin_model("news_site", BOARD | ADMINISTRATORS, change=BOARD | ADMINISTRATORS),
    **admin_model(
        "news_editorialright",
        BOARD | ADMINISTRATORS,
        add=BOARD | ADMINISTRATORS,
        delete=BOARD | ADMINISTRATORS,
    ),
}

PORTAL: dict[str, Line] = dict.fromkeys(
    (
        *("news:home", "news:column", "news:article", "news:article_by_number"),
        *("news:campaigns", "news:campaign", "news:page", "news:search", "news:site_map"),
        *("news:feed", "news:column_feed", "machine:robots", "machine:favicon"),
        *("machine:manifest", "machine:sitemap", "machine:sitemap_standing"),
        *("machine:sitemap_recent", "machine:sitemap_articles", "machine:media"),
    ),
    read(ANYONE),
)

API: dict[str, Line] = {
    "api:articles": read(ANYONE),
    "api:article": read(ANYONE),
    "api:openapi-json": read(ANYONE),
    "api:api-root": CLOSED,
}

TABLE: dict[str, Line] = {**NEWSROOM, **PORTAL, **API}
