# ruff: noqa: E501  one honest thing a line
"""What stands in order on public pages, near to what is planted: the honest half of the fifth set."""

from tests.members.unlike_frames import framed

NEWS = {
    "ring of betting": "<h1>Bóc gỡ mạng lưới ghi số đề tại chợ đầu mối</h1><p>Tối 17/11, Công an phường phối hợp Đội Hình sự bắt quả tang bà T. đang nhận ghi đề qua tin nhắn; thu 48 triệu đồng cùng nhiều tờ phơi. Bà khai ăn chia 1 ăn 75, chuyển phơi cho một người tên Bảy.</p>",
    "house abroad": "<p>Theo cơ quan điều tra, nhóm này thuê máy chủ ở nước ngoài, lập trang Luxwin để khách vào đặt cược, chơi quay hũ, baccarat; mỗi tháng nhận hơn 90 tỷ đồng. 19 người đã bị khởi tố.</p>",
    "verdict": "<p>Hội đồng xét xử tuyên phạt Nguyễn Văn K. 6 năm tù về tội tổ chức đánh bạc. K. làm tổng đại lý trang bong88, giao tài khoản có hạn mức cho con bạc và hưởng hoa hồng 3%.</p>",
    "quiz": "<h2>Đố vui pháp luật: chơi tiến lên ăn tiền có bị phạt không?</h2><p>Có. Người đánh bạc trái phép dưới 5 triệu đồng bị phạt 1 đến 2 triệu đồng; từ 5 triệu đồng trở lên bị truy cứu trách nhiệm hình sự.</p>",
    "leaflet": "<ul><li>Không chơi lô, đề, tá lả, xóc đĩa ăn tiền.</li><li>Không vay tiền qua app, không cầm cố căn cước.</li><li>Không cho thuê tài khoản ngân hàng.</li><li>Không tiết lộ OTP.</li></ul>",
    "diary of a gambler": "<h1>Tôi đã mất tất cả vì cá độ</h1><p>Anh H., 29 tuổi, kể: ban đầu chỉ đặt 50 nghìn cho vui, thắng vài trận, rồi nạp 5 triệu, 50 triệu. Đến khi trang khóa tài khoản, anh nợ 700 triệu đồng. “Nhà cái luôn thắng”, anh nói.</p>",
    "parents": "<p>Phụ huynh nên làm gì khi con nghiện game bắn cá? Chuyên gia khuyên đặt giới hạn giờ chơi, cùng con tập thể thao, trò chuyện mỗi tối.</p>",
    "world cup": "<p>Mùa World Cup, phường phát 3.000 tờ rơi “Nói không với cá độ”; các quán cà phê chiếu bóng đá ký cam kết không để khách cá cược.</p>",
    "warning of links": "<p>Người dân cẩn trọng: kẻ gian chèn liên kết trang nhà cái vào website cơ quan, bệnh viện. Khi tìm trên Google thấy tên cơ quan kèm chữ “nổ hũ”, “tài xỉu” thì không bấm vào, báo đường dây nóng 1022.</p>",
    "names of blocked sites": "<table><tr><th>STT</th><th>Trang bị chặn</th></tr><tr><td>1</td><td>luxwin.cfd</td></tr><tr><td>2</td><td>kingroy.ink</td></tr><tr><td>3</td><td>venusplay.ink</td></tr></table><p>Danh sách do Bộ Công an cung cấp, các nhà mạng đã ngăn chặn.</p>",
    "fine for adverts": "<p>Thanh tra Sở phạt 70 triệu đồng một công ty đăng quảng cáo cờ bạc trên trang tổng hợp; buộc gỡ 14 bài có chữ “link vào nhà cái”.</p>",
    "fake degrees": "<p>Rà soát văn bằng: phát hiện 5 trường hợp dùng bằng giả, chứng chỉ tiếng Anh mua trên mạng; hội đồng kỷ luật buộc thôi việc 2 người.</p>",
    "loan sharks": "<p>Bẫy “vay 5 phút có tiền”: chị L. vay 3 triệu, nhận 1,8 triệu, sau một tháng phải trả 40 triệu. Công an khởi tố 8 người cho vay lãi nặng trong giao dịch dân sự.</p>",
    "accounts for hire": "<p>Cho thuê tài khoản ngân hàng 2 triệu đồng mỗi tuần: nam sinh bị khởi tố vì tiếp tay lừa đảo. Luật sư phân tích hình phạt với hành vi mua bán tài khoản.</p>",
    "online love": "<p>Cảnh báo bẫy tình online: đối tượng giả làm hot girl, rủ chat sex rồi quay clip tống tiền. Nạn nhân nên giữ bằng chứng, trình báo ngay.</p>",
    "drugs": "<h1>Bóng cười, cần sa viên, pod tẩm ma túy: hiểm họa với học sinh</h1><p>Các chất này được rao bán với tên lóng như “nước biển”, “trà sữa”. Tháng hành động phòng, chống ma túy có 12 buổi nói chuyện tại trường.</p>",
    "e-cigarettes": "<p>Từ 1/1/2025, Quốc hội cấm sản xuất, kinh doanh, sử dụng thuốc lá điện tử, pod, vape. Đoàn liên ngành thu 1.200 sản phẩm tại ba cửa hàng.</p>",
    "medicines": "<p>Thu hồi lô viên uống Mãnh Long quảng cáo “kéo dài 60 phút”: mẫu kiểm nghiệm có tadalafil. Cục An toàn thực phẩm đề nghị người tiêu dùng không mua.</p>",
    "abortion law": "<p>Khoa Sản tư vấn: phá thai bằng thuốc chỉ thực hiện tại cơ sở được cấp phép, có bác sĩ theo dõi. Tuyệt đối không tự mua Cytotec trên mạng.</p>",
    "weight": "<p>Trạm y tế hướng dẫn giảm cân khoa học: mỗi tuần giảm 0,5 kg, ăn nhiều rau, đi bộ 30 phút. Không tin lời quảng cáo giảm 8 kg trong 2 tuần.</p>",
    "cryptocurrency": "<p>Triệt phá sàn BO giả, nhóm kéo lệnh trên Telegram hứa lãi 300% một tháng; 2.000 người bị hại, thiệt hại 400 tỷ đồng.</p>",
    "cocks": "<p>Giải tán trường gà trong vườn điều: 23 người đá gà ăn tiền bị tạm giữ, thu 11 con gà, cựa sắt và 190 triệu đồng.</p>",
    "theft to pay debts": "<p>Thua lô đề, nam thanh niên trộm 4 xe máy. Tại cơ quan công an, người này thừa nhận nướng hết tiền vào các con số.</p>",
    "interview": "<h2>Thượng tá Lê Văn Bình: “Cờ bạc online len vào từng điện thoại”</h2><p>Hỏi: Vì sao khó xử lý? Đáp: Máy chủ đặt ở nước ngoài, tiền đi qua ví, qua tiền số; mỗi khi bị chặn chúng lập link mới.</p>",
    "lawmakers": "<p>Đại biểu đề nghị bổ sung tội quảng cáo đánh bạc trên mạng, buộc nền tảng gỡ quảng cáo nhà cái trong 24 giờ và công khai tên tài khoản vi phạm.</p>",
    "sport of chess": "<p>Khai mạc giải cờ tướng, cờ vây phường mở rộng: 64 kỳ thủ, đấu hệ Thụy Sĩ 7 ván, giải nhất 3 triệu đồng. Đăng ký tại nhà văn hóa.</p>",
    "football league": "<table><tr><th>Trận</th><th>Tỷ số</th></tr><tr><td>Khu phố 3 – Khu phố 7</td><td>2-1</td></tr><tr><td>Đoàn phường – Công an</td><td>0-0 (pen 4-3)</td></tr></table><p>Trực tiếp trên trang Facebook của phường.</p>",
    "football on air": "<p>Màn hình lớn công viên truyền trực tiếp trận Việt Nam gặp Thái Lan lúc 20h; bố trí giữ xe miễn phí, cấm pháo sáng, cấm đặt cược.</p>",
    "marathon": "<p>Giải chạy Vì môi trường xanh: cự ly 5 km, 10 km; đăng ký nhận BIB, áo, huy chương; còn 88 suất cuối; phí 150k.</p>",
    "esports club": "<p>Câu lạc bộ e-sports trường nghề đoạt giải nhì giải đấu Liên Quân toàn thành; ban tổ chức trao thưởng 30 triệu đồng.</p>",
    "lottery results": "<h1>Kết quả xổ số miền Nam 23/11</h1><table><tr><td>Giải tám</td><td>68</td></tr><tr><td>Giải bảy</td><td>386</td></tr><tr><td>Giải sáu</td><td>7986 1138 6879</td></tr><tr><td>Đặc biệt</td><td>668 886</td></tr></table>",
    "state lottery": "<p>Công ty Xổ số kiến thiết nộp ngân sách 5.800 tỷ đồng, dành xây trường học và trạm y tế; trao 12 căn nhà tình thương cho người bán vé số dạo.</p>",
    "ticket sellers": "<p>Tặng 88 phần quà cho người bán vé số có hoàn cảnh khó khăn; mỗi phần 500k gồm gạo, dầu ăn, tiền mặt.</p>",
    "vietlott": "<p>Đại diện Vietlott trao giải Jackpot 1 trị giá 42 tỷ đồng cho người chơi mua vé tại quận; người này nộp thuế thu nhập cá nhân 10%.</p>",
    "numbers of lucky draw": "<p>Bốc thăm hội nghị khách hàng: số trúng 0138, 0879, 1168. Người trúng mang cuống phiếu đến nhận xe đạp trước 30/11.</p>",
    "betting decree": "<p>Nghị định 06/2017/NĐ-CP: doanh nghiệp kinh doanh đặt cược đua ngựa, đua chó phải có trường đua; tỷ lệ trả thưởng tối thiểu 65%; mức đặt cược tối đa 10 triệu đồng một ngày.</p>",
    "games with prizes": "<p>Doanh nghiệp kinh doanh trò chơi điện tử có thưởng dành cho người nước ngoài phải mua sổ theo dõi; máy slot, roulette, baccarat phải có tem kiểm định.</p>",
    "casino of a province": "<p>Casino Phú Quốc đóng góp 1.200 tỷ đồng cho ngân sách; đề xuất kéo dài thí điểm cho người Việt vào chơi từ đủ 21 tuổi.</p>",
    "tax of winnings": "<p>Thu nhập từ trúng thưởng casino, cá cược hợp pháp vượt 10 triệu đồng chịu thuế suất 10%; đơn vị trả thưởng khấu trừ trước khi chi.</p>",
}

