# ruff: noqa: E501  one case a line
"""A third labelled set: habits of real portals that the first two did not think of."""

from datetime import date, timedelta

from tests.members.composed import DOCUMENTS, SENTENCES, TITLES, Shell, page, prose, slug
from tests.members.labelled import Case, traps_of

D = date(2026, 11, 20)
BACK = [D - timedelta(days=step) for step in (0, 2, 3, 7, 12, 30)]
FRESH = date(2026, 11, 23)
OLD = date(2023, 8, 14)
PLAIN = Shell(side=DOCUMENTS)
LEAD = " ".join(SENTENCES[:2])


def _each(frame, days=BACK, start=0):
    return "".join(
        frame.format(
            t=TITLES[(start + n) % 16],
            s=slug(TITLES[(start + n) % 16]),
            n=n,
            d=f"{day:%d}",
            m=f"{day:%m}",
            y=day.year,
            lead=LEAD,
        )
        for n, day in enumerate(days)
    )


def lists():
    frames = {
        "long leads under another address": '<div class="media"><h4><a href="/hd/{s}.html">{t}</a></h4><p class="date">{d}/{m}/{y}</p><p>{lead}</p></div>',
        "blogger": '<h2 class="date-header"><span>Thứ Sáu, {d} tháng {m}, {y}</span></h2><div class="post"><h3 class="post-title"><a href="/{y}/{m}/{s}.html">{t}</a></h3><div class="post-body">{lead}</div></div>',
        "joomla 1.5": '<table class="contentpaneopen"><tr><td class="contentheading"><a href="/index.php?option=com_content&amp;view=article&amp;id={n}" class="contentpagetitle">{t}</a></td></tr><tr><td class="createdate">Thứ sáu, {d} Tháng {m} {y} 08:30</td></tr><tr><td>{lead}</td></tr></table>',
        "k2": '<div class="catItemView"><div class="catItemHeader"><span class="catItemDateCreated">Thứ sáu, {d} Tháng {m} {y} 08:30</span><h3 class="catItemTitle"><a href="/item/{n}-{s}">{t}</a></h3></div><div class="catItemIntroText">{lead}</div></div>',
        "day before in square brackets": '<p>[{d}/{m}/{y}] <a href="/tin/{s}">{t}</a></p>',
        "day and colon before": '<li>{d}/{m}/{y}: <a href="/tin/{s}">{t}</a></li>',
        "weekday and time": '<div class="x1"><a href="/tin/{s}"><b>{t}</b></a><br><i>Thứ 6 ngày {d}/{m}/{y} 10:35 SA</i><br>{lead}</div>',
        "hours and minutes in words": '<div class="x2"><a href="/tin/{s}">{t}</a><div>Thứ Sáu ngày {d} tháng {m} năm {y} 8 giờ 30 phút</div></div>',
        "column of posting": '<table><tr><th>STT</th><th>Tiêu đề</th><th>Ngày đăng</th><th>Ngày hết hạn</th></tr><tr><td>{n}</td><td><a href="/tb/{s}">{t}</a></td><td>{d}/{m}/{y}</td><td>30/12/2026</td></tr></table>',
        "author, category and day": '<div class="bv"><h3><a href="/bv/{s}">{t}</a></h3><p><a href="/u/1">Ban Biên tập</a> | <a href="/c/2">Tin tổng hợp</a> | {d}/{m}/{y} | 15 lượt xem</p></div>',
        "icons in words": '<div class="n3"><a href="/bv/{s}">{t}</a><ul><li><i class="fa fa-calendar"></i> {d}-{m}-{y}</li><li><i class="fa fa-user"></i> quantri</li><li><i class="fa fa-eye"></i> 345</li></ul></div>',
        "government address only": '<div class="box-item"><a class="box-link-with-avatar" href=" /{s}-1152411{d}123739455.htm"><img src="/a.jpg"></a><h3><a class="box-link-title" href=" /{s}-115{y2}{m}{d}123739455.htm">{t}</a></h3></div>',
        "epoch in an attribute": '<div class="nt"><a href="/nt/{s}">{t}</a><span class="ago" data-time="{epoch}">mới đây thôi</span></div>',
    }
    for at, (name, frame) in enumerate(frames.items()):
        html = ""
        for n, day in enumerate(BACK):
            epoch = int((day - date(1970, 1, 1)).total_seconds()) + 3600
            html += frame.format(
                t=TITLES[n],
                s=slug(TITLES[n]),
                n=n,
                d=f"{day:%d}",
                m=f"{day:%m}",
                y=day.year,
                y2=f"{day:%y}",
                lead=LEAD,
                epoch=epoch,
            )
        yield Case(
            f"habit {name}",
            page(f'<section class="zone">{html}</section>', shell=PLAIN),
            f"https://c{at}.gov.vn/hoat-dong-lanh-dao",
            D,
        )
    pinned = _each(
        '<div class="media"><h4><a href="/hd/{s}.html">{t}</a></h4><p class="date">{d}/{m}/{y}</p><p>{lead}</p></div>',
        [OLD, D, date(2026, 11, 12), date(2026, 11, 2)],
    )
    yield Case(
        "habit an old item pinned above",
        page(f"<h1>Hoạt động lãnh đạo</h1>{pinned}", title="Hoạt động lãnh đạo", shell=PLAIN),
        "https://c.gov.vn/hoat-dong-lanh-dao",
        D,
    )
    busy = _each(
        '<div class="media"><h4><a href="/hd/{s}.html">{t}</a></h4><p class="date">{d}/{m}/{y} 0{n}:15</p></div>',
        [FRESH] * 6,
    )
    yield Case("habit a busy day", page(busy, shell=PLAIN), "https://c.gov.vn/", FRESH)
    single = f'<div class="hot"><h3><a href="/hot/1">{TITLES[3]}</a></h3><span class="date">23/11/2026</span></div>'
    yield Case("habit one lead of today", page(single, shell=PLAIN), "https://c.gov.vn/", FRESH)


