import { expect } from '@open-wc/testing';
import { http as msw, HttpResponse, type RequestHandler } from 'msw';
import '../../src/define/portal-payment-methods.js';
import type { PortalPaymentMethodAddedEvent } from '../../src/index.js';
import type { PortalPaymentMethods } from '../../src/payment-methods/portal-payment-methods.js';
import { problem } from '../mocks/http.js';
import type { TestMethodFields } from '../mocks/payment-method-fields.js';
import {
  aPaymentMethod,
  createBankAccount,
  createPaymentMethod,
  getMandateText,
  updatePaymentMethod,
  type PaymentMethod,
} from '../mocks/payment-methods.js';
import { personas } from '../mocks/session.js';
import { paymentMethodsScenes } from '../scenes/payment-methods.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { markup, mountReady, settled, text } from '../support/mount.js';
import type { Page } from '../support/page.js';
import { pageOf } from '../support/page.js';
import { mergesThreeWays } from '../support/three-way.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-payment-methods', paymentMethodsScenes.default, [
  {
    module: 'src/payment-methods/methods-panel.ts',
    need: (root) => pageOf(root).press('Office card'),
    here: (root) => root.querySelector('dialog .method'),
    leave: (root) => pageOf(root).press('Close'),
  },
  {
    module: 'src/payment-methods/bank-panel.ts',
    need: (root) => pageOf(root).press('Add a bank account'),
    here: (root) => root.querySelector('#account-iban'),
    leave: (root) => pageOf(root).press('Cancel'),
  },
  {
    module: 'src/payment-methods/edit-panel.ts',
    need: (root) => pageOf(root).press('Office card', 'Edit'),
    here: (root) => root.querySelector('#edit-label'),
  },
]);

keepsThePortalContract('portal-payment-methods', paymentMethodsScenes);

mergesThreeWays<PortalPaymentMethods, PaymentMethod>('Editing a payment method', {
  scene: paymentMethodsScenes.default,
  record: aPaymentMethod(),
  path: '/payment-methods/pm_1',
  open: (page) => page.press('Office card', 'Edit'),
  mine: { name: 'edit-label', value: 'Mine', sent: { label: 'Mine' } },
  clash: { change: { label: 'Theirs' }, value: 'Theirs' },
  theirs: {
    change: { billingAddress: { ...aPaymentMethod().billingAddress!, city: 'Hamburg' } },
    name: 'edit-city',
    value: 'Hamburg',
  },
  save: 'Save',
});

