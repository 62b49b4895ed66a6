"""The mailboxes: citizens, responsible bodies, the desk, partners."""

from cityweb.access_table.grammar import (
    ADMINISTRATORS,
    ANYONE,
    OFFICE_HEAD,
    Line,
    act,
    admin_model,
    form,
    read,
    roles,
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
    "feedback:receipt_seen": read(ANYONE),
    "feedback:lookup": form(ANYONE),
    "feedback:add": act(ANYONE),
    "feedback:reopen": act(ANYONE),
    "feedback:rate": act(ANYONE),
    "feedback:withdraw_consent": act(ANYONE),
    "feedback:ask_about_data": act(ANYONE),
    "feedback:data_copy": act(ANYONE),
    "feedback:own_file": form(ANYONE),
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
    "agency:hop_unit_files": act(CONTACTS),
    "agency:link_case": read(ANYONE),
    "agency:link_acknowledge": act(ANYONE),
    "agency:link_answer": act(ANYONE),
    "agency:link_give_back": act(ANYONE),
    "agency:link_pass_on": act(ANYONE),
    "agency:link_unit_files": act(ANYONE),
}

# The desk of the mailboxes. What is restricted does not exist for those who are not its readers.
MAILBOX_READERS = roles("officer office_head director denunciation_reader")
MAILBOX_HANDLERS = roles("officer office_head denunciation_reader")
# Who writes down what people say by telephone or bring on paper.
MAILBOX_OFFICERS = roles("officer office_head")
# Senders of denunciations have rights over their data too; who may not see one decides nothing.
DATA_DECIDERS = roles("office_head denunciation_reader")

MAILBOX_DESK: dict[str, Line] = {
    "feedback_desk:queue": read(MAILBOX_READERS),
    "feedback_desk:bulk": act(MAILBOX_HANDLERS),
    "feedback_desk:save_view": act(MAILBOX_READERS),
    "feedback_desk:drop_view": act(MAILBOX_READERS),
    "feedback_desk:statistics": read(MAILBOX_READERS),
    "feedback_desk:statistics_rows": read(MAILBOX_READERS),
    "feedback_desk:take_down": form(MAILBOX_OFFICERS),
    "feedback_desk:take_scan": act(MAILBOX_OFFICERS),
    "feedback_desk:drop_scan": act(MAILBOX_OFFICERS),
    "feedback_desk:letters": read(MAILBOX_HANDLERS),
    "feedback_desk:letter": read(MAILBOX_HANDLERS),
    "feedback_desk:letter_raw": read(MAILBOX_HANDLERS),
    "feedback_desk:letter_act": act(MAILBOX_HANDLERS),
    "feedback_desk:data_requests": read(DATA_DECIDERS),
    "feedback_desk:erasures": read(DATA_DECIDERS),
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

# Other bodies' systems: whoever files shows the key of a partner, which the view looks up.
OPEN311: dict[str, Line] = {
    "open311:discovery": read(ANYONE),
    "open311:services": read(ANYONE),
    "open311:service": read(ANYONE),
    "open311:requests": form(ANYONE),
    "open311:request": read(ANYONE),
    "open311:token": read(ANYONE),
}

TABLE: dict[str, Line] = {**MAILBOXES, **MAILBOX_DESK, **MAILBOX_TABLES, **BODIES, **OPEN311}
