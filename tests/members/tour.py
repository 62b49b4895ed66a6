# ruff: noqa: E501  a piece of a real template is easier to compare on one line
"""A tour of portals of every make and age: lists, articles and pages that prove no day of news."""

from datetime import date

from tests.members.labelled import Case
from tests.members.spellings import SAID

D = date(2026, 11, 20)
DAYS = [
    date(2026, 11, 20),
    date(2026, 11, 18),
    date(2026, 11, 11),
    date(2026, 10, 29),
    date(2026, 10, 2),
]
OLD = [date(2025, 8, 14), date(2025, 8, 1), date(2025, 7, 21), date(2025, 6, 30), date(2025, 5, 9)]
WEEK = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"]
HEADLINES = [
    "Xã Bình Lợi bàn giao công trình nước sạch cho 120 hộ dân",
    "Mở lớp dạy nghề điện lạnh miễn phí cho thanh niên",
    "Rà soát hộ kinh doanh chuyển sang hóa đơn điện tử",
    "Hội Phụ nữ ra mắt mô hình chợ không túi ni lông",
    "Khen thưởng bảo vệ dân phố bắt cướp giữa ban ngày",
]
PATHS = [
    "ban-giao-cong-trinh-nuoc-sach",
    "mo-lop-day-nghe-dien-lanh",
    "ra-soat-ho-kinh-doanh",
    "cho-khong-tui-ni-long",
    "khen-thuong-bao-ve-dan-pho",
]
SUMMARY = "Công trình do ngân sách và bà con cùng đóng góp, giúp các hộ ở cuối tuyến kênh không còn phải mua nước bình vào mùa khô."
TEXT = "".join(
    f"<p>{one}</p>"
    for one in (
        "Bà Phan Thị Sáu, ngụ ấp 4, cho biết trước đây mỗi tháng gia đình tốn gần bảy trăm nghìn đồng tiền nước bình, nay chỉ còn khoảng một phần ba.",
        "Theo lãnh đạo xã, tuyến ống dài hơn ba cây số, đi qua hai cây cầu, được làm trong bốn tháng và nghiệm thu đúng tiến độ.",
        "Giai đoạn sau, xã sẽ kéo thêm tuyến nhánh vào các hẻm nhỏ và lắp đồng hồ điện tử để bà con theo dõi lượng nước dùng hằng ngày trên điện thoại.",
    )
)


def facts(day, number):
    return {
        "d": f"{day:%d}", "m": f"{day:%m}", "y": day.year, "dd": day.day, "mm": day.month, "yy": f"{day:%y}",
        "iso": day.isoformat(), "w": WEEK[day.weekday()], "word": SAID[day.month - 1], "n": number + 1,
        "t": HEADLINES[number % 5], "p": PATHS[number % 5], "s": SUMMARY, "mon": f"{day:%b}", "month": f"{day:%B}",
    }  # fmt: skip


def rows(piece, days=None, *, start=0):
    return "".join(piece.format(**facts(day, at)) for at, day in enumerate(days or DAYS, start))


MENU = '<div id="nav"><ul><li><a href="/">TRANG CHỦ</a></li><li><a href="/gioi-thieu">GIỚI THIỆU CHUNG</a></li><li><a href="/tin-tuc">TIN TỨC</a></li><li><a href="/tthc">THỦ TỤC HÀNH CHÍNH</a></li><li><a href="/lien-he">LIÊN HỆ</a></li></ul></div>'
FOOT = '<div id="footer"><b>TRANG THÔNG TIN ĐIỆN TỬ XÃ BÌNH LỢI</b><br>Giấy phép số 118/GP-STTTT cấp ngày 05/06/2019<br>Bản quyền © 2026. Thiết kế bởi Trung tâm Công nghệ thông tin</div>'


def site(main, *, top="", side="", head="", title="Trang thông tin điện tử xã Bình Lợi"):
    return f"<!DOCTYPE html><html lang=vi><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{top}{MENU}<div class=wrap><div class=left>{main}</div><div class=right>{side}</div></div>{FOOT}</body></html>"


