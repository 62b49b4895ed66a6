"""Reads DATABASE_URL, the way the engines and twelve-factor hosts write it."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_PREPARE_AFTER = 5

# Unless this exists, every trigger of pgtrigger raises and catches an error inside PostgreSQL for
# every row, and a transaction over many rows takes time in the square of their number.
_KNOWN_TO_PGTRIGGER = "-c pgtrigger.ignore={}"
# A page asks many small questions, and many are drawn at once: starting parallel workers for one
# costs more than they bring (docs/measurements.md, section 7). DATABASE_URL has the last word.
_WITHOUT_HELPERS = "-c max_parallel_workers_per_gather=0"


def from_url(url: str) -> dict[str, Any]:
    """Return Django's settings for one PostgreSQL database.

    Understands `postgresql://user:password@host:port/name?option=value` and sockets as
    `postgresql:///name?host=/folder&user=name`. Raises `ImproperlyConfigured` on anything else.
    The server keeps the plans of questions asked often; behind a pooler that shares connections
    between transactions, `prepare_threshold=none` turns that off.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL phải bắt đầu bằng postgresql://")
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    try:
        port = parts.port
    except ValueError as problem:
        raise ImproperlyConfigured("DATABASE_URL có số cổng không hợp lệ.") from problem
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ImproperlyConfigured("DATABASE_URL thiếu tên cơ sở dữ liệu.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or "") or options.pop("user", ""),
        "PASSWORD": unquote(parts.password or "") or options.pop("password", ""),
        "HOST": unquote(parts.hostname or "") or options.pop("host", ""),
        "PORT": str(port or options.pop("port", "")),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": _options(options),
    }


def _options(options: dict[str, str]) -> dict[str, Any]:
    threshold = _threshold(options)
    if threshold is None:
        # A pooler refuses settings with a connection; there the role brings them.
        return {**options, "prepare_threshold": None}
    settings = f"{_WITHOUT_HELPERS} {options.get('options', '')} {_KNOWN_TO_PGTRIGGER}"
    settings = " ".join(settings.split())
    return {**options, "prepare_threshold": threshold, "options": settings}


def _threshold(options: dict[str, str]) -> int | None:
    """Return after how many times a question is kept prepared, or None for never."""
    wanted = options.get("prepare_threshold", str(_PREPARE_AFTER))
    if wanted == "none":
        return None
    if not wanted.isdecimal():
        raise ImproperlyConfigured("prepare_threshold trong DATABASE_URL phải là số hoặc none.")
    return int(wanted)