describe('<portal-payment-methods>', () => {
  /** Mounts the default scene; what stands in `first` answers first. */
  const begin = async (...first: RequestHandler[]) => {
    const scene = paymentMethodsScenes.default;
    const page = await mountReady<PortalPaymentMethods>({ ...scene, handlers: [...first, ...scene.handlers] });
    await until(() => page.button('Add a payment method'));
    return Object.assign(page, { fields: page.element.querySelector<TestMethodFields>('test-method-fields')! });
  };

  const open = async (form: 'Add a payment method' | 'Add a bank account', ...first: RequestHandler[]) => {
    const page = await begin(...first);
    await page.press(form);
    await until(() => page.submitButton);
    return page;
  };

  /** What is said once the dialog has closed. */
  const noticed = async (page: Page) => {
    await until(() => page.part('notice') && !page.dialog);
    return page.part('notice');
  };

  it('shows what a method is without its number, with IBANs in groups of four and expiry as on the card', async () => {
    const page = await begin();
    expect(page.rows[0]).to.equal('Office card Default Visa •••• 4242 11/2028 3 Active');
    expect(page.rows[1]).to.contain('Commerzbank DE89 •••• •••• •••• ••30 00');
    expect(page.rows[8]).to.contain('V-•••7 Voucher').and.to.contain('Under audit');
  });

  it('adds what the provider keeps by its token alone: no digit of the card number reaches the element or the back end', async () => {
    const page = await open('Add a payment method');
    const added: PortalPaymentMethodAddedEvent[] = [];
    page.host.addEventListener('portal-payment-method-added', (event) => added.push(event));
    const number = '4539578763621486';
    await until(() => document.activeElement === page.fields);
    page.fields.number.value = number;
    page.fields.number.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: number }));
    await page.fill('method-label', 'New card');
    await page.tick('method-makeDefault');
    expect(markup(page.element)).not.to.contain(number);
    expect([...page.root.querySelectorAll('input')].some(({ value }) => value.includes(number))).to.equal(false);
    page.submit();
    expect(await noticed(page)).to.equal('New card has been added.');
    const bodies = await Promise.all(page.requests.map((request) => request.text()));
    expect(bodies.join() + page.requests.map(({ url }) => url).join())
      .to.contain('"paymentMethodToken":"token-1"')
      .and.not.to.contain(number);
    const posted = page.sent('POST')[0]!;
    expect(JSON.parse(bodies[page.requests.indexOf(posted)]!)).to.deep.equal({
      paymentMethodToken: 'token-1',
      label: 'New card',
      makeDefault: true,
    });
    expect(added.map(({ method }) => method.id)).to.deep.equal(['pm_new']);
  });

  it('tells what the provider’s fields complain of, keeps what was typed, and takes the person back to them', async () => {
    const page = await open('Add a payment method');
    await page.fill('method-label', 'Kept');
    page.fields.answer = () => Promise.reject(new Error('The security code is missing.'));
    page.submit();
    await until(() => page.part('error'));
    expect(page.part('error')).to.equal(
      'The security code is missing. Nothing has been saved. You can try again, also with other details.',
    );
    expect(page.field('method-label')!.value).to.equal('Kept');
    await until(() => document.activeElement === page.fields);
    expect(page.sent('POST').length).to.equal(0);
  });

  it('asks for another token, under another key, when the provider has declined', async () => {
    const seen: { key: string | null; body: { paymentMethodToken: string } }[] = [];
    const keys: (string | null)[] = [];
    const declines = msw.post(
      '*/payment-methods',
      ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return problem(402, 'The payment provider did not accept this', { detail: 'The card has expired.' });
      },
      { once: true },
    );
    const page = await open('Add a payment method', declines, createPaymentMethod(seen));
    page.submit();
    await until(() => page.part('error'));
    expect(page.part('error')).to.contain('The card has expired.').and.to.contain('Nothing has been saved');
    page.submit();
    await noticed(page);
    expect(seen.map(({ body }) => body.paymentMethodToken)).to.deep.equal(['token-2']);
    expect(seen[0]!.key).not.to.equal(keys[0]);
  });

  it('adds once when the answer is lost: the same key and the same token are sent again', async () => {
    const first: unknown[] = [];
    const seen: Parameters<typeof createPaymentMethod>[0] = [];
    let lost = true;
    const loses = msw.post('*/payment-methods', async ({ request }) => {
      if (!lost) return undefined;
      first.push({ key: request.headers.get('Idempotency-Key'), body: await request.json() });
      return new HttpResponse(null, { status: 503, headers: { 'Retry-After': '60' } });
    });
    const page = await open('Add a payment method', loses, createPaymentMethod(seen));
    page.submit();
    await until(() => page.part('error'));
    expect(page.part('error')).to.contain('Trying again is safe');
    expect(text(page.submitButton)).to.equal('Try again');
    lost = false;
    page.submit();
    await noticed(page);
    expect(seen).to.deep.equal(first);
    expect(page.fields.orders.length).to.equal(1);
  });

  it('wants no token any more when the dialog is left, or the right is taken away', async () => {
    const page = await open('Add a payment method');
    page.fields.answer = () => new Promise(() => undefined);
    page.submit();
    await until(() => page.fields.orders.length === 1);
    await page.press('Close');
    await until(() => page.fields.orders[0]!.signal.aborted);
    await page.press('Add a payment method');
    await until(() => page.submitButton && text(page.submitButton) === 'Add');
    page.submit();
    await until(() => page.fields.orders.length === 2);
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    expect(page.fields.orders[1]!.signal.aborted).to.equal(true);
  });

  it('takes an IBAN however it is typed, with the mandate that was read, and says that it is being verified', async () => {
    const seen: Parameters<typeof createBankAccount>[0] = [];
    const page = await open('Add a bank account', createBankAccount(seen));
    expect(text(page.root.querySelector('.mandate')))
      .to.contain('DE98ZZZ09999999999')
      .and.to.contain('refund within 8 weeks');
    await page.fill('account-iban', 'de89-3704 0044 0532013000');
    await page.fill('account-holder', ' Acme GmbH ');
    await page.tick('account-mandateTextId');
    page.submit();
    expect(await noticed(page)).to.contain('being verified');
    expect(seen.map(({ body }) => body)).to.deep.equal([
      { iban: 'DE89370400440532013000', holder: 'Acme GmbH', label: '', mandateTextId: 'sepa-core-1-en' },
    ]);
  });

  it('sends no account without a valid IBAN, a holder and the mandate, and takes the person to the first of them', async () => {
    const page = await open('Add a bank account');
    const cases = [
      ['DE89 3704 0044 0532 0130 01', 'This is not an IBAN'],
      ['BR1500000000000010932840814P2', 'SEPA area'],
      ['', 'Please fill this in'],
    ] as const;
    for (const [iban, message] of cases) {
      await page.fill('account-iban', iban);
      page.submit();
      await until(() => page.fault('account-iban').includes(message));
      await until(() => page.focused?.id === 'account-iban');
    }
    expect(page.fault('account-holder')).to.equal('Please fill this in.');
    expect(page.fault('mandate')).to.contain('Without the mandate');
    expect(page.sent('POST').length).to.equal(0);
  });

  it('keeps what was typed when the account is refused, and shows the new text of a mandate that has changed', async () => {
    const errors = [{ pointer: '/mandateTextId', code: 'outdated', detail: 'Outdated' }];
    const page = await open(
      'Add a bank account',
      msw.post('*/bank-accounts', () => problem(422, 'Invalid', { errors })),
    );
    await page.fill('account-iban', 'DE89370400440532013000');
    await page.fill('account-holder', 'Acme GmbH');
    await page.tick('account-mandateTextId');
    const seen: Parameters<typeof createBankAccount>[0] = [];
    const [list] = paymentMethodsScenes.default.handlers;
    const refuse = msw.post('*/bank-accounts', () => problem(422, 'Invalid', { errors }), { once: true });
    page.answerWith([refuse, createBankAccount(seen), getMandateText('sepa-core-2-en'), list!]);
    page.submit();
    await until(() => page.fault('mandate').length > 0 && !page.field('account-mandateTextId')!.checked);
    expect(page.field('account-holder')!.value).to.equal('Acme GmbH');
    await page.tick('account-mandateTextId');
    page.submit();
    await noticed(page);
    expect(seen[0]!.body.mandateTextId).to.equal('sepa-core-2-en');
  });

  it('makes another the default, and says so where the focus is', async () => {
    const page = await begin();
    await page.press('House bank');
    await until(() => page.root.querySelector('dialog .method'));
    expect(text(page.root.querySelector('dialog .method')))
      .to.contain('M-7QK2-55DA-R3HT')
      .and.to.contain('Rack B12');
    await page.press('Make it the default');
    expect(await noticed(page)).to.contain('House bank now pays everything');
    expect(page.sent('PUT').map(({ url }) => new URL(url).pathname)).to.deep.equal(['/api/v1/payment-methods/pm_2/default']);
    await until(() => page.focused?.getAttribute('part') === 'notice');
  });

  it('sends only what was changed, the address as a whole, and asks for what is missing in it', async () => {
    const seen: Parameters<typeof updatePaymentMethod>[0] = [];
    const page = await begin(updatePaymentMethod(seen));
    await page.press('Office card', 'Edit');
    await page.fill('edit-city', '');
    page.submit();
    await until(() => page.focused?.id === 'edit-city');
    await page.fill('edit-city', 'Bremen');
    page.submit();
    expect(await noticed(page)).to.equal('Office card has been saved.');
    const billingAddress = { ...aPaymentMethod().billingAddress, city: 'Bremen' };
    expect(seen).to.deep.equal([{ match: '"1"', body: { billingAddress } }]);
  });

  it('keeps what was typed in an edit and for a new account while the session has lapsed', async () => {
    const page = await begin();
    const lapse = async () => {
      page.provision!.update({ permissions: personas['no-permissions'] });
      await settled(page.element, 'denied');
      page.provision!.update({ permissions: personas.owner });
      await settled(page.element);
      await until(() => page.submitButton);
    };
    await page.press('Office card', 'Edit');
    await page.fill('edit-label', 'Mine');
    await lapse();
    expect(page.field('edit-label')!.value).to.equal('Mine');
    await page.press('Close');
    await until(() => !page.dialog);
    await page.press('Add a bank account');
    await page.fill('account-holder', 'Acme GmbH');
    await lapse();
    expect(page.field('account-holder')!.value).to.equal('Acme GmbH');
  });

  it('names the service for which the last payment method is needed, and deletes one that is not', async () => {
    const errors = [{ code: 'service', detail: 'Rack B12' }];
    const page = await begin(
      msw.delete('*/payment-methods/pm_2', () => problem(409, 'No', { type: 'urn:portal-elements:problem:last-payment-method', errors }), {
        once: true,
      }),
    );
    await page.press('House bank');
    await page.press('Delete');
    await until(() => page.submitButton);
    expect(text(page.dialog)).to.contain('One service is paid with it').and.to.contain('The mandate M-7QK2-55DA-R3HT ends');
    page.submit();
    await until(() => page.part('error'));
    expect(page.part('error')).to.equal(
      '“Rack B12” renews automatically and would be left without a payment method. Please add another one first.',
    );
    page.submit();
    expect(await noticed(page)).to.equal('House bank has been deleted.');
  });

  it('says what becomes of the default when it is deleted', async () => {
    const page = await begin();
    await page.press('Office card');
    await page.press('Delete');
    await until(() => page.submitButton);
    expect(text(page.dialog)).to.contain('the newest one that can be used becomes the default');
  });

  it('offers nothing to who may only read', async () => {
    const page = await mountReady<PortalPaymentMethods>(paymentMethodsScenes.readOnly);
    await page.press('House bank');
    await until(() => page.root.querySelector('dialog .method'));
    expect(
      ['Add a payment method', 'Add a bank account', 'Make it the default', 'Edit', 'Delete'].filter((words) => page.button(words)),
    ).to.deep.equal([]);
  });
});
