"""PDF: links that lead to files and scripts, actions nobody knows, and what else reaches out."""

import zlib

from pikepdf import Array, Dictionary, Name, String

from tests.core.hostile.pdf_bombs import PAGE, PAGES, raw
from tests.core.hostile.pdfs import on_link, pdf
from tests.core.hostile.sample import Sample

LINK, UNKNOWN = ("dangerous-link",), ("unknown-action",)
LINKS = {
    "a script behind blanks": " java\tscript:alert(1)",
    "a page within a link": "data:text/html,<script>alert(1)</script>",
    "a link to a tool of Windows": "ms-msdt:/id evilmark",
    "a link to a share": r"\\evil\share\x",
    "a link to a share without a scheme": "//evil/share/x",
    "a link to a share in mixed strokes": r"/\evil\share",
    "a link that climbs out": r"..\..\x.exe",
    "a link to a drive": "C:/x.exe",
    "a link to a drive from the root": "/C:/x.exe",
    "a link with strokes the other way": r"https:\\evil",
}


def changed(change):
    return lambda: pdf(change)


def noted(**more):
    def change(made):
        note = Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], **more)
        made.pages[0].Annots = Array([made.make_indirect(note)])

    return changed(change)


def on_root(**more):
    return changed(lambda made: made.Root.update({f"/{key}": value for key, value in more.items()}))


def on_stream(**more):
    def change(made):
        made.Root.Foo = made.make_stream(b"evilmark", **more)

    return changed(change)


def described(packed):
    text = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    filtered = b"/Filter /FlateDecode " if packed else b""
    data = zlib.compress(text) if packed else text
    stream = b"<< /Type /Metadata /Subtype /XML %s/Length %d >>\nstream\n%s\nendstream"
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>"
    return lambda: raw(catalogue, PAGES, PAGE, stream % (filtered, len(data), data))


SAMPLES = [
    *(Sample(title, "a.pdf", on_link("/URI", URI=String(link)), neutralised=LINK,
             gone=(b"evil", b"x.exe", b"alert")) for title, link in LINKS.items()),
    Sample("a beginning for all links", "a.pdf",
           on_root(URI=Dictionary(Base=String("javascript:"))), neutralised=LINK,
           gone=(b"javascript",)),
    Sample("a link of a link", "a.pdf",
           noted(Subtype=Name.Link, PA=Dictionary(S=Name.URI, URI=String("javascript:1"))),
           neutralised=LINK, gone=(b"javascript",)),
    Sample("a link in the words of a note", "a.pdf",
           noted(Subtype=Name.FreeText, RC=String('<a href="javascript:alert(1)">x</a>')),
           neutralised=LINK, gone=(b"alert",)),
    Sample("an action nobody knows", "a.pdf", on_link("/Evil", F=String("evilmark")),
           neutralised=UNKNOWN, gone=(b"evilmark",)),
    Sample("a command of the reader", "a.pdf", on_link("/Named", N=Name("/SaveAs")),
           neutralised=UNKNOWN, gone=(b"SaveAs",)),
    Sample("an article in another file", "a.pdf", on_link("/Thread", F=String(r"\\evil\x.pdf")),
           neutralised=UNKNOWN, gone=(b"evil",)),
    Sample("slides to be shown in place of the pages", "a.pdf",
           on_root(AlternatePresentations=Dictionary(X=String("evilmark"))),
           neutralised=("rich-media",), gone=(b"evilmark",)),
    Sample("a script of a 3D model", "a.pdf", on_stream(OnInstantiate=String("evilmark(1)")),
           neutralised=("javascript",), gone=(b"evilmark(1)",)),
    Sample("pages fetched from the web", "a.pdf",
           on_root(SpiderInfo=Dictionary(URL=String("http://evil.example"))),
           neutralised=("external-stream",), gone=(b"evil.example",)),
    Sample("files related to a file", "a.pdf",
           on_root(X=Dictionary(Type=Name.Filespec, RF=Dictionary(F=Array([String("evil.exe")])))),
           neutralised=("embedded-file",), gone=(b"evil.exe",)),
    Sample("a description that reads a file", "a.pdf", described(packed=False),
           neutralised=("metadata",), gone=(b"ENTITY",)),
    Sample("a packed description that reads a file", "a.pdf", described(packed=True),
           neutralised=("metadata",), gone=(b"ENTITY",)),
]  # fmt: skip
