"""The pack that works without a network: its page, the worker that keeps the page, its doors."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from advertising import actions
from advertising.forms.field import BroughtForm, facts_of
from advertising.models import FieldPack, Finding, Inspection

INVALID = 422


def field(request: HttpRequest) -> HttpResponse:
    """Show the page of packs. It holds nothing of any case, so that a device may keep it."""
    context = {"results": Finding.Result.choices}
    return render(request, "advertising/desk/field.html", context)


def worker(request: HttpRequest) -> HttpResponse:
    """Send the service worker; its address is what limits it to the page of packs."""
    return render(
        request, "advertising/desk/field-worker.js", content_type="text/javascript; charset=utf-8"
    )


@never_cache
def ticket(request: HttpRequest) -> JsonResponse:
    """Tell a device that it is online and signed in, and give it what its posts must carry."""
    return JsonResponse({"token": get_token(request), "who": request.user.full_name})


def take(request: HttpRequest, pk: int) -> JsonResponse:
    """Hand an inspection out as a pack; the device encrypts it before it keeps it."""
    rows = Inspection.objects.visible_to(request.user).select_related(
        "site", "inspected", "checklist"
    )
    found = get_object_or_404(rows, pk=pk)
    return _private(facts_of(actions.take_pack(pk=pk, actor=request.user), found))


def secret(request: HttpRequest, key: UUID) -> JsonResponse:
    """Give the officer who took a pack what opens it without its passphrase."""
    return _private({"secret": actions.open_pack(key=key, actor=request.user).secret})


def receive(request: HttpRequest, key: UUID) -> JsonResponse:
    """Take one thing in from a pack, and say what was made of it."""
    rows = FieldPack.objects.visible_to(request.user).select_related("inspection__checklist")
    pack = get_object_or_404(rows, key=key, taken_by=request.user)
    form = BroughtForm(request.POST, request.FILES, pack=pack)
    if not form.is_valid():
        words = " ".join(str(one) for errors in form.errors.values() for one in errors)
        return JsonResponse({"code": "bad-entry", "message": words}, status=INVALID)
    entry = actions.receive(pack=key, actor=request.user, brought=form.brought())
    now = pack.inspection.findings.filter(item=entry.item_id).first()
    return _private(
        {
            "state": entry.state,
            "label": entry.get_state_display(),
            "base_at": now.at.isoformat() if now else "",
            "exhibit": str(entry.evidence) if entry.evidence else "",
        }
    )


def _private(facts: dict[str, object]) -> JsonResponse:
    response = JsonResponse(facts)
    response.headers["Cache-Control"] = "private, no-store"
    return response
