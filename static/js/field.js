/* The page of packs: unlocked by a passphrase, written on without a network, sent when there is one. */
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const copy = (id) => at(id).content.firstElementChild.cloneNode(true);
  const IDLE = 15 * 60_000;
  const TYPING = 600;
  const STATES = {
    unsent: "Chờ gửi", refused: "Chưa nhận", merged: "Đã vào hồ sơ",
    waiting: "Khác kết quả ở bàn, chờ chọn ở hồ sơ", taken: "Đã vào hồ sơ", dropped: "Giữ kết quả ở bàn",
  };
  const isOpen = (entry) => entry.state === "unsent" || entry.state === "refused";
  let pack, key, facts, rows = [], busy = Promise.resolve(), idle;

  const say = (words) => { at("problem").textContent = words; at("problem").hidden = !words; };
  /* One after the other, and no failure goes unsaid. */
  const next = (work) => {
    busy = busy.then(() => { say(""); return work(); }).catch((problem) => {
      say(problem.name === "QuotaExceededError" ? "Máy đã hết chỗ: mục vừa rồi chưa lưu. Gửi bớt về hồ sơ rồi làm tiếp." : problem.message || "Không làm được.");
    });
    return busy;
  };

  // Outside: the packs of this device.
  const listed = async () => {
    const packs = await FieldVault.packs();
    at("none").hidden = packs.length > 0;
    at("packs").replaceChildren(...await Promise.all(packs.map(shownPack)));
  };
  async function shownPack(one) {
    const item = copy("pack");
    const left = (await FieldVault.entries(one)).filter(isOpen).length;
    item.querySelector(".code").textContent = one.code;
    item.querySelector(".meta").textContent = `lấy lúc ${new Date(one.taken_at).toLocaleString("vi")}${left ? `, ${left} mục chờ gửi` : ""}`;
    const form = item.querySelector("form");
    const typed = form.querySelector("input");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      next(async () => {
        const opened = await FieldVault.unlock(one, typed.value).catch(() => { throw new Error("Mật khẩu không đúng."); });
        await enter(one, opened);
      });
    });
    item.querySelector("[data-forgotten]").addEventListener("click", () => next(async () => {
      const { secret } = await FieldSend.secret(one);
      await enter(one, await FieldVault.unlockBySecret(one, secret));
    }));
    item.querySelector("[data-drop]").addEventListener("click", () => next(async () => {
      if (left && !confirm(`Còn ${left} mục chưa gửi về hồ sơ. Xóa là mất hẳn. Vẫn xóa?`)) return;
      await FieldVault.forget(one);
      await listed();
    }));
    return item;
  }
  const wanted = Number(new URLSearchParams(location.search).get("ho-so"));
  at("take").hidden = !wanted;
  at("take").addEventListener("submit", (event) => {
    event.preventDefault();
    next(async () => {
      const words = at("first").value;
      if (words !== at("again").value) throw new Error("Hai lần gõ mật khẩu không giống nhau.");
      await navigator.storage?.persist?.();
      const handed = await FieldSend.take(wanted);
      const kept = await FieldVault.keepPack(handed, words);
      history.replaceState(null, "", location.pathname);
      at("take").reset();
      at("take").hidden = true;
      await enter(kept, await FieldVault.unlock(kept, words));
    });
  });

  // Inside: one pack, unlocked.
  async function enter(one, opened) {
    [pack, key] = [one, opened];
    facts = await FieldVault.facts(key, pack);
    rows = [];
    for (const entry of await FieldVault.entries(pack)) rows.push({ entry, facts: await FieldVault.read(key, entry) });
    rows.sort((a, b) => (a.facts.made_at < b.facts.made_at ? -1 : 1));
    for (const name of ["site", "code", "inspected", "span", "scope"]) document.querySelector(`[data-${name}]`).textContent = facts[name];
    at("lines").replaceChildren(...facts.lines.map(shownLine));
    at("others").replaceChildren(...rows.filter((row) => row.facts.kind !== "check" && !row.facts.item).map(shownEntry));
    at("outside").hidden = true;
    at("inside").hidden = false;
    tally();
    wake();
    at("main").focus();
  }
  function leave() {
    [pack, key, facts, rows] = [null, null, null, []];
    at("lines").replaceChildren();
    at("others").replaceChildren();
    at("note").reset();
    at("inside").hidden = true;
    at("outside").hidden = false;
    return listed();
  }
  const checksOf = (item) => rows.filter((row) => row.facts.kind === "check" && row.facts.item === item);

  function shownLine(line) {
    const item = copy("line");
    const [result, words, photos] = item.querySelectorAll("select, textarea, input");
    const last = checksOf(line.item).at(-1)?.facts ?? line;
    item.querySelector("h3").textContent = `${line.code}. ${line.text}`;
    item.querySelector(".meta").textContent = line.citation;
    item.dataset.item = line.item;
    [result.value, words.value] = [last.result, last.words];
    let timer;
    const later = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(() => next(() => check(line, result.value, words.value)), wait);
    };
    result.addEventListener("change", () => later(0));
    words.addEventListener("input", () => later(TYPING));
    words.addEventListener("change", () => later(0));
    photos.addEventListener("change", () => photographs(photos, line));
    const list = item.querySelector(".kept-entries");
    rows.filter((row) => row.facts.kind === "photo" && row.facts.item === line.item).forEach((row) => list.append(shownEntry(row)));
    stateOf(item.querySelector("[data-own]"), checksOf(line.item).at(-1));
    return item;
  }
  function stateOf(element, row) {
    element.textContent = row ? `${STATES[row.entry.state]}${row.entry.state === "refused" ? `: ${row.facts.problem}` : ""}` : "";
    element.dataset.state = row?.entry.state ?? "";
  }
  function label({ element, facts: said, entry }) {
    const [words, state] = element.querySelectorAll("span");
    words.textContent = said.kind === "photo" ? [said.name, said.exhibit].filter(Boolean).join(" → ") : said.words;
    stateOf(state, { facts: said, entry });
  }
  function shownEntry(row) {
    const item = copy("entry");
    row.element = item;
    label(row);
    if (row.entry.photo) next(() => draw(item.querySelector("canvas"), row));
    return item;
  }
  async function draw(canvas, row) {
    const picture = await createImageBitmap(new Blob([await FieldVault.photo(key, row.entry)])).catch(() => null);
    if (!picture) return;
    const scale = Math.max(canvas.width / picture.width, canvas.height / picture.height);
    const [wide, high] = [picture.width * scale, picture.height * scale];
    canvas.getContext("2d").drawImage(picture, (canvas.width - wide) / 2, (canvas.height - high) / 2, wide, high);
    canvas.hidden = false;
  }

  // Writing. What was never sent is written over; what was, is followed by another entry.
  async function add(said, photo) {
    const entry = { key: crypto.randomUUID(), state: "unsent", tried: false };
    const row = { entry: null, facts: { made_at: new Date().toISOString(), ...said } };
    row.entry = await FieldVault.write(key, pack, entry, row.facts, photo);
    rows.push(row);
    tally();
    return row;
  }
  async function check(line, result, words) {
    const last = checksOf(line.item).at(-1);
    const known = last?.facts ?? line;
    if (known.result === result && known.words === words) return;
    if (last && last.entry.state === "unsent" && !last.entry.tried) {
      Object.assign(last.facts, { result, words, made_at: new Date().toISOString() });
      last.entry = await FieldVault.write(key, pack, last.entry, last.facts);
    } else {
      await add({ kind: "check", item: line.item, result, words, base_at: known.base_at });
    }
    stateOf(document.querySelector(`[data-item="${line.item}"] [data-own]`), checksOf(line.item).at(-1));
    tally();
  }
  function photographs(chooser, line) {
    const files = [...chooser.files];
    chooser.value = "";
    next(async () => {
      for (const file of files) {
        const bytes = await file.arrayBuffer();
        const said = { kind: "photo", item: line?.item ?? "", name: file.name, type: file.type, words: line ? `Ảnh thực địa ${line.code}` : "", sha256: await FieldSend.digest(bytes) };
        const row = await add(said, bytes);
        (line ? document.querySelector(`[data-item="${line.item}"] .kept-entries`) : at("others")).append(shownEntry(row));
      }
    });
  }
  at("other-photos").addEventListener("change", (event) => photographs(event.target, null));
  at("note").addEventListener("submit", (event) => {
    event.preventDefault();
    const words = at("note-words").value;
    next(async () => {
      const row = await add({ kind: "note", words });
      at("others").append(shownEntry(row));
      at("note").reset();
    });
  });

  // Sending: photos first, results lean on them; then in the order of writing.
  const WHERE = { photo: 0, check: 1, note: 2 };
  const sendable = () => rows
    .filter((row) => isOpen(row.entry) && (row.facts.kind !== "check" || row.facts.result))
    .sort((a, b) => WHERE[a.facts.kind] - WHERE[b.facts.kind]);
  async function send() {
    await FieldSend.ticket();
    for (const row of sendable()) {
      if (row.facts.kind === "check") row.facts.base_at = baseOf(row);
      row.entry = await FieldVault.write(key, pack, { ...row.entry, tried: true }, row.facts);
      await sendOne(row);
      if (row.facts.kind === "check") stateOf(document.querySelector(`[data-item="${row.facts.item}"] [data-own]`), row);
      else label(row);
      tally();
    }
  }
  /* What this device itself wrote there last is no news to it. */
  const baseOf = (row) => checksOf(row.facts.item).findLast((one) => one !== row && one.entry.state === "merged")?.facts.base_at ?? row.facts.base_at;
  async function sendOne(row) {
    const photo = row.entry.photo && await FieldVault.photo(key, row.entry);
    try {
      const answer = await FieldSend.entry(pack, row.entry, row.facts, photo);
      Object.assign(row.facts, { base_at: answer.base_at, exhibit: answer.exhibit });
      const { photo: gone, ...rest } = row.entry;
      row.entry = await FieldVault.write(key, pack, { ...rest, state: answer.state }, row.facts);
    } catch (problem) {
      if (!problem.isFinal) throw problem;
      row.facts.problem = problem.message;
      row.entry = await FieldVault.write(key, pack, { ...row.entry, state: "refused" }, row.facts);
    }
  }
  function tally() {
    const left = rows.filter((row) => isOpen(row.entry)).length;
    const net = navigator.onLine ? "" : " · không có mạng";
    at("sent").textContent = (left ? `${left} mục chờ gửi` : rows.length ? "Mọi mục đã gửi" : "Chưa ghi gì") + net;
    at("send").disabled = !navigator.onLine || !left;
  }
  at("send").addEventListener("click", () => next(send));
  at("lock").addEventListener("click", () => next(leave));
  for (const name of ["online", "offline"]) addEventListener(name, () => pack && tally());
  // A device laid aside closes itself.
  function wake() {
    clearTimeout(idle);
    if (pack) idle = setTimeout(() => next(leave), IDLE);
  }
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, wake);

  next(listed);
  navigator.serviceWorker?.register(document.body.dataset.worker);
})();
