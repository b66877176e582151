import { compareFirstRows } from '../browser.mjs';
import { milliseconds, times } from '../figures.mjs';
import { tags } from '../server.mjs';
import { median } from '../statistics.mjs';

const behind = 100_000;

/** A list of many records behind the API costs what a short one does. */
export async function longList(browser) {
  const tag = tags.includes('portal-call-list') ? 'portal-call-list' : 'portal-invoices';
  const { short, long } = await compareFirstRows(browser, { short: { kind: 'list', tag }, long: { kind: 'list', tag, total: behind } }, 7);
  const [few, many] = [short, long].map((results) => median(results.map((each) => each.milliseconds)));
  return [
    {
      name: '100,000 behind the API, first rows',
      value: many / few,
      figure: times(many / few),
      limit: 1.25,
      budget: 'as for 1,000 (≤ 1.25 ×)',
      note: `<${tag}>: ${milliseconds(many)}, 1,000: ${milliseconds(few)}`,
    },
    ...(await actions(browser, tag)),
  ];
}

async function actions(browser, tag) {
  const { page, close } = await browser.open('/bench');
  await page.waitForFunction(() => window.bench);
  await page.evaluate((options) => window.bench.prepare('list', options), { tag, total: behind });
  await page.evaluate(() => window.bench.firstRows());
  await page.waitForTimeout(300);
  await page.evaluate(() => window.bench.longTasks());
  const rows = [];
  for (const action of ['paging', 'sorting', 'filtering']) {
    await page.evaluate(() => window.bench.watchTasks());
    const durations = [];
    for (let time = 0; time < 10; time++) durations.push(await page.evaluate((name) => window.bench.turnTo(name), action));
    const { longest } = await page.evaluate(() => window.bench.longTasks());
    rows.push({
      name: `100,000 behind the API, ${action}`,
      value: longest,
      figure: longest === 0 ? 'no task over 50 ms' : `longest task ${milliseconds(longest)}`,
      limit: 50,
      budget: 'no task over 50 ms',
      note: `10 times, median ${milliseconds(median(durations))} to painted rows`,
    });
  }
  await close();
  return rows;
}
