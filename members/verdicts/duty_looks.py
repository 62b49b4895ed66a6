"""Whether one showing of a home page is enough for a directive: one function for each kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from cityweb.core import text
from members.verdicts.duty import Duty, DutyKind, Look, Shown


def look(duty: Duty, shown: Shown) -> Look:
    """Return whether one showing is enough for a directive."""
    return _LOOKS[duty.kind](duty, shown)


def _same_place(one: str, other: str) -> bool:
    return _place(one) == _place(other)


def _place(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url.strip())
        return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")
    except ValueError:
        return "", url


def _banner(duty: Duty, shown: Shown) -> Look:
    if "links" not in shown:
        return Look(None)
    there = [
        (said, hidden) for href, said, hidden in shown["links"] if _same_place(href, duty.link)
    ]
    fix = f"Đặt biểu ngữ dẫn tới {duty.link} ở trang chủ, chỗ người đọc thấy được."
    if seen := [said for said, hidden in there if not hidden]:
        return Look(True, evidence=f"Liên kết tới {duty.link}: “{seen[0] or 'hình'}”")
    if there:
        return Look(False, "hidden", f"Liên kết tới {duty.link} {there[0][1]}", fix)
    wanted = [text.fold(word) for word in duty.words]
    for href, said, _hidden in shown["links"]:
        if any(word and word in text.fold(said) for word in wanted):
            return Look(False, "wrong-link", f"“{said}” dẫn tới {href}", fix)
    outside = ", ".join(dict.fromkeys(_place(href)[0] for href, *_ in shown["links"][:40]))
    seen_so = f"Trang chủ dẫn ra ngoài tới: {outside}" if outside else "Không liên kết ra ngoài nào"
    return Look(False, "missing", seen_so[:400], fix)


def _lacking_words(wanted: Sequence[str], there: Callable[[str], bool]) -> list[str]:
    return [
        word for word in wanted if not any(there(text.fold(one).strip()) for one in word.split("|"))
    ]


def _words_in(wanted: Sequence[str], there: Callable[[str], bool], seen: str, fix: str) -> Look:
    lacking = [word.split("|")[0].strip() for word in _lacking_words(wanted, there)]
    if not lacking:
        return Look(True, evidence=seen)
    code = "missing" if len(lacking) == len(wanted) else "incomplete"
    return Look(False, code, f"Thiếu: {', '.join(lacking)}. {seen}", fix)


def _sections(duty: Duty, shown: Shown) -> Look:
    if "labels" not in shown:
        return Look(None)
    labels = [text.fold(one) for one in shown["labels"]]
    seen = f"Mục ở trang chủ: {', '.join(shown['labels'][:12])}"[:300]
    fix = "Thêm mục còn thiếu vào trang chủ."
    return _words_in(duty.words, lambda word: any(word in one for one in labels), seen, fix)


_FOOTER = ("chịu trách nhiệm", "địa chỉ|trụ sở", "điện thoại|đt:|tel", "email|thư điện tử")


def _footer(duty: Duty, shown: Shown) -> Look:
    if "footer" not in shown:
        return Look(None)
    folded = text.fold(shown["footer"])
    seen = f"Chân trang: “{shown['footer'][:200]}”" if folded else "Không thấy chân trang"
    fix = "Ghi đủ ở chân trang: tên cơ quan, người chịu trách nhiệm, địa chỉ, điện thoại, thư."
    return _words_in(duty.words or _FOOTER, folded.__contains__, seen, fix)


def _by_address(name: str, what: str, fix: str) -> Callable[[Duty, Shown], Look]:
    def seen(duty: Duty, shown: Shown) -> Look:
        if name not in shown:
            return Look(None)
        if shown[name]:
            return Look(True, evidence=f"{what}: {shown[name]}")
        return Look(False, "missing", f"Không thấy {what.lower()} ở trang chủ", fix)

    return seen


def _https(duty: Duty, shown: Shown) -> Look:
    url = shown.get("url", "")
    if url.startswith("https://"):
        return Look(True, evidence=f"Trang chủ trả lời ở {url}")
    return Look(
        False, "missing", f"Trang chủ trả lời ở {url}",
        "Cài chứng thư số và chuyển hướng http:// sang https://.",
    )  # fmt: skip


def _hsts(duty: Duty, shown: Shown) -> Look:
    said = shown.get("headers", {}).get("strict-transport-security", "")
    age = re.search(r"max-age\s{0,4}=\s{0,4}\"?(\d{1,12})", said, re.IGNORECASE)
    if age and int(age[1]) > 0:
        return Look(True, evidence=f"Strict-Transport-Security: {said}")
    fix = "Thêm tiêu đề Strict-Transport-Security: max-age=31536000 vào mọi câu trả lời HTTPS."
    seen = f"Strict-Transport-Security: {said}" if said else "Không có Strict-Transport-Security"
    return Look(False, "missing", seen, fix)


def _ipv6(duty: Duty, shown: Shown) -> Look:
    if shown.get("ipv6") is None:
        return Look(None)
    if shown["ipv6"]:
        return Look(True, evidence="Tên miền có bản ghi AAAA")
    fix = "Khai bản ghi AAAA và cho máy chủ trả lời qua IPv6."
    return Look(False, "missing", "Tên miền không có bản ghi AAAA", fix)


def _gov_vn(duty: Duty, shown: Shown) -> Look:
    host = _place(shown.get("url", ""))[0].partition(":")[0]
    if host.endswith(".gov.vn"):
        return Look(True, evidence=f"Tên miền {host}")
    return Look(False, "missing", f"Tên miền {host}", "Chuyển trang về tên miền .gov.vn.")


_HEADERS = ("x-content-type-options", "x-frame-options|content-security-policy", "referrer-policy")


def _headers(duty: Duty, shown: Shown) -> Look:
    if "headers" not in shown:
        return Look(None)
    sent = shown["headers"]
    seen = f"Đã gửi: {', '.join(sent)}" if sent else "Không gửi tiêu đề bảo mật nào"
    fix = "Thêm các tiêu đề còn thiếu vào cấu hình máy chủ web."
    return _words_in(duty.words or _HEADERS, lambda word: bool(sent.get(word)), seen, fix)


def _security_txt(duty: Duty, shown: Shown) -> Look:
    if "security_txt" not in shown:
        return Look(None)
    lines = shown["security_txt"]
    if any(line.lower().startswith("contact:") for line in lines):
        return Look(True, evidence="; ".join(lines)[:300])
    fix = "Đặt tệp /.well-known/security.txt có dòng Contact: và Expires: (RFC 9116)."
    return Look(False, "missing", "Không có /.well-known/security.txt với dòng Contact:", fix)


_LOOKS: dict[DutyKind, Callable[[Duty, Shown], Look]] = {
    DutyKind.BANNER: _banner,
    DutyKind.SECTIONS: _sections,
    DutyKind.FOOTER: _footer,
    DutyKind.SEARCH: _by_address("search", "Ô tìm kiếm", "Thêm ô tìm kiếm vào trang chủ."),
    DutyKind.ENGLISH: _by_address("english", "Bản tiếng Anh", "Mở bản tiếng Anh của website."),
    DutyKind.HTTPS: _https,
    DutyKind.HSTS: _hsts,
    DutyKind.IPV6: _ipv6,
    DutyKind.GOV_VN: _gov_vn,
    DutyKind.HEADERS: _headers,
    DutyKind.SECURITY_TXT: _security_txt,
}
