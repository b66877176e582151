import { html, nothing, svg, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { actions, type Action, type Resource } from '../../context/permissions.js';
import { pagesOf } from '../../context/resource-tree.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { permissionEditor } from '../texts/permission-editor.js';
import { permissions } from '../../i18n/texts/permissions.js';
import type { Cell, GrantDraft } from './grant-draft.js';
import type { GrantTree, Place, Row } from './grant-tree.js';
import { isAllowed } from './grants.js';

const lock = html`<svg class="lock" viewBox="0 0 12 14" aria-hidden="true">
  ${svg`<path d="M2 6V4a4 4 0 0 1 8 0v2h.5A1.5 1.5 0 0 1 12 7.5v5a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 0 12.5v-5A1.5 1.5 0 0 1 1.5 6zm1.5 0h5V4a2.5 2.5 0 0 0-5 0z"/>`}
</svg>`;

/** Why a cell cannot be changed, in words. */
export function lockText({ locked, effect }: Pick<Cell, 'locked' | 'effect'>, i18n: SharedLocalize): string | undefined {
  const t = i18n.in(permissionEditor);
  if (effect.kind === 'denied-above') return t('deniedAbove', i18n.in(permissions)(`resource-${effect.node}`));
  if (locked === 'needs-view') return t('needsView');
  if (locked === 'not-yours') return t('notYours');
  return locked === 'yourself' ? t('yourself') : undefined;
}

/** A cell in full, for people who cannot see where it stands. */
export function cellText(resource: Resource, action: Action, { effect, locked }: Cell, i18n: SharedLocalize): string {
  const t = i18n.in(permissionEditor);
  const name = (node: Resource) => i18n.in(permissions)(`resource-${node}`);
  const about = [name(resource), t(`action-${action}`)] as const;
  const why = locked === 'not-yours' ? `. ${t('notYours')}` : locked === 'yourself' ? `. ${t('yourself')}` : '';
  switch (effect.kind) {
    case 'allowed':
      return t('cellAllowed', ...about) + why;
    case 'denied':
      return t('cellDenied', ...about) + why;
    case 'inherited':
      return t('cellInherited', ...about, name(effect.node)) + why;
    case 'denied-above':
      return t('cellDeniedAbove', ...about, name(effect.node));
    case 'needs-view':
      return t('cellNeedsView', ...about);
    case 'nothing':
      return t('cellNothing', ...about) + why;
  }
}

/** What a cell shows: what is in effect as a word with a sign, and why. */
function cellContent(cell: Cell, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(permissionEditor);
  const { effect, locked } = cell;
  const { kind } = effect;
  if (kind === 'needs-view') return html`<span class="value needs-view">${t('needsView')}</span>`;
  const [sign, word] =
    kind === 'allowed' || kind === 'inherited' ? ['✓', t('allowed')] : kind === 'nothing' ? ['–', t('nothing')] : ['✕', t('denied')];
  const why = kind === 'inherited' && !locked ? t('from', i18n.in(permissions)(`resource-${effect.node}`)) : lockText(cell, i18n);
  return html`<span class="value ${kind}">${locked ? lock : html`<span aria-hidden="true">${sign}</span>`} ${word}</span>
    ${why ? html`<small>${why}</small>` : nothing}`;
}

function rowView(
  { resource, level, position, siblings, open }: Row,
  draft: GrantDraft,
  tree: GrantTree,
  active: Place,
  i18n: SharedLocalize,
): TemplateResult {
  const t = i18n.in(permissionEditor);
  const name = i18n.in(permissions)(`resource-${resource}`);
  const stop = (column: number) => (active.resource === resource && active.column === column ? 0 : -1);
  const pages = pagesOf(resource);
  const seen = pages.filter((page) => isAllowed(draft.grants, page, 'view')).length;
  const onRow = () => {
    tree.activate({ resource, column: -1 });
    if (open !== undefined && !tree.query) tree.toggle(resource);
  };
  return html`<tr
    role="row"
    class="level-${level}"
    tabindex=${stop(-1)}
    aria-level=${level}
    aria-posinset=${position}
    aria-setsize=${siblings}
    aria-expanded=${ifDefined(open)}
    data-resource=${resource}
  >
    <th role="rowheader" scope="row" @click=${onRow}>
      <span class="name"><span class="twist" aria-hidden="true"></span><span>${name}</span></span>
      ${open === undefined ? nothing : html`<small class="muted">${t('pagesSeen', i18n.number(seen), pages.length)}</small>`}
    </th>
    ${actions.map((action, column) => {
      const cell = draft.cell(resource, action);
      const onCell = () => {
        tree.activate({ resource, column });
        draft.cycle(resource, action);
      };
      return html`<td
        role="gridcell"
        tabindex=${stop(column)}
        data-label=${t(`action-${action}`)}
        aria-label=${cellText(resource, action, cell, i18n)}
        aria-readonly=${cell.locked ? 'true' : 'false'}
        @click=${onCell}
      >
        ${cellContent(cell, i18n)}
      </td>`;
    })}
  </tr>`;
}

/** The tree of resources and what may be done with each; one tab stop, the arrow keys move in it. */
export function grantTreeView(draft: GrantDraft, tree: GrantTree, i18n: SharedLocalize, announcement: string): TemplateResult {
  const t = i18n.in(permissionEditor);
  const { rows, active } = tree;
  const search = (event: Event) => tree.search((event.currentTarget as HTMLInputElement).value);
  return html`<section class="tree" part="permission-tree">
    <div class="tree-bar">
      <small class="muted" id="tree-help">${t('treeHelp')}</small>
      <label class="field">
        <span>${t('findPage')}</span>
        <input type="search" name="find-page" .value=${live(tree.query)} @input=${search} />
      </label>
    </div>
    ${
      rows.length === 0
        ? html`<p class="muted" role="status">${t('noPage')}</p>`
        : html`<table role="treegrid" aria-label=${t('permissions')} aria-describedby="tree-help" @keydown=${tree.onKeyDown}>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">${t('page')}</th>
                ${actions.map((action) => html`<th role="columnheader" scope="col">${t(`action-${action}`)}</th>`)}
              </tr>
            </thead>
            <tbody role="rowgroup">
              ${rows.map((row) => rowView(row, draft, tree, active, i18n))}
            </tbody>
          </table>`
    }
    <p class="visually-hidden" role="status">${announcement}</p>
  </section>`;
}
