"""Mail of strangers, built byte by byte: read as a person would, bounded when it is hostile."""

import base64
import itertools
import quopri
import time
import unicodedata
from email.message import EmailMessage

import pytest

from cityweb.core import mailin
from cityweb.core.mailin import bodies, parsing, quoting

WORDS = "Kính gửi Sở, đường Nguyễn Huệ ngập nước từ sáng."


lines = itertools.count()


def raw(body=b"", **headers):
    """Return a message with these header fields (`_` for `-`) and this body."""
    fields = {
        "From": "=?utf-8?B?"
        + base64.b64encode("Nguyễn Văn An".encode()).decode()
        + "?= <An@Example.VN>",
        "To": "gopy@cityweb.example",
        "Subject": "Hoi dap",
        "Message-ID": "<1@example.vn>",
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value is not None)
    return head.encode("utf-8", "surrogateescape") + b"\r\n" + body


def text_mail(body, charset="utf-8", encoding="8bit", kind="plain"):
    data = body.encode(charset) if isinstance(body, str) else body
    if encoding == "base64":
        data = base64.encodebytes(data)
    elif encoding == "quoted-printable":
        data = quopri.encodestring(data)
    return raw(
        data,
        MIME_Version="1.0",
        Content_Type=f'text/{kind}; charset="{charset}"',
        Content_Transfer_Encoding=encoding,
    )


def parts(*children, kind="mixed", **headers):
    """Return a multipart message out of raw parts."""
    line = f"--line{next(lines)}".encode()
    body = b"".join(line + b"\r\n" + child + b"\r\n" for child in children) + line + b"--\r\n"
    extra = headers.pop("extra", "")
    boundary = line[2:].decode()
    return raw(body, Content_Type=f'multipart/{kind}; boundary="{boundary}"{extra}', **headers)


def part(content, kind="text/plain; charset=utf-8", **headers):
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    content = content if isinstance(content, bytes) else content.encode()
    return f"Content-Type: {kind}\r\n{head}\r\n".encode() + content


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


QUOTES = {
    "gmail vi": "Cảm ơn Sở.\n\nVào Th 2, 23 thg 11, 2026 vào lúc 09:15 Hochiminh CityWeb <\n"
    "gopy+x@cityweb.example> đã viết:\n\n> Kính gửi anh/chị,\n> đã nhận.",
    "gmail en": "Cảm ơn Sở.\n\nOn Mon, Nov 23, 2026 at 9:15 AM CityWeb <a@b.vn> wrote:\n> đã nhận.",
    "apple vi": "Cảm ơn Sở.\n\nVào 09:15, 23 thg 11, 2026, CityWeb <a@b.vn> đã viết:\n\nđã nhận.",
    "thunderbird vi": "Cảm ơn Sở.\n\nVào lúc 09:15 23/11/2026, CityWeb đã viết:\n> đã nhận.",
    "outlook vi": "Cảm ơn Sở.\n\n________________________________\nTừ: CityWeb <a@b.vn>\n"
    "Đã gửi: Thứ Hai, 23 Tháng Mười Một 2026\nĐến: An\nChủ đề: Trả lời\n\nđã nhận.",
    "outlook en": "Cảm ơn Sở.\n\nFrom: A <a@b.vn>\nSent: Monday\nTo: An\nSubject: x\nđã nhận.",
    "outlook bold": "Cảm ơn Sở.\n\n*From:* A\n*Sent:* Monday\n*To:* An\n*Subject:* x\nđã nhận.",
    "original": "Cảm ơn Sở.\n\n-----Original Message-----\nđã nhận.",
    "original vi": "Cảm ơn Sở.\n\n----- Thư gốc -----\nđã nhận.",
    "only marks": "Cảm ơn Sở.\n\n> đã nhận.\n>> trước đó",
    "below": "On Mon, Nov 23, 2026 CityWeb wrote:\n> đã nhận.\n\nCảm ơn Sở.",
}


@pytest.mark.parametrize("name", QUOTES)
def test_what_is_quoted_is_split_off(name):
    own, quoted = quoting.split(QUOTES[name])
    assert own == "Cảm ơn Sở."
    assert "đã nhận." in quoted


def test_answers_between_quoted_lines_stay_with_them():
    own, _ = quoting.split("On Mon CityWeb wrote:\n> Tên?\nAn\n> Ở đâu?\nQuận 1")
    assert own == "> Tên?\nAn\n> Ở đâu?\nQuận 1"


@pytest.mark.parametrize(
    "text",
    [
        "Từ: nhà tôi đến chợ\nđường xấu",
        "Vào hôm qua tôi có viết thư",
        "Ngày mai: tôi sẽ viết tiếp\nabc",
    ],
)
def test_ordinary_words_are_not_taken_for_a_quotation(text):
    assert quoting.split(text) == (text, "")


def report(action="failed", status="5.1.1", original=b"Message-ID: <7@cityweb.example>\r\n\r\n"):
    return parts(
        part("Không chuyển được thư."),
        part(
            f"Reporting-MTA: dns; mx.example.vn\r\n\r\nFinal-Recipient: rfc822; An@Example.VN\r\n"
            f"Action: {action}\r\nStatus: {status}\r\n",
            "message/delivery-status",
        ),
        part(original, "text/rfc822-headers"),
        kind="report",
        extra="; report-type=delivery-status",
        From="Mailer-Daemon <MAILER-DAEMON@mx.example.vn>",
        Return_Path="<>",
    )


