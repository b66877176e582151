const cases = [
  { name: 'granted', address: '/site', phase: 'ready' },
  { name: 'granted, 10 rows', address: '/site?page-size=10', phase: 'ready' },
  { name: 'denied', address: '/site?denied', phase: 'denied' },
];

/** How far the page jumps from the bare tag to the list, or to nothing. The scripts are awaited by the first paint. */
export async function layoutShift(browser) {
  const rows = [];
  for (const { name, address, phase } of cases) {
    const { score, what } = await shift(browser, address, phase);
    rows.push({
      name: `Layout shift from tag to list, ${name}`,
      value: score,
      figure: scoreText(score),
      limit: 0,
      budget: '0',
      note: what,
    });
  }
  const { score, what } = await shift(browser, '/site?painted-first', 'ready');
  return [...rows, { name: 'Layout shift, page painted before its scripts', figure: scoreText(score), note: what }];
}

const scoreText = (score) => (score === 0 ? '0' : score.toFixed(4));

/** Runs in the page before anything else. */
function watchShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
}

async function shift(browser, address, phase) {
  const { page, close } = await browser.open(address, { prepare: (page) => page.addInitScript(watchShifts) });
  await page.waitForFunction((wanted) => document.querySelector('portal-invoices').getAttribute('phase') === wanted, phase);
  await page.waitForTimeout(500);
  const shifts = await page.evaluate(() =>
    window.shifts.map(({ value, sources }) => ({
      value,
      moved: sources.map(
        ({ node, previousRect, currentRect }) =>
          `${node?.localName ?? node?.nodeName} ${Math.round(previousRect.y)} → ${Math.round(currentRect.y)} px`,
      ),
    })),
  );
  await close();
  return {
    score: shifts.reduce((sum, { value }) => sum + value, 0),
    what: shifts
      .flatMap(({ moved }) => moved)
      .slice(0, 3)
      .join(', '),
  };
}
