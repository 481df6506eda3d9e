"use strict";
// Passes a question on to a security key and sends its answer back. Everything is said by the page; this only carries it.
const LETTERS = { "+": "-", "/": "_", "=": "" };

function bytes(letters) {
  const plain = atob(letters.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (one) => one.charCodeAt(0));
}

function letters(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/[+/=]/g, (one) => LETTERS[one]);
}

function question(options) {
  const asked = { ...options, challenge: bytes(options.challenge) };
  if (options.user) asked.user = { ...options.user, id: bytes(options.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    if (options[list]) asked[list] = options[list].map((one) => ({ ...one, id: bytes(one.id) }));
  }
  return asked;
}

function answer(found) {
  const said = { clientDataJSON: letters(found.response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature"]) {
    if (found.response[part]) said[part] = letters(found.response[part]);
  }
  return JSON.stringify({ id: found.id, rawId: letters(found.rawId), type: found.type, response: said, clientExtensionResults: {} });
}

async function carry(form) {
  const publicKey = question(JSON.parse(form.dataset.options));
  const failed = document.getElementById("key-failed");
  failed.hidden = true;
  try {
    const keys = navigator.credentials;
    form.elements.answer.value = answer(await (form.dataset.signing ? keys.get({ publicKey }) : keys.create({ publicKey })));
    form.submit();
  } catch {
    failed.hidden = false;
  }
}

const form = document.querySelector("form[data-options]");
if (form) {
  form.querySelector("button").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    carry(form);
  });
  carry(form);
}
