"""Which of Django's permissions a role carries. Text only."""

from collections.abc import Iterable


def may(verbs: str, *models: str) -> Iterable[str]:
    """Yield "app.verb_model" for every verb and "app.model" given."""
    for model in models:
        app, _, name = model.partition(".")
        for verb in verbs.split():
            yield f"{app}.{verb}_{name}"


_MAILBOX_TABLES = frozenset(
    {
        *may("view change", "feedback.mailbox"),
        *may("view add", "feedback.privacynotice"),
        *may("view add change", "feedback.category", "feedback.routingrule"),
        *may("view add change", "feedback.agencycontact", "feedback.snippet"),
        *may("view add change", "feedback.retentionpolicy"),
    }
)

_MEMBER_TABLES = frozenset(
    {
        *may("view add change", "members.listedword", "members.blockeddomain"),
        *may("view add change", "members.membersite", "members.directive"),
        *may("view add change delete", "members.section", "members.contact"),
        *may("view add change delete", "members.maintenancewindow"),
    }
)

# Parties and their websites are kept by who inspects; what the law says of products, by the office.
_AD_PARTIES = frozenset(
    {
        *may("view add change", "advertising.party", "advertising.adsite"),
        *may("view add change", "advertising.servicenotice"),
        *may("view", "advertising.productcategory", "advertising.productcondition"),
        *may("view", "advertising.checklistversion", "advertising.checkitem"),
        *may("view", "advertising.penalty", "advertising.factor"),
    }
)
_AD_TABLES = _AD_PARTIES | frozenset(
    {
        *may("view add change", "advertising.productcategory", "advertising.guidance"),
        *may("view add change delete", "advertising.productcondition", "advertising.checkitem"),
        *may("view add change", "advertising.checklistversion", "advertising.penalty"),
        *may("view add change", "advertising.factor"),
    }
)

_PUBLIC_PAGE = frozenset(may("view add change", "members.publicpage"))

# What a role may do in Django admin. The verbs of the desk are decided by their actions.
PERMISSIONS: dict[str, frozenset[str]] = {
    "administrator": frozenset(
        {
            *may("view add change", "core.user", "core.organisation"),
            *may("view add change", "core.rolegrant"),
            *may("view", "core.adminunit", "core.auditentry", "core.auditseal"),
            *may("view add change", "core.legalrule", "core.numberpattern"),
            *may("view add change delete", "core.calendarday"),
            *may("view add change", "licensing.procedureversion"),
            *may("view add change delete", "licensing.component", "licensing.condition"),
            *may("view delete", "axes.accessattempt"),
            *may("view change", "news.site"),
            *may("view add delete", "news.editorialright"),
            *may("view add change", "feedback.partner"),
            *_MAILBOX_TABLES,
            *_MEMBER_TABLES,
            *_AD_TABLES,
            *_PUBLIC_PAGE,
        }
    ),
    "office_head": frozenset(
        {
            *may("view", "core.adminunit", "core.organisation"),
            *(*_MAILBOX_TABLES, *_MEMBER_TABLES, *_AD_TABLES, *_PUBLIC_PAGE),
        }
    ),
    "inspector": frozenset({*may("view", "core.adminunit", "core.organisation"), *_AD_PARTIES}),
    "site_monitor": frozenset(
        {*may("view", "core.adminunit", "core.organisation"), *_MEMBER_TABLES}
    ),
    "editorial_board": frozenset(
        {
            *may("view", "core.adminunit"),
            *may("view add change", "news.edition", "news.picture", "news.page", "news.campaign"),
            *may("view add change", "news.column", "news.heroslot"),
            *may("view change", "news.site"),
            *may("view add delete", "news.editorialright"),
        }
    ),
    "editor": frozenset(
        {
            *may("view", "core.adminunit", "news.column"),
            *may("view add change", "news.edition", "news.picture", "news.page", "news.campaign"),
            *may("view change", "news.heroslot"),
        }
    ),
}
