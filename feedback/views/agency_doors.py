"""The two doors to a forwarding: the link that was mailed, and the small account of a body."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt

from cityweb.core import link_keys
from cityweb.core.models import Attachment, User
from feedback import actions, codes
from feedback.file_policies import TICKET, ticket
from feedback.models import AgencyLink, Hop

# What people write on the page of a case.
TYPED = ("answer", "reason", "message")
ABOUT = ("submission__mailbox", "submission__category", "submission__unit", "organisation")


@dataclass(frozen=True)
class Door:
    """Who came in and to which hop. By a link nobody is signed in: there is no actor."""

    hop: Hop
    key: str = ""
    link: AgencyLink | None = None
    actor: User | None = None

    def address(self, verb: str = "case") -> str:
        """Return the address of the case or of a verb, through the same door."""
        if self.link:
            return reverse(f"agency:link_{verb}", args=[self.key])
        return reverse(f"agency:hop_{verb}", args=[self.hop.pk])

    def file_address(self, attachment: Attachment, name: str) -> str:
        """Return where this reader gets a file or its thumbnail."""
        address = reverse(name, args=[attachment.key])
        if self.link is None:
            return address
        return f"{address}?{urlencode({TICKET: ticket(attachment.key, self.link)})}"

    def download(self, attachment: Attachment) -> str:
        return self.file_address(attachment, "files:download")

    @property
    def may_act(self) -> bool:
        """A body looks at what lies with its units, but answers only for itself."""
        own = self.link is not None or self.actor.organisation_id == self.hop.organisation_id
        return own and self.hop.is_open


Page = Callable[[HttpRequest, Door], HttpResponse]


def by_link(page: Page) -> Callable[[HttpRequest, str], HttpResponse]:
    """Open the page to the holder of a link that works; to all others say how to get one.

    A wrong, an ended and an unknown key get the same answer. Without a session there is no form to
    forge: who could send one knows the key already, so there is no CSRF token to lose either.
    """

    @csrf_exempt
    @wraps(page)
    def view(request: HttpRequest, key: str) -> HttpResponse:
        now = timezone.now()
        rows = AgencyLink.objects.usable(now).select_related(*(f"hop__{name}" for name in ABOUT))
        link = rows.filter(key_digest=codes.digest_of_link_key(key)).first()
        if link is None:
            return _gone(request, is_link=True)
        if request.method == "POST":
            actions.note_link_used(pk=link.pk, at=now)
        response = page(request, Door(hop=link.hop, key=key, link=link))
        return link_keys.private(response, is_link=True)

    return view


def _gone(request: HttpRequest, *, is_link: bool) -> HttpResponse:
    """Say that nothing opens here any more, and show what was typed to whoever typed it.

    A case may be taken back while somebody writes its answer.
    """
    typed = [text for name in TYPED if (text := request.POST.get(name, "").strip())]
    context = {"typed": typed, "is_link": is_link}
    gone = render(request, "feedback/agency/gone.html", context, status=404)
    return link_keys.private(gone, is_link=False)


def by_account(page: Page) -> Callable[[HttpRequest, int], HttpResponse]:
    """Open the page to the account of the body the hop lies at, or of the body above it."""

    @wraps(page)
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        rows = Hop.objects.visible_to_contact(request.user).select_related(*ABOUT)
        hop = rows.filter(pk=pk).first()
        if hop is None and request.method == "POST":
            return _gone(request, is_link=False)
        if hop is None:
            raise Http404("no such case at this body")
        response = page(request, Door(hop=hop, actor=request.user))
        return link_keys.private(response, is_link=False)

    return view
