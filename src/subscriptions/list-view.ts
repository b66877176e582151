import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { LocalizeController } from '../core/localize-controller.js';
import { approveAddress, localDay, regularPayment, subscriptionName, subscriptionStatus, type Subscription } from './subscription.js';
import type { subscriptions } from './texts/subscriptions.js';

type SubscriptionsLocalize = LocalizeController<typeof subscriptions.english>;

interface RowOptions {
  mayApprove: boolean;
  /** Opens the question whether to cancel, where that is possible. */
  cancel: (() => void) | undefined;
}

/** A subscription as a row, with its actions. */
export function subscriptionRow(subscription: Subscription, i18n: SubscriptionsLocalize, options: RowOptions): TemplateResult {
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

export const subscriptionColumnStyles: CSSResultGroup = [
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
