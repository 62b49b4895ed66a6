"""A prepared question answers as its queryset does, and is written once."""

from datetime import UTC, datetime

import psycopg
import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.db.models.functions import JSONObject
from django.db.utils import DataError

from cityweb.core.prepared import Prepared, Slot, any_of

pytestmark = pytest.mark.django_db


def people():
    return get_user_model().objects.order_by("pk")


@pytest.fixture
def three():
    return [
        get_user_model().objects.create(
            email=f"{name}@cityweb.example", last_login=datetime(2026, 1, day, tzinfo=UTC)
        )
        for day, name in enumerate(("mot", "hai", "ba"), start=1)
    ]


def test_rows_are_those_of_the_queryset(three):
    fields = ("pk", "email", "last_login", "is_active")
    question = Prepared(lambda: people().filter(last_login__gte=Slot("since")).values_list(*fields))
    since = datetime(2026, 1, 2, tzinfo=UTC)
    assert question.rows(since=since) == list(
        people().filter(last_login__gte=since).values_list(*fields)
    )
    assert question.rows(since=datetime(2027, 1, 1, tzinfo=UTC)) == []


def test_values_are_read_as_django_reads_them(three):
    question = Prepared(
        lambda: people().filter(pk=Slot("pk")).values_list(JSONObject(email=F("email")))
    )
    assert question.first(pk=three[0].pk) == ({"email": three[0].email},)
    assert question.first(pk=0) is None


def test_a_list_is_one_value(three):
    question = Prepared(lambda: people().filter(any_of("pk", "numbers")).values_list("pk"))
    wanted = [three[2].pk, three[0].pk]
    assert question.rows(numbers=wanted) == [(pk,) for pk in sorted(wanted)]
    assert question.rows(numbers=[]) == []


def test_the_sql_is_written_once_and_every_asking_is_counted(three, django_assert_num_queries):
    built = []

    def build():
        built.append(1)
        return people().filter(email=Slot("email")).values_list("pk")

    question = Prepared(build)
    with django_assert_num_queries(20) as asked:
        for _ in range(20):
            question.rows(email=three[1].email)
    assert len(built) == 1
    assert all("core_user" in query["sql"] for query in asked.captured_queries)


def test_the_server_keeps_the_plan(three):
    question = Prepared(lambda: people().filter(pk=Slot("pk")).values_list("email"))
    for _ in range(3):
        question.rows(pk=three[0].pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%email%'")
        assert cursor.fetchone()[0] >= 1


def test_a_value_of_the_wrong_kind_is_djangos_error(three):
    question = Prepared(lambda: people().filter(pk=Slot("pk")).values_list("email"))
    with pytest.raises(DataError):
        question.rows(pk="không phải số")


def kill_the_connection():
    """End this connection's process in the server, as a restart of the server does."""
    own = connection.connection.info.backend_pid
    with psycopg.connect(**connection.get_connection_params() | {"dbname": "postgres"}) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [own])


@pytest.mark.django_db(transaction=True)
def test_a_question_outlives_a_restart_of_the_server():
    question = Prepared(lambda: people().values_list("pk"))
    question.rows()
    kill_the_connection()
    assert question.rows() == []


@pytest.mark.django_db(transaction=True)
def test_within_a_transaction_a_lost_server_is_an_error():
    question = Prepared(lambda: people().values_list("pk"))
    with pytest.raises(DatabaseError), transaction.atomic():
        question.rows()
        kill_the_connection()
        question.rows()
