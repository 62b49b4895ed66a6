"""Draws the pages of the zoo: a newspaper of our own with one advertisement each."""

from __future__ import annotations

import io
import json
import wave
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from html import escape

from PIL import Image

from advertising.demo.zoo.animals import ZOO, Animal, of

SOUND_SECONDS = 6
# Where the gate asks for an advertisement to be taken down.
REMOVING = "/go/"
_STORY = (
    "Sáng nay, nhiều tuyến đường trung tâm được trồng thêm cây xanh. Người dân cùng tổ dân phố "
    "chăm sóc các gốc cây mới, hẹn nhau tưới mỗi chiều."
)
_PLACES = {
    "popup": "top:12%;left:8%;width:84%;max-width:560px;height:60%",
    "bottom": "left:0;right:0;bottom:0;height:110px",
    "corner": "right:12px;bottom:12px;width:300px;height:250px",
    "overlay": "inset:0",
}
_STYLE = """
body{font:16px/1.5 sans-serif;margin:0;color:#222}
header{position:sticky;top:0;background:#0b5;color:#fff;padding:8px 16px;z-index:5}
article,main{max-width:720px;margin:0 auto;padding:0 16px}
.khung{position:fixed;z-index:99;background:#fff;border:1px solid #999;box-shadow:0 2px 12px #0006;
 display:none}
.khung.hien{display:block}.khung.mo{opacity:0;transition:opacity .3s}
.khung img.anh{width:100%;height:calc(100% - 44px);object-fit:cover;display:block}
.nhan{font-size:12px;padding:2px 8px;color:#444}.bao{font-size:12px;margin-left:12px}
.nut{position:absolute;top:4px;right:4px;border:0;background:#222;color:#fff;padding:0;
 line-height:1;cursor:pointer;text-align:center;min-width:0}
.lop{position:absolute;inset:0;z-index:3;display:block}
video{width:100%;height:120px;background:#000}
.rung{animation:rung 1s infinite alternate}@keyframes rung{to{transform:scale(1.03)}}
.native-ad{border-top:1px solid #ddd;padding:8px 0;display:block;color:inherit}
"""
_SCRIPT = """
const t = %s, khung = document.querySelector(".khung"), nut = document.querySelector(".nut");
let da = 0, hien = 0;
const sau = (s, viec) => setTimeout(viec, s * 1000);
const dong = () => {
  if (t.fades) { khung.classList.add("mo"); setTimeout(() => khung.remove(), 320); }
  else khung.remove();
};
if (khung) sau(t.appears, () => {
  khung.classList.add("hien"); hien = performance.now();
  const video = khung.querySelector("video");
  if (video) video.play().catch(() => 0);
  if (t.leaves) sau(t.leaves, () => khung.remove());
  if (!nut) return;
  const lop = khung.querySelector(".lop");
  if (t.wait === "absent" && t.delay) { nut.hidden = true; sau(t.delay, () => nut.hidden = false); }
  if (t.wait === "disabled") { nut.disabled = true; sau(t.delay, () => nut.disabled = false); }
  if (t.wait === "covered" && lop) sau(t.delay, () => lop.remove());
  if (t.wait === "countdown") {
    const ten = nut.textContent;
    nut.disabled = true;
    nut.classList.remove("dong");
    const dem = () => {
      const con = Math.ceil(t.delay - (performance.now() - hien) / 1000);
      nut.textContent = con > 0 ? `Còn ${con} giây` : ten;
    };
    const nhip = setInterval(dem, 100); dem();
    sau(t.delay, () => { clearInterval(nhip); nut.textContent = ten; nut.disabled = false; });
  }
  nut.addEventListener("click", () => {
    if (t.wait === "deaf" && performance.now() - hien < t.delay * 1000) return;
    if (t.fake === "window") { window.open("/dich/?tu=" + t.code); return; }
    if (++da >= t.clicks) dong();
  });
});
"""


def find(code: str) -> str | None:
    """Return the page of the zoo with that code, or None where there is none."""
    animal = of(code)
    return page(animal) if animal else None


def cleared(code: str) -> str | None:
    """Return that page once its advertisement was taken down."""
    animal = of(code)
    return page(replace(animal, place="none")) if animal else None


