(() => {
  // What tells an advertisement from the rest: a label to be read, somewhere to report it.
  const {tidy, isLabel, ASKS, REPORTS, OPENS_MORE, CLOSING} = globalThis.citywebWords;
  const {style, above, all, rect, opacity, words, leadsAway} = globalThis.citywebSight;
  const {isClose} = globalThis.citywebClosing;
  // Below this nobody reads: letters as their ground.
  const UNREAD_CONTRAST = 1.25;

  const colourOf = said => {
    const found = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(said);
    return found && {rgb: found.slice(1, 4).map(Number), alpha: found[4] === undefined ? 1 : +found[4]};
  };
  const light = ({rgb}) => rgb.map(one => one / 255)
    .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, n) => sum + one * [0.2126, 0.7152, 0.0722][n], 0);
  // The colour behind letters; none where a picture or something else may lie there.
  const groundOf = el => {
    for (let one = el; one; one = above(one)) {
      const s = style(one), colour = colourOf(s.backgroundColor);
      if (s.backgroundImage !== "none" || !colour) return null;
      if (colour.alpha > 0.95) return colour;
      if (colour.alpha > 0 || /absolute|fixed/.test(s.position)) return null;
    }
    return null;
  };
  const isRead = el => {
    const s = style(el), r = rect(el), ink = colourOf(s.color);
    if (/^(script|style|noscript|template)$/.test(el.localName) || s.visibility !== "visible" || r.width < 6 || r.height < 5 ||
        r.right <= 0 || r.bottom + scrollY <= 0 || parseFloat(s.fontSize) < 6 || opacity(el) <= 0.3) return false;
    if (ink && ink.alpha < 0.25) return false;
    const ground = ink && ink.alpha === 1 && groundOf(el);
    if (!ground) return true;
    const [low, high] = [light(ink), light(ground)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05) >= UNREAD_CONTRAST;
  };
  // Words drawn in a picture that is written down in the page itself.
  const drawn = img => {
    const src = img.getAttribute("src") || "";
    if (!src.startsWith("data:image/svg")) return "";
    try {
      const body = src.slice(src.indexOf(",") + 1);
      const text = src.slice(0, 40).includes("base64") ? decodeURIComponent(escape(atob(body))) : decodeURIComponent(body);
      return tidy(text.replace(/<(style|script)[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, " "));
    } catch (problem) { return ""; }
  };
  // Words drawn on a canvas, as `telling.js` tells of them, in frames too.
  const worldOf = () => { try { return top.citywebDrawn ? top : globalThis; } catch (problem) { return globalThis; } };
  const written = globalThis.citywebDrawn = worldOf().citywebDrawn || new WeakMap();
  let canvas = null;
  addEventListener("cityweb-canvas", event => { canvas = event.relatedTarget; }, true);
  addEventListener("cityweb-drawn", event => {
    if (canvas) written.set(canvas, [...written.get(canvas) || [], tidy(event.data)]);
  }, true);
  const writtenOn = el => el.localName === "canvas" && isRead(el) ? written.get(el) || [] : [];
  // Each piece of text that is read in an element, with what holds it.
  const pieces = el => {
    const found = [], joined = [];
    for (const one of [el, ...all(el, 300)]) {
      for (const node of one.childNodes) {
        const text = node.nodeType === Node.TEXT_NODE ? tidy(node.textContent) : "";
        if (text && text.length < 48 && isRead(one)) found.push([text, one]);
      }
      // A label may be broken into several pieces.
      const whole = one.childElementCount ? tidy(one.textContent) : "";
      if (whole && whole.length <= 24 && [one, ...all(one, 12)].every(isRead)) joined.push([whole, one]);
      found.push(...writtenOn(one).map(text => [text, one]));
      if (one.localName === "img" && isRead(one)) {
        const r = rect(one);
        if (r.height <= 40 && one.alt) found.push([tidy(one.alt), one]);
        found.push([drawn(one), one]);
      }
    }
    for (const one of [el, ...all(el, 100)])
      for (const part of ["::before", "::after"]) {
        const s = getComputedStyle(one, part), said = s.content;
        if (said && said !== "none" && said !== "normal" && said.length < 48 && s.visibility === "visible" &&
            parseFloat(s.fontSize) >= 6 && +s.opacity > 0.3) found.push([tidy(said.replace(/^"|"$/g, "")), one]);
      }
    return [...found, ...joined];
  };
  // A bar is no control for holding one: what else it says is its own.
  const closesItself = el => isClose(el) > 0 && ![...el.children].some(one => isClose(one) > 0);
  // In the page a label may stand above what is wrapped around the advertisement.
  const labelOf = (el, steps = 1) => {
    const near = [el];
    for (let one = el, n = 0; one && one !== document.body && n < steps; one = above(one), n++)
      if (one.previousElementSibling) near.push(one.previousElementSibling);
    for (const one of near) for (const [text, holder] of pieces(one))
      if (isLabel(text) && !CLOSING.test(text) && !closesItself(holder) &&
          (one === el || text.length < 30)) return text;
    return "";
  };
  // The card that an advertisement in the page is part of: nothing in it leads elsewhere, and it tells little.
  const cardOf = el => {
    const link = el.closest("a[href]") || el.querySelector("a[href]");
    let card = el;
    for (let one = above(el), n = 0; link && one && one !== document.body && n < 4; one = above(one), n++) {
      const links = [...one.querySelectorAll("a[href]")];
      const own = one.innerText.length - links.reduce((sum, a) => sum + a.innerText.length, 0);
      if (own > 160 || one.matches("main") || one.querySelector("h1, article") ||
          links.some(a => a.href !== link.href && !REPORTS.test(a.textContent))) break;
      card = one;
    }
    return card;
  };

  const MAY_BE_PRESSED = "a, button, [role=button], [role=menuitem], [title], [aria-label], [onclick], [tabindex], label, summary, option, input, img[alt]";
  const isSeen = el => { const r = rect(el); return r.width > 0 && r.height > 0 && style(el).visibility === "visible"; };
  const opensMore = el => el.matches("summary, [aria-haspopup], [aria-expanded], [aria-controls]") ||
    OPENS_MORE.test(tidy(el.textContent)) && (el.matches(MAY_BE_PRESSED) || style(el).cursor === "pointer");
  const reportOf = el => {
    let hasMore = null;
    for (const one of all(el)) {
      const drawnThere = writtenOn(one).find(said => REPORTS.test(said));
      if (drawnThere) return drawnThere.slice(0, 60);
      const text = tidy(one.textContent), isPressed = one.matches(MAY_BE_PRESSED) ||
        text.length <= 60 && style(one).cursor === "pointer";
      // Where to call or write, in words, is an instruction too.
      if (!isPressed && !(text.length <= 120 && /@|\d[\d .]{2,}\d/.test(text))) continue;
      // The advertisement's own link speaks of what is sold.
      const said = `${text.length > 60 && leadsAway(one) ? "" : text.slice(0, 160)} ${words(one)}`;
      if (!REPORTS.test(said)) continue;
      if (!isSeen(one)) hasMore ??= all(el).some(other => opensMore(other) && isSeen(other));
      if (isSeen(one) || hasMore) return said.trim().slice(0, 60);
    }
    return "";
  };
  // What asks readers something for the site itself, however often it says what advertisements are for.
  const asksForSite = el => {
    const text = tidy(el.innerText || el.textContent).slice(0, 3000);
    return ASKS.test(text) && !!el.querySelector("button, input, [role=button], a") &&
      !el.querySelector("a[href] img, iframe, video, canvas");
  };

  globalThis.citywebLabels = {labelOf, cardOf, reportOf, asksForSite};
})();
