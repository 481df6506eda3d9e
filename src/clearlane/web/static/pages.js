"use strict";
// Keeps the border page up to date without a reload, and lets the list be walked by keyboard. Without it the pages work as well.
const live = document.getElementById("live");
const rows = () => [...document.querySelectorAll("#list tbody tr")];
const active = () => document.querySelector("#list tbody tr[tabindex='0']");

function settle(wanted, focus) {
  const all = rows();
  const row = all.find((one) => one.dataset.number === wanted) || all[0];
  for (const one of all) {
    one.tabIndex = one === row ? 0 : -1;
    for (const link of one.querySelectorAll("a")) link.tabIndex = -1;
  }
  if (row && focus) {
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  }
}

function walk(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const back = document.querySelector(".back a");
  if (event.key === "Escape" && back) location.assign(sessionStorage.getItem("list") || back.href);
  const row = event.target.closest("#list tbody tr");
  if (!row) return;
  const all = rows();
  const at = all.indexOf(row);
  const to = { j: at + 1, ArrowDown: at + 1, k: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    settle(all[Math.max(0, Math.min(all.length - 1, to))].dataset.number, true);
  } else if (event.key === "Enter") {
    sessionStorage.setItem("row", row.dataset.number);
    sessionStorage.setItem("list", location.href);
    location.assign(row.querySelector("a").href);
  } else if (event.key === "Escape") {
    document.getElementById("content").focus();
  }
}

function follow() {
  const pulse = document.getElementById("pulse");
  const pause = document.getElementById("pause");
  const news = document.getElementById("news");
  let tag = null;
  let waiting = 0;
  let spoken = 0;
  let still = false;
  const show = (state) => { pulse.textContent = pulse.dataset[state]; pulse.className = "pulse pulse-" + state; };

  function replace(html) {
    const before = new Map(rows().map((row) => [row.dataset.number, row.dataset.mark]));
    const held = document.activeElement?.closest?.("#list tbody tr");
    const chosen = active()?.dataset.number;
    live.innerHTML = html;
    settle(chosen, Boolean(held));
    const fresh = rows().filter((row) => before.get(row.dataset.number) !== row.dataset.mark);
    for (const row of fresh) row.classList.add("fresh");
    waiting += fresh.length;
    if (waiting && Date.now() - spoken > 15000) {
      news.textContent = news.dataset.words.replace("#", waiting);
      [waiting, spoken] = [0, Date.now()];
    }
  }

  async function look() {
    const writing = document.activeElement?.closest?.(".filters");
    if (!still && !document.hidden && !writing) {
      try {
        const answer = await fetch(live.dataset.from, { headers: tag ? { "If-None-Match": tag } : {} });
        if (!answer.ok && answer.status !== 304) throw new Error(answer.statusText);
        if (answer.status === 200 && !still) replace(await answer.text());
        tag = answer.headers.get("ETag") || tag;
        if (!still) show("live");
      } catch {
        show("lost");
      }
    }
    setTimeout(look, 2000);
  }

  pause.hidden = false;
  pause.addEventListener("click", () => {
    still = !still;
    pause.textContent = still ? pause.dataset.resume : pause.dataset.pause;
    show(still ? "paused" : "live");
  });
  show("live");
  setTimeout(look, 2000);
}

// Follows a piece of work in place, so that whoever reads the page keeps place and focus; the page is loaded anew when the work is over.
async function wait(work) {
  try {
    const answer = await fetch(location.href);
    const now = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("work");
    if (!now) return location.reload();
    work.querySelector("progress").replaceWith(now.querySelector("progress"));
    work.querySelector("[data-done]").textContent = now.querySelector("[data-done]").textContent;
  } catch { /* The office is out of reach for a moment: ask again. */ }
  setTimeout(wait, 1000, work);
}

// Empty fields are left out of the address of a form, so that it stays short enough to send on.
function shorten(event) {
  if (!event.target.matches("[data-short]")) return;
  const empty = [...event.target.elements].filter((one) => one.name && !one.value && !one.required);
  for (const one of empty) one.disabled = true;
  setTimeout(() => { for (const one of empty) one.disabled = false; });
}

document.addEventListener("submit", shorten);
document.addEventListener("keydown", walk);
const work = document.getElementById("work");
if (work) setTimeout(wait, 700, work);
if (live) {
  const left = sessionStorage.getItem("row");
  sessionStorage.removeItem("row");
  settle(left, Boolean(left));
  follow();
}

// What was kept on this phone of inspections goes when its owner signs out; acts that are not sent stay.
document.addEventListener("submit", (event) => {
  if (new URL(event.target.action).pathname === "/sign-out" && "caches" in window) caches.delete("inspections");
});
