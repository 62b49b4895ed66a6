"""The desk of dossiers: lists, screens, steps with their forms, and what applicants see and do."""

import hashlib
import re

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from cityweb.core.models import Attachment, OutboxItem, Role, User
from licensing import actions, slips
from licensing.life import State, Verb
from licensing.models import Applicant, Dossier, Procedure, Supplement
from tests.licensing import dossiers
from tests.licensing.dossiers import CONTENTS, TO_SIGNED, do, walk
from tests.people import client_of, make_person

pytestmark = pytest.mark.django_db
QUERIES = 24


@pytest.fixture
def draft(office):
    return dossiers.begin(office)


def desk(office, role):
    return client_of(office.of(role))


def at(dossier, name="dossier", *more):
    return reverse(f"licensing_desk:{name}", args=[dossier.pk, *more])


def filed(dossier, name, *more):
    return reverse(f"filing:{name}", args=[dossier.key, *more])


@pytest.mark.slow
def test_the_list_and_the_screen_open_for_every_role_in_every_panel(office, draft):
    walk(office, draft, *TO_SIGNED[:6])
    for role in (Role.ONE_STOP_CLERK, Role.SPECIALIST, Role.OFFICE_HEAD, Role.DIRECTOR):
        client = desk(office, role)
        assert draft.code in client.get(reverse("licensing_desk:dossiers")).text
        for panel in ("contents", "papers", "conditions", "documents", "talk", "history"):
            page = client.get(at(draft), {"panel": panel})
            assert page.status_code == 200 and draft.code in page.text


def test_another_version_is_compared_without_touching_the_dossier(office, draft):
    walk(office, draft, *TO_SIGNED[:3])
    page = desk(office, Role.SPECIALIST).get(at(draft), {"panel": "what-if"}).text
    assert "10 ngày làm việc, hạn" in page
    assert "Văn bản chấp thuận của các tổ chức cung cấp nguồn tin" in page
    assert "C1: " in page and "C2: " in page
    assert dossiers.refreshed(draft).version == draft.version


def test_rows_do_not_raise_the_queries_of_the_list(office, django_assert_max_num_queries):
    client = desk(office, Role.SPECIALIST)
    for _ in range(4):
        walk(office, dossiers.begin(office), *TO_SIGNED[:3])
    with django_assert_max_num_queries(QUERIES + 12):
        assert client.get(reverse("licensing_desk:dossiers")).text.count("data-row") == 4


def test_the_list_is_narrowed_and_drafts_are_never_in_it(office, draft):
    client, address = desk(office, Role.ONE_STOP_CLERK), reverse("licensing_desk:dossiers")
    assert "data-row" not in client.get(address).text
    walk(office, draft, Verb.SUBMIT)
    assert "data-row" in client.get(address, {"heap": "new"}).text
    assert "data-row" in client.get(address, {"q": draft.deposit_code.lower()}).text
    assert "data-row" not in client.get(address, {"procedure": "EXTEND"}).text
    assert "data-row" not in client.get(address, {"colour": "late"}).text
    assert client.get(at(dossiers.begin(office))).status_code == 404


def test_the_clerk_is_asked_for_what_the_law_leaves_open(office, draft):
    walk(office, draft, Verb.SUBMIT)
    client = desk(office, Role.ONE_STOP_CLERK)
    assert "Chưa xác nhận" in client.get(at(draft)).text
    empty = client.post(at(draft, "act", "receive"))
    assert empty.status_code == 422
    assert dossiers.refreshed(draft).state == State.SUBMITTED


def test_a_step_that_a_rule_forbids_keeps_what_was_typed(office, draft):
    walk(office, draft, *TO_SIGNED[:4])
    said = {"kind": "grant", "valid_to": "2031-06-30", "reason": "Căn cứ đã gõ"}
    page = desk(office, Role.SPECIALIST).post(at(draft, "act", "draft-result"), said)
    assert page.status_code == 409
    assert "Chưa kiểm tra xong" in page.text and "Căn cứ đã gõ" in page.text


def test_nothing_is_drafted_by_itself_before_all_is_appraised(office, draft):
    walk(office, draft, *TO_SIGNED[:4])
    page = desk(office, Role.SPECIALIST).get(at(draft)).text
    assert "Còn 13 mục chưa xong" in page and "do=draft-result" in page
    do(office, draft, Verb.MARK)
    page = desk(office, Role.SPECIALIST).get(at(draft)).text
    assert "Thời hạn tối đa của giấy phép chưa được xác nhận" in page
    said = {"kind": "grant", "valid_to": "2031-06-30"}
    page = desk(office, Role.SPECIALIST).post(at(draft, "act", "draft-result"), said)
    assert page.status_code == 422 and "Hãy ghi căn cứ của thời hạn này" in page.text


