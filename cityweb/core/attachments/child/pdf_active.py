"""Walks a PDF from its trailer and takes out whatever acts, embeds, or reaches outside."""

import re
import zlib
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectType, Stream
from verdict import Refusal

_MOST_OBJECTS = 150_000
_MOST_NODES = 1_500_000

_REMOVED_KEYS = {
    Name.OpenAction: "open-action",
    Name.AA: "additional-actions",
    Name.JS: "javascript",
    Name.JavaScript: "javascript",
    Name.EmbeddedFiles: "embedded-file",
    Name.AF: "embedded-file",
    Name.EF: "embedded-file",
    Name.Collection: "embedded-file",
    Name.XFA: "xfa",
    Name.RichMediaContent: "rich-media",
    Name.RichMediaSettings: "rich-media",
    Name.Renditions: "rich-media",
    Name.Requirements: "javascript",
    Name.Ref: "external-stream",
    Name.OPI: "external-stream",
    Name.RF: "embedded-file",
    Name.AlternatePresentations: "rich-media",
    Name.OnInstantiate: "javascript",
    Name.SpiderInfo: "external-stream",
}
_ACTIONS = {
    Name.JavaScript: "javascript",
    Name.Launch: "launch",
    Name.SubmitForm: "submit-form",
    Name.ImportData: "submit-form",
    Name.GoToR: "remote-goto",
    Name.GoToE: "embedded-file",
    Name.Rendition: "rich-media",
    Name.Sound: "rich-media",
    Name.Movie: "rich-media",
    Name("/GoTo3DView"): "rich-media",
    Name.RichMediaExecute: "rich-media",
}
# Where an action stands, nothing else may: what a reader does with others is not known.
_ACTION_KEYS = (Name.A, Name.PA, Name.Next)
_GOOD_ACTIONS = {
    *(Name.GoTo, Name.URI, Name.Named, Name.Hide, Name.ResetForm, Name.SetOCGState),
    *(Name.Thread, Name.Trans, Name.GoToDp),
}
_GOOD_NAMED = {Name.NextPage, Name.PrevPage, Name.FirstPage, Name.LastPage}
_GOOD_NAMED |= {Name.GoBack, Name.GoForward, Name.Print}
# Text with its own markup beside a note or a field.
_RICH_TEXTS = (Name.RC, Name.RV)
_ANNOTATIONS = {
    Name.RichMedia: "rich-media",
    Name.Screen: "rich-media",
    Name.Movie: "rich-media",
    Name.Sound: "rich-media",
    Name("/3D"): "rich-media",
    Name.FileAttachment: "embedded-file",
}
_WATCHED = {*map(str, _REMOVED_KEYS), "/S", "/URI", "/Annots", "/ByteRange"}
_WATCHED |= {*map(str, _ACTION_KEYS), *map(str, _RICH_TEXTS)}
_CONTAINERS = {ObjectType.array, ObjectType.dictionary, ObjectType.stream}
_EXTERNAL_KEYS = (Name.F, Name.FFilter, Name.FDecodeParms)
_LINK_IN_TEXT = re.compile(
    r"(?:href|src)\s*=\s*[\"']?\s*(?!https?:|mailto:|tel:|#)[a-z\\/]", re.IGNORECASE
)
_ENTITIES = re.compile(rb"<!(?:ENTITY|DOCTYPE)", re.IGNORECASE)
_MOST_METADATA = 4 * 1024 * 1024
_GOOD_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#", "www.")


@dataclass
class Survey:
    """What a walk found. `found` are codes, `byte_ranges` those of signatures."""

    found: list[str] = field(default_factory=list)
    byte_ranges: list[list[int]] = field(default_factory=list)
    streams: list[Stream] = field(default_factory=list)


def clean(pdf: pikepdf.Pdf) -> Survey:
    """Take out what may not stay from the open file and tell what it was.

    Goes step by step instead of calling itself, so that no depth of nesting can break it.
    """
    survey = Survey()
    seen: set[tuple[int, int]] = set()
    waiting: list[pikepdf.Object] = [pdf.trailer]
    nodes = 0
    while waiting:
        node = waiting.pop()
        nodes += 1
        if nodes > _MOST_NODES or len(seen) > _MOST_OBJECTS:
            raise Refusal("too-costly")
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        if node._type_code == ObjectType.array:
            values = list(node)
        else:
            if not _WATCHED.isdisjoint(node.keys()) or node._type_code == ObjectType.stream:
                waiting.extend(_visit(node, survey))
            values = [value for _, value in node.items()]
        waiting.extend(value for value in values if _holds_more(value))
    return survey


def _holds_more(value: object) -> bool:
    # Asking for the type by `isinstance` takes ten times as long, and there may be a million.
    return getattr(value, "_type_code", None) in _CONTAINERS


