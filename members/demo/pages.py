"""Pages of sample sites, made by hand like those that offices put up."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from html import escape
from zlib import crc32

HEADLINES = (
    "Nhiều tuyến hẻm được mở rộng nhờ người dân hiến đất",
    "Ra quân tổng vệ sinh các tuyến đường trung tâm",
    "Trao quà cho học sinh vượt khó học giỏi",
    "Đối thoại với doanh nghiệp về cải cách thủ tục",
    "Đoàn viên thanh niên hỗ trợ người dân nộp hồ sơ trực tuyến",
    "Khám sức khỏe miễn phí cho người cao tuổi",
    "Hoàn thành nâng cấp vỉa hè và cây xanh dọc kênh",
    "Tuyên dương các gương điển hình tiên tiến",
    "Kiểm tra công tác phòng cháy chữa cháy tại chung cư",
    "Tập huấn kỹ năng số cho tổ công nghệ cộng đồng",
    "Thăm hỏi gia đình chính sách trên địa bàn",
    "Phát động phong trào trồng cây xanh trong trường học",
    "Người dân góp ý sôi nổi về chỉnh trang đô thị",
    "Cải tạo công viên thành điểm sinh hoạt cộng đồng",
    "Hỗ trợ vốn vay ưu đãi cho hộ kinh doanh nhỏ",
    "Ngày hội đọc sách thu hút đông đảo thiếu nhi",
)
# Days between one piece of news and the next, again and again; the first is the age of the newest.
RHYTHMS = {
    "fresh": (1, 2, 3, 1, 3),
    "quiet": (10, 6, 7, 8),
    "stale": (21, 9, 12, 7),
    "alarm": (52, 14, 20, 11),
}
SHOWN = 12
BANNER = "30 ngày hỗ trợ tại khu phố – đăng ký người hướng dẫn"
CAMPAIGN = "/chuyen-de/chuyen-doi-so-vi-nguoi-dan/"
MENU = ("/gioi-thieu", "/thu-tuc", "/lien-he")
PLANTED_PATH = "/uploads/2025/tai-xiu-online.html"
POLICE = (
    "Công an cảnh báo thủ đoạn lôi kéo cá độ bóng đá, đánh bạc trực tuyến",
    "Triệt phá đường dây tổ chức đánh bạc qua mạng, khởi tố nhiều bị can",
)
PLANTED = (
    '<div style="position:absolute;left:-9999px"><a href="https://{host}/">nhà cái uy tín</a> '
    '<a href="https://{host}/xd">tài xỉu online</a> '
    '<a href="https://{host}/nh">nổ hũ đổi thưởng</a></div>'
)


def news_days(play: str, today: date) -> list[date]:
    """Return the days of news of a site that plays so, the newest first."""
    if play == "unusual":
        back = [today - timedelta(days=n) for n in range(9, 60)]
        return [day for day in back if day.weekday() < 5][:SHOWN]
    gaps = RHYTHMS.get(play, RHYTHMS["fresh"])
    days, day = [], today
    for step in range(SHOWN):
        day -= timedelta(days=gaps[step % len(gaps)])
        days.append(day)
    return days


def headlines(code: str) -> list[str]:
    """Return the headlines of a site: the same ones in an order of its own."""
    start = crc32(code.encode()) % len(HEADLINES)
    return [*HEADLINES[start:], *HEADLINES[:start]]


def home(
    code: str,
    name: str,
    days: list[date],
    *,
    first: tuple[str, ...] = (),
    more: str = "",
    source: str = "",
) -> str:
    """Return a home page with a list of dated news; those of another site lie at `source`."""
    titles = [*first, *headlines(code)]
    items = "\n".join(
        f'<div class="news-item"><h3><a href="{source}{_address(title)}">{escape(title)}</a></h3>'
        f'<span class="date">{day:%d/%m/%Y}</span></div>'
        for title, day in zip(titles, days, strict=False)
    )
    return _page(name, f'<section class="news"><h2>Tin tức – Sự kiện</h2>{items}</section>', more)


def _address(title: str) -> str:
    return f"/tin-tuc/bai-viet-{crc32(title.encode()) % 9000}.html"


def clock(name: str, now: datetime) -> str:
    """Return a page on which nothing has a day but the clock and the copyright."""
    links = "".join(
        f'<li><a href="/tin/{n}.html">{escape(title)}</a></li>'
        for n, title in enumerate(HEADLINES[:8])
    )
    shown = f'<div id="clock">Hôm nay: {now:%d/%m/%Y} {now:%H:%M}</div>'
    return _page(name, f"{shown}<h2>Tin tức</h2><ul>{links}</ul>", "")


def article(name: str, day: date) -> str:
    """Return what stands behind every headline."""
    return _page(
        name,
        f"<article><h1>{HEADLINES[0]}</h1><p class=date>Ngày đăng: {day:%d/%m/%Y}</p>"
        "<p>Đây là bài mẫu của bản chạy thử. Nội dung do phần mềm đặt ra.</p></article>",
        "",
    )


def feed(code: str, name: str, home_url: str, days: list[date]) -> str:
    """Return an RSS feed of the same news."""
    items = "".join(
        f"<item><title>{escape(title)}</title><link>{home_url}tin/{n}.html</link>"
        f"<pubDate>{day:%a, %d %b %Y} 08:{n:02}:00 +0700</pubDate></item>"
        for n, (title, day) in enumerate(zip(headlines(code), days, strict=False))
    )
    head = f"<title>{escape(name)}</title><link>{home_url}</link>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'


def sitemap(code: str, home_url: str, days: list[date]) -> str:
    """Return a sitemap of a site's articles, and of a page that nobody in the house made."""
    places = [PLANTED_PATH, *map(_address, headlines(code))]
    rows = "".join(
        f"<url><loc>{home_url.rstrip('/')}{place}</loc><lastmod>{day}</lastmod></url>"
        for place, day in zip(places, [days[-1], *days], strict=False)
    )
    return f'<?xml version="1.0"?><urlset>{rows}</urlset>'


