import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { facilityAccess } from './texts/facility-access.js';

export type AccessOptions = components['schemas']['FacilityAccessOptions'];
export type AccessPlace = components['schemas']['AccessPlace'];

/** The name of the part of a facility. */
export const partName = ({ label }: AccessPlace, i18n: SharedLocalize): string => label ?? i18n.in(facilityAccess)('wholeFacility');

/** A place as it is chosen: a facility, and in it `cage:…`, `rack:…` or nothing for the whole. */
export interface PlaceChoice {
  facilityId: string;
  part: string;
}

/** The place of a record as it is chosen. */
export const placeChoice = ({ facilityId, cageId, rackId }: AccessPlace): PlaceChoice => ({
  facilityId,
  part: rackId ? `rack:${rackId}` : cageId ? `cage:${cageId}` : '',
});

/** The chosen place as the contract has it; a rack is named without its cage. */
export const placeOf = ({ facilityId, part }: PlaceChoice) => ({
  facilityId,
  cageId: part.startsWith('cage:') ? part.slice(5) : null,
  rackId: part.startsWith('rack:') ? part.slice(5) : null,
});

/** The parts of a facility to choose from: the whole of it, its cages, its racks. */
export function partChoices(options: AccessOptions, facilityId: string, i18n: SharedLocalize): (readonly [string, string])[] {
  const facility = options.facilities.find(({ id }) => id === facilityId);
  return [
    ['', i18n.in(facilityAccess)('wholeFacility')],
    ...(facility?.cages ?? []).map(({ id, label }) => [`cage:${id}`, label] as const),
    ...(facility?.racks ?? []).map(({ id, label }) => [`rack:${id}`, label] as const),
  ];
}
