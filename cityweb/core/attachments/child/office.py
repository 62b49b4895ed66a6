"""Office files: Open XML and OpenDocument text without macros, objects and outside references."""

from typing import Any

import open_xml
import opendocument
from archive import Container
from verdict import Refusal, Result

_OPEN_DOCUMENT_TYPE = "mimetype"
# A workbook behind a chart may itself hold none.
_DEEPEST = 1


def prepare() -> None:
    """Need nothing beyond what is loaded."""


def run(data: bytes, job: dict[str, Any]) -> Result:
    """Say which kind the file is. It is kept as it came or refused, never mended."""
    return Result(kind=_judge(data, depth=0))


def _judge(data: bytes, *, depth: int) -> str:
    if depth > _DEEPEST:
        raise Refusal("embedded-object")
    container = Container(data)
    if "[Content_Types].xml" in container.parts:
        kind, inner = open_xml.judge(container)
    elif _OPEN_DOCUMENT_TYPE in container.parts:
        kind, inner = opendocument.judge(container)
    else:
        raise Refusal("archive")
    for name in inner:
        _judge(container.read(name), depth=depth + 1)
    return kind
