(() => {
  // In the page's own world, while it is measured: shadow roots are open, words that are drawn are told.
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    return attach.call(this, {...how, mode: "open"});
  };

  // The eye lives in another world: it hears first of the canvas, then of the words.
  const MOST = 60, SMALLEST = 6, FAINTEST = 0.3, told = new WeakMap();
  const send = EventTarget.prototype.dispatchEvent, context = CanvasRenderingContext2D.prototype;
  const tell = (canvas, text) => {
    const before = told.get(canvas) || new Set();
    if (before.has(text) || before.size >= MOST) return;
    told.set(canvas, before.add(text));
    send.call(document, new FocusEvent("cityweb-canvas", {relatedTarget: canvas}));
    send.call(document, new InputEvent("cityweb-drawn", {data: text.slice(0, 200)}));
  };
  for (const verb of ["fillText", "strokeText"]) {
    const draw = context[verb];
    context[verb] = function (...what) {
      const size = /([\d.]+)px/.exec(this.font);
      if (size && size[1] >= SMALLEST && this.globalAlpha > FAINTEST) tell(this.canvas, `${what[0]}`);
      return draw.apply(this, what);
    };
  }
})();
