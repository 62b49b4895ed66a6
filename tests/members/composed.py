# ruff: noqa: E501  a frame of HTML is easier to compare with its template on one line
"""Pages composed after the templates of the systems that state portals run on.

`shell` gives every page what real ones are full of: menus, a clock, documents with their days, a
schedule, counters, rates and a footer. The frames below put lists and articles into it.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from html import escape

TODAY = date(2026, 11, 23)

TITLES = """Chủ tịch UBND phường kiểm tra tiến độ sửa chữa trường học
Ra quân tổng vệ sinh môi trường tại các khu phố
Hội nghị đối thoại giữa lãnh đạo phường với người dân
Trao nhà tình nghĩa cho gia đình chính sách
Tập huấn chuyển đổi số cho cán bộ khu phố
Khám sức khỏe miễn phí cho người cao tuổi
Kiểm tra an toàn thực phẩm tại chợ truyền thống
Khánh thành tuyến đường do nhân dân góp đất mở rộng
Hội thao truyền thống công nhân viên chức lao động
Tuyên dương học sinh nghèo vượt khó học giỏi
Phát động phong trào trồng cây xanh nơi công cộng
Hướng dẫn nộp hồ sơ đất đai qua mạng cho người dân
Đoàn đại biểu Quốc hội tiếp xúc cử tri quận nhà
Nâng cấp hệ thống chiếu sáng các tuyến hẻm
Sơ kết công tác cải cách hành chính quý ba
Thăm và tặng quà các đơn vị bộ đội đóng quân""".splitlines()

SENTENCES = """Hoạt động thu hút đông đảo đoàn viên, hội viên và nhân dân trên địa bàn tham gia hưởng ứng.
Phát biểu tại buổi làm việc, lãnh đạo phường ghi nhận sự đóng góp của các đơn vị trong thời gian qua.
Các đại biểu đã thảo luận nhiều giải pháp nhằm nâng cao chất lượng phục vụ người dân và doanh nghiệp.
Đến nay, địa phương đã hoàn thành nhiều chỉ tiêu quan trọng về kinh tế, văn hóa và xã hội được giao.
Ban tổ chức mong muốn chương trình tiếp tục được nhân rộng tại các khu phố trong những tháng tới.
Người dân bày tỏ sự đồng tình và cam kết cùng chính quyền giữ gìn đường phố sạch đẹp, văn minh.""".splitlines()

MENU = """Trang chủ|Giới thiệu|Tin tức – Sự kiện|Văn bản chỉ đạo điều hành|Thủ tục hành chính công trực tuyến
Hỏi đáp – Góp ý của người dân|Lịch công tác|Công khai ngân sách|Chuyển đổi số|Liên hệ""".replace(
    "\n", "|"
).split("|")


def prose(day="", paragraphs=5):
    """Return running text; `day` puts one into its first sentence, as reports begin."""
    first = f"Sáng {day}, tại hội trường UBND phường đã diễn ra buổi gặp mặt. " if day else ""
    lines = [" ".join(SENTENCES[(at + step) % 6] for step in range(3)) for at in range(paragraphs)]
    return "".join(
        f"<p style='text-align:justify'>{line}</p>" for line in [first + lines[0], *lines[1:]]
    )


def slug(title):
    table = str.maketrans(
        "àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ",
        "a" * 17 + "d" + "e" * 11 + "i" * 5 + "o" * 17 + "u" * 11 + "y" * 5,
    )
    return "-".join(
        "".join(mark if mark.isalnum() else " " for mark in title.lower().translate(table)).split()
    )


@dataclass
class Row:
    """One piece of news of a list: its written day may be HTML."""

    day: str
    title: str
    href: str
    iso: str = ""
    lead: str = SENTENCES[0]


def rows(days, spell, href="/tin-tuc/{slug}-{n}.html"):
    """Return rows for these days, spelled by `spell`, with headlines that do not repeat."""
    made = []
    for at, day in enumerate(days):
        title = TITLES[at % len(TITLES)]
        made.append(
            Row(
                spell(day),
                title,
                href.format(slug=slug(title), n=4200 - at),
                day.isoformat(),
                SENTENCES[at % 6],
            )
        )
    return made


# --- lists ---------------------------------------------------------------------------------------


def liferay_list(items):
    cards = "".join(
        f'<div class="asset-abstract default-asset-publisher"><h3 class="asset-title"><a href="/web/guest{row.href.replace("/tin-tuc/", "/-/")}">{escape(row.title)}</a></h3><div class="asset-metadata"><span class="metadata-entry metadata-publish-date">{row.day}</span></div><div class="asset-content"><div class="asset-summary">{row.lead}</div><div class="asset-more"><a href="/web/guest/-/x">Đọc thêm <span class="hide-accessible">về {escape(row.title)}</span> »</a></div></div></div>'
        for row in items
    )
    return f'<div class="portlet-boundary portlet-asset-publisher" id="p_p_id_101_INSTANCE_x_"><section class="portlet"><h2 class="portlet-title-text">Tin hoạt động</h2><div class="portlet-content-container"><div class="portlet-body">{cards}</div></div></section></div>'


def liferay_cards(items):
    """Wide and narrow copies of each card, the whole card one link."""

    def card(row, classes):
        return f'<div class="{classes} img-hover mb-3"><a href="/web/hcm{row.href}" class="d-flex w-100 text-decoration-none"><img src="/documents/1/a.jpg" alt=""><p class="asset-publisher-title" title="{escape(row.title)}">{escape(row.title)}</p><div class="limit-tin-descc-news"><p>{row.lead}</p></div><span class="text-date-sklh">{row.day}</span></a></div>'

    return (
        '<div class="news-items row">'
        + "".join(
            f'<div class="news-item col-lg-6">{card(row, "d-md-block d-none")}{card(row, "d-md-none d-block")}</div>'
            for row in items
        )
        + "</div>"
    )


def sharepoint_list(items):
    lines = "".join(
        f'<tr class="ms-itmhover"><td class="ms-vb-title"><div class="ms-vb itx"><a href="/Lists/TinTuc/DispForm.aspx?ID={n}" onclick="GoToLink(this);return false;">{escape(row.title)}</a></div></td><td class="ms-vb2"><nobr>{row.day}</nobr></td><td class="ms-vb-user"><span class="ms-imnSpan">Ban Biên tập</span></td></tr>'
        for n, row in enumerate(items, 90)
    )
    return f'<div class="ms-webpart-zone ms-fullWidth"><table summary="Tin tức" class="ms-listviewtable" id="onetidDoclibViewTbl0"><thead><tr class="ms-viewheadertr ms-vhltr"><th class="ms-vh2"><div class="ms-vh-div">Title</div></th><th class="ms-vh2"><div class="ms-vh-div">Modified</div></th><th class="ms-vh2">Created By</th></tr></thead><tbody>{lines}</tbody></table></div>'


def sharepoint_query(items):
    return (
        '<div class="cbq-layout-main"><ul class="dfwp-column dfwp-list">'
        + "".join(
            f'<li class="dfwp-item"><div class="item link-item"><a href="/tin-tuc/Pages/{slug(row.title)}.aspx" title="">{escape(row.title)}</a><div class="description">{row.lead}</div><span class="ngay">{row.day}</span></div></li>'
            for row in items
        )
        + "</ul></div>"
    )


def joomla_blog(items):
    return (
        '<div class="blog" itemscope itemtype="https://schema.org/Blog"><div class="page-header"><h1>Tin tức</h1></div>'
        + "".join(
            f'<div class="items-row cols-1 row-{n}"><div class="span12"><div class="item column-1" itemprop="blogPost" itemscope itemtype="https://schema.org/BlogPosting"><div class="page-header"><h2 itemprop="name"><a href="/index.php/tin-tuc/{n}-{slug(row.title)}" itemprop="url">{escape(row.title)}</a></h2></div><dl class="article-info muted"><dt class="article-info-term">Chi tiết</dt><dd class="category-name">Chuyên mục: <a href="/index.php/tin-tuc">Tin tức</a></dd><dd class="published"><span class="icon-calendar"></span> <time datetime="{row.iso}T08:30:00+07:00" itemprop="datePublished">{row.day}</time></dd><dd class="hits"><span class="icon-eye-open"></span> Lượt xem: 1{n}23</dd></dl><p>{row.lead}</p></div></div></div>'
            for n, row in enumerate(items)
        )
        + "</div>"
    )


def joomla_table(items):
    return (
        '<table class="category table table-striped"><thead><tr><th id="categorylist_header_title">Tiêu đề</th><th id="categorylist_header_date">Ngày xuất bản</th><th>Lượt xem</th></tr></thead><tbody>'
        + "".join(
            f'<tr class="cat-list-row{n % 2}"><td headers="categorylist_header_title" class="list-title"><a href="/thong-bao/{n}-{slug(row.title)}.html">{escape(row.title)}</a></td><td headers="categorylist_header_date" class="list-date small">{row.day}</td><td class="list-hits"><span class="badge badge-info">Lượt xem: 2{n}</span></td></tr>'
            for n, row in enumerate(items)
        )
        + "</tbody></table>"
    )


def nukeviet_list(items):
    return "".join(
        f'<div class="news_column panel panel-default"><div class="panel-body"><a href="{row.href}" title="{escape(row.title)}"><img alt="" src="/assets/news/a.jpg" width="100" class="img-thumbnail pull-left imghome"></a><h3><a href="{row.href}" title="{escape(row.title)}">{escape(row.title)}</a></h3><div class="text-muted"><ul class="list-unstyled list-inline"><li><em class="fa fa-clock-o">&nbsp;</em> {row.day}</li><li><em class="fa fa-eye">&nbsp;</em> Đã xem: 12{n}</li><li><em class="fa fa-comment-o">&nbsp;</em> Phản hồi: 0</li></ul></div>{row.lead}</div></div>'
        for n, row in enumerate(items)
    )


def dnn_list(items):
    return (
        '<div id="dnn_ctr512_ContentPane" class="TitleBlue"><div class="DnnModule DnnModule-DNNArticle"><table cellspacing="0" id="dnn_ctr512_lstContent" style="width:100%;">'
        + "".join(
            f'<tr><td><div class="newsitem"><a class="NewsTitle" href="/Default.aspx?tabid=62&amp;ctl=Detail&amp;mid=512&amp;ID={4000 - n}">{escape(row.title)}</a> <span class="NewsDate">{row.day}</span><div class="Normal">{row.lead}</div></div></td></tr>'
            for n, row in enumerate(items)
        )
        + "</table></div></div>"
    )


def wordpress_list(items):
    return (
        '<main id="main" class="site-main">'
        + "".join(
            f'<article id="post-{n}" class="post-{n} post type-post status-publish hentry category-tin-tuc"><header class="entry-header"><h2 class="entry-title"><a href="https://x.gov.vn/{slug(row.title)}/" rel="bookmark">{escape(row.title)}</a></h2><div class="entry-meta"><span class="posted-on">Posted on <a href="https://x.gov.vn/{slug(row.title)}/" rel="bookmark"><time class="entry-date published" datetime="{row.iso}T01:30:00+00:00">{row.day}</time><time class="updated" datetime="2026-11-23T01:30:00+00:00">{row.day}</time></a></span><span class="byline"> by <span class="author vcard">admin</span></span></div></header><div class="entry-summary"><p>{row.lead} [&hellip;]</p></div><footer class="entry-footer"><span class="cat-links"><a href="/category/tin-tuc/">Tin tức</a></span></footer></article>'
            for n, row in enumerate(items, 700)
        )
        + "</main>"
    )


def vnportal_list(items):
    return (
        '<div class="ArticleCat"><h2 class="CatTitle"><a href="/tin-tuc-su-kien">Tin trong phường</a></h2><ul class="ArticleList">'
        + "".join(
            f'<li class="row"><div class="col-sm-4"><img src="/a.jpg" alt=""></div><div class="col-sm-8"><h2 class="Title"><a href="{row.href}">{escape(row.title)}</a></h2><div class="Ngaydang">{row.day}</div><div class="ArticleContent">{row.lead}</div></div></li>'
            for row in items
        )
        + "</ul></div>"
    )


def headline_list(items):
    """The plain list of older portals: headline, then the day in brackets on the same line."""
    return (
        '<div class="box-tin"><ul class="list-tin">'
        + "".join(
            f'<li><a href="{row.href}">{escape(row.title)}</a> {row.day}</li>' for row in items
        )
        + "</ul></div>"
    )


def badge_list(items):
    return (
        '<div class="tin-noi-bat">'
        + "".join(
            f'<div class="item-tin">{row.day}<div class="caption"><h4><a href="{row.href}">{escape(row.title)}</a></h4><p>{row.lead}</p></div></div>'
            for row in items
        )
        + "</div>"
    )


LISTS = {
    "liferay": liferay_list,
    "liferay-cards": liferay_cards,
    "sharepoint": sharepoint_list,
    "sharepoint-query": sharepoint_query,
    "joomla": joomla_blog,
    "joomla-table": joomla_table,
    "nukeviet": nukeviet_list,
    "dnn": dnn_list,
    "wordpress": wordpress_list,
    "vnportal": vnportal_list,
    "headlines": headline_list,
    "badges": badge_list,
}

# --- articles ------------------------------------------------------------------------------------


def liferay_article(title, day, body, **_):
    return f'<div class="portlet-body"><div class="asset-full-content"><div class="journal-content-article" data-analytics-asset-title="{escape(title)}"><h1 class="tieu-de">{escape(title)}</h1><p class="ngay-dang"><span>{day}</span></p><div class="noi-dung">{body}</div></div></div></div>'


def sharepoint_article(title, day, body, **_):
    return f'<div class="article-detail"><div class="ms-rtestate-field"><h3 class="title-news">{escape(title)}</h3></div><div class="date-news"><span id="ctl00_ctl54_g_1_lblDate">{day}</span></div><div id="ctl00_PlaceHolderMain_ctl01__ControlWrapper_RichHtmlField" class="ms-rtestate-field">{body}</div></div>'


def joomla_article(title, day, body, iso="", **_):
    return f'<div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="vi-VN"><div class="page-header"><h2 itemprop="headline">{escape(title)}</h2></div><dl class="article-info muted"><dt class="article-info-term">Chi tiết</dt><dd class="createdby">Viết bởi <span itemprop="name">Ban Biên tập</span></dd><dd class="published"><span class="icon-calendar"></span>{day}</dd><dd class="hits">Lượt xem: 345</dd></dl><div itemprop="articleBody">{body}</div></div>'


def nukeviet_article(title, day, body, iso="", **_):
    hidden = (
        f'<span class="hidden hide d-none" itemprop="datePublished">{iso}T08:30:00+07:00</span><span class="hidden hide d-none" itemprop="dateModified">{iso}T08:30:00+07:00</span>'
        if iso
        else ""
    )
    return f'<div class="news_column panel panel-default" itemtype="http://schema.org/NewsArticle" itemscope><div class="panel-body"><h1 class="title margin-bottom-lg" itemprop="headline">{escape(title)}</h1>{hidden}<div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">{day}</span></div></div><div id="news-bodyhtml" class="bodytext margin-bottom-lg">{body}</div></div></div>'


def dnn_article(title, day, body, **_):
    return f'<div id="dnn_ctr513_ModuleContent"><table width="100%"><tr><td><span id="dnn_ctr513_lblTitle" class="Head">{escape(title)}</span></td></tr><tr><td><span id="dnn_ctr513_lblDate" class="NormalSmall">{day}</span></td></tr><tr><td><div class="Normal">{body}</div></td></tr></table></div>'


def wordpress_article(title, day, body, iso="", **_):
    return f'<main><article class="post-88 post type-post hentry"><header class="entry-header"><h1 class="entry-title">{escape(title)}</h1><div class="entry-meta"><span class="posted-on">{day}</span></div></header><div class="entry-content">{body}</div><footer class="entry-footer">Chuyên mục: <a href="/category/tin/">Tin</a></footer></article></main>'


def plain_article(title, day, body, **_):
    return f'<div class="detail-content"><div class="title-detail">{escape(title)}</div><div class="meta-detail">{day}</div><div class="content-detail">{body}</div></div>'


ARTICLES = {
    "liferay": liferay_article,
    "sharepoint": sharepoint_article,
    "joomla": joomla_article,
    "nukeviet": nukeviet_article,
    "dnn": dnn_article,
    "wordpress": wordpress_article,
    "plain": plain_article,
}
GENERATORS = {
    "joomla": "Joomla! - Open Source Content Management",
    "nukeviet": "NukeViet v4.5",
    "wordpress": "WordPress 6.8",
    "dnn": "DotNetNuke",
    "sharepoint": "Microsoft SharePoint",
}

# --- what surrounds them ---------------------------------------------------------------------------

CLOCK = '<div class="header-top"><div class="container"><span>Thứ Hai, ngày 23/11/2026, 09:15:33</span></div></div>'
FOOTER = '<div id="footer" class="footer"><div class="container"><p>© Bản quyền 2026 thuộc UBND phường. Giấy phép số 12/GP-STTTT cấp ngày 20/11/2026</p><p>Chịu trách nhiệm chính: Nguyễn Văn A. Điện thoại: (028) 38.23.11.26</p><p>Cập nhật lần cuối: 23/11/2026 09:15</p></div></div>'
DOCUMENTS = '<div class="block"><h3 class="block-title">Văn bản mới</h3><ul><li><a href="/van-ban/812">Quyết định số 812/QĐ-UBND ngày 21/11/2026 về phân công nhiệm vụ</a></li><li><a href="/van-ban/45">45/KH-UBND</a><div>Kế hoạch tuyên truyền pháp luật năm 2026</div><div>Ngày ban hành: 22/11/2026</div></li></ul></div>'
SCHEDULE = '<div class="lich-cong-tac"><h3>Lịch công tác tuần 48</h3><table><tr><th>Ngày</th><th>Nội dung</th></tr><tr><td>Thứ Hai 23/11/2026</td><td>8g00: Họp giao ban tại phòng họp số 1</td></tr><tr><td>Thứ Ba 24/11/2026</td><td>14g00: <a href="/lich/1">Tiếp công dân định kỳ tại trụ sở</a></td></tr></table></div>'
COUNTER = '<div class="thong-ke"><h3>Thống kê truy cập</h3><p>Đang online: 12</p><p>Hôm nay: 1234</p><p>Hôm qua: 5678</p><p>Từ ngày 01/01/2026: 1.234.567</p></div>'
FIGURES = '<div class="box"><h3>Thời tiết</h3><p>TP. Hồ Chí Minh 23/11/2026: 27°C - 33°C</p></div><div class="box"><h3>Tỷ giá ngoại tệ</h3><table><tr><td>Cập nhật 23/11/2026</td></tr><tr><td>USD</td><td>26.120</td></tr></table></div>'


@dataclass
class Shell:
    """What a page has around its content; each part can be replaced or left out."""

    clock: str = CLOCK
    side: str = DOCUMENTS + SCHEDULE + FIGURES
    foot: str = COUNTER + FOOTER
    head: str = ""
    lang: str = "vi"
    ballast: int = 90
    extra: dict = field(default_factory=dict)


def page(content, *, title="Trang thông tin điện tử phường", cms="", shell=None):
    """Return a whole page of ordinary weight: 60 to 150 KB with its scripts and styles."""
    around = shell or Shell()
    menu = "".join(
        f'<li class="nav-item"><a class="nav-link" href="/{slug(name)}">{name}</a></li>'
        for name in MENU
    )
    generator = f'<meta name="generator" content="{GENERATORS[cms]}">' if cms in GENERATORS else ""
    script = "<script>var now=new Date();function clock(){document.write('23/11/2026');}if(1<now){}</script>"
    style = (
        "<style>" + ".c{color:#123456;margin:0 1px 2px 3px}" * (around.ballast * 20) + "</style>"
    )
    links = "".join(
        f'<option value="https://q{n}.hochiminhcity.gov.vn">Đơn vị {n}</option>' for n in range(40)
    )
    return f'<!DOCTYPE html><html lang="{around.lang}"><head><meta charset="utf-8"><title>{escape(title)}</title>{generator}{around.head}{style}{script}</head><body class="page"><header id="header">{around.clock}<img src="/banner.png" alt="banner"></header><nav class="navbar"><ul class="nav navbar-nav">{menu}</ul></nav><div class="breadcrumb"><a href="/">Trang chủ</a> » Tin tức</div><div id="wrapper"><div class="col-left">{content}</div><div class="col-right">{around.side}<select>{links}</select></div></div>{around.foot}<script src="/a.js"></script></body></html>'


def linked_data(*things):
    return f'<script type="application/ld+json">{json.dumps(things[0] if len(things) == 1 else list(things))}</script>'
