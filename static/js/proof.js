// Does the work that a risky moment asks of a browser, then sends the form by itself. Without this
// script the person waits the seconds that the page names.
(() => {
  "use strict";
  const say = (vietnamese, english) => (document.documentElement.lang === "en" ? english : vietnamese);
  const proof = document.querySelector(".proof");
  if (!proof || !window.Worker) return;
  const form = proof.closest("form");
  const told = proof.querySelector("[role=status]");
  const worker = new Worker(proof.dataset.worker);
  told.textContent = say("Đang kiểm tra, xin chờ vài giây. Trang sẽ tự gửi.", "Checking; please wait a few seconds. The page then sends itself.");
  let asked = false;
  form.addEventListener("submit", (event) => {
    // Back to the letter needs no work done.
    if (event.submitter && event.submitter.name === "change") return worker.terminate();
    // Too early: the form goes by itself once the work is done.
    if (form.elements.namedItem("answer").value) return;
    asked = true;
    event.preventDefault();
  });
  worker.addEventListener("message", ({ data }) => {
    form.elements.namedItem("answer").value = data;
    if (asked || form.querySelector("input:not([type=hidden])") === null) form.requestSubmit();
    else told.textContent = say("Đã kiểm tra xong.", "Checked.");
  });
  worker.postMessage({ text: proof.dataset.text, bits: Number(proof.dataset.bits) });
})();
