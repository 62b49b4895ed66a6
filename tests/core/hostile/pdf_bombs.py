"""PDF that swell, nest, circle, or multiply."""

import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.core.hostile.pdfs import pdf
from tests.core.hostile.sample import Sample

CODES = ("bomb", "too-costly", "unreadable")


def page_stream(data, filters):
    def change(made):
        stream = pikepdf.Stream(made, data)
        stream.Filter = filters
        made.pages[0].Contents = made.make_indirect(stream)

    return pdf(change, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)


def zeros(size):
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    return b"".join(packer.compress(block) for _ in range(size >> 20)) + packer.flush()


def many_streams():
    packed = zeros(100 << 20)

    def change(made):
        kids = {}
        for number in range(12):
            stream = pikepdf.Stream(made, packed)
            stream.Filter = Name.FlateDecode
            kids[f"/X{number}"] = made.make_indirect(stream)
        made.pages[0].Resources = Dictionary(XObject=Dictionary(kids))

    return pdf(change, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)


def raw(*objects, root=b"1 0 R"):
    """A PDF written by hand; readers find its objects by searching."""
    numbered = [b"%d 0 obj\n%s\nendobj\n" % row for row in enumerate(objects, 1)]
    return (
        b"%PDF-1.7\n"
        + b"".join(numbered)
        + b"trailer\n<< /Root %s /Size %d >>\n%%%%EOF\n" % (root, len(objects) + 1)
    )


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R /X 4 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"


def nested(opening, closing, depth):
    return raw(CATALOGUE, PAGES, PAGE, opening * depth + closing * depth)


def long_chain():
    """Each object holds the next, 100,000 deep: a walk that calls itself would break."""
    rest = [b"<< /N %d 0 R >>" % number for number in range(5, 100_005)]
    return raw(CATALOGUE, PAGES, PAGE, *rest, b"<< >>")


def object_stream_bomb():
    inside = b"4 0 " + b"<< /A [" + b"[]" * 30_000_000 + b"] >>"
    packed = zlib.compress(inside, 9)
    stream = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(
        packed
    )
    rows = [(0, 0, 0)]
    body = b"%PDF-1.7\n"
    for number, content in ((1, CATALOGUE), (2, PAGES), (3, PAGE)):
        rows.append((1, len(body), 0))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows.append((2, 5, 0))
    rows.append((1, len(body), 0))
    body += b"5 0 obj\n" + stream + packed + b"\nendstream\nendobj\n"
    rows.append((1, len(body), 0))
    table = b"".join(
        bytes([kind]) + where.to_bytes(4) + bytes([more]) for kind, where, more in rows
    )
    place = len(body)
    body += b"6 0 obj\n<< /Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n" % len(
        table
    )
    return body + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % place


def many_objects():
    return raw(CATALOGUE, PAGES, PAGE, b"[]", *[b"[4 0 R]"] * 200_000)


def wide_array():
    return raw(CATALOGUE, PAGES, PAGE, b"[" + b"[]" * 4_000_000 + b"]")


def circling_pages():
    return raw(
        CATALOGUE,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1 >>",
        b"<< >>",
    )


def many_pages_one_kid():
    kids = b" ".join([b"3 0 R"] * 100_000)
    return raw(CATALOGUE, b"<< /Type /Pages /Kids [" + kids + b"] /Count 100000 >>", PAGE, b"<< >>")


def huge_picture():
    def change(made):
        stream = made.make_stream(
            zlib.compress(bytes(1000)), Type=Name.XObject, Subtype=Name.Image, Width=200_000,
            Height=200_000, BitsPerComponent=8, ColorSpace=Name.DeviceRGB, Filter=Name.FlateDecode,
        )  # fmt: skip
        made.pages[0].Resources = Dictionary(XObject=Dictionary(A=stream))

    return pdf(change, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def circling_length():
    return raw(CATALOGUE, PAGES, PAGE, b"<< /Length 4 0 R >>\nstream\nabc\nendstream")


def table_chain():
    first = pdf(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    at = int(first[first.rindex(b"startxref") + 9 :].split()[0])
    return first.replace(b"trailer <<", b"trailer << /Prev %d" % at)


def twice_packed():
    return page_stream(zlib.compress(zeros(600 << 20), 9), Array([Name.FlateDecode] * 2))


def lzw_bomb():
    return page_stream(b"\x80\x0b\x60\x50" * 2_000_000, Name.LZWDecode)


SAMPLES = [
    Sample("a stream of a gigabyte", "a.pdf", lambda: page_stream(zeros(1 << 30), Name.FlateDecode),
           refused=CODES, is_heavy=True),
    Sample("a stream packed twice", "a.pdf", twice_packed, refused=CODES, is_heavy=True),
    Sample("many streams that swell", "a.pdf", many_streams, refused=CODES, is_heavy=True),
    Sample("an LZW stream of eight megabytes", "a.pdf", lzw_bomb, refused=CODES),
    Sample("an object stream that swells", "a.pdf", object_stream_bomb, refused=CODES,
           may_pass=True, gone=(b"[ ] [ ]",), is_heavy=True),
    Sample("dictionaries nested bottomlessly", "a.pdf", lambda: nested(b"<< /A ", b">>", 500_000),
           refused=CODES, may_pass=True, gone=(b"/A <<\n/A <<", b"/A << /A <<")),
    Sample("arrays nested bottomlessly", "a.pdf", lambda: nested(b"[", b"]", 1_000_000),
           refused=CODES, may_pass=True, gone=(b"[ [ [",)),
    Sample("a chain of 100,000 objects", "a.pdf", long_chain, refused=CODES, may_pass=True,
           is_heavy=True),
    Sample("200,000 objects", "a.pdf", many_objects, refused=CODES, may_pass=True,
           is_heavy=True),
    Sample("an array of four million", "a.pdf", wide_array, refused=CODES, may_pass=True,
           gone=(b"[ ] [ ]",), is_heavy=True),
    Sample("pages that circle", "a.pdf", circling_pages, refused=CODES),
    Sample("one page 100,000 times", "a.pdf", many_pages_one_kid, refused=CODES, is_heavy=True),
    Sample("a picture of 40 billion points", "a.pdf", huge_picture, refused=CODES),
    Sample("a length that is itself", "a.pdf", circling_length, neutralised=()),
    Sample("a table of contents that circles", "a.pdf", table_chain, neutralised=()),
]  # fmt: skip
