# ruff: noqa: E501  one box of a page a line
"""A fourth labelled set: whole front pages and article pages, box by box, as portals compose them."""

from datetime import date

from tests.members.composed import SENTENCES, TITLES, prose
from tests.members.labelled import Case

T, S = TITLES, SENTENCES
CSS = "<style>" + "body .x{margin:0;padding:0}" * 1500 + "</style>"


def _page(body, title="UBND phường Bến Thành", head="", lang="vi-VN"):
    return f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'><title>{title}</title>{head}{CSS}</head><body>{body}</body></html>"


def liferay_front():
    items = "".join(
        f"<li class='clearfix'><a class='anh' href='/web/guest/-/tin-{n}'><img src='/documents/10184/{n}.jpg' alt=''></a><a class='tieude' href='/web/guest/-/tin-{n}?inheritRedirect=true'>{T[n]}</a><span class='ngay'>({d})</span><p>{S[n % 6]}</p></li>"
        for n, d in enumerate(("19/11/2026", "18/11/2026", "16/11/2026", "11/11/2026"))
    )
    notices = "".join(
        f"<li><a href='/web/guest/thong-bao/-/tb{n}'>{T[8 + n]}</a></li>" for n in range(4)
    )
    return (
        _page(f"""<div id='wrapper'><header id='banner' role='banner'><div id='heading'><img src='/banner.jpg'></div><div class='top-link'><span id='thoigian'>Thứ Hai, 23/11/2026, 9:15 (GMT+7)</span><a href='/c/portal/login'>Đăng nhập</a></div></header>
    <nav id='navigation'><ul role='menubar'><li><a href='/web/guest/home'><span>Trang chủ</span></a></li><li><a href='/web/guest/gioi-thieu'><span>Giới thiệu chung về phường Bến Thành</span></a></li></ul></nav>
    <div class='columns-3' id='main-content' role='main'><div class='portlet-layout'><div class='portlet-column'><div class='portlet-dropzone'><div class='portlet-boundary' id='p_p_id_101_'><div class='tin-noi-bat'><h2>Tin nổi bật</h2><ul>{items}</ul></div></div>
    <div class='portlet-boundary'><h2>Thông báo</h2><ul>{notices}</ul></div></div></div>
    <div class='portlet-column'><div class='box'><h2>Văn bản mới</h2><ul><li><a href='/vb/1'>Về việc tăng cường công tác phòng cháy chữa cháy</a><br>Số: 1812/UBND-VX - Ngày: 21/11/2026</li><li><a href='/vb/2'>Về việc triển khai kế hoạch cải cách hành chính</a><br>Số: 77/KH-UBND - Ngày: 20/11/2026</li></ul></div>
    <div class='box'><h2>Thống kê truy cập</h2><p>Hôm nay: 345</p><p>Tất cả: 1.234.567</p></div></div></div></div>
    <footer id='footer' role='contentinfo'><p>Bản quyền © 2026 UBND phường Bến Thành</p></footer></div>"""),
        "https://benthanh.hochiminhcity.gov.vn/web/guest/home",
        date(2026, 11, 19),
    )


def table_front():
    rows = "".join(
        f"<tr><td width='120'><a href='tintuc.asp?id={n}'><img src='upload/{n}.jpg' width='110'></a></td><td valign='top'><a class='tin' href='tintuc.asp?id={n}'>{T[n]}</a> <font size='1' color='#999999'>({d})</font><br>{S[n % 6]} <a href='tintuc.asp?id={n}'>[Chi tiết]</a></td></tr>"
        for n, d in enumerate(("02/04/2025", "28/03/2025", "11/03/2025"))
    )
    return (
        _page(
            f"<table width='1000' align='center'><tr><td colspan='3'><img src='banner.gif'></td></tr><tr><td colspan='3' bgcolor='#cc0000'><a href='/'>Trang chủ</a> | <a href='gt.asp'>Giới thiệu</a> | <a href='vb.asp'>Văn bản</a></td></tr><tr><td colspan='3'><b>Thứ Hai, ngày 23 tháng 11 năm 2026</b></td></tr><tr><td width='200' valign='top'><table><tr><td><b>Liên kết</b></td></tr><tr><td><select><option>-- Liên kết --</option></select></td></tr></table></td><td valign='top'><table width='100%'>{rows}</table></td><td width='200' valign='top'><table><tr><td>Lượt truy cập: 123456</td></tr><tr><td>Hôm nay: 23/11/2026</td></tr></table></td></tr><tr><td colspan='3' align='center'>Copyright 2010-2026. Cập nhật ngày 23/11/2026</td></tr></table>"
        ),
        "http://ubnd.example.gov.vn/default.asp",
        date(2025, 4, 2),
    )


