"""What the rules beside a procedure are called, and what of a draft goes against those settled."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from cityweb.core import law, text
from cityweb.core.models import Attachment, LegalRule
from licensing import merging, rules
from licensing.models import Dossier
from licensing.states import FOLLOWS, Event

# Years from today: a day beyond is a slip of the hand, whatever term a rule may allow.
FARTHEST = 30
NAMES = {
    "LIC.TERM.MAX": "Giấy phép có giá trị nhiều nhất",
    "LIC.EXTEND.MAX_COUNT": "Số lần gia hạn nhiều nhất",
    "LIC.EXTEND.MAX_LENGTH": "Mỗi lần gia hạn nhiều nhất",
    "LIC.EXTEND.FILE_BEFORE": "Nộp trước khi giấy phép hết hạn ít nhất",
    "LIC.CHANGE.NOTICE": "Thông báo kể từ khi thay đổi chậm nhất",
    "LIC.CHANGE.ACK": "Cơ quan xác nhận trong",
    "LIC.SOURCE.MIN_AGENCIES": "Số cơ quan báo chí cung cấp nguồn tin ít nhất",
    "LIC.REPUBLISH.DELAY": "Đăng lại tin sau khi nguồn đăng ít nhất",
    "LIC.CONTENT.RETENTION": "Lưu nội dung đã đăng ít nhất",
    "LIC.LOG.RETENTION": "Lưu nhật ký xử lý thông tin ít nhất",
    "LIC.TAKEDOWN": "Gỡ nội dung vi phạm trong",
    "LIC.SUSPEND.LENGTH": "Thời hạn đình chỉ",
    "LIC.SUSPEND.GRACE": "Sau khi hết hạn khắc phục",
    "LIC.SUSPEND.MAX_COUNT": "Số lần đình chỉ dẫn đến thu hồi",
}
# What is equal for all spellings of one thing in a list.
_KEYS = {
    "domains": rules.domain_key,
    "sources": lambda name: " ".join(text.fold(name).split()),
    "sections": lambda name: " ".join(text.fold(name).split()),
}
_LISTS = {"domains": "Tên miền", "sources": "Nguồn tin", "sections": "Chuyên mục"}


def too_far() -> str:
    return f"Ngày này sau hôm nay hơn {FARTHEST} năm: hãy xem lại năm đã ghi."


def name_of(rule: LegalRule) -> str:
    """Return what a rule is called on a page, its code where nobody named it."""
    return NAMES.get(rule.code, rule.code)


def doubts(
    dossier: Dossier, said: Mapping[str, Any], files: Iterable[Attachment], today: date
) -> list[str]:
    """Return what an applicant should look at again before sending; none of it hinders sending."""
    return [*to_look_at(dossier, said, files, today), *_term(dossier, said, today),
            *_moved(dossier)]  # fmt: skip


def to_look_at(
    dossier: Dossier, said: Mapping[str, Any], files: Iterable[Attachment], today: date
) -> list[str]:
    """Return of that what the desk should see as well."""
    return [*_standing(dossier, today), *_sources(said, today), *_repeated(said),
            *_window(dossier, today), *_one_for_many(files)]  # fmt: skip


def longest(event: str, on: date) -> LegalRule | None:
    """Return the settled rule of how long a licence, or its extension, may last; else None."""
    return _settled("LIC.TERM.MAX" if event == Event.ISSUED else "LIC.EXTEND.MAX_LENGTH", on)


def _settled(code: str, today: date) -> LegalRule | None:
    rule = law.find(code, on=today)
    return rule if rule is not None and rule.is_settled else None


def _sources(said: Mapping[str, Any], today: date) -> list[str]:
    rule = _settled("LIC.SOURCE.MIN_AGENCIES", today)
    written = len({_KEYS["sources"](one) for one in said.get("sources") or []})
    if rule is None:
        return ["Nguồn tin: chỉ ghi một cơ quan báo chí."] if written == 1 else []
    if not written or written >= rule.value:
        return []
    return [f"Nguồn tin: mới ghi {written}, quy định ít nhất {rule.value} cơ quan báo chí "
            f"({rule.citation})."]  # fmt: skip


def _repeated(said: Mapping[str, Any]) -> list[str]:
    """Say what stands twice in a list, written otherwise."""
    found = []
    for name, key in _KEYS.items():
        alike: dict[str, list[str]] = {}
        for one in said.get(name) or []:
            alike.setdefault(key(one), []).append(one)
        found += [f"{_LISTS[name]} ghi hai lần: {' và '.join(some)}."
                  for some in alike.values() if len(some) > 1]  # fmt: skip
    return found


def _term(dossier: Dossier, said: Mapping[str, Any], today: date) -> list[str]:
    is_new = dossier.procedure.event == Event.ISSUED
    rule = longest(dossier.procedure.event, today)
    try:
        wanted = date.fromisoformat(str(said.get("valid_to", "")))
    except ValueError:
        return []
    if rule is None:
        return ["Thời hạn giấy phép do cơ quan xem xét; thời hạn tối đa theo quy định hiện hành "
                "đang được xác nhận."]  # fmt: skip
    start = today if is_new or dossier.licence is None else dossier.licence.current.valid_to
    if wanted <= rules.months_after(start, 12 * rule.value):
        return []
    return [f"Thời hạn đề nghị dài hơn mức tối đa {rule.value_text} ({rule.citation})."]


def _window(dossier: Dossier, today: date) -> list[str]:
    if dossier.procedure.event != Event.EXTENDED or dossier.licence is None:
        return []
    rule = _settled("LIC.EXTEND.FILE_BEFORE", today)
    ends = dossier.licence.current.valid_to
    if rule is None or today <= ends - timedelta(days=rule.value):
        return []
    return [f"Giấy phép hết hạn ngày {ends:%d/%m/%Y}: quy định nộp trước ít nhất "
            f"{rule.value_text} ({rule.citation})."]  # fmt: skip


def _standing(dossier: Dossier, today: date) -> list[str]:
    """Return what is said of a licence about which nothing can be decided as it stands."""
    event, licence = dossier.procedure.event, dossier.licence
    if licence is None or not event:
        return []
    standing = licence.current.standing(today)
    if event in FOLLOWS[standing]:
        return []
    return [f"Giấy phép số {licence} nay “{standing.label}”: khi còn như vậy thì không thể "
            f"{dossier.procedure.short_name.lower()}."]  # fmt: skip


def _moved(dossier: Dossier) -> list[str]:
    """Return what is said where the head office is not the one on a licence to be extended."""
    if dossier.procedure.event not in merging.KEEPING or dossier.licence is None:
        return []
    old, new = dossier.licence.current.address, dossier.applicant.address
    if not old or old.split() == new.split():
        return []
    return [f"Giấy phép ghi trụ sở “{old}”, thông tin tổ chức ghi “{new}”. "
            f"{dossier.procedure.short_name} không đổi trụ sở trên giấy phép: muốn đổi, làm thủ "
            "tục thông báo thay đổi hoặc sửa đổi, bổ sung giấy phép."]  # fmt: skip


def _one_for_many(files: Iterable[Attachment]) -> list[str]:
    purposes = {(one.file_id, one.purpose): one.name for one in files}
    times = Counter(file for file, _ in purposes)
    names = {file: name for (file, _), name in purposes.items()}
    return [
        f"Cùng một tệp ({names[file]}) được nộp cho {times[file]} giấy tờ khác nhau."
        for file in times
        if times[file] > 1
    ]
