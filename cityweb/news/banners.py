"""The banner of a campaign, as the exact HTML that member sites place on their pages."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.utils.html import format_html
from django.utils.safestring import SafeString

from cityweb.news.models import Campaign, Site

WIDTH = 640


@dataclass(slots=True)
class Banner:
    """What the banner shows and the code to copy. It runs no script and sets no cookie."""

    text: str
    address: str
    picture: str
    width: int
    height: int
    code: SafeString


def banner(site: Site, campaign: Campaign) -> Banner:
    """Return the campaign's banner: its picture with the words as alternative, else the words."""
    address = f"{site.origin}{campaign.path}"
    text = campaign.banner_text or campaign.title
    shown = campaign.banner_picture
    if shown is None:
        words = format_html('<a href="{}">{}</a>', address, text)
        return Banner(text, address, "", 0, 0, words)
    width = min(shown.widths, key=lambda candidate: abs(candidate - WIDTH))
    height = round(shown.height * width / shown.width)
    picture = shown.url(width)
    code = format_html(
        '<a href="{}"><img src="{}" width="{}" height="{}" alt="{}"></a>',
        address,
        urljoin(f"{site.origin}/", picture),
        width,
        height,
        text,
    )
    return Banner(text, address, picture, width, height, code)
