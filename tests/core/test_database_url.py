"""DATABASE_URL as operators write it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from cityweb.settings import database


def test_a_connection_brings_the_setting_that_triggers_look_for():
    options = database.from_url("postgresql://u:p%40ss@db:5433/city?options=-c%20work_mem=8MB")
    assert options["PASSWORD"] == "p@ss"
    assert (options["HOST"], options["PORT"], options["NAME"]) == ("db", "5433", "city")
    # What the address says comes after ours, and so goes before it.
    ours = "-c max_parallel_workers_per_gather=0"
    assert options["OPTIONS"]["options"] == f"{ours} -c work_mem=8MB -c pgtrigger.ignore={{}}"


def test_a_pooler_is_sent_no_settings():
    options = database.from_url("postgresql://u@db/city?prepare_threshold=none")["OPTIONS"]
    assert options == {"prepare_threshold": None}


def test_a_socket_is_understood():
    found = database.from_url("postgresql:///city?host=/run/pg&user=me")
    assert (found["HOST"], found["USER"]) == ("/run/pg", "me")


@pytest.mark.parametrize(
    "url",
    [
        "mysql://x/y",
        "postgresql://db/",
        "postgresql://db:x/y",
        "postgresql://d/y?prepare_threshold=x",
    ],
)
def test_anything_else_stops_the_start(url):
    with pytest.raises(ImproperlyConfigured):
        database.from_url(url)