# Every list below shows its newest day as D, once filled with DAYS.
LISTS = {
    "sharepoint spaced dashes": "<div class='item'><a class='tieude' href='/portal/Pages/{y}-{mm}-{dd}/{p}{n}.aspx'>{t}</a><div class='ngay'>Đăng ngày {d} - {m} - {y}</div><div>Lượt xem: 4{n}0</div></div>",
    "liferay short year": "<div class='asset-abstract default-asset-publisher'><h3 class='asset-title'><a href='/-/{p}'>{t}</a></h3><div class='asset-metadata'><span class='metadata-entry metadata-publish-date'>{d}/{m}/{yy} 14:05</span></div><div class='asset-summary'>{s}</div></div>",
    "liferay journal": "<div class='portlet-body'><div class='news-item'><span class='news-title'><a href='/web/binh-loi/{p}?inheritRedirect=true'>{t}</a></span> <span class='news-date'>({d}/{m}/{y} 07:30)</span></div></div>",
    "nukeviet table": "<div class='panel-body'><h4><a href='/vi/news/tin-xa/{p}-{n}21.html' title='{t}'>{t}</a></h4><p class='text-muted'><em class='fa fa-clock-o'>&nbsp;</em>{d}/{m}/{y} 08:05:00 AM <em class='fa fa-eye'>&nbsp;</em>Đã xem: 1{n}3</p></div>",
    "joomla blog": "<div class='item' itemprop='blogPost'><div class='page-header'><h2 itemprop='name'><a href='/index.php/tin/{n}-{p}' itemprop='url'>{t}</a></h2></div><dl class='article-info'><dd class='create'><span class='icon-calendar'></span><time datetime='{iso}T01:05:00+00:00' itemprop='dateCreated'>Được đăng: {d} Tháng {mm} {y}</time></dd></dl></div>",
    "joomla category": "<tr class='cat-list-row0'><td headers='categorylist_header_title' class='list-title'><a href='/tin/{n}-{p}'>{t}</a></td><td class='list-date small'>{dd} Tháng {mm} {y}</td><td class='list-hits'><span class='badge'>Lượt xem: 3{n}</span></td></tr>",
    "dnn american": "<div class='ArticleItem'><span class='Head'><a href='/tin/tabid/61/articleType/ArticleView/articleId/{n}/{p}.aspx'>{t}</a></span><span class='Normal'>{mm}/{dd}/{y} 8:05:00 AM</span><p>{s}</p></div>",
    "wordpress words": "<article class='post type-post'><header><h2 class='entry-title'><a href='/{p}/' rel='bookmark'>{t}</a></h2><div class='entry-meta'><span class='posted-on'><a href='/{p}/'><time class='entry-date published updated' datetime='{iso}T08:05:00+07:00'>{dd} Tháng {word}, {y}</time></a></span></div></header></article>",
    "wordpress plain": "<div class='td-module-meta-info'><h3 class='entry-title td-module-title'><a href='/{p}.html'>{t}</a></h3><span class='td-post-date'>{dd} Tháng {word}, {y}</span></div>",
    "flatsome badge": "<div class='col post-item'><div class='box'><div class='box-text'><h5 class='post-title'><a href='/{p}/'>{t}</a></h5><p>{s}</p></div><div class='badge absolute top post-date'><div class='badge-inner'><span class='post-date-day'>{d}</span><br><span class='post-date-month is-xsmall'>Th{mm}</span></div></div></div></div>",
    "vnportal": "<div class='list_news_item'><a class='news_title' href='/tin-tuc/{p}-{n}0011'>{t}</a><div class='newsdate'>{w}, {d}/{m}/{y} | 08:05 GMT+7</div></div>",
    "updated at": "<div class='r'><a href='/chi-tiet/{n}'>{t}</a><span>Cập nhật lúc: 08:05 {d}/{m}/{y} (GMT+7)</span></div>",
    "table of fonts": "<tr><td><img src='images/b.gif'></td><td><a href='?act=view&id={n}'><font size=2>{t}</font></a> <font color=gray size=1><i>({d}/{m}/{y})</i></font></td></tr>",
    "day, month and year apart": "<div class='ev'><div class='ngaythang'><span class='ngay'>{d}</span><span class='thang'>Tháng {m}</span><span class='nam'>{y}</span></div><h4><a href='/bai/{n}'>{t}</a></h4></div>",
    "slash over two elements": "<li><div class='dt'><strong>{d}</strong>/<small>{m}/{y}</small></div><a href='/bai/{n}'>{t}</a></li>",
    "month abroad": "<li class='clearfix'><time class='cal'><b>{d}</b> <em>{mon}</em> <u>{y}</u></time><p><a href='/bai/{n}'>{t}</a></p></li>",
    "time element without words": "<div class='c'><time datetime='{iso}'></time><a href='/bai/{n}'>{t}</a></div>",
    "title of ago": "<div class='c'><a href='/bai/{n}'>{t}</a> <abbr class='timeago' title='{d}/{m}/{y} 08:05'>mấy hôm trước</abbr></div>",
    "data of script": "<div class='c' data-published='{iso}T08:05:00'><a href='/bai/{n}'>{t}</a><span class='js-ago'></span></div>",
    "microdata": "<div itemscope itemtype='https://schema.org/NewsArticle'><h3 itemprop='headline'><a itemprop='url' href='/bai/{n}'>{t}</a></h3><meta itemprop='datePublished' content='{iso}T08:05:00+07:00'></div>",
    "webforms repeater": "<div class='tin'><a id='ctl00_cph_rptTin_ctl0{n}_hpl' href='ChiTiet.aspx?id={n}'>{t}</a><span id='ctl00_cph_rptTin_ctl0{n}_lblNgay' class='lblNgay'>({w}, {dd}/{mm}/{y}, 8:05)</span></div>",
    "hyphens": "<li><a href='/bai/{n}'>{t}</a><span class='date'>{d}-{m}-{y}</span></li>",
    "dots": "<li><span class='date'>{d}.{m}.{y}</span> – <a href='/bai/{n}'>{t}</a></li>",
    "in words": "<li><a href='/bai/{n}'>{t}</a><br><i>Ngày {d} tháng {m} năm {y}</i></li>",
    "english": "<li><a href='/en/news/{n}'>{t}</a><span class='meta'>{month} {dd}, {y}</span></li>",
    "who and when": "<div class='post'><h2><a href='/bai/{n}'>{t}</a></h2><p class='by'>Văn phòng - Thống kê xã | {d}/{m}/{y} - 15:42 | 0 bình luận</p></div>",
    "grid of icons": "<div class='grid-item'><a href='/bai/{n}'><img src='/t{n}.jpg' alt='{t}'></a><a href='/bai/{n}' class='line-2'>{t}</a><div class='flex'><svg class='i'><path d='M1 1'/></svg><span>{d}/{m}/{y}</span></div></div>",
    "list of dl": "<dt><a href='/bai/{n}'>{t}</a></dt><dd class='small'>{d}/{m}/{y}</dd><dd>{s}</dd>",
    "date before headline": "<div class='rowx'><div class='cot1'>{d}/{m}/{y}</div><div class='cot2'><a href='/bai/{n}'>{t}</a></div></div>",
    "hour first": "<div class='n'><a href='/bai/{n}'>{t}</a><span>15:42 | {d}/{m}/{y}</span></div>",
    "h and minutes": "<div class='n'><a href='/bai/{n}'>{t}</a><span>15h42, ngày {d}/{m}/{y}</span></div>",
    "notices": "<li class='tb'><a href='/thong-bao/{n}'>{t} <img src='/new.gif' alt='mới'></a> [{d}/{m}/{y}]</li>",
}  # fmt: skip

