"""Names of persons: after a salutation, in an introduction, under a letter."""

import re
from collections.abc import Iterator

from cityweb.core.text import fold, spoken
from feedback.privacy.families import (
    AMBIGUOUS,
    BEINGS,
    FAMILIES,
    FOLDED_PLACES,
    HONORIFICS,
    NAMED_AFTER,
    NOBODY,
    PAIRS,
    PLACES,
    PLAIN_FAMILIES,
    RARE,
    ROADS,
    SMALL_STOPS,
    SURE,
    SURELY_ADDRESSED,
)
from feedback.privacy.kinds import Kind, Span
from feedback.privacy.repeated import again
from feedback.privacy.sight import Sight
from feedback.privacy.words import CONTEXT, Words

_TITLES_BEFORE = re.compile(
    r"(?<![a-z])(?:dong chi|d/c|bac si|bs|luat su|thay giao|co giao|can bo|chu nha|chu quan|chu ho|"
    r"hang xom|tai xe|ky su|giao vien|bao ve|chien si|dai uy|thuong uy|trung uy|thieu uy|dai ta|"
    r"thuong ta|trung ta|thieu ta|nguoi ten|ten|vo toi|chong toi|con toi|con trai|con gai|cha toi|"
    r"truong ap|to truong|khu vuc|cong an|chu tro|nha tro|chu tiem|chu cua hang|chu shop|"
    r"tai khoan|gia dinh|vo chong|khu pho truong|nhan vien|chuyen vien|giam doc|chu tich)"
    r"(?: la)?[ :]{1,2}\Z"
)
_INTRODUCED = re.compile(
    r"(?<![a-z])(?:(?:toi|em|chau|minh|con)(?: xin)? ten(?: la)?|(?:toi|em|chau|minh|con)(?: la|"
    r"(?=,))|"
    r"(?:ten toi|ten em|ten minh|ten chau|ten day du|ho (?:va )?ten|ho ten|quy danh)(?: la)?|"
    r"nguoi (?:gui|viet|lam|khieu nai|to cao|uy quyen|nop|yeu cau|ban|mua|gui don|"
    r"viet don|lam don|phan anh|kien nghi|de nghi|dai dien|ky|"
    r"ky ten|lien he|khai|dan)|"
    r"ky ten|dai dien|chu ho|chu tai khoan|chu tk|nguyen don|bi don|nan nhan|nhan chung|chu the|"
    r"ten chu|ctk|khach hang|benh nhan|hoc sinh|kinh don|"
    r"kinh thu|lien he)(?: \([^)\n]{1,30}\))?[ :,.\-]{1,4}(?:\n\s{0,3})?\Z"
)
_STRONG = re.compile(r"(?:ten|ten la|ten toi la|ho va ten|ho ten)[ :]{1,3}\Z")
_CLOSED = re.compile(
    r"(?<![a-z])(?:tran trong|kinh thu|kinh don|kinh chao|kinh bao|than ai|than(?= ?[,\n])|"
    r"than chao|than men|"
    r"cam on(?: nhieu| a| rat nhieu| quy co quan| quy vi)?|ky ten|da ky|chao)[\s,.!:()\-]{1,8}\Z"
)
_SIGNS = re.compile(
    r"[ ,(\n]{1,3}(?:da |dong |cung |xin )?(?:ky(?: ten| don| thay|(?= ?[.,;)\n]|\Z))|"
    r"kinh (?:don|thu|bao|gui|de nghi)|(?:lam|viet|gui|dung) don)(?![a-z])"
)
_ROAD_WORDS = frozenset({"duong", "cau", "truong", "vien", "giao", "vong", "cho"})
# Only these have a full stop of their own before the name; after the others a sentence ends.
_SHORTENED = frozenset({"mr", "mrs", "ms"})
# "Y Moan", "H Lim", "K'Brêu", "A Thút": how names of the highlands begin.
_PARTICLES = frozenset(("Y", "H", "A", "K", "H'", "K'"))
_MIDDLES = frozenset({spoken("văn"), spoken("thị"), "van", "thi"})
# "VPBank – 0903123456 – TRAN VAN BA": whose account it is stands after its number.
_PAID = re.compile(
    r"(?<![a-z])(?:stk|tk|tai khoan|[a-z]{2,9}bank|vcb|bidv|acb|mb|tcb|momo)[^\n]{0,30}\d"
    r"(?: ?\([^)\n]{1,30}\))?[ ,;:()\-]{1,4}(?:ten |ctk |chu tk )?\Z"
)


