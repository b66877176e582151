import type { components } from '../api/schema.js';

export type Settings = components['schemas']['NotificationSettings'];
export type Person = Settings['people'][number];
export type Cell = Person['cells'][number];
type Change = components['schemas']['NotificationChanges']['changes'][number];

/** The switches that may be changed, by person, category and channel. */
export type Switches = Record<string, boolean>;

export const switchOf = ({ contactId }: Person, { category, channel }: Cell): string => JSON.stringify([contactId, category, channel]);

/** A cell that is locked, or of a person who cannot be changed, has no switch. */
export function switchesOf(settings: Settings | undefined): Switches {
  const people = settings?.people.filter(({ editable }) => editable) ?? [];
  return Object.fromEntries(
    people.flatMap((person) => person.cells.filter(({ locked }) => !locked).map((cell) => [switchOf(person, cell), cell.enabled])),
  );
}

export const changesOf = (switched: Partial<Switches>): Change[] =>
  Object.entries(switched).map(([name, enabled = false]) => {
    const [contactId, category, channel] = JSON.parse(name) as [string, string, string];
    return { contactId, category, channel, enabled };
  });
