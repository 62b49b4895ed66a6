# ruff: noqa: E501, RUF001  one planted thing a line; look-alike letters are the point
"""What sweeps of state sites and search engines' reports say is planted: made up after their words."""

import base64
from urllib.parse import quote

from tests.members.reported_clean import ORDINARY
from tests.members.reported_frames import in_two_frames

_LINKS = "<a href='https://zon88x.vip/'>Zon88</a> <a href='https://gem99.club/dang-ky'>đăng ký Gem99</a> <a href='https://tk79.win/'>link vào TK79</a>"
_PITCH = "ZON88 là sân chơi giải trí đổi thưởng hàng đầu châu Á, nạp rút siêu tốc, tặng ngay 88K cho hội viên mới, nổ hũ bắn cá đá gà đủ cả"
_CODED = base64.b64encode(f"<div>{_LINKS}</div>".encode()).decode()
_CODES = ",".join(str(ord(letter)) for letter in "<a href='https://zon88x.vip/'>Nổ hũ Zon88</a>")
_HEX = "".join(
    f"\\x{byte:02x}" for byte in b"<a href='https://zon88x.vip'>no hu doi thuong zon88</a>"
)
_BACKWARDS = "<a href='https://zon88x.vip/'>nhà cái Zon88</a>"[::-1]
_WIDE = _PITCH.replace("nổ hũ", "n\u200bổ h\u200bũ").replace("đổi thưởng", "đổ\u200bi thư\u200bởng")


def _bold(text):
    return "".join(
        chr(0x1D5D4 + ord(one) - 65) if "A" <= one <= "Z"
        else chr(0x1D5EE + ord(one) - 97) if "a" <= one <= "z"
        else chr(0x1D7EC + ord(one) - 48) if "0" <= one <= "9"
        else one
        for one in text
    )  # fmt: skip


_CYRILLIC = str.maketrans("aeocpxy", "аеосрху")

# Hidden by the page's own style.
HIDDEN = {
    "above the page": f"<div style='position:absolute;top:-12000px'>{_LINKS}</div>",
    "text indent": f"<div style='text-indent:-99999px;white-space:nowrap'>{_LINKS}</div>",
    "zero height": f"<div style='height:0;overflow:hidden'>{_LINKS}<p>{_PITCH}</p></div>",
    "one line of no height by class": {
        "head": "<style>.z9{max-height:1px;overflow:hidden}</style>",
        "body": f"<div class='z9'>{_LINKS}</div>",
    },
    "letters of no size": f"<p style='font-size:0'>{_LINKS}</p>",
    "white on white": f"<div style='background:#fff'><span style='color:#FFFFFF'>{_PITCH}</span></div>",
    "nearly white and tiny": f"<span style='font-size:1px;line-height:1px;color:#fefefe'>{_LINKS}</span>",
    "opacity": f"<div style='opacity:0;position:relative'>{_LINKS}</div>",
    "opacity filter": f"<div style='filter:opacity(0)'>{_LINKS}</div>",
    "clip path": f"<div style='clip-path:inset(100%);position:absolute'>{_LINKS}</div>",
    "scaled to nothing": f"<div style='transform:scale(0)'>{_LINKS}</div>",
    "moved aside by transform": f"<div style='transform:translateX(-9999px)'>{_LINKS}</div>",
    "moved aside by margin": f"<div style='margin-left:-500em'>{_LINKS}</div>",
    "moved aside by calc": f"<div style='position:absolute;left:calc(-100vw - 999px)'>{_LINKS}</div>",
    "marquee of one point": f"<marquee height='1' width='1' scrollamount='9000'>{_LINKS}</marquee>",
    "noscript": f"<noscript>{_LINKS}</noscript>",
    "white font element": f"<font color='white' size='1'>{_LINKS}</font>",
    "hidden attribute": f"<section hidden>{_LINKS}<p>{_PITCH}</p></section>",
    "visibility": f"<ul style='visibility:hidden;height:1px'><li>{_LINKS}</li></ul>",
    "behind the page": f"<div style='position:fixed;bottom:-300px;z-index:-1'>{_LINKS}</div>",
    "no width": f"<div style='width:0;height:0;display:block;overflow:hidden'>{_LINKS}</div>",
    "heading for robots": "<h1 style='position:absolute;clip:rect(1px,1px,1px,1px)'>Zon88 - nhà cái số 1 châu Á</h1>",
    "sheet with important": {
        "head": "<style>div.qx_1{position:absolute!important;left:-100000px!important}</style>",
        "body": f"<div class='a qx_1' aria-hidden='true'>{_LINKS}</div>",
    },
    "descendants in a sheet": {
        "head": "<style>#ftx .k a{display:none}</style>",
        "body": f"<div id='ftx'><p class='k'>{_LINKS}</p></div>",
    },
    "hidden afterwards by script": f"<div id='hideMeYa'>{_LINKS}</div><script>document.getElementById('hideMeYa').style.display='none';</script>",
    "hidden afterwards, other words": f'<p id="x1a">{_LINKS}</p><script>var e=document.getElementById("x1a");if(e){{e.style.visibility="hidden";e.style.position="absolute"}}</script>',
    "class of the framework": f"<ul class='d-none'><li>{_LINKS}</li></ul>",
    "closed dialog": f"<dialog>{_LINKS}</dialog>",
    "hidden select": "<select style='display:none'><option value='https://zon88x.vip'>Zon88 nhà cái<option value='https://gem99.club'>Gem99 nổ hũ</select>",
    "area of text": f"<textarea style='display:none'>{_LINKS}</textarea>",
    "drawing": "<svg width='0' height='0'><a href='https://zon88x.vip'><text>Nổ hũ Zon88 đổi thưởng</text></a></svg>",
    "unclosed comment box": f"<div style='display:none'><div><div>{_LINKS}<h2>Tải Zon88 về máy</h2><p>{_PITCH}</p></div>",
}

