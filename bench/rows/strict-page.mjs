/** The page under the strictest policy: nothing is refused, and it looks as without one. */
export async function strictPage(browser) {
  const free = await visit(browser, '/site?page-size=10');
  const strict = await visit(browser, '/site?page-size=10&strict');
  const same = free.pictures.every((picture, index) => picture.equals(strict.pictures[index]));
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
      value: same ? 0 : 1,
      figure: same ? 'same pixels' : 'differs',
      limit: 0,
      budget: 'the same',
      note: 'list, next page, details in a dialog',
    },
  ];
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
  const picture = async () => {
    await page.waitForTimeout(500);
    pictures.push(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  };
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
