/**
 * Writes src/elements.ts, src/define/, src/autoload.ts and the classes in src/index.ts from the elements there are;
 * with `--check` only tells whether they are current.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { elementList } from './support/element-list.mjs';
import { root } from './support/run.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
const { changed, stale, count } = await elementList();
const differing = [...changed.keys(), ...stale];

if (values.check) {
  if (differing.length > 0) console.error(`Edited by hand or not current, run npm run elements:\n${differing.join('\n')}`);
  process.exitCode = differing.length === 0 ? 0 : 1;
} else {
  mkdirSync(join(root, 'src/define'), { recursive: true });
  for (const path of stale) rmSync(join(root, path));
  for (const [path, text] of changed) writeFileSync(join(root, path), text);
  console.log(`${count} elements: ${changed.size} files written, ${stale.length} removed`);
}