def bootstrap_front():
    slides = "".join(
        f"<div class='carousel-item {'active' if n == 0 else ''}'><a href='/bai-viet/{n}'><img src='/{n}.jpg' class='d-block w-100' alt='{T[n]}'></a><div class='carousel-caption d-none d-md-block'><h5><a href='/bai-viet/{n}'>{T[n]}</a></h5></div></div>"
        for n in range(3)
    )
    cards = "".join(
        f"<div class='col-md-4'><div class='card'><a href='/bai-viet/{n}'><img class='card-img-top' src='/{n}.jpg'></a><div class='card-body'><h6 class='card-title'><a href='/bai-viet/{n}'>{T[n]}</a></h6><small class='text-muted'><i class='far fa-calendar-alt'></i> {d}</small></div></div></div>"
        for n, d in enumerate(
            ("22/11/2026", "21/11/2026", "20/11/2026", "20/11/2026", "18/11/2026", "17/11/2026"), 3
        )
    )
    events = "".join(
        f"<div class='event-item'><div class='event-date'><span>{d}</span><span>11</span></div><a href='/su-kien/{n}'>{T[10 + n]}</a></div>"
        for n, d in enumerate((24, 26, 28))
    )
    return (
        _page(
            f"<div class='topbar'><div class='container d-flex'><div class='date-now'>Thứ Hai, 23/11/2026 09:15:33</div><a href='/en'>English</a></div></div><nav class='navbar navbar-expand-lg'><ul class='navbar-nav'><li class='nav-item'><a class='nav-link' href='/'>Trang chủ</a></li></ul></nav><main><div id='carousel' class='carousel slide'>{slides}</div><section><h2 class='section-title'>Tin tức - Sự kiện</h2><div class='row'>{cards}</div></section><section class='events'><h2 class='section-title'>Sự kiện sắp diễn ra</h2>{events}</section></main><footer class='bg-dark'><p>© 2026</p></footer>"
        ),
        "https://so.example.gov.vn/",
        date(2026, 11, 22),
    )


def sharepoint_front():
    rows = "".join(
        f"<li><div class='img'><a href='/tintuc/Lists/Posts/Post.aspx?CategoryId=2&ItemID={n}'><img src='/PublishingImages/{n}.jpg'></a></div><div class='info'><h3><a href='/tintuc/Lists/Posts/Post.aspx?CategoryId=2&ItemID={n}'>{T[n]}</a></h3><span class='post-time'>{d}</span></div></li>"
        for n, d in enumerate(
            ("11/9/2026 7:36 AM", "11/6/2026 4:30 PM", "11/2/2026 8:02 AM", "10/28/2026 3:15 PM")
        )
    )
    return (
        _page(
            f"<form id='aspnetForm'><div id='s4-workspace'><div id='s4-bodyContainer'><div class='header'><div class='clock-top' id='divClock'></div></div><div id='contentRow'><div class='ms-webpart-zone'><div class='ms-webpartzone-cell'><div class='newsbox'><div class='title'>TIN TỨC - SỰ KIỆN</div><ul class='newslist'>{rows}</ul></div></div></div><div class='ms-webpart-zone'><div class='calendarbox'><div class='title'>LỊCH LÀM VIỆC</div><table><tr><td>Thứ 2 - 11/23/2026</td><td>Họp giao ban</td></tr></table></div></div></div></div></div></form>",
            lang="en-US",
        ),
        "https://stttt.example.gov.vn/Pages/default.aspx",
        date(2026, 11, 9),
    )


