"""Desk pages: what waits to be sent, and the mails of the demo."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cityweb.core import audit
from cityweb.core.outbox import filing, looking, mending
from cityweb.core.sealed import SealBroken

HEADERS = {
    "From": "Người gửi",
    "To": "Người nhận",
    "Reply-To": "Trả lời về",
    "Date": "Ngày",
    "Message-ID": "Mã thư",
}
TITLES = {"": "Đang chờ", "tre": "Trễ", "bo": "Đã bỏ"}


def items(request: HttpRequest) -> HttpResponse:
    name, after = request.GET.get("loc", ""), request.GET.get("sau", "")
    if name not in looking.LISTS or (after and not (after.isdecimal() and len(after) < 19)):
        raise Http404(name)
    tabs = [(key, title, looking.count(key, request.user)) for key, title in TITLES.items()]
    leaf = looking.leaf(name, request.user, after=int(after) if after else None)
    hidden = looking.count_hidden(name, request.user)
    context = {"tabs": tabs, "name": name, "leaf": leaf, "is_first": not after, "hidden": hidden}
    return render(request, "outbox/items.html", context)


def item(request: HttpRequest, pk: int) -> HttpResponse:
    rows = looking.visible_to(request.user).select_related("about_type")
    found = get_object_or_404(rows.defer("payload"), pk=pk)
    try:
        recipient = looking.recipient(found)
    except SealBroken:
        recipient = "không đọc được: thiếu khóa mã hóa"
    context = {"item": found, "recipient": recipient, "lines": audit.timeline(found)}
    return render(request, "outbox/item.html", context)


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    mending.retry(pk=_find(request, pk), actor=request.user)
    messages.success(request, "Đã xếp lại vào hàng, sẽ gửi trong ít giây.")
    return redirect("desk:outbox_item", pk=pk)


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    mending.drop(
        pk=_find(request, pk), actor=request.user, reason=request.POST.get("reason", "")[:500]
    )
    messages.success(request, "Đã bỏ, việc này sẽ không được gửi nữa.")
    return redirect("desk:outbox_item", pk=pk)


def mails(request: HttpRequest) -> HttpResponse:
    if not filing.is_in_use():
        raise Http404("mail is really sent here")
    names = [name for name in filing.names() if looking.is_shown(name, request.user)]
    found = [(name, filing.read(name)) for name in names]
    return render(request, "outbox/mails.html", {"mails": found, "most": filing.MOST_LISTED})


def mail(request: HttpRequest, name: str) -> HttpResponse:
    message = filing.read(name) if filing.is_in_use() else None
    if message is None or not looking.is_shown(name, request.user):
        raise Http404(name)
    body = message.get_body(("plain",))
    context = {
        "mail": message,
        "body": body.get_content() if body else "",
        "headers": [(label, message[key]) for key, label in HEADERS.items()],
        "files": [part.get_filename() for part in message.iter_attachments()],
    }
    return render(request, "outbox/mail.html", context)


def _find(request: HttpRequest, pk: int) -> int:
    return get_object_or_404(looking.visible_to(request.user).only("pk"), pk=pk).pk
