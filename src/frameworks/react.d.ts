import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ElementOf, Hyphenated, Listener, Own, Tag, Text } from './attributes.js';
import type { CustomCssProperties } from './elements.js';

type Attributes<Props> = { [Name in keyof Props]: Name extends Exclude<Hyphenated, Listener> ? Text<Props[Name]> : Props[Name] };

type PortalElements = {
  [Name in Tag]: Attributes<Own<Name>> & { class?: string | undefined } & DetailedHTMLProps<
      HTMLAttributes<ElementOf<Name>>,
      ElementOf<Name>
    >;
};

declare module 'react' {
  interface CSSProperties extends CustomCssProperties {}

  namespace JSX {
    interface IntrinsicElements extends PortalElements {}
  }
}
