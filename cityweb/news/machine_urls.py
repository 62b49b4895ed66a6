"""What only machines read; the same in every language."""

from django.urls import path

from cityweb.news.views import files, sitemaps

app_name = "machine"

urlpatterns = [
    path("robots.txt", files.robots, name="robots"),
    path("favicon.ico", files.favicon, name="favicon"),
    path("manifest.webmanifest", files.manifest, name="manifest"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-trang.xml", sitemaps.standing, name="sitemap_standing"),
    path("sitemap-tin-moi.xml", sitemaps.recent, name="sitemap_recent"),
    path("sitemap-bai-viet-<int:shard>.xml", sitemaps.articles, name="sitemap_articles"),
    path("media/<path:path>", files.media, name="media"),
]
