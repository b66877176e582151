import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { FormController } from '../core/forms/form-controller.js';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalListElement } from '../ui/lists/list-element.js';
import { type Column, type ListToolbar, listView } from '../ui/lists/list-view.js';
import {
  approveAddress,
  localDay,
  regularPayment,
  type Subscription,
  subscriptionName,
  type SubscriptionPage,
  subscriptionStatus,
} from './subscription.js';
import { subscriptions } from './texts/subscriptions.js';

type SubscriptionsLocalize = LocalizeController<typeof subscriptions.english>;

interface RowOptions {
  mayApprove: boolean;
  /** Opens the question whether to cancel, where that is possible. */
  cancel: (() => void) | undefined;
}

/** A subscription as a row, with its actions. */
function subscriptionRow(subscription: Subscription, i18n: SubscriptionsLocalize, options: RowOptions): TemplateResult {
  const { t, money } = i18n;
  const { reference, subject, nextChargeAt, lastPayment, failedPayments, statusNote } = subscription;
  const name = subscriptionName(subscription, i18n);
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      <bdi .textContent=${name}></bdi>
      <small class="muted under">${i18n.label(`subject-${subject.type}`, subject.type)} · <bdi class="number">${reference}</bdi></small>
    </th>
    <td role="cell" data-label=${t('amount')} .textContent=${regularPayment(subscription, i18n)}></td>
    <td role="cell" data-label=${t('nextCharge')} .textContent=${localDay(nextChargeAt, i18n)}></td>
    <td role="cell" data-label=${t('lastPayment')}>
      <span
        >${localDay(lastPayment?.paidAt, i18n)}${
          lastPayment ? html`<small class="muted under" .textContent=${money(lastPayment.amount)}></small>` : nothing
        }</span
      >
    </td>
    <td role="cell" data-label=${t('status')}>
      <span
        >${subscriptionStatus(subscription, i18n)}${
          failedPayments > 0 ? html`<small class="failed under" .textContent=${t('failed', failedPayments)}></small>` : nothing
        }${statusNote ? html`<small class="muted under"><bdi .textContent=${statusNote}></bdi></small>` : nothing}</span
      >
    </td>
    ${actionsCell(subscription, i18n, options)}
  </tr>`;
}

function actionsCell(subscription: Subscription, i18n: SubscriptionsLocalize, { mayApprove, cancel }: RowOptions): TemplateResult {
  const { t } = i18n;
  const name = subscriptionName(subscription, i18n);
  const address = mayApprove ? approveAddress(subscription) : undefined;
  return html`<td role="cell" class="ways">
    ${address ? html`<a class="link" href=${address} rel="noreferrer" aria-label=${t('approveOf', name)}>${t('approve')}</a>` : nothing}
    ${
      cancel
        ? html`<button type="button" class="link" aria-haspopup="dialog" aria-label=${t('cancelOf', name)} @click=${cancel}>
            ${t('cancel')}
          </button>`
        : nothing
    }
  </td>`;
}

const subscriptionColumnStyles: CSSResultGroup = [
  css`
    .under {
      display: block;
      font-weight: 400;
    }
    td .badge {
      white-space: normal;
    }
    .failed {
      color: var(--_on-danger);
    }
    .ways > .link {
      display: block;
      inline-size: fit-content;
    }
    .ways > .link + .link {
      margin-inline-start: 0;
    }
    .as-of {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.25em 1em;
      margin: 0;
      font-size: 0.9375em;
    }
  `,
];

/**
 * Subscriptions by which PayPal pays the company of its own accord: what each pays for, how it stands, approved, cancelled.
 *
 * @tag portal-paypal-subscriptions
 * @summary PayPal subscriptions: how they stand, approve, cancel.
 * @example
 * <portal-paypal-subscriptions></portal-paypal-subscriptions>
 * @permission billing.paypal-subscriptions
 * @operation listPaypalSubscriptions
 * @operation refreshPaypalSubscriptions
 * @operation cancelPaypalSubscription
 * @slot empty - Replaces the text shown when there are no subscriptions.
 * @csspart toolbar - Search, filters and the download.
 * @csspart notice - What has been achieved.
 * @csspart dialog - Cancelling.
 */
export class PortalPaypalSubscriptions extends PortalListElement {
  static override requires = 'billing.paypal-subscriptions' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, subscriptionColumnStyles];

  #i18n = new LocalizeController(this, subscriptions);
  #panel = new Lazy(this, () => import('./cancel-panel.js').then((each) => new each.CancelPanel(this)));
  protected override readonly content: ListController<Subscription, SubscriptionPage> = new ListController(this, {
    path: '/paypal-subscriptions',
    filters: ['q', 'status'],
    initial: () => ({ sort: '-createdAt' }),
    fetch: (api, query, init) => api.GET('/paypal-subscriptions', { params: { query }, ...init }),
  });
  #refresh = new FormController<undefined>(this, {
    changes: ['/paypal-subscriptions'],
    empty: true,
    send: (api) => api.POST('/paypal-subscriptions/refresh'),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    return listView(this, this.content, this.#i18n, {
      label: t('subscriptions'),
      columns: this.#columns(),
      row: (subscription) =>
        subscriptionRow(subscription, this.#i18n, {
          mayApprove: this.can('update'),
          cancel: this.#canCancel(subscription) ? () => this.#panel.use((panel) => panel.open(subscription)) : undefined,
        }),
      empty: t('noSubscriptions'),
      filters: (toolbar) => this.#filters(toolbar),
      above: (toolbar) => [toolbar.lazyView(this.#panel, this.#i18n, (panel) => panel.notice()), this.#asOf(toolbar)],
      dialogs: () => this.#panel.value?.render(),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'subject', label: t('subject'), width: 11, sort: 'subject' },
      { key: 'amount', label: t('amount'), width: 7.5 },
      { key: 'nextChargeAt', label: t('nextCharge'), width: 7.75, sort: 'nextChargeAt' },
      { key: 'lastPaidAt', label: t('lastPayment'), width: 7.25, sort: 'lastPaidAt' },
      { key: 'status', label: t('status'), width: 9 },
      { key: 'actions', label: t('actions'), width: 7.5, unseen: true },
    ];
  }

  #filters({ search, choice }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const statuses = ['approval-pending', 'approved', 'active', 'suspended', 'cancelled', 'expired'] as const;
    return [
      search(this.content, t('search')),
      choice(this.content, 'status', t('status'), [
        ['', t('all')],
        ['current', t('current')],
        ...statuses.map((each) => [each, t(`status-${each}`)] as const),
      ]),
    ];
  }

  /** The time of the data, which may lag behind, and the way to refresh it. */
  #asOf({ failure }: ListToolbar): TemplateResult | typeof nothing {
    const { t, instant } = this.#i18n;
    const asOf = this.content.page?.summary?.asOf;
    if (!asOf) return nothing;
    const { busy, error, phase } = this.#refresh;
    const unreachable = error?.is('paypal-unreachable');
    return html`<p class="as-of">
        <span class="muted" role="status">${t('asOf', instant(asOf))}</span>
        <button type="button" class="link" aria-disabled=${busy} @click=${() => void this.#refresh.send(undefined)}>${t('refresh')}</button>
      </p>
      ${phase === 'failed' && unreachable ? html`<p class="notice warning" part="error" role="alert">${t('unreachable')}</p>` : nothing}
      ${phase === 'failed' && error && !unreachable ? failure(error, this.#i18n) : nothing}`;
  }

  #canCancel({ allowedActions }: Subscription): boolean {
    return this.can('delete') && allowedActions.includes('cancel');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-paypal-subscriptions': PortalPaypalSubscriptions;
  }
}
