"""DOCX, XLSX, PPTX: every part known, every relationship inside, no field that runs anything."""

import re

import inner_media
import markup
from archive import Container
from verdict import Refusal

_MAIN = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "pptx",
}
_MACROS = re.compile(
    r"macro|vba|activex|customui|relationships/ui/|keymap|webextension", re.IGNORECASE
)
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
# Stands where a field begins: what some fields do is told by their first word alone.
_BEGIN = "\x13"
_COMMANDS = re.compile(
    r"\bDDE(?:AUTO)?\b|\bINCLUDE(?:TEXT|PICTURE)\b|\bQUOTE\s+\d+\s+\d+|\bMACROBUTTON\b"
    r"|\x13\s*(?:LINK|IMPORT|INCLUDE|DATABASE|PRINT|RD|EMBED|HTMLCONTROL|CONTROL)\b"
    r'|"\s*(?:\\\\|(?:[a-z]:[\\/]|(?:file|javascript|vbscript|data|smb|ftp|ldap|mhtml|shell|search|ms-[a-z-]+):))',
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"\|\s*'|\[[^\]]*://|\\\\|_xll\."
    r"|\b(?:WEBSERVICE|DDE|CALL|REGISTER(?:\.ID)?|EXEC|RTD|IMPORTDATA|IMAGE|PY|SQL\.REQUEST"
    r"|FORMULA(?:\.FILL)?|GET\.[A-Z]+)\s*\("
    r'|\bHYPERLINK\s*\(\s*"\s*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:',
    re.IGNORECASE,
)
_STARTS_BY_ITSELF = re.compile(r"auto_?(?:open|close|exec|activate|deactivate)", re.IGNORECASE)
_BAD_ACTION = re.compile(r"ppaction://(?:program|macro|ole|hlinkfile|hlinkpres)", re.IGNORECASE)
_OBJECT_ELEMENTS = frozenset(
    {"OLEObject", "oleObject", "oleObj", "control", "ddeLink", "altChunk", "attachedToolbars"}
    | {"script"}
)
_FETCHING_ELEMENTS = frozenset({"DataMashup", "mailMerge"})
_FIELDS = frozenset({"instrText", "fldSimple", "fldChar"})
_LINKS = frozenset({"hlinkClick", "hlinkHover", "hlinkMouseOver"})
_FORMULAS = frozenset(
    {"f", "definedName", "formula", "formula1", "formula2"}
    | {"calculatedColumnFormula", "totalsRowFormula"}
)
_WATCHED = _OBJECT_ELEMENTS | _FETCHING_ELEMENTS | _FIELDS | _LINKS | _FORMULAS
_WATCHED |= {"cacheSource", "cmd"}
# Old drawings name their pictures by address as well as by relationship.
_ADDRESSES = frozenset({"src", "href", "althref"})
_DRAWN_FROM = frozenset({"imagedata", "fill", "stroke"})


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
        # A table of a hundred thousand cells has no drawing in it, and every attribute takes time.
        is_table = name.lower().startswith("xl/worksheets/")
        _check_content(data, frozenset() if is_table else _ADDRESSES)
    else:
        inner_media.check(data, extension)


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


def _check_content(data: bytes, bearing: frozenset[str]) -> None:
    commands = []
    for name, attributes, text in markup.elements(data, _WATCHED, bearing):
        _check_element(name, attributes, text)
        if name == "fldChar":
            begins = any(value == "begin" for value in attributes.values())
            commands += [_BEGIN] if begins else []
        elif name == "fldSimple":
            commands += [_BEGIN, *(f" {value} " for value in attributes.values())]
        elif name == "instrText":
            commands += [text, *(f" {value} " for value in attributes.values())]
    # Word puts a command together from pieces before it runs it.
    if _COMMANDS.search("".join(commands)):
        raise Refusal("active-field")


def _check_element(name: str, attributes: dict[str, str], text: str) -> None:
    """Refuse one element for what it is, what it says, or where it leads."""
    if name in _OBJECT_ELEMENTS:
        raise Refusal("embedded-object")
    if name in _FETCHING_ELEMENTS or (
        name == "cacheSource" and attributes.get("type") == "external"
    ):
        raise Refusal("external-content")
    if name == "cmd" and attributes.get("type") == "verb":
        raise Refusal("embedded-object")
    if name in _LINKS and _BAD_ACTION.match(attributes.get("action", "")):
        raise Refusal("active-field")
    if name in _FORMULAS:
        if _STARTS_BY_ITSELF.search(attributes.get("name", "")):
            raise Refusal("macro")
        if _FORMULA.search(text):
            raise Refusal("active-field")
    for key, value in attributes.items():
        if key.rpartition(":")[2] in _ADDRESSES:
            _check_address(name, value.strip().lower())


def _check_address(owner: str, target: str) -> None:
    """Refuse a picture fetched from elsewhere, and a link to anything but the web and mail.

    A letter out of a mail program names its pictures "cid:…": those lie in the file.
    """
    if target.startswith("cid:"):
        return
    leads_away = ":" in target or target.startswith(("\\\\", "//", "/"))
    if leads_away and (owner in _DRAWN_FROM or not _GOOD_LINK.match(target)):
        raise Refusal("external-content")
