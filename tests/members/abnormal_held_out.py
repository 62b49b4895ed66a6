# ruff: noqa: E501  one planted thing a line
"""A second labelled set for abnormality, written after the rules: other pages, other tricks."""

from urllib.parse import quote

from tests.members.abnormal_pages import page

_CODES = ",".join(
    str(ord(sign)) for sign in "<a href='https://a.win'>soi kèo nhà cái, nổ hũ đổi thưởng</a>"
)
_PERCENT = quote("<div>nhà cái uy tín, tài xỉu online, soi cầu, link vào</div>")


def joomla(middle, title="Sở Xây dựng Thành phố Hồ Chí Minh"):
    rows = "".join(
        f"<div class='item' itemprop='blogPost'><h2 itemprop='name'><a href='/index.php/tin-{n}'>{text}</a></h2><p>{text}, theo kế hoạch đã được Ủy ban nhân dân Thành phố phê duyệt.</p></div>"
        for n, text in enumerate(("Cấp phép xây dựng trực tuyến tăng mạnh", "Thông tin quy hoạch khu trung tâm", "Xử phạt công trình vi phạm trật tự xây dựng", "Kết luận thanh tra dự án nhà ở", "Lịch làm việc tuần 47"))
    )  # fmt: skip
    return f"<!DOCTYPE html><html xml:lang='vi-vn'><head><title>{title}</title></head><body id='com-content'><div class='wrap'><div class='header'><a href='/'><img src=logo.png alt='Sở Xây dựng'></a></div><div class='nav-collapse'><ul class='nav menu'><li><a href='/'>Trang chủ</a><li><a href='/vb'>Văn bản</a></ul></div><div class='blog'>{rows}{middle}</div><div class='footer'>Sở Xây dựng - 60 Trương Định, phường Võ Thị Sáu</div></div></body></html>"


def table(middle, title="Trung tâm Y tế"):
    return f"<html><head><title>{title}</title></head><body><table width=980><tr><td bgcolor=#006600><font color=#ffffff><b>TRUNG TÂM Y TẾ</b></font></td></tr><tr><td>Khám bệnh, tiêm chủng, dân số, an toàn thực phẩm. Trung tâm tiếp nhận đăng ký khám sức khỏe định kỳ cho người cao tuổi trên địa bàn phường vào sáng thứ bảy hằng tuần.</td></tr><tr><td>{middle}</td></tr></table></body></html>"


