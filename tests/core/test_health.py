"""Signs of life: which part is wrong is named, and nothing else is told."""

import json
from datetime import timedelta

import pytest
from django.db import OperationalError, connections, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from django.utils.log import log_response

from cityweb.celery import app
from cityweb.core import audit, health, logs, tasks
from cityweb.core.beat import HeartbeatScheduler
from cityweb.core.models import Heartbeat, OutboxItem

pytestmark = pytest.mark.django_db


@pytest.fixture
def broker(monkeypatch):
    monkeypatch.setitem(health.CHECKS, "broker", lambda: health.FINE)


def ready(client, query=""):
    response = client.get(f"/healthz/ready{query}")
    return response.status_code, json.loads(response.content)


def test_live_asks_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz/live")
    assert response.status_code == 200
    assert not response.cookies


def test_all_fine(client, broker):
    health.beat("worker")
    health.beat("beat")
    assert ready(client) == (
        200,
        {
            "status": "ok",
            "parts": {
                "database": "ok",
                "broker": "ok",
                "worker": "ok",
                "beat": "ok",
                "outbox": "ok",
            },
        },
    )


def test_a_process_that_never_spoke_is_named(client, broker):
    health.beat("beat")
    status, answer = ready(client)
    assert status == 503
    assert answer["parts"]["worker"] == "never seen"
    assert answer["parts"]["beat"] == "ok"


def test_a_probe_that_is_told_not_yet_is_no_error_in_the_log(client, broker, caplog):
    assert ready(client)[0] == 503
    assert client.get("/healthz/nowhere").status_code == 404
    assert not [one for one in caplog.records if one.name == "django.request"]
    log_response(
        "Failing: /tin/", response=HttpResponse(status=503), request=RequestFactory().get("/tin/")
    )
    assert "Failing: /tin/" in caplog.messages


def test_a_process_that_fell_silent_is_named(client, broker):
    health.beat("worker")
    Heartbeat.objects.create(name="beat", at=timezone.now() - timedelta(seconds=90))
    status, answer = ready(client)
    assert status == 503
    assert answer["parts"]["beat"] == "silent for 90 s"


def test_a_dead_broker_is_named_within_seconds(client, settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    assert ready(client, "?only=broker") == (
        503,
        {"status": "failing", "parts": {"broker": "unreachable"}},
    )


def test_a_dead_database_is_named(client, broker, monkeypatch):
    def dead(*args, **kwargs):
        raise OperationalError("password=secret")

    monkeypatch.setattr(connections["default"], "cursor", dead)
    status, answer = ready(client)
    assert status == 503
    assert answer["parts"] == {
        "database": "unreachable", "broker": "ok", "worker": "unknown", "beat": "unknown",
        "outbox": "unknown",
    }  # fmt: skip


def late_item(**fields):
    return OutboxItem.objects.create(
        kind="mail", not_before=timezone.now() - timedelta(minutes=7, seconds=5), **fields
    )


def test_an_outbox_that_nobody_empties_is_named(client, broker):
    late_item(dedupe_key="core.tested:1", done_at=timezone.now())
    late_item(dedupe_key="core.tested:2", lease_until=timezone.now() + timedelta(minutes=1))
    assert ready(client, "?only=outbox")[0] == 200
    late_item(dedupe_key="core.tested:3")
    status, answer = ready(client, "?only=outbox")
    assert status == 503
    assert answer["parts"] == {"outbox": "degraded: an item is due for 7 min and nobody takes it"}


def test_many_items_that_keep_failing_are_named(client, broker):
    soon = timezone.now() + timedelta(hours=1)
    rows = [
        OutboxItem(kind="mail", dedupe_key=f"core.tested:{number}", attempts=5, not_before=soon)
        for number in range(20)
    ]
    OutboxItem.objects.bulk_create(rows[1:])
    assert ready(client, "?only=outbox")[0] == 200
    rows[0].save()
    assert "fail again and again" in ready(client, "?only=outbox")[1]["parts"]["outbox"]


def test_a_load_balancer_asks_for_the_database_alone(client):
    assert ready(client, "?only=database") == (200, {"status": "ok", "parts": {"database": "ok"}})
    assert ready(client, "?only=secrets")[0] == 404


def test_the_worker_proves_progress_by_a_task():
    tasks.worker_heartbeat.delay()
    assert health.check_heartbeat("worker") == health.FINE


def test_what_a_task_records_carries_its_id():
    result = tasks.worker_heartbeat.delay()
    with transaction.atomic():
        entry = audit.record(actor=None, verb="core.tested", target=None)
    assert entry.request_id == result.id
    logs.request_id.set("")


def test_the_clock_beats_and_outlives_a_dead_database(monkeypatch, tmp_path):
    scheduler = HeartbeatScheduler(app=app, schedule_filename=str(tmp_path / "schedule"), lazy=True)
    monkeypatch.setattr("celery.beat.PersistentScheduler.tick", lambda self: 1.0)
    assert scheduler.tick() == 1.0
    assert health.check_heartbeat("beat") == health.FINE

    Heartbeat.objects.all().delete()
    scheduler.tick()
    assert not Heartbeat.objects.exists()

    def dead(name):
        raise OperationalError

    monkeypatch.setattr(health, "beat", dead)
    scheduler._last_beat = float("-inf")
    assert scheduler.tick() == 1.0
