/* Sends what a pack holds, one thing at a time; each has a key of its own, so that what arrives
   twice is taken once. What the office does not take stays on the device with the reason. */
"use strict";
const FieldSend = (() => {
  const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const HEADERS = { "X-Requested-With": "fetch" };
  const SIGN_IN = "Phiên làm việc đã hết: đăng nhập lại ở thẻ khác rồi gửi tiếp; dữ liệu vẫn ở trong máy.";

  class Problem extends Error {}
  const answerOf = async (response) => {
    if (response.redirected || response.status === 401 || response.status === 403) throw new Problem(SIGN_IN);
    const body = await response.json().catch(() => ({}));
    if (response.ok) return body;
    throw Object.assign(new Problem(body.message ?? `Máy chủ trả lời ${response.status}.`), { isFinal: response.status === 409 || response.status === 422, code: body.code });
  };
  const ask = async (address, options = {}) => {
    try {
      return await answerOf(await fetch(address, { ...options, headers: { ...HEADERS, ...options.headers } }));
    } catch (problem) {
      if (problem instanceof Problem) throw problem;
      throw new Problem("Không có mạng, hoặc máy chủ chưa trả lời.");
    }
  };
  const ticket = () => ask("phien/");
  const post = async (address, body) => {
    const { token } = await ticket();
    return ask(address, { method: "POST", body, headers: { "X-CSRFToken": token } });
  };
  const form = (entry, facts, photo) => {
    const sent = new FormData();
    sent.set("key", entry.key);
    for (const name of ["kind", "item", "result", "words", "made_at", "base_at", "sha256"]) sent.set(name, facts[name] ?? "");
    if (photo) sent.set("photo", new File([photo], facts.name, { type: facts.type }));
    return sent;
  };

  return {
    Problem,
    digest: async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes)),
    ticket,
    take: (pk) => post(`lay/${pk}/`),
    secret: (pack) => post(`${pack.key}/khoa/`),
    /* Send one entry; photos go before results, which lean on them. */
    entry: (pack, entry, facts, photo) => post(`${pack.key}/nhan/`, form(entry, facts, photo)),
  };
})();
