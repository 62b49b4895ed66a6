"""Encrypted columns: unreadable in the database, readable here, and never silently wrong."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection, transaction
from django.db.models import F

from cityweb.core import outbox, sealed
from cityweb.core.audit import reading
from cityweb.core.models import OutboxItem
from cityweb.core.sealed import EncryptedTextField, SealBroken

COLUMN = "core_outboxitem.payload"
TEXT = "Nguyễn Thị Sáu, 12 Lê Lợi"


def make_item(payload=TEXT, key="core.tested:1"):
    return OutboxItem.objects.create(kind="mail", dedupe_key=key, payload=payload)


def stored(pk):
    with connection.cursor() as cursor:
        cursor.execute("SELECT payload FROM core_outboxitem WHERE id = %s", [pk])
        return cursor.fetchone()[0]


def store(pk, value):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_outboxitem SET payload = %s WHERE id = %s", [value, pk])


@pytest.mark.parametrize("text", [TEXT, "chữ", "🏙", "x" * 100_000, "dòng\nhai\x00"])
def test_what_was_sealed_opens_again(text):
    value = sealed.seal(text, column=COLUMN)
    assert value.startswith("test:")
    assert text not in value
    assert sealed.unseal(value, column=COLUMN) == text


def test_equal_texts_look_different():
    assert sealed.seal(TEXT, column=COLUMN) != sealed.seal(TEXT, column=COLUMN)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda value: value[:-8] + "AAAAAAA=", "changed or moved"),
        (lambda value: value[:30], "changed or moved"),
        (lambda value: "test:%%%", "changed or moved"),
        (lambda value: "test:", "changed or moved"),
        (lambda value: value.replace("test:", "lost:"), "lacks the key 'lost'"),
        (lambda value: TEXT, "not encrypted"),
    ],
)
def test_what_was_touched_does_not_open_and_the_error_quotes_nothing(change, why):
    value = change(sealed.seal(TEXT, column=COLUMN))
    with pytest.raises(SealBroken, match=why) as caught:
        sealed.unseal(value, column=COLUMN)
    assert COLUMN in str(caught.value)
    assert "Sáu" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_value_does_not_open_in_another_column():
    value = sealed.seal(TEXT, column="feedback_submission.name")
    with pytest.raises(SealBroken):
        sealed.unseal(value, column="feedback_submission.phone")


def test_an_older_key_still_opens_and_the_newest_closes(settings):
    old = sealed.seal(TEXT, column=COLUMN)
    settings.FIELD_KEYS = {"new": b"n" * 32, **settings.FIELD_KEYS}
    assert sealed.unseal(old, column=COLUMN) == TEXT
    assert sealed.seal(TEXT, column=COLUMN).startswith("new:")


@pytest.mark.django_db
def test_the_database_holds_no_plain_text_on_any_way_of_writing():
    item = make_item()
    assert "Sáu" not in stored(item.pk)
    assert OutboxItem.objects.get(pk=item.pk).payload == TEXT
    assert OutboxItem.objects.values_list("payload", flat=True).get(pk=item.pk) == TEXT

    item.payload = "mới"
    item.save()
    assert stored(item.pk).startswith("test:")
    OutboxItem.objects.filter(pk=item.pk).update(payload="hai")
    assert stored(item.pk).startswith("test:")
    item.payload = "ba"
    OutboxItem.objects.bulk_update([item], ["payload"])
    assert stored(item.pk).startswith("test:")
    assert OutboxItem.objects.get(pk=item.pk).payload == "ba"
    (many,) = OutboxItem.objects.bulk_create([OutboxItem(kind="mail", dedupe_key="b", payload="b")])
    assert stored(many.pk).startswith("test:")


@pytest.mark.django_db
def test_an_empty_text_stays_empty():
    assert stored(make_item("").pk) == ""


@pytest.mark.django_db
def test_a_copy_by_expression_is_refused():
    make_item()
    with pytest.raises(TypeError):
        OutboxItem.objects.update(payload=F("kind"))


@pytest.mark.django_db
def test_a_value_moved_by_hand_is_noticed():
    one = make_item()
    store(one.pk, sealed.seal(TEXT, column="feedback_submission.name"))
    with pytest.raises(SealBroken, match=COLUMN):
        OutboxItem.objects.get(pk=one.pk)


@pytest.mark.parametrize(
    "lookup", ["payload", "payload__contains", "payload__in", "payload__lower"]
)
def test_a_lookup_is_refused(lookup):
    with pytest.raises(FieldError, match="blind index"):
        OutboxItem.objects.filter(**{lookup: "x"})


@pytest.mark.django_db
def test_null_can_be_asked_for():
    make_item()
    assert OutboxItem.objects.filter(payload__isnull=False).count() == 1


def test_an_index_on_it_is_an_error():
    field = EncryptedTextField("tên", db_index=True)
    field.set_attributes_from_name("name")
    field.model = OutboxItem
    assert "core.E001" in {found.id for found in field.check()}


def test_a_version_in_a_row_history_opens_as_the_row_it_was():
    class Version:
        pgh_tracked_model = OutboxItem

    field = EncryptedTextField("nội dung")
    field.set_attributes_from_name("payload")
    field.model = Version
    value = OutboxItem._meta.get_field("payload").get_db_prep_save(TEXT, connection)
    assert field.from_db_value(value, None, connection) == TEXT


def test_the_trail_tells_that_it_changed_and_not_to_what():
    field = OutboxItem._meta.get_field("payload")
    assert reading._shown(field, TEXT) == "(được mã hóa)"


def test_a_blind_index_knows_a_text_in_any_form():
    index = sealed.blind_index("Nguyễn@Example.vn ", purpose="core.email")
    assert index == sealed.blind_index("NGUYỄN@example.VN", purpose="core.email")
    assert index == sealed.blind_index("Nguye\u0302\u0303n@ｅxample.vn", purpose="core.email")
    assert index != sealed.blind_index("nguyen@example.vn", purpose="core.email")
    assert index != sealed.blind_index("Nguyễn@Example.vn", purpose="core.phone")
    assert len(index) == sealed.INDEX_LENGTH
    assert sealed.blind_index(" ", purpose="core.email") == ""


def test_a_blind_index_depends_on_the_key(settings):
    index = sealed.blind_index(TEXT, purpose="core.name")
    settings.INDEX_KEY = "another"
    assert sealed.blind_index(TEXT, purpose="core.name") != index


@pytest.mark.django_db
def test_an_item_put_is_encrypted():
    with transaction.atomic():
        item = outbox.put(kind="mail", dedupe_key="core.tested:3", payload={"to": "a@b.example"})
    assert "b.example" not in stored(item.pk)
    assert item.facts == {"to": "a@b.example"}
