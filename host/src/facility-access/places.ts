import type { Kysely, Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { CageTable, FacilityTable, RackTable } from './tables.js';
import type { Database } from '../database/tables.js';

type Site = components['schemas']['AccessSite'];
type Facility = components['schemas']['AccessFacility'];
type Place = components['schemas']['AccessPlace'];
export type Fault = NonNullable<components['schemas']['Problem']['errors']>[number];

/** A facility, or a cage or rack in it, by their ids. */
export interface PlaceIds {
  facility_id: string;
  cage_id: string | null;
  rack_id: string | null;
}

/** The facilities of the company and what a client has in them. */
export async function readPlaces(database: Kysely<Database>, clientId: string): Promise<Places> {
  const facilities = await database.selectFrom('facilities').selectAll().orderBy('label').execute();
  const cages = await database.selectFrom('cages').selectAll().where('client_id', '=', clientId).orderBy('label').execute();
  const racks = await database.selectFrom('racks').selectAll().where('client_id', '=', clientId).orderBy('label').execute();
  return new Places(facilities, cages, racks);
}

export class Places {
  constructor(
    private readonly all: readonly Selectable<FacilityTable>[],
    private readonly cages: readonly Selectable<CageTable>[],
    private readonly racks: readonly Selectable<RackTable>[],
  ) {}

  /** The facilities in which the client has something. */
  get facilities(): Facility[] {
    return this.all
      .map(({ id }) => ({
        ...this.site(id),
        cages: this.cages.filter((each) => each.facility_id === id).map((each) => ({ id: each.id, label: each.label })),
        racks: this.racks
          .filter((each) => each.facility_id === id)
          .map((each) => ({ id: each.id, cageId: each.cage_id, label: each.label })),
      }))
      .filter(({ cages, racks }) => cages.length + racks.length > 0);
  }

  site(facilityId: string): Site {
    const { id, label, time_zone, address_lines, phone, visit_rules } = this.all.find((each) => each.id === facilityId)!;
    return { id, label, timeZone: time_zone, addressLines: address_lines, phone, visitRules: visit_rules };
  }

  describe({ facility_id, cage_id, rack_id }: PlaceIds): Place {
    const rack = this.racks.find(({ id }) => id === rack_id);
    const cage = this.cages.find(({ id }) => id === cage_id);
    return {
      scope: rack_id ? 'rack' : cage_id ? 'cage' : 'facility',
      facilityId: facility_id,
      facilityLabel: this.site(facility_id).label,
      cageId: cage_id,
      rackId: rack_id,
      label: rack?.label ?? cage?.label ?? null,
    };
  }

  /** Faults of a choice of a place: it has to be of the client, and each part in the one before. */
  faultsOf({ facility_id, cage_id, rack_id }: PlaceIds): Fault[] {
    const facility = this.facilities.find(({ id }) => id === facility_id);
    if (!facility) return [unknown('/facilityId', 'You have nothing in this facility.')];
    if (cage_id && !facility.cages.some(({ id }) => id === cage_id)) return [unknown('/cageId', 'You have no such cage there.')];
    const rack = facility.racks.find(({ id }) => id === rack_id);
    if (rack_id && (!rack || (cage_id && rack.cageId !== cage_id))) return [unknown('/rackId', 'You have no such rack there.')];
    return [];
  }
}

const unknown = (pointer: string, detail: string): Fault => ({ pointer, code: 'unknown', detail });

/** Tells whether all of a place lies in another. */
export const liesIn = (place: PlaceIds, other: PlaceIds): boolean =>
  place.facility_id === other.facility_id &&
  (other.rack_id ? place.rack_id === other.rack_id : !other.cage_id || place.cage_id === other.cage_id);
