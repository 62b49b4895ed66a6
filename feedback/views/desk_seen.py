"""What an officer had on the screen when deciding: nobody overwrites what they never saw."""

import json
from typing import Any

from cityweb.core.errors import Refused
from feedback.models import Message, Submission
from feedback.states import State

_NAMES = {
    "state": "trạng thái",
    "kind": "loại",
    "category": "lĩnh vực",
    "unit": "địa bàn",
    "is_urgent": "mức khẩn",
    "assigned_to": "phụ trách",
}


def mark(one: Submission) -> str:
    """Return what the screen of this submission shows, to be sent back with a decision."""
    return json.dumps(_facts(one))


def check(pk: int, given: str) -> None:
    """Lock the submission and compare it with the mark of the screen the decision was taken on.

    Raises `Refused("changed-meanwhile")`, naming what changed. Without a mark nothing is compared.
    """
    if not given:
        return
    rows = Submission.objects.select_for_update(of=("self",))
    one = rows.select_related("category", "unit", "assigned_to").get(pk=pk)
    was, now = _read(given), _facts(one)
    changed = [name for name in now if was.get(name) != now[name]]
    if not changed:
        return
    words = [f"{_NAMES[name]} nay là “{_shown(one, name)}”" for name in _NAMES if name in changed]
    said = "; ".join(words) or "có thêm bước xử lý hoặc lời của người gửi"
    raise Refused(
        "changed-meanwhile",
        f"Ý kiến đã thay đổi từ khi bạn mở trang: {said}. "
        "Hãy xem lại; bấm lần nữa nếu vẫn quyết định như đang chọn.",
    )


def _facts(one: Submission) -> dict[str, Any]:
    facts: dict[str, Any] = {name: getattr(one, f"{name}_id", None) for name in _NAMES}
    facts |= {name: getattr(one, name) for name in ("state", "kind", "is_urgent")}
    # That the machine began with it changes nothing for who has it open already.
    taken = one.steps.exclude(state=State.SUBMITTED, actor=None).order_by("pk")
    facts["step"] = taken.values_list("pk", flat=True).last()
    heard = Message.objects.of_all_joined(one).order_by("pk")
    facts["heard"] = heard.values_list("pk", flat=True).last()
    return facts


def _read(given: str) -> dict[str, Any]:
    try:
        read = json.loads(given[:500])
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _shown(one: Submission, name: str) -> str:
    if name in ("state", "kind"):
        return getattr(one, f"get_{name}_display")() or "chưa rõ"
    if name == "is_urgent":
        return "khẩn" if one.is_urgent else "thường"
    return str(getattr(one, name) or "chưa rõ")
