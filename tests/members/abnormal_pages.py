# ruff: noqa: E501  one planted thing a line
"""A labelled set for abnormality: ordinary pages, and the same pages with something planted."""

import base64

HERE = "https://benthanh.hochiminhcity.gov.vn/"
LISTED = frozenset({"vua-cuoc-thu-nghiem.com", "nhacai-thu.example"})

MENU = "".join(
    f"<li><a href='/{slug}'>{name}</a></li>"
    for slug, name in (
        ("", "Trang chủ"), ("gioi-thieu", "Giới thiệu"), ("tin-tuc", "Tin tức - Sự kiện"), ("cong-an", "Công an phường"),
        ("van-ban", "Văn bản pháp luật"), ("dich-vu-cong", "Dịch vụ công trực tuyến"), ("lien-he", "Liên hệ"),
    )
)  # fmt: skip
FOOT = "<footer class='chan-trang'><p>Bản quyền thuộc Ủy ban nhân dân phường Bến Thành</p><p>Chịu trách nhiệm: Ông Nguyễn Văn A, Chủ tịch UBND phường. Địa chỉ: 92 Nguyễn Trãi. Điện thoại: 028 3829 0000</p></footer>"
NEWS = (
    "Phường Bến Thành tổ chức hội nghị đối thoại với người dân năm 2026", "Ra quân dọn dẹp vệ sinh môi trường dịp cuối tuần",
    "Kế hoạch tiêm chủng mở rộng cho trẻ em dưới 5 tuổi", "Lấy ý kiến nhân dân về quy hoạch chi tiết khu phố 3",
    "Khai mạc hội thao chào mừng ngày thành lập Thành phố", "Thông báo lịch tiếp công dân tháng 12 của Chủ tịch UBND phường",
)  # fmt: skip
SENTENCE = "Sáng nay, Ủy ban nhân dân phường đã tổ chức buổi làm việc với đại diện các khu phố nhằm lắng nghe ý kiến đóng góp của người dân về công tác cải cách hành chính, chỉnh trang đô thị và chăm lo đời sống cho các hộ khó khăn trên địa bàn. "