def defaced() -> str:
    """Return what somebody left in place of the home page."""
    return (
        "<!doctype html><html><head><title>Hacked by M4U Team</title></head>"
        "<body bgcolor=black text=lime><center><h1>Hacked by M4U Team</h1>"
        "<p>Your security is low</p></center></body></html>"
    )


def sent_away(target: str) -> str:
    """Return a page whose script takes every visitor elsewhere."""
    return _page(
        "Trang thông tin điện tử", "", f'<script>window.location.href="{target}";</script>'
    )


def with_banner(page: str, code: str, address: str) -> str:
    """Return a page as its site carries the banner of the day: most well, some not, some hidden."""
    way = crc32(code.encode()) % 14
    if way == 0:
        return page
    target = address.replace("chuyen-de", "chuyen-de-cu") if way == 1 else address
    shown = ' style="display:none"' if way == 2 else ""
    banner = f'<div class="bieu-ngu"{shown}><a href="{target}">{escape(BANNER)}</a></div>'
    return page.replace("</header>", f"</header>{banner}", 1)


def _page(name: str, content: str, more: str) -> str:
    return f"""<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{escape(name)}</title>
<meta name="description" content="{escape(name)}"></head>
<body class="portal"><header class="banner"><h1>{escape(name)}</h1>
<nav class="menu"><a href="/">Trang chủ</a> <a href="/gioi-thieu">Giới thiệu</a>
<a href="/thu-tuc">Thủ tục hành chính</a> <a href="/lien-he">Liên hệ</a></nav></header>
<main class="content">{content}</main>{more}
<footer class="foot"><p>{escape(name)}. Chịu trách nhiệm nội dung: Ban Biên tập.</p>
<p>Trang mẫu của bản chạy thử Hochiminh CityWeb, không phải website thật.</p></footer>
</body></html>"""
