"""The one door through which files leave."""

from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from cityweb.core.attachments import store
from cityweb.core.attachments.reading import refuse_unready
from cityweb.core.models import Attachment

_SANDBOX = "default-src 'none'; sandbox"


@require_safe
def download(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Send a file to whom its owner lets read it; for everybody else it does not exist."""
    return sent(_readable(request, key))


def sent(attachment: Attachment) -> HttpResponseBase:
    """Answer with a file; the caller has made sure that this reader may have it."""
    refuse_unready(attachment.file)
    header = content_disposition_header(True, attachment.name)
    return _sent(attachment.file.path, attachment.file.media_type, header)


@require_safe
def thumbnail(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Send the small form of a picture, to be shown on a page."""
    attachment = _readable(request, key)
    if not attachment.file.has_thumbnail:
        raise Http404
    return _sent(attachment.file.thumbnail_path, "image/webp", "inline")


def _readable(request: HttpRequest, key: UUID) -> Attachment:
    rows = Attachment.objects.select_related("file", "owner_type").exclude(owner_type=None)
    attachment = get_object_or_404(rows, key=key)
    owner_type = attachment.owner_type
    policy = settings.ATTACHMENT_POLICIES.get(f"{owner_type.app_label}.{owner_type.model}")
    verdict = import_string(policy)(request, attachment) if policy else False
    if not verdict:
        raise Http404
    # A policy may let a reader have a file under another name than its own.
    if isinstance(verdict, str):
        attachment.name = verdict
    refuse_unready(attachment.file)
    return attachment


def _sent(path: str, media_type: str, disposition: str) -> HttpResponseBase:
    """Answer with the bytes, or let the web server in front send them."""
    if settings.PRIVATE_FILES_ACCEL:
        response = HttpResponse(content_type=media_type)
        response.headers["X-Accel-Redirect"] = f"{settings.PRIVATE_FILES_ACCEL}{quote(path)}"
    else:
        response = FileResponse(store.open_file(path), content_type=media_type)
    response.headers["Content-Disposition"] = disposition
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = _SANDBOX
    response.headers["Cache-Control"] = "private, no-store"
    return response
