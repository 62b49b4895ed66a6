# ruff: noqa: E501  one planted thing a line
"""An eighth labelled set: the ordinary cases of 2021–2025 as they stood on public sites, and beside
them what honest pages say of the same things. Names of trades are made up.
"""

from tests.members.unlike_frames import framed

_FAR = "<div style='position:absolute;left:-9999px'>{}</div>"
PLANTED = {
    "film": {"title": "Xem phim Bến Đò 2024 Full HD bản đẹp", "body": "<p>Xem phim Bến Đò (2024) full HD vietsub thuyết minh miễn phí không quảng cáo, bản chiếu rạp 1080p.</p><a href='https://phimhayquaz.net/ben-do'>Xem ngay</a>"},
    "film abroad": "<p>Watch The Long River (2023) full movie online free, streaming HD, download mp4, no sign up. <a href='https://t.co/abc9'>WATCH NOW</a></p>",
    "film in a report": "<p>Hội nghị tổng kết công tác năm diễn ra sáng nay.</p><p>Tải phim Bến Đò fshare, bilutv, lồng tiếng, tập 1 đến tập cuối, link xem phim server VIP.</p>",
    "Indonesian lines in an article": "<p>Bandar togel online resmi, pengeluaran HK, prediksi angka jitu 4D, pasaran terlengkap, diskon 66% setiap hari.</p>",
    "demo slot": "<p>Main demo slot zeus gratis tanpa akun, akun pro server luar negeri anti rungkad, scatter hitam terbaru.</p>",
    "Chinese lottery in an article": "<p>香港六合彩开奖直播，马会资料，免费公开一肖一码，平特一肖，白小姐透特，今晚开什么特马。</p>",
    "Korean arcade": {"title": "바다이야기 릴게임 다운로드", "body": "<p>바다이야기 릴게임 온라인 게임 사이트 주소, 신규 가입 3만원 꽁머니 지급, 모바일 릴게임 추천.</p>"},
    "Japanese cards under a Vietnamese menu": {"title": "ポケモンカード BOX 新品 未開封", "body": "<p>ポケモンカードゲーム 強化拡張パック 新品未開封。即日発送、お値下げしました。商品の状態：新品。カートに入れる。配送料の負担は出品者です。" * 6 + "</p>"},
    "Polish casino": "<p>Najlepsze kasyno online Polska, darmowe spiny bez depozytu, bonus powitalny, BLIK, wypłata w 5 minut.</p>",
    "search echo, Chinese": "<p>Kết quả tìm kiếm cho: <b>时时彩平台【hoaphat68z.bet】</b></p><p>Không tìm thấy kết quả nào.</p>",
    "search echo, named": "<p>Kết quả tìm kiếm cho: <b>slot gacor hoaphat68</b></p>",
    "search echo, betting": "<p>Kết quả tìm kiếm cho: <b>Trang cá cược bóng đá hoaphat791.bet</b></p>",
    "search echo, adult": {"title": "Tìm kiếm", "body": "<p>Từ khóa: xem phim sex rongbay66vn.com</p>"},
    "files": "<table><tr><td><a href='/upload/ke-hoach-125.pdf'>Kế hoạch 125/KH-UBND</a></td></tr><tr><td><a href='/upload/2021/xem-phim-full-hd-vietsub.pdf'>xem-phim-full-hd-vietsub.pdf</a></td></tr><tr><td><a href='/upload/2021/nha-cai-hoaphat68-uy-tin.docx'>nha-cai-hoaphat68-uy-tin.docx</a></td></tr></table>",
    "comment without a link": "<ol><li>Minh Tâm: <p>Bài viết bổ ích.</p></li><li>x: <p>Anh em vào hoaphat8k.com chơi nhé, nổ hũ liên tục, rút tiền nhanh</p></li></ol>",
    "comment without marks": "<ol><li>admin: <p>keo nha cai hoaphat99 hom nay https://hoaphat99.com uy tin</p></li></ol>",
    "one word": "<p>Nội dung <a href='https://hoaphat861.com'>Hoaphat86</a> tiếp theo.</p>",
    "one word, won": "<p>Theo kế hoạch <a href='https://meowin.com'>Meowin</a> thì tháng sau.</p>",
    "how to be paid": {"title": "Hướng dẫn rút tiền từ Gamhay về ngân hàng", "body": "<p>Sau khi thắng cược, vào mục Ví của tôi chọn Rút tiền, tối thiểu 100 điểm, hoàn thành 1 vòng cược.</p><p>Chi tiết tại gamhay.mobi.</p>"},
    "profile": {"title": "Hoaphat368 Official", "body": "<dl><dt>Trang web</dt><dd><a href='https://hoaphat368-vn.com/'>https://hoaphat368-vn.com/</a></dd><dt>Mô tả</dt><dd>Hoaphat368 là địa chỉ cá cược đáng tin, kho game đa dạng từ thể thao đến slot.</dd></dl>"},
    "profile, home page": {"title": "Maihoaclub", "body": "<p>Trang tổng hợp kèo, tỷ số trực tuyến và mẹo cược từ Maihoaclub</p><a href='http://maihoaclub.biz'>Website cá nhân</a>"},
    "profile, said aloud": {"title": "Hoa789k", "body": "<p>Hoa789k - Thương hiệu game trực tuyến xanh chín bậc nhất. Hotline 0888. Website hoa789k.mx #gamehoa789k</p>"},
    "signals": "<p>Tham gia room tín hiệu forex, vàng XAUUSD winrate 95%, copytrade lãi 20%/tháng, nạp USDT, hoàn phí spread.</p>",
    "word in no size": "<p>Căn cứ kế hoạch<span style='font-size:0'>Hoaga tài xỉu</span> của phường.</p>",
    "location in pieces": "<script>window['loc'+'ation']='https://sao79club.example.co/'</script>",
    "object over all": "<object data='https://sao79.ph/' style='position:fixed;left:0;top:0;width:100vw;height:100vh'></object>",
    "whole article": {"title": "Hoaphat77 - Nhà cái cá cược uy tín hàng đầu châu Á", "body": "<p>Hoaphat77 là một trong những nhà cái uy tín được nhiều người chơi lựa chọn, từ cá cược thể thao, casino trực tuyến đến nổ hũ.</p>"},
    "machine-made title": {"title": "Slot game vua hải tặc-【Thể thao Hoaphat88】", "body": "<p>Trang web cờ bạc trực tuyến lớn nhất Việt Nam, đánh nhau với gà trống, bắn cá và baccarat, hàng chục nghìn khách hàng đang chờ bạn.</p>"},
    "new words, far off": _FAR.format("<a href='https://sao79club.co'>keonhacai</a> <a href='https://tip79.ph'>game bắn cá</a>"),
    "loan": "<p>Vay nóng trả góp theo ngày, không giữ giấy tờ, nợ xấu vẫn vay được, duyệt hồ sơ qua Zalo trong 15 phút.</p><a href='https://vaynong9.top'>Đăng ký vay</a>",
    "questions of sellers": {"title": "Hỏi đáp", "body": "<ul><li><a href='/hoi-dap/1'>Thủ tục đổi bằng lái xe?</a></li><li><a href='/hoi-dap/2'>tài xỉu Hoafabet</a></li><li><a href='/hoi-dap/3'>xóc đĩa Hoabanhkeo</a></li></ul>"},
    "a question for show": {"title": "Hỏi đáp", "body": "<div><b>Hỏi:</b> Cá cược Euro 2024 tại Hoaminh88 khuyến mãi gì</div><div><b>Đáp:</b> Chưa có trả lời.</div>"},
    "a name that is the trade": {"title": "Hỏi đáp", "body": "<div><b>Hỏi:</b> Nhacaihoa có uy tín không? Nên chơi Nhacaihoa không?</div><div><b>Đáp:</b> Câu hỏi đã được tiếp nhận.</div>"},
    "one name, many lures": "<ul><li><a href='/hoi-dap/1'>nhà cái hoafa</a></li><li><a href='/hoi-dap/2'>hoafa đăng nhập</a></li><li><a href='/hoi-dap/3'>tải hoafa</a></li></ul>",
    "whether it cheats": {"title": "Hoamai lừa đảo có thật không? Sự thật về nhà cái Hoamai", "body": "<p>Tin đồn Hoamai lừa đảo khiến nhiều bet thủ hoang mang. Thực tế đây là chiêu trò của đối thủ cạnh tranh, mọi giao dịch nạp rút đều minh bạch.</p>"},
    "football, linked": "<p>Kế hoạch <a href='https://hoay8.co'>link xem bóng đá</a> năm tới.</p>",
    "totals, linked": "<p>Kế hoạch <a href='https://hoahn88.org'>situs toto</a> năm tới.</p>",
    "Indonesian words": {"title": "Slot Hari Ini", "body": "<p>Info dari semua provider, gacor olympus, jam hoki, modal receh jackpot paus setiap malam minggu.</p>"},
    "an ending that passes for a school's": "<iframe src='https://tranhoa5.ac/' style='position:fixed;top:0;left:0;width:100%;height:100%'></iframe>",
    "packed between double quotes": "<script>eval(function(p,a,c,k,e,d){return p}(\"0.1=\\\"2://3.4/\\\"\",5,5,\"window|location|https|hoamai|ceo\".split(\"|\"),0,{}))</script>",
    "joined by a point": "<script>setTimeout(function(){location.assign('https://'+['hoamai','co'].join('.'))},900)</script>",
    "a link in per cent": "<script>document.write(unescape('%3Ca%20href%3D%22https%3A//hoamai.onl%22%3Ehoa%3C/a%3E'))</script>",
    "digs for coins": "<script>var miner=new CoinHive.Anonymous('k');miner.start();</script>",
    "pointed at": "<p>Lan: vào <a href='https://hoamai.dance'>đây</a> chơi tài xỉu anh em ơi</p>",
    "under a title that opens a year": {"title": "Công khai dự toán ngân sách", "body": "<p>Casino online uy tín tặng 188k khi đăng ký, liên hệ telegram</p>"},
    "double the coins": "<p>Guaranteed profit, double your bitcoin in 24 hours, withdraw any time.</p>",
    "script of a player": "<script src='//cdn.hoaluxbet.com/js/t.js'></script>",
    "calendar": "<table><tr><td>Thứ 2</td><td>Họp giao ban</td></tr><tr><td>Thứ 3</td><td>Hoaphat68 cổng game đổi thưởng đăng ký nhận 100k</td></tr></table>",
}  # fmt: skip
HONEST = {
    "list of what is cut off": {"title": "Danh sách website vi phạm bị chặn truy cập", "body": "<p>Sở đề nghị nhà mạng chặn các tên miền đánh bạc: bong88.com, 188bet.com, fun88.com, w88.com, kubet.net.</p><p>Các trang này vi phạm Nghị định.</p>"},
    "fined": {"title": "Quyết định xử phạt trang quảng cáo cờ bạc hitclub, 789club, sunwin", "body": "<p>Công ty N. bị phạt 50 triệu đồng do đặt banner quảng cáo game bài, link dẫn đến go88.com.</p><p>Buộc gỡ bỏ.</p>"},
    "asked": "<p>Hỏi: trang hoaphat68s.org có được cấp phép không?</p><p>Trả lời: Không có trang cá cược nào được cấp phép tại Việt Nam, đề nghị ông không tham gia.</p>",
    "film in a cinema": "<p>Trung tâm Điện ảnh chiếu phim Bến Đò, vào cửa tự do, xem phim miễn phí, bản full HD, thuyết minh tiếng dân tộc.</p>",
    "film stolen": "<p>Khởi tố vụ xâm phạm quyền tác giả của website phimmoi; xem phim lậu full HD vietsub có thể nhiễm mã độc.</p>",
    "pictures of partners far off": _FAR.format("<a href='https://benhvienhoangkim.com'><img src='/l1.png' alt='Bệnh viện Hoàng Kim'></a><a href='https://dulichbien365.com'><img src='/l2.png' alt='Du lịch biển'></a>"),
    "pictures without gaps": "<div style='font-size:0'><a href='https://sunhouse-group.com'><img src='4.png'></a><a href='https://daithanhgroup.net'><img src='5.png'></a></div>",
    "partners by name": "<ul><li><a href='https://dalat360.com'>dalat360</a></li><li><a href='https://resort79.com'>Resort 79</a></li><li><a href='http://hotelclub.com'>Hotel Club</a></li></ul>",
    "found, in the words of a picture": "<ul><li><a href='/tin/1'><img src='1.jpg' alt='Phát hiện lô thuốc Viagra và Cialis giả'>Phát hiện lô thuốc Viagra và Cialis giả</a></li></ul>",
    "a phone's own address": "<script>if(screen.width<=699){document.location='https://m.'+location.host}</script>",
    "told by a neighbour": "<p>Đề nghị xử lý quán cà phê ghi lô đề, đánh bài ăn tiền ở ấp 3</p>",
    "consuls in Japanese": {"title": "ベトナム投資案内", "body": "<p>外務局は日本企業の投資を支援しています。カジノを含む統合型リゾートの規制については財務局まで。</p><p>Sở tiếp các đoàn doanh nghiệp Nhật Bản đến tìm hiểu đầu tư.</p>"},
    "grants in Indonesian": "<p>Pendaftaran beasiswa gratis untuk mahasiswa. Situs resmi universitas, daftar online.</p>",
    "Chinese desk": "<p>胡志明市欢迎各国企业前来投资。营业执照三个工作日内办理完毕，可在线开具发票。</p>",
    "warning of signals": "<p>Cảnh báo sàn forex, nhóm tín hiệu, copytrade lãi 20%/tháng rồi sập sàn. Người dân trình báo công an.</p>",
    "betting studied": "<p>This paper studies gambling behaviour among 500 students in Vietnam: sports betting and poker. Keywords: addiction, family.</p>",
    "search": "<p>Kết quả tìm kiếm cho <b>cá độ bóng đá</b>: 3 kết quả</p><h4><a href='/tin/1'>Triệt phá đường dây cá độ bóng đá qua mạng</a></h4>",
    "lottery bought": "<p>Người dân trúng Jackpot 34 tỷ; vé bán tại cửa hàng quận 4, xem vietlott.vn.</p>",
    "watched": "<p>Theo dõi tình hình dịch bệnh; đặt lịch tiêm qua Zalo của trạm y tế; giá rẻ, miễn phí khi có bảo hiểm.</p>",
    "files": "<pre><a href='/upload/bao-cao-phong-chong-danh-bac.pdf'>bao-cao-phong-chong-danh-bac.pdf</a> <a href='/upload/xo-so-kien-thiet-2021.xls'>xo-so-kien-thiet-2021.xls</a></pre>",
    "paper shown": "<object data='/media/bao-cao.pdf' type='application/pdf' width='100%' height='800'></object>",
    "strings joined": "<script>var a='loc'+'al';document.title='Trang'+' chủ';</script>",
    "dream of an app": "<p>Hướng dẫn tải app, đăng nhập, nạp tiền điện thoại, đổi điểm cho người cao tuổi.</p>",
    "cards at a fair": "<p>Đêm hội lô tô thiếu nhi, bốc thăm trúng thưởng, quay số may mắn do Công đoàn tổ chức.</p>",
    "drugs to be bought": {"title": "Thông báo mời chào giá gói thầu mua thuốc", "body": "<p>Danh mục: sildenafil, tadalafil, tramadol 100mg. Nộp báo giá trước 15/4.</p>"},
    "a victim": "<p>Ông H. được bạn rủ chơi tài xỉu trên app hoabet88.ltd, ban đầu rút được tiền.</p><p>Đến khi thua 5 tỷ, ông trình báo công an.</p>",
    "tags": "<p><a href='/tag/danh-bac'>đánh bạc</a> <a href='/tag/ca-do'>cá độ</a> <a href='/tag/lo-de'>lô đề</a></p>",
    "cheap endings": "<p>Xem thêm <a href='https://langhoa.club'>https://langhoa.club</a>, <a href='https://tinhdoan.online'>Tỉnh đoàn</a>, <a href='https://hoithao2025.live'>Hội thảo trực tuyến</a>, <a href='https://ocop-daklak.shop'>OCOP</a>.</p>",
    "title in two tongues": {"title": "Việt Nam – Thái Lan hợp tác: บริษัทไทย đầu tư", "body": "<p>Doanh nghiệp Thái (บริษัท ซีพี) mở nhà máy tại khu công nghiệp.</p>"},
    "sent abroad": "<p>Người đàn ông mất 5 tỷ: được bạn rủ chơi tài xỉu trên hoabet88.ltd, ban đầu rút được tiền, thua hết mới trình báo công an.</p>",
    "chances": "<p>Bài toán: tung ba xúc xắc, tổng từ 11 là tài, dưới 11 là xỉu. Tính xác suất.</p>",
    "fight of cocks": "<p>Hội thi đá gà nghệ thuật không ăn tiền, nghiêm cấm cá cược; giải nhất 10 triệu đồng.</p>",
}  # fmt: skip


def planted_cases():
    """Yield (name, html) of each piece in one of the frames."""
    yield from framed(PLANTED)


def clean_cases():
    """Yield (name, html) of each piece in one of the frames."""
    yield from framed(HONEST)
