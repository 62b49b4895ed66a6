"""Rows that stand or fall together in one statement."""

import pytest
from django.db import DataError, transaction

from cityweb.core import audit, outbox
from cityweb.core.inserting import NewKey, insert_together, key_of
from cityweb.core.models import AdminUnit, AuditEntry, Organisation, OutboxItem
from cityweb.core.prepared import Prepared, Slot

pytestmark = pytest.mark.django_db


def followers(first, **item):
    entry = audit.entry(actor=None, verb="core.tried", target=first, about="thử")
    asked = {"kind": "mail", "dedupe_key": NewKey("thử:"), "payload": {"a": 1}} | item
    return entry, outbox.item(about=first, **asked)


def counts():
    return [model.objects.count() for model in (Organisation, AuditEntry, OutboxItem)]


def test_what_follows_from_a_row_names_its_key():
    body = Organisation(name="Sở Mẫu", kind="department")
    entry, item = followers(body)
    assert insert_together(body, entry, item)
    assert body.pk and not body._state.adding
    stored = OutboxItem.objects.get(pk=item.pk)
    assert (stored.about_id, stored.dedupe_key) == (str(body.pk), f"thử:{body.pk}")
    assert (stored.about_id, stored.dedupe_key) == (item.about_id, item.dedupe_key)
    assert stored.payload == '{"a": 1}'
    kept = AuditEntry.objects.get(pk=entry.pk)
    assert (kept.target_id, kept.target_label) == (str(body.pk), "Sở Mẫu")
    assert kept.details == {"about": "thử"}


def test_where_the_first_is_there_already_nothing_is_written():
    known = AdminUnit.objects.first()
    same = AdminUnit(**{f.attname: getattr(known, f.attname) for f in AdminUnit._meta.fields[1:]})
    before = counts()
    assert not insert_together(same, *followers(same))
    assert counts() == before
    assert same.pk is None


def test_where_a_question_finds_a_row_nothing_is_written():
    before = counts()
    asked = Prepared(lambda: AdminUnit.objects.filter(kind=Slot("kind")).values_list("pk")[:1])
    body = Organisation(name="Sở Mẫu", kind="department")
    found = asked.written(kind=AdminUnit.objects.first().kind)
    assert not insert_together(body, *followers(body), unless=found)
    assert counts() == before
    assert insert_together(body, *followers(body), unless=asked.written(kind="không có"))
    assert Organisation.objects.get(pk=body.pk).name == "Sở Mẫu"


def test_a_follower_that_does_not_fit_takes_all_with_it():
    before = counts()
    body = Organisation(name="Sở Mẫu", kind="department")
    with pytest.raises(DataError), transaction.atomic():
        insert_together(body, *followers(body, dedupe_key=NewKey("x" * 300)))
    assert counts() == before


def test_a_row_without_a_key_has_no_name():
    with pytest.raises(TypeError):
        str(key_of(Organisation()))
