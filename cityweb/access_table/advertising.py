"""Advertising on the internet: reference tables, the public guidance."""

from cityweb.access_table.grammar import (
    ADMINISTRATORS,
    ANYONE,
    INSPECTORS,
    OFFICE_HEAD,
    Line,
    admin_model,
    read,
)

AD_KEEPERS = ADMINISTRATORS | OFFICE_HEAD | INSPECTORS
GUIDES = ADMINISTRATORS | OFFICE_HEAD
TABLE: dict[str, Line] = {
    **admin_model("advertising_party", AD_KEEPERS, add=AD_KEEPERS, change=AD_KEEPERS),
    **admin_model("advertising_adsite", AD_KEEPERS, add=AD_KEEPERS, change=AD_KEEPERS),
    **admin_model("advertising_servicenotice", AD_KEEPERS, add=AD_KEEPERS, change=AD_KEEPERS),
    **admin_model("advertising_productcategory", AD_KEEPERS, add=GUIDES, change=GUIDES),
    **admin_model("advertising_guidance", GUIDES, add=GUIDES, change=GUIDES),
    "advertising:guidance": read(ANYONE),
    "advertising:guide": read(ANYONE),
    "advertising:products": read(ANYONE),
}
