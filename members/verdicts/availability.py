"""Whether a site can be reached, judged over its last observations and not over one of them.

One failure is only a suspicion: a site is down when it failed again and again with pauses between,
and up again when it answered twice. A site that goes up and down all the time is said to flap.
What a wall answers and what our own machine did wrong says nothing about the site.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median

from cityweb.core.fetch import Concern, Failure
from members.verdicts.levels import Judgement, Level

FAULTS_TO_DOWN = 3
ANSWERS_TO_UP = 2
BLIND_TO_SAY = 2
REMEMBERED = 20
TURNS_TO_FLAP, TURNS_TO_REST = 6, 2
CALM = 4
"""So many answers in a row settle a suspicion that failures raised."""
SLOW_MS, SLOW_OF = 4_000, 3


@dataclass(frozen=True)
class Seen:
    """One stored observation of the home page."""

    at: datetime
    url: str
    failure: Failure | None = None
    reason: str = ""
    elapsed_ms: int = 0
    is_planned: bool = False

    @property
    def is_fault(self) -> bool:
        """Whether the site itself failed; what was planned is no fault."""
        return (
            self.failure is not None
            and self.failure.concern is Concern.SITE
            and not self.is_planned
        )

    @property
    def is_blind(self) -> bool:
        """Whether nothing was learned of the site."""
        return self.failure is not None and not self.is_fault


@dataclass
class _Course:
    """How a site went through its observations."""

    spacing: timedelta
    is_down: bool | None = None
    is_flapping: bool = False
    faults: int = 0
    answers: int = 0
    blind: int = 0
    fault: Seen | None = None
    first_fault: Seen | None = None
    outcomes: list[bool] = field(default_factory=list)
    times: list[int] = field(default_factory=list)

    def go(self, seen: Seen) -> None:
        if seen.is_blind:
            self.blind += 1
            return
        self.blind = 0
        if seen.is_fault:
            self._failed(seen)
        else:
            self._answered(seen)
        self._count_turns(not seen.is_fault)

    def _failed(self, seen: Seen) -> None:
        if not self.faults:
            self.first_fault = seen
        self.faults, self.answers, self.fault = self.faults + 1, 0, seen
        is_spaced = self.first_fault is not None and seen.at - self.first_fault.at >= self.spacing
        if self.faults >= FAULTS_TO_DOWN and is_spaced:
            self.is_down = True

    def _answered(self, seen: Seen) -> None:
        self.faults, self.answers = 0, self.answers + 1
        self.times = [*self.times, seen.elapsed_ms][-SLOW_OF:]
        if self.is_down is None or self.answers >= ANSWERS_TO_UP:
            self.is_down = False

    def _count_turns(self, answered: bool) -> None:
        self.outcomes = [*self.outcomes, answered][-REMEMBERED:]
        turns = sum(a != b for a, b in zip(self.outcomes, self.outcomes[1:], strict=False))
        if turns >= TURNS_TO_FLAP:
            self.is_flapping = True
        elif turns <= TURNS_TO_REST:
            self.is_flapping = False


def judge(observed: Sequence[Seen], *, spacing: timedelta) -> Judgement:
    """Return how a site stands after its observations, the oldest first.

    `spacing` is how long the failures that make a site "down" must be spread over.
    """
    course = _followed(observed, spacing)
    last = observed[-1] if observed else None
    if last is None:
        return Judgement(Level.UNKNOWN, "unasked", "Chưa hỏi lần nào.")
    if last.is_blind and (course.blind >= BLIND_TO_SAY or course.is_down is None):
        return _blind(last)
    if course.is_down:
        return _down(course, last)
    if course.is_flapping:
        return _flapping(course, last)
    if course.faults and course.fault:
        return _suspected(course.fault, course.faults)
    if course.is_down is None:
        return Judgement(Level.UNKNOWN, "unasked", "Chưa đủ kết quả để kết luận.")
    if len(course.times) == SLOW_OF and median(course.times) >= SLOW_MS:
        return _slow(course, last)
    return Judgement(
        Level.OK, "up", "Truy cập được.", "Trả lời ở lần hỏi gần nhất.", last.url,
        f"Trả lời sau {last.elapsed_ms} ms.",
    )  # fmt: skip


def strikes(observed: Sequence[Seen], *, spacing: timedelta) -> int:
    """Return how far a suspicion has come that is not settled yet; 0 where nothing is open.

    While it is open the site is asked again sooner.
    """
    course = _followed(observed, spacing)
    if course.blind:
        return 0
    if course.is_down:
        return int(course.answers > 0)
    if course.faults or course.is_flapping:
        return course.faults
    return int(len(set(course.outcomes[-CALM:])) > 1)


def _followed(observed: Sequence[Seen], spacing: timedelta) -> _Course:
    course = _Course(spacing)
    for seen in observed:
        course.go(seen)
    return course


def _blind(last: Seen) -> Judgement:
    failure = last.failure or Failure.OURS
    said = {
        "rule": "Lần hỏi gần nhất không cho biết gì về website.",
        "url": last.url,
        "evidence": last.reason or failure.label,
        "fix": failure.fix,
    }
    if last.is_planned:
        text = "Đang trong giờ bảo trì đã khai báo."
        return Judgement(Level.PLANNED, "planned", text, **said | {"fix": ""})
    if failure.concern is Concern.REGISTER:
        text = f"Địa chỉ trong danh bạ không dùng được: {failure.label}."
        return Judgement(Level.NOTICE, failure.value, text, **said)
    return Judgement(Level.UNMEASURABLE, failure.value, f"Không đo được: {failure.label}.", **said)


def _down(course: _Course, last: Seen) -> Judgement:
    fault = course.fault or last
    failure = fault.failure or Failure.OURS
    is_back = course.answers > 0
    text = f"Không truy cập được: {failure.label}."
    return Judgement(
        Level.BAD,
        failure.value,
        f"{text} Vừa trả lời lại, chờ thêm một lần." if is_back else text,
        f"Ít nhất {FAULTS_TO_DOWN} lần hỏi liên tiếp, có quãng nghỉ, đều lỗi; "
        f"chỉ bỏ khi {ANSWERS_TO_UP} lần liên tiếp trả lời được.",
        fault.url,
        fault.reason or failure.label,
        failure.fix,
    )


def _flapping(course: _Course, last: Seen) -> Judgement:
    fault = course.fault or last
    failure = fault.failure or Failure.OURS
    failed = course.outcomes.count(False)
    return Judgement(
        Level.BAD,
        "flapping",
        "Chập chờn: lúc truy cập được, lúc không.",
        f"Đổi từ được sang lỗi hoặc ngược lại ít nhất {TURNS_TO_FLAP} lần trong "
        f"{REMEMBERED} lần hỏi gần nhất.",
        fault.url,
        f"{failed} trong {len(course.outcomes)} lần hỏi gần nhất bị lỗi, lần cuối: "
        f"{fault.reason or failure.label}.",
        failure.fix,
    )


def _suspected(fault: Seen, faults: int) -> Judgement:
    failure = fault.failure or Failure.OURS
    return Judgement(
        Level.NOTICE,
        "suspected",
        f"Vừa có lỗi, đang hỏi lại: {failure.label}.",
        f"Mới lỗi {faults} lần; kết luận khi đủ {FAULTS_TO_DOWN} lần có quãng nghỉ.",
        fault.url,
        fault.reason or failure.label,
        failure.fix,
    )


def _slow(course: _Course, last: Seen) -> Judgement:
    seconds = f"{median(course.times) / 1000:.1f}".replace(".", ",")
    return Judgement(
        Level.NOTICE,
        "slow",
        f"Truy cập được nhưng chậm: {seconds} giây.",
        f"Một nửa của {SLOW_OF} lần trả lời gần nhất lâu hơn {SLOW_MS // 1000} giây.",
        last.url,
        f"Lần cuối trả lời sau {last.elapsed_ms} ms.",
        Failure.TOO_SLOW.fix,
    )
