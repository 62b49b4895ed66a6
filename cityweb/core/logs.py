"""One JSON line an event, to standard output, with the id of the request it belongs to.

Lines are for operators. They carry no personal data: no names, numbers, addresses or texts that
people sent, and so no messages of exceptions either, because a database error quotes the row.
"""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime

# The id of the request (or the background task) that this thread is working for.
request_id: ContextVar[str] = ContextVar("request_id", default="")


class JsonFormatter(logging.Formatter):
    """Turns a record into one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if current := request_id.get():
            line["request_id"] = current
        if record.exc_info and record.exc_info[1]:
            line["failure"] = describe(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


class NoProbes(logging.Filter):
    """Leaves out that a health probe was told "not yet": the prober says so, with the reason."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        return not getattr(request, "path", "").startswith("/healthz/")


def describe(failure: BaseException) -> list[str]:
    """Return what happened and where, innermost cause last, without the words of the message."""
    lines: list[str] = []
    cause: BaseException | None = failure
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += [
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return lines
