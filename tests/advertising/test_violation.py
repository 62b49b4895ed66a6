"""A violation from its minutes to its end: who may what, what would be void, what is asked."""

import io
from datetime import date, datetime, timedelta

import docx
import openpyxl
import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from advertising import actions, casepapers, fining
from advertising.actions import Weighed
from advertising.fines import Bracket
from advertising.models import Capture, Factor, Finding, Penalty, Sanction
from advertising.reports import listing, period
from cityweb.core import clocks
from cityweb.core.errors import Refused
from cityweb.core.models import LegalRule, Organisation
from tests.advertising.makers import NAMED, OURS, M, charged, issued, piece, waive
from tests.people import make_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_papers")]


def refused(code):
    return pytest.raises(Refused, match=f"^{code}$")


def freed(inspection):
    """Take the failures back from whatever other tests of this file made of them."""
    Finding.objects.filter(inspection=inspection).update(violation=None)
    return inspection


def test_a_charge_needs_failures_and_reasons(minuted, inspector):
    freed(minuted)
    with refused("no-findings"):
        charged(minuted, inspector, findings=Finding.objects.filter(result="pass"))
    with refused("no-reason"):
        charged(minuted, inspector, "S8")
    with refused("no-bracket"):
        charged(minuted, inspector, committed_on=date(2020, 1, 1))
    made = charged(minuted, inspector, "S8", why_penalty="Hàng cấm, nghị định sau.")
    assert made.rule.value == [30 * M, 40 * M] and made.findings.count() == 1
    with refused("no-findings"):
        charged(minuted, inspector, findings=made.findings.all())


def test_who_can_do_nothing_now_is_told_whose_turn_it_is(client, minuted, inspector):
    charged(freed(minuted), inspector)
    client.force_login(inspector)
    page = client.get(f"/nghiep-vu/advertising/{minuted.pk}/").content.decode()
    assert "Đang chờ <b>Trưởng phòng</b> ban hành thông báo kết quả." in page


def test_an_unsure_bracket_asks_the_officer(recorded, inspector):
    waive(recorded, inspector)
    with refused("bracket-unsettled"):
        actions.draft(pk=recorded.pk, actor=inspector, weighed=Weighed(**NAMED))
    with refused("no-authority"):
        actions.draft(pk=recorded.pk, actor=inspector, weighed=Weighed(bracket=OURS))
    made = actions.draft(pk=recorded.pk, actor=inspector, weighed=Weighed(bracket=OURS, **NAMED))
    assert (made.low_vnd, made.amount_vnd, made.high_vnd) == (20 * M, 25 * M, 30 * M)
    assert made.bracket_source == OURS.citation
    assert all(line["citation"] for line in made.lines)


def test_a_settled_bracket_is_nobodys_to_replace(minuted, inspector):
    made = charged(freed(minuted), inspector, "S8", why_penalty="Hàng cấm.")
    actions.minute_violation(pk=made.pk, actor=inspector)
    waive(made, inspector)
    sanction = actions.draft(pk=made.pk, actor=inspector, weighed=Weighed(bracket=OURS))
    assert (sanction.low_vnd, sanction.high_vnd) == (30 * M, 40 * M)
    assert sanction.bracket_source == ""
    assert sanction.authority == "Chủ tịch Ủy ban nhân dân cấp xã"


def test_another_amount_stays_inside_and_has_a_reason(recorded, inspector):
    waive(recorded, inspector)

    def draft(amount, why=""):
        weighed = Weighed(bracket=OURS, amount_vnd=amount, why_amount=why, **NAMED)
        return actions.draft(pk=recorded.pk, actor=inspector, weighed=weighed)

    with refused("out-of-bracket"):
        draft(30 * M + 1, "Nặng.")
    with refused("no-reason"):
        draft(21 * M)
    made = draft(21 * M, "Quy mô nhỏ.")
    assert made.amount_vnd == 21 * M
    with pytest.raises(IntegrityError, match="inside_its_bracket"), transaction.atomic():
        Sanction.objects.filter(pk=made.pk).update(amount_vnd=31 * M, why_amount="…")


