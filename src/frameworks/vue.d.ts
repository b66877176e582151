import type { HTMLAttributes, PublicProps } from 'vue';
import type { ElementOf, Hyphenated, Listener, Own, Present, Tag } from './attributes.js';

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;

/** Templates name attributes with hyphens, Vue's checker without them. */
type Attributes<Props> = {
  [Name in Exclude<keyof Props & Hyphenated, Listener> as Camel<Name>]?: Present<Props[Name]>;
};

type Properties<Props> = Omit<Props, Listener | Hyphenated | keyof Attributes<Props>>;

type Listeners<Props> = {
  [Name in keyof Props & Listener as Camel<Name extends `on${infer Event}` ? `on-${Event}` : never>]?: Props[Name];
};

type PortalElements = {
  [Name in Tag]: new () => ElementOf<Name> & {
    $props: Attributes<Own<Name>> & Properties<Own<Name>> & Listeners<Own<Name>> & HTMLAttributes & PublicProps;
  };
};

declare module 'vue' {
  interface GlobalComponents extends PortalElements {}
}
