# ruff: noqa: E501  one text a line
"""A sixth labelled set, made by crossing: each thing to sell in each way of planting it.

The honest half crosses texts of papers and offices with the same ways, as far as honest pages
have them.
"""

import base64
import json
from itertools import product

from tests.members.unlike_frames import FRAMES, OWNER

# What is sold: a name, words for a link, a few sentences, and a host with an ordinary ending.
SOLD = {
    "house": (
        "Bongvip",
        "Bongvip - trang chủ nhà cái Bongvip",
        "Bongvip mang tới cho anh em làng cá độ hệ thống kèo đa dạng, nạp rút chưa đầy một phút. Ngoài thể thao còn có phòng casino với người chia bài thật, quay slot và lô đề ăn 99.",
        "bongvip.com",
    ),
    "slots": (
        "Phát Tài Club",
        "tải game nổ hũ Phát Tài Club",
        "Phát Tài Club là cổng game bài đổi thưởng được giới trẻ mê mẩn: tài xỉu, mini poker, thủy cung, trứng phục hưng. Thắng bao nhiêu rút bấy nhiêu, giftcode phát mỗi tối lúc 21 giờ.",
        "phattaiclub.net",
    ),
    "numbers": (
        "Cầu Lộc",
        "soi cầu MB hôm nay chuẩn nhất",
        "Chuyên gia Cầu Lộc gửi tới anh em bạch thủ lô, lô kép, dàn đặc biệt 64 số siêu chuẩn. Tỷ lệ trúng tới 95%, ai theo cầu ba ngày chắc chắn về bờ.",
        "cauloc247.com",
    ),
    "odds": (
        "Tỷ Số Vàng",
        "nhận định kèo Liverpool vs Brighton",
        "Tỷ Số Vàng nhận định Liverpool tiếp Brighton: kèo chấp 1,25 chủ nhà thắng kèo, tài xỉu 2,75 nên đánh tài. Xem trực tiếp bóng đá miễn phí cùng link sopcast.",
        "tysovang.tv",
    ),
    "fishes": (
        "Ngư Vương",
        "bắn cá đổi thưởng online uy tín",
        "Ngư Vương là game bắn cá ăn tiền thật hay nhất, súng plasma, cá tiên x500. Nạp thẻ cào khuyến mại 50%, đổi thưởng về ngân hàng hoặc Momo.",
        "nguvuong.io",
    ),
    "loan": (
        "Tiền Ơi",
        "vay tiền nhanh chỉ cần CCCD",
        "Vay ngay 15 triệu, xét duyệt tự động, tiền về tài khoản trong 5 phút, không giữ giấy tờ, không gọi người thân, hỗ trợ cả khách đang nợ xấu.",
        "tienoi-app.com",
    ),
    "tablets": (
        "Hùng Kê",
        "thuốc cường dương Hùng Kê chính hãng",
        "Hùng Kê giúp cương cứng lâu, chống xuất tinh sớm, tăng kích thước sau một liệu trình. Mua ba tặng một, giao hàng kín đáo, kiểm tra rồi mới trả tiền.",
        "hungke.shop",
    ),
    "diplomas": (
        "Bằng Thật 24",
        "làm bằng đại học có hồ sơ gốc",
        "Nhận làm bằng cao đẳng, đại học, chứng chỉ hành nghề phôi thật, tem bộ giáo dục, công chứng được, không cọc trước, ba ngày có hàng.",
        "bangthat24.com",
    ),
    "women": (
        "Mây Đêm",
        "gái gọi Sài Gòn hàng mới",
        "Mây Đêm giới thiệu gái gọi sinh viên, người mẫu, hot tiktoker, ảnh chuẩn người thật, phục vụ tận khách sạn, giá từ 800k một shot.",
        "maydem.org",
    ),
    "films": (
        "Phim Đỏ",
        "phim sex Việt Nam không che",
        "Xem phim sex vietsub, clip lộ của hot girl, JAV không che, cập nhật hằng ngày, tốc độ cao không quảng cáo.",
        "phimdo.me",
    ),
    "slots abroad": (
        "Naga303",
        "situs slot gacor Naga303",
        "Naga303 menyediakan slot gacor hari ini dengan deposit pulsa tanpa potongan, judi bola, casino live dan togel terlengkap, bonus new member 100%.",
        "naga303-link.com",
    ),
    "casino in English": (
        "Royal Spinz",
        "Royal Spinz online casino no deposit bonus",
        "Royal Spinz online casino offers 200 free spins, no deposit bonus, live blackjack and sports betting with instant crypto payouts.",
        "royalspinz.com",
    ),
    "tablets in English": (
        "RxCheap",
        "buy cialis online without prescription",
        "Order generic viagra, cialis and tramadol online, no prescription needed, overnight shipping, lowest price guaranteed.",
        "rxcheap-store.com",
    ),
    "bags": (
        "ブランド館",
        "スーパーコピー 財布 激安",
        "当店はルイヴィトン、シャネル、グッチのスーパーコピー財布、時計、バッグを激安で販売しております。N級品、送料無料、後払い可能。",
        "copybrand-jp.com",
    ),
    "games in Chinese": (
        "金沙",
        "澳门金沙娱乐城官网",
        "澳门金沙娱乐城提供百家乐、老虎机、体育投注、六合彩，开户送88彩金，秒速提款，信誉保证，欢迎代理加盟。",
        "jinsha8.com",
    ),
}

