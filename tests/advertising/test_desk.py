"""The desk of plans and inspections: what each person sees, what stays when a rule says no."""

import json
from dataclasses import asdict, replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from advertising import actions
from advertising.behaviour.measures import Delay
from advertising.life import CASE_TABLE, CHECK_TABLE, PLAN_TABLE
from advertising.models import CustodyEntry, Finding, Inspection, Plan
from advertising.views import charging, planning
from advertising.views import checking as screens
from cityweb.core.errors import Refused
from tests.advertising.makers import piece, subject
from tests.advertising.test_behaviour import ad, seen_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_papers")]


def test_every_verb_of_the_tables_has_its_button():
    assert {verb for _, verb in CHECK_TABLE} == {step.verb for step in screens.STEPS}
    assert {verb for _, verb in CASE_TABLE} == {step.verb for step in charging.STEPS}
    assert {verb for _, verb in PLAN_TABLE} == {step.verb for step in planning.STEPS}


def test_the_list_finds_by_site_and_stage(client, checking, inspector, officer):
    client.force_login(officer)
    found = "/nghiep-vu/advertising/?q=tin.vn&stage=checking"
    assert checking.code in client.get(found).content.decode()
    assert checking.code not in client.get("/nghiep-vu/advertising/?q=khac").content.decode()
    assert checking.code not in client.get("/nghiep-vu/advertising/?heap=mine").content.decode()
    client.force_login(inspector)
    mine = "/nghiep-vu/advertising/?heap=mine&stage="
    assert checking.code in client.get(f"{mine}checking").content.decode()
    assert checking.code not in client.get(f"{mine}closed").content.decode()


def test_more_rows_ask_no_more_questions(client, checking, inspector, site, officer):
    client.force_login(officer)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get("/nghiep-vu/advertising/")
        return len(queries)

    before = asked()
    for reason in "abc":
        about = replace(subject(), reason=reason)
        actions.open_ad_hoc(actor=inspector, site=site, source="watch", subject=about)
    assert asked() <= before


def test_what_is_sent_twice_is_written_once(checking, inspector, site):
    said = {"pk": checking.pk, "actor": inspector, "side": "inspected", "name": "Ông A"}
    actions.attend(**said)
    actions.attend(**said, statement="Sẽ gỡ.")
    with pytest.raises(Refused, match="^known-person$"):
        actions.attend(**said)
    case = {"actor": inspector, "site": site, "source": "watch", "subject": subject()}
    actions.open_ad_hoc(**case)
    with pytest.raises(Refused, match="^already-open$"):
        actions.open_ad_hoc(**case)
    signal = {"actor": inspector, "site": site, "source": "watch", "words": "Nút giả."}
    actions.note_signal(**signal)
    with pytest.raises(Refused, match="^known-signal$"):
        actions.note_signal(**signal)


def test_a_case_is_opened_and_walks_by_its_buttons(client, inspector, site):
    client.force_login(inspector)
    today = timezone.localdate()
    said = {
        "site": site.pk, "source": "watch", "kind": "website", "reason": "Nút tắt giả.",
        "scope": "Trang chủ.", "starts_on": today, "ends_on": today,
    }  # fmt: skip
    wrong = client.post("/nghiep-vu/advertising/dot-xuat/", said | {"ends_on": "2020-01-01"})
    assert "Ngày cuối không thể trước ngày đầu" in wrong.content.decode()
    client.post("/nghiep-vu/advertising/dot-xuat/", said)
    made = Inspection.objects.latest("pk")
    address = f"/nghiep-vu/advertising/{made.pk}/"
    early = client.post(f"{address}put-up/")
    assert early.status_code == 409 and "Chưa lập đoàn" in early.content.decode()
    client.post(f"{address}staff/", {"lead": inspector.pk, "guests": "Bà Lan; Sở Y tế"})
    assert [one.duty for one in made.team.all()] == ["lead", "member"]
    client.post(f"{address}put-up/")
    made.refresh_from_db()
    assert made.stage == "proposed"
    assert client.post(f"{address}decide/").status_code == 409


