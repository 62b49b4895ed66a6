// How the reader likes the page: text size, contrast, dark. Kept on this device only, applied before
// the first paint. Everything on the page works without this script; its buttons then stay hidden.
(() => {
  "use strict";
  const root = document.documentElement;
  const smallest = -1;
  const largest = 3;

  const recall = (name) => {
    try {
      return localStorage.getItem("reader-" + name);
    } catch {
      return null; // private windows may forbid it
    }
  };
  const keep = (name, value) => {
    try {
      localStorage.setItem("reader-" + name, value);
    } catch {
      // then it holds for this page alone
    }
  };
  const apply = (name, value) => {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  };
  for (const name of ["size", "contrast", "theme"]) apply(name, recall(name));

  const isOn = (name, value) =>
    name === "theme" && !root.dataset.theme
      ? matchMedia("(prefers-color-scheme: dark)").matches
      : root.dataset[name] === value;

  const choose = (name, value) => {
    apply(name, value);
    keep(name, value);
  };

  const resize = (step) => {
    const now = Number(root.dataset.size || 0);
    const size = step === "reset" ? 0 : now + (step === "up" ? 1 : -1);
    choose("size", String(Math.min(largest, Math.max(smallest, size))));
  };

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.text);
    } catch {
      return; // the text stands on the page and can be marked by hand
    }
    const words = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = words; }, 2000);
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const part of document.querySelectorAll(".reader, .needs-script")) part.hidden = false;
    const toggles = document.querySelectorAll("[data-toggle]");
    const show = () => {
      for (const button of toggles)
        button.setAttribute("aria-pressed", isOn(button.dataset.toggle, button.dataset.on));
    };
    show();

    document.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const { size, toggle, on, do: deed } = button ? button.dataset : {};
      if (size) resize(size);
      if (toggle) {
        const off = toggle === "theme" ? "light" : "";
        choose(toggle, isOn(toggle, on) ? off : on);
        show();
      }
      if (deed === "print") print();
      if (deed === "copy") copy(button);
      for (const menu of document.querySelectorAll(".menu details[open]"))
        if (!menu.contains(event.target)) menu.open = false;
    });
    document.addEventListener("keydown", (event) => {
      const menu = event.key === "Escape" && document.querySelector(".menu details[open]");
      if (!menu) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
})();
