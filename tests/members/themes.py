# ruff: noqa: E501  one case a line
"""A fourth labelled set: themes, widgets and ways of writing a day that the first three lack."""

from datetime import date, timedelta

from tests.members.composed import SENTENCES, TITLES, prose, slug
from tests.members.labelled import Case
from tests.members.spellings import ENGLISH, WEEKDAYS

NOW = date(2026, 11, 23)
D = date(2026, 11, 20)
BACK = [D - timedelta(days=step) for step in (0, 1, 4, 9, 15, 33)]
OLD = [date(2025, 3, 12) - timedelta(days=step) for step in (0, 2, 6, 11, 20, 41)]
LEAD = " ".join(SENTENCES[:2])
HEAD = '<header class="site-header"><div class="container"><a class="logo" href="/"><img src="/logo.png" alt="UBND phường"></a><p>CỔNG THÔNG TIN ĐIỆN TỬ PHƯỜNG MẪU</p></div><nav id="main-nav"><ul><li><a href="/">Trang chủ</a></li><li><a href="/gioi-thieu">Giới thiệu</a></li><li><a href="/tin-tuc">Tin tức</a></li><li><a href="/van-ban">Văn bản</a></li></ul></nav></header>'
FOOT = "<footer><p>© 2026 Ủy ban nhân dân phường Mẫu. Giấy phép số 45/GP-TTĐT ngày 10/10/2022.</p><p>Chịu trách nhiệm chính: Ông Nguyễn Văn A, Chủ tịch UBND phường</p><p>Lượt truy cập hôm nay: 1.204</p></footer>"


def frame(
    body, *, title="Trang thông tin điện tử phường Mẫu", head="", above="", side="", lang="vi"
):
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body class="home">{HEAD}{above}<div id="wrapper"><div class="row"><div class="col-md-8">{body}</div><aside class="col-md-4">{side}</aside></div></div>{FOOT}</body></html>'


def said(day):
    """Return every piece of a day that a frame below may ask for."""
    return {
        "d": f"{day:%d}", "m": f"{day:%m}", "d1": day.day, "m1": day.month, "y": day.year,
        "iso": day.isoformat(), "y2": f"{day:%y}", "w": WEEKDAYS[day.weekday()],
        "en": ENGLISH[day.month - 1], "en3": ENGLISH[day.month - 1][:3],
        "epoch": int((day - date(1970, 1, 1)).total_seconds()) + 9000,
        "ago": (NOW - day).days,
    }  # fmt: skip


def rows(piece, days=BACK, start=0):
    made = []
    for n, day in enumerate(days):
        title = TITLES[(start + n) % 16]
        made.append(piece.format(t=title, s=slug(title), n=n, lead=LEAD, **said(day)))
    return "".join(made)


