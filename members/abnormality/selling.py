"""Whether a passage speaks as a seller does, whatever it sells: an office never speaks so.

A seller names a price, a way to order, promises, and keeps it between us. Somebody who tells of a
sale names who held it, where, for whom. Goods change every week, the manner does not.
"""

from members.abnormality.keywords import Keywords

FEWEST_WORDS = 10
FEWEST_MANNERS = 3
WORDS_A_PHRASE = 9
"""A crier wastes few words; in longer texts the same phrases gather by chance."""
FEWEST_PHRASES = 4
_OFFICE, _SELLS = "offices", "sells"


def is_cried(text: str, keywords: Keywords) -> bool:
    """Tell whether plain text offers something for sale and no office or reporter speaks in it."""
    length = text.count(" ") + 1
    # Who watches somebody is no source that is cited.
    text = text.replace("theo dõi", "trông chừng")
    # Most lines name an office, and are spared the closer look.
    if length < FEWEST_WORDS or not keywords.office_words.isdisjoint(text.split()):
        return False
    said = keywords.manners_in(text)
    manners = [one for one in said if one != _SELLS]
    return (
        _OFFICE not in said
        and len(manners) + (_SELLS in said) >= FEWEST_PHRASES
        and len(set(manners)) >= FEWEST_MANNERS
        and len(manners) * WORDS_A_PHRASE >= length
    )
