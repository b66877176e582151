import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotStart, readConfiguration } from '../host/src/configuration.ts';
import { demoAccounts, demoPassword } from '../host/src/demo/people.ts';
import { start } from '../host/src/start.ts';
import { root, run } from './support/run.mjs';

const begun = performance.now();
const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
const print = (line = '') => console.log(line);

async function newest(folder) {
  const entries = await readdir(folder, { recursive: true });
  const times = await Promise.all(entries.map(async (entry) => (await stat(join(folder, entry))).mtimeMs));
  return Math.max(0, ...times);
}

/** The library that the pages load, built when it is missing or older than its sources. */
async function buildLibrary() {
  const library = () => stat(join(root, 'cdn', 'portal.js')).catch(() => undefined);
  const built = await library();
  if (built && built.mtimeMs >= (await newest(join(root, 'src')))) return;
  print('  Building the library …');
  const { ok, output } = await run('npm', ['run', 'build']);
  if (ok) return;
  if (!(await library())) throw new CannotStart(`The library could not be built.\n${output}`);
  print('  The build reported faults; npm run build shows them.');
}

function readOptions() {
  try {
    return parseArgs({ options: { fresh: { type: 'boolean' }, demo: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new CannotStart(
      `${error.message}. Known are --fresh (start over with new demo data) and --demo (demo data also at DATABASE_URL).`,
    );
  }
}

function printAccounts() {
  print(`  Demo accounts, each with the password ${demoPassword}`);
  const width = Math.max(...demoAccounts.map(({ email }) => email.length));
  for (const { email, about } of demoAccounts) print(`    ${email.padEnd(width)}  ${about}`);
  print();
}

const isLoopback = (address) => address === 'localhost' || address === '::1' || address.startsWith('127.');

function stopOnSignal(host) {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await host.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
}

async function main() {
  const configuration = readConfiguration();
  const { fresh, demo } = readOptions();
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  print(`\nPortal Elements ${version}\n`);
  await buildLibrary();
  const onStep = (name) => print(`  Creating demo data: ${name} …`);
  const onMail = (file, subject) => print(`  Mail “${subject}” is in ${file}`);
  const host = await start({ configuration, fresh, demo, onStep, onMail });
  stopOnSignal(host);
  print(`  Ready after ${seconds()} at ${host.url}\n`);
  if (host.demo) printAccounts();
  if (host.demo && !isLoopback(configuration.address)) print('  Whoever reaches this address can sign in with these accounts.\n');
  print('  Ctrl-C stops it.');
}

main().catch((error) => {
  console.error(error instanceof CannotStart ? `\n${error.message}` : error);
  process.exit(1);
});