LISTS = {
    "flatsome badge": '<div class="col post-item"><div class="col-inner"><a href="/{s}/" class="plain"><div class="box box-text-bottom box-blog-post"><div class="box-image"><img src="/a.jpg"></div><div class="box-text text-left"><div class="box-text-inner"><h5 class="post-title is-large">{t}</h5><div class="is-divider"></div><p class="from_the_blog_excerpt">{lead} [...]</p></div></div><div class="badge absolute top post-date badge-square"><div class="badge-inner"><span class="post-date-day">{d}</span><br><span class="post-date-month is-xsmall">Th{m1}</span></div></div></div></a></div></div>',
    "newspaper theme": '<div class="td_module_10 td_module_wrap td-animation-stack"><div class="td-module-thumb"><a href="/{s}/"><img class="entry-thumb" src="/a.jpg"></a></div><div class="item-details"><h3 class="entry-title td-module-title"><a href="/{s}/" rel="bookmark">{t}</a></h3><div class="td-module-meta-info"><a href="/c" class="td-post-category">Tin tức</a><span class="td-post-author-name"><a href="/author/admin/">admin</a> <span>-</span></span><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{iso}T08:22:11+00:00">{d1} Tháng {m1}, {y}</time></span></div><div class="td-excerpt">{lead}</div></div></div>',
    "gutenberg latest posts": '<li><a class="wp-block-latest-posts__post-title" href="/{s}">{t}</a><time datetime="{iso}T09:00:00+07:00" class="wp-block-latest-posts__post-date">{d1} Tháng {m1}, {y}</time></li>',
    "elementor": '<article class="elementor-post elementor-grid-item post-{n}"><div class="elementor-post__card"><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="/{s}/">{t}</a></h3><div class="elementor-post__excerpt"><p>{lead}</p></div><a class="elementor-post__read-more" href="/{s}/">Xem thêm »</a></div><div class="elementor-post__meta-data"><span class="elementor-post-date">{d1} Tháng {m1}, {y}</span><span class="elementor-post-avatar">Không có bình luận</span></div></div></article>',
    "joomla 4": '<div class="blog-item"><div class="item-content"><h2><a href="/tin-tuc/{n}-{s}">{t}</a></h2><dl class="article-info text-muted"><dd class="category-name">Danh mục: <a href="/tin">Tin</a></dd><dd class="published"><span class="icon-calendar icon-fw" aria-hidden="true"></span><time datetime="{iso}T01:30:00+00:00"> Đã xuất bản: {d1} Tháng {m1} {y} </time></dd></dl><p>{lead}</p></div></div>',
    "drupal views": '<div class="views-row"><div class="views-field views-field-title"><span class="field-content"><a href="/vi/{s}">{t}</a></span></div><div class="views-field views-field-created"><span class="field-content"><time datetime="{iso}T03:10:00+00:00">T6, {d}/{m}/{y} - 10:10</time></span></div><div class="views-field views-field-body"><div class="field-content">{lead}</div></div></div>',
    "drupal submitted": '<article class="node node--type-article node--view-mode-teaser"><h2><a href="/node/{n}" rel="bookmark"><span>{t}</span></a></h2><footer class="node__meta"><div class="node__submitted">Được gửi bởi <span>admin</span> vào <span>{w}, {d}/{m}/{y} - 09:12</span></div></footer><div class="node__content"><p>{lead}</p></div></article>',
    "provincial portal list": '<ul class="ArticleList"><li class="row"><a class="Title" href="/tin-tuc/{s}-{n}00912">{t}</a><div class="Ngaydang">({d}/{m}/{y} 09:14)</div><div class="Brief">{lead}</div></li></ul>',
    "block timer": '<div class="asset-content normal-news"><div class="asset-image"><a href="/-/view_content/44{n}-{s}.html"><img src="/i.jpg"></a></div><div class="asset-content-custom"><h3 class="asset-title"><a href="/-/view_content/44{n}-{s}.html">{t}</a></h3><div class="assetPublishDate block_timer"> {d}/{m}/{y} | 12:00 AM </div><div class="asset-summary"> Sáng nay {d}/{m}, {lead}</div></div></div>',
    "spaces round the slashes": '<div class="tin"><a class="tieude" href="?act=xemtin&amp;id=3{n}">{t}</a><span class="gio">{d} / {m} / {y} - 12:41 PM</span><p>{lead}</p></div>',
    "local time first": '<div class="card"><div class="card-body"><h6><a href="/bai-viet/{s}">{t}</a></h6><small class="text-muted">15:30:11 {d1}/{m1}/{y}</small></div></div>',
    "database moment": '<div class="col-md-4"><a href="/tintuc/{n}/{s}.html"><h4>{t}</h4></a><p class="time_cmt"><i class="glyphicon glyphicon-time"></i> {y}-{m}-{d} 10:20:11</p><p>{lead}</p></div>',
    "invalid datetime": '<div class="panel"><div class="tieude"><a href="/thong-bao/{n}"><b>{t}</b></a></div><div class="tomtat"><p>{lead}</p></div><div class="ngaydang"><time datetime="{d}/{m}/{y}">Ngày Đăng: {d}/{m}/{y}</time></div><div class="xemthem"><a class="btn" href="/thong-bao/{n}">Chi tiết</a></div></div>',
    "abbreviated month": '<div class="post-card"><a href="/posts/{s}"><h3>{t}</h3></a><div class="meta">{d1} thg {m1}, {y} · 5 phút đọc</div></div>',
    "at the hour of the day": '<div class="item"><a href="/p/{s}">{t}</a><p class="t">lúc 15:30 {d1} tháng {m1}, {y}</p></div>',
    "eleven characters and a bar": '<div class="blog-item"><p class="blog-item__date">{w}, {d}.{m}.{y}</p><h3><a href="/blogs/news/{s}">{t}</a></h3><p>{lead}</p></div>',
    "views beside": '<li class="clearfix"><a href="/vi/news/{s}-{n}.html" title="{t}">{t}</a><div class="text-muted"><ul class="list-unstyled list-inline"><li><em class="fa fa-clock-o">&nbsp;</em> {d}/{m}/{y} 10:22:00 PM</li><li><em class="fa fa-eye">&nbsp;</em> Đã xem: 1{n}4</li><li><em class="fa fa-comment-o">&nbsp;</em> Phản hồi: 0</li></ul></div><div class="bodytext">{lead}</div></li>',
    "day in the link after the title": '<p class="nn"><a href="/nd/{s}">{t} <span class="small">({d}/{m}/{y})</span></a></p>',
    "english with ordinal": '<div class="entry"><h2><a href="/news/{s}">{t}</a></h2><div class="byline">Posted on {en} {d1}, {y} by admin</div><p>{lead}</p></div>',
    "day over the title": '<div class="news-card"><div class="news-card__date">{d} · {m} · {y}</div><h3 class="news-card__title"><a href="/tin/{s}">{t}</a></h3></div>',
    "badge of month and year": '<div class="news-row"><div class="date-box"><span class="num">{d}</span><span class="txt">{m}/{y}</span></div><div class="content"><a href="/tin/{s}">{t}</a><p>{lead}</p></div></div>',
    "badge in a sentence": '<li class="row"><div class="ngay"><b>{d}</b><i>Tháng {m}, {y}</i></div><a href="/tin/{s}">{t}</a></li>',
    "badge month over day": '<div class="item"><div class="cal"><span class="mon">{en3}</span><span class="day">{d1}</span><span class="yr">{y}</span></div><h4><a href="/tin/{s}">{t}</a></h4></div>',
    "epoch in the markup": '<div class="nt"><a href="/nt/{s}">{t}</a><time data-timestamp="{epoch}"></time></div>',
    "table with author": '<tr><td>{n}</td><td><a href="/detail.aspx?id=9{n}">{t}</a></td><td>Ban Biên tập</td><td>{d}/{m}/{y}</td><td>1{n}5</td></tr>',
    "update note": '<div class="b"><a href="/bv/{s}">{t}</a><em>Cập nhật: 08:3{n} | {d}/{m}/{y}</em><p>{lead}</p></div>',
    "source and day": '<div class="ns"><h3><a href="/bv/{s}">{t}</a></h3><span>Nguồn: Trung tâm Văn hóa</span><span>{d}-{m}-{y}</span></div>',
    "day without year and time": '<div class="story"><h3><a href="/b/{s}">{t}</a></h3><span class="time">{d}/{m} 08:1{n}</span></div>',
}

