"""Sign-in, the admin of the platform, what all desks share, files."""

from cityweb.access_table.grammar import (
    ADMIN_SITE,
    ADMINISTRATORS,
    ANYONE,
    CLOSED,
    MENDERS,
    OFFICE_HEAD,
    SIGNED_IN,
    STAFF,
    Line,
    act,
    admin_model,
    form,
    read,
)

SIGN_IN: dict[str, Line] = {
    "account_login": form(ANYONE),
    # Also leaves a sign-in that waits for its second factor.
    "account_logout": form(ANYONE),
    "account_inactive": read(ANYONE),
    "account_reauthenticate": form(SIGNED_IN),
    "account_change_password": form(SIGNED_IN),
    "account_reset_password": form(ANYONE),
    "account_reset_password_done": read(ANYONE),
    "account_reset_password_from_key": form(ANYONE),
    "account_reset_password_from_key_done": read(ANYONE),
    "account_signup": form(ANYONE),
    "signup_complete": form(ANYONE),
    "account_email": CLOSED,
    "account_set_password": CLOSED,
    # Between the password and the second factor nobody is signed in yet.
    "mfa_authenticate": form(ANYONE),
    "mfa_login_webauthn": form(ANYONE),
    "mfa_index": read(SIGNED_IN),
    "mfa_reauthenticate": form(SIGNED_IN),
    "mfa_activate_totp": form(SIGNED_IN),
    "mfa_deactivate_totp": form(SIGNED_IN),
    "mfa_view_recovery_codes": read(SIGNED_IN),
    "mfa_generate_recovery_codes": form(SIGNED_IN),
    "mfa_download_recovery_codes": read(SIGNED_IN),
    "mfa_list_webauthn": read(SIGNED_IN),
    "mfa_add_webauthn": form(SIGNED_IN),
    "mfa_reauthenticate_webauthn": form(SIGNED_IN),
    "mfa_remove_webauthn": form(SIGNED_IN),
    "mfa_edit_webauthn": form(SIGNED_IN),
}

ADMIN: dict[str, Line] = {
    "admin:index": read(ADMIN_SITE),
    "admin:app_list": read(ADMIN_SITE),
    # The next three only lead to the pages above.
    "admin:login": read(ANYONE),
    "admin:logout": act(SIGNED_IN),
    "admin:password_change": read(SIGNED_IN),
    "admin:password_change_done": CLOSED,
    "admin:autocomplete": read(ADMIN_SITE),
    "admin:jsi18n": read(ADMIN_SITE),
    "admin:view_on_site": CLOSED,
    # `/admin/<app>/<model>/<id>/` leads to its `change/`.
    "admin:django.views.generic.base.RedirectView": read(ADMIN_SITE),
    **admin_model("core_user", ADMINISTRATORS, add=ADMINISTRATORS, change=ADMINISTRATORS),
    **admin_model("core_organisation", ADMINISTRATORS, add=ADMINISTRATORS, change=ADMINISTRATORS),
    **admin_model("core_adminunit", ADMIN_SITE),
    **admin_model("core_auditentry", ADMINISTRATORS),
    **admin_model("core_legalrule", ADMINISTRATORS, add=ADMINISTRATORS, change=ADMINISTRATORS),
    **admin_model("core_numberpattern", ADMINISTRATORS, add=ADMINISTRATORS, change=ADMINISTRATORS),
    **admin_model(
        "core_calendarday",
        ADMINISTRATORS,
        add=ADMINISTRATORS,
        change=ADMINISTRATORS,
        delete=ADMINISTRATORS,
    ),
    # The calendar is shown by year, not as a list with actions.
    "admin:core_calendarday_changelist": read(ADMINISTRATORS),
    "admin:core_calendarday_import": form(ADMINISTRATORS),
    "admin:core_calendarday_report": read(ADMINISTRATORS),
    **admin_model("axes_accessattempt", ADMINISTRATORS, delete=ADMINISTRATORS),
}

DESKS: dict[str, Line] = {
    "desk:landing": read(STAFF),
    "desk:deadline": read(STAFF),
    "desk:rules": read(STAFF),
    "desk:rule": {"GET": STAFF, "POST": ADMINISTRATORS | OFFICE_HEAD},
    "desk:outbox": read(MENDERS),
    "desk:outbox_item": read(MENDERS),
    "desk:outbox_retry": act(MENDERS),
    "desk:outbox_drop": act(MENDERS),
    # Open in the demo only; yet these mails hold citizens' secrets, links and sign-in codes.
    "desk:mails": read(ADMINISTRATORS),
    "desk:mail": read(ADMINISTRATORS),
    "health:live": read(ANYONE),
    "health:ready": read(ANYONE),
}

# The policy of the file's owner decides; for all others the file does not exist.
FILES: dict[str, Line] = {
    "files:download": read(ANYONE),
    "files:thumbnail": read(ANYONE),
}

TABLE: dict[str, Line] = {**SIGN_IN, **ADMIN, **DESKS, **FILES}
