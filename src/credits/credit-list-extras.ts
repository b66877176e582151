import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { define } from '../core/define.js';
import { DialogController } from '../core/dialog-controller.js';
import type { ListController } from '../core/list-controller.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { credit as texts } from './texts/credit.js';
import { credits } from './texts/credits.js';
import { applyCredit } from './texts/apply-credit.js';
import type { ListToolbar } from '../ui/list-view.js';
import { adoptStyles } from '../ui/styles/adopt.js';
import { detailStyles } from '../ui/styles/detail.js';
import { creditDetail } from './credit-detail.js';

type Credit = components['schemas']['Credit'];
type CreditSummary = components['schemas']['CreditSummary'];
type CreditPage = components['schemas']['CreditPage'];

/** What the list of credits needs besides its rows: filters, and the dialogs for reading and using one. */
export class CreditListExtras {
  readonly #detail: DialogController<string>;
  readonly #use: DialogController<string>;
  readonly #credit: LoadController<Credit>;
  readonly #i18n: LocalizeController<typeof texts.english>;
  readonly #words: LocalizeController<typeof credits.english>;

  constructor(
    host: PortalElement,
    private readonly list: ListController<CreditSummary, CreditPage>,
  ) {
    adoptStyles(host, detailStyles);
    this.#detail = new DialogController(host);
    this.#use = new DialogController(host);
    this.#i18n = new LocalizeController(host, texts);
    this.#words = new LocalizeController(host, credits);
    this.#credit = new LoadController<Credit>(host, {
      path: '/credits',
      args: () => (this.#detail.value ? [this.#detail.value] : undefined),
      fetch: (api, init) => api.GET('/credits/{creditId}', { params: { path: { creditId: this.#detail.value! } }, ...init }),
    });
  }

  filters({ search, choice, input }: ListToolbar): unknown {
    const { list } = this;
    const { t } = this.#i18n;
    const words = this.#words;
    const named = (kind: 'status' | 'type', names: readonly string[]) =>
      names.map((name) => [name, words.label(`${kind}-${name}`, name)] as const);
    const currencies = this.#currencies();
    return [
      search(list, t('searchCredits')),
      choice(list, 'status', t('show'), [
        ['', t('all')],
        ['usable', t('usable')],
        ...named('status', ['available', 'partly-used', 'used', 'expired', 'void']),
      ]),
      choice(list, 'type', t('type'), [['', t('all')], ...named('type', ['prepayment', 'goodwill', 'refund', 'credit-note'])]),
      currencies.length > 1 || list.query['currency']
        ? choice(list, 'currency', t('currency'), [['', t('all')], ...currencies.map((code) => [code, code] as const)])
        : nothing,
      input(list, 'grantedFrom', t('grantedFrom'), 'date'),
      input(list, 'grantedTo', t('grantedTo'), 'date'),
    ];
  }

  dialogs({ dialog }: ListToolbar, invoiceHref: string | undefined): unknown {
    return [
      dialog(this.#detail, this.#i18n, this.#i18n.t('details'), () =>
        creditDetail(this.#credit, { i18n: this.#i18n, words: this.#words, invoiceHref }),
      ),
      dialog(this.#use, this.#i18n, this.#i18n.in(applyCredit)('useCredit'), (id) => this.#form(id)),
    ];
  }

  #form(id: string): TemplateResult {
    return html`${this.#use.keepAlive.keep(html`<portal-apply-credit credit-id=${id}></portal-apply-credit>`)}`;
  }

  open(creditId: string): void {
    this.#detail.open(creditId);
  }

  async use(creditId: string): Promise<void> {
    this.#use.open(creditId);
    define('portal-apply-credit', (await import('./portal-apply-credit.js')).PortalApplyCredit);
  }

  /** The currencies in sight. */
  #currencies(): string[] {
    const { page, query } = this.list;
    const amounts = [...(page?.summary?.available ?? []), ...this.list.items.map(({ original }) => original)];
    const known = amounts.map((money) => money?.currency).concat(query['currency'] ?? []);
    return [...new Set(known.filter(Boolean))].sort();
  }
}