RELATIVE = {
    "hours only": (["2 giờ trước", "5 giờ trước", "8 giờ trước", "9 giờ trước"], NOW),
    "days only": (["3 ngày trước", "4 ngày trước", "1 tuần trước", "2 tuần trước"], D),
    "about": (["khoảng 2 giờ trước", "khoảng 6 giờ trước", "1 ngày trước", "4 ngày trước"], NOW),
    "in words": (["một giờ trước", "một ngày trước", "3 ngày trước", "5 ngày trước"], NOW),
    "seconds": (["vài giây trước", "10 phút trước", "2 ngày trước", "3 ngày trước"], NOW),
    "months": (
        ["2 tháng trước", "3 tháng trước", "4 tháng trước", "5 tháng trước"],
        date(2026, 9, 24),
    ),
    "english": (["4 days ago", "6 days ago", "2 weeks ago", "3 weeks ago"], date(2026, 11, 19)),
    "yesterday with a time": (
        ["Hôm qua, 15:30", "Hôm qua, 09:12", "20/11/2026", "18/11/2026"],
        date(2026, 11, 22),
    ),
}


def lists():
    for at, (name, piece) in enumerate(LISTS.items()):
        html = rows(piece)
        if piece.startswith("<tr"):
            html = f"<table class='table'><tr><th>STT</th><th>Tiêu đề</th><th>Người đăng</th><th>Ngày đăng</th><th>Lượt xem</th></tr>{html}</table>"
        elif piece.startswith("<li"):
            html = f"<ul>{html}</ul>"
        yield Case(
            f"theme {name}",
            frame(f'<section class="zone-{at}"><h2>Tin mới</h2>{html}</section>'),
            f"https://a{at}.gov.vn/tin-tuc",
            D,
        )
        if at % 3 == 0:
            old = rows(piece, OLD)
            old = (
                f"<table>{old}</table>"
                if piece.startswith("<tr")
                else f"<ul>{old}</ul>"
                if piece.startswith("<li")
                else old
            )
            has_no_year = "{y" not in piece and "{iso" not in piece and "{epoch" not in piece
            if not has_no_year:
                yield Case(
                    f"theme {name}, old",
                    frame(old, above='<div class="top-time">Thứ Hai, 23/11/2026 08:15:22</div>'),
                    f"https://a{at}.gov.vn/",
                    OLD[0],
                )
    for name, (texts, day) in RELATIVE.items():
        html = "".join(
            f'<div class="story"><h3><a href="/b/{slug(TITLES[n])}">{TITLES[n]}</a></h3><span class="ago">{text}</span><p>{LEAD}</p></div>'
            for n, text in enumerate(texts)
        )
        yield Case(f"theme said {name}", frame(html), "https://b.gov.vn/", day)


