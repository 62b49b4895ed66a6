"""A press dossier forwarded to the national level: a package that is the same bytes each time."""

import hashlib
import json
import shutil
import subprocess
import zipfile
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cityweb.core import papers
from cityweb.core.attachments import actions as files
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, Role
from licensing import actions
from licensing.actions import forwarding
from licensing.life import State, Verb
from licensing.models import Forwarding
from tests.licensing import dossiers
from tests.licensing.dossiers import TO_SIGNED, walk
from tests.licensing.test_dossier_desk import at
from tests.people import client_of
from tests.shared import shared

pytestmark = pytest.mark.django_db


@shared
def signed(office):
    dossier = dossiers.begin(office, "PRESS_PRECHECK")
    own = files.keep_own(b"%PDF-1.4 ban goc", media_type="application/pdf")
    Attachment.objects.owned_by(dossier).update(file=own)
    return walk(office, dossier, *TO_SIGNED)


@pytest.fixture
def forwarded(office, signed, monkeypatch):
    """The package alone: papers and keys have tests of their own."""
    monkeypatch.setattr(papers, "sign_beside", lambda data, organisation: b"signature")
    monkeypatch.setattr(forwarding.papers, "sign_beside", papers.sign_beside)
    return forwarding.forward(signed, body=office.body, at=timezone.now())


def test_the_package_is_the_same_bytes_each_time_and_lists_every_file(signed, forwarded):
    with actions.export_package(forwarded) as first, actions.export_package(forwarded) as again:
        data = first.read()
        assert data == again.read()
        assert hashlib.sha256(data).hexdigest() == forwarded.sha256
        box = zipfile.ZipFile(first)
        listed = json.loads(box.read("ban-ke.json"))
        assert listed["code"] == signed.code
        for one in listed["files"]:
            held = box.read(one["name"])
            assert (hashlib.sha256(held).hexdigest(), len(held)) == (one["sha256"], one["size"])
        names = {one["name"] for one in listed["files"]}
        assert names | {"ban-ke.json", "ban-ke.json.p7s"} == set(box.namelist())


def test_what_comes_later_does_not_change_it_and_what_is_altered_is_told(signed, forwarded):
    later = Attachment.objects.owned_by(signed).first()
    later.pk, later.key = None, "11111111-1111-4111-8111-111111111111"
    later.save()
    Attachment.objects.filter(pk=later.pk).update(created_at=timezone.now() + timedelta(minutes=1))
    actions.export_package(forwarded).close()
    Attachment.objects.filter(pk=later.pk).update(created_at=forwarded.made_at)
    with pytest.raises(Refused) as refused:
        actions.export_package(forwarded)
    assert refused.value.code == "altered"


def test_the_answer_of_the_ministry_is_information(office, signed, forwarded):
    with pytest.raises(Refused) as refused:
        actions.record_ministry(
            pk=signed.pk, actor=office.of(Role.SPECIALIST), outcome="licensed", answer_number="1",
            answered_on=date(2026, 1, 1),
        )  # fmt: skip
    assert refused.value.code == "illegal-move"
    type(signed).objects.filter(pk=signed.pk).update(state=State.DECIDED)
    client = client_of(office.of(Role.SPECIALIST))
    said = {"outcome": "licensed", "answer_number": "12/GP-BVHTTDL", "answered_on": "2026-01-05"}
    assert client.post(at(signed, "act", "ministry"), said).status_code == 302
    other = said | {"outcome": "refused", "answer_number": "13"}
    again = client.post(at(signed, "act", "ministry"), other)
    assert again.status_code == 409 and "12/GP-BVHTTDL" in again.text
    replaced = client.post(at(signed, "act", "ministry"), other | {"replaces": "on"})
    assert replaced.status_code == 302
    client.post(at(signed, "act", "ministry"), said | {"replaces": "on"})
    signed.refresh_from_db()
    assert signed.state == State.DECIDED and signed.steps.last().verb == Verb.MINISTRY
    page = client.get(at(signed), {"panel": "documents"}).text
    assert "12/GP-BVHTTDL" in page and forwarded.sha256 in page
    answer = client.get(reverse("licensing_desk:package", args=[signed.pk]))
    assert hashlib.sha256(answer.getvalue()).hexdigest() == forwarded.sha256
    late = timezone.localdate() + timedelta(days=1)
    assert (
        client.post(
            at(signed, "act", "ministry"), said | {"answered_on": f"{late:%Y-%m-%d}"}
        ).status_code
        == 409
    )


@pytest.mark.slow
def test_openssl_verifies_the_manifest(office, signed, tmp_path, settings):
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here")
    signed = dossiers.do(office, signed, Verb.ISSUE)
    found = Forwarding.objects.get(dossier=signed)
    (tmp_path / "m.json").write_text(found.manifest, "utf-8")
    (tmp_path / "m.p7s").write_bytes(bytes(found.signature))
    (tmp_path / "ca.pem").write_text(papers.authorities(), "utf-8")
    done = subprocess.run(
        ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "m.p7s", "-content",
         "m.json", "-CAfile", "ca.pem", "-purpose", "any", "-out", "/dev/null"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
