# ruff: noqa: E501  one piece of a page a line
"""Four more portals, of makers not met before, and bare pages that hang under no menu."""

from html import escape

OWNER = "Trung tâm Phục vụ hành chính công phường Hạnh Thông"
NEWS = (
    ("Tập huấn kỹ năng thoát nạn cho học sinh khi có cháy", "18/11/2026"),
    ("Khảo sát nhu cầu học nghề của bộ đội xuất ngũ", "16/11/2026"),
    ("Vận động hiến đất mở rộng hẻm 112 Quang Trung", "12/11/2026"),
    ("Niêm yết danh sách hộ thoát nghèo năm 2026", "09/11/2026"),
)
STORIES = (
    "Chiều 18/11, Hội đồng nhân dân phường Hạnh Thông tiếp xúc cử tri ba khu phố 4, 5 và 6. Nhiều ý kiến đề nghị sớm nạo vét rạch Bà Miên, lắp thêm đèn ở đoạn hẻm cụt và bố trí chỗ giữ xe cho khách đến chợ. Bà Phạm Thu Hương, Phó Chủ tịch UBND phường, ghi nhận và hẹn trả lời bằng văn bản trước ngày 5/12.",
    "Đoàn thanh niên phường vừa bàn giao công trình sơn sửa lớp học tình thương ở khu phố 9. Hơn 60 đoàn viên góp công trong ba ngày cuối tuần; vật liệu do các nhà hảo tâm trong phường ủng hộ. Lớp hiện có 34 em từ 7 đến 14 tuổi theo học buổi tối.",
    "Từ ngày 1/12, bộ phận một cửa nhận thêm thủ tục đăng ký biến động đất đai. Người dân nộp bản chụp giấy chứng nhận, giấy tờ tùy thân và tờ khai theo mẫu 11/ĐK; kết quả trả trong mười ngày làm việc, phí thu theo nghị quyết của Hội đồng nhân dân Thành phố.",
)


def _links(pattern, news=NEWS):
    return "".join(
        pattern.format(n=number, t=title, d=day) for number, (title, day) in enumerate(news, 51)
    )


def clay(body, *, head="", title=OWNER, story=STORIES[0]):
    """Return a portal page of portlets."""
    news = _links(
        "<div class='asset-abstract'><h4 class='asset-title'><a href='/web/guest/w/tin-{n}'>{t}</a></h4><span class='metadata-publish-date'>{d}</span></div>"
    )
    return f"<!DOCTYPE html><html class='ltr' dir='ltr' lang='vi-VN'><head><title>{title}</title><meta content='initial-scale=1.0, width=device-width' name='viewport'/>{head}<link class='lfr-css-file' href='/o/classic-theme/css/main.css' rel='stylesheet'/></head><body class='controls-visible yui3-skin-sam guest-site public-page site'><div class='container-fluid' id='wrapper'><header id='banner' role='banner'><a class='logo' href='/web/guest'>{OWNER}</a><nav id='navigation'><ul><li class='lfr-nav-item'><a href='/web/guest/gioi-thieu'><span>Giới thiệu</span></a></li><li><a href='/web/guest/tra-cuu'><span>Tra cứu hồ sơ</span></a></li></ul></nav></header><section id='content'><div class='portlet-boundary portlet-asset-publisher'>{news}</div><div class='journal-content-article'><p>{story}</p>{body}</div></section><footer id='footer' role='contentinfo'><p>{OWNER}. Người chịu trách nhiệm: Bà Phạm Thu Hương, Phó Chủ tịch UBND phường</p></footer></div></body></html>"