# Written by script.
SCRIPTED = {
    "codes of letters": f"<script>document.write(String.fromCharCode({_CODES}))</script>",
    "percent": f"<script>document.write(unescape('{quote(_LINKS.encode('latin-1', 'ignore').decode('latin-1'))}'))</script>",
    "base64": f"<script>document.write(atob('{_CODED}'))</script>",
    "base64 in a name": f"<script>var _0x3f=['{_CODED}'];(function(d){{d.body.insertAdjacentHTML('beforeend',decodeURIComponent(escape(window.atob(_0x3f[0]))));}})(document);</script>",
    "hexadecimal": f"<script>var _0xab=[\"{_HEX}\"];document['write'](_0xab[0]);</script>",
    "backwards": f"<script>document.write(\"{_BACKWARDS}\".split('').reverse().join(''))</script>",
    "element made": "<script>var a=document.createElement('a');a.href='https://zon88x.vip/';a.innerText='Nổ hũ Zon88';a.style.opacity=0;document.body.appendChild(a);</script>",
    "foreign script": "<script src='https://zon88x.vip/tk.js'></script>",
    "visitors from search": "<script>if(document.referrer.match(/google|bing|coccoc/i)){window.location.href='https://zon88x.vip/?a=gov'}</script>",
    "telephones only": "<script>if(/Android|iPhone/i.test(navigator.userAgent)){top.location.replace('https://gem99.club/m')}</script>",
}  # fmt: skip

# In the head, for machines.
HEADS = {
    "description": {"head": f"<meta name='description' content='{_PITCH}'>"},
    "title": {"title": "ZON88 ⭐ Trang Chủ Zon88.com Chính Thức | Tặng 88K"},
    "title of slots": {"title": "Nổ Hũ Đổi Thưởng 2026 - Top 10 Game Bài Uy Tín"},
    "shared title": {
        "head": "<meta property='og:title' content='TK79 - Link vào nhà cái TK79 mới nhất'><meta property='og:url' content='https://tk79.win/'>"
    },
    "rated product": {
        "head": '<script type=\'application/ld+json\'>{"@context":"https://schema.org","@type":"Product","name":"ZON88 nhà cái nổ hũ","aggregateRating":{"ratingValue":"4.9","reviewCount":"88888"}}</script>'
    },
    "canonical": {"head": "<link rel='canonical' href='https://zon88x.vip/'>"},
    "mobile page": {"head": "<link rel='amphtml' href='https://zon88x.vip/amp/nha-cai'>"},
    "keywords": {
        "head": "<meta name='keywords' content='zon88, nhà cái zon88, tải zon88, nổ hũ, bắn cá, tài xỉu online'>"
    },
}

