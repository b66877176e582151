import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { ApiError, unwrap } from '../api/problem.js';
import { FormController } from '../core/form-controller.js';
import type { LoadController } from '../core/load-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { facilityAccessDialogs } from './texts/facility-access-dialogs.js';
import { facilityAccess } from './texts/facility-access.js';
import { tools } from '../i18n/texts/tools.js';
import { checkField, focusFirstInvalid, formStatus, selectField, submitButton, textField } from '../ui/form-view.js';
import { refusal } from '../ui/refusal.js';
import type { AccessGrant, AccessLocalize } from './facility-access-parts.js';
import { partChoices, placeDraft, placeOf, type AccessOptions, type PlaceDraft } from './facility-places.js';

type Change = components['schemas']['AccessGrantChange'];
type NewGrant = components['schemas']['NewAccessGrant'];

interface Draft extends PlaceDraft {
  personId: string;
  level: 'escorted' | 'unescorted';
  permissions: string[];
  validFrom: string;
  validTo: string;
}

const empty: Draft = { personId: '', facilityId: '', part: '', level: 'escorted', permissions: [], validFrom: '', validTo: '' };
const pointers = ['/personId', '/facilityId', '/validFrom', '/validTo'];

const draftOf = ({ personId, place, level, permissions, validFrom, validTo }: AccessGrant): Draft => ({
  ...placeDraft(place),
  personId: personId ?? '',
  level: level === 'unescorted' ? level : 'escorted',
  permissions: permissions.map(({ id }) => id),
  validFrom,
  validTo: validTo ?? '',
});

