"use strict";
// Keys for an officer's acts: outside fields, the letter shown on an act opens or does it; Escape closes; ? tells which there are.
const act = (key) => document.querySelector(`#acts [data-key="${CSS.escape(key)}"]`);

function open(found) {
  const way = found.closest("details.acts-way");
  for (let outer = found.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
  if (!way) { found.click(); return; }
  const first = way.querySelector("input:not([type=hidden]), select, textarea, button");
  way.scrollIntoView({ block: "nearest" });
  if (first) first.focus();
}

const keys = document.getElementById("acts-keys");
let on = localStorage.getItem("acts-keys") !== "off";

function told() { keys.setAttribute("aria-pressed", String(on)); document.getElementById("acts").classList.toggle("keyless", !on); }

if (keys) {
  keys.hidden = false;
  keys.addEventListener("click", () => { on = !on; localStorage.setItem("acts-keys", on ? "on" : "off"); told(); });
  told();
}

document.addEventListener("keydown", (pressed) => {
  const at = pressed.target;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
  if (pressed.key === "Escape" && at.closest) {
    const way = at.closest("#acts details[open]");
    if (way) { way.open = false; way.querySelector("summary").focus(); }
    return;
  }
  if (!on || (at.closest && at.closest("input, select, textarea"))) return;
  if (pressed.key === "?") { const acts = document.getElementById("acts"); if (acts) { acts.scrollIntoView(); acts.querySelector("button, summary")?.focus(); } return; }
  const found = /^[a-z]$/.test(pressed.key) ? act(pressed.key) : null;
  if (found) { pressed.preventDefault(); open(found); }
});