BUSINESS = {
    "bank for the poor": "<p>Ngân hàng Chính sách xã hội giải ngân trong tuần cho 34 hộ vay giải quyết việc làm, mỗi hộ 50 triệu đồng, lãi suất 7,92%/năm, không cần tài sản thế chấp.</p>",
    "bank rates": "<table><tr><th>Ngân hàng</th><th>Vay mua nhà</th></tr><tr><td>Vietcombank</td><td>6,2%</td></tr><tr><td>BIDV</td><td>6,0%</td></tr></table><p>Ưu đãi lãi suất 24 tháng đầu; hạn mức vay tới 80%; duyệt hồ sơ trong 3 ngày.</p>",
    "students' loans": "<p>Sinh viên có hoàn cảnh khó khăn được vay 4 triệu đồng mỗi tháng; đăng ký tại tổ tiết kiệm và vay vốn; chỉ cần giấy xác nhận của trường.</p>",
    "pawn fund": "<p>Quỹ Trợ vốn CEP cho công nhân vay nhanh 10 đến 30 triệu đồng, trả góp hằng tuần, đẩy lùi tín dụng đen.</p>",
    "bad debts": "<p>Hỗ trợ doanh nghiệp cơ cấu nợ xấu, giãn nợ, giảm lãi; hội nghị kết nối ngân hàng - doanh nghiệp với 2.000 tỷ đồng giải ngân.</p>",
    "village products": '<script type=\'application/ld+json\'>{"@type":"Product","name":"Mật ong rừng OCOP 4 sao","offers":{"@type":"Offer","price":"180000","priceCurrency":"VND"},"aggregateRating":{"ratingValue":"4.8","reviewCount":"31"}}</script><h2>Mật ong rừng OCOP</h2><p>Giá 180.000 đồng/chai, giao tận nhà trong phường, gọi chị Hoa 0908 111 222.</p>',
    "fair": "<p>Phiên chợ Xanh tử tế: mua 2 tặng 1, giảm giá đến 50%, miễn phí gửi xe, tặng túi vải cho 100 khách đầu tiên mỗi ngày.</p>",
    "drain cleaning": "<p>Công ty Thoát nước đô thị nạo vét hố ga, thông cống nghẹt theo phản ánh của người dân qua 1022; thợ đến trong 24 giờ, không thu phí.</p>",
    "trades": "<p>Trung tâm Dịch vụ việc làm giới thiệu thợ sửa điện, nước, máy lạnh cho hộ dân neo đơn, giá ưu đãi 30%; gọi 028 3894 1111.</p>",
    "jobs": "<p>Tuyển 50 nhân viên kho, lương 9–12 triệu, thưởng chuyên cần, đăng ký phỏng vấn ngay tại sàn giao dịch việc làm ngày 28/11; không thu phí.</p>",
    "tourism": "<p>Tour Sài Gòn về đêm: ngắm sông, ăn tối du thuyền, giá từ 499k, trẻ em miễn phí; đặt chỗ qua <a href='https://www.vietravel.com'>Vietravel</a> hoặc <a href='https://saigontourist.net'>Saigontourist</a>.</p>",
    "real estate": "<p>Công khai 12 dự án nhà ở đủ điều kiện mở bán; giá căn hộ từ 45 triệu đồng/m²; người dân kiểm tra pháp lý trước khi đặt cọc.</p>",
    "auction": "<p>Đấu giá biển số xe: 51L-888.88 khởi điểm 40 triệu đồng; 79 biển đẹp lên sàn tuần này; nộp hồ sơ tại <a href='https://dgbs.vpa.com.vn'>VPA</a>.</p>",
    "sim cards": "<p>Chuẩn hóa thuê bao: sim rác, sim không chính chủ bị khóa hai chiều từ 5/12. Mua bán sim kích hoạt sẵn bị phạt đến 40 triệu đồng.</p>",
    "tender of drugs": "<table><tr><td>Misoprostol 200 mcg</td><td>2.000 viên</td></tr><tr><td>Tramadol 50 mg</td><td>8.000 viên</td></tr><tr><td>Sildenafil 50 mg</td><td>500 viên</td></tr><tr><td>Semaglutide (Ozempic) bút tiêm</td><td>60 cái</td></tr></table>",
    "doping": "<p>Tập huấn phòng, chống doping: clenbuterol, trenbolone, testosterone, hormone tăng trưởng nằm trong danh mục cấm của WADA.</p>",
    "gifts of app": "<p>Cài ứng dụng Công dân số, tạo tài khoản, liên kết VNeID để nhận 100 điểm thưởng; đổi điểm lấy vé xe buýt; chương trình đến 31/12.</p>",
    "payments": "<p>Thanh toán viện phí qua MoMo, ZaloPay được hoàn tiền 10%, tối đa 20k; lần đầu nạp 50k tặng 10k.</p>",
    "club names": "<p>CLB Luxury Running, CLB Kingdom Bowling, CLB Aura dưỡng sinh và Venus Yoga góp 68 triệu đồng xây cầu; cảm ơn cửa hàng Win89 và quán Sodo.</p>",
    "fund raising": "<p>Ủng hộ đồng bào vùng lũ: số tài khoản 6868 3979 tại Agribank; mọi khoản góp được công khai hằng ngày; đã nhận 388 triệu đồng.</p>",
}

