"""Typed readers of the environment: a bad value stops the start with one clear sentence."""

import base64
import os
import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}
_KEY_ID = re.compile(r"[A-Za-z0-9._-]{1,20}")


def text(name: str, default: str | None = None) -> str:
    """Return the variable as text. Without a default an absent or empty variable raises."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"Thiếu biến môi trường bắt buộc {name}.")
    return default


def flag(name: str, *, default: bool) -> bool:
    """Return the variable as a truth value; only 1/0, true/false, yes/no, on/off are understood."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in _TRUE | _FALSE:
        return value in _TRUE
    raise ImproperlyConfigured(f"{name} phải là true hoặc false, không phải “{value}”.")


def number(name: str, default: int, *, low: int = 0, high: int = 2**31) -> int:
    """Return the variable as a whole number between `low` and `high`, both allowed."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not value.isascii() or not value.isdigit() or not low <= int(value) <= high:
        raise ImproperlyConfigured(
            f"{name} phải là số nguyên từ {low} đến {high}, không phải “{value}”."
        )
    return int(value)


def names(name: str, default: list[str]) -> list[str]:
    """Return a comma-separated variable as a list without empty parts."""
    value = os.environ.get(name, "")
    return [part.strip() for part in value.split(",") if part.strip()] or default


def ports(name: str, default: list[int]) -> list[int]:
    """Return a comma-separated variable as port numbers; anything else stops the start."""
    values = names(name, [str(port) for port in default])
    wrong = [v for v in values if not (v.isascii() and v.isdigit() and 0 < int(v[:6]) < 65536)]
    if wrong:
        raise ImproperlyConfigured(f"{name} phải là các số cổng 1–65535, không phải “{wrong[0]}”.")
    return [int(value) for value in values]


def folder(name: str, default: Path) -> Path:
    """Return the variable as an absolute folder path; nothing is created."""
    value = os.environ.get(name, "").strip()
    return Path(value).resolve() if value else default


def secret(name: str, *, least: int = 50) -> str:
    """Return a secret that must be set and be at least `least` characters long."""
    value = text(name)
    if len(value) < least:
        raise ImproperlyConfigured(f"{name} quá ngắn: cần ít nhất {least} ký tự.")
    return value


def keys(name: str) -> dict[str, bytes]:
    """Return a ring of 32-byte keys, newest first, written `id:base64,older-id:base64`."""
    ring: dict[str, bytes] = {}
    for entry in names(name, []):
        key_id, _, encoded = entry.partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except ValueError:
            key = b""
        if not _KEY_ID.fullmatch(key_id) or key_id in ring or len(key) != 32:
            raise ImproperlyConfigured(
                f"{name}: khóa thứ {len(ring) + 1} phải có dạng mã:base64 (32 byte), mã không lặp."
            )
        ring[key_id] = key
    if not ring:
        raise ImproperlyConfigured(f"Thiếu biến môi trường bắt buộc {name}.")
    return ring
