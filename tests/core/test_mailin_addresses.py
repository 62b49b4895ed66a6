"""Reply addresses lead back to their case and cannot be made up."""

import pytest

from cityweb.core import mailin


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
