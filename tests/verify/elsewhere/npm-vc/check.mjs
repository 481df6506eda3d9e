// Judges certificates and status lists of Clearlane by the packages of Digital Bazaar, and issues a certificate and a list with them.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { createSignCryptosuite, createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import * as lists from '@digitalbazaar/vc-bitstring-status-list';
import { readFileSync } from 'node:fs';

const asked = JSON.parse(readFileSync(0, 'utf8'));
const key = await Ed25519Multikey.generate({ id: `${asked.did}#theirs`, controller: asked.did });
const theirs = await key.export({ publicKey: true });
const method = { ...theirs, '@context': 'https://w3id.org/security/multikey/v1' };

// What is known beforehand, by address: keys pinned, the words of certificates, a snapshot of the list. Nobody is asked.
function known(pinned, list) {
  const documents = new Map([[asked.words.url, asked.words.document]]);
  for (const one of pinned) {
    documents.set(one.id, one);
    for (const held of one.verificationMethod) documents.set(held.id, { '@context': method['@context'], ...held });
  }
  if (list) documents.set(list.id, list);
  return async (url) => (documents.has(url) ? { documentUrl: url, document: documents.get(url) } : vc.defaultDocumentLoader(url));
}

const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
const found = { certificates: [] };
for (const one of asked.certificates) {
  const said = await vc.verifyCredential({
    credential: one.document,
    suite,
    documentLoader: known([asked.issuer], one.list),
    checkStatus: lists.checkStatus,
    now: asked.now,
  });
  // The package says "verified" of what was withdrawn, and tells that apart: the status must be read, always.
  found.certificates.push(said.verified && said.statusResult.results.every((status) => !status.status));
}

const signing = new DataIntegrityProof({ signer: key.signer(), cryptosuite: createSignCryptosuite(), date: asked.now });
const own = { ...asked.issuer, verificationMethod: [theirs], assertionMethod: [theirs.id] };
const list = await lists.createList({ length: 131072 });
list.setStatus(7, true);
const bare = { ...(await lists.createCredential({ id: asked.list, list, statusPurpose: 'revocation' })), issuer: asked.did, validFrom: asked.now };
const documentLoader = known([own]);
found.list = await vc.issue({ credential: bare, suite: signing, documentLoader });
found.issued = await vc.issue({ credential: asked.unsigned, suite: signing, documentLoader });
found.did = own;
process.stdout.write(JSON.stringify(found));
