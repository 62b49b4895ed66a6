# ruff: noqa: E501  a piece of a real template is easier to compare on one line
"""Lists and articles of makers not met before, each old or new, with one thing that would mislead."""

from datetime import date

from tests.members.labelled import Case

HOME = "https://t.gov.vn/"
NEW, OLD = date(2026, 11, 19), date(2026, 3, 12)
ITEMS = (
    "Khởi công nhà văn hóa khu phố 2",
    "Bế giảng lớp bơi cho trẻ em",
    "Trao xe đạp cho học sinh xa trường",
    "Nghiệm thu đường hẻm 88",
)


def _days(first):
    return [
        first,
        date(first.year, first.month, first.day - 3),
        date(first.year, first.month, 2),
        date(first.year, first.month - 1, 25),
    ]


def _rows(pattern, first):
    return "".join(
        pattern.format(t=title, n=number, d=day, iso=day.isoformat(), vn=f"{day:%d/%m/%Y}", dot=f"{day:%d.%m.%Y}", dash=f"{day:%d-%m-%Y}", short=f"{day.day}/{day.month}", us=f"{day:%m/%d/%Y}", long=f"ngày {day:%d} tháng {day:%m} năm {day.year}", dd=f"{day:%d}", mm=f"{day:%m}", yy=day.year, epoch=f"{day:%Y%m%d}0730")
        for number, (title, day) in enumerate(zip(ITEMS, _days(first), strict=True), 301)
    )  # fmt: skip


def _page(body):
    return f"<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>UBND xã</title></head><body>{body}<footer>© 2026 UBND xã. Giấy phép số 12/GP-STTTT ngày 05/11/2026</footer></body></html>"


# How makers write a list.
LISTS = {
    "Drupal views": "<div class='views-row'><span class='views-field-created'><time datetime='{iso}T07:30:00+07:00'>{vn} - 07:30</time></span><a href='/node/{n}' hreflang='vi'>{t}</a></div>",
    "TYPO3": "<div class='article articletype-0'><h3><a title='{t}' href='/tin-tuc/chi-tiet/{n}'>{t}</a></h3><p><span class='news-list-date'>{dot}</span></p></div>",
    "Umbraco": "<li class='news__item'><p class='news__date'>{long}</p><a class='news__link' href='/tin/{n}'>{t}</a></li>",
    "Plone": "<article class='tileItem'><h2><a class='summary url' href='/tin/{n}'>{t}</a></h2><div class='documentByLine'>xuất bản <span>{vn} 07:30</span>, cập nhật <span>{vn} 08:10</span></div></article>",
    "Kentico": "<div class='col'><div class='d'>{dd}</div><div class='m'>Th{mm}</div><div class='y'>{yy}</div><a href='/tin/{n}'>{t}</a></div>",
    "Strapi with React": "<a class='css-1k' href='/bai/{n}'><h3 class='css-2z'>{t}</h3><p class='css-9q'>Đăng ngày: {vn}</p></a>",
    "Odoo blog": "<article name='blog_post'><a href='/blog/tin-{n}'>{t}</a> <time datetime='{iso}'>{dash}</time></article>",
    "Concrete": "<div class='ccm-block-page-list-page-entry'><div class='ccm-block-page-list-title'><a href='/tin/{n}'>{t}</a></div><div class='ccm-block-page-list-date'>{vn}</div></div>",
    "table of notices": "<tr><td>{n}</td><td>{vn}</td><td><a href='/thong-bao/{n}'>{t}</a></td><td>UBND xã</td></tr>",
    "Orchard": "<article class='content-item blog-post'><header><h1><a href='/tin/{n}'>{t}</a></h1><div class='metadata'>Tin đăng {vn}, <span>0 bình luận</span></div></header></article>",
    "definition list": "<dl><dt>({dash})</dt><dd><a href='/tin/{n}'>{t}</a></dd></dl>",
}
# What stands beside it and is no day of news.
BESIDE = {
    "clock in words": "<div id='dh'>Thứ Ba, 24 tháng 11, 2026 - 08:15:22</div>",
    "exchange rates": "<table class='tygia'><caption>Tỷ giá 24/11/2026 08:00</caption><tr><td>USD</td><td>26.100</td></tr></table>",
    "tide and weather": "<div class='tt'><h4>Triều cường</h4><ul><li>24/11: 1,48 m</li><li>25/11: 1,52 m</li><li>26/11: 1,50 m</li></ul></div>",
    "calendar of work": "<h3>Lịch tiếp công dân</h3><ul><li><a href='/lich/9'>Chủ tịch tiếp dân ngày 23/11/2026</a></li><li><a href='/lich/10'>Phó Chủ tịch tiếp dân ngày 24/11/2026</a></li></ul>",
    "drafts for opinion": "<h3>Lấy ý kiến</h3><ul><li><a href='/du-thao/3'>Dự thảo quy chế</a> <em>hạn góp ý: 23/11/2026</em></li></ul>",
    "tenders": "<h3>Mời thầu</h3><p><a href='/thau/1'>Gói sửa chữa trường mầm non</a> Mở thầu: 22/11/2026 09:00</p>",
    "files looked up": "<h3>Hồ sơ đã giải quyết</h3><table><tr><td>000.12.34.H29-261123-0004</td><td>23/11/2026</td><td>Đã trả kết quả</td></tr></table>",
    "counters": "<p>Hôm nay: 312 lượt | Hôm qua: 287 lượt | Trực tuyến: 5 | Cập nhật thống kê 24/11/2026</p>",
    "a feed of the press": "<div class='rss'><h4>Tin báo chí</h4><a href='https://tuoitre.vn/a-20261124.htm'>Thành phố họp báo thường kỳ</a> <small>24/11/2026</small></div>",
    "questions": "<h3>Hỏi đáp</h3><ul><li><a href='/hoi-dap/77'>Thủ tục tách thửa?</a> - Nguyễn Văn B (gửi 22/11/2026)</li></ul>",
    "build of the theme": "<!-- build 2026-11-23T02:00:00Z --><link rel='stylesheet' href='/css/app.css?v=20261123'><script>window.buildDate='2026-11-23'</script>",
}


def every_case():
    """Yield each list old and new, each with another thing beside it: 44 pages."""
    beside = list(BESIDE.items())
    for number, (maker, pattern) in enumerate(LISTS.items()):
        for age, first in (("new", NEW), ("old", OLD)):
            for step in (0, 5):
                what, part = beside[(number + step + (age == "old") * 3) % len(beside)]
                rows = _rows(pattern, first)
                rows = f"<table>{rows}</table>" if pattern.startswith("<tr") else rows
                yield Case(
                    f"{maker}, {age}, {what}",
                    _page(f"{part}<main>{rows}</main>"),
                    HOME,
                    first,
                    is_trap=age == "old",
                )
