/* What a pack keeps on the device: everything closed with AES-GCM under a key that only the
   officer's passphrase opens, or, where that is forgotten, a secret that stays with the office. */
"use strict";
const FieldVault = (() => {
  const ROUNDS = 600000;
  const NAME = "cityweb-field";
  const utf8 = new TextEncoder();

  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const opened = (() => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("packs", { keyPath: "key" });
      request.result.createObjectStore("entries", { keyPath: "key" }).createIndex("pack", "pack");
    };
    return done(request);
  })();
  const store = async (name, mode) => (await opened).transaction(name, mode).objectStore(name);

  const aes = (raw, uses) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, uses);
  const bytesOf = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
  const fromPassphrase = async (words, salt) => {
    const known = await crypto.subtle.importKey("raw", utf8.encode(words.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
    return crypto.subtle.deriveKey(how, known, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  };
  // What is closed opens only in its own place: `place` is sealed with it.
  const close = async (key, place, bytes) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const how = { name: "AES-GCM", iv, additionalData: utf8.encode(place) };
    return { iv, data: await crypto.subtle.encrypt(how, key, bytes) };
  };
  const open = async (key, place, { iv, data }) =>
    crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: utf8.encode(place) }, key, data);
  const closeFacts = (key, place, facts) => close(key, place, utf8.encode(JSON.stringify(facts)));
  const openFacts = async (key, place, closed) =>
    JSON.parse(new TextDecoder().decode(await open(key, place, closed)));

  /* Close a pack that the office handed out and keep it; its secret is used once and not kept. */
  async function keepPack({ secret, ...facts }, passphrase) {
    const raw = crypto.getRandomValues(new Uint8Array(32));
    const key = await aes(raw, ["encrypt", "decrypt"]);
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const pack = {
      key: facts.key, code: facts.code, taken_at: facts.taken_at, salt,
      byPassphrase: await close(await fromPassphrase(passphrase, salt), facts.key, raw),
      bySecret: await close(await aes(bytesOf(secret), ["encrypt"]), facts.key, raw),
      body: await closeFacts(key, facts.key, facts),
    };
    raw.fill(0);
    await done((await store("packs", "readwrite")).put(pack));
    return pack;
  }
  const keyOf = async (pack, opener, closed) =>
    aes(await open(opener, pack.key, closed), ["encrypt", "decrypt"]);

  return {
    keepPack,
    packs: async () => done((await store("packs")).getAll()),
    unlock: async (pack, passphrase) =>
      keyOf(pack, await fromPassphrase(passphrase, pack.salt), pack.byPassphrase),
    unlockBySecret: async (pack, secret) =>
      keyOf(pack, await aes(bytesOf(secret), ["decrypt"]), pack.bySecret),
    facts: (key, pack) => openFacts(key, pack.key, pack.body),
    /* Entries: `state` stands open, to be counted; what was written and photographed is closed. */
    entries: async (pack) => done((await store("entries")).index("pack").getAll(pack.key)),
    read: (key, entry) => openFacts(key, entry.key, entry.body),
    photo: (key, entry) => open(key, `${entry.key} photo`, entry.photo),
    async write(key, pack, entry, facts, photo) {
      const kept = { ...entry, pack: pack.key, body: await closeFacts(key, entry.key, facts) };
      if (photo) kept.photo = await close(key, `${entry.key} photo`, photo);
      await done((await store("entries", "readwrite")).put(kept));
      return kept;
    },
    async forget(pack) {
      for (const entry of await this.entries(pack)) await done((await store("entries", "readwrite")).delete(entry.key));
      await done((await store("packs", "readwrite")).delete(pack.key));
    },
  };
})();