STORY = "Sáng 24/11, phường tổ chức ngày hội đọc sách; hơn 300 học sinh các trường trên địa bàn tham dự, trao đổi 1.200 đầu sách và nghe kể chuyện lịch sử vùng đất Gia Định."


def _link(host, words, more=""):
    return f"<a href='https://{host}/'{more}>{words}</a>"


def _coded(text):
    return base64.b64encode(text.encode()).decode()


def _page(body, *, number, head="", title=OWNER):
    return FRAMES[number % len(FRAMES)](body, head=head, title=title, story=STORY)


# Ways of planting: from the four things of `SOLD` to slots of a page, or to a whole page.
WAYS = {
    "a paragraph with its link": lambda n, w, t, h: {"body": f"<p>{t} Truy cập {_link(h, n)}.</p>"},
    "a post in the list and its text": lambda n, w, t, h: {"body": f"<article><h2>{w}</h2><p>{t}</p><p>{t.split('.')[0]} cùng {n}.</p></article>"},
    "put away": lambda n, w, t, h: {"body": f"<div style='display:none'>{_link(h, w)} {t}</div>"},
    "off the screen": lambda n, w, t, h: {"body": f"<div style='position:absolute;left:-20000px'>{_link(h, w)} {_link('m.' + h, n)}</div>"},
    "in the head": lambda n, w, t, h: {"title": f"{w} | {n}", "head": f"<meta name='description' content='{t}'>"},
    "shared": lambda n, w, t, h: {"head": f"<meta property='og:title' content='{w}'><meta property='og:description' content='{t}'>"},
    "at the foot": lambda n, w, t, h: {"body": f"<div class='textwidget'>Liên kết hữu ích: {_link(h, w)} | {_link('chinhphu.vn', 'Cổng Chính phủ')}</div>"},
    "a visitor's comment": lambda n, w, t, h: {"body": f"<li class='comment'><cite>{_link(h, n, ' rel=nofollow')}</cite><p>{t}</p></li>"},
    "written by a coded script": lambda n, w, t, h: {"body": f"<script>document.write(decodeURIComponent(escape(atob('{_coded(f'<div>{_link(h, w)} {t}</div>')}'))))</script>"},
    "a coded way out": lambda n, w, t, h: {"body": f"<script>if(document.referrer){{window.location.replace(atob('{_coded('https://' + h)}'))}}</script>"},
    "a page of its own": lambda n, w, t, h: (f"<!doctype html><html><head><title>{w}</title></head><body><h1>{w}</h1><p>{t}</p><p>{_link(h, n)}</p></body></html>",),
    "found by the site's search": lambda n, w, t, h: {"body": f"<ol class='ket-qua'><li><a href='/bai-viet/9{len(w)}'>{w}</a><p>{t[:90]}…</p></li><li><a href='/bai-viet/12'>Lịch tiếp dân</a></li></ol>"},
    "a picture with its words": lambda n, w, t, h: {"body": f"<a href='https://{h}/'><img src='/upload/bn.jpg' alt='{w}'></a>"},
    "data for machines": lambda n, w, t, h: {"head": f"<script type='application/ld+json'>{json.dumps({'@type': 'WebPage', 'name': w, 'description': t, 'url': 'https://' + h}, ensure_ascii=False)}</script>"},
}  # fmt: skip

