import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import type { PortalElement } from '../core/portal-element.js';
import { facilityAccess } from './texts/facility-access.js';
import { tools } from '../i18n/texts/tools.js';
import { visitDialogs } from './texts/visit-dialogs.js';
import { visits } from './texts/visits.js';
import { focusFirstInvalid, formStatus, selectField, submitButton, textField } from '../ui/form-view.js';
import { partChoices, placeOf, type AccessOptions, type PlaceDraft } from './facility-places.js';
import { cityOf, type Visit, type VisitsLocalize } from './visit-parts.js';

type NewVisit = components['schemas']['NewVisit'];

interface VisitorDraft {
  name: string;
  company: string;
  idDocument: string;
  plate: string;
}

interface Draft extends PlaceDraft {
  day: string;
  from: string;
  to: string;
  purpose: string;
  visitors: VisitorDraft[];
}

type TextName = 'day' | 'from' | 'to' | 'purpose';

const newVisitor = (): VisitorDraft => ({ name: '', company: '', idDocument: '', plate: '' });
const newDraft = (): Draft => ({ facilityId: '', part: '', day: '', from: '', to: '', purpose: '', visitors: [newVisitor()] });

/** Where the server's faults belong. */
const pointerOf: Record<TextName | 'facilityId', string> = {
  facilityId: '/facilityId',
  day: '/startsAt',
  from: '/startsAt',
  to: '/endsAt',
  purpose: '/purpose',
};
const knownFaults = ['before-start', 'too-long', 'past', 'too-far', 'no-such-time'] as const;

/** A visit while it is written down: where, when by the clocks there, what for, and who comes. */
export class VisitForm {
  #draft = newDraft();
  #checked = false;
  readonly #form: FormController<Draft, Visit>;

