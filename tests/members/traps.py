# ruff: noqa: E501  one case a line
"""What is no news: pieces of pages and whole pages with days that nothing was published on."""

from datetime import date

from tests.members import composed
from tests.members.composed import (
    ARTICLES,
    LISTS,
    TITLES,
    Shell,
    linked_data,
    page,
    prose,
    rows,
    slug,
)
from tests.members.labelled import Case, traps_of
from tests.members.spellings import SPELLINGS

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
    yield from traps_of(trap_parts(), undated=undated, dated=old, old=OLD)
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
            linked_data(
                {"@type": "WebPage", "datePublished": "2026-11-23", "dateModified": "2026-11-23"}
            ),
            None,
        ),
        (
            "event in JSON-LD",
            dateless,
            linked_data({"@type": "Event", "startDate": "2026-11-22", "name": "Hội nghị"}),
            None,
        ),
        (
            "future in JSON-LD",
            article,
            linked_data({"@type": "NewsArticle", "headline": title, "datePublished": "2027-01-01"}),
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
