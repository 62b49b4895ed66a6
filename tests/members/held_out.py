# ruff: noqa: E501  one case a line
"""A second labelled set, written without a look at the rules after the first was right.

Other systems, other themes and other habits than in `cases`; the rules were then mended by what it
showed. How many of these the first contact got right is told in docs/measurements.md.
"""

from datetime import date, timedelta

from tests.members.composed import DOCUMENTS, FOOTER, SENTENCES, TITLES, Shell, page, prose, slug
from tests.members.labelled import Case, traps_of

D = date(2026, 11, 20)
BACK = [D - timedelta(days=step) for step in (0, 2, 3, 7, 12, 30)]
OLD = date(2023, 8, 14)
PLAIN = Shell(side=DOCUMENTS)


def _each(frame, days=BACK):
    """Fill a frame for each day: {t} headline, {s} address, {d} day, {m} month, {y} year, {n}."""
    return "".join(
        frame.format(
            t=TITLES[n],
            s=slug(TITLES[n]),
            n=n,
            x=day,
            d=f"{day:%d}",
            m=f"{day:%m}",
            y=day.year,
            lead=SENTENCES[n % 6],
        )
        for n, day in enumerate(days)
    )


def lists():
    frames = {
        "old table, square brackets": '<table width="100%"><tr><td><img src="/b.gif"> <a href="news_detail.aspx?id={n}"><b>{t}</b></a><font color="gray" size="1"> [{d}/{m}/{y}]</font></td></tr></table>',
        "day column first": '<div class="row it"><div class="col-2">{d}/{m}/{y}</div><div class="col-10"><a href="/tin/{s}">{t}</a></div></div>',
        "bootstrap card": '<div class="card h-100"><a href="/tin/{s}"><img class="card-img-top" src="/a.jpg" alt=""></a><div class="card-body"><h5 class="card-title"><a href="/tin/{s}">{t}</a></h5><p class="card-text">{lead}</p></div><div class="card-footer"><small class="text-muted">{d}/{m}/{y} 10:20</small></div></div>',
        "drupal views": '<div class="views-row"><div class="views-field views-field-title"><span class="field-content"><a href="/vi/node/{n}">{t}</a></span></div><div class="views-field views-field-created"><span class="field-content">{d}/{m}/{y} - 08:30</span></div></div>',
        "elementor": '<article class="elementor-post elementor-grid-item"><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="https://e.gov.vn/{s}/">{t}</a></h3><div class="elementor-post__meta-data"><span class="elementor-post-date">{d} Tháng {m}, {y}</span></div></div></article>',
        "tagdiv": '<div class="td_module_10 td_module_wrap"><h3 class="entry-title td-module-title"><a href="/{s}/" rel="bookmark" title="{t}">{t}</a></h3><div class="td-module-meta-info"><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{y}-{m}-{d}T08:30:00+07:00">{d}/{m}/{y}</time></span><span class="td-module-comments"><a href="/{s}/#respond">0</a></span></div></div>',
        "flatsome badge": '<div class="col post-item"><div class="col-inner"><div class="box box-text-bottom box-blog-post"><div class="box-image"><a href="/{s}/"><img src="/a.jpg"></a></div><div class="box-text"><h5 class="post-title is-large"><a href="/{s}/" class="plain">{t}</a></h5><p class="from_the_blog_excerpt">{lead}</p></div><div class="badge absolute top post-date badge-outline"><div class="badge-inner"><span class="post-date-day">{d}</span><br><span class="post-date-month is-xsmall">Th{m}</span></div></div></div></div></div>',
        "marquee": '<p><img src="/new.gif"><a href="/tb/{n}">{t} <i>({d}/{m}/{y})</i></a></p>',
        "stream, ago in title": '<div class="box-stream-item"><div class="box-stream-content"><a class="box-stream-link-title" href="/{s}-10126112008301234{n}.htm" title="{t}">{t}</a><span class="box-time time-ago" title="{y}-{m}-{d}T08:30:00">{d}/{m}/{y} 08:30</span><p>{lead}</p></div></div>',
        "liferay date in title row": '<div class="tin-item"><h4><a class="title_link" href="/web/guest/chi-tiet?id={n}">{t}</a> <span class="date_tin">({d}/{m}/{y} 10:05)</span></h4></div>',
        "easydnn": '<article class="edn_article"><h2 class="edn_articleTitle"><a href="/tin-tuc/{s}">{t}</a></h2><div class="edn_metaDetails"><time datetime="{y}-{m}-{d}">{d}/{m}/{y}</time> bởi <span>Quản trị</span></div><div class="edn_articleSummary">{lead}</div></article>',
        "kentico": '<div class="newsItem"><div class="DateBox"><span class="Date">{d}-{m}-{y}</span></div><div class="Title"><a href="/tin/{s}.aspx">{t}</a></div><p>{lead}</p></div>',
        "author and day": '<li class="post"><a href="/bai/{s}" class="tt">{t}</a><p class="info">Nguyễn Anh Tuấn - {d}/{m}/{y}</p></li>',
        "category and day": '<div class="i"><a href="/c/1">Tổng hợp</a> / <span>{d}.{m}.{y}</span><h3><a href="/tin/{s}">{t}</a></h3></div>',
        "definition list": '<dl class="ds"><dt>{d}/{m}/{y}</dt><dd><a href="/tin/{s}">{t}</a></dd></dl>',
        "day, then views in next span": '<div class="n"><a href="/tin/{s}" title="{t}"><h3>{t}</h3></a><div><span>{d}-{m}-{y} 08:30</span> <span>| 102 lượt xem</span> <span>| 3 bình luận</span></div></div>',
        "published date in the address": '<div class="news"><a href="/tin/Lists/Posts/Post.aspx?CategoryId=1&amp;ItemID=23{n}&amp;PublishedDate={y}-{m}-{d}T08:30:00Z">{t}</a></div>',
        "abbr of hatom": '<div class="hentry"><h3 class="entry-title"><a href="/p/{s}">{t}</a></h3><abbr class="published" title="{y}-{m}-{d}T08:30:00+07:00">thứ sáu</abbr></div>',
        "english short month": '<div class="item"><h3><a href="/en/news/{s}">{t}</a></h3><span class="d">{d}-Nov-{y}</span></div>',
        "tailwind": '<a class="group flex gap-4" href="/tin-tuc/{s}"><div class="flex-1"><h3 class="font-semibold line-clamp-2">{t}</h3><div class="mt-1 text-xs text-gray-500"><svg></svg><span>{d}/{m}/{y}</span></div></div></a>',
        "list group": '<a href="/thong-bao/{n}" class="list-group-item list-group-item-action"><div class="d-flex w-100 justify-content-between"><h6 class="mb-1">{t}</h6><small>{d}/{m}/{y}</small></div></a>',
        "uppercase weekday": '<div class="nn"><div class="tg">THỨ SÁU, NGÀY {d}/{m}/{y}</div><a href="/tin/{s}">{t}</a></div>',
        "notice table": '<table class="table"><tr><td>{n}</td><td><a href="/thong-bao/{s}">{t}</a></td><td>{d}/{m}/{y}</td><td><a href="/f.pdf">Tải về</a></td></tr></table>',
    }
    for at, (name, frame) in enumerate(frames.items()):
        days = [day for day in BACK if day.month == 11] if "Nov" in frame else BACK
        yield Case(
            f"list {name}",
            page(f'<section class="zone">{_each(frame, days)}</section>', shell=PLAIN),
            f"https://h{at}.gov.vn/",
            D,
        )
    groups = "".join(
        f"<h4>{day:%d/%m/%Y}</h4><ul>"
        + "".join(f'<li><a href="/t/{n}{k}">{TITLES[(2 * n + k) % 16]}</a></li>' for k in range(3))
        + "</ul>"
        for n, day in enumerate(BACK)
    )
    yield Case(
        "headlines under days",
        page(f'<div class="archive-list">{groups}</div>', shell=PLAIN),
        "https://g.gov.vn/tin-tuc",
        D,
    )
    lead = (
        f'<div class="lead"><h2><a href="/tin/a-1">{TITLES[0]}</a></h2><span class="time">20/11/2026 08:30</span><p>{SENTENCES[1]}</p></div><ul class="more">'
        + "".join(f'<li><a href="/tin/{n}">{TITLES[n]}</a></li>' for n in range(1, 6))
        + "</ul>"
    )
    yield Case(
        "one dated lead over undated headlines",
        page(f'<div class="top-story">{lead}</div>', shell=PLAIN),
        "https://l.gov.vn/",
        D,
    )
    two = (
        '<div class="khoi"><h3>Tin tức</h3>'
        + _each('<p><a href="/a/{n}">{t}</a> ({d}/{m}/{y})</p>', [OLD, date(2023, 8, 1)])
        + '</div><div class="khoi"><h3>Thông báo</h3>'
        + _each('<p><a href="/b/{n}">{t}</a> ({d}/{m}/{y})</p>', [D, date(2026, 11, 2)])
        + "</div>"
    )
    yield Case("old news, new notices", page(two, shell=PLAIN), "https://n.gov.vn/", D)


