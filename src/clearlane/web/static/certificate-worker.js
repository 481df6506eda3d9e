"use strict";
// Keeps the page that checks certificates, as a stranger sees it, with its scripts, keys and lists, so that it opens without a network. Nothing else.
const CACHE = "certificates";
const PAGE = "/certificates/check";
const SNAPSHOT = "/certificates/snapshot.json";
const CHOSEN = `${PAGE}/language`;
const LANGUAGES = ["en", "vi"];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function keep(address, response) {
  if (response.ok && !response.redirected) await (await caches.open(CACHE)).put(address, response.clone());
  return response;
}

async function keepAll(language) {
  const files = new Set();
  for (const one of LANGUAGES) {
    const page = await keep(`${PAGE}?lang=${one}`, await fetch(`${PAGE}?lang=${one}`, { credentials: "omit" }));
    for (const [, file] of (await page.text()).matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)) files.add(file);
  }
  const cache = await caches.open(CACHE);
  for (const file of files) if (!(await cache.match(file))) await keep(file, await fetch(file));
  for (const old of await cache.keys()) {
    const { pathname, search } = new URL(old.url);
    if (pathname.startsWith("/static/") && !files.has(pathname + search)) await cache.delete(old);
  }
  await keep(SNAPSHOT, await fetch(SNAPSHOT, { credentials: "omit" }));
  await cache.put(CHOSEN, new Response(LANGUAGES.includes(language) ? language : "en"));
}

async function page(request, url) {
  try {
    return await fetch(request);
  } catch (lost) {
    const chosen = await caches.match(CHOSEN);
    const language = url.searchParams.get("lang") || (chosen ? await chosen.text() : "en");
    const kept = await caches.match(`${PAGE}?lang=${language}`, { ignoreVary: true });
    if (kept) return kept;
    throw lost;
  }
}

async function snapshot(request) {
  try {
    return await keep(SNAPSHOT, await fetch(request));
  } catch (lost) {
    const kept = await caches.match(SNAPSHOT, { ignoreVary: true });
    if (kept) return kept;
    throw lost;
  }
}

async function file(request) {
  return (await caches.match(request, { ignoreVary: true })) || fetch(request);
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname === PAGE) event.respondWith(page(event.request, url));
  else if (url.pathname === SNAPSHOT) event.respondWith(snapshot(event.request));
  else if (url.pathname.startsWith("/static/")) event.respondWith(file(event.request));
});

self.addEventListener("message", (event) => {
  event.waitUntil(keepAll(event.data.language).then(() => event.ports[0].postMessage("kept"), () => event.ports[0].postMessage("lost")));
});
