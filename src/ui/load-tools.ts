import type { LitElement } from 'lit';
import { turn } from '../core/turn.js';
import type * as tools from './list-tools.js';

export type ListTools = typeof tools;

let loaded: ListTools | undefined;
const equipped = new WeakSet<LitElement>();

/** What stands around a list's table, once it is here: asked for with the first list, so that it arrives beside the first rows. */
export function loadTools(host: LitElement): ListTools | undefined {
  if (!loaded) {
    import('./list-tools.js').then(
      async (module) => {
        loaded = module;
        await turn();
        host.requestUpdate();
      },
      // Asked for again at the next update; the rows do without.
      () => undefined,
    );
    return undefined;
  }
  if (!equipped.has(host)) {
    equipped.add(host);
    const root = host.renderRoot as ShadowRoot;
    const sheets = [loaded.toolStyles, loaded.dialogStyles].map((style) => style.styleSheet!);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
  }
  return loaded;
}