PLANTED = {
    "hidden by visibility": "<ul style='visibility: hidden;height:1px'><li><a href='https://zz.bet/'>Cá cược bóng đá</a></ul>",
    "shifted": "<div style='transform:translateX(-9999px)'>Game bài đổi thưởng hay nhất, bắn cá, tài xỉu</div>",
    "far right": "<div style='position:absolute; right:-99999em; top:0'><a href='https://n88.co'>đánh đề online</a></div>",
    "overflow box": "<div style='overflow:auto;width:1px;height:1px'><a href='https://q.site'>Xem phim sex</a> <a href='https://q2.site'>jav</a></div>",
    "scroll box": "<marquee scrollamount='9999' height='1' width='2'><a href='https://q.site/t'>tai game no hu</a></marquee>",
    "same ink by rgb": "<div style='background-color: rgb(0,0,0)'><span style='color:#000;background:#000'>lô đề online uy tín, soi cầu miền bắc, dàn đề</span></div>",
    "by id rule": "<style>#ads-x, .tmp{ text-indent : -5000px }</style><p id='ads-x'>cổng game quốc tế, xóc đĩa, baccarat, poker</p>",
    "jquery hide": "<div class='k1'>Nhà cái hàng đầu châu Á, tặng cược miễn phí</div><script>$('.k1').hide()</script>",
    "dotted brand": "<p>Đăng nhập 8.x.b.e.t và k.u.b.e.t nhận thưởng, n.h.à c.á.i số 1</p>",
    "stars": "<a href='https://abc.vip'>t*à*i x*ỉ*u</a>",
    "entities": "<p>Nh&agrave; c&aacute;i uy t&iacute;n, k&egrave;o b&oacute;ng, c&aacute; cược thể thao</p>",
    "cyrillic letters": "<a href='https://abc.vip'>Nhà сái uу tín, kèo nhà сái</a>",
    "bold mathematics": "<p>𝗻𝗵𝗮 𝗰𝗮𝗶 𝘂𝘆 𝘁𝗶𝗻, 𝘀𝗼𝗶 𝗸𝗲𝗼, 𝗻𝗼 𝗵𝘂, 𝘁𝗮𝗶 𝘅𝗶𝘂 𝗼𝗻𝗹𝗶𝗻𝗲</p>",
    "split by tags": "<p><a href='https://abc.vip'><b>N</b>hà <i>cái</i> <span>uy tín</span></a></p>",
    "brand pages": "<a href='https://bongvip.top'>new88</a>, <a href='https://tt.top'>hi88</a>, <a href='https://uu.top'>33win</a>",
    "unknown brand": "<a href='https://hotro.top'>Trang chủ win888 chính thức</a>",
    "football": "<a href='https://xoilacz.tv'>Xoilac trực tiếp bóng đá</a>",
    "cockfights": "<a href='https://ga.live'>Đá gà Thomo trực tiếp hôm nay</a>",
    "lottery touts": "<a href='https://cau.today'>Soi cầu 247, bạch thủ lô MB</a>",
    "host only": "<a href='https://www.keonhacai5.tv/'><img src='/b.gif'></a>",
    "host hyphens": "<a href='https://nha-cai-uy-tin.net/'>đối tác</a>",
    "korean": "<div style='display:none'>온라인 카지노 바카라사이트 토토사이트 먹튀검증 안전놀이터 추천 순위 이벤트</div>",
    "russian": "<p style='position:absolute;top:-1000px'><a href='https://kaz.top'>Казино онлайн, игровые автоматы, ставки на спорт</a></p>",
    "chinese link": "<a href='https://yule.top'>澳门新葡京娱乐场官网</a>",
    "percent script": f"<script>document.write(unescape('{_PERCENT}'))</script>",
    "codes script": f"<script>var s=String.fromCharCode({_CODES});document.body.innerHTML+=s</script>",
    "inner html": "<script>document.getElementById('x').innerHTML='<a href=\"https://v.top\">Tải game tài xỉu, nổ hũ, xóc đĩa đổi thưởng</a>';</script>",
    "json-ld reviews": '<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[{"name":"Kèo nhà cái là gì, nhà cái uy tín nào tặng cược miễn phí?"}]}</script>',
    "slot words": "<a href='https://id.top'>situs slot gacor maxwin</a>",
    "pills": "<p style='font-size:0px'>cheap cialis online pharmacy no prescription</p>",
    "abortion pills": "<a href='https://pill.top'>bán thuốc phá thai kín đáo</a>",
    "black loans": "<a href='https://tien.top'>Vay nóng Bình Dương</a>",
    "call girls": "<div style='text-indent:-99999px'>gái gọi Sài Gòn, gái gọi sinh viên giá rẻ</div>",
    "bags": "<a href='https://tui.top'>túi xách super fake giá rẻ</a>",
    "link seller": "<a href='https://seo.top'>Dịch vụ backlink báo</a>",
    "own uploads": "<a href='/Uploads/1/8xbet-nha-cai.pdf'>Link vào 8xbet mới nhất, nhà cái số 1</a>",
    "question page": "<div class='hoi-dap'><b>Hỏi:</b> Mình giới thiệu cổng game bài đổi thưởng uy tín, nạp rút nhanh, link tải app: go88 vin</div>",
    "search echo": "<h1>Kết quả tìm kiếm: soi kèo nhà cái 8xbet nổ hũ đổi thưởng</h1>",
    "farm by class": "<style>.x9{position:absolute;clip:rect(1px,1px,1px,1px)}</style><div class='x9'>" + "".join(f"<a href='https://{n}{n}-news.biz'>here</a>" for n in "abcde") + "</div>",
    "picture text": "<img src='/q.png' title='8xbet - nhà cái uy tín' alt='8xbet, w88, fb88, kubet'>",
}  # fmt: skip

