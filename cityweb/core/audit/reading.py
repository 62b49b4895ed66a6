"""Reads the trail of one object: the verbs, and what the database saw change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pghistory.models
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from pghistory.core import event_models

from cityweb.core.audit import verbs
from cityweb.core.models import AuditEntry, User
from cityweb.core.sealed import EncryptedTextField

# The newest of each kind; older ones are reached by the filters of the audit list.
NEWEST = 100
LABELS = {"insert": "Tạo dòng dữ liệu", "update": "Dữ liệu thay đổi", "delete": "Xóa dòng dữ liệu"}


@dataclass(frozen=True)
class Change:
    """One field that differs between two versions."""

    field: str
    before: object
    after: object


@dataclass(frozen=True)
class Line:
    """One thing that happened, as the screen shows it."""

    at: datetime
    who: str
    what: str
    reason: str = ""
    request_id: str = ""
    changes: tuple[Change, ...] = ()
    is_verb: bool = False


def timeline(target: models.Model) -> list[Line]:
    """Return what happened to `target`, newest first: verbs and changes of data together."""
    lines = [*_verbs_of(target), *_versions_of(target)]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def known_verbs() -> list[tuple[str, str]]:
    """Return every verb in use with its name, by hopping through the index, not the table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE hop AS ("
            " (SELECT verb FROM core_auditentry ORDER BY verb LIMIT 1) UNION ALL"
            " SELECT (SELECT verb FROM core_auditentry WHERE verb > hop.verb"
            "  ORDER BY verb LIMIT 1) FROM hop WHERE hop.verb IS NOT NULL"
            ") SELECT verb FROM hop WHERE verb IS NOT NULL"
        )
        return [(verb, verbs.verb_label(verb)) for (verb,) in cursor.fetchall()]


def _verbs_of(target: models.Model) -> Iterator[Line]:
    entries = AuditEntry.objects.filter(
        target_type=ContentType.objects.get_for_model(target), target_id=str(target.pk)
    ).select_related("actor")
    for entry in entries.order_by("-id")[:NEWEST]:
        yield Line(
            at=entry.at,
            who=str(entry.actor) if entry.actor else "Hệ thống",
            what=verbs.verb_label(entry.verb),
            reason=entry.reason,
            request_id=entry.request_id,
            is_verb=True,
        )


def _versions_of(target: models.Model) -> Iterator[Line]:
    for history in event_models(tracks_model=type(target)):
        versions = history.objects.filter(pgh_obj_id=target.pk).order_by("-pgh_id")
        newest = list(versions[: NEWEST + 1])
        names = _names_of_actors(newest)
        for version, older in pairwise([*newest, None]):
            yield Line(
                at=version.pgh_created_at,
                who=names.get(_context(version).get("actor"), "Hệ thống"),
                what=LABELS.get(version.pgh_label, version.pgh_label),
                request_id=_context(version).get("request", ""),
                changes=tuple(_changes(older, version)) if older else (),
            )


def _context(version: pghistory.models.Event) -> dict[str, object]:
    return version.pgh_context or {}


def _names_of_actors(versions: Iterable[pghistory.models.Event]) -> dict[object, str]:
    keys = {_context(version).get("actor") for version in versions} - {None}
    return {user.pk: str(user) for user in User.objects.filter(pk__in=keys)}


def _changes(older: pghistory.models.Event, newer: pghistory.models.Event) -> Iterator[Change]:
    for field in newer._meta.concrete_fields:
        if field.name.startswith("pgh_") or field.name == "row_digest":
            continue
        before, after = (field.value_from_object(version) for version in (older, newer))
        if before != after:
            yield Change(str(field.verbose_name), _shown(field, before), _shown(field, after))


def _shown(field: models.Field, value: object) -> object:
    if isinstance(field, EncryptedTextField):
        # That it changed is for every reader of the trail, what stood there is not.
        return "(được mã hóa)" if value else "–"
    choices = dict(field.flatchoices)
    return choices.get(value, "–" if value in (None, "") else value)
