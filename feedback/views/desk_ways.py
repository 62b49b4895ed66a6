"""Where a choice leads that another law rules: to a step of its own, and what that means."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from feedback.states import ELSEWHERE, Kind
from feedback.views.desk_case_facts import Case

_FOLLOWS = {
    Kind.COMPLAINT: "Khiếu nại theo luật riêng, không xử lý như góp ý: hãy ghi nơi người gửi phải "
    "nộp đơn. Ý kiến kết thúc ở đây với lời hướng dẫn đó.",
    Kind.DENUNCIATION: "Tố cáo theo luật riêng: hồ sơ đã được cô lập. Nếu nơi khác có thẩm quyền, "
    "hãy ghi nơi ấy; ý kiến kết thúc ở đây với lời hướng dẫn đó.",
    Kind.DOSSIER: "Hồ sơ thủ tục hành chính nộp ở nơi khác: hãy ghi nơi nộp. Ý kiến kết thúc ở đây "
    "với lời hướng dẫn đó.",
}


@dataclass(frozen=True)
class Way:
    """Where to go on, and what taking that step means."""

    address: str
    words: str


def other_law(case: Case, verb: str, said: dict[str, Any]) -> Way | None:
    """Return the way of a kind that is not handled here, when a case was classified as one."""
    kind = said.get("kind", "")
    if verb != "classify" or case.submission.is_restricted or kind not in ELSEWHERE:
        return None
    address = reverse("feedback_desk:case", args=[case.submission.code])
    return Way(f"{address}?do=redirect&kind={kind}#step", _FOLLOWS[Kind(kind)])
