import { resources, type Resource } from './resources.js';

export const root = 'client-portal' satisfies Resource;

/** The node above, by its name alone; the root has none. */
export function parentOf<Id extends string>(resource: Id): Id | undefined {
  if (resource === root) return undefined;
  const dot = resource.lastIndexOf('.');
  return (dot < 0 ? root : resource.slice(0, dot)) as Id;
}

/** The nodes above, the nearest first; the last one is the root. */
export function ancestorsOf<Id extends string>(resource: Id): Id[] {
  const parent = parentOf(resource);
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)];
}

/** Tells whether `resource` is `node` or lies under it. */
export const isWithin = (resource: string, node: string): boolean => resource === node || ancestorsOf(resource).includes(node);

interface Below {
  children: readonly Resource[];
  pages: readonly Resource[];
}

let found: ReadonlyMap<Resource, Below> | undefined;

/** The tree never changes: what is below each node is found once, when it is first asked for. */
function below(resource: Resource): Below {
  found ??= new Map(
    resources.map((node) => {
      const within = resources.filter((each) => isWithin(each, node));
      const isParent = (each: Resource) => resources.some((other) => parentOf(other) === each);
      return [node, { children: within.filter((each) => parentOf(each) === node), pages: within.filter((each) => !isParent(each)) }];
    }),
  );
  return found.get(resource)!;
}

export const childrenOf = (resource: Resource): readonly Resource[] => below(resource).children;

/** The leaves, which are what can be opened: the nodes with nothing under them, at or under `resource`. */
export const pagesOf = (resource: Resource): readonly Resource[] => below(resource).pages;

/** The node right below the root that `resource` belongs to: its menu. The root belongs to none. */
export const menuOf = (resource: string): string | undefined => [resource, ...ancestorsOf(resource)].at(-2);
