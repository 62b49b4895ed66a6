"""`manage.py rotate_field_keys`: every value under the newest key, from wherever it was stopped."""

import pytest
from django.core.management import call_command
from django.db import connection

from cityweb.core.models import OutboxItem
from cityweb.core.sealed import SealBroken

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(settings):
    OutboxItem.objects.bulk_create(
        OutboxItem(kind="mail", dedupe_key=f"core.tested:{number}", payload=f"thư {number}")
        for number in range(12)
    )
    OutboxItem.objects.create(kind="mail", dedupe_key="core.tested:empty")
    settings.FIELD_KEYS = {"2027": b"n" * 32, **settings.FIELD_KEYS}


def keys():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT split_part(payload, ':', 1), count(*) FROM core_outboxitem GROUP BY 1"
        )
        return dict(cursor.fetchall())


def test_all_rows_get_the_newest_key_and_the_old_one_can_go(rows, settings, capsys):
    call_command("rotate_field_keys", batch=5)
    assert keys() == {"2027": 12, "": 1}
    said = capsys.readouterr().out
    assert "core_outboxitem.payload: mã hóa lại 12 dòng bằng khóa 2027." in said
    assert "core_outboxitem.payload: còn 12 dòng dùng khóa 2027." in said
    settings.FIELD_KEYS = {"2027": b"n" * 32}
    assert {item.payload for item in OutboxItem.objects.all()} == {
        "", *(f"thư {number}" for number in range(12))
    }  # fmt: skip


def test_it_goes_on_where_it_was_stopped(rows, capsys):
    done = OutboxItem.objects.order_by("pk")[3]
    done.save(update_fields=["payload"])
    call_command("rotate_field_keys", batch=5)
    assert "mã hóa lại 11 dòng" in capsys.readouterr().out
    call_command("rotate_field_keys")
    assert "mã hóa lại 0 dòng" in capsys.readouterr().out


def test_without_the_old_key_nothing_is_lost(rows, settings):
    settings.FIELD_KEYS = {"2027": b"n" * 32}
    with pytest.raises(SealBroken, match="lacks the key 'test'"):
        call_command("rotate_field_keys")
    assert keys() == {"test": 12, "": 1}
