"""Signing in: how allauth and axes behave here. One code path serves admin, desks and accounts.

Wrong passwords and wrong codes are counted by axes in the database, so that the count survives
restarts and is the same in every process.
"""

import base64
import logging
import math
import time
import uuid
from datetime import timedelta
from typing import Any

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django import forms
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.contrib.sites.shortcuts import get_current_site
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils import timezone

from cityweb.core import audit, outbox
from cityweb.core.access import LANDING, page_of_their_own
from cityweb.core.models import User

logger = logging.getLogger(__name__)

VERBS = {
    "core.signed_in": "Đăng nhập",
    "core.password_changed": "Đổi mật khẩu",
    "core.password_reset": "Đặt lại mật khẩu qua thư",
    "core.totp_activated": "Bật ứng dụng tạo mã",
    "core.totp_deactivated": "Tắt ứng dụng tạo mã",
    "core.webauthn_added": "Thêm khóa bảo mật",
    "core.webauthn_removed": "Gỡ khóa bảo mật",
    "core.recovery_codes_generated": "Tạo mã dự phòng",
    "core.second_factor_removed": "Gỡ lớp xác thực thứ hai của người khác",
}


class StaffAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators; what happens to them is audited and told by mail."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        if request.user.is_staff:
            return resolve_url(LANDING)
        return resolve_url(page_of_their_own(request.user) or "mfa_index")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask again before sensitive steps, but not who signed in a moment ago."""
        signed_in = get_authentication_records(context.request, context.request.user)
        if (
            signed_in
            and time.time() - signed_in[-1]["at"] < account_settings.REAUTHENTICATION_TIMEOUT
        ):
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            audit.record(actor=user, verb="core.signed_in", target=user)
        return super().post_login(request, user, **kwargs)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Record and announce a change of password or second factor: all of them pass here."""
        verb = f"core.{template_prefix.rpartition('/')[2]}"
        with transaction.atomic():
            audit.record(actor=user, verb=verb, target=user)
        super().send_notification_mail(template_prefix, user, context, email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put the mail into the outbox: the screen waits for nobody, and so tells nothing."""
        site = get_current_site(self.request)
        facts = {"request": self.request, "email": email, "current_site": site, **context}
        message = self.render_mail(template_prefix, email, facts)
        with transaction.atomic():
            outbox.put_mail(
                to=email,
                subject=message.subject,
                body=message.body,
                about=context.get("user"),
                dedupe_key=f"core.account:{uuid.uuid4()}",
                priority=outbox.Priority.FIRST,
            )


class FactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of second factors encrypted: a copy of the database opens no account."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.exception("a second factor was encrypted with another SECRET_KEY")
            raise


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(secret: str) -> bytes:
    kdf = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"cityweb second factor")
    return base64.urlsafe_b64encode(kdf.derive(secret.encode()))


class CountedCode:
    """A code form whose failures count like wrong passwords, and whose codes work once."""

    user: User
    authenticator: Authenticator

    def clean_code(self) -> str:
        request, credentials = context.request, {"login": self.user.email}
        if not AxesProxyHandler.is_allowed(request, credentials):
            request.axes_locked_out, request.axes_credentials = True, credentials
            raise ValidationError("Nhập sai quá nhiều lần. Vui lòng thử lại sau.", code="locked")
        try:
            code = super().clean_code()
            spend(self.authenticator, code)
        except ValidationError:
            user_login_failed.send(sender=__name__, credentials=credentials, request=request)
            raise
        return code


class CodeForm(CountedCode, AuthenticateForm):
    """The second factor at sign-in."""


class CodeAgainForm(CountedCode, ReauthenticateForm):
    """The second factor before a sensitive step."""


class AddKeyForm(AddWebAuthnForm):
    """A new security key."""

    name = forms.CharField(label="Tên khóa", required=False, max_length=80)


class EditKeyForm(EditWebAuthnForm):
    """Another name for a key."""

    name = forms.CharField(label="Tên khóa", max_length=80)


@transaction.atomic
def spend(authenticator: Authenticator, code: str) -> None:
    """Remember the time step of an accepted one-time code; raise when it was used before.

    Allauth remembers used codes in the cache, which here belongs to one process.
    """
    if authenticator.type != Authenticator.Type.TOTP:
        return
    row = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
    secret = totp.decrypt(row.data["secret"])
    steps = [
        step
        for step in totp.yield_hotp_counters_from_time()
        if totp.format_hotp_value(totp.hotp_value(secret, step)) == code
    ]
    if not steps or max(steps) <= row.data.get("last_step", 0):
        raise ValidationError("Mã này đã dùng. Hãy chờ mã tiếp theo.", code="spent")
    row.data["last_step"] = max(steps)
    row.save(update_fields=["data"])


def login_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Return the name that failures are counted for: the address typed, in lower case."""
    known = credentials or {}
    typed = known.get("email") or known.get("login") or request.POST.get("login", "")
    return str(typed).strip().lower()[:255]


def client_ip(request: HttpRequest) -> str | None:
    """Return the visitor's address; proxies in front count by `ALLAUTH_TRUSTED_PROXY_COUNT`."""
    try:
        return StaffAdapter(request).get_client_ip(request)
    except PermissionDenied:
        # No network below: a management command, or a test that skips the sign-in page.
        return None


def locked_out(
    request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None
) -> HttpResponse:
    """Show when the next attempt is possible."""
    pause = get_cool_off(request) or timedelta()
    last = (
        AccessAttempt.objects.filter(
            username=login_name(request, credentials), ip_address=client_ip(request)
        )
        .order_by("-attempt_time")
        .values_list("attempt_time", flat=True)
        .first()
    )
    until = (last or timezone.now()) + pause
    seconds = max(1, math.ceil(until.timestamp() - time.time()))
    page = render(request, "account/locked_out.html", {"until": until}, status=429)
    page["Retry-After"] = str(seconds)
    return page
