"""Default deny: every address × every person × every method, as the access table says."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.core.handlers.base import BaseHandler
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from cityweb import access_table, permission_table
from cityweb.core.models import Role, User
from tests.core.addresses import every_address
from tests.people import make_person

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
LET_THROUGH = 299
PROBE = "tests.core.test_access.Probe"
ADDRESSES = list(every_address())


SPARED = {
    "cityweb.core.middleware.RequestIdMiddleware": None,
    "django.middleware.security.SecurityMiddleware": None,
    "whitenoise.middleware.WhiteNoiseMiddleware": None,
    "cityweb.core.middleware.ContentPolicyMiddleware": None,
    "django.contrib.sessions.middleware.SessionMiddleware": None,
    "django.contrib.auth.middleware.AuthenticationMiddleware": "tests.core.test_access.SignedIn",
}


class SignedIn:
    """Stands for session and authentication: whoever `person` names is signed in."""

    person: User | AnonymousUser = AnonymousUser()

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.user, request.session = self.person, {}
        return self.get_response(request)


class Probe:
    """Stands where the view would run, after everything that may turn a request away."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        return HttpResponse(status=LET_THROUGH)


@pytest.fixture
def ask(settings, monkeypatch):
    """Return what asks an address with a method and tells the status, the probe at the end.

    Twenty thousand requests go without what decides nothing here: a session read from the
    database, the page that says no, log lines, static files, headers for browsers.
    """
    monkeypatch.setattr(
        "cityweb.core.error_pages._within_site",
        lambda request, template, status: HttpResponse(status=status),
    )
    stack = [SPARED.get(name, name) for name in settings.MIDDLEWARE]
    settings.MIDDLEWARE = [*filter(None, stack), PROBE]
    handler, factory = BaseHandler(), RequestFactory()
    handler.load_middleware()

    def status(method, at):
        request = factory.generic(method, at)
        request._dont_enforce_csrf_checks = True
        return handler.get_response(request).status_code

    return status


def people():
    """Yield a label, the person (or nobody) and the roles that count today."""
    yield "nobody", None, None
    yield "without a role", make_person(), set()
    yield "ended", make_person(*Role, ended=True), set()
    yield "switched off", make_person(*Role, is_active=False), set()
    for role in Role:
        yield role.value, make_person(role), {role.value}


def expected(name, method, roles):
    line = access_table.TABLE[name]
    who = line.get("GET" if method == "HEAD" else method)
    if who is None:
        return False
    if who == access_table.ANYONE:
        return True
    return roles is not None and (who == access_table.SIGNED_IN or bool(who & roles))


def test_every_address_is_listed():
    unlisted = {name for name, _ in ADDRESSES} - set(access_table.TABLE)
    assert not unlisted


def test_every_line_belongs_to_an_address():
    gone = set(access_table.TABLE) - {name for name, _ in ADDRESSES}
    assert not gone


def test_every_sample_leads_to_its_own_pattern():
    wrong = [(name, at) for name, at in ADDRESSES if resolve(at).view_name != name]
    assert not wrong


def test_the_table_names_only_roles_that_exist():
    named = {
        role
        for line in access_table.TABLE.values()
        for who in line.values()
        if isinstance(who, frozenset)
        for role in who
    }
    assert named | set(permission_table.PERMISSIONS) <= set(Role.values)


@pytest.mark.parametrize(
    "methods", [METHODS[:3:2], pytest.param(METHODS, marks=pytest.mark.slow)], ids=["usual", "all"]
)
@pytest.mark.django_db
def test_every_person_gets_in_exactly_where_the_table_says(ask, monkeypatch, methods):
    wrong = []
    for label, person, roles in people():
        monkeypatch.setattr(SignedIn, "person", person or AnonymousUser())
        for name, at in ADDRESSES:
            for method in methods:
                status = ask(method, at)
                let_in = status == LET_THROUGH
                if let_in != expected(name, method, roles) or (
                    not let_in and status not in (302, 403, 404, 405)
                ):
                    wrong.append((label, method, name, status))
    assert not wrong


@pytest.mark.django_db
def test_an_address_without_a_line_does_not_exist(client, settings, monkeypatch):
    monkeypatch.delitem(access_table.TABLE, "health:live")
    assert client.get("/healthz/live").status_code == 404


def test_a_method_without_a_line_is_not_allowed(client):
    response = client.post("/healthz/live")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


@pytest.mark.django_db
def test_a_page_for_staff_asks_a_visitor_to_sign_in(client):
    response = client.get("/nghiep-vu/?tab=1")
    assert response.status_code == 302
    assert response["Location"] == "/tai-khoan/dang-nhap/?next=/nghiep-vu/%3Ftab%3D1"


@pytest.mark.django_db
def test_who_sends_a_form_after_the_session_ended_may_sign_in_and_go_on(client):
    left = {"referer": "http://testserver/admin/news/edition/7/change/", "host": "testserver"}
    response = client.post("/admin/news/edition/7/change/", {"title": "x"}, headers=left)
    assert response.status_code == 302
    assert response["Location"].endswith("?next=/admin/news/edition/7/change/")


@pytest.mark.django_db
def test_a_script_is_not_sent_to_the_sign_in_page(client):
    assert client.get("/nghiep-vu/", headers={"accept": "application/json"}).status_code == 403


@pytest.mark.django_db
def test_who_lacks_the_role_is_told_so_in_vietnamese(client, stranger):
    client.force_login(stranger)
    response = client.get("/nghiep-vu/")
    assert response.status_code == 403
    assert "Bạn không được xem trang này" in response.text


def test_an_open_page_looks_at_neither_session_nor_person(client):
    response = client.get("/healthz/live", headers={"cookie": f"sessionid={'a' * 32}"})
    assert response.status_code == 200
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role)
def test_permissions_follow_from_the_roles_of_today(role):
    listed = permission_table.PERMISSIONS.get(role, frozenset())
    person, former = make_person(role), make_person(role, ended=True)
    every = frozenset().union(*permission_table.PERMISSIONS.values())
    assert {name for name in every if person.has_perm(name)} == listed
    assert not any(former.has_perm(name) for name in every)


@pytest.mark.django_db
def test_every_permission_in_the_table_exists():
    known = {
        f"{app}.{codename}"
        for app, codename in Permission.objects.values_list("content_type__app_label", "codename")
    }
    assert frozenset().union(*permission_table.PERMISSIONS.values()) <= known
