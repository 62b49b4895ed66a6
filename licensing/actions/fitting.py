"""Whether a result fits: the terms that law allows, and the licence as it stands today."""

from datetime import date

from django.utils import timezone

from cityweb.core import law
from cityweb.core.errors import Refused
from licensing import limits, merging, rules
from licensing.actions import recording
from licensing.actions.moving import need
from licensing.models import Dossier, Licence, Result
from licensing.states import FOLLOWS, Event

# What gives a licence its last day; the others leave it as it is, or end in no licence.
WITH_AN_END = (Event.ISSUED, Event.EXTENDED)


def within_limits(dossier: Dossier, valid_to: date | None, reason: str, today: date) -> None:
    """Raise `Refused` unless the term asked for is one the rules allow."""
    event = dossier.procedure.event
    if event not in WITH_AN_END:
        return
    if valid_to is None or valid_to <= today:
        raise Refused("no-end", "Hãy ghi ngày cuối giấy phép có giá trị, sau hôm nay.")
    if valid_to > rules.months_after(today, 12 * limits.FARTHEST):
        raise Refused("too-long", limits.too_far())
    lasts_longer(dossier, valid_to)
    is_new = event == Event.ISSUED
    start = today if is_new else dossier.licence.current.valid_to
    rule = limits.longest(event, timezone.localdate(dossier.received_at))
    if rule is None:
        need(
            reason, "no-reason",
            "Thời hạn tối đa chưa được xác nhận trong quy định: hãy ghi căn cứ của thời hạn này.",
        )  # fmt: skip
    elif valid_to > rules.months_after(start, 12 * rule.value):
        raise Refused("too-long", f"Thời hạn tối đa là {rule.value_text} ({rule.citation}).")
    if not is_new:
        _may_be_extended(dossier)


def lasts_longer(dossier: Dossier, valid_to: date) -> None:
    """Raise `Refused("no-longer")` for an extension that ends no later than the licence does."""
    if dossier.procedure.event == Event.EXTENDED:
        recording.last_longer(valid_to, dossier.licence.current.valid_to)


def _may_be_extended(dossier: Dossier) -> None:
    rule = law.find("LIC.EXTEND.MAX_COUNT", on=timezone.localdate(dossier.received_at))
    done = dossier.licence.versions.filter(event=Event.EXTENDED).count()
    if rule is not None and rule.is_settled and done >= rule.value:
        raise Refused("too-often", f"Giấy phép đã gia hạn {done} lần, là số lần tối đa.")


def on_the_licence(dossier: Dossier, today: date) -> None:
    """Raise `Refused` where the licence cannot be changed today as the dossier wants it.

    "not-in-force" while it is suspended, or once it has ended; "no-domain" where nothing is left of
    its domains once what others changed meanwhile is counted in.
    """
    if not changes_a_licence(dossier):
        return
    standing = dossier.licence.current.standing(today)
    if dossier.procedure.event not in FOLLOWS[standing]:
        raise Refused(
            "not-in-force",
            f"Giấy phép số {dossier.licence} nay “{standing.label}”: không thể "
            f"{dossier.procedure.short_name.lower()}. Dự thảo văn bản từ chối, hoặc chờ giấy phép "
            "có hiệu lực trở lại.",
        )
    if not merging.merged(dossier)["domains"]:
        raise Refused(
            "no-domain",
            "Theo giấy phép hiện nay và đề nghị của hồ sơ này thì không còn tên miền nào: hãy hỏi "
            "lại tổ chức, hoặc dự thảo văn bản từ chối.",
        )


def changes_something(dossier: Dossier) -> None:
    """Raise `Refused("changes-nothing")` for an amendment after which the licence says the same."""
    if dossier.procedure.event != Event.AMENDED:
        return
    if not merging.changed(dossier):
        raise Refused(
            "changes-nothing",
            f"Hồ sơ này không sửa gì của giấy phép số {dossier.licence} hiện nay: hãy hỏi lại tổ "
            "chức, hoặc dự thảo văn bản từ chối.",
        )


def as_drafted(dossier: Dossier, result: Result, *, is_locked: bool = False) -> None:
    """Raise `Refused("licence-changed")` where the licence is no more what the draft was made from.

    `is_locked` asks once nobody else can change it any more.
    """
    if result.kind != Result.Kind.GRANT or not changes_a_licence(dossier):
        return
    rows = Licence.objects.select_related("current")
    rows = rows.select_for_update(of=("self",)) if is_locked else rows
    now = rows.get(pk=dossier.licence_id).current
    if now.pk != result.licence_version_id:
        raise Refused(
            "licence-changed",
            f"Giấy phép số {dossier.licence} đã thay đổi sau dự thảo này: "
            f"{now.get_event_display().lower()} theo số {now.decision_number} ngày "
            f"{now.decided_on:%d/%m/%Y}. Trả lại chuyên viên để dự thảo lại theo giấy phép ấy.",
        )


def changes_a_licence(dossier: Dossier) -> bool:
    """Tell whether the dossier ends in another version of a licence there was before it."""
    return dossier.licence_id is not None and dossier.procedure.event not in ("", Event.ISSUED)
