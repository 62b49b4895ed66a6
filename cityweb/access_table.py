"""Who may use which address. Text only.

An address without a line here does not exist for anybody, and the tests fail. A line names for
each method who may use it: a set of roles (`Role` values), everybody signed in, or anyone. HEAD
goes with GET. An empty line closes an address that a library insists on naming.
"""

Who = str | frozenset[str]
Line = dict[str, Who]

ANYONE = "anyone"
SIGNED_IN = "signed-in"


def roles(names: str) -> frozenset[str]:
    return frozenset(names.split())


ADMINISTRATORS = roles("administrator")
EDITORS = roles("editor editorial_board")
BOARD = roles("editorial_board")
OFFICE_HEAD = roles("office_head")
SITE_MONITORS = roles("site_monitor")
ADMIN_SITE = ADMINISTRATORS | EDITORS | OFFICE_HEAD | SITE_MONITORS
STAFF = ADMIN_SITE | roles(
    "one_stop_clerk officer office_head director records_clerk site_monitor inspector"
    " denunciation_reader"
)

# Who looks after what got stuck on its way out.
MENDERS = ADMINISTRATORS | OFFICE_HEAD

CLOSED: Line = {}


def read(who: Who) -> Line:
    return {"GET": who}


def form(who: Who) -> Line:
    return {"GET": who, "POST": who}


def act(who: Who) -> Line:
    return {"POST": who}


def several(app: str, names: str, line: Line) -> dict[str, Line]:
    """Return the same line for several addresses of one app."""
    return {f"{app}:{name}": line for name in names.split()}


def admin_model(
    model: str, who: Who, *, add: Who = "", change: Who = "", delete: Who = ""
) -> dict[str, Line]:
    """Return the lines of one model's five admin pages; what is not given is closed.

    Without `change` the page of one row is read-only and takes no POST.
    """
    page = f"admin:{model}"
    return {
        f"{page}_changelist": form(who) if change else read(who),
        f"{page}_add": form(add) if add else CLOSED,
        f"{page}_change": {"GET": who, **(act(change) if change else {})},
        f"{page}_delete": form(delete) if delete else CLOSED,
        f"{page}_history": read(who),
    }


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
    **admin_model(
        "licensing_procedureversion", ADMINISTRATORS, add=ADMINISTRATORS, change=ADMINISTRATORS
    ),
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

NEWSROOM: dict[str, Line] = {
    **admin_model("news_edition", EDITORS, add=EDITORS, change=EDITORS),
    "admin:news_edition_find": read(EDITORS),
    "admin:news_edition_autosave": act(EDITORS),
    "admin:news_edition_preview": read(EDITORS),
    "admin:news_edition_preview_page": read(EDITORS),
    "admin:news_edition_differences": read(EDITORS),
    **admin_model("news_picture", EDITORS, add=EDITORS, change=EDITORS),
    "admin:news_picture_upload": act(EDITORS),
    "admin:news_picture_store": read(EDITORS),
    # The home page is composed on one screen, not row by row.
    **dict.fromkeys(admin_model("news_heroslot", EDITORS), CLOSED),
    "admin:news_heroslot_changelist": form(EDITORS),
    "admin:news_heroslot_unpin": act(EDITORS),
    **admin_model("news_page", EDITORS, add=EDITORS, change=EDITORS),
    **admin_model("news_campaign", EDITORS, add=EDITORS, change=EDITORS),
    **admin_model("news_column", EDITORS, add=BOARD, change=BOARD),
    **admin_model("news_site", BOARD | ADMINISTRATORS, change=BOARD | ADMINISTRATORS),
    **admin_model(
        "news_editorialright",
        BOARD | ADMINISTRATORS,
        add=BOARD | ADMINISTRATORS,
        delete=BOARD | ADMINISTRATORS,
    ),
}

PORTAL: dict[str, Line] = dict.fromkeys(
    (
        *("news:home", "news:column", "news:article", "news:article_by_number"),
        *("news:campaigns", "news:campaign", "news:page", "news:search", "news:site_map"),
        *("news:feed", "news:column_feed", "machine:robots", "machine:favicon"),
        *("machine:manifest", "machine:sitemap", "machine:sitemap_standing"),
        *("machine:sitemap_recent", "machine:sitemap_articles", "machine:media"),
    ),
    read(ANYONE),
)

# Citizens have no account: a signed ticket in the form, or code and secret, open what is theirs.
MAILBOXES: dict[str, Line] = {
    "feedback:mailboxes": read(ANYONE),
    "feedback:mailbox": form(ANYONE),
    "feedback:places": read(ANYONE),
    "feedback:answers": read(ANYONE),
    "feedback:answers_feed": read(ANYONE),
    "feedback:answers_sitemap": read(ANYONE),
    "feedback:answer": read(ANYONE),
    "feedback:answer_by_number": read(ANYONE),
    "feedback:statistics": read(ANYONE),
    "feedback:similar": act(ANYONE),
    "feedback:lookup": form(ANYONE),
    "feedback:add": act(ANYONE),
    "feedback:reopen": act(ANYONE),
    "feedback:rate": act(ANYONE),
    "feedback:withdraw_consent": act(ANYONE),
    "feedback:ask_about_data": act(ANYONE),
    "feedback:own_file": act(ANYONE),
    "feedback:upload": act(ANYONE),
    "feedback:discard": act(ANYONE),
}

