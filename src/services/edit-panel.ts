import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DraftForm } from '../core/draft-form.js';
import { Panel } from '../core/panel.js';
import { checkField, formFooter, formStatus, selectField, staleNotice, textField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import type { PortalService } from './portal-service.js';
import { isOver, type Service } from './service.js';
import { serviceDialogs as texts } from './texts/service-dialogs.js';

type Change = components['schemas']['ServiceChange'];

interface Draft {
  label: string;
  autoRenew: boolean;
  /** Empty: as everything that names no method of its own. */
  paymentMethodId: string;
}

const draftOf = (service: Service | undefined): Draft => ({
  label: service?.label ?? '',
  autoRenew: service?.autoRenew ?? false,
  paymentMethodId: service?.paymentMethod?.id ?? '',
});

const changeOf = ({ label, autoRenew, paymentMethodId }: Partial<Draft>): Change => ({
  ...(label !== undefined && { label: label.trim() || null }),
  ...(autoRenew !== undefined && { autoRenew }),
  ...(paymentMethodId !== undefined && { paymentMethodId: paymentMethodId || null }),
});

const path = ({ id }: Service) => ({ serviceId: id });

/** The name, the renewal and the payment method of a service while they are edited. */
export class EditPanel extends Panel<PortalService, typeof texts.english> {
  readonly form: DraftForm<Draft, Service, Service>;

  constructor(host: PortalService, { close, onDone }: { close: () => void; onDone: (service: Service) => void }) {
    super(host, texts);
    this.form = new DraftForm<Draft, Service, Service>(host, this.i18n, {
      changes: ['/services'],
      from: draftOf,
      send: (api, { changed, base }) =>
        api.PATCH('/services/{serviceId}', {
          params: { path: path(base), header: { 'If-Match': base.etag } },
          body: changeOf(changed),
        }),
      reread: (api, base) => api.GET('/services/{serviceId}', { params: { path: path(base) } }),
      unchanged: close,
      onDone,
    });
  }

  render(close: () => void): TemplateResult {
    const { form, i18n } = this;
    const { t } = i18n;
    const cancel = () => {
      form.begin();
      close();
    };
    return html`<form class="stack" novalidate @submit=${form.submit}>
      ${staleNotice(form, i18n)} ${textField({ ...form.field('label'), label: t('label'), hint: t('labelHint') })}
      ${form.base ? [this.#renewal(form.base), this.#method(form.base)] : nothing}
      ${refusal(form, ['not-running'], (kind) => t(`problem-${kind}`)) ?? formStatus(form, i18n)} ${formFooter(form, i18n, { cancel })}
    </form>`;
  }

  #renewal(service: Service): TemplateResult | typeof nothing {
    if (isOver(service) || service.status === 'cancel-pending' || service.status === 'failed') return nothing;
    const { t, day } = this.i18n;
    const { renewsOn, lastDay, cancelOptions } = service;
    const end = lastDay ?? cancelOptions?.find(({ when }) => when === 'end-of-term')?.lastDay;
    const hint = this.form.draft.autoRenew ? renewsOn && t('renewsAgain', day(renewsOn)) : end && t('endsThen', day(end));
    return html`<div class="field">
      ${checkField({ ...this.form.check('autoRenew'), label: t('autoRenew') })}
      ${hint ? html`<small class="muted" role="status">${hint}</small>` : nothing}
    </div>`;
  }

  #method(service: Service): TemplateResult | typeof nothing {
    const { paymentMethod, paymentMethodChoices } = service;
    if (!paymentMethodChoices || isOver(service)) return nothing;
    const { t } = this.i18n;
    const kept = paymentMethod && !paymentMethod.isUsable ? [[paymentMethod.id, t('otherMethod', paymentMethod.label)] as const] : [];
    return selectField({
      ...this.form.field('paymentMethodId'),
      label: t('method'),
      choices: [['', t('defaultMethod')], ...kept, ...paymentMethodChoices.map(({ id, label }) => [id, label] as const)],
    });
  }
}