@pytest.mark.slow
def test_the_checklist_is_filled_in_with_exhibits_by_number(client, checking, inspector):
    client.force_login(inspector)
    address = f"/nghiep-vu/advertising/{checking.pk}/"
    sent = {
        "upload": SimpleUploadedFile("ghi-chep.txt", "Đo: 8 giây".encode()),
        "title": "Ghi chép", "kind": "measure", "captured_at": "2026-07-01T08:30",
    }  # fmt: skip
    asked = client.post(f"{address}gather/", sent)
    assert asked.status_code == 409 and "trước ngày lập hồ sơ" in asked.content.decode()
    sent["upload"].seek(0)
    client.post(f"{address}gather/", sent | {"why_early": "Bạn đọc gửi kèm phản ánh."})
    kept = checking.evidence.get()
    assert kept.provenance["why_early"] == "Bạn đọc gửi kèm phản ánh."
    item = checking.checklist.items.get(code="F5B")
    wrong = client.post(
        f"{address}mark/",
        {
            "seen_on": timezone.localdate(), f"result_{item.pk}": "fail",
            f"note_{item.pk}": "", f"exhibits_{item.pk}": "CC-01, CC-09",
        },
    )  # fmt: skip
    words = wrong.content.decode()
    assert wrong.status_code == 422
    assert "Hồ sơ không có chứng cứ: CC-09" in words and "Mô tả hành vi đã thấy" in words
    client.post(
        f"{address}mark/",
        {
            "seen_on": timezone.localdate(), f"result_{item.pk}": "fail",
            f"note_{item.pk}": "Sau 8 giây mới tắt được",
            f"exhibits_{item.pk}": "cc-1, CC-01 (góc)",
        },
    )  # fmt: skip
    finding = Finding.objects.get()
    assert finding.note.startswith("Sau 8")
    assert [(one.item.number, one.region) for one in finding.exhibits.all()] == [(1, "góc")]
    # What is left as it was keeps its day and its writer; another line has its own.
    rest = {f"result_{item.pk}": "fail", f"note_{item.pk}": finding.note,
            f"exhibits_{item.pk}": "CC-01 (góc)", f"day_{item.pk}": finding.seen_on}  # fmt: skip
    other = checking.checklist.items.get(code="F1")
    early = {f"result_{other.pk}": "pass", f"day_{other.pk}": "2020-01-01"}
    day = timezone.localdate()
    refused = client.post(f"{address}mark/", {"seen_on": day, **rest, **early})
    assert "trước khi có hồ sơ" in refused.content.decode()
    client.post(f"{address}mark/", {"seen_on": day, **rest, **early, f"day_{other.pk}": day})
    assert Finding.objects.count() == 2
    assert Finding.objects.get(item=item).at == finding.at


def test_an_exhibit_leaves_checked_and_its_taker_is_written_down(client, checking, officer):
    (item,) = actions.keep(pk=checking.pk, actor=checking.created_by, pieces=[piece(b"bytes")])
    client.force_login(officer)
    address = f"/nghiep-vu/advertising/{checking.pk}/chung-cu/{item.number}/"
    sent = client.get(f"{address}tep/")
    assert sent.getvalue() == b"bytes"
    assert sent["Content-Disposition"].startswith("attachment")
    client.post(address, {"receiver": "Công an Thành phố", "purpose": "Phối hợp"})
    acts = CustodyEntry.objects.filter(item=item).values_list("act", "by__full_name")
    assert list(acts)[1:] == [("downloaded", "Chuyên Viên"), ("handed_over", "Chuyên Viên")]
    assert "Công an Thành phố" in client.get(address).content.decode()
    table = client.get(f"/nghiep-vu/advertising/{checking.pk}/chung-cu/?tep=csv").content.decode()
    assert f"{item.sha256},có,Bàn giao" in table and table.count(item.sha256) == 3


