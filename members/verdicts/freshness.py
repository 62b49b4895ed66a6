"""Whether there is news: by the office's limits, and by the site's own rhythm within them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from members import rhythm
from members.freshness import Observation, combine
from members.novelty import Trick
from members.rhythm import Rhythm, Silence, WorkedDays
from members.verdicts.levels import ORDER, Judgement, Level

PUBLISH = (
    "Đăng tin mới. Nếu tin đã có mà ngày không hiện: cho hiện ngày đăng ở danh sách tin, "
    "hoặc mở RSS có ngày của từng tin."
)
HOW = {
    "feed": "Ngày của mục trong RSS",
    "sitemap-news": "Ngày đăng ghi trong sitemap",
    "sitemap": "Ngày sửa ghi trong sitemap",
    "address": "Ngày trong địa chỉ bài",
    "declared": "Ngày khai trong dữ liệu của trang",
    "list": "Ngày viết cạnh đầu đề trong danh sách tin",
    Trick.REDATED: "Tin cũ được đề ngày mới: tính theo ngày thấy lần đầu",
    Trick.IMPORTED: "Tin mới hơn chỉ dẫn sang website khác: tính tin của chính website",
}
OWN = (
    "Đăng tin của chính đơn vị. Tin sửa lại thì giữ ngày đăng cũ; tin lấy từ website khác để ở "
    "mục riêng."
)


@dataclass(frozen=True)
class Limits:
    """After how many days of silence a site is told, is late, and rings the alarm."""

    warn: int
    stale: int
    alarm: int

    def narrowed(self, own: tuple[int | None, int | None, int | None]) -> "Limits":
        """Return these limits with those replaced that a site or a section has of its own.

        One that is set alone takes the others along, so that they go on rising.
        """
        warn, stale, alarm = own
        late = stale if stale is not None else self.stale
        late = late if warn is None else max(late, warn + 1)
        late = late if alarm is None else min(late, alarm - 1)
        return Limits(
            warn=warn if warn is not None else min(self.warn, max(late - 1, 1)),
            stale=late,
            alarm=alarm if alarm is not None else max(self.alarm, late + 1),
        )


def judge(
    read: Sequence[Observation],
    *,
    limits: Limits,
    news_days: Sequence[date],
    today: date,
    calendar: WorkedDays,
) -> Judgement:
    """Return how fresh a site or a section is from the newest reading of each of its addresses.

    `news_days` are all days of news that were ever seen on it, which teach its rhythm.
    """
    if not read:
        return Judgement(Level.UNKNOWN, "unread", "Chưa đọc được trang nào để tìm tin.")
    newest = combine(read).site
    if newest is None or newest.found is None:
        return Judgement(
            Level.NOTICE,
            "undated",
            "Không chứng minh được ngày của tin nào.",
            "Đồng hồ, năm bản quyền, ngày văn bản và lịch sự kiện không phải là ngày tin.",
            read[0].url,
            "Đã đọc: " + ", ".join(one.url for one in read[:5]),
            PUBLISH,
        )
    learned = rhythm.learn(news_days, today=today, calendar=calendar)
    level, code, text = _graded(newest.found.day, limits, learned, today, calendar)
    is_trick = newest.found.rule in {*Trick}
    if is_trick:
        level, code, text = _unmasked(Trick(newest.found.rule), level, text)
    return Judgement(
        level,
        code,
        text,
        f"{HOW.get(newest.found.rule, 'Ngày đăng của bài')}; nhắc sau {limits.warn} ngày, quá hạn "
        f"sau {limits.stale}, báo động sau {limits.alarm}.",
        newest.url,
        newest.found.evidence,
        OWN if is_trick else "" if level is Level.OK else PUBLISH,
    )


def _unmasked(trick: Trick, level: Level, text: str) -> tuple[Level, str, str]:
    """Grade what only looks fresh: news dated anew by its true age, others' news mildly."""
    if trick is Trick.REDATED:
        return max(level, Level.NOTICE, key=ORDER.__getitem__), trick, f"Tin cũ đề ngày mới. {text}"
    return Level.NOTICE, trick, f"Tin mới chỉ dẫn sang website khác. {text}"


def _graded(
    last: date, limits: Limits, learned: Rhythm, today: date, calendar: WorkedDays
) -> tuple[Level, str, str]:
    age = (today - last).days
    said = f"Tin mới nhất ngày {last:%d/%m/%Y}"
    if age > limits.alarm:
        return Level.BAD, "alarm", f"{said}: {age} ngày không có tin mới, quá mức báo động."
    if age > limits.stale:
        return Level.BAD, "stale", f"{said}: {age} ngày không có tin mới, đã quá hạn."
    judged = rhythm.judge(last, learned, today=today, calendar=calendar, limit_days=limits.stale)
    if judged.silence is Silence.UNUSUAL:
        return Level.NOTICE, "unusual", judged.reason
    if age > limits.warn:
        return Level.NOTICE, "quiet", f"{said}: {age} ngày không có tin mới."
    return Level.OK, "fresh", f"{said}."
