import { compareFirstRows, metrics } from '../browser.mjs';
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

/** Paging, sorting and filtering, 5 series of 10 each. */
async function actions(browser, tag) {
  const { page, tools, close } = await browser.open('/bench');
  await page.waitForFunction(() => window.bench);
  await page.evaluate((options) => window.bench.prepare('list', options), { tag, total: behind });
  await page.evaluate(() => window.bench.firstRows());
  await page.waitForTimeout(300);
  await page.evaluate(() => window.bench.longTasks());
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const rows = [];
  for (const action of ['paging', 'sorting', 'filtering']) {
    const series = [];
    for (let time = 0; time < 5; time++) series.push(await actionSeries(page, tools, action));
    const of = (name) => median(series.map((each) => each[name]));
    rows.push({
      name: `100,000 behind the API, ${action}`,
      value: of('longest'),
      figure: of('longest') === 0 ? 'no task over 50 ms' : `longest task ${milliseconds(of('longest'))}`,
      limit: 50,
      budget: 'no task over 50 ms',
      note: `${milliseconds(of('duration'))} to painted rows, ${milliseconds(of('work'))} of main thread`,
    });
  }
  await close();
  return rows;
}

async function actionSeries(page, tools, action) {
  const durations = [];
  await page.evaluate(() => window.bench.watchTasks());
  const before = await metrics(tools);
  for (let time = 0; time < 10; time++) durations.push(await page.evaluate((name) => window.bench.turnTo(name), action));
  const after = await metrics(tools);
  const { longest } = await page.evaluate(() => window.bench.longTasks());
  return { longest, duration: median(durations), work: (after.TaskDuration - before.TaskDuration) * 100 };
}