def test_a_bounce_names_message_and_status():
    bounce = mailin.parse(report()).bounce
    assert bounce == mailin.Bounce("5.1.1", True, "<7@cityweb.example>", "an@example.vn")
    assert "an@example.vn" not in repr(bounce)


@pytest.mark.parametrize(
    ("action", "status", "is_final"),
    [("delayed", "4.4.1", False), ("failed", "", True), ("", "5.7.1", True), ("", "4.2.2", False)],
)
def test_only_a_failure_is_final(action, status, is_final):
    bounce = mailin.parse(report(action, status)).bounce
    assert (bounce.is_final, bounce.status) == (is_final, status)


def test_a_whole_message_sent_back_is_no_enclosure():
    whole = raw(b"Kinh gui", Message_ID="<7@cityweb.example>")
    message = report().replace(b"text/rfc822-headers", b"message/rfc822").replace(
        b"Message-ID: <7@cityweb.example>\r\n\r\n", whole
    )  # fmt: skip
    mail = mailin.parse(message)
    assert mail.bounce.message_id == "<7@cityweb.example>"
    assert mail.enclosures == ()


def test_a_bounce_in_prose_is_known_by_its_empty_sender():
    fields = {"From": "MAILER-DAEMON@mx.example.vn", "In_Reply_To": "<7@cityweb.example>"}
    assert mailin.parse(raw(**fields, Return_Path="<>")).bounce.message_id == "<7@cityweb.example>"
    assert mailin.parse(raw(**fields, Return_Path="<a@b.vn>")).bounce is None
    assert mailin.parse(raw(Return_Path="<>")).bounce is None


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated (rejected)"},
        {"X_Autoreply": "yes"},
        {"Precedence": "auto_reply"},
        {"Precedence": "bulk"},
        {"Subject": "Automatic reply: Hỏi đáp"},
        {"Subject": "Out of Office Re: x"},
        {"Subject": "Trả lời tự động: Hỏi đáp"},
        {"Subject": "=?utf-8?B?" + base64.b64encode("Vắng mặt đến 30/11".encode()).decode() + "?="},
    ],
)
def test_programs_that_answer_are_recognised(headers):
    assert mailin.parse(raw(**headers)).is_auto_reply


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Auto_Submitted": "no"},
        {"Subject": "Góp ý về trả lời tự động"},
        {"Precedence": "first-class"},
    ],
)
def test_people_are_not_taken_for_programs(headers):
    assert not mailin.parse(raw(**headers)).is_auto_reply


def test_only_our_own_server_vouches_for_a_sender(settings):
    settings.MAIL_IN_AUTHSERV = "mx.cityweb.example"
    found = "mx.cityweb.example; spf=pass (x dkim=pass) mailfrom=a; dkim=fail; dkim=pass d=x"
    assert mailin.parse(raw(Authentication_Results=found)).verdict == mailin.Verdict(
        spf="pass", dkim="pass"
    )
    assert mailin.parse(raw(Authentication_Results="mx.evil.example; dkim=pass")).verdict.dkim == ""
    forged = "mx.evil.example; spf=none\r\nAuthentication-Results: mx.cityweb.example; dkim=pass"
    assert mailin.parse(raw(Authentication_Results=forged)).verdict.dkim == ""
    settings.MAIL_IN_AUTHSERV = ""
    assert mailin.parse(raw(Authentication_Results=found)).verdict == mailin.Verdict()


def test_a_reply_address_leads_back_and_cannot_be_made_up(settings):
    address = mailin.reply_address("feedback", "XD26-7K4F9QM3")
    assert address.startswith("gopy+feedback-xd26-7k4f9qm3-")
    assert address.endswith("@cityweb.example")
    assert len(address.partition("@")[0]) <= 64
    assert mailin.read_reply_address(address.upper()) == ("feedback", "xd26-7k4f9qm3")
    for wrong in (
        address.replace("7k4f", "7k4g"),
        address.replace("feedback", "licence"),
        address.replace("cityweb.example", "evil.example"),
        address[:-17] + "@cityweb.example",
        "gopy@cityweb.example",
        "gopy+@cityweb.example",
        "",
    ):
        assert mailin.read_reply_address(wrong) is None
    settings.INDEX_KEY = "another"
    assert mailin.read_reply_address(address) is None


@pytest.mark.parametrize(
    ("kind", "key"), [("Feedback", "1"), ("a-b", "1"), ("a", ""), ("a", "x@y")]
)
def test_a_reply_address_is_made_of_short_words(kind, key):
    with pytest.raises(ValueError, match="reply address"):
        mailin.reply_address(kind, key)


def test_without_a_mailbox_there_is_no_reply_address(settings):
    settings.MAIL_IN_ADDRESS = ""
    assert mailin.reply_address("feedback", "1") == ""
    assert mailin.read_reply_address("gopy+feedback-1-aaaaaaaaaaaaaaaa@cityweb.example") is None


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