def vnpt_article():
    return (
        _page(
            f"<div class='Header'><div class='HeaderDate'>Thứ hai, 23/11/2026</div></div><div class='MenuTop'><ul><li><a href='/'>Trang chủ</a></li></ul></div><div class='Content'><div class='Left'><div class='Breadcrumb'><a href='/tin-tuc'>Tin tức</a></div><div class='ArticleDetail'><h1 class='Title'>{T[5]}</h1><div class='ArticleInfo'><span class='PostDate'>18/11/2026 10:22</span> <span>Lượt xem: 123</span> <a href='#'>Đọc bài viết</a></div><div class='Abstract'>{S[2]}</div><div class='ArticleContent'>{prose('ngày 17/11')}</div><div class='Author'>Văn phòng UBND</div></div><div class='OtherNews'><div class='OtherTitle'>Tin khác</div><ul><li><a href='/a'>{T[6]}</a><span>(20/11/2026)</span></li><li><a href='/b'>{T[7]}</a><span>(19/11/2026)</span></li></ul></div></div><div class='Right'><div class='BoxTitle'>Thông báo</div><ul><li><a href='/c'>{T[9]}</a> <span>21/11/2026</span></li></ul></div></div><div class='Footer'>Cập nhật: 23/11/2026</div>",
            title=f"{T[5]} - Cổng thông tin",
        ),
        "https://xa.example.gov.vn/tin-trong-xa/kham-suc-khoe-mien-phi-cho-nguoi-cao-tuoi-1102291",
        date(2026, 11, 18),
    )


def nukeviet_front():
    blocks = "".join(
        f"<div class='news_column'><div class='panel panel-default clearfix'><div class='panel-heading'><ul class='list-inline sub-list-icon'><li><h4><a title='Tin' href='/news/c{c}/'><span>Chuyên mục {c}</span></a></h4></li></ul></div><div class='panel-body'><div class='row'><div class='col-md-16'><a href='/news/c{c}/x{c}.html'><img src='/assets/news/x.jpg'></a><h3><a href='/news/c{c}/{c}-x.html'>{T[c]}</a></h3><div class='text-muted'><ul class='list-unstyled list-inline'><li><em class='fa fa-clock-o'>&nbsp;</em> {d} 03:15:00 PM</li></ul></div>{S[c]}</div><ul class='related list-items col-md-8'><li class='icon_list'><a class='show' href='/news/c{c}/y.html'>{T[c + 4]}</a></li></ul></div></div></div></div>"
        for c, d in enumerate(("05/10/2026", "12/09/2026", "30/06/2026"))
    )
    return (
        _page(
            f"<div class='wraper'><header><div class='container'><div id='header'><div class='logo'></div></div></div></header><nav class='second-nav'><div class='bg'><div class='clearfix'><div class='col-xs-24'><span class='current-time'>Thứ hai, 23/11/2026, 09:15</span></div></div></div></nav><section><div class='container' id='body'><div class='row'><div class='col-sm-16'>{blocks}</div><div class='col-sm-8'><div class='panel panel-primary'><div class='panel-heading'>Thống kê</div><div class='panel-body'><ul class='counter list-none display-table'><li><span><em class='fa fa-filter'></em>Hôm nay</span><span>1,234</span></li></ul></div></div></div></div></div></section><footer id='footer'>© Bản quyền thuộc về Trường</footer></div>",
            head="<meta name='generator' content='NukeViet v4.5'><meta property='og:type' content='website'>",
        ),
        "https://truong.example.edu.vn/",
        date(2026, 10, 5),
    )


def wordpress_front():
    posts = "".join(
        f"<div class='post-item post-{n}'><div class='post-thumb'><a href='https://w.gov.vn/bai-{n}/'><img></a></div><div class='post-content'><h3 class='post-title'><a href='https://w.gov.vn/bai-{n}/'>{T[n]}</a></h3><div class='post-meta'><span class='post-date'>{d}</span> <span class='post-comments'><a href='https://w.gov.vn/bai-{n}/#respond'>0 Bình luận</a></span></div><p>{S[n % 6]}</p></div></div>"
        for n, d in enumerate(
            ("Tháng mười một 17, 2026", "Tháng mười một 12, 2026", "Tháng mười 30, 2026")
        )
    )
    graph = '<script type=\'application/ld+json\'>{"@graph":[{"@type":"WebPage","datePublished":"2021-03-01T00:00:00+00:00","dateModified":"2026-11-23T01:00:00+00:00"},{"@type":"WebSite"}]}</script><meta property=\'article:modified_time\' content=\'2026-11-23T01:00:00+00:00\'>'
    recent = "<aside class='widget widget_recent_comments'><h4>Bình luận mới</h4><ul><li>A trong <a href='/x#comment-1'>Một bài viết đã có từ lâu rồi</a> 22/11/2026</li></ul></aside><aside class='widget widget_archive'><h4>Lưu trữ</h4><ul><li><a href='/2026/11/'>Tháng Mười Một 2026</a></li></ul></aside>"
    return (
        _page(
            f"<div id='page'><header class='site-header'><div class='top-date'>Thứ Hai, Tháng Mười Một 23, 2026</div></header><div class='main-content'>{posts}</div>{recent}<footer class='site-footer'>© 2026</footer></div>",
            head=graph,
        ),
        "https://w.gov.vn/",
        date(2026, 11, 17),
    )