LEDGERS = {"joomla category", "table of fonts"}
YEARLESS = {"flatsome badge"}
PAGERS = "<div class='pager'><span>1</span> <a href=\"javascript:__doPostBack('ctl00$cph$grv','Page$2')\">2</a> <a href=\"javascript:__doPostBack('ctl00$cph$grv','Page$11')\">...</a></div>"
CLOCK = "<div class='today'>Hôm nay, Thứ Hai, ngày 23 tháng 11 năm 2026 - 09:14:55</div>"


def lists():
    for at, (name, piece) in enumerate(LISTS.items()):
        wrap = "<table>{}</table>" if name in LEDGERS else "<div class='list'>{}</div>"
        at_url = f"https://binhloi{at}.gov.vn/tin-tuc"
        yield Case(
            f"tour {name}",
            site("<h2>Tin hoạt động</h2>" + wrap.format(rows(piece)) + PAGERS),
            at_url,
            D,
        )
        if name not in YEARLESS:
            html = site(wrap.format(rows(piece, OLD)), top=CLOCK, side=WIDGETS)
            yield Case(f"tour {name}, long ago", html, at_url, OLD[0], is_trap=True)


# What stands beside news on many portals and proves no day of news.
WIDGETS = "<div class='w'><h4>Thống kê truy cập</h4>Đang online: 12<br>Hôm nay: 231 (23/11/2026)<br>Tất cả: 1.204.511</div><div class='w'><h4>Thời tiết</h4>Thứ Hai 23/11: 24 - 31°C<br>Thứ Ba 24/11: 25 - 32°C</div>"
BESIDE = {
    "rates": "<table class='tygia'><caption>Tỷ giá ngày 23/11/2026</caption><tr><td>USD</td><td>25.888</td></tr></table>",
    "gold": "<div>Giá vàng SJC cập nhật 08:30 23/11/2026: 88,5 - 90,2</div>",
    "weather": WIDGETS,
    "documents": "<table><tr><th>Số hiệu</th><th>Trích yếu</th><th>Ngày ban hành</th><th>Hiệu lực</th></tr><tr><td>412/QĐ-UBND</td><td><a href='/vb/412'>Quyết định về việc phân công nhiệm vụ các thành viên UBND xã</a></td><td>20/11/2026</td><td>01/12/2026</td></tr><tr><td>118/KH-UBND</td><td><a href='/vb/118'>Kế hoạch phòng cháy mùa khô trên địa bàn xã năm 2027</a></td><td>17/11/2026</td><td></td></tr></table>",
    "documents in boxes": "<div class='vb'><a href='/vb/9'>Nghị quyết số 27/NQ-HĐND về dự toán ngân sách</a><p>Ngày ban hành: 19/11/2026</p><p>Ngày hiệu lực: 22/11/2026</p></div>",
    "working week": "<h3>Lịch công tác tuần 48 (từ 23/11/2026 đến 29/11/2026)</h3><ul><li>Thứ Hai 23/11: Giao ban thường trực</li><li>Thứ Ba 24/11: Tiếp công dân</li></ul>",
    "events ahead": "<div class='sukien'><span class='d'>30</span><span class='m'>Th11</span><a href='/su-kien/1'>Hội nghị tổng kết phong trào thi đua yêu nước</a></div>",
    "calendar control": "<table id='Calendar1'><tr><td colspan=7>Tháng Mười Một 2026</td></tr><tr><td><a href=\"javascript:__doPostBack('Calendar1','9822')\" title='22 Tháng Mười Một'>22</a></td><td><a href=\"javascript:__doPostBack('Calendar1','9823')\" title='23 Tháng Mười Một'>23</a></td></tr></table>",
    "archive by month": "<ul><li><a href='/2026/11/'>Tháng Mười Một 2026</a> (12)</li><li><a href='/2026/10/'>Tháng Mười 2026</a> (9)</li></ul>",
    "anniversary": "<div class='banner'><img src='/b.jpg' alt='Kỷ niệm 96 năm ngày truyền thống MTTQ 18/11/1930 - 18/11/2026'>Chào mừng Ngày Nhà giáo Việt Nam 20/11</div>",
    "poll": "<div>Thăm dò ý kiến (từ 20/11/2026 đến 30/11/2026)<br><input type=radio name=q> Hài lòng</div>",
    "questions": "<div class='hd'><a href='/hoi-dap/8'>Thủ tục tách thửa đất nông nghiệp như thế nào?</a><br>Ngày hỏi: 21/11/2026 - Ngày trả lời: 22/11/2026</div>",
    "tenders": "<div class='dt'><a href='/moi-thau/3'>Mời thầu sửa chữa đường tổ 7 ấp 2</a><br>Thời điểm đóng thầu: 22/11/2026 09:00</div>",
    "jobs": "<div><a href='/tuyen-dung/2'>Tuyển nhân viên hợp đồng văn phòng ủy ban xã</a> - Hạn nộp hồ sơ: 21/11/2026</div>",
    "dossiers": "<table><tr><th>Mã hồ sơ</th><th>Ngày nhận</th><th>Hẹn trả</th></tr><tr><td>H29.14-261120-0003</td><td>20/11/2026</td><td>25/11/2026</td></tr></table>",
    "version of files": "<script src='/js/app.js?v=20261123'></script><link rel=stylesheet href='/css/site.css?ver=2026.11.23'><!-- Page cached 2026-11-23 08:00:01 -->",
    "date field": "<form><input type='date' name='tu' value='2026-11-01'><input type='text' class='datepicker' value='23/11/2026'><button>Tìm</button></form>",
    "page brought up to date": "<div class='bar'>Trang được cập nhật lần cuối: 23/11/2026 07:00</div>",
    "moon": "<div>Thứ Hai 23/11/2026 (14/10 Bính Ngọ)</div>",
    "water": "<div class='muc-nuoc'>Mực nước trạm Phú An lúc 7h ngày 23/11/2026: 1,42 m</div>",
    "sickness": "<div><b>Sốt xuất huyết</b>: tính đến 22/11/2026 có 14 ca</div>",
    "licence of music": "<div>Đã ký hợp đồng duy trì tên miền đến 22/11/2026, chứng thư đến 20/11/2026</div>",
    "sign in": "<div>Lần đăng nhập cuối: 22/11/2026 21:15 | Phiên làm việc hết hạn 23/11/2026 10:00</div>",
    "law soon in force": "<ul><li><a href='/luat/1'>Luật Dữ liệu có hiệu lực từ ngày 22/11/2026</a></li></ul>",
    "deadline of citizens": "<p class='run'>Bà con đăng ký tiêm chủng trước ngày 22/11/2026 tại trạm y tế</p>",
    "power cuts": "<table><caption>Lịch cúp điện</caption><tr><td>Ấp 3</td><td>22/11/2026 08:00 - 16:00</td></tr></table>",
    "photo of today": "<a href='/thu-vien'><img src='/upload/2026/11/22/anh-bia.jpg' alt=''></a>",
    "chart": "<script>var data=[{x:'2026-11-21',y:12},{x:'2026-11-22',y:19}];</script><div id='bieudo'></div>",
    "published page for machines": "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\",\"name\":\"Trang chủ\",\"datePublished\":\"2019-06-05T00:00:00+00:00\",\"dateModified\":\"2026-11-22T03:00:00+00:00\"}]}</script>",
}  # fmt: skip

