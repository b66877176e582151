import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { World } from '../portal.test.js';
import { inPhase, noComplaints, signedIn } from '../support/person.js';

const number = '4539578763621486';

/** Defines, before the sample site does, the provider's fields: a card number is typed into them, a token comes out. Runs in the page. */
function defineCardFields(): void {
  customElements.define(
    'test-payment-fields',
    class extends HTMLElement {
      readonly #number = Object.assign(document.createElement('input'), { ariaLabel: 'Card number' });

      constructor() {
        super();
        this.attachShadow({ mode: 'closed', delegatesFocus: true }).append(this.#number);
      }

      createPaymentMethodToken(): Promise<string> {
        return this.#number.value ? Promise.resolve('test-card') : Promise.reject(new Error('The card number is missing.'));
      }
    },
  );
}

/** Tells what is sent before it is; bodies of streams are not told by the browser itself. Runs in the page. */
function tellRequests(): void {
  const { fetch } = window;
  window.fetch = async (...parameters) => {
    const request = new Request(...parameters);
    console.debug(`sent ${request.url} ${await request.clone().text()}`);
    return fetch(request);
  };
}

/** All that can be read of the page: its address, storage, markup and fields, in each shadow root that is open. Runs in the page. */
function readable(): string {
  const found = [location.href, document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    // Markup is read here, as no other text has attributes and templates alike; nothing is written.
    found.push((root instanceof Document ? root.documentElement : root).innerHTML);
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) found.push(element.value);
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  return found.join('\n');
}

export function paymentMethods(world: World): void {
  describe('A payment method is added', () => {
    it('by the keyboard alone, and the number of the card is nowhere but in the provider’s fields', async () => {
      const owner = await signedIn(world.browser, world.portal.url, 'owner@acme.example');
      const { page } = owner;
      const sent: string[] = [];
      page.on('request', (request) => sent.push(request.url()));
      page.on('console', (message) => message.type() === 'debug' && sent.push(message.text()));
      await page.addInitScript(tellRequests);
      await page.addInitScript(defineCardFields);
      await owner.open('/payment-methods');
      await inPhase(page, 'portal-payment-methods', 'ready');

      await page.getByRole('button', { name: 'Add a payment method' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('test-payment-fields:focus').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      await page.locator('button:focus', { hasText: 'Add a payment method' }).waitFor();

      await page.keyboard.press('Enter');
      await page.locator('test-payment-fields:focus').waitFor();
      await page.keyboard.type(number);
      await page.keyboard.press('Tab');
      await page.keyboard.type('Card for travel');
      assert.equal((await page.evaluate(readable)).includes(number), false);
      await page.keyboard.press('Enter');
      await page.getByText('Card for travel has been added.').waitFor();
      await page.getByRole('button', { name: 'Card for travel' }).waitFor();
      assert.equal((await page.evaluate(readable)).includes(number), false);
      assert.equal(
        sent.some((text) => text.includes(number)),
        false,
      );
      assert.equal(
        sent.some((text) => text.includes('test-card')),
        true,
      );
      noComplaints(owner);
      await owner.leave();
    });
  });
}
