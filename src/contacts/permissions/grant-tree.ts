import { html, nothing, svg, type LitElement, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { actions, resources, type Action, type Resource } from '../../context/permissions.js';
import { ancestorsOf, childrenOf, pagesOf, parentOf, root } from '../../context/resource-tree.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { permissionEditor } from '../texts/permission-editor.js';
import { permissions } from '../../i18n/texts/permissions.js';
import { isAllowed, valueOf, type Cell, type GrantDraft, type Grants } from './grants.js';

/** A row of the tree as it is shown. */
interface Row {
  resource: Resource;
  /** Depth, counted from 1. */
  level: number;
  position: number;
  siblings: number;
  /** `undefined`: there is nothing under it. */
  open: boolean | undefined;
}

/** The place of the one tab stop: a row (column -1), or one of its cells. */
interface Place {
  resource: Resource;
  column: number;
}

const nodes: readonly Resource[] = resources.filter((each) => childrenOf(each).length > 0);

/** Keeps which nodes of the tree are open, found and focused; the keyboard of the ARIA tree grid pattern. Renders nothing. */
export class GrantTree {
  query = '';
  #open = new Set<Resource>([root]);
  #active: Place = { resource: root, column: -1 };
  #typed = '';
  #typedAt = 0;

  constructor(
    private readonly host: LitElement,
    private readonly name: (resource: Resource) => string,
    private readonly act: (resource: Resource, action: Action) => void,
  ) {}

  /** Opens the nodes under which something has been said, and goes to the top. */
  begin(grants: Grants): void {
    const said = (resource: Resource) => actions.some((action) => valueOf(grants, resource, action) !== 'inherit');
    this.#open = new Set([root, ...resources.filter(said).flatMap(ancestorsOf)]);
    this.#active = { resource: root, column: -1 };
    this.query = '';
  }

  search(query: string): void {
    this.query = query;
    this.host.requestUpdate();
  }

  get rows(): Row[] {
    const found = this.#found;
    const within = (siblings: readonly Resource[], level: number): Row[] => {
      const shown = siblings.filter((each) => !found || found.has(each));
      return shown.flatMap((resource, index) => {
        const children = childrenOf(resource);
        const open = children.length > 0 ? this.#isOpen(resource) : undefined;
        const row = { resource, level, position: index + 1, siblings: shown.length, open };
        return open ? [row, ...within(children, level + 1)] : [row];
      });
    };
    return within([root], 1);
  }

  /** The tab stop; the first row where the former one is no longer shown. */
  get active(): Place {
    const { rows } = this;
    return rows.some(({ resource }) => resource === this.#active.resource) ? this.#active : { resource: root, column: -1 };
  }

  toggle(resource: Resource): void {
    if (!this.#open.delete(resource)) this.#open.add(resource);
    this.host.requestUpdate();
  }

  /** Makes a place the tab stop, without moving the focus there. */
  activate(place: Place): void {
    this.#active = place;
    this.host.requestUpdate();
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const place = this.#key(event);
    if (!place) return;
    event.preventDefault();
    void this.#focus(place);
  };

  /** The place to which a key leads; `undefined`: the key means nothing here. */
  #key(event: KeyboardEvent): Place | undefined {
    const { active, rows } = this;
    const { resource, column } = active;
    const index = rows.findIndex((each) => each.resource === resource);
    const forward = getComputedStyle(this.host).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const to = (at: number) => ({ resource: rows[Math.max(0, Math.min(rows.length - 1, at))]!.resource, column });
    switch (event.key) {
      case 'ArrowDown':
        return to(index + 1);
      case 'ArrowUp':
        return to(index - 1);
      case 'PageDown':
        return to(index + 8);
      case 'PageUp':
        return to(index - 8);
      case 'ArrowLeft':
      case 'ArrowRight':
        return event.key === forward ? this.#forward(active, rows[index]!) : this.#back(active, rows[index]!);
      case 'Home':
      case 'End': {
        const last = event.key === 'End';
        if (event.ctrlKey || column < 0) return to(last ? rows.length - 1 : 0);
        return { resource, column: last ? actions.length - 1 : 0 };
      }
      case 'Enter':
      case ' ':
        if (column >= 0) this.act(resource, actions[column]!);
        else if (childrenOf(resource).length > 0 && !this.query) this.toggle(resource);
        return active;
      case '*':
        for (const node of nodes) this.#open.add(node);
        return active;
      default:
        return event.ctrlKey || [...event.key].length !== 1 ? undefined : this.#find(event.key, index);
    }
  }

  #forward({ resource, column }: Place, { open }: Row): Place {
    if (column >= 0 || open !== false) return { resource, column: Math.min(column + 1, actions.length - 1) };
    this.toggle(resource);
    return { resource, column };
  }

  #back({ resource, column }: Place, { open }: Row): Place {
    if (column >= 0) return { resource, column: column - 1 };
    if (!open || this.query) return { resource: parentOf(resource) ?? resource, column };
    this.toggle(resource);
    return { resource, column };
  }

  /** The next row whose name begins with what is being typed. */
  #find(letter: string, index: number): Place {
    const now = Date.now();
    this.#typed = now - this.#typedAt < 700 ? this.#typed + letter : letter;
    this.#typedAt = now;
    const wanted = this.#typed.toLocaleLowerCase();
    const { rows, active } = this;
    const start = this.#typed.length > 1 ? index : index + 1;
    const others = [...rows.slice(start), ...rows.slice(0, start)];
    const found = others.find(({ resource }) => this.name(resource).toLocaleLowerCase().startsWith(wanted));
    return found ? { resource: found.resource, column: active.column } : active;
  }

  async #focus(place: Place): Promise<void> {
    this.activate(place);
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('[role="treegrid"] [tabindex="0"]')?.focus();
  }

  #isOpen(resource: Resource): boolean {
    return this.query.trim() !== '' || this.#open.has(resource);
  }

  /** The nodes that are searched for, with those above and below; `undefined`: nothing is searched for. */
  get #found(): Set<Resource> | undefined {
    const wanted = this.query.trim().toLocaleLowerCase();
    if (!wanted) return undefined;
    const matches = resources.filter((each) => each !== root && this.name(each).toLocaleLowerCase().includes(wanted));
    return new Set(matches.flatMap((each) => [each, ...ancestorsOf(each), ...childrenOf(each)]));
  }
}

