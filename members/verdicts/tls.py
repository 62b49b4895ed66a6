"""How long a site's certificate still holds, in steps that are each told once."""

from datetime import datetime

from django.utils import timezone

from cityweb.core.fetch import Failure
from members.verdicts.levels import Judgement, Level

STEPS = (30, 14, 7, 3, 1)
"""Days before the end at which a unit is told."""
GRAVE = 7
BELIEF = frozenset(
    {
        *(Failure.TLS_EXPIRED, Failure.TLS_NOT_YET, Failure.TLS_NAME),
        *(Failure.TLS_SELF_SIGNED, Failure.TLS_CHAIN, Failure.TLS_HANDSHAKE),
    }
)
"""Why browsers do not believe a certificate."""


def judge(
    *, url: str, failure: Failure | None, not_after: datetime | None, issuer: str, now: datetime
) -> Judgement:
    """Return how a certificate stands; `url` is where the last visit to the home page ended."""
    ends = f"{timezone.localtime(not_after):%d/%m/%Y}" if not_after else ""
    proof = f"Cấp bởi {issuer or 'không rõ'}, hết hạn ngày {ends}." if ends else ""
    if failure in BELIEF:
        text = f"{failure.label}."
        rule = "Trình duyệt của người dân sẽ báo website không an toàn."
        return Judgement(Level.BAD, failure.value, text, rule, url, proof or text, failure.fix)
    if url.startswith("http://") and failure is None:
        return Judgement(
            Level.NOTICE,
            "no-https",
            "Website chưa dùng HTTPS.",
            "Trang chủ trả lời ở địa chỉ http://.",
            url,
            url,
            "Cài chứng thư số và chuyển hướng http:// sang https://.",
        )
    if not_after is None:
        return Judgement(Level.UNKNOWN, "unseen", "Chưa thấy chứng thư số.")
    days = (timezone.localdate(not_after) - timezone.localdate(now)).days
    step = min((step for step in STEPS if days <= step), default=None)
    if step is None:
        return Judgement(Level.OK, "valid", f"Còn hạn đến {ends}.", "", url, proof)
    return Judgement(
        Level.BAD if days <= GRAVE else Level.NOTICE,
        f"ends-{step}",
        f"Chứng thư số hết hạn sau {max(days, 0)} ngày.",
        f"Báo khi còn {', '.join(map(str, STEPS))} ngày.",
        url,
        proof,
        Failure.TLS_EXPIRED.fix,
    )
