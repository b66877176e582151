import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DraftForm } from '../core/draft-form.js';
import { FormController } from '../core/forms/form-controller.js';
import { Panel } from '../core/panel.js';
import { confirmation } from '../ui/confirmation.js';
import { formFooter, formStatus, radioField, textAreaField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import type { PortalService } from './portal-service.js';
import { serviceName, type Service } from './service.js';
import { serviceDialogs as texts } from './texts/service-dialogs.js';

type Option = components['schemas']['CancelOption'];

const refusals = ['day-changed', 'not-running', 'cancelled-with-another'] as const;

interface Options {
  close: () => void;
  cancelled: (service: Service) => void;
  withdrawn: (service: Service) => void;
  /** Called when what is offered has changed meanwhile. */
  reload: () => void;
}

/** Cancelling a service to one of the days that the server offers, and taking that back. */
export class CancelPanel extends Panel<PortalService, typeof texts.english> {
  #service?: Service;
  readonly #form: DraftForm<{ when: string; reason: string }, Service>;
  readonly #withdrawal: FormController<string, Service>;

  constructor(
    host: PortalService,
    private readonly options: Options,
  ) {
    super(host, texts);
    this.#form = new DraftForm<{ when: string; reason: string }, Service>(host, this.i18n, {
      changes: ['/services'],
      from: () => ({ when: '', reason: '' }),
      validate: () => ({ when: !this.#chosen && this.i18n.t('choose') }),
      send: async (api, { draft }) => {
        const { id } = this.#service!;
        const reason = draft.reason.trim();
        const body = { ...this.#chosen!, ...(reason && { reason }) };
        const answer = await api.PUT('/services/{serviceId}/cancellation', { params: { path: { serviceId: id } }, body });
        if (answer.response.status === 409) options.reload();
        return answer;
      },
      onDone: options.cancelled,
    });
    this.#withdrawal = new FormController(host, {
      changes: ['/services'],
      send: (api, id) => api.DELETE('/services/{serviceId}/cancellation', { params: { path: { serviceId: id } } }),
      onDone: options.withdrawn,
    });
  }

  /** Starts over. */
  begin(): void {
    this.#form.begin();
    this.#withdrawal.edited();
  }

  /** The form: when it should end, what that means, and why. */
  render(service: Service): TemplateResult {
    this.#service = service;
    const form = this.#form;
    const { t } = this.i18n;
    const { cancelOptions, noticeDays, consequences } = service;
    return html`<form class="stack" novalidate @submit=${form.submit}>
      ${radioField({
        ...form.field('when'),
        label: t('when'),
        choices: cancelOptions.map((option) => [option.when, this.#optionText(option)]),
        hint: noticeDays > 0 ? t('notice', noticeDays) : undefined,
      })}
      ${
        consequences?.length
          ? html`<div class="notice warning">
              <div>
                <strong>${t('means')}</strong>
                <ul>
                  ${consequences.map(({ key, label }) => html`<li>${this.i18n.label(`means-${key}`, label || key)}</li>`)}
                </ul>
              </div>
            </div>`
          : nothing
      }
      ${textAreaField({ ...form.field('reason'), label: t('reason'), rows: 3 })} ${this.#refusal(form) ?? formStatus(form, this.i18n)}
      ${formFooter(form, this.i18n, { submit: t('confirm'), destructive: true, cancel: this.options.close, back: t('keep') })}
    </form>`;
  }

  /** The question whether it is to run on as before. */
  renderWithdrawal(service: Service): TemplateResult {
    const { t } = this.i18n;
    return confirmation(this.#withdrawal, this.i18n, {
      text: t('withdrawText', serviceName(service, this.i18n)),
      submit: t('withdrawTitle'),
      act: () => void this.#withdrawal.send(service.id),
      cancel: this.options.close,
      back: t('stayCancelled'),
      refusal: this.#refusal(this.#withdrawal),
    });
  }

  get #chosen(): Option | undefined {
    return this.#service?.cancelOptions.find(({ when }) => when === this.#form.draft.when);
  }

  #optionText({ when, lastDay }: Option): string {
    const { t, day } = this.i18n;
    return when === 'end-of-term' || when === 'now' ? t(`when-${when}`, day(lastDay)) : t('whenOther', day(lastDay));
  }

  #refusal(form: Parameters<typeof refusal>[0]): TemplateResult | undefined {
    return refusal(form, refusals, (kind) => this.i18n.t(`problem-${kind}`));
  }
}
