import type { LitElement } from 'lit';
import { whenIdle } from '../core/schedule.js';
import type * as tools from './list-tools.js';

export type ListTools = typeof tools;

const equipped = new WeakMap<LitElement, ListTools | undefined>();

/** What stands around a list's table: asked for with the first list, shown when its first rows are. */
export function loadTools(host: LitElement): ListTools | undefined {
  if (!equipped.has(host)) void equip(host);
  return equipped.get(host);
}

async function equip(host: LitElement): Promise<void> {
  equipped.set(host, undefined);
  try {
    const loaded = await import('./list-tools.js');
    await whenIdle(host);
    loaded.adoptStyles(host, loaded.toolStyles, loaded.dialogStyles);
    equipped.set(host, loaded);
    host.requestUpdate();
  } catch {
    // Asked for again at the next update; the rows do without.
    equipped.delete(host);
  }
}
