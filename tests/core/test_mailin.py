"""Mail of strangers, built byte by byte: read as a person would, bounded when it is hostile."""

import base64
import time
import unicodedata
from email.message import EmailMessage

import pytest

from cityweb.core import mailin
from cityweb.core.mailin import bodies, parsing
from tests.core.mails import WORDS, part, parts, raw, text_mail


def test_the_plain_facts():
    mail = mailin.parse(
        raw(
            b"Xin chao",
            In_Reply_To="<0@cityweb.example>",
            References="<a@x.vn> <b@x.vn>\r\n <0@cityweb.example>",
            To="Góp ý <GopY+x@cityweb.example>, hai@cityweb.example",
            Cc="khong phai dia chi, ba@example.vn",
            Delivered_To="gopy+x@cityweb.example",
        )
    )
    assert mail.message_id == "<1@example.vn>"
    assert mail.in_reply_to == "<0@cityweb.example>"
    assert mail.references == ("<a@x.vn>", "<b@x.vn>", "<0@cityweb.example>")
    assert (mail.sender_name, mail.sender) == ("Nguyễn Văn An", "an@example.vn")
    assert mail.recipients == ("gopy+x@cityweb.example", "hai@cityweb.example", "ba@example.vn")
    assert mail.text == "Xin chao"
    assert not (mail.quoted or mail.enclosures or mail.is_bounce or mail.is_auto_reply)
    assert mail.defects == ()
    assert "an@example.vn" not in repr(mail)
    assert "Xin chao" not in repr(mail)


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "base64"),
        ("utf-8", "quoted-printable"),
        ("utf-8", "8bit"),
        ("utf-16", "base64"),
    ],
)
def test_vietnamese_in_any_dress(charset, encoding):
    assert mailin.parse(text_mail(WORDS, charset, encoding)).text == WORDS


def windows_1258(words):
    """Return `words` as old programs wrote them: tones stand after the letter."""
    data = b""
    for letter in words:
        pieces = [letter]
        while True:
            try:
                data += "".join(pieces).encode("cp1258")
                break
            except UnicodeEncodeError:
                first = unicodedata.normalize("NFD", pieces[0])
                tones = [mark for mark in first if mark in "\u0300\u0301\u0303\u0309\u0323"]
                base = unicodedata.normalize("NFC", "".join(c for c in first if c not in tones))
                pieces = [base, *tones]
    return data


@pytest.mark.parametrize("charset", ["windows-1258", "us-ascii", "x-khong-ro", "utf-8"])
def test_windows_1258_is_read_whatever_it_claims_to_be(charset):
    message = raw(windows_1258(WORDS), Content_Type=f"text/plain; charset={charset}")
    assert mailin.parse(message).text == WORDS


def test_decomposed_text_is_composed():
    assert mailin.parse(text_mail(unicodedata.normalize("NFD", WORDS))).text == WORDS


@pytest.mark.parametrize(
    "subject",
    [
        "Góp ý về rác thải",
        "=?utf-8?Q?G=C3=B3p_=C3=BD_v=E1=BB=81_r=C3=A1c_th=E1=BA=A3i?=",
        "=?UTF-8?B?" + base64.b64encode("Góp ý về ".encode()).decode() + "?=\r\n"
        " =?UTF-8?B?" + base64.b64encode("rác thải".encode()).decode() + "?=",
        "=?windows-1258?B?" + base64.b64encode(windows_1258("Góp ý về rác thải")).decode() + "?=",
    ],
)
def test_subjects_are_decoded(subject):
    assert mailin.parse(raw(Subject=subject)).subject == "Góp ý về rác thải"


@pytest.mark.parametrize(
    "subject",
    ["=?utf-8?B?%%%?=", "=?khong-ro?Q?a=FF?=", "=?utf-8?Q?=ff=fe?=", "\udcff\udcfe", "=?"],
)
def test_broken_subjects_are_still_one_line(subject):
    assert "\n" not in mailin.parse(raw(Subject=subject)).subject


def test_an_encoded_line_break_makes_no_second_header():
    hidden = base64.b64encode("Chào\r\nBcc: ai@do.example\r\n\r\nThân".encode()).decode()
    mail = mailin.parse(raw(Subject=f"=?utf-8?B?{hidden}?=", From=f"=?utf-8?B?{hidden}?= <a@b.vn>"))
    assert mail.subject == "Chào Bcc: ai@do.example Thân"
    assert "\n" not in mail.sender_name
    assert mail.sender == "a@b.vn"


def test_an_encoded_name_hides_no_other_address():
    hidden = base64.b64encode(b"x <giam-doc@cityweb.example>, ").decode()
    mail = mailin.parse(raw(From=f"=?utf-8?B?{hidden}?= <ke-gian@example.vn>"))
    assert mail.sender == "ke-gian@example.vn"


def test_html_only_becomes_lines():
    html = (
        "<html><head><title>x</title><style>p{}</style></head><body><p>Kính&nbsp;gửi <b>Sở</b>,</p>"
        "<div>đường<br>ngập &lt;nặng&gt;</div><script>alert(1)</script>"
        "<ul><li>một<li>hai</ul><blockquote>cũ<blockquote>cũ hơn</blockquote></blockquote>"
    )
    mail = mailin.parse(text_mail(html, kind="html"))
    assert [line for line in mail.text.split("\n") if line] == [
        "Kính gửi Sở,", "đường", "ngập <nặng>", "một", "hai",
    ]  # fmt: skip
    assert "cũ hơn" in mail.quoted


