"""Who gets through which door of the desk: every role, every address, foreign codes included."""

import pytest
from django.urls import reverse

from cityweb.core.models import AuditEntry, OutboxItem, Role
from feedback import actions, queues
from feedback.models import SavedView, Submission
from feedback.reports import queue as report
from feedback.states import Kind
from feedback.views import desk_verbs
from tests.feedback.makers import answered, classified, forwarded, make_submission
from tests.people import make_person
from tests.rows import first_of
from tests.shared import shared

pytestmark = pytest.mark.django_db
LIST = "/nghiep-vu/feedback/"
ON_THE_DESK = {Role.OFFICER, Role.OFFICE_HEAD, Role.DIRECTOR}
SECRET = "Người tố cáo nêu tên cán bộ"


@shared
def hidden(officer):
    """A submission that an officer took for a denunciation."""
    one = make_submission(subject=SECRET, body=f"{SECRET} bằng chứng kèm theo")
    actions.restrict(pk=one.pk, actor=officer, reason="Có dấu hiệu tố cáo")
    return Submission.objects.get(pk=one.pk)


def doors(one):
    """Yield method and address of every page and step of one case."""
    at = f"{LIST}{one.code}/"
    yield "get", at
    yield "get", f"{at}deadline/"
    yield "post", f"{at}presence/"
    yield "post", f"{at}sender/"
    for verb in desk_verbs.VERBS:
        yield "post", f"{at}do/{verb.key}/"


@pytest.mark.slow
def test_strangers_to_the_desk_get_in_nowhere(client):
    one = make_submission()
    for role in set(Role) - ON_THE_DESK - {Role.DENUNCIATION_READER}:
        client.force_login(make_person(role))
        addresses = [*doors(one), ("get", LIST), ("post", f"{LIST}bulk/")]
        statuses = {getattr(client, method)(at).status_code for method, at in addresses}
        assert statuses == {403}, role


def test_a_visitor_is_asked_to_sign_in(client):
    one = make_submission()
    assert client.get(f"{LIST}{one.code}/").status_code == 302
    assert client.get(LIST).status_code == 302


def test_an_agency_contact_sees_nothing_of_its_own_case_on_the_desk(client, officer):
    hop = forwarded(officer)
    client.force_login(make_person(Role.AGENCY_CONTACT, organisation=hop.organisation))
    assert client.get(f"{LIST}{hop.submission.code}/").status_code == 403


@pytest.mark.parametrize("role", first_of(sorted(ON_THE_DESK, reverse=True)))
def test_what_is_isolated_does_not_exist_for_the_desk(client, hidden, role):
    client.force_login(make_person(role))
    for method, at in doors(hidden):
        status = getattr(client, method)(at).status_code
        # The director handles nothing, and is told so before anybody looks for the case.
        assert status == 404 or (role == Role.DIRECTOR and at.endswith("sender/")), at


def lists_of(user):
    """Yield every way into the list."""
    yield {}
    yield {"state": "all"}
    yield {"state": "all", "sort": "received"}
    yield {"kind": "denunciation", "state": "all"}
    yield {"q": SECRET}
    yield {"q": "tố cáo", "state": "all"}
    for heap in queues.HEAPS:
        yield {"heap": heap.key}
    for colour in ("late", "soon", "fine", "paused"):
        yield {"colour": colour}


@pytest.mark.parametrize("role", first_of(sorted(ON_THE_DESK, reverse=True)))
def test_what_is_isolated_is_in_no_list_and_no_count(client, hidden, role):
    person = make_person(role)
    client.force_login(person)
    for asked in [*lists_of(person), {"q": hidden.code}]:
        page = client.get(LIST, asked)
        found = [row.submission.code for row in page.context["page"].rows]
        assert hidden.code not in found, asked
        assert not page.context["page"].rows
        assert set(page.context["counts"].values()) == {0}
        assert SECRET not in page.text.replace(f'value="{SECRET}"', "").replace(
            f"<b>{SECRET}</b>", ""
        )


def test_numbers_remembered_for_its_readers_are_not_shown_to_others(client, hidden, reader):
    client.force_login(reader)
    assert client.get(LIST).context["counts"]["new"] == 1
    client.force_login(make_person(Role.OFFICER))
    assert client.get(LIST).context["counts"]["new"] == 0


def test_its_readers_find_it_and_nothing_else(client, reader, hidden):
    other = make_submission()
    client.force_login(reader)
    page = client.get(LIST)
    assert [row.submission.code for row in page.context["page"].rows] == [hidden.code]
    assert client.get(f"{LIST}{hidden.code}/").status_code == 200
    assert client.get(f"{LIST}{other.code}/").status_code == 404
    assert SECRET in client.post(f"{LIST}{hidden.code}/sender/").text