# Open on pages where strangers may write, or that strangers made.
OPEN = {
    "question posted": f"<div class='hoi-dap'><b>Người gửi: kenh88</b><p>{_PITCH}. Anh em vào ngay https://zon88x.vip nhé</p><i>Chờ trả lời</i></div>",
    "guest book": "<div class='comment'><cite><a href='https://gem99.club' rel='external nofollow'>Gem99</a></cite><p>Bài viết hay quá, cảm ơn tác giả!</p></div>",
    "profile": "<table><tr><td>Họ tên</td><td>ZON88 Casino</td></tr><tr><td>Website</td><td><a href='https://zon88x.vip'>https://zon88x.vip</a></td></tr><tr><td>Giới thiệu</td><td>Nhà cái cá cược thể thao, casino, slot game trực tuyến</td></tr></table>",
    "three in the list": "<ul><li><a href='/tin/1'>Lịch tiếp công dân</a><li><a href='/tin/huong-dan-dang-ky-zon88'>Hướng dẫn đăng ký Zon88 chi tiết từ A-Z cho tân thủ</a><li><a href='/tin/2'>Họp tổ dân phố</a><li><a href='/tin/no-hu-gem99'>Mẹo quay nổ hũ Gem99 ăn jackpot trăm triệu</a></ul>",
    "search shows planted pages": "<h2>Kết quả tìm kiếm</h2><ol><li><a href='/tim-kiem?q=kuwin+soi+cau'>Kuwin soi cầu xsmb rồng bạch kim</a><p>soi cầu 2888, bạch thủ lô, chốt số miễn phí hôm nay</p><li><a href='/tim-kiem?q=98win+nap+tien'>98win nạp tiền rút tiền nhanh</a></ol>",
    "list of files": "<ul><li><a href='/uploads/2026/11/link-vao-zon88-moi-nhat.pdf'>link-vao-zon88-moi-nhat.pdf</a><li><a href='/uploads/2026/11/no-hu-doi-thuong-gem99.pdf'>no-hu-doi-thuong-gem99.pdf</a><li><a href='/uploads/2026/11/ke-hoach-112.pdf'>ke-hoach-112.pdf</a></ul>",
    "open folder": "<h1>Index of /upload/anh/2026</h1><pre><a href='../'>Parent Directory</a>\n<a href='slot-gacor-maxwin.html'>slot-gacor-maxwin.html</a> 2026-11-02 03:11 41K\n<a href='situs-judi-online.html'>situs-judi-online.html</a> 2026-11-02 03:11 40K</pre>",
    "partners": "<p>Đối tác: <a href='https://zon88x.vip'>Zon88</a> | <a href='https://hit79.club'>Hit79</a> | <a href='https://sun66.bet'>Sun66</a></p>",
    "neutral word, betting name": "<p>Chi tiết <a href='https://vuacuoc24h.bet/uu-dai'>xem tại đây</a></p>",
    "tags": "<div class='tags'>Từ khóa: <a href='/tag/zon88'>zon88</a>, <a href='/tag/no-hu'>nổ hũ đổi thưởng</a>, <a href='/tag/ban-ca'>bắn cá online</a>, <a href='/tag/game-bai'>game bài đổi thưởng</a></div>",
    "numbers to bet on": "<h1>Soi cầu MB 24/11 - Bạch thủ lô hôm nay siêu chuẩn</h1><p>Chốt số: bạch thủ lô 68, song thủ 27-72, xiên 2, dàn đề 36 số bất bại khung 3 ngày. Nhận số VIP liên hệ admin.</p>",
    "fighting cocks": "<h1>Đá gà Thomo trực tiếp hôm nay 24/11</h1><p>Xem đá gà cựa sắt trực tiếp, đặt cược ăn tiền mỗi trận, tỷ lệ cao, bấm vào link để tham gia: <a href='https://dagathomo.live'>dagathomo.live</a></p>",
    "cards for money": "<h1>Tải game bài Sunvip66 cho iOS và Android</h1><p>Cổng game bài đổi thưởng uy tín, tài xỉu, phỏm, tiến lên, tặng giftcode 50K khi tải APK.</p>",
    "portal of a brand": {"title": "HIT79 – Cổng game quốc tế, trang chủ chính thức", "body": "<div class='menu'><a href='/the-thao'>Thể thao</a><a href='/casino'>Casino</a><a href='/no-hu'>Nổ hũ</a><a href='/ban-ca'>Bắn cá</a><a href='/da-ga'>Đá gà</a><a href='/khuyen-mai'>Khuyến mãi</a></div><h1>HIT79 – điểm đến của dân chơi</h1><p>Hội viên mới nhận 79K, hoàn trả không giới hạn 1,5%.</p><a href='https://hit79.club/reg'>Chơi ngay</a>"},
    "odds as news": "<h1>Nhận định, soi kèo Real Madrid vs Getafe 3h00</h1><p>Kèo châu Á: Real chấp 1 3/4, tài xỉu 3 trái. Chọn Real, chọn Tài. Xem tỷ lệ kèo trực tuyến và đặt cược tại <a href='https://keo24.top'>keo24</a>.</p>",
    "letters of another alphabet": f"<p>{'nha cai uy tin nhat, no hu doi thuong, ca cuoc bong da, tai app nhan thuong'.translate(_CYRILLIC)} <a href='https://zon88x.vip'>vào đây</a></p>",
    "widths of nothing": f"<div style='display:none'>{_WIDE}</div>",
    "dotted": "<div style='display:none'>N.h.à c.á.i Z.o.n.8.8, n.ổ h.ũ đ.ổ.i t.h.ư.ở.n.g</div>",
    "mathematical letters": f"<p>{_bold('ZON88')} nhà {_bold('c')}ái uy tín, {_bold('casino online')}, đăng ký tặng 88K tại <a href='https://zon88x.vip'>{_bold('zon88')}</a></p>",
    "without marks": "<p>Zon88 nha cai uy tin nhat viet nam, dang ky nhan ngay 100k, tai app choi no hu ban ca tai xiu rut tien nhanh https://zon88x.vip</p>",
    "sparks between words": "<h2>Nổ⚡hũ⚡đổi⚡thưởng 🎰 Zon88 🎁 tặng 88K</h2><p>🔥 Nạp lần đầu x2 🔥 <a href='https://zon88x.vip'>CHƠI NGAY</a></p>",
    "whole frame": "<iframe src='https://zon88x.vip/' style='position:fixed;inset:0;width:100%;height:100%;border:0;z-index:99999'></iframe>",
    "pictures": "<a href='https://zon88x.vip'><img src='/upload/banner-moi.gif' alt='Zon88 nạp đầu tặng 100% - nổ hũ siêu hot'></a>",
    "titles of links": "<a href='/lien-he' title='nhà cái zon88, nổ hũ zon88, tải app zon88'>Liên hệ</a>",
    "embedded": "<object data='https://zon88x.vip/slot' width='1' height='1'></object><p style='display:none'>slot game đổi thưởng zon88</p>",
    "loans": "<p>Vay tiền nhanh online chỉ cần CCCD, duyệt 5 phút, không gọi người thân, nợ xấu vẫn hỗ trợ, giải ngân trong ngày. Liên hệ Zalo 09xx hoặc <a href='https://vayngay5phut.top'>đăng ký vay</a></p>",
    "forged degrees": "<p>Nhận làm bằng đại học phôi thật, có hồ sơ gốc, bao tra cứu, không cần đặt cọc, giao tận nơi toàn quốc <a href='https://lambang-that.net'>lambang-that.net</a></p>",
    "paid company": "<div style='height:0;overflow:hidden'><a href='https://gaigoi-sg.top'>gái gọi Sài Gòn cao cấp</a> <a href='https://phim-khongche.cc'>phim sex không che</a></div>",
}  # fmt: skip

