"""The two forms of every answer: the same plain values as JSON or as XML."""

import json
from typing import Any

from django.http import HttpResponse
from lxml import etree

from cityweb.core.text import clean

# What one entry of a list is called in XML.
_ONE_OF = {
    "services": "service",
    "service_requests": "request",
    "errors": "error",
    "attributes": "attribute",
    "values": "value",
    "endpoints": "endpoint",
    "formats": "format",
}
_TYPES = {"json": "application/json", "xml": "text/xml"}


class Problem(Exception):
    """A call that cannot be answered: the HTTP status, and one description for each fault."""

    def __init__(self, status: int, *descriptions: str) -> None:
        super().__init__(status, *descriptions)
        self.status = status
        self.descriptions = descriptions


def respond(root: str, value: Any, form: str, *, status: int = 200) -> HttpResponse:
    """Return `value` in the asked form; JSON has no name for the root, XML has."""
    made = HttpResponse(
        _xml(root, value) if form == "xml" else json.dumps(value, ensure_ascii=False),
        content_type=f"{_TYPES[form]}; charset=utf-8",
        status=status,
    )
    # What was taken down must be gone at the next call.
    made.headers["Cache-Control"] = "no-cache"
    return made


def complain(problem: Problem, form: str) -> HttpResponse:
    """Return the errors in the form of the standard."""
    errors = [{"code": problem.status, "description": one} for one in problem.descriptions]
    return respond("errors", errors, form, status=problem.status)


def _xml(root: str, value: Any) -> bytes:
    tree = etree.Element(root)
    _fill(tree, value)
    return etree.tostring(tree, xml_declaration=True, encoding="utf-8")


def _fill(element: Any, value: Any) -> None:
    if isinstance(value, dict):
        for name, part in value.items():
            _fill(etree.SubElement(element, name), part)
    elif isinstance(value, list):
        for part in value:
            _fill(etree.SubElement(element, _ONE_OF[element.tag]), part)
    elif isinstance(value, bool):
        element.text = "true" if value else "false"
    elif value is not None:
        element.text = clean(str(value))
