"use strict";
// Keeps the pages of inspections that were opened, with their styles and scripts, so that they open without a network. Nothing else.
const CACHE = "inspections";
const PAGE = /^\/desk\/inspections(?:\/(?!ready$|worker\.js$)[\w.-]+)?$/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function keep(address, response) {
  if (response.ok && !response.redirected) await (await caches.open(CACHE)).put(address, response.clone());
  return response;
}

async function page(request, address) {
  try {
    return await keep(address, await fetch(request));
  } catch (lost) {
    const kept = await caches.match(address, { ignoreVary: true });
    if (kept) return kept;
    throw lost;
  }
}

async function file(request) {
  return (await caches.match(request, { ignoreVary: true })) || keep(request.url, await fetch(request));
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (PAGE.test(url.pathname)) event.respondWith(page(event.request, url.pathname));
  else if (url.pathname.startsWith("/static/")) event.respondWith(file(event.request));
});

self.addEventListener("message", (event) => {
  const all = event.data.keep.map(async (address) => {
    const url = new URL(address, self.location.origin);
    const name = PAGE.test(url.pathname) ? url.pathname : url.href;
    return keep(name, await fetch(address, { credentials: "same-origin" }));
  });
  event.waitUntil(Promise.all(all).then(() => event.ports[0].postMessage("kept"), () => event.ports[0].postMessage("lost")));
});
