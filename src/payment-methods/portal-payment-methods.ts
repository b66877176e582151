import { css, type CSSResultGroup, html, nothing, svg, type TemplateResult } from 'lit';
import { Lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { badge } from '../ui/badge.js';
import { itemLink } from '../ui/links.js';
import { PortalListElement } from '../ui/lists/list-element.js';
import { type Column, type ListToolbar, listView } from '../ui/lists/list-view.js';
import type { PortalPaymentMethodAddedEvent } from './events.js';
import { expiryMonth, methodIdentity, methodName, methodStatus, methodType, type PaymentMethod } from './payment-method.js';
import { paymentMethods } from './texts/payment-methods.js';

const drawings: Record<string, TemplateResult> = {
  card: svg`<rect x="1.5" y="4.5" width="21" height="15" rx="2.5" /><path d="M1.5 9.5h21M5 15.5h4" />`,
  'bank-account': svg`<path d="M2.5 9 12 3.5 21.5 9zM5 12v5.5M9.6 12v5.5M14.4 12v5.5M19 12v5.5M2.5 20.5h19" />`,
  agreement: svg`<path d="M7 5.5h10.5A3.5 3.5 0 0 1 21 9v2M17 18.5H6.5A3.5 3.5 0 0 1 3 15v-2M9.5 2.5l-3 3 3 3M14.5 15.5l3 3-3 3" />`,
};

/** The kind of method as a drawing; decorative. */
const methodIcon = ({ type }: PaymentMethod): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${Object.hasOwn(drawings, type) ? drawings[type] : drawings['card']}</svg>`;

/** A payment method; its name opens the rest. */
function methodRow(method: PaymentMethod, i18n: LocalizeController<typeof paymentMethods.english>, open: () => void): TemplateResult {
  const { t, number } = i18n;
  const { id, label, isDefault, serviceCount } = method;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      ${methodIcon(method)} ${itemLink(undefined, id, methodName(method, i18n), open)} ${isDefault ? badge('info', t('default')) : nothing}
      <small class="muted under"><bdi .textContent=${label ? methodIdentity(method, i18n) : methodType(method, i18n)}></bdi></small>
    </th>
    <td role="cell" data-label=${t('expires')} .textContent=${expiryMonth(method, i18n)}></td>
    <td role="cell" class="end" data-label=${t('services')} .textContent=${number(serviceCount)}></td>
    <td role="cell" data-label=${t('status')}>${methodStatus(method, i18n)}</td>
  </tr>`;
}

const methodColumnStyles: CSSResultGroup = [
  css`
    tbody .subject {
      position: relative;
      padding-inline-start: 2.6em;
    }
    .icon {
      position: absolute;
      inset-inline-start: 0;
      inline-size: 1.6em;
      block-size: 1.6em;
      fill: none;
      stroke: var(--_muted);
      stroke-width: 1.5;
      stroke-linejoin: round;
      stroke-linecap: round;
    }
    .under {
      display: block;
      font-weight: 400;
    }
    .subject .badge {
      margin-inline-start: 0.35em;
    }
  `,
];

/**
 * Cards, bank accounts and billing agreements from which the client pays: added, made the default, changed, deleted. Card data
 * stays with the payment provider: its own fields are put into the slot, and only the token they give is passed on.
 *
 * @tag portal-payment-methods
 * @summary Cards, bank accounts and agreements: add, make default, edit, delete.
 * @example
 * <portal-payment-methods>
 *   <card-fields slot="payment"></card-fields>
 * </portal-payment-methods>
 * @permission profile.payment-methods
 * @operation listPaymentMethods
 * @operation getPaymentMethod
 * @operation createPaymentMethod
 * @operation createBankAccount
 * @operation getMandateText
 * @operation updatePaymentMethod
 * @operation setDefaultPaymentMethod
 * @operation deletePaymentMethod
 * @slot payment - The payment provider's own fields: an element with a method `createPaymentMethodToken` (type `PaymentMethodFields`).
 * @slot empty - Replaces the text shown when there is no payment method.
 * @event {PortalPaymentMethodAddedEvent} portal-payment-method-added - A payment method has been added; bubbles.
 * @csspart toolbar - Filters and actions.
 * @csspart notice - What has been achieved.
 * @csspart dialog - Adding, details, editing and deleting.
 */
export class PortalPaymentMethods extends PortalListElement {
  static override requires = 'profile.payment-methods' as const;
  static override styles: CSSResultGroup = [PortalListElement.styles, methodColumnStyles];

  /** Bank accounts cannot be added here, as where direct debit is not offered. */
  @property({ attribute: 'without-bank-accounts', type: Boolean }) withoutBankAccounts = false;

  #i18n = new LocalizeController(this, paymentMethods);
  #panel = new Lazy(this, () => import('./methods-panel.js').then((each) => new each.MethodsPanel(this)));
  protected override readonly content: ListController<PaymentMethod> = new ListController(this, {
    path: '/payment-methods',
    filters: ['q', 'type', 'status'],
    initial: () => ({ sort: '-createdAt' }),
    fetch: (api, query, init) => api.GET('/payment-methods', { params: { query }, ...init }),
  });

  protected override view(): unknown {
    const { t } = this.#i18n;
    return listView(this, this.content, this.#i18n, {
      label: t('methods'),
      columns: this.#columns(),
      row: (method) => methodRow(method, this.#i18n, () => this.#panel.use((panel) => panel.details(method))),
      empty: t('noMethods'),
      filters: (toolbar) => this.#filters(toolbar),
      actions: () => (this.can('create') ? this.#additions() : nothing),
      above: ({ lazyView }) => lazyView(this.#panel, this.#i18n, (panel) => panel.notice()),
      dialogs: () => this.#panel.value?.render(),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'name', label: t('method'), width: 15.5, sort: 'name' },
      { key: 'expiresOn', label: t('expires'), width: 6.25, sort: 'expiresOn' },
      { key: 'services', label: t('services'), width: 5.25, end: true },
      { key: 'status', label: t('status'), width: 9.75 },
    ];
  }

  #filters({ choice }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const all = ['', t('all')] as const;
    const types = ['card', 'bank-account', 'agreement'] as const;
    const statuses = ['active', 'expiring', 'expired', 'failed', 'gateway-inactive', 'pending-verification'] as const;
    return [
      choice(this.content, 'type', t('type'), [all, ...types.map((each) => [each, t(`type-${each}`)] as const)]),
      choice(this.content, 'status', t('status'), [all, ...statuses.map((each) => [each, t(`status-${each}`)] as const)]),
    ];
  }

  /** The first of the buttons is the primary one; without the provider's fields there is nothing to add a card with. */
  #additions(): unknown {
    const { t } = this.#i18n;
    const fields = this.querySelector(':scope > [slot="payment"]') !== null;
    const button = (label: string, screen: 'add' | 'bank', primary: boolean) =>
      html`<button
        type="button"
        class=${primary ? 'primary' : ''}
        aria-haspopup="dialog"
        @click=${() => this.#panel.use((panel) => panel.add(screen))}
      >
        ${label}
      </button>`;
    return [
      fields ? button(t('addMethod'), 'add', true) : nothing,
      this.withoutBankAccounts ? nothing : button(t('addAccount'), 'bank', !fields),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-payment-methods': PortalPaymentMethods;
  }

  interface GlobalEventHandlersEventMap {
    'portal-payment-method-added': PortalPaymentMethodAddedEvent;
  }
}
