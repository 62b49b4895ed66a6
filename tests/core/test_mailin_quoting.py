"""What is quoted in a mail is split off, and nothing else is taken for a quotation."""

import pytest

from cityweb.core.mailin import quoting

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
