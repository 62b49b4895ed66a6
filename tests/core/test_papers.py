"""Papers of the register: numbered without gaps, issued once, never rewritten."""

import io
import json
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import IntegrityError, ProgrammingError, connection, transaction

from cityweb.core import attachments, audit
from cityweb.core import papers as register
from cityweb.core.attachments import sandbox
from cityweb.core.errors import Refused
from cityweb.core.models import (
    AuditEntry,
    NumberCounter,
    Paper,
    PaperSignature,
    Role,
    StoredFile,
)
from cityweb.core.papers import actions
from tests.core import papers
from tests.people import make_person

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
DATA = papers.LICENCE_DATA | {"place": papers.CITY}


@pytest.fixture(autouse=True)
def own_places(settings, tmp_path, monkeypatch):
    """Keys and files of this test's own; signatures judged in this process, which is faster."""
    settings.PAPER_KEYS = tmp_path / "keys"
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {
            "BACKEND": "cityweb.core.attachments.store.DurableStorage",
            "OPTIONS": {"location": tmp_path / "private"},
        },
    }
    monkeypatch.setattr(sandbox, "run_on_bytes", papers.judged_here)


@pytest.fixture
def office(db):
    return papers.make_office()


@pytest.fixture
def clerk(db):
    return make_person(Role.RECORDS_CLERK)


@pytest.fixture
def director(office):
    return make_person(Role.DIRECTOR, full_name="Trần Thế Thuận", organisation=office)


def draft(office, actor, **options):
    options = {"kind": papers.KIND, "owner": office, "data": DATA} | options
    return register.draft(organisation=office, actor=actor, **options)


def issue(paper, actor, signer, **options):
    return register.issue(pk=paper.pk, actor=actor, signer=signer, **{"now": NOW} | options)


def refusal_of(deed, *args, **options):
    with pytest.raises(Refused) as refusal:
        deed(*args, **options)
    return refusal.value.code


def test_an_issued_paper_has_number_file_and_two_signatures(office, clerk, director):
    paper = issue(draft(office, clerk), clerk, director)
    assert (paper.number_text, paper.issued_on, paper.state) == (
        "01/GP-SVHTT", date(2026, 11, 23), "issued",
    )  # fmt: skip
    with register.open_file(paper) as file:
        data = file.read()
    verdict = register.verify(data)
    assert verdict.is_valid and verdict.is_test
    assert [one.signer for one in verdict.signatures] == ["Trần Thế Thuận", papers.ISSUER]
    rows = paper.signatures.all()
    assert [(row.place, row.signer, row.is_test) for row in rows] == [
        ("person", director, True),
        ("seal", None, True),
    ]
    assert [row.fingerprint for row in rows] == [one.fingerprint for one in verdict.signatures]
    assert register.issued_as(data) == paper
    assert register.issued_as(data + b" ") is None
    entry = AuditEntry.objects.get(verb="core.paper_issued")
    assert entry.details == {"number": "01/GP-SVHTT", "sha256": paper.file.sha256}
    assert audit.verb_label(entry.verb) == "Ban hành văn bản"


def test_a_paper_is_found_by_its_code_however_it_is_typed(office, clerk, director):
    paper = draft(office, clerk)
    Paper.objects.filter(pk=paper.pk).update(code="0A1B-2C3D-4E5F")
    assert register.by_code("0A1B-2C3D-4E5F") is None
    paper = issue(paper, clerk, director)
    for typed in ("0A1B-2C3D-4E5F", "oaib 2c3d 4e5f", " 0a1b2c3d4e5f "):
        assert register.by_code(typed) == paper
    assert register.by_code("") is None


def test_a_draft_may_change_and_shows_no_number(office, clerk):
    paper = draft(office, clerk)
    register.revise(pk=paper.pk, data=DATA | {"kept": "VT"}, actor=clerk)
    paper.refresh_from_db()
    assert paper.data["kept"] == "VT"
    assert register.preview(paper, now=NOW).startswith(b"%PDF-")
    assert not NumberCounter.objects.exists()
    register.discard(pk=paper.pk, actor=clerk, reason="Nhầm hồ sơ")
    assert not Paper.objects.exists()


def test_an_issued_paper_is_issued_revised_or_discarded_no_more(office, clerk, director):
    paper = issue(draft(office, clerk), clerk, director)
    assert refusal_of(issue, paper, clerk, director) == "illegal-move"
    assert refusal_of(register.revise, pk=paper.pk, data=DATA, actor=clerk) == "illegal-move"
    assert refusal_of(register.discard, pk=paper.pk, actor=clerk) == "illegal-move"
    assert NumberCounter.objects.get().last_number == 1


def test_a_paper_that_replaces_another_supersedes_it_when_issued(office, clerk, director):
    first = issue(draft(office, clerk), clerk, director)
    second = draft(office, clerk, supersedes=first)
    first.refresh_from_db()
    assert first.state == "issued"
    second = issue(second, clerk, director)
    first.refresh_from_db()
    assert (first.state, second.version, second.number_text) == ("superseded", 2, "02/GP-SVHTT")
    assert refusal_of(draft, office, clerk, supersedes=first) == "illegal-move"
    assert list(Paper.objects.about(office)) == [first, second]


def test_what_fails_on_the_way_takes_no_number(office, clerk, director, settings):
    paper = draft(office, clerk)
    assert refusal_of(issue, paper, clerk, None) == "no-signer"
    settings.PAPER_DEMO_AUTHORITY = False
    assert refusal_of(issue, paper, clerk, director) == "no-signing-key"
    assert not NumberCounter.objects.exists()
    paper.refresh_from_db()
    assert paper.state == "draft"


