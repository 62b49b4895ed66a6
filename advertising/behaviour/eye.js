(() => {
  // Watches what lies over the page. Runs in a world of its own; the page sees none of it.
  const {style, inside, above, all, rect, at, inView, box, strength, isFolded, name, bare, urlsOf} = globalThis.citywebSight;
  const {corners, controlOf, isCarried} = globalThis.citywebClosing;
  const {labelOf, cardOf, reportOf, asksForSite} = globalThis.citywebLabels;
  const {stir, isStirring, moves} = globalThis.citywebMotion;
  const {tidy, isLabel} = globalThis.citywebWords;
  const {beat, hearing} = globalThis.citywebBeat;
  const SCAN_MS = 60, COMING_MS = 4000, GROWING_MS = 1500, FADING_MS = 150, CARRIED_MS = 1000, GRID = 9;
  const REBORN_MS = 120;
  const SHOWS = "img, picture, video, iframe, canvas, svg, object, embed, button, input";
  const overlays = new Map(), clicks = [];
  let next = 1, scannedAt = -1e9, hasChanged = true;

  // A layer over the whole page needs no z-index; what lies over parts of its own box is no layer.
  const judgedOver = new WeakMap();
  const liesOver = el => {
    const before = judgedOver.get(el);
    if (before && performance.now() - before.at < 500) return before.over;
    const over = isLayer(el);
    judgedOver.set(el, {at: performance.now(), over});
    return over;
  };
  const isLayer = el => {
    const r = rect(el), parent = el.offsetParent;
    if (parent && parent !== document.body && parent !== document.documentElement) return isLaidOnPicture(el, r);
    if (inView(r) < innerWidth * innerHeight * 0.1) return false;
    return [0.5, 0.3, 0.7].some(part => document
      .elementsFromPoint(r.left + r.width * part, Math.min(r.top + r.height * part, innerHeight - 2))
      .some(one => !el.contains(one) && !one.contains(el)));
  };
  // Over a picture of the page lies what holds something of its own that may be pressed.
  const isLaidOnPicture = (el, r) => inView(r) > innerWidth * innerHeight * 0.015 && !!el.querySelector("a, button, iframe") &&
    [0.5, 0.25, 0.75].some(part => document.elementsFromPoint(r.left + r.width * part, r.top + r.height / 2)
      .some(one => /^(img|svg|video|canvas)$/.test(one.localName) && !el.contains(one)));
  // What is seen only through a place of its own in the page lies over nothing: it is passed by.
  const isSeenThrough = root => {
    if (style(root).position !== "fixed") return false;
    for (let one = above(root); one && one !== document.body && one !== document.documentElement; one = above(one)) {
      const s = style(one);
      if (s.position === "fixed") return false;
      if (s.clipPath !== "none" || s.clip !== "auto") return true;
    }
    return false;
  };
  // What stays in a column of its own, with nothing to slide over, lies over nothing either.
  const staysInColumn = el => {
    const parent = el.parentElement, s = style(el);
    if (!parent || parent === document.body) return false;
    const others = [...parent.children].filter(one => one !== el && !/fixed|absolute/.test(style(one).position) &&
      (tidy(one.textContent) || one.matches(SHOWS) || one.querySelector(SHOWS)));
    return !others.some(one => el.compareDocumentPosition(one) &
      ((s.top !== "auto" ? Node.DOCUMENT_POSITION_FOLLOWING : 0) | (s.bottom !== "auto" ? Node.DOCUMENT_POSITION_PRECEDING : 0)));
  };
  const rootOf = el => {
    let fixed = null, raised = null;
    for (let one = el; one && one !== document.body && one !== document.documentElement;
         one = above(one)) {
      if (one.ownerDocument !== document) continue;
      const s = style(one);
      if (s.position === "fixed" || one.matches("dialog[open]:modal")) fixed = one;
      else if ((s.position === "absolute" || s.position === "sticky" && !staysInColumn(one)) &&
               (parseInt(s.zIndex) >= 1 || s.position === "absolute" && liesOver(one))) raised = one;
    }
    const root = fixed || raised;
    return root && !root.querySelector("main, article, h1") && !isSeenThrough(root) ? root : null;
  };

  // A frame that is still being fetched shows nothing that could be closed.
  const isComing = root => [root, ...all(root)].some(el => {
    // The script that says what a frame shows may still be to come.
    if (el.localName !== "iframe" || !(el.src || el.srcdoc || el.ownerDocument.readyState === "loading")) return false;
    const held = inside(el);
    return !!held && (held.readyState === "loading" || held.URL === "about:blank");
  });

  // Since when something has been so, look by look, and when it was last seen otherwise.
  const since = (item, key, is, now) => {
    if (is) item[key] ??= now;
    else item[key] = null;
  };
  // What a frame has shown is dated by the looks before it: frames come late on a busy machine.
  const look = (item, now, isFrame) => {
    const seen = strength(item.el);
    if (seen > 0) item.widest = Math.max(item.widest, inView(rect(item.el)));
    const power = seen > 0 && isFolded(item.el, item.widest) ? 0 : seen;
    if (power >= item.power * 0.999 && power > 0) item.sinkingAt = null;
    else if (item.sinkingAt === null) item.sinkingAt = now;
    if (power < item.power * 0.999) item.fellAt = now;
    item.power = power;
    const isThere = power > 0 &&
      !(item.appearedAt === null && isComing(item.el) && now - item.foundAt < COMING_MS);
    since(item, "onAt", isThere, now);
    since(item, "offAt", !isThere, now);
    if (item.appearedAt === null && !isThere) item.unseenAt = now;
    const control = isThere ? controlOf(item.el, item.spent) : null;
    since(item, "heldAt", !!control && control.reached, now);
    if (isThere && !control) item.isCarried = item.isCarried !== false && isCarried(item.el);
    if (isThere) item.control = control;
    if (!isFrame) return;
    if (isThere) show(item, now);
    else if (item.appearedAt !== null && item.goneAt === null) {
      item.goneAt = item.offAt;
      item.sankAt = item.sinkingAt;
      item.control = null;
    }
  };
  const show = (item, now) => {
    item.appearedAt ??= item.onAt;
    if (item.power > item.peak * 1.001 && now - item.appearedAt < GROWING_MS) {
      item.peak = item.power;
      item.grownAt = now;
    }
    item.covers = Math.max(item.covers, inView(rect(item.el)) / (innerWidth * innerHeight));
    if (item.goneAt !== null) item.cameBackAt = now;
    item.goneAt = null;
    if (item.control && item.shownAt === null) item.shownAt = now;
    if (item.heldAt !== null && item.reachedAt === null) {
      // What slid in with its advertisement was there as soon as that was.
      const cameAlong = item.isCarried && item.heldAt - item.appearedAt < CARRIED_MS;
      item.reachedAt = cameAlong ? item.appearedAt : Math.max(item.heldAt, item.appearedAt);
    }
    if (item.control) item.hadControl = item.control;
    for (const media of all(item.el).filter(one => /^(video|audio)$/.test(one.localName)))
      if (!media.paused && !media.muted && media.volume > 0 && media.currentTime > 0)
        item.sounded = true;
  };

  // A page may draw the same thing anew at every second of its countdown.
  const isReborn = (el, now) => {
    for (const item of overlays.values()) {
      const isOut = !item.el.isConnected && (item.goneAt === null || now - item.goneAt < REBORN_MS);
      if (!isOut || item.name !== name(el) || overlays.has(el)) continue;
      overlays.delete(item.el);
      overlays.set(el, item);
      item.el = el;
      if (item.goneAt !== null) item.goneAt = item.sankAt = null;
      item.offAt = null;
      item.sinkingAt = null;
      return true;
    }
    return false;
  };
  const scan = now => {
    const before = scannedAt > 0 ? scannedAt : now;
    scannedAt = now;
    hasChanged = false;
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
    for (const el of found) if (!overlays.has(el) && !isReborn(el, now) && overlays.size < 60) {
      overlays.set(el, {id: next++, el, name: name(el), foundAt: now, appearedAt: null, shownAt: null, unseenAt: before, onAt: null, offAt: null,
        heldAt: null, isCarried: null, reachedAt: null, goneAt: null, cameBackAt: null, sankAt: null, sinkingAt: null, power: 0, peak: 0,
        widest: 0, fellAt: -1e9, grownAt: null, covers: 0, control: null, hadControl: null, spent: new Set(), sounded: false, looks: "",
        stirredAt: -1e9, stirs: []});
    }
  };

  const {changed} = beat((now, isFrame) => {
    if (document.body && (now - scannedAt >= SCAN_MS || hasChanged && now - scannedAt > 5)) scan(now);
    for (const item of overlays.values()) {
      for (const el of item.power > 0 ? [item.el, ...all(item.el)] : []) if (el.localName === "iframe") listen(el);
      look(item, now, isFrame);
      if (item.power > 0 && item.goneAt === null && item.appearedAt !== null && !clicks.length) stir(item, now);
    }
  });
  new MutationObserver(() => { hasChanged = true; changed(); })
    .observe(document, {childList: true, subtree: true, attributes: true,
      attributeFilter: ["class", "style", "hidden", "open", "disabled", "inert"]});
  const hear = hearing(clicks);
  const listen = frame => {
    try { if (frame.contentDocument?.body) hear(frame.contentDocument); }
    catch (problem) { /* a frame of another process */ }
  };
  hear(document);

  // A selector of a list that this browser does not know matches nothing.
  const matches = (el, selector) => { try { return el.matches(selector); } catch (problem) { return false; } };
  const holds = (el, selector) => {
    try { return !!(el.querySelector(selector) || el.getRootNode().host?.closest(selector)); } catch (problem) { return false; }
  };
  const hits = (el, marks) => {
    const found = [];
    for (const {selector, rule} of marks.selectors)
      if (matches(el, selector) || holds(el, selector)) found.push(rule);
    for (const url of urlsOf(el)) {
      const rule = marks.urls[url] || marks.urls[bare(url)];
      if (rule) found.push(rule);
    }
    return [...new Set(found)].slice(0, 8);
  };
  const media = el => all(el).filter(one => /^(video|audio)$/.test(one.localName)).slice(0, 4).map(one => ({
    length: Number.isFinite(one.duration) ? one.duration : null, kind: one.localName,
    muted: one.muted, plays: !one.paused, autoplay: one.autoplay}));
  const facts = (el, marks) => ({
    name: name(el), box: box(rect(el)), rules: hits(el, marks),
    label: labelOf(el), report: reportOf(el), media: media(el), moves: moves(el, marks),
    isDrawn: all(el).some(one => one.localName === "canvas"),
    text: [el.innerText || "", ...all(el).filter(one => one.alt).map(one => one.alt)]
      .join(" ").replace(/\s+/g, " ").trim().slice(0, 600),
    links: [...new Set([...all(el).filter(one => one.localName === "a"), el].map(a => a.href)
      .filter(h => typeof h === "string" && h))].slice(0, 5),
  });

  // A dark ground behind an advertisement shows nothing of its own.
  const isBare = el => !(el.textContent || "").trim() && !inside(el) && !urlsOf(el).length &&
    !el.matches(SHOWS) && !el.querySelector(SHOWS) && style(el).backgroundImage === "none";

  // A word laid over a corner of an advertisement in the page is its label and lies over nothing else.
  const isTag = el => !inside(el) && !el.matches(SHOWS) && !el.querySelector(SHOWS) && tidy(el.textContent).length <= 30 &&
    isLabel(tidy(el.textContent)) && style(el).position === "absolute";

  // What lies over an advertisement in the page belongs to it.
  const isPartOfAd = (el, marks) => {
    if (style(el).position !== "absolute") return false;
    for (let one = el.offsetParent; one && one !== document.body; one = one.offsetParent)
      if (marks.selectors.some(mark => matches(one, mark.selector))) return true;
    return false;
  };

  globalThis.cityweb = {
    state: () => [...overlays.values()].filter(i => i.appearedAt !== null).map(i => ({
      id: i.id, name: i.name, appearedAt: i.appearedAt, unseenAt: i.unseenAt, shownAt: i.shownAt, reachedAt: i.reachedAt,
      goneAt: i.goneAt, cameBackAt: i.cameBackAt, sankAt: i.sankAt, grownAt: i.grownAt, isFading: performance.now() - i.fellAt < FADING_MS, covers: i.covers, sounded: i.sounded,
      control: i.control && i.goneAt === null ? {x: i.control.x, y: i.control.y,
        box: i.control.box, reached: i.control.reached, covered: i.control.covered,
        text: i.control.text, rank: i.control.rank} : null,
      hadControl: i.hadControl && i.goneAt !== null ? {box: i.hadControl.box, covered: i.hadControl.covered,
        text: i.hadControl.text, rank: i.hadControl.rank} : null})),
    // What was pressed and did not close is tried last.
    spend: id => {
      const item = [...overlays.values()].find(one => one.id === id);
      if (item && item.control) item.spent.add(item.control.el);
    },
    corners: id => {
      const item = [...overlays.values()].find(one => one.id === id);
      return item && item.el.isConnected ? corners(item.el) : [];
    },
    now: () => performance.now(),
    scroll: () => scrollBy({top: innerHeight * 0.8, behavior: "instant"}),
    scrollBack: () => scrollTo({top: 0, behavior: "instant"}),
    clicks: () => clicks,
    loaded: () => performance.getEntriesByType("navigation").slice(0, 1)
      .flatMap(one => [one.domContentLoadedEventEnd, one.loadEventEnd]).filter(one => one > 0),
    classes: () => ({
      classes: [...new Set([...document.querySelectorAll("[class]")].flatMap(e => [...e.classList]))].slice(0, 5000),
      ids: [...new Set([...document.querySelectorAll("[id]")].map(e => e.id))].slice(0, 5000)}),
    judge: marks => {
      const over = [];
      for (const item of overlays.values())
        if (item.appearedAt !== null && item.el.isConnected && !isBare(item.el) && !isTag(item.el)) {
          const found = facts(item.el, marks);
          if (isPartOfAd(item.el, marks)) continue;
          if (asksForSite(item.el) && !urlsOf(item.el).some(url => marks.urls[url] || marks.urls[bare(url)])) continue;
          over.push({id: item.id, ...found, moves: found.moves || isStirring(item)});
        }
      const seen = [], flow = [];
      const add = (el, rule) => {
        if (seen.some(one => one.contains(el) || el.contains(one))) return;
        if ([...overlays.keys()].some(root => root.contains(el))) return;
        const r = el.getBoundingClientRect();
        // A place that is still empty shows no advertisement yet.
        if (r.width * r.height < 400 || flow.length >= 40 || isBare(el) && !el.matches(SHOWS)) return;
        seen.push(el);
        const inText = !!el.closest("article") && !!el.previousElementSibling &&
          !!el.nextElementSibling && [el.previousElementSibling, el.nextElementSibling]
            .every(one => one.localName === "p");
        flow.push({...facts(el, marks), label: labelOf(el, 4) || labelOf(cardOf(el), 0), top: r.top + scrollY, rules: [rule], inText});
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
