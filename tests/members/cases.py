# ruff: noqa: E501  one case a line
"""The labelled set: pages made like real ones, and traps, each with the day that it proves."""

import json
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle

from tests.members import composed
from tests.members.composed import ARTICLES, LISTS, TITLES, TODAY, Shell, page, prose, rows, slug

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
SAID = [
    "Một",
    "Hai",
    "Ba",
    "Tư",
    "Năm",
    "Sáu",
    "Bảy",
    "Tám",
    "Chín",
    "Mười",
    "Mười Một",
    "Mười Hai",
]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True)
class Case:
    name: str
    html: str
    url: str
    day: date | None
    is_trap: bool = False


# --- spellings: a day as a page writes it ----------------------------------------------------------

SPELLINGS = {
    "slashes": lambda d: f"{d:%d/%m/%Y}",
    "bare slashes": lambda d: f"{d.day}/{d.month}/{d.year}",
    "dashes": lambda d: f"{d:%d-%m-%Y}",
    "dots": lambda d: f"{d:%d.%m.%Y}",
    "weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, {d:%d/%m/%Y} 08:30",
    "weekday dash": lambda d: f"{WEEKDAYS[d.weekday()]} - {d:%d/%m/%Y} 14:05",
    "in words": lambda d: f"Ngày {d.day} tháng {d.month} năm {d.year}",
    "weekday in words": lambda d: f"{WEEKDAYS[d.weekday()]}, ngày {d:%d} tháng {d:%m} năm {d.year}",
    "time first": lambda d: f"15:55 | {d:%d/%m/%Y}",
    "posted": lambda d: f"Ngày đăng: {d:%d/%m/%Y}",
    "posted at": lambda d: f"Đăng lúc: 07:45 {d:%d-%m-%Y}",
    "updated at": lambda d: f"Cập nhật lúc {d:%H:%M}, ngày {d:%d/%m/%Y}",
    "joomla": lambda d: (
        f"Được đăng: {WEEKDAYS[d.weekday()]}, {d:%d} Tháng {d.month} {d.year} 08:30"
    ),
    "nukeviet": lambda d: f"{d:%d/%m/%Y} 08:30:00 AM",
    "dotnet": lambda d: f"{d:%d/%m/%Y} 4:30:00 CH",
    "sharepoint": lambda d: f"{d.month}/{d.day}/{d.year} 4:30 PM",
    "wordpress": lambda d: f"{d.day} Tháng {SAID[d.month - 1]}, {d.year}",
    "wordpress month first": lambda d: f"Tháng {SAID[d.month - 1]} {d.day}, {d.year}",
    "th": lambda d: f"{d.day} Th{d.month} {d.year}",
    "english": lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}",
    "english short": lambda d: f"{d.day} {ENGLISH[d.month - 1][:3]} {d.year}",
    "brackets": lambda d: f"({d:%d/%m/%Y})",
    "bracket time": lambda d: f"({d:%d/%m/%Y} 10:12)",
    "no year": lambda d: f"({d:%d/%m})",
    "bare no year": lambda d: f"<span>{d:%d/%m}</span>",
    "short year": lambda d: f"{d:%d/%m/%y}",
    "views beside": lambda d: f"{d:%d/%m/%Y} | Lượt xem: 1.234",
    "split": lambda d: f"<span>{d:%d}</span>/<span>{d:%m}</span>/<span>{d:%Y}</span>",
    "iso": lambda d: f"{d:%Y-%m-%d} 08:30:00",
    "nfd": lambda d: unicodedata.normalize(
        "NFD", f"Thứ Sáu, ngày {d.day} tháng {d.month} năm {d.year}"
    ),
    "gmt": lambda d: f"{d:%d/%m/%Y} 08:30 (GMT+7)",
}
BADGES = {
    "badge": lambda d: (
        f'<div class="date"><div class="day">{d:%d}</div><div class="month">Tháng {d.month}</div><div class="year">{d.year}</div></div>'
    ),
    "badge month/year": lambda d: f'<div class="ngay"><span>{d:%d}</span><p>{d:%m/%Y}</p></div>',
    "badge without year": lambda d: (
        f'<div class="date-box"><b>{d:%d}</b><span>Th{d.month}</span></div>'
    ),
}
AGES = (
    (0, 1, 3, 5, 8, 12),
    (3, 4, 7, 10, 20, 41),
    (10, 11, 12, 30, 60, 61),
    (45, 50, 58, 90, 120),
    (200, 230, 260, 300),
    (800, 900, 1000, 1100),
)


