"""One site, one licence: who wants a domain that is licensed is warned, flagged and held back."""

from datetime import date

import pytest
from django.urls import reverse

from cityweb.core.errors import Refused
from cityweb.core.models import Role
from licensing import actions, clashes, heaps, rules
from licensing.actions import deciding, taking_in
from licensing.life import State, Verb
from licensing.states import Event
from tests.licensing import dossiers
from tests.licensing.dossiers import TO_SIGNED, do, walk
from tests.licensing.makers import bodies, contents, decision, make_licence
from tests.people import client_of

pytestmark = pytest.mark.django_db
HEAD, DIRECTOR, CLERK = Role.OFFICE_HEAD, Role.DIRECTOR, Role.RECORDS_CLERK


@pytest.fixture
def licensed(office):
    """A licence of another organisation for the same domain."""
    return make_licence(office.of(CLERK), domains=["www.NhipSong.example"])


@pytest.mark.parametrize(
    ("one", "other", "are_same"),
    [
        ("tin.vn", "WWW.Tin.vn.", True),
        ("báosàigòn.vn", "xn--bosign-ktaf2n.vn", True),
        ("tin.vn", "m.tin.vn", False),
        ("www.vn", "a..b", False),
    ],
)
def test_spellings_of_a_domain_are_one_domain(one, other, are_same):
    assert (rules.domain_key(one) == rules.domain_key(other)) == are_same


def test_only_licences_in_force_stand_against_a_domain(office, licensed):
    found = clashes.of_domains(["m.nhipsong.example", "nhipsong.example"])
    assert [(one.licence, one.domains) for one in found] == [(licensed, ["nhipsong.example"])]
    assert not clashes.of_domains(["song.example"]) and not clashes.of_domains([])
    assert not clashes.of_domains(["nhipsong.example"], but=licensed)
    actions.revoke(pk=licensed.pk, actor=office.of(CLERK),
                   decision=decision(date(2021, 1, 1), "Vi phạm"))  # fmt: skip
    assert not clashes.of_domains(["nhipsong.example"])


def test_the_applicant_is_warned_and_the_desk_sees_a_flag_with_the_licence(office, licensed):
    dossier = dossiers.begin(office)
    page = client_of(office.of(Role.APPLICANT)).get(reverse("filing:check", args=[dossier.key]))
    assert licensed.path in page.text and "Mỗi tên miền một giấy phép" in page.text
    walk(office, dossier, *TO_SIGNED[:4])
    page = client_of(office.of(HEAD)).get(reverse("licensing_desk:dossier", args=[dossier.pk]))
    assert reverse("licensing_desk:licence", args=[licensed.slug]) in page.text
    assert heaps.named("flagged", office.of(HEAD)).count(office.of(HEAD)) == 1


def test_nobody_signs_or_issues_until_somebody_decided_with_a_reason(office, licensed):
    dossier = walk(office, dossiers.begin(office), *TO_SIGNED[:-1])
    with pytest.raises(Refused) as refused:
        do(office, dossier, Verb.SIGN)
    assert refused.value.code == "flagged" and licensed.number in refused.value.message
    flag = dossier.flags.get()
    assert (flag.raised_by, flag.licence) == (None, licensed)
    lift = {"pk": dossier.pk, "actor": office.of(HEAD), "flag": flag.pk}
    with pytest.raises(Refused):
        actions.lift_flag(outcome=" ", **lift)
    actions.lift_flag(outcome="Tên miền đã chuyển giao, có hợp đồng.", **lift)
    assert do(office, dossier, Verb.SIGN).state == State.SIGNED
    page = client_of(office.of(HEAD)).get(reverse("licensing_desk:dossier", args=[dossier.pk]))
    assert "Tên miền đã chuyển giao" in page.text


@pytest.mark.slow
def test_a_clash_does_not_hinder_refusing(office, licensed):
    dossier = walk(office, dossiers.begin(office), *TO_SIGNED[:5])
    do(office, dossier, Verb.DRAFT, kind="refuse", reason="Tên miền đã có giấy phép khác.")
    walk(office, dossier, Verb.PUT_UP, Verb.REVIEW, Verb.SIGN)
    assert dossier.state == State.SIGNED


@pytest.mark.slow
def test_what_was_licensed_meanwhile_keeps_the_issue_back_too(office):
    dossier = walk(office, dossiers.begin(office), *TO_SIGNED)
    other = make_licence(office.of(CLERK), domains=["m.nhipsong.example"])
    with pytest.raises(Refused) as refused:
        deciding._unclaimed(dossier)
    assert refused.value.code == "just-licensed"
    with pytest.raises(Refused) as refused:
        do(office, dossier, Verb.ISSUE)
    assert refused.value.code == "flagged" and dossier.flags.get().licence == other


@pytest.mark.slow
def test_an_amendment_is_asked_about_the_domains_it_adds(office, licensed):
    own = make_licence(office.of(CLERK), "13/GP-SM", domains=["m.nhipsong.example"],
                       holder_name=office.applicant.name)  # fmt: skip
    own.holder.name = office.applicant.name
    own.holder.save()
    dossier = dossiers.begin(office, "AMEND", licence=own)
    assert [one.licence for one in clashes.of_dossier(dossier, dossiers.facts())] == [licensed]


def test_an_import_says_which_rows_should_be_looked_at(office, licensed):
    issuer, _ = bodies()
    entry = taking_in.Entry(
        Event.ISSUED, "14/GP-SM", 2021, decision(date(2021, 2, 1)), issuer=issuer,
        contents=contents(domains=["nhipsong.example"]),
    )  # fmt: skip
    (outcome,) = actions.take_in(entries=[entry], actor=office.of(CLERK), is_trial=True)
    assert licensed.number in outcome.warning and not outcome.refusal
