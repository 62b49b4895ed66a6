"""Requests to remove something from a licensed site: asked, answered, seen to, taken back."""

from datetime import date, datetime
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from cityweb.core import clocks, law
from cityweb.core.errors import Refused
from cityweb.core.models import User
from cityweb.core.models.law import Unit
from licensing import rules
from licensing.actions.keeping import keeper, own_or_kept, record, tell
from licensing.actions.moving import moment, need, stop_clocks
from licensing.models import ClockName, Licence, TakedownRequest


@transaction.atomic
def ask_takedown(
    *,
    licence: int,
    actor: User,
    address: str,
    reason: str,
    hours: int | None = None,
    source: str = "",
    at: datetime | None = None,
) -> TakedownRequest:
    """Ask the licensee to remove something; the clock runs from now.

    Raises `Refused`: "not-theirs" for an address on no domain of the licence, "already-asked", and
    "rule-unsettled" where neither a settled rule nor the officer, with a source, says how long it
    may take.
    """
    at = moment(at)
    keeper(actor)
    rows = Licence.objects.select_for_update(of=("self",)).select_related("current")
    found = rows.get(pk=licence)
    why = need(reason, "no-reason", "Hãy ghi nội dung vi phạm và căn cứ.")
    _on_their_domains(found, address)
    if found.takedowns.filter(done_at=None, address=address).exists():
        raise Refused("already-asked", "Địa chỉ này đang có một yêu cầu gỡ chưa xong.")
    term = _removal_term(hours, source, timezone.localdate(at))
    made = TakedownRequest.objects.create(
        licence=found, address=address, reason=why, source=source.strip(), sent_at=at,
        sent_by=actor,
    )  # fmt: skip
    clock = clocks.start(made, name=ClockName.TAKEDOWN, received_at=at, actor=actor, **term)
    due = f"{timezone.localtime(clock.due_at):%H:%M ngày %d/%m/%Y}"
    words = f"Đề nghị gỡ nội dung tại {address} trước {due}. Lý do: {why}"
    tell(found, words, about=made, key=f"takedown:{made.pk}")
    record(actor, "takedown_asked", found)
    return made


def _on_their_domains(licence: Licence, address: str) -> None:
    """Raise `Refused("not-theirs")` for an address on no domain of the licence, nor below one."""
    domains = [rules.domain_key(one) for one in licence.current.domains]
    host = rules.domain_key(urlsplit(address).hostname or "")
    if not any(host == one or host.endswith(f".{one}") for one in domains):
        raise Refused(
            "not-theirs",
            f"{host} không thuộc tên miền của giấy phép này: {', '.join(licence.current.domains)}.",
        )


def _removal_term(hours: int | None, source: str, today: date) -> dict[str, object]:
    rule = law.find("LIC.TAKEDOWN", on=today)
    if rule is not None and rule.is_settled:
        return {"rule": rule}
    if not hours:
        raise Refused("rule-unsettled", "Thời hạn gỡ chưa được xác nhận trong quy định: hãy "
                      "ghi số giờ và nguồn.")  # fmt: skip
    need(source, "rule-unsettled", "Hãy ghi nguồn của thời hạn gỡ nội dung.")
    return {"amount": hours, "unit": Unit.HOUR}


@transaction.atomic
def answer_takedown(*, pk: int, actor: User, answer: str) -> TakedownRequest:
    """Keep what the licensee says was done; an officer still looks."""
    asked = _open_takedown(pk)
    own_or_kept(asked.licence_id, actor)
    asked.answer = need(answer, "no-words", "Hãy ghi đã xử lý thế nào.")
    asked.save(update_fields=["answer"])
    record(actor, "takedown_answered", asked.licence)
    return asked


@transaction.atomic
def end_takedown(
    *, pk: int, actor: User, evidence: str, at: datetime | None = None
) -> TakedownRequest:
    """Write down that it is gone, and how that was seen; the clock stops."""
    at = moment(at)
    keeper(actor)
    asked = _open_takedown(pk)
    asked.evidence = need(evidence, "no-words", "Hãy ghi đã kiểm tra thế nào.")
    _end(asked, "evidence", actor, at)
    record(actor, "takedown_done", asked.licence)
    return asked


@transaction.atomic
def cancel_takedown(
    *, pk: int, actor: User, reason: str, at: datetime | None = None
) -> TakedownRequest:
    """Take a request back that should not have been made; the clock stops, the licensee is told."""
    at = moment(at)
    keeper(actor)
    asked = _open_takedown(pk)
    asked.cancelled = need(reason, "no-reason", "Hãy ghi vì sao hủy yêu cầu.")
    _end(asked, "cancelled", actor, at)
    words = f"Hủy yêu cầu gỡ nội dung tại {asked.address}. Lý do: {asked.cancelled}"
    tell(asked.licence, words, about=asked, key=f"takedown-cancelled:{asked.pk}")
    record(actor, "takedown_cancelled", asked.licence)
    return asked


def _end(asked: TakedownRequest, said: str, actor: User, at: datetime) -> None:
    """Keep in which words it ended, and stop its clock."""
    asked.done_at = at
    asked.save(update_fields=[said, "done_at"])
    stop_clocks(asked, actor=actor, at=at)


def _open_takedown(pk: int) -> TakedownRequest:
    rows = TakedownRequest.objects.select_for_update(of=("self",)).select_related("licence")
    asked = rows.filter(pk=pk, done_at=None).first()
    if asked is None:
        raise Refused("not-found", "Yêu cầu này không còn mở.")
    return asked
