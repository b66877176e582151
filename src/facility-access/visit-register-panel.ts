import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DraftForm } from '../core/draft-form.js';
import { Panel } from '../core/panel.js';
import { formFooter, formStatus, selectField, textField } from '../ui/form-view.js';
import { partChoices, placeOf, type AccessOptions, type PlaceChoice } from './place.js';
import type { PortalVisits } from './portal-visits.js';
import { facilityAccess } from './texts/facility-access.js';
import { visitDialogs as texts } from './texts/visit-dialogs.js';
import { visits } from './texts/visits.js';
import { cityOf, type Visit } from './visit.js';

type NewVisit = components['schemas']['NewVisit'];

const details = ['name', 'company', 'idDocument', 'plate'] as const;
type Detail = (typeof details)[number];
type Visitor = Record<Detail, string>;
type VisitorField = `visitor-${number}-${Detail}`;

/** The fields of a visitor are numbered; how many visitors there are says how many of them are in use. */
type Draft = PlaceChoice & {
  day: string;
  from: string;
  to: string;
  purpose: string;
  visitorCount: number;
} & Record<VisitorField, string>;

const nobody: Visitor = { name: '', company: '', idDocument: '', plate: '' };

const visitorFields = (visitors: readonly Visitor[]) =>
  Object.fromEntries(
    visitors.flatMap((visitor, index) => details.map((detail) => [`visitor-${index}-${detail}`, visitor[detail]])),
  ) as Record<VisitorField, string>;

const visitorsOf = (draft: Draft): Visitor[] =>
  Array.from({ length: draft.visitorCount }, (_, index) => {
    const value = (detail: Detail) => draft[`visitor-${index}-${detail}`] ?? '';
    return { name: value('name'), company: value('company'), idDocument: value('idDocument'), plate: value('plate') };
  });

const emptyDraft = (): Draft => ({
  facilityId: '',
  part: '',
  day: '',
  from: '',
  to: '',
  purpose: '',
  visitorCount: 1,
  ...visitorFields([nobody]),
});

/** The visit as the contract has it; an end before the start is on the next day. */
function visitOf(draft: Draft): NewVisit {
  const { day, from, to, purpose } = draft;
  const lastDay = to <= from ? new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) : day;
  return {
    ...placeOf(draft),
    startsAt: `${day}T${from}`,
    endsAt: `${lastDay}T${to}`,
    purpose: purpose.trim(),
    visitors: visitorsOf(draft).map(({ name, company, idDocument, plate }) => ({
      name: name.trim(),
      company: company.trim() || null,
      idDocument: idDocument.trim() || null,
      plate: plate.trim() || null,
    })),
  };
}

const knownFaults = ['before-start', 'too-long', 'past', 'too-far', 'no-such-time'] as const;

/** The JSON pointer of a field in the request. What the server says of the start is said at the day, not at the time too. */
function pointerOf(name: string): string | undefined {
  if (name === 'day') return '/startsAt';
  if (name === 'to') return '/endsAt';
  return name.startsWith('visitor-') ? name.replace(/^visitor-(\d+)-/, '/visitors/$1/') : undefined;
}

/** A visit while it is registered: where, when by the clocks there, what for, and who comes. */
export class VisitRegisterPanel extends Panel<PortalVisits, typeof texts.english> {
  readonly #form: DraftForm<Draft, Visit>;

