/** Starts the host with the sample website, after building the library that its pages load where that is missing or old. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './support/run.mjs';

async function newest(folder) {
  const entries = await readdir(folder, { recursive: true });
  const times = await Promise.all(entries.map(async (entry) => (await stat(join(folder, entry))).mtimeMs));
  return Math.max(0, ...times);
}

/** Whether there is something to load. */
async function buildLibrary() {
  const library = () => stat(join(root, 'cdn', 'portal.js')).catch(() => undefined);
  const built = await library();
  if (built && built.mtimeMs >= (await newest(join(root, 'src')))) return true;
  console.log('  Building the library …');
  const { ok, output } = await run('npm', ['run', 'build']);
  if (ok) return true;
  const isThere = Boolean(await library());
  console.error(isThere ? '  The build reported faults; npm run build shows them.' : `The library could not be built.\n${output}`);
  return isThere;
}

const isQuestion = process.argv.some((argument) => argument === '--help' || argument === '-h');
if (isQuestion || (await buildLibrary())) await import('../host/bin/portal-elements-host.ts');
else process.exitCode = 1;
