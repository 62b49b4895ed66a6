"""A mark is borne out by files, or by a reason; a finding may rest on files of its own."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from cityweb.core import attachments
from cityweb.core.errors import Refused
from cityweb.core.models import Role
from licensing import actions
from licensing.actions import appraising
from licensing.forms.desk import DraftResult
from licensing.life import State, Verb
from licensing.models import ComponentMark, Finding
from tests.licensing.dossiers import do, make_file, walk
from tests.people import client_of

pytestmark = pytest.mark.django_db
GOOD, NOT_NEEDED = ComponentMark.Verdict.GOOD, ComponentMark.Verdict.NOT_APPLICABLE
OFFICER = Role.SPECIALIST


def paper(dossier, *, is_required):
    return dossier.version.components.filter(is_required=is_required).first()


def marked(office, dossier, component, verdict, comment=""):
    return actions.mark(pk=dossier.pk, actor=office.of(OFFICER),
                        papers=[actions.Checked(component, verdict, comment)])  # fmt: skip


@pytest.mark.parametrize(
    ("is_required", "verdict", "comment", "code"),
    [
        (False, GOOD, "", "no-file"),
        (True, NOT_NEEDED, "Không thuộc diện phải nộp", "required"),
        (False, NOT_NEEDED, "", "no-comment"),
    ],
)
def test_a_mark_without_ground_is_refused(office, working, is_required, verdict, comment, code):
    with pytest.raises(Refused) as refused:
        marked(office, working, paper(working, is_required=is_required), verdict, comment)
    assert refused.value.code == code


def test_what_does_not_apply_is_asked_of_nobody_and_hinders_nothing(office, working):
    optional = paper(working, is_required=False)
    marked(office, working, optional, NOT_NEEDED, "Doanh nghiệp, không phải hội.")
    assert not actions.items_of(working)
    walk(office, working, Verb.MARK, Verb.DRAFT)
    assert working.state == State.DRAFTING


def test_the_screen_offers_what_may_be_said(office, working):
    address = reverse("licensing_desk:dossier", args=[working.pk])
    form = client_of(office.of(OFFICER)).get(address, {"panel": "papers"}).context["check"]
    offered = {one.is_required: [value for value, _ in form.fields[f"verdict_{one.pk}"].choices]
               for one in form.components}  # fmt: skip
    assert GOOD in offered[True] and NOT_NEEDED not in offered[True]
    assert NOT_NEEDED in offered[False] and GOOD not in offered[False]
    optional = paper(working, is_required=False)
    make_file(working, optional.code)
    form = client_of(office.of(OFFICER)).get(address, {"panel": "papers"}).context["check"]
    assert GOOD in dict(form.fields[f"verdict_{optional.pk}"].choices)


@pytest.mark.slow
def test_a_finding_rests_on_files_that_the_desk_alone_reads(office, working, monkeypatch):
    def taken(upload, *, name, owner, **rest):
        # The intake has tests of its own.
        return make_file(owner, name.removesuffix(".pdf"))

    monkeypatch.setattr(appraising.attachments, "take", taken)
    one = working.version.conditions.first()
    act = reverse("licensing_desk:act", args=[working.pk, "appraise"])
    client = client_of(office.of(OFFICER))
    said = {f"words_{one.pk}": "Trang chủ ghi tên báo", f"verdict_{one.pk}": ""}
    sent = {f"files_{one.pk}": [SimpleUploadedFile("trang-chu.pdf", b"%PDF-1.4"),
                                SimpleUploadedFile("biên bản.pdf", b"%PDF-1.4")]}  # fmt: skip
    assert "chọn kết luận" in client.post(act, said | sent).text
    for upload in sent[f"files_{one.pk}"]:
        upload.seek(0)
    assert client.post(act, said | sent | {f"verdict_{one.pk}": "not_met"}).status_code == 302
    found = Finding.objects.get(dossier=working, condition=one)
    kept = attachments.of(found)
    assert [file.name for file in kept] == ["trang-chu.pdf", "biên bản.pdf"]
    page = reverse("licensing_desk:dossier", args=[working.pk]) + "?panel=conditions"
    assert "trang-chu.pdf" in client.get(page).text
    assert "trang-chu.pdf" in client_of(office.of(Role.DIRECTOR)).get(page).text
    address = reverse("files:download", args=[kept[0].key])
    assert client_of(office.of(Role.APPLICANT)).get(address).status_code == 404
    do(office, working, Verb.MARK)
    assert len(attachments.of(found)) == 2


def test_what_is_not_met_is_drafted_as_a_refusal_with_its_article(office, working):
    one = working.version.conditions.first()
    officer = office.of(OFFICER)
    Finding.objects.create(
        dossier=working, condition=one, verdict="not_met", evidence="Chưa có máy chủ.",
        by=officer, at=timezone.now(),
    )  # fmt: skip
    form = DraftResult(dossier=working, user=officer)
    assert form.initial["kind"] == "refuse"
    assert one.citation in form.initial["reason"] and "Chưa có máy chủ." in form.initial["reason"]
