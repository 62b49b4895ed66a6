/* The step buttons: one press is one step, and a question is asked only where it matters. */
"use strict";
(() => {
  const form = document.getElementById("edition-form");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  addEventListener("pageshow", () => { delete form.dataset.sent; });

  const kinds = form.querySelectorAll('[name="withdraw-kind"]');
  const replacement = form.querySelector('[name="withdraw-replaced_by"]')?.closest(".form-row");
  if (replacement) {
    const show = () => {
      replacement.hidden = form.querySelector('[name="withdraw-kind"]:checked')?.value !== "superseded";
    };
    kinds.forEach((kind) => kind.addEventListener("change", show));
    show();
  }

  const opened = form.querySelectorAll("details.step");
  opened.forEach((one) => one.addEventListener("toggle", () => {
    if (one.open) opened.forEach((other) => { if (other !== one) other.open = false; });
  }));
  document.getElementById("refusal")?.scrollIntoView({ block: "center" });
})();
