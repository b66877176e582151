import type { components } from '../../api/schema.js';
import type { Action, Resource } from '../../context/permissions.js';
import {
  effectOf,
  isAllowed,
  noGrants,
  saysTheSame,
  valueOf,
  withValue,
  type Effect,
  type Grants,
  type Limits,
  type Obstacle,
  type Value,
} from './grants.js';

type Roles = components['schemas']['ContactRoles'];

/** One cell of the tree: what has been said there, what is in effect, and why it cannot be changed, if so. */
export interface Cell {
  value: Value;
  effect: Effect;
  locked: Obstacle | 'denied-above' | 'needs-view' | undefined;
}

const orders: Record<'granted' | 'not', readonly Value[]> = {
  granted: ['inherit', 'deny', 'allow'],
  not: ['inherit', 'allow', 'deny'],
};

/** Grants while they are edited. Every change goes through here, so that nothing is chosen which the server would refuse. */
export class GrantDraft {
  grants: Grants = noGrants();
  #origin: Grants = this.grants;
  /** The presets there are; their names stand for the grants that equal them. */
  roles: Roles['items'] = [];

  constructor(
    private readonly limits: () => Limits,
    private readonly onEdit: () => void,
  ) {}

  /** Starts with `grants`; those of `origin` keep the name of their role, even if the preset has changed since. */
  begin(grants: Grants, origin = grants): void {
    this.grants = grants;
    this.#origin = origin;
  }

  cell(resource: Resource, action: Action): Cell {
    const effect = effectOf(this.grants, resource, action);
    const value = valueOf(this.grants, resource, action);
    const { kind } = effect;
    if (kind === 'denied-above' || kind === 'needs-view') return { value, effect, locked: kind };
    const allowed = isAllowed(this.grants, resource, action);
    const turning = orders.granted.filter(
      (each) => isAllowed(withValue(this.grants, resource, action, each), resource, action) !== allowed,
    );
    const obstacles = turning.map((each) => this.#obstacle(resource, action, each));
    return { value, effect, locked: obstacles.every(Boolean) ? obstacles[0] : undefined };
  }

  /** Goes on to the next value that may be chosen; the first one turns what is in effect into its opposite. */
  cycle(resource: Resource, action: Action): boolean {
    const { value, locked } = this.cell(resource, action);
    if (locked) return false;
    const without = isAllowed(withValue(this.grants, resource, action, 'inherit'), resource, action);
    const order = orders[without ? 'granted' : 'not'];
    const next = [1, 2].map((step) => order[(order.indexOf(value) + step) % 3]!).find((each) => !this.#obstacle(resource, action, each));
    return !!next && this.#edit(withValue(this.grants, resource, action, next));
  }

  /** Whether somebody is kept from viewing a page, and why that cannot be changed, if so. */
  denial(resource: Resource): { on: boolean; locked: Cell['locked']; effect: Effect } {
    const { effect, locked } = this.cell(resource, 'view');
    const on = !isAllowed(this.grants, resource, 'view');
    if (locked && locked !== 'needs-view') return { on, effect, locked };
    return { on, effect, locked: this.#obstacleTo(this.#switched(resource, !on), resource) };
  }

  /** Keeps somebody from viewing a page, or lets them. */
  deny(resource: Resource, on: boolean): boolean {
    return !this.denial(resource).locked && this.#edit(this.#switched(resource, on));
  }

  /** Why a preset cannot be chosen, if so. */
  presetObstacle({ grants }: Roles['items'][number]): Obstacle | undefined {
    return this.#obstacleTo({ ...this.grants, allow: grants.allow, deny: grants.deny, hiddenFields: grants.hiddenFields });
  }

  choosePreset(id: string): boolean {
    const role = this.roles.find((each) => each.id === id);
    if (!role || this.presetObstacle(role)) return false;
    const { allow, deny, hiddenFields } = role.grants;
    return this.#edit({ ...this.grants, allow, deny, hiddenFields });
  }

  /** Goes on from what there is, as an own choice. */
  chooseCustom(): void {
    this.grants = { ...this.grants, role: 'custom' };
    this.onEdit();
  }

  hide(field: string, hidden: boolean): boolean {
    if (this.limits().keeps(field)) return false;
    const others = this.grants.hiddenFields.filter((each) => each !== field);
    return this.#edit({ ...this.grants, hiddenFields: hidden ? [...others, field] : others });
  }

  /** Only these contracts; `null`: all. */
  limitTo(contractIds: string[] | null): boolean {
    return !this.limits().exceeds(this.grants) && this.#edit({ ...this.grants, contractIds });
  }

  #edit(wanted: Grants): true {
    const grants = this.limits().bounded(this.grants, wanted);
    const preset = this.roles.find((each) => saysTheSame(each.grants, grants))?.id;
    const role = saysTheSame(this.#origin, grants) ? this.#origin.role : (preset ?? 'custom');
    this.grants = { ...grants, role };
    this.onEdit();
    return true;
  }

  /** Undoing a denial gives back what was inherited, or else allows the page itself. */
  #switched(resource: Resource, on: boolean): Grants {
    if (on) return withValue(this.grants, resource, 'view', 'deny');
    const undone = withValue(this.grants, resource, 'view', 'inherit');
    return isAllowed(undone, resource, 'view') ? undone : withValue(this.grants, resource, 'view', 'allow');
  }

  #obstacle(resource: Resource, action: Action, value: Value): Obstacle | undefined {
    return this.#obstacleTo(withValue(this.grants, resource, action, value), resource);
  }

  #obstacleTo(grants: Grants, resource?: Resource): Obstacle | undefined {
    return this.limits().obstacle(this.grants, this.limits().bounded(this.grants, grants), resource);
  }
}