TITLE = TITLES[2]
URL = f"https://a.gov.vn/tin-tuc/{slug(TITLE)}-8812.html"
BODY = prose("ngày 19/11", 5)
NEWER = (
    '<div class="related"><h3>Tin mới hơn</h3>'
    + rows(
        '<p><a href="/o/{n}">{t}</a> <i>({d}/{m}/{y})</i></p>', [NOW, NOW - timedelta(days=1)], 6
    )
    + "</div>"
)

BYLINES = {
    "joomla 4 details": '<dl class="article-info text-muted"><dd class="createdby">Viết bởi <span>Quản trị</span></dd><dd class="published"><time datetime="2026-11-20T01:30:00+00:00" itemprop="datePublished">Đã xuất bản: 20 Tháng 11 2026</time></dd><dd class="hits">Lượt xem: 231</dd></dl>',
    "drupal": '<div class="submitted">Được đăng bởi <span class="username">admin</span> vào T6, 20/11/2026 - 09:12</div>',
    "wordpress": '<div class="entry-meta uppercase is-xsmall"><span class="posted-on">Đăng ngày <a href="/a/" rel="bookmark"><time class="entry-date published" datetime="2026-11-20T14:31:20+07:00">20 Tháng 11, 2026</time><time class="updated" datetime="2026-11-22T08:00:20+07:00">22 Tháng 11, 2026</time></a></span> <span class="byline">bởi <a href="/author/admin">admin</a></span></div>',
    "weekday and hour": '<p class="time">Thứ Sáu, 20/11/2026, 15:30 (GMT+7)</p>',
    "weekday and bar": '<span class="date-time">Thứ sáu, 20/11/2026 | 15:30 GMT+7</span>',
    "hour with h": '<div class="thongtin">Thứ sáu 20-11-2026 8h30 | Lượt xem: 120</div>',
    "with weekday number": '<div class="article-date">Thứ 6, ngày 20 tháng 11 năm 2026 - 14:20</div>',
    "words of the system": '<div class="meta">lúc 15:30 20 tháng 11, 2026</div>',
    "local time": "<p><small>15:30:11 20/11/2026</small></p>",
    "abbreviated month": '<p class="mb-4 text-gray-500">20 thg 11, 2026 · Ban Biên tập</p>',
    "short year": '<p class="ngay">20/11/26 08:12</p>',
    "icons and counts": '<ul class="list-inline"><li><i class="far fa-user"></i> Văn phòng</li><li><i class="far fa-calendar-alt"></i> 20/11/2026</li><li><i class="far fa-eye"></i> 1.245</li></ul>',
    "two columns": '<div class="row"><div class="col-6">Tác giả: Ban Biên tập</div><div class="col-6 text-right">20/11/2026 07:30</div></div>',
    "english": '<p class="date">Fri, 20 Nov 2026 10:12</p>',
    "english long": '<p class="date">Friday, November 20, 2026 10:12 AM</p>',
    "english ordinal": '<p class="info">November 20th, 2026</p>',
    "dotted": '<p class="d">20.11.2026</p>',
    "iso": '<p class="d">2026-11-20 08:12:44</p>',
    "bracketed": "<p>(Ngày đăng: 20/11/2026)</p>",
    "posting and update": '<p class="time">Ngày đăng: 20/11/2026 | Ngày cập nhật: 23/11/2026</p>',
    "update only": '<p class="time">Cập nhật: 20/11/2026 09:20</p>',
    "relative with a stamp": '<time datetime="2026-11-20T09:00:00+07:00">3 ngày trước</time>',
    "title attribute": '<abbr class="timeago" title="2026-11-20T09:00:00+07:00">3 ngày trước</abbr>',
    "meta line": '<div class="art-info">Tin tức | 20/11/2026 | Đã xem 145 lần | In bài viết</div>',
    "label in its own cell": "<table><tr><td>Ngày đăng</td><td>20/11/2026</td></tr><tr><td>Lượt xem</td><td>12</td></tr></table>",
}

