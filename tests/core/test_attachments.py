"""Files that people send: taken once, given to their owner, read by whom its policy names."""

import io
from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.db import connection
from django.utils import timezone

from cityweb.core import attachments
from cityweb.core.attachments import actions, store
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, Organisation, StoredFile

TEXT = frozenset({"txt"})


def allow(request, attachment):
    return request.GET.get("ma") == "dung"


@pytest.fixture(autouse=True)
def private(settings, tmp_path):
    """A private store of this test's own."""
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {
            "BACKEND": "cityweb.core.attachments.store.DurableStorage",
            "OPTIONS": {"location": tmp_path / "private"},
        },
    }
    settings.ATTACHMENT_POLICIES = {"core.organisation": f"{__name__}.allow"}
    return tmp_path / "private"


@pytest.fixture
def owner(db):
    return Organisation.objects.create(name="Phòng Thông tin điện tử")


def take(data=b"Xin chao", name="Thư góp ý.txt", **options):
    options = {"draft_token": "nhap-1", "kinds": TEXT} | options
    if "owner" in options:
        options["draft_token"] = ""
    return attachments.take(io.BytesIO(data), name=name, **options)


def files_in(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def refusal_of(call, *args, **options):
    with pytest.raises(Refused) as refusal:
        call(*args, **options)
    return refusal.value.code


def test_what_was_sent_waits_for_its_owner_and_is_given_once(owner):
    sent = [take(b"mot"), take(b"hai", draft_token="nhap-1")]
    take(b"ba", draft_token="cua nguoi khac")
    assert attachments.drafts("nhap-1") == sent
    assert attachments.claim("nhap-1", owner, limit=5) == sent
    assert attachments.claim("nhap-1", owner, limit=5) == sent
    other = Organisation.objects.create(name="Sở Xây dựng")
    assert attachments.claim("nhap-1", other, limit=5) == []
    assert attachments.of(owner) == sent
    assert attachments.drafts("nhap-1") == []


def test_an_empty_token_owns_nothing(owner):
    take()
    assert attachments.claim("", owner, limit=5) == []
    assert attachments.drafts("") == []


def test_more_than_the_limit_is_refused_and_nothing_is_given(owner):
    for number in range(3):
        take(b"%d" % number)
    assert refusal_of(attachments.claim, "nhap-1", owner, limit=2) == "too-many-files"
    assert attachments.of(owner) == []
    assert refusal_of(take, b"nua", limit=3) == "too-many-files"
    assert len(attachments.drafts("nhap-1")) == 3


@pytest.mark.django_db(transaction=True)
def test_claiming_outside_a_transaction_is_a_mistake():
    assert not connection.in_atomic_block
    with pytest.raises(RuntimeError):
        attachments.claim("nhap-1", Organisation(pk=1), limit=5)


@pytest.mark.django_db(transaction=True)
def test_the_same_bytes_are_kept_once_and_forgotten_with_the_last(private):
    first, second = take(draft_token="a"), take(draft_token="b", name="Khác.txt")
    assert first.file == second.file
    assert files_in(private) == [first.file.sha256]
    attachments.forget(first)
    assert files_in(private) == [second.file.sha256]
    attachments.forget(second)
    assert files_in(private) == []
    assert not StoredFile.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_draft_nobody_claims_is_erased_and_a_claimed_one_stays(private, settings):
    owner = Organisation.objects.create(name="Phòng")
    kept = take(b"giu", owner=owner)
    left = take(b"bo")
    now = timezone.now()
    assert actions.sweep_drafts(now=now) == 0
    later = now + timedelta(hours=settings.ATTACHMENT_DRAFT_HOURS, minutes=1)
    assert actions.sweep_drafts(now=later) == 1
    assert list(Attachment.objects.all()) == [kept]
    assert files_in(private) == [kept.file.sha256]
    assert not storages["private"].exists(left.file.path)


@pytest.mark.django_db(transaction=True)
def test_a_file_taken_back_from_a_draft_is_gone(private):
    sent = take()
    attachments.discard("cua nguoi khac", key=sent.key)
    assert attachments.drafts("nhap-1") == [sent]
    attachments.discard("nhap-1", key=sent.key)
    attachments.discard("nhap-1", key=sent.key)
    assert files_in(private) == []


def test_bytes_without_a_row_are_swept_once_they_are_old(owner, private):
    kept = take(owner=owner)
    store.keep_bytes("ab/" + "ab" * 32, b"bo lai")
    now = timezone.now()
    assert actions.sweep_orphans(now=now) == 0
    assert actions.sweep_orphans(now=now + timedelta(days=2)) == 1
    assert files_in(private) == [kept.file.sha256]


def download(client, sent, ma="dung"):
    return client.get(f"/tep/{sent.key}/", {"ma": ma})


def test_whom_the_policy_lets_gets_the_bytes_as_a_download(client, owner):
    sent = take("Kính gửi".encode(), name="Đơn đề nghị.txt", owner=owner)
    response = download(client, sent)
    assert b"".join(response.streaming_content) == "Kính gửi".encode()
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''%C4%90%C6%A1n%20%C4%91%E1%BB%81%20ngh%E1%BB%8B.txt"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "private, no-store"


def test_for_everybody_else_the_file_does_not_exist(client, owner, settings):
    sent = take(owner=owner)
    assert download(client, sent, "sai").status_code == 404
    waiting = take()
    assert download(client, waiting).status_code == 404
    settings.ATTACHMENT_POLICIES = {}
    assert download(client, sent).status_code == 404


def test_the_web_server_in_front_may_send_the_bytes(client, owner, settings):
    settings.PRIVATE_FILES_ACCEL = "/_private/"
    sent = take(owner=owner)
    response = download(client, sent)
    assert response["X-Accel-Redirect"] == f"/_private/{sent.file.path}"
    assert response.content == b""
    assert download(client, sent, "sai").status_code == 404