def days_back(ages):
    return [TODAY - timedelta(days=age) for age in ages]


def lists():
    """Every system with spellings in turn, from fresh to long dead; half are home pages."""
    ages, frames = cycle(AGES), cycle(LISTS)
    for at, (name, spell) in enumerate([*SPELLINGS.items(), *SPELLINGS.items()]):
        frame, days = next(frames), days_back(next(ages))
        if "no year" in name:
            days = days_back((2, 4, 9, 15, 40))
        if frame == "badges":
            frame = "vnportal"
        url = f"https://phuong{at}.hochiminhcity.gov.vn/" + ("" if at % 2 else "tin-tuc-su-kien")
        cms = frame.split("-")[0]
        lang = "en-US" if name == "sharepoint" else "vi"
        html = page(LISTS[frame](rows(days, spell)), cms=cms, shell=Shell(lang=lang))
        yield Case(f"list {frame}, {name}", html, url, days[0])
    for at, (name, spell) in enumerate(BADGES.items()):
        days = days_back((2, 5, 9, 16))
        yield Case(
            f"list {name}",
            page(LISTS["badges"](rows(days, spell))),
            f"https://b{at}.gov.vn/",
            days[0],
        )


def articles():
    ages, frames = cycle((0, 1, 3, 9, 35, 190, 700)), cycle(ARTICLES)
    usable = [(name, spell) for name, spell in SPELLINGS.items() if "no year" not in name]
    for at, (name, spell) in enumerate([*usable, *usable]):
        frame, day, title = (
            next(frames),
            TODAY - timedelta(days=next(ages)),
            TITLES[at % len(TITLES)],
        )
        body = prose("20/11", 4) if at % 3 else prose("ngày 21/11/2026", 6)
        related = (
            "<h3>Tin liên quan</h3>"
            + LISTS["headlines"](rows(days_back((1, 2, 5)), SPELLINGS["brackets"]))
            if at % 4 == 0
            else ""
        )
        extra = {"iso": day.isoformat()} if at % 2 else {}
        html = page(
            ARTICLES[frame](title, spell(day), body, **extra) + related,
            title=f"{title} - UBND phường",
            cms=frame,
        )
        yield Case(
            f"article {frame}, {name}",
            html,
            f"https://phuong{at}.gov.vn/tin-tuc/{slug(title)}-{at + 3000}.html",
            day,
        )


def _ld(*things):
    return f'<script type="application/ld+json">{json.dumps(things[0] if len(things) == 1 else list(things))}</script>'


def declared():
    """Articles and lists that show no day but declare one."""
    day, title = date(2026, 11, 18), TITLES[2]
    url = f"https://ict.gov.vn/{slug(title)}-5521.html"
    article = ARTICLES["plain"](title, "Ban Biên tập", prose(paragraphs=6))
    heads = {
        "meta": '<meta property="article:published_time" content="2026-11-18T08:00:00+07:00">',
        "meta in universal time": '<meta property="article:published_time" content="2026-11-17T18:20:00+00:00"><meta property="article:modified_time" content="2026-11-23T01:00:00+00:00">',
        "json-ld": _ld(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": title,
                "datePublished": "2026-11-18T08:00:00+07:00",
                "dateModified": "2026-11-22T08:00:00+07:00",
            }
        ),
        "json-ld graph": _ld(
            {
                "@context": "https://schema.org",
                "@graph": [
                    {"@type": "WebPage", "datePublished": "2020-01-01"},
                    {
                        "@type": "Article",
                        "headline": title,
                        "datePublished": "2026-11-18T01:00:00+00:00",
                    },
                    {"@type": "Organization", "foundingDate": "1998-02-03"},
                ],
            }
        ),
        "dublin core": '<meta name="DC.date.issued" content="2026-11-18">',
        "itemprop meta": '<meta itemprop="datePublished" content="2026-11-18 08:00:00">',
    }
    for name, head in heads.items():
        yield Case(f"declared {name}", page(article, title=title, shell=Shell(head=head)), url, day)
    listed = _ld(
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": n,
                    "item": {
                        "@type": "NewsArticle",
                        "headline": TITLES[n],
                        "datePublished": f"2026-11-{18 - n}T08:00:00+07:00",
                    },
                }
                for n in range(3)
            ],
        }
    )
    bare = "".join(
        f'<div class="card"><a href="/n/{n}">{title}</a></div>'
        for n, title in enumerate(TITLES[:5])
    )
    yield Case(
        "declared ItemList", page(bare, shell=Shell(head=listed)), "https://ict.gov.vn/tin-tuc", day
    )
    yield Case(
        "address of an article",
        page(article, title=title),
        f"https://ict.gov.vn/2026/11/18/{slug(title)}.html",
        day,
    )
    dated = "".join(
        f'<div class="card"><a href="/2026/11/{18 - n}/{slug(title)}.html">{title}</a></div>'
        for n, title in enumerate(TITLES[:5])
    )
    yield Case("addresses of a list", page(dated), "https://ict.gov.vn/tin-tuc", day)
    stamped = "".join(
        f'<article class="card"><h3><a href="/n/{n}">{title}</a></h3><time datetime="2026-11-{18 - n}T10:00:00+07:00"></time></article>'
        for n, title in enumerate(TITLES[:5])
    )
    yield Case("empty time elements", page(stamped), "https://ict.gov.vn/", day)
    aged = "".join(
        f'<div class="item"><a href="/n/{n}"><div class="t">{title}</div><span class="article-age" data-published-at="2026-11-{18 - n}T10:00:00+07:00">mới</span></a></div>'
        for n, title in enumerate(TITLES[:5])
    )
    yield Case("data attributes", page(aged), "https://ict.gov.vn/", day)
    signed = ARTICLES["plain"](
        title,
        "",
        prose(paragraphs=5)
        + '<p class="author">Tác giả: Ban Biên tập</p><p>Ngày đăng: 18/11/2026</p>',
    )
    yield Case("signed under the text", page(signed, title=title), url, day)


