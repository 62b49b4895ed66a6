"""The watch over member sites, its public page and the pages of units."""

from cityweb.access_table.grammar import (
    ADMINISTRATORS,
    ANYONE,
    OFFICE_HEAD,
    SITE_MONITORS,
    Line,
    act,
    admin_model,
    form,
    read,
    roles,
    several,
)

# The watch over member sites; the register is kept in admin.
SITE_KEEPERS = ADMINISTRATORS | OFFICE_HEAD | SITE_MONITORS
SITE_CHECKERS = OFFICE_HEAD | SITE_MONITORS | roles("officer")
SITE_READERS = SITE_CHECKERS | roles("director")
SITE_PUBLISHERS = ADMINISTRATORS | OFFICE_HEAD
LETTER_SIGNERS = OFFICE_HEAD | roles("director")
TABLE: dict[str, Line] = {
    **admin_model("members_membersite", SITE_KEEPERS, add=SITE_KEEPERS, change=SITE_KEEPERS),
    **admin_model("members_listedword", SITE_KEEPERS, add=SITE_KEEPERS, change=SITE_KEEPERS),
    **admin_model("members_blockeddomain", SITE_KEEPERS, add=SITE_KEEPERS, change=SITE_KEEPERS),
    **admin_model("members_directive", SITE_KEEPERS, add=SITE_KEEPERS, change=SITE_KEEPERS),
    **admin_model(
        "members_publicpage", SITE_PUBLISHERS, add=SITE_PUBLISHERS, change=SITE_PUBLISHERS
    ),
    **several(
        "members_desk",
        "wall sites site guises incidents compare picture report report_rows report_file ranking "
        "score letters letter_preview letter_file directives directive directive_table",
        read(SITE_READERS),
    ),
    **several(
        "members_desk",
        "check accept acknowledge quiet decide send_link letter_drop",
        act(SITE_CHECKERS),
    ),
    **several("members_desk", "lists import", form(SITE_KEEPERS)),
    **several("members_desk", "decide_domain", act(SITE_KEEPERS)),
    **several("members_desk", "export_list export", read(SITE_KEEPERS)),
    **several("members_desk", "letter_send", act(LETTER_SIGNERS)),
    # Behind a link there is no person: its key is looked up by the view.
    **several("members_public", "list", read(ANYONE)),
    **several("members", "unit unit_letter", read(ANYONE)),
    **several("members", "unit_check unit_explain unit_announce", act(ANYONE)),
}