# What stands openly or hidden in many sites and is in order.
ORDINARY = {
    "police": "<h1>Công an triệt phá đường dây cá độ bóng đá hàng nghìn tỷ</h1><p>Công an Thành phố vừa khởi tố 12 bị can tổ chức đánh bạc qua trang 8xbet. Các đối tượng lập đại lý, chia kèo, tài xỉu, xóc đĩa cho con bạc.</p><p>Người chơi đăng ký tài khoản, nạp tiền rồi chơi tài xỉu, xóc đĩa, nổ hũ.</p>",
    "police headlines": "<ul><li><a href='/1'>Bắt giữ nhóm đối tượng cá độ bóng đá qua mạng</a><li><a href='/2'>Triệt phá sới bạc xóc đĩa trong đêm</a><li><a href='/3'>Cảnh báo bẫy nhà cái online dịp World Cup</a><li><a href='/4'>Xử phạt hai thanh niên chơi tài xỉu ăn tiền</a></ul>",
    "loan warning": "<h1>Cảnh giác với chiêu trò vay tiền online, tín dụng đen</h1><p>Công an phường khuyến cáo người dân không vay tiền nhanh qua ứng dụng, không làm theo quảng cáo vay tiền nóng, hỗ trợ nợ xấu.</p>",
    "law": "<h1>Nghị định về kinh doanh xổ số</h1><p>Điều 1. Phạm vi điều chỉnh: nghị định này quy định về kinh doanh xổ số, xổ số kiến thiết, xổ số tự chọn số điện toán, cá cược đua ngựa, đua chó và bóng đá quốc tế.</p><p>Điều 2. Nghiêm cấm tổ chức lô đề, cá cược trái phép dựa vào kết quả xổ số.</p>",
    "lottery": "<h1>Kết quả xổ số kiến thiết TP.HCM</h1><table class='kqxs'><tr><td>Giải đặc biệt</td><td>123456</td></tr><tr><td>Giải nhất</td><td>88888</td></tr></table><p>Công ty TNHH MTV Xổ số kiến thiết Thành phố Hồ Chí Minh trao thưởng cho khách hàng trúng giải Jackpot.</p>",
    "hospital": "<h1>Thông tin thuốc: Sildenafil và Tadalafil</h1><p>Hoạt chất sildenafil (Viagra) được chỉ định điều trị rối loạn cương dương. Bác sĩ bệnh viện lưu ý tác dụng phụ khi dùng cùng nitrat.</p>",
    "sports": "<h1>Đội bóng đá phường thắng 3-1 trận khai mạc</h1><p>Trận đấu được trực tiếp trên kênh HTV. Bàn thắng của số 88 giúp đội vươn lên dẫn đầu bảng.</p>",
    "hidden menu": "<div class='menu-mobile' style='display:none'><ul><li><a href='/phong-chong-co-bac'>Phòng chống cờ bạc</a><li><a href='https://facebook.com/benthanh'>Facebook</a><li><a href='https://hochiminhcity.gov.vn'>Cổng thành phố</a></ul></div>",
    "modal": "<div class='modal fade' style='display:none' aria-hidden='true'><h4>Đăng nhập</h4><p>Đăng ký nhận bản tin miễn phí, tải app Công dân số TP.HCM</p></div>",
    "for screen readers": "<a class='sr-only' style='position:absolute;left:-9999px' href='#main'>Bỏ qua đến nội dung chính</a><span style='clip:rect(0,0,0,0);position:absolute'>Tìm kiếm</span>",
    "site links": "<select><option value='https://chinhphu.vn'>Chính phủ</option></select><div style='display:none'><a href='https://moj.gov.vn'>Bộ Tư pháp</a><a href='https://youtube.com/x'>Kênh</a><a href='https://zalo.me/1'>Zalo</a><a href='https://baochinhphu.vn'>Báo</a></div>",
    "languages": "<div class='lang'><a href='/en'>English</a><a href='/zh'>中文</a><a href='/ja'>日本語</a><a href='/ko'>한국어</a></div><p>Đoàn đại biểu Thượng Hải (上海市) thăm phường.</p>",
    "statistics": "<noscript><iframe src='https://www.googletagmanager.com/ns.html?id=GTM-1' height='0' width='0' style='display:none;visibility:hidden'></iframe></noscript><script async src='https://www.googletagmanager.com/gtag/js?id=G-1'></script>",
    "map": "<iframe src='https://www.google.com/maps/embed?pb=1' width='100%' height='300'></iframe>",
    "collisions": "<p>Trung tâm cai nghiện: nhà cai nghiện mới, cả cuộc đời, kéo bông, lọ đệm, ca đỡ đầu, tại xiu, số đề cử là 88 và vé số 68.</p><p>Văn bản số 6686/UBND, địa chỉ 66B Nguyễn Du, Đại hội lần thứ XXX, phim dành cho lứa tuổi 18+.</p>",
    "policy loans": "<p>Ngân hàng Chính sách xã hội cho vay hộ nghèo, giải ngân 30 tỷ đồng, tỷ lệ nợ xấu 0,2 %, lãi suất thấp, không thế chấp.</p>",
    "casino project": "<p>Dự án khu nghỉ dưỡng có casino được Bộ Tài chính thẩm định; khách đăng ký tham quan trực tuyến.</p>",
    "attack news": "<p>Hội thảo an toàn thông tin: chuyên gia kể lại vụ website bị thay bằng dòng chữ 'Hacked by Team X'.</p>",
    "json news": '<script>var tin=[{"t":"Công an bắt nhóm cá độ bóng đá, tài xỉu, xóc đĩa qua mạng"},{"t":"Khai mạc hội thao phường"}];</script>',
    "plain": "",
}  # fmt: skip