def test_the_officer_checks_and_asks_from_the_screen(office, draft):
    walk(office, draft, *TO_SIGNED[:4])
    client = desk(office, Role.SPECIALIST)
    ticked = {}
    for one in draft.version.components.filter(is_required=True):
        is_plan = one.code == "plan"
        ticked |= {f"verdict_{one.pk}": "wrong" if is_plan else "good",
                   f"words_{one.pk}": "Thiếu chữ ký" if is_plan else ""}  # fmt: skip
    assert client.post(at(draft, "act", "check-papers"), ticked).status_code == 302
    assert "Thiếu chữ ký" in client.get(at(draft), {"panel": "papers"}).text
    assert draft.marks.get(component__code="plan").comment == "Thiếu chữ ký"
    assert "Yêu cầu bổ sung" in client.get(at(draft)).text


def test_marks_without_a_word_are_refused_on_the_screen(office, draft):
    walk(office, draft, *TO_SIGNED[:4])
    one = draft.version.components.first()
    page = desk(office, Role.SPECIALIST).post(
        at(draft, "act", "check-papers"), {f"verdict_{one.pk}": "missing", f"words_{one.pk}": ""}
    )
    assert page.status_code == 409 and "nội dung cần bổ sung" in page.text


def test_the_draft_of_the_licence_is_seen_before_it_is_signed(office, draft, settings, tmp_path):
    settings.PAPER_KEYS, settings.PAPER_DEMO_AUTHORITY = tmp_path, True
    walk(office, draft, *TO_SIGNED[:-1])
    page = desk(office, Role.DIRECTOR).get(at(draft, "preview"))
    assert page.content.startswith(b"%PDF-")
    assert not draft.result.paper


def test_slips_are_issued_by_the_circular_of_the_day(office, draft, settings, tmp_path):
    settings.PAPER_KEYS, settings.PAPER_DEMO_AUTHORITY = tmp_path, True
    walk(office, draft, Verb.SUBMIT)
    do(office, draft, Verb.REFUSE, with_slip=True)
    client = desk(office, Role.ONE_STOP_CLERK)
    page = client.get(at(draft), {"panel": "documents"}).text
    assert "Phiếu từ chối" in page and "01/TCTN" in page
    address = re.search(r'href="([^"]+van-ban[^"]+)"', page)[1]
    assert b"".join(client.get(address).streaming_content).startswith(b"%PDF-")
    own = desk(office, Role.APPLICANT)
    assert "Phiếu từ chối" in own.get(filed(draft, "dossier")).text
    assert client_of(make_person(Role.APPLICANT)).get(filed(draft, "dossier")).status_code == 404


def test_procedures_show_what_is_to_be_confirmed(office):
    page = desk(office, Role.SPECIALIST).get(reverse("licensing_desk:procedures")).text
    assert "Theo Nghị định 72/2013 sửa đổi" in page and "chưa xác nhận" in page


def test_the_second_decree_leaves_empty_what_nobody_read():
    for one in Procedure.objects.filter(is_filed=True):
        old, new = one.versions.order_by("effective_from")
        assert old.confidence == "SEEN-P" and not old.components.exclude(confidence="SEEN-P")
        assert new.note and not new.components.exclude(form_number="")


# What applicants do


def test_an_account_begins_with_a_proved_address(client):
    page = client.post(reverse("account_signup"), {"email": "Moi@Cong-Ty.example"})
    assert "Đã gửi thư" in page.text and not User.objects.filter(email="moi@cong-ty.example")
    [mail] = OutboxItem.objects.filter(kind="mail")
    link = re.search(r"https?://[^/]+(/\S+)", mail.facts["body"])[1]
    said = {"full_name": "Người Mới", "password": "một mật khẩu đủ dài"}
    assert client.post(link, said).status_code == 302
    person = User.objects.get(email="moi@cong-ty.example")
    assert person.has_role(Role.APPLICANT) and not person.is_staff
    assert client.post(link, said).status_code == 302
    assert User.objects.filter(email="moi@cong-ty.example").count() == 1


def test_signing_up_tells_nobody_who_has_an_account(client, office):
    known = office.of(Role.APPLICANT).email
    page = client.post(reverse("account_signup"), {"email": known})
    assert "Đã gửi thư" in page.text
    [mail] = OutboxItem.objects.filter(kind="mail")
    assert "đã có tài khoản" in mail.facts["body"]


