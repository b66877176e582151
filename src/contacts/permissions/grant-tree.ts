import type { LitElement } from 'lit';
import { actions, resources, type Action, type Resource } from '../../context/permissions.js';
import { ancestorsOf, childrenOf, parentOf, root } from '../../context/resource-tree.js';
import { valueOf, type Grants } from './grants.js';

/** A row of the tree as it is shown. */
export interface Row {
  resource: Resource;
  /** Depth, counted from 1. */
  level: number;
  position: number;
  siblings: number;
  /** `undefined`: there is nothing under it. */
  open: boolean | undefined;
}

/** Where the one tab stop is: a row (column -1), or one of its cells. */
export interface Place {
  resource: Resource;
  column: number;
}

const nodes: readonly Resource[] = resources.filter((each) => childrenOf(each).length > 0);

/** What of the tree is open, found and focused; the keyboard of the ARIA tree grid pattern. Renders nothing. */
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

  /** Where a key leads; `undefined`: the key means nothing here. */
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

  /** What is searched for, with what is above and below it; `undefined`: nothing is searched for. */
  get #found(): Set<Resource> | undefined {
    const wanted = this.query.trim().toLocaleLowerCase();
    if (!wanted) return undefined;
    const matches = resources.filter((each) => each !== root && this.name(each).toLocaleLowerCase().includes(wanted));
    return new Set(matches.flatMap((each) => [each, ...ancestorsOf(each), ...childrenOf(each)]));
  }
}
