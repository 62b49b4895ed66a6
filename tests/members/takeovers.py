# ruff: noqa: E501  one face of a page a line
"""A labelled set for defacement: a page's ordinary life, and what attackers make of it."""

from tests.members.abnormal_pages import FOOT, MENU, NEWS, SENTENCE, page

HACKED = {
    "black page": "<html><head><title>Hacked By DarkCrew</title></head><body bgcolor=black><center><h1>Hacked by DarkCrew</h1><img src=x.jpg></center></body></html>",
    "leet": "<html><title>0wn3d</title><body><h1>0wn3d by Gh0st</h1></body></html>",
    "you": "<html><body><h1>Your site has been hacked!</h1><p>Greetz to all friends</p></body></html>",
    "one image": "<html><head><title></title></head><body style='margin:0'><img src='flag.jpg' width='100%'></body></html>",
    "a video": "<html><body><iframe src='https://www.youtube.com/embed/x'></iframe></body></html>",
    "army": "<html><head><title>~ Cyber Army ~</title></head><body><h2>We are Legion. Expect us.</h2></body></html>",
    "turkish": "<html><head><title>Sitenize el konuldu</title></head><body><div class='k'><p>Bu site ele geçirildi. Güvenlik sıfır.</p><img src=a.png></div></body></html>",
    "arabic": "<html><head><title>تم الاختراق</title></head><body><p>تم اختراق الموقع من قبل الفريق الامني للهكر العربي</p></body></html>",
    "chinese shop": "<html><head><title>澳门娱乐城</title></head><body><div class='top'>" + "<p>博彩 娱乐城 百家乐 体育投注 彩票</p>" * 40 + "</div></body></html>",
    "vietnamese": "<html><head><title>Website này đã bị hack bởi NhomX</title></head><body><p>Admin vá lỗi đi nhé.</p></body></html>",
    "protest": "<html><head><title>Free the world</title></head><body><center><img src=1.gif><font size=7>No war. Stop the lies of your government now.</font></center></body></html>",
    "marquee on top": page("<marquee><font color=red>Hacked by Kid</font></marquee>"),
    "heading on top": page("<h1>H4ck3d by s3ri0us</h1>"),
    "digits for letters": page("<marquee>Y0ur s1te h4s b33n h4ck3d by K1d_9</marquee>"),
    "own tongue": page("<div>ĐÃ BỊ HACK !!! Bảo mật như trò đùa, thầy ơi – by hs 12A</div>"),
    "every headline": page(news=["~ Pwn3d by Zer0 ~"] * 6),
    "script over all": page(extra="<script>document.documentElement.innerHTML=unescape('%3Ch1%3EHacked by Some Boy%3C/h1%3E')</script>"),
    "middle and title": page("<center><img src=x.jpg><p>we like your bandwidth</p></center>", head="<title>~ Quiet Otters ~</title>", news=[]),
    "a window over it": page(extra="<script>var d=document.createElement('div');d.style.cssText='position:fixed;inset:0;background:#000';d.innerHTML='Seized by RedOtter';document.body.appendChild(d)</script>"),
    "a call": page(extra="<script>alert('You have been hacked by Tea Crew!!')</script>"),
    "title only": page(head="<title>Hacked by TeamX</title>"),
    "own shop": "<html><head><title>Giày thể thao giá rẻ</title></head><body><div class='shop'>" + "<div class='sp'><h4>Giày chạy bộ nam</h4><span>499.000đ</span><a href=#>Mua</a></div>" * 50 + "</div></body></html>",
    "casino": "<html><head><title>8XBET</title></head><body class='c'>" + "<section class='game'><h2>Tài xỉu</h2><a class='btn' href='#'>Chơi ngay</a></section>" * 30 + "</body></html>",
}  # fmt: skip


def life(weeks=52):
    """Yield a year of a page that nobody attacks: news, banners, holiday skins and a redesign."""
    for week in range(weeks):
        news = [f"{NEWS[(week + n) % 6]} (đợt {week + n})" for n in range(6)]
        banner = f"<div class='banner'><a href='/cd/{week}'><img src='/b{week}.jpg' alt='Chiến dịch {week}'></a></div>"
        skin = "tet" if week in (5, 6, 7) else "chinh"
        extra = "<div class='hoa-mai'></div>" * 8 if skin == "tet" else ""
        if week >= 40:
            yield redesigned(news)
        else:
            yield page(banner if week % 4 == 0 else "", news=news, extra=extra, skin=skin)


def redesigned(news=NEWS):
    """Return the same ward's page on another template."""
    cards = "".join(
        f"<article class='card'><img class='thumb' src='/{n}.webp'><h2 class='card-title'><a href='/bai/{n}'>{title}</a></h2><p class='lead'>{SENTENCE}</p></article>"
        for n, title in enumerate(news)
    )
    return f"<!DOCTYPE html><html lang='vi'><head><title>Trang thông tin điện tử phường Bến Thành</title></head><body class='v2'><div class='topbar'><a class='brand' href='/'>Ủy ban nhân dân phường Bến Thành</a></div><nav class='navbar'><ul class='nav'>{MENU}</ul></nav><div class='grid'>{cards}</div>{FOOT}</body></html>"


OUT_OF_ORDER = {
    "at work": "<html><head><title>Thông báo</title></head><body><h1>Hệ thống đang bảo trì</h1></body></html>",
    "gateway": "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>",
    "guard": "<html><head><title>Just a moment...</title></head><body><script src='/cdn-cgi/x.js'></script></body></html>",
    "nothing": "",
    "told of an attack": page(
        "<a href='/tin/99'>Hội thảo về vụ website bị thay bằng dòng chữ Hacked by Team X</a>"
    ),
    "closed": "<html lang=vi><head><title>Thông báo dừng hoạt động</title></head><body><p>Trang thông tin của quận dừng hoạt động từ ngày 01/7/2025 do sắp xếp đơn vị hành chính.</p></body></html>",
    "flood": "<html lang=vi><head><title>LŨ KHẨN CẤP</title></head><body><h1>Lũ khẩn cấp trên sông</h1><p>Mực nước trên báo động III. Đường dây nóng: 114.</p></body></html>",
    "english title": page(head="<title>People's Committee of Ben Thanh Ward</title>"),
    "run together": page(head="<title>PhuongBenThanh</title>"),
    "bare title": page(head="<title>Home</title>"),
    "advice": page(
        "<a href='/tin/98'>Trang của trường đã bị hack thì báo cho ai?</a><p>Nếu trang đã bị hack, hãy báo ngay.</p>"
    ),
    "a widget of scripts": page(
        extra="<script>document.body.innerHTML += '<div id=chat>Hỏi đáp cùng phường</div>'</script>"
    ),
    "english front": page("<p>The hackathon of the ward: youth team wins.</p>"),
}
