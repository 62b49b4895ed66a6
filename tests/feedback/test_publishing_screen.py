"""The desk screen of the public copy, as the officer and the head use it."""

import re

import pytest

from cityweb.core.models import Role
from feedback import actions
from feedback.models import PrivacyDecision, Publication, Submission
from feedback.reports import gate
from feedback.states import PublicationState
from tests.feedback.makers import replied
from tests.feedback.test_publishing import BODY, give_file
from tests.people import make_person
from tests.shared import shared

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@shared
def submission(officer, head):
    return replied(officer, head, subject="Nắp cống vỡ", body=BODY, sender_name="Trần Thị Bê")


@pytest.fixture
def desk(citizen, officer, submission):
    """An officer at the screen of a copy that was prepared."""
    citizen.force_login(officer)
    citizen.post(at(submission, "chuan-bi"))
    return citizen


def at(submission, verb=""):
    tail = f"{verb}/" if verb else ""
    return f"/nghiep-vu/feedback/{submission.code}/cong-khai/{tail}"


def copy_of(submission):
    return Publication.objects.get(submission=submission)


def test_the_screen_shows_the_original_with_its_finds_beside_the_copy(desk, submission):
    page = desk.get(at(submission)).text
    assert '<mark title="Số điện thoại">0903 123 456</mark>' in page
    assert "Còn <b>3</b> chỗ" in page
    assert 'name="question"' in page
    assert "Che 3 chỗ chưa quyết định" in page


def test_an_officer_masks_and_keeps_and_the_head_publishes(desk, submission, head):
    for one in gate.look(copy_of(submission)):
        given = {"part": one.part, "digest": one.digest, "verdict": "masked"}
        if one.found.kind == "address":
            given |= {"verdict": "kept", "reason": "Nơi nắp cống vỡ."}
        desk.post(at(submission, "quyet-dinh"), given)
    page = desk.get(at(submission)).text
    assert "Nơi nắp cống vỡ." in page
    assert "Trưởng phòng quyết định công khai" in page
    verdicts = set(PrivacyDecision.objects.values_list("kind", "verdict"))
    assert verdicts == {("name", "masked"), ("phone", "masked"), ("address", "kept")}
    desk.force_login(head)
    desk.post(at(submission, "dang"))
    again = desk.post(at(submission, "dang"), follow=True)
    assert again.status_code == 200 and "Đã công khai từ lúc" in again.text
    assert copy_of(submission).state == PublicationState.PUBLISHED
    page = desk.get(at(submission)).text
    assert "Gỡ hỏi đáp" in page and 'name="question"' not in page


def test_typed_words_survive_when_another_person_was_faster(desk, submission, officer):
    page = desk.get(at(submission)).text
    seen = re.search(r'name="seen_at" value="([^"]+)"', page)[1]
    words = {"title": "Mới", "question": "Câu hỏi mới", "answer": "Đáp", "seen_at": seen}
    assert desk.post(at(submission, "luu"), words).status_code == 302
    response = desk.post(at(submission, "luu"), {**words, "question": "Câu hỏi khác"})
    assert response.status_code == 409
    assert "Câu hỏi khác" in response.text
    assert "Người khác vừa sửa" in response.text
    assert copy_of(submission).question == "Câu hỏi mới"


def test_the_difference_to_the_original_stays_in_sight(desk, submission):
    desk.post(at(submission, "che-het"))
    page = desk.get(at(submission)).text
    assert "Khác bản gốc" in page
    assert re.search("<del>[^<]*0903", page)
    assert re.search(r"<ins>[^<]*điện thoại\]", page)


def test_a_file_is_chosen_only_after_it_was_looked_at(desk, submission):
    original = give_file(submission, "ho-so.txt")
    given = {"original": original.pk, "name": "tep-1.txt"}
    desk.post(at(submission, "chon-tep"), given)
    assert not copy_of(submission).files.exists()
    desk.post(at(submission, "chon-tep"), {**given, "was_looked_at": "on"})
    assert copy_of(submission).files.get().name == "tep-1.txt"
    desk.post(at(submission, "bo-tep"), {"original": original.pk})
    assert not copy_of(submission).files.exists()


def test_a_file_of_another_case_is_not_there(desk, submission, officer, head):
    foreign = give_file(replied(officer, head))
    given = {"original": foreign.pk, "name": "a.txt", "was_looked_at": "on"}
    assert desk.post(at(submission, "chon-tep"), given).status_code == 404
    assert desk.post(at(submission, "bo-tep"), given).status_code == 404


def test_an_unknown_step_and_a_restricted_case_are_not_there(desk, submission):
    assert desk.post(at(submission, "la")).status_code == 404
    reader = make_person(Role.DENUNCIATION_READER, Role.OFFICE_HEAD)
    Submission.objects.filter(pk=submission.pk).update(is_restricted=True)
    for person in (reader, make_person(Role.OFFICER)):
        desk.force_login(person)
        assert desk.get(at(submission)).status_code == 404
        assert desk.post(at(submission, "dang")).status_code == 404


def test_an_officer_cannot_publish_by_address(desk, submission):
    desk.post(at(submission, "che-het"))
    desk.post(at(submission, "dang"))
    assert copy_of(submission).state == PublicationState.PREPARING


def test_the_screen_needs_few_queries(desk, submission, officer, django_assert_max_num_queries):
    publication = copy_of(submission)
    for number in range(4):
        original = give_file(submission, f"tep{number}.txt", f"Tệp {number}.")
        actions.show_file(
            pk=publication.pk,
            actor=officer,
            original=original,
            name=f"t{number}.txt",
            was_looked_at=True,
        )
    with django_assert_max_num_queries(40):
        desk.get(at(submission))
