"""Advertising on the internet: reference tables, plans and inspections, the public guidance."""

from cityweb.access_table.grammar import (
    ADMINISTRATORS,
    ANYONE,
    INSPECTORS,
    OFFICE_HEAD,
    Line,
    act,
    admin_model,
    form,
    read,
    roles,
    several,
)

AD_KEEPERS = ADMINISTRATORS | OFFICE_HEAD | INSPECTORS
GUIDES = ADMINISTRATORS | OFFICE_HEAD
AD_TEAM = INSPECTORS
AD_DESK = AD_TEAM | OFFICE_HEAD | roles("director records_clerk")
TABLE: dict[str, Line] = {
    **admin_model("advertising_party", AD_KEEPERS, add=AD_KEEPERS, change=AD_KEEPERS),
    **admin_model("advertising_adsite", AD_KEEPERS, add=AD_KEEPERS, change=AD_KEEPERS),
    **admin_model("advertising_servicenotice", AD_KEEPERS, add=AD_KEEPERS, change=AD_KEEPERS),
    **admin_model("advertising_productcategory", AD_KEEPERS, add=GUIDES, change=GUIDES),
    **admin_model("advertising_checklistversion", AD_KEEPERS, add=GUIDES, change=GUIDES),
    **admin_model("advertising_penalty", AD_KEEPERS, add=GUIDES, change=GUIDES),
    **admin_model("advertising_factor", AD_KEEPERS, add=GUIDES, change=GUIDES),
    **admin_model("advertising_guidance", GUIDES, add=GUIDES, change=GUIDES),
    **several("advertising_desk", "inspections inspection plans plan paper", read(AD_DESK)),
    **several(
        "advertising_desk", "preview preview_violation exhibit picture disclosure", read(AD_DESK)
    ),
    **several(
        "advertising_desk",
        "violations violation violation_paper report report_rows report_file",
        read(AD_DESK),
    ),
    "advertising_desk:custody": form(AD_DESK),
    **several("advertising_desk", "signals signal signal_paper", read(AD_DESK)),
    **several("advertising_desk", "open write_plan note_signal", form(AD_TEAM)),
    **several("advertising_desk", "act act_plan act_violation act_signal", act(AD_DESK)),
    "advertising_desk:capture": act(AD_TEAM),
    **several("advertising_desk", "field field_worker field_ticket", read(AD_TEAM)),
    **several("advertising_desk", "field_take field_secret field_receive", act(AD_TEAM)),
    "advertising:guidance": read(ANYONE),
    "advertising:guide": read(ANYONE),
    "advertising:products": read(ANYONE),
}
