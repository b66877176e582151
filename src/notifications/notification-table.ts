import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { notifications } from './texts/notifications.js';
import { notificationStyles } from './notification-styles.js';
import type { Cell, NotificationChoices, Person, Settings } from './notification-choices.js';

export { formStatus, submitButton } from '../ui/form-view.js';
export const styles: readonly CSSResult[] = [notificationStyles];

type NotificationLocalize = LocalizeController<typeof notifications.english>;

interface Ways {
  choices: NotificationChoices;
  /** Whether the person who looks may change anything. */
  editable: boolean;
  set: (person: Person, cell: Cell, enabled: boolean) => void;
}

/** Persons by categories, in each cell the ways in which the person is told. */
export function notificationTable(settings: Settings, i18n: NotificationLocalize, ways: Ways): TemplateResult {
  const { t } = i18n;
  const { categories, channels, people } = settings;
  const several = channels.length > 1;
  const channelLabel = (id: string) => i18n.label(`channel-${id}`, channels.find((each) => each.id === id)?.label ?? id);
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
                ${cells.map((cell) => cellView(person, cell, i18n, ways, category, channelLabel(cell.channel), several))}
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
  { choices, editable, set }: Ways,
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
  const on = choices.isOn(person, cell);
  return html`<label class="choice ${on === enabled ? '' : 'changed'}">
    <input
      type="checkbox"
      aria-label=${t('cell', category, channel, person.name)}
      .checked=${live(on)}
      @change=${(event: Event) => set(person, cell, (event.currentTarget as HTMLInputElement).checked)}
    />
    ${name}
  </label>`;
}

/** Why some of it is as it is, each reason once. */
export function reasonsView({ people }: Settings, i18n: NotificationLocalize): TemplateResult | typeof nothing {
  const reasons = new Map<string, string>();
  for (const { cells } of people)
    for (const { locked, reason, reasonLabel } of cells) if (locked && reason) reasons.set(reason, reasonLabel ?? reason);
  if (reasons.size === 0) return nothing;
  return html`<ul class="reasons" part="reasons">
    ${[...reasons].map(([reason, label]) => html`<li class="muted">${i18n.label(`reason-${reason}`, label)}</li>`)}
  </ul>`;
}
