/* One case: who else is here, ready-made words, no step twice, no typed text lost by a slip. */
"use strict";
(() => {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1]
    ?? document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  const notice = document.querySelector("[data-presence]");
  const EVERY = 20_000;

  async function look() {
    if (document.hidden) return;
    try {
      const answer = await fetch(notice.dataset.presence, {
        method: "POST",
        headers: { "X-CSRFToken": token, "X-Requested-With": "fetch" },
      });
      if (!answer.ok) return;
      const { others } = await answer.json();
      notice.querySelector("[data-others]").textContent = others.join(", ");
      notice.hidden = !others.length;
    } catch {
      // No connection just now; the next look will tell.
    }
  }
  if (notice && token) setInterval(look, EVERY);

  // Back to the list as it was narrowed.
  const back = document.querySelector("[data-back]");
  if (back && document.referrer.split("?")[0] === back.href) back.href = document.referrer;

  function insert(field, text) {
    const { selectionStart: from, selectionEnd: to, value } = field;
    const gap = from && !/\s$/.test(value.slice(0, from)) ? "\n\n" : "";
    field.setRangeText(gap + text, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }
  document.querySelectorAll("[data-insert]").forEach((button) => {
    button.hidden = false;
    button.parentElement.classList.add("has-button");
    button.addEventListener("click", () => {
      insert(document.getElementById(button.dataset.insert), button.parentElement.querySelector(".snippet").textContent);
    });
  });
  document.querySelectorAll("[data-mention]").forEach((button) => button.addEventListener("click", () => {
    const field = button.closest("form").querySelector("textarea");
    const gap = field.value && !/\s$/.test(field.value) ? " " : "";
    field.setRangeText(`${gap}@${button.dataset.mention} `, field.selectionStart, field.selectionEnd, "end");
    field.focus();
  }));

  document.querySelectorAll("form[data-once]").forEach((form) => form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  }));
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
  }));

  const kept = document.querySelector("form[data-keep]");
  if (kept) {
    let isChanged = false;
    kept.addEventListener("input", () => { isChanged = true; });
    kept.addEventListener("submit", () => { isChanged = false; });
    addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
  }
})();