def names(sight: Sight) -> Iterator[Span]:
    """Yield the names of persons that something around gives away, and where they come again."""
    words = Words(sight)
    found: dict[int, int] = {}
    place = 0
    while place < len(words.all):
        count = _name_at(words, place)
        if count:
            found[place] = count
        place += count or 1
    for place, count in (found | dict(again(words, found))).items():
        yield Span(Kind.NAME, words.all[place].start, words.all[place + count - 1].end)


def in_file_name(sight: Sight) -> Iterator[Span]:
    """Yield what looks like a whole name in the name of a file, where nothing is around it."""
    words = Words(sight)
    for place, word in enumerate(words.all):
        count = words.run(place)
        if count < 2:
            count = _small_run(words, place)
            if count < 3 or words.all[place + 1].said not in _MIDDLES:
                continue
        if word.is_family:
            yield Span(Kind.NAME, word.start, words.all[place + count - 1].end)


def _name_at(words: Words, place: int) -> int:
    """Return how many words from here on are a person's name; 0 when none are."""
    word = words.all[place]
    count = words.run(place)
    if words.said(place, count) in NOBODY or words.said(place, 2) in NOBODY:
        return 0
    if place and f"{words.all[place - 1].marked} {word.marked}".lower() in PAIRS:
        return 0
    if not count:
        return _small_name(words, place) if word.is_family else 0
    before = words.before(place)
    if _is_of_peoples(words, place, count):
        return count
    if _INTRODUCED.search(before) and (
        word.is_family
        or (count <= 3 and (_STRONG.search(before) or _ends_clause(words, place, count)))
    ):
        return count
    if _is_addressed(words, place, count):
        return count
    if _CLOSED.search(before) and _ends_clause(words, place, count) and count > 1:
        return count
    if count < 2 or not word.is_family:
        return 0
    end = words.all[place + count - 1].end
    if _SIGNS.match(words.sight.low, end) and not _is_named_after(words, place):
        return count
    if _TITLES_BEFORE.search(before) or _is_signature(words, place, count):
        return count
    if _PAID.search(words.before(place, 2 * CONTEXT)):
        return count
    return count if _is_plainly_named(words, place, count) else 0


def _is_of_peoples(words: Words, place: int, count: int) -> bool:
    """Tell whether the words are a name as the peoples of the land bear them, and nothing else.

    "Y Moan Êban", "Siu H'Phiơ" by the clan; "Thạch Thị Sa Rương", "Trương A Tỷ" by the middle.
    """
    if count < 2 or words.is_loud_around(place, count) or _is_named_after(words, place):
        return False
    first, second = words.all[place], words.all[place + 1]
    if first.cased in _PARTICLES or first.is_of_clan:
        return any(each.is_of_clan for each in words.all[place : place + count])
    if count < 3 or not (first.said in FAMILIES or first.said in RARE):
        return False
    return second.marked in ("Thị", "Văn", "A") and not _is_road(words, place, count)


def _ends_clause(words: Words, place: int, count: int) -> bool:
    """Tell whether nothing of the same clause follows: "mình là Thảo Nguyên.", not a title."""
    name = words.all[place : place + count]
    # The "A" of "A Thút" is not loud.
    is_loud = all(each.marked.isupper() for each in name) and len(name[0].marked) > 1
    end = name[-1].end
    return not is_loud and words.sight.marked[end : end + 1] in ("", ",", ".", "\n", ";", "!", ")")


