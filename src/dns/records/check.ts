import { checkFields, indexRrsets, tolerable, validateRrset, type RrsetProblem } from '../index.js';
import { fieldsMeant, rrsetOf, type RecordDraft } from './draft.js';
import { rrsetKey, type DnsZone, type Rrset, type StagedChanges } from '../staged-changes.js';

const limits = ({ name, minTtl, maxTtl }: DnsZone) => ({
  zone: name,
  ...(minTtl !== undefined && { minTtl }),
  ...(maxTtl !== undefined && { maxTtl }),
});

/** Faults of a set in itself. */
export const checkRrset = (rrset: Rrset, zone: DnsZone): RrsetProblem[] => validateRrset(rrset, limits(zone));

/** Faults of a draft in itself. Values that were typed are judged field by field, as nothing else says which is missing. */
export function checkDraft(draft: RecordDraft, zone: DnsZone): RrsetProblem[] {
  const problems = checkRrset(rrsetOf(draft, zone.name), zone);
  return draft.values.reduce((all, value, index) => {
    const path = `records/${index}/value`;
    if (value.original !== undefined || Object.hasOwn(value.fields, 'generic')) return all;
    const found = checkFields(draft.type, fieldsMeant(draft.type, value, zone.name));
    if (found.length === 0) return all;
    const others = all.filter((problem) => problem.path !== path && !problem.path.startsWith(`${path}/`));
    return [...others, ...found.map((problem) => ({ ...problem, path: `${path}/${problem.path}` }))];
  }, problems);
}

/** Tells whether a conflict that a working zone may have was there before. */
function wasThere({ path, code }: RrsetProblem, rrset: Rrset, before: Rrset | null): boolean {
  if (!before || !tolerable.has(code)) return false;
  const index = /^records\/(\d+)/.exec(path)?.[1];
  return index === undefined
    ? before.name === rrset.name
    : before.records.some(({ value }) => value === rrset.records[Number(index)]!.value);
}

/** The sets beside the one that is edited, as they will be: `present` ones of its name with what is staged anywhere in the zone. */
function siblings(before: Rrset | null, present: readonly Rrset[], staged: StagedChanges): Rrset[] {
  const sets = new Map(present.map((each) => [rrsetKey(each), each]));
  for (const change of staged.all) {
    const key = rrsetKey((change.after ?? change.before)!);
    if (change.after) sets.set(key, change.after);
    else sets.delete(key);
  }
  if (before) sets.delete(rrsetKey(before));
  return [...sets.values()];
}

/** Faults of a set beside the others, or the set of this name and type that is there already. */
export function checkBeside(
  rrset: Rrset,
  before: Rrset | null,
  { zone, present, staged }: { zone: DnsZone; present: readonly Rrset[]; staged: StagedChanges },
): { problems: RrsetProblem[]; existing?: Rrset } {
  const others = siblings(before, present, staged);
  const existing = others.find((other) => rrsetKey(other) === rrsetKey(rrset));
  if (existing) return { problems: [], existing };
  const context = { ...limits(zone), siblings: indexRrsets([...others, rrset]) };
  return { problems: validateRrset(rrset, context).filter((problem) => !wasThere(problem, rrset, before)) };
}