CONTACTS = roles("agency_contact")

# Responsible bodies. Behind a link there is no person: its key is looked up by the view.
BODIES: dict[str, Line] = {
    "agency:cases": read(CONTACTS),
    "agency:done": read(ANYONE),
    "agency:hop_case": read(CONTACTS),
    "agency:hop_acknowledge": act(CONTACTS),
    "agency:hop_answer": act(CONTACTS),
    "agency:hop_give_back": act(CONTACTS),
    "agency:hop_pass_on": act(CONTACTS),
    "agency:link_case": read(ANYONE),
    "agency:link_acknowledge": act(ANYONE),
    "agency:link_answer": act(ANYONE),
    "agency:link_give_back": act(ANYONE),
    "agency:link_pass_on": act(ANYONE),
}

# The desk of the mailboxes. What is restricted does not exist for those who are not its readers.
MAILBOX_READERS = roles("officer office_head director denunciation_reader")
MAILBOX_HANDLERS = roles("officer office_head denunciation_reader")
# Senders of denunciations have rights over their data too; who may not see one decides nothing.
DATA_DECIDERS = roles("office_head denunciation_reader")

MAILBOX_DESK: dict[str, Line] = {
    "feedback_desk:queue": read(MAILBOX_READERS),
    "feedback_desk:bulk": act(MAILBOX_HANDLERS),
    "feedback_desk:save_view": act(MAILBOX_READERS),
    "feedback_desk:drop_view": act(MAILBOX_READERS),
    "feedback_desk:statistics": read(MAILBOX_READERS),
    "feedback_desk:statistics_rows": read(MAILBOX_READERS),
    "feedback_desk:letters": read(MAILBOX_HANDLERS),
    "feedback_desk:letter": read(MAILBOX_HANDLERS),
    "feedback_desk:letter_act": act(MAILBOX_HANDLERS),
    "feedback_desk:data_requests": read(DATA_DECIDERS),
    "feedback_desk:data_request": read(DATA_DECIDERS),
    "feedback_desk:decide_on_data": act(DATA_DECIDERS),
    "feedback_desk:settle_suggestion": act(MAILBOX_HANDLERS),
    "feedback_desk:case": read(MAILBOX_READERS),
    "feedback_desk:sheet": read(MAILBOX_READERS),
    "feedback_desk:deadline": read(MAILBOX_READERS),
    "feedback_desk:presence": act(MAILBOX_READERS),
    "feedback_desk:sender": act(MAILBOX_HANDLERS),
    "feedback_desk:act": act(MAILBOX_READERS),
    "feedback_desk:cite": form(MAILBOX_HANDLERS),
    "feedback_desk:settle_citation": act(MAILBOX_HANDLERS),
    "feedback_desk:publication": read(MAILBOX_READERS),
    "feedback_desk:publication_act": act(MAILBOX_HANDLERS),
}

# Reference tables of the mailboxes; rows end on a day or are switched off, none is deleted.
KEEPERS = ADMINISTRATORS | OFFICE_HEAD
MAILBOX_TABLES: dict[str, Line] = {
    **admin_model("feedback_mailbox", KEEPERS, change=KEEPERS),
    **admin_model("feedback_category", KEEPERS, add=KEEPERS, change=KEEPERS),
    **admin_model("feedback_privacynotice", KEEPERS, add=KEEPERS),
    **admin_model("feedback_routingrule", KEEPERS, add=KEEPERS, change=KEEPERS),
    **admin_model("feedback_agencycontact", KEEPERS, add=KEEPERS, change=KEEPERS),
    **admin_model("feedback_snippet", KEEPERS, add=KEEPERS, change=KEEPERS),
    **admin_model("feedback_retentionpolicy", KEEPERS, add=KEEPERS, change=KEEPERS),
    **admin_model("feedback_partner", ADMINISTRATORS, add=ADMINISTRATORS, change=ADMINISTRATORS),
}

