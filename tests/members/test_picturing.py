"""Pictures of incidents, where the operator lets a browser look."""

from datetime import timedelta

import pytest
from django.utils import timezone

from members import actions
from members.models import Incident
from members.verdicts.levels import Subject
from tests.members.makers import make_site
from tests.people import make_person

pytestmark = pytest.mark.django_db
NOW = timezone.now()
PNG = b"\x89PNG picture of a page"


@pytest.fixture
def incident(settings):
    settings.MEMBERS_PICTURES = True
    return Incident.objects.create(
        site=make_site(), subject=Subject.ABNORMALITY, text="Trang bị thay nội dung", opened_at=NOW
    )


def test_a_fresh_incident_is_pictured_once_and_shown(incident, client):
    (pk,) = actions.claim_pictures(now=NOW)
    assert actions.claim_pictures(now=NOW) == []
    asked = []
    for _ in range(2):
        actions.take_picture(pk, look=lambda url: asked.append(url) or PNG)
    assert asked == [incident.site.home_url]
    client.force_login(make_person("site_monitor"))
    page = client.get(f"/nghiep-vu/members/su-co/{incident.pk}/so-trang/").content.decode()
    assert f"/su-co/{incident.pk}/anh/" in page
    sent = client.get(f"/nghiep-vu/members/su-co/{incident.pk}/anh/")
    assert (sent.content, sent["Content-Type"]) == (PNG, "image/png")


def test_why_there_is_no_picture_is_said(incident, client):
    def none(url):
        raise ValueError("Máy này chưa có Chromium.")

    actions.take_picture(*actions.claim_pictures(now=NOW), look=none)
    client.force_login(make_person("site_monitor"))
    page = client.get(f"/nghiep-vu/members/su-co/{incident.pk}/so-trang/").content.decode()
    assert "Máy này chưa có Chromium." in page
    assert client.get(f"/nghiep-vu/members/su-co/{incident.pk}/anh/").status_code == 404


def test_old_ones_and_what_cannot_be_seen_are_left_alone(incident, settings):
    assert actions.claim_pictures(now=NOW + timedelta(hours=2)) == []
    Incident.objects.update(subject=Subject.TLS)
    assert actions.claim_pictures(now=NOW) == []
    Incident.objects.update(subject=Subject.ABNORMALITY)
    settings.MEMBERS_PICTURES = False
    assert actions.claim_pictures(now=NOW) == []
