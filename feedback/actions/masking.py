"""The words of a public copy: written, and freed of what would tell on somebody."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import User
from feedback import privacy
from feedback.actions._public_copy import has_consent, lock_copy, needs_preparing
from feedback.models import PrivacyDecision, Publication
from feedback.reports import gate

Verdict = PrivacyDecision.Verdict
_NEWER = "Người khác vừa sửa bản công khai. Hãy chép phần đang viết, tải lại trang rồi ghép vào."


@transaction.atomic
def save_publication(
    *,
    pk: int,
    actor: User,
    title: str,
    question: str,
    answer: str,
    with_name: bool,
    seen_at: datetime,
) -> Publication:
    """Keep the words of the public copy. The name is the one the sender agreed to, or none.

    Raises `Refused`: "changed-meanwhile" unless `seen_at` is when it was last saved, "no-consent".
    """
    publication = lock_copy(pk, actor)
    needs_preparing(publication)
    if publication.updated_at != seen_at:
        raise Refused("changed-meanwhile", _NEWER)
    if with_name and not has_consent(publication.submission):
        raise Refused("no-consent", "Người gửi không đồng ý công khai kèm họ tên.")
    publication.title, publication.question, publication.answer = title, question, answer
    publication.sender_name = publication.submission.sender_name if with_name else ""
    publication.save(update_fields=["title", "question", "answer", "sender_name", "updated_at"])
    audit.record(actor=actor, verb="feedback.publication_edited", target=publication.submission)
    return publication


@transaction.atomic
def decide(
    *,
    pk: int,
    actor: User,
    part: str,
    digest: str,
    verdict: Verdict,
    reason: str = "",
    at: datetime | None = None,
) -> Publication:
    """Settle one find in one part: mask it wherever it stands there, or let it stand with a reason.

    Raises `Refused`: "not-found-there" when it is gone, "no-reason" for letting it stand without,
    "inside-a-file" for masking where no machine can.
    """
    publication = lock_copy(pk, actor)
    needs_preparing(publication)
    finds = [
        found for found in gate.finds_in(publication, part) if gate.digest(found.words) == digest
    ]
    if not finds:
        raise Refused(
            "not-found-there", "Chỗ này không còn trong bản công khai. Hãy tải lại trang."
        )
    if verdict == Verdict.KEPT and not reason.strip():
        raise Refused("no-reason", "Hãy ghi vì sao được giữ lại, ví dụ: số công khai của cơ quan.")
    if verdict == Verdict.MASKED:
        if part.startswith(gate.WORDS):
            raise Refused(
                "inside-a-file", "Không che được bên trong tệp: hãy thay bằng bản đã che, hoặc bỏ."
            )
        _mask(publication, part, finds)
    _note(publication, part, finds[0], verdict, actor, reason, at or timezone.now())
    return publication


@transaction.atomic
def mask_rest(*, pk: int, actor: User, at: datetime | None = None) -> Publication:
    """Mask everything that nobody has decided to let stand, but what stands inside files."""
    publication = lock_copy(pk, actor)
    needs_preparing(publication)
    at = at or timezone.now()
    by_part: dict[str, list[privacy.Find]] = {}
    for finding in gate.undecided(publication):
        if finding.may_be_masked:
            by_part.setdefault(finding.part, []).append(finding.found)
    for part, finds in by_part.items():
        _mask(publication, part, finds)
        for found in finds:
            _note(publication, part, found, Verdict.MASKED, actor, "", at)
    return publication


def _mask(publication: Publication, part: str, finds: list[privacy.Find]) -> None:
    if part.startswith(gate.FILE):
        _rename(publication, part, finds)
        return
    setattr(publication, part, privacy.mask(getattr(publication, part), finds))
    publication.save(update_fields=[part, "updated_at"])


def _rename(publication: Publication, part: str, finds: list[privacy.Find]) -> None:
    """Give the public copy a name without what was found; the proposals are no words for a name."""
    file = publication.files.select_related("shown").get(pk=int(part.removeprefix(gate.FILE)))
    stem, _, kind = file.name.rpartition(".")
    for found in sorted(finds, key=lambda found: found.start, reverse=True):
        stem = stem[: found.start] + stem[found.end :]
    file.name = f"{' '.join(stem.strip(' ._-').split()) or 'tep'}.{kind}"
    file.shown.name = file.name
    file.shown.save(update_fields=["name"])
    file.save(update_fields=["name"])


def _note(
    publication: Publication,
    part: str,
    found: privacy.Find,
    verdict: Verdict,
    actor: User,
    reason: str,
    at: datetime,
) -> None:
    PrivacyDecision.objects.update_or_create(
        publication=publication,
        part=part,
        digest=gate.digest(found.words),
        defaults={
            "kind": found.kind,
            "verdict": verdict,
            "reason": reason.strip()[:250],
            "by": actor,
            "at": at,
        },
    )
    audit.record(
        actor=actor,
        verb="feedback.privacy_decided",
        target=publication.submission,
        kind=str(found.kind),
        verdict=str(verdict),
        part=part,
    )
