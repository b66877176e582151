import type { CustomElements } from './elements.js';

export type Tag = keyof CustomElements;

/** The attributes that the generator adds to every tag: frameworks know better what all of HTML takes. */
type Common = Exclude<keyof CustomElements[Tag], `on${string}`>;

/** What a tag takes of its own: attributes as in HTML, properties, and events as `on` with their name. */
export type Own<Name extends Tag> = Omit<CustomElements[Name], Common>;

export type ElementOf<Name extends Tag> = Extract<NonNullable<CustomElements[Name]['ref']>, HTMLElement>;

export type Hyphenated = `${string}-${string}`;
export type Listener = `on${string}`;

/** Numbers may be written as text where it is the attribute that is set, not the property. */
export type Text<Value> = Value | (number extends Value ? `${number}` : never);

/** `false` would be written as the text "false" where frameworks leave attributes alone; `undefined` leaves the attribute out. */
export type Present<Value> = Text<Exclude<Value, false>> | (true extends Value ? '' : never);
