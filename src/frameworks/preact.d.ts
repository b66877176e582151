import type { HTMLAttributes } from 'preact';
import type { ElementOf, Hyphenated, Listener, Own, Tag, Text } from './attributes.js';

type Attributes<Props> = { [Name in keyof Props]: Name extends Exclude<Hyphenated, Listener> ? Text<Props[Name]> : Props[Name] };

type PortalElements = {
  [Name in Tag]: Attributes<Own<Name>> & HTMLAttributes<ElementOf<Name>>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends PortalElements {}
  }
}
