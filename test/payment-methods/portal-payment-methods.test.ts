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
import { mergesThreeWays } from '../support/three-way.js';
import { until } from '../support/until.js';

const press = async (root: ShadowRoot, ...names: string[]) => {
  for (const name of names) {
    const button = () => [...root.querySelectorAll('button')].find((each) => text(each) === name);
    await until(button);
    button()!.click();
  }
};

saysWhatCouldNotBeLoaded('portal-payment-methods', paymentMethodsScenes.default, [
  {
    module: 'src/payment-methods/methods-panel.ts',
    need: (root) => press(root, 'Office card'),
    here: (root) => root.querySelector('dialog .method'),
    leave: (root) => root.querySelector<HTMLElement>('.close')!.click(),
  },
  {
    module: 'src/payment-methods/bank-panel.ts',
    need: (root) => press(root, 'Add a bank account'),
    here: (root) => root.querySelector('#account-iban'),
    leave: (root) => press(root, 'Cancel'),
  },
  {
    module: 'src/payment-methods/edit-panel.ts',
    need: (root) => press(root, 'Office card', 'Edit'),
    here: (root) => root.querySelector('#edit-label'),
  },
]);

keepsThePortalContract('portal-payment-methods', paymentMethodsScenes);

mergesThreeWays<PortalPaymentMethods, PaymentMethod>('Editing a payment method', {
  scene: paymentMethodsScenes.default,
  record: aPaymentMethod(),
  path: '/payment-methods/pm_1',
  open: ({ element }) => press(element.shadowRoot!, 'Office card', 'Edit'),
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
  const root = (element: PortalPaymentMethods) => element.shadowRoot!;
  const one = <E extends HTMLElement>(element: PortalPaymentMethods, selector: string) => root(element).querySelector<E>(selector)!;
  const rows = (element: PortalPaymentMethods) => [...root(element).querySelectorAll('tbody tr')].map(text);
  const button = (element: PortalPaymentMethods, words: string) =>
    [...root(element).querySelectorAll('button')].find((each) => text(each) === words);
  const error = (element: PortalPaymentMethods) => one(element, 'dialog [role="alert"]');
  const submit = (element: PortalPaymentMethods) => one<HTMLButtonElement>(element, 'dialog button[type="submit"]');
  const noticed = async (element: PortalPaymentMethods) => {
    await until(() => one(element, '[part="notice"]') && !one(element, 'dialog'));
    return text(one(element, '[part="notice"]'));
  };

  const type = async (element: PortalPaymentMethods, id: string, value: string) => {
    const field = one<HTMLInputElement>(element, `#${id}`);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await element.updateComplete;
  };

  /** Mounts the default scene; what stands in `first` answers first. */
  const mounted = async (...first: RequestHandler[]) => {
    const scene = paymentMethodsScenes.default;
    const all = await mountReady<PortalPaymentMethods>({ ...scene, handlers: [...first, ...scene.handlers] });
    await until(() => button(all.element, 'Add a payment method'));
    return { ...all, fields: all.element.querySelector<TestMethodFields>('test-method-fields')! };
  };

  const openAdding = async (...first: RequestHandler[]) => {
    const all = await mounted(...first);
    button(all.element, 'Add a payment method')!.click();
    await until(() => submit(all.element));
    return all;
  };

  const openBank = async (...first: RequestHandler[]) => {
    const all = await mounted(...first);
    button(all.element, 'Add a bank account')!.click();
    await until(() => submit(all.element));
    return all;
  };

  const openDetails = async (element: PortalPaymentMethods, name: string) => {
    button(element, name)!.click();
    await until(() => one(element, 'dialog .method'));
  };

  const openEdit = async (element: PortalPaymentMethods) => {
    await openDetails(element, 'Office card');
    button(element, 'Edit')!.click();
    await until(() => one(element, '#edit-label'));
  };

  it('shows what a method is without its number, with IBANs in groups of four and expiry as on the card', async () => {
    const { element } = await mounted();
    expect(rows(element)[0]).to.equal('Office card Default Visa •••• 4242 11/2028 3 Active');
    expect(rows(element)[1]).to.contain('Commerzbank DE89 •••• •••• •••• ••30 00');
    expect(rows(element)[8]).to.contain('V-•••7 Voucher').and.to.contain('Under audit');
  });

  it('adds what the provider keeps by its token alone: no digit of the card number reaches the element or the back end', async () => {
    const { element, fields, requests, host } = await openAdding();
    const added: PortalPaymentMethodAddedEvent[] = [];
    host.addEventListener('portal-payment-method-added', (event) => added.push(event));
    const number = '4539578763621486';
    await until(() => document.activeElement === fields);
    fields.number.value = number;
    fields.number.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: number }));
    await type(element, 'method-label', 'New card');
    one<HTMLInputElement>(element, '[name="method-makeDefault"]').click();
    expect(markup(element)).not.to.contain(number);
    expect([...root(element).querySelectorAll('input')].some(({ value }) => value.includes(number))).to.equal(false);
    submit(element).click();
    expect(await noticed(element)).to.equal('New card has been added.');
    const bodies = await Promise.all(requests.map((request) => request.text()));
    expect(bodies.join() + requests.map(({ url }) => url).join())
      .to.contain('"paymentMethodToken":"token-1"')
      .and.not.to.contain(number);
    const posted = requests.find(({ method }) => method === 'POST')!;
    expect(JSON.parse(bodies[requests.indexOf(posted)]!)).to.deep.equal({
      paymentMethodToken: 'token-1',
      label: 'New card',
      makeDefault: true,
    });
    expect(added.map(({ method }) => method.id)).to.deep.equal(['pm_new']);
  });

  it('tells what the provider’s fields complain of, keeps what was typed, and takes the person back to them', async () => {
    const { element, fields, requests } = await openAdding();
    await type(element, 'method-label', 'Kept');
    fields.answer = () => Promise.reject(new Error('The security code is missing.'));
    submit(element).click();
    await until(() => error(element));
    expect(text(error(element))).to.equal(
      'The security code is missing. Nothing has been saved. You can try again, also with other details.',
    );
    expect(one<HTMLInputElement>(element, '#method-label').value).to.equal('Kept');
    await until(() => document.activeElement === fields);
    expect(requests.some(({ method }) => method === 'POST')).to.equal(false);
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
    const { element } = await openAdding(declines, createPaymentMethod(seen));
    submit(element).click();
    await until(() => error(element));
    expect(text(error(element)))
      .to.contain('The card has expired.')
      .and.to.contain('Nothing has been saved');
    submit(element).click();
    await noticed(element);
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
    const { element, fields } = await openAdding(loses, createPaymentMethod(seen));
    submit(element).click();
    await until(() => error(element));
    expect(text(error(element))).to.contain('Trying again is safe');
    expect(text(submit(element))).to.equal('Try again');
    lost = false;
    submit(element).click();
    await noticed(element);
    expect(seen).to.deep.equal(first);
    expect(fields.orders.length).to.equal(1);
  });

  it('wants no token any more when the dialog is left, or the right is taken away', async () => {
    const { element, fields, provision } = await openAdding();
    fields.answer = () => new Promise(() => undefined);
    submit(element).click();
    await until(() => fields.orders.length === 1);
    one<HTMLButtonElement>(element, '.close').click();
    await until(() => fields.orders[0]!.signal.aborted);
    button(element, 'Add a payment method')!.click();
    await until(() => submit(element) && text(submit(element)) === 'Add');
    submit(element).click();
    await until(() => fields.orders.length === 2);
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    expect(fields.orders[1]!.signal.aborted).to.equal(true);
  });

  it('takes an IBAN however it is typed, with the mandate that was read, and says that it is being verified', async () => {
    const seen: Parameters<typeof createBankAccount>[0] = [];
    const { element } = await openBank(createBankAccount(seen));
    expect(text(one(element, '.mandate')))
      .to.contain('DE98ZZZ09999999999')
      .and.to.contain('refund within 8 weeks');
    await type(element, 'account-iban', 'de89-3704 0044 0532013000');
    await type(element, 'account-holder', ' Acme GmbH ');
    one<HTMLInputElement>(element, '[name="account-mandateTextId"]').click();
    submit(element).click();
    expect(await noticed(element)).to.contain('being verified');
    expect(seen.map(({ body }) => body)).to.deep.equal([
      { iban: 'DE89370400440532013000', holder: 'Acme GmbH', label: '', mandateTextId: 'sepa-core-1-en' },
    ]);
  });

  it('sends no account without a valid IBAN, a holder and the mandate, and takes the person to the first of them', async () => {
    const { element, requests } = await openBank();
    const cases = [
      ['DE89 3704 0044 0532 0130 01', 'This is not an IBAN'],
      ['BR1500000000000010932840814P2', 'SEPA area'],
      ['', 'Please fill this in'],
    ] as const;
    for (const [iban, message] of cases) {
      await type(element, 'account-iban', iban);
      submit(element).click();
      await until(() => text(one(element, '#account-iban-error')).includes(message));
      await until(() => root(element).activeElement?.id === 'account-iban');
    }
    expect(text(one(element, '#account-holder-error'))).to.equal('Please fill this in.');
    expect(text(one(element, '#mandate-error'))).to.contain('Without the mandate');
    expect(requests.some(({ method }) => method === 'POST')).to.equal(false);
  });

  it('keeps what was typed when the account is refused, and shows the new text of a mandate that has changed', async () => {
    const errors = [{ pointer: '/mandateTextId', code: 'outdated', detail: 'Outdated' }];
    const { element, answerWith } = await openBank(msw.post('*/bank-accounts', () => problem(422, 'Invalid', { errors })));
    await type(element, 'account-iban', 'DE89370400440532013000');
    await type(element, 'account-holder', 'Acme GmbH');
    one<HTMLInputElement>(element, '[name="account-mandateTextId"]').click();
    const seen: Parameters<typeof createBankAccount>[0] = [];
    const [list] = paymentMethodsScenes.default.handlers;
    const refuse = msw.post('*/bank-accounts', () => problem(422, 'Invalid', { errors }), { once: true });
    answerWith([refuse, createBankAccount(seen), getMandateText('sepa-core-2-en'), list!]);
    submit(element).click();
    await until(
      () => text(one(element, '#mandate-error')).length > 0 && !one<HTMLInputElement>(element, '[name="account-mandateTextId"]').checked,
    );
    expect(one<HTMLInputElement>(element, '#account-holder').value).to.equal('Acme GmbH');
    one<HTMLInputElement>(element, '[name="account-mandateTextId"]').click();
    submit(element).click();
    await noticed(element);
    expect(seen[0]!.body.mandateTextId).to.equal('sepa-core-2-en');
  });

  it('makes another the default, and says so where the focus is', async () => {
    const { element, requests } = await mounted();
    await openDetails(element, 'House bank');
    expect(text(one(element, 'dialog .method')))
      .to.contain('M-7QK2-55DA-R3HT')
      .and.to.contain('Rack B12');
    button(element, 'Make it the default')!.click();
    expect(await noticed(element)).to.contain('House bank now pays everything');
    expect(requests.filter(({ method }) => method === 'PUT').map(({ url }) => new URL(url).pathname)).to.deep.equal([
      '/api/v1/payment-methods/pm_2/default',
    ]);
    await until(() => root(element).activeElement?.getAttribute('part') === 'notice');
  });

  it('sends only what was changed, the address as a whole, and asks for what is missing in it', async () => {
    const seen: Parameters<typeof updatePaymentMethod>[0] = [];
    const { element } = await mounted(updatePaymentMethod(seen));
    await openEdit(element);
    await type(element, 'edit-city', '');
    submit(element).click();
    await until(() => root(element).activeElement?.id === 'edit-city');
    await type(element, 'edit-city', 'Bremen');
    submit(element).click();
    expect(await noticed(element)).to.equal('Office card has been saved.');
    const billingAddress = { ...aPaymentMethod().billingAddress, city: 'Bremen' };
    expect(seen).to.deep.equal([{ match: '"1"', body: { billingAddress } }]);
  });

  it('keeps what was typed in an edit and for a new account while the session has lapsed', async () => {
    const { element, provision } = await mounted();
    const lapse = async () => {
      provision!.update({ permissions: personas['no-permissions'] });
      await settled(element, 'denied');
      provision!.update({ permissions: personas.owner });
      await settled(element);
      await until(() => submit(element));
    };
    await openEdit(element);
    await type(element, 'edit-label', 'Mine');
    await lapse();
    expect(one<HTMLInputElement>(element, '#edit-label').value).to.equal('Mine');
    one<HTMLButtonElement>(element, '.close').click();
    await until(() => !one(element, 'dialog'));
    button(element, 'Add a bank account')!.click();
    await until(() => one(element, '#account-holder'));
    await type(element, 'account-holder', 'Acme GmbH');
    await lapse();
    expect(one<HTMLInputElement>(element, '#account-holder').value).to.equal('Acme GmbH');
  });

  it('names the service for which the last payment method is needed, and deletes one that is not', async () => {
    const errors = [{ code: 'service', detail: 'Rack B12' }];
    const { element } = await mounted(
      msw.delete('*/payment-methods/pm_2', () => problem(409, 'No', { type: 'urn:portal-elements:problem:last-payment-method', errors }), {
        once: true,
      }),
    );
    await openDetails(element, 'House bank');
    button(element, 'Delete')!.click();
    await until(() => submit(element));
    expect(text(one(element, 'dialog')))
      .to.contain('One service is paid with it')
      .and.to.contain('The mandate M-7QK2-55DA-R3HT ends');
    submit(element).click();
    await until(() => error(element));
    expect(text(error(element))).to.equal(
      '“Rack B12” renews automatically and would be left without a payment method. Please add another one first.',
    );
    submit(element).click();
    expect(await noticed(element)).to.equal('House bank has been deleted.');
  });

  it('says what becomes of the default when it is deleted', async () => {
    const { element } = await mounted();
    await openDetails(element, 'Office card');
    button(element, 'Delete')!.click();
    await until(() => submit(element));
    expect(text(one(element, 'dialog'))).to.contain('the newest one that can be used becomes the default');
  });

  it('offers nothing to who may only read', async () => {
    const { element } = await mountReady<PortalPaymentMethods>(paymentMethodsScenes.readOnly);
    await openDetails(element, 'House bank');
    expect(
      ['Add a payment method', 'Add a bank account', 'Make it the default', 'Edit', 'Delete'].filter((words) => button(element, words)),
    ).to.deep.equal([]);
  });
});
