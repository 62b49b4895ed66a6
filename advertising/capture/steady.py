"""Makes a page draw the same again: chance comes from a fixed seed, and on replay the clock is set.

Without this every page with a shuffled list or a date in it would differ from its own picture. It
is laid on before anything of the page's, in capture and replay alike, and the record says so.
"""

SEED = 20260215
_SCRIPT = """(() => {
  let state = %(seed)d;
  Math.random = () => {
    state = (state + 0x6D2B79F5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const back = %(back)d;
  if (back) {
    const Real = Date;
    const Moved = class extends Real {
      constructor(...parts) { parts.length ? super(...parts) : super(Real.now() - back); }
      static now() { return Real.now() - back; }
    };
    Date = Moved;
  }
})()"""


def script(*, back_ms: int = 0) -> str:
    """Return the script; `back_ms` is how long ago the page was captured."""
    return _SCRIPT % {"seed": SEED, "back": back_ms}