def articles():
    title = TITLES[9]
    url = f"https://a.gov.vn/{slug(title)}-88213.html"
    body = prose("19/11", 5)
    frames = {
        "day in the breadcrumb row": f'<div class="header-content"><ul class="breadcrumb"><li><a href="/xa-hoi">Xã hội</a></li></ul><span class="date">Thứ sáu, 20/11/2026, 08:30 (GMT+7)</span></div><h1 class="title-detail">{title}</h1><p class="description">{SENTENCES[0]}</p>{body}',
        "author and day at the end": f'<h1>{title}</h1>{body}<p style="text-align:right"><strong>Nguyễn Văn Tú</strong></p><p class="source">Cập nhật: 20/11/2026 | Nguồn: Cổng TTĐT</p>',
        "label in the cell before": f'<table><tr><td colspan="2"><b>{title}</b></td></tr><tr><td>Ngày cập nhật:</td><td>20/11/2026 8:30:00 SA</td></tr><tr><td colspan="2">{body}</td></tr></table>',
        "site name as first heading": f'<h1 class="logo">UBND phường Bến Thành</h1><p class="tieude">{title}</p><p class="ngay">20/11/2026 - 14:22</p>{body}',
        "drupal, month first": f'<h1 class="page-title">{title}</h1><div class="submitted">Submitted by admin on Fri, 11/20/2026 - 08:30</div>{body}',
        "english": f'<h1>{title}</h1><div class="post-info">Updated at Friday, 20 Nov 2026 08:30</div>{body}',
        "english ordinal": f"<h1>{title}</h1><div>November 20th, 2026 by admin</div>{body}",
        "spoken month": f'<h1>{title}</h1><span class="post-time">20 Tháng mười một 2026</span>{body}',
        "author first": f'<h1>{title}</h1><p class="tg">Tác giả: Nguyễn Anh Tuấn | 20/11/2026</p>{body}',
        "day under a share bar": f'<h1>{title}</h1><ul class="share"><li><a href="https://facebook.com/sharer">Chia sẻ</a></li><li><a href="#">In bài viết</a></li></ul><div>08:30 20/11/2026</div>{body}',
        "lead before the day": f'<h1>{title}</h1><p class="sapo">{SENTENCES[2]}</p><p class="time">20.11.2026 08:30</p>{body}',
        "label without marks": f'<h2 class="title">{title}</h2><p>Ngay dang: 20/11/2026</p>{body}',
        "event announced earlier": f'<h1>{title}</h1><p class="posted">Đăng ngày 20/11/2026</p><p>Thời gian: 8 giờ 00, ngày 25/11/2026</p><p>Địa điểm: Hội trường lớn</p>{body}',
        "newer ones below": f'<h1>{title}</h1><div class="date">20/11/2026</div>{body}<div class="other"><h4>Các tin mới hơn</h4>'
        + _each(
            '<p><a href="/o/{n}">{t}</a> ({d}/{m}/{y})</p>',
            [date(2026, 11, 23), date(2026, 11, 22)],
        )
        + "</div>",
        "side column with newer ones": f'<div class="l"><h1>{title}</h1><div class="date">20/11/2026</div>{body}</div><div class="r"><div class="t">Tin mới</div>'
        + _each(
            '<div class="m"><a href="/o/{n}">{t}</a><i class="date">{d}/{m}/{y}</i></div>',
            [date(2026, 11, 23), date(2026, 11, 22)],
        )
        + "</div>",
        "thu 6": f"<h1>{title}</h1><p>Thứ 6, 20/11/2026 | 08:30</p>{body}",
        "long lead, day in words": f'<h1>{title}</h1><p class="meta">Đăng bởi <a href="/u/1">Quản trị viên</a> vào ngày 20 tháng 11 năm 2026</p>{body}',
        "day in brackets in the headline's box": f'<div class="tt"><h2>{title} <span>(20/11/2026)</span></h2></div>{body}',
    }
    for name, content in frames.items():
        yield Case(
            f"article {name}",
            page(f'<div class="main">{content}</div>', title=title, shell=PLAIN),
            url,
            D,
        )
    german = (
        '<article><header><h1>Neue Fahrradbrücke über den Kanal wird im Frühjahr gebaut</h1><p class="byline">Von Anna Weber, 20. November 2026, 14:05 Uhr</p></header>'
        + "<p>Die Stadt hat den Auftrag für die neue Brücke vergeben, die beide Ufer verbinden soll und viel Verkehr aufnimmt.</p>"
        * 6
        + "</article>"
    )
    yield Case(
        "german newspaper",
        page(
            german,
            title="Neue Fahrradbrücke über den Kanal wird im Frühjahr gebaut",
            shell=Shell(lang="de", clock="", side="", foot="<footer>© 2026</footer>"),
        ),
        "https://zeitung.de/stadt/neue-fahrradbruecke-ueber-den-kanal-wird-gebaut",
        D,
    )
    blog = (
        "<div class='post'><h2 class='entry-title'>How we moved our records to the new library system</h2><small>November 20th, 2026 by anna</small>"
        + "<p>We spent the better part of a year moving the records, and this is what we learned on the way to the end of it.</p>"
        * 6
        + "<p class='postmetadata'>Posted in News | 3 Comments</p><h3 id='comments'>3 Responses</h3><ol class='commentlist'><li>tom Says: <small class='commentmetadata'>November 22nd, 2026 at 8:30 am</small></li></ol></div>"
    )
    yield Case(
        "american blog",
        page(
            blog,
            title="How we moved our records to the new library system",
            shell=Shell(lang="en-US", clock="", side="", foot=""),
        ),
        "https://blog.example.org/2026/11/how-we-moved-our-records",
        D,
    )


