"""The marks of attackers on a page, how such pages are dressed, and who else writes of attacks."""

import re

_WHO = (
    r"(?:h[a4]ck(?:ed|3d)|h4x[o0]r3?d|def[a4]c[e3]d|[o0]wn[e3]d|pwn[e3]d|st[a4]mped|r[o0]{2}ted|e?xpl[o0]ited"
    r"|(?:đã )?bị hack|hackead[oa]|invadid[oa]|pirat[eé]e?"
    r"|hacklen(?:di|miştir)|diretas|взломан[оа]?)"
)
MARK = re.compile(
    rf"\b{_WHO}\s{{0,3}}(?:by|bởi|8y|b¥|por|par|oleh|tarafından)\b|^\W{{0,20}}{_WHO}\W{{0,20}}$"
    r"|\byou(?:'ve| have|r site)?(?: (?:has )?been| is| was| got)?\s(?:hacked|pwned|h4ck3d|owned)\b"
    r"|\b(?:web)?(?:site|server)\b.{0,30}\b(?:breached|infected|compromised|seized|hijacked) by\b"
    r"|^\W{0,20}seized by (?!the |police|customs|officers|authorities)"
    r"|^\W{0,20}(?:touched|breached|infected|rooted|cracked) by\b"
    r"|\b(?:web)?site\s?(?:hacked|defaced|owned|pwned)\b|\byour index is\b|☠"
    r"|\b(?:security|system) (?:is )?(?:breached|0wned|down by)\b"
    r"|\bgreetz\b|\bgr33tz\b|\b(?:we are|i am) (?:anonymous|legion)\b"
    r"|\b(?:cyber|hacker|h4ck3r)s? (?:army|team|crew|squad)\b|\b\w{2,30}[~_](?:crew|team|squad)\b"
    r"|\bhack(?:ing)? (?:team|crew|squad)\b|\bserver compromised\b"
    r"|\bexpect us\b|\bsecurity is (?:just )?an illusion\b"
    r"|\broot@(?!hackathon|ctf|localhost)[\w-]{1,30}[:~]"
    r"|\byour (?:web)?site (?:now )?belongs? to\b"
    # What asks for ransom.
    r"|[a-z2-7]{6,60}\.onion\b|\bexfiltrated\b|\bdo not (?:call|contact) (?:the )?police\b"
    r"|\b(?:your|all) (?:website|files|data|server|site)[^.!]{0,60}(?:been |are )?encrypted\b"
    r"|\bsend \d[\d.,]{0,10} ?(?:btc|bitcoin|usdt|eth)\b|\bprice to delete\b"
    # The same in other tongues.
    r"|\btelah (?:di)?(?:retas|hack)|\bele geçiril|\bel koyuldu|\bhacklendi"
    r"|\bfoi (?:hackead|invadid)|\bsite (?:invadido|hackeado)|\bha sido hackead|\ba été pirat"
    r"|تم (?:ال)?اختراق|هکر? شد|أنت مخترق|взлом(?:ан|али)|被黑|黑客(?:入侵|攻破|到此)|入侵成功"
    r"|已被.{0,6}(?:攻陷|入侵)|到此一游|网站存在.{0,6}漏洞|黑鹰|黑客.{0,8}(?:小组|联盟|团队)|ハッキングされ|해킹(?:당|되)"
    r"|^\W{0,20}(?:web(?:site)?(?: này)? )?đã bị (?:hack|xâm nhập|chiếm quyền)\b"
    r"|\bhack (?:bởi|by)\b|\b(?:đã )?bị (?:chiếm quyền|xâm nhập|tấn công) bởi\b"
    r"|\bchiếm quyền điều khiển bởi\b|\bahihi\b|\bđồ ngốc\b|\bchiếm đóng tại đây\b"
    r"|\bweb (?:này )?(?:sập rồi|toang|bay màu)\b|\bpass(?:word)? admin là\b"
    r"|\badmin (?:ơi|ngủ|gà|ngu)\b|\bvá (?:lỗi|lỗ hổng) (?:đi|ngay)\b"
)
# One of these stands in every mark: found at a hundredth of what a mark costs.
_HINTS = frozenset({
    "hack", "h4ck", "h4x", "haxor", "defac", "def4c", "owned", "own3d", "0wned", "pwn", "stamp",
    "root", "exploit", "invadid", "pirat", "diretas", "взлом", "breach", "infect", "compromis",
    "seized", "hijack", "touched", "cracked", "index is", "☠", "security", "system", "greetz",
    "gr33tz", "anonymous", "legion", "cyber", "team", "crew", "squad", "army", "expect us",
    "belong", ".onion", "exfiltrat", "police", "encrypted", "send ", "price", "retas", "geçiril",
    "koyuldu", "ha sido", "été", "راق", "شد", "مخت", "黑", "入侵", "攻陷", "到此", "漏洞",
    "ハッキング",
    "해킹", "xâm nhập", "chiếm", "tấn công", "ahihi", "đồ ngốc", "sập rồi", "toang", "bay màu",
    "admin", "vá l",
})  # fmt: skip
# No headline begins so.
BOAST = re.compile(r"\W{0,20}(?:hacked|h4ck3d|defaced|owned|pwned|rooted|stamped) (?:by|8y)\b")
# Code that puts other words in place of the whole page.
REPLACES = re.compile(
    r"document\s?\.\s?(?:documentElement|body)\s?\.\s?(?:inner|outer)HTML\s?=(?!=)"
    r"|getElementsByTagName\(.(?:body|html).\)\[0\]\.innerHTML\s?=(?!=)"
    r"|document\.open\(\)|\balert\s?\("
    r"|position:\s?fixed;[^'\"]{0,120}(?:inset:\s?0|top:\s?0|z-index:\s?9{3,})"
)
# What a page may call itself whoever it belongs to.
ANYBODYS = re.compile(
    r"\b(?:home|index|welcome|portal|website|homepage|default|untitled|test|demo|login|error|loading"
    r"|committee|department|school|university|college|hospital|ward|commune|district|province|city"
    r"|official|office|centre|center|library|museum|vietnam|viet nam|trang chu|trang tin|cong thong"
    r"|tin tuc|thong bao|chao mung)\b"
)
# Letters that no other tongue written like ours has.
OURS_ALONE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]")
# An office that tells of its end, or of a danger: short, bare, and its own.
NOTICE = re.compile(
    r"(?:dừng|ngừng|kết thúc|chấm dứt) hoạt động|khẩn cấp|sáp nhập|hợp nhất|đường dây nóng|cứu nạn"
    r"|chuyển về|thay thế bởi"
)
TELLS_ABOUT = re.compile(
    r"\b(?:công an|cảnh báo|tin tặc|hội thảo|an toàn thông tin|xử phạt|điều tra|bài viết"
    r"|phòng chống|diễn tập|an ninh mạng|trang web của|website của|chuyên gia|cục|giải pháp"
    r"|cuộc thi|cảnh giác|ứng cứu|sự cố|hiện trường|ngắt kết nối|trường hợp|giao diện bị"
    r"|dòng chữ|bản vá|sao lưu)\b"
)
# Who speaks on a page of an office, and of what.
OFFICE = re.compile(
    r"ubnd|ủy ban|uỷ ban|cổng thông tin|trang thông tin|sở |phường|xã |huyện|tỉnh|thành phố|trường"
    r"|bệnh viện|trung tâm|chi cục|ban quản lý|hội đồng|cơ quan|văn phòng|thông báo|liên hệ|công an"
    r"|nhà nước|công dân|học sinh"
)
_SENTENCE = re.compile(r"[.!?\n]\s{1,9}")
_QUOTED = re.compile('["“”‘’«»]')
# How such pages are dressed: dark, loud, centred, closed to the right button of the mouse.
DRESSED_UP = (
    re.compile(
        r"(?:background(?:-color)?:|bgcolor=)[\"']?(?:#0{3,6}\b|#(?:[01][0-3]){3}\b|#[4-9a-f]0{2}\b"
        r"|#[4-9a-f][0-9a-f]0{4}\b|black|red|rgb\(0,0,0)"
    ),
    re.compile(
        r"monospace|courier|orbitron|iceland|share tech|<marquee|text-shadow|blink|typewriter"
        r"|creepster|comic sans"
    ),
    re.compile(r"<audio|autoplay|oncontextmenu|<embed|<canvas"),
    re.compile(r"<center|text-align:center|justify-content:center"),
    re.compile(
        r"color:(?:#?(?:f00|ff0000|0f0|00ff00|3f6|33ff66|fff|ffffff)|red|lime|white)"
        r"|text=[\"']?(?:white|red|lime)"
    ),
)
# A site at work on itself or stopped by its guard says so; that is for availability to judge.
OUT_OF_ORDER = re.compile(
    r"temporarily unavailable|50[0-4] (?!security)|chuyển tên miền|tên miền mới"
    r"|địa chỉ mới|chuyển sang địa chỉ|"
    r"bảo trì|nâng cấp|tạm ngưng|tạm dừng|maintenance|under construction|service unavailable"
    r"|bad gateway|gateway time|internal server error|not found|không tìm thấy|forbidden"
    r"|access denied|just a moment|checking your browser|captcha|request rejected|server error"
    r"|runtime error|database (?:connection|error)|fatal error|connection refused"
    r"|sqlstate|kết nối (?:đến |tới )?cơ sở dữ liệu|stack trace"
    r"|account suspended|it works|welcome to nginx|error \d{3}"
    r"|lỗi (?:hệ thống|kết nối)|too many requests|attention required|iis windows|đăng nhập"
    r"|javascript|kiểm tra trình duyệt|tường lửa|ray id|ddos|xác minh bạn|xác nhận bạn"
    r"|không phải (?:là )?(?:robot|người máy)|vui lòng (?:chờ|đợi) (?:trong )?(?:giây|ít|\d)"
    r"|verify(?:ing)? you|checking if|please wait|truy cập bị (?:từ chối|chặn)"
    r"|quá (?:nhiều yêu cầu|tải)|tạm thời không|temporarily"
    r"|hết hạn (?:tên miền|lưu trữ|hosting)|parked|coming soon"
)


def mark_in(text: str) -> re.Match[str] | None:
    """Return the first mark in plain text, or None."""
    return MARK.search(text) if any(hint in text for hint in _HINTS) else None


def untold(text: str) -> str:
    """Return the sentences of plain text that tell of no attack and quote nobody."""
    kept = [
        one
        for one in _SENTENCE.split(text)
        if not TELLS_ABOUT.search(one) and not _QUOTED.search(one)
    ]
    return ". ".join(kept).strip()
