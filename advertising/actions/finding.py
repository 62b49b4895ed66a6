"""The check itself: findings with their evidence, who was there, minutes, conclusion, the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from advertising import paperwork
from advertising.actions import evidence, moving
from advertising.life import STANDINGS_ENDED, CheckVerb
from advertising.models import Attendee, CheckItem, EvidenceItem, Exhibit, Finding, Inspection
from cityweb.core import law
from cityweb.core.errors import Refused
from cityweb.core.models import User

Result = Finding.Result


@dataclass(frozen=True)
class Found:
    """What was found for one line of the checklist, which exhibits bear it out, and when."""

    item: CheckItem
    result: str
    note: str = ""
    exhibits: tuple[tuple[EvidenceItem, str], ...] = ()
    seen_on: date | None = None


@transaction.atomic
def mark(
    *,
    pk: int,
    actor: User,
    found: Iterable[Found],
    seen_on: date,
    at: datetime | None = None,
) -> list[Finding]:
    """Write down what was found; the rule in force on the day it was seen is pinned.

    `seen_on` is for lines that name no day of their own. Raises `Refused`: "nothing-new" for no
    line at all, "no-words" for a failure without description, "days-to-come", "before-the-case" for
    a day from which there is nothing.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.MARK, actor)
    made = [_mark(inspection, one, one.seen_on or seen_on, actor, at) for one in found]
    if not made:
        raise Refused("nothing-new", "Chưa có dòng nào được ghi khác trước.")
    failed = ", ".join(one.item.code for one in made if one.result == Result.FAIL)
    moving.note(
        inspection, "check_mark", "Ghi kết quả kiểm tra", actor=actor, at=at,
        words=f"{len(made)} nội dung; vi phạm: {failed or 'không'}",
    )  # fmt: skip
    return made


def _mark(inspection: Inspection, one: Found, seen_on: date, actor: User, at: datetime) -> Finding:
    if one.result == Result.FAIL:
        moving.need(one.note, "no-words", f"{one.item.code}: mô tả hành vi đã thấy.")
    _seen_in_time(inspection, one, seen_on, moving.day_of(at))
    rule = law.find(one.item.rule_code, on=seen_on) if one.item.rule_code else None
    finding, _ = Finding.objects.update_or_create(
        inspection=inspection, item=one.item,
        defaults={
            "result": one.result, "note": one.note.strip(), "seen_on": seen_on, "rule": rule,
            "article": rule.citation if rule else one.item.citation, "by": actor, "at": at,
        },
    )  # fmt: skip
    finding.exhibits.all().delete()
    Exhibit.objects.bulk_create(
        Exhibit(finding=finding, item=item, region=region)
        for item, region in one.exhibits
        if item.inspection_id == inspection.pk
    )
    return finding


def _seen_in_time(inspection: Inspection, one: Found, seen_on: date, today: date) -> None:
    """Refuse a day to come, and one before the case that no exhibit of the line reaches back to."""
    if seen_on > today:
        raise Refused("days-to-come", f"{one.item.code}: ngày thấy không thể sau hôm nay.")
    days = [moving.day_of(item.captured_at) for item, _ in one.exhibits]
    first = min([moving.day_of(inspection.created_at), inspection.starts_on, *days])
    if seen_on < first:
        raise Refused(
            "before-the-case",
            f"{one.item.code}: ngày thấy {seen_on:%d/%m/%Y} trước khi có hồ sơ và chứng cứ "
            f"({first:%d/%m/%Y}). Sửa ngày, hoặc nêu chứng cứ thu từ ngày đó.",
        )


@transaction.atomic
def attend(
    *,
    pk: int,
    actor: User,
    side: str,
    name: str,
    position: str = "",
    statement: str = "",
    refusal: str = "",
    at: datetime | None = None,
) -> Attendee:
    """Write down who was there, what they said, and why they would not sign.

    Raises `Refused`: "no-name", "known-person" for what was written down already.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.ATTEND, actor)
    facts = {
        "side": side, "name": moving.need(name, "no-name", "Ghi họ và tên."),
        "position": position, "statement": statement, "refusal": refusal,
    }  # fmt: skip
    if inspection.attendees.filter(**facts).exists():
        raise Refused("known-person", f"Đã ghi {name.strip()} với đúng các ý này.")
    made = Attendee.objects.create(inspection=inspection, **facts)
    words = f"{made.get_side_display()}: {name}" + (f"; không ký: {refusal}" if refusal else "")
    moving.note(inspection, "check_attend", "Ghi người dự", actor=actor, at=at, words=words)
    return made


@transaction.atomic
def minute(*, pk: int, actor: User, place: str = "", at: datetime | None = None) -> Inspection:
    """Close the minutes: number them and let the lead of the team sign, where they were written.

    Raises `Refused`: "not-the-lead", "not-checked" while a line has no finding, "no-evidence" for
    a failure without evidence, "field-waits", "evidence-broken", "no-witness", "nobody-there".
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.MINUTE, actor)
    if not inspection.team.filter(user=actor, duty="lead").exists():
        raise Refused("not-the-lead", "Trưởng đoàn ký biên bản.")
    problems = missing(inspection)
    if problems:
        raise Refused(*problems[0])
    data = paperwork.minutes(inspection, signer=actor, place=place, at=at)
    paper = moving.issued(inspection, paperwork.MINUTES_KIND, data, actor=actor, at=at)
    return moving.move(
        inspection, CheckVerb.MINUTE, actor=actor, at=at, minutes=paper,
        words=f"Biên bản số {paper.number_text}",
    )  # fmt: skip


