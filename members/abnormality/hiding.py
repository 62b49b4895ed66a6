"""Why a reader would not see an element: its style, its attributes, the rules of its page."""

import re
from functools import lru_cache

LONGEST_STYLE = 2_000
MOST_STYLES = 200_000
MOST_RULES = 4_000
NEAR = 8
"""Of 255 steps of a colour, how many nobody sees."""

# Menus, dialogs and words for screen readers are put out of sight in these ways too: what is
# hidden so is no finding by itself, only planted words in it are.
_WAYS = (
    ("không hiển thị", r"display:none|visibility:(?:hidden|collapse)|content-visibility:hidden"),
    (
        "rất xa màn hình",
        r"(?:left|right|top|bottom|inset|margin|text-indent):-(?:[5-9]\d{3}|\d{5,6})(?!\d)",
    ),
    (
        "rất xa màn hình",
        r"(?:left|right|top|bottom|margin):-\d{3,6}(?:r?em|v[wh]|%)",
    ),
    ("ngoài màn hình", r"(?:left|right|top|bottom|margin-left|margin-top):-\d{3,6}"),
    (
        "ngoài màn hình",
        r"translate(?:[xy]|3d)?\(-\d{3,6}|text-indent:-\d{3,6}|text-indent:100%[^{}]{0,200}overflow:hidden",
    ),
    (
        "chữ cỡ không",
        r"font-size:(?:0(?!\.[5-9])|1px|\.0|0?\.[01])|scale(?:3d|[xy])?\(0(?![.\d])|zoom:0(?![.\d])",
    ),
    (
        "trong suốt",
        r"opacity:(?:0(?![.\d])|0?\.0)|opacity\(0%?\)|color:transparent|rgba\([\d,.]{5,20},0\)",
    ),
    ("bị cắt", r"clip:rect\(|clip-path:(?:inset\((?:50|100)%|circle\(0|polygon\(00)"),
    ("không có chiều cao", r"(?<![-\w])(?:max-)?(?:height|width):[01](?:px|em|%)?(?![.\d\w%])"),
    ("sau lớp khác", r"z-index:-\d{1,6}"),
)
SELDOM_HONEST = frozenset({"rất xa màn hình", "chữ cỡ không", "chữ cùng màu nền"})
"""Ways that menus, dialogs and sliders seldom take to wait for their turn."""
_HIDING = re.compile("|".join(f"(?P<w{place}>{way})" for place, (_, way) in enumerate(_WAYS)))
_COLOUR = re.compile(r"(?:^|[;{\"'])color:([#\w(),.%]{3,40})")
_GROUND = re.compile(r"background(?:-color)?:([#\w(),.%]{3,40})")
_SELECTOR = re.compile(r"([.#][\w-]{1,80})(?:[\s>]{1,4}a)?$")
# What waits for its turn in the open bears the name of what it is.
_WAITING = re.compile(
    r"modal|pop-?up|drop|menu|nav|(?:^|[\s_-])tab(?!le)|tab-?pane|slid|carousel|owl|swiper|slick|accord"
    r"|collaps|cookie|consent|share|social|dialog|tooltip|sr-only|screen-reader|visually|skip|print"
    r"|lang|translate|skiptranslate|goog|fb-|zalo|loading|lightbox|fancybox|hover|weather|vcard|author"
    r"|mobile|overlay|toggle|tab-?panel|toast|canvas|sidebar|filter|captcha|search|chat|video|player|gallery"
    r"|answer|faq|tra-?loi|dap-?an|child|level|step|wizard|login|dang-?nhap|spinner|float|sticky|contact"
    r"|hotline|detail|read-?more|xem-?them|(?:content|noi-?dung|box|page|panel|section)[-_]?\d"
    r"|ms-hide|ms-core|yui|ui-|invisible|accessib|expand|logo|banner|survey|khao-?sat|thoi-?tiet|notice",
    re.I,
)
_HOLDING = re.compile(
    r"modal|pop-?up|dropdown|menu|tab-content|slide|carousel|owl|swiper|slick|accord|collaps|dialog"
    r"|gallery|share|social|tooltip|lightbox",
    re.I,
)
_LOUD_INKS = frozenset({"red", "lime", "yellow", "#f00", "#ff0000", "#0f0", "#00ff00"})
_LOUD = re.compile(
    r"background(?:-color|-image)?:(?:#(?:[01][0-9a-f]){3}(?![0-9a-f])|#[01]{3}(?![0-9a-f])|black"
    r"|rgba?\([0-2]?\d,[0-2]?\d,[0-2]?\d[,)])|text-shadow:|monospace|courier|(?<!-)color:(?:red|lime|#f00(?![0-9a-f])|#ff0000"
    r"|#0f0(?![0-9a-f])|#00ff00|#33ff)|font-size:(?:[4-9]\d|\d{3})px|animation:|position:fixed"
)
_PICTURED = re.compile(r"background(?:-image)?:[^;]{0,200}(?:url|gradient)\(")
_BY_SCRIPT = re.compile(
    r"getElementById\(\s{0,4}[\"']([\w:.-]{1,80})[\"']\s{0,4}\)\.style\.(?:display|visibility)"
    r"\s{0,4}=\s{0,4}[\"'](?:none|hidden)"
)
_HEX = re.compile(r"[0-9a-f]{6}$")
_NAMED = {"white": "fff", "black": "000", "red": "f00", "blue": "00f", "transparent": "fff"}