  constructor(
    private readonly host: PortalElement,
    private readonly i18n: VisitsLocalize,
    onDone: (visit: Visit) => void,
  ) {
    this.#form = new FormController(host, {
      changes: ['/visits'],
      send: (api, draft, { idempotencyKey }) =>
        api.POST('/visits', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body: visitOf(draft) }),
      onDone: (visit) => {
        this.#draft = newDraft();
        this.#checked = false;
        onDone(visit);
      },
    });
  }

  view(options: AccessOptions, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(visitDialogs);
    if (options.facilities.length === 0) return html`<p>${t('nothingThere')}</p>`;
    const draft = this.#draft;
    const facility = options.facilities.find(({ id }) => id === draft.facilityId);
    const { visitors } = draft;
    const pointers = [...Object.values(pointerOf), ...visitors.map((_, index) => `/visitors/${index}/name`)];
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <div class="row">
        ${selectField({
          name: 'visit-facilityId',
          label: i18n.in(visits)('facility'),
          value: draft.facilityId,
          choices: [['', t('choose')], ...options.facilities.map(({ id, label }) => [id, label] as const)],
          required: true,
          edit: (facilityId) => this.#edit({ facilityId, part: '' }),
          ...this.#error('facilityId'),
        })}
        ${selectField({
          name: 'visit-part',
          label: i18n.in(facilityAccess)('place'),
          value: draft.part,
          choices: partChoices(options, draft.facilityId, i18n),
          edit: (part) => this.#edit({ part }),
        })}
      </div>
      <div class="row">
        ${this.#text('day', t('day'), 'date')} ${this.#text('from', t('from'), 'time')} ${this.#text('to', t('to'), 'time')}
      </div>
      ${facility ? html`<small class="muted">${t('clock', cityOf(facility.timeZone), options.maxVisitHours)}</small>` : nothing}
      ${this.#text('purpose', i18n.in(visits)('purpose'), 'text')} ${visitors.map((visitor, index) => this.#visitor(visitor, index))}
      <div class="actions">
        ${visitors.length < options.maxVisitors ? html`<button type="button" @click=${this.#add}>${t('addVisitor')}</button>` : nothing}
      </div>
      <small class="muted">${t('personalHint')}</small>
      ${formStatus(this.#form, i18n, pointers)}
      <footer>
        <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
        ${submitButton(this.#form, i18n, t('register'))}
      </footer>
    </form>`;
  }

  #text(name: TextName, label: string, type: 'date' | 'time' | 'text'): TemplateResult {
    return textField({
      name: `visit-${name}`,
      label,
      type: type as 'text',
      value: this.#draft[name],
      required: true,
      edit: (value) => this.#edit({ [name]: value }),
      ...this.#error(name),
    });
  }

  #visitor(visitor: VisitorDraft, index: number): TemplateResult {
    const { i18n } = this;
    const t = i18n.in(visitDialogs);
    const number = i18n.number(index + 1);
    const field = (name: keyof VisitorDraft, error?: string) =>
      textField({
        name: `visit-visitor-${index}-${name}`,
        label: t(name),
        value: visitor[name],
        autocomplete: 'off',
        spellcheck: false,
        required: name === 'name',
        edit: (value) => this.#edit(() => (visitor[name] = value)),
        ...(error && { error }),
      });
    const error = this.#checked && !visitor.name.trim() ? i18n.in(tools)('required') : this.#form.fieldError(`/visitors/${index}/name`);
    const remove = (event: Event) => {
      const form = (event.currentTarget as Element).closest('form')!;
      this.#edit(() => this.#draft.visitors.splice(index, 1));
      form.querySelector<HTMLElement>('.actions button, [name="visit-purpose"]')!.focus();
    };
    return html`<fieldset class="visitor">
      <legend>${t('visitor', number)}</legend>
      <div class="row">${field('name', error)} ${field('company')}</div>
      <div class="row">${field('idDocument')} ${field('plate')}</div>
      ${
        this.#draft.visitors.length > 1
          ? html`<div>
              <button type="button" class="quiet" aria-label=${t('removeVisitor', number)} @click=${remove}>
                ${t('removeVisitor', number)}
              </button>
            </div>`
          : nothing
      }
    </fieldset>`;
  }

  #add = async (event: Event): Promise<void> => {
    const form = (event.currentTarget as Element).closest('form')!;
    this.#edit(() => this.#draft.visitors.push(newVisitor()));
    await this.host.updateComplete;
    form.querySelector<HTMLElement>(`[name="visit-visitor-${this.#draft.visitors.length - 1}-name"]`)?.focus();
  };

  #edit(change: Partial<Draft> | (() => unknown)): void {
    if (!this.#form.busy) {
      if (typeof change === 'function') change();
      else Object.assign(this.#draft, change);
    }
    this.#form.edited();
  }

  #error(name: TextName | 'facilityId'): { error?: string } {
    if (this.#checked && !this.#draft[name].trim()) return { error: this.i18n.in(tools)('required') };
    const fault = this.#form.error?.problem.errors?.find(({ pointer }) => pointer === pointerOf[name]);
    // The day and the time say the same; it is said once.
    if (!fault || name === 'from') return {};
    const known = knownFaults.find((each) => each === fault.code);
    return { error: known ? this.i18n.in(visitDialogs)(`fault-${known}`) : fault.detail };
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    this.#checked = true;
    this.host.requestUpdate();
    const { facilityId, day, from, to, purpose, visitors } = this.#draft;
    const complete = [facilityId, day, from, to, purpose, ...visitors.map(({ name }) => name)].every((each) => each.trim());
    if (complete && (await this.#form.send(this.#draft))) return;
    await this.host.updateComplete;
    focusFirstInvalid(element);
  };
}

/** The visit as the contract has it; an end before the start is on the next day. */
function visitOf({ day, from, to, purpose, visitors, ...place }: Draft): NewVisit {
  const last = to <= from ? new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) : day;
  return {
    ...placeOf(place),
    startsAt: `${day}T${from}`,
    endsAt: `${last}T${to}`,
    purpose: purpose.trim(),
    visitors: visitors.map(({ name, company, idDocument, plate }) => ({
      name: name.trim(),
      company: company.trim() || null,
      idDocument: idDocument.trim() || null,
      plate: plate.trim() || null,
    })),
  };
}
