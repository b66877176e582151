import { html, nothing } from 'lit';
import type { DraftForm } from '../core/draft-form.js';
import type { LocalizeController } from '../core/localize-controller.js';
import { checkField, selectField, textField } from '../ui/form-view.js';
import { keyOf, type Draft } from './draft.js';
import { newTicket as texts } from './texts/new-ticket.js';
import { tickets } from './texts/tickets.js';
import type { TicketDepartment, TicketSummary, TicketThing } from './ticket.js';

type Form = Pick<DraftForm<Draft, TicketSummary>, 'field' | 'check'>;
type NewTicketLocalize = LocalizeController<typeof texts.english>;

export interface ThingSources {
  things: () => readonly TicketThing[] | undefined;
  /** The thing that the page has named. */
  given: () => { kind: string; id: string } | undefined;
}

/** The thing that the page names, or a choice among those that the person may see. */
export function thingField(form: Form, sources: ThingSources, i18n: NewTicketLocalize): unknown {
  const things = sources.things();
  const label = i18n.in(tickets)('about');
  if (sources.given()) {
    if (!things) return nothing;
    return things[0]
      ? html`<p>
          ${label}: <strong><bdi>${things[0].label}</bdi></strong>
        </p>`
      : html`<div class="notice warning"><p>${i18n.t('thingUnknown')}</p></div>`;
  }
  if (!things?.length) return nothing;
  const nameOf = ({ kind, label: name }: TicketThing) => `${i18n.label(`thing-${kind}`, kind, texts)}: ${name}`;
  const choices = things.map((thing) => [keyOf(thing), nameOf(thing)] as const);
  return selectField({ ...form.field('thing'), label, choices: [['', i18n.t('nothingParticular')], ...choices] });
}

/** What the chosen department asks for. */
export function questionFields(form: Form, department: TicketDepartment | undefined, { t }: NewTicketLocalize): unknown {
  return department?.fields.map(({ id, label, kind, choices }) => {
    if (kind === 'yes-no') return checkField({ ...form.check(`field-${id}`), label });
    const field = { ...form.field(`field-${id}`), label };
    return kind === 'choice'
      ? selectField({ ...field, choices: [['', t('choose')], ...choices.map((each) => [each, each] as const)] })
      : textField(field);
  });
}
