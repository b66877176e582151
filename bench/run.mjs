/**
 * Measures the budgets of time, memory, layout and requests; always ends well, a figure is no test.
 * `npm run bench -- --only browser` or `server`; `--json file` keeps the rows.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { readOptions } from '../scripts/support/options.mjs';
import { openBrowser } from './browser.mjs';
import { hostRows } from './host.mjs';
import { cycles } from './rows/cycles.mjs';
import { firstRows, slowPhone } from './rows/first-rows.mjs';
import { layoutShift } from './rows/layout-shift.mjs';
import { longList } from './rows/long-list.mjs';
import { requests } from './rows/requests.mjs';
import { strictPage } from './rows/strict-page.mjs';
import { startServer } from './server.mjs';
import { isOver, printTable } from './table.mjs';

const browserRows = [firstRows, slowPhone, longList, cycles, layoutShift, strictPage, requests];

const explanation = `First rows: from the insertion of the element, its module loaded, until its rows are painted (next frame and the
task after it), in a fresh page; the element's own request is in it, answered inside the page by text that is ready, so that
no network is. The floor gets its records as objects. Medians, interleaved in rotating order. The time of the main thread is what its
processor spent, and a browser's own 15 to 20 ms are in it; on a busy machine it says more than the clock.`;

/** What could not be measured counts as over budget. */
function failed(measure, error) {
  console.error(error);
  return [{ name: measure.name, value: 1, figure: 'failed', limit: 0, budget: '', note: error.message.split('\n')[0] }];
}

async function measureInBrowser() {
  const server = await startServer();
  const browser = await openBrowser(server.origin);
  console.log(`Chromium ${browser.version}.\n${explanation}\n`);
  const rows = [];
  try {
    for (const measure of browserRows) rows.push(...(await measure(browser, server).catch((error) => failed(measure, error))));
  } finally {
    await browser.close();
    server.close();
  }
  return rows;
}

const { values } = readOptions({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const started = performance.now();
const [{ model }] = cpus();
const busy = loadavg()[0].toFixed(1);
console.log(`${model}, ${cpus().length} cores (load ${busy}), ${process.platform}, Node ${process.versions.node}.`);

const rows = [];
if (values.only !== 'server') rows.push(...(await measureInBrowser()));
if (values.only !== 'browser') rows.push(...(await hostRows().catch((error) => failed(hostRows, error))));

printTable(rows);
const over = rows.filter(isOver).length;
console.log(`\n${over === 0 ? 'Nothing' : over} over budget. ${((performance.now() - started) / 1000).toFixed(0)} s.`);
if (values.json) await writeFile(values.json, `${JSON.stringify({ machine: model, cores: cpus().length, load: busy, rows }, null, 2)}\n`);
