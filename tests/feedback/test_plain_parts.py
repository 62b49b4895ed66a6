"""A small form is read at once, and never otherwise than Django reads it."""

import pytest
from django.test import RequestFactory

from feedback.views.plain_parts import fields_of, read_plainly

MARK = "----thu"


def form(*parts, end=f"--{MARK}--\r\n"):
    return "".join(f"--{MARK}\r\n{part}\r\n" for part in parts).encode() + end.encode()


def text(name, value):
    return f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'


NO_FILE = (
    'Content-Disposition: form-data; name="files"; filename=""\r\n'
    "Content-Type: application/octet-stream\r\n\r\n"
)
ODD = {
    "a file": form(NO_FILE.replace('""', '"a.txt"') + "một"),
    "a file without a name": form(NO_FILE + "một"),
    "another head": form(text("a", "b").replace("\r\n\r\n", "\r\nX-A: 1\r\n\r\n")),
    "a name in capitals": form(text("A", "b")),
    "a mark within a text": form(text("a", f"x--{MARK}y")),
    "no head": form("chữ"),
    "cut off": form(text("a", "b"), end=""),
    "words before": b"truoc" + form(text("a", "b")),
    "words after": form(text("a", "b"), end=f"--{MARK}--\r\nsau"),
    "bare line ends": form(text("a", "b")).replace(b"\r\n", b"\n"),
    "too many": form(*(text("a", "b") for _ in range(70))),
}


def posted(body, *, plainly, charset=""):
    kind = f"multipart/form-data; boundary={MARK}{charset}"
    request = RequestFactory().generic("POST", "/", body, content_type=kind)
    if plainly:
        read_plainly(request)
    return request.POST, {name: one.read() for name, one in request.FILES.items()}


@pytest.mark.parametrize("body", ODD.values(), ids=ODD)
def test_what_no_browser_writes_for_a_text_is_left_to_django(body):
    assert fields_of(body, MARK.encode()) is None
    assert posted(body, plainly=True) == posted(body, plainly=False)


def test_texts_are_read_as_django_reads_them():
    values = ["Nắp cống", "", "hai\r\ndòng\r\n", 'a="b"; filename="c"', "--", "\r\n\r\n"]
    body = form(*(text("body", value) for value in values), NO_FILE)
    assert [value for _, value in fields_of(body, MARK.encode())] == [*values, ""]
    assert posted(body, plainly=True) == posted(body, plainly=False)
    assert posted(body, plainly=True)[0].getlist("body") == values


def test_bytes_that_are_no_text_and_other_charsets_end_as_with_django():
    body = form(text("a", "b")).replace(b"\r\nb", b"\r\n\xff\xe9")
    for charset in ("", "; charset=latin-1"):
        assert posted(body, plainly=True, charset=charset) == posted(
            body, plainly=False, charset=charset
        )
