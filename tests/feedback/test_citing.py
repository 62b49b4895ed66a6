"""What replies lean on: found, cited, and flagged when it stands no more as it was cited."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cityweb.core.errors import Refused
from cityweb.core.models import LegalRule
from cityweb.news import actions as newsroom
from cityweb.news.states import WithdrawalReason
from feedback import actions, citing, queues, tasks
from feedback.models import Citation
from tests.feedback.makers import answered, replied
from tests.news.makers import (
    carry_to_publication,
    make_article,
    make_board_member,
    make_column,
    make_editor,
    make_site,
)
from tests.shared import shared

pytestmark = pytest.mark.django_db
ARTICLE, ANSWER, RULE = "news.article", "feedback.publication", "core.legalrule"
NOTHING = 2**31 - 1


@shared
def column():
    return make_column(make_site())


@shared
def edition(column):
    return make_article(column, title="Lịch nạo vét cống năm 2026")


@shared
def reply(officer):
    hop = answered(officer)
    return actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)


@pytest.fixture
def citation(reply, officer, edition):
    return actions.cite(pk=reply.pk, actor=officer, model=ARTICLE, target_id=edition.article_id)


def flags(citation):
    citation.refresh_from_db()
    return citation.flag if citation.flagged_at else ""


@pytest.mark.slow
def test_what_is_public_is_found_and_cited(citizen, reply, officer, head, edition):
    publication = actions.prepare_publication(
        pk=replied(officer, head, subject="Nạo vét cống ở đâu").pk, actor=officer
    )
    actions.mask_rest(pk=publication.pk, actor=officer)
    actions.publish(pk=publication.pk, actor=head)
    found = {(one.model, one.target_id) for one in citing.find("nao vet cong")}
    assert found == {(ARTICLE, edition.article_id), (ANSWER, publication.pk)}
    citizen.force_login(officer)
    address = f"/nghiep-vu/feedback/{reply.submission.code}/dan/"
    page = citizen.get(address, {"q": "nạo vét"}).text
    assert "Lịch nạo vét cống năm 2026" in page and "Nạo vét cống ở đâu" in page
    for model, target in found:
        citizen.post(address, {"model": model, "target_id": target})
    assert reply.citations.count() == 2
    assert "Đã dẫn" in citizen.get(address, {"q": "nạo vét"}).text


def test_a_rule_of_law_is_cited_and_flagged_once_another_takes_its_place(citizen, reply, officer):
    today = timezone.localdate()
    facts = {
        "code": "TEST.CITED",
        "unit": "working_day",
        "confidence": "SEEN-P",
        "effective_from": today - timedelta(days=90),
    }
    rule = LegalRule.objects.create(
        **facts, value=15, is_law=True, citation="Điều 9 khoản 2 Quyết định 123/2020/QĐ-TTg"
    )
    own = {**facts, "code": "TEST.OWN", "value": 5, "is_law": False}
    LegalRule.objects.create(**own, citation="Mức của Phòng theo Quyết định 123/2020/QĐ-TTg")
    (found,) = [one for one in citing.find("quyet dinh 123/2020") if one.model == RULE]
    assert found.target_id == rule.pk
    made = actions.cite(pk=reply.pk, actor=officer, model=RULE, target_id=rule.pk)
    citizen.force_login(officer)
    address = f"/nghiep-vu/feedback/{reply.submission.code}/dan/"
    assert "quy định của pháp luật" in citizen.get(address, {"q": "123/2020"}).text
    assert tasks.review_citations() == 0
    LegalRule.objects.filter(pk=rule.pk).update(effective_to=today)
    facts |= {"effective_from": today}
    LegalRule.objects.create(**facts, value=10, is_law=True, citation="Điều 4 Luật mới")
    assert tasks.review_citations() == 1
    assert flags(made) == (
        f"Quy định hết hiệu lực từ ngày {today:%d/%m/%Y}; nay áp dụng Điều 4 Luật mới."
    )


@pytest.mark.parametrize("model", [ARTICLE, ANSWER, RULE, "core.user", "feedback.submission", "x"])
def test_what_is_not_public_cannot_be_cited(reply, officer, model):
    with pytest.raises(Refused) as found:
        actions.cite(pk=reply.pk, actor=officer, model=model, target_id=NOTHING)
    assert found.value.code == "not-citable"


def test_a_reply_is_flagged_when_its_article_is_withdrawn(citation, edition, column):
    assert tasks.review_citations() == 0
    newsroom.withdraw(
        pk=edition.pk,
        actor=make_board_member(column.site),
        reason=WithdrawalReason.ERROR,
        note="Sai.",
    )
    assert tasks.review_citations() == 1
    assert flags(citation) == "Bài đã bị gỡ."
    assert tasks.review_citations() == 0


def test_a_reply_is_flagged_when_its_article_is_replaced(citation, edition, column):
    newer = make_article(column, title="Lịch mới")
    newsroom.withdraw(
        pk=edition.pk,
        actor=make_board_member(column.site),
        reason=WithdrawalReason.SUPERSEDED,
        note="Có lịch mới.",
        replaced_by=newer.article,
    )
    tasks.review_citations()
    assert flags(citation) == "Bài đã được thay bằng “Lịch mới”."


def test_a_reply_is_flagged_when_its_article_is_revised_and_a_person_settles_it(
    citizen, citation, edition, column, officer
):
    author, approver = make_editor(column.site), make_board_member(column.site)
    newer = newsroom.new_draft(article_id=edition.article_id, actor=author)
    carry_to_publication(newer, author, approver)
    tasks.review_citations()
    assert flags(citation) == "Nội dung được dẫn đã có bản mới."
    heap = queues.named("review", officer)
    assert heap.count(officer) == 1
    citizen.force_login(officer)
    code = citation.reply.submission.code
    page = citizen.get(f"/nghiep-vu/feedback/{code}/?panel=reply").text
    assert "Cần xem lại: Nội dung được dẫn đã có bản mới." in page
    settle = f"/nghiep-vu/feedback/{code}/dan/{citation.pk}/xem-lai/"
    assert settle in page
    citizen.post(settle)
    assert flags(citation) == ""
    assert citation.settled_by == officer
    assert heap.count(officer) == 0
    assert tasks.review_citations() == 0


def test_a_reply_is_flagged_when_a_cited_answer_is_taken_down(reply, officer, head):
    publication = actions.prepare_publication(pk=replied(officer, head).pk, actor=officer)
    actions.mask_rest(pk=publication.pk, actor=officer)
    actions.publish(pk=publication.pk, actor=head)
    made = actions.cite(pk=reply.pk, actor=officer, model=ANSWER, target_id=publication.pk)
    actions.withdraw_publication(pk=publication.pk, actor=head, reason="Người gửi đề nghị.")
    tasks.review_citations()
    assert flags(made) == "Hỏi đáp đã được gỡ."
    actions.settle_citation(pk=made.pk, actor=officer)
    assert tasks.review_citations() == 0
    # Public again is a change as well.
    actions.prepare_publication(pk=publication.submission_id, actor=officer)
    actions.publish(pk=publication.pk, actor=head)
    assert tasks.review_citations() == 1


def test_one_look_serves_all_that_cite_the_same(citation, officer, edition, column):
    hop = answered(officer)
    second = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    actions.cite(pk=second.pk, actor=officer, model=ARTICLE, target_id=edition.article_id)
    assert len(actions.cited_targets()) == 1
    newsroom.withdraw(
        pk=edition.pk,
        actor=make_board_member(column.site),
        reason=WithdrawalReason.ERROR,
        note="Sai.",
    )
    assert tasks.review_citations() == 2


def test_what_was_thrown_away_is_not_looked_at(citation, officer):
    actions.drop_reply(pk=citation.reply_id, actor=officer)
    assert actions.cited_targets() == []


def test_another_case_is_no_way_to_a_citation(citizen, citation, officer, head):
    Citation.objects.update(flag="Đổi.", flagged_at=citation.reply.created_at)
    other = replied(officer, head)
    citizen.force_login(officer)
    address = f"/nghiep-vu/feedback/{other.code}/dan/{citation.pk}/xem-lai/"
    assert citizen.post(address).status_code == 404
    assert flags(citation) == "Đổi."
