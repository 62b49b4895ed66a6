"""Programs, archives and pages under honest names, and two files in one."""

import gzip
import io
import struct
import tarfile

from tests.core.hostile.office import office
from tests.core.hostile.pdfs import pdf
from tests.core.hostile.pictures import frames, picture
from tests.core.hostile.sample import Sample

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def tape():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return out.getvalue()


def disc():
    return bytes(0x8001) + b"CD001" + bytes(2000)


def shortcut():
    return b"L\0\0\0" + bytes.fromhex("0114020000000000c000000000000046") + bytes(60)


def program():
    return b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + bytes(200)


def letter():
    return (
        b"From: a@evil.example\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
        b"<html><script>alert(1)</script></html>"
    )


NEVER = ("program", "archive", "wrong-kind", "runnable-name", "not-text", "markup", "unreadable")
SAMPLES = [
    Sample("a program", "a.exe", program, refused=NEVER),
    Sample("a program called PDF", "a.pdf", program, refused=("program",)),
    Sample("a program called JPG", "a.jpg", lambda: b"\x7fELF" + bytes(200), refused=("program",)),
    Sample("a Java class", "a.class", lambda: b"\xca\xfe\xba\xbe" + bytes(100), refused=NEVER),
    Sample("a shortcut", "a.lnk", shortcut, refused=NEVER),
    Sample("a shortcut called PDF", "a.pdf", shortcut, refused=NEVER),
    Sample("an honest PDF called a program", "bao-cao.pdf.exe", pdf, refused=("runnable-name",)),
    Sample("a RAR archive", "a.rar", lambda: b"Rar!\x1a\x07\x01\x00" + bytes(50),
           refused=("archive",)),
    Sample("a 7z archive called DOCX", "a.docx", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(50),
           refused=("archive",)),
    Sample("a gzip archive", "a.gz", lambda: gzip.compress(b"x"), refused=("archive",)),
    Sample("a tape archive", "a.tar", tape, refused=("archive",)),
    Sample("a disc", "a.iso", disc, refused=NEVER),
    Sample("a disc called TXT", "a.txt", disc, refused=NEVER),
    Sample("a drawing that runs", "a.svg", lambda: SVG, refused=("svg",)),
    Sample("a drawing called PNG", "a.png", lambda: SVG, refused=NEVER),
    Sample("a page", "a.html", lambda: b"<html><script>1</script>", refused=NEVER),
    Sample("a page called PDF", "a.pdf", lambda: b"<html><script>1</script>", refused=NEVER),
    Sample("an XML", "a.xml", lambda: b"<?xml version='1.0'?><x/>", refused=NEVER),
    Sample("a JavaScript", "a.js", lambda: b"alert(1)", refused=NEVER),
    Sample("a shell script", "a.sh", lambda: b"#!/bin/sh\nrm -rf /\n", refused=NEVER),
    Sample("a batch file", "a.bat", lambda: b"@echo off\r\ndel *", refused=NEVER),
    Sample("a PowerShell script", "a.ps1", lambda: b"Invoke-Expression x", refused=NEVER),
    Sample("a saved mail", "a.eml", letter, refused=NEVER),
    Sample("a link to a site", "a.url", lambda: b"[InternetShortcut]\nURL=file://evil/",
           refused=NEVER),
    Sample("a rich text with objects", "a.rtf", lambda: rb"{\rtf1\object\objdata 0105}",
           refused=NEVER),
    Sample("a rich text called TXT", "a.txt", lambda: rb"{\rtf1\object\objdata 0105}",
           refused=NEVER),
    Sample("a PostScript", "a.eps", lambda: b"%!PS-Adobe-3.0\n(x) run", refused=NEVER),
    Sample("a film of Flash by itself", "a.swf", lambda: b"FWS\x09" + bytes(50), refused=NEVER),
    Sample("a TIFF", "a.tif", lambda: picture("TIFF"), refused=NEVER),
    Sample("the scanners' test virus", "a.txt", lambda: EICAR, refused=("infected",)),
    Sample("the test virus behind a picture", "a.jpg", lambda: picture() + EICAR,
           refused=("infected",)),
    Sample("an empty file", "a.pdf", lambda: b"", refused=("empty",)),
    Sample("a GIF that is a Java archive", "a.gif",
           lambda: frames("GIF", 1) + office(extra={"META-INF/MANIFEST.MF": "x"}),
           refused=("disguised",)),
    Sample("a JPEG that is an archive", "a.jpg", lambda: picture() + office(),
           refused=("disguised",)),
    Sample("a PDF that is an archive", "a.pdf", lambda: pdf() + office(), gone=(b"PK\x03\x04",),
           neutralised=("trailing-data",)),
    Sample("an archive that is a PDF", "a.pdf", lambda: office() + pdf(),
           refused=("disguised", "wrong-kind", "archive", "unreadable")),
    Sample("a JPEG that is a PDF", "a.jpg",
           lambda: picture(comment=pdf()[:400]), refused=("disguised",)),
    Sample("a JPEG called PDF", "a.pdf", picture, neutralised=("extension",), stored_as="a.jpg"),
    Sample("a DOCX called JPG", "a.jpg", office, neutralised=("extension",), stored_as="a.docx"),
    Sample("a file above the largest size", "a.txt", lambda: b"a" * (51 << 20),
           refused=("too-large",), is_heavy=True),
    Sample("a text above its size", "a.txt", lambda: b"a" * (3 << 20), refused=("too-large",)),
]  # fmt: skip
