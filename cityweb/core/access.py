"""Who may use which address: default deny, one table, one middleware; rights follow from roles.

The table (`settings.ACCESS_TABLE`) is plain text: URL name → method → who. The second one
(`settings.ROLE_PERMISSIONS`) tells which of Django's permissions a role carries in admin.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils.module_loading import import_string

from cityweb.core.models import Role, User
from cityweb.core.requests import SAFE_METHODS, screen_left, wants_json

# Everybody is told to begin here; who has no desk is led to where they work.
LANDING = "desk:landing"
logger = logging.getLogger(__name__)

# Instead of a set of roles: everybody, with or without a session; everybody who signed in.
ANYONE = "anyone"
SIGNED_IN = "signed-in"

Policy = str | frozenset[str]


class AccessMiddleware:
    """Lets a request through only where the table says so, before the view runs.

    An address that is not listed does not exist (404), a method that is not listed is 405. Who is
    not signed in is asked to, who lacks the role gets 403. For `ANYONE` neither session nor person
    is looked at, so that public pages stay the same for all and need no `Vary: Cookie`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        name = request.resolver_match.view_name
        methods = access_table().get(name)
        if not methods:
            if methods is None:
                logger.error("no line in the access table for %s", name)
            raise Http404(name)
        policy = methods.get("GET" if request.method == "HEAD" else request.method)
        if policy is None:
            return HttpResponseNotAllowed(allowed_methods(methods))
        return None if policy == ANYONE else _turn_away(request, policy)


def access_table() -> Mapping[str, Mapping[str, Policy]]:
    """Return the table: URL name → method → who."""
    return import_string(settings.ACCESS_TABLE)


def may_visit(user: User, name: str) -> bool:
    """Tell whether a link to the page `name` would lead `user` anywhere."""
    policy = access_table().get(name, {}).get("GET")
    if policy in (ANYONE, SIGNED_IN):
        return policy == ANYONE or user.is_authenticated
    return bool(policy) and user.is_authenticated and user.has_role(*map(Role, policy))


def allowed_methods(methods: Iterable[str]) -> list[str]:
    """Return the methods for an `Allow` header: those listed, and HEAD wherever GET is."""
    return sorted({*methods, *(["HEAD"] if "GET" in methods else [])})


def page_of_their_own(user: User) -> str:
    """Return the name of the page where people without a desk work; "" for all others."""
    held = [name for role, name in settings.LANDING_PAGES.items() if role in user.roles]
    return held[0] if held and not user.is_staff else ""


def _turn_away(request: HttpRequest, policy: Policy) -> HttpResponse | None:
    user = request.user
    is_page = request.method in SAFE_METHODS and not wants_json(request)
    if not user.is_authenticated:
        if is_page:
            return redirect_to_login(request.get_full_path())
        left = urlsplit(screen_left(request)).path
        if left and not wants_json(request):
            messages.warning(
                request, "Phiên làm việc đã hết, chưa lưu được. Hãy đăng nhập để làm tiếp."
            )
            return redirect_to_login(left)
        raise PermissionDenied("not signed in")
    if policy == SIGNED_IN:
        return None
    if not user.has_role(*map(Role, policy)):
        own = page_of_their_own(user)
        if is_page and own and request.resolver_match.view_name == LANDING:
            return redirect(own)
        raise PermissionDenied("none of the roles")
    if lacks_second_factor(user):
        if is_page:
            messages.warning(
                request, "Hãy thiết lập lớp xác thực thứ hai trước khi vào trang nghiệp vụ."
            )
            return redirect("mfa_index")
        raise PermissionDenied("no second factor")
    return None


def lacks_second_factor(user: User) -> bool:
    """Tell whether this person must set up a second factor before any work.

    Their own account pages stay open (`SIGNED_IN`): that is where it is set up.
    """
    return settings.STAFF_SECOND_FACTOR_REQUIRED and user.is_staff and not is_mfa_enabled(user)


class RoleBackend:
    """Answers Django's permission questions from the roles held today, and has the last word.

    Denial is an exception, because a plain "no" would make Django ask the next backend.
    """

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> None:
        """Let nobody in: passwords are another backend's work."""

    def get_user(self, pk: int) -> User | None:
        return User.objects.filter(pk=pk, is_active=True).first()

    def has_perm(self, user: User, permission: str, obj: object | None = None) -> bool:
        if permission in permissions_of(user):
            return True
        raise PermissionDenied(permission)

    def has_module_perms(self, user: User, app_label: str) -> bool:
        if any(name.startswith(f"{app_label}.") for name in permissions_of(user)):
            return True
        raise PermissionDenied(app_label)


def permissions_of(user: User) -> frozenset[str]:
    """Return the permissions that the person's roles of today carry, as "app.verb_model"."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    table: Mapping[str, frozenset[str]] = import_string(settings.ROLE_PERMISSIONS)
    return frozenset().union(*(table.get(role, frozenset()) for role in user.roles))