SPAM = "Nhà cái uy tín nhất, tặng 88k khi đăng ký, kèo nhà cái, tài xỉu online, nổ hũ, xóc đĩa đổi thưởng"
PLANTED_LINK = "<a href='https://vao-ngay.top/'>kèo nhà cái</a>"
_WRITTEN = base64.b64encode(b"<a href='https://vua-cuoc-thu-nghiem.com'>x</a>").decode()
PLANTED = {
    "none": f"<div style='display:none'>{SPAM}</div>",
    "none, spaced": f"<div style='DISPLAY : none !important'>{SPAM}</div>",
    "off left": f"<div style='position:absolute;left:-9999px'>{PLANTED_LINK}</div>",
    "off top": f"<p style='position:fixed;top:-5000px'>{SPAM}</p>",
    "indent": f"<h2 style='text-indent:-9999px'>{SPAM}</h2>",
    "size zero": f"<span style='font-size:0'>{SPAM}</span>",
    "size one": f"<font style='font-size:1px'>{PLANTED_LINK}</font>",
    "ink on ground": f"<p style='color:#fff;background:#ffffff'>{SPAM}</p>",
    "clear": f"<p style='opacity:0'>{SPAM}</p>",
    "clipped": f"<p style='position:absolute;clip:rect(0,0,0,0)'>{SPAM}</p>",
    "flat": f"<div style='height:0;overflow:hidden'>{SPAM}</div>",
    "marquee": f"<marquee height='0' width='0'>{PLANTED_LINK}</marquee>",
    "noscript": f"<noscript>{SPAM}</noscript>",
    "comment": f"<!-- <a href='https://a.top'>{SPAM}</a> -->",
    "by class": f"<style>.zq{{position:absolute;left:-3000px}}</style><div class='zq'>{SPAM}</div>",
    "by script": f"<div id='q1'>{SPAM}</div><script>document.getElementById('q1').style.display='none'</script>",
    "hidden attribute": f"<div hidden>{SPAM}</div>",
    "listed": "<a href='https://vua-cuoc-thu-nghiem.com/x'>Xem thêm</a>",
    "listed, without a word": "<a href='https://vua-cuoc-thu-nghiem.com/x'></a>",
    "listed below": "<a href='//m.nhacai-thu.example'>.</a>",
    "listed script": "<script src='https://cdn.nhacai-thu.example/a.js'></script>",
    "listed frame": "<iframe src='https://nhacai-thu.example' width=1 height=1></iframe>",
    "named": "<a href='https://taixiuonline-so1.club'>tại đây</a>",
    "brand": "<a href='https://trang.top/'>8xbet</a>",
    "brand built alike": "<a href='https://trang.top/'>Tải app bong789</a>",
    "unmarked": "<a href='https://trang.top/'>nha cai uy tin nhat</a>",
    "partner links": "<div class='doi-tac'><a href='https://a.top'>W88</a> <a href='https://b.top'>xóc đĩa</a></div>",
    "own sub-page": "<a href='/upload/files/keo-nha-cai.html'>Kèo nhà cái hôm nay, soi kèo trực tuyến</a>",
    "dots": "<p>n.h.à c.á.i uy tín, t.à.i x.ỉ.u online tại x.top</p>",
    "spaces": "<div>n h à c á i số một</div><p>k-è-o b-ó-n-g, c-á c-ư-ợ-c</p>",
    "zero width": "<div style='display:none'>nh\u200bà c\u200bái uy\u200b tín, xóc\u00ad đĩa onl\u200bine</div>",
    "underlined": "<p>nhà_cái uy_tín | tài_xỉu online | kèo-nhà-cái | soi_kèo</p>",
    "wide": "<p>ｋèo ｎhà ｃái, soi ｋèo, ８ｘｂｅｔ đăng ký</p>",
    "decomposed": "<p>nha\u0300 ca\u0301i uy ti\u0301n, soi ke\u0300o, ta\u0300i xi\u0309u online</p>",
    "open prose": f"<div>{SPAM}. Link vào không bị chặn, nạp rút nhanh.</div>",
    "alt": "<img src='/a.jpg' alt='nhà cái 8xbet kèo nhà cái tài xỉu online uy tín'>",
    "title attribute": "<a href='/x' title='soi kèo nhà cái, nổ hũ, bắn cá đổi thưởng'>x</a>",
    "json-ld": '<script type="application/ld+json">{"@type":"Article","headline":"Nhà cái uy tín 8xbet, soi kèo, nổ hũ đổi thưởng"}</script>',
    "written by script": "<script>document.write(\"<a href='https://a.top'>kèo nhà cái uy tín, nổ hũ</a>\")</script>",
    "written from code": f"<script>document.write(atob('{_WRITTEN}'))</script>",
    "thai": "<a href='https://a.top'>สล็อตเว็บตรง บาคาร่า</a>",
    "thai hidden": "<div style='display:none'>สล็อต เว็บตรง แทงบอล คาสิโน เครดิตฟรี ฝากถอน ไม่มีขั้นต่ำ</div>",
    "chinese": "<div style='left:-999px;position:absolute'>澳门博彩 娱乐城 百家乐 体育投注 彩票开户 注册送彩金</div>",
    "japanese": "<p><a href='https://shop.top'>スーパーコピー ブランド 激安 通販 送料無料</a></p>",
    "indonesian": "<div style='display:none'><a href='https://a.top'>slot gacor hari ini</a> judi online situs slot</div>",
    "medicine": "<div style='position:absolute;left:-4000px'><a href='https://p.top'>buy viagra online without prescription</a></div>",
    "medicine open": "<a href='https://p.top'>generic cialis online</a>",
    "loans": "<a href='https://vay.top'>Vay tiền nhanh online chỉ cần CCCD</a>",
    "loans open": "<p>Vay tiền nóng, vay tiền góp, hỗ trợ nợ xấu, giải ngân trong 5 phút, liên hệ ngay Zalo</p>",
    "adult": "<div style='display:none'><a href='https://s.top'>phim sex không che</a></div>",
    "adult open": "<a href='https://s.top'>gái gọi cao cấp</a>",
    "papers": "<a href='https://b.top'>làm bằng đại học uy tín</a>",
    "essay": "<div style='height:0px;overflow:hidden'><a href='https://e.top'>essay writing service</a> write my essay</div>",
    "farm": "<div style='left:-9999px;position:absolute'>" + "".join(f"<a href='https://s{n}-blog{n}.com'>more</a>" for n in range(6)) + "</div>",
}  # fmt: skip
HEADS = {
    "title": "<title>8XBET - Nhà cái uy tín nhất châu Á | Tặng 88K</title>",
    "keo title": "<title>Kèo nhà cái hôm nay</title>",
    "japanese title": "<title>スーパーコピー時計 激安通販専門店</title>",
    "chinese title": "<title>澳门威尼斯人娱乐城官网平台</title>",
    "description": "<title>Trang chủ</title><meta name='description' content='Nhà cái 8xbet, tài xỉu online, nổ hũ, link vào mới nhất'>",
    "og": "<title>Trang chủ</title><meta property='og:title' content='Slot gacor hari ini situs judi online'>",
}


