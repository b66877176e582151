const cases = [
  { name: '12 lists of invoices', address: '/site?widgets=12', phase: 'ready', limit: 1, budget: '1' },
  { name: '12 lists, denied', address: '/site?widgets=12&denied', phase: 'denied', limit: 0, budget: '0' },
];

/** How often the API is asked. */
export async function requests(browser, server) {
  const rows = [];
  for (const { name, address, phase, limit, budget } of cases) {
    server.requests.length = 0;
    const { page, close } = await browser.open(address);
    await page.waitForFunction(
      (wanted) => [...document.querySelectorAll('portal-invoices')].every((element) => element.getAttribute('phase') === wanted),
      phase,
    );
    await page.waitForTimeout(300);
    await close();
    const count = server.requests.length;
    rows.push({ name: `Requests of a page: ${name}`, value: count, figure: String(count), limit, budget });
  }
  return rows;
}
