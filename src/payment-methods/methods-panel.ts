import { nothing, type CSSResult } from 'lit';
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
import { methodsStyles } from './methods.styles.js';
import { methodName, type PaymentMethod } from './payment-method.js';
import { paymentMethodDialogs as texts } from './texts/payment-method-dialogs.js';

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
