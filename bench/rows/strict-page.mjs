import { countDifferences, pictureAtRest } from '../pictures.mjs';

/** The page under the strictest policy: nothing is refused, and it looks as without one. */
export async function strictPage(browser) {
  const free = await visit(browser, '/site?page-size=10');
  const strict = await visit(browser, '/site?page-size=10&strict');
  const different = await compare(browser, free.pictures, strict.pictures);
  return [
    {
      name: 'Strict CSP and Trusted Types, violations',
      value: strict.violations.length,
      figure: String(strict.violations.length),
      limit: 0,
      budget: '0',
      note: [...new Set(strict.violations)].join(', '),
    },
    {
      name: 'Strict CSP and Trusted Types, look',
      value: different,
      figure: different === 0 ? 'the same' : `${different} pixels differ`,
      limit: 0,
      budget: 'the same',
      note: 'list, next page, details in a dialog',
    },
  ];
}

async function compare(browser, some, others) {
  const { page, close } = await browser.open('/bench');
  let different = 0;
  for (const [index, picture] of some.entries()) different += await countDifferences(page, picture, others[index]);
  await close();
  return different;
}

/** Runs in the page before anything else. */
function watchViolations() {
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.violations.push(`${violatedDirective} ${blockedURI}`),
  );
}

/** Uses the list, and takes a picture of each state. */
async function visit(browser, address) {
  const { page, close } = await browser.open(address, { prepare: (page) => page.addInitScript(watchViolations) });
  const pictures = [];
  const picture = async () => pictures.push(await pictureAtRest(page));
  const list = page.locator('portal-invoices');
  await list.locator('tbody [part=row]').first().waitFor();
  await picture();
  await list.locator('[part=pager] button').last().click();
  await picture();
  await list.locator('th.subject button').first().click();
  await list.locator('dialog[open]').waitFor();
  await picture();
  const violations = await page.evaluate(() => window.violations);
  await close();
  return { pictures, violations };
}
