"""Who may use which address. Text only, a file an app.

An address without a line here does not exist for anybody, and the tests fail. A line names for
each method who may use it: a set of roles (`Role` values), everybody signed in, or anyone. HEAD
goes with GET. An empty line closes an address that a library insists on naming.
"""

from cityweb.access_table import advertising, feedback, licensing, members, news, platform
from cityweb.access_table.grammar import ANYONE, SIGNED_IN, Line, act

__all__ = ["ANYONE", "SIGNED_IN", "TABLE", "act"]

TABLE: dict[str, Line] = {
    **platform.TABLE,
    **news.TABLE,
    **feedback.TABLE,
    **members.TABLE,
    **licensing.TABLE,
    **advertising.TABLE,
}
