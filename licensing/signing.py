"""Who may sign in whose place, and how a paper says so. Pure.

Decree 30/2020/NĐ-CP, art. 13: the deputies of a head sign "KT." (clause 1); the head of a unit may
be let sign "TUQ." in writing, for a time, and never hands it on (clause 3); the head of a unit
signs papers of the whole body "TL." of its head (clause 4). Nobody else signs for them. A post is
written without the name of the body (Appendix I, part I, section II, point 7).
"""

from collections.abc import Iterable

from cityweb.core.models import Role

KT, TUQ, TL = "KT.", "TUQ.", "TL."
# What the post of every deputy begins with.
DEPUTY = "Phó "
_OF_THE_BODY = " Sở"


def manner(position: str, roles: Iterable[Role], *, of_unit: bool = False) -> str:
    """Return how somebody with this post signs for a head: "KT.", "TUQ.", or "" if not at all.

    `of_unit`: the head is that of a unit, for whom only deputies sign.
    """
    if is_deputy(position):
        return KT
    return TUQ if Role.OFFICE_HEAD in roles and not of_unit else ""


def is_deputy(position: str) -> bool:
    return position.startswith(DEPUTY)


def chief_of(position: str) -> str:
    """Return the post whose deputy this is."""
    chief = post(position).removeprefix(DEPUTY)
    return chief[:1].upper() + chief[1:]


def post(position: str) -> str:
    """Return a post as it stands below a paper."""
    return position.removesuffix(_OF_THE_BODY)


def authority(position: str, principal: str = "") -> str | None:
    """Return the line above the post of who signs; None for who signs in their own right."""
    if principal:
        return f"{KT if is_deputy(position) else TUQ} {post(principal)}"
    return f"{KT} {chief_of(position)}" if is_deputy(position) else None
