import type { Connection } from '../../api/connection.js';
import { warnBeforeUnload } from '../../core/unsaved.js';
import { StagedChanges } from '../staged-changes.js';

const stores = new WeakMap<Connection, Map<string, StagedChanges>>();

/**
 * The staged changes of a zone. They outlive the element that shows them, so that a closed dialog or a permission that is
 * taken and given back loses nothing; while there are some, leaving the page asks first.
 */
export function stagedChanges(connection: Connection, zoneId: string): StagedChanges {
  let zones = stores.get(connection);
  if (!zones) stores.set(connection, (zones = new Map<string, StagedChanges>()));
  let changes = zones.get(zoneId);
  if (!changes) {
    const created = new StagedChanges((count) => warnBeforeUnload(created, count > 0));
    zones.set(zoneId, (changes = created));
  }
  return changes;
}