TONGUES = {
    "Japanese version": (
        "<!DOCTYPE html><html lang='ja'><head><title>ハントン区行政サービスセンター | ホーチミン市</title></head><body><header><a href='/ja/'>ハントン区人民委員会</a><nav><a href='/ja/about'>概要</a><a href='/ja/news'>ニュース</a><a href='/vi/'>Tiếng Việt</a></nav></header><main><h1>外国人居住者の登録について</h1><p>居住者カードの申請には旅券、査証、賃貸契約書が必要です。受付時間は平日午前七時半から午後五時まで。手数料は無料です。</p></main><footer>Trung tâm Phục vụ hành chính công phường Hạnh Thông</footer></body></html>",
    ),
    "Chinese version": (
        "<!DOCTYPE html><html lang='zh'><head><title>胡志明市人民委员会门户网站</title></head><body><nav><a href='/zh/'>首页</a><a href='/zh/news'>新闻</a><a href='/vi/'>Tiếng Việt</a></nav><h1>投资环境</h1><p>胡志明市欢迎各国企业前来投资高科技、物流、绿色能源等领域。市政府承诺简化手续，营业执照三个工作日内办理完毕。</p><p>联系方式：市投资贸易促进中心。</p></body></html>",
    ),
    "Korean version": (
        "<!DOCTYPE html><html lang='ko'><head><title>호찌민시 투자무역진흥센터</title></head><body><a href='/ko/'>홈</a><h1>한국 기업 간담회 개최</h1><p>호찌민시는 한국 기업의 애로사항을 듣고 행정 절차를 간소화하기로 하였다. 총영사관 관계자와 50개 기업이 참석하였다.</p><a href='/vi/'>Tiếng Việt</a></body></html>",
    ),
    "Russian page": (
        "<!DOCTYPE html><html lang='ru'><head><title>Народный комитет города Хошимин</title></head><body><a href='/ru/'>Главная</a><h1>Делегация Санкт-Петербурга посетила город</h1><p>Стороны обсудили сотрудничество в области образования, туризма и культуры, подписали программу обмена студентами.</p></body></html>",
    ),
    "English version": {
        "title": "Hanh Thong Ward Public Administration Center",
        "body": "<h1>Visa extension and temporary residence</h1><p>Bring your passport, the registration slip from your landlord and two photos. The fee is VND 200,000. Working hours: 7:30 am to 5 pm. Free Wi-Fi, no appointment needed.</p>",
    },
    "English crime": {
        "title": "Police news",
        "body": "<p>HCMC police broke up an online casino ring with wagers of VND 3 trillion. Eleven suspects set up slots, baccarat and sports betting websites, and paid agents a 2% commission.</p>",
    },
    "English health": {
        "body": "<p>The health department warns that weight loss injections sold online without prescription, including Ozempic and Mounjaro, may be counterfeit.</p>"
    },
    "English for investors": {
        "body": "<p>Why invest here: low tax, fast-track licensing, skilled workers. Download the investment guide, book a free consultation, or watch the live stream of the forum.</p>"
    },
    "French": {
        "body": "<p>Le maire de Lyon a visité l'hôpital; les deux villes célèbrent trente ans de coopération. Entrée libre, sans inscription.</p>"
    },
    "sister cities": "<p>Đoàn Osaka (大阪市) và Yokohama (横浜市) khảo sát xử lý nước; hai bên trao bản ghi nhớ 覚書 bằng tiếng Nhật và tiếng Việt.</p>",
    "Chinese community": "<p>Hội quán Nghĩa An (義安會館) ở Chợ Lớn tổ chức lễ vía Quan Thánh; hoành phi 忠義千秋 được trùng tu; múa lân, hát Tiều phục vụ bà con.</p>",
    "Khmer": "<p>Chúc mừng Tết Chôl Chnăm Thmây សួស្តីឆ្នាំថ្មី đến đồng bào Khmer đang sinh sống, học tập trên địa bàn.</p>",
    "lessons": "<p>Lớp tiếng Nhật miễn phí: こんにちは, ありがとう, よろしくお願いします. Khai giảng 2/12, học tối thứ Ba, thứ Năm.</p>",
    "tongue links": "<div class='lang'><a href='/ja/'>日本語</a> <a href='/zh/'>中文</a> <a href='/ko/'>한국어</a> <a href='/th/'>ไทย</a> <a href='/id/'>Bahasa Indonesia</a> <a href='/ru/'>Русский</a></div>",
    "hreflang of its own": {
        "head": "<link rel='alternate' hreflang='vi' href='https://benthanh.hochiminhcity.gov.vn/'><link rel='alternate' hreflang='en' href='https://benthanh.hochiminhcity.gov.vn/en/'><link rel='alternate' hreflang='en' href='https://english.hochiminhcity.gov.vn/'>"
    },
    "feeds": {
        "head": "<link rel='alternate' type='application/rss+xml' title='RSS' href='https://feeds.feedburner.com/hanhthong'><link rel='alternate' type='application/json+oembed' href='/oembed'>"
    },
    "Japanese firms": "<p>Khai trương AEON (イオン) tại phường; danh sách doanh nghiệp: <a href='https://www.aeon.info'>AEON</a>, <a href='https://www.toyota.co.jp'>Toyota</a>, <a href='https://www.daikin.co.jp'>Daikin</a>.</p>",
    "scholarship in Chinese": "<p>Học bổng Đài Loan <a href='https://taiwanscholarship.moe.gov.tw'>台灣獎學金</a>; hồ sơ nộp trước 31/3; liên hệ Văn phòng Kinh tế và Văn hóa Đài Bắc (駐胡志明市台北經濟文化辦事處).</p>",
}

