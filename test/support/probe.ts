import { html, nothing } from 'lit';
import type { components } from '../../src/api/schema.js';
import { define } from '../../src/core/define.js';
import { ListController } from '../../src/core/loading/list-controller.js';
import { LocalizeController } from '../../src/core/localize-controller.js';
import { PortalElement } from '../../src/core/portal-element.js';
import { invoices } from '../../src/invoices/texts/invoices.js';
import { PortalListElement } from '../../src/ui/lists/list-element.js';
import { listView } from '../../src/ui/lists/list-view.js';

type Invoice = components['schemas']['InvoiceSummary'];

/** The smallest element there can be: it says what it may do. */
export class TestProbe extends PortalElement {
  static override requires = 'billing.invoices' as const;

  protected override view(): unknown {
    return html`<p>${this.can('update') ? 'may pay' : 'may view'}</p>`;
  }
}

/** The smallest list there can be. */
export class TestList extends PortalListElement {
  static override requires = 'billing.invoices' as const;
  readonly i18n = new LocalizeController(this, invoices);
  override readonly content: ListController<Invoice> = new ListController(this, {
    path: '/invoices',
    filters: ['q', 'state'],
    fetch: (api, query, init) => api.GET('/invoices', { params: { query }, ...init }),
  });

  protected override view(): unknown {
    const { money, day } = this.i18n;
    return listView(this, this.content, this.i18n, {
      label: 'Invoices',
      columns: [
        { key: 'number', label: 'Number', width: 10, sort: 'number' },
        { key: 'total', label: 'Total', width: 7, sort: 'total', end: true },
        { key: 'due', label: 'Due', width: 7 },
      ],
      row: (invoice) =>
        html`<tr role="row">
          <th role="rowheader" scope="row"><bdi>${invoice.number}</bdi></th>
          <td role="cell" data-label="Total">${money(invoice.total)}</td>
          <td role="cell" data-label="Due">${invoice.dueOn === null ? nothing : day(invoice.dueOn)}</td>
        </tr>`,
      empty: 'Nothing here yet.',
    });
  }
}

define('test-probe', TestProbe);
define('test-list', TestList);