def nuke(body, *, head="", title=OWNER, story=STORIES[1]):
    """Return a page of a Vietnamese content system with blocks at its sides."""
    news = _links(
        "<li class='clearfix'><a class='show h4' href='/vi/news/hoat-dong/bai-{n}.html' title='{t}'>{t}</a><em class='fa fa-clock-o'></em> {d}</li>"
    )
    return f'<!DOCTYPE html><html lang="vi" xmlns="http://www.w3.org/1999/xhtml" prefix="og: http://ogp.me/ns#"><head><title>{title}</title><meta name="generator" content="NukeViet v4.5">{head}<link rel="StyleSheet" href="/themes/default/css/style.css"></head><body><noscript><div class="alert alert-danger">Trình duyệt của bạn đã tắt chức năng hỗ trợ JavaScript. Website chỉ làm việc khi bạn bật nó trở lại.</div></noscript><div class="body-bg"><div class="wraper"><header><div class="container"><div id="header" class="row"><div class="logo"><a title="{escape(OWNER)}" href="/">{OWNER}</a></div></div></div></header><nav class="second-nav" id="menusite"><ul class="nav navbar-nav"><li><a href="/vi/about/">Giới thiệu</a></li><li><a href="/vi/laws/">Văn bản</a></li><li><a href="/vi/contact/">Liên hệ</a></li></ul></nav><section><div class="container"><div class="row"><div class="col-md-14"><div class="news_column panel panel-default"><div class="panel-body"><div class="bodytext">{story}</div>{body}</div></div></div><div class="col-md-5"><div class="panel-heading">Tin mới</div><ul class="list-unstyled">{news}</ul></div></div></div></section></div></div><footer id="footer"><div class="copyright">© Bản quyền thuộc về {OWNER}</div></footer></body></html>'


def skins(body, *, head="", title=OWNER, story=STORIES[2]):
    """Return a page of panes and modules with a form around it."""
    news = _links(
        '<div class="edn_articleSummary"><a class="edn_articleTitle" href="/tin-tuc/id/{n}">{t}</a> <time>{d}</time></div>'
    )
    return f'<!DOCTYPE html><html lang="vi-VN"><head id="Head"><title>{title}</title><meta id="MetaRobots" name="ROBOTS" content="INDEX, FOLLOW">{head}<link href="/Portals/0/skins/hanhthong/skin.css" rel="stylesheet"></head><body id="Body"><form method="post" action="/" id="Form"><div id="ControlWrapper"><div class="topbar"><a id="dnn_dnnLOGO_hypLogo" href="/"><img src="/Portals/0/logo.png" alt="{escape(OWNER)}"></a></div><ul id="dnnMenu"><li><a href="/to-chuc">Tổ chức bộ máy</a></li><li><a href="/lich-cong-tac">Lịch công tác</a></li></ul><div id="dnn_ContentPane" class="contentPane"><div class="DnnModule DnnModule-EasyDNNnews">{news}</div><div class="DnnModule DnnModule-DNN_HTML"><div id="dnn_ctr412_HtmlModule_lblContent" class="Normal"><p>{story}</p>{body}</div></div></div><div id="dnn_BottomPane" class="footer">{OWNER}. Điện thoại (028) 3894 0000, thư công vụ hanhthong@tphcm.example</div></div></form></body></html>'


def modern(body, *, head="", title=OWNER, story=STORIES[0]):
    """Return a page written by a script framework, all classes and no semantics."""
    news = _links(
        '<a class="block rounded-lg p-4 hover:bg-gray-50" href="/vi/bai/{n}"><span class="text-lg font-semibold">{t}</span><span class="text-sm text-gray-500">{d}</span></a>'
    )
    return f'<!doctype html><html lang="vi"><head><meta charSet="utf-8"/><title>{title}</title>{head}<link rel="stylesheet" href="/_next/static/css/9f.css"/></head><body class="antialiased"><div id="__next"><header class="sticky top-0 flex"><a class="text-xl font-bold" href="/">{OWNER}</a><button aria-label="Mở danh mục"></button></header><main class="mx-auto max-w-5xl"><section class="grid gap-4">{news}</section><article class="prose"><p>{story}</p>{body}</article></main><footer class="bg-slate-800 text-slate-100"><p>{OWNER}</p><p>Chịu trách nhiệm nội dung: Bà Phạm Thu Hương</p></footer></div><script id="__NEXT_DATA__" type="application/json">{{"props":{{"pageProps":{{}}}},"page":"/","buildId":"x1"}}</script></body></html>'


FRAMES = (clay, nuke, skins, modern)


def framed(pieces):
    """Yield (name, html) of each piece: a body, a dict of slots, or a whole page in a tuple."""
    for number, (name, piece) in enumerate(pieces.items()):
        if isinstance(piece, tuple):
            yield name, piece[0]
            continue
        slots = {"body": piece} if isinstance(piece, str) else dict(piece)
        frame = FRAMES[number % len(FRAMES)]
        yield f"{name}, {frame.__name__}", frame(slots.pop("body", ""), **slots)
