import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LocalizeController } from '../core/localize-controller.js';
import { fitColumns } from '../ui/styles/columns.js';
import { switchOf, type Cell, type Person, type Settings, type Switches } from './notification-settings.js';
import type { notifications } from './texts/notifications.js';

type NotificationLocalize = LocalizeController<typeof notifications.english>;

interface Options {
  switches: Switches;
  /** The person who looks may change something. */
  editable: boolean;
  edit: (name: string, enabled: boolean) => void;
}

/** Of a header in em: its longest word, which does not break, nor do those below. */
const headerWidth = (label: string): number => 1.25 + 0.55 * Math.max(10, ...label.split(/[\s-]/).map(({ length }) => length));

/** A table of persons by categories; each cell has the channels by which the person gets such mail. */
export function notificationTable(host: LitElement, settings: Settings, i18n: NotificationLocalize, options: Options): TemplateResult {
  const { t } = i18n;
  const { categories, channels, people } = settings;
  const several = channels.length > 1;
  const channelLabel = (id: string) => i18n.label(`channel-${id}`, channels.find((each) => each.id === id)?.label ?? id);
  fitColumns(host, [{ width: 11 }, ...categories.map(({ id, label }) => ({ width: headerWidth(i18n.label(id, label)) }))]);
  return html`<table part="table" role="table" aria-label=${t('notifications')}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${t('person')}</th>
        ${categories.map(({ id, label }) => html`<th role="columnheader" scope="col">${i18n.label(id, label)}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${people.map(
        (person) =>
          html`<tr role="row" part="row">
            <th role="rowheader" scope="row">
              <strong><bdi>${person.name}</bdi></strong> ${person.yourself ? html`<span class="badge">${t('you')}</span>` : nothing}
              <small class="muted"><bdi dir="ltr">${person.email}</bdi></small>
            </th>
            ${categories.map(({ id, label }) => {
              const category = i18n.label(id, label);
              const cells = person.cells.filter((cell) => cell.category === id);
              return html`<td role="cell" data-label=${category}>
                ${cells.map((cell) => cellView(person, cell, i18n, options, category, channelLabel(cell.channel), several))}
              </td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function cellView(
  person: Person,
  cell: Cell,
  i18n: NotificationLocalize,
  { switches, editable, edit }: Options,
  category: string,
  channel: string,
  several: boolean,
): TemplateResult {
  const { t } = i18n;
  const name = several ? html`<span>${channel}</span>` : nothing;
  const { locked, enabled, reason } = cell;
  if (locked) {
    const word = reason === 'not-permitted' ? t('never') : enabled ? t('always') : t('locked');
    return html`<span class="fixed">${name}<span class="muted">${word}</span></span>`;
  }
  if (!editable || !person.editable) return html`<span class="fixed">${name}${t(enabled ? 'yes' : 'no')}</span>`;
  const switchName = switchOf(person, cell);
  const on = switches[switchName] ?? enabled;
  return html`<label class="choice ${on === enabled ? '' : 'changed'}">
    <input
      type="checkbox"
      aria-label=${t('cell', category, channel, person.name)}
      .checked=${live(on)}
      @change=${(event: Event) => edit(switchName, (event.currentTarget as HTMLInputElement).checked)}
    />
    ${name}
  </label>`;
}

/** The reasons why some cells are fixed, each once. */
export function reasonsView({ people }: Settings, i18n: NotificationLocalize): TemplateResult | typeof nothing {
  const reasons = new Map<string, string>();
  for (const { cells } of people)
    for (const { locked, reason, reasonLabel } of cells) if (locked && reason) reasons.set(reason, reasonLabel ?? reason);
  if (reasons.size === 0) return nothing;
  return html`<ul class="reasons" part="reasons">
    ${[...reasons].map(([reason, label]) => html`<li class="muted">${i18n.label(`reason-${reason}`, label)}</li>`)}
  </ul>`;
}

/** The table, and the bar below it. */
export const tableStyles = css`
  tbody th strong {
    font-weight: 600;
  }
  .stack {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }
  th small {
    display: block;
  }
  :is(thead th, td):not(:first-child) {
    text-align: var(--_side, center);
  }
  .choice {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 1.75em;
    min-inline-size: 1.75em;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .changed {
    padding-inline: 0.35em;
    box-shadow: 0 0 0 2px var(--_on-warning);
  }
  .fixed {
    display: inline-flex;
    flex-wrap: wrap;
    justify-content: center;
    align-items: center;
    gap: 0 0.5em;
    min-block-size: 1.75em;
    font-size: 0.875em;
  }
  td > * + * {
    margin-block-start: 0.25em;
  }
  .several td > * {
    display: flex;
    justify-content: start;
  }
  .several :is(thead th, td):not(:first-child) {
    text-align: start;
  }
  .reasons {
    display: grid;
    gap: 0.25em;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.875em;
  }
  .save {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
  }
`;
