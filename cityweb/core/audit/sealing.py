"""Seals each finished day: the digests of its rows, chained to the day before by a secret key.

Whoever edits the database afterwards cannot make a fitting seal, because the key is not in it.
"""

import hashlib
import hmac
import logging
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from psycopg import sql

from cityweb.core.audit.trails import Trail, compose, trails
from cityweb.core.models import AuditSeal

logger = logging.getLogger(__name__)

# Clocks of application servers may differ a little.
GRACE = timedelta(minutes=30)
LOCK = 0x5EA1

COVERS = """
CREATE TEMPORARY TABLE core_covers ON COMMIT DROP AS
SELECT * FROM ({parts}) AS covers WHERE keys IS NOT NULL
"""
PART = """
SELECT {name} AS table_name, array_agg({key}::bigint ORDER BY {key}) AS keys,
       array_agg(left(row_digest, 32) ORDER BY {key}) AS digests
FROM {table} WHERE {at} >= {begin} AND {at} < {end}
"""
# What the keyed digest of a day is made of, from any table of covers.
COVERED = """
encode(sha256(convert_to(coalesce(string_agg(
    table_name || keys::text || digests::text, '|' ORDER BY table_name COLLATE "C"
), ''), 'UTF8')), 'hex')
"""


def seal_digest(day: date, previous: str, covered: str) -> str:
    """Return the keyed digest that closes `day` over `previous`, the seal of the day before."""
    message = f"{day.isoformat()}|{previous}|{covered}".encode()
    return hmac.new(settings.AUDIT_SEAL_KEY.encode(), message, hashlib.sha256).hexdigest()


def seal_finished_days(*, today: date | None = None) -> list[date]:
    """Seal every day before `today` that has no seal yet, and return those days.

    Safe to run twice and at once. A day waits while a transaction that began in it is still open:
    rows that it adds after the seal would look smuggled in.
    """
    sealed = []
    for day in _unsealed_days(today or timezone.localdate(timezone.now() - GRACE)):
        if not _seal(day):
            break
        sealed.append(day)
    return sealed


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Return the first moment of `day` and of the next one, by the clocks of the city."""
    zone = timezone.get_default_timezone()
    begin = datetime.combine(day, time.min, zone)
    return begin, datetime.combine(day + timedelta(days=1), time.min, zone)


def _unsealed_days(today: date) -> Iterator[date]:
    last = AuditSeal.objects.order_by("-day").values_list("day", flat=True).first()
    day = last + timedelta(days=1) if last else _first_day()
    while day and day < today:
        yield day
        day += timedelta(days=1)


def _first_day() -> date | None:
    moments = [trail.model.objects.order_by(trail.at).values_list(trail.at, flat=True).first()
               for trail in trails()]  # fmt: skip
    known = [moment for moment in moments if moment]
    return timezone.localdate(min(known)) if known else None


@transaction.atomic
def _seal(day: date) -> bool:
    begin, end = day_bounds(day)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        if AuditSeal.objects.filter(day=day).exists():
            return True
        if _transaction_open_since(end):
            logger.warning("day %s not sealed: a transaction from then is still open", day)
            return False
        parts = sql.SQL(" UNION ALL ").join(_part(trail, begin, end) for trail in trails())
        cursor.execute(compose(COVERS, parts=parts))
        cursor.execute(f"SELECT {COVERED} FROM core_covers")
        (covered,) = cursor.fetchone()
        before = AuditSeal.objects.filter(day__lt=day).order_by("-day").first()
        previous = before.digest if before else ""
        digest = seal_digest(day, previous, covered)
        seal = AuditSeal.objects.create(day=day, previous=previous, digest=digest)
        cursor.execute(
            "INSERT INTO core_sealedrows (seal_id, table_name, keys, digests)"
            " SELECT %s, table_name, keys, digests FROM core_covers",
            [seal.pk],
        )
        cursor.execute("DROP TABLE core_covers")
    # The log is kept elsewhere: a seal that was thrown away can be compared with this line.
    logger.info("sealed day %s with %s", day, digest)
    return True


def _part(trail: Trail, begin: datetime, end: datetime) -> sql.Composable:
    return sql.SQL(PART).format(
        name=sql.Literal(trail.table),
        begin=sql.Literal(begin),
        end=sql.Literal(end),
        table=sql.Identifier(trail.table),
        key=sql.Identifier(trail.key),
        at=sql.Identifier(trail.at),
    )


def _transaction_open_since(moment: datetime) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
            " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
            " AND xact_start < %s)",
            [moment],
        )
        return bool(cursor.fetchone()[0])
