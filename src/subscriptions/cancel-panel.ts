import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { DraftForm } from '../core/draft-form.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { formFooter, formStatus, textField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { Notice, screenDialog } from '../ui/screen-dialog.js';
import { formStyles } from '../ui/styles/form.js';
import { subscriptionName, type Subscription } from './subscription.js';
import { subscriptionDialogs as texts } from './texts/subscription-dialogs.js';

/** PayPal takes no more characters. */
const longestReason = 128;

const problems = { 'paypal-unreachable': 'unreachable', 'not-cancellable': 'notCancellable' } as const;

/** Cancels a subscription for good, once it is plain what that means. */
export class CancelPanel extends Panel<PortalElement, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [formStyles];

  readonly #dialog = new DialogController<Subscription>(this.host);
  readonly #notice = new Notice(this.host);
  readonly #form: DraftForm<{ reason: string }, Subscription, Subscription>;

  constructor(host: PortalElement) {
    super(host, texts);
    this.#form = new DraftForm<{ reason: string }, Subscription, Subscription>(host, this.i18n, {
      changes: ['/paypal-subscriptions'],
      prefix: 'cancellation',
      from: () => ({ reason: '' }),
      required: ['reason'],
      validate: ({ reason }) => ({ reason: reason.trim().length > longestReason && this.i18n.t('tooLong') }),
      send: (api, { base, draft }) =>
        api.PUT('/paypal-subscriptions/{subscriptionId}/cancellation', {
          params: { path: { subscriptionId: base.id } },
          body: { reason: draft.reason.trim() },
        }),
      onDone: (subscription) => this.#done(subscription),
    });
  }

  /** Opens the question; a reason that was typed before for the same subscription is still there. */
  open(subscription: Subscription): void {
    this.#notice.text = '';
    if (subscription.id === this.#form.base?.id) this.#form.edit({});
    else this.#form.begin(subscription);
    this.#dialog.open(subscription);
  }

  /** Achievements, above the list. */
  notice(): unknown {
    return this.#notice.view();
  }

  /** The open dialog. */
  render(): unknown {
    const subscription = this.#dialog.value;
    if (!subscription) return nothing;
    const title = this.i18n.t('title', subscriptionName(subscription, this.i18n));
    return screenDialog(this.#dialog, this.i18n, title, (each) => this.#body(each), 'small');
  }

  #body(subscription: Subscription): TemplateResult {
    const form = this.#form;
    const { i18n } = this;
    const { t } = i18n;
    return html`<form class="stack" novalidate @submit=${form.submit}>
      <div class="notice warning"><p>${t('goesOn', subscriptionName(subscription, i18n))} ${t('final')}</p></div>
      ${textField({ ...form.field('reason'), label: t('reason'), hint: t('reasonHint'), autocomplete: 'off' })}
      ${refusal(form, ['paypal-unreachable', 'not-cancellable'], (kind) => t(problems[kind])) ?? formStatus(form, i18n)}
      ${formFooter(form, i18n, { submit: t('confirm'), destructive: true, cancel: this.#dialog.close, back: t('keep') })}
    </form>`;
  }

  #done(subscription: Subscription): void {
    this.#dialog.close();
    this.#notice.say(this.i18n.t('done', subscriptionName(subscription, this.i18n)));
  }
}
