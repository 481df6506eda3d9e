"use strict";
// Says whether a certificate holds, was withdrawn, or nobody can say: by pinned keys and signed lists at hand, asking no network.
const VC2 = "https://www.w3.org/ns/credentials/v2";
const SUITE = "eddsa-jcs-2022";
const PURPOSE = "assertionMethod";
const PURPOSES = { revocation: "withdrawn", suspension: "suspended" };
const WORST = ["withdrawn", "suspended", "unknown", "in force"];
const DAY = 86_400_000;
const LEAST = 131_072;
const MOMENT = /^(?!0000)(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

function demandThat(held, kind, more) {
  if (!held) throw new Refused(kind, more);
}

function moment(written) {
  if (written === undefined || written === null) return null;
  const found = typeof written === "string" ? MOMENT.exec(written) : null;
  demandThat(found, "malformed");
  const [, year, month, day, hour, minute, second, part = "", sign, hours = 0, minutes = 0] = found;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(Number(year), month - 1, Number(day));
  demandThat(date.getUTCDate() === Number(day) && date.getUTCMonth() === month - 1, "malformed");
  const local = date.getTime() + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(part.padEnd(3, "0").slice(0, 3));
  return local - (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function issuerOf(document) {
  const named = isObject(document.issuer) ? document.issuer.id : document.issuer;
  return typeof named === "string" ? named : "";
}

function listed(value) {
  return Array.isArray(value) ? value : [value];
}

function says(value) {
  return Array.isArray(value) ? value.length > 0 : isObject(value) ? Object.keys(value).length > 0 : Boolean(value);
}

function keyOf(text) {
  const raw = bytesOf(text);
  demandThat(raw.length === 34 && raw[0] === 0xed && raw[1] === 1, "malformed");
  return raw.slice(2);
}

function didKey(method) {
  const [did, ...rest] = method.split("#");
  const key = did.slice("did:key:".length);
  demandThat(["", key].includes(rest.join("#")), "malformed");
  return keyOf(key);
}

function pinned(documents) {
  const known = new Map();
  for (const document of documents) for (const [name, key] of keysIn(document)) known.set(name, key);
  return (method) => {
    if (method.startsWith("did:key:")) return didKey(method);
    demandThat(known.has(method), "unknown-key", method);
    return known.get(method);
  };
}

function keysIn(document) {
  const { id: did, verificationMethod: methods, [PURPOSE]: asserting } = document;
  demandThat(typeof did === "string" && did.startsWith("did:") && Array.isArray(methods) && Array.isArray(asserting), "malformed");
  const named = asserting.map((one) => (isObject(one) ? one.id : one)).filter((one) => typeof one === "string");
  const found = [];
  for (const one of [...methods, ...asserting].filter(isObject)) {
    const name = typeof one.id === "string" ? one.id : "";
    const whole = name.startsWith("#") ? did + name : name;
    const own = whole.split("#")[0] === did && one.controller === did;
    if (own && (named.includes(name) || named.includes(whole)) && one.type === "Multikey") found.push([whole, keyOf(one.publicKeyMultibase)]);
  }
  return found;
}

async function digest(text) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

async function proved(document, proof, keys) {
  demandThat(proof.type === "DataIntegrityProof" && proof.cryptosuite === SUITE && proof.proofPurpose === PURPOSE, "suite");
  demandThat(!("previousProof" in proof), "suite");
  const { verificationMethod: method, proofValue: value } = proof;
  demandThat(typeof method === "string" && typeof value === "string", "malformed");
  const { proof: gone, ...bare } = document;
  const { proofValue, ...options } = proof;
  demandThat(!("@context" in proof) || ("@context" in document && canonical(proof["@context"]) === canonical(document["@context"])), "context");
  const hashed = Uint8Array.from([...(await digest(canonical(options))), ...(await digest(canonical(bare)))]);
  const raw = keys(method);
  const signature = bytesOf(value);
  demandThat(await signed(raw, signature, hashed), "signature");
  moment(proof.created);
  return method;
}

async function signed(raw, signature, message) {
  try {
    const key = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, message);
  } catch (fault) {
    if (fault.name === "NotSupportedError") throw new Refused("browser");
    return false;
  }
}

async function demandIssued(document, keys) {
  const every = listed(document.proof).filter(isObject);
  demandThat(every.length && every.length === listed(document.proof).length, "unsigned");
  const methods = [];
  for (const one of every) methods.push(await proved(document, one, keys));
  const issuer = issuerOf(document);
  demandThat(issuer && methods.some((one) => one.split("#")[0] === issuer), "issuer", issuer);
}

function demandValid(document, at) {
  const contexts = document["@context"];
  demandThat(Array.isArray(contexts) && contexts[0] === VC2 && listed(document.type).includes("VerifiableCredential"), "malformed");
  demandThat(issuerOf(document) && says(document.credentialSubject), "malformed");
  const [since, until] = [moment(document.validFrom), moment(document.validUntil)];
  demandThat(since === null || at >= since, "early", document.validFrom);
  demandThat(until === null || at <= until, "over", document.validUntil);
}

async function statusOf(document, lists, keys, at, limit) {
  const entries = document.credentialStatus;
  if (entries === undefined || entries === null) return { word: "in force", asOf: null };
  const found = [];
  for (const entry of listed(entries)) found.push(await statusIn(document, entry, lists, keys, at, limit));
  demandThat(found.length, "malformed");
  return found.sort((one, other) => WORST.indexOf(one.word) - WORST.indexOf(other.word))[0];
}

async function statusIn(document, entry, lists, keys, at, limit) {
  demandThat(isObject(entry) && entry.type === "BitstringStatusListEntry", "status");
  const { statusPurpose: purpose, statusListCredential: named, statusListIndex: place } = entry;
  demandThat(Object.hasOwn(PURPOSES, purpose), "status");
  demandThat(typeof named === "string" && typeof place === "string" && /^\d{1,20}$/.test(place), "malformed");
  const dated = lists.filter((one) => one.id === named).map((one) => [moment(one.validFrom), one]).filter(([made]) => made !== null && made <= at);
  if (!dated.length) return { word: "unknown", asOf: null };
  const asOf = dated.reduce((latest, [made]) => Math.max(latest, made), -Infinity);
  let marked = false;
  for (const [, one] of dated.filter(([made]) => made === asOf)) marked = isMarked(await bitsOf(document, one, purpose, keys, at), place) || marked;
  return { word: marked ? PURPOSES[purpose] : at - asOf > limit ? "unknown" : "in force", asOf };
}

function isMarked(bits, written) {
  const place = Number(written);
  demandThat(place < bits.length * 8, "status");
  return Boolean((bits[Math.floor(place / 8)] >> (7 - (place % 8))) & 1);
}

async function bitsOf(document, list, purpose, keys, at) {
  await demandIssued(list, keys);
  const subject = list.credentialSubject;
  demandThat(issuerOf(list) === issuerOf(document) && isObject(subject) && subject.type === "BitstringStatusList", "status");
  demandThat(subject.statusPurpose === purpose && listed(list.type).includes("BitstringStatusListCredential"), "status");
  const until = moment(list.validUntil);
  demandValid(list, until === null ? at : Math.min(at, until));
  const bits = await inflated(bytesOf(subject.encodedList, 1 << 23), "gzip", 1 << 22);
  demandThat(bits.length * 8 >= LEAST, "malformed");
  return bits;
}

// What is found on a certificate: {word, asOf, issuer, left, document}; word is one of WORST, or this refuses.
async function seen(document, dids, lists, at, days) {
  const keys = pinned(dids);
  await demandIssued(document, keys);
  demandValid(document, at);
  const left = Array.isArray(document.notCarried) ? document.notCarried.map(String) : [];
  return { ...(await statusOf(document, lists, keys, at, days * DAY)), issuer: issuerOf(document), left, document };
}
