import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { ListController } from '../core/loading/list-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { linkAddress } from '../ui/link-address.js';
import type { Column, ListToolbar } from '../ui/lists/list-view.js';
import { twoLineStyles } from '../ui/styles/two-lines.js';
import {
  categoryText,
  type LoggedEvent,
  type EventObject,
  type EventOptions,
  type EventPage,
  kindText,
  objectKey,
  sideText,
  typeText,
} from './event.js';
import { eventLog } from './texts/event-log.js';

/** The cells of the log. */
export const eventStyles: CSSResultGroup = [
  twoLineStyles,
  css`
    .kept {
      margin: 0;
    }
  `,
];

export function eventColumns(i18n: SharedLocalize): Column[] {
  const t = i18n.in(eventLog);
  return [
    { key: 'what', label: t('what'), width: 13 },
    { key: 'time', label: t('time'), width: 10.5 },
    { key: 'who', label: t('who'), width: 9 },
    { key: 'thing', label: t('thing'), width: 11 },
    { key: 'from', label: t('from'), width: 9.5 },
  ];
}

/** One event as a row; `addresses` are the templates of links by type of thing. */
export function eventRow(event: LoggedEvent, i18n: SharedLocalize, addresses: ReadonlyMap<string, string>): TemplateResult {
  const t = i18n.in(eventLog);
  const { at, kind, kindLabel, actor, object, address, device, outcome } = event;
  return html`<tr role="row" part="row">
    <th role="rowheader" scope="row" class="subject">
      ${kindText(i18n, kind, kindLabel)} ${outcome === 'unknown' ? html`<small class="muted">${t('unknownOutcome')}</small>` : nothing}
    </th>
    <td role="cell" data-label=${t('time')} .textContent=${i18n.instant(at, 'medium')}></td>
    <td role="cell" data-label=${t('who')}>
      <span class="two"><bdi>${actor.name}</bdi><small class="muted">${sideText(i18n, actor)}</small></span>
    </td>
    <td role="cell" data-label=${t('thing')}>
      ${object ? html`<span class="two">${thing(object, addresses)}<small class="muted">${typeText(i18n, object)}</small></span>` : nothing}
    </td>
    <td role="cell" data-label=${t('from')}>
      ${address || device ? html`<span class="two"><bdi>${address}</bdi><small class="muted">${device}</small></span>` : nothing}
    </td>
  </tr>`;
}

/** A link where the page has a place for such things and the server says that the person may go there. */
function thing({ type, id, label, linked }: EventObject, addresses: ReadonlyMap<string, string>): TemplateResult {
  const href = linked ? linkAddress(addresses.get(type), id) : undefined;
  return href ? html`<a class="link" href=${href}><bdi>${label}</bdi></a>` : html`<bdi>${label}</bdi>`;
}

/** Search; person, category, kind, thing and days; and whether sign-ins are left out. */
export function eventFilters(
  { search, choice, input }: ListToolbar,
  list: ListController<LoggedEvent, EventPage>,
  i18n: SharedLocalize,
  options: EventOptions | undefined,
): unknown[] {
  const t = i18n.in(eventLog);
  const all = ['', t('all')] as const;
  const { by = '', category = '', kind = '', object = '' } = list.query;
  const categories = options?.categories ?? [];
  const kinds = categories.filter(({ id }) => id === category || !category).flatMap((each) => each.kinds);
  const things = new Map(list.items.flatMap((event) => (event.object ? [[objectKey(event.object), event.object.label]] : [])));
  const people = options?.people ?? (by && by !== 'staff' && by !== 'system' ? [{ id: by, label: nameOf(list, by) }] : []);
  return [
    search(list, t('search')),
    choice(list, 'by', t('by'), [
      all,
      ...people.map(({ id, label }) => [id, label] as const),
      ['staff', t('staff')],
      ['system', t('system')],
    ]),
    choice(list, 'category', t('category'), [
      all,
      ...categories.map(({ id, label }) => [id, categoryText(i18n, id, label)] as const),
      ...known(category, categories).map((id) => [id, categoryText(i18n, id, id)] as const),
    ]),
    choice(list, 'kind', t('kind'), [
      all,
      ...kinds.map(({ id, label }) => [id, kindText(i18n, id, label)] as const),
      ...known(kind, kinds).map((id) => [id, kindText(i18n, id, id)] as const),
    ]),
    choice(list, 'object', t('thing'), [all, ...things, ...(object && !things.has(object) ? [[object, object] as const] : [])] as const),
    choice(list, 'withoutSignIns', t('signIns'), [
      ['', t('shown')],
      ['true', t('withoutSignIns')],
    ]),
    input(list, 'from', t('firstDay'), 'date'),
    input(list, 'to', t('lastDay'), 'date'),
  ];
}

/** The value of a filter that is not among those offered, as long as these are not there. */
const known = (id: string, present: readonly { id: string }[]) => (id && !present.some((each) => each.id === id) ? [id] : []);

const nameOf = (list: ListController<LoggedEvent, EventPage>, id: string) =>
  list.items.find(({ actor }) => actor.id === id)?.actor.name ?? id;
