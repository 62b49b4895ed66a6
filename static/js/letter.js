// A letter to a mailbox: what is typed is kept on this device until the receipt comes, limits are
// counted in sight, and one press of the button sends once. Without this script the form works too.
(() => {
  "use strict";
  const say = (vietnamese, english) => (document.documentElement.lang === "en" ? english : vietnamese);
  // Who somebody is never stays behind on a machine that others may use.
  const kept = ["category", "page", "subject", "body", "area", "unit", "place"];
  const days = 3;
  const key = (slug) => "letter-" + slug;

  const recall = (slug) => {
    try {
      const draft = JSON.parse(localStorage.getItem(key(slug)));
      return draft && Date.now() - draft.at < days * 864e5 ? draft : null;
    } catch {
      return null; // private windows may forbid it
    }
  };
  const keep = (slug, draft) => {
    try {
      if (draft) localStorage.setItem(key(slug), JSON.stringify(draft));
      else localStorage.removeItem(key(slug));
    } catch {
      // then nothing is kept
    }
  };

  // Tickets whose receipt this window has shown, and the one that is on its way.
  const inWindow = (deed) => {
    try {
      return deed(sessionStorage);
    } catch {
      return null;
    }
  };
  const sent = () => inWindow((store) => JSON.parse(store.getItem("letters-sent"))) || [];

  const receipt = document.querySelector("[data-sent]");
  if (receipt) {
    keep(receipt.dataset.sent, null);
    inWindow((store) => {
      const ticket = store.getItem("letter-going");
      if (ticket) store.setItem("letters-sent", JSON.stringify([...sent(), ticket].slice(-20)));
    });
  }

  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const slug = form.dataset.draft;
  const field = (name) => form.elements.namedItem(name);
  const valueOf = (name) => (field(name) ? field(name).value : "");

  // Who goes back from the receipt finds a new form, not the letter of whoever sat here before.
  addEventListener("pageshow", () => {
    if (!sent().includes(valueOf("ticket"))) return;
    inWindow((store) => store.setItem("letter-fresh", "yes"));
    location.replace(location.pathname);
  });
  if (inWindow((store) => store.getItem("letter-fresh"))) {
    inWindow((store) => store.removeItem("letter-fresh"));
    form.querySelector(".fresh").hidden = false;
  }

  const draft = recall(slug);
  const isEmpty = !["subject", "body", "area"].some(valueOf);
  if (draft && isEmpty) {
    for (const name of kept) if (field(name)) field(name).value = draft.words[name] || valueOf(name);
    // The same ticket: if the first sending arrived after all, it stays one submission.
    if (Date.now() - draft.issued < 20 * 36e5) field("ticket").value = draft.ticket;
    form.querySelector(".draft").hidden = false;
  }
  const opened = draft && isEmpty ? draft.issued : Date.now();
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const words = Object.fromEntries(kept.map((name) => [name, valueOf(name)]));
      keep(slug, { at: Date.now(), issued: opened, ticket: valueOf("ticket"), words });
    }, 400);
  });
  form.querySelector("[data-forget]").addEventListener("click", () => {
    keep(slug, null);
    location.assign(location.pathname);
  });

  for (const control of form.querySelectorAll("[data-most]:not([type=file])")) {
    const most = Number(control.dataset.most);
    const count = document.createElement("p");
    count.className = "count";
    control.after(count);
    const show = () => {
      const left = most - control.value.length;
      count.classList.toggle("over", left < 0);
      count.textContent = left < 0
        ? say(`Quá ${(-left).toLocaleString("vi")} ký tự`, `${(-left).toLocaleString("en")} characters too many`)
        : say(`Còn ${left.toLocaleString("vi")} ký tự`, `${left.toLocaleString("en")} characters left`);
      count.hidden = left > most / 2 && left > 0;
    };
    control.addEventListener("input", show);
    show();
  }

  form.addEventListener("submit", (event) => {
    if (form.dataset.sending) return event.preventDefault();
    form.dataset.sending = "yes";
    inWindow((store) => store.setItem("letter-going", valueOf("ticket")));
    // A page that comes back from the browser's memory may be sent again.
    addEventListener("pageshow", () => delete form.dataset.sending, { once: true });
  });
})();
