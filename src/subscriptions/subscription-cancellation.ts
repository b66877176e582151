import { html, nothing, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { FormController } from '../core/form-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { shared } from '../i18n/texts/shared.js';
import { subscriptionDialogs } from './texts/subscription-dialogs.js';
import { tools } from '../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, textField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { adoptStyles } from '../ui/styles/adopt.js';
import { formStyles } from '../ui/styles/form.js';
import type { Subscription, SubscriptionsLocalize } from './subscription-parts.js';

/** As many characters as PayPal takes. */
const longestReason = 128;

/** Cancels a subscription for good, once it has been said what that means. Loaded with its first use. */
export class SubscriptionCancellation {
  #reason = '';
  #checked = false;
  readonly #dialog: DialogController<Subscription>;
  readonly #notice: Notice;
  readonly #form: FormController<Subscription, Subscription>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: SubscriptionsLocalize,
  ) {
    this.#dialog = new DialogController(host);
    this.#notice = new Notice(host);
    this.#form = new FormController(host, {
      changes: ['/paypal-subscriptions'],
      send: (api, { id }) =>
        api.PUT('/paypal-subscriptions/{subscriptionId}/cancellation', {
          params: { path: { subscriptionId: id } },
          body: { reason: this.#reason.trim() },
        }),
      onDone: (subscription) => this.#done(subscription),
    });
    adoptStyles(host, formStyles);
  }

  open(subscription: Subscription): void {
    this.#checked = false;
    this.#notice.text = '';
    this.#form.edited();
    this.#dialog.open(subscription);
  }

  /** What has been achieved, above the list. */
  notice(): TemplateResult | typeof nothing {
    return this.#notice.view();
  }

  view(): unknown {
    const subscription = this.#dialog.value;
    if (!subscription) return nothing;
    const title = this.#t('title', this.#subject(subscription));
    return screenDialog(this.#dialog, this.i18n, title, (each) => this.#body(each), 'small');
  }

  #body(subscription: Subscription): TemplateResult {
    const form = this.#form;
    const t = this.#t;
    const words = this.i18n.in(tools);
    const error = this.#fault ?? form.fieldError('/reason');
    const problems = { 'paypal-unreachable': 'unreachable', 'not-cancellable': 'notCancellable' } as const;
    return html`<form class="stack" novalidate @submit=${(event: Event) => void this.#submit(event, subscription)}>
      <div class="notice warning"><p>${t('goesOn', this.#subject(subscription))} ${t('final')}</p></div>
      ${textField({
        name: 'cancellation-reason',
        label: t('reason'),
        hint: t('reasonHint'),
        value: this.#reason,
        required: true,
        autocomplete: 'off',
        edit: (reason) => {
          if (!form.busy) this.#reason = reason;
          form.edited();
        },
        ...(error && { error }),
      })}
      ${refusal(form, ['paypal-unreachable', 'not-cancellable'], (kind) => t(problems[kind])) ?? formStatus(form, this.i18n, ['/reason'])}
      <footer>
        <button type="button" @click=${this.#dialog.close}>${t('keep')}</button>
        <button type="submit" class="destructive" aria-disabled=${form.busy}>${form.busy ? words('sending') : t('confirm')}</button>
      </footer>
    </form>`;
  }

  get #fault(): string | undefined {
    if (!this.#checked) return undefined;
    const { length } = this.#reason.trim();
    if (length === 0) return this.i18n.in(tools)('required');
    return length > longestReason ? this.#t('tooLong') : undefined;
  }

  async #submit(event: Event, subscription: Subscription): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    this.#checked = true;
    this.host.requestUpdate();
    if (!this.#fault && (await this.#form.send(subscription))) return;
    await this.host.updateComplete;
    focusFirstInvalid(element);
  }

  #done(subscription: Subscription): void {
    this.#reason = '';
    this.#dialog.close();
    this.#notice.say(this.#t('done', this.#subject(subscription)));
  }

  #subject = ({ subject }: Subscription): string => subject.name || this.i18n.in(shared)('unlabelled');

  get #t() {
    return this.i18n.in(subscriptionDialogs);
  }
}