def missing(inspection: Inspection) -> list[tuple[str, str]]:
    """Return what keeps the minutes from being closed: codes with words for people."""
    found = list(
        Finding.objects.filter(inspection=inspection)
        .select_related("item")
        .prefetch_related("exhibits__item__file")
    )
    done = {one.item_id for one in found}
    left = [one.code for one in inspection.checklist.items.all() if one.pk not in done]
    failed = [one for one in found if one.result == Result.FAIL]
    bare = [one.item.code for one in failed if not one.exhibits.all()]
    broken = sorted(
        {
            str(exhibit.item)
            for one in failed
            for exhibit in one.exhibits.all()
            if not evidence.is_whole(exhibit.item)
        }
    )
    waiting = sorted(
        inspection.field_entries.filter(state="waiting").values_list("item__code", flat=True)
    )
    problems = [
        ("not-checked", f"Chưa ghi kết quả: {', '.join(left)}.", left),
        ("no-evidence", f"Vi phạm chưa có chứng cứ: {', '.join(bare)}.", bare),
        ("field-waits", f"Kết quả thực địa chờ chọn: {', '.join(waiting)}.", waiting),
        ("evidence-broken", f"Chứng cứ không còn nguyên vẹn: {', '.join(broken)}.", broken),
        *_missing_people(inspection),
    ]
    return [(code, words) for code, words, is_so in problems if is_so]


def _missing_people(inspection: Inspection) -> list[tuple[str, str, bool]]:
    """Tell what is wanting of people: who refuses, or stays away, needs a witness."""
    people = list(inspection.attendees.all())
    inspected = [one for one in people if one.side == Attendee.Side.INSPECTED]
    witnesses = [one for one in people if one.side == Attendee.Side.WITNESS]
    refuses = not inspected or any(one.refusal for one in inspected)
    words = "Bên được kiểm tra vắng mặt hoặc không ký: cần ít nhất một người chứng kiến."
    return [
        ("nobody-there", "Chưa ghi người dự lập biên bản.", not people),
        ("no-witness", words, bool(people) and refuses and not witnesses),
    ]


@transaction.atomic
def reopen(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Inspection:
    """Go on checking after the minutes; the next minutes stand beside the first."""
    inspection = moving.lock(pk, CheckVerb.REOPEN, actor)
    why = moving.need(reason, "no-reason", "Ghi lý do kiểm tra tiếp.")
    return moving.move(inspection, CheckVerb.REOPEN, actor=actor, at=moving.moment(at), words=why)


@transaction.atomic
def conclude(
    *, pk: int, actor: User, words: str, requests: str = "", at: datetime | None = None
) -> Inspection:
    """Issue the notice of results with what is asked of the inspected."""
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.CONCLUDE, actor)
    said = moving.need(words, "no-words", "Ghi kết luận.")
    data = paperwork.conclusion(inspection, signer=actor, words=said, requests=requests, at=at)
    paper = moving.issued(inspection, paperwork.CONCLUSION_KIND, data, actor=actor, at=at)
    return moving.move(
        inspection, CheckVerb.CONCLUDE, actor=actor, at=at, conclusion=paper,
        words=f"Thông báo số {paper.number_text}",
    )  # fmt: skip


@transaction.atomic
def transfer(
    *, pk: int, actor: User, receiver: str, reason: str, at: datetime | None = None
) -> Inspection:
    """Give the case to another body that is competent."""
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.TRANSFER, actor)
    to = moving.need(receiver, "no-receiver", "Ghi cơ quan nhận hồ sơ.")
    why = moving.need(reason, "no-reason", "Ghi lý do chuyển.")
    return moving.move(
        inspection, CheckVerb.TRANSFER, actor=actor, at=at, words=f"{to}: {why}", closed_at=at
    )


@transaction.atomic
def close(*, pk: int, actor: User, words: str = "", at: datetime | None = None) -> Inspection:
    """End the case.

    Raises `Refused`: "children-open" while a violation of it goes on, "failures-left" where a
    failure became no violation and nobody says why, "takedowns-left" where nobody has confirmed
    that what was to be taken down is gone, nor says why.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.CLOSE, actor)
    left = inspection.violations.exclude(standing__in=STANDINGS_ENDED)
    if left.exists():
        names = ", ".join(map(str, left))
        raise Refused("children-open", f"Vụ vi phạm chưa kết thúc: {names}.")
    rows = inspection.findings.filter(result=Result.FAIL, violation=None)
    codes = ", ".join(rows.values_list("item__code", flat=True))
    if codes:
        message = f"Vi phạm chưa lập hồ sơ: {codes}. Lập hồ sơ vi phạm, hoặc ghi vì sao không lập."
        moving.need(words, "failures-left", message)
    waiting = inspection.takedowns.filter(removed_at=None)
    if waiting.exists():
        names = "; ".join(map(str, waiting))
        message = f"Chưa xác nhận đã gỡ: {names}. Xác nhận, hoặc ghi vì sao kết thúc."
        moving.need(words, "takedowns-left", message)
    return moving.move(
        inspection, CheckVerb.CLOSE, actor=actor, at=at, closed_at=at, words=words.strip()
    )
