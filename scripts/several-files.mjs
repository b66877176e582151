/**
 * Runs test files of Node's runner, several to a process: what they import, the contract and the checks compiled from it cost as much as
 * the tests themselves, and so are made once for each core and not for each file.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const files = process.argv.slice(2);
const processes = Math.min(files.length, Math.max(2, availableParallelism()));
let waiting = processes;
const underWay = new Set();

/** Hands a process its next file when it is through with one, so that all end at about the same time; the first of each is kept for it. */
function deal(request, response) {
  const ended = new URL(request.url, 'http://localhost').searchParams.get('ended');
  if (!underWay.delete(ended)) waiting -= 1;
  const file = files.length > waiting ? files.shift() : undefined;
  if (file) underWay.add(file);
  // A kept connection may be cut in the moment in which it is used again.
  response.setHeader('Connection', 'close').end(file);
}

const dealt = fileURLToPath(new URL('./support/dealt-files.mjs', import.meta.url));
const faults = [];

/** Tests that Node puts elsewhere than below their file would be lost without a word. */
function watchForEmptyFiles(events) {
  let tests = 0;
  const count = ({ nesting, name }) => {
    if (nesting > 0) tests += 1;
    else if (tests === 0 && name !== dealt) faults.push(`${name} has run no test`);
    else tests = 0;
  };
  events.on('test:pass', count).on('test:fail', count);
}

const dealer = createServer(deal).listen(0, '127.0.0.1');
await once(dealer, 'listening');
process.env.PORTAL_TEST_DEALER = `http://127.0.0.1:${dealer.address().port}`;

const events = run({ files: Array(processes).fill(dealt), concurrency: processes });
watchForEmptyFiles(events);
events.on('test:fail', () => (process.exitCode = 1));
const report = events.compose(spec);
report.on('end', () => {
  dealer.close();
  for (const file of [...underWay, ...files]) faults.push(`${file} has not been run to its end`);
  for (const fault of faults) console.log(`✖ ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
});
report.pipe(process.stdout);
