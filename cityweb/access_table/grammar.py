"""What a line of the access table is made of, and the roles that several apps name."""

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
INSPECTORS = roles("inspector")
ADMIN_SITE = ADMINISTRATORS | EDITORS | OFFICE_HEAD | SITE_MONITORS | INSPECTORS
STAFF = ADMIN_SITE | roles(
    "one_stop_clerk officer specialist office_head director records_clerk site_monitor"
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
