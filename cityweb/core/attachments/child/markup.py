"""XML of strangers: no entities, no other encodings, no bottomless nesting."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from verdict import Refusal

_DEEPEST = 256
_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_GOOD_ENCODINGS = {b"utf-8", b"us-ascii", b"ascii"}
_BOM = b"\xef\xbb\xbf"

Element = tuple[str, dict[str, str], str]


def check(data: bytes) -> None:
    """Raise `Refusal`: "xml-bomb" for a document type or entities, "xml-external" where one of
    them lies elsewhere, "unreadable" for broken XML."""
    for _ in elements(data, frozenset()):
        raise AssertionError("no element was asked for")


def elements(
    data: bytes, wanted: frozenset[str], bearing: frozenset[str] = frozenset()
) -> Iterator[Element]:
    """Yield (name without prefix, attributes, text) of the elements asked for, in order.

    Those too that bear an attribute with one of the names in `bearing`, under any prefix. The text
    is that directly inside the element. The whole document is checked on the way.
    """
    bare = data.removeprefix(_BOM)
    declared = _ENCODING.match(bare)
    if b"\0" in data or (declared and declared[1].lower() not in _GOOD_ENCODINGS):
        raise Refusal("odd-encoding")
    reader = _Reader(wanted, bearing)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as problem:
        raise Refusal("unreadable") from problem
    yield from reader.found


def words(data: bytes, ends: frozenset[str], spaces: frozenset[str]) -> str:
    """Return all text of the document: a new line behind each of `ends`, a space for `spaces`."""
    check(data)
    found: list[str] = []
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.CharacterDataHandler = found.append
    parser.StartElementHandler = lambda name, _: (
        found.append(" ") if name.rpartition(":")[2] in spaces else None
    )
    parser.EndElementHandler = lambda name: (
        found.append("\n") if name.rpartition(":")[2] in ends else None
    )
    parser.Parse(data, True)
    return re.sub(r"\s*\n\s*", "\n", "".join(found)).strip()


class _Reader:
    """Collects wanted elements; sees every start and end to bound the depth."""

    def __init__(self, wanted: frozenset[str], bearing: frozenset[str]) -> None:
        self.found: list[Element] = []
        self._wanted = wanted
        self._bearing = bearing
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self._depth = 0
        parser = self.parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.EndDoctypeDeclHandler = self._end_of_doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        if wanted or bearing:
            parser.CharacterDataHandler = self._text

    def _doctype(self, _: str, elsewhere: str | None, *__: object) -> None:
        # What it declares comes next; nothing of it is ever put in.
        if elsewhere:
            raise Refusal("xml-external")

    def _entity(self, _: str, __: bool, value: str | None, *___: object) -> None:
        raise Refusal("xml-external" if value is None else "xml-bomb")

    def _end_of_doctype(self) -> None:
        raise Refusal("xml-bomb")

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise Refusal("external-content")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Refusal("too-costly")
        bare = name.rpartition(":")[2]
        if bare in self._wanted or (self._bearing and self._bears(attributes)):
            self._open.append((bare, attributes, []))

    def _bears(self, attributes: dict[str, str]) -> bool:
        return any(name.rpartition(":")[2] in self._bearing for name in attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._open and self._open[-1][0] == name.rpartition(":")[2]:
            bare, attributes, texts = self._open.pop()
            self.found.append((bare, attributes, "".join(texts)))

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1][2].append(text)
