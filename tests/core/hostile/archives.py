"""The container of office files, bent: bombs, twins, gaps, other directories, other names."""

import struct
import zlib

from tests.core.hostile.office import office, packed, parts
from tests.core.hostile.sample import Sample

ODD = ("odd-archive",)
END, CENTRAL, LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"


def named(name):
    return lambda: office(extra={name: "x"})


def twice(first, second):
    def make():
        content = parts(extra={"word/aaaa.xml": first})
        content["word/bbbb.xml"] = second
        return packed(content).replace(b"word/bbbb.xml", b"word/aaaa.xml")

    return make


def swollen(megabytes):
    """A part of spaces, packed as an ordinary packer does: a thousandth of its size."""
    return lambda: office(extra={"word/a.xml": "<x>" + " " * (megabytes << 20) + "</x>"})


def many_parts():
    return office(extra={f"word/{number}.xml": "<x/>" for number in range(5200)})


def lying_about_size():
    data = bytearray(office(extra={"word/a.xml": "<x>" + " " * (90 << 20) + "</x>"}))
    for mark, at in ((LOCAL, 22), (CENTRAL, 24)):
        place = data.index(b"word/a.xml", data.index(mark) if mark == CENTRAL else 0)
        header = data.rindex(mark, 0, place)
        data[header + at : header + at + 4] = struct.pack("<I", 100)
    return bytes(data)


def overlapping():
    """Many entries of the directory that all point at one packed part."""
    data = office(extra={"word/a.xml": "<x>" + "0" * (8 << 20) + "</x>"})
    at = data.index(END)
    count, size, offset = struct.unpack_from("<HII", data, at + 10)
    directory = data[offset : offset + size]
    start = directory.rindex(CENTRAL)
    entry = directory[start:]
    more = b"".join(entry.replace(b"word/a.xml", b"word/%c.xml" % code) for code in range(98, 122))
    end = struct.pack("<4s4H2IH", END, 0, 0, count + 24, count + 24, size + len(more), offset, 0)
    return data[:offset] + directory + more + end


def quoted():
    """The first part's data contains the second part whole, header and all."""
    inner = zipfile_bytes("word/b.xml", b"<x/>")
    first = zlib.crc32(inner)
    name = b"word/a.xml"
    local = struct.pack(
        "<4s5H3I2H", LOCAL, 20, 0, 0, 0, 33, first, len(inner), len(inner), len(name), 0
    )
    body = local + name + inner
    rows = b""
    for part, crc, size, at in (
        (name, first, len(inner), 0),
        (b"word/b.xml", zlib.crc32(b"<x/>"), 4, len(local) + len(name)),
    ):
        rows += (
            struct.pack(
                "<4s6H3I5H2I",
                CENTRAL,
                20,
                20,
                0,
                0,
                0,
                33,
                crc,
                size,
                size,
                len(part),
                0,
                0,
                0,
                0,
                0,
                at,
            )
            + part
        )
    return body + rows + struct.pack("<4s4H2IH", END, 0, 0, 2, 2, len(rows), len(body), 0)


def zipfile_bytes(name, data):
    name = name.encode()
    head = struct.pack(
        "<4s5H3I2H", LOCAL, 20, 0, 0, 0, 33, zlib.crc32(data), len(data), len(data), len(name), 0
    )
    return head + name + data


def other_local_name():
    return office(extra={"word/aaaa.xml": "<x/>"}).replace(b"word/aaaa.xml", b"word/zzzz.xml", 1)


def flagged(bits):
    def make():
        data = bytearray(office())
        for mark, at in ((LOCAL, 6), (CENTRAL, 8)):
            data[data.index(mark) + at] |= bits
        return bytes(data)

    return make


def hidden_between():
    """Bytes between the last part and the directory, with the directory's place corrected."""
    data = office()
    at = data.index(END)
    offset = struct.unpack_from("<I", data, at + 16)[0]
    hidden = b"MZ hidden program"
    end = bytearray(data[at:])
    end[16:20] = struct.pack("<I", offset + len(hidden))
    return data[:offset] + hidden + data[offset:at] + bytes(end)