def test_a_picture_is_shown_on_its_page_and_who_looked_is_written_down(client, checking, officer):
    (item,) = actions.keep(pk=checking.pk, actor=checking.created_by, pieces=[piece()])
    client.force_login(officer)
    address = f"/nghiep-vu/advertising/{checking.pk}/chung-cu/{item.number}/"
    assert f'src="{address}anh/"' in client.get(address).content.decode()
    shown = client.get(f"{address}anh/")
    assert shown.getvalue() == b"bytes of a page" and shown["Content-Type"] == "image/png"
    assert shown["Content-Security-Policy"] == "sandbox"
    assert item.custody.last().act == "read" and item.custody.last().by == officer
    text = replace(piece(b"{}"), media_type="text/html", kind="page")
    (other,) = actions.keep(pk=checking.pk, actor=checking.created_by, pieces=[text])
    page = f"/nghiep-vu/advertising/{checking.pk}/chung-cu/{other.number}/"
    assert client.get(f"{page}anh/").status_code == 404
    assert "<img" not in client.get(page).content.decode().partition("<main")[2]


def test_what_was_measured_is_read_on_its_page(client, checking, inspector):
    found = asdict(seen_with(ad(moves=True, delay=Delay(7.9, 8.0, 8.1, 3))))
    verdict = {
        "code": "F5B", "ad": "div#qc", "result": "fail", "measure": "8,00 giây",
        "limit": "5,00 giây", "margin": "+3,00 giây", "citation": "Nghị định mẫu",
    }  # fmt: skip
    data = json.dumps(found | {"verdicts": [verdict]}).encode()
    made = replace(piece(data), media_type="application/json", kind="measure")
    (item,) = actions.keep(pk=checking.pk, actor=inspector, pieces=[made])
    client.force_login(inspector)
    page = client.get(f"/nghiep-vu/advertising/{checking.pk}/chung-cu/{item.number}/")
    words = " ".join(page.content.decode().split())
    assert "8,00 giây (từ 7,90 giây đến 8,10 giây, 3 lần đo)" in words
    assert "“×”, 32×32 điểm ảnh, tương phản 12,0:1" in words and "vi phạm" in words
    assert item.custody.last().act == "read"


def test_strangers_of_a_restricted_case_find_nothing(client, checking, officer, head):
    (item,) = actions.keep(pk=checking.pk, actor=checking.created_by, pieces=[piece()])
    actions.restrict(pk=checking.pk, actor=head, reason="Bí mật.")
    client.force_login(officer)
    for path in (
        "",
        f"chung-cu/{item.number}/",
        f"chung-cu/{item.number}/tep/",
        f"chung-cu/{item.number}/anh/",
        "chung-cu/",
        "du-thao.pdf",
    ):
        assert client.get(f"/nghiep-vu/advertising/{checking.pk}/{path}").status_code == 404


def test_a_seed_is_sealed_by_its_hash_alone(client, inspector, officer, site):
    plan = actions.write_plan(
        kind="ad_hoc", year=2026, name="Kế hoạch", purpose="…", grounds="…", actor=inspector
    )
    client.force_login(inspector)
    address = f"/nghiep-vu/advertising/ke-hoach/{plan.pk}/"
    client.post(f"{address}commit/", {"size": 1, "seed": "bí mật"})
    sample = plan.samples.get()
    assert sample.seed == "" and len(sample.seed_sha256) == 64
    page = client.get(address).content.decode()
    assert sample.seed_sha256 in page and "bí mật" not in page
    client.force_login(officer)
    client.post(f"{address}witness/", {"words": "mưa"})
    client.force_login(inspector)
    client.post(f"{address}draw/", {"seed": "bí mật"})
    assert plan.targets.get().site == site
    assert Plan.objects.get().samples.get().drawn == [site.domain]
    assert client.get("/nghiep-vu/advertising/ke-hoach/").status_code == 200
