(() => {
  // Whether an advertisement moves: by what it is made of, or by what scripts do with it.
  const {style, all, rect, bare, urlsOf} = globalThis.citywebSight;
  const {isClose} = globalThis.citywebClosing;
  const STIR_MS = 200, SETTLED_MS = 1500, STIRS = 3, STIRRING_MS = 800, LASTING_MS = 3000;

  // Scripts may move pictures too: how the large parts of an advertisement lie and what they show.
  const stir = (item, now) => {
    if (now - item.stirredAt < STIR_MS || now - item.appearedAt < SETTLED_MS || item.stirs.length >= 12) return;
    item.stirredAt = now;
    const whole = rect(item.el), least = whole.width * whole.height * 0.08;
    const looks = all(item.el, 120).map(el => {
      const r = rect(el), s = style(el);
      if (r.width * r.height < least || el.localName === "iframe") return "";
      const shows = el.matches("img, image") ? el.currentSrc || el.src || "" : s.backgroundImage;
      return [Math.round(r.left - whole.left), Math.round(r.top - whole.top), Math.round(r.width), Math.round(r.height),
        shows.slice(-80), s.backgroundPosition, s.transform, (+s.opacity).toFixed(1), s.filter, s.backgroundColor].join();
    }).join(";");
    if (item.looks && looks !== item.looks) item.stirs.push(now);
    item.looks = looks;
  };
  const isStirring = item => item.stirs.length >= STIRS && item.stirs.at(-1) - item.stirs[0] >= STIRRING_MS;

  const moves = (el, marks) => {
    if (all(el).some(one => /^(video|marquee|animate|animateTransform|animateMotion)$/i.test(one.localName))) return true;
    if ([el, ...all(el)].some(one => movesInside(one.getAttribute("src") || "") || movesInside(one.style?.backgroundImage || ""))) return true;
    if (urlsOf(el).some(url => marks.moving.includes(url) || marks.moving.includes(bare(url))))
      return true;
    // What a control waits for before it comes is no moving picture.
    return el.getAnimations({subtree: true}).some(one => one.effect &&
      one.effect.getComputedTiming().activeDuration > LASTING_MS &&
      !(one.effect.target && isClose(one.effect.target)));
  };
  // Pictures written down in the page itself.
  const movesInside = src => {
    if (/data:image\/svg/.test(src)) {
      try {
        const text = src.includes("base64") ? atob(src.split("base64,")[1].replace(/["')]+$/, "")) : decodeURIComponent(src);
        return /<animate|animation\s*:|animation-name/.test(text);
      } catch (problem) { return false; }
    }
    const gif = /data:image\/gif;base64,([A-Za-z0-9+/=]+)/.exec(src);
    return !!gif && atob(gif[1]).split("\x21\xf9\x04").length > 2;
  };

  globalThis.citywebMotion = {stir, isStirring, moves};
})();
