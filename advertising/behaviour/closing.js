(() => {
  // What an advertisement is closed with: by its looks or name, or where trying has found it.
  const {tidy, LABEL, REPORTS, CLOSES, CLOSING, SIGNED, ENTERS, NAMED, ORNAMENT} = globalThis.citywebWords;
  const {SEEN, style, within, all, rect, at, opacity, box, name, words, leadsAway} =
    globalThis.citywebSight;
  const PICTURES = "img, iframe, video, canvas, object, embed";
  // Where a control without any name was found by trying, by the name of its advertisement.
  const tried = globalThis.citywebTried || {};

  const painted = el => ["::before", "::after"].map(part => {
    const said = getComputedStyle(el, part).content;
    return said && said.startsWith('"') ? said.slice(1, -1) : "";
  }).join("");
  const PRESSED = "button, [role=button], [onclick], [tabindex], a, label, input, summary";
  const isPointedAt = el => style(el).cursor === "pointer" && !(el.parentElement && style(el.parentElement).cursor === "pointer");
  const isPressed = el => el.matches(PRESSED) || isPointedAt(el);
  // A class, an id or the name of a small picture's file, in parts.
  const namesOf = el => {
    const picture = el.localName === "img" ? el : el.querySelector("img, use");
    const isIcon = picture && rect(picture).width <= 64 && rect(picture).height <= 64;
    const file = isIcon ? (picture.getAttribute("src") || picture.getAttribute("href") || "").split(/[/#?]/).slice(-2).join(" ") : "";
    const own = typeof el.className === "string" ? el.className : el.className?.baseVal || "";
    return `${el.id} ${own} ${file.length < 60 ? file : ""}`.replace(/([a-z])([A-Z])/g, "$1-$2");
  };
  const isClose = el => {
    const text = tidy((el.textContent || "").trim() || (el.childElementCount ? "" : painted(el)))
      .replace(ORNAMENT, " ").trim();
    const said = tidy(words(el));
    if (text.length <= 24 && CLOSES.test(text)) return 3;
    if (text.length <= 40 && CLOSING.test(text) && (text.length <= 24 || isPressed(el))) {
      if (!/\d/.test(text)) return leadsAway(el) ? 1 : 3;
      // Something still counts down: a press will tell whether it closes already.
      if (isPressed(el) && !el.matches("a[href]")) return 1;
    }
    if (text.length <= 24 && SIGNED.test(text) && !leadsAway(el)) return 3;
    if (said && said.length <= 60 && (CLOSES.test(said) || CLOSING.test(said)) && !isLargePicture(el)) return 3;
    if (NAMED.test(namesOf(el)) && !/\d+\s*(s|giây)/i.test(text) && text.length <= 24) return 2;
    return 0;
  };
  const isLargePicture = el => el.localName === "img" && rect(el).width > 120 && rect(el).height > 80;

  // What stands on or beside an advertisement without being part of it.
  const MANY = 150, KEPT_MS = 250, kept = new WeakMap();
  const around = root => {
    const before = kept.get(root);
    if (before && performance.now() - before.at < KEPT_MS) return before.found;
    let looked = 0;
    const whole = rect(root), found = [], reach = 48;
    for (let one = root; one.parentElement && one !== document.body; one = one.parentElement)
      for (const el of one.parentElement.children) {
        looked++;
        if (el === one || !/fixed|absolute/.test(style(el).position)) continue;
        const r = rect(el), x = (r.left + r.right) / 2, y = (r.top + r.bottom) / 2;
        const isNear = r.width * r.height < 20000 && x > whole.left - reach && x < whole.right + reach &&
          y > whole.top - reach && y < whole.bottom + reach;
        // What shows pictures of its own is another advertisement, with signs of its own.
        if (isNear && !el.querySelector(PICTURES)) found.push(el, ...all(el, 20));
        else if (one === root) found.push(el);
      }
    // A page of thousands of parts is not gone through at every frame.
    if (looked > MANY) kept.set(root, {at: performance.now(), found});
    return found;
  };
  // A small thing in a corner that looks as if it could be clicked, or a place on a drawn picture.
  const corners = root => {
    const whole = rect(root), found = [];
    const edge = (value, low, high, most) => Math.min(Math.abs(value - low), Math.abs(value - high)) <= most;
    // A wide strip may hold a narrow picture: its corners are the picture's.
    const wholes = [whole, ...all(root).filter(one => one.matches(PICTURES)).map(rect)]
      .filter(r => r.width > 120 && r.height > 40);
    const inCorner = (x, y) => wholes.some(r =>
      edge(x, r.left, r.right, Math.max(60, r.width * 0.18)) && edge(y, r.top, r.bottom, Math.max(60, r.height * 0.25)));
    for (const el of [...all(root), ...around(root)]) {
      const r = rect(el), s = style(el), x = r.left + r.width / 2, y = r.top + r.height / 2;
      const text = (el.textContent || "").trim(), enters = text.length <= 24 && ENTERS.test(text.replace(ORNAMENT, " ").trim());
      const most = enters ? 260 : el.matches("button, [role=button]") ? 160 : 90;
      if (r.width < 8 || r.height < 8 || r.width > most || r.height > 80 || leadsAway(el) ||
          s.visibility !== "visible" || s.display === "none" || opacity(el) < SEEN ||
          x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
      if (text.length > 12 && !enters || LABEL.test(text) || REPORTS.test(`${text} ${words(el)}`)) continue;
      if (!enters && !inCorner(x, y)) continue;
      const hit = at(x, y);
      if (!hit || !within(hit, el)) continue;
      const score = (s.cursor === "pointer" ? 4 : 0) +
        (el.matches("button, [role=button], [tabindex], [onclick], label, summary") ? 3 : 0) +
        (text ? 0 : 2) + (y < whole.top + whole.height / 2 ? 2 : 0) + (x > whole.left + whole.width / 2 ? 1 : 0);
      if (score > 3) found.push({key: name(el), x, y, box: box(r), score});
    }
    for (const el of [root, ...all(root)].filter(one => /^(canvas|embed|object)$/.test(one.localName))) {
      const r = rect(el);
      for (const [key, x] of [["right", r.right - 16], ["left", r.left + 16]])
        if (at(x, r.top + 16) === el)
          found.push({key: `${name(el)}@${key}`, x, y: r.top + 16, score: 1,
            box: {x: x - 16, y: r.top, width: 32, height: 32}});
    }
    const apart = [];
    for (const one of found.sort((a, b) => b.score - a.score))
      if (apart.every(other => Math.hypot(one.x - other.x, one.y - other.y) > 8)) apart.push(one);
    return apart.slice(0, 4);
  };
  // What was found by trying; it is looked for by its place and not by how it looks by now.
  const triedOf = (root, key) => {
    const [path, side] = key.split("@");
    const el = [root, ...all(root), ...around(root)].find(one => name(one) === path);
    if (!el) return null;
    const r = rect(el), s = style(el);
    if (r.width < 2 || s.visibility !== "visible" || s.display === "none" || opacity(el) < SEEN) return null;
    const x = side ? (side === "right" ? r.right - 16 : r.left + 16) : r.left + r.width / 2;
    const y = side ? r.top + 16 : r.top + r.height / 2, hit = at(x, y);
    const reached = !!hit && within(hit, el) && !el.disabled && s.pointerEvents !== "none";
    return {el, x, y, box: side ? {x: x - 16, y: y - 16, width: 32, height: 32} : box(r), rank: 0,
      reached, covered: !reached && !!hit, text: ""};
  };

  const controlOf = (root, spent) => {
    const key = tried[name(root)];
    if (key) return triedOf(root, key);
    const whole = rect(root);
    let best = null;
    for (const el of [...all(root), ...around(root)]) {
      const rank = isClose(el);
      if (!rank || el.querySelector("img[width], video, iframe")) continue;
      const r = rect(el), s = style(el);
      if (r.width < 2 || r.height < 2 || r.width * r.height > whole.width * whole.height * 0.5 ||
          s.visibility !== "visible" || s.display === "none" || opacity(el) < SEEN) continue;
      const x = r.left + r.width / 2, y = r.top + r.height / 2;
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
      const hit = at(x, y);
      const reached = !!hit && (within(hit, el) ||
        (hit.contains(el) && hit !== root && hit.textContent.trim().length <= 40));
      const off = el.disabled || el.closest("[disabled], [aria-disabled=true]") ||
        s.pointerEvents === "none";
      const found = {el, x, y, box: box(r), rank, reached: reached && !off,
        covered: !reached && !off && !!hit, text: (el.textContent || words(el)).trim().slice(0, 40)};
      found.isSpent = spent.has(el) || [...spent].some(one => one.contains(el) || el.contains(one));
      const better = !best || found.reached > best.reached ||
        (found.reached === best.reached && found.isSpent < best.isSpent) ||
        (found.reached === best.reached && found.isSpent === best.isSpent && (found.rank > best.rank ||
          (found.rank === best.rank && r.width * r.height < best.box.width * best.box.height)));
      if (better) best = found;
    }
    // Everything was pressed once: begin anew.
    if (best && best.isSpent) spent.clear();
    return best;
  };

  // Something to close it is there, and only comes in from outside the screen with it.
  const isCarried = root => [...all(root)].some(el => {
    const r = rect(el), s = style(el);
    const isOut = r.right > innerWidth || r.bottom > innerHeight || r.left < 0 || r.top < 0;
    return isOut && r.width >= 2 && r.height >= 2 && isClose(el) > 1 && s.visibility === "visible" &&
      s.pointerEvents !== "none" && !el.closest("[disabled], [inert], [aria-disabled=true]") && opacity(el) >= SEEN;
  });

  globalThis.citywebClosing = {isClose, corners, controlOf, isCarried};
})();
