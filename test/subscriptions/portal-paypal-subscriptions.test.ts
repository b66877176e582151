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
import { pageOf } from '../support/page.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-paypal-subscriptions', paypalSubscriptionsScenes.default, [
  {
    module: 'src/subscriptions/cancel-panel.ts',
    need: (root) => pageOf(root).press('Cancel the subscription for Company website'),
    here: (root) => root.querySelector('dialog form'),
  },
]);

keepsThePortalContract('portal-paypal-subscriptions', paypalSubscriptionsScenes);

describe('<portal-paypal-subscriptions>', () => {
  const mounted = (...first: RequestHandler[]) => {
    const scene = paypalSubscriptionsScenes.default;
    return mountReady<PortalPaypalSubscriptions>({ ...scene, handlers: [...first, ...scene.handlers] });
  };

  const openCancelling = async (...first: RequestHandler[]) => {
    const page = await mounted(...first);
    await page.press('Cancel the subscription for Company website');
    await until(() => page.submitButton);
    return page;
  };

  it('shows what each pays for, how often, when next and last, and how it stands', async () => {
    const page = await mounted();
    const [active, pending, suspended, , , expired, unknown] = page.rows;
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
    const page = await mounted(listSubscriptions([...bad, notDue, someSubscriptions[1]!]));
    const links = [...page.root.querySelectorAll<HTMLAnchorElement>('tbody a')].map(({ href }) => href);
    expect(links).to.deep.equal(['https://www.paypal.com/webapps/billing/subscriptions?ba_token=BA-1']);
  });

  it('cancels with a reason, after saying that the service goes on, and says it again afterwards', async () => {
    const seen: { id: string; reason: string }[] = [];
    const page = await openCancelling(cancelSubscription(seen));
    expect(text(page.dialog)).to.contain('Company website itself goes on').and.to.contain('cannot be taken up again');
    await page.fill('cancellation-reason', ' We pay by direct debit now. ');
    const before = page.requests.length;
    page.submit();
    await until(() => page.part('notice'));
    expect(seen).to.deep.equal([{ id: 'sub_1', reason: 'We pay by direct debit now.' }]);
    expect(page.part('notice')).to.contain('pay in another way');
    await until(() => page.requests.length > before + 1);
  });

  it('offers no cancellation of what is over', async () => {
    const page = await mounted();
    const offered = [...page.root.querySelectorAll('tbody button')].map((each) => each.getAttribute('aria-label'));
    expect(offered).to.deep.equal(
      ['Company website', 'Online shop', 'Backup', 'Line'].map((name) => `Cancel the subscription for ${name}`),
    );
  });

  it('sends nothing without a reason, nor with one that is longer than PayPal takes', async () => {
    const page = await openCancelling();
    for (const [reason, message] of [
      ['  ', 'Please fill this in'],
      ['x'.repeat(129), 'At most 128'],
    ] as const) {
      await page.fill('cancellation-reason', reason);
      page.submit();
      await until(() => page.fault('cancellation-reason').includes(message));
      await until(() => page.focused?.id === 'cancellation-reason');
    }
    expect(page.sent('PUT').length).to.equal(0);
  });

  it('keeps the reason when PayPal cannot be reached, and can be sent again', async () => {
    const unreachable = msw.put('*/cancellation', () => problem(502, 'No', { type: 'urn:portal-elements:problem:paypal-unreachable' }), {
      once: true,
    });
    const page = await openCancelling(unreachable);
    await page.fill('cancellation-reason', 'Kept');
    page.submit();
    await until(() => page.part('error'));
    expect(page.part('error')).to.contain('Nothing was cancelled');
    expect(page.field('cancellation-reason')!.value).to.equal('Kept');
    page.submit();
    await until(() => page.part('notice'));
  });

  it('says as of when it is, and shows what PayPal says now when asked again', async () => {
    const page = await mounted();
    expect(text(page.root.querySelector('.as-of'))).to.contain('Nov 21, 2026, 7:00');
    const suspended = aSubscription({ status: 'suspended', statusLabel: 'Suspended' });
    page.answerWith([refreshSubscriptions(), listSubscriptions([suspended], '2026-11-21T10:30:00Z')]);
    page.root.querySelector<HTMLElement>('.as-of button')!.click();
    await until(() => text(page.root.querySelector('.as-of')).includes('11:30'));
    expect(page.rows.length).to.equal(1);
    expect(page.rows[0]).to.contain('Suspended');
  });

  it('keeps what is known when PayPal cannot be asked', async () => {
    const page = await mounted(msw.post('*/refresh', () => problem(502, 'No', { type: 'urn:portal-elements:problem:paypal-unreachable' })));
    page.root.querySelector<HTMLElement>('.as-of button')!.click();
    await until(() => page.part('error'));
    expect(page.part('error')).to.contain('PayPal cannot be reached');
    expect(page.rows.length).to.equal(7);
  });

  it('keeps the reason that was typed while the session has lapsed', async () => {
    const page = await openCancelling();
    await page.fill('cancellation-reason', 'We close the shop');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner });
    await settled(page.element);
    await until(() => page.submitButton);
    expect(page.field('cancellation-reason')!.value).to.equal('We close the shop');
  });
});