# The watch over member sites; the register is kept in admin.
SITE_KEEPERS = ADMINISTRATORS | OFFICE_HEAD | SITE_MONITORS
SITE_CHECKERS = OFFICE_HEAD | SITE_MONITORS | roles("officer")
SITE_READERS = SITE_CHECKERS | roles("director")
SITE_PUBLISHERS = ADMINISTRATORS | OFFICE_HEAD
LETTER_SIGNERS = OFFICE_HEAD | roles("director")
MEMBER_SITES: dict[str, Line] = {
    **admin_model("members_membersite", SITE_KEEPERS, add=SITE_KEEPERS, change=SITE_KEEPERS),
    **admin_model("members_listedword", SITE_KEEPERS, add=SITE_KEEPERS, change=SITE_KEEPERS),
    **admin_model("members_blockeddomain", SITE_KEEPERS, add=SITE_KEEPERS, change=SITE_KEEPERS),
    **admin_model("members_directive", SITE_KEEPERS, add=SITE_KEEPERS, change=SITE_KEEPERS),
    **admin_model(
        "members_publicpage", SITE_PUBLISHERS, add=SITE_PUBLISHERS, change=SITE_PUBLISHERS
    ),
    **several(
        "members_desk",
        "wall sites site incidents compare report report_rows report_file ranking score "
        "letters letter_preview letter_file directives directive "
        "directive_table",
        read(SITE_READERS),
    ),
    **several(
        "members_desk", "check accept quiet decide send_link letter_drop", act(SITE_CHECKERS)
    ),
    **several("members_desk", "lists import", form(SITE_KEEPERS)),
    **several("members_desk", "decide_domain", act(SITE_KEEPERS)),
    **several("members_desk", "export_list export", read(SITE_KEEPERS)),
    **several("members_desk", "letter_send", act(LETTER_SIGNERS)),
    # Behind a link there is no person: its key is looked up by the view.
    **several("members", "public unit unit_letter", read(ANYONE)),
    **several("members", "unit_check unit_explain unit_announce", act(ANYONE)),
}

# Other bodies' systems: whoever files shows the key of a partner, which the view looks up.
OPEN311: dict[str, Line] = {
    "open311:discovery": read(ANYONE),
    "open311:services": read(ANYONE),
    "open311:service": read(ANYONE),
    "open311:requests": form(ANYONE),
    "open311:request": read(ANYONE),
    "open311:token": read(ANYONE),
}

# The register of licences is public as a whole, and anybody may ask whether a paper is genuine.
REGISTRARS = OFFICE_HEAD | roles("records_clerk")
APPLICANTS = roles("applicant")
FILERS = APPLICANTS | roles("one_stop_clerk")
DOSSIER_DESK = REGISTRARS | roles("one_stop_clerk officer director")
LICENCES: dict[str, Line] = {
    "licensing_desk:dossiers": read(DOSSIER_DESK),
    "licensing_desk:dossier": read(DOSSIER_DESK),
    "licensing_desk:act": act(DOSSIER_DESK),
    "licensing_desk:paper": read(DOSSIER_DESK),
    "licensing_desk:preview": read(DOSSIER_DESK),
    "licensing_desk:enter": form(roles("one_stop_clerk")),
    "licensing_desk:procedures": read(DOSSIER_DESK),
    "licensing_desk:changing": read(REGISTRARS | roles("officer director")),
    "licensing_desk:import": form(REGISTRARS),
    "filing:start": read(ANYONE),
    "filing:procedure": read(ANYONE),
    "filing:mine": read(APPLICANTS),
    "filing:profile": form(APPLICANTS),
    "filing:begin": form(APPLICANTS),
    "filing:dossier": read(FILERS),
    "filing:fill": form(FILERS),
    "filing:papers": read(FILERS),
    "filing:attach": act(FILERS),
    "filing:detach": act(FILERS),
    "filing:check": form(FILERS),
    "filing:discard": act(FILERS),
    "filing:answer": act(FILERS),
    "filing:withdraw": act(FILERS),
    "filing:write": act(FILERS),
    "filing:paper": read(FILERS),
    "lookup:look_up": read(ANYONE),
    "licensing:licences": read(ANYONE),
    "licensing:licence": read(ANYONE),
    "licensing:paper": read(ANYONE),
    "licensing:version": read(ANYONE),
    "licensing:feed": read(ANYONE),
    "licensing:csv": read(ANYONE),
    "licensing:json": read(ANYONE),
    "licensing:seals": read(ANYONE),
    "licensing:seal_list": read(ANYONE),
    "verify:start": read(ANYONE),
    "verify:file": act(ANYONE),
    "verify:authorities": read(ANYONE),
    "verify:code": read(ANYONE),
    "verify:code_with_slash": read(ANYONE),
}

API: dict[str, Line] = {
    "api:articles": read(ANYONE),
    "api:article": read(ANYONE),
    "api:openapi-json": read(ANYONE),
    "api:api-root": CLOSED,
}

TABLE: dict[str, Line] = {
    **SIGN_IN,
    **ADMIN,
    **DESKS,
    **FILES,
    **NEWSROOM,
    **PORTAL,
    **MAILBOXES,
    **MAILBOX_DESK,
    **MAILBOX_TABLES,
    **BODIES,
    **MEMBER_SITES,
    **OPEN311,
    **LICENCES,
    **API,
}
