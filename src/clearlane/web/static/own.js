"use strict";
// Keeps a trader's own declaration up to date: shown anew by itself where nothing is typed, else offered. Without it the page works as well.
let tag = null;

function typing() {
  const fields = [...document.querySelectorAll("#own input, #own textarea, #documents input")];
  return fields.some((one) => (one.type === "file" ? one.files.length : one.type !== "hidden" && one.value !== one.defaultValue) || one.checked !== one.defaultChecked);
}

function offer(own) {
  const news = own.querySelector(".own-news");
  if (news.textContent) return;
  const link = document.createElement("a");
  link.href = location.pathname;
  link.textContent = own.dataset.look;
  news.append(own.dataset.changed, " ", link);
}

async function anew(own) {
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const words = own.dataset.changed;
  document.getElementById("content").innerHTML = page.getElementById("content").innerHTML;
  document.querySelector("#own .own-news").textContent = words;
}

async function look() {
  const own = document.getElementById("own");
  if (own && !document.hidden) {
    try {
      const answer = await fetch(own.dataset.from, { headers: tag ? { "If-None-Match": tag } : {} });
      const now = answer.headers.get("ETag");
      if (now && tag && now !== tag) await (typing() || own.contains(document.activeElement) ? offer(own) : anew(own));
      tag = now || tag;
    } catch { /* The office is out of reach for a moment: ask again. */ }
  }
  setTimeout(look, 2000);
}

if (document.getElementById("own")) look();
