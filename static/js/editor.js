/* Keeps what an editor types: saves every ten seconds, holds a copy on this machine while the
   portal cannot be reached, tells who else is in the draft, and never overwrites a newer version. */
"use strict";
(() => {
  const form = document.getElementById("edition-form");
  if (!form) return;
  const EVERY = 10000;
  const status = document.getElementById("save-status");
  const others = document.getElementById("others");
  const trouble = document.getElementById("trouble");
  const localBox = document.getElementById("local-copy");
  const version = form.elements.lock_version;
  const names = [...form.querySelectorAll("[data-field]")].map((row) => row.dataset.field);
  const key = `cityweb:draft:${form.dataset.edition}:${form.dataset.person}`;
  const previews = "BroadcastChannel" in window ? new BroadcastChannel("cityweb-preview") : null;
  let editor = null;
  let saved = null;
  let asking = null;
  let stopped = false;
  let leaving = false;
  let failing = false;
  let offering = false;
  const opened = typed();

  function typed() {
    if (editor) form.elements.body.value = editor.getData();
    const data = new FormData(form);
    return names.flatMap((name) => data.getAll(name).map((value) => [name, value]));
  }
  const snapshot = () => JSON.stringify(typed());
  const isDirty = () => saved !== null && snapshot() !== saved;
  const say = (words, kind = "") => {
    status.textContent = words;
    status.dataset.kind = kind;
  };

  function token() {
    const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    return cookie ? cookie[1] : form.elements.csrfmiddlewaretoken.value;
  }

  function post(isClosing, isTyping) {
    const body = new FormData();
    if (isTyping) {
      typed().forEach(([name, value]) => body.append(name, value));
      body.set("lock_version", version.value);
    }
    body.set("csrfmiddlewaretoken", token());
    if (isClosing) body.set("closing", "1");
    return fetch(form.dataset.autosave, {
      method: "POST",
      body,
      keepalive: isClosing,
      headers: { "X-Requested-With": "fetch", Accept: "application/json" },
      credentials: "same-origin",
      redirect: "manual",
    });
  }

  async function beat() {
    if (asking || leaving || saved === null) return;
    const isTyping = isDirty() && !stopped;
    const sent = isTyping ? snapshot() : saved;
    if (isTyping) say("Đang lưu…");
    try {
      asking = post(false, isTyping);
      const answer = await asking;
      if (answer.status === 409) refused(await answer.json());
      else if (answer.ok) kept(await answer.json(), isTyping, sent);
      else lost("Phiên làm việc đã hết hoặc bị từ chối. Hãy đăng nhập lại ở một thẻ khác, bài sẽ tự lưu tiếp.");
    } catch {
      lost("Mất kết nối, đang thử lại.");
    } finally {
      asking = null;
    }
  }

  function kept(answer, isTyping, sent) {
    if (failing && !isTyping) say("Đã kết nối lại.");
    failing = false;
    showOthers(answer.others);
    if (!isTyping) {
      if (String(answer.lock_version) !== version.value && !stopped) outdated();
      return;
    }
    version.value = answer.lock_version;
    saved = sent;
    follow(answer.slug);
    showErrors(answer.errors);
    const isAll = Object.keys(answer.errors).length === 0;
    say(isAll ? `Đã lưu lúc ${answer.saved_at}` : `Đã lưu lúc ${answer.saved_at}, trừ những ô được đánh dấu.`);
    if (!isDirty()) localStorage.removeItem(key);
    if (previews) previews.postMessage(form.dataset.edition);
  }

  function lost(words) {
    failing = true;
    keepLocally();
    say(`${words} Nội dung vẫn giữ trên máy này.`, "bad");
  }

  function follow(slug) {
    const field = form.elements.slug;
    if (!slug || document.activeElement === field || field.value === slug) return;
    field.value = slug;
    const pairs = JSON.parse(saved).map(([name, value]) => [name, name === "slug" ? slug : value]);
    saved = JSON.stringify(pairs);
  }

  function showErrors(errors) {
    form.querySelectorAll("[data-field]").forEach((row) => {
      row.querySelector(".errorlist.live")?.remove();
      const found = errors[row.dataset.field];
      row.classList.toggle("errors", Boolean(found));
      if (!found) return;
      const list = document.createElement("ul");
      list.className = "errorlist live";
      found.forEach((words) => list.append(Object.assign(document.createElement("li"), { textContent: words })));
      row.prepend(list);
    });
  }

  function showOthers(people) {
    others.hidden = people.length === 0;
    const words = people.map((one) => `${one.name} đang mở bài này từ ${one.since}.`).join(" ");
    if (others.textContent.trim() !== words) others.textContent = words;
  }

  function box(element, words, ...buttons) {
    element.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }), ...buttons);
    element.hidden = false;
  }

  function button(words, act, isMain = false) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    made.className = isMain ? "button primary" : "button quiet";
    made.addEventListener("click", act);
    return made;
  }

  function compare() {
    form.requestSubmit(form.querySelector("button[value=save]"));
  }

  function refused(answer) {
    stopped = true;
    keepLocally();
    say("Chưa lưu được những gì vừa gõ.", "bad");
    if (answer.code === "changed-meanwhile") box(trouble, answer.message, button("So sánh hai bản", compare, true));
    else box(trouble, `${answer.message} Nội dung bạn gõ vẫn còn trên màn hình này.`);
  }

  function outdated() {
    if (isDirty() || !trouble.hidden) return;
    box(trouble, "Người khác vừa lưu bản mới hơn của bài này.", button("Tải bản mới", () => location.reload(), true));
  }

  function keepLocally() {
    if (offering || !isDirty()) return;
    const now = new Date();
    const copy = { at: now.toLocaleTimeString("vi-VN"), version: version.value, typed: snapshot() };
    try {
      localStorage.setItem(key, JSON.stringify(copy));
    } catch {
      say("Máy này không còn chỗ để giữ bản tạm.", "bad");
    }
  }

  function offerLocal() {
    let copy = null;
    try {
      copy = JSON.parse(localStorage.getItem(key));
    } catch {
      localStorage.removeItem(key);
    }
    if (!copy || copy.typed === saved || document.querySelector(".conflict")) return;
    offering = true;
    const done = () => {
      offering = false;
      localBox.hidden = true;
      localStorage.removeItem(key);
    };
    box(
      localBox,
      `Trên máy này còn bản gõ lúc ${copy.at} chưa lưu được.`,
      button("Khôi phục bản đó", () => { done(); restore(copy); }, true),
      button("Bỏ bản đó", done),
    );
  }

  function restore(copy) {
    const pairs = JSON.parse(copy.typed);
    names.forEach((name) => {
      const values = pairs.filter(([one]) => one === name).map(([, value]) => value);
      fill(name, values);
    });
    if (editor) editor.setData(form.elements.body.value);
    // Whoever saved meanwhile is not overwritten: the older number makes the two be compared.
    version.value = copy.version;
    beat();
  }

  function fill(name, values) {
    const field = form.elements[name];
    if (!field) return;
    if (field instanceof RadioNodeList || field.type === "checkbox") {
      form.querySelectorAll(`[name="${name}"]`).forEach((one) => { one.checked = values.includes(one.value); });
    } else if (field.multiple) {
      values.filter((value) => ![...field.options].some((one) => one.value === value))
        .forEach((value) => field.add(new Option(`Bài ${value}`, value)));
      [...field.options].forEach((one) => { one.selected = values.includes(one.value); });
      field.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      field.value = values[0] || "";
    }
  }

  function start() {
    if (saved !== null) return;
    // The editor writes the stored text in its own way; what was typed elsewhere while it loaded
    // counts as typed. After a refused saving nothing on the page is stored: all of it does.
    const body = editor ? editor.getData() : form.elements.body.value;
    const stored = opened.map(([name, value]) => [name, name === "body" ? body : value]);
    saved = form.dataset.unsaved ? "[]" : JSON.stringify(stored);
    stopped = Boolean(document.querySelector(".conflict"));
    offerLocal();
    setInterval(beat, EVERY);
    setInterval(keepLocally, 3000);
  }

  form.addEventListener("submit", (event) => {
    if (!asking) {
      leaving = true;
      return;
    }
    // A saving of our own is under way: with its number in hand the form is not refused.
    event.preventDefault();
    const pressed = event.submitter;
    asking.finally(() => setTimeout(() => form.requestSubmit(pressed), 0));
  });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("pagehide", () => {
    if (leaving) return;
    keepLocally();
    if (saved !== null) post(true, isDirty() && !stopped).catch(() => {});
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) beat(); });
  addEventListener("online", beat);
  document.getElementById("take-theirs")?.addEventListener("click", () => {
    leaving = true;
    localStorage.removeItem(key);
  });

  if (form.elements.body && window.ckeditorRegisterCallback) {
    window.ckeditorRegisterCallback("id_body", (made) => { editor = made; start(); });
    // Without the editor (blocked, broken) plain text is still kept.
    setTimeout(start, 8000);
  } else {
    start();
  }
})();
