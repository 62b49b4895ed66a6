"""Small files for machines and browsers, and media where no web server stands in front."""

import mimetypes
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from cityweb.news.models import Edition, EditionFile, LiveArticle
from cityweb.news.views import answers

_ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /nghiep-vu/
Disallow: /tai-khoan/
Disallow: /tim-kiem/
Disallow: /en/tim-kiem/

Sitemap: {origin}/sitemap.xml
Sitemap: {origin}/sitemap-tin-moi.xml
"""
# Our own renditions; their names change with their content. Everything else is only downloaded.
_SHOWN = {".webp": "image/webp"}
_FOR_EVER = "public, max-age=31536000, immutable"
_SANDBOX = "default-src 'none'; sandbox"
_ATTACHED = "files/"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(
        _ROBOTS.format(origin=request.site.origin), content_type="text/plain; charset=utf-8"
    )
    response.headers["Cache-Control"] = answers.KEEP_LONG
    return response


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """Tell a phone how to put the site on its home screen."""
    icons = [
        {"src": static(f"img/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    response = JsonResponse(
        {
            "name": f"{request.site.name} – {request.site.owner_name}",
            "short_name": request.site.name,
            "lang": "vi",
            "start_url": "/",
            "display": "browser",
            "background_color": "#fbfaf7",
            "theme_color": "#0f4c75",
            "icons": icons,
        },
        json_dumps_params={"ensure_ascii": False},
        content_type="application/manifest+json",
    )
    response.headers["Cache-Control"] = answers.KEEP_LONG
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Answer browsers that ask without reading the page's own icon links."""
    return answers.moved(static("img/icon-32.png"))


@require_safe
def media(request: HttpRequest, path: str) -> FileResponse:
    """Serve an uploaded file: our pictures to look at, all else to download, nothing to run.

    A file attached to an article goes to everybody once the article is on the site; before that,
    and after it was taken down, only to those who may see the edition. In production the web
    server in front serves the pictures itself (`deploy/nginx.conf`).
    """
    file = _within_media(path)
    if file is None or not _may_have(request, path):
        raise Http404(path)
    kind = _SHOWN.get(file.suffix.lower())
    response = FileResponse(
        file.open("rb"),
        as_attachment=kind is None,
        filename=file.name,
        content_type=kind or mimetypes.guess_type(file.name)[0] or "application/octet-stream",
    )
    response.headers["Cache-Control"] = _FOR_EVER if kind else "private, no-cache"
    response.headers["Content-Security-Policy"] = _SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _may_have(request: HttpRequest, path: str) -> bool:
    if not path.startswith(_ATTACHED):
        return True
    if LiveArticle.objects.filter(edition__files__file=path).exists():
        return True
    if not request.user.is_authenticated:
        return False
    return EditionFile.objects.filter(
        file=path, edition__in=Edition.objects.visible_to(request.user)
    ).exists()


def _within_media(path: str) -> Path | None:
    """Return the file, unless the path or a link on its way leads out of the media folder."""
    root = Path(settings.MEDIA_ROOT).resolve()
    try:
        file = (root / path).resolve()
    except ValueError:
        return None
    return file if file.is_relative_to(root) and file.is_file() else None