def trap_parts():
    """Return pieces of pages that hold days and no news."""
    return {
        "clock called date beside the lead": f'<div class="date">Thứ Hai, 23/11/2026</div><div class="lead"><h2><a href="/tin/x">{TITLES[8]}</a></h2><p>{SENTENCES[3]}</p></div>',
        "clock in a box with one headline": '<div class="ticker"><span class="tg">23/11/2026</span><marquee><a href="/chao">Chào mừng quý vị đến với trang thông tin điện tử phường</a></marquee></div>',
        "clock by script id": '<div><span id="date_time">Thứ Hai, ngày 23 tháng 11 năm 2026 - 9:15:33</span></div>',
        "footer under another name": '<div class="ft-info"><p>Trang được quản trị bởi Văn phòng UBND</p><p>Ngày cập nhật: 23/11/2026</p><a href="/">Về trang chủ của cổng thông tin</a></div>',
        "banner of a feast": '<div class="banner-ngang"><a href="/20-11">Chào mừng kỷ niệm 44 năm ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2026)</a></div>',
        "poll": '<div class="poll"><h4>Thăm dò ý kiến</h4><p>Từ 20/11/2026</p><a href="/poll/1">Bạn đánh giá thế nào về giao diện mới của cổng</a></div>',
        "gold without a class": '<div><p><a href="/gia-vang">Giá vàng SJC hôm nay tại thành phố</a></p><p>Cập nhật 23/11/2026 09:00</p></div>',
        "rates as a list": "<table>"
        + "".join(
            f"<tr><td>{code}</td><td>26.1{n}0</td><td>23/11/2026</td></tr>"
            for n, code in enumerate(("USD", "EUR", "JPY"))
        )
        + "</table>",
        "deadline in brackets": "<ul>"
        + "".join(
            f'<li><a href="/td/{n}">Thông báo tuyển dụng lao động hợp đồng đợt {n} (hạn cuối 2{n}/11/2026)</a></li>'
            for n in range(3)
        )
        + "</ul>",
        "until in brackets": "<ul>"
        + "".join(
            f'<li><a href="/td/{n}">Mời tham gia cuộc thi viết về phường em yêu (đến 2{n}/11/2026)</a></li>'
            for n in range(3)
        )
        + "</ul>",
        "demo posts": '<div class="blog">'
        + "".join(
            f'<div class="post"><h3><a href="/demo/{n}">Lorem ipsum dolor sit amet consectetur {n}</a></h3><span class="date">2{n}/11/2026</span></div>'
            for n in range(3)
        )
        + "</div>",
        "placeholder": '<div class="item"><a href="#">Tiêu đề bài viết mẫu ở đây nhé</a><span class="date">dd/mm/yyyy</span></div>',
        "published budgets": "<div class='ck'>"
        + "".join(
            f'<div class="row"><a href="/ck/{n}">Công khai dự toán ngân sách nhà nước năm 202{n}</a><div>Số: 1{n}/QĐ-UBND</div><div>Ngày ban hành: 2{n}/11/2026</div></div>'
            for n in range(3)
        )
        + "</div>",
        "archive of months": "<ul class='archive'>"
        + "".join(
            f'<li><a href="/2026/{n}">Tháng {n} năm 2026 (12 bài viết)</a></li>'
            for n in (11, 10, 9)
        )
        + "</ul>",
        "album": '<div class="album"><a href="/album/1">Hình ảnh lễ kỷ niệm ngày Nhà giáo 20/11</a><a href="/album/2">Hình ảnh lễ chào cờ đầu tuần 23/11</a></div>',
        "week ahead of weather": "<ul>"
        + "".join(
            f'<li>Thứ {n} 2{n}/11/2026 <a href="/tt/{n}">Nhiều mây, có mưa rào và dông vài nơi</a></li>'
            for n in (3, 4, 5)
        )
        + "</ul>",
        "birthdays": "<div class='sn'><h4>Chúc mừng sinh nhật</h4>"
        + "".join(
            f'<p><a href="/cb/{n}">Đồng chí Nguyễn Thị Minh Khai {n}</a> - 2{n}/11</p>'
            for n in (0, 1, 2)
        )
        + "</div>",
        "meetings": "<div class='hop'><h4>Giấy mời họp</h4>"
        + "".join(
            f'<p><a href="/gm/{n}">Họp thông qua đồ án quy hoạch chi tiết khu {n}</a><br>Thời gian: 08:00 2{n}/11/2026</p>'
            for n in (0, 1, 2)
        )
        + "</div>",
        "tenders": "<div class='mt'>"
        + "".join(
            f'<div><a href="/mt/{n}">Mua sắm trang thiết bị văn phòng gói số {n}</a><p>Ngày mở thầu: 2{n}/11/2026</p></div>'
            for n in (0, 1, 2)
        )
        + "</div>",
        "online visitors": "<div>Khách đang xem: 12 - Hôm nay 23/11/2026: 345 lượt - Tổng: 1.234.567 lượt</div>",
        "citizen letters": "<div class='pakn'><h4>Phản ánh kiến nghị</h4>"
        + "".join(
            f'<p><a href="/pa/{n}">Đề nghị sửa đèn đường hẻm {n} Nguyễn Trãi</a> <span>2{n}/11/2026</span></p>'
            for n in (0, 1, 2)
        )
        + "</div>",
        "public holidays": "<div>Lịch nghỉ lễ: <a href='/nghi-le'>Ngày Văn hóa Việt Nam được nghỉ hưởng nguyên lương</a> 24/11/2026</div>",
        "results of procedures": "<table><tr><th>Mã hồ sơ</th><th>Tên thủ tục</th><th>Ngày hẹn trả</th></tr>"
        + "".join(
            f"<tr><td>H29.{n}</td><td><a href='/hs/{n}'>Cấp giấy phép xây dựng nhà ở riêng lẻ</a></td><td>2{n}/11/2026</td></tr>"
            for n in range(3)
        )
        + "</table>",
        "documents with a posted look": "<div class='vb'><h3>VĂN BẢN QUẢN LÝ</h3>"
        + "".join(
            f'<div class="it"><a href="/vb/{n}">Về tăng cường phòng chống dịch bệnh mùa mưa {n}</a><span class="dt">2{n}/11/2026</span></div>'
            for n in range(3)
        )
        + "</div>",
        "map of the site made today": "<p>Sơ đồ cổng được tạo lúc 23/11/2026 09:15:33</p>",
        "data for a page app": '<script id="__NEXT_DATA__" type="application/json">{"items":[{"title":"Tin mới nhất hôm nay của phường","date":"2026-11-22"}]}</script>',
        "day picker": '<form><label>Từ ngày</label><input value="20/11/2026"><label>Đến ngày</label><input value="23/11/2026"><button>Xem tin theo ngày 23/11/2026</button></form>',
        "noscript": f'<noscript><p><a href="/n/1">{TITLES[5]}</a> 22/11/2026</p></noscript>',
        "aside calendar of the lunar year": "<div class='lich'>Thứ Hai<b>23</b>Tháng 11<p>Ngày 15 tháng 10 năm Bính Ngọ</p></div>",
    }


