import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import { ListController } from '../core/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { subscriptions } from './texts/subscriptions.js';
import { PortalListElement } from '../ui/list-element.js';
import { listView, type Column } from '../ui/list-view.js';
import type { ListToolbar } from '../ui/list-view.js';
import type { SubscriptionCancellation } from './subscription-cancellation.js';
import { subscriptionColumns, subscriptionRow, type Subscription } from './subscription-parts.js';

type SubscriptionPage = components['schemas']['PaypalSubscriptionPage'];

/**
 * Subscriptions by which PayPal pays the company of its own accord: what each pays for, how it stands, approved, cancelled.
 *
 * @tag portal-paypal-subscriptions
 * @summary PayPal subscriptions: how they stand, approve, cancel.
 * @permission billing.paypal-subscriptions
 * @operation listPaypalSubscriptions
 * @operation refreshPaypalSubscriptions
 * @operation cancelPaypalSubscription
 * @slot empty - Replaces the text shown when there are no subscriptions.
 * @csspart list - All of it.
 * @csspart toolbar - Search, filters and the download.
 * @csspart notice - What has been achieved.
 * @csspart table - The table.
 * @csspart row - A row.
 * @csspart badge - A word of state.
 * @csspart pager - Paging.
 * @csspart dialog - Cancelling.
 */
export class PortalPaypalSubscriptions extends PortalListElement {
  static override requires = 'billing.paypal-subscriptions' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, subscriptionColumns];

  #i18n = new LocalizeController(this, subscriptions);
  #cancellation?: SubscriptionCancellation;
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
          cancel: this.can('delete') && subscription.allowedActions.includes('cancel') ? () => void this.#cancel(subscription) : undefined,
        }),
      empty: t('noSubscriptions'),
      filters: (tools) => this.#filters(tools),
      above: (tools) => [this.#cancellation?.notice(), this.#standing(tools)],
      dialogs: () => this.#cancellation?.view(),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'subject', label: t('subject'), sort: 'subject' },
      { key: 'amount', label: t('amount') },
      { key: 'nextChargeAt', label: t('nextCharge'), sort: 'nextChargeAt' },
      { key: 'lastPaidAt', label: t('lastPayment'), sort: 'lastPaidAt' },
      { key: 'status', label: t('status') },
      { key: 'actions', label: t('actions'), unseen: true },
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

  /** As of when all this is, which may lag behind, and how to know better. */
  #standing({ failure }: ListToolbar): TemplateResult | typeof nothing {
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

  /** Loads the dialog with its first use. */
  async #cancel(subscription: Subscription): Promise<void> {
    const { SubscriptionCancellation } = await import('./subscription-cancellation.js');
    this.#cancellation ??= new SubscriptionCancellation(this, this.#i18n);
    this.#cancellation.open(subscription);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-paypal-subscriptions': PortalPaypalSubscriptions;
  }
}
