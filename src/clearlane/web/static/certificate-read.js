"use strict";
// Reads certificates as strictly as clearlane_verify does: JSON, its canonical form, multibase, and the code on a paper.
// The same table of cases is held against both (tests/verify/cases.py).
class Refused extends Error {
  constructor(kind, more = "") {
    super(kind);
    this.kind = kind;
    this.more = more;
  }
}

const DEEPEST = 64;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const WORD = /true|false|null/y;

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readJson(text) {
  let place = 0;
  const take = (pattern) => {
    pattern.lastIndex = place;
    const found = pattern.exec(text);
    if (found) place = pattern.lastIndex;
    return found ? found[0] : null;
  };
  const sign = (wanted) => {
    take(SPACE);
    if (text[place] !== wanted) return false;
    place += 1;
    return true;
  };
  const demand = (held) => { if (!held) throw new Refused("malformed"); };
  const string = () => {
    const found = take(STRING);
    demand(found !== null);
    const value = JSON.parse(found);
    demand(!/\p{Surrogate}/u.test(value));
    return value;
  };
  const object = (depth) => {
    const found = Object.create(null);
    if (sign("}")) return found;
    do {
      take(SPACE);
      const name = string();
      demand(!(name in found) && sign(":"));
      found[name] = value(depth + 1);
    } while (sign(","));
    demand(sign("}"));
    return found;
  };
  const list = (depth) => {
    const found = [];
    if (sign("]")) return found;
    do found.push(value(depth + 1)); while (sign(","));
    demand(sign("]"));
    return found;
  };
  const value = (depth) => {
    demand(depth <= DEEPEST);
    if (sign("{")) return object(depth);
    if (sign("[")) return list(depth);
    if (text[place] === '"') return string();
    const word = take(WORD);
    return word === null ? exact(take(NUMBER)) : { true: true, false: false, null: null }[word];
  };
  const found = value(0);
  take(SPACE);
  demand(place === text.length);
  return found;
}

function exact(written) {
  const found = Number(written);
  const whole = written !== null && /^-?\d+$/.test(written) && Number.isFinite(found) ? BigInt(written) : 0n;
  const large = whole > 2n ** 53n || whole < -(2n ** 53n);
  if (written === null || !Number.isFinite(found) || (large && String(whole) !== JSON.stringify(found))) throw new Refused("malformed");
  return found;
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

function bytesOf(text, most = 4096) {
  if (typeof text !== "string" || text.length > most) throw new Refused("malformed");
  if (text[0] === "u") return fromBase64(text.slice(1));
  if (text[0] !== "z") throw new Refused("malformed");
  let value = 0n;
  for (const sign of text.slice(1)) {
    if (!BASE58.includes(sign)) throw new Refused("malformed");
    value = value * 58n + BigInt(BASE58.indexOf(sign));
  }
  const digits = value ? value.toString(16) : "";
  const found = (digits.length % 2 ? `0${digits}` : digits).match(/../g) || [];
  return Uint8Array.from([...text.slice(1).match(/^1*/)[0]].map(() => 0).concat(found.map((pair) => parseInt(pair, 16))));
}

function fromBase64(signs) {
  if (!/^[\w-]*$/.test(signs) || signs.length % 4 === 1) throw new Refused("malformed");
  const plain = atob(signs.replace(/-/g, "+").replace(/_/g, "/"));
  if (btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") !== signs) throw new Refused("malformed");
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

function fromBase45(signs) {
  const found = [];
  for (let place = 0; place < signs.length; place += 3) {
    const part = [...signs.slice(place, place + 3)];
    const value = part.reduce((sum, sign, power) => sum + (BASE45.includes(sign) ? BASE45.indexOf(sign) : 1 << 24) * 45 ** power, 0);
    if (part.length === 1 || value >= 256 ** (part.length - 1)) throw new Refused("malformed");
    if (part.length === 3) found.push(value >> 8);
    found.push(value & 255);
  }
  return Uint8Array.from(found);
}

async function inflated(bytes, kind, most) {
  const parts = [];
  let size = 0;
  try {
    for await (const part of chunks(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(kind)))) {
      parts.push(part);
      size += part.length;
      if (size > most) break;
    }
  } catch (fault) {
    throw new Refused("malformed");
  }
  if (size > most) throw new Refused("malformed");
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function* chunks(stream) {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

const HEAD = "CLC1:";
const KNOWN = [
  '"operatorName":"","operator":"","programme":"AEO","status":"authorised","declarant":"","declaration":"","releasedAt":"20',
  '"AuthorisedEconomicOperator"],"ReleaseNote"],"notCarried":["items[*].description","items["quantity":"","unit":"NARunit":"LTR',
  '{"@context":["https://www.w3.org/ns/credentials/v2","https://customs-.example/certificates/words/v1"],"credentialStatus":{"id":',
  '"did:web:customs.example?service=status#","statusListCredential":"did:web:?service=status","statusListIndex":"","statusPurpose":',
  '"revocation","type":"BitstringStatusListEntry"},"credentialSubject":{"agreement":"","consignee":"","consigneeCountry":"",',
  '"exporter":"","exporterNumber":"","invoices":["items":[{"classification":"","description":"","originCriterion":"WO","packages":"",',
  '"quantity":"","unit":"KGM"},{"classification":"","number":"ORIGIN-2026-0000","originCountry":"","remarks":"","transport":""},',
  '"id":"urn:certificate:ORIGIN-2026-0000","issuer":"did:web:customs-","notCarried":[],"proof":{"@context":[',
  '"https://www.w3.org/ns/credentials/v2","https://customs-.example/certificates/words/v1"],"created":"2026-","cryptosuite":',
  '"eddsa-jcs-2022","proofPurpose":"assertionMethod","proofValue":"z","type":"DataIntegrityProof","verificationMethod":"did:web:"},',
  '"type":["VerifiableCredential","CertificateOfOrigin"],"validFrom":"2026-T00:00:00Z","validUntil":"2027-T23:59:59Z"}',
].join("");

// The words known beforehand are put before what was packed, as a block that is not: so any DEFLATE reads it.
async function unpacked(text) {
  const plain = text.trim().replace(/[\r\n]+/g, "");
  if (plain.length > 4296 || !plain.startsWith(HEAD)) throw new Refused("malformed");
  const size = KNOWN.length;
  const before = [0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255, ...new TextEncoder().encode(KNOWN)];
  const packed = fromBase45(plain.slice(HEAD.length));
  const unpack = (bytes) => inflated(Uint8Array.from([...before, ...bytes]), "deflate-raw", (1 << 16) + size);
  const raw = (await unpack(packed)).slice(size);
  if (await unpack(packed.slice(0, -1)).then(() => true, () => false)) throw new Refused("malformed"); // something followed
  const words = decoded(raw);
  const found = readJson(words);
  if (!isObject(found) || canonical(found) !== words) throw new Refused("malformed");
  return found;
}

function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (fault) {
    throw new Refused("malformed");
  }
}

async function opened(text) {
  if (text.trimStart().startsWith(HEAD)) return unpacked(text);
  const found = readJson(text);
  if (!isObject(found)) throw new Refused("malformed");
  return found;
}