UNDATED = "".join(f"<li><a href='/bai/{at}'>{one}</a></li>" for at, one in enumerate(HEADLINES))


def beside():
    for name, part in BESIDE.items():
        yield Case(
            f"tour {name}, no dates",
            site(f"<ul>{UNDATED}</ul>", side=part),
            "https://binhloi.gov.vn/",
            None,
            is_trap=True,
        )
        html = site(part + "<h2>Tin</h2>" + rows(LISTS["hyphens"], OLD))
        yield Case(f"tour {name}, old news", html, "https://binhloi.gov.vn/", OLD[0], is_trap=True)


LINES = {
    "day and hour": "<div class='date'>Thứ Sáu, 20/11/2026, 08:05</div>",
    "posted by": "<p><i>Đăng bởi: Ban biên tập - Ngày đăng: 20/11/2026 - Lượt xem: 511</i></p>",
    "sharepoint": "<div class='ngaydang'>Đăng ngày 20 - 11 - 2026<br>Lượt xem: 400<br>100%</div>",
    "nukeviet": "<em class='pull-left h-time'>Thứ sáu - 20/11/2026 08:05</em><ul class='list-inline text-right'><li><a href='#'>In ra</a></li></ul>",
    "joomla": "<dl class='article-info'><dd class='published'><time datetime='2026-11-20T01:05:00+00:00' itemprop='datePublished'>Ngày đăng: 20 Tháng 11 2026</time></dd><dd class='modified'><time datetime='2026-11-22T01:05:00+00:00' itemprop='dateModified'>Cập nhật lần cuối: 22 Tháng 11 2026</time></dd></dl>",
    "dnn": "<span class='CreatedDate'>20/11/2026 8:05:00 SA</span>",
    "words": "<p class='post-date'>Ngày 20 tháng 11 năm 2026</p>",
    "split": "<div class='dbox'><span>20</span><span>11</span><span>2026</span></div>",
    "gmt": "<span class='time'>08:05 | 20/11/2026 GMT+7</span>",
    "time element": "<time datetime='2026-11-20T08:05'>thứ sáu tuần trước</time>",
    "afternoon": "<span>20/11/2026 3:42 CH</span>",
}
MACHINES = {
    "published time": "<meta property='article:published_time' content='2026-11-20T08:05:00+07:00'><meta property='article:modified_time' content='2026-11-22T08:05:00+07:00'>",
    "json": "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"datePublished\":\"2026-11-20T08:05:00+07:00\",\"dateModified\":\"2026-11-22T09:00:00+07:00\"}</script>",
    "dublin core": "<meta name='DC.date.issued' content='2026-11-20'>",
    "pubdate": "<meta itemprop='datePublished' content='2026-11-20T08:05:00+07:00'>",
}  # fmt: skip
RELATED = (
    "<div class='cung-chuyen-muc'><h3>Các tin khác</h3>"
    + rows(
        "<li><a href='/bai/{n}'>{t}</a> ({d}/{m}/{y})</li>",
        [date(2026, 11, 23), date(2026, 11, 22), date(2026, 11, 21)],
        start=1,
    )
    + "</div>"
)
TAIL = "<p>Lễ bàn giao tiếp theo dự kiến ngày 25/12/2026. Trước đó, ngày 14/8/2025, xã đã khởi công tuyến ống theo Quyết định số 77/QĐ-UBND ngày 02/7/2025.</p>"


