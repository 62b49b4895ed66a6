"""Rules of feedback as pure functions of plain values."""

from datetime import datetime


def late_minutes(*, due_at: datetime | None, closed_at: datetime) -> int:
    """Return by how many whole minutes something that ended at `closed_at` was late; else 0."""
    if due_at is None or closed_at <= due_at:
        return 0
    return int((closed_at - due_at).total_seconds() // 60)
