"""What must be on the minute has a queue of its own, which every worker takes from."""

from django.conf import settings

from cityweb.celery import app


def test_whatever_the_clock_calls_goes_past_the_flood():
    called = app.conf.beat_schedule.values()
    assert called
    assert {entry["options"]["queue"] for entry in called} == {settings.CLOCK_QUEUE}


def test_a_worker_takes_from_every_queue_and_each_message_goes_to_one():
    queues = app.amqp.queues
    assert set(queues) == {
        "celery",
        settings.CLOCK_QUEUE,
        settings.WATCH_QUEUE,
        settings.CAPTURE_QUEUE,
    }
    assert len({(queue.exchange.name, queue.routing_key) for queue in queues.values()}) == 4


def test_what_was_just_committed_does_not_wait_with_the_clock():
    route = app.amqp.router.route({}, "cityweb.core.tasks.deliver_outbox")
    assert route["queue"].name == "celery"
