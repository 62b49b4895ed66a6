"""Why a reader would not see an element: its style, its attributes, the rules of its page."""

import re
from functools import lru_cache

LONGEST_STYLE = 2_000
MOST_STYLES = 200_000
MOST_RULES = 4_000

# Menus, dialogs and words for screen readers are put out of sight in these ways too: what is
# hidden so is no finding by itself, only planted words in it are.
_WAYS = (
    ("không hiển thị", r"display:none|visibility:(?:hidden|collapse)|content-visibility:hidden"),
    (
        "rất xa màn hình",
        r"(?:left|right|top|bottom|margin-left|margin-top|text-indent):-(?:[5-9]\d{3}|\d{5,6})(?!\d)",
    ),
    (
        "rất xa màn hình",
        r"(?:left|right|top|bottom|margin-left|margin-top):-\d{3,6}(?:r?em|v[wh]|%)",
    ),
    ("ngoài màn hình", r"(?:left|right|top|bottom|margin-left|margin-top):-\d{3,6}"),
    ("ngoài màn hình", r"translate[xy]?\(-\d{3,6}|text-indent:-\d{3,6}"),
    ("chữ cỡ không", r"font-size:(?:0(?!\.[5-9])|1px|\.0|0?\.[01])"),
    ("trong suốt", r"opacity:(?:0(?![.\d])|0?\.0)|color:transparent|rgba\([\d,.]{5,20},0\)"),
    ("bị cắt", r"clip:rect\(|clip-path:(?:inset\((?:50|100)%|circle\(0|polygon\(00)"),
    ("không có chiều cao", r"(?<![-\w])(?:max-)?(?:height|width):[01](?:px|em|%)?(?![.\d\w%])"),
    ("sau lớp khác", r"z-index:-\d{1,6}"),
)
SELDOM_HONEST = frozenset({"rất xa màn hình", "chữ cỡ không", "chữ cùng màu nền"})
"""Ways that menus, dialogs and sliders seldom take to wait for their turn."""
_HIDING = re.compile("|".join(f"(?P<w{place}>{way})" for place, (_, way) in enumerate(_WAYS)))
_COLOUR = re.compile(r"(?:^|[;{\"'])color:([#\w(),.%]{3,40})")
_GROUND = re.compile(r"background(?:-color)?:([#\w(),.%]{3,40})")
_SELECTOR = re.compile(r"([.#][\w-]{1,80})$")
_BY_SCRIPT = re.compile(
    r"getElementById\(\s{0,4}[\"']([\w:.-]{1,80})[\"']\s{0,4}\)\.style\.(?:display|visibility)"
    r"\s{0,4}=\s{0,4}[\"'](?:none|hidden)"
)
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
    if ink and ground and _shade(ink[1]) == _shade(ground[1]):
        return "chữ cùng màu nền"
    return ""


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


def by_rules(styles: str, scripts: str) -> dict[str, str]:
    """Return the classes (".x") and names ("#x") that a page's own styles and scripts hide."""
    hidden: dict[str, str] = {}
    for rule in styles[:MOST_STYLES].split("}")[:MOST_RULES]:
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


def is_tiny_frame(attributes: dict[str, str | None]) -> bool:
    """Tell whether a frame is too small to be seen."""
    return all(_is_tiny(attributes.get(side)) for side in ("width", "height"))


def _is_tiny(size: str | None) -> bool:
    return (size or "").strip().removesuffix("px") in {"0", "1", "2"}


def _shade(colour: str) -> str:
    colour = _NAMED.get(colour, colour).lstrip("#")
    if colour.startswith("rgb"):
        parts = re.findall(r"\d{1,3}", colour)[:3]
        return "".join(f"{min(int(part), 255):02x}" for part in parts)
    return "".join(sign * 2 for sign in colour) if len(colour) == 3 else colour
