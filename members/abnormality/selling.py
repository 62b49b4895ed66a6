"""Whether a passage speaks as a seller does, whatever it sells: an office never speaks so.

A seller names a price, a way to order, promises, and keeps it between us. Somebody who tells of a
sale names who held it, where, for whom. Goods change every week, the manner does not.
"""

import re

from members.abnormality.keywords import Keywords

FEWEST_WORDS = 8
FEWEST_MANNERS = 3
WORDS_A_PHRASE = 9
"""A crier wastes few words; in longer texts the same phrases gather by chance."""
FEWEST_PHRASES = 4
FEWEST_OPENERS = 2
_OFFICE, _SELLS = "offices", "sells"
_OF_BOTH = frozenset({"theo", "anh", "bà", "ông", "hội", "sở", "bộ", "xã", "trường"})
# Words of offices in words of everybody.
_OF_EVERYBODY = re.compile(
    r"theo (?:dõi|yêu cầu|ngày|giờ|tháng)|anh (?:em|chị|nào)|bà bầu|quý (?:ông|bà)|hội viên|cơ sở"
    r"|toàn bộ|thị trường|môi trường|xã hội|bộ (?:sưu tập|ảnh|sản phẩm|đề)|công ty chúng (?:tôi|em)"
    r"|hội chị em|đầu bộ|trọn bộ|các (?:anh|bà)|một bộ|nội bộ|trường hợp|cơ hội"
)
_SHOWN = (
    (
        "contact",
        re.compile(
            r"(?<!\d)0[35789]\d{1,2}[ .]?\d{3}[ .]?\d{2}[ .]?\d{1,3}(?!\d)|zalo|telegram|hotline"
        ),
    ),
    ("price", re.compile(r"\d\s?(?:k|đ|vnđ|vnd|tr|triệu|usd)(?![^\W_])|\d{2}%")),
)
_PRICED = re.compile(
    r"[$€£]\s?\d|\d\s?%|whatsapp|telegram|(?:order|buy|join|play) now|\brp\s?\d|\busd\b"
)


def is_cried(text: str, keywords: Keywords) -> bool:
    """Tell whether plain text offers something for sale and no office or reporter speaks in it."""
    length = text.count(" ") + 1
    if length < FEWEST_WORDS:
        return False
    # Most lines name an office, and are spared the closer look.
    offices = keywords.office_words.intersection(text.split())
    if not offices <= _OF_BOTH:
        return False
    if len(keywords.seller.keys() & set(text.split())) < FEWEST_OPENERS:
        return False
    text = _OF_EVERYBODY.sub(" ", text)
    if offices and not keywords.office_words.isdisjoint(text.split()):
        return False
    said = keywords.manners_in(text)
    manners = [one for one in said if one != _SELLS]
    manners += [manner for manner, sign in _SHOWN if manner not in manners and sign.search(text)]
    told = len(manners) + (_SELLS in said) + ("contact" in manners and "price" in manners)
    return (
        _OFFICE not in said
        and told >= FEWEST_PHRASES
        and len(set(manners)) >= FEWEST_MANNERS
        and len(manners) * WORDS_A_PHRASE >= length
    )


def is_priced(text: str) -> bool:
    """Tell whether a plain line of another tongue names a price, or says to buy."""
    return _PRICED.search(text) is not None


def is_of_trade(title: str, keywords: Keywords) -> bool:
    """Tell whether a plain title names a price or a sale, and no office."""
    said = keywords.manners_in(_OF_EVERYBODY.sub(" ", title))
    return _OFFICE not in said and ("price" in said or _SELLS in said and len(said) > 1)