def department_list():
    rows = "".join(
        f"<tr><td>{n}</td><td><a href='/thong-bao/chi-tiet/{n}'>{T[n]}</a></td><td>{d}</td><td><a href='/f/{n}'>Tải về</a></td></tr>"
        for n, d in enumerate(("16/11/2026", "09/11/2026", "02/11/2026"), 1)
    )
    return (
        _page(
            f"<div class='container'><h1>Thông báo</h1><form><label>Từ ngày</label><input type='text' value='01/11/2026'><label>Đến ngày</label><input type='text' value='23/11/2026'></form><table class='table table-bordered'><thead><tr><th>STT</th><th>Tiêu đề</th><th>Ngày đăng</th><th>Tệp</th></tr></thead><tbody>{rows}</tbody></table><ul class='pagination'><li><a href='?page=1'>1</a></li></ul></div>"
        ),
        "https://so.example.gov.vn/thong-bao",
        date(2026, 11, 16),
    )


def document_register():
    rows = "".join(
        f"<tr><td>{n}</td><td><a href='/vb/{n}'>{n}/QĐ-SXD</a></td><td>{d}</td><td><a href='/vb/{n}'>Quyết định về việc ban hành quy chế làm việc của Sở</a></td></tr>"
        for n, d in enumerate(("20/11/2026", "12/11/2026", "02/11/2026"), 1)
    )
    return (
        _page(
            f"<div class='container'><h1>Hệ thống văn bản</h1><table><tr><th>STT</th><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr>{rows}</table></div>"
        ),
        "https://so.example.gov.vn/van-ban",
        None,
    )


def static_about():
    return (
        _page(
            f"<div class='container'><div class='date'>Thứ Hai, 23/11/2026</div><h1>Giới thiệu chung</h1>{prose('năm 1976', 6)}<p>Được thành lập theo Nghị quyết số 1685/NQ-UBTVQH15 ngày 16/6/2025.</p></div>",
            title="Giới thiệu chung",
        ),
        "https://so.example.gov.vn/gioi-thieu-chung",
        None,
    )


def newspaper_article():
    return (
        _page(
            f"<div class='detail__header'><div class='detail__breadcrumb'><a href='/thoi-su.htm'>Thời sự</a></div><div class='detail__time' data-role='publishdate'>18/11/2026 18:40</div></div><h1 class='detail__title' data-role='title'>{T[7]}</h1><div class='detail__content'>{prose('18/11')}</div><div class='detail__related'><div class='box-title'>Tin liên quan</div><a href='/x-1.htm'>{T[8]}</a></div>",
            title=T[7],
            head="<meta property='article:published_time' content='2026-11-18T18:40:00'><meta property='article:modified_time' content='2026-11-23T08:40:00'>",
        ),
        "https://tphcm.example.vn/khanh-thanh-tuyen-duong-do-nhan-dan-gop-dat-101261118184012345.htm",
        date(2026, 11, 18),
    )


def ward_tailwind():
    items = "".join(
        f"<a href='/tin-tuc/{n}' class='block group'><div class='aspect-video'><img></div><div class='p-4'><div class='flex items-center gap-2 text-xs'><svg></svg><time>{d}</time><span>•</span><span>Văn hóa</span></div><h3 class='mt-2 font-bold'>{T[n]}</h3><p class='line-clamp-2'>{S[n % 6]}</p></div></a>"
        for n, d in enumerate(("15 tháng 11, 2026", "13 tháng 11, 2026", "1 tháng 11, 2026"))
    )
    return (
        _page(
            f"<div id='__next'><header class='sticky top-0'><div class='hidden md:block'>Thứ Hai, 23 tháng 11, 2026</div></header><main class='grid'>{items}</main><footer class='mt-8'>© 2026 · Cập nhật 23/11/2026</footer></div><script id='__NEXT_DATA__' type='application/json'>{{\"now\":\"2026-11-23\"}}</script>"
        ),
        "https://phuong.example.gov.vn/",
        date(2026, 11, 15),
    )