def relative():
    for text, age in (
        ("2 giờ trước", 0),
        ("35 phút trước", 0),
        ("hôm qua", 1),
        ("Hôm qua, 14:20", 1),
        ("3 ngày trước", 3),
        ("2 tuần trước", 14),
        ("5 days ago", 5),
        ("Cách đây 4 ngày trước", 4),
    ):
        texts = cycle([text, "20 ngày trước", "26 ngày trước", "40 ngày trước"])
        made = rows(days_back((30, 31, 32, 33)), lambda _, texts=texts: next(texts))
        yield Case(
            f"list, {text}",
            page(LISTS["vnportal"](made)),
            "https://r.gov.vn/",
            TODAY - timedelta(days=age),
        )


def ambiguous():
    """No number over twelve, or one kind of day among another: the page must decide."""
    days = [date(2026, 11, 9), date(2026, 11, 5), date(2026, 10, 30), date(2026, 10, 8)]
    yield Case(
        "month first by one clear day",
        page(LISTS["sharepoint"](rows(days, SPELLINGS["sharepoint"])), shell=Shell(lang="en-us")),
        "https://s.gov.vn/Pages/tin.aspx",
        days[0],
    )
    days = [date(2026, 11, 12), date(2026, 11, 9), date(2026, 11, 4), date(2026, 10, 9)]
    yield Case(
        "month first by the future",
        page(
            LISTS["sharepoint"](rows(days, SPELLINGS["sharepoint"])),
            shell=Shell(lang="en-us", side=""),
        ),
        "https://s.gov.vn/Pages/tin.aspx",
        days[0],
    )
    days = [date(2026, 9, 10), date(2026, 8, 7), date(2026, 7, 5), date(2026, 5, 4)]
    yield Case(
        "day first without a clear day",
        page(LISTS["vnportal"](rows(days, SPELLINGS["slashes"])), shell=Shell(side="", clock="")),
        "https://s.gov.vn/",
        days[0],
    )
    days = [date(2026, 11, 2), date(2026, 10, 11), date(2026, 10, 3)]
    yield Case(
        "day first with AM and PM",
        page(LISTS["nukeviet"](rows(days, SPELLINGS["nukeviet"])), shell=Shell(side="")),
        "https://s.gov.vn/news/tin/",
        days[0],
    )


OLD = date(2024, 3, 5)


