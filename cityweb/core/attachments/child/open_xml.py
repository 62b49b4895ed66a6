"""DOCX, XLSX, PPTX: every part known, every relationship inside, no field that runs anything."""

import re

import markup
from archive import Container
from verdict import Refusal

_MAIN = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "pptx",
}
_MACROS = re.compile(r"macro|vba|activex|customui|relationships/ui/|keymap", re.IGNORECASE)
_OBJECTS = re.compile(r"oleobject|ddelink", re.IGNORECASE)
_OUTSIDE = re.compile(r"externalLink|queryTable|connections", re.IGNORECASE)
_PARTS = {"xml", "rels", "vml", "png", "jpg", "jpeg", "gif", "emf", "wmf", "bmp", "tif", "tiff"}
_PARTS |= {"wdp", "svg", "odttf", "fntdata", "mp3", "wav", "m4a", "mp4", "mov"}
_INNER = {"docx", "xlsx", "pptx"}
_PRINTER = re.compile(r"(?:word|xl|ppt)/printersettings/printersettings\d+\.bin", re.IGNORECASE)
_GOOD_LINK = re.compile(r"(?:https?://|mailto:|tel:|#)", re.IGNORECASE)
_BAD_RELATIONS = re.compile(
    r"/(?:oleObject|control|vbaProject|aFChunk|attachedToolbars|frame|subDocument)\Z",
    re.IGNORECASE,
)
_COMMANDS = re.compile(
    r"\bDDE(?:AUTO)?\b|\bINCLUDE(?:TEXT|PICTURE)\b|\bQUOTE\s+\d+\s+\d+|\bMACROBUTTON\b",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"\|\s*'|\b(?:WEBSERVICE|DDE|CALL|REGISTER(?:\.ID)?|EXEC|RTD|IMPORTDATA)\s*\(|\[[^\]]*://",
    re.IGNORECASE,
)
_BAD_ELEMENTS = frozenset(
    {"OLEObject", "oleObject", "oleObj", "control", "ddeLink", "altChunk", "attachedToolbars"}
)
_WATCHED = _BAD_ELEMENTS | {"instrText", "fldSimple", "f", "hlinkClick", "hlinkHover"}
_WATCHED |= {"definedName", "formula1", "formula2"}


def judge(container: Container) -> tuple[str, list[str]]:
    """Return the kind, and the names of office files inside that are to be judged as well."""
    kind = _kind(container)
    inner = []
    for name in container.parts:
        if name.endswith("/"):
            continue
        extension = name.rpartition(".")[2].lower()
        if _MACROS.search(name):
            raise Refusal("macro")
        if extension in _INNER:
            inner.append(name)
        elif extension in _PARTS:
            _check_part(container, name, extension)
        elif _PRINTER.fullmatch(name):
            container.read(name)
        else:
            raise Refusal("embedded-object")
    return kind, inner


def _kind(container: Container) -> str:
    """Return the kind that the list of contents states, after looking through that list."""
    kinds = set()
    content = container.read("[Content_Types].xml")
    for _, attributes, _ in markup.elements(content, frozenset({"Override", "Default"})):
        stated = attributes.get("ContentType", "")
        if _MACROS.search(stated):
            raise Refusal("macro")
        if _OBJECTS.search(stated):
            raise Refusal("embedded-object")
        if _OUTSIDE.search(stated):
            raise Refusal("external-content")
        kinds |= {_MAIN[stated]} if stated in _MAIN else set()
    if len(kinds) != 1:
        raise Refusal("archive")
    return kinds.pop()


def _check_part(container: Container, name: str, extension: str) -> None:
    data = container.read(name)
    if extension == "rels":
        _check_relations(data)
    elif extension in {"xml", "vml"}:
        _check_content(data)
    elif extension == "svg":
        markup.check(data)
        if re.search(rb"<\s*(?:\w+:)?script|\son\w+\s*=|javascript:", data, re.IGNORECASE):
            raise Refusal("embedded-object")
    elif data.startswith((b"\xd0\xcf\x11\xe0", b"MZ", b"PK\3\4", b"\x7fELF", b"%PDF")):
        raise Refusal("embedded-object")


def _check_relations(data: bytes) -> None:
    for _, attributes, _ in markup.elements(data, frozenset({"Relationship"})):
        target, meaning = attributes.get("Target", ""), attributes.get("Type", "")
        if _MACROS.search(meaning) or _MACROS.search(target):
            raise Refusal("macro")
        if _BAD_RELATIONS.search(meaning):
            raise Refusal("embedded-object")
        if _OUTSIDE.search(meaning):
            raise Refusal("external-content")
        if attributes.get("TargetMode", "").lower() == "external":
            if not (meaning.endswith("/hyperlink") and _GOOD_LINK.match(target.strip())):
                raise Refusal("external-content")
        elif ":" in target or "\\" in target or target.count("../") > 4:
            raise Refusal("external-content")


def _check_content(data: bytes) -> None:
    commands = []
    for name, attributes, text in markup.elements(data, _WATCHED):
        if name in _BAD_ELEMENTS:
            raise Refusal("embedded-object")
        if name in {"instrText", "fldSimple"}:
            commands += [text, *(f" {value} " for value in attributes.values())]
        elif name in {"hlinkClick", "hlinkHover"}:
            if re.match(r"ppaction://(?:program|macro|ole)", attributes.get("action", "")):
                raise Refusal("active-field")
        elif _FORMULA.search(text):
            raise Refusal("active-field")
    # Word puts a command together from pieces before it runs it.
    if _COMMANDS.search("".join(commands)):
        raise Refusal("active-field")
