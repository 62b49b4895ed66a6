"""MP4 and MOV written box by box."""

import struct

from tests.core.hostile.office import office
from tests.core.hostile.sample import Sample


def box(kind, *inside):
    data = b"".join(inside)
    return struct.pack(">I4s", len(data) + 8, kind) + data


def handler(kind):
    return box(b"hdlr", bytes(8), kind, bytes(13))


def track(kind=b"vide", reference=None):
    reference = box(b"url ", b"\0\0\0\1") if reference is None else reference
    return box(
        b"trak",
        box(b"tkhd", bytes(84)),
        box(
            b"mdia",
            box(b"mdhd", bytes(24)),
            handler(kind),
            box(
                b"minf",
                box(b"dinf", box(b"dref", b"\0\0\0\0\0\0\0\1", reference)),
                box(b"stbl", box(b"stsd", bytes(8)), box(b"stco", bytes(8))),
            ),
        ),
    )


def film(*more, brand=b"isom", tracks=None, data=b"\0" * 5000, inside=()):
    tracks = [track()] if tracks is None else tracks
    return b"".join(
        [
            box(b"ftyp", brand, b"\0\0\2\0", brand, b"mp41"),
            box(b"moov", box(b"mvhd", bytes(100)), *tracks, *inside),
            *more,
            box(b"mdat", data),
        ]
    )


PLACE = b"+10.7769+106.7009/"
NOT = ("unreadable",)
SAMPLES = [
    Sample("a place in a film", "a.mp4",
           lambda: film(inside=[box(b"udta", box(b"\xa9xyz", PLACE))]),
           neutralised=("metadata",), gone=(PLACE,)),
    Sample("a place in a film of QuickTime", "a.mov",
           lambda: film(brand=b"qt  ", inside=[box(b"meta", PLACE)]), neutralised=("metadata",),
           gone=(PLACE,)),
    Sample("a track of data in a film", "a.mp4",
           lambda: film(tracks=[track(), track(b"meta", box(b"url ", b"\0\0\0\1", PLACE))]),
           neutralised=("metadata",), gone=(PLACE,)),
    Sample("words in the free space of a film", "a.mp4",
           lambda: film(box(b"free", b"hidden words")),
           neutralised=("metadata",), gone=(b"hidden words",)),
    Sample("a film whose pictures lie elsewhere", "a.mp4",
           lambda: film(tracks=[track(reference=box(b"url ", b"\0\0\0\0", b"http://evil.example/\0"))]),
           refused=("external-content",)),
    Sample("a page behind a film", "a.mp4", lambda: film() + b"<script>alert(1)</script>",
           refused=("disguised",)),
    Sample("an archive behind a film", "a.mp4", lambda: film() + office(), refused=("disguised",)),
    Sample("an archive inside a film", "a.mp4", lambda: film(data=office()),
           refused=("disguised",)),
    Sample("a page inside a film", "a.mp4", lambda: film(data=b"<html><script>1</script>"),
           refused=("disguised",)),
    Sample("unknown bytes behind a film", "a.mp4", lambda: film() + b"\1" * 40, refused=NOT),
    Sample("a film cut off", "a.mp4", lambda: film()[:-100], refused=NOT),
    Sample("a film without a track", "a.mp4", lambda: film(tracks=[]), refused=NOT),
    Sample("a film of an unknown make", "a.mp4", lambda: film(brand=b"evil"), refused=NOT),
    Sample("a box larger than the film", "a.mp4",
           lambda: film().replace(struct.pack(">I4s", 5008, b"mdat"), b"\x7f\xff\xff\xffmdat"),
           refused=NOT),
    Sample("two films in one", "a.mp4", lambda: film() + film(), refused=NOT),
    Sample("30,000 boxes", "a.mp4", lambda: film(inside=[box(b"free") * 30_000]),
           refused=("too-costly",)),
]  # fmt: skip
