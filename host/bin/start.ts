import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demo } from '../demo/index.js';
import { demoAccounts, demoPassword } from '../demo/people.js';
import { CannotStart, packageFolder, readConfiguration } from '../src/configuration.js';
import { start, type RunningHost } from '../src/start.js';

const usage = `Usage: portal-elements-host [--fresh] [--demo]
       portal-elements-host import …
       portal-elements-host bounce …
       portal-elements-host ticket-mail …

Starts the host. Its variables are told in .env.example.

  --fresh   starts over with an empty embedded database
  --demo    puts the demo data into an empty database, also with DATABASE_URL or PORTAL_COMPANY
  --help    this text`;

const begun = performance.now();
const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
const print = (line = '') => console.log(line);

function readOptions() {
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({ options: { fresh: flag, demo: flag, help: { ...flag, short: 'h' } } }).values;
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n\n${usage}`);
  }
}

function printAccounts() {
  print(`  Demo accounts, each with the password ${demoPassword}`);
  const width = Math.max(...demoAccounts.map(({ email }) => email.length));
  for (const { email, about } of demoAccounts) print(`    ${email.padEnd(width)}  ${about}`);
  print();
}

const isLoopback = (address: string) => address === 'localhost' || address === '::1' || address.startsWith('127.');

function stopOnSignal(host: RunningHost) {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await host.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop());
}

async function main() {
  const { fresh = false, demo: withDemo = false, help } = readOptions();
  if (help) return print(usage);
  const configuration = readConfiguration();
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  print(`\nPortal Elements ${version}\n`);
  const onStep = (name: string) => print(`  Creating demo data: ${name} …`);
  const onMail = (file: string, subject: string) => print(`  Mail “${subject}” is in ${file}`);
  const host = await start({ configuration, fresh, demo, withDemo, onStep, onMail });
  stopOnSignal(host);
  print(`  Ready after ${seconds()} at ${host.url}\n`);
  if (host.demo) printAccounts();
  if (host.demo && !isLoopback(configuration.address)) print('  Whoever reaches this address can sign in with these accounts.\n');
  print('  Ctrl-C stops it.');
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotStart ? `\n${error.message}` : error);
  process.exit(1);
});