FOREIGN = {
    "Japanese shop": {"title": "【楽天市場】ブランド財布 激安 通販 送料無料 | 公式オンライン", "body": "<ul><li><a href='/item/88231.html'>新品 未使用 ルイヴィトン 財布 正規品 最安値</a><li><a href='/item/88232.html'>人気 スニーカー レディース 送料無料</a></ul>"},
    "Japanese hidden": "<div style='position:absolute;left:-9000px'><a href='https://jpshop-a.top'>ロレックス 腕時計 激安 通販</a> <a href='https://jpshop-a.top/2'>エルメス バッグ コピー 代引き</a></div>",
    "Chinese casino": "<div style='display:none'><a href='https://xpj-88.cc'>澳门新葡京娱乐场官网</a>，开户送彩金，真人荷官，信誉平台</div>",
    "Thai slots": {"title": "สล็อตเว็บตรง แตกง่าย 2026 ไม่ผ่านเอเย่นต์", "body": "<p>สมัครสมาชิก รับเครดิตฟรี ฝากถอนออโต้ <a href='https://slotth.bet'>สมัคร</a></p>"},
    "Indonesian slots": {"title": "Situs Slot Gacor Hari Ini Gampang Maxwin Terpercaya", "body": "<h1>Slot Gacor 777: Link Alternatif Judi Online Resmi</h1><p>Daftar situs slot gacor deposit pulsa tanpa potongan, RTP live tertinggi, bonus new member 100.</p>"},
    "Korean casino": "<div style='font-size:0'><a href='https://kr-casino.top'>카지노사이트 먹튀검증 온라인 바카라</a> 토토사이트 추천</div>",
    "Russian casino": "<div style='display:none'><a href='https://vulkan-x.top'>казино вулкан играть на деньги</a> бонус за регистрацию, игровые автоматы</div>",
    "Turkish bonus": "<div style='position:absolute;left:-9999px'><a href='https://bonus-tr.top'>deneme bonusu veren siteler 2026</a> <a href='https://bahis-tr.top'>güvenilir bahis siteleri casino</a></div>",
    "English casino": "<div style='height:1px;overflow:hidden'>Play at the <a href='https://cas-best.top'>best online casino</a> with no deposit bonus, free spins and live roulette for real money</div>",
    "pharmacy": "<div style='position:absolute;left:-4000px'><a href='https://rx-fast.top/v'>buy viagra online without prescription</a>, <a href='https://rx-fast.top/c'>cheap generic cialis</a>, order tramadol overnight</div>",
    "German pharmacy": "<span style='font-size:0px'><a href='https://rx-de.top'>Viagra kaufen ohne Rezept</a>, Potenzmittel günstig bestellen</span>",
    "essays": "<div style='display:none'><a href='https://essay-do.top'>buy essay online</a>, cheap custom essay writing service, write my paper for me, college papers for sale</div>",
    "payday": "<div style='overflow:hidden;height:0'><a href='https://cash-x.top'>payday loans no credit check</a>, instant cash advance, bad credit loans guaranteed approval</div>",
    "copies of brands": "<ul style='display:none'><li><a href='https://rep-x.top'>replica Rolex watches for sale</a><li><a href='https://lv-x.top'>cheap Louis Vuitton handbags outlet</a></ul>",
    "adult": "<div style='display:none'><a href='https://xvid-x.top'>free porn videos xxx</a> <a href='https://cam-x.top'>live sex cams</a></div>",
}  # fmt: skip

GROUPS = {"hidden": HIDDEN, "script": SCRIPTED, "head": HEADS, "open": OPEN, "foreign": FOREIGN}


def planted_cases():
    """Yield (name, html): every trick inside two portals."""
    for group, pieces in GROUPS.items():
        for name, html in in_two_frames(pieces):
            yield f"{group}: {name}", html


def clean_cases():
    """Yield (name, html): what is in order, in two portals each."""
    yield from in_two_frames(ORDINARY)
