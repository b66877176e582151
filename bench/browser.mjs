import { chromium } from 'playwright';
import { chromiumArguments, findBrowsers } from '../test/support/browsers.mjs';
import { interleave } from './statistics.mjs';

const viewport = { width: 1280, height: 900 };

/** Chromium, and what the measurements ask of it. */
export async function openBrowser(origin) {
  const { chromium: executablePath } = await findBrowsers(['chromium']);
  const browser = await chromium.launch({ executablePath, args: [...chromiumArguments, '--enable-precise-memory-info'] });

  /** A fresh page, and the protocol of the developer tools for it. */
  async function open(path, { prepare } = {}) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await prepare?.(page, tools);
    await page.goto(origin + path);
    return { page, tools, close: () => context.close() };
  }

  return { version: browser.version(), origin, open, close: () => browser.close() };
}

/** The numbers the browser keeps of a page: nodes, listeners, heap, and the time its main thread has worked. */
export async function metrics(tools) {
  const { metrics: entries } = await tools.send('Performance.getMetrics');
  return Object.fromEntries(entries.map(({ name, value }) => [name, value]));
}

/** One measurement of first rows in a fresh page, its modules loaded. `slower`: how many times the processor is. */
async function firstRows(browser, { kind, slower = 1, ...options }) {
  const { page, tools, close } = await browser.open('/bench');
  await page.waitForFunction(() => window.bench);
  await page.evaluate(([kind, options]) => window.bench.prepare(kind, options), [kind, options]);
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (slower > 1) await tools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const before = await metrics(tools);
  const milliseconds = await page.evaluate(() => window.bench.firstRows());
  const after = await metrics(tools);
  const { longest, blocking } = await page.evaluate(() => window.bench.longTasks());
  const nodes = await page.evaluate(() => window.bench.countNodes());
  await close();
  return { milliseconds, work: (after.TaskDuration - before.TaskDuration) * 1000, longest, blocking, nodes };
}

/** Measures the first rows of several cases, `times` each, side by side. */
export async function compareFirstRows(browser, cases, times) {
  const names = Object.keys(cases);
  await firstRows(browser, cases[names[0]]);
  return interleave(names, times, (name) => firstRows(browser, cases[name]));
}
