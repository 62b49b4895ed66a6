"""Checks the whole trail against its digests and seals, and names every row that does not fit.

The comparison runs inside PostgreSQL; only what is wrong travels.
"""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import connection, models, transaction
from psycopg import sql

from cityweb.core.audit.sealing import COVERED, seal_digest
from cityweb.core.audit.trails import Trail, compose, histories, trails
from cityweb.core.models import AuditSeal

# More than this of one kind in one table is one disaster; the first thousand show it.
ENOUGH = 1000

EDITED = "đã bị sửa"
DELETED = "đã bị xóa sau khi niêm phong"
INSERTED = "được chèn vào sau khi niêm phong"
SEAL_BROKEN = "niêm phong không khớp"
SEAL_MISSING = "thiếu niêm phong của ngày này"
UNLIKE_HISTORY = "khác với phiên bản cuối trong lịch sử"
WITHOUT_HISTORY = "không có lịch sử"
VANISHED = "đã biến mất mà lịch sử không ghi việc xóa"


@dataclass(frozen=True)
class Finding:
    """One row that does not fit: the table, the row's id (a day, for a seal), what is wrong."""

    table: str
    row: str
    problem: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.problem}"


SEALS = f"""
SELECT day, previous, digest,
       (SELECT {COVERED} FROM core_sealedrows WHERE seal_id = seal.id)
FROM core_auditseal AS seal ORDER BY day
"""

TRAIL = """
WITH leaf AS (
    SELECT entry.id, entry.digest
    FROM core_sealedrows, unnest(keys, digests) AS entry (id, digest)
    WHERE table_name = {name}
), present AS (
    SELECT {key} AS id, row_digest, core_digest(to_jsonb(trail)) AS digest,
           ({at} AT TIME ZONE {zone})::date AS day
    FROM {table} AS trail
    OFFSET 0  -- keeps the planner from making each digest once for every mention
)
SELECT id::text AS row,
       CASE WHEN present.digest IS NULL THEN {deleted}
            WHEN present.digest IS DISTINCT FROM row_digest
              OR left(present.digest, 32) <> leaf.digest THEN {edited}
            ELSE {inserted} END
FROM present FULL JOIN leaf USING (id)
WHERE present.digest IS NULL
   OR present.digest IS DISTINCT FROM row_digest
   OR left(present.digest, 32) <> leaf.digest
   OR (leaf.digest IS NULL AND day <= {sealed_until})
ORDER BY id LIMIT {enough}
"""

LIVE = """
SELECT live.{key}::text,
       CASE WHEN last.pgh_id IS NULL THEN {without_history} ELSE {unlike_history} END
FROM {table} AS live LEFT JOIN LATERAL (
    SELECT * FROM {history} WHERE pgh_obj_id = live.{key} ORDER BY pgh_id DESC LIMIT 1
) AS last ON true
WHERE (last.pgh_id IS NULL AND {from_birth})
   OR last.pgh_label = 'delete'
   OR (last.pgh_id IS NOT NULL AND NOT ({all_alike}))
ORDER BY live.{key} LIMIT {enough}
"""

GONE = """
SELECT pgh_obj_id::text, {vanished} FROM (
    SELECT DISTINCT ON (pgh_obj_id) pgh_obj_id, pgh_label
    FROM {history} ORDER BY pgh_obj_id, pgh_id DESC
) AS last
WHERE pgh_label <> 'delete' AND NOT EXISTS (SELECT FROM {table} WHERE {key} = pgh_obj_id)
ORDER BY pgh_obj_id LIMIT {enough}
"""


@transaction.atomic
def verify() -> list[Finding]:
    """Return a finding for every row of the trail that was touched, and every row it contradicts.

    Rows of today carry only the digest the database stamped; sealed days also show deletions and
    insertions.
    """
    with connection.cursor() as cursor:
        # Digests were made in UTC. A million of them are compared in memory.
        cursor.execute("SET LOCAL TimeZone TO 'UTC'")
        cursor.execute("SET LOCAL work_mem TO '128MB'")
    findings = list(_broken_seals())
    sealed_until = AuditSeal.objects.aggregate(last=models.Max("day"))["last"] or date.min
    for trail in trails():
        findings += _run(trail.table, _trail_query(trail, sealed_until))
    for history in histories():
        for query in _live_queries(history):
            findings += _run(history.pgh_tracked_model._meta.db_table, query)
    return findings


def _broken_seals() -> Iterator[Finding]:
    previous, expected = "", None
    with connection.cursor() as cursor:
        cursor.execute(SEALS)
        seals = cursor.fetchall()
    for day, linked, digest, covered in seals:
        while expected and expected < day:
            yield Finding(AuditSeal._meta.db_table, expected.isoformat(), SEAL_MISSING)
            expected += timedelta(days=1)
        right = seal_digest(day, linked, covered)
        if linked != previous or not hmac.compare_digest(right, digest):
            yield Finding(AuditSeal._meta.db_table, day.isoformat(), SEAL_BROKEN)
        previous, expected = digest, day + timedelta(days=1)


def _trail_query(trail: Trail, sealed_until: date) -> str:
    return compose(
        TRAIL,
        table=trail.table,
        key=trail.key,
        at=trail.at,
        name=sql.Literal(trail.table),
        zone=sql.Literal(settings.TIME_ZONE),
        sealed_until=sql.Literal(sealed_until),
        deleted=sql.Literal(DELETED),
        edited=sql.Literal(EDITED),
        inserted=sql.Literal(INSERTED),
        enough=sql.Literal(ENOUGH),
    )


def _live_queries(history: type[models.Model]) -> Iterator[str]:
    tracked = history.pgh_tracked_model._meta
    labels = {tracker.label for tracker in history.pgh_trackers}
    own = {field.name for field in history._meta.concrete_fields}
    fields = [field for field in tracked.concrete_fields if field.name in own]
    names = {
        "table": tracked.db_table,
        "key": tracked.pk.column,
        "history": history._meta.db_table,
        "enough": sql.Literal(ENOUGH),
    }
    yield compose(
        LIVE,
        from_birth=sql.Literal("insert" in labels),
        all_alike=sql.SQL(" AND ").join(map(_alike, fields)),
        without_history=sql.Literal(WITHOUT_HISTORY),
        unlike_history=sql.Literal(UNLIKE_HISTORY),
        **names,
    )
    if "delete" in labels:
        yield compose(GONE, vanished=sql.Literal(VANISHED), **names)


def _alike(field: models.Field) -> sql.Composable:
    """Return the condition that live row and last version agree.

    Where the live column cannot be null, a null means that the version is older than the column.
    """
    live, last = sql.Identifier("live", field.column), sql.Identifier("last", field.column)
    same = sql.SQL("{} IS NOT DISTINCT FROM {}").format(live, last)
    return same if field.null else sql.SQL("({} OR {} IS NULL)").format(same, last)


def _run(table: str, query: str) -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        for row, problem in cursor.fetchall():
            yield Finding(table, row, problem)