def articles():
    title = TITLES[6]
    url = f"https://c.gov.vn/{slug(title)}-5512.html"
    body = prose("19/11", 5)
    short = f"<p>{LEAD}</p><p>{LEAD}</p><p>{LEAD}</p>"
    related = (
        '<div class="rel"><p><b>Bài viết khác</b></p>'
        + _each(
            '<p><a href="/o/{n}">{t}</a> ({d}/{m}/{y})</p>',
            [date(2026, 11, 23), date(2026, 11, 22), date(2026, 11, 21)],
        )
        + "</div>"
    )
    for name, content, head_title, address, day in (
        (
            "k2, day above of today",
            f'<div class="itemHeader"><span class="itemDateCreated">Thứ hai, 23 Tháng 11 2026 08:30</span><h2 class="itemTitle">{title}</h2></div><div class="itemBody">{body}</div>',
            title,
            url,
            FRESH,
        ),
        (
            "created and modified",
            f'<table><tr><td class="contentheading">{title}</td></tr><tr><td class="createdate">Thứ sáu, 20 Tháng 11 2026 08:30</td></tr><tr><td>{body}</td></tr><tr><td class="modifydate">Lần cập nhật cuối lúc Thứ hai, 23 Tháng 11 2026 10:00</td></tr></table>',
            title,
            url,
            D,
        ),
        (
            "created, then updated beside",
            f"<h1>{title}</h1><p>Ngày tạo: 20/11/2026 - Cập nhật: 22/11/2026</p>{body}",
            title,
            url,
            D,
        ),
        (
            "title of the site only",
            f'<div class="tieude-chitiet">{title}</div><div class="ngay">20/11/2026</div>{body}{related}',
            "Trang thông tin điện tử phường",
            url,
            D,
        ),
        (
            "title of the site, heading in bold",
            f"<p><strong>{title}</strong></p><p><em>(20/11/2026 08:30)</em></p>{body}",
            "UBND phường",
            url,
            D,
        ),
        (
            "short text with newer ones below",
            f'<h1>{title}</h1><span class="date">20/11/2026</span>{short}{related}',
            title,
            "https://c.gov.vn/Pages/chitiet.aspx?ItemID=551",
            D,
        ),
        (
            "in a page of the portal",
            f'<h2 class="title">{title}</h2><p>20/11/2026 08:30</p>{body}{related}',
            title,
            "https://c.gov.vn/web/guest/home?p_p_id=62_INSTANCE&articleId=551",
            D,
        ),
        (
            "place and day before the text",
            f"<h1>{title}</h1><p>TP.HCM, ngày 20/11/2026 – {LEAD}</p>{body}",
            title,
            url,
            D,
        ),
        (
            "lead in bold, then the day",
            f"<h1>{title}</h1><p><strong>{LEAD}</strong></p><p>20/11/2026 | 14:20</p>{body}",
            title,
            url,
            D,
        ),
        (
            "tags and day under the text",
            f'<h1>{title}</h1>{body}<div class="tags">Từ khóa: <a href="/t/1">y tế</a></div><div class="post-date">Đăng ngày: 20/11/2026</div>',
            title,
            url,
            D,
        ),
        (
            "address of the Government",
            f"<h1>{title}</h1>{body}",
            title,
            f"https://c.chinhphu.vn/{slug(title)}-101261120083012345.htm",
            D,
        ),
    ):
        yield Case(
            f"habit article {name}",
            page(f'<div class="main">{content}</div>', title=head_title, shell=PLAIN),
            address,
            day,
        )


