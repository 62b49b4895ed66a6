"""How a page is asked as somebody else: who cloaks shows each of them another page."""

_BROWSER = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/141.0.0.0 Safari/537.36"
)
_PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1"
)
_BOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"

HEADERS: dict[str, dict[str, str]] = {
    "": {},
    "browser": {"User-Agent": _BROWSER},
    "bot": {"User-Agent": _BOT},
    "referrer": {"User-Agent": _BROWSER, "Referer": "https://www.google.com/"},
    "mobile": {"User-Agent": _PHONE},
}
