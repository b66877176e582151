import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { facilityAccess } from './texts/facility-access.js';

export type AccessOptions = components['schemas']['FacilityAccessOptions'];
export type AccessPlace = components['schemas']['AccessPlace'];

/** A place as it is chosen: a facility, and in it `cage:…`, `rack:…` or nothing for the whole. */
export interface PlaceDraft {
  facilityId: string;
  part: string;
}

/** A place in a draft. */
export const placeDraft = ({ facilityId, cageId, rackId }: AccessPlace): PlaceDraft => ({
  facilityId,
  part: rackId ? `rack:${rackId}` : cageId ? `cage:${cageId}` : '',
});

/** The place of a draft as the contract has it; a rack is named without its cage. */
export const placeOf = ({ facilityId, part }: PlaceDraft) => ({
  facilityId,
  cageId: part.startsWith('cage:') ? part.slice(5) : null,
  rackId: part.startsWith('rack:') ? part.slice(5) : null,
});

/** What can be chosen in a facility: the whole of it, its cages, its racks with their cage. */
export function partChoices(options: AccessOptions, facilityId: string, i18n: SharedLocalize): (readonly [string, string])[] {
  const facility = options.facilities.find(({ id }) => id === facilityId);
  return [
    ['', i18n.in(facilityAccess)('wholeFacility')],
    ...(facility?.cages ?? []).map(({ id, label }) => [`cage:${id}`, label] as const),
    ...(facility?.racks ?? []).map(({ id, label }) => [`rack:${id}`, label] as const),
  ];
}

/** The part of a facility in words. */
export const partName = ({ label }: AccessPlace, i18n: SharedLocalize): string => label ?? i18n.in(facilityAccess)('wholeFacility');
