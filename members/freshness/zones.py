"""Which parts of a page never speak of news, told by tag, by class and by heading.

Names are the class and id of an element in lower case; headings are folded text.
"""

import re
from functools import lru_cache

_FOOTER = re.compile(
    r"(?:^|\s)(?:(?:site|main|page|portal|web|wrap|block|bottom|ms|colophon)[-_]?)?"
    r"foot(?:er)?(?:[-_]\S*|\d*)?(?=\s|$)|copyright|ban-?quyen|colophon"
)
_PART_FOOTER = re.compile(
    r"(?:card|entry|post|item|article|news|panel|media|box|tin)[-_]?\S{0,12}foot"
)
_MENU = re.compile(
    r"(?:^|[\s_-])(?:menu|navbar|mainnav|topnav|navigation|nav(?=\s|\d|$)|nav-?(?:bar|menu|main"
    r"|top|left|right|primary|collapse)|breadcrumbs?|bread|duong-?dan|megamenu"
    r"|pagination"
    r"|paging|pager|sitemap)(?=[\s_\d-]|$)"
)
_CLOCK = re.compile(
    r"(?:^|[\s_-])(?:clock|dong-?ho|time-?now|now|current-?(?:date|time)|date-?(?:now|today"
    r"|current)"
    r"|today|ngay-?(?:hien-?tai|hom-?nay)|hom-?nay|am-?lich|lich-?am|lunar|realtime"
    r"|live-?(?:time|date|clock)|server-?time|top-?date|date-?top|header-?(?:date|time)"
    r"|timer|countdown|dem-?nguoc)(?=[\s_\d-]|$)"
)
_PUBLISHED = re.compile(r"publi|posted|created|ngay-?_?dang|(?:post|entry|article|news)-?_?date")
_TIME_OF = re.compile(r"(?:^|\s)(?:clock|timer)(?=\s|$)")
_FIGURES = re.compile(
    r"weather|thoi-?tiet|ty-?gia|ti-?gia|exchange|gia-?vang|currency|(?:^|[\s_-])(?:visit|visitors?"
    r"|counter|hits?-?counter|truy-?cap|thong-?ke|statistics?|online|luot-?truy)(?=[\s_\d-]|$)"
)
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-?(?:list|area|section|box|block|wrap|form|s))?|commentlist"
    r"|binh-?luan"
    r"|y-?kien|gop-?y|pakn|phan-?anh\S*|kien-?nghi|hoi-?dap|disqus|fb-comments|reviews?"
    r"|guestbook)(?=[\s_\d-]|$)"
)
_EVENTS = re.compile(
    r"(?:^|[\s_-])(?:events?|eventlist|upcoming|calendar|schedule|agenda|lich|lich-?(?:cong-?tac"
    r"|hop|tuan"
    r"|lam-?viec|tiep)\S*|su-?kien-?sap\S*|datepicker|timeline-?events?|deadline)(?=[\s_\d-]|$)"
)
_DOCUMENTS = re.compile(
    r"(?:^|[\s_-])(?:van-?ban\S*|vb-?(?:moi|pq|qppl)\S*|documents?|legal-?\S*|du-?thao\S*"
    r"|thu-?tuc\S*"
    r"|cong-?bao|lay-?y-?kien\S*)(?=[\s_-]|$)"
)
_NEWS = re.compile(r"news|tin(?:-|_)?tuc|tintuc|(?:^|[\s_-])tin(?=[\s_-]|$)|article|bai-?viet|post")
_ICON = re.compile(r"(?:^|\s)(?:fa[bsrl]?|bi|icon|icomoon|glyphicon|ti|la|mdi|svg|ico)-\S{1,40}")
_HEADER = re.compile(
    r"(?:^|\s)(?:site-?|main-?|page-?|web-?|portal-?)?(?:header|banner|masthead|top-?bar"
    r"|top-?header"
    r"|header-?top|topbar|toolbar|top-?line|top-?info)(?=[\s_-]|$)"
)
_PART_HEADER = re.compile(
    r"(?:entry|article|post|item|news|card|content|detail|section|box|block)[-_]?\S{0,12}head"
)