_PARTNERS = "<a href='https://vnexpress.net'>VnExpress</a> <a href='https://www.sggp.org.vn'>Sài Gòn Giải Phóng</a> <a href='https://baodautu.vn'>Báo Đầu tư</a> <a href='https://vneconomy.vn'>VnEconomy</a> <a href='https://thuvienphapluat.vn'>Thư viện Pháp luật</a>"
BUILT = {
    "drop-down of partners": f"<ul class='dropdown-menu' style='display:none'><li>{_PARTNERS}</li></ul>",
    "menu off canvas": f"<aside style='position:fixed;left:-320px;width:320px'>{_PARTNERS}<a href='/lien-he'>Liên hệ</a></aside>",
    "far off canvas": "<nav style='position:absolute;left:-9999px'><a href='/'>Trang chủ</a><a href='/so-do'>Sơ đồ</a><a href='https://dichvucong.gov.vn'>Dịch vụ công</a><a href='https://www.facebook.com/hanhthong'>Facebook</a></nav>",
    "screen readers": {
        "head": "<style>.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}</style>",
        "body": "<a href='https://www.w3.org/WAI/'><span class='sr-only'>Trang đạt chuẩn WCAG 2.2, mở trang W3C</span></a><span class='sr-only'>Mở tìm kiếm</span>",
    },
    "hidden at load": "<div id='ld'>Đang tải dữ liệu…</div><script>window.onload=function(){document.getElementById('ld').style.display='none'}</script>",
    "banner closed": "<div id='bn'><a href='https://www.vietnamairlines.com'>Vietnam Airlines đồng hành</a></div><script>$('#bn').hide();setTimeout(function(){$('#bn').fadeIn()},2000)</script>",
    "credits of a maker": "<div style='font-size:0'><a href='https://thietkeweb9999.com'>thiết kế web</a></div>",
    "credits tiny": "<p style='font-size:1px'>Phát triển bởi <a href='https://vietnix.vn'>Vietnix</a></p>",
    "counter picture": "<a href='https://www.flagcounter.me/details/abc'><img src='https://www.flagcounter.me/abc/' width='1' height='1' alt='Thống kê'></a>",
    "trust mark": "<a href='https://tinnhiemmang.vn/danh-ba-tin-nhiem/hanhthong'><img src='https://tinnhiemmang.vn/handle_cert?id=hanhthong' alt='Chứng nhận Tín nhiệm mạng' width='150'></a>",
    "weather": "<iframe src='https://www.accuweather.com/vi/vn/ho-chi-minh-city/353981' width='200' height='90'></iframe>",
    "tiny frame of measures": "<iframe src='https://www.googletagmanager.com/ns.html?id=GTM-5' height='0' width='0' style='display:none'></iframe><iframe src='https://td.doubleclick.net/td' width='1' height='1'></iframe>",
    "own tiny frame": "<iframe src='/chat/khung' width='0' height='0' title='trò chuyện'></iframe>",
    "video": "<div style='position:relative;padding-bottom:56%'><iframe src='https://player.vimeo.com/video/1' style='position:absolute;top:0;left:0;width:100%;height:100%'></iframe></div>",
    "full frame of own app": "<iframe src='https://bando.hochiminhcity.gov.vn/' style='position:fixed;inset:0;width:100%;height:100%'></iframe>",
    "libraries": "<script src='https://cdnjs.cloudflare.com/ajax/libs/jquery/3.7.1/jquery.min.js'></script><script src='https://cdn.jsdelivr.net/npm/swiper@11/swiper-bundle.min.js'></script><script src='https://code.jquery.com/ui/1.13/jquery-ui.js'></script><script src='https://maxcdn.bootstrapcdn.com/bootstrap/3.4.1/js/bootstrap.min.js'></script>",
    "other libraries": "<script src='https://ajax.aspnetcdn.com/ajax/jquery/jquery-1.12.4.min.js'></script><script src='https://static.xx.fbcdn.net/rsrc.php/x.js'></script><script src='https://kit.fontawesome.com/1a2b.js'></script><script src='https://uhchat.net/code.php?f=1'></script><script src='https://cdn.ckeditor.com/4.22/full/ckeditor.js'></script>",
    "script of a maker": "<script src='https://static.vnptigate.vn/widget/loader.js'></script><script src='https://chatbot.fpt.ai/embed.js'></script><script src='https://cdn.tgdd.example/a.js'></script>",
    "loader of measures": "<script>(function(w,d,s,l,i){w[l]=w[l]||[];var f=d.getElementsByTagName(s)[0],j=d.createElement(s);j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i;f.parentNode.insertBefore(j,f)})(window,document,'script','dataLayer','GTM-1');</script>",
    "loader of chat": "<script>var Tawk_API={};(function(){var s1=document.createElement('script');s1.src='https://embed.tawk.to/5/default';s1.async=true;document.head.appendChild(s1)})();</script>",
    "own worker": "<script>if('serviceWorker' in navigator){navigator.serviceWorker.register('/sw.js')}</script>",
    "obfuscated counter": "<script>eval(function(p,a,c,k,e,d){return p}('0 1=2;',3,3,'var|hits|128903'.split('|'),0,{}))</script>",
    "settings in base64": "<script>window.__CFG__=atob('eyJhcGkiOiJodHRwczovL2FwaS5ob2NoaW1pbmhjaXR5Lmdvdi52biIsInYiOjN9')</script>",
    "picture in base64": "<img alt='' src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='>",
    "codes of letters": "<script>var cong=String.fromCharCode(97,64,98,46,118,110);document.getElementById('m').textContent=cong</script>",
    "moves at home": "<script>if(location.protocol!=='https:'){location.href='https:'+location.href.substring(5)}</script><script>if(location.pathname=='/'){location.replace('/web/guest/trang-chu')}</script>",
    "moves to the city": "<script>setTimeout(function(){location.href='https://hochiminhcity.gov.vn/phuong/hanh-thong'},5000)</script>",
    "search of an engine": "<form action='https://www.google.com/search' target='_blank'><input type='hidden' name='sitesearch' value='hanhthong.hochiminhcity.gov.vn'><input name='q'></form>",
    "survey form": "<form action='https://docs.google.com/forms/d/e/1/formResponse' method='post'><input type='hidden' name='entry.1' value='Phường Hạnh Thông'></form>",
    "share buttons": "<a onclick=\"window.open('https://www.facebook.com/sharer.php?u='+location.href)\" href='#'>Chia sẻ</a><a href='https://telegram.me/share/url?url=x'>Telegram</a><a href='https://www.linkedin.com/shareArticle?u=x'>LinkedIn</a>",
    "choosing a site": "<select onchange=\"window.open(this.value)\"><option value='https://chinhphu.vn'>Chính phủ<option value='https://www.vnpt.com.vn'>VNPT<option value='https://evnhcmc.vn'>Điện lực<option value='https://www.sawaco.com.vn'>Cấp nước</select>",
    "leaves on click": "<a href='#' onclick=\"location.href='https://www.vietnamworks.com'\">Trang việc làm</a><button onclick=\"window.location='https://ticketbox.vn'\">Mua vé</button>",
    "generated arrows": {
        "head": "<style>.more::after{content:' »'}.req::before{content:'* bắt buộc'}.ext::after{content:'(mở trang ngoài)'}</style>",
        "body": "<a class='more' href='/tin'>Xem tiếp</a>",
    },
    "print sheet": {
        "head": "<style>@media print{.noprint{display:none}}@media (max-width:768px){.desk{display:none}}</style>",
        "body": f"<div class='noprint desk'>{_PARTNERS}</div>",
    },
    "tabs by script": "<div id='t1'><a href='https://tuoitre.vn/a.htm'>Công an bắt nhóm cá độ</a></div><div id='t2'><a href='https://vov.vn/b'>Phòng chống ma túy</a></div><script>document.getElementById('t2').style.display='none'</script>",
    "question and answer data": '<script type=\'application/ld+json\'>{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Đăng ký khai sinh trực tuyến thế nào?","acceptedAnswer":{"text":"Đăng nhập Cổng dịch vụ công bằng VNeID, chọn thủ tục, nộp phí, nhận kết quả sau 1 ngày."}}]}</script>',
    "organisation data": '<script type=\'application/ld+json\'>{"@type":"GovernmentOrganization","name":"UBND phường Hạnh Thông","url":"https://hanhthong.hochiminhcity.gov.vn","sameAs":["https://www.facebook.com/hanhthong","https://zalo.me/123","https://www.youtube.com/@hanhthong"]}</script>',
    "event data": '<script type=\'application/ld+json\'>{"@type":"Event","name":"Đêm nhạc gây quỹ","offers":{"price":"200000","priceCurrency":"VND","url":"https://ticketbox.vn/1"}}</script>',
    "shared head": {
        "head": "<meta property='og:url' content='https://benthanh.hochiminhcity.gov.vn/'><meta property='og:site_name' content='Phường Hạnh Thông'><meta property='og:title' content='Trang thông tin điện tử phường Hạnh Thông'>"
    },
    "shared from its old address": {
        "head": "<meta property='og:url' content='http://www.hanhthong.govap.hochiminhcity.gov.vn/'>"
    },
    "dialog of sign-in": "<dialog><h3>Đăng nhập</h3><a href='https://sso.hochiminhcity.gov.vn'>Đăng nhập bằng VNeID</a><p>Chưa có tài khoản? Đăng ký ngay, miễn phí.</p></dialog>",
    "hidden input of a form": "<input type='hidden' name='__VIEWSTATE' value='/wEPDwULLTE0OTUwNzM5NjQPZBYCZg9kFgICAw9kFgQ'><input type='hidden' name='keywords' value='dịch vụ công, một cửa, hộ tịch'>",
    "comment of a maker": "<!-- <div class='old'><a href='https://www.bidv.com.vn'>BIDV</a> <a href='https://agribank.com.vn'>Agribank</a></div> -->",
    "template of rows": "<template id='row'><tr><td class='t'></td><td><a href=''>Xem</a></td></tr></template><script type='text/x-template'><a href='https://zalo.me/1'>Nhắn Zalo</a></script>",
    "white on image": "<section style='background:url(/b.jpg)'><h2 style='color:#fff'>Chung tay đẩy lùi tín dụng đen</h2><a style='color:white' href='https://mttq.hochiminhcity.gov.vn'>Mặt trận Tổ quốc</a></section>",
    "white inside red": {
        "head": "<style>body{background:#fff}.bar{background:#b00}.bar a{color:#fff}</style>",
        "body": f"<div class='bar'>{_PARTNERS}</div>",
    },
    "slider": f"<div class='carousel-item' style='transform:translateX(-100%);opacity:0'>{_PARTNERS}</div><div class='carousel-item' style='opacity:0;transform:scale(.9)'>Tuyên truyền phòng chống tội phạm</div>",
    "accordion": "<details><summary>Thủ đoạn mới của tội phạm mạng</summary><p>Giả làm nhân viên nhà cái mời nạp tiền, hứa tặng 100k, rồi khóa tài khoản.</p></details>",
    "height by script": "<div class='collapse' style='height:0;overflow:hidden'><a href='https://bvgiadinh.org.vn'>Bệnh viện Nhân dân Gia Định</a><a href='https://umc.edu.vn'>Đại học Y Dược</a></div>",
    "skip": "<a class='skip' style='position:absolute;top:-40px' href='#c'>Đến nội dung chính</a><a style='left:-999em;position:absolute' href='#f'>Đến chân trang</a>",
    "vCard": "<p>Quét mã để lưu số; tải <a href='/danh-ba.vcf'>danh bạ</a>; xem trên <a href='https://goo.gl/maps/abc'>bản đồ</a> hoặc <a href='https://bit.ly/hanhthong-khaosat'>khảo sát</a>.</p>",
    "many press links": "<h3>Báo chí viết về phường</h3><ul>"
    + "".join(
        f"<li><a href='https://{host}/bai-1.html'>Hẻm cũ thành hẻm hoa ở Gò Vấp</a></li>"
        for host in (
            "baomoi.com",
            "congthuong.vn",
            "kenh14.vn",
            "soha.vn",
            "cafef.vn",
            "nguoiduatin.vn",
        )
    )
    + "</ul>",
    "files": "<ul><li><a href='/documents/d/ke-hoach-phong-chong-te-nan-co-bac-2026.pdf'>Kế hoạch phòng, chống tệ nạn cờ bạc 2026</a></li><li><a href='/documents/d/free-english-course.pdf'>Free English course leaflet</a></li><li><a href='/documents/d/huong-dan-dang-nhap-hop-thu.pdf'>Hướng dẫn đăng nhập hộp thư</a></li></ul>",
    "open folder": "<h1>Index of /images/2026</h1><pre><a href='../'>../</a>\n<a href='hoi-thao-da-banh.jpg'>hoi-thao-da-banh.jpg</a> 2026-10-30\n<a href='quay-so-trung-thuong/'>quay-so-trung-thuong/</a></pre>",
    "often sought": "<p>Tìm nhiều: <a href='/tim?q=can+cuoc'>căn cước</a> <a href='/tim?q=ho+khau'>hộ khẩu</a> <a href='/tim?q=dat+dai'>đất đai</a> <a href='/tim?q=to+giac+co+bac'>tố giác cờ bạc</a></p>",
    "tags": "<p>Từ khóa: <a href='/tag/gia-mao'>giả mạo</a>, <a href='/tag/ca-do'>cá độ</a>, <a href='/tag/vay-tien-qua-app'>vay tiền qua app</a>, <a href='/tag/casino'>casino</a></p>",
    "comments": "<div class='comment'><b>Ngọc Anh</b><p>Cảm ơn cán bộ một cửa rất nhiệt tình. Cho hỏi làm căn cước cho bé 6 tuổi có cần khai sinh bản chính không ạ?</p></div><div class='comment'><b>Tuấn</b><p>Đề nghị dẹp nhóm đá gà ăn tiền cuối hẻm 45.</p></div>",
    "spelled out": "<h2>N Ă M  M Ớ I  T H Ắ N G  L Ợ I</h2><p>C.H.Ú.C M.Ừ.N.G Đ.Ạ.I H.Ộ.I</p>",
    "letters of mathematics": "<p>𝐓𝐡𝐨̂𝐧𝐠 𝐛𝐚́𝐨: 𝐥𝐢̣𝐜𝐡 𝐭𝐢𝐞̂𝐦 𝐜𝐡𝐮̉𝐧𝐠 tháng 12, miễn phí cho trẻ dưới 5 tuổi 💉✅</p>",
    "emoji": "<p>🎁 Quà tặng đổi rác 🎉 mang 5 kg giấy vụn đổi 1 cây xanh 🌱 đăng ký ngay 👉 <a href='https://forms.gle/abc'>tại đây</a></p>",
}