def test_a_forged_or_old_link_makes_no_account(client):
    bad = signing.dumps("ai@do.example", salt="khác")
    assert client.get(reverse("signup_complete", args=[bad])).status_code == 410


def test_a_dossier_is_filled_in_step_by_step_and_sent(office):
    client = desk(office, Role.APPLICANT)
    begun = client.post(reverse("filing:begin", args=["cap-giay-phep"]))
    draft = Dossier.objects.get()
    assert begun.url == filed(draft, "fill")
    half = {"site_name": "Nhịp sống", "domains": "không phải tên miền"}
    saved = client.post(filed(draft, "fill"), half, headers={"X-Requested-With": "fetch"})
    assert "saved_at" in saved.json()
    page = client.get(filed(draft, "check")).text
    assert "Không phải tên miền" in page and "Đề án hoạt động" in page
    assert client.post(filed(draft, "check")).status_code == 200
    client.post(filed(draft, "fill"), CONTENTS)
    for one in draft.version.components.filter(is_required=True):
        dossiers.make_file(draft, one.code)
    assert "Đã đủ" in client.get(filed(draft, "check")).text
    client.post(filed(draft, "check"))
    sent = dossiers.refreshed(draft)
    assert sent.state == State.SUBMITTED
    assert sent.sent["contents"]["domains"] == ["nhipsong.example", "m.nhipsong.example"]
    page = client.get(filed(draft, "dossier")).text
    assert sent.sent_sha256 in page and "Mới đăng ký" in page
    assert client.get(filed(draft, "fill")).url == filed(draft, "dossier")


def test_files_go_to_their_component_and_come_back_only_before_sending(office, draft):
    client = desk(office, Role.APPLICANT)
    upload = SimpleUploadedFile("Anh chup.txt", b"noi dung")
    client.post(filed(draft, "attach", "plan"), {"files": upload})
    # Plain text is no paper: it is refused and said so.
    assert "Anh chup.txt" in client.get(filed(draft, "papers")).text
    kept = dossiers.make_file(draft, "plan")
    client.post(filed(draft, "detach", kept.key))
    assert not Attachment.objects.filter(pk=kept.pk).exists()
    walk(office, draft, Verb.SUBMIT)
    assert client.post(filed(draft, "attach", "plan"), {"files": upload}).url == filed(
        draft, "dossier"
    )
    assert not Attachment.objects.filter(name="Anh chup.txt").exists()


def test_a_supplement_is_answered_on_the_page_of_the_dossier(office, draft):
    walk(office, draft, *TO_SIGNED[:4])
    plan = draft.version.components.get(code="plan")
    actions.mark(pk=draft.pk, actor=office.of(Role.SPECIALIST),
                 papers=[actions.Checked(plan, "wrong", "Thiếu chữ ký")])  # fmt: skip
    do(office, draft, Verb.ASK)
    client = desk(office, Role.APPLICANT)
    page = client.get(filed(draft, "dossier")).text
    assert "Yêu cầu bổ sung giấy tờ" in page and "Thiếu chữ ký" in page
    item = Supplement.objects.get().items.get()
    assert client.post(filed(draft, "answer"), {}).status_code == 409
    client.post(filed(draft, "answer"), {f"answer_{item.pk}": "Đã ký"})
    assert dossiers.refreshed(draft).state == State.APPRAISING


def test_internal_words_never_reach_the_applicant(office, draft):
    walk(office, draft, *TO_SIGNED[:4])
    for is_internal, body in ((True, "Cần dè chừng"), (False, "Xin chờ thêm")):
        actions.write(pk=draft.pk, actor=office.of(Role.SPECIALIST), body=body,
                      is_internal=is_internal)  # fmt: skip
    page = desk(office, Role.APPLICANT).get(filed(draft, "dossier")).text
    assert "Xin chờ thêm" in page and "Cần dè chừng" not in page
    assert "Giao Người" not in page


def test_the_clerk_enters_what_came_on_paper(office):
    client = desk(office, Role.ONE_STOP_CLERK)
    said = {**dossiers.PROFILE, "procedure": Procedure.objects.get(code="ISSUE").pk,
            "channel": "counter"}  # fmt: skip
    begun = client.post(reverse("licensing_desk:enter"), said)
    draft = Dossier.objects.get()
    assert begun.url == filed(draft, "fill")
    assert client.get(begun.url).status_code == 200
    assert client_of(make_person(Role.ONE_STOP_CLERK)).get(begun.url).status_code == 404


