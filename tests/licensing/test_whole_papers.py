"""Papers that go out are whole: no gap in a licence, reasons that explain, proper letters."""

import pytest

from cityweb.core.errors import Refused
from cityweb.core.models import Role
from licensing import actions, result_paper, slips
from licensing.forms import desk
from licensing.life import State, Verb
from licensing.models import Applicant, Dossier, Result, SourceAgreement
from licensing.reports import life
from tests.licensing import dossiers
from tests.licensing.dossiers import TO_SIGNED, do, refreshed, walk
from tests.licensing.makers import make_licence
from tests.shared import shared

pytestmark = pytest.mark.django_db


@shared
def appraised(office):
    """A dossier of an organisation whose e-mail nobody knows, ready for its draft."""
    Applicant.objects.update(email="")
    return walk(office, dossiers.begin(office), *TO_SIGNED[:5])


def test_a_licence_with_a_gap_is_asked_about_and_not_signed(office, appraised):
    form = desk.DraftResult(dossier=refreshed(appraised), user=office.of(Role.SPECIALIST))
    assert "Thư điện tử của tổ chức" in form.as_p()
    walk(office, appraised, Verb.DRAFT)
    with pytest.raises(Refused) as refused:
        do(office, appraised, Verb.PUT_UP)
    assert refused.value.code == "facts-missing"
    assert "thư điện tử của tổ chức" in refused.value.message


def test_what_was_missing_is_written_down_with_the_draft(office, appraised):
    said = {"kind": "grant", "valid_to": "2031-06-30", "reason": "Theo đề nghị",
            "holder_email": "moi@nhipsong.example"}  # fmt: skip
    form = desk.DraftResult(said, dossier=refreshed(appraised), user=office.of(Role.SPECIALIST))
    assert form.is_valid(), form.errors
    actions.draft_result(pk=appraised.pk, actor=office.of(Role.SPECIALIST), **form.cleaned_data)
    walk(office, appraised, Verb.PUT_UP, Verb.REVIEW, Verb.SIGN)
    assert appraised.state == State.SIGNED
    dossier = Dossier.objects.get(pk=appraised.pk)
    data = result_paper.licence(dossier, dossier.result, office.body)
    assert data["holder"]["email"] == "moi@nhipsong.example"


def test_a_reason_of_one_letter_goes_out_on_no_paper(office, appraised):
    with pytest.raises(Refused) as refused:
        do(office, appraised, Verb.DRAFT, kind="refuse", valid_to=None, reason="x")
    assert refused.value.code == "no-reason" and "ít nhất" in refused.value.message


def test_the_referral_is_a_letter_that_names_site_papers_and_law(office):
    dossier = walk(office, dossiers.begin(office, "PRESS_PRECHECK"), *TO_SIGNED[:2])
    decided = Result(kind="grant", signed_by=office.of(Role.DIRECTOR))
    data = result_paper.letter("referral", refreshed(dossier), decided, office.body)
    words = " ".join((*data["paragraphs"], *data["items"]))
    assert data["title"] == "" and data["about"].startswith("V/v")
    names = [one.name for one in dossier.version.components.filter(is_required=True)]
    for part in ("Căn cứ", "Nhịp sống Sài Gòn", "nhipsong.example", *names):
        assert part in words


def test_agreements_of_the_dossier_stand_beside_its_licence_until_their_days_are_known(office):
    clerk = office.of(Role.OFFICE_HEAD)
    licence = make_licence(clerk)
    given = {"on": licence.issued_on, "actor": clerk, "at": licence.current.recorded_at}
    for _ in range(2):
        actions.keeping.carry_over_agreements(licence, ["Báo Một", "Báo Hai"], **given)
    assert licence.agreements.count() == 2
    today = given["at"].date()
    assert life._agencies(list(licence.agreements.all()), today) == 2
    actions.note_agreement(
        licence=licence.pk, actor=clerk, agency="Báo Một", valid_from=today, valid_to=today
    )
    assert SourceAgreement.objects.filter(valid_to=None).get().agency == "Báo Hai"


def test_what_is_sent_out_is_signed_by_the_head_of_the_office_for_the_director(office):
    head, officer = office.of(Role.OFFICE_HEAD), office.of(Role.SPECIALIST)
    assert slips.signed_by(head) == {
        "authority": "TL. Giám đốc", "signer": head.position, "clerk": head.full_name,
    }  # fmt: skip
    assert slips.signed_by(officer)["authority"] is None


def test_an_address_that_nobody_knows_leaves_no_gap_on_a_slip():
    assert slips._reached_at({"phone": "028 3822 0000", "email": ""}) == "028 3822 0000"
