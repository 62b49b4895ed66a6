{% load static %}// Keeps the page of packs on the device, and nothing else: no case, no answer of the desk.
"use strict";
const SHELL = "{% url 'advertising_desk:field' %}";
const KEPT = [
  SHELL,
  "{% static 'css/tokens.css' %}",
  "{% static 'css/desk.css' %}",
  "{% static 'css/field.css' %}",
  "{% static 'js/field-vault.js' %}",
  "{% static 'js/field-send.js' %}",
  "{% static 'js/field.js' %}",
];
const STORE = "field";
const PATIENCE = 3000;

// A page that sends to the sign-in is not the page: then nothing is kept, and the next visit tries again.
const keep = async () => {
  const store = await caches.open(STORE);
  for (const path of KEPT) {
    const answer = await fetch(path, { cache: "reload" });
    if (!answer.ok || answer.redirected) throw new Error(`not kept: ${path}`);
    await store.put(path, answer);
  }
  await self.skipWaiting();
};
self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => {
  const forget = async () => {
    const store = await caches.open(STORE);
    const known = new Set(KEPT.map((url) => new URL(url, self.location).href));
    for (const request of await store.keys()) if (!known.has(request.url)) await store.delete(request);
    await self.clients.claim();
  };
  event.waitUntil(forget());
});

// The page itself comes from the network while that is quick, so that it is never an old one.
const fresh = async (request, path) => {
  const store = await caches.open(STORE);
  const kept = await store.match(path);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    const answer = await fetch(request, kept ? { signal: late.signal } : {});
    if (!answer.ok || answer.redirected) return kept ?? answer;
    await store.put(path, answer.clone());
    return answer;
  } catch (problem) {
    if (kept) return kept;
    throw problem;
  } finally {
    clearTimeout(timer);
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || !KEPT.includes(pathname)) return;
  event.respondWith(fresh(request, pathname));
});
