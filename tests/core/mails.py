"""Mails for tests, built byte by byte as strangers build them."""

import base64
import itertools
import quopri

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
