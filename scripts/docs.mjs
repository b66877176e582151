/** Writes docs/reference/ and docs/permissions.md from the sources and the contract; with `--check` only tells whether they are current. */
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { operationsOf, readContract, readManifest, readResources } from './support/facts.mjs';
import { permissionsPage } from './support/permissions-page.mjs';
import { elementPage, indexPage } from './support/reference.mjs';
import { root } from './support/run.mjs';

const reference = 'docs/reference';

async function pages() {
  const [manifest, contract, resources] = await Promise.all([readManifest(), readContract(), readResources()]);
  const elements = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((one, other) => (one.tagName < other.tagName ? -1 : 1));
  const operations = operationsOf(contract);
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  return new Map([
    ...elements.map((element) => [`${reference}/${element.tagName}.md`, elementPage(element, byId)]),
    [`${reference}/README.md`, indexPage(elements)],
    ['docs/permissions.md', permissionsPage(resources, operations, elements)],
  ]);
}

const present = () => (existsSync(join(root, reference)) ? readdirSync(join(root, reference)).map((name) => `${reference}/${name}`) : []);

const text = (path) => readFile(join(root, path), 'utf8').catch(() => undefined);

const wanted = await pages();
const stale = present().filter((path) => !wanted.has(path));
const changed = [];
for (const [path, content] of wanted) if ((await text(path)) !== content) changed.push(path);

if (process.argv.includes('--check')) {
  if (stale.length + changed.length > 0) console.error(`Not current, run npm run docs:\n${[...changed, ...stale].join('\n')}`);
  process.exitCode = stale.length + changed.length === 0 ? 0 : 1;
} else {
  await mkdir(join(root, reference), { recursive: true });
  await Promise.all(stale.map((path) => rm(join(root, path))));
  await Promise.all(changed.map((path) => writeFile(join(root, path), wanted.get(path))));
  console.log(`${changed.length} written, ${stale.length} removed, ${wanted.size - changed.length} were current`);
}
