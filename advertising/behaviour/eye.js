(() => {
  // Watches what lies over the page. Runs in a world of its own; the page sees none of it.
  const SCAN_MS = 60, COMING_MS = 1500, GRID = 9, SEEN = 0.1;
  const CLOSES = /^\s*(×|x|✕|✖|✗|╳|⨯|đóng|đóng lại|tắt|bỏ qua|close|skip|skip ad)\s*$/i;
  const CLOSING = /(đóng|tắt|bỏ qua|close|skip|dismiss)/i;
  const NAMED = /(^|[-_\s])(close|dong|tat|skip|dismiss|bo-?qua|btn-?x)($|[-_\s\d])/i;
  const LABEL = /(^|[^\p{L}])(quảng cáo|nội dung quảng cáo|được tài trợ|tài trợ|qc|advertisement|advertorial|sponsored|ads?)([^\p{L}]|$)/iu;
  const REPORTS = /(báo cáo|báo xấu|báo vi phạm|báo quảng cáo|không quan tâm|tại sao tôi thấy|vì sao|từ chối|report|why this ad|adchoices)/i;
  const overlays = new Map(), clicks = [];
  let next = 1, scannedAt = -1e9;

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

  const strength = el => {
    if (!el.isConnected) return 0;
    const s = style(el), r = rect(el);
    if (s.display === "none" || s.visibility !== "visible") return 0;
    const area = inView(r);
    return area < 400 ? 0 : area * opacity(el);
  };

  const rootOf = el => {
    let fixed = null, raised = null;
    for (let one = el; one && one !== document.body && one !== document.documentElement;
         one = above(one)) {
      if (one.ownerDocument !== document) continue;
      const s = style(one);
      if (s.position === "fixed" || one.matches("dialog[open]:modal")) fixed = one;
      else if ((s.position === "absolute" || s.position === "sticky") && parseInt(s.zIndex) >= 1)
        raised = one;
    }
    const root = fixed || raised;
    return root && !root.querySelector("main, article, h1") ? root : null;
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
  const isClose = el => {
    const text = (el.textContent || "").trim(), said = words(el);
    if (text.length <= 24 && (CLOSES.test(text) ||
        (text.length && CLOSING.test(text) && !/\d/.test(text)))) return 3;
    if (said && (CLOSES.test(said) || CLOSING.test(said))) return 3;
    const named = `${el.id} ${typeof el.className === "string" ? el.className : ""}`;
    if (NAMED.test(named) && !/\d+\s*(s|giây)/i.test(text) && text.length <= 24) return 2;
    return 0;
  };

  const controlOf = root => {
    const around = root.parentElement ? [...root.parentElement.children]
      .filter(e => e !== root && /fixed|absolute/.test(style(e).position)) : [];
    const whole = rect(root);
    let best = null;
    for (const el of [...all(root), ...around]) {
      const rank = isClose(el);
      if (!rank || el.querySelector("img[width], video, iframe")) continue;
      const r = rect(el), s = style(el);
      if (r.width < 2 || r.height < 2 || r.width * r.height > whole.width * whole.height * 0.5 ||
          s.visibility !== "visible" || s.display === "none" || opacity(el) < SEEN) continue;
      const x = r.left + r.width / 2, y = r.top + r.height / 2;
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
      const hit = at(x, y);
      const reached = !!hit && (within(hit, el) ||
        (hit.contains(el) && hit !== root && hit.textContent.trim().length <= 24));
      const off = el.disabled || el.closest("[disabled], [aria-disabled=true]") ||
        s.pointerEvents === "none";
      const found = {el, x, y, box: box(r), rank, reached: reached && !off,
        covered: !reached && !off && !!hit, text: (el.textContent || words(el)).trim().slice(0, 40)};
      const better = !best || found.reached > best.reached ||
        (found.reached === best.reached && (found.rank > best.rank ||
          (found.rank === best.rank && r.width * r.height < best.box.width * best.box.height)));
      if (better) best = found;
    }
    return best;
  };

  // A frame that is still being fetched shows nothing that could be closed.
  const isComing = root => [root, ...all(root)].some(el => {
    if (el.localName !== "iframe" || !(el.src || el.srcdoc)) return false;
    const held = inside(el);
    return !!held && (held.readyState === "loading" || held.URL === "about:blank");
  });

  const look = (item, now) => {
    const power = strength(item.el);
    if (power >= item.power * 0.999 && power > 0) item.sinkingAt = null;
    else if (item.sinkingAt === null) item.sinkingAt = now;
    item.power = power;
    if (power > 0 && item.appearedAt === null && isComing(item.el) && now - item.foundAt < COMING_MS)
      return;
    if (power > 0) {
      if (item.appearedAt === null) item.appearedAt = now;
      item.covers = Math.max(item.covers, inView(rect(item.el)) / (innerWidth * innerHeight));
      if (item.goneAt !== null) item.cameBackAt = now;
      item.goneAt = null;
      const control = controlOf(item.el);
      if (control) {
        if (item.shownAt === null) item.shownAt = now;
        if (control.reached && item.reachedAt === null) item.reachedAt = now;
      }
      item.control = control;
      for (const media of all(item.el).filter(one => /^(video|audio)$/.test(one.localName)))
        if (!media.paused && !media.muted && media.volume > 0 && media.currentTime > 0)
          item.sounded = true;
    } else if (item.appearedAt !== null && item.goneAt === null) {
      item.goneAt = now;
      item.sankAt = item.sinkingAt;
      item.control = null;
    }
  };

  const scan = now => {
    scannedAt = now;
    const found = new Set();
    for (let i = 0; i < GRID; i++) for (let j = 0; j < GRID; j++) {
      const hit = at((i + 0.5) * innerWidth / GRID, (j + 0.5) * innerHeight / GRID);
      const root = hit && rootOf(hit);
      if (root) found.add(root);
    }
    for (const el of document.body ? document.body.querySelectorAll(":scope > *, :scope > * > *") : [])
      if ((el.childElementCount || inside(el)) && style(el).position === "fixed" && strength(el) > 0) {
        const root = rootOf(el);
        if (root) found.add(root);
      }
    for (const el of found) if (!overlays.has(el) && overlays.size < 60) {
      overlays.set(el, {id: next++, el, name: name(el), foundAt: now, appearedAt: null, shownAt: null,
        reachedAt: null, goneAt: null, cameBackAt: null, sankAt: null, sinkingAt: null, power: 0, covers: 0,
        control: null, sounded: false});
    }
  };

  const tick = () => {
    const now = performance.now();
    if (document.body && now - scannedAt >= SCAN_MS) scan(now);
    for (const item of overlays.values()) {
      for (const el of item.power > 0 ? [item.el, ...all(item.el)] : []) if (el.localName === "iframe") listen(el);
      look(item, now);
    }
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  new MutationObserver(() => { if (performance.now() - scannedAt > 15) scannedAt = -1e9; })
    .observe(document, {childList: true, subtree: true, attributes: true,
      attributeFilter: ["class", "style", "hidden", "open"]});
  const heard = new WeakSet();
  const hear = page => {
    if (heard.has(page)) return;
    heard.add(page);
    const ahead = page.defaultView.performance.timeOrigin - performance.timeOrigin;
    page.addEventListener("pointerdown", event => {
      if (event.isTrusted) clicks.push({at: event.timeStamp + ahead});
    }, true);
  };
  const listen = frame => {
    try { if (frame.contentDocument?.body) hear(frame.contentDocument); }
    catch (problem) { /* a frame of another process */ }
  };
  hear(document);

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
  const short = el => {
    const found = [];
    for (const one of [el, ...all(el, 300)]) for (const node of one.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? node.textContent.trim() : "";
      if (text && text.length < 48 && strengthOfText(one)) found.push([text, one]);
    }
    for (const one of [el, ...all(el, 100)])
      for (const part of ["::before", "::after"]) {
        const said = getComputedStyle(one, part).content;
        if (said && said !== "none" && said !== "normal" && said.length < 48)
          found.push([said.replace(/^"|"$/g, ""), one]);
      }
    return found;
  };
  const strengthOfText = el => {
    const s = style(el), r = rect(el);
    return s.visibility === "visible" && !/^(script|style)$/.test(el.localName) && r.width > 0 && parseFloat(s.fontSize) >= 6 &&
      opacity(el) > 0.3;
  };
  const labelOf = el => {
    const near = [el, el.previousElementSibling].filter(Boolean);
    for (const one of near) for (const [text, holder] of short(one))
      if (LABEL.test(text) && !CLOSING.test(text) && !isClose(holder) &&
          (one === el || text.length < 30)) return text;
    return "";
  };
  const reportOf = el => {
    for (const one of all(el)) {
      if (!one.matches("a, button, [role=button], [title], [aria-label]")) continue;
      const said = `${one.textContent} ${words(one)}`.slice(0, 200);
      if (REPORTS.test(said) && one.getBoundingClientRect().width > 0) return said.trim().slice(0, 60);
    }
    return "";
  };
  const hits = (el, marks) => {
    const found = [];
    for (const mark of marks.selectors) {
      try {
        if (el.matches(mark.selector) || el.querySelector(mark.selector) ||
            el.getRootNode().host?.closest(mark.selector)) found.push(mark.rule);
      } catch (problem) { /* a selector that this browser does not know */ }
    }
    for (const url of urlsOf(el)) {
      const rule = marks.urls[url] || marks.urls[bare(url)];
      if (rule) found.push(rule);
    }
    return [...new Set(found)].slice(0, 8);
  };
  const media = el => all(el).filter(one => /^(video|audio)$/.test(one.localName)).slice(0, 4).map(one => ({
    length: Number.isFinite(one.duration) ? one.duration : null, kind: one.localName,
    muted: one.muted, plays: !one.paused, autoplay: one.autoplay}));
  const moves = (el, marks) => {
    if (all(el).some(one => /^(video|canvas|marquee)$/.test(one.localName))) return true;
    if (urlsOf(el).some(url => marks.moving.includes(url) || marks.moving.includes(bare(url))))
      return true;
    return el.getAnimations({subtree: true}).some(one => one.effect &&
      one.effect.getComputedTiming().iterations === Infinity);
  };
  const facts = (el, marks) => ({
    name: name(el), box: box(rect(el)), rules: hits(el, marks),
    label: labelOf(el), report: reportOf(el), media: media(el), moves: moves(el, marks),
    text: (el.innerText || "").trim().slice(0, 160),
    links: [...new Set([...all(el).filter(one => one.localName === "a"), el].map(a => a.href)
      .filter(h => typeof h === "string" && h))].slice(0, 5),
  });

  globalThis.cityweb = {
    state: () => [...overlays.values()].filter(i => i.appearedAt !== null).map(i => ({
      id: i.id, name: i.name, appearedAt: i.appearedAt, shownAt: i.shownAt, reachedAt: i.reachedAt,
      goneAt: i.goneAt, cameBackAt: i.cameBackAt, sankAt: i.sankAt, covers: i.covers, sounded: i.sounded,
      control: i.control && i.goneAt === null ? {x: i.control.x, y: i.control.y,
        box: i.control.box, reached: i.control.reached, covered: i.control.covered,
        text: i.control.text} : null})),
    now: () => performance.now(),
    clicks: () => clicks,
    classes: () => ({
      classes: [...new Set([...document.querySelectorAll("[class]")].flatMap(e => [...e.classList]))].slice(0, 5000),
      ids: [...new Set([...document.querySelectorAll("[id]")].map(e => e.id))].slice(0, 5000)}),
    judge: marks => {
      const over = [];
      for (const item of overlays.values()) if (item.appearedAt !== null && item.el.isConnected)
        over.push({id: item.id, ...facts(item.el, marks)});
      const seen = [], flow = [];
      const add = (el, rule) => {
        if (seen.some(one => one.contains(el) || el.contains(one))) return;
        if ([...overlays.keys()].some(root => root.contains(el))) return;
        const r = el.getBoundingClientRect();
        if (r.width * r.height < 400 || flow.length >= 40) return;
        seen.push(el);
        const inText = !!el.closest("article") && !!el.previousElementSibling &&
          !!el.nextElementSibling && [el.previousElementSibling, el.nextElementSibling]
            .every(one => one.localName === "p");
        flow.push({...facts(el, marks), top: r.top + scrollY, rules: [rule], inText});
      };
      for (const mark of marks.selectors) {
        try { document.querySelectorAll(mark.selector).forEach(el => add(el, mark.rule)); }
        catch (problem) { /* as above */ }
      }
      for (const el of document.querySelectorAll("img, iframe, video, embed")) {
        const rule = urlsOf(el).map(u => marks.urls[u] || marks.urls[bare(u)]).find(Boolean);
        if (rule) add(el.closest("a") || el, rule);
      }
      const root = document.documentElement;
      return {over, flow, page: {width: root.clientWidth,
        height: Math.max(root.scrollHeight, innerHeight), screen: innerHeight}};
    },
  };
})()
