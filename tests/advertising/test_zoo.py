"""The zoo is what its table says, and Chromium measures it so."""

import asyncio

import pytest

from advertising.behaviour import runs
from advertising.behaviour.measuring import measure
from advertising.demo.zoo import ZOO, Animal, pages, server
from cityweb.core.fetch import Rules

DEAF = Animal("diec", "Điếc 1 giây", delay=1.0, wait="deaf", clicks=2, fades=True)


def test_every_page_has_an_address_of_its_own():
    assert len({animal.code for animal in ZOO}) == len(ZOO) >= 25


@pytest.mark.parametrize("animal", ZOO, ids=lambda animal: animal.code)
def test_a_page_carries_what_its_row_says(animal):
    html = pages.page(animal)
    assert ('class="khung' in html) is animal.is_over
    assert ('class="nut' in html) is (animal.is_over and animal.fake != "missing")
    assert ('<span class="nhan">' in html) is bool(animal.label and animal.place != "none")


def test_an_owner_takes_an_advertisement_down_at_the_gate():
    async def ask(port, verb, path):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"{verb} {path} HTTP/1.1\r\nHost: {server.HOST}\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = int(head.lower().partition("content-length: ")[2].split("\r\n")[0])
        body = await reader.readexactly(length)
        writer.close()
        return body.decode()

    async def run():
        async with await server.open_up(0) as played:
            port = played.sockets[0].getsockname()[1]
            before = await ask(port, "GET", "/sua-bot/")
            gate = await ask(port, "POST", "/go/sua-bot/")
            return before, gate, await ask(port, "GET", "/sua-bot/")

    before, gate, after = asyncio.run(run())
    assert 'class="khung' in before and "(đã gỡ)" in gate
    assert 'class="khung' not in after and "Thêm cây xanh cho phố" in after


def measured(texts, code, repeats):
    async def run():
        async with await server.open_up(0, texts.get) as played:
            port = played.sockets[0].getsockname()[1]
            rules = Rules(frozenset({port}), "test", frozenset({server.SUFFIX}))
            url = server.address(code, port)
            return await measure(url, repeats=repeats, rules=rules)

    return asyncio.run(run())


FRAMED = """<!doctype html><meta charset=utf-8><p>Bài báo</p><script>
setTimeout(() => { const f = document.createElement("iframe"); f.className = "qc-popup";
f.style = "position:fixed;left:10%;top:20%;width:400px;height:300px;z-index:9";
f.src = `//khac.vuon-quang-cao.localhost:${location.port}/khung/`; document.body.append(f);
onmessage = e => f.remove() }, 300)</script>"""
FRAME = """<!doctype html><meta charset=utf-8><small>Quảng cáo</small>
<button id=x>×</button><script>
let open = false; setTimeout(() => open = true, 1000);
x.onclick = () => open && parent.postMessage("dong", "*")</script>"""


@pytest.mark.browser
@pytest.mark.slow
def test_a_sign_inside_a_frame_of_another_site_is_found_and_timed(monkeypatch):
    monkeypatch.setattr(runs, "LATE_MS", 1500)
    monkeypatch.setattr(runs, "QUIET_SECONDS", 1.0)
    seen, _ = measured({"trang": FRAMED, "khung": FRAME}, "trang", 1)
    (ad,) = seen.over
    assert ad.delay.best == pytest.approx(1.0, abs=0.15)
    assert (ad.label, ad.control.text, ad.is_fake) == ("Quảng cáo", "×", False)


@pytest.mark.browser
@pytest.mark.slow
def test_the_delay_of_a_deaf_sign_is_measured_and_its_two_clicks_are_counted(monkeypatch):
    monkeypatch.setattr(runs, "LATE_MS", 2000)
    monkeypatch.setattr(runs, "QUIET_SECONDS", 1.0)
    seen, pictures = measured({DEAF.code: pages.page(DEAF)}, DEAF.code, 1)
    (ad,) = seen.over
    assert ad.delay.best == pytest.approx(1.0, abs=0.15)
    assert (ad.clicks_needed, ad.is_fake, ad.label) == (2, False, "Quảng cáo")
    assert "##.qc-popup" in ad.rules and ad.control.width == 32
    assert pictures[ad.name].startswith(b"\x89PNG")
    assert [row["rule"] for row in seen.requests] == ["/adserver/*"]


NAMELESS = """<!doctype html><meta charset=utf-8><p>Bài báo</p>
<div id=q class=qc-popup style="position:fixed;left:9%;top:20%;width:400px;height:300px;z-index:9">
<small>Quảng cáo</small><a href="/dich/" style="position:absolute;left:0;top:0;width:30px;height:9%;
background:#ddd"></a><i id=b style="position:absolute;right:4px;top:4px;width:28px;height:28px;
background:#a00;cursor:pointer"></i><p>Phòng khám, đóng góp ý kiến</p></div><script>
const since = performance.now();
b.onclick = () => performance.now() - since > 900 && q.remove()</script>"""


@pytest.mark.browser
@pytest.mark.slow
def test_a_sign_without_any_name_is_found_by_trying_and_asks_an_officer(monkeypatch):
    monkeypatch.setattr(runs, "LATE_MS", 1500)
    monkeypatch.setattr(runs, "QUIET_SECONDS", 1.0)
    seen, _ = measured({"trang": NAMELESS}, "trang", 1)
    (ad,) = seen.over
    assert (ad.control.text, ad.control.is_told, ad.clicks_needed) == ("", False, 1)
    assert ad.delay.best == pytest.approx(0.9, abs=0.15)
    assert ad.opened_by_close == 0 and not seen.windows
