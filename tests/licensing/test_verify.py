"""Anybody may ask whether a paper is genuine: by number, by code, by the file itself."""

import random
import threading
from datetime import date, timedelta

import pikepdf
import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from pyhanko.pdf_utils import generic

from cityweb.core import papers as register
from cityweb.core.attachments import sandbox
from licensing import actions
from licensing.forms import verify as forms
from licensing.reports import verification
from licensing.views import verify as views
from tests.core import papers
from tests.licensing.makers import decision, file_of, make_signed
from tests.shared import shared

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PATH = "/xac-minh/"


@shared
def signed(clerk):
    return make_signed(clerk)


@shared
def pdf(signed):
    return file_of(signed)


@pytest.fixture(autouse=True)
def _nobody_asked_before(monkeypatch):
    """Signatures are judged in this process, which is faster."""
    cache.clear()
    monkeypatch.setattr(sandbox, "run_on_bytes", papers.judged_here)


def read(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status, path
    return response.text


def judged(client, data, status=200):
    file = SimpleUploadedFile("giay-phep.pdf", data, "application/pdf")
    response = client.post(f"{PATH}tep/", {"tep": file})
    assert response.status_code == status
    return response


def code(client, data):
    return judged(client, data).context["judged"].verdict.code


def test_a_number_leads_to_the_register(client, licence):
    for typed in ("12/GP-SM", "012%20/gp-sm", "12-gp-sm-2020"):
        text = read(client, f"{PATH}?so={typed}")
        assert licence.path in text
        assert "Còn hiệu lực" in text
    assert "Không tìm thấy" in read(client, f"{PATH}?so=99/GP-SM", 404)
    assert "Hãy nhập số" in read(client, f"{PATH}?so=")
    assert "quá dài" in read(client, f"{PATH}?so={'1' * 201}")


@pytest.mark.parametrize(
    "typed",
    [
        "Số 12/GP-SM",
        "số: 12/GP-SM ngày 01/07/2020",
        "Giấy phép số 012 / gp – sm, cấp ngày 1 tháng 7 năm 2020.",
        "１２／ＧＰ－ＳＭ",
        "12/GP\u2011SM\u00a0",
        "  12 /gp-sm  ngày 01-7-2020",
    ],
)
def test_a_number_is_read_as_people_write_it(licence, typed):
    said = verification.look_up(typed, today=date(2026, 1, 1))
    assert [one.licence for one, _ in said.licences] == [licence] and said.no_such_day is None


def test_a_day_that_no_paper_of_the_number_bears_is_named(client, licence):
    page = read(client, f"{PATH}?so=12/GP-SM ngày 02/07/2020")
    assert "Không có văn bản nào mang số này ký ngày 02/07/2020" in page and licence.path in page
    assert "Không tìm thấy" in read(client, f"{PATH}?so=Số 99/GP-SM ngày 31/02/2020", 404)


def test_the_qr_leads_to_the_paper(client, signed, clerk):
    paper = signed.current.paper
    for path in (paper.code, f"{paper.code.lower()}/", f"?so=https://x.vn/xac-minh/{paper.code}"):
        text = read(client, f"{PATH}{path}")
        assert "Mã này là của một văn bản đã ban hành" in text
        assert f"{signed.path}1.pdf" in text
    read(client, f"{PATH}0000-0000-0000", 404)


def test_a_paper_that_is_no_licence_tells_only_what_it_is(client, signed, clerk):
    paper = signed.current.paper
    draft = register.draft(
        kind="licensing.licence", organisation=paper.organisation, owner=clerk, data=paper.data,
        actor=clerk,
    )  # fmt: skip
    other = register.issue(pk=draft.pk, actor=clerk, signer=paper.signatures.first().signer)
    text = read(client, f"{PATH}{other.code}")
    assert other.number_text in text
    assert "Tổ chức được cấp" not in text


def test_the_original_is_genuine(client, signed, pdf):
    response = judged(client, pdf)
    found = response.context["judged"]
    assert found.is_genuine
    assert response.headers["Cache-Control"] == "no-store"
    for words in ("Nguyên vẹn, nhưng là bản thử", signed.path, found.verdict.sha256):
        assert words in response.text


def test_what_was_decided_since_is_said(client, signed, pdf, clerk):
    begun = signed.current.effective_from
    with time_machine.travel(begun + timedelta(days=2)):
        done = decision(begun + timedelta(days=1), "Vì thế")
        actions.revoke(pk=signed.pk, decision=done, actor=clerk)
        text = judged(client, pdf).text
    assert "Đã thu hồi" in text
    assert "Đã có văn bản mới hơn" in text


def test_one_flipped_byte_anywhere_shows(client, signed, pdf):
    """Of a slip, which is judged faster; a licence was gone through at 1,216 places."""
    slip, day = papers.signed_slip(), date(2026, 11, 1)
    chance = random.Random(4)
    ends = (*range(0, 8, 2), *range(len(slip) - 45, len(slip), 3))
    for place in (*ends, *(chance.randrange(len(slip)) for _ in range(20))):
        flipped = bytearray(slip)
        flipped[place] ^= 1 << chance.randrange(8)
        found = verification.judge(bytes(flipped), today=day)
        assert not found.is_genuine and found.is_broken, (place, found.verdict.code)


@pytest.mark.parametrize(
    "harm",
    [
        lambda pdf: b"\n" + pdf,
        lambda pdf: pdf[:-2] + b"X\n",
        lambda pdf: pdf.replace(b"\n", b"\r\n"),
        lambda pdf: pdf[:-400],
        lambda pdf: pdf + b"x",
    ],
)
def test_what_was_harmed_outside_its_text_is_no_longer_whole(client, signed, pdf, harm):
    text = judged(client, harm(pdf)).text
    assert "Tệp này không hợp lệ" in text and "không còn giá trị" in text


def test_an_overlay_shows(client, signed, pdf):
    def write_over(writer):
        page = writer.root["/Pages"]["/Kids"][0].get_object()
        page["/Rotate"] = generic.NumberObject(180)
        writer.update_container(page)

    overlaid = papers.appended(pdf, write_over)
    response = judged(client, overlaid)
    assert response.context["judged"].verdict.code == "added"
    assert "Tệp này không hợp lệ" in response.text


def test_a_paper_of_somebody_else_is_not_ours(client, signed, settings):
    response = judged(client, papers.signed_slip())
    assert response.context["judged"].verdict.code == "untrusted"
    assert "Không xác minh được" in response.text


@pytest.mark.parametrize("data", [b"", b"khong phai pdf", b"%PDF-1.7\n1 0 obj\n<<"])
def test_what_is_no_paper_is_said_so(client, signed, data):
    assert code(client, data) == "unreadable"


def test_an_unsigned_pdf_is_said_so(client, signed, tmp_path):
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(tmp_path / "x.pdf")
    assert code(client, (tmp_path / "x.pdf").read_bytes()) == "unsigned"


def test_too_large_files_are_turned_away(client, signed, monkeypatch):
    monkeypatch.setattr(forms, "MOST_BYTES", 10)
    assert "25 MB" in judged(client, b"x" * 11, 400).text
    monkeypatch.setattr(views, "MOST_BYTES", -100_000)
    assert "25 MB" in judged(client, b"x", 413).text
    response = client.post(f"{PATH}tep/", {})
    assert (response.status_code, "Hãy chọn tệp" in response.text) == (413, False)


def test_who_asks_too_often_waits(client, signed):
    for _ in range(views._FILES_A_MINUTE):
        judged(client, b"x")
    response = judged(client, b"x", 429)
    assert response.headers["Retry-After"] == "60"
    assert "chờ một phút" in response.text


def test_files_are_judged_one_at_a_time(client, signed, monkeypatch):
    monkeypatch.setattr(verification, "_PATIENCE", 0.01)
    monkeypatch.setattr(verification, "_TURN", threading.BoundedSemaphore(1))
    with verification.turn() as is_ours:
        assert is_ours
        assert "nhiều người cùng xác minh" in judged(client, b"x", 429).text
    judged(client, b"x")


def test_the_authorities_are_handed_out(client, signed):
    text = read(client, f"{PATH}goc-tin-cay.pem")
    assert text == register.authorities()
    assert text.startswith("-----BEGIN CERTIFICATE-----")


def test_answers_take_few_queries(client, signed, pdf, django_assert_max_num_queries):
    read(client, PATH)
    for path, most in (
        (PATH, 0),
        (f"{PATH}?so=12/GP", 4),
        (f"{PATH}{signed.current.paper.code}", 4),
    ):
        with django_assert_max_num_queries(most):
            client.get(path)
