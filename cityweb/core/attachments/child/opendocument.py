"""OpenDocument text: no scripts, no objects, nothing fetched from outside."""

import re

import markup
from archive import Container
from verdict import Refusal

_TYPE = b"application/vnd.oasis.opendocument.text"
_PARTS = {"xml", "rdf", "png", "jpg", "jpeg", "gif", "svg", "emf", "wmf", "bmp", "ttf", "otf"}
_HARMLESS = ("layout-cache", "Thumbnails/", "Configurations2/")
_SCRIPTS = ("Basic/", "Scripts/", "Dialogs/")
_BAD_ELEMENTS = frozenset(
    {"event-listener", "script", "applet", "plugin", "floating-frame", "object", "object-ole"}
    | {"dde-connection", "dde-connection-decl", "dde-source", "encryption-data", "fill-image-link"}
)
_LINKED = frozenset({"image", "section-source", "a", "fill-image", "background-image", "linked"})
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
    if extension in {"xml", "rdf"}:
        _check_content(data)
    elif extension == "svg":
        markup.check(data)
    elif extension not in _PARTS and not name.startswith(_HARMLESS):
        raise Refusal("embedded-object")


def _check_content(data: bytes) -> None:
    for name, attributes, _ in markup.elements(data, _BAD_ELEMENTS | _LINKED):
        if name == "encryption-data":
            raise Refusal("encrypted")
        if name in {"event-listener", "script"}:
            raise Refusal("macro")
        if name in _BAD_ELEMENTS:
            raise Refusal("embedded-object")
        target = attributes.get("xlink:href", "").strip()
        if name == "a":
            if target and not _GOOD_LINK.match(target):
                raise Refusal("external-content")
        elif ":" in target or target.startswith(("/", "..", "\\")):
            raise Refusal("external-content")