def test_the_plain_alternative_is_read_unless_it_is_empty():
    html = part("<p>HTML</p>", "text/html; charset=utf-8")
    assert mailin.parse(parts(html, part("chữ"), kind="alternative")).text == "chữ"
    assert mailin.parse(parts(part("  "), html, kind="alternative")).text == "HTML"


def test_text_around_a_picture_stays_together():
    picture = part(b"\x89PNG", "image/png; name=anh.png", Content_ID="<1>")
    mail = mailin.parse(parts(part("trước"), picture, part("sau")))
    assert mail.text == "trước\n\nsau"
    assert [(file.name, file.content) for file in mail.enclosures] == [("anh.png", b"\x89PNG")]


def test_enclosures_keep_their_names_but_no_path():
    name = "=?utf-8?B?" + base64.b64encode("ảnh hiện trường.jpg".encode()).decode() + "?="
    files = [
        part(b"1", "image/jpeg", Content_Disposition=f'attachment; filename="{name}"'),
        part(
            b"2", "image/jpeg", Content_Disposition="attachment; filename*=utf-8''%E1%BA%A3nh.jpg"
        ),
        part(b"3", "text/plain", Content_Disposition='attachment; filename="../../etc/passwd"'),
        part(b"4", "application/pdf"),
        part(b"", "application/pdf"),
    ]
    mail = mailin.parse(parts(part(WORDS), *files))
    assert mail.text == WORDS
    assert [file.name for file in mail.enclosures] == [
        "ảnh hiện trường.jpg", "ảnh.jpg", "_.._etc_passwd", "tep-khong-ten",
    ]  # fmt: skip
    assert [file.content for file in mail.enclosures] == [b"1", b"2", b"3", b"4"]
    assert "jpg" in repr(mail)


def test_nested_forwards_are_files_of_the_outermost():
    inner = raw(WORDS.encode(), Subject="trong cùng", Content_Type="text/plain; charset=utf-8")
    middle = parts(part("giữa"), part(inner, "message/rfc822"))
    mail = mailin.parse(parts(part("ngoài"), part(middle, "message/rfc822")))
    assert mail.text == "ngoài"
    (forwarded,) = mail.enclosures
    assert forwarded.name == "thu-chuyen-tiep.eml"
    opened = mailin.parse(forwarded.content)
    assert opened.text == "giữa"
    assert mailin.parse(opened.enclosures[0].content).text == WORDS


def nested(depth):
    head = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (at, at)
        for at in range(depth)
    )
    return b"From: an@example.vn\r\nSubject: sau\r\n" + head + b"Content-Type: text/plain\r\n\r\nx"


HOSTILE = {
    "a thousand nested parts": (nested(1000), "too-complex"),
    "a thousand parts side by side": (parts(*[part("x")] * 1000), "too-many-parts"),
    "a thousand files": (
        parts(*[part(b"x", "image/png", Content_Disposition="attachment")] * 150),
        "too-many-enclosures",
    ),
    "huge headers": (raw(b"x", **{f"X_{n}": "y" * 900 for n in range(2000)}), "too-complex"),
    "one huge header": (raw(b"x", Subject="=?utf-8?Q?" + "a" * 5_000_000), "too-complex"),
    "a header without end": (b"From: an@example.vn\r\n" + b"x" * 3_000_000, "too-complex"),
    "a long text": (text_mail("Một dòng dài.\n" * 60_000), "text-cut"),
    "too large": (raw(b"x" * (parsing.MOST_BYTES + 1)), "too-large"),
    "broken html": (text_mail("<!--" * 100_000 + "<div>" * 100_000, kind="html"), None),
    "a thousand addresses": (raw(b"x", To=", ".join(f"a{n}@b.vn" for n in range(3000))), None),
    "endless quoting": (text_mail("On \n" * 60_000), None),
    "one endless line": (text_mail("Vào " + "a " * 99_000 + "viết"), None),
    "parts without a boundary": (raw(b"x", Content_Type="multipart/mixed"), None),
    "forward without a message": (raw(b"", Content_Type="message/rfc822"), None),
    "nothing at all": (b"", None),
    "no header": (b"\r\n\r\nx", None),
    "zeros": (b"\x00" * 1000, None),
    "bad base64": (raw(b"@@@", Content_Transfer_Encoding="base64"), None),
    "bad charset": (raw(b"x", Content_Type="text/plain; charset=\"../../x\""), None),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mail_costs_little_and_is_never_refused(name):
    message, defect = HOSTILE[name]
    begun = time.perf_counter()
    mail = mailin.parse(message)
    assert time.perf_counter() - begun < 5
    assert len(mail.text) <= bodies.LONGEST_TEXT
    assert len(mail.enclosures) <= bodies.MOST_ENCLOSURES
    assert len(mail.recipients) <= 50
    if defect:
        assert defect in mail.defects


def test_what_is_too_much_still_says_who_wrote():
    mail = mailin.parse(nested(1000))
    assert (mail.sender, mail.subject) == ("an@example.vn", "sau")


def test_mail_written_by_a_good_library_is_read_back():
    message = EmailMessage()
    message["From"], message["To"] = "An <an@example.vn>", "gopy@cityweb.example"
    message["Subject"] = "Góp ý"
    message.set_content(WORDS)
    message.add_alternative(f"<p>{WORDS}</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="đơn.pdf")
    mail = mailin.parse(message.as_bytes())
    assert (mail.subject, mail.text) == ("Góp ý", WORDS)
    assert [file.name for file in mail.enclosures] == ["đơn.pdf"]
