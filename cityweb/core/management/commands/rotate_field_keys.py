"""`manage.py rotate_field_keys`: closes every encrypted column with the newest key.

Stopped at any moment it goes on where it was, because what is done shows it by its key. Nobody is
locked out: a row that changes meanwhile is written with the newest key anyway.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import connection, models

from cityweb.core import sealed
from cityweb.core.audit.trails import compose
from cityweb.core.sealed import EncryptedTextField

NEXT = """
SELECT {key}, {column} FROM {table}
WHERE {key} > %s AND {column} <> '' AND NOT starts_with({column}, %s)
ORDER BY {key} LIMIT %s
"""
REPLACE = "UPDATE {table} SET {column} = %s WHERE {key} = %s AND {column} = %s"
LEFT = """
SELECT split_part({column}, ':', 1), count(*) FROM {table} WHERE {column} <> '' GROUP BY 1
"""


class Command(BaseCommand):
    help = "Mã hóa lại mọi cột được mã hóa bằng khóa mới nhất trong FIELD_KEYS."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--batch", type=int, default=500, help="số dòng mỗi giao dịch")

    def handle(self, *args: Any, batch: int, **options: Any) -> None:
        newest = sealed.newest_key_id()
        for field in _sealed_columns():
            done = sum(_rotate(field, newest, batch))
            self.stdout.write(f"{field.sealed_as}: mã hóa lại {done} dòng bằng khóa {newest}.")
        for field in _sealed_columns(histories=True):
            for key_id, count in _keys_in_use(field):
                self.stdout.write(f"{_name(field)}: còn {count} dòng dùng khóa {key_id}.")
        self.stdout.write("Chỉ bỏ khóa cũ khỏi FIELD_KEYS khi không còn dòng nào dùng nó.")


def _sealed_columns(*, histories: bool = False) -> Iterator[EncryptedTextField]:
    """Yield every encrypted column; versions in a row history are never rewritten."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.proxy or not model._meta.managed:
            continue
        if histories or not hasattr(model, "pgh_tracked_model"):
            fields = model._meta.local_concrete_fields
            yield from (field for field in fields if isinstance(field, EncryptedTextField))


def _rotate(field: EncryptedTextField, newest: str, batch: int) -> Iterator[int]:
    last = _smallest(field.model._meta.pk)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_named(NEXT, field), [last, f"{newest}:", batch])
            rows = cursor.fetchall()
            if not rows:
                return
            changes = [(_again(field, value), key, value) for key, value in rows]
            cursor.executemany(_named(REPLACE, field), changes)
        last = rows[-1][0]
        yield len(rows)


def _again(field: EncryptedTextField, value: str) -> str:
    column = field.sealed_as
    return sealed.seal(sealed.unseal(value, column=column), column=column)


def _keys_in_use(field: EncryptedTextField) -> list[tuple[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_named(LEFT, field))
        return cursor.fetchall()


def _smallest(key: models.Field) -> object:
    is_number = isinstance(key, models.AutoField | models.IntegerField)
    return -1 if is_number else "00000000-0000-0000-0000-000000000000"


def _named(template: str, field: EncryptedTextField) -> str:
    meta = field.model._meta
    return compose(template, table=meta.db_table, key=meta.pk.column, column=field.column)


def _name(field: EncryptedTextField) -> str:
    return f"{field.model._meta.db_table}.{field.column}"
