// The page that checks a certificate on this very device. What is dropped or pasted is sent nowhere.
const words = JSON.parse(document.getElementById("words").textContent);
const result = document.getElementById("result");
const BEHIND = 5 * 60_000;
const REFUSED = ["malformed", "unsigned"];
let held = null;

function speak(key, more = {}) {
  return (words[`certificate.${key}`] || key).replace(/\{(\w+)\}/g, (whole, name) => more[name] ?? whole);
}

function day(at) {
  return at === null || Number.isNaN(at) ? "-" : `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function made(tag, text, name = "") {
  const found = document.createElement(tag);
  if (text) found.textContent = text;
  if (name) found.className = name;
  return found;
}

async function known() {
  const answer = await fetch("/certificates/snapshot.json").catch(() => null);
  if (!answer?.ok) return held;
  held = readJson(await answer.text());
  document.getElementById("made").textContent = speak("known.made", { day: day(moment(held.made)) });
  const lines = held.lists.map((one) => made("li", speak("known.list", { issuer: issuerOf(one), day: day(moment(one.validFrom)) })));
  const list = made(lines.length ? "ul" : "p", lines.length ? "" : speak("known.none"), lines.length ? "risk-lines" : "quiet");
  list.id = "lists";
  list.append(...lines);
  document.getElementById("lists").replaceWith(list);
  return held;
}

// The clock of a device may be some minutes behind that of the office whose keys and lists it was just handed.
function now(made) {
  return Math.max(Date.now(), Math.min(moment(made) ?? 0, Date.now() + BEHIND));
}

async function judge(text) {
  const { dids, lists, days, made: at } = (await known()) || { dids: [], lists: [], days: 0, made: null };
  try {
    return await seen(await opened(text), dids, lists, now(at), days);
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    return { word: REFUSED.includes(fault.kind) ? "malformed" : "refused", kind: fault.kind, more: fault.more, left: [], document: {} };
  }
}

function label(way) {
  const [first, second, ...rest] = way.map((one) => words[`certificate.field.${one}`] || String(one));
  return [[first, second].filter(Boolean).join(" "), ...rest].join(", ");
}

const FORM = document.getElementById("check").dataset.order.split(" ");

function order(name) {
  return FORM.includes(name) ? FORM.indexOf(name) : FORM.length;
}

function plain(value) {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" && MOMENT.test(value) ? day(moment(value)) : String(value);
}

function rows(value, way = []) {
  if (isObject(value)) return Object.keys(value).sort((one, other) => order(one) - order(other)).flatMap((name) => rows(value[name], [...way, name]));
  if (Array.isArray(value) && value.some(isObject)) return value.flatMap((one, place) => rows(one, [...way, place + 1]));
  return value === null || value === undefined ? [] : [[label(way), plain(value)]];
}

function verdict(found) {
  const named = "credentialStatus" in found.document || found.word !== "in force" ? found.word.replace(" ", "-") : "unlisted";
  const said = speak(`word.${named}`, { day: found.asOf === undefined ? "-" : day(found.asOf) });
  const note = made("div", "", `note note-${found.word === "in force" ? "good" : "bad"}`);
  note.id = "verdict";
  note.setAttribute("role", "status");
  note.append(made("p"));
  note.firstChild.append(made("b", said));
  const more = found.kind ? speak(`why.${found.kind}`, { more: found.more }) : speak("by", { issuer: found.issuer });
  note.append(made("p", more));
  return note;
}

function show(found) {
  const { validFrom: since, validUntil: until, credentialSubject: subject } = found.document;
  const parts = [made("h2", speak("check.result")), verdict(found)];
  parts[0].id = "result-title";
  if (found.left.length) {
    parts.push(made("div", "", "note why-unpriced"));
    parts.at(-1).append(made("p", `${speak("left")} ${found.left.map((one) => label(one.split(/[.[\]]+/).filter(Boolean))).join("; ")}`));
  }
  const said = rows({ ...subject, since, until }).map(([name, value]) => {
    const row = made("div");
    row.append(made("dt", name), made("dd", value));
    return row;
  });
  if (said.length) {
    parts.push(made("h3", speak("check.says")), made("dl", "", "certificate-rows"));
    parts.at(-1).append(...said);
  }
  result.replaceChildren(...parts);
  result.hidden = false;
  result.scrollIntoView({ block: "nearest" });
}

async function check(text) {
  show(await judge(text));
  result.dataset.of = text;
}

async function checkFile(file) {
  const text = file.type.startsWith("image/") ? await scanning.codeIn(file, say) : await file.text();
  if (text) await check(text);
}

function trouble(key) {
  const note = made("div", "", "note note-bad");
  note.setAttribute("role", "alert");
  note.append(made("p", speak(`check.${key}`)));
  result.replaceChildren(note);
  result.hidden = false;
  return "";
}

const say = { speak, trouble, check };
document.getElementById("shown").addEventListener("submit", async (event) => {
  event.preventDefault();
  const [file] = document.getElementById("file").files;
  const text = document.getElementById("text").value;
  await (text.trim() || !file ? check(text) : checkFile(file));
});
document.getElementById("file").addEventListener("change", (event) => event.target.files[0] && checkFile(event.target.files[0]));
document.addEventListener("dragover", (event) => { event.preventDefault(); document.getElementById("check").classList.add("dropping"); });
document.addEventListener("dragleave", () => document.getElementById("check").classList.remove("dropping"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.getElementById("check").classList.remove("dropping");
  const [file] = event.dataTransfer.files;
  if (file) checkFile(file);
  else check(event.dataTransfer.getData("text/plain"));
});
document.getElementById("drop").hidden = false;

async function settle() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/certificates/check/worker.js", { scope: "/certificates/check" });
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => {
    if (event.data !== "kept") return;
    document.getElementById("ready").textContent = speak("known.ready");
    document.documentElement.dataset.kept = "yes";
  };
  (await navigator.serviceWorker.ready).active.postMessage({ language: document.documentElement.lang }, [channel.port2]);
}

scanning.ready(say);
known().then(settle).catch(() => undefined);
