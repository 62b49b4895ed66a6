"""The public pages, in Vietnamese at the root and in English below `/en/`."""

from django.urls import path

from cityweb.news.views import articles, campaigns, columns, feeds, home, pages, search

app_name = "news"

urlpatterns = [
    path("", home.home, name="home"),
    path("chuyen-muc/<slug:slug>/", columns.column, name="column"),
    path("bai-viet/<int:pk>-<slug:slug>/", articles.article, name="article"),
    path("bai-viet/<int:pk>/", articles.article, name="article_by_number"),
    path("chuyen-de/", campaigns.campaigns, name="campaigns"),
    path("chuyen-de/<slug:slug>/", campaigns.campaign, name="campaign"),
    path("trang/<slug:slug>/", pages.page, name="page"),
    path("tim-kiem/", search.search, name="search"),
    path("so-do-cong/", pages.site_map, name="site_map"),
    path("rss/", feeds.feed, name="feed"),
    path("rss/<slug:slug>/", feeds.feed, name="column_feed"),
]
