import type { JSX } from 'solid-js';
import type { ElementOf, Hyphenated, Listener, Own, Tag, Text } from './attributes.js';

/** Solid sets what is hyphenated or written in small letters as a property of that name; it finds no other by itself. */
type Attributes<Props> = {
  [Name in keyof Props as Name extends Hyphenated | Lowercase<Name & string> ? Exclude<Name, Listener> : never]?: Text<Props[Name]>;
};

type Properties<Props> = { [Name in Exclude<keyof Props, Hyphenated | Listener> as `prop:${Name & string}`]?: Props[Name] };

/** `attr:` and `bool:` say that it is the attribute that is set. */
type Explicit<Props> = {
  [
    Name in keyof Attributes<Props> as `${true extends Attributes<Props>[Name] ? 'bool' : 'attr'}:${Name & string}`
  ]?: Attributes<Props>[Name];
};

type Listeners<Props> = { [Name in keyof Props as Name extends `on${infer Event}` ? `on:${Event}` : never]?: Props[Name] };

type PortalElements = {
  [Name in Tag]: Attributes<Own<Name>> &
    Explicit<Own<Name>> &
    Properties<Own<Name>> &
    Listeners<Own<Name>> &
    JSX.HTMLAttributes<ElementOf<Name>>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends PortalElements {}
  }
}