def traps():
    heads = "".join(
        f'<li><a href="/tin/{n}">{title}</a></li>' for n, title in enumerate(TITLES[:7])
    )
    bare = f'<ul class="list">{heads}</ul>'
    old = (
        '<div class="list">'
        + _each(
            '<div class="it"><a href="/tin/{n}">{t}</a><span class="dt">{d}/{m}/{y}</span></div>',
            [OLD, date(2023, 8, 1), date(2023, 7, 2)],
        )
        + "</div>"
    )
    yield from traps_of(
        trap_parts(),
        undated=bare,
        dated=old,
        old=OLD,
        alone_at="https://t.gov.vn/trang-chu",
        shell=PLAIN,
    )
    title = TITLES[11]
    url = f"https://t.gov.vn/{slug(title)}-12.html"
    body = prose("20/11/2026", 5)
    for name, content, day in (
        (
            "clock above an old article",
            f'<div class="tools">Thứ Hai, 23/11/2026 <a href="#">In trang</a></div><h1>{title}</h1><p class="date">14/08/2023</p>{body}',
            OLD,
        ),
        (
            "clock above a dateless article",
            f'<div class="tools">Thứ Hai, 23/11/2026 <a href="#">In trang</a></div><h1>{title}</h1>{body}',
            None,
        ),
        (
            "printed at",
            f'<h1>{title}</h1><p class="date">14/08/2023</p>{body}<p>In lúc: 23/11/2026 09:15</p>',
            OLD,
        ),
        (
            "viewed at, dateless",
            f"<h1>{title}</h1>{body}<p>Thời điểm xem: 23/11/2026 09:15</p>",
            None,
        ),
        (
            "footer without a name, dateless",
            f"<h1>{title}</h1>{body}<hr><p>Cập nhật 23/11/2026</p>" + FOOTER,
            None,
        ),
        (
            "event day under the headline",
            f'<h1>Ngày hội việc làm dành cho thanh niên công nhân</h1><div class="event-date">Thời gian: 22/11/2026</div>{body}',
            None,
        ),
        (
            "law in the first line",
            f"<h1>{title}</h1><p>Căn cứ Quyết định số 812/QĐ-UBND ngày 20/11/2026</p>{body}",
            None,
        ),
        (
            "question and answer",
            f"<h1>Hỏi về thủ tục cấp giấy phép xây dựng</h1><p>Người hỏi: Nguyễn Văn A - Ngày hỏi: 20/11/2026</p>{body}",
            None,
        ),
    ):
        yield Case(
            f"trap {name}",
            page(f'<div class="main">{content}</div>', title=title, shell=PLAIN),
            url,
            day,
            is_trap=True,
        )


def every_case():
    return [*lists(), *articles(), *traps()]
