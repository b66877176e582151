/** Writes api-report/, the public API as it was built last; with `--check` only tells whether it is current. Run `npm run build` first. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiReport, folder } from './support/api-report.mjs';
import { root } from './support/run.mjs';

const changed = [];
for (const [name, text] of Object.entries(await apiReport())) {
  const path = join(root, folder, name);
  if ((await readFile(path, 'utf8').catch(() => '')) !== text) changed.push({ path, text });
}

if (process.argv.includes('--check')) {
  for (const { path } of changed) console.error(`The public API is not what ${path.slice(root.length)} says.`);
  if (changed.length > 0) console.error('Run npm run api, look at what changed, and say it in a file in .changeset/.');
  process.exitCode = changed.length === 0 ? 0 : 1;
} else {
  await mkdir(join(root, folder), { recursive: true });
  for (const { path, text } of changed) await writeFile(path, text);
  console.log(changed.length === 0 ? 'was current' : changed.map(({ path }) => `written: ${path.slice(root.length)}`).join('\n'));
}