def trap_parts():
    """Return pieces of pages that hold days and no news."""
    return {
        "clock and ticker": '<div class="bar"><span class="date">Thứ Hai, 23/11/2026</span><marquee><a href="/tin/77">Kỳ họp Hội đồng nhân dân phường khóa mới</a></marquee></div>',
        "ticker and clock": '<div class="bar"><marquee><a href="/gt">Chào mừng quý vị đến với trang thông tin của phường</a></marquee><span class="date">Thứ Hai, 23/11/2026</span></div>',
        "two clocks among headlines": f'<div class="date">Thứ Hai, 23/11/2026</div><h3><a href="/a/1">{TITLES[1]}</a></h3><h3><a href="/a/2">{TITLES[2]}</a></h3><div class="date">Thứ Hai, 23/11/2026</div><h3><a href="/a/3">{TITLES[3]}</a></h3>',
        "moment by the second": _each(
            '<div class="m"><a href="/m/{n}">{t}</a><span class="date">23/11/2026 09:15:33</span></div>',
            [FRESH] * 2,
        ),
        "questions without a class": _each(
            '<p><a href="/h/{n}">Hỏi: thủ tục đăng ký kết hôn lần {n} ra sao</a> <span>{d}/{m}/{y}</span></p>',
            BACK[:3],
        ),
        "columns of validity": "<table><tr><th>Tên giấy phép</th><th>Hiệu lực đến</th></tr>"
        + _each(
            "<tr><td><a href='/gp/{n}'>Giấy phép hoạt động cơ sở khám chữa bệnh số {n}</a></td><td>{d}/{m}/{y}</td></tr>",
            BACK[:3],
        )
        + "</table>",
        "auction days": _each(
            '<div class="dg"><a href="/dg/{n}">Đấu giá quyền sử dụng đất lô số {n} khu dân cư</a><p>Ngày tổ chức đấu giá: {d}/{m}/{y}</p></div>',
            BACK[:3],
        ),
        "power cuts": _each(
            '<div class="cd"><a href="/cd/{n}">Tạm ngừng cung cấp nước sạch khu vực số {n}</a><p>Thời gian thực hiện: {d}/{m}/{y}</p></div>',
            BACK[:3],
        ),
        "birthday of a district": "<div><a href='/gt/1'>Lịch sử hình thành và phát triển của phường</a> (20/11/1976)</div>",
        "download list": "<div class='tai-lieu'><h3>Tài liệu họp</h3>"
        + _each(
            '<p><a href="/f/{n}.pdf">Tài liệu kỳ họp thứ mười của Hội đồng {n}</a> {d}/{m}/{y}</p>',
            BACK[:3],
        )
        + "</div>",
        "clock in a row of links": "<ul class='tren'><li><a href='/gop-y'>Góp ý hoàn thiện cổng thông tin</a></li><li>23/11/2026</li></ul>",
        "greeting of the day": "<p>Chào ngày mới! Hôm nay là Thứ Hai, ngày 23/11/2026. <a href='/x'>Xem lịch vạn niên của năm nay</a></p>",
        "server note": "<div class='sys'><a href='/so-do'>Sơ đồ cổng thông tin điện tử phường</a> | Thời gian máy chủ: 23/11/2026 09:15</div>",
        "duty roster": "<div class='truc'><h4>Lịch trực lãnh đạo</h4>"
        + _each(
            '<p>{d}/{m}/{y}: <a href="/ld/{n}">Đồng chí Nguyễn Văn Bình Phó Chủ tịch</a></p>',
            BACK[:3],
        )
        + "</div>",
        "programme of television": "<div class='ct'><h4>Chương trình truyền hình</h4>"
        + _each(
            '<p><a href="/tv/{n}">Chuyên mục Dân hỏi chính quyền trả lời số {n}</a> phát sóng {d}/{m}/{y}</p>',
            BACK[:3],
        )
        + "</div>",
    }


def traps():
    heads = "".join(
        f'<li><a href="/tin/{n}">{title}</a></li>' for n, title in enumerate(TITLES[:7])
    )
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
        undated=f"<ul>{heads}</ul>",
        dated=old,
        old=OLD,
        label="habit trap",
        alone_at="https://t.gov.vn/trang-chu",
        shell=PLAIN,
    )


def every_case():
    return [*lists(), *articles(), *traps()]