def test_without_its_time_stamp_nothing_is_issued(office, clerk, director, settings):
    settings.PAPER_TSA_URL = "http://127.0.0.1:9/tsa"
    assert refusal_of(issue, draft(office, clerk), clerk, director) == "signing-failed"
    assert not NumberCounter.objects.exists()


@pytest.mark.slow
def test_production_refuses_the_keys_that_a_demo_made(office, clerk, director, settings):
    data = file_of(issue(draft(office, clerk), clerk, director))
    settings.PAPER_DEMO_AUTHORITY = False
    assert refusal_of(issue, draft(office, clerk), clerk, director) == "test-key"
    settings.PAPER_TRUST = str(Path(settings.PAPER_KEYS) / "ca-thu-nghiem.pem")
    assert register.verify(data).code == "untrusted"


def file_of(paper):
    with register.open_file(paper) as file:
        return file.read()


def test_a_person_whose_address_is_a_path_signs_with_no_file_elsewhere(office, clerk):
    thief = make_person(email="../../x@cityweb.example")
    assert refusal_of(issue, draft(office, clerk), clerk, thief) == "no-signing-key"


REWRITES = [
    "UPDATE core_paper SET number_text = '99/GP'",
    "UPDATE core_paper SET data = '{}'",
    "UPDATE core_paper SET state = 'draft'",
    "UPDATE core_paper SET issued_on = issued_on - 1",
    "DELETE FROM core_paper",
    "TRUNCATE core_paper CASCADE",
    "UPDATE core_papersignature SET holder = 'x'",
    "DELETE FROM core_papersignature",
    "UPDATE core_storedfile SET sha256 = repeat('0', 64)",
    "UPDATE core_numbercounter SET last_number = last_number + 2",
    "UPDATE core_numbercounter SET last_number = last_number - 1",
    "UPDATE core_numbercounter SET period = '2025', last_number = last_number + 1",
    "DELETE FROM core_numbercounter",
]


def test_the_database_itself_refuses_to_rewrite_what_was_issued(office, clerk, director):
    issue(draft(office, clerk), clerk, director)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for statement in REWRITES:
        refused = pytest.raises(ProgrammingError, match="append-only|never|goes up by one")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


@pytest.mark.slow
def test_a_superseded_paper_stays_so(office, clerk, director):
    first = issue(draft(office, clerk), clerk, director)
    issue(draft(office, clerk, supersedes=first), clerk, director)
    with pytest.raises(ProgrammingError), transaction.atomic():
        Paper.objects.filter(pk=first.pk).update(version=first.version, state="issued")


def test_no_number_is_given_twice_whoever_writes_it(office, clerk, director):
    paper = issue(draft(office, clerk), clerk, director)
    other = draft(office, clerk)
    with pytest.raises(IntegrityError, match="no_number_is_given_twice"), transaction.atomic():
        Paper.objects.filter(pk=other.pk).update(
            state="issued", number=1, number_text="01", period="2026", issued_on=NOW.date(),
            issued_at=NOW, file=paper.file,
        )  # fmt: skip
    with pytest.raises(IntegrityError, match="a_paper_is_a_draft_or_whole"), transaction.atomic():
        Paper.objects.filter(pk=other.pk).update(state="issued")


def test_each_version_of_a_paper_is_in_its_history(office, clerk, director):
    paper = draft(office, clerk)
    register.revise(pk=paper.pk, data=DATA, actor=clerk)
    issue(paper, clerk, director)
    labels = Paper.pgh_event_model.objects.filter(pgh_obj_id=paper.pk).order_by("pgh_id")
    assert [event.state for event in labels][-1] == "issued"
    assert [event.pgh_label for event in labels][0] == "insert"


def test_the_same_bytes_sent_by_someone_are_kept_as_long_as_the_paper(office, clerk, director):
    paper = issue(draft(office, clerk), clerk, director)
    copy = attachments.actions.Attachment.objects.create(
        draft_token="x", file=paper.file, name="Giấy phép.pdf"
    )
    attachments.forget(copy)
    assert StoredFile.objects.filter(pk=paper.file_id).exists()
    assert file_of(paper)


def test_who_sends_a_paper_of_ours_back_is_understood(office, clerk, director):
    paper = issue(draft(office, clerk), clerk, director)
    kinds = frozenset({"pdf"})
    sent = attachments.take(
        io.BytesIO(file_of(paper)), name="Giấy phép cũ.PDF", kinds=kinds, draft_token="x"
    )
    assert (sent.file, sent.name) == (paper.file, "Giấy phép cũ.pdf")
    with pytest.raises(Refused):
        attachments.take(
            io.BytesIO(file_of(paper)), name="a.txt", kinds=frozenset({"txt"}), draft_token="x"
        )


def test_the_command_says_one_line_of_json_a_file(tmp_path, capsys):
    good, bad = tmp_path / "tốt.pdf", tmp_path / "trống.pdf"
    good.write_bytes(papers.signed_slip())
    bad.write_bytes(b"")
    call_command("verify_paper", str(good), str(bad), str(tmp_path / "không có"))
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["code"] for line in lines] == [
        "untrusted", "unreadable", "no-file",
    ]  # fmt: skip


def test_every_kind_of_paper_has_its_template(settings):
    root = Path(actions.__file__).parents[3]
    for label, template in settings.PAPER_KINDS.values():
        assert label and (root / template).is_file()


def test_signatures_are_rows_of_their_own(office, clerk, director):
    issue(draft(office, clerk), clerk, director)
    with pytest.raises(IntegrityError, match="each_place_is_signed_once"), transaction.atomic():
        row = PaperSignature.objects.first()
        row.pk = None
        row.save(force_insert=True)