const lock = html`<svg class="lock" viewBox="0 0 12 14" aria-hidden="true">
  ${svg`<path d="M2 6V4a4 4 0 0 1 8 0v2h.5A1.5 1.5 0 0 1 12 7.5v5a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 0 12.5v-5A1.5 1.5 0 0 1 1.5 6zm1.5 0h5V4a2.5 2.5 0 0 0-5 0z"/>`}
</svg>`;

/** The reason why a cell cannot be changed, in words. */
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

/** Renders a cell: the effect as a word with a sign, and its reason. */
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

function cellView(
  resource: Resource,
  action: Action,
  draft: GrantDraft,
  tree: GrantTree,
  { tabIndex, column }: { tabIndex: number; column: number },
  i18n: SharedLocalize,
): TemplateResult {
  const cell = draft.cell(resource, action);
  const onCell = () => {
    tree.activate({ resource, column });
    draft.cycle(resource, action);
  };
  return html`<td
    role="gridcell"
    tabindex=${tabIndex}
    data-label=${i18n.in(permissionEditor)(`action-${action}`)}
    aria-label=${cellText(resource, action, cell, i18n)}
    aria-readonly=${cell.locked ? 'true' : 'false'}
    @click=${onCell}
  >
    ${cellContent(cell, i18n)}
  </td>`;
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
    ${actions.map((action, column) => cellView(resource, action, draft, tree, { tabIndex: stop(column), column }, i18n))}
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