def test_the_public_learns_only_how_far_a_dossier_is(client, office, draft):
    walk(office, draft, Verb.SUBMIT, Verb.RECEIVE)
    page = client.get("/ho-so/", {"ma": draft.code.lower()}).text
    assert "Được tiếp nhận" in page and office.applicant.name not in page
    assert "Không có hồ sơ mang mã" in client.get("/ho-so/", {"ma": "H29.18-1"}).text


def test_public_pages_of_filing_open_without_an_account(client, office):
    assert client.get("/nop-ho-so/").status_code == 200
    page = client.get("/nop-ho-so/thu-tuc/cap-giay-phep/").text
    assert "Đề án hoạt động" in page and "đang được cơ quan xác nhận" in page
    assert client.get("/nop-ho-so/cua-toi/").status_code == 302


def test_who_sends_twice_or_goes_back_finds_the_dossier_not_an_error(office, draft):
    client = desk(office, Role.APPLICANT)
    assert client.post(filed(draft, "check")).status_code == 302
    for name in ("check", "fill", "papers"):
        assert client.get(filed(draft, name)).url == filed(draft, "dossier")
    assert client.post(filed(draft, "check")).url == filed(draft, "dossier")
    assert "Bước này đã xong" in client.get(filed(draft, "dossier")).text


def test_beginning_twice_goes_on_with_the_same_draft(office):
    client = desk(office, Role.APPLICANT)
    address = reverse("filing:begin", args=["cap-giay-phep"])
    first, second = client.post(address).url, client.post(address).url
    assert first == second and Dossier.objects.count() == 1
    client.post(first, {"site_name": "Trang Một"})
    assert "Trang Một" in client.get(address).text
    assert client.post(address).url != first


def test_the_check_names_what_should_be_looked_at_again(office, draft):
    one = Attachment.objects.filter(owner_id=draft.pk).first()
    Attachment.objects.filter(owner_id=draft.pk).update(file=one.file)
    typed = {"sources": "Báo Một", "manager_phone": "028 3822 0001"}
    actions.fill(pk=draft.pk, actor=office.of(Role.APPLICANT), contents=typed)
    page = desk(office, Role.APPLICANT).get(filed(draft, "check")).text
    assert "mới ghi 1, quy định ít nhất 3" in page and "Cùng một tệp" in page
    actions.fill(pk=draft.pk, actor=office.of(Role.APPLICANT), contents={"manager_phone": "xyz"})
    page = desk(office, Role.APPLICANT).get(filed(draft, "check")).text
    assert "Không phải số điện thoại" in page


def test_the_public_reads_names_of_rules_and_no_notes_of_the_office(client):
    page = client.get(reverse("filing:procedure", args=["cap-giay-phep"])).text
    assert "Số cơ quan báo chí cung cấp nguồn tin ít nhất" in page
    assert "chưa đọc được" not in page.lower() and "nguồn thứ cấp" not in page


def test_long_words_are_kept_and_named(office, draft):
    client = desk(office, Role.APPLICANT)
    client.post(filed(draft, "fill"), {"purpose": "a" * 9000})
    assert "9000" in client.get(filed(draft, "check")).text


@pytest.mark.parametrize("typed", ["H29.18-", "0001", "nhip song", "NHIPSONG"])
def test_a_dossier_is_found_by_either_end_of_its_code_or_by_its_organisation(office, draft, typed):
    walk(office, draft, *TO_SIGNED[:2])
    client = desk(office, Role.SPECIALIST)
    page = client.get(reverse("licensing_desk:dossiers"), {"q": typed}).text
    assert draft.code in page
    assert draft.code in client.get(reverse("licensing_desk:dossiers"), {"q": f"{typed} !"}).text
    nothing = client.get(reverse("licensing_desk:dossiers"), {"q": f"{typed} không có"}).text
    assert draft.code not in nothing


def test_the_list_takes_few_queries_whoever_looks(office, draft, django_assert_max_num_queries):
    walk(office, draft, *TO_SIGNED[:2])
    for role in (Role.SPECIALIST, Role.OFFICE_HEAD, Role.ONE_STOP_CLERK):
        client = desk(office, role)
        client.get(reverse("licensing_desk:dossiers"))
        with django_assert_max_num_queries(12):
            client.get(reverse("licensing_desk:dossiers"), {"q": "H29.18-"})