  constructor(host: PortalVisits, onDone: (visit: Visit) => void) {
    super(host, texts);
    this.#form = new DraftForm<Draft, Visit>(host, this.i18n, {
      changes: ['/visits'],
      prefix: 'visit',
      from: emptyDraft,
      required: ({ visitorCount }) => {
        const names = Array.from({ length: visitorCount }, (_, index): VisitorField => `visitor-${index}-name`);
        return ['facilityId', 'day', 'from', 'to', 'purpose', ...names];
      },
      pointers: pointerOf,
      say: ({ code }) => {
        const known = knownFaults.find((each) => each === code);
        return known && this.i18n.t(`fault-${known}`);
      },
      send: (api, { draft, idempotencyKey }) =>
        api.POST('/visits', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body: visitOf(draft) }),
      onDone,
    });
  }

  render(options: AccessOptions, cancel: () => void): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const form = this.#form;
    if (options.facilities.length === 0) return html`<p>${t('nothingThere')}</p>`;
    const { visitorCount } = form.draft;
    return html`<form class="stack" novalidate @submit=${form.submit}>
      ${this.#place(options)}
      <div class="row">
        ${this.#field('day', t('day'), 'date')} ${this.#field('from', t('from'), 'time')} ${this.#field('to', t('to'), 'time')}
      </div>
      ${this.#clock(options)} ${this.#field('purpose', i18n.in(visits)('purpose'))}
      ${Array.from({ length: visitorCount }, (_, index) => this.#visitor(index))}
      <div class="actions">
        ${visitorCount < options.maxVisitors ? html`<button type="button" class="add" @click=${this.#add}>${t('addVisitor')}</button>` : nothing}
      </div>
      <small class="muted">${t('personalHint')}</small>
      ${formStatus(form, i18n)} ${formFooter(form, i18n, { submit: t('register'), cancel })}
    </form>`;
  }

  #place(options: AccessOptions): TemplateResult {
    const { i18n } = this;
    const form = this.#form;
    return html`<div class="row">
      ${selectField({
        ...form.field('facilityId'),
        label: i18n.in(visits)('facility'),
        choices: [['', i18n.t('choose')], ...options.facilities.map(({ id, label }) => [id, label] as const)],
        edit: (facilityId) => form.edit({ facilityId, part: '' }),
      })}
      ${selectField({
        ...form.field('part'),
        label: i18n.in(facilityAccess)('place'),
        choices: partChoices(options, form.draft.facilityId, i18n),
      })}
    </div>`;
  }

  /** Says by which clocks the times are, and how long a visit may be. */
  #clock({ facilities, maxVisitHours }: AccessOptions): TemplateResult | typeof nothing {
    const facility = facilities.find(({ id }) => id === this.#form.draft.facilityId);
    return facility ? html`<small class="muted">${this.i18n.t('clock', cityOf(facility.timeZone), maxVisitHours)}</small>` : nothing;
  }

  #field(name: 'day' | 'from' | 'to' | 'purpose', label: string, type: 'date' | 'time' | 'text' = 'text'): TemplateResult {
    return textField({ ...this.#form.field(name), label, type: type as 'text' });
  }

  #visitor(index: number): TemplateResult {
    const { t, number } = this.i18n;
    const shown = number(index + 1);
    const field = (detail: Detail) =>
      textField({ ...this.#form.field(`visitor-${index}-${detail}`), label: t(detail), autocomplete: 'off', spellcheck: false });
    return html`<fieldset class="visitor">
      <legend>${t('visitor', shown)}</legend>
      <div class="row">${field('name')} ${field('company')}</div>
      <div class="row">${field('idDocument')} ${field('plate')}</div>
      ${
        this.#form.draft.visitorCount > 1
          ? html`<div><button type="button" class="quiet" @click=${() => this.#remove(index)}>${t('removeVisitor', shown)}</button></div>`
          : nothing
      }
    </fieldset>`;
  }

  readonly #add = (): void => {
    const visitors = visitorsOf(this.#form.draft);
    this.#setVisitors([...visitors, nobody]);
    this.focus(`#visit-visitor-${visitors.length}-name`);
  };

  #remove(index: number): void {
    this.#setVisitors(visitorsOf(this.#form.draft).filter((_, each) => each !== index));
    this.focus('form .add');
  }

  #setVisitors(visitors: readonly Visitor[]): void {
    this.#form.edit({ visitorCount: visitors.length, ...visitorFields(visitors) });
  }
}
