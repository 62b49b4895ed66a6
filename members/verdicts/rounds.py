"""Whether a round says anything about the sites, or only about our own network and machine."""

from collections.abc import Sequence

from cityweb.core.fetch import Concern, Failure

FEW = 5
"""In so small a round a failure of every site is no sign of our own."""
OWN_SHARE = 0.25
NETWORK = frozenset(
    {
        *(Failure.DNS_MISSING, Failure.DNS_EMPTY, Failure.DNS_FAILED, Failure.DNS_TIMEOUT),
        *(Failure.CONNECT_REFUSED, Failure.CONNECT_TIMEOUT, Failure.UNREACHABLE),
        *(Failure.RESET, Failure.CLOSED, Failure.TLS_TIMEOUT, Failure.TLS_HANDSHAKE),
        *(Failure.NO_ANSWER, Failure.TOO_SLOW, Failure.TRUNCATED),
    }
)
"""What our own line may be to blame for."""
OUR_OWN_BAR = frozenset({Failure.PORT, Failure.OFF_LIMITS})
"""One site may be registered wrongly; many at once are barred by our own setting."""


def is_network_in_doubt(failures: Sequence[Failure | None]) -> bool:
    """Tell whether anything failed that a cut line of ours would explain."""
    return any(failure in NETWORK for failure in failures)


def why_inconclusive(failures: Sequence[Failure | None], *, controls_reached: bool | None) -> str:
    """Return why a round blames nobody, or nothing where it counts.

    `controls_reached` tells whether any control address answered when the sites had been asked;
    None where none was asked.
    """
    barred = sum(failure in OUR_OWN_BAR for failure in failures)
    if len(failures) > FEW and barred > len(failures) * OWN_SHARE:
        return "Máy theo dõi đang không được phép hỏi nhiều địa chỉ: xem cấu hình FETCH_*."
    own = sum(failure is not None and failure.concern is Concern.OURS for failure in failures)
    if own > len(failures) * OWN_SHARE:
        return "Máy theo dõi quá tải hoặc gặp lỗi khi hỏi."
    if controls_reached is False:
        return "Không địa chỉ đối chứng nào trả lời: đường truyền của máy theo dõi bị đứt."
    in_doubt = sum(failure in NETWORK for failure in failures)
    if controls_reached is None and len(failures) > FEW and in_doubt == len(failures):
        return "Mọi website cùng không tới được: nhiều khả năng do đường truyền của máy theo dõi."
    return ""
