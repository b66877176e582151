import { expect } from '@open-wc/testing';
import { http as msw, type RequestHandler } from 'msw';
import '../../src/define/portal-paypal-subscriptions.js';
import type { PortalPaypalSubscriptions } from '../../src/subscriptions/portal-paypal-subscriptions.js';
import { problem } from '../mocks/http.js';
import { aSubscription, cancelSubscription, listSubscriptions, refreshSubscriptions, someSubscriptions } from '../mocks/subscriptions.js';
import { personas } from '../mocks/session.js';
import { paypalSubscriptionsScenes } from '../scenes/paypal-subscriptions.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text } from '../support/mount.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-paypal-subscriptions', paypalSubscriptionsScenes.default, [
  {
    module: 'src/subscriptions/cancel-panel.ts',
    need: (root) => root.querySelector<HTMLElement>('[aria-label="Cancel the subscription for Company website"]')!.click(),
    here: (root) => root.querySelector('dialog form'),
  },
]);

keepsThePortalContract('portal-paypal-subscriptions', paypalSubscriptionsScenes);

describe('<portal-paypal-subscriptions>', () => {
  type Subscriptions = PortalPaypalSubscriptions;
  const root = (element: Subscriptions) => element.shadowRoot!;
  const one = <E extends HTMLElement>(element: Subscriptions, selector: string) => root(element).querySelector<E>(selector)!;
  const rows = (element: Subscriptions) => [...root(element).querySelectorAll('tbody tr')].map(text);
  const labelled = (element: Subscriptions, label: string) => one<HTMLButtonElement>(element, `[aria-label="${label}"]`);
  const submit = (element: Subscriptions) => one<HTMLButtonElement>(element, 'dialog button[type="submit"]');

  const mounted = (...first: RequestHandler[]) => {
    const scene = paypalSubscriptionsScenes.default;
    return mountReady<Subscriptions>({ ...scene, handlers: [...first, ...scene.handlers] });
  };

  const openCancelling = async (...first: RequestHandler[]) => {
    const all = await mounted(...first);
    labelled(all.element, 'Cancel the subscription for Company website').click();
    await until(() => submit(all.element));
    return all;
  };

  const type = async (element: Subscriptions, reason: string) => {
    const field = one<HTMLInputElement>(element, '#cancellation-reason');
    field.value = reason;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await element.updateComplete;
  };

  it('shows what each pays for, how often, when next and last, and how it stands', async () => {
    const { element } = await mounted();
    const [active, pending, suspended, , , expired, unknown] = rows(element);
    expect(active)
      .to.contain('Company website Contract · I-BW452GLLEP1G €19.90 every month')
      .and.to.contain('Dec 1, 2026')
      .and.to.contain('Nov 1, 2026');
    expect(pending).to.contain('— — Waiting for approval Approve at PayPal').and.to.not.contain('payments');
    expect(suspended).to.contain('€64.00 every 3 months').and.to.contain('Suspended 3 payments in a row failed PayPal tries again');
    expect(expired).to.contain('Invoice · I-3LQW90DHS4PX').and.to.contain('every year');
    expect(unknown).to.contain('domain · ').and.to.contain('€19.90').and.to.contain('Under review');
  });

  it('leads to PayPal only where approval is due, and only to an https address', async () => {
    const bad = ['http://www.paypal.com/a', 'javascript:alert(1)', '//evil.example', 'data:text/html,x', 'nonsense'].map(
      (approveHref, index) => aSubscription({ id: `bad_${index}`, status: 'approval-pending', approveHref, allowedActions: ['approve'] }),
    );
    const notDue = aSubscription({ id: 'done', approveHref: 'https://www.paypal.com/done' });
    const { element } = await mounted(listSubscriptions([...bad, notDue, someSubscriptions[1]!]));
    const links = [...root(element).querySelectorAll<HTMLAnchorElement>('tbody a')].map(({ href }) => href);
    expect(links).to.deep.equal(['https://www.paypal.com/webapps/billing/subscriptions?ba_token=BA-1']);
  });

  it('cancels with a reason, after saying that the service goes on, and says it again afterwards', async () => {
    const seen: { id: string; reason: string }[] = [];
    const { element, requests } = await openCancelling(cancelSubscription(seen));
    expect(text(one(element, 'dialog')))
      .to.contain('Company website itself goes on')
      .and.to.contain('cannot be taken up again');
    await type(element, ' We pay by direct debit now. ');
    const before = requests.length;
    submit(element).click();
    await until(() => one(element, '[part="notice"]'));
    expect(seen).to.deep.equal([{ id: 'sub_1', reason: 'We pay by direct debit now.' }]);
    expect(text(one(element, '[part="notice"]'))).to.contain('pay in another way');
    await until(() => requests.length > before + 1);
  });

  it('offers no cancellation of what is over', async () => {
    const { element } = await mounted();
    const offered = [...root(element).querySelectorAll('tbody button')].map((each) => each.getAttribute('aria-label'));
    expect(offered).to.deep.equal(
      ['Company website', 'Online shop', 'Backup', 'Line'].map((name) => `Cancel the subscription for ${name}`),
    );
  });

  it('sends nothing without a reason, nor with one that is longer than PayPal takes', async () => {
    const { element, requests } = await openCancelling();
    for (const [reason, message] of [
      ['  ', 'Please fill this in'],
      ['x'.repeat(129), 'At most 128'],
    ] as const) {
      await type(element, reason);
      submit(element).click();
      await until(() => text(one(element, '#cancellation-reason-error')).includes(message));
      await until(() => root(element).activeElement?.id === 'cancellation-reason');
    }
    expect(requests.some(({ method }) => method === 'PUT')).to.equal(false);
  });

  it('keeps the reason when PayPal cannot be reached, and can be sent again', async () => {
    const unreachable = msw.put('*/cancellation', () => problem(502, 'No', { type: 'urn:portal-elements:problem:paypal-unreachable' }), {
      once: true,
    });
    const { element } = await openCancelling(unreachable);
    await type(element, 'Kept');
    submit(element).click();
    await until(() => one(element, 'dialog [role="alert"]'));
    expect(text(one(element, 'dialog [role="alert"]'))).to.contain('Nothing was cancelled');
    expect(one<HTMLInputElement>(element, '#cancellation-reason').value).to.equal('Kept');
    submit(element).click();
    await until(() => one(element, '[part="notice"]'));
  });

  it('says as of when it is, and shows what PayPal says now when asked again', async () => {
    const { element, answerWith } = await mounted();
    expect(text(one(element, '.as-of'))).to.contain('Nov 21, 2026, 7:00');
    const suspended = aSubscription({ status: 'suspended', statusLabel: 'Suspended' });
    answerWith([refreshSubscriptions(), listSubscriptions([suspended], '2026-11-21T10:30:00Z')]);
    one(element, '.as-of button').click();
    await until(() => text(one(element, '.as-of')).includes('11:30'));
    expect(rows(element).length).to.equal(1);
    expect(rows(element)[0]).to.contain('Suspended');
  });

  it('keeps what is known when PayPal cannot be asked', async () => {
    const { element } = await mounted(
      msw.post('*/refresh', () => problem(502, 'No', { type: 'urn:portal-elements:problem:paypal-unreachable' })),
    );
    one(element, '.as-of button').click();
    await until(() => one(element, '[part="error"]'));
    expect(text(one(element, '[part="error"]'))).to.contain('PayPal cannot be reached');
    expect(rows(element).length).to.equal(7);
  });

  it('keeps the reason that was typed while the session has lapsed', async () => {
    const { element, provision } = await openCancelling();
    await type(element, 'We close the shop');
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner });
    await settled(element);
    await until(() => submit(element));
    expect(one<HTMLInputElement>(element, '#cancellation-reason').value).to.equal('We close the shop');
  });
});