_WORDS_ONLY = frozenset({
    "span", "i", "em", "b", "strong", "small", "time", "label", "p", "a", "font", "h1", "h2",
    "h3", "h4",
})  # fmt: skip

_HEADING_DOCUMENTS = (
    r"(?:he thong |thong tin |cac )?(?:van ban|du thao|thu tuc|cong bao|lay y kien|gop y)\b.{0,40}"
)
_HEADING_EVENTS = (
    r"lich (?:cong tac|lam viec|hop|tiep|tuan|truc|su kien|thi|xet xu|cat dien|cup dien)\b.{0,40}"
    r"|su kien (?:sap|sap toi|sap dien ra|noi bat sap)\b.{0,30}|(?:upcoming )?events?(?: calendar)?"
    r"|hoi nghi sap.{0,20}|upcoming\b.{0,30}|cuoc thi sap.{0,20}"
)
_HEADING_FIGURES = (
    r"thoi tiet\b.{0,30}|t[iy] gia\b.{0,30}|gia vang\b.{0,30}|thong ke truy cap|truy cap"
    r"|luot truy cap"
    r"|so luot truy cap|thong ke|weather\b.{0,20}|du bao thoi tiet\b.{0,30}"
)
_HEADING_TALK = (
    r"(?:\d{1,4} )?(?:binh luan|y kien|phan hoi|comments?|ban doc|responses?)\b.{0,30}"
    r"|hoi dap\b.{0,30}|hoi - dap\b.{0,30}|tra loi (?:cong dan|kien nghi)\b.{0,30}"
    r"|(?:phan anh|kien nghi|cu tri|don thu)\b.{0,30}|gui (?:binh luan|y kien)\b.{0,20}"
    r"|leave a (?:reply|comment)\b.{0,10}"
)
_HEADING = re.compile(
    "|".join((_HEADING_DOCUMENTS, _HEADING_EVENTS, _HEADING_FIGURES, _HEADING_TALK))
)
LONGEST_HEADING = 60
# "Tỷ giá ngày 24/11/2026: USD 25.888" is all there is; nothing follows below it.
_SAYS_MORE = re.compile(r":\s{0,3}\w{1,20}\s{0,3}\d")


@lru_cache(maxsize=4_096)
def zone_of(tag: str, names: str) -> str:
    """Return the zone that an element opens, or nothing where it may hold news.

    "menu" and "header" still may hold a headline; the other zones hold no day of news at all.
    """
    if tag == "footer":
        return "footer"
    if tag == "nav":
        return "menu"
    if tag == "header":
        return "header"
    bare = _ICON.sub(" ", names)
    zone = _named_zone(bare) if bare.strip() else ""
    # A span called "calendar" shows the day of an article; a box called so shows events.
    if tag in _WORDS_ONLY and (zone in {"events", "documents"} or _TIME_OF.search(bare)):
        return ""
    return zone


def _named_zone(names: str) -> str:
    for pattern, zone in ((_CLOCK, "clock"), (_FIGURES, "figures"), (_COMMENTS, "talk")):
        # "assetPublishDate block_timer" is no clock, whatever it looks like.
        if pattern.search(names) and not (zone == "clock" and _PUBLISHED.search(names)):
            return zone
    if _FOOTER.search(names) and not _PART_FOOTER.search(names):
        return "footer"
    if _HEADER.search(names) and not _PART_HEADER.search(names):
        return "header"
    if not _NEWS.search(names):
        if _MENU.search(names):
            return "menu"
        for pattern, zone in ((_EVENTS, "events"), (_DOCUMENTS, "documents")):
            if pattern.search(names):
                return zone
    return ""


def is_part_of_an_article(tag: str, names: str) -> bool:
    """Tell whether a header or footer inside this element belongs to the article, not the site."""
    return tag in {"article", "main", "li"} or _NEWS.search(names) is not None


def opens_other_matter(heading: str) -> bool:
    """Tell whether what follows this heading is documents, events, figures or visitors' talk."""
    if heading[:1].isdigit() and heading.strip(" 0123456789/.-:") == "":
        return False
    text = heading.strip(" :»›>-–|*•.\u00a0")
    if _SAYS_MORE.search(text):
        return False
    return len(text) <= LONGEST_HEADING and _HEADING.fullmatch(text) is not None
