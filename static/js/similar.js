// Offers published answers on the same matter while a letter is written. What is typed goes in the
// body of a POST, never in an address; without this script a button does the same.
(() => {
  "use strict";
  const box = document.querySelector(".similar[data-address]");
  if (!box) return;
  const form = box.closest("form");
  const list = box.querySelector("ul");
  box.querySelector("button").hidden = true;
  let asked = 0;
  const draw = (answers) => {
    box.classList.toggle("found", answers.length > 0);
    list.replaceChildren(...answers.map(({ title, path }) => {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = path;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = title;
      row.append(link);
      return row;
    }));
  };
  const ask = async () => {
    const words = ["subject", "body"].map((name) => form.elements.namedItem(name).value).join("\n");
    const number = ++asked;
    if (words.trim().length < 12) return draw([]);
    const sent = new FormData();
    sent.set("words", words.slice(0, 1000));
    try {
      const answer = await fetch(box.dataset.address, { method: "POST", body: sent });
      const { answers } = await answer.json();
      if (number === asked) draw(answers);
    } catch {
      // nothing is offered; the letter goes its way
    }
  };
  let timer = 0;
  form.addEventListener("input", (event) => {
    if (!["subject", "body"].includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, 600);
  });
})();
