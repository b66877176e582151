import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { ApiError, unwrap } from '../api/problem.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { serviceDialogs } from './texts/service-dialogs.js';
import { tools } from '../i18n/texts/tools.js';
import { checkField, focusFirstInvalid, formStatus, selectField, submitButton, textField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import { isOver, type Service, type ServicesLocalize } from './service-parts.js';

type Change = components['schemas']['ServiceChange'];

interface Draft {
  label: string;
  autoRenew: boolean;
  /** Empty: as everything that names no method of its own. */
  paymentMethodId: string;
}

const draftOf = ({ label, autoRenew, paymentMethod }: Service): Draft => ({
  label: label ?? '',
  autoRenew,
  paymentMethodId: paymentMethod?.id ?? '',
});

/** A service while its name, its renewal and its payment method are edited; sends only what differs. */
export class ServiceEdit implements ReactiveController {
  #base?: Service | undefined;
  #draft?: Draft | undefined;
  #stale = false;
  readonly #form: FormController<Change, Service>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: ServicesLocalize,
    private readonly record: LoadController<Service>,
    onDone: (service: Service) => void,
  ) {
    this.#form = new FormController(host, {
      changes: ['/services'],
      send: (api, body) => {
        const params = { path: { serviceId: this.#base!.id }, header: { 'If-Match': this.#base!.etag } };
        return api.PATCH('/services/{serviceId}', { params, body });
      },
      onDone: (service) => {
        this.open();
        onDone(service);
      },
    });
    host.addController(this);
  }

  /** Begins anew. */
  open(): void {
    this.#base = this.#draft = undefined;
    this.#stale = false;
    this.#form.edited();
  }

  hostUpdate(): void {
    const service = this.record.value;
    if (!service || this.#base?.id === service.id) return;
    this.#base = service;
    this.#draft = draftOf(service);
  }

  view(service: Service, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(serviceDialogs);
    const form = this.#form;
    const draft = this.#draft ?? draftOf(service);
    const edit = (changes: Partial<Draft>) => {
      if (!form.busy) Object.assign(draft, changes);
      form.edited();
    };
    const labelError = form.fieldError('/label');
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${this.#stale ? html`<div class="notice warning" role="alert"><p>${t('stale')}</p></div>` : nothing}
      ${textField({
        name: 'label',
        label: t('label'),
        hint: t('labelHint'),
        value: draft.label,
        edit: (label) => edit({ label }),
        ...(labelError && { error: labelError }),
      })}
      ${this.#renewal(service, draft, edit)} ${this.#method(service, draft, edit)}
      ${
        refusal(form, ['not-running'], (kind) => t(`problem-${kind}`)) ??
        (this.#stale && form.error?.status === 412 ? nothing : formStatus(form, i18n, ['/label', '/paymentMethodId']))
      }
      <footer>
        <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
        ${submitButton(form, i18n, i18n.in(tools)('save'))}
      </footer>
    </form>`;
  }

  #renewal(service: Service, draft: Draft, edit: (changes: Partial<Draft>) => void): TemplateResult | typeof nothing {
    if (isOver(service) || service.status === 'cancel-pending' || service.status === 'failed') return nothing;
    const t = this.i18n.in(serviceDialogs);
    const { renewsOn, lastDay, cancelOptions } = service;
    const end = lastDay ?? cancelOptions?.find(({ when }) => when === 'end-of-term')?.lastDay;
    const hint = draft.autoRenew ? renewsOn && t('renewsAgain', this.i18n.day(renewsOn)) : end && t('endsThen', this.i18n.day(end));
    return html`<div class="field">
      ${checkField({
        name: 'autoRenew',
        label: t('autoRenew'),
        checked: draft.autoRenew,
        edit: (autoRenew) => edit({ autoRenew }),
      })}
      ${hint ? html`<small class="muted" role="status">${hint}</small>` : nothing}
    </div>`;
  }

  #method(service: Service, draft: Draft, edit: (changes: Partial<Draft>) => void): TemplateResult | typeof nothing {
    const { paymentMethod, paymentMethodChoices } = service;
    if (!paymentMethodChoices || isOver(service)) return nothing;
    const t = this.i18n.in(serviceDialogs);
    const error = this.#form.fieldError('/paymentMethodId');
    const kept = paymentMethod && !paymentMethod.isUsable ? [[paymentMethod.id, t('otherMethod', paymentMethod.label)] as const] : [];
    return selectField({
      name: 'paymentMethodId',
      label: t('method'),
      value: draft.paymentMethodId,
      choices: [['', t('defaultMethod')], ...kept, ...paymentMethodChoices.map(({ id, label }) => [id, label] as const)],
      edit: (paymentMethodId) => edit({ paymentMethodId }),
      ...(error && { error }),
    });
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    if (await this.#form.send(this.#change())) return;
    if (this.#form.error?.status === 412) await this.#renew();
    await this.host.updateComplete;
    focusFirstInvalid(element);
  };

  /** What differs from what was there; a change of nothing keeps the name. */
  #change(): Change {
    const before = draftOf(this.#base!);
    const { label, autoRenew, paymentMethodId } = this.#draft!;
    const change: Change = {
      ...(autoRenew !== before.autoRenew && { autoRenew }),
      ...(paymentMethodId !== before.paymentMethodId && { paymentMethodId: paymentMethodId || null }),
    };
    if (label.trim() !== before.label || Object.keys(change).length === 0) change.label = label.trim() || null;
    return change;
  }

  /** Another person was faster: what is typed stays, and is next sent against what is there now. */
  async #renew(): Promise<void> {
    const api = this.record.connection?.api;
    if (!api || !this.#base) return;
    try {
      const params = { path: { serviceId: this.#base.id } };
      this.#base = await unwrap(api.GET('/services/{serviceId}', { params }));
      this.#stale = true;
      this.host.requestUpdate();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }
}
