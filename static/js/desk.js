/* Lists by keyboard: j and k walk, Enter opens, x ticks, / searches. */
"use strict";
(() => {
  const rows = [...document.querySelectorAll("[data-row]")];
  const find = document.querySelector("[data-find]");
  const bulk = document.querySelector("[data-bulk]");
  let at = -1;

  function mark(place) {
    rows[at]?.removeAttribute("aria-selected");
    at = Math.min(Math.max(place, 0), rows.length - 1);
    rows[at].setAttribute("aria-selected", "true");
  }

  function walk(place) {
    if (!rows.length) return;
    mark(place);
    rows[at].querySelector("[data-open]")?.focus({ preventScroll: true });
    rows[at].scrollIntoView({ block: "nearest" });
  }

  const keys = {
    j: () => walk(at + 1),
    k: () => walk(at - 1),
    x: () => rows[at]?.querySelector("[type=checkbox]")?.click(),
    "/": () => find?.focus(),
  };

  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = keys[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  });
  // Marked where it is: a page that moves under a finger lets it miss the box it pressed.
  rows.forEach((row, place) => row.addEventListener("focusin", () => {
    if (place !== at) mark(place);
  }));
  document.querySelectorAll("[data-keys]").forEach((help) => { help.hidden = false; });

  if (bulk) {
    const verb = bulk.querySelector("[name=verb]");
    const parts = bulk.querySelectorAll("[data-for]");
    const chosen = bulk.querySelector("[data-chosen]");
    const many = bulk.querySelector("details");
    const show = () => parts.forEach((part) => { part.hidden = !part.dataset.for.split(" ").includes(verb.value); });
    const count = () => {
      const number = bulk.querySelectorAll("[name=code]:checked").length;
      chosen.textContent = number ? `(${number})` : "";
      many.hidden = !number;
    };
    verb.addEventListener("change", show);
    bulk.addEventListener("change", count);
    show();
    count();
  }
})();