HEADS = {
    "news article in a graph": '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"a"},{"@type":"WebPage","datePublished":"2026-11-20T02:00:00+00:00","dateModified":"2026-11-23T02:00:00+00:00"},{"@type":"Article","headline":"x","datePublished":"2026-11-20T02:00:00+00:00","dateModified":"2026-11-23T02:00:00+00:00"}]}</script>',
    "array": '<script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":"NewsArticle","headline":"x","datePublished":"2026-11-20"}]</script>',
    "web page only": '<script type="application/ld+json">{"@type":"WebPage","datePublished":"2026-11-20T02:00:00+00:00","dateModified":"2026-11-21T02:00:00+00:00"}</script>',
    "open graph": '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-11-20T02:00:00+00:00"><meta property="article:modified_time" content="2026-11-23T02:00:00+00:00">',
    "pubdate": '<meta name="pubdate" itemprop="datePublished" content="2026-11-20T08:00:00+07:00"><meta name="lastmod" itemprop="dateModified" content="2026-11-23T08:00:00+07:00">',
    "dublin core": '<meta name="DC.Date.Issued" content="2026-11-20"><meta name="DC.Date.Modified" content="2026-11-23">',
    "spelled as people do": '<meta name="pubdate" content="20/11/2026 08:00">',
    "american in a declaration": '<meta property="article:published_time" content="11/20/2026 8:00:00 AM">',
    "broken json": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Lễ "ra quân" môi trường","datePublished":"2026-11-20T08:00:00+07:00","dateModified":"2026-11-20T08:00:00+07:00"}</script>',
    "comment round json": '<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","headline":"x","datePublished":"2026-11-20T08:00:00+07:00"}\n//]]></script>',
    "two articles of one page": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2026-11-20T08:00:00+07:00"}</script><script type="application/ld+json">{"@type":"Article","headline":"x","datePublished":"2026-11-20T08:00:00+07:00"}</script>',
}