def english_front():
    items = "".join(
        f"<div class='views-row'><article><h3><a href='/en/news/{n}'>The city holds a meeting with businesses number {n}</a></h3><div class='field--name-created'>{d}</div></article></div>"
        for n, d in enumerate(
            ("Tue, 11/17/2026 - 09:30", "Thu, 11/12/2026 - 14:00", "Mon, 11/09/2026 - 08:00")
        )
    )
    return (
        _page(
            f"<div class='layout-container'><header role='banner'>Monday, November 23, 2026</header><main>{items}</main><footer role='contentinfo'>Copyright 2026</footer></div>",
            lang="en",
        ),
        "https://english.example.gov.vn/en",
        date(2026, 11, 17),
    )


def dead_site():
    items = "".join(
        f"<div class='tin'><a href='/t/{n}'>{T[n]}</a><div class='ngay'>Ngày đăng: {d} - Lượt xem: 45{n}</div></div>"
        for n, d in enumerate(("12/06/2021", "03/05/2021", "28/04/2021"))
    )
    return (
        _page(
            f"<div id='top'><div class='fl'>Hôm nay, Thứ Hai ngày 23 tháng 11 năm 2026</div></div><div class='main'>{items}</div><div id='right'><div class='tygia'><h3>Tỷ giá</h3><p>Ngày 23/11/2026</p></div><div class='lich'><h3>Lịch vạn niên</h3><p>23</p><p>Tháng 11</p></div></div><div class='bottom'><p>Website đang trong quá trình thử nghiệm. © 2026</p></div>"
        ),
        "https://huyen.example.gov.vn/trang-chu",
        date(2021, 6, 12),
    )


def schedule_page():
    rows = "".join(
        f"<tr><td><b>{w}</b><br>{d}</td><td>08:00</td><td><a href='/l/{n}'>Dự hội nghị trực tuyến về cải cách hành chính</a></td></tr>"
        for n, (w, d) in enumerate(
            (("Thứ Hai", "23/11/2026"), ("Thứ Ba", "24/11/2026"), ("Thứ Tư", "25/11/2026"))
        )
    )
    return (
        _page(
            f"<h1>Lịch công tác của lãnh đạo</h1><p>Từ ngày 23/11/2026 đến ngày 29/11/2026</p><table><tr><th>Ngày</th><th>Giờ</th><th>Nội dung</th></tr>{rows}</table>",
            title="Lịch công tác",
        ),
        "https://so.example.gov.vn/lich-cong-tac",
        None,
    )


def readmore_front():
    items = "".join(
        f"<div class='entry'><h2>{T[n]}</h2><span class='meta'>{d}</span><p>{S[n % 6]}</p><a class='btn' href='/tin/{n}'>Xem chi tiết »</a></div>"
        for n, d in enumerate(("10/11/2026", "07/11/2026", "01/11/2026"))
    )
    return (
        _page(f"<div class='wrap'>{items}</div><div id='footer'>23/11/2026</div>"),
        "https://r.example.gov.vn/",
        date(2026, 11, 10),
    )


def old_article_with_widgets():
    return (
        _page(
            f"<div id='sidebar-left'><div class='module'><h3>Tin mới nhất</h3><ul><li><a href='/m1'>{T[1]}</a> <em>22/11/2026</em></li><li><a href='/m2'>{T[2]}</a> <em>21/11/2026</em></li></ul></div></div><div id='content'><div class='item-page'><h2>{T[12]}</h2><dl class='article-info'><dd class='published'>Được đăng ngày 04 Tháng 9 2023</dd><dd class='hits'>Lượt xem: 812</dd></dl>{prose('02/9')}</div></div>",
            title=f"{T[12]}",
        ),
        "https://j.example.gov.vn/index.php/tin-tuc/87-doan-dai-bieu",
        date(2023, 9, 4),
    )


def every_case():
    makers = (
        liferay_front,
        table_front,
        bootstrap_front,
        sharepoint_front,
        vnpt_article,
        nukeviet_front,
        wordpress_front,
        department_list,
        document_register,
        static_about,
        newspaper_article,
        ward_tailwind,
        english_front,
        dead_site,
        schedule_page,
        readmore_front,
        old_article_with_widgets,
    )
    rows = [(maker.__name__.replace("_", " "), *maker()) for maker in makers]
    return [
        Case(f"portal {name}", html, url, day, is_trap=day is None) for name, html, url, day in rows
    ]
