"""The sample content as it lies in the JSON files beside this module."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    """Return the rows of one file, named without its ending."""
    return json.loads((_HERE / f"{name}.json").read_text(encoding="utf-8"))


@cache
def stories() -> list[Row]:
    """Return the articles of all files, the oldest first; those yet to appear come last."""
    files = sorted((_HERE / "articles").glob("*.json"))
    found = [row for file in files for row in json.loads(file.read_text(encoding="utf-8"))]
    return sorted(found, key=lambda row: -row.get("hours_ago", 0))


@cache
def descriptions() -> dict[str, str]:
    """Return what each picture shows, in words, by the picture's name."""
    return json.loads((_HERE / "pictures.json").read_text(encoding="utf-8"))


def drawing(name: str) -> bytes:
    """Return a picture as WebP, 1600 pixels wide."""
    return (_HERE / "pictures" / f"{name}.webp").read_bytes()
