"use strict";
// The page of an inspection on a phone. Every act is kept first and sent then, so that a lost network loses nothing.
const phone = document.getElementById("phone");
const here = document.getElementById("inspection");
const say = phone.dataset;
let busy = false;
let count = 0;
let later = 0;

function line(entry) {
  const item = document.createElement("li");
  const step = entry.fields.act === "step" ? ` ${entry.fields.step}: ${entry.fields.done === "yes" ? say.yes : say.no}` : "";
  item.textContent = `${entry.number} · ${say["act" + entry.fields.act[0].toUpperCase() + entry.fields.act.slice(1)]}${step}`;
  if (!entry.words) return item;
  item.append(document.createElement("br"), `${say.failed}: ${entry.words}`, document.createElement("br"));
  const again = async () => { await kept.put({ ...entry, words: undefined }); await flush(); };
  const drop = async () => { await kept.drop(entry.key); await show(); };
  for (const [words, act] of [[say.again, again], [say.drop, drop]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "second";
    button.textContent = words;
    button.addEventListener("click", act);
    item.append(button);
  }
  return item;
}

async function show(state) {
  const all = await kept.all(say.at);
  phone.hidden = false;
  phone.classList.toggle("unsent", all.length > 0);
  document.getElementById("phone-count").textContent = all.length ? say.kept.replace("#", all.length) : say.sent;
  document.getElementById("phone-state").textContent = state ? say[state] : "";
  document.getElementById("phone-list").replaceChildren(...all.map(line));
  if (!here) return;
  for (const entry of all.filter((one) => one.number === here.dataset.number)) {
    if (entry.fields.act === "begin") begun();
    if (entry.fields.act !== "step") continue;
    const said = here.querySelector(`[data-step="${entry.fields.step}"]`);
    const remark = entry.fields.remark ? ` · ${entry.fields.remark}` : "";
    if (said) said.textContent = `${entry.fields.done === "yes" ? say.yes : say.no}${remark} (${say.here})`;
    said?.parentElement.classList.toggle("done", entry.fields.done === "yes");
  }
}

function begun() {
  for (const part of here.querySelectorAll(".inspect-later")) part.hidden = false;
  here.querySelector(".inspect-begin")?.remove();
}

async function refresh(done) {
  if (!here) return;
  if (done.some((one) => ["begin", "conclude"].includes(one.fields.act))) return location.reload();
  const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
  for (const part of ["recorded", "untaken"]) document.getElementById(part).replaceWith(page.getElementById(part));
  for (const said of page.querySelectorAll("[data-step]")) {
    const old = here.querySelector(`[data-step="${said.dataset.step}"]`);
    old.textContent = said.textContent;
    old.parentElement.className = said.parentElement.className;
  }
}

async function flush() {
  if (busy) return;
  busy = true;
  const work = async () => {
    let result = { done: [] };
    do {
      result = await send(say.at).catch(() => ({ done: [], state: "offline" }));
      if (result.done.length) await refresh(result.done).catch(() => undefined);
    } while (result.done.length);
    return result;
  };
  const result = navigator.locks ? await navigator.locks.request("inspections", work) : await work();
  busy = false;
  clearTimeout(later);
  later = setTimeout(flush, result.state === "offline" ? 4000 : 30000);
  await show(result.state);
}

function where() {
  if (!navigator.geolocation) return {};
  return new Promise((done) => {
    const found = (at) => done({ latitude: String(at.coords.latitude), longitude: String(at.coords.longitude) });
    navigator.geolocation.getCurrentPosition(found, () => done({}), { timeout: 4000, maximumAge: 60000 });
  });
}

async function photograph(fields, file) {
  const bytes = await file.arrayBuffer();
  const digest = crypto.subtle ? [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))] : [];
  Object.assign(fields, await where(), { digest: digest.map((byte) => byte.toString(16).padStart(2, "0")).join("") });
  return bytes;
}

async function keep(form, submitter) {
  const fields = Object.fromEntries([...new FormData(form, submitter)].filter(([, value]) => typeof value === "string"));
  const key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const entry = { key, at: say.at, number: here.dataset.number, person: fields.person, place: Date.now() * 1000 + count++, made: new Date().toISOString(), fields };
  const file = form.querySelector("input[type=file]")?.files[0];
  if (file) entry.photo = await photograph(fields, file);
  await kept.put(entry);
  if (["photo", "sample", "seal"].includes(form.dataset.act)) form.reset();
  await show();
  await flush();
}

async function settle() {
  const worker = "serviceWorker" in navigator && (await navigator.serviceWorker.register(`${say.at}/worker.js`, { scope: say.at }));
  if (!worker) return;
  const whose = localStorage.getItem("inspections");
  if (whose !== say.person && navigator.onLine) await caches.delete("inspections").then(() => localStorage.removeItem("inspections-kept"));
  localStorage.setItem("inspections", say.person);
  const ready = () => {
    document.getElementById("phone-ready").textContent = say.ready;
    document.documentElement.dataset.kept = "yes";
  };
  if (navigator.serviceWorker.controller && (await caches.match(location.pathname, { ignoreVary: true }))) return ready();
  const files = [...document.querySelectorAll("link[href^='/static/'], script[src^='/static/'], img[src^='/static/']")].map((one) => one.href || one.src);
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => event.data === "kept" && ready();
  (await navigator.serviceWorker.ready).active.postMessage({ keep: [location.pathname, ...files] }, [channel.port2]);
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.inspect-act") || !window.indexedDB) return;
  event.preventDefault();
  keep(event.target, event.submitter);
});
window.addEventListener("online", flush);
document.addEventListener("visibilitychange", () => document.hidden || flush());
show().then(flush);
settle().catch(() => undefined);
