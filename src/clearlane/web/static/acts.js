"use strict";
// Keys for an officer's acts: outside fields, the letter shown on an act opens its form or leads to its button; Escape closes; ? lists them.
const acts = document.getElementById("acts");
const keys = document.getElementById("acts-keys");
let on = localStorage.getItem("acts-keys") !== "off";

function told() {
  keys.setAttribute("aria-pressed", String(on));
  acts.classList.toggle("keyless", !on);
}

function reach(found) {
  const way = found.closest("details.acts-way");
  for (const other of acts.querySelectorAll("details.acts-way[open]")) if (other !== way) other.open = false;
  for (let outer = found.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
  const first = way ? way.querySelector("input:not([type=hidden], :disabled), select, textarea, button") : found;
  first.focus();
  (way || found).scrollIntoView({ block: "nearest" });
  if (!way && !("look" in found.dataset)) found.click();
}

function list() {
  const letters = document.getElementById("acts-list");
  letters.open = !letters.open;
  letters.querySelector("summary").focus();
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest) return;
  const open = event.target.closest("#acts details[open]");
  if (event.key === "Escape" && open) {
    event.stopImmediatePropagation();
    open.open = false;
    open.querySelector("summary").focus();
  }
  if (!on || event.target.closest("input:not([type=radio], [type=checkbox]), select, textarea")) return;
  const found = /^[a-z]$/.test(event.key) ? acts.querySelector(`[data-key="${event.key}"]`) : null;
  if (event.key === "?") list();
  if (found) reach(found);
  if (found || event.key === "?") event.preventDefault();
}

if (keys) {
  keys.hidden = false;
  keys.addEventListener("click", () => {
    on = !on;
    localStorage.setItem("acts-keys", on ? "on" : "off");
    told();
  });
  told();
  document.addEventListener("keydown", pressed, true);
}

// Where a form was refused, whoever works by keyboard goes on in it.
const wrong = acts && acts.querySelector("details.acts-way[open] [role=alert], .acts-at-once [role=alert]");
if (wrong) {
  const way = wrong.closest(".acts-way");
  const first = way.querySelector("[aria-invalid], input:not([type=hidden], :disabled), select, textarea, button");
  if (first) first.focus();
}
