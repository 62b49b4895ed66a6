"""What a dossier makes of its licence: what it changes, put upon the licence as it stands.

Two dossiers about one licence may be open at once, and each says the whole licence, as it was when
the dossier was begun. Taken by the letter, the second would undo what the first one changed.
"""

from collections.abc import Callable, Iterable
from typing import Any

from cityweb.core import text
from licensing import rules
from licensing.models import Dossier, LicenceVersion
from licensing.states import Event

LISTS = ("domains", "sections", "sources")
# What these end in says what the licence said; an extension only lasts longer.
KEEPING = (Event.EXTENDED, Event.REISSUED)
# What only the paper of a licence says.
_ON_PAPER = ("purpose", "manager_position", "manager_phone")
_WHO = {"holder_name": "name", "address": "address"}
_WORDS = ("site_name", "servers", "manager", *_ON_PAPER)


def says(version: LicenceVersion) -> dict[str, Any]:
    """Return what a licence says in one of its versions, with what only its paper says."""
    # A suspension has a paper as well, which says nothing of the site.
    papers = version.licence.versions.filter(
        ordinal__lte=version.ordinal, paper__kind="licensing.licence"
    )
    last = papers.order_by("-ordinal").select_related("paper").first()
    site = last.paper.data.get("site", {}) if last else {}
    manager = site.get("manager", {})
    return {
        **{name: getattr(version, name) for name in ("site_name", "servers", "manager", *_WHO)},
        **{name: list(getattr(version, name)) for name in LISTS},
        "purpose": site.get("purpose", ""),
        "manager_position": manager.get("position", ""),
        "manager_phone": manager.get("phone", ""),
    }


def asked(dossier: Dossier) -> dict[str, Any]:
    """Return what a dossier that was sent wants the licence to say."""
    who = dossier.sent["applicant"]
    # What was left out may have been completed since.
    holder = {name: who[key] or getattr(dossier.applicant, key) for name, key in _WHO.items()}
    return {**dossier.sent["contents"], **holder}


def merged(dossier: Dossier) -> dict[str, Any]:
    """Return what the licence says once what the dossier changes is put upon it as it stands."""
    wanted = asked(dossier)
    if dossier.licence_version is None:
        return wanted
    now = says(dossier.licence.current)
    if dossier.procedure.event in KEEPING:
        # The form only fills in what nobody wrote down before.
        return wanted | {name: known or wanted.get(name, known) for name, known in now.items()}
    was = says(dossier.licence_version)
    words = {name: _word(was[name], wanted.get(name, ""), now[name]) for name in (*_WORDS, *_WHO)}
    lists = {
        name: _list(_key_of(name), was[name], wanted.get(name, []), now[name]) for name in LISTS
    }
    return {**wanted, **words, **lists}


def changed(dossier: Dossier) -> list[str]:
    """Return the names of what the licence would say otherwise than now."""
    now, then = says(dossier.licence.current), merged(dossier)
    return [
        name
        for name, known in now.items()
        # What only papers say is unknown of a licence that has none.
        if then.get(name, known) != known and (known or name not in _ON_PAPER)
    ]


def crossing(dossier: Dossier) -> list[str]:
    """Return the names of what both the dossier and a decision since it was begun changed."""
    if dossier.licence_version_id in (None, dossier.licence.current_id):
        return []
    if dossier.procedure.event in KEEPING:
        return []
    was, now, wanted = says(dossier.licence_version), says(dossier.licence.current), asked(dossier)
    return [
        name
        for name in (*_WORDS, *_WHO)
        if not _is_same(was[name], now[name])
        and not _is_same(was[name], wanted.get(name, was[name]))
        and not _is_same(now[name], wanted.get(name, ""))
    ]


def unheeded(dossier: Dossier) -> list[str]:
    """Return the names of what the papers of an extension or reissue say otherwise, in vain."""
    if dossier.licence_version_id is None or dossier.procedure.event not in KEEPING:
        return []
    wanted, now = asked(dossier), says(dossier.licence.current)
    texts = [
        name
        for name in (*_WHO, *_WORDS)
        if now[name] and not _is_same(now[name], wanted.get(name) or now[name])
    ]
    lists = [
        name
        for name in LISTS
        if now[name] and _keys(name, now[name]) != _keys(name, wanted.get(name) or now[name])
    ]
    return texts + lists


def _is_same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _word(was: str, wanted: str, now: str) -> str:
    return now or wanted if _is_same(was, wanted) else wanted


def _keys(name: str, some: Iterable[str]) -> set[str]:
    return {_key_of(name)(one) for one in some}


def _key_of(name: str) -> Callable[[str], str]:
    return rules.domain_key if name == "domains" else lambda one: text.fold(one).strip()


def _list(
    key: Callable[[str], str], was: Iterable[str], wanted: Iterable[str], now: Iterable[str]
) -> list[str]:
    """Return what stands there now, without what was taken out, with what was added."""
    had, want, have = ({key(one) for one in some} for some in (was, wanted, now))
    if had == have:
        return list(wanted)
    gone = had - want
    fresh = [one for one in wanted if key(one) not in had | have]
    return [one for one in now if key(one) not in gone] + fresh
