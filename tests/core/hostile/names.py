"""Names that lead elsewhere, read backwards, or cannot be written to a disk."""

import unicodedata

from tests.core.hostile.sample import Sample


def text():
    return "Kính gửi".encode()


CHANGED = ("name",)
SAMPLES = [
    Sample("a name that climbs out", "../../etc/passwd.txt", text, neutralised=CHANGED,
           stored_as="passwd.txt"),
    Sample("a name with a Windows path", "C:\\Users\\an\\don.txt", text, neutralised=CHANGED,
           stored_as="don.txt"),
    Sample("a name that reads backwards", "don\u202etxt.exe", text, refused=("runnable-name",)),
    Sample("a harmless ending shown backwards", "don\u202efdp.txt", text, neutralised=CHANGED,
           stored_as="donfdp.txt"),
    Sample("a name with controls", "a\r\nSet-Cookie: x\x00.txt", text, neutralised=CHANGED,
           stored_as="a__Set-Cookie_ x.txt"),
    Sample("a name with quotes", 'a";x="b<script>.txt', text, neutralised=CHANGED,
           stored_as="a_;x=_b_script_.txt"),
    Sample("a name reserved by Windows", "CON.txt", text, neutralised=CHANGED,
           stored_as="_CON.txt"),
    Sample("a name of dots", "....txt", text, neutralised=CHANGED, stored_as="tep.txt"),
    Sample("a name of 5,000 letters", "ạ" * 5000 + ".txt", text, neutralised=CHANGED,
           stored_as="ạ" * 140 + ".txt"),
    Sample("a second ending that could run", "don.php.txt", text, neutralised=CHANGED,
           stored_as="don_php.txt"),
    Sample("a name in pieces of letters", unicodedata.normalize("NFD", "Đơn đề nghị.txt"), text,
           stored_as="Đơn đề nghị.txt"),
    Sample("a name with hidden letters", "d\u200bo\u2060n.txt", text, neutralised=CHANGED,
           stored_as="don.txt"),
    Sample("an ending with a blank", "don.exe .", text, refused=("runnable-name",)),
]  # fmt: skip
