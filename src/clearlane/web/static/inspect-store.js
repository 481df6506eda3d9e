"use strict";
// Acts of an inspector on his phone: kept until the office has each, and sent in order. Each has a key, so that it is carried out once.
const kept = {
  open() {
    return new Promise((done, failed) => {
      const asked = indexedDB.open("inspections", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("acts", { keyPath: "key" });
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
  },
  async run(mode, act) {
    const base = await kept.open();
    try {
      return await new Promise((done, failed) => {
        const work = base.transaction("acts", mode, { durability: "strict" });
        const asked = act(work.objectStore("acts"));
        work.oncomplete = () => done(asked.result);
        work.onabort = work.onerror = () => failed(work.error);
      });
    } finally {
      base.close();
    }
  },
  put: (entry) => kept.run("readwrite", (acts) => acts.put(entry)),
  drop: (key) => kept.run("readwrite", (acts) => acts.delete(key)),
  async all(at) {
    const every = await kept.run("readonly", (acts) => acts.getAll());
    return every.filter((entry) => entry.at === at).sort((one, other) => one.place - other.place);
  },
};

// Sends what waits at an address: practice and work never mix. Returns what became of it: which acts the office has now, and why others could not be sent.
async function send(at) {
  const done = [];
  const waiting = (await kept.all(at)).filter((entry) => !entry.words);
  if (!waiting.length) return { done };
  const ready = await fetch(`${at}/ready`, { redirect: "manual", cache: "no-store" });
  if (!ready.ok) return { done, state: ready.status < 500 ? "signIn" : "offline" };
  const { person, token } = await ready.json();
  let state;
  for (const entry of waiting) {
    if (entry.person !== person) {
      state = "another";
      continue;
    }
    const form = new FormData();
    for (const [name, value] of Object.entries(entry.fields)) form.set(name, value);
    form.set("form", token);
    form.set("key", entry.key);
    form.set("made_at", entry.made);
    if (entry.photo) form.set("file", new Blob([entry.photo]), "photo");
    const answer = await fetch(`${at}/${entry.number}/replay`, { method: "POST", body: form, redirect: "manual" });
    if (answer.type === "opaqueredirect") return { done, state: "signIn" };
    if (answer.status >= 500 || answer.status === 429) return { done, state: "offline" };
    const said = await answer.json();
    if (said.outcome === "refused") {
      await kept.put({ ...entry, words: said.words });
    } else {
      await kept.drop(entry.key);
      done.push(entry);
    }
  }
  return { done, state };
}
