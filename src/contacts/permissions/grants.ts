import type { components } from '../../api/schema.js';
import { actions, can, resources, type Action, type Resource } from '../../context/permissions.js';
import { ancestorsOf, isWithin, pagesOf, root } from '../../context/resource-tree.js';
import { mergeThreeWays, same } from '../../core/forms/three-way.js';

/** All that has been said of a person; the contract's `ContactGrants`. */
export type Grants = components['schemas']['ContactGrants'];
type Role = components['schemas']['ContactRole'];
export type Value = 'allow' | 'deny' | 'inherit';

/** The effect for one action on one node, and its reason. `node` is the one above that decides. */
export type Effect =
  { kind: 'allowed' | 'denied' | 'needs-view' | 'nothing'; node?: undefined } | { kind: 'inherited' | 'denied-above'; node: Resource };

export const noGrants = (): Grants => ({ role: 'custom', allow: {}, deny: {}, hiddenFields: [], contractIds: null });

const says = (said: Grants['allow'], resource: Resource, action: Action): boolean => said[resource]?.includes(action) ?? false;

/** The value set at this very node. */
export function valueOf({ allow, deny }: Grants, resource: Resource, action: Action): Value {
  return says(deny, resource, action) ? 'deny' : says(allow, resource, action) ? 'allow' : 'inherit';
}

/** The same grants with another value at one node. */
export function withValue(grants: Grants, resource: Resource, action: Action, value: Value): Grants {
  const change = (said: Grants['allow'], wanted: boolean): Grants['allow'] => {
    const { [resource]: present = [], ...others } = said;
    const kept = actions.filter((each) => (each === action ? wanted : present.includes(each)));
    return kept.length > 0 ? { ...others, [resource]: kept } : others;
  };
  return { ...grants, allow: change(grants.allow, value === 'allow'), deny: change(grants.deny, value === 'deny') };
}

/** Tells whether the person may do it in the end. */
export const isAllowed = ({ allow, deny }: Grants, resource: Resource, action: Action): boolean => can({ allow, deny }, resource, action);

/** The effect, and its reason: a denial above closes everything below, and the other actions need `view`. */
export function effectOf(grants: Grants, resource: Resource, action: Action): Effect {
  const above = ancestorsOf(resource);
  const closed = above.find((node) => says(grants.deny, node, 'view') || says(grants.deny, node, action));
  if (closed) return { kind: 'denied-above', node: closed };
  const value = valueOf(grants, resource, action);
  if (value === 'deny') return { kind: 'denied' };
  if (action !== 'view' && !isAllowed(grants, resource, 'view')) return { kind: 'needs-view' };
  if (value === 'allow') return { kind: 'allowed' };
  const node = above.find((each) => says(grants.allow, each, action));
  return node ? { kind: 'inherited', node } : { kind: 'nothing' };
}

/** Tells whether two say the same at every node and hide the same fields. */
export function saysTheSame(one: Grants, other: Grants): boolean {
  const fields = ({ hiddenFields }: Grants) => [...hiddenFields].sort().join();
  const same = (resource: Resource) => actions.every((action) => valueOf(one, resource, action) === valueOf(other, resource, action));
  return resources.every(same) && fields(one) === fields(other);
}

/** One thing that differs between two sets of grants. */
export type Difference =
  | { of: 'role'; before: string; after: string }
  | { of: 'value'; resource: Resource; action: Action; before: Value; after: Value }
  /** Hidden, or not. */
  | { of: 'field'; field: string; before: boolean; after: boolean }
  | { of: 'contracts'; before: readonly string[] | null; after: readonly string[] | null };

/** The choice of contracts, in one order. */
const contractsOf = ({ contractIds }: Grants): string[] | null => contractIds && [...contractIds].sort();

/** The differences, in the order of the tree. */
export function differences(before: Grants, after: Grants): Difference[] {
  const values = resources.flatMap((resource) =>
    actions.map((action) => ({
      of: 'value' as const,
      resource,
      action,
      before: valueOf(before, resource, action),
      after: valueOf(after, resource, action),
    })),
  );
  const fields = [...new Set([...before.hiddenFields, ...after.hiddenFields])].map((field) => ({
    of: 'field' as const,
    field,
    before: before.hiddenFields.includes(field),
    after: after.hiddenFields.includes(field),
  }));
  return [
    { of: 'role' as const, before: before.role, after: after.role },
    ...values,
    ...fields,
    { of: 'contracts' as const, before: contractsOf(before), after: contractsOf(after) },
  ].filter((each) => !same(each.before, each.after));
}

/** The same grants with one difference applied. */
export function withDifference(grants: Grants, each: Difference): Grants {
  if (each.of === 'value') return withValue(grants, each.resource, each.action, each.after);
  if (each.of === 'role') return { ...grants, role: each.after };
  if (each.of === 'contracts') return { ...grants, contractIds: each.after && [...each.after] };
  const others = grants.hiddenFields.filter((field) => field !== each.field);
  return { ...grants, hiddenFields: each.after ? [...others, each.field] : others };
}

/** Tells whether both are about the same value of the same resource, the same field, or the contracts. */
function isAboutTheSame(one: Difference, other: Difference): boolean {
  if (one.of === 'value') return other.of === 'value' && one.resource === other.resource && one.action === other.action;
  return one.of === 'field' ? other.of === 'field' && one.field === other.field : one.of === other.of;
}

