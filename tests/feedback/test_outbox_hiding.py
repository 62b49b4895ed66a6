"""The desk of what is sent says nothing of denunciations to those who may not read them."""

import pytest
from django.conf import settings as live_settings

from cityweb.core import outbox
from cityweb.core.models import AuditEntry, OutboxItem, Role
from cityweb.core.outbox import filing, looking
from feedback import actions
from feedback.models import Submission
from tests.feedback.makers import make_submission
from tests.people import make_person
from tests.shared import shared

pytestmark = pytest.mark.django_db
LIST, SENT = "/nghiep-vu/cho-gui/", "/nghiep-vu/thu-di/"


@shared
def hidden(officer):
    """An isolated submission whose receipt still waits, as does that of an ordinary one."""
    make_submission()
    one = make_submission(subject="Việc ở phường mẫu")
    actions.restrict(pk=one.pk, actor=officer, reason="Có dấu hiệu tố cáo")
    return Submission.objects.get(pk=one.pk)


@pytest.mark.parametrize("roles", [(Role.OFFICE_HEAD,), (Role.ADMINISTRATOR,)])
def test_what_waits_about_it_is_not_there_for_others(client, hidden, roles):
    person = make_person(*roles)
    client.force_login(person)
    items = OutboxItem.objects.about(hidden)
    page = client.get(LIST)
    shown = {row.pk for row in page.context["leaf"].rows}
    assert shown == set(OutboxItem.objects.waiting().values_list("pk", flat=True)) - {
        item.pk for item in items
    }
    assert f"còn {items.count()} việc" in page.text
    assert looking.count("", person) == len(shown)
    for item in items:
        assert client.get(f"{LIST}{item.pk}/").status_code == 404
        assert client.post(f"{LIST}{item.pk}/gui-lai/").status_code == 404
        assert client.post(f"{LIST}{item.pk}/bo/", {"reason": "x"}).status_code == 404
    assert not AuditEntry.objects.filter(verb__startswith="core.outbox").exists()


def test_who_reads_denunciations_and_mends_sees_it(client, hidden):
    client.force_login(make_person(Role.OFFICE_HEAD, Role.DENUNCIATION_READER))
    page = client.get(LIST)
    items = OutboxItem.objects.about(hidden)
    assert {item.pk for item in items} <= {row.pk for row in page.context["leaf"].rows}
    assert "Ngoài danh sách này" not in page.text
    assert client.get(f"{LIST}{items[0].pk}/").status_code == 200


def test_its_mail_in_the_demo_is_read_by_its_readers_alone(client, hidden, settings, tmp_path):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = filing.BACKEND, tmp_path
    assert live_settings.EMAIL_BACKEND == filing.BACKEND
    outbox.sweep()
    (own,) = [name for name in filing.names() if hidden.code in filing.read(name)["Subject"]]
    assert len(filing.names()) == 2

    client.force_login(make_person(Role.ADMINISTRATOR))
    assert hidden.code not in client.get(SENT).text
    assert client.get(f"{SENT}{own}/").status_code == 404
    client.force_login(make_person(Role.ADMINISTRATOR, Role.DENUNCIATION_READER))
    assert hidden.code in client.get(SENT).text
    assert client.get(f"{SENT}{own}/").status_code == 200
