# ruff: noqa: E501  one case a line
"""A day as pages write it: in words, in numbers, in another order, in pieces."""

import unicodedata

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
SAID = [
    "Một",
    "Hai",
    "Ba",
    "Tư",
    "Năm",
    "Sáu",
    "Bảy",
    "Tám",
    "Chín",
    "Mười",
    "Mười Một",
    "Mười Hai",
]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


SPELLINGS = {
    "slashes": lambda d: f"{d:%d/%m/%Y}",
    "bare slashes": lambda d: f"{d.day}/{d.month}/{d.year}",
    "dashes": lambda d: f"{d:%d-%m-%Y}",
    "dots": lambda d: f"{d:%d.%m.%Y}",
    "weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, {d:%d/%m/%Y} 08:30",
    "weekday dash": lambda d: f"{WEEKDAYS[d.weekday()]} - {d:%d/%m/%Y} 14:05",
    "in words": lambda d: f"Ngày {d.day} tháng {d.month} năm {d.year}",
    "weekday in words": lambda d: f"{WEEKDAYS[d.weekday()]}, ngày {d:%d} tháng {d:%m} năm {d.year}",
    "time first": lambda d: f"15:55 | {d:%d/%m/%Y}",
    "posted": lambda d: f"Ngày đăng: {d:%d/%m/%Y}",
    "posted at": lambda d: f"Đăng lúc: 07:45 {d:%d-%m-%Y}",
    "updated at": lambda d: f"Cập nhật lúc {d:%H:%M}, ngày {d:%d/%m/%Y}",
    "joomla": lambda d: (
        f"Được đăng: {WEEKDAYS[d.weekday()]}, {d:%d} Tháng {d.month} {d.year} 08:30"
    ),
    "nukeviet": lambda d: f"{d:%d/%m/%Y} 08:30:00 AM",
    "dotnet": lambda d: f"{d:%d/%m/%Y} 4:30:00 CH",
    "sharepoint": lambda d: f"{d.month}/{d.day}/{d.year} 4:30 PM",
    "wordpress": lambda d: f"{d.day} Tháng {SAID[d.month - 1]}, {d.year}",
    "wordpress month first": lambda d: f"Tháng {SAID[d.month - 1]} {d.day}, {d.year}",
    "th": lambda d: f"{d.day} Th{d.month} {d.year}",
    "english": lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}",
    "english short": lambda d: f"{d.day} {ENGLISH[d.month - 1][:3]} {d.year}",
    "brackets": lambda d: f"({d:%d/%m/%Y})",
    "bracket time": lambda d: f"({d:%d/%m/%Y} 10:12)",
    "no year": lambda d: f"({d:%d/%m})",
    "bare no year": lambda d: f"<span>{d:%d/%m}</span>",
    "short year": lambda d: f"{d:%d/%m/%y}",
    "views beside": lambda d: f"{d:%d/%m/%Y} | Lượt xem: 1.234",
    "split": lambda d: f"<span>{d:%d}</span>/<span>{d:%m}</span>/<span>{d:%Y}</span>",
    "iso": lambda d: f"{d:%Y-%m-%d} 08:30:00",
    "nfd": lambda d: unicodedata.normalize(
        "NFD", f"Thứ Sáu, ngày {d.day} tháng {d.month} năm {d.year}"
    ),
    "gmt": lambda d: f"{d:%d/%m/%Y} 08:30 (GMT+7)",
}
BADGES = {
    "badge": lambda d: (
        f'<div class="date"><div class="day">{d:%d}</div><div class="month">Tháng {d.month}</div><div class="year">{d.year}</div></div>'
    ),
    "badge month/year": lambda d: f'<div class="ngay"><span>{d:%d}</span><p>{d:%m/%Y}</p></div>',
    "badge without year": lambda d: (
        f'<div class="date-box"><b>{d:%d}</b><span>Th{d.month}</span></div>'
    ),
}
