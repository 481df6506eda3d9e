// Runs the scripts of the page that checks certificates over the table of cases, and says what they say.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

for (const script of process.argv.slice(2)) vm.runInThisContext(readFileSync(script, 'utf8'), script);
const names = 'opened, seen, readJson, canonical, Refused, proved, pinned, known: KNOWN';
const { opened, seen, readJson, canonical, Refused, proved, pinned, known } = vm.runInThisContext(`({ ${names} })`);
const asked = JSON.parse(readFileSync(0, 'utf8'));

async function said(shown, lists, at) {
  try {
    return (await seen(await opened(shown), asked.dids, lists, at, asked.days)).word;
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    return ['malformed', 'unsigned'].includes(fault.kind) ? 'malformed' : 'refused';
  }
}

const found = { cases: [], changed: [], numbers: asked.numbers.map((one) => canonical(readJson(one))), known };
for (const one of asked.cases) found.cases.push(await said(one.shown, one.lists, one.at));
for (const one of asked.changed) found.changed.push(await said(one, [], asked.at));
found.vectors = [];
for (const one of asked.vectors) {
  const document = readJson(one);
  found.vectors.push(await proved(document, document.proof, pinned([])).then((method) => method, (fault) => fault.kind));
}
process.stdout.write(JSON.stringify(found));
