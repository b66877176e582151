import { css, type CSSResult, nothing } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { Lazy } from '../core/lazy.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { lazyView } from '../ui/lazy-view.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { detailStyles } from '../ui/styles/detail.js';
import { formStyles } from '../ui/styles/form.js';
import { AddPanel } from './add-panel.js';
import { DetailsPanel } from './details-panel.js';
import { PortalPaymentMethodAddedEvent } from './events.js';
import { methodName, type PaymentMethod } from './payment-method.js';
import { paymentMethodDialogs as texts } from './texts/payment-method-dialogs.js';

/** The dialogs of payment methods. */
const methodsStyles = css`
  dialog :is(h3, p) {
    margin: 0;
    overflow-wrap: anywhere;
  }
  dialog h3 {
    margin-block-end: 0.4em;
    font-size: 0.875em;
    font-weight: 500;
    color: var(--_muted);
  }
  dialog form.stack {
    gap: 1em;
  }
  dialog footer {
    margin-block-start: 0.5em;
  }
  .method,
  .mandate {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
  }
  .mandate {
    gap: 0.75em;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .mandate h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
    color: inherit;
  }
  .mandate p {
    font-size: 0.9375em;
  }
  .mandate p + p {
    margin-block-start: 0.5em;
  }
  .mandate .check-field {
    font-size: inherit;
    color: inherit;
  }
  .method .badge {
    white-space: normal;
  }
  .method > section {
    gap: 0;
  }
  .mandate .facts {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
  }
  .paid {
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }
  .address {
    white-space: pre-line;
  }
  dialog .check-field {
    align-items: start;
  }
  .check-field > input {
    margin-block-start: 0.2em;
  }
  .iban input {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }
`;

type Screen = 'add' | 'bank' | 'details' | 'edit' | 'delete';

/** The dialogs in which payment methods are added, looked at and changed. */
export class MethodsPanel extends Panel<PortalElement, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles, detailStyles, methodsStyles];

  #method?: PaymentMethod;
  readonly #screen = new DialogController<Screen>(this.host);
  readonly #notice = new Notice(this.host);
  readonly #add = new AddPanel(this.host, (method) => this.#added(method));
  readonly #bankOptions = { onDone: (method: PaymentMethod) => this.#added(method), isOpen: () => this.#screen.value === 'bank' };
  readonly #bank = new Lazy(this.host, () => import('./bank-panel.js').then((each) => new each.BankPanel(this.host, this.#bankOptions)));
  readonly #editOptions = { unchanged: () => this.#show('details'), onDone: (method: PaymentMethod) => this.#done('saved', method) };
  readonly #edit = new Lazy(this.host, () => import('./edit-panel.js').then((each) => new each.EditPanel(this.host, this.#editOptions)));
  readonly #details = new DetailsPanel(this.host, {
    edit: (method) => this.#edit.use((panel) => (panel.begin(method), this.#show('edit'))),
    askToDelete: () => this.#show('delete'),
    back: () => this.#show('details'),
    madeDefault: (method) => this.#done('defaultDone', method),
    deleted: (method) => this.#done('deleted', method),
  });

  constructor(host: PortalElement) {
    super(host, texts);
  }

  hostUpdate(): void {
    if (this.#screen.value !== 'add') this.#add.leave();
  }

  add(screen: 'add' | 'bank'): void {
    if (screen === 'bank') this.#bank.use(() => this.#show('bank'));
    else this.#show('add');
  }

  details(method: PaymentMethod): void {
    this.#method = method;
    this.#details.begin();
    this.#show('details');
  }

  /** Achievements, above the list; or that the form for a bank account cannot be loaded. */
  notice(): unknown {
    return [this.#notice.view(), lazyView(this.#bank, this.i18n, () => nothing)];
  }

  /** The open dialog. */
  render(): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    return screenDialog(this.#screen, this.i18n, this.#title(screen), () => this.#body(screen), 'small');
  }

  #show(screen: Screen): void {
    this.#notice.text = '';
    this.#screen.open(screen);
  }

  #title(screen: Screen): string {
    const { t } = this.i18n;
    if (screen === 'add' || screen === 'bank') return t(`${screen}Title`);
    const name = methodName(this.#method!, this.i18n);
    return screen === 'details' ? name : t(`${screen}Title`, name);
  }

  #body(screen: Screen): unknown {
    const { close } = this.#screen;
    if (screen === 'add') return this.#add.render(close);
    if (screen === 'bank') return this.#bank.value?.render(close);
    if (screen === 'edit') return this.#edit.value?.render(() => this.#show('details'));
    if (screen === 'delete') return this.#details.renderDeletion(this.#method!);
    return [this.#details.render(this.#method!), lazyView(this.#edit, this.i18n, () => nothing)];
  }

  #added(method: PaymentMethod): void {
    this.#done(method.status === 'pending-verification' ? 'addedPending' : 'added', method);
    /** @internal */
    this.host.dispatchEvent(new PortalPaymentMethodAddedEvent(method));
  }

  #done(notice: 'saved' | 'defaultDone' | 'deleted' | 'added' | 'addedPending', method: PaymentMethod): void {
    this.#screen.close();
    this.#notice.say(this.i18n.t(notice, methodName(method, this.i18n)));
  }
}
