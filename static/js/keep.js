// Keeps what a body is typing on this machine until it has arrived, and lets a form go off once.
(() => {
  "use strict";
  const place = (name, field) => `keep:${name}:${field}`;
  const stored = (deed) => {
    try {
      return deed(localStorage);
    } catch {
      return null; // private windows may forbid it
    }
  };
  for (const done of document.querySelectorAll("[data-forget]")) {
    const begin = place(done.dataset.forget, "");
    stored((store) => Object.keys(store).filter((key) => key.startsWith(begin)).forEach((key) => store.removeItem(key)));
  }
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const note = form.querySelector("[data-keep-note]");
    for (const field of form.querySelectorAll("textarea")) {
      const key = place(form.dataset.keep, field.name);
      const kept = stored((store) => store.getItem(key));
      // What the server shows back after an error is newer than what was kept.
      if (kept && !form.querySelector(".errorlist")) field.value = kept;
      field.addEventListener("input", () => {
        stored((store) => store.setItem(key, field.value));
        if (note) note.hidden = false;
      });
    }
  }
  for (const form of document.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    });
  }
  // Back by the browser's history: the form may go off again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-once]")) delete form.dataset.sent;
  });
})();