/** An access while it is granted or changed; a change sends only what differs, against the version that was seen. */
export class AccessForm {
  #base?: AccessGrant | undefined;
  #draft: Draft = { ...empty };
  #checked = false;
  #stale = false;
  readonly #form: FormController<Draft, AccessGrant>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: AccessLocalize,
    private readonly options: LoadController<AccessOptions>,
    onDone: (grant: AccessGrant, isNew: boolean) => void,
  ) {
    this.#form = new FormController(host, {
      changes: ['/access-grants'],
      send: (api, draft, { idempotencyKey }) => {
        const base = this.#base;
        if (!base) return api.POST('/access-grants', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body: newGrant(draft) });
        const params = { path: { grantId: base.id }, header: { 'If-Match': base.etag } };
        return api.PATCH('/access-grants/{grantId}', { params, body: changeOf(draftOf(base), draft) });
      },
      onDone: (grant) => {
        const isNew = !this.#base;
        this.#begin();
        onDone(grant, isNew);
      },
    });
  }

  /** Goes on with what was typed for the same grant, else begins anew. */
  begin(grant?: AccessGrant): void {
    if (grant?.id !== this.#base?.id) this.#begin(grant);
  }

  #begin(grant?: AccessGrant): void {
    this.#base = grant;
    this.#draft = grant ? draftOf(grant) : { ...empty };
    this.#checked = this.#stale = false;
    this.#form.edited();
  }

  view(options: AccessOptions, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(facilityAccessDialogs);
    const label = i18n.in(facilityAccess);
    if (options.facilities.length === 0) return html`<p>${t('nothingThere')}</p>`;
    const draft = this.#draft;
    const choose = ['', t('choose')] as const;
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <p class="muted">${t(this.#base ? 'widerText' : 'grantText')}</p>
      ${this.#stale ? html`<div class="notice warning" role="alert"><p>${t('stale')}</p></div>` : nothing}
      ${
        this.#base
          ? nothing
          : selectField({
              name: 'access-personId',
              label: label('person'),
              value: draft.personId,
              choices: [choose, ...options.people.map((each) => [each.id, this.#personName(each)] as const)],
              required: true,
              edit: (personId) => this.#edit({ personId }),
              ...this.#error('personId'),
            })
      }
      <div class="row">
        ${selectField({
          name: 'access-facilityId',
          label: label('facility'),
          value: draft.facilityId,
          choices: [choose, ...options.facilities.map(({ id, label: name }) => [id, name] as const)],
          required: true,
          edit: (facilityId) => this.#edit({ facilityId, part: '' }),
          ...this.#error('facilityId'),
        })}
        ${selectField({
          name: 'access-part',
          label: label('place'),
          value: draft.part,
          choices: partChoices(options, draft.facilityId, i18n),
          edit: (part) => this.#edit({ part }),
        })}
        ${selectField({
          name: 'access-level',
          label: label('level'),
          value: draft.level,
          choices: [
            ['escorted', label('level-escorted')],
            ['unescorted', label('level-unescorted')],
          ],
          edit: (level) => this.#edit({ level: level as Draft['level'] }),
        })}
      </div>
      <fieldset>
        <legend>${label('permissions')}</legend>
        ${options.permissions.map(({ id, label: name }) =>
          checkField({
            name: `access-${id}`,
            label: i18n.label(`permission-${id}`, name),
            checked: draft.permissions.includes(id),
            edit: (checked) => this.#edit({ permissions: [...draft.permissions.filter((each) => each !== id), ...(checked ? [id] : [])] }),
          }),
        )}
      </fieldset>
      <div class="row">${this.#day('validFrom', t('validFrom'))} ${this.#day('validTo', t('validTo'), t('validToHint'))}</div>
      ${this.#failure()}
      <footer>
        <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
        ${submitButton(this.#form, i18n, this.#base ? i18n.in(tools)('save') : t('grant'))}
      </footer>
    </form>`;
  }

  #personName({ name, title, hasLogin }: AccessOptions['people'][number]): string {
    const t = this.i18n.in(facilityAccessDialogs);
    const full = title ? t('personWithTitle', name, title) : name;
    return hasLogin ? full : t('personWithoutLogin', full);
  }

  #day(name: 'validFrom' | 'validTo', label: string, hint?: string): TemplateResult {
    return textField({
      name: `access-${name}`,
      label,
      type: 'date',
      value: this.#draft[name],
      required: name === 'validFrom',
      edit: (value) => this.#edit({ [name]: value }),
      ...(hint && { hint }),
      ...this.#error(name),
    });
  }

  #failure(): unknown {
    const form = this.#form;
    if (this.#stale && form.error?.status === 412) return nothing;
    const t = this.i18n.in(facilityAccessDialogs);
    return refusal(form, ['already-granted', 'not-changeable'], (kind) => t(`problem-${kind}`)) ?? formStatus(form, this.i18n, pointers);
  }

  #edit(changes: Partial<Draft>): void {
    if (!this.#form.busy) Object.assign(this.#draft, changes);
    this.#form.edited();
  }

  #error(name: keyof Draft): { error?: string } {
    const t = this.i18n.in(facilityAccessDialogs);
    const found = this.#checked ? this.#faultOf(name) : undefined;
    if (found) return { error: found === 'required' ? this.i18n.in(tools)('required') : t('fault-before-start') };
    const fault = this.#form.error?.problem.errors?.find(({ pointer }) => pointer === `/${name}`);
    if (!fault) return {};
    return { error: fault.code === 'before-start' || fault.code === 'over' ? t(`fault-${fault.code}`) : fault.detail };
  }

  #faultOf(name: keyof Draft): 'required' | 'before-start' | undefined {
    const { validFrom, validTo } = this.#draft;
    if (name === 'validTo') return validTo && validFrom && validTo < validFrom ? 'before-start' : undefined;
    return (name === 'personId' || name === 'facilityId' || name === 'validFrom') && !this.#draft[name] ? 'required' : undefined;
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    this.#checked = true;
    this.host.requestUpdate();
    const faulty = (['personId', 'facilityId', 'validFrom', 'validTo'] as const).some((name) => this.#faultOf(name));
    if (!faulty && (await this.#form.send(this.#draft))) return;
    if (this.#form.error?.status === 412) await this.#renew();
    await this.host.updateComplete;
    focusFirstInvalid(element);
  };

  /** Somebody was faster: what is typed stays, and is next sent against what is there now. */
  async #renew(): Promise<void> {
    const api = this.options.connection?.api;
    const base = this.#base;
    if (!api || !base) return;
    try {
      this.#base = await unwrap(api.GET('/access-grants/{grantId}', { params: { path: { grantId: base.id } } }));
      this.#stale = true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
    this.host.requestUpdate();
  }
}

const newGrant = ({ personId, level, permissions, validFrom, validTo, ...place }: Draft): NewGrant => ({
  personId,
  ...placeOf(place),
  level,
  permissions,
  validFrom,
  validTo: validTo || null,
});

/** What differs from what was there. */
function changeOf(before: Draft, { facilityId, part, level, permissions, validFrom, validTo }: Draft): Change {
  const same = permissions.length === before.permissions.length && permissions.every((each) => before.permissions.includes(each));
  return {
    ...((facilityId !== before.facilityId || part !== before.part) && placeOf({ facilityId, part })),
    ...(level !== before.level && { level }),
    ...(!same && { permissions }),
    ...(validFrom !== before.validFrom && { validFrom }),
    ...(validTo !== before.validTo && { validTo: validTo || null }),
  };
}
