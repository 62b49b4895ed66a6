"""Files of a form: sent ahead by a script with progress, or together with the form."""

from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.csrf import csrf_exempt

from cityweb.core import attachments
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment
from feedback.abuse import risk
from feedback.actions.intake import MOST_FILES
from feedback.forms import tickets
from feedback.forms.tickets import Ticket


def keep(
    request: HttpRequest,
    uploads: Iterable[UploadedFile],
    ticket: Ticket,
    *,
    is_counted: bool = True,
) -> list[str]:
    """Take files under the ticket; return what was wrong with those that were not taken.

    What officers send is not counted against their network.
    """
    problems = []
    for upload in uploads:
        try:
            _take(request, upload, ticket, is_counted=is_counted)
        except Refused as refusal:
            problems.append(f"{upload.name}: {_(refusal.message)}")
    return problems


def _take(
    request: HttpRequest, upload: UploadedFile, ticket: Ticket, *, is_counted: bool
) -> Attachment:
    """Keep one file; the same file sent twice under one ticket waits there once."""
    if is_counted and not risk.may_send_file(request):
        raise Refused(
            "too-many-from-here",
            gettext_noop(
                "Mạng của ông/bà đang gửi quá nhiều tệp. Xin gửi ý kiến trước, bổ sung tệp sau "
                "bằng mã tra cứu."
            ),
        )
    taken = attachments.take(
        upload,
        name=upload.name,
        kinds=attachments.MAILBOX,
        draft_token=ticket.draft_token,
        limit=MOST_FILES,
    )
    for waiting in attachments.drafts(ticket.draft_token):
        if waiting.pk < taken.pk and (waiting.file_id, waiting.name) == (
            taken.file_id,
            taken.name,
        ):
            attachments.discard(ticket.draft_token, key=str(taken.key))
            return waiting
    return taken


def remove(ticket: Ticket, key: str) -> None:
    """Take one waiting file back; a key that is none of ours removes nothing."""
    waiting = attachments.drafts(ticket.draft_token)
    if any(str(one.key) == key for one in waiting):
        attachments.discard(ticket.draft_token, key=key)


# The signed ticket in the form stands for the right to add to it; no browser is signed in here.
@csrf_exempt
def upload(request: HttpRequest) -> JsonResponse:
    """Take one file that a script sends ahead of its form."""
    return take_one(request)


def take_one(request: HttpRequest, *, is_counted: bool = True) -> JsonResponse:
    """Keep the file of the request under its ticket, and say under which key."""
    ticket = tickets.read(request.POST.get("ticket", ""))
    sent = request.FILES.get("file")
    if ticket is None or sent is None:
        return JsonResponse({"message": _("Trang mở đã lâu; xin tải lại trang.")}, status=400)
    try:
        taken = _take(request, sent, ticket, is_counted=is_counted)
    except Refused as refusal:
        return JsonResponse({"code": refusal.code, "message": _(refusal.message)}, status=409)
    return JsonResponse({"key": str(taken.key), "name": taken.name, "size": taken.file.size})


@csrf_exempt
def discard(request: HttpRequest) -> JsonResponse:
    """Take back one file that was sent ahead."""
    return drop_one(request)


def drop_one(request: HttpRequest) -> JsonResponse:
    """Forget the file that the request names, if it waits under its ticket."""
    ticket = tickets.read(request.POST.get("ticket", ""))
    if ticket is not None:
        remove(ticket, request.POST.get("key", ""))
    return JsonResponse({})
