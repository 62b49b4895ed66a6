(() => {
  // When to look: at every frame; where frames come late, by a timer and as the page changes.
  const LATE_MS = 24, CLOSE_MS = 8, TIMER_MS = 20, DEAR = 3;
  let begunAt = -1e9, tookMs = 0, hasDrawn = false;
  // Until its style sheets are there, what stands in a page lies nowhere yet.
  const isStyled = () => hasDrawn || !!document.body &&
    [...document.querySelectorAll("link[rel~=stylesheet]")].every(one => one.sheet || one.disabled);

  // `look(now, isFrame)`: only a frame shows readers something; looks between tell since when.
  const beat = look => {
    const go = isFrame => {
      begunAt = performance.now();
      look(begunAt, isFrame);
      tookMs = performance.now() - begunAt;
    };
    // Looking itself must not be what keeps a page busy.
    const goBetween = least => {
      if (performance.now() - begunAt > Math.max(least, tookMs * DEAR) && isStyled()) go(false);
    };
    const frame = () => {
      hasDrawn = true;
      go(true);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    setInterval(() => goBetween(LATE_MS), TIMER_MS);
    return {changed: () => goBetween(CLOSE_MS)};
  };

  // Presses as the page hears them: when it first heard of one, and when it had heard all of it.
  const hearing = (clicks, heard = new WeakSet()) => page => {
    if (heard.has(page)) return;
    heard.add(page);
    page.addEventListener("pointerdown", event => {
      if (event.isTrusted) clicks.push({at: performance.now(), done: performance.now()});
    }, true);
    for (const kind of ["pointerup", "click"]) page.addEventListener(kind, event => {
      if (event.isTrusted && clicks.length) clicks.at(-1).done = performance.now();
    }, true);
  };

  globalThis.citywebBeat = {beat, hearing};
})();