def page(animal: Animal) -> str:
    """Return the page on which one advertisement lives."""
    truth = {
        name: getattr(animal, name)
        for name in ("code", "appears", "delay", "wait", "clicks", "fake", "fades", "leaves")
    }
    paragraphs = "".join(f"<p>{_STORY}</p>" for _ in range(6))
    inside = _native(animal) if animal.place == "flow" else ""
    script = _SCRIPT % json.dumps(truth)
    return (
        '<!doctype html><html lang="vi"><meta charset="utf-8">'
        f"<title>{escape(animal.title)}</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style><header>Báo Vườn Mẫu</header><main><article>"
        f"<h1>Thêm cây xanh cho phố</h1>{paragraphs}{inside}{paragraphs}</article></main>"
        f"{_over(animal)}<script>{script}</script></html>"
    )


def _over(animal: Animal) -> str:
    if not animal.is_over:
        return ""
    label = f'<span class="nhan">{animal.label}</span>' if animal.label else ""
    report = '<a class="bao" href="/bao/">Báo quảng cáo xấu</a>' if animal.report else ""
    return (
        f'<div class="khung {animal.mark}" style="{_PLACES[animal.place]}">'
        f"<div>{label}{report}</div>{_goods(animal)}{_button(animal)}{_cover(animal)}</div>"
    )


def _goods(animal: Animal) -> str:
    if animal.motion == "video":
        muted = "" if animal.sound else "muted"
        return (
            f'<p style="margin:8px">{escape(animal.goods)}</p>'
            f'<video src="/adserver/quay.wav" {muted} playsinline></video>'
        )
    moving = ' class="anh rung"' if animal.motion == "css" else ' class="anh"'
    name = "dong.gif" if animal.motion == "gif" else "tinh.png"
    return (
        f'<a href="/dich/" target="_blank"><img{moving} src="/adserver/{name}" '
        f'alt="{escape(animal.goods)}"></a>'
    )


def _button(animal: Animal) -> str:
    if animal.fake == "missing":
        return ""
    wide = "auto" if len(animal.sign) > 1 or animal.wait == "countdown" else f"{animal.size}px"
    look = "background:#eee;color:#ddd;" if animal.faint else ""
    return (
        f'<button class="nut dong" type="button" style="{look}width:{wide};height:{animal.size}px;'
        f'font-size:{max(animal.size - 10, 8)}px">{animal.sign}</button>'
    )


def _cover(animal: Animal) -> str:
    if animal.wait == "covered" or animal.fake == "covered":
        return '<a class="lop" href="/dich/" target="_blank"></a>'
    return ""


def _native(animal: Animal) -> str:
    label = f'<span class="nhan">{animal.label}</span>' if animal.label else ""
    return (
        f'<a class="{animal.mark}" href="/dich/">{label}<b>{escape(animal.goods)}: bí quyết của '
        '5.000 gia đình</b><br><img src="/adserver/tinh.png" width="320" height="120" alt=""></a>'
    )


def index(removed: Collection[str] = ()) -> str:
    """Return the gate of the zoo: its pages, each with the button that its owner would press."""
    rows = "".join(
        f'<li><a href="/{one.code}/">{escape(one.title)}</a> {_removing(one, removed)}</li>'
        for one in ZOO
    )
    return (
        '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Vườn quảng cáo mẫu</title>'
        f"<h1>Vườn quảng cáo mẫu</h1><p>Trang mẫu của bản chạy thử.</p><ul>{rows}</ul></html>"
    )


def _removing(animal: Animal, removed: Collection[str]) -> str:
    if animal.place == "none":
        return ""
    if animal.code in removed:
        return "(đã gỡ)"
    return (
        f'<form method="post" action="{REMOVING}{animal.code}/" style="display:inline">'
        f'<button aria-label="Gỡ quảng cáo: {escape(animal.title)}">Gỡ quảng cáo</button></form>'
    )


@cache
def media(name: str) -> tuple[str, bytes] | None:
    """Return a picture or a sound of the ad server with its type; None for any other name."""
    makers = {"tinh.png": _still, "dong.gif": _moving, "quay.wav": _sound}
    return makers[name]() if name in makers else None


def _still() -> tuple[str, bytes]:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((560, 300)).convert("RGB").save(out, "PNG")
    return "image/png", out.getvalue()


def _moving() -> tuple[str, bytes]:
    out = io.BytesIO()
    frames = [Image.new("RGB", (280, 150), colour) for colour in ("#a33", "#3a3", "#33a")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=300, loop=0)
    return "image/gif", out.getvalue()


def _sound() -> tuple[str, bytes]:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes(128 + (n // 20 % 2) * 8 for n in range(8000 * SOUND_SECONDS)))
    return "audio/wav", out.getvalue()
