import { css, type CSSResult, html, type LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DraftForm } from '../core/draft-form.js';
import type { LocalizeController } from '../core/localize-controller.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { tools } from '../i18n/texts/tools.js';
import { formStatus, staleNotice, submitButton } from '../ui/form-view.js';
import { Notice } from '../ui/screen-dialog.js';
import { fitColumns } from '../ui/styles/columns.js';
import { type Cell, changesOf, type Person, type Settings, type Switches, switchesOf, switchOf } from './notification-settings.js';
import { notifications } from './texts/notifications.js';

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
function notificationTable(host: LitElement, settings: Settings, i18n: NotificationLocalize, options: Options): TemplateResult {
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
    const word = reason === 'not-permitted' || reason === 'no-ledger' ? t('never') : enabled ? t('always') : t('locked');
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
function reasonsView({ people }: Settings, i18n: NotificationLocalize): TemplateResult | typeof nothing {
  const reasons = new Map<string, string>();
  for (const { cells } of people)
    for (const { locked, reason, reasonLabel } of cells) if (locked && reason) reasons.set(reason, reasonLabel ?? reason);
  if (reasons.size === 0) return nothing;
  return html`<ul class="reasons" part="reasons">
    ${[...reasons].map(([reason, label]) => html`<li class="muted">${i18n.label(`reason-${reason}`, label)}</li>`)}
  </ul>`;
}

/** The table, and the bar below it. */
const tableStyles = css`
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

/** The settings while they are switched. A switch that is not saved stays when they are loaded again. */
export class SettingsPanel extends Panel<PortalElement, typeof notifications.english> {
  static override readonly styles: readonly CSSResult[] = [tableStyles];

  readonly #notice = new Notice(this.host);
  readonly #form: DraftForm<Switches, Settings, Settings>;

  constructor(
    host: PortalElement,
    /** The settings as they were loaded last. */
    private readonly settings: () => Settings | undefined,
  ) {
    super(host, notifications);
    this.#form = new DraftForm<Switches, Settings, Settings>(host, this.i18n, {
      changes: ['/notification-settings'],
      from: switchesOf,
      record: settings,
      send: (api, { changed, base }) => {
        const params = { header: { 'If-Match': base.etag } };
        return api.PATCH('/notification-settings', { params, body: { changes: changesOf(changed) } });
      },
      reread: (api) => api.GET('/notification-settings'),
      unchanged: () => undefined,
      onDone: (saved) => {
        this.#form.begin(saved);
        this.#notice.say(this.i18n.t('saved'));
      },
    });
  }

  /** Its switches are no fields of the form, which asks for those itself. */
  override get dirty(): boolean {
    return this.#form.dirty;
  }

  render(): TemplateResult {
    const { t } = this.i18n;
    const form = this.#form;
    const settings = form.base;
    if (!settings?.categories.length || settings.people.length === 0)
      return html`<div class="message" part="empty"><p>${t('empty')}</p></div>`;
    const editable = this.host.can('update') && settings.people.some((person) => person.editable);
    const options = { switches: form.draft, editable, edit: this.#edit };
    return html`<form class="stack ${settings.channels.length > 1 ? 'several' : ''}" @submit=${form.submit}>
      ${editable ? nothing : html`<p class="notice">${t('readOnly')}</p>`} ${notificationTable(this.host, settings, this.i18n, options)}
      ${reasonsView(settings, this.i18n)}
      <div class="save">
        ${form.stale ? staleNotice(form, this.i18n) : this.#notice.view()} ${formStatus(form, this.i18n)}
        ${editable ? this.#unsaved() : nothing}
      </div>
    </form>`;
  }

  #unsaved(): TemplateResult | typeof nothing {
    const { t } = this.i18n;
    const count = Object.keys(this.#form.changed).length;
    if (count === 0) return nothing;
    return html`<div class="notice" part="staged">
      <p role="status">${t('changed', count)}</p>
      <button type="button" @click=${this.#discard}>${t('discard')}</button>
      ${submitButton(this.#form, this.i18n, this.i18n.in(tools)('save'))}
    </div>`;
  }

  #edit = (name: string, enabled: boolean): void => {
    this.#notice.text = '';
    this.#form.edit({ [name]: enabled });
  };

  #discard = (): void => {
    this.#form.begin(this.settings());
    this.#notice.say(this.i18n.t('discarded'));
  };
}