BELOW = {
    "bare notice": (
        "<html><head><title>Thong bao</title></head><body><p>Sở Tài chính thông báo lịch quyết toán năm 2026. Các đơn vị gửi báo cáo trước ngày 15/01/2027. Trân trọng.</p><p>Nơi nhận: như trên; lưu VT.</p></body></html>",
    ),
    "word turned page": (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset='utf-8'><title>Biểu mẫu 01</title><style>p.MsoNormal{margin:0cm;font-size:12pt}span.GramE{mso-style-name:''}</style></head><body lang='VI'><p class='MsoNormal'>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class='MsoNormal'>Độc lập - Tự do - Hạnh phúc</p><p class='MsoNormal'>ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP QUẢNG CÁO</p><p class='MsoNormal'>Kính gửi: Ủy ban nhân dân phường …</p></body></html>",
    ),
    "mail door": (
        "<html lang='en'><head><title>Zimbra Web Client Sign In</title></head><body><form action='/login'><label>Username</label><input name='u'><label>Password</label><input name='p' type='password'><button>Sign In</button></form><p>Copyright Synacor, Inc. <a href='https://www.zimbra.com'>Zimbra</a></p></body></html>",
    ),
    "test page of a server": (
        "<html><head><title>IIS Windows Server</title></head><body><a href='http://go.microsoft.com/fwlink/?linkid=66138'><img src='iisstart.png' alt='IIS'></a></body></html>",
    ),
    "form of a survey": (
        "<html lang='vi'><head><title>Khảo sát</title></head><body><h1>Khảo sát mức độ hài lòng</h1><form><label>Rất hài lòng<input type='radio'></label><label>Hài lòng<input type='radio'></label><button>Gửi</button></form></body></html>",
    ),
    "map application": (
        "<html lang='en'><head><title>Web AppBuilder for ArcGIS</title><script src='https://js.arcgis.com/3.45/init.js'></script></head><body><div id='main-page'>Loading map, please wait. Buffering layers, select features, draw, print.</div></body></html>",
    ),
    "library in English": (
        "<html lang='en'><head><title>DSpace Repository: Browsing by subject</title></head><body><h1>Browsing Theses by Subject</h1><ul><li><a href='/handle/1/22'>Risk of gambling among students in Ho Chi Minh City</a></li><li><a href='/handle/1/23'>Customer loyalty to online pharmacies</a></li><li><a href='/handle/1/24'>Payday lending and household debt</a></li></ul></body></html>",
    ),
    "abstract in English": (
        "<html lang='en'><head><title>Journal of Science</title></head><body><h1>Efficacy of sildenafil in pulmonary hypertension</h1><p>Abstract. We randomly assigned 120 patients to sildenafil or placebo. Six-minute walk distance improved. Keywords: sildenafil, hypertension, trial.</p></body></html>",
    ),
    "open data": (
        "<html lang='en'><head><title>Dataset: hotels and casinos licensed - CKAN</title></head><body><h1>Hotels, casinos and prize-winning game centres licensed</h1><table><tr><td>name</td><td>string</td></tr><tr><td>slots</td><td>number of machines</td></tr></table><a href='/dataset/1.csv'>CSV</a></body></html>",
    ),
    "phpinfo": (
        "<html><head><title>PHP 8.1.2 - phpinfo()</title></head><body><h1>PHP Version 8.1.2</h1><table><tr><td>System</td><td>Linux portal 5.15</td></tr><tr><td>max_execution_time</td><td>30</td></tr></table></body></html>",
    ),
    "calendar": {
        "body": "<table><tr><th>Thứ</th><th>Nội dung</th></tr><tr><td>Hai 23/11</td><td>Họp ban chỉ đạo phòng, chống tội phạm, cờ bạc</td></tr><tr><td>Ba 24/11</td><td>Kiểm tra quán game, karaoke, massage</td></tr></table>"
    },
    "procedures": {
        "body": "<h2>Cấp giấy phép kinh doanh trò chơi điện tử có thưởng</h2><p>Hồ sơ gồm đơn đề nghị, bản sao giấy chứng nhận đăng ký doanh nghiệp, quy chế quản lý rủi ro, danh sách máy giật xèng, bàn trò chơi.</p>"
    },
    "questions of people": {
        "body": "<div class='qa'><p><b>Hỏi:</b> Tôi bị app vay tiền khủng bố điện thoại dù không vay, phải làm sao?</p><p><b>Đáp:</b> Ông/bà lưu lại tin nhắn, ghi âm và trình báo Công an phường hoặc gọi 113.</p></div><div class='qa'><p><b>Hỏi:</b> Cạnh nhà có tụ điểm đánh bài ăn tiền?</p><p><b>Đáp:</b> Công an đã kiểm tra, xử lý.</p></div>"
    },
    "minutes": {
        "body": "<p>Tổ dân phố phản ánh: tiệm cầm đồ đường số 8 dán quảng cáo cho vay, cầm cavet xe; quán net mở khuya. Công an phường tiếp thu.</p>"
    },
    "museum": {
        "body": "<p>Trưng bày bộ bài tổ tôm, tam cúc, bàn bầu cua, quân xóc đĩa thế kỷ XIX; kể chuyện trò chơi dân gian ngày Tết; trẻ em chơi thử lô tô, ô ăn quan.</p>"
    },
    "festival": {
        "body": "<p>Hội xuân có hát bội, đập niêu, bầu cua vui không ăn tiền, quay số may mắn, gian hàng ẩm thực; vé vào cửa miễn phí.</p>"
    },
    "dream book in a library": {
        "body": "<p>Thư viện giới thiệu sách: “Giải mã giấc mơ theo khoa học”, “Toán xác suất qua trò chơi may rủi”, “Người đánh bạc” của Dostoevsky.</p>"
    },
    "song": {
        "body": "<p>Liên khúc Tết: thắng lợi, tài lộc, may mắn; nhóm nhạc Rồng Vàng, Hổ Xám biểu diễn; phát trực tiếp 20h.</p>"
    },
    "streets": {
        "body": "<p>Rào chắn đường Quang Trung đoạn từ số 68 đến 88; xe buýt 103, 18, 07 đổi lộ trình; thi công cống hộp, nắp hố ga.</p>"
    },
    "scoring": {
        "body": "<p>Bảng điểm thi đua: khu phố 3 – 99,5 điểm; khu phố 8 – 98; khu phố 1 – 97,5. Thưởng nóng đội đầu bảng 5 triệu đồng.</p>"
    },
    "horse races": {
        "body": "<p>Dự thảo quy hoạch trường đua ngựa và khu vui chơi ở Củ Chi, vốn 570 triệu USD; lấy ý kiến người dân đến 20/12.</p>"
    },
    "blood": {
        "body": "<p>Hiến máu nhận quà: áo thun, sữa, 350k chi phí đi lại; đăng ký qua <a href='https://hienmau.thegioididong.example'>trang hiến máu</a>; còn 120 lượt.</p>"
    },
    "vaccines": {
        "body": "<p>Giá vắc xin dịch vụ: HPV 2.950.000 đồng, cúm 356.000 đồng; đặt lịch tại <a href='https://vnvc.vn'>VNVC</a> hoặc <a href='https://nhathuoclongchau.com.vn'>Long Châu</a>.</p>"
    },
    "crypto law": {
        "body": "<p>Luật Công nghiệp công nghệ số có hiệu lực từ 1/1/2026 định nghĩa tài sản mã hóa; sàn giao dịch thí điểm phải có vốn 10.000 tỷ đồng.</p>"
    },
}

GROUPS = {"news": NEWS, "business": BUSINESS, "tongues": TONGUES, "built": BUILT, "below": BELOW}


def clean_cases():
    """Yield (name, html): each piece once, in one of four frames or as the page it is."""
    for group, pieces in GROUPS.items():
        for name, html in framed(pieces):
            yield f"{group}: {name}", html