/** Tells whether one of `all` is about the same as `each`. */
export const isAmong = (all: readonly Difference[], each: Difference): boolean => all.some((other) => isAboutTheSame(each, other));

/** The present choice of what a difference is about. */
function choiceOf(grants: Grants, each: Difference): Difference['after'] {
  if (each.of === 'value') return valueOf(grants, each.resource, each.action);
  if (each.of === 'field') return grants.hiddenFields.includes(each.field);
  return each.of === 'role' ? grants.role : contractsOf(grants);
}

/**
 * `mine`, chosen on `base`, carried over to `theirs`: where both have changed something, `mine` holds. The clashes are the
 * changes of `theirs` in the same places; the role follows from the rest.
 */
export function mergeGrants(base: Grants, mine: Grants, theirs: Grants): { grants: Grants; clashes: Difference[] } {
  const { kept, clashes } = mergeThreeWays(differences(base, mine), (each) => choiceOf(theirs, each));
  const places = clashes.filter(({ of }) => of !== 'role');
  return {
    grants: kept.reduce(withDifference, theirs),
    clashes: differences(base, theirs).filter((each) => isAmong(places, each)),
  };
}

export type Obstacle = 'not-yours' | 'yourself';
type Pair = readonly [resource: Resource, action: Action];

/** A field that can be hidden from a person, with the resource that it is a field of. */
export interface Field {
  id: string;
  resource: string;
}

/** The person who edits: their permissions, the fields hidden from them, and whether the grants are their own. */
export interface Editing {
  may: (action: Action, resource: Resource) => boolean;
  own: boolean;
  /** Fields that are kept from the editing person. */
  hidden?: readonly Field[];
}

const isShown = (grants: Grants, { id, resource }: Field): boolean =>
  isAllowed(grants, resource as Resource, 'view') && !grants.hiddenFields.includes(id);

const neededByOneself: readonly Pair[] = [
  ['profile.contacts', 'view'],
  ['profile.contacts', 'update'],
];

/** Limits of the person who edits: they may not give or take what they may not do, nor cut themselves off. */
export class Limits {
  /** The actions that the editing person may not take. */
  readonly #beyond: readonly Pair[];
  readonly #hidden: readonly Field[];
  readonly #own: boolean;

  constructor({ may, own, hidden = [] }: Editing) {
    this.#own = own;
    this.#hidden = hidden;
    this.#beyond = pagesOf(root).flatMap((page) => actions.filter((action) => !may(action, page)).map((action) => [page, action] as const));
  }

  /** The reason why `after` must not follow `before`, which differs from it at `resource` or under it only. */
  obstacle(before: Grants, after: Grants, resource: Resource = root): Obstacle | undefined {
    const changes = ([node, action]: Pair) => isAllowed(before, node, action) !== isAllowed(after, node, action);
    if (this.#beyond.some((pair) => isWithin(pair[0], resource) && changes(pair))) return 'not-yours';
    if (this.#hidden.some((field) => isShown(before, field) !== isShown(after, field))) return 'not-yours';
    const cutsOff = this.#own && neededByOneself.some((pair) => isAllowed(before, ...pair) && changes(pair));
    return cutsOff ? 'yourself' : undefined;
  }

  /** `after`, in which what is kept from the editing person does not come to be shown by a page that is opened. */
  bounded(before: Grants, after: Grants): Grants {
    const opened = this.#hidden.filter((field) => isShown(after, field) && !isShown(before, field)).map(({ id }) => id);
    return opened.length > 0 ? { ...after, hiddenFields: [...after.hiddenFields, ...opened] } : after;
  }

  /** Tells whether somebody may do what the editing person may not: then it is not theirs to say where. */
  exceeds(grants: Grants): boolean {
    return this.#beyond.some((pair) => isAllowed(grants, ...pair)) || this.#hidden.some((field) => isShown(grants, field));
  }

  /** Tells whether a field is kept from the editing person, and so cannot be shown or hidden by them. */
  keeps(field: string): boolean {
    return this.#hidden.some(({ id }) => id === field);
  }
}

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
  roles: Role[] = [];

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

  /** Tells whether somebody is kept from viewing a page, and why that cannot be changed, if so. */
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

  /** The reason why a preset cannot be chosen, if so. */
  presetObstacle({ grants }: Role): Obstacle | undefined {
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

  /** Tells whether a field is kept from the editing person, and so cannot be shown or hidden. */
  keeps(field: string): boolean {
    return this.limits().keeps(field);
  }

  hide(field: string, hidden: boolean): boolean {
    if (this.keeps(field)) return false;
    const others = this.grants.hiddenFields.filter((each) => each !== field);
    return this.#edit({ ...this.grants, hiddenFields: hidden ? [...others, field] : others });
  }

  /** Tells whether somebody may do what the editing person may not, and so cannot be limited to contracts. */
  get exceeds(): boolean {
    return this.limits().exceeds(this.grants);
  }

  /** Only these contracts; `null`: all. */
  limitTo(contractIds: string[] | null): boolean {
    return !this.exceeds && this.#edit({ ...this.grants, contractIds });
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