def articles():
    for name, line in BYLINES.items():
        yield Case(
            f"theme by {name}",
            frame(
                f'<div class="detail"><h1 class="title">{TITLE}</h1>{line}<div class="content">{BODY}</div></div>{NEWER}',
                title=TITLE,
            ),
            URL,
            D,
        )
    for name, line in list(BYLINES.items())[::3]:
        yield Case(
            f"theme above, by {name}",
            frame(
                f'<div class="detail">{line}<h1 class="title">{TITLE}</h1><div class="content">{BODY}</div></div>{NEWER}',
                title=TITLE,
            ),
            URL,
            D,
        )
    for name, head in HEADS.items():
        yield Case(
            f"theme head {name}",
            frame(
                f'<h1>{TITLE}</h1><div class="content">{BODY}</div>{NEWER}', title=TITLE, head=head
            ),
            URL,
            D,
        )
    side = '<div class="widget"><h3>Sự kiện sắp diễn ra</h3><ul><li><a href="/sk/1">Ngày hội đọc sách toàn thành phố</a> <span>28/11/2026</span></li></ul></div><div class="widget"><h3>Tin mới nhất</h3><ul><li><a href="/m/1">Khởi công xây dựng trường mầm non mới</a><span class="date">23/11/2026</span></li></ul></div>'
    yield Case(
        "theme by a plain line beside fresh neighbours",
        frame(f"<h1>{TITLE}</h1><p>12/03/2025</p>{BODY}", title=TITLE, side=side),
        URL,
        date(2025, 3, 12),
    )
    yield Case(
        "theme by a signature",
        frame(
            f"<h1>{TITLE}</h1>{BODY}<p style='text-align:right'><em>Ngày đăng: 20/11/2026. Ban Biên tập</em></p>{NEWER}",
            title=TITLE,
        ),
        URL,
        D,
    )
    yield Case(
        "theme by a dateline",
        frame(
            f"<h1>{TITLE}</h1><p><b>TP.HCM (20/11/2026) –</b> {' '.join(SENTENCES[:3])}</p>{BODY}",
            title=TITLE,
        ),
        URL,
        D,
    )
    yield Case(
        "theme by a modal clock",
        frame(
            f'<h1>{TITLE}</h1><p class="ngay">20/11/2026</p>{BODY}',
            title=TITLE,
            above='<div class="container"><span id="time">Thứ Hai, ngày 23 tháng 11 năm 2026, 10:22:31</span></div>',
        ),
        URL,
        D,
    )


def undated(start=0):
    return rows('<h4><a href="/tin/{s}">{t}</a></h4><p>{lead}</p>', [D] * 4, start)


