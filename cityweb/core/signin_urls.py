"""Sign-in, password and second factor: allauth's views at our own addresses.

Names are allauth's, because its code looks them up. Those that must exist but are not offered here
(changing the address by oneself) are closed by an empty line in the access table.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path

from cityweb.core import signup

urlpatterns = [
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("ngung-hoat-dong/", account.account_inactive, name="account_inactive"),
    path("xac-nhan-lai/", account.reauthenticate, name="account_reauthenticate"),
    path("mat-khau/doi/", account.password_change, name="account_change_password"),
    path("mat-khau/quen/", account.password_reset, name="account_reset_password"),
    path("mat-khau/quen/da-gui/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^mat-khau/dat-lai/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[0-9A-Za-z-]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "mat-khau/dat-lai/xong/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("lop-thu-hai/", mfa.index, name="mfa_index"),
    path("lop-thu-hai/nhap-ma/", mfa.authenticate, name="mfa_authenticate"),
    path("lop-thu-hai/xac-nhan-lai/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("lop-thu-hai/ung-dung/bat/", totp.activate_totp, name="mfa_activate_totp"),
    path("lop-thu-hai/ung-dung/tat/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("lop-thu-hai/du-phong/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "lop-thu-hai/du-phong/tao/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "lop-thu-hai/du-phong/tai/",
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("lop-thu-hai/khoa/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("lop-thu-hai/khoa/them/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path(
        "lop-thu-hai/khoa/xac-nhan-lai/",
        webauthn.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("lop-thu-hai/khoa/<int:pk>/go/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("lop-thu-hai/khoa/<int:pk>/sua/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("lop-thu-hai/khoa/dang-nhap/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("dang-ky/", signup.signup, name="account_signup"),
    path("dang-ky/<str:token>/", signup.complete, name="signup_complete"),
    # Closed.
    path("thu-dien-tu/", account.email, name="account_email"),
    path("mat-khau/dat/", account.password_set, name="account_set_password"),
]
