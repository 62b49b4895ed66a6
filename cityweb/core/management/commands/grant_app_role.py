"""`manage.py grant_app_role`: what the portal's own database role may do, and no more.

In production tables belong to the role that migrates; the portal runs as `cityweb_app`, which can
neither switch off a trigger nor change a row of the trail.
"""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction

from cityweb.core.audit.trails import compose, trails
from cityweb.core.models import AuditSeal, SealedRows

ROLE = "cityweb_app"

EVERYTHING = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public"
    " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role}",
)
APPEND_ONLY = "REVOKE UPDATE, DELETE, TRUNCATE, TRIGGER ON {table} FROM {role}"


class Command(BaseCommand):
    help = f"Cấp cho vai trò {ROLE} của PostgreSQL đúng những quyền mà cổng cần."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [ROLE])
            if not cursor.fetchone()[0]:
                self.stdout.write(f"Chưa có vai trò {ROLE}, không cấp gì.")
                return
            for statement in EVERYTHING:
                cursor.execute(compose(statement, role=ROLE))
            sealed = [AuditSeal._meta.db_table, SealedRows._meta.db_table]
            tables = [*(trail.table for trail in trails()), *sealed]
            for table in tables:
                cursor.execute(compose(APPEND_ONLY, table=table, role=ROLE))
        self.stdout.write(f"Đã cấp quyền cho {ROLE}; {len(tables)} bảng chỉ được đọc và thêm.")