PIECES = {
    "a schedule of the week": '<div class="box"><h3>Lịch công tác tuần 47</h3><table><tr><th>Ngày</th><th>Nội dung</th></tr><tr><td>Thứ Hai 23/11/2026</td><td><a href="/l/1">Họp giao ban Thường trực Ủy ban nhân dân</a></td></tr><tr><td>Thứ Ba 24/11/2026</td><td><a href="/l/2">Tiếp công dân định kỳ tại trụ sở phường</a></td></tr></table></div>',
    "bidding": '<div class="bid"><h3>Thông tin mời thầu</h3><ul><li><a href="/mt/1">Gói thầu sửa chữa mặt đường hẻm khu phố ba</a> Thời điểm đóng thầu: 23/11/2026</li><li><a href="/mt/2">Gói thầu mua sắm thiết bị văn phòng năm nay</a> Thời điểm đóng thầu: 30/11/2026</li></ul></div>',
    "documents in a table": '<table class="tbl"><thead><tr><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr></thead><tbody><tr><td>145/QĐ-UBND</td><td>20/11/2026</td><td><a href="/vb/145">Về việc kiện toàn Ban chỉ đạo cải cách hành chính</a></td></tr><tr><td>139/KH-UBND</td><td>19/11/2026</td><td><a href="/vb/139">Kế hoạch tuyên truyền phòng chống dịch bệnh</a></td></tr></tbody></table>',
    "documents by number": '<ul class="list-vb"><li><a href="/vb/1">145/QĐ-UBND</a><p>Quyết định về việc kiện toàn Ban chỉ đạo (20/11/2026)</p></li><li><a href="/vb/2">139/KH-UBND</a><p>Kế hoạch tuyên truyền phòng chống dịch bệnh (19/11/2026)</p></li></ul>',
    "rates": '<div class="w"><h4>Tỷ giá ngày 23/11/2026</h4><table><tr><td>USD</td><td>26.120</td></tr><tr><td>EUR</td><td>28.450</td></tr></table></div>',
    "a widget of the weather": '<div class="widget-w"><p>TP. Hồ Chí Minh</p><p>Thứ Hai, 23/11/2026</p><p>31°C, nhiều mây, độ ẩm 70%</p><a href="/thoi-tiet">Xem dự báo thời tiết các ngày tới</a></div>',
    "a clock with seconds": '<div><span class="dt">23/11/2026 10:22:31</span></div>',
    "a clock in words": '<div class="bar">Hôm nay là Thứ Hai, ngày 23 tháng 11 năm 2026 <marquee><a href="/chao">Chào mừng quý vị đến với trang thông tin điện tử</a></marquee></div>',
    "a clock beside one headline": '<div class="ticker"><span>Thứ Hai, 23/11/2026</span><a href="/tin/nong">Triển khai cao điểm tấn công trấn áp tội phạm</a></div>',
    "a calendar": '<table class="lich-thang"><caption>Tháng 11/2026</caption><tr><th>H</th><th>B</th></tr><tr><td><a href="/a/2026/11/22">22</a></td><td><a href="/a/2026/11/23">23</a></td></tr></table>',
    "events as cards": '<section><h2>Sự kiện</h2><div class="ev"><div class="ev-date"><b>22</b><i>Th11</i></div><a href="/sk/1">Ngày hội việc làm thanh niên khu vực phía Nam</a></div><div class="ev"><div class="ev-date"><b>29</b><i>Th11</i></div><a href="/sk/2">Giải chạy bộ vì sức khỏe cộng đồng lần thứ hai</a></div></section>',
    "questions answered": '<section><h3>Hỏi đáp</h3><ul><li><a href="/hd/1">Thủ tục cấp đổi giấy chứng nhận quyền sử dụng đất</a> <span>Ngày hỏi: 22/11/2026</span></li><li><a href="/hd/2">Thời gian làm việc của bộ phận một cửa thế nào</a> <span>Ngày hỏi: 21/11/2026</span></li></ul></section>',
    "dossiers": "<section><h3>Tra cứu tình trạng hồ sơ</h3><table><tr><th>Mã</th><th>Ngày nhận</th><th>Ngày hẹn trả</th></tr><tr><td>H29.12.4</td><td>20/11/2026</td><td>27/11/2026</td></tr></table></section>",
    "a counter": '<div class="box-online"><p>Đang trực tuyến: 12</p><p>Hôm nay 23/11/2026: 1.204</p><p>Tháng này: 40.120</p></div>',
    "photos": '<div class="gallery"><a href="/img/20261122_081512.jpg"><img src="/img/20261122_081512.jpg" alt="Hội thao chào mừng ngày thành lập ngành"></a></div>',
    "an old headline about a coming day": '<h4><a href="/tin/k">Thông báo lịch cúp nước ngày 22/11/2026 trên địa bàn phường</a></h4>',
    "a poll": '<div class="poll"><h3>Thăm dò ý kiến</h3><p>Bạn đánh giá thế nào về giao diện mới của trang? (Từ 01/11/2026 đến 22/11/2026)</p></div>',
    "a notice of upkeep": '<div class="alert">Hệ thống sẽ bảo trì từ 22h00 ngày 22/11/2026 đến 05h00 ngày 23/11/2026. <a href="/bao-tri">Xem thông báo chi tiết về việc bảo trì</a></div>',
    "a list of births": '<section><h3>Thông tin cán bộ</h3><table><tr><td><a href="/cb/1">Nguyễn Văn A Chủ tịch Ủy ban nhân dân</a></td><td>Ngày bổ nhiệm: 21/11/2026</td></tr></table></section>',
    "a version of software": "<p>Phiên bản 3.2.1 cập nhật ngày 22/11/2026</p>",
    "a template stamp": '<div class="last-update">Cập nhật lần cuối: 23/11/2026 10:15</div>',
    "the dates of an auction": '<section><h3>Đấu giá tài sản</h3><ul><li><a href="/dg/1">Đấu giá quyền sử dụng đất khu dân cư số bốn</a><br>Ngày tổ chức: 23/11/2026</li><li><a href="/dg/2">Đấu giá xe ô tô thanh lý của cơ quan hành chính</a><br>Ngày tổ chức: 22/11/2026</li></ul></section>',
    "vacancies": '<section><h3>Tuyển dụng</h3><ul><li><a href="/td/1">Tuyển nhân viên văn thư lưu trữ làm hợp đồng</a> Hạn nộp hồ sơ: 22/11/2026</li><li><a href="/td/2">Tuyển giáo viên mầm non trường công lập mới</a> Hạn nộp hồ sơ: 30/11/2026</li></ul></section>',
    "duty roster": '<section><h3>Lịch trực cơ quan</h3><p>Ngày 22/11/2026: <a href="/t/1">Ông Trần Văn B Phó Chánh Văn phòng trực lãnh đạo</a></p><p>Ngày 23/11/2026: <a href="/t/2">Bà Lê Thị C Trưởng phòng Nội vụ trực lãnh đạo</a></p></section>',
    "exam days": '<section><h3>Lịch thi tuyển</h3><p><a href="/thi/1">Kỳ thi nâng ngạch công chức hành chính năm nay</a> – 22/11/2026</p></section>',
    "lunar day": '<div class="lich"><b>23</b><p>Tháng 11 năm 2026</p><p>Thứ Hai</p><p>Ngày 15 tháng 10 năm Bính Ngọ</p></div>',
}


