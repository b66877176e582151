/** A value that was changed. Text, yes or no, nothing, or lists of text. */
export interface Change {
  before: unknown;
  after: unknown;
}

/** Tells whether two values are equal. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * A three-way merge: changes are carried over to a newer record. Those that are settled, as the other has made them too, are
 * left out; those of something that the other has changed differently clash.
 * @param theirs The value of what was changed, in the newer record.
 */
export function mergeThreeWays<Own extends Change>(
  changes: readonly Own[],
  theirs: (change: Own) => unknown,
): { kept: Own[]; clashes: Own[] } {
  const kept = changes.filter((each) => !same(each.after, theirs(each)));
  return { kept, clashes: kept.filter((each) => !same(each.before, theirs(each))) };
}