# What honest pages tell, near to what is sold.
TOLD = {
    "police": (
        "Công an phường",
        "Triệt xóa nhóm cá độ bóng đá trên mạng",
        "Công an phường vừa triệt xóa nhóm cá độ bóng đá do T. cầm đầu; các đối tượng dùng trang nhà cái nước ngoài, chia kèo cho con bạc. Ba người bị tạm giữ, thu giữ 12 điện thoại.",
        "cand.com.vn",
    ),
    "court": (
        "Tòa án khu vực",
        "Lịch xét xử vụ tổ chức đánh bạc bằng game nổ hũ",
        "Tòa án xét xử 14 bị cáo tổ chức đánh bạc qua cổng game bài đổi thưởng; cáo trạng nêu số tiền giao dịch 2.300 tỷ đồng.",
        "congly.vn",
    ),
    "loans": (
        "Hội Phụ nữ",
        "Vay vốn ưu đãi cho hội viên",
        "Hội Phụ nữ phường tín chấp cho 45 hội viên vay vốn ngân hàng chính sách, mỗi người 50 triệu đồng, lãi suất thấp, giải ngân tại trụ sở khu phố.",
        "vbsp.org.vn",
    ),
    "sharks": (
        "Báo Người Lao động",
        "Cạm bẫy vay tiền nhanh qua ứng dụng",
        "Nhiều công nhân sập bẫy vay tiền nhanh qua ứng dụng: chỉ cần căn cước, năm phút có tiền, rồi bị đòi nợ kiểu khủng bố. Công an khuyến cáo trình báo ngay.",
        "nld.com.vn",
    ),
    "medicine": (
        "Sở Y tế",
        "Cảnh báo thuốc cường dương giả",
        "Sở Y tế cảnh báo sản phẩm quảng cáo trị xuất tinh sớm, tăng cường sinh lý có chứa sildenafil vượt mức; người bệnh cần đi khám, không tự mua thuốc trên mạng.",
        "medinet.gov.vn",
    ),
    "school": (
        "Phòng Văn hóa - Xã hội",
        "Chứng chỉ, bằng cấp và tuyển sinh",
        "Tuyển sinh trung cấp nghề năm 2027: miễn học phí, cấp bằng chính quy, hỗ trợ giới thiệu việc làm; hồ sơ gồm học bạ bản sao và ảnh 3x4.",
        "moet.gov.vn",
    ),
    "football": (
        "Báo Thể thao",
        "Kết quả vòng 11 giải vô địch quốc gia",
        "Đội chủ nhà thắng 2-1 ở vòng 11, bàn quyết định ghi phút 89. Trận sau đá lúc 19 giờ 15, vé từ 50.000 đồng, truyền hình trực tiếp trên VTV5.",
        "thethao247.vn",
    ),
    "lottery": (
        "Xổ số kiến thiết",
        "Kết quả mở thưởng ngày 23/11",
        "Giải đặc biệt 6 chữ số trị giá 2 tỷ đồng thuộc vé bán tại Bình Chánh; công ty trả thưởng trong giờ hành chính, người trúng mang giấy tờ tùy thân.",
        "xosohcm.com.vn",
    ),
    "games": (
        "Trung tâm Văn hóa",
        "Hội thi trò chơi dân gian và e-sports",
        "Hội thi gồm ô ăn quan, cờ người, bắn bi và thể thao điện tử; đăng ký trực tuyến miễn phí, đội thắng nhận thưởng 5 triệu đồng.",
        "thanhdoan.hochiminhcity.gov.vn",
    ),
    "English": (
        "Consular notes",
        "Temporary residence for foreigners",
        "Foreigners staying in Ho Chi Minh City register at the ward police within 12 hours; bring passports and the host's papers. No fee is charged.",
        "evisa.gov.vn",
    ),
    "Chinese": (
        "Hội quán",
        "Lễ hội Nguyên tiêu 元宵節",
        "Bà con người Hoa tổ chức Nguyên tiêu 元宵節 tại hội quán, có hát Quảng, thư pháp 福祿壽, đố đèn; du khách vào cửa tự do.",
        "baotanghcmc.vn",
    ),
    "shopping": (
        "Sở Công Thương",
        "Tháng khuyến mại tập trung 2026",
        "Hơn 2.000 doanh nghiệp giảm giá đến 100%, quay số trúng thưởng ô tô, hoàn tiền khi thanh toán không tiền mặt; danh sách trên cổng của Sở.",
        "congthuong.hochiminhcity.gov.vn",
    ),
}


def planted_cases():
    """Yield (name, html) of every crossing."""
    for number, ((sold, what), (way, plant)) in enumerate(product(SOLD.items(), WAYS.items())):
        slots = plant(*what)
        html = (
            slots[0]
            if isinstance(slots, tuple)
            else _page(slots.pop("body", ""), number=number, **slots)
        )
        yield f"{way}: {sold}", html


_NEVER_HONEST = ("a coded way out", "written by a coded script", "a page of its own")


def clean_cases():
    """Yield (name, html) of every crossing of what honest pages do."""
    ways = {name: plant for name, plant in WAYS.items() if name not in _NEVER_HONEST}
    for number, ((told, what), (way, plant)) in enumerate(product(TOLD.items(), ways.items())):
        slots = plant(*what)
        yield f"{way}: {told}", _page(slots.pop("body", ""), number=number, **slots)