def trap_parts():
    """Return pieces of pages that hold days and no news."""
    return {
        "clock in words": "<div class='toolbar'>Hôm nay: Thứ Hai, ngày 23 tháng 11 năm 2026</div>",
        "clock without a class": "<div><b>Thứ Hai, 23/11/2026</b> 09:15:33</div>",
        "clock in a table": "<table><tr><td><a href='/'>Trang chủ</a></td><td>Thứ hai, 23/11/2026</td></tr></table>",
        "hot line with the moment": "<div class='hotline-box'><div class='hotline-item'><strong> 23/11/2026 09:15:33 </strong></div><div><a href='tel:1022'>Đường dây nóng: 1022</a></div></div>",
        "lunar day": "<div class='box'>Thứ Hai 23/11/2026 (Âm lịch: 15/10/2026)</div>",
        "copyright": "<p>Copyright © 23/11/2026 UBND phường. All rights reserved.</p>",
        "law": "<div class='tin'><a href='/vb/1'>Nghị định 72/2013/NĐ-CP ngày 15/7/2013 về quản lý, cung cấp thông tin</a></div>",
        "new document list": "<div class='box'><h3>Văn bản chỉ đạo điều hành</h3><ul>"
        + "".join(
            f"<li><a href='/vb/{n}'>Công văn số {n}/UBND-VX về việc tăng cường công tác phòng cháy</a> <span>2{n}/11/2026</span></li>"
            for n in (1, 2, 0)
        )
        + "</ul></div>",
        "document table": "<table class='tbl'><tr><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr>"
        + "".join(
            f"<tr><td>{n}/QĐ-UBND</td><td>2{n}/11/2026</td><td><a href='/vb/{n}'>Về việc phê duyệt kế hoạch sử dụng đất hằng năm</a></td></tr>"
            for n in range(3)
        )
        + "</table>",
        "document without heading": "<div class='x'>"
        + "".join(
            f"<p><a href='/vb/{n}'>Quyết định số 12{n}/QĐ-UBND về việc công bố thủ tục</a> (2{n}/11/2026)</p>"
            for n in range(3)
        )
        + "</div>",
        "number and day": "<div class='x'><p>Số: 12/QĐ-UBND ngày 21/11/2026</p><a href='/vb/9'>Quyết định về việc thành lập tổ công tác đặc biệt</a></div>",
        "weekly schedule": composed.SCHEDULE,
        "schedule as links": "<ul class='ds'><li><a href='/l/48'>Lịch công tác tuần 48 của Thường trực UBND (từ 23/11/2026 đến 29/11/2026)</a></li><li><a href='/l/47'>Lịch công tác tuần 47 của Thường trực UBND (từ 16/11/2026 đến 22/11/2026)</a></li></ul>",
        "schedule with dated titles": "<ul>"
        + "".join(
            f"<li><a href='/l/{n}'>Lịch làm việc của lãnh đạo phường</a> <span class='date'>{23 - n}/11/2026</span></li>"
            for n in range(3)
        )
        + "</ul>",
        "events to come": "<div class='su-kien'>"
        + "".join(
            f"<div class='it'><span class='date'>{n}/{m}/2026</span> <a href='/e/{n}'>Ngày hội đọc sách và chuyển đổi số của thiếu nhi</a></div>"
            for n, m in ((22, 11), (25, 11), (2, 12), (5, 12))
        )
        + "</div>",
        "events without a year": "<div class='su-kien'>"
        + "".join(
            f"<div class='it'><span class='date'>{day}</span> <a href='/e/{n}'>Ngày hội đọc sách và chuyển đổi số của thiếu nhi {n}</a></div>"
            for n, day in enumerate(("20/11", "25/11", "28/11", "02/12"))
        )
        + "</div>",
        "deadlines": "<div class='tb'>"
        + "".join(
            f"<p><a href='/tb/{n}'>Thông báo tuyển dụng viên chức sự nghiệp giáo dục đợt {n}</a><br>Hạn nộp hồ sơ đến ngày 2{n}/11/2026</p>"
            for n in range(3)
        )
        + "</div>",
        "tender closing": "<table><tr><th>Gói thầu</th><th>Thời điểm đóng thầu</th></tr>"
        + "".join(
            f"<tr><td><a href='/g/{n}'>Gói thầu xây lắp công trình nâng cấp hẻm số {n}</a></td><td>2{n}/11/2026 09:00</td></tr>"
            for n in range(3)
        )
        + "</table>",
        "consultation": "<div class='box'><h3>Lấy ý kiến dự thảo</h3>"
        + "".join(
            f"<p><a href='/dt/{n}'>Dự thảo quy chế dân chủ ở cơ sở lần thứ {n}</a> <span>2{n}/11/2026</span></p>"
            for n in range(3)
        )
        + "</div>",
        "counter": "<p>Hôm nay: 1234 lượt truy cập</p><p>Hôm qua: 456</p><p>Tính từ 23/11/2026</p>",
        "weather": "<div class='w'><h4>Thời tiết hôm nay</h4><a href='/thoi-tiet'>Dự báo thời tiết khu vực thành phố hôm nay</a> 23/11/2026</div>",
        "rates": "<div class='ty-gia'><a href='/ty-gia'>Tỷ giá ngoại tệ hôm nay của ngân hàng</a><span>23/11/2026</span></div>",
        "page generated": "<div><i>Trang được cập nhật lần cuối: 23/11/2026 09:15</i></div>",
        "comments": "<div class='comments-area'><h3>2 bình luận</h3><ol class='comment-list'>"
        + "".join(
            f"<li><b>Nguyễn Văn {n}</b> <time datetime='2026-11-2{n}T08:00:00+07:00'>2{n}/11/2026</time><p><a href='/u/{n}'>Xin cảm ơn ban biên tập về bài viết này</a></p></li>"
            for n in range(3)
        )
        + "</ol></div>",
        "hidden": "<div style='display: none'><ul>"
        + "".join(
            f"<li><a href='/h/{n}'>{TITLES[n]}</a> <span>2{n}/11/2026</span></li>" for n in range(3)
        )
        + "</ul></div>",
        "template": "<template><div class='item'><a href='/x/1'>Tiêu đề mẫu của bài viết mới</a><span class='date'>22/11/2026</span></div></template><script type='text/x-handlebars'><li><a href='/x'>Tiêu đề mẫu của bài viết</a> 22/11/2026</li></script>",
        "comment in source": "<!-- <li><a href='/x/1'>Tiêu đề mẫu của bài viết mới</a> <span>22/11/2026</span></li> -->",
        "prose in leads": "<div class='tin'>"
        + "".join(
            f"<div class='item'><h4><a href='/p/{n}'>{TITLES[n]}</a></h4><p>Ngày 2{n}/11/2026, tại hội trường, Ban Chỉ huy Quân sự phường tổ chức hội nghị sơ kết công tác tuyển quân và triển khai nhiệm vụ trọng tâm trong thời gian tới.</p></div>"
            for n in range(3)
        )
        + "</div>",
        "future items": "<div class='tin'>"
        + "".join(
            f"<div class='item'><h4><a href='/p/{n}'>{TITLES[n]}</a></h4><span class='date'>2{n}/12/2026</span></div>"
            for n in range(3)
        )
        + "</div>",
        "moment beside every headline": "<div class='tin'>"
        + "".join(
            f"<div class='item'><h4><a href='/p/{n}'>{TITLES[n]}</a></h4><span class='date'>23/11/2026 09:15</span></div>"
            for n in range(6)
        )
        + "</div>",
        "questions answered": "<div class='hoi-dap'><h3>Hỏi đáp</h3>"
        + "".join(
            f"<p><a href='/q/{n}'>Cho tôi hỏi thủ tục đăng ký tạm trú thế nào</a> <i>2{n}/11/2026</i></p>"
            for n in range(3)
        )
        + "</div>",
        "day in a headline": "<div class='tin'>"
        + "".join(
            f"<p><a href='/c/{n}'>Thông báo tạm ngừng cung cấp điện ngày 2{n}/11/2026 tại một số tuyến đường</a></p>"
            for n in range(3)
        )
        + "</div>",
        "licence": "<p>Giấy phép số 12/GP-STTTT do Sở Thông tin và Truyền thông cấp ngày 20/11/2026</p>",
        "ip and phone": "<p>IP của bạn: 10.11.20.26 – Hotline: 028.20.11.2026</p>",
        "version": "<p>Phiên bản 20.11.2026 – Portal v1.2.26</p>",
        "month only": "<div class='tin'><a href='/b/1'>Bản tin tháng 11/2026 của phường nhà</a><span>11/2026</span></div>",
        "ward calendar widget": "<table class='calendar'><caption>Tháng 11 2026</caption>"
        + "<tr>"
        + "".join(f"<td><a href='/lich/2026/11/{n}'>{n}</a></td>" for n in range(17, 24))
        + "</tr></table>",
        "logged in": "<div class='user'>Đăng nhập lần cuối: 23/11/2026 08:00 <a href='/profile'>Xem thông tin cá nhân của bạn</a></div>",
    }


