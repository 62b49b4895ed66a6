"""What the eye that watches advertisements reads off a page: label, sign, place to report."""

import pytest

from advertising.behaviour.spotting import EYE

OVER = "position:fixed;left:20px;top:20px;width:320px;height:240px;background:#fff"
DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs="
# What lies over the page, whether it says what it is.
LABELS = {
    "<div>Quảng cáo <button>×</button></div>": "Quảng cáo",
    "<div><b>Đóng</b>Quảng cáo · <a href=/bao>Báo xấu</a></div>": "Quảng cáo ·",
    "<div>QU\u1ea2NG CÁO</div>".replace("\u1ea2", "A\u0309"): "QUẢNG CÁO",
    "<div><i>Quảng</i><i> cáo</i></div>": "Quảng cáo",
    "<div>Được tài trợ</div>": "Được tài trợ",
    "<div style='color:#fefefe'>Quảng cáo</div>": "",
    "<div style='position:absolute;width:1px;height:1px;overflow:hidden'>Quảng cáo</div>": "",
    "<button>Tắt quảng cáo</button>": "",
    "<div>Đọc báo không quảng cáo</div>": "",
    "<div>Liên hệ quảng cáo: 028 3822 0000</div>": "",
}
SIGNS = {
    "<button>×</button>": "×",
    "<span class=dongQuangCao style='cursor:pointer'>·</span>": "·",
    "<button aria-label='Đóng quảng cáo'><svg width=20 height=20></svg></button>": "Đóng quảng cáo",
    "<button>Bỏ qua quảng cáo này để đọc tiếp</button>": "Bỏ qua quảng cáo này để đọc tiếp",
    "<button>Đóng (5)</button>": "Đóng (5)",
    "<p>Tự đóng sau 5 giây</p>": None,
    "<p>Bảo hiểm: đóng phí một lần</p>": None,
    f"<img src='{DOT}' alt='Đóng một lần, nhận trọn đời' width=300 height=200>": None,
}
REPORTS = {
    "<span style='cursor:pointer'>Báo xấu</span>": True,
    "<button aria-haspopup=menu>⋮</button><ul hidden><li role=menuitem>Báo cáo</ul>": True,
    "<ul hidden><li role=menuitem>Báo cáo</ul>": False,
    "<p>Báo quảng cáo sai phạm: 1900 1234</p>": True,
    f"<a href='https://ban.vn/'>Vì sao {'nhiều gia đình ' * 4} chọn bếp Hải Long?</a>": False,
}
ASKING = {
    "<p>Chúng tôi dùng cookie</p><label><input type=checkbox> Quảng cáo</label>": True,
    "<p>Bạn đang chặn quảng cáo</p><button>Đã tắt</button>": True,
    "<small>Quảng cáo</small><a href=/dich><img width=9></a><p>Đăng nhập nhận quà</p>": False,
}


@pytest.fixture(scope="module")
def eye(browser):
    """A page with the eye in it; answers what an expression says of the layer `box`."""
    page = browser.new_page()
    page.set_content("<!doctype html><p>Bài báo</p><div id=box></div>")
    page.evaluate(f"document.getElementById('box').style = '{OVER}'")
    page.evaluate(EYE)

    def ask(html, expression):
        page.evaluate("html => document.getElementById('box').innerHTML = html", html)
        return page.evaluate(f"(box => {expression})(document.getElementById('box'))")

    yield ask
    page.close()


def test_a_label_is_what_readers_can_read(eye):
    found = {html: eye(html, "citywebLabels.labelOf(box)") for html in LABELS}
    assert found == LABELS


def test_a_sign_is_told_by_words_names_and_looks(eye):
    asked = "citywebClosing.controlOf(box, new Set())?.text ?? null"
    assert {html: eye(html, asked) for html in SIGNS} == SIGNS


def test_somewhere_to_report_may_stand_in_a_menu_or_in_words(eye):
    found = {html: bool(eye(html, "citywebLabels.reportOf(box)")) for html in REPORTS}
    assert found == REPORTS


def test_what_a_site_asks_of_its_readers_is_no_advertisement(eye):
    assert {html: eye(html, "citywebLabels.asksForSite(box)") for html in ASKING} == ASKING


KEYFRAMES = "<style>@keyframes hien {to {visibility: visible}}</style>"
MOTIONS = {
    "<button style='visibility:hidden;animation:hien 1ms linear 8s forwards'>×</button>": False,
    "<button style='visibility:hidden;animation:hien 8s steps(1) forwards'>×</button>": False,
    "<p style='animation:hien 1ms linear 8s forwards'>Trà sữa</p>": False,
    "<p style='animation:hien 1s infinite alternate'>Trà sữa</p>": True,
}
CARRIED = {
    "<button style='position:fixed;left:5000px'>×</button>": True,
    "<button style='position:fixed;left:5000px' disabled>×</button>": False,
    "<button style='position:fixed;left:5000px;visibility:hidden'>×</button>": False,
    "<button>×</button>": False,
    "<a href='https://ban.vn/' style='position:fixed;left:5000px'>Mua</a>": False,
}
SLOTS = {
    "<section class=qc></section>": [],
    "<section class=qc><a href=/dich><img width=300 height=200></a></section>": [""],
    "<section class=qc>Quảng cáo · Trà sữa</section>": ["Quảng cáo · Trà sữa"],
}


def test_what_a_sign_waits_for_before_it_comes_is_no_moving_picture(eye):
    asked = "citywebMotion.moves(box, {moving: []})"
    assert {html: eye(KEYFRAMES + html, asked) for html in MOTIONS} == MOTIONS


def test_a_sign_that_slides_in_with_its_advertisement_came_with_it(eye):
    assert {html: eye(html, "citywebClosing.isCarried(box)") for html in CARRIED} == CARRIED


def test_a_place_that_is_still_empty_shows_no_advertisement(eye):
    asked = """((page, marks) => {
      page.innerHTML = `{html}`; page.firstElementChild.style = 'display:block;height:300px';
      return cityweb.judge(marks).flow.map(one => one.label); })(document.querySelector('p'),
      {selectors: [{selector: '.qc', rule: '##.qc'}], urls: {}, moving: []})"""
    assert {html: eye("", asked.replace("{html}", html)) for html in SLOTS} == SLOTS


def test_a_card_may_be_a_small_article_of_its_own(eye):
    card = "<article><a href='/dich'><img></a><small>Nội dung tài trợ</small></article>"
    asked = "citywebLabels.labelOf(citywebLabels.cardOf(box.querySelector('a')), 0)"
    assert eye(card, asked) == "Nội dung tài trợ"
