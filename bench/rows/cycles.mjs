import { metrics } from '../browser.mjs';
import { kilobytes, perCycle } from '../figures.mjs';
import { slope } from '../statistics.mjs';

const marks = [60, 90, 120, 150, 180];
const situations = ['allowed', 'denied', 'no provider'];

/** What stays behind when a list is put on the page and taken away again. */
export async function cycles(browser) {
  const rows = [];
  for (const situation of situations) rows.push(...(await growth(browser, situation)));
  return rows;
}

async function growth(browser, situation) {
  const { page, tools, close } = await browser.open('/bench');
  await page.waitForFunction(() => window.bench);
  await tools.send('Performance.enable');
  await tools.send('HeapProfiler.enable');
  const states = [];
  let done = 0;
  for (const mark of marks) {
    await page.evaluate(([count, name]) => window.bench.cycle(count, name), [mark - done, situation]);
    done = mark;
    await page.waitForTimeout(200);
    for (let time = 0; time < 3; time++) await tools.send('HeapProfiler.collectGarbage');
    states.push(await metrics(tools));
  }
  await close();
  const growthOf = (name) =>
    slope(
      marks,
      states.map((each) => each[name]),
    );
  const [nodes, listeners, bytes] = ['Nodes', 'JSEventListeners', 'JSHeapUsedSize'].map(growthOf);
  const name = (what) => `Mount and unmount (${situation}), ${what}`;
  return [
    { name: name('nodes'), value: Math.round(nodes * 10) / 10, figure: perCycle(nodes), limit: 0, budget: '0 a cycle' },
    { name: name('listeners'), value: Math.round(listeners * 10) / 10, figure: perCycle(listeners), limit: 0, budget: '0 a cycle' },
    { name: name('memory'), value: bytes, figure: kilobytes(bytes), limit: 2048, budget: '≤ 2 KB a cycle' },
  ];
}