def traps():
    """What is not news, alone and beside old news. Nothing here may be read as newer than it is."""
    bare = "".join(f'<li><a href="/tin/{n}">{title}</a></li>' for n, title in enumerate(TITLES[:8]))
    undated = f'<div class="tin"><ul>{bare}</ul></div>'
    old = LISTS["vnportal"](rows([OLD, date(2024, 2, 20), date(2024, 1, 9)], SPELLINGS["slashes"]))
    for name, part in trap_parts().items():
        yield Case(
            f"trap {name}, alone", page(part + undated), "https://t.gov.vn/", None, is_trap=True
        )
        yield Case(
            f"trap {name}, old news", page(part + old), "https://t.gov.vn/", OLD, is_trap=True
        )
    yield from _article_traps()


def _article_traps():
    title = TITLES[4]
    url = f"https://t.gov.vn/{slug(title)}-771.html"
    old_day = SPELLINGS["weekday"](OLD)
    article = ARTICLES["plain"](title, old_day, prose("ngày 20/11/2026 vừa qua"))
    dateless = ARTICLES["plain"](title, "Nguồn: Ban Biên tập", prose("ngày 20/11/2026 vừa qua"))
    comments = '<div id="comments"><h3>3 bình luận</h3><p>Nguyễn Văn A - 22/11/2026 08:30</p></div>'
    for name, content, head, day in (
        ("prose in an old article", article, "", OLD),
        ("dateless article", dateless, "", None),
        ("comments under an old article", article + comments, "", OLD),
        ("comments under a dateless article", dateless + comments, "", None),
        (
            "modified at every request",
            article,
            '<meta property="article:modified_time" content="2026-11-23T09:15:00+07:00"><meta http-equiv="last-modified" content="Mon, 23 Nov 2026 02:15:00 GMT">',
            OLD,
        ),
        (
            "published at every request",
            article,
            '<meta property="article:published_time" content="2026-11-23T09:15:00+07:00">',
            OLD,
        ),
        ("vague date of the request", dateless, '<meta name="date" content="2026-11-23">', None),
        (
            "web page in JSON-LD",
            dateless,
            _ld({"@type": "WebPage", "datePublished": "2026-11-23", "dateModified": "2026-11-23"}),
            None,
        ),
        (
            "event in JSON-LD",
            dateless,
            _ld({"@type": "Event", "startDate": "2026-11-22", "name": "Hội nghị"}),
            None,
        ),
        (
            "future in JSON-LD",
            article,
            _ld({"@type": "NewsArticle", "headline": title, "datePublished": "2027-01-01"}),
            OLD,
        ),
    ):
        yield Case(
            f"trap {name}",
            page(content, title=title, shell=Shell(head=head)),
            url,
            day,
            is_trap=True,
        )
    document = "<h1>Quyết định về việc công bố danh mục thủ tục hành chính</h1><table><tr><td>Số ký hiệu</td><td>812/QĐ-UBND</td></tr><tr><td>Ngày ban hành</td><td>20/11/2026</td></tr><tr><td>Ngày hiệu lực</td><td>21/11/2026</td></tr></table>"
    yield Case(
        "trap page of a document",
        page(document, title="Quyết định về việc công bố danh mục thủ tục hành chính"),
        "https://t.gov.vn/van-ban/quyet-dinh-ve-viec-cong-bo-danh-muc-812.html",
        None,
        is_trap=True,
    )
    week = (
        "<h1>Lịch công tác tuần 48 của Thường trực UBND</h1><p><b>Thứ Hai, 23/11/2026</b></p><p>8g00: Giao ban</p><p><b>Thứ Ba, 24/11/2026</b></p><p>14g00: Tiếp công dân</p>"
        + prose(paragraphs=2)
    )
    yield Case(
        "trap page of a schedule",
        page(week, title="Lịch công tác tuần 48 của Thường trực UBND"),
        "https://t.gov.vn/lich-cong-tac-tuan-48-cua-thuong-truc-ubnd-9912.html",
        None,
        is_trap=True,
    )
    about = (
        "<h1>Chức năng, nhiệm vụ của UBND phường</h1>"
        + prose(paragraphs=6)
        + "<p>Thành lập ngày 01/07/2025.</p>"
    )
    yield Case(
        "trap standing page",
        page(about, title="Chức năng, nhiệm vụ của UBND phường"),
        "https://t.gov.vn/gioi-thieu",
        None,
        is_trap=True,
    )
    yield Case("trap empty page", "", "https://t.gov.vn/", None, is_trap=True)
    yield Case(
        "trap words only",
        "<p>Trang đang được nâng cấp, mời quý khách quay lại sau.</p>",
        "https://t.gov.vn/",
        None,
        is_trap=True,
    )


def every_case():
    """Return the whole set, in an order that never changes."""
    return [*lists(), *articles(), *declared(), *relative(), *ambiguous(), *traps()]
