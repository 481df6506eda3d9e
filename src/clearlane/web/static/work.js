"use strict";
// The key n takes the next case, wherever a form for it stands and nobody is typing. Without it the button does the same.
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  const form = document.querySelector("form[data-next]");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
});