def _is_addressed(words: Words, place: int, count: int) -> bool:
    if not place:
        return False
    title, name = words.all[place - 1], words.all[place]
    gap = words.gap(place - 1)
    said = spoken(title.marked.lower())
    whole = count > 1 and name.is_family
    if gap not in (" ", ": ", ". ", "  ") or (gap == ". " and said not in _SHORTENED):
        return False
    if said in AMBIGUOUS:
        return whole and not _is_place(words, place, count)
    if said not in HONORIFICS or _is_place(words, place, count):
        return False
    # "Bà Rịa" in the middle of a sentence is a place; "bà Rịa" would be a person.
    return whole or not title.is_cap or _begins_sentence(words, place - 1)


def _is_place(words: Words, place: int, count: int) -> bool:
    title, pair = words.all[place - 1], words.said(place - 1, 2)
    is_after_place = place > 1 and fold(words.all[place - 2].marked) in NAMED_AFTER
    known = FOLDED_PLACES if pair.isascii() else PLACES
    if count == 1 and (pair in BEINGS or (pair in known and (title.is_cap or is_after_place))):
        return True
    return is_after_place and title.is_cap


def _begins_sentence(words: Words, place: int) -> bool:
    return not place or bool(set(words.gap(place - 1)) & set(".!?:\n-,"))


def _is_signature(words: Words, place: int, count: int) -> bool:
    """Tell whether the name stands under a letter: after its closing words, or alone at its end."""
    if _CLOSED.search(words.before(place)):
        return True
    text, first, last = words.sight.marked, words.all[place], words.all[place + count - 1]
    line_start = text.rfind("\n", 0, first.start) + 1
    line_end = text.find("\n", last.end)
    line_end = len(text) if line_end < 0 else line_end
    around = text[line_start : first.start] + text[last.end : line_end]
    is_alone = not any(map(str.isalnum, around)) and line_start > 0
    return is_alone and text[line_end:].count("\n") <= 4


def _is_plainly_named(words: Words, place: int, count: int) -> bool:
    """Tell whether it is a person's name by itself: "Trần Văn Bình", but not as a road is named."""
    if count < 3 or words.all[place].said not in SURE or words.is_loud_around(place, count):
        return False
    if _is_road(words, place, count):
        return False
    is_chained = place > 0 and words.gap(place - 1).strip() in ("-", "/")
    return not (_is_named_after(words, place) or is_chained)


def _is_road(words: Words, place: int, count: int) -> bool:
    inside = [each.marked.lower() for each in words.all[place : place + count]]
    return any(fold(" ".join(inside[:size])) in ROADS for size in (2, 3, 4))


def _is_named_after(words: Words, place: int) -> bool:
    """Tell whether what stands before bears the name: a road, a school, a city."""
    before = [fold(each.marked) for each in words.all[max(0, place - 3) : place]]
    return bool(set(before[-2:]) & NAMED_AFTER or set(before) & _ROAD_WORDS)


def _small_name(words: Words, place: int) -> int:
    """Return the length of a name in small letters, right after words that announce a name."""
    count = _small_run(words, place)
    has_middle = count > 2 and words.all[place + 1].said in _MIDDLES
    if place and words.gap(place - 1) == " " and words.all[place - 1].said in SURELY_ADDRESSED:
        # "ông nguyễn quang hải": this family's name is no other word.
        return count if has_middle or words.all[place].said in PLAIN_FAMILIES else 0
    before = words.before(place)
    if words.all[place].marked == "la" or not _INTRODUCED.search(before):
        return 0
    return count if has_middle or _STRONG.search(before) else 0


def _small_run(words: Words, place: int) -> int:
    count = 1
    while count < 4 and place + count < len(words.all) and words.gap(place + count - 1) == " ":
        after_middle = words.all[place + count - 1].said in _MIDDLES
        if fold(words.all[place + count].marked) in SMALL_STOPS and not after_middle:
            break
        count += 1
    return count if count > 1 and words.all[place].is_family else 0
