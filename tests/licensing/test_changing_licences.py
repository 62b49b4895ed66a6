"""Dossiers about a licence there is: what they may make of it, whatever else happens to it."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from cityweb.core.errors import Refused
from cityweb.core.models import Role
from cityweb.core.papers import making
from licensing import actions, licence_paper, result_paper
from licensing.actions import fitting
from licensing.forms.filing import facts_of, prefilled
from licensing.life import Verb
from licensing.models import LicenceVersion, Result
from licensing.reports import open_data, shown
from tests.licensing import dossiers, makers
from tests.licensing.dossiers import TO_SIGNED, do, walk
from tests.people import client_of

pytestmark = pytest.mark.django_db
END = date(2030, 6, 30)


@pytest.fixture
def held(office):
    return dossiers.held_licence(office)


def begin(office, procedure, licence, **said):
    """Return a dossier about the licence, filled with what it says now and with `said`."""
    dossier = dossiers.begin(office, procedure, licence=licence)
    actions.fill(pk=dossier.pk, actor=office.of(Role.APPLICANT), contents=said)
    dossier.refresh_from_db()
    return dossier


def refused(action, **given):
    with pytest.raises(Refused) as refusal, transaction.atomic():
        action(**given)
    return refusal.value.code


def test_an_extension_that_ends_no_later_is_refused_to_who_files_it(office, held):
    dossier = begin(office, "EXTEND", held, valid_to=END.isoformat(), reason="Hoạt động tiếp")
    client = client_of(office.of(Role.APPLICANT))
    page = client.get(reverse("filing:check", args=[dossier.key])).text
    assert "Nộp hồ sơ</button>" not in page
    beside = reverse("filing:fill", args=[dossier.key]) + "?loi=1"
    assert f"{beside}#id_valid_to" in page
    assert "đã có giá trị đến hết ngày 30/06/2030" in client.get(beside).text


def test_an_extension_that_ends_no_later_is_refused_at_the_desk(office, held):
    dossier = begin(office, "EXTEND", held, reason="Hoạt động tiếp")
    walk(office, dossier, *TO_SIGNED[:5])
    address = reverse("licensing_desk:act", args=[dossier.pk, "draft-result"])
    said = {"kind": "grant", "valid_to": END.isoformat(), "reason": "Theo đề nghị"}
    page = client_of(office.of(Role.SPECIALIST)).post(address, said)
    assert page.status_code == 409 and "Thời hạn mới phải sau ngày 30/06/2030" in page.text
    assert page.context["step_form"].errors.keys() == {"valid_to"}
    do(office, dossier, Verb.DRAFT)
    walk(office, dossier, Verb.PUT_UP, Verb.REVIEW)
    Result.objects.update(valid_to=END)
    with pytest.raises(Refused, match="no-longer"):
        do(office, dossier, Verb.SIGN)


def test_the_database_refuses_an_extension_that_ends_no_later(held):
    now = held.current
    twin = LicenceVersion.objects.get(pk=now.pk)
    twin.pk, twin.ordinal, twin.event, twin.effective_from = None, 2, "extended", date(2021, 1, 1)
    now.effective_to = twin.effective_from
    now.save(update_fields=["effective_to"])
    with pytest.raises(DatabaseError, match="ends later"), transaction.atomic():
        twin.save()
    twin.valid_to = date(2030, 7, 1)
    twin.save()


def amended_meanwhile(office, licence, **said):
    """Let another dossier have changed the licence yesterday."""
    now = licence.current
    names = ("valid_to", "holder_name", "site_name", "domains", "manager", "sources")
    facts = {name: getattr(now, name) for name in names} | said
    yesterday = timezone.localdate() - timedelta(days=1)
    return actions.amend(
        pk=licence.pk, actor=office.of(Role.RECORDS_CLERK), contents=makers.contents(**facts),
        decision=makers.decision(yesterday),
    )  # fmt: skip


def asking(office, licence, **said):
    """Return an amendment, sent and appraised, that says the licence and `said`."""
    dossier = dossiers.begin(office, "AMEND", licence=licence)
    facts = {name: dossiers.CONTENTS[name] for name in ("purpose", "servers", "manager_position",
                                                        "manager_phone")}  # fmt: skip
    contents = {**prefilled(licence), **facts, "reason": "Thêm tên miền", **said}
    actions.fill(pk=dossier.pk, actor=office.of(Role.APPLICANT), contents=contents)
    dossier.refresh_from_db()
    read, form = facts_of(dossier)
    assert form.is_valid(), form.errors
    do(office, dossier, Verb.SUBMIT, facts=read)
    return walk(office, dossier, *TO_SIGNED[1:5])


def test_a_second_change_keeps_what_the_first_one_changed(office, held):
    dossier = asking(office, held, domains="nhipsong.example\nhai.nhipsong.example")
    amended_meanwhile(office, held, domains=["nhipsong.example", "mot.nhipsong.example"],
                      site_name="Tên mới", sources=("Báo Mẫu Một", "Báo Mẫu Hai"))  # fmt: skip
    licence_now = licence_paper.contents_of(dossiers.refreshed(dossier), END)
    assert licence_now.domains == [
        "nhipsong.example", "mot.nhipsong.example", "hai.nhipsong.example"
    ]  # fmt: skip
    assert (licence_now.site_name, licence_now.sources) == (
        "Tên mới", ("Báo Mẫu Một", "Báo Mẫu Hai")
    )  # fmt: skip
    changes = {label: now for label, _, now in shown.changes(dossiers.refreshed(dossier))}
    assert "Tên trang" not in changes and "mot.nhipsong.example" in changes["Tên miền"]


def test_what_both_changed_is_named_to_the_officer(office, held):
    dossier = asking(office, held, site_name="Tên của hồ sơ")
    amended_meanwhile(office, held, site_name="Tên mới", domains=["khac.example"])
    page = client_of(office.of(Role.SPECIALIST)).get(
        reverse("licensing_desk:dossier", args=[dossier.pk])
    )
    assert "Hai bên cùng sửa:</b> Tên trang" in page.text
    assert licence_paper.contents_of(dossiers.refreshed(dossier), END).domains == ["khac.example"]


def test_nothing_is_decided_about_a_licence_that_changed_since_the_draft(office, held):
    dossier = walk(office, asking(office, held), Verb.DRAFT, Verb.PUT_UP, Verb.REVIEW, Verb.SIGN)
    amended_meanwhile(office, held, site_name="Tên mới")
    clerk, head = office.of(Role.RECORDS_CLERK), office.of(Role.OFFICE_HEAD)
    assert refused(actions.issue_result, pk=dossier.pk, actor=clerk) == "licence-changed"
    actions.send_back(pk=dossier.pk, actor=clerk, reason="Giấy phép đã đổi")
    assert refused(actions.review, pk=walk(office, dossier, Verb.PUT_UP).pk, actor=head) == (
        "licence-changed"
    )
    actions.send_back(pk=dossier.pk, actor=head, reason="Giấy phép đã đổi")
    walk(office, dossier, Verb.DRAFT, Verb.PUT_UP, Verb.REVIEW, Verb.SIGN)
    fitting.as_drafted(dossiers.refreshed(dossier), dossier.result, is_locked=True)


@pytest.mark.parametrize("event", ["suspend", "revoke"])
def test_a_licence_that_was_stopped_meanwhile_is_not_changed(office, held, event):
    dossier = asking(office, held)
    today = timezone.localdate()
    until = {"until": today + timedelta(days=30)} if event == "suspend" else {}
    getattr(actions, event)(
        pk=held.pk, decision=makers.decision(today, "Vi phạm"),
        actor=office.of(Role.RECORDS_CLERK), **until,
    )  # fmt: skip
    given = {"pk": dossier.pk, "actor": office.of(Role.SPECIALIST), "kind": "grant"}
    assert refused(actions.draft_result, **given) == "not-in-force"
    do(office, dossier, Verb.DRAFT, kind="refuse", reason="Giấy phép đang bị đình chỉ.")


def test_who_opens_a_second_dossier_is_told_of_the_first(office, held):
    first, second = asking(office, held), dossiers.begin(office, "EXTEND", licence=held)
    client = client_of(office.of(Role.APPLICANT))
    page = client.get(reverse("filing:fill", args=[second.key])).text
    assert reverse("filing:dossier", args=[first.key]) in page and first.code in page
    walk(office, second, Verb.SUBMIT)
    for one, other in ((first, second), (second, first)):
        page = client_of(office.of(Role.SPECIALIST)).get(
            reverse("licensing_desk:dossier", args=[one.pk])
        ).text  # fmt: skip
        assert f'href="{reverse("licensing_desk:dossier", args=[other.pk])}"' in page


def test_what_an_amendment_says_twice_or_too_little_is_told_to_both_sides(office, held):
    names = ("nhipsong.example", "https://NhipSong.example/", "www.NhipSong.example", "mot.example")
    said = {"domains": "\n".join(names), "sources": "Báo Một"}
    dossier = begin(office, "AMEND", held, reason="Thêm tên miền", **said)
    other = makers.make_licence(office.of(Role.RECORDS_CLERK), "13/GP-SM", domains=["mot.example"])
    page = client_of(office.of(Role.APPLICANT)).get(reverse("filing:check", args=[dossier.key]))
    for words in ("Tên miền ghi hai lần", "Nguồn tin: ", other.path):
        assert words in page.text
    do(office, dossier, Verb.SUBMIT, facts=facts_of(dossier)[0])
    assert len(dossier.sent["contents"]["domains"]) == 3
    address = reverse("licensing_desk:dossier", args=[dossier.pk])
    page = client_of(office.of(Role.ONE_STOP_CLERK)).get(address, {"panel": "contents"})
    for words in ("Tên miền ghi hai lần", "Nguồn tin: ", other.number):
        assert words in page.text


def test_what_changes_no_term_keeps_the_end_of_the_licence(office, held):
    """Whatever last day comes with the draft: paper and register say the same."""
    dossier = walk(office, asking(office, held), Verb.DRAFT)
    assert dossier.result.valid_to is None
    dossier.result.signed_by = office.of(Role.DIRECTOR)
    paper = result_paper.licence(dossiers.refreshed(dossier), dossier.result, office.body)
    assert paper["valid_to"] == END.isoformat()


def _on_paper(paper):
    """Return what the file of a licence holds as data, as far as the register says it too."""
    site, holder = paper.data["site"], paper.data["holder"]
    return {
        "gia_tri_den_het": paper.data["valid_to"], "to_chuc": holder["name"],
        "tru_so": holder["address"], "ten_trang": site["name"], "ten_mien": site["domains"],
        "chuyen_muc": site["sections"], "nguon_tin": site["sources"],
        "noi_dat_may_chu": site["servers"], "chiu_trach_nhiem_noi_dung": site["manager"]["name"],
    }  # fmt: skip


@pytest.mark.parametrize("procedure", ["ISSUE", "AMEND", "EXTEND", "REISSUE"])
def test_paper_and_register_say_the_same(office, held, monkeypatch, procedure):
    monkeypatch.setattr(making, "made", lambda *_, **__: (dossiers.PDF, []))
    licence = None if procedure == "ISSUE" else held
    dossier = dossiers.begin(office, procedure, licence=licence)
    office.applicant.address = "Số 9 đường Mới, phường Khác"
    office.applicant.save(update_fields=["address"])
    said = dossiers.facts() | {"site_name": "Tên khác hẳn", "domains": ["khac.example"]}
    do(office, dossier, Verb.SUBMIT, facts=said)
    walk(office, dossier, *TO_SIGNED[1:], Verb.ISSUE)
    paper, version = dossier.result.paper, dossier.licence.current
    assert version.paper == paper
    facts = _on_paper(paper)
    assert {name: open_data.record(version)[name] for name in facts} == facts
    was = held.versions.first()
    if procedure in ("EXTEND", "REISSUE"):
        assert (version.site_name, version.domains) == (was.site_name, was.domains)
        assert (version.valid_to > was.valid_to) == (procedure == "EXTEND")
    else:
        assert (version.site_name, version.address) == ("Tên khác hẳn", office.applicant.address)


def test_the_officer_sees_what_an_extension_says_in_vain(office, held):
    dossier = dossiers.begin(office, "EXTEND", licence=held)
    do(office, dossier, Verb.SUBMIT, facts=dossiers.facts() | {"site_name": "Tên khác hẳn"})
    walk(office, dossier, *TO_SIGNED[1:5])
    page = client_of(office.of(Role.SPECIALIST)).get(
        reverse("licensing_desk:dossier", args=[dossier.pk])
    )
    assert ("Tên trang", held.current.site_name, "Tên khác hẳn") in page.context["unheeded"]
    assert "không đổi những nội dung này" in page.text


def test_only_what_the_signer_agreed_to_is_issued(office, monkeypatch):
    heard = []
    monkeypatch.setattr(
        making, "made", lambda *_, approval: heard.append(approval) or (dossiers.PDF, [])
    )
    dossier = walk(office, dossiers.begin(office), *TO_SIGNED)
    result = Result.objects.get(dossier=dossier)
    clerk = office.of(Role.RECORDS_CLERK)
    Result.objects.update(valid_to=date(2032, 1, 1))
    assert refused(actions.issue_result, pk=dossier.pk, actor=clerk) == "not-as-approved"
    Result.objects.update(valid_to=result.valid_to)
    walk(office, dossier, Verb.ISSUE)
    at = timezone.localtime(result.approved_at)
    assert heard == [
        f"Đã ký duyệt lúc {at:%H:%M} ngày {at:%d/%m/%Y}; SHA-256 của nội dung duyệt: "
        f"{result.approved_sha256}"
    ]


def test_an_amendment_that_amends_nothing_is_not_drafted(office, held):
    amended_meanwhile(office, held, address=office.applicant.address,
                      servers=dossiers.CONTENTS["servers"])  # fmt: skip
    dossier = asking(office, dossiers.refreshed_licence(held))
    given = {"pk": dossier.pk, "actor": office.of(Role.SPECIALIST), "kind": "grant"}
    said = dossiers.refreshed(dossier)
    assert shown.changes(said) == [], shown.changes(said)
    assert refused(actions.draft_result, **given) == "changes-nothing"


def test_nobody_is_surprised_late_by_a_suspended_licence_or_a_slip_of_the_year(office, held):
    today = timezone.localdate()
    far = {"kind": "grant", "valid_to": date(9999, 12, 31), "reason": "Theo đề nghị"}
    dossier = begin(office, "EXTEND", held, valid_to="9999-12-31", reason="Hoạt động tiếp")
    client = client_of(office.of(Role.APPLICANT))
    page = client.get(reverse("filing:fill", args=[dossier.key]) + "?loi=1").text
    assert "hãy xem lại năm đã ghi" in page
    walk(office, dossier, *TO_SIGNED[:5])
    given = {"pk": dossier.pk, "actor": office.of(Role.SPECIALIST)}
    assert refused(actions.draft_result, **given, **far) == "too-long"
    actions.suspend(pk=held.pk, decision=makers.decision(today, "Vi phạm"),
                    actor=office.of(Role.RECORDS_CLERK),
                    until=today + timedelta(days=30))  # fmt: skip
    other = dossiers.begin(office, "AMEND", licence=dossiers.refreshed_licence(held))
    assert "đình chỉ" in client.get(reverse("filing:check", args=[other.key])).context["doubts"][0]
