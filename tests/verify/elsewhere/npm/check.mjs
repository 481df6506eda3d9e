// Judges what Clearlane made by the packages @transmute/rfc9162 and @noble/curves, and makes the like of it with them.
import { ed25519 } from '@noble/curves/ed25519.js';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import rfc from '@transmute/rfc9162';

const lib = rfc.default ?? rfc;
const raw = (text) => new Uint8Array(Buffer.from(text, 'base64'));
const text = (bytes) => Buffer.from(bytes).toString('base64');
const utf8 = (words) => new Uint8Array(Buffer.from(words, 'utf8'));

const asked = JSON.parse(readFileSync(0, 'utf8'));
const found = { inclusion: [], consistency: [], notes: [], made: [], signed: null };

for (const one of asked.inclusion) {
  const proof = { log_id: '', tree_size: one.size, leaf_index: one.index, inclusion_path: one.proof.map(raw) };
  found.inclusion.push(await lib.verifyInclusionProof(raw(one.root), raw(one.leaf), proof));
}
for (const one of asked.consistency) {
  const proof = { log_id: '', tree_size_1: one.old, tree_size_2: one.size, consistency_path: one.proof.map(raw) };
  found.consistency.push(await lib.verifyConsistencyProof(raw(one.oldRoot), raw(one.root), proof));
}
for (const one of asked.notes) {
  const [words, lines] = one.note.split('\n\n');
  const [, name, line] = lines.split('\n')[0].split(' ');
  const key = raw(one.key.split('+').slice(2).join('+'));
  const hash = createHash('sha256').update(name + '\n').update(key).digest().subarray(0, 4);
  const signature = raw(line);
  const same = hash.equals(Buffer.from(signature.subarray(0, 4)));
  found.notes.push(same && ed25519.verify(signature.subarray(4), utf8(words + '\n'), key.subarray(1)));
}
const entries = asked.entries.map(utf8);
for (const one of asked.wanted) {
  const inclusion = await lib.inclusionProof(entries[one.index], entries);
  const before = await lib.inclusionProof(entries[0], entries.slice(0, one.old));
  const growth = await lib.consistencyProof(before, entries);
  found.made.push({
    root: text(await lib.treeHead(entries)),
    oldRoot: text(await lib.treeHead(entries.slice(0, one.old))),
    inclusion: inclusion.inclusion_path.map(text),
    consistency: growth.consistency_path.map(text),
  });
}
const secret = raw(asked.secret);
found.signed = { public: text(ed25519.getPublicKey(secret)), signature: text(ed25519.sign(utf8(asked.words), secret)) };
process.stdout.write(JSON.stringify(found));
