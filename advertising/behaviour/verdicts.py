"""Holds measures against the rules of the day. Pure: rules come in as `Standard` rows.

A verdict names rule, measure, limit and margin. Where the bounds of a measure lie on both sides of
a limit it is unsure, and says so: nobody is accused by what the measuring itself may have added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from advertising.behaviour.measures import Behaviour, Control, NonFixedAd

Result = Literal["pass", "fail", "unsure"]

# What the measuring itself may be off by, in seconds.
TOLERANCE = 0.1
# Leads of the office, not rules of law: a sign smaller or fainter than this is looked at by an
# officer. Source: WCAG 2.2, success criteria 2.5.8 and 1.4.11.
SMALL_PIXELS, FAINT_CONTRAST = 24, 3.0
# Smaller in both directions, or this close to its ground, nobody finds it: that is no doubt.
HIDDEN_PIXELS, HIDDEN_CONTRAST = 8, 1.02
LABELLED, CLOSABLE, WAIT_OF_ANY = "F1", "F2", "F3"
WAIT_OF_STILL, WAIT_OF_MOVING, HONEST, REPORTABLE, APART = "F5A", "F5B", "F6", "F7", "F8"


@dataclass(frozen=True, slots=True)
class Standard:
    """What the law asks on one day: the line of the checklist, and its number where it has one."""

    code: str
    citation: str
    limit: float | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rule held against one advertisement."""

    code: str
    ad: str
    result: Result
    measure: str
    limit: str
    margin: str
    citation: str


Standards = Mapping[str, Standard]


def judge(behaviour: Behaviour, standards: Standards) -> list[Verdict]:
    """Return a verdict for each rule in `standards` and each advertisement that it can meet."""
    found = [verdict for ad in behaviour.over for verdict in _over(ad, standards)]
    for row in behaviour.in_page:
        if standard := standards.get(LABELLED):
            found.append(_label(row["name"], row["label"], standard))
        if (standard := standards.get(APART)) and row["inText"] and not row["label"]:
            found.append(
                _verdict(standard, row["name"], "unsure", "nằm giữa các đoạn của bài, không nhãn")
            )
    return found


def _over(ad: NonFixedAd, standards: Standards) -> Iterator[Verdict]:
    if standard := standards.get(LABELLED):
        yield _label(ad.name, ad.label, standard)
    if standard := standards.get(CLOSABLE):
        yield _closable(ad, standard)
    kind = WAIT_OF_MOVING if ad.moves else WAIT_OF_STILL
    for code in (WAIT_OF_ANY, kind):
        standard = standards.get(code)
        if standard and standard.limit is not None and ad.control and ad.clicks_needed:
            yield _wait(ad, standard, standard.limit)
    if (standard := standards.get(HONEST)) and ad.control:
        yield _honest(ad, standard)
    if standard := standards.get(REPORTABLE):
        said = f"có: “{ad.report}”" if ad.report else "không thấy chỗ báo hoặc từ chối quảng cáo"
        yield _verdict(standard, ad.name, "pass" if ad.report else "fail", said)


def _label(name: str, label: str, standard: Standard) -> Verdict:
    said = f"ghi “{label}”" if label else "không thấy dấu hiệu phân biệt là quảng cáo"
    return _verdict(standard, name, "pass" if label else "fail", said)


def _closable(ad: NonFixedAd, standard: Standard) -> Verdict:
    if ad.control is None:
        gone = f", tự mất sau {_seconds(ad.goes_after)}" if ad.goes_after else ""
        return _verdict(standard, ad.name, "fail", f"không có nút tắt{gone}")
    if not ad.was_tried:
        return _verdict(standard, ad.name, "unsure", "có nút tắt, chưa bấm thử được")
    if ad.clicks_needed is None:
        return _verdict(standard, ad.name, "fail", "bấm ba lần không tắt được")
    doubts = _doubts(ad)
    result: Result = "unsure" if doubts else "pass"
    return _verdict(standard, ad.name, result, doubts or f"có nút “{ad.control.text}”")


def _doubts(ad: NonFixedAd) -> str:
    control, said = ad.control, []
    if control and not control.is_told:
        said.append("không mang chữ, dấu hay tên nào, chỉ tìm ra khi bấm thử ở góc")
    if control and min(control.width, control.height) < SMALL_PIXELS:
        said.append(f"nút {control.width:.0f}×{control.height:.0f} điểm ảnh")
    if control and control.contrast is not None and control.contrast < FAINT_CONTRAST:
        said.append(f"tương phản {control.contrast:.1f}:1")
    return ", ".join(said) and f"nút tắt khó thấy: {', '.join(said)}; cán bộ xem ảnh"


def _hidden(control: Control | None) -> str:
    """Return why nobody would find a control; nothing where one may."""
    if control is None:
        return ""
    if max(control.width, control.height) < HIDDEN_PIXELS:
        return f"nút tắt chỉ {control.width:.0f}×{control.height:.0f} điểm ảnh"
    if control.contrast is not None and control.contrast < HIDDEN_CONTRAST:
        return f"nút tắt lẫn vào nền, tương phản {control.contrast:.1f}:1".replace(".", ",")
    return ""


def _wait(ad: NonFixedAd, standard: Standard, limit: float) -> Verdict:
    delay = ad.delay
    if delay is None:
        return _verdict(standard, ad.name, "unsure", "chưa đo được thời gian chờ")
    result: Result = "unsure"
    if delay.low > limit + TOLERANCE:
        result = "fail"
    elif delay.high <= limit + TOLERANCE:
        result = "pass"
    return Verdict(
        code=standard.code,
        ad=ad.name,
        result=result,
        measure=f"{_seconds(delay.best)} (từ {_seconds(delay.low)} đến {_seconds(delay.high)}, "
        f"{delay.runs} lần đo)",
        limit=_seconds(limit),
        margin=f"{delay.best - limit:+.2f}".replace(".", ",") + " giây",
        citation=standard.citation,
    )


def _honest(ad: NonFixedAd, standard: Standard) -> Verdict:
    most = standard.limit
    if ad.is_fake:
        why = "bấm nút tắt thì mở trang khác" if ad.opened_by_close else "bấm nút tắt không có gì"
        if ad.comes_back:
            why = "tắt xong lại hiện ra"
        if ad.control and ad.control.covered:
            why = "nút tắt bị lớp khác che, " + why
        return _verdict(standard, ad.name, "fail", why)
    if hidden := _hidden(ad.control):
        return _verdict(standard, ad.name, "fail", hidden)
    if not ad.was_tried:
        return _verdict(standard, ad.name, "unsure", "chưa bấm thử được")
    if most is None or ad.clicks_needed is None:
        return _verdict(standard, ad.name, "unsure", f"tắt sau {ad.clicks_needed} lần bấm")
    result: Result = "pass" if ad.clicks_needed <= most else "fail"
    return Verdict(
        code=standard.code,
        ad=ad.name,
        result=result,
        measure=f"tắt sau {ad.clicks_needed} lần bấm",
        limit=f"{most:.0f} lần",
        margin=f"{ad.clicks_needed - most:+.0f} lần",
        citation=standard.citation,
    )


def _verdict(standard: Standard, ad: str, result: Result, measure: str) -> Verdict:
    return Verdict(standard.code, ad, result, measure, "", "", standard.citation)


def _seconds(value: float | None) -> str:
    return f"{value or 0:.2f}".replace(".", ",") + " giây"
