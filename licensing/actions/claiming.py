"""Looks at the home page of a site and compares it with the file: at the appraisal, and yearly."""

import hashlib
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from cityweb.core import audit, fetch, law, outbox
from cityweb.core.attachments import sandbox
from cityweb.core.errors import Refused
from cityweb.core.models import OutboxItem, User
from licensing import rules
from licensing.actions.keeping import KEEPERS
from licensing.actions.moving import lock, moment, note_step
from licensing.claims import Claim, compare
from licensing.life import Verb
from licensing.models import ClaimCheck, Dossier, Licence
from licensing.states import Standing

KIND = "licensing.claims"
# A fault of our own is met this often before it is said: some two minutes.
MOST_LOOKS = 3
_OUR_FAULT = "Lỗi phía hệ thống, chưa phải lỗi của trang; người vận hành đã được báo."
_UNREADABLE = "Nội dung trang không đọc được trong giới hạn an toàn."
_NO_WORDS = "Trang không có chữ nào đọc được."
# As many a run as one worker looks at in some minutes.
MOST_A_RUN = 40


@transaction.atomic
def check_dossier_claims(*, pk: int, actor: User, at: datetime | None = None) -> ClaimCheck:
    """Let the home page be compared with what the dossier states. Raises `Refused("no-site")`."""
    at = moment(at)
    dossier = lock(pk, Verb.CHECK_CLAIMS, actor)
    domains = dossier.sent["contents"].get("domains") or (
        dossier.licence.current.domains if dossier.licence else []
    )
    if not domains:
        raise Refused("no-site", "Hồ sơ này không ghi tên miền nào để đối chiếu.")
    made = _ask(domains[0], actor=actor, at=at, dossier=dossier)
    note_step(dossier, Verb.CHECK_CLAIMS, actor=actor, at=at, reason=made.url)
    return made


@transaction.atomic
def check_licence_claims(*, licence: int, actor: User | None) -> ClaimCheck:
    """Let the home page be compared with what the licence says."""
    found = Licence.objects.select_related("current").get(pk=licence)
    if actor is not None and not actor.has_role(*KEEPERS):
        raise Refused("not-your-role", "Việc này dành cho người giữ sổ giấy phép.")
    made = _ask(found.current.domains[0], actor=actor, at=timezone.now(), licence=found)
    audit.record(actor=actor, verb="licensing.claims_checked", target=found, url=made.url)
    return made


def check_yearly(*, today: date) -> int:
    """Ask for the comparison of every valid licence whose last one is too old; return how many."""
    rule = law.find("LIC.CLAIMS.EVERY", on=today)
    if rule is None or not rule.is_settled:
        return 0
    since = timezone.now() - timedelta(days=(today - rules.months_after(today, -rule.value)).days)
    lately = ClaimCheck.objects.filter(licence=OuterRef("pk"), asked_at__gt=since)
    rows = Licence.objects.filter(~Exists(lately), state=Standing.VALID).order_by("pk")
    keys = list(rows.values_list("pk", flat=True)[:MOST_A_RUN])
    for pk in keys:
        check_licence_claims(licence=pk, actor=None)
    return len(keys)


def look_from_outbox(item: OutboxItem) -> None:
    """Handle the outbox row: visit the page, keep what it shows. Safe to run twice."""
    made = ClaimCheck.objects.select_related("licence__current", "dossier").get(pk=item.about_id)
    if made.done_at is not None:
        return
    if item.attempts > MOST_LOOKS:
        # Who asked learns that it failed; operators see why among what was given up.
        keep_look(made, problem=_OUR_FAULT)
        raise outbox.GiveUp(item.last_error or _OUR_FAULT)
    visit = fetch.fetch(made.url)
    if not visit.is_ok:
        keep_look(made, problem=visit.reason, reached=visit.final_url)
        return
    opened = sandbox.run_on_bytes("page", visit.text().encode())
    words = opened.blobs[0].decode() if opened.blobs else ""
    keep_look(
        made, words=words, reached=visit.final_url,
        problem="" if words else _UNREADABLE if opened.refused else _NO_WORDS,
        sha256=hashlib.sha256(visit.body).hexdigest(),
    )  # fmt: skip


def keep_look(
    made: ClaimCheck, *, words: str = "", reached: str = "", problem: str = "", sha256: str = ""
) -> None:
    """Write down what was seen, beside what is on file."""
    made.compared = [one.facts() for one in compare(claims_of(made), words)] if words else []
    made.differences = sum(not one["is_shown"] for one in made.compared)
    made.words, made.sha256 = words, sha256
    made.problem, made.reached_url = problem[:300], reached[:500]
    made.done_at = timezone.now()
    made.save()


def claims_of(made: ClaimCheck) -> list[Claim]:
    """Return what the dossier, or else the licence, states."""
    if made.dossier is not None:
        return _of_dossier(made.dossier)
    now = made.licence.current
    return [
        Claim("holder", "Tổ chức quản lý", now.holder_name),
        Claim("address", "Địa chỉ liên hệ", now.address),
        Claim("manager", "Người chịu trách nhiệm nội dung", now.manager),
        Claim("number", "Số giấy phép", made.licence.number),
    ]


def _of_dossier(dossier: Dossier) -> list[Claim]:
    who, said = dossier.sent["applicant"], dossier.sent["contents"]
    return [
        Claim("holder", "Tổ chức quản lý", who["name"]),
        Claim("address", "Địa chỉ liên hệ", who["address"]),
        Claim("email", "Thư điện tử", who["email"]),
        Claim("phone", "Điện thoại", who["phone"]),
        Claim("manager", "Người chịu trách nhiệm nội dung", said.get("manager", "")),
        Claim("number", "Số giấy phép", dossier.licence.number if dossier.licence else ""),
    ]


def _ask(
    domain: str,
    *,
    actor: User | None,
    at: datetime,
    dossier: Dossier | None = None,
    licence: Licence | None = None,
) -> ClaimCheck:
    made = ClaimCheck.objects.create(
        dossier=dossier, licence=licence, asked_at=at, asked_by=actor, url=f"https://{domain}/"
    )
    outbox.put(kind=KIND, dedupe_key=f"{KIND}:{made.pk}", payload={}, about=made)
    return made
