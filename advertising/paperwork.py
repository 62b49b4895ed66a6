"""What the papers of an inspection say."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from advertising import office
from advertising.models import Attendee, Finding, Inspection, Invitation, Plan, Signal, Takedown
from cityweb.core.models import Clock, Organisation, Role, User

MINUTES_KIND = "advertising.minutes"
CONCLUSION_KIND = "advertising.conclusion"
GUIDANCE_KIND = "advertising.guidance"
REMOVAL_KIND = "advertising.takedown"
INVITATION_KIND = "advertising.invitation"


def head(on: date, signer: User) -> dict[str, Any]:
    """Return what every paper of the office says first and last."""
    body: Organisation = office.in_charge(on)
    return {
        "place": settings.OFFICE_CITY,
        "above": f"Ủy ban nhân dân\n{settings.OFFICE_CITY}",
        "body": body.name.removesuffix(f" {settings.OFFICE_CITY}"),
        "signer": {
            "name": signer.full_name,
            "position": signer.position,
            # By order of the head of the body whose seal it is.
            "authority": "TL. Giám đốc" if signer.has_role(Role.OFFICE_HEAD) else None,
        },
    }


def authority(signer: User, on: date) -> str:
    """Return who decides, as a decision says above its grounds: the post with its body."""
    body, post = head(on, signer)["body"], signer.position
    return post if body.casefold() in post.casefold() else f"{post.removesuffix(' Sở')} {body}"


def decision(inspection: Inspection, *, signer: User, on: date) -> dict[str, Any]:
    """Return the decision to inspect: grounds, whom, what, when, who."""
    plan = inspection.target.plan if inspection.target else None
    span = f"từ ngày {inspection.starts_on:%d/%m/%Y} đến hết ngày {inspection.ends_on:%d/%m/%Y}"
    return head(on, signer) | {
        "title": "Quyết định",
        "about": f"Kiểm tra hoạt động quảng cáo trên website {inspection.site}",
        "authority": authority(signer, on),
        "grounds": [
            "Căn cứ Luật Quảng cáo ngày 21 tháng 6 năm 2012 và Luật sửa đổi, bổ sung năm 2025",
            "Căn cứ Nghị định số 217/2025/NĐ-CP về hoạt động kiểm tra chuyên ngành",
            f"Căn cứ {_named(plan)}, duyệt ngày {plan.approved_on:%d/%m/%Y}"
            if plan
            else f"Xét {inspection.get_source_display().lower()}: {inspection.reason.rstrip('. ')}",
        ],
        "articles": [
            f"Kiểm tra {inspection.inspected} về hoạt động quảng cáo trên website "
            f"{inspection.site} ({inspection.site.home_url}).",
            f"Nội dung, phạm vi: {inspection.scope} Thời gian kiểm tra {span}.",
            f"Thành lập đoàn kiểm tra gồm: {'; '.join(_team(inspection))}.",
            f"Đoàn kiểm tra, {inspection.inspected} và các đơn vị liên quan thi hành quyết định "
            "này.",
        ],
        "recipients": ["Như Điều 4", *map(str, _partners(inspection))],
        "kept": "VT, hồ sơ",
    }


def written(at: datetime, place: str) -> str:
    """Return how minutes begin: when and where they are written."""
    local = timezone.localtime(at)
    where = place.strip() or office.in_charge(local.date()).name
    return f"Hôm nay, hồi {local:%H giờ %M} ngày {local:%d/%m/%Y}, tại {where}"


def minutes(
    inspection: Inspection, *, signer: User, at: datetime, place: str = ""
) -> dict[str, Any]:
    """Return the minutes: who, what was found by article and exhibit, what was said, who signs."""
    found = list(
        Finding.objects.filter(inspection=inspection)
        .select_related("item", "rule")
        .prefetch_related("exhibits__item")
    )
    failed = [one for one in found if one.result == Finding.Result.FAIL]
    people = list(inspection.attendees.all())
    local = timezone.localtime(at)
    paper = inspection.decision
    return head(local.date(), signer) | {
        "signer": {"name": signer.full_name, "position": "Trưởng đoàn kiểm tra"},
        "title": "Biên bản kiểm tra",
        "about": f"Hoạt động quảng cáo trên website {inspection.site}",
        "opening": f"{written(at, place)}, thực hiện Quyết định số {paper.number_text} ngày "
        f"{paper.issued_on:%d/%m/%Y}, đoàn kiểm tra lập biên bản này.",
        "sections": [
            {"title": "Đoàn kiểm tra", "lines": _team(inspection)},
            {
                "title": "Bên được kiểm tra và người chứng kiến",
                "lines": [f"{inspection.inspected}", *map(_person, people)],
            },
            {"title": "Kết quả", "lines": [_tally(found)]},
            {"title": "Hành vi vi phạm", "lines": [_failure(one) for one in failed] or ["Không."]},
            {"title": "Chứng cứ", "lines": _exhibits(failed) or ["Không."]},
            {"title": "Ý kiến", "lines": _statements(people) or ["Không có ý kiến."]},
        ],
        "refusals": refusals(people),
        "signatures": [
            {"side": one.get_side_display(), "name": one.name} for one in people if not one.refusal
        ],
        "copies": "Biên bản lập thành hai bản có giá trị như nhau, mỗi bên giữ một bản; đã đọc lại "
        "cho những người có mặt cùng nghe, công nhận là đúng và cùng ký.",
    }  # fmt: skip


def refusals(people: list[Attendee]) -> list[str]:
    """Return what the minutes say of those who would not sign."""
    return [f"{one.name} không ký biên bản, lý do: {one.refusal}" for one in people if one.refusal]


def conclusion(
    inspection: Inspection, *, signer: User, words: str, requests: str, at: datetime
) -> dict[str, Any]:
    """Return the notice of results."""
    failed = inspection.findings.filter(result=Finding.Result.FAIL).select_related("item")
    paper = inspection.minutes
    asked = [f"{line.strip().rstrip('.')}." for line in requests.splitlines() if line.strip()]
    return head(timezone.localdate(at), signer) | {
        "title": "Thông báo",
        "about": f"Kết quả kiểm tra hoạt động quảng cáo trên website {inspection.site}",
        "to": str(inspection.inspected),
        "paragraphs": [
            f"Theo biên bản kiểm tra số {paper.number_text} ngày {paper.issued_on:%d/%m/%Y}:",
            *[f"– {one.note.rstrip('. ')} ({one.article})." for one in failed],
            *words.splitlines(),
            *([f"Yêu cầu {inspection.inspected}:"] if asked else []),
        ],
        "items": asked,
        "recipients": ["Như trên", *map(str, _partners(inspection))],
        "kept": "VT, hồ sơ",
    }


def removal(takedown: Takedown, clock: Clock, *, signer: User, at: datetime) -> dict[str, Any]:
    """Return the request to take an advertisement down, with the moment it is due."""
    inspection = takedown.inspection
    due, sent = timezone.localtime(clock.due_at), timezone.localtime(at)
    return head(timezone.localdate(at), signer) | {
        "title": "",
        "about": f"Yêu cầu gỡ quảng cáo trên website {inspection.site}",
        "to": str(inspection.inspected),
        "paragraphs": [
            f"Qua kiểm tra theo Quyết định số {inspection.decision.number_text}, yêu cầu gỡ: "
            f"{takedown.what}",
            f"Địa chỉ: {takedown.url}",
            f"Thời hạn: {clock.amount} {clock.get_unit_display()} kể từ khi có yêu cầu; văn bản "
            f"này gửi bằng phương tiện điện tử lúc {sent:%H giờ %M} ngày {sent:%d/%m/%Y}, chậm "
            f"nhất {due:%H giờ %M} ngày {due:%d/%m/%Y} phải gỡ xong ({clock.rule.citation}).",
        ],
        "items": [],
        "recipients": ["Như trên"],
        "kept": "VT, hồ sơ",
    }


def invitation(row: Invitation, *, signer: User, at: datetime) -> dict[str, Any]:
    """Return the letter that asks another body to take part."""
    inspection, guest = row.inspection, row.organisation.name
    span = f"từ ngày {inspection.starts_on:%d/%m/%Y} đến hết ngày {inspection.ends_on:%d/%m/%Y}"
    paper = inspection.decision
    body = head(timezone.localdate(at), signer)["body"]
    ground = (
        f"Thực hiện Quyết định số {paper.number_text} ngày {paper.issued_on:%d/%m/%Y}, {body} kiểm "
        if paper
        else f"{body} chuẩn bị kiểm "
    )
    return head(timezone.localdate(at), signer) | {
        "title": "",
        "about": f"Mời phối hợp kiểm tra hoạt động quảng cáo trên website {inspection.site}",
        "to": guest,
        "paragraphs": [
            f"{ground}tra hoạt động quảng cáo trên website {inspection.site} "
            f"({inspection.site.home_url}), thời gian dự kiến {span}.",
            f"Nội dung, phạm vi: {inspection.scope}",
            f"Để việc kiểm tra đúng chức năng của từng ngành, đề nghị {guest} phối hợp: "
            f"{_inside(row.purpose)}.",
            f"Ý kiến trả lời, danh sách người được cử xin gửi trước ngày {row.answer_by:%d/%m/%Y}.",
            f"Rất mong nhận được sự phối hợp của {guest}.",
        ],
        "items": [],
        "recipients": ["Như trên"],
        "kept": "VT, hồ sơ",
    }


def _inside(words: str) -> str:
    """Return words that began a line as they stand inside of one; abbreviations stay."""
    said = words.strip().rstrip(". ")
    return said if said[:2].isupper() else said[:1].lower() + said[1:]


def guidance(
    signal: Signal, *, signer: User, words: str, due_on: date, at: datetime
) -> dict[str, Any]:
    """Return the letter that reminds whoever runs a website, before there is any case."""
    site = signal.site
    return head(timezone.localdate(at), signer) | {
        "title": "",
        "about": f"Nhắc nhở về hoạt động quảng cáo trên website {site}",
        "to": str(site.operator),
        "paragraphs": [
            f"Qua {signal.get_source_display().lower()} và xem xét website {site.home_url}, đề "
            f"nghị {site.operator}:",
            *words.splitlines(),
            f"Đề nghị khắc phục và báo lại chậm nhất ngày {due_on:%d/%m/%Y}. Quá ngày này, cơ quan "
            "xem xét lập cuộc kiểm tra theo quy định.",
        ],
        "items": [],
        "recipients": ["Như trên"],
        "kept": "VT, hồ sơ",
    }


def _named(plan: Plan) -> str:
    is_plan = plan.name.casefold().startswith("kế hoạch")
    return plan.name if is_plan else f"kế hoạch “{plan.name}”"


def _team(inspection: Inspection) -> list[str]:
    rows = inspection.team.all()
    return [
        f"{one.name}{f', {one.position}' if one.position else ''} – {one.get_duty_display()}"
        for one in rows
    ]


def _partners(inspection: Inspection) -> list[Organisation]:
    rows = inspection.invitations.filter(state="accepted").select_related("organisation")
    return [one.organisation for one in rows]


def _person(one: Attendee) -> str:
    where = f", {one.position}" if one.position else ""
    return f"{one.name}{where} – {one.get_side_display().lower()}"


def _tally(found: list[Finding]) -> str:
    counts = [
        f"{label.lower()} {sum(one.result == value for one in found)}"
        for value, label in Finding.Result.choices
        if any(one.result == value for one in found)
    ]
    return f"Đã kiểm tra {len(found)} nội dung: {', '.join(counts)}."


def _failure(one: Finding) -> str:
    limit = f" Giới hạn: {one.rule.value_text}." if one.rule else ""
    named = ", ".join(
        f"{exhibit.item}{f' ({exhibit.region})' if exhibit.region else ''}"
        for exhibit in one.exhibits.all()
    )
    return (
        f"{one.item.code}. {one.note} Trái với: {one.article}.{limit} "
        f"Thấy ngày {one.seen_on:%d/%m/%Y}. Chứng cứ: {named}."
    )


def _exhibits(failed: list[Finding]) -> list[str]:
    items = {one.item_id: one.item for row in failed for one in row.exhibits.all()}
    return [
        f"{item}: {item.title}; {item.get_origin_display().lower()}, "
        f"{timezone.localtime(item.captured_at):%H:%M ngày %d/%m/%Y}\nSHA-256: {item.sha256}"
        for item in sorted(items.values(), key=lambda one: one.number)
    ]


def _statements(people: list[Attendee]) -> list[str]:
    return [f"{one.name}: {one.statement}" for one in people if one.statement]