ORDINARY = {
    "court": "<h2>Xét xử vụ tổ chức đánh bạc 10.000 tỷ qua Rikvip</h2><p>Tòa án tuyên phạt các bị cáo. Game bài Rikvip, tài xỉu, xóc đĩa từng hoạt động trên mạng Internet.</p>",
    "advice": "<h2>Nhận biết quảng cáo cờ bạc trên mạng</h2><p>Người dân cần cảnh giác với các trang nhà cái, nổ hũ, game bài đổi thưởng; không bấm vào đường dẫn lạ.</p>",
    "link to a newspaper": "<a href='https://tuoitre.vn/cong-an-bat-nhom-ca-do'>Công an bắt nhóm cá độ bóng đá nghìn tỷ (Báo Tuổi Trẻ)</a>",
    "link to a resort": "<a href='https://hotramresort.com'>The Grand Hồ Tràm: khách sạn, sân golf và casino</a>",
    "links to newspapers": "<a href='https://vnexpress.net/a'>Khởi tố trùm cờ bạc xóc đĩa</a><a href='https://thanhnien.vn/b'>Nam sinh nợ nần vì cá độ bóng đá: cảnh báo từ nhà trường</a>",
    "school": "<p>Nhà trường tuyên truyền học sinh không chơi lô đề, cá độ bóng đá, tài xỉu online.</p>",
    "company": "<a href='https://xskthcm.com'>Công ty Xổ số kiến thiết TP.HCM</a>",
    "results": "<h2>Kết quả xổ số miền Nam ngày 22/11/2026</h2><p>Giải tám 88, giải bảy 789, giải nhất 68686. Vé trúng thưởng lĩnh tại đại lý.</p>",
    "drugs": "<p>Danh mục thuốc trúng thầu: Tramadol 50mg, Sildenafil 50mg, Tadalafil 20mg, Levitra; đơn giá chất lượng nhóm 1.</p>",
    "andrology": "<p>Bệnh viện Bình Dân khám nam khoa: rối loạn cương dương, thuốc cường dương trôi nổi gây hại, bác sĩ khuyên không tự mua online.</p>",
    "health link": "<a href='https://benhvienungbuou.vn'>Đăng ký khám bệnh trực tuyến</a>",
    "policy bank": "<a href='https://vbsp.org.vn'>Vay vốn tín dụng chính sách cho hộ nghèo, học sinh sinh viên</a>",
    "loan of young people": "<p>Thanh niên vay tiền khởi nghiệp không thế chấp, lãi suất thấp, giải ngân nhanh, liên hệ Đoàn phường.</p>",
    "accordion": "<div class='collapse' style='height:0;overflow:hidden'><p>Câu hỏi: Đăng ký tạm trú online ở đâu? Trả lời: tại Cổng dịch vụ công, miễn phí.</p></div>",
    "tabs": "<div style='display:none' class='tab-pane'><a href='/t/1'>Công an bắt nhóm đánh bạc</a><a href='/t/2'>Phá ổ cá độ bóng đá tại phường</a></div>",
    "slider": "<div style='left:-1920px;position:absolute'><h3>Chào mừng Đại hội Đảng bộ phường lần thứ I</h3></div>",
    "english": "<p>The City promotes the night economy, tourism, sports events and a legal casino pilot under Decree 03. Police arrested an online gambling ring.</p>",
    "chinese visit": "<h2>Tiếp đoàn 广州市人民政府</h2><p>Lãnh đạo phường tiếp đoàn công tác thành phố Quảng Châu (广州市).</p>",
    "japanese school": "<a href='https://hcmc.vn.emb-japan.go.jp'>在ホーチミン日本国総領事館</a>",
    "folk games": "<p>Hội xuân có cờ người, kéo co, lô tô, bầu cua tôm cá vui xuân, đá gà nghệ thuật được phép tổ chức.</p>",
    "codes": "<p>Mã hồ sơ G88, mẫu W88/2026, tuyến buýt 88, đường D789, số nhà 68, xe 51F-888.88, phòng B52.</p>",
    "film": "<p>Liên hoan phim: Sex and the City không có trong danh sách; phim 18+ kiểm soát vé.</p>",
    "sex education": "<p>Giáo dục giới tính (sex education) cho học sinh; tư vấn online miễn phí, chất lượng.</p>",
    "fake diplomas": "<p>Công an bắt nhóm làm bằng giả, làm bằng đại học, mua bán giấy tờ giả qua Zalo.</p>",
    "copyright": "<p>Quản lý thị trường thu giữ túi xách Gucci, Louis Vuitton, đồng hồ Rolex giả.</p>",
    "glue": "<p>Hướng dẫn dùng keo dán, kéo cắt, nhà cải tạo, ca cuộc, số đề tài nghiên cứu tốt nhất.</p>",
    "template": "<script>var msgs={a:'Đăng ký thành công, vui lòng kiểm tra hộp thư',b:'Link tải app Công dân số miễn phí'};</script>",
    "pixel": "<iframe src='https://stats.example.net/p' width=1 height=1></iframe>",
}  # fmt: skip


def planted_cases():
    """Yield named pages of three makes with one thing planted."""
    for name, part in PLANTED.items():
        yield name, page(extra=part)
        yield f"{name}, joomla", joomla(part)
        yield f"{name}, table", table(part)


def clean_cases():
    """Yield named pages of three makes where nothing is planted."""
    for name, part in ORDINARY.items():
        yield name, page(part)
        yield f"{name}, joomla", joomla(part)
        yield f"{name}, table", table(part)
