"use strict";
// The list of inspections: one tap before going to the quay keeps every order of the shift on the phone, and says when.
const stamp = "inspections-kept";
const keeper = document.getElementById("phone-keep");
const orders = [...document.querySelectorAll(".inspect-list a[data-shift]")];

async function keptHere() {
  const found = await Promise.all(orders.map((one) => caches.match(one.pathname, { ignoreVary: true })));
  orders.forEach((one, place) => one.closest("li").classList.toggle("kept", Boolean(found[place])));
  return found.filter(Boolean).length;
}

async function tell() {
  const many = await keptHere();
  const at = many && localStorage.getItem(stamp);
  const clock = at && new Date(Number(at)).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  document.getElementById("phone-kept").textContent = at ? say.keptAt.replace("#", `${many} / ${orders.length}`).replace("@", clock) : "";
}

async function keepAll() {
  keeper.disabled = true;
  document.getElementById("phone-kept").textContent = say.keeping;
  await navigator.storage?.persist?.();
  const files = [...document.querySelectorAll("link[href^='/static/'], script[src^='/static/'], img[src^='/static/']")].map((one) => one.href || one.src);
  const channel = new MessageChannel();
  channel.port1.onmessage = async (event) => {
    keeper.disabled = false;
    if (event.data === "kept") localStorage.setItem(stamp, String(Date.now()));
    await tell();
    if (event.data !== "kept") document.getElementById("phone-kept").textContent = say.lost;
  };
  const pages = [location.pathname, ...orders.map((one) => one.pathname)];
  (await navigator.serviceWorker.ready).active.postMessage({ keep: [...pages, ...files] }, [channel.port2]);
}

if (keeper && "serviceWorker" in navigator && orders.length) {
  keeper.hidden = false;
  keeper.addEventListener("click", keepAll);
  tell();
}
