import { strict as assert } from 'node:assert';
import type { Browser, BrowserContext, Page } from 'playwright';

/** A person at a browser of their own; faults on the console of any page fail the test that looks. */
export interface Person {
  context: BrowserContext;
  page: Page;
  /** What the console has said that a host page should not have to see. */
  complaints: string[];
  /** Opens a page of the sample site. */
  open(path: string): Promise<void>;
  /** A request made by hand, with the person's session. */
  request(
    method: string,
    path: string,
    options?: { data?: unknown; headers?: Record<string, string> },
  ): Promise<{ status: number; text: string }>;
  leave(): Promise<void>;
}

/** Expected answers of the server are logged by the browser as failed resources; they are not faults of the page. */
const expected = /Failed to load resource: the server responded with a status of (401|402|403|404|409|410|412|422)/;

/** Someone who has not signed in. */
export async function visitor(browser: Browser, url: string): Promise<Person> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', timezoneId: 'Europe/Berlin', acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !expected.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    context,
    page,
    complaints,
    async open(path) {
      await page.goto(path);
    },
    async request(method, path, { data, headers } = {}) {
      const response = await context.request.fetch(`${url}/api/v1${path}`, {
        method,
        data,
        headers: { 'Portal-Request': '1', ...headers },
      });
      return { status: response.status(), text: await response.text() };
    },
    leave: () => context.close(),
  };
}

/** Signs in on the site's own page, as a person does. */
export async function signedIn(browser: Browser, url: string, email: string, password = 'portal-demo'): Promise<Person> {
  const person = await visitor(browser, url);
  await person.open('/sign-in');
  await person.page.getByLabel('E-mail').fill(email);
  await person.page.getByLabel('Password', { exact: true }).fill(password);
  await person.page.getByRole('button', { name: 'Sign in' }).click();
  await person.page.waitForURL('**/overview');
  return person;
}

/** Waits until an element has come to rest in `phase`. */
export async function inPhase(page: Page, tag: string, phase: string): Promise<void> {
  await page.locator(`${tag}[phase="${phase}"]`).first().waitFor({ state: 'attached' });
}

export function noComplaints(person: Person): void {
  assert.deepEqual(person.complaints, []);
}
