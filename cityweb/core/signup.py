"""How an organisation gets an account: the address first, the rest behind the link in the mail.

Nobody has an account whose address was not proved, and nobody learns from here who has one.
"""

import uuid

from allauth.account.models import EmailAddress
from allauth.core import ratelimit
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cityweb.core import audit, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User

VERBS = {"core.signed_up": "Đăng ký tài khoản tổ chức"}
LINK_SECONDS = 3 * 24 * 60 * 60
_SALT = "cityweb.core.signup"


class AddressForm(forms.Form):
    email = forms.EmailField(label="Thư điện tử", max_length=200)


class AccountForm(forms.Form):
    full_name = forms.CharField(label="Họ và tên người sử dụng", max_length=120)
    password = forms.CharField(
        label="Mật khẩu", widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Từ 8 ký tự, không quá phổ biến.",
    )  # fmt: skip

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        validate_password(password)
        return password


def signup(request: HttpRequest) -> HttpResponse:
    """Mail a link to the address; say the same whether it has an account or not."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="signup"):
            raise Refused("too-often", "Gửi quá nhiều lần. Xin thử lại sau ít phút.")
        _mail_link(form.cleaned_data["email"].lower())
        return render(request, "account/signup_sent.html")
    return render(request, "account/signup.html", {"form": form})


def complete(request: HttpRequest, token: str) -> HttpResponse:
    """Make the account of a proved address."""
    try:
        email = signing.loads(token, salt=_SALT, max_age=LINK_SECONDS)
    except signing.BadSignature:
        return render(request, "account/signup_gone.html", status=410)
    if User.objects.filter(email=email).exists():
        messages.warning(request, "Địa chỉ này đã có tài khoản; xin đăng nhập.")
        return redirect("account_login")
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _make(email, form.cleaned_data["full_name"], form.cleaned_data["password"])
        messages.success(request, "Đã tạo tài khoản; xin đăng nhập.")
        return redirect("account_login")
    return render(request, "account/signup_complete.html", {"form": form, "email": email})


@transaction.atomic
def _mail_link(email: str) -> None:
    is_known = User.objects.filter(email=email).exists()
    path = (
        reverse("account_login")
        if is_known
        else reverse("signup_complete", args=[signing.dumps(email, salt=_SALT)])
    )
    outbox.mail(
        to=email,
        template="account/email/signup",
        about=None,
        context={"address": f"{settings.PORTAL_ORIGIN}{path}", "is_known": is_known},
        dedupe_key=f"core.signup:{uuid.uuid4()}",
        priority=outbox.Priority.FIRST,
        is_kept=False,
    )


@transaction.atomic
def _make(email: str, full_name: str, password: str) -> None:
    user = User.objects.create_user(email=email, password=password, full_name=full_name)
    user.grants.create(role=Role.APPLICANT)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    audit.record(actor=user, verb="core.signed_up", target=user)