def page(
    body="", *, head="<title>UBND phường Bến Thành</title>", news=NEWS, extra="", skin="chinh"
):
    """Return a whole page of a ward with something in its middle and something before its end."""
    rows = "".join(
        f"<div class='tin-item'><h3><a href='/tin/{n}'>{title}</a></h3><span class='ngay'>2{n}/11/2026</span><p>{SENTENCE}</p></div>"
        for n, title in enumerate(news)
    )
    return f"<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'>{head}<link rel=stylesheet href=/a.css><script src='/js/app.js'></script></head><body class='{skin}'><header class='dau-trang'><img class='logo' src='/l.png' alt='Ủy ban nhân dân phường Bến Thành'><nav class='thanh-menu'><ul class='menu'>{MENU}</ul></nav></header><main class='noi-dung'><div class='cot-trai'>{body}</div><section class='tin-moi'>{rows}</section><aside class='ben-phai'><ul class='lien-ket'><li>Liên kết</li></ul></aside></main>{extra}{FOOT}</body></html>"


def clean_cases():
    """Yield named pages where nothing is planted: each ordinary part at three places."""
    for name, part in ORDINARY.items():
        yield name, page(part)
        yield f"{name}, at the end", page(extra=part)
        yield (
            f"{name}, alone",
            f"<html lang=vi><head><title>Tin</title></head><body>{MENU}{part}<p>{SENTENCE}</p>{FOOT}</body></html>",
        )


def planted_cases():
    """Yield named pages with one thing planted, beside the most misleading ordinary news."""
    for name, part in PLANTED.items():
        yield name, page(extra=part)
        yield f"{name}, beside police news", page(ORDINARY["police headlines"], extra=part)
    for name, head in HEADS.items():
        yield name, page(head=head)
        yield f"{name}, beside police news", page(ORDINARY["police headlines"], head=head)
