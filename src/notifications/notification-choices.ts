import type { components } from '../api/schema.js';

export type Settings = components['schemas']['NotificationSettings'];
export type Person = Settings['people'][number];
export type Cell = Person['cells'][number];
type Change = components['schemas']['NotificationChanges']['changes'][number];

const keyOf = ({ contactId }: Person, { category, channel }: Cell) => JSON.stringify([contactId, category, channel]);

/** What has been switched and not saved. It stays when the settings are loaded again, as far as it still differs from them. */
export class NotificationChoices {
  readonly #switched = new Map<string, boolean>();

  isOn(person: Person, cell: Cell): boolean {
    return this.#changed(person, cell) ? !cell.enabled : cell.enabled;
  }

  set(person: Person, cell: Cell, enabled: boolean): void {
    this.#switched.set(keyOf(person, cell), enabled);
  }

  /** What is to be saved. */
  changes({ people }: Settings): Change[] {
    return people.flatMap((person) =>
      person.cells
        .filter((cell) => this.#changed(person, cell))
        .map(({ category, channel, enabled }) => ({ contactId: person.contactId, category, channel, enabled: !enabled })),
    );
  }

  clear(): void {
    this.#switched.clear();
  }

  /** A cell that is locked, or of a person who can no longer be changed, is as the server says. */
  #changed(person: Person, cell: Cell): boolean {
    const wanted = this.#switched.get(keyOf(person, cell));
    return wanted !== undefined && wanted !== cell.enabled && person.editable && !cell.locked;
  }
}
