"""Pages with advertisements whose truth is known: the zoo's kind, and pages composed by hand.

The files of `bench/ad_unseen/` hold pages that share nothing with the zoo: each begins with a line
`<!--page CODE TRUTH-->`; parts that pages put in frames begin with `<!--manh CODE-->`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent / "ad_unseen"
_MARK = re.compile(r"^<!--(page|manh) (\S+) ?(\{.*\})?-->$", re.MULTILINE)
_STORY = (
    "<p>Chợ nổi đông khách từ sáng sớm; ghe chở trái cây nối nhau vào bến, người mua kẻ bán gọi "
    "nhau í ới. Ban quản lý vừa lắp thêm phao và đèn cho bến phía tây.</p>"
)


@dataclass(frozen=True, slots=True)
class Composed:
    """One page and what is true of it."""

    code: str
    html: str
    delay: float | None
    """Seconds until it can be closed; None where that is not the question."""
    fails: frozenset[str]
    either: frozenset[str]
    """Rules on which honest people may differ."""


def unseen(name: str) -> tuple[list[Composed], dict[str, str]]:
    """Return the pages of one file, or of `all`, and the parts they put in frames by path."""
    files = sorted(_FOLDER.glob("*.html" if name == "all" else f"{name}.html"))
    text = "".join(file.read_text("utf-8") for file in files)
    marks = list(_MARK.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    pages, parts = [], {}
    for mark, end in zip(marks, ends, strict=True):
        kind, code, said = mark.groups()
        body = text[mark.end() : end]
        if kind == "manh":
            parts[f"manh/{code}"] = body.strip()
            continue
        truth = json.loads(said)
        pages.append(
            Composed(
                code, _page(body), truth["delay"], frozenset(truth["fails"]),
                frozenset(truth.get("either", ())),
            )
        )  # fmt: skip
    return pages, parts


def _page(body: str) -> str:
    return (
        '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Báo Bến Sông</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<body><h1>Chợ nổi vào mùa</h1>{_STORY * 8}{body.strip()}{_STORY * 8}</body></html>"
    )
