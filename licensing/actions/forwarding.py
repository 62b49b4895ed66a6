"""Forwards a press dossier to the national level, and records what came back."""

from datetime import date, datetime
from typing import IO

from django.db import transaction
from django.utils import timezone

from cityweb.core import attachments, papers
from cityweb.core.errors import Refused
from cityweb.core.models import Organisation, Paper, User
from licensing import package
from licensing.actions.moving import lock, moment, need, note_step
from licensing.life import Verb
from licensing.models import Dossier, Forwarding
from licensing.package import Part


def forward(dossier: Dossier, *, body: Organisation, at: datetime) -> Forwarding:
    """Make the package of a press dossier whose referral was issued; joins that transaction."""
    parts, sent = parts_of(dossier, at), package.canonical(dossier.sent)
    facts = {
        "code": dossier.code,
        "procedure": dossier.procedure.code,
        "applicant": dossier.sent["applicant"]["name"],
        "from": body.name,
        "made_at": timezone.localtime(at).isoformat(timespec="seconds"),
    }
    listed = package.manifest(facts, sent, parts)
    signature = papers.sign_beside(listed, body)
    with package.written(listed, signature, sent, parts) as file:
        sha256 = package.digest(file)
    return Forwarding.objects.create(
        dossier=dossier, manifest=listed.decode(), signature=signature, sha256=sha256, made_at=at
    )


def parts_of(dossier: Dossier, at: datetime) -> list[Part]:
    """Return the files that went along: the applicant's, and the papers issued until then."""
    files = [one for one in attachments.of(dossier) if one.created_at <= at]
    issued = Paper.objects.about(dossier).issued().filter(issued_at__lte=at).select_related("file")
    kept = [
        (package.part_name(f"giay-to/{one.purpose}", place, one.name), one.file)
        for place, one in enumerate(files, start=1)
    ] + [
        (package.part_name("van-ban", place, f"{one.code}.pdf"), one.file)
        for place, one in enumerate(issued, start=1)
    ]
    return [Part(name, one.path, one.sha256, one.size) for name, one in kept]


def export(forwarding: Forwarding) -> IO[bytes]:
    """Return the package, the same bytes as when it was made.

    Raises `Refused("altered")` when they are not.
    """
    dossier = forwarding.dossier
    file = package.written(
        forwarding.manifest.encode(), bytes(forwarding.signature),
        package.canonical(dossier.sent), parts_of(dossier, forwarding.made_at),
    )  # fmt: skip
    if package.digest(file) != forwarding.sha256:
        file.close()
        raise Refused("altered", "Gói hồ sơ không còn giống gói đã chuyển: hãy báo quản trị.")
    return file


@transaction.atomic
def record_ministry(
    *,
    pk: int,
    actor: User,
    outcome: str,
    answer_number: str,
    answered_on: date,
    note: str = "",
    replaces: bool = False,
    at: datetime | None = None,
) -> Forwarding:
    """Write down what the national level answered; it is information and moves nothing.

    Raises `Refused`: "not-forwarded", "out-of-order" for a day to come or before our own letter,
    and "answered-before" for a second answer that does not say that it `replaces` the first.
    """
    dossier = lock(pk, Verb.MINISTRY, actor)
    found = Forwarding.objects.select_for_update().filter(dossier=dossier).first()
    if found is None:
        raise Refused("not-forwarded", "Hồ sơ này không được chuyển Bộ.")
    _in_order(dossier, answered_on)
    if found.outcome and not replaces:
        raise Refused(
            "answered-before",
            f"Đã ghi trả lời của Bộ: {found.get_outcome_display()}, văn bản số "
            f"{found.answer_number} ngày {found.answered_on:%d/%m/%Y}. Đánh dấu ô thay thế nếu văn "
            "bản mới thay câu trả lời ấy.",
        )
    found.outcome, found.answered_on, found.note = outcome, answered_on, note.strip()
    found.answer_number = need(answer_number, "no-number", "Hãy ghi số văn bản của Bộ.")
    found.recorded_by = actor
    found.save(update_fields=["outcome", "answered_on", "note", "answer_number", "recorded_by"])
    said = f"{found.get_outcome_display()}, văn bản số {found.answer_number}."
    note_step(dossier, Verb.MINISTRY, actor=actor, at=moment(at), public_note=f"Bộ trả lời: {said}")
    return found


def _in_order(dossier: Dossier, answered_on: date) -> None:
    """Raise `Refused("out-of-order")` for an answer of a day to come, or before our own letter."""
    if answered_on > timezone.localdate():
        raise Refused("out-of-order", "Ngày văn bản không thể sau hôm nay.")
    sent = dossier.result.paper
    if sent is not None and answered_on < sent.issued_on:
        raise Refused(
            "out-of-order",
            f"Văn bản của ta số {sent.number_text} ngày {sent.issued_on:%d/%m/%Y}: Bộ không thể "
            "trả lời trước ngày ấy.",
        )