def test_its_readers_handle_it_but_never_forward_it(client, reader, hidden):
    client.force_login(reader)
    at = f"{LIST}{hidden.code}/"
    keys = {verb.key for verb in client.get(at).context["other_steps"]}
    assert "forward" not in keys
    assert client.post(f"{at}do/forward/").status_code == 409
    client.post(f"{at}do/redirect/", {"kind": "denunciation", "guidance": "Gửi tới…"})
    hidden.refresh_from_db()
    assert hidden.state == "redirected"


def test_who_isolates_it_loses_sight_of_it(client, officer):
    one = make_submission()
    client.force_login(officer)
    response = client.post(f"{LIST}{one.code}/do/restrict/", {"reason": "Tố cáo"})
    assert response["Location"] == LIST
    assert client.get(f"{LIST}{one.code}/").status_code == 404


def test_what_is_isolated_cannot_be_joined_or_found_by_code(client, officer, hidden):
    one = make_submission()
    client.force_login(officer)
    response = client.post(f"{LIST}{one.code}/do/merge/", {"into": hidden.code})
    assert response.status_code == 422
    assert SECRET not in response.text


def test_nobody_who_may_not_read_it_is_mentioned_in_its_notes(client, officer, reader, hidden):
    client.force_login(reader)
    name = officer.email.partition("@")[0]
    response = client.post(f"{LIST}{hidden.code}/do/note/", {"body": f"Nhờ @{name} xem"})
    assert response.status_code == 409
    assert officer.full_name not in client.get(f"{LIST}{hidden.code}/?panel=notes").text


def test_the_audit_trail_keeps_it_from_administrators(client, administrator, hidden):
    shown = make_submission()
    client.force_login(administrator)
    page = client.get("/admin/core/auditentry/").text
    assert shown.code in page
    assert hidden.code not in page
    entry = AuditEntry.objects.filter(verb="feedback.restricted").get()
    assert client.get(f"/admin/core/auditentry/{entry.pk}/change/").status_code == 302


def test_the_audit_trail_shows_it_to_an_administrator_who_reads_denunciations(client, hidden):
    client.force_login(make_person(Role.ADMINISTRATOR, Role.DENUNCIATION_READER))
    assert hidden.code in client.get("/admin/core/auditentry/").text


def test_a_letter_about_it_says_nothing_but_the_code(officer, reader, hidden):

    guidance = "Gửi đơn tố cáo tới thanh tra"
    actions.redirect_elsewhere(
        pk=hidden.pk, actor=reader, kind=Kind.DENUNCIATION, guidance=guidance
    )
    letter = OutboxItem.objects.about(hidden).order_by("pk").last()
    assert hidden.code in letter.facts["subject"]
    assert "tố cáo" not in str(letter.facts).lower()


def test_a_reply_of_another_case_is_out_of_reach(client, officer):
    mine, other = answered(officer).submission, answered(officer).submission
    client.force_login(officer)
    client.post(f"{LIST}{other.code}/do/draft/")
    save = {"body": "Sửa trộm", "outcome": "answered", "version": 1}
    assert client.post(f"{LIST}{mine.code}/do/save/", save).status_code == 409
    assert other.replies.get().body == "Đã thay nắp cống."


def test_a_shared_filter_shows_each_person_their_own_rows(client, officer, reader, hidden):
    SavedView.objects.create(owner=reader, name="Tất cả", query="state=all", is_shared=True)
    client.force_login(officer)
    assert not client.get(LIST, {"state": "all"}).context["page"].rows


def test_the_tables_of_reference_are_their_keepers_alone(client, officer, head, administrator):
    address = reverse("admin:feedback_routingrule_changelist")
    for person, status in ((officer, 403), (head, 200), (administrator, 200)):
        client.force_login(person)
        assert client.get(address).status_code == status
        assert client.get(reverse("admin:feedback_mailbox_changelist")).status_code == status


def test_a_filter_without_meaning_opens_no_door(client, hidden, officer):
    client.force_login(officer)
    asked = report.Asked(heap="restricted", state="all")
    assert queues.named(asked.heap, officer) is None
    assert not client.get(LIST, {"heap": "restricted", "state": "all"}).context["page"].rows


def test_each_role_is_offered_only_steps_it_may_take(client, officer, head):
    """Every step that the screen offers is taken by the action, or asks for something first."""
    for make in (make_submission, lambda: classified(officer)):
        one = make()
        director = make_person(Role.DIRECTOR)
        client.force_login(director)
        page = client.get(f"{LIST}{one.code}/")
        assert page.context["step"] is None
        assert not page.context["other_steps"]
        assert not page.context["grave_steps"]