def large_directory():
    """The directory of the 64-bit form, which another reader would follow."""
    data = office()
    at = data.index(END)
    count, size, offset = struct.unpack_from("<HII", data, at + 10)
    wide = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, at, 1)
    end = struct.pack("<4s4H2IH", END, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:at] + wide + locator + end


def method(number):
    data = bytearray(office())
    for mark, at in ((LOCAL, 8), (CENTRAL, 10)):
        data[data.index(mark) + at] = number
    return bytes(data)


def wrong_sum():
    data = bytearray(office())
    for mark, at in ((LOCAL, 14), (CENTRAL, 16)):
        data[data.index(mark) + at] ^= 0xFF
    return bytes(data)


def plain_archive(*names):
    return lambda: packed(dict.fromkeys(names, "x"))


BOMB = ("bomb", "too-costly")
SAMPLES = [
    Sample("a part that climbs out", "a.docx", named("../../etc/cron.d/a.xml"), refused=ODD),
    Sample("a part from the root", "a.docx", named("/etc/a.xml"), refused=ODD),
    Sample("a part with a Windows path", "a.docx", named("..\\a.xml"), refused=ODD),
    Sample("a part on a drive", "a.docx", named("C:a.xml"), refused=ODD),
    Sample("two parts of one name", "a.docx", twice("<x/>", "<y/>"), refused=ODD),
    Sample("two names that differ in case", "a.docx",
           lambda: office(extra={"WORD/Document.xml": "<x/>"}), refused=ODD),
    Sample("a part of 100 MB of spaces", "a.docx", swollen(100), refused=BOMB, is_heavy=True),
    Sample("a part of 300 MB of spaces", "a.docx", swollen(300), refused=BOMB, is_heavy=True),
    Sample("5,200 parts", "a.docx", many_parts, refused=BOMB, is_heavy=True),
    Sample("a part larger than it says", "a.docx", lying_about_size, refused=ODD, is_heavy=True),
    Sample("25 parts that are one", "a.docx", overlapping, refused=ODD),
    Sample("a part inside a part", "a.docx", quoted, refused=ODD),
    Sample("a part with two names", "a.docx", other_local_name, refused=ODD),
    Sample("a part with a password", "a.docx", flagged(1), refused=("encrypted",)),
    Sample("a part as a patch", "a.docx", flagged(0x20), refused=("odd-archive", "unreadable")),
    Sample("a program between the parts", "a.docx", hidden_between, refused=ODD),
    Sample("a second, larger directory", "a.docx", large_directory, refused=ODD),
    Sample("an unknown packing", "a.docx", lambda: method(14), refused=ODD),
    Sample("a wrong sum", "a.docx", wrong_sum, refused=ODD),
    Sample("words behind the directory", "a.docx", lambda: packed(parts(), comment=b"<script>"),
           refused=("odd-archive", "disguised")),
    Sample("a page behind a DOCX", "a.docx", lambda: office() + b"<script>alert(1)</script>",
           refused=("disguised", "odd-archive")),
    Sample("a page before a DOCX", "a.docx", lambda: b"<html>" + office(),
           refused=("not-text", "markup", "wrong-kind")),
    Sample("a DOCX cut off", "a.docx", lambda: office()[:-30], refused=("unreadable",)),
    Sample("an archive", "a.zip", plain_archive("a.txt"), refused=("archive",)),
    Sample("an archive called DOCX", "a.docx", plain_archive("word/document.xml"),
           refused=("archive",)),
    Sample("a Java archive called DOCX", "a.docx", plain_archive("META-INF/MANIFEST.MF", "A.class"),
           refused=("archive",)),
    Sample("an Android program", "a.apk", plain_archive("AndroidManifest.xml"),
           refused=("runnable-name",)),
]  # fmt: skip
