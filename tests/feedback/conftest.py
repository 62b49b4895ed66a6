"""What every test of feedback needs."""

import uuid

import pytest

from cityweb.core import places
from cityweb.core.models import Role
from feedback.abuse import counting, risk
from feedback.reports import boxes, promises, published, reference, tally
from tests.people import make_person
from tests.shared import shared


@pytest.fixture(autouse=True)
def _nothing_remembered_of_mailboxes(monkeypatch):
    """What a process or Redis remembers must not outlive the rows of one test.

    Tests fill in forms faster than people do; those about haste say so.
    """
    boxes.forget()
    promises.forget()
    published.forget()
    reference.forget()
    tally.forget()
    places.forget()
    counting.forget_failure()
    monkeypatch.setattr(counting, "NAMESPACE", uuid.uuid4().hex)
    # A busy test machine is no broken Redis.
    monkeypatch.setattr(counting, "PATIENCE_SECONDS", 10)
    monkeypatch.setattr(risk, "QUICKEST_SECONDS", 0)


@shared
def officer():
    return make_person(Role.OFFICER, full_name="Trần Minh Châu")


@shared
def head():
    """The head of the office, who approves."""
    return make_person(Role.OFFICE_HEAD, full_name="Đặng Kim Oanh")


@pytest.fixture
def reader(db):
    """Who is appointed to read denunciations, and does nothing else."""
    return make_person(Role.DENUNCIATION_READER, full_name="Mai Thị Lan")


@pytest.fixture
def desk(client, officer):
    """A browser in which the officer is signed in."""
    client.force_login(officer)
    return client
