/* The preview: two widths, drawn to fit, made new each time the draft is saved. */
"use strict";
(() => {
  const frame = document.querySelector("iframe");
  const room = document.querySelector("main");
  const buttons = [...document.querySelectorAll("[data-width]")];
  let width = innerWidth < 700 ? 360 : 1280;

  function fit() {
    const scale = Math.min(1, room.clientWidth / width);
    frame.style.width = `${width}px`;
    frame.style.height = `${room.clientHeight / scale}px`;
    frame.style.transform = `scale(${scale})`;
    frame.style.marginInlineStart = `${Math.max(0, (room.clientWidth - width * scale) / 2)}px`;
    buttons.forEach((one) => one.setAttribute("aria-pressed", String(Number(one.dataset.width) === width)));
  }

  buttons.forEach((one) => one.addEventListener("click", () => { width = Number(one.dataset.width); fit(); }));
  addEventListener("resize", fit);
  if ("BroadcastChannel" in window) {
    new BroadcastChannel("cityweb-preview").addEventListener("message", ({ data }) => {
      if (data !== document.body.dataset.edition) return;
      const place = frame.contentWindow.scrollY;
      frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, place), { once: true });
      frame.contentWindow.location.reload();
    });
  }
  fit();
})();