@lru_cache(maxsize=4_096)
def by_style(style: str) -> str:
    """Return how a style hides an element, or ""."""
    close = re.sub(r"\s{1,200}|!important", "", style[:LONGEST_STYLE].lower())
    if (match := _HIDING.search(close)) is not None:
        place = int((match.lastgroup or "w0")[1:])
        is_small = _WAYS[place][0] == "không có chiều cao"
        # A box without height hides only what it does not let out.
        if not is_small or "overflow:" in close or "font-size" in close:
            return _WAYS[place][0]
    ink, ground = _COLOUR.search(close), _GROUND.search(close)
    if ink and ground and _PICTURED.search(close) is None and _are_alike(ink[1], ground[1]):
        return "chữ cùng màu nền"
    return ""


def is_waiting(tag: str, attributes: dict[str, str | None]) -> bool:
    """Tell whether an element is named as what waits for its turn: a menu, a dialog, a slide."""
    if tag in {"nav", "dialog", "select"} or "role" in attributes or "aria-label" in attributes:
        return True
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:400]
    if _WAITING.search(named) is not None:
        return True
    # A picture stands where the words were put away.
    return _PICTURED.search((attributes.get("style") or "").replace(" ", "")) is not None


def by_attributes(tag: str, attributes: dict[str, str | None]) -> str:
    """Return how the attributes of an element hide it, or ""."""
    if "hidden" in attributes:
        return "không hiển thị"
    if tag == "marquee" and any(_is_tiny(attributes.get(side)) for side in ("height", "width")):
        return "không có chiều cao"
    if tag == "font" and attributes.get("size") in {"0", "-7"}:
        return "chữ cỡ không"
    style = attributes.get("style")
    return by_style(style) if style else ""


def holds_what_waits(attributes: dict[str, str | None]) -> bool:
    """Tell whether an element is named as what holds slides, tabs or menus."""
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:400]
    return _HOLDING.search(named) is not None


def by_rules(styles: str, scripts: str) -> dict[str, str]:
    """Return the classes (".x") and names ("#x") that a page's own styles and scripts hide."""
    hidden: dict[str, str] = {}
    is_elsewhere = False
    for rule in styles[:MOST_STYLES].split("}")[:MOST_RULES]:
        braces = rule.count("{")
        # What holds on paper or on a phone says nothing of this page.
        if braces != 1:
            is_elsewhere = braces > 1 and "@" in rule
        if is_elsewhere or not braces:
            continue
        selectors, _, body = rule.rpartition("{")
        way = by_style(body) if ":" in body else ""
        if not way:
            continue
        for selector in selectors[-2_000:].split(",")[:40]:
            if match := _SELECTOR.search(selector.strip()[-100:]):
                hidden[match[1]] = way
    for name in _BY_SCRIPT.findall(scripts[:MOST_STYLES]):
        hidden[f"#{name}"] = "không hiển thị"
    return hidden


def covers_all(style: str) -> bool:
    """Tell whether a style lays an element over the whole window."""
    close = re.sub(r"\s{1,200}|!important", "", style[:LONGEST_STYLE].lower())
    is_wide = re.search(r"width:100(?:%|vw)|inset:0|left:0[^;]{0,3};.{0,200}right:0", close)
    return "position:fixed" in close and is_wide is not None


def is_loud(attributes: dict[str, str | None]) -> bool:
    """Tell whether an element is dressed as shows are: on black, in red or lime, aglow."""
    if not attributes:
        return False
    if (colour := attributes.get("color")) and colour.lower() in _LOUD_INKS:
        return True
    style = attributes.get("style")
    return bool(style) and _is_loud_style(style)


@lru_cache(maxsize=4_096)
def _is_loud_style(style: str) -> bool:
    return _LOUD.search(style[:LONGEST_STYLE].lower().replace(" ", "")) is not None


def is_dot(attributes: dict[str, str | None]) -> bool:
    """Tell whether a picture is a dot that nobody sees."""
    return any(_is_tiny(attributes.get(side)) for side in ("width", "height"))


def is_tiny_frame(attributes: dict[str, str | None]) -> bool:
    """Tell whether a frame is too small to be seen."""
    return all(_is_tiny(attributes.get(side)) for side in ("width", "height"))


def _is_tiny(size: str | None) -> bool:
    return (size or "").strip().removesuffix("px") in {"0", "1", "2"}


def _are_alike(ink: str, ground: str) -> bool:
    """Tell whether no eye would tell one colour from the other."""
    one, other = _shade(ink), _shade(ground)
    if one == other:
        return True
    if not (_HEX.match(one) and _HEX.match(other)):
        return False
    return all(
        abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= NEAR for at in (0, 2, 4)
    )


def _shade(colour: str) -> str:
    colour = _NAMED.get(colour, colour).lstrip("#")
    if colour.startswith("rgb"):
        parts = re.findall(r"\d{1,3}", colour)[:3]
        return "".join(f"{min(int(part), 255):02x}" for part in parts)
    return "".join(sign * 2 for sign in colour) if len(colour) == 3 else colour
