import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { paymentMethodDialogs } from './texts/payment-method-dialogs.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import type { BankAccountTask } from './bank-account-task.js';
import { PortalPaymentMethodAddedEvent } from './events.js';
import { MethodDeletion } from './payment-method-deletion.js';
import { MethodDetails } from './payment-method-details.js';
import type { MethodEdit } from './payment-method-edit.js';
import { methodName, type MethodsLocalize, type PaymentMethod } from './payment-method-parts.js';
import { adoptMethodStyles } from './payment-method-styles.js';
import { NewMethodTask } from './new-method-task.js';

type Screen = 'add' | 'bank' | 'details' | 'edit' | 'delete';

/** The dialogs in which payment methods are added, looked at and changed. Loaded with the first use of one. */
export class PaymentMethodDialogs implements ReactiveController {
  #method?: PaymentMethod;
  readonly #screen: DialogController<Screen>;
  readonly #notice: Notice;
  readonly #new: NewMethodTask;
  #bank?: BankAccountTask;
  #edit?: MethodEdit;
  readonly #details: MethodDetails;
  readonly #deletion: MethodDeletion;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: MethodsLocalize,
  ) {
    this.#screen = new DialogController(host);
    this.#notice = new Notice(host);
    this.#new = new NewMethodTask(host, i18n, (method) => this.#added(method));
    this.#details = new MethodDetails(host, i18n, (method) => this.#done(this.#t('defaultDone', methodName(method, i18n))));
    this.#deletion = new MethodDeletion(host, i18n, (method) => this.#done(this.#t('deleted', methodName(method, i18n))));
    host.addController(this);
    adoptMethodStyles(host);
  }

  hostUpdate(): void {
    if (this.#screen.value !== 'add') this.#new.leave();
  }

  async add(screen: 'add' | 'bank'): Promise<void> {
    if (screen === 'bank' && !this.#bank) {
      const { BankAccountTask } = await import('./bank-account-task.js');
      this.#bank ??= new BankAccountTask(
        this.host,
        this.i18n,
        (method) => this.#added(method),
        () => this.#screen.value === 'bank',
      );
    }
    this.#show(screen);
  }

  details(method: PaymentMethod): void {
    this.#method = method;
    this.#details.open();
    this.#show('details');
  }

  /** What has been achieved, above the list. */
  notice(): TemplateResult | typeof nothing {
    return this.#notice.view();
  }

  view(): unknown {
    const screen = this.#screen.value;
    if (!screen) return nothing;
    return screenDialog(this.#screen, this.i18n, this.#title(screen), () => this.#body(screen), 'small');
  }

  #show(screen: Screen): void {
    this.#notice.text = '';
    this.#screen.open(screen);
  }

  #title(screen: Screen): string {
    if (screen === 'add' || screen === 'bank') return this.#t(`${screen}Title`);
    const name = methodName(this.#method!, this.i18n);
    return screen === 'details' ? name : this.#t(`${screen}Title`, name);
  }

  #body(screen: Screen): unknown {
    const { close } = this.#screen;
    if (screen === 'add') return this.#new.view(close);
    if (screen === 'bank') return this.#bank?.view(close);
    const method = this.#method!;
    const back = () => this.#show('details');
    if (screen === 'edit') return this.#edit?.view(back);
    if (screen === 'delete') return this.#deletion.view(method, back);
    return this.#details.view(method, {
      edit: () => void this.#startEdit(method),
      remove: () => {
        this.#deletion.open();
        this.#show('delete');
      },
    });
  }

  async #startEdit(method: PaymentMethod): Promise<void> {
    const { MethodEdit } = await import('./payment-method-edit.js');
    this.#edit ??= new MethodEdit(
      this.host,
      this.i18n,
      (changed) => this.#done(this.#t('saved', methodName(changed, this.i18n))),
      () => this.#screen.value === 'edit',
    );
    this.#edit.open(method.id);
    this.#show('edit');
  }

  #added(method: PaymentMethod): void {
    const pending = method.status === 'pending-verification';
    this.#done(this.#t(pending ? 'addedPending' : 'added', methodName(method, this.i18n)));
    /** @internal */
    this.host.dispatchEvent(new PortalPaymentMethodAddedEvent(method));
  }

  #done(notice: string): void {
    this.#screen.close();
    this.#notice.say(notice);
  }

  get #t() {
    return this.i18n.in(paymentMethodDialogs);
  }
}
