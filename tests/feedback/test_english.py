"""The mailboxes below /en/: the same letters, with words that a stranger reads."""

import io
import re
from copy import deepcopy

import pytest

from feedback.models import Submission
from tests.feedback.letters import LETTER, Page

pytestmark = pytest.mark.django_db
BOX = "/en/gop-y/xay-dung-thanh-pho/"
VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")


def left_in_vietnamese(page):
    """Return the words of the main part that are neither English nor said to be Vietnamese."""
    main = deepcopy(page.tree.xpath("//main")[0])
    for one in main.xpath(".//*[@lang='vi'] | .//textarea | .//input"):
        one.text, one.attrib["value"] = "", ""
        for below in list(one):
            one.remove(below)
    texts = (" ".join(text.split()) for text in main.itertext())
    return [text for text in texts if VIETNAMESE.search(text.lower())]


def send(citizen, **fields):
    ticket = Page(citizen.get(BOX)).value("ticket")
    return Page(citizen.post(f"{BOX}?gui", {**LETTER, "ticket": ticket, **fields}))


@pytest.mark.parametrize(
    ("path", "names"),
    [("", ()), ("xay-dung-thanh-pho/", ("Sài Gòn",)), ("website/", ()), ("tra-cuu/", ())],
)
def test_each_page_is_english_and_leads_to_its_vietnamese_twin(citizen, path, names):
    page = Page(citizen.get(f"/en/gop-y/{path}"))
    assert page.status == 200
    left = [text for text in left_in_vietnamese(page) if not any(name in text for name in names)]
    assert left == []
    assert page.tree.xpath("//link[@rel='alternate' and @hreflang='vi']/@href")[0].endswith(
        f"/gop-y/{path}"
    )
    assert page.tree.xpath("//a[contains(@class, 'language')]/@href") == [f"/gop-y/{path}"]


def test_a_letter_is_sent_and_followed_in_english(citizen):
    wrong = send(citizen, subject="", unit="987654", area="Mars")
    assert "Please give a subject." in wrong.text and "Please type its name" in wrong.text
    page = send(citizen)
    assert "We have received your letter" in page.text
    own_words = [LETTER["subject"], " ".join(LETTER["body"].split())]
    assert [one for one in left_in_vietnamese(page) if one not in own_words] == []
    code, secret = page.codes()
    assert Submission.objects.get().code == code
    typed = {"code": code, "secret": secret}
    followed = Page(citizen.post("/en/gop-y/tra-cuu/", typed))
    assert "The Office has received the letter" in followed.text
    assert left_in_vietnamese(followed) == [LETTER["subject"], *LETTER["body"].split("\r\n")]
    key = {"key": followed.value("key"), "ticket": followed.value("ticket")}
    added = Page(citizen.post("/en/gop-y/tra-cuu/bo-sung/", {**key, "body": "More."}))
    assert "We have received what you added." in added.text
    typed["secret"] = "WRONG-12345"
    assert "code is wrong" in Page(citizen.post("/en/gop-y/tra-cuu/", typed)).text


def test_a_refused_file_says_why_in_english_and_in_vietnamese(citizen):
    for path, said in ((BOX, "Only JPG"), (BOX.removeprefix("/en"), "Chỉ nhận tệp JPG")):
        ticket = Page(citizen.get(path)).value("ticket")
        file = io.BytesIO(b"\x00\x01\x02 what is this")
        file.name = "x.xyz"
        page = Page(citizen.post(f"{path}?gui", {**LETTER, "ticket": ticket, "files": file}))
        assert said in page.text


def test_what_is_in_vietnamese_alone_is_led_to(citizen):
    for path in ("hoi-dap/?q=ngap", "thong-ke/"):
        answer = citizen.get(f"/en/gop-y/{path}")
        assert (answer.status_code, answer["Location"]) == (302, f"/gop-y/{path}")
