"""Dates and sizes in the words of each language. Plain values in, text out."""

from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings

ZONE = ZoneInfo(settings.TIME_ZONE)
LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_KB = 1024


def day(value: date, language: str) -> str:
    """Return “23/11/2026”, or “23 Nov 2026”."""
    if language == "en":
        return f"{value.day} {_MONTHS_EN[value.month - 1]} {value.year}"
    return f"{value.day:02}/{value.month:02}/{value.year}"


def day_in_words(value: date, language: str) -> str:
    """Return “thứ Hai 23/11/2026”, or “Monday, 23 Nov 2026”."""
    if language == "en":
        return f"{_WEEKDAYS_EN[value.weekday()]}, {day(value, language)}"
    return f"{_WEEKDAYS[value.weekday()]} {day(value, language)}"


def today_at(clock: str, language: str) -> str:
    """Return “08:15 hôm nay”, or “08:15 today”."""
    return f"{clock} today" if language == "en" else f"{clock} hôm nay"


def file_size(size: int, language: str) -> str:
    """Return “340 KB” or “1,2 MB”, with the language's decimal mark."""
    if size < _KB * _KB:
        return f"{max(1, round(size / _KB))} KB"
    text = f"{size / _KB / _KB:.1f} MB"
    return text if language == "en" else text.replace(".", ",")