def traps():
    listed = rows(LISTS["provincial portal list"], OLD)
    for name, piece in PIECES.items():
        yield Case(
            f"theme trap {name}, alone",
            frame(piece + undated()),
            "https://t.gov.vn/",
            None,
            is_trap=True,
        )
        yield Case(
            f"theme trap {name}, old news",
            frame(listed + piece),
            "https://t.gov.vn/",
            OLD[0],
            is_trap=True,
        )
        yield Case(
            f"theme trap {name}, beside",
            frame(listed, side=piece),
            "https://t.gov.vn/",
            OLD[0],
            is_trap=True,
        )
    about = f"<h1>Chức năng, nhiệm vụ của Ủy ban nhân dân phường</h1>{prose('', 6)}"
    for name, body in {
        "about": about,
        "about with a decision": about
        + "<p>Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 20/11/2026 của Ủy ban nhân dân phường.</p>",
        "contact": "<h1>Liên hệ</h1><p>Địa chỉ: 12 đường số 3, phường Mẫu. Điện thoại: 028 3822 2222. Giờ làm việc: 7h30 – 11h30 và 13h00 – 17h00.</p>",
        "history": f"<h1>Lịch sử hình thành phường Mẫu qua các thời kỳ</h1><p>Phường được thành lập ngày 01/7/2025 trên cơ sở sắp xếp ba phường cũ.</p>{prose('', 6)}",
        "leaders": "<h1>Lãnh đạo phường</h1><h3>Ông Nguyễn Văn A</h3><p>Ngày sinh: 20/11/1976</p><p>Chủ tịch từ ngày 01/7/2025</p>",
        "procedure": f"<h1>Thủ tục đăng ký khai sinh cho trẻ em</h1><p>Ngày ban hành: 20/11/2026</p><p>Ngày có hiệu lực: 22/11/2026</p>{prose('', 5)}",
        "privacy": f"<h1>Chính sách bảo vệ dữ liệu cá nhân</h1>{prose('', 6)}<p>Có hiệu lực từ ngày 22/11/2026.</p>",
        "not found": "<h1>404</h1><p>Trang bạn tìm không tồn tại hoặc đã bị xóa.</p>",
    }.items():
        for clock in ("", '<div class="thoigian">Thứ Hai, 23/11/2026</div>'):
            yield Case(
                f"theme trap {name} {'under a clock' if clock else 'bare'}",
                frame(body, above=clock, title="UBND phường Mẫu"),
                f"https://t.gov.vn/gioi-thieu/{slug(name)}",
                None,
                is_trap=True,
            )


def told():
    """Yield articles without a day, whose headline or text tells of one."""
    for name, first in {
        "yesterday": "Phiên giao dịch hôm qua (27/4), nhà đầu tư trải qua nhiều cảm xúc thấp thỏm",
        "some months ago": "3 tháng trước, cộng đồng mạng xôn xao trước thông tin về cô ca sĩ trẻ",
        "a day": "Ngày 22/11/2026, hầm chui thứ hai của tuyến vành đai được khánh thành",
        "two days": "Trong hai ngày 21 và 22/11/2026, đoàn công tác làm việc với các địa phương",
    }.items():
        html = frame(f"<h1>{first}</h1><p>{first}.</p>{BODY}", title=first)
        yield Case(f"theme told {name}", html, URL, None, is_trap=True)
    title = "Lịch thi đấu ba trận của đội tuyển bóng đá nữ Thành phố"
    html = frame(f"<h1>{title}</h1><p>20/11/2026 08:30</p>{BODY}", title=title)
    yield Case("theme told of matches", html, URL, D)


def every_case():
    return [*lists(), *articles(), *traps(), *told()]
