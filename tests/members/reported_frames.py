# ruff: noqa: E501  one piece of a page a line
"""Four portals of four decades, to put what was planted, or what only looks so, into."""

from html import escape

OWNER = "Ủy ban nhân dân phường Tân Sơn Nhì"
ITEMS = (
    "Hội nghị tiếp xúc cử tri trước kỳ họp cuối năm",
    "Thông báo cúp nước khu vực đường Gò Dầu để sửa ống",
    "Khánh thành sân chơi thiếu nhi khu phố 12",
    "Công khai quyết toán ngân sách quý III",
    "Tuyên dương gương người tốt việc tốt tháng 11",
)
STORY = "Theo kế hoạch, từ tuần sau tổ công tác của phường sẽ đến từng hộ để rà soát số liệu dân cư, hướng dẫn bà con làm hồ sơ trực tuyến và ghi nhận kiến nghị về vỉa hè, thoát nước, chiếu sáng công cộng. Ông Lê Minh Tâm, Chủ tịch phường, đề nghị các khu phố phân công người trực để bà con khỏi phải đi lại nhiều lần."


def tables(body: str, *, head: str = "", title: str = OWNER) -> str:
    """Return an old portal of nested tables and font elements."""
    news = "".join(
        f'<tr><td width="8"><img src="images/dot.gif"></td><td><a class="link" href="default.aspx?tabid=21&ItemID={number}"><font face="Arial" size="2">{item}</font></a></td></tr>'
        for number, item in enumerate(ITEMS, 410)
    )
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title}</title>{head}</head><body bgcolor="#FFFFFF" topmargin="0"><table width="980" align="center" cellpadding="0"><tr><td colspan="3"><img src="images/banner.jpg" alt="{escape(OWNER)}"></td></tr><tr><td width="180" valign="top"><a href="default.aspx?tabid=1">Trang chủ</a><br><a href="default.aspx?tabid=2">Bộ máy tổ chức</a><br><a href="default.aspx?tabid=3">Thủ tục hành chính</a></td><td valign="top"><table>{news}</table>{body}<p><font size="2">{STORY}</font></p></td><td width="170" valign="top"><b>Liên kết</b><br><a href="https://hochiminhcity.gov.vn" target="_blank">Cổng Thành phố</a></td></tr><tr><td colspan="3" align="center" bgcolor="#B40000"><font color="#FFFFFF">{OWNER}, 2 Nguyễn Văn Tố. Điện thoại (028) 3810 0000</font></td></tr></table></body></html>'


def blocks(body: str, *, head: str = "", title: str = OWNER) -> str:
    """Return a WordPress page of block widgets."""
    news = "".join(
        f'<li class="wp-block-post"><h3 class="wp-block-post-title"><a href="/2026/11/bai-{number}/">{item}</a></h3></li>'
        for number, item in enumerate(ITEMS, 71)
    )
    return f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title><meta name="generator" content="WordPress 6.6">{head}<style>.wp-block-columns{{display:flex}}.entry-content p{{margin:1em 0}}</style></head><body class="home wp-embed-responsive"><a class="skip-link screen-reader-text" href="#wp--skip-link--target">Chuyển đến phần nội dung</a><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">{OWNER}</a></p><nav class="wp-block-navigation"><ul><li><a href="/gioi-thieu/">Giới thiệu</a></li><li><a href="/tin-tuc/">Tin tức</a></li><li><a href="/hoi-dap/">Hỏi đáp</a></li></ul></nav></header><main id="wp--skip-link--target"><div class="entry-content"><p>{STORY}</p>{body}</div><ul class="wp-block-post-template">{news}</ul></main><footer class="wp-block-template-part"><p>Chịu trách nhiệm nội dung: Ông Lê Minh Tâm. {OWNER}</p></footer></body></html>'


def forms(body: str, *, head: str = "", title: str = OWNER) -> str:
    """Return a SharePoint or WebForms page with its view state."""
    news = "".join(
        f'<div class="tin-item"><a id="ctl00_rpt_ctl0{number}_lnk" href="/Pages/chi-tiet.aspx?ItemId={number}">{item}</a></div>'
        for number, item in enumerate(ITEMS, 3)
    )
    return f'<!DOCTYPE html><html dir="ltr" lang="vi-VN"><head><title>\r\n\t{title}\r\n</title>{head}<script type="text/javascript" src="/WebResource.axd?d=pynGkmcFUV&amp;t=638"></script></head><body onload="if (typeof(_spBodyOnLoadWrapper) != \'undefined\') _spBodyOnLoadWrapper();"><form method="post" action="./default.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTk3MDc0NjYwNw9kFgJmD2QWAgIBD2QWBAIBD2QWAgIN"><div id="s4-workspace"><h1 class="site-name">{OWNER}</h1><ul class="root static"><li class="static"><a href="/Pages/default.aspx">Trang chủ</a></li><li class="static"><a href="/Pages/van-ban.aspx">Văn bản</a></li></ul><div class="ms-webpart-zone">{news}</div><div class="ms-webpart-zone">{body}</div><div class="noidung">{STORY}</div></div><div id="footer">Trưởng Ban biên tập: Bà Trần Thị Lan, {OWNER}</div></form></body></html>'


def cards(body: str, *, head: str = "", title: str = OWNER) -> str:
    """Return a page of Bootstrap cards, dark foot and sliders."""
    news = "".join(
        f'<div class="col-md-4"><div class="card h-100"><img class="card-img-top" src="/storage/{number}.webp" alt=""><div class="card-body"><h5 class="card-title"><a class="stretched-link text-decoration-none" href="/bai-viet/{number}">{item}</a></h5></div></div></div>'
        for number, item in enumerate(ITEMS, 900)
    )
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8"><title>{title}</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/css/bootstrap.min.css">{head}</head><body><nav class="navbar navbar-dark bg-danger"><a class="navbar-brand" href="/">{OWNER}</a><div class="collapse navbar-collapse"><ul class="navbar-nav"><li class="nav-item"><a class="nav-link" href="/thong-bao">Thông báo</a></li></ul></div></nav><div class="container"><div class="row">{news}</div><section class="my-4">{body}</section><p class="lead">{STORY}</p></div><footer class="bg-dark text-white"><div class="container">{OWNER} · 2 Nguyễn Văn Tố · ubnd@tansonnhi.example</div></footer></body></html>'


FRAMES = (tables, blocks, forms, cards)


def in_two_frames(pieces):
    """Yield each piece inside two of the four portals; a piece is a body, or a dict of slots."""
    for number, (name, piece) in enumerate(pieces.items()):
        slots = piece if isinstance(piece, dict) else {"body": piece}
        for step in (0, 2 if number % 3 else 1):
            frame = FRAMES[(number + step) % len(FRAMES)]
            given = {slot: text for slot, text in slots.items() if slot != "body"}
            yield f"{name}, {frame.__name__}", frame(slots.get("body", ""), **given)