def test_the_bytes_behind_the_proof_of_deposit_can_be_had(office, draft):
    client = desk(office, Role.APPLICANT)
    assert client.get(filed(draft, "sent")).status_code == 404
    walk(office, draft, Verb.SUBMIT)
    sent = client.get(filed(draft, "sent"))
    assert hashlib.sha256(sent.content).hexdigest() == draft.sent_sha256
    assert draft.sent_sha256 in str(
        OutboxItem.objects.get(dedupe_key__endswith=":submitted").payload
    )


def test_another_officer_is_not_offered_what_only_the_specialist_may(office, draft):
    walk(office, draft, *TO_SIGNED[:4])
    other = make_person(Role.SPECIALIST, organisation=office.body)
    panel, button = {"panel": "papers"}, 'name="verdict_'
    assert button not in client_of(other).get(at(draft), panel).text
    assert button in desk(office, Role.SPECIALIST).get(at(draft), panel).text
    assert button in client_of(other).get(at(draft), {"panel": "conditions"}).text


@pytest.mark.parametrize("days", ["3.5", "0", "-1", "3,5", "abc", "３，５", "181", "9" * 40, ""])
def test_odd_days_are_refused_beside_their_field(office, draft, days):
    walk(office, draft, Verb.SUBMIT)
    said = {"days": days, "source": "Công văn mẫu", "pause_mode": "restart"}
    page = desk(office, Role.ONE_STOP_CLERK).post(at(draft, "act", "receive"), said)
    form = page.context["step_form"]
    assert page.status_code == 422 and list(form.errors) == ["days"]
    assert "Công văn mẫu" in page.text and dossiers.refreshed(draft).state == State.SUBMITTED


def test_who_presses_twice_says_it_once(office, draft):
    walk(office, draft, Verb.SUBMIT)
    client = desk(office, Role.APPLICANT)
    for _ in range(2):
        client.post(filed(draft, "write"), {"body": "Xin hỏi ngày trả."})
        client.post(filed(draft, "check"))
    assert draft.remarks.count() == 1 and draft.steps.filter(verb=Verb.SUBMIT).count() == 1


def test_the_clerk_goes_on_with_what_came_on_paper(office):
    clerk, officer = office.of(Role.ONE_STOP_CLERK), office.of(Role.SPECIALIST)
    paper = Applicant.objects.create(account=None, **dossiers.PROFILE)
    one = actions.begin(procedure=Procedure.objects.get(code="ISSUE"), applicant=paper,
                        actor=clerk, channel="counter", contents=dossiers.CONTENTS)  # fmt: skip
    client = client_of(clerk)
    assert filed(one, "fill") in client.get(reverse("licensing_desk:enter")).text
    for part in one.version.components.filter(is_required=True):
        dossiers.make_file(one, part.code)
    do(office, one, Verb.SUBMIT, actor=clerk)
    walk(office, one, Verb.RECEIVE, Verb.HAND_OVER, Verb.TAKE_UP)
    wrong = [actions.Checked(dossiers.good(one)[0].component, "wrong", "Thiếu chữ ký")]
    actions.mark(pk=one.pk, actor=officer, papers=wrong)
    asked = actions.ask(pk=one.pk, actor=officer, with_slip=False)
    desk_page = reverse("licensing_desk:dossier", args=[one.pk])
    assert f"{filed(one, 'dossier')}#bo-sung" in client.get(desk_page).text
    assert "Gửi bổ sung</button>" in client.get(filed(one, "dossier")).text
    answers = {f"answer_{asked.items.get().pk}": "Đã ký lại, nộp tại quầy"}
    assert client.post(filed(one, "answer"), answers).url == desk_page
    assert f"{filed(one, 'dossier')}#rut" in client.get(desk_page).text
    assert client.post(filed(one, "withdraw"), {"reason": "Tổ chức xin rút"}).url == desk_page
    assert dossiers.refreshed(one).state == State.WITHDRAWING


def test_what_persuades_the_head_is_not_what_applicants_read(office, draft):
    walk(office, draft, Verb.SUBMIT, Verb.RECEIVE, Verb.HAND_OVER, Verb.TAKE_UP)
    asked = Supplement(dossier=draft, reason="Chuyên viên sót", told="Xin lỗi vì hỏi thêm",
                       at=timezone.now())  # fmt: skip
    asked.asked_by, asked.ordinal, asked.state = office.of(Role.SPECIALIST), 1, "sent"
    asked.save()
    said = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slips, "_slip", lambda kind, dossier, words, **_: said.append(words))
        slips.supplement(draft, asked, actor=asked.asked_by, at=asked.at)
    assert said[0]["endings"][0] == "Xin lỗi vì hỏi thêm" and "sót" not in str(said)
