"""An inspection from the plan to its end: who may what, what stops it, what is written down."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from advertising import actions, rules
from advertising.actions import Member
from advertising.life import Stage
from advertising.models import EvidenceItem, Exhibit, Finding, Inspection
from advertising.reports import listing
from cityweb.core import clocks
from cityweb.core.attachments import store
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, Organisation
from tests.advertising.makers import found_all, make_site, piece, sha256, subject

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_papers")]


def refused(code):
    return pytest.raises(Refused, match=f"^{code}$")


def test_a_drawing_can_be_repeated_and_steered_by_nobody_alone():
    names = [f"trang{number}.vn" for number in range(50)]
    drawn = rules.draw(names, seed="bí mật", witness="mưa", size=5)
    assert drawn == rules.draw(reversed(names), seed="bí mật", witness="mưa", size=5)
    assert len(set(drawn)) == 5
    assert drawn != rules.draw(names, seed="bí mật", witness="nắng", size=5)
    assert drawn != rules.draw(names, seed="khác", witness="mưa", size=5)


def test_a_plan_is_drawn_by_another_with_the_sealed_seed(body, inspector, officer, head, director):
    for number in range(6):
        make_site(f"trang{number}.vn")
    plan = actions.write_plan(
        kind="yearly", year=2026, name="Kế hoạch", purpose="…", grounds="…", actor=inspector
    )
    first = actions.choose(
        pk=plan.pk, actor=inspector, site=make_site("bi-phan-anh.vn"), reason="Ba phản ánh."
    )
    sample = actions.commit(
        pk=plan.pk, actor=inspector, size=2, seed_sha256=rules.seed_hash("hạt giống")
    )
    assert "bi-phan-anh.vn" not in sample.population
    with refused("no-witness"):
        actions.draw(pk=plan.pk, actor=inspector, seed="hạt giống")
    with refused("same-person"):
        actions.witness(pk=plan.pk, actor=inspector, words="mưa")
    actions.witness(pk=plan.pk, actor=officer, words="mưa")
    with refused("has-witness"):
        actions.witness(pk=plan.pk, actor=head, words="nắng")
    with refused("other-seed"):
        actions.draw(pk=plan.pk, actor=inspector, seed="hạt khác")
    with refused("drawing-open"):
        actions.put_up_plan(pk=plan.pk, actor=inspector)
    drawn = actions.draw(pk=plan.pk, actor=inspector, seed="hạt giống")
    assert drawn.drawn == rules.draw(sample.population, seed="hạt giống", witness="mưa", size=2)
    random = plan.targets.exclude(pk=first.pk)
    assert {one.site.domain for one in random} == set(drawn.drawn)
    with refused("was-drawn"):
        actions.drop(pk=plan.pk, actor=inspector, target=random[0], reason="Không thích.")
    actions.put_up_plan(pk=plan.pk, actor=inspector)
    with refused("not-your-role"):
        actions.approve(pk=plan.pk, actor=head)
    actions.approve(pk=plan.pk, actor=director)
    opened = actions.open_planned(pk=plan.pk, actor=inspector, target=first, subject=subject())
    with refused("already-open"):
        actions.open_planned(pk=plan.pk, actor=inspector, target=first, subject=subject())
    with refused("still-open"):
        actions.close_plan(pk=plan.pk, actor=head, summary="Xong.")
    assert opened.source == "plan" and opened.code == "KT-2026-01"


def test_the_checklist_is_that_of_the_day(checking):
    def codes(day):
        rows = type(checking.checklist).objects.in_force(day).filter(kind="website")
        return {one.code for one in rows.get().items.all()}

    assert "F3" in codes(date(2025, 12, 31)) and "F5B" not in codes(date(2025, 12, 31))
    assert not {"F3", "F5A", "F5B"} & codes(date(2026, 1, 1))
    assert {"F5A", "F5B"} <= codes(date(2026, 2, 15))
    assert "O1" not in codes(date(2026, 6, 30)) and "O1" in codes(date(2026, 7, 1))


def test_nobody_decides_what_they_proposed(body, inspector, director, site):
    made = actions.open_ad_hoc(actor=inspector, site=site, source="watch", subject=subject())
    with refused("no-team"):
        actions.put_up(pk=made.pk, actor=inspector)
    with refused("no-lead"):
        actions.staff(pk=made.pk, actor=inspector, members=[actions.Member("member", inspector)])
    members = [actions.Member("lead", inspector), actions.Member("member", director)]
    actions.staff(pk=made.pk, actor=inspector, members=members)
    actions.put_up(pk=made.pk, actor=inspector)
    with refused("same-person"):
        actions.decide(pk=made.pk, actor=director)
    with pytest.raises(IntegrityError), transaction.atomic():
        Inspection.objects.filter(pk=made.pk).update(decided_by=inspector)


def test_work_of_the_team_is_the_teams(checking, officer, inspector):
    with refused("not-of-the-team"):
        actions.keep(pk=checking.pk, actor=officer, pieces=[piece()])
    actions.write_note(pk=checking.pk, actor=officer, words="Gọi điện cho đơn vị.")
    assert checking.diary.last().is_by_hand


def test_a_restricted_case_is_seen_by_its_team_and_the_leaders(checking, officer, inspector, head):
    seen = Inspection.objects.visible_to
    assert seen(officer).exists()
    actions.restrict(pk=checking.pk, actor=head, reason="Bí mật kinh doanh.")
    assert not seen(officer).exists()
    assert seen(inspector).exists() and seen(head).exists()
    with refused("not-found"):
        actions.write_note(pk=checking.pk, actor=officer, words="…")


def test_minutes_wait_for_evidence_and_witnesses(checking, inspector):
    def minute():
        return actions.minute(pk=checking.pk, actor=inspector)

    today = timezone.localdate()
    with refused("not-checked"):
        minute()
    actions.mark(pk=checking.pk, actor=inspector, found=found_all(checking, {"F5B"}), seen_on=today)
    with refused("no-evidence"):
        minute()
    (item,) = actions.keep(pk=checking.pk, actor=inspector, pieces=[piece()])
    shown = found_all(checking, {"F5B"}, [(item, "góc phải trên")])
    actions.mark(pk=checking.pk, actor=inspector, found=shown, seen_on=today)
    with refused("nobody-there"):
        minute()
    actions.attend(
        pk=checking.pk, actor=inspector, side="inspected", name="Ông A", refusal="Không đồng ý"
    )
    with refused("no-witness"):
        minute()
    actions.attend(pk=checking.pk, actor=inspector, side="witness", name="Bà B")
    done = minute()
    assert done.stage == Stage.MINUTED
    said = str(done.minutes.data)
    for words in ("góc phải trên", item.sha256, "Ông A không ký biên bản", "Giới hạn: 5 giây"):
        assert words in said


def test_a_failure_pins_the_rule_of_the_day_it_was_seen(checking, inspector):
    actions.mark(
        pk=checking.pk, actor=inspector, found=found_all(checking, {"F5B"}),
        seen_on=timezone.localdate(),
    )  # fmt: skip
    finding = Finding.objects.get(item__code="F5B")
    assert finding.rule.value == 5 and finding.article == finding.rule.citation


def test_an_exhibit_of_another_case_bears_nothing_out(checking, inspector, head, director):
    other = make_site("khac.vn")
    made = actions.open_ad_hoc(actor=inspector, site=other, source="watch", subject=subject())
    (item,) = actions.keep(pk=made.pk, actor=inspector, pieces=[piece()])
    shown = found_all(checking, {"F5B"}, [(item, "")])
    actions.mark(pk=checking.pk, actor=inspector, found=shown, seen_on=timezone.localdate())
    assert not Exhibit.objects.exists()


def test_a_flipped_byte_is_reported_on_the_next_read(checking, inspector, monkeypatch):
    # Bytes of their own, so that no other run finds them broken.
    data = b"what the page said " + uuid4().bytes
    (item,) = actions.keep(pk=checking.pk, actor=inspector, pieces=[piece(data)])
    assert item.sha256 == sha256(data)
    assert actions.read(item=item, reader=inspector, purpose="Lập biên bản").read() == data
    path = store.storage().path(item.file.path)
    with open(path, "r+b") as stream:
        stream.write(b"W")
    with refused("evidence-broken"):
        actions.read(item=item, reader=inspector)
    with refused("evidence-broken"):
        actions.hand_over(item=item, actor=inspector, receiver="Công an", purpose="")
    acts = list(item.custody.values_list("act", "sha256"))
    assert acts == [
        ("kept", item.sha256),
        ("read", item.sha256),
        ("broken", sha256(b"W" + data[1:])),
    ]
    assert AuditEntry.objects.filter(verb="advertising.evidence_broken").exists()
    shown = found_all(checking, {"F5B"}, [(item, "")])
    actions.mark(pk=checking.pk, actor=inspector, found=shown, seen_on=timezone.localdate())
    assert "evidence-broken" in [code for code, _ in actions.missing(checking)]


def test_a_changed_word_in_the_row_is_reported_as_a_changed_byte_is(checking, inspector):
    now = timezone.now()
    (item,) = actions.keep(pk=checking.pk, actor=inspector, pieces=[piece(uuid4().bytes)])
    item.refresh_from_db()
    assert actions.is_whole(item)
    for name, value in {"title": "Khác", "url": "http://khac.vn/", "captured_at": now}.items():
        before = getattr(item, name)
        setattr(item, name, value)
        assert not actions.is_whole(item), name
        setattr(item, name, before)
    item.row_sha256 = "0" * 64
    with refused("evidence-broken"):
        actions.read(item=item, reader=inspector)


def test_evidence_and_diary_are_only_added_to(checking, inspector):
    (item,) = actions.keep(pk=checking.pk, actor=inspector, pieces=[piece()])
    for rows in (EvidenceItem.objects.filter(pk=item.pk), item.custody.all(), checking.diary.all()):
        with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
            rows._raw_delete(rows.db)
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
        EvidenceItem.objects.filter(pk=item.pk).update(sha256="0" * 64)


def test_a_takedown_has_its_hours_and_its_proof(checking, inspector, head):
    asked_at = timezone.now() - timedelta(hours=25)
    old = piece(hours_ago=30)
    (before,) = actions.keep(pk=checking.pk, actor=inspector, pieces=[old])
    with refused("not-your-role"):
        actions.ask_removal(pk=checking.pk, actor=inspector, url="tin.vn", what="Video che trang.")
    asked = actions.ask_removal(
        pk=checking.pk, actor=head, url="https://tin.vn/", what="Video che trang.", at=asked_at
    )
    clock = clocks.of(asked).get()
    # Law on Advertising, art. 23(7) as amended 2025: 24 hours.
    assert clock.due_at == asked_at + timedelta(hours=24)
    assert "24 giờ" in str(asked.paper.data) and asked.paper.number_text == "01/YC"
    (after,) = actions.keep(pk=checking.pk, actor=inspector, pieces=[piece()])
    said = {"pk": checking.pk, "actor": inspector, "takedown": asked}
    with refused("wrong-time"):
        actions.confirm_removal(**said, proof=after, removed_at=asked_at - timedelta(hours=1))
    in_time = asked_at + timedelta(hours=20)
    with refused("old-proof"):
        actions.confirm_removal(**said, proof=before, removed_at=in_time)
    actions.confirm_removal(**said, proof=after, removed_at=in_time)
    assert not clocks.of(asked).get().is_late(timezone.now())
    assert checking.diary.last().words.endswith("đúng hạn, CC-02")


def test_another_body_is_asked_along_by_a_signed_letter(checking, inspector, head, director, site):
    today = timezone.localdate()
    made = actions.open_ad_hoc(
        actor=inspector, site=site, source="watch", subject=replace(subject(), reason="Nút giả.")
    )
    guest = Organisation.objects.create(name="Sở Văn hóa và Thể thao", kind="department")
    said = {"pk": made.pk, "actor": inspector}
    asked = actions.invite(
        **said, organisation=guest, purpose="Cử người tham gia", answer_by=today + timedelta(days=3)
    )
    assert made in listing.inviting(head)
    with refused("not-sent"):
        actions.answer(**said, invitation=asked, accepts=True, words="Cử bà Lan.")
    with refused("not-your-role"):
        actions.sign_invitation(**said, invitation=asked)
    with refused("days-gone"):
        late = timezone.now() + timedelta(days=4)
        actions.sign_invitation(pk=made.pk, actor=head, invitation=asked, at=late)
    sent = actions.sign_invitation(pk=made.pk, actor=head, invitation=asked)
    assert sent.paper.number_text == "01/MPH"
    assert sent.paper.data["to"] == "Sở Văn hóa và Thể thao"
    assert "phối hợp: cử người tham gia." in str(sent.paper.data["paragraphs"])
    assert made not in listing.inviting(head)
    with refused("already-signed"):
        actions.sign_invitation(pk=made.pk, actor=head, invitation=asked)
    actions.answer(**said, invitation=asked, accepts=True, words="Cử bà Lan.")
    assert [one.title for one in made.diary.order_by("id")][1:] == [
        "Mời phối hợp", "Gửi công văn mời phối hợp", "Trả lời phối hợp",
    ]  # fmt: skip


def test_days_of_an_inspection_make_sense(inspector, director, site):
    today = timezone.localdate()

    def opened(starts, ends):
        about = replace(subject(), starts_on=starts, ends_on=ends)
        return actions.open_ad_hoc(actor=inspector, site=site, source="watch", subject=about)

    with refused("days-gone"):
        opened(date(2020, 1, 1), today)
    with refused("too-long"):
        opened(today, today + timedelta(days=3000))
    made = opened(today + timedelta(days=2), today + timedelta(days=9))
    actions.staff(pk=made.pk, actor=inspector, members=[Member("lead", inspector)])
    actions.put_up(pk=made.pk, actor=inspector)
    actions.decide(pk=made.pk, actor=director)
    actions.notify(pk=made.pk, actor=inspector, on=today, how="Giao tận tay")
    with refused("too-early"):
        actions.begin(pk=made.pk, actor=inspector)


def test_failures_become_violations_or_somebody_says_why(checking, inspector, head):
    (item,) = actions.keep(pk=checking.pk, actor=inspector, pieces=[piece()])
    found = found_all(checking, {"F5B"}, [(item, "")])
    today = timezone.localdate()
    early = [replace(found[0], seen_on=date(2020, 1, 1))]
    with refused("before-the-case"):
        actions.mark(pk=checking.pk, actor=inspector, found=early, seen_on=today)
    actions.mark(pk=checking.pk, actor=inspector, found=found, seen_on=today)
    actions.attend(pk=checking.pk, actor=inspector, side="inspected", name="Ông A")
    actions.minute(pk=checking.pk, actor=inspector)
    actions.conclude(pk=checking.pk, actor=head, words="Nhắc nhở.")
    with refused("failures-left"):
        actions.close(pk=checking.pk, actor=inspector)
    end = actions.close(pk=checking.pk, actor=inspector, words="Lỗi nhỏ, đã sửa ngay tại chỗ.")
    assert end.stage == Stage.CLOSED
