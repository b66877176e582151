import type { HTMLAttributes } from 'svelte/elements';
import type { ElementOf, Hyphenated, Listener, Own, Present, Tag } from './attributes.js';

type Attributes<Props> = {
  [Name in keyof Props]: Name extends Exclude<Hyphenated, Listener> ? Present<Props[Name]> : Props[Name];
};

/** As they were written before Svelte 5, which still reads them. */
type Directives<Props> = { [Name in keyof Props as Name extends `on${infer Event}` ? `on:${Event}` : never]?: Props[Name] };

type PortalElements = {
  [Name in Tag]: Attributes<Own<Name>> & Directives<Own<Name>> & HTMLAttributes<ElementOf<Name>>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends PortalElements {}
}
