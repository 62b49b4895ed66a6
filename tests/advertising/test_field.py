"""Work without a network: what a pack brings back comes in once, and writes nothing over."""

import hashlib
import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from advertising import actions
from advertising.actions import Brought
from advertising.models import DiaryEntry, FieldEntry, Finding
from cityweb.core.errors import Refused
from tests.advertising.makers import found_all

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_papers")]


def refused(code):
    return pytest.raises(Refused, match=f"^{code}$")


def line(checking, code="F5B"):
    return checking.checklist.items.get(code=code)


@pytest.fixture
def pack(checking, inspector):
    return actions.take_pack(pk=checking.pk, actor=inspector)


def bring(pack, actor, kind="check", **said):
    facts = {"key": uuid4(), "kind": kind, "made_at": timezone.now(), **said}
    return actions.receive(pack=pack.key, actor=actor, brought=Brought(**facts))


def test_a_result_of_the_field_comes_in_once(checking, inspector, pack):
    item, key, made_at = line(checking), uuid4(), timezone.now()
    sent = {"key": key, "made_at": made_at, "item": item, "result": "fail", "words": "8 giây"}
    first = bring(pack, inspector, **sent)
    assert first.state == "merged" and bring(pack, inspector, **sent) == first
    with refused("other-content"):
        bring(pack, inspector, **sent | {"words": "9 giây"})
    assert Finding.objects.get().note == "8 giây"
    # Written on with the same pack, which knows what it wrote.
    known = Finding.objects.get().at
    more = {"item": item, "result": "fail", "words": "8,1 giây", "base_at": known}
    assert bring(pack, inspector, **more).state == "merged"
    assert Finding.objects.get().note == "8,1 giây"


def test_what_the_desk_wrote_meanwhile_is_not_written_over(checking, inspector, officer, pack):
    today = timezone.localdate()
    actions.mark(pk=checking.pk, actor=inspector, found=found_all(checking), seen_on=today)
    item = line(checking)
    same = bring(pack, inspector, item=item, result="pass")
    assert same.state == "merged"
    entry = bring(pack, inspector, item=item, result="fail", words="Tắt không được")
    assert entry.state == "waiting" and Finding.objects.get(item=item).result == "pass"
    assert ("field-waits", "Kết quả thực địa chờ chọn: F5B.") in actions.missing(checking)
    actions.settle(pk=checking.pk, actor=inspector, entry=entry, takes=True)
    found = Finding.objects.get(item=item)
    assert (found.result, found.note) == ("fail", "Tắt không được")
    with refused("settled"):
        actions.settle(pk=checking.pk, actor=inspector, entry=entry, takes=False)
    other = bring(pack, inspector, item=item, result="not_applicable")
    actions.settle(pk=checking.pk, actor=inspector, entry=other, takes=False)
    assert Finding.objects.get(item=item).result == "fail"
    assert DiaryEntry.objects.filter(title="Đã giữ kết quả ở bàn").exists()


def test_notes_keep_the_time_of_the_device_and_a_clock_ahead_does_no_harm(
    checking, inspector, pack
):
    ahead = timezone.now() + timedelta(days=2)
    bring(pack, inspector, "note", words="Chủ nhà vắng", made_at=ahead)
    row = DiaryEntry.objects.get(words="Chủ nhà vắng")
    assert row.is_by_hand and row.title.endswith(f"{timezone.localtime(ahead):%d/%m/%Y}")
    bring(pack, inspector, item=line(checking), result="pass", made_at=ahead)
    assert Finding.objects.get().seen_on == timezone.localdate()


def test_a_pack_is_its_officers_alone(checking, inspector, officer, pack):
    with refused("not-your-pack"):
        bring(pack, officer, "note", words="x")
    with refused("not-your-pack"):
        actions.open_pack(key=pack.key, actor=officer)
    assert len(actions.open_pack(key=pack.key, actor=inspector).secret) == 64
    with refused("other-checklist"):
        bring(pack, inspector, item=other_line(checking), result="pass")


def other_line(checking):
    model = type(line(checking))
    return model.objects.exclude(version=checking.checklist).first()


def photo():
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "JPEG")
    return out.getvalue()


@pytest.mark.slow
def test_a_photo_becomes_an_exhibit_of_its_line(client, checking, inspector, pack):
    client.force_login(inspector)
    item, data = line(checking), photo()
    address = f"/nghiep-vu/advertising/thuc-dia/{pack.key}/nhan/"

    def send(**said):
        return client.post(address, {"key": uuid4(), "made_at": timezone.now().isoformat(), **said})

    def shot(sha256):
        upload = SimpleUploadedFile("a.jpg", data, content_type="image/jpeg")
        return send(kind="photo", item=item.pk, photo=upload, sha256=sha256)

    sha256 = hashlib.sha256(data).hexdigest()
    assert shot("0" * 64).status_code == 409
    assert shot(sha256).json()["exhibit"] == "CC-01"
    assert send(kind="check", item=item.pk).status_code == 422
    answer = send(kind="check", item=item.pk, result="fail", words="8 giây").json()
    assert answer["state"] == "merged" and answer["base_at"]
    (shown,) = Finding.objects.get().exhibits.all()
    assert shown.item.provenance["sha256_as_sent"] == sha256
    assert shot(sha256).json()["exhibit"] == "CC-01"
    assert Finding.objects.get().exhibits.count() == 1


def test_the_doors_of_packs(client, checking, inspector, officer, head):
    client.force_login(inspector)
    start = "/nghiep-vu/advertising/thuc-dia/"
    page = client.get(start).content.decode()
    assert checking.code not in page and inspector.full_name not in page
    assert client.get(f"{start}may.js")["Content-Type"].startswith("text/javascript")
    assert client.get(f"{start}phien/").json()["who"] == inspector.full_name
    handed = client.post(f"{start}lay/{checking.pk}/").json()
    assert handed["code"] == checking.code and handed["lines"][0]["citation"]
    assert client.post(f"{start}{handed['key']}/khoa/").json()["secret"] == handed["secret"]
    entry = FieldEntry(key=uuid4())
    note = {"key": entry.key, "kind": "note", "made_at": "2026-07-01T08:00:00Z", "words": "Ghi"}
    assert client.post(f"{start}{handed['key']}/nhan/", note).json()["state"] == "merged"
    checklist = client.get(f"/nghiep-vu/advertising/{checking.pk}/?panel=checklist")
    assert f"thuc-dia/?ho-so={checking.pk}" in checklist.content.decode()
    actions.restrict(pk=checking.pk, actor=head, reason="Bí mật.")
    client.force_login(officer)
    assert client.post(f"{start}{handed['key']}/nhan/", note).status_code == 404
    assert client.post(f"{start}lay/{checking.pk}/").status_code == 404