def articles():
    at_url = f"https://binhloi.gov.vn/tin-tuc/{PATHS[0]}-551.html"
    title = HEADLINES[0]
    for name, line in LINES.items():
        yield Case(
            f"tour article {name}",
            site(f"<h1>{title}</h1>{line}{TEXT}{TAIL}", side=RELATED, top=CLOCK, title=title),
            at_url,
            D,
        )
    for name, head in MACHINES.items():
        yield Case(
            f"tour article {name}",
            site(f"<h1>{title}</h1>{TEXT}{TAIL}{RELATED}", head=head, top=CLOCK, title=title),
            at_url,
            D,
        )
    end = "<p style='text-align:right'>Bình Lợi, ngày 20 tháng 11 năm 2026</p>"
    yield Case(
        "tour article without a day",
        site(f"<h1>{title}</h1>{TEXT}{TAIL}", side=WIDGETS, top=CLOCK, title=title),
        at_url,
        None,
        is_trap=True,
    )
    yield Case(
        "tour article signed below",
        site(f"<h1>{title}</h1>{TEXT}<p>Ngày đăng: 20/11/2026</p>", top=CLOCK, title=title),
        at_url,
        D,
    )
    yield Case(
        "tour introduction",
        site(
            f"<h1>Giới thiệu chung</h1>{TEXT}<p>Xã được thành lập ngày 01/7/2025.</p>{end}",
            top=CLOCK,
        ),
        "https://binhloi.gov.vn/gioi-thieu",
        None,
        is_trap=True,
    )
    comments = "<div class='fb'><h3>Ý kiến bạn đọc</h3><p><b>Trần Văn Tư</b> <i>22/11/2026 20:11</i> Rất hoan nghênh.</p></div>"
    old = "<div class='date'>Thứ Năm, 14/08/2025, 08:05</div>"
    yield Case(
        "tour old article with comments",
        site(f"<h1>{title}</h1>{old}{TEXT}{comments}", side=RELATED, title=title),
        at_url,
        OLD[0],
        is_trap=True,
    )
    yield Case(
        "tour article of a dated address",
        site(f"<h1>{title}</h1>{TEXT}", title=title),
        f"https://binhloi.gov.vn/2026/11/20/{PATHS[0]}/",
        D,
    )


def every_case():
    return [*lists(), *beside(), *articles()]