def test_circumstances_move_the_fine(recorded, inspector):
    waive(recorded, inspector)
    factors = list(Factor.objects.filter(kind="mitigating")[:2])
    weighed = Weighed(bracket=OURS, factors=factors, **NAMED)
    made = actions.draft(pk=recorded.pk, actor=inspector, weighed=weighed)
    assert made.amount_vnd == made.low_vnd


def test_three_people_make_a_sanction(recorded, inspector, officer, head, director):
    waive(recorded, inspector)
    weighed = Weighed(bracket=OURS, **NAMED)
    made = actions.draft(pk=recorded.pk, actor=inspector, weighed=weighed)
    with refused("same-person"):
        actions.review(pk=recorded.pk, actor=inspector, words="Tốt.")
    with refused("illegal-move"):
        actions.issue(pk=recorded.pk, actor=director)
    actions.review(pk=recorded.pk, actor=head, words="Đúng căn cứ.")
    for field, person in (("reviewed_by", inspector), ("issued_by", head)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Sanction.objects.filter(pk=made.pk).update(**{field: person})
    done = actions.issue(pk=recorded.pk, actor=director)
    assert done.standing == "issued" and done.sanction.paper.number_text == "01/QĐ-XPHC"
    clerk, today = make_person("records_clerk"), timezone.localdate()
    served = actions.serve(pk=recorded.pk, actor=clerk, on=today, how="Giao tận tay")
    assert served.standing == "served"
    with refused("not-your-role"):
        actions.pay(pk=recorded.pk, actor=clerk, paid_on=today, amount_vnd=1, receipt="1")


def test_only_who_has_the_authority_signs(recorded, inspector, officer, director):
    waive(recorded, inspector)
    with refused("explained"):
        waive(recorded, inspector)
    chair = {"authority": "Chủ tịch UBND Thành phố", "authority_source": "Nghị định mẫu"}
    for low, high in ((0, 0), (1, 10**11)):
        beyond = Weighed(bracket=Bracket(low, high, "individual", "Văn bản"), **chair)
        with refused("out-of-field"):
            actions.draft(pk=recorded.pk, actor=inspector, weighed=beyond)
    weighed = Weighed(bracket=OURS, **chair)
    actions.draft(pk=recorded.pk, actor=inspector, weighed=weighed)
    # A people's committee signs under its own letterhead, and under no body above it.
    waiting = casepapers.awaiting(Sanction.objects.get(violation=recorded))
    assert (waiting["above"], waiting["signer"]["position"]) == (None, "Chủ tịch")
    assert waiting["body"] == "Ủy ban nhân dân\nThành phố Hồ Chí Minh"
    actions.review(pk=recorded.pk, actor=officer, words="Đúng.")
    with refused("not-the-authority"):
        actions.issue(pk=recorded.pk, actor=director)
    (copy,) = actions.keep(
        pk=recorded.inspection_id, actor=inspector, pieces=[piece(b"%PDF", "Quyết định")]
    )
    today = timezone.localdate()
    said = {"number": "9/QĐ-XPHC", "signer": "Ông Chủ tịch", "proof": copy}
    sign = {"pk": recorded.pk, "actor": inspector, **said}
    with refused("wrong-day"):
        actions.receive_decision(**sign, signed_on=date(2020, 1, 1))
    done = actions.receive_decision(**sign, signed_on=today)
    assert (done.standing, done.sanction.number_text) == ("issued", "9/QĐ-XPHC")
    assert actions.serve(pk=done.pk, actor=inspector, on=today, how="Bưu điện").served_on == today


def test_the_offender_is_heard_first_and_the_term_grows(recorded, inspector):
    weighed = Weighed(bracket=OURS, **NAMED)
    with refused("explaining"):
        actions.draft(pk=recorded.pk, actor=inspector, weighed=weighed)
    before = clocks.of(recorded, fining.DECIDING).first()
    assert (before.amount, before.unit) == (7, "working_day")
    actions.explain(
        pk=recorded.pk, actor=inspector, way="written", received_on=timezone.localdate(),
        words="Lỗi của mạng quảng cáo.",
    )  # fmt: skip
    after = clocks.of(recorded, fining.DECIDING).first()
    assert (after.amount, after.unit, after.state) == (1, "month", "running")
    assert after.due_at > before.due_at
    actions.draft(pk=recorded.pk, actor=inspector, weighed=weighed)


@pytest.mark.parametrize(
    ("committed", "evaded", "last"),
    [
        # Law on Handling of Administrative Violations, art. 6(1): one year from the act.
        (date(2026, 3, 10), None, date(2027, 3, 10)),
        (date(2024, 2, 29), None, date(2025, 2, 28)),
        (date(2026, 3, 10), date(2026, 9, 1), date(2027, 9, 1)),
    ],
)
def test_the_last_day_of_limitation(recorded, committed, evaded, last):
    recorded.committed_on, recorded.evaded_on = committed, evaded
    assert fining.limitation_end(recorded) == last
    fining.refuse_void(recorded, timezone.localdate()) if last > timezone.localdate() else None
    recorded.minutes = None
    with refused("limitation-passed"):
        fining.refuse_void(recorded, last + timedelta(days=1))


def test_a_decision_after_its_term_would_be_void(recorded, inspector, officer, head, director):
    with refused("not-lapsed"):
        actions.lapse(pk=recorded.pk, actor=head)
    waive(recorded, inspector)
    weighed = Weighed(bracket=OURS, **NAMED)
    actions.draft(pk=recorded.pk, actor=inspector, weighed=weighed)
    actions.review(pk=recorded.pk, actor=officer, words="Đúng căn cứ.")
    due = clocks.of(recorded, fining.DECIDING).first().due_on
    late = timezone.make_aware(datetime.combine(due + timedelta(days=1), datetime.min.time()))
    with time_machine.travel(late + timedelta(hours=9)):
        with refused("term-passed"):
            actions.issue(pk=recorded.pk, actor=director)
        done = actions.lapse(pk=recorded.pk, actor=head)
    assert done.standing == "lapsed" and done.ended_at


def test_it_ends_only_paid_and_put_right(recorded, inspector, officer, director, head):
    issued(recorded, inspector, officer, director)
    today = timezone.localdate()
    with refused("wrong-day"):
        actions.serve(
            pk=recorded.pk, actor=inspector, on=today - timedelta(days=1), how="Giao tận tay"
        )
    actions.serve(pk=recorded.pk, actor=inspector, on=today, how="Giao tận tay")
    with refused("not-late"):
        actions.overdue(pk=recorded.pk, actor=inspector)
    paid = {"pk": recorded.pk, "actor": inspector, "paid_on": today}
    actions.pay(**paid, amount_vnd=20 * M, receipt="BL-1")
    with refused("known-receipt"):
        actions.pay(**paid, amount_vnd=20 * M, receipt="BL-1")
    with refused("too-much"):
        actions.pay(**paid, amount_vnd=6 * M, receipt="BL-X")
    with refused("too-little"):
        actions.pay(**paid, amount_vnd=-21 * M, receipt="BL-X")
    with refused("wrong-day"):
        actions.pay(**paid | {"paid_on": date(2020, 1, 1)}, amount_vnd=M, receipt="BL-X")
    with refused("not-paid"):
        actions.comply(pk=recorded.pk, actor=inspector)
    actions.pay(**paid, amount_vnd=5 * M, receipt="BL-2")
    with refused("not-put-right"):
        actions.comply(pk=recorded.pk, actor=inspector)
    remedy, old = recorded.remedies.get(), recorded.inspection.evidence.get()
    proof = {"pk": recorded.pk, "actor": inspector, "remedy": remedy, "done_on": today}
    with refused("old-proof"):
        actions.prove(**proof, proof=old)
    (new,) = actions.keep(
        pk=recorded.inspection_id,
        actor=inspector,
        pieces=[piece(title="Sau khi gỡ", at=recorded.proof_from)],  # a form knows no seconds
    )
    actions.prove(**proof, proof=new)
    with refused("illegal-move"):
        actions.close(pk=recorded.inspection_id, actor=inspector)
    actions.conclude(pk=recorded.inspection_id, actor=head, words="Có vi phạm.")
    with refused("children-open"):
        actions.close(pk=recorded.inspection_id, actor=inspector)
    with refused("looking-again"):
        actions.comply(pk=recorded.pk, actor=inspector)
    Capture.objects.update(state="done")
    actions.comply(pk=recorded.pk, actor=inspector)
    assert actions.close(pk=recorded.inspection_id, actor=inspector).stage == "closed"


def test_a_late_offender_owes_interest_and_is_enforced(
    recorded, inspector, officer, director, head
):
    issued(recorded, inspector, officer, director)
    today = timezone.localdate()
    actions.serve(pk=recorded.pk, actor=inspector, on=today, how="Giao tận tay")
    clock = clocks.of(recorded, fining.EXECUTING).first()
    recorded.refresh_from_db()
    later = clock.due_on + timedelta(days=10)
    assert fining.owed(recorded, clock.due_on) == (25 * M, 0)
    assert fining.owed(recorded, later) == (25 * M, 125_000)
    with time_machine.travel(clock.due_at + timedelta(days=1)):
        assert list(listing.late_violations(officer, timezone.now())) == [recorded]
        actions.overdue(pk=recorded.pk, actor=inspector)
        actions.enforce(pk=recorded.pk, actor=head, words="Khấu trừ tài khoản.")
    assert not clocks.of(recorded).open().exists()


def test_an_earlier_sanction_for_the_same_act_is_a_repetition(
    recorded, inspector, officer, director
):
    issued(recorded, inspector, officer, director)
    first = recorded.sanction
    again = type(recorded)(
        offender=recorded.offender, site=recorded.site, penalty=recorded.penalty,
        committed_on=first.issued_on + timedelta(days=200),
    )  # fmt: skip
    assert list(fining.earlier(again)) == [first]
    assert fining.is_repeat(again, first)
    assert not fining.earlier(recorded)
    again.committed_on = first.issued_on + timedelta(days=400)
    assert not fining.is_repeat(again, first)


def test_who_may_explain_follows_the_highest_fine(recorded):
    rule = LegalRule.objects.get(code="AD.FINE.S2")
    bracket = Bracket(*rule.value, rule.fine_basis, rule.citation)
    # Twice ten million for an organisation is below thirty.
    assert not fining.may_explain(recorded, bracket)
    assert fining.may_explain(recorded, OURS)
    assert fining.may_explain(recorded, None)


@pytest.mark.slow
def test_the_desk_charges_drafts_and_reviews(client, minuted, inspector, officer):
    freed(minuted)
    client.force_login(inspector)
    finding = Finding.objects.get(inspection=minuted, result="fail")
    said = {
        "findings": finding.pk, "penalty": Penalty.objects.get(code="S1").pk,
        "committed_on": timezone.localdate(),
    }  # fmt: skip
    client.post(f"/nghiep-vu/advertising/{minuted.pk}/charge/", said)
    made = Finding.objects.get(pk=finding.pk).violation
    address = f"/nghiep-vu/advertising/vi-pham/{made.pk}/"
    assert "chưa xác nhận" in client.get(address).content.decode()
    client.post(f"{address}minute/", {"place": "trụ sở công ty"})
    made.refresh_from_db()
    assert "tại trụ sở công ty" in made.minutes.data["opening"]
    client.post(f"{address}explain/", {"way": "waived", "received_on": timezone.localdate()})
    fine = {
        "low": 15 * M, "high": 10 * M, "basis": "individual", "source": "Văn bản 12",
        "authority": "Chủ tịch", "authority_source": "Văn bản 12", "remedies": "Gỡ bỏ",
    }  # fmt: skip
    wrong = client.post(f"{address}draft/", fine)
    assert wrong.status_code == 422 and "không thể dưới mức" in wrong.content.decode()
    client.post(f"{address}draft/", fine | {"low": 10 * M, "high": 15 * M})
    page = client.get(address).content.decode()
    assert "25.000.000 đồng" in page and "Văn bản 12" in page
    assert client.post(f"{address}review/", {"words": "Tốt."}).status_code == 409
    client.force_login(officer)
    client.post(f"{address}review/", {"words": "Đúng căn cứ."})
    made.refresh_from_db()
    assert made.standing == "reviewed"
    assert made.offender.name in client.get("/nghiep-vu/advertising/vi-pham/").content.decode()
    assert made.offender.name not in (
        client.get("/nghiep-vu/advertising/vi-pham/?stage=served").content.decode()
    )


def test_every_number_of_the_report_is_its_rows(
    client, recorded, inspector, officer, director, head
):
    issued(recorded, inspector, officer, director)
    today = timezone.localdate()
    actions.serve(pk=recorded.pk, actor=inspector, on=today, how="Giao tận tay")
    actions.pay(pk=recorded.pk, actor=inspector, paid_on=today, amount_vnd=7 * M, receipt="BL-1")
    span = period.this_year(today)
    said = {}
    for figure in period.figures():
        rows = period.lines(figure, head, span)
        said[figure.key] = figure.value(head, span)
        counted = sum(int(row[-1]) for row in rows) if figure.amount else len(rows)
        assert counted == said[figure.key], figure.key
    assert said["da-lap"] == said["bien-ban"] == said["hanh-vi-S1"] == said["xu-phat"] == 1
    assert (said["tien-phat"], said["da-nop"], said["da-xong"]) == (25 * M, 7 * M, 0)
    client.force_login(officer)
    page = client.get("/nghiep-vu/advertising/bao-cao/").content.decode()
    assert "25.000.000 đồng" in page
    opened = client.get("/nghiep-vu/advertising/bao-cao/xu-phat/?tep=csv").content.decode()
    assert recorded.inspection.code in opened and "25000000" in opened
    whole = client.get("/nghiep-vu/advertising/bao-cao/tep/?tep=csv").content.decode()
    assert "Quyết định xử phạt,1" in whole
    last_year = "?tu=2020-01-01&den=2020-12-31"
    assert "Không có dòng nào" in (
        client.get(f"/nghiep-vu/advertising/bao-cao/xu-phat/{last_year}").content.decode()
    )
    assert client.get("/nghiep-vu/advertising/bao-cao/khong-co/").status_code == 404
    ours = period.Span(span.first, span.last, inspector.organisation)
    assert period.named("xu-phat").value(head, ours) == 1
    guests = period.Span(span.first, span.last, Organisation.objects.create(name="Sở khác"))
    assert not any(one.value(head, guests) for one in period.figures())
    own = f"?tu={today:%Y}-01-01&den={today}&don_vi={inspector.organisation_id}"
    assert own.replace("&", "&amp;") in page and "Theo đơn vị" in page
    rows = client.get(f"/nghiep-vu/advertising/bao-cao/vi-pham/{own}").content.decode()
    assert f"/vi-pham/{recorded.pk}/" in rows and "Theo đơn vị" not in rows
    actions.restrict(pk=recorded.inspection_id, actor=head, reason="Bí mật.")
    assert period.named("xu-phat").value(officer, span) == 0


@pytest.mark.slow
def test_the_report_leaves_as_workbook_document_and_pdf(client, recorded, officer):
    client.force_login(officer)
    address = "/nghiep-vu/advertising/bao-cao/tep/?tep="
    for kind, start in (("xlsx", b"PK"), ("docx", b"PK"), ("pdf", b"%PDF-")):
        sent = client.get(address + kind)
        assert sent.content.startswith(start) and f".{kind}" in sent["Content-Disposition"]
    document = docx.Document(io.BytesIO(client.get(f"{address}docx").content))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["Vụ vi phạm", "1"] in cells
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{address}xlsx").content))
    assert ("Vi phạm", "Vụ vi phạm", 1) in list(book["Số liệu"].values)
    assert client.get(f"{address}exe").status_code == 404
