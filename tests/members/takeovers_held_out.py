# ruff: noqa: E501  one face of a page a line
"""A second labelled set for defacement, written after the rules: other sites, other attackers."""

from tests.members.abnormal_held_out import joomla, table


def _joomla_site(week=0, extra="", title="Sở Xây dựng Thành phố Hồ Chí Minh"):
    return joomla(
        f"<div class='moi'>Tin tuần {week}: hội nghị chuyên đề số {week}</div>{extra}", title=title
    )


def _table_site(week=0, extra="", title="Trung tâm Y tế"):
    return table(f"<p>Lịch trực tuần {week}, phòng khám số {week}</p>{extra}", title=title)


def _app_site(week=0, extra="", title="UBND xã Bình Lợi"):
    return f"<html lang=vi><head><title>{title}</title><meta name=description content='Trang thông tin điện tử xã Bình Lợi'><script src='https://cdn.jsdelivr.net/a.js'></script></head><body><div id=root class=app><div class=hd>XÃ BÌNH LỢI</div><div class=ct>Tin {week}</div>{extra}</div></body></html>"


SITES = {"joomla": _joomla_site, "table": _table_site, "small": _app_site}

TAKEN = {
    "title and song": "<html><head><title>-=[ HaCkEd By SyRiaN ]=-</title></head><body bgcolor='#000'><embed src='a.mp3'><p>hello admin, patch your site</p></body></html>",
    "pwned": "<body><pre>PWNED</pre></body>",
    "defaced by": "<html><title>lol</title><body><h3>D3faced by r00t</h3></body></html>",
    "got hacked": "<h1>You got hacked</h1>",
    "team": "<html><head><title>xxx</title></head><body><h1>Anonymous Cyber Team</h1><p>We do not forgive. We do not forget. Expect us.</p></body></html>",
    "flag": "<html><body><div style='background:url(f.jpg)'></div><img src='f.jpg'></body></html>",
    "only a script": "<html><body><script src='https://evil.top/x.js'></script></body></html>",
    "frame": "<html><head><title>Welcome</title></head><frameset><frame src='https://evil.top'></frameset></html>",
    "long manifesto": "<html><head><title>Message to the world</title></head><body><div>" + "<p>To all governments of the world: we demand justice and we will not be silent any longer.</p>" * 30 + "</div></body></html>",
    "shop in japanese": "<html lang=ja><head><title>ブランド時計</title></head><body><ul>" + "<li class='p'><a href='#'>スーパーコピー時計 激安 送料無料</a></li>" * 60 + "</ul></body></html>",
    "parked": "<html><head><title>ten-mien.vn is for sale</title></head><body><div class='park'><h1>Buy this domain</h1><a href='#'>Make an offer</a><a href='#'>Related links</a></div></body></html>",
    "blog of betting": "<html lang=vi><head><title>Nhận định bóng đá</title></head><body><div class='post'>" + "<article><h2>Nhận định trận đấu đêm nay</h2><p>Đội chủ nhà đang có phong độ cao trước chuyến làm khách.</p></article>" * 20 + "</div></body></html>",
    "banner above": lambda site: site(4, extra="<div><b>Hacked by Moroccan Revolution</b></div>"),
    "title changed": lambda site: site(4, title="Hacked By Z3ro"),
    "vietnamese mark": lambda site: site(4, extra="<h2>Website đã bị hack bởi NhomBongDem</h2>"),
}  # fmt: skip

ORDINARY = {
    "next week": lambda site: site(4),
    "campaign": lambda site: site(5, extra="<div class='banner'><img src=1.jpg alt='Tháng hành động vì an toàn'></div>"),
    "many new lines": lambda site: site(6, extra="".join(f"<div class='n{n}'><p>Thông báo số {n}</p></div>" for n in range(40))),
    "new title": lambda site: site(7, title="Chào mừng bầu cử đại biểu Hội đồng nhân dân"),
    "security training": lambda site: site(8, extra="<p>Tập huấn an toàn thông tin: xử lý tình huống website bị hacker tấn công, chèn chữ hacked by</p>"),
    "english course": lambda site: site(9, extra="<p>English club: We are one team. Expect us to visit your school.</p>"),
    "mourning": lambda site: site(10, extra="<style>html{filter:grayscale(1)}</style>"),
    "fault": lambda site: "<html><head><title>503 Service Unavailable</title></head><body><h1>Service Unavailable</h1></body></html>",
    "asp fault": lambda site: "<html><head><title>Runtime Error</title></head><body><h1>Server Error in '/' Application.</h1></body></html>",
    "at work": lambda site: "<html><body><img src=baotri.png alt='Hệ thống đang nâng cấp'></body></html>",
    "database": lambda site: "<html><head><title>Database Error</title></head><body><p>Error establishing a database connection</p></body></html>",
    "cut short": lambda site: site(4)[: len(site(4)) // 2],
    "empty": lambda site: "<html><head></head><body></body></html>",
}  # fmt: skip
