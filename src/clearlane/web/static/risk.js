// Looks at a profile while it is typed: what stands beside the text is asked for anew half a second after the last key.
"use strict";

const writing = document.querySelector("form[data-preview]");
const beside = document.getElementById("preview");
let waiting = 0;
let asked = 0;

async function look() {
  const mine = ++asked;
  beside.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(writing.dataset.preview, { method: "POST", body: new FormData(writing) });
    const html = await answer.text();
    if (mine !== asked || !answer.ok) return;
    const page = new DOMParser().parseFromString(html, "text/html");
    beside.replaceChildren(...page.body.childNodes);
    document.getElementById("news").textContent = beside.querySelector("[data-news]")?.textContent || "";
  } catch { /* The office is out of reach for a moment; the next key asks again. */ } finally {
    if (mine === asked) beside.removeAttribute("aria-busy");
  }
}

if (writing && beside) {
  writing.elements.text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 500);
  });
}

// A fault told with its place leads to it in the text.
beside?.addEventListener("click", (event) => {
  const at = event.target.closest("[data-line]");
  if (!at || !writing) return;
  event.preventDefault();
  const text = writing.elements.text;
  const before = text.value.split("\n").slice(0, at.dataset.line - 1).join("\n").length + (at.dataset.line > 1 ? 1 : 0);
  const start = before + Number(at.dataset.column) - 1;
  text.focus();
  text.setSelectionRange(start, start + Math.max(Number(at.dataset.length), 1));
});