def _visit(node: Dictionary | Stream, survey: Survey) -> list[pikepdf.Object]:
    """Clean one dictionary; return what was taken out, which is walked too, to be named."""
    taken = []
    for key, code in _REMOVED_KEYS.items():
        if key in node:
            taken += [node[key]] if _holds_more(node[key]) else []
            del node[key]
            survey.found.append(code)
    _disarm_action(node, survey)
    for key in _ACTION_KEYS:
        _disarm_unknown(node.get(key), survey)
    _clean_texts(node, survey)
    _drop_annotations(node, survey)
    if isinstance(node, Stream):
        _keep_inside(node, survey)
        survey.streams.append(node)
    elif Name.ByteRange in node and Name.Contents in node:
        numbers = node[Name.ByteRange]
        if isinstance(numbers, Array):
            survey.byte_ranges.append([int(part) for part in numbers if isinstance(part, int)])
    return taken


def _disarm_action(node: Dictionary | Stream, survey: Survey) -> None:
    """Empty an action of a forbidden kind, and a link that leads to a file or a script."""
    action = node.get(Name.S)
    code = _ACTIONS.get(action) if isinstance(action, Name) else None
    link = node.get(Name.URI)
    if code is None and isinstance(link, pikepdf.String) and _is_dangerous(str(link)):
        code = "dangerous-link"
    if isinstance(link, Dictionary) and Name.Base in link:
        # What addresses without a beginning are to begin with.
        del node[Name.URI]
        survey.found.append("dangerous-link")
    if code is None:
        return
    # A structure element has /S as well, but never with one of these names.
    for key in list(node.keys()):
        del node[key]
    survey.found.append(code)


def _is_dangerous(link: str) -> bool:
    """Tell whether a link leads to anything but the web, mail, a telephone, or nearby."""
    target = link.strip().lower()
    if ":" in target.partition("/")[0] and not target.startswith(_GOOD_SCHEMES):
        return True
    if target.startswith(("http://", "https://")):
        return False
    return "\\" in target or target.startswith("//") or (target[:1] == "/" and ":" in target)


def _disarm_unknown(found: object, survey: Survey) -> None:
    """Empty what stands in the place of an action and is none of the good ones."""
    for action in list(found) if isinstance(found, Array) else [found]:
        kind = action.get(Name.S) if isinstance(action, Dictionary) else None
        if not isinstance(kind, Name) or kind in _ACTIONS:
            continue
        is_good = kind in _GOOD_ACTIONS and not (kind == Name.Thread and Name.F in action)
        if kind == Name.Named:
            is_good = action.get(Name.N) in _GOOD_NAMED
        if not is_good:
            for key in list(action.keys()):
                del action[key]
            survey.found.append("unknown-action")


def _clean_texts(node: Dictionary | Stream, survey: Survey) -> None:
    for key in _RICH_TEXTS:
        text = node.get(key)
        if isinstance(text, pikepdf.String) and _LINK_IN_TEXT.search(str(text)):
            del node[key]
            survey.found.append("dangerous-link")


def _drop_annotations(node: Dictionary | Stream, survey: Survey) -> None:
    annotations = node.get(Name.Annots)
    if not isinstance(annotations, Array):
        return
    for position in range(len(annotations) - 1, -1, -1):
        note = annotations[position]
        kind = note.get(Name.Subtype) if isinstance(note, (Dictionary, Stream)) else None
        if isinstance(kind, Name) and kind in _ANNOTATIONS:
            del annotations[position]
            survey.found.append(_ANNOTATIONS[kind])


def _keep_inside(stream: Stream, survey: Survey) -> None:
    """Cut a stream off from bytes that lie in another file, and from PostScript."""
    for key in _EXTERNAL_KEYS:
        if key in stream:
            del stream[key]
            survey.found.append("external-stream")
    if stream.get(Name.Type) == Name.Metadata and _declares(stream):
        stream.write(b"")
        survey.found.append("metadata")
    if Name.PS in (stream.get(Name.Subtype), stream.get(Name.Subtype2)):
        stream.write(b"")
        survey.found.append("postscript")


def _declares(stream: Stream) -> bool:
    """Tell whether a description in XML declares entities, which may read files of the reader."""
    raw = stream.read_raw_bytes()
    if len(raw) > _MOST_METADATA:
        return True
    packing = stream.get(Name.Filter)
    if packing is None:
        return bool(_ENTITIES.search(raw))
    if isinstance(packing, Array) and len(packing) == 1:
        packing = packing[0]
    if packing != Name.FlateDecode:
        # No writer packs a description otherwise.
        return True
    try:
        return bool(_ENTITIES.search(zlib.decompressobj().decompress(raw, _MOST_METADATA)))
    except zlib.error:
        return True
