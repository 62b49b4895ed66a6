"""Tells what somebody wrote from what their mail program quoted, in Vietnamese and English."""

import re

LONGEST_LINE = 300
# "Vào Th 2, 23 thg 11, 2026 vào lúc 09:15 Nguyễn An <an@…> đã viết:", over up to three lines.
_WROTE = re.compile(
    r"(?:on|vào|ngày|lúc|trong thư ngày|at)\b.{4,280}?\b(?:wrote|đã viết|viết|writes)\s*:",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"[-_ ]{2,60}(?:original message|thư gốc|tin nhắn gốc|thông điệp gốc)[-_ ]{2,60}", re.IGNORECASE
)
# The four lines that Outlook puts above what it quotes.
_FROM = re.compile(r"\*?(?:from|từ|người gửi)\s*:", re.IGNORECASE)
_SENT = re.compile(r"\*?(?:sent|date|đã gửi|gửi lúc|ngày gửi|ngày)\s*:", re.IGNORECASE)
_ABOUT = re.compile(r"\*?(?:subject|chủ đề|tiêu đề)\s*:", re.IGNORECASE)
_OUTLOOK_LINES = 6


def split(body: str) -> tuple[str, str]:
    """Return what the sender wrote and what is quoted; where that is unclear, nothing is cut off.

    Answers between quoted lines stay together with the quoted lines around them.
    """
    lines = body.split("\n")
    at, below = _beginning(lines)
    if at is None:
        return _without_tail(lines)
    rest = lines[below:]
    if any(line.startswith(">") for line in rest):
        own = [line for line in rest if not line.startswith(">")]
        if _is_interleaved(rest):
            return _joined(lines[:at] + rest), _joined(lines[at:below])
        quoted = lines[at:below] + [line for line in rest if line.startswith(">")]
        return _joined(lines[:at] + own), _joined(quoted)
    return _joined(lines[:at]), _joined(lines[at:])


def _beginning(lines: list[str]) -> tuple[int | None, int]:
    """Return the line where the quoted message is announced, and the first one below that."""
    for number, line in enumerate(lines):
        short = line.strip()[:LONGEST_LINE]
        if _ORIGINAL.fullmatch(short):
            return number, number + 1
        if _FROM.match(short) and _is_outlook(lines[number + 1 : number + _OUTLOOK_LINES]):
            start = number - 1 if number and set(lines[number - 1].strip()) == {"_"} else number
            return start, number + 1
        for count in (1, 2, 3):
            together = " ".join(lines[number : number + count]).strip()[: LONGEST_LINE * 2]
            if _WROTE.fullmatch(together):
                return number, number + count
    return None, len(lines)


def _is_outlook(lines: list[str]) -> bool:
    return any(map(_SENT.match, lines)) and any(map(_ABOUT.match, lines))


def _is_interleaved(lines: list[str]) -> bool:
    """Tell whether somebody answered between quoted lines: quoted, own, quoted again."""
    kinds = [line.startswith(">") for line in lines if line.strip()]
    turns = sum(1 for one, next_one in zip(kinds, kinds[1:], strict=False) if one != next_one)
    return turns >= 2 and kinds[0]


def _without_tail(lines: list[str]) -> tuple[str, str]:
    """Cut off ">" lines at the very end, with nothing that announces them."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith(">")):
        end -= 1
    return _joined(lines[:end]), _joined(lines[end:])


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip()
