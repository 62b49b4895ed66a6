"""What was measured on a page, as an officer reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_VIEWS = {"desktop": "máy tính", "phone": "điện thoại"}
_RESULTS = {
    "pass": "đạt",
    "fail": "vi phạm",
    "unsure": "chưa chắc, cán bộ xem",
    "lead": "cần xem hàng hóa",
}
_MOST_WORDS = 120


@dataclass(frozen=True)
class Ad:
    """One advertisement: what it says, and its measures line by line."""

    text: str
    facts: list[tuple[str, str]]
    verdicts: list[dict[str, str]]


@dataclass(frozen=True)
class Shown:
    """One page as it was measured."""

    view: str
    runs: int
    facts: list[tuple[str, str]]
    over: list[Ad]
    in_page: list[Ad]


def shown(found: Mapping[str, Any]) -> Shown:
    """Return what `behaviour.json` of a capture holds, in words."""
    judged: dict[str, list[dict[str, str]]] = {}
    for one in found.get("verdicts", []):
        words = one | {"said": _RESULTS.get(one["result"], one["result"])}
        judged.setdefault(one["ad"], []).append(words)
    return Shown(
        view=_VIEWS.get(found["view"], found["view"]),
        runs=found["runs"],
        facts=list(_of_page(found)),
        over=[_ad(one, list(_of_over(one)), judged) for one in found["over"]],
        in_page=[_ad(one, list(_of_any(one)), judged) for one in found["in_page"]],
    )


def _ad(
    one: Mapping[str, Any], facts: list[tuple[str, str]], judged: dict[str, list[dict[str, str]]]
) -> Ad:
    text = " ".join(one["text"].split())[:_MOST_WORDS]
    return Ad(text or one["name"], facts, judged.get(one["name"], []))


def _of_page(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "Mật độ quảng cáo", f"{_number(found['density'] * 100, 1)} % diện tích trang"
    yield "Yêu cầu tới nơi phát quảng cáo", str(len(found["requests"]))
    if found["windows"]:
        yield "Cửa sổ tự mở", ", ".join(found["windows"])
    if found["problems"]:
        yield "Trục trặc khi đo", ", ".join(found["problems"])


def _of_any(one: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "Nhãn", one["label"] or "không thấy"
    if one["rules"]:
        yield "Quy tắc đã khớp", ", ".join(one["rules"])


def _of_over(one: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _of_any(one)
    yield "Hiện sau", _seconds(one["appears_after"])
    yield "Che", f"{_number(one['covers'] * 100, 1)} % màn hình"
    control, delay = one["control"], one["delay"]
    yield "Nút tắt", _control(control) if control else "không thấy"
    if delay:
        bounds = f"từ {_seconds(delay['low'])} đến {_seconds(delay['high'])}"
        yield "Tắt được sau", f"{_seconds(delay['best'])} ({bounds}, {delay['runs']} lần đo)"
    if one["clicks_needed"]:
        yield "Số lần bấm", str(one["clicks_needed"])
    if one["has_video"]:
        length = _seconds(one["video_seconds"]) if one["video_seconds"] else "không rõ độ dài"
        yield "Video", f"{length}, {'có tiếng' if one['sounded'] else 'tắt tiếng'}"
    yield "Chỗ báo, từ chối", one["report"] or "không thấy"


def _control(control: Mapping[str, Any]) -> str:
    size = f"{control['width']:.0f}×{control['height']:.0f} điểm ảnh"
    faint = control["contrast"]
    contrast = f", tương phản {_number(faint, 1)}:1" if faint is not None else ""
    covered = ", bị lớp khác che" if control["covered"] else ""
    sign = f"“{control['text']}”" if control["text"] else "không ghi chữ"
    return f"{sign}, {size}{contrast}{covered}"


def _seconds(value: float) -> str:
    return f"{_number(value, 2)} giây"


def _number(value: float, places: int) -> str:
    return f"{value:.{places}f}".replace(".", ",")
