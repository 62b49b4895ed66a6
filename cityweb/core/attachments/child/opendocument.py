"""OpenDocument text: no scripts, no objects, nothing fetched from outside."""

import re

import inner_media
import markup
from archive import Container
from verdict import Refusal

_TYPE = b"application/vnd.oasis.opendocument.text"
_PARTS = {"xml", "rdf", "png", "jpg", "jpeg", "gif", "svg", "emf", "wmf", "bmp", "ttf", "otf"}
_SCRIPTS = ("Basic/", "Scripts/", "Dialogs/")
_BAD_ELEMENTS = frozenset(
    {"event-listener", "script", "applet", "plugin", "floating-frame", "object", "object-ole"}
    | {"dde-connection", "dde-connection-decl", "dde-source", "encryption-data", "fill-image-link"}
    | {"execute-macro"}
)
_MACROS = frozenset({"event-listener", "script", "execute-macro"})
# Whatever bears an address fetches what lies there, but for links and the name of a template.
_ADDRESS = frozenset({"href"})
_GOOD_LINK = re.compile(r"(?:https?://|mailto:|tel:|#)", re.IGNORECASE)


def judge(container: Container) -> tuple[str, list[str]]:
    """Return ("odt", []): a text holds no other office files."""
    if container.read("mimetype").strip() != _TYPE or "content.xml" not in container.parts:
        raise Refusal("archive")
    for name in container.parts:
        if name.startswith(_SCRIPTS):
            raise Refusal("macro")
        if name.startswith("Object ") or name.startswith("ObjectReplacements/"):
            raise Refusal("embedded-object")
        if not name.endswith("/") and name != "mimetype":
            _check_part(container, name)
    return "odt", []


def _check_part(container: Container, name: str) -> None:
    data = container.read(name)
    extension = name.rpartition(".")[2].lower()
    if not data:
        # Writer leaves empty lists of keys and menus.
        return
    if extension in {"xml", "rdf"}:
        _check_content(data)
    elif extension in _PARTS or name == "layout-cache":
        inner_media.check(data, extension)
    else:
        raise Refusal("embedded-object")


def _check_content(data: bytes) -> None:
    for name, attributes, _ in markup.elements(data, _BAD_ELEMENTS, _ADDRESS):
        if name == "encryption-data":
            raise Refusal("encrypted")
        if name in _MACROS:
            raise Refusal("macro")
        if name in _BAD_ELEMENTS:
            raise Refusal("embedded-object")
        target = _target(attributes)
        if name == "a":
            if target and not _GOOD_LINK.match(target):
                raise Refusal("external-content")
        elif name == "template":
            # Where the writer's own template lay: a path that nothing follows by itself.
            if target.startswith(("//", "\\\\")) or re.match(r"(?!file:///)\w+://", target):
                raise Refusal("external-content")
        elif ":" in target or target.startswith(("/", "..", "\\")):
            raise Refusal("external-content")


def _target(attributes: dict[str, str]) -> str:
    """Return the address an element bears, whatever prefix the document gave to links."""
    found = (value for name, value in attributes.items() if name.rpartition(":")[2] == "href")
    return next(found, "").strip()
