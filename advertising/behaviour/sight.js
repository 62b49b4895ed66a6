(() => {
  // How elements lie and look to a reader, through frames and shadow roots. For the eye alone.
  const SEEN = 0.1;

  // What lies in frames and in shadow roots belongs to the advertisement around it.
  const style = el => getComputedStyle(el);
  const windowOf = el => el.ownerDocument.defaultView;
  const frameOf = el => { try { return windowOf(el)?.frameElement; } catch (problem) { return null; } };
  const inside = el => {
    if (el.shadowRoot) return el.shadowRoot;
    if (el.localName !== "iframe") return null;
    try { return el.contentDocument; } catch (problem) { return null; }
  };
  const above = el => el.parentElement ||
    (el.getRootNode().host ?? (el.ownerDocument === document ? null : frameOf(el)));
  const within = (el, root) => {
    for (let at = el; at; at = above(at)) if (at === root) return true;
    return false;
  };
  const all = (root, most = 400) => {
    const found = [];
    const walk = node => {
      for (const el of node.querySelectorAll("*")) {
        if (found.length >= most) return;
        found.push(el);
        const deeper = inside(el);
        if (deeper) walk(deeper);
      }
    };
    if (inside(root)) walk(inside(root));
    walk(root);
    return found;
  };
  const rect = el => {
    let {left, top, right, bottom, width, height} = el.getBoundingClientRect();
    for (let frame = el.ownerDocument === document ? null : frameOf(el); frame;
         frame = frame.ownerDocument === document ? null : frameOf(frame)) {
      const r = frame.getBoundingClientRect(), s = style(frame);
      const x = r.left + frame.clientLeft + parseFloat(s.paddingLeft);
      const y = r.top + frame.clientTop + parseFloat(s.paddingTop);
      left += x; right += x; top += y; bottom += y;
    }
    return {left, top, right, bottom, width, height};
  };
  const at = (x, y) => {
    let el = document.elementFromPoint(x, y);
    for (let deeper = el && inside(el), n = 0; deeper && n < 12; deeper = inside(el), n++) {
      let dx = x, dy = y;
      if (deeper.nodeType === Node.DOCUMENT_NODE) {
        const r = rect(el), s = style(el);
        dx = x - r.left - el.clientLeft - parseFloat(s.paddingLeft);
        dy = y - r.top - el.clientTop - parseFloat(s.paddingTop);
      } else if (el.ownerDocument !== document) {
        const r = rect(el), own = el.getBoundingClientRect();
        dx = x - r.left + own.left; dy = y - r.top + own.top;
      }
      const next = deeper.elementFromPoint(dx, dy);
      if (!next || next === el || next === deeper.documentElement && !next.textContent.trim()) break;
      el = next;
    }
    return el;
  };
  const opacity = el => {
    let value = 1;
    for (let one = el; one; one = above(one)) value *= +style(one).opacity;
    return value;
  };
  const inView = r => Math.max(0, Math.min(r.right, innerWidth) - Math.max(r.left, 0)) *
    Math.max(0, Math.min(r.bottom, innerHeight) - Math.max(r.top, 0));
  const box = r => ({x: r.left, y: r.top, width: r.width, height: r.height});

  // What closing may leave behind: a bar or tab of words, much smaller than what it was.
  const FOLDED = 6000, FOLDED_PART = 0.01, FOLDED_TO = 0.25, FOLDED_HEIGHT = 32;
  const isFolded = (el, widest) => {
    const area = inView(rect(el)), isStrip = rect(el).height <= FOLDED_HEIGHT;
    if (area > widest * FOLDED_TO || !isStrip && area > Math.max(FOLDED, innerWidth * innerHeight * FOLDED_PART)) return false;
    return ![el, ...all(el)].some(one => {
      if (!/^(img|picture|video|iframe|canvas|embed|object)$/.test(one.localName)) return false;
      const r = rect(one), s = style(one);
      return r.width >= 24 && r.height >= 24 && inView(r) > 400 && s.visibility === "visible" && opacity(one) > SEEN;
    });
  };
  const strength = el => {
    if (!el.isConnected) return 0;
    const s = style(el), r = rect(el);
    if (s.display === "none" || s.visibility !== "visible") return 0;
    const area = inView(r);
    return area < 400 ? 0 : area * opacity(el);
  };

  const name = el => {
    const parts = [];
    for (let one = el; one && one !== document.body && parts.length < 4; one = above(one)) {
      const same = one.parentElement
        ? [...one.parentElement.children].filter(e => e.tagName === one.tagName).indexOf(one) : 0;
      parts.unshift(one.id ? `${one.localName}#${one.id}` : `${one.localName}:${same}`);
      if (one.id) break;
    }
    return parts.join(">");
  };

  const words = el => [el.getAttribute("aria-label"), el.getAttribute("title"),
    el.getAttribute("alt"), el.value].filter(Boolean).join(" ");
  // Links that lead to another page.
  const leadsAway = el => {
    const link = el.closest("a[href]");
    if (!link || !/^https?:/.test(link.href)) return false;
    return link.href.split("#")[0] !== location.href.split("#")[0];
  };

  const bare = url => (url || "").split("?")[0].split("#")[0];
  const urlsOf = el => {
    const urls = [];
    for (const one of [el, ...all(el)]) {
      for (const key of ["currentSrc", "src", "href"])
        if (typeof one[key] === "string" && one[key].startsWith("http")) urls.push(one[key]);
      const paint = one.style && one.style.backgroundImage;
      if (paint && paint.includes("url(")) urls.push(paint.slice(5, -2));
    }
    return [...new Set(urls)].slice(0, 60);
  };

  globalThis.citywebSight = {SEEN, style, inside, above, within,
    all, rect, at, opacity, inView, box, strength, isFolded, name, words, leadsAway, bare, urlsOf};
})();
