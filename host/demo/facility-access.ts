import { sql, type Insertable, type Kysely } from 'kysely';
import type { AccessGrantTable, VisitTable } from '../src/facility-access/tables.js';
import type { Database } from '../src/database/tables.js';
import { searchText } from '../src/http/search.js';
import { ZonedTimes } from '../src/import/zoned-time.js';
import { dayFromToday } from './days.js';

const visitRules = [
  'Please bring an identity card or passport; without one we cannot let you in.',
  'Ring at the gate and show this pass at the reception. You get a badge there, to be worn in sight.',
  'Food, drinks and cardboard stay outside the halls. Photographs need our consent.',
  'In an alarm leave the building at once and gather at the car park.',
];

const facilities = [
  { id: 'fac_ham1', label: 'HAM1, Hamburg', time_zone: 'Europe/Berlin', phone: '+494066969240', address_lines: ['Wendenstraße 408', '20537 Hamburg', 'Germany'] },
  { id: 'fac_ham2', label: 'HAM2, Norderstedt', time_zone: 'Europe/Berlin', phone: '+494066969250', address_lines: ['Oststraße 77', '22844 Norderstedt', 'Germany'] },
  { id: 'fac_hel1', label: 'HEL1, Helsinki', time_zone: 'Europe/Helsinki', phone: '+358942597310', address_lines: ['Parrukatu 2', '00540 Helsinki', 'Finland'] },
]; // prettier-ignore

const cages = [
  { id: 'cage_ham2_c4', client_id: 'cli_acme', facility_id: 'fac_ham2', label: 'Cage C4' },
  { id: 'cage_hel1_a1', client_id: 'cli_globex', facility_id: 'fac_hel1', label: 'Cage A1' },
];

const rack = (id: string, client: string, facility: string, label: string, cage: string | null = null) => ({
  id: `rack_${id}`,
  client_id: `cli_${client}`,
  facility_id: `fac_${facility}`,
  cage_id: cage,
  label,
});
const racks = [
  rack('b12', 'acme', 'ham1', 'Rack B12'),
  rack('b13', 'acme', 'ham1', 'Rack B13, lower half'),
  rack('c4_01', 'acme', 'ham2', 'Rack C4-01', 'cage_ham2_c4'),
  rack('c4_02', 'acme', 'ham2', 'Rack C4-02', 'cage_ham2_c4'),
  rack('h07', 'acme', 'hel1', 'Rack H07'),
  rack('a1_01', 'globex', 'hel1', 'Rack A1-01', 'cage_hel1_a1'),
];

type DemoAccess = Omit<Insertable<AccessGrantTable>, 'client_id' | 'permissions'> & { permissions?: string[] };
const at = (facility: string, cage: string | null = null, rackId: string | null = null) => ({
  facility_id: `fac_${facility}`,
  cage_id: cage && `cage_${cage}`,
  rack_id: rackId && `rack_${rackId}`,
});
const badge = (badge_number: string, badge_status = 'issued', days = 200) => ({
  badge_number,
  badge_status,
  badge_expires_on: dayFromToday(days),
});

const acmeAccesses = (): DemoAccess[] => [
  {
    id: 'agr_acme_tech', membership_id: 'mem_acme_tech', person_name: 'Tessa Tech', ...at('ham1'), level: 'unescorted', state: 'active',
    permissions: ['bring-visitors', 'remove-hardware', 'remote-hands'], valid_from: dayFromToday(-500), valid_to: dayFromToday(200), ...badge('004711'),
  },
  {
    id: 'agr_acme_tech_c4', membership_id: 'mem_acme_tech', person_name: 'Tessa Tech', ...at('ham2', 'ham2_c4'), level: 'unescorted', state: 'active',
    permissions: ['remove-hardware'], valid_from: dayFromToday(-340), valid_to: dayFromToday(24), ...badge('008130', 'issued', 24),
  },
  {
    id: 'agr_acme_fiona', membership_id: 'mem_acme_fiona', person_name: 'Fiona Field', ...at('ham1', null, 'b12'), level: 'escorted', state: 'awaiting-orientation',
    valid_from: dayFromToday(-6), valid_to: dayFromToday(359), status_reason: 'Please arrange a time for the orientation with the reception.',
    ...badge('009902', 'ready-for-collection', 24),
  },
  {
    id: 'agr_acme_owner', membership_id: 'mem_acme_owner', person_name: 'Olivia Owner', ...at('hel1', null, 'h07'), level: 'escorted', state: 'requested',
    valid_from: dayFromToday(9), valid_to: null,
  },
  {
    id: 'agr_acme_consultant', membership_id: 'mem_acme_consultant', person_name: 'Carla Consultant', ...at('ham1', null, 'b13'), level: 'escorted', state: 'active',
    valid_from: dayFromToday(-400), valid_to: dayFromToday(-35), ...badge('006018', 'returned', -35),
  },
  {
    id: 'agr_acme_lines', membership_id: 'mem_acme_lines', person_name: 'Lena Lines', ...at('ham2', 'ham2_c4', 'c4_01'), level: 'escorted', state: 'suspended',
    valid_from: dayFromToday(-120), valid_to: dayFromToday(245), status_reason: 'The badge was reported lost.', ...badge('008244', 'blocked'),
  },
  {
    id: 'agr_acme_billing', membership_id: 'mem_acme_billing', person_name: 'Bruno Billing', ...at('ham1', null, 'b12'), level: 'escorted', state: 'revoked',
    valid_from: dayFromToday(-300), valid_to: null, ...badge('005520', 'returned', -20),
  },
]; // prettier-ignore

const globexAccesses = (): DemoAccess[] => [
  {
    id: 'agr_globex_owner', membership_id: 'mem_globex_owner', person_name: 'Gita Globex', ...at('hel1', 'hel1_a1'), level: 'unescorted', state: 'active',
    valid_from: dayFromToday(-100), valid_to: null, ...badge('700012'),
  },
]; // prettier-ignore

type DemoVisit = Pick<Insertable<VisitTable>, 'id' | 'facility_id' | 'cage_id' | 'rack_id' | 'purpose' | 'pass_code' | 'registered_by'> & {
  /** Days from today, and hours by the facility's clocks. */
  when: readonly [days: number, from: string, to: string];
  state?: string;
  visitors: readonly { name: string; company?: string; idDocument?: string; plate?: string }[];
};

const acmeVisits: DemoVisit[] = [
  {
    id: 'vis_acme_power', ...at('ham1', null, 'b12'), when: [2, '09:00', '12:00'], purpose: 'Replace a power supply', pass_code: 'K7MF-2XQP', registered_by: 'Tessa Tech',
    visitors: [{ name: 'Viktor Vendor', company: 'Dell Technologies', idDocument: 'L01X00T47', plate: 'HH-VV 123' }, { name: 'Paula Praktikum', company: 'Dell Technologies' }],
  },
  {
    id: 'vis_acme_fibre', ...at('hel1', null, 'h07'), when: [5, '22:00', '02:00'], purpose: 'Night work on the fibre to the second router', pass_code: 'R4TW-9NHC', registered_by: 'Olivia Owner',
    visitors: [{ name: 'Aino Asentaja', company: 'Valokuitu Oy', idDocument: 'P 7741902', plate: 'ABC-123' }],
  },
  {
    id: 'vis_acme_audit', ...at('ham2', 'ham2_c4'), when: [16, '13:30', '17:00'], purpose: 'ISO 27001 audit', pass_code: 'D6ZL-XM3E', registered_by: 'Olivia Owner',
    visitors: [{ name: 'Dr. Amir Auditor', company: 'TÜV Nord' }, { name: 'سلمى المراجعة', company: 'TÜV Nord' }, { name: 'Jens Junior', company: 'TÜV Nord' }],
  },
  {
    id: 'vis_acme_disks', ...at('ham1', null, 'b13'), when: [-9, '10:00', '11:30'], purpose: 'Swap two disks', pass_code: 'T8VB-5KWA', registered_by: 'Tessa Tech',
    visitors: [{ name: 'Carla Consultant', company: 'Partner', idDocument: 'C4T77LP91' }],
  },
  {
    id: 'vis_acme_tour', ...at('ham1'), when: [-30, '14:00', '15:00'], purpose: 'Tour for the board', pass_code: 'W2GR-7JYD', registered_by: 'Olivia Owner', state: 'missed',
    visitors: [{ name: 'Bernd Board' }],
  },
  {
    id: 'vis_acme_switch', ...at('ham2', 'ham2_c4', 'c4_02'), when: [-3, '08:00', '09:00'], purpose: 'Fetch a defective switch', pass_code: 'H9QX-4UFN', registered_by: 'Tessa Tech', state: 'cancelled',
    visitors: [{ name: 'Kurt Courier', company: 'Stadtkurier', plate: 'HH-SK 900' }],
  },
]; // prettier-ignore

const globexVisits: DemoVisit[] = [
  {
    id: 'vis_globex_ups', ...at('hel1', 'hel1_a1'), when: [7, '09:00', '10:00'], purpose: 'Výměna baterie', pass_code: 'Y3CS-8PLM', registered_by: 'Gita Globex',
    visitors: [{ name: 'Tomáš Technik', company: 'Servis s.r.o.', idDocument: '204811223' }],
  },
]; // prettier-ignore

/** The facilities, what the demo clients have in them, who may enter, and visits. */
export async function demoFacilityAccess(database: Kysely<Database>): Promise<void> {
  await database
    .insertInto('facilities')
    .values(
      facilities.map((each) => ({ ...each, address_lines: JSON.stringify(each.address_lines), visit_rules: JSON.stringify(visitRules) })),
    )
    .execute();
  await database.insertInto('cages').values(cages).execute();
  await database.insertInto('racks').values(racks).execute();
  for (const [client_id, accesses, visits] of [
    ['cli_acme', acmeAccesses(), acmeVisits],
    ['cli_globex', globexAccesses(), globexVisits],
  ] as const) {
    await database
      .insertInto('access_grants')
      .values(accesses.map(({ permissions = [], ...access }) => ({ ...access, client_id, permissions: JSON.stringify(permissions) })))
      .execute();
    await database
      .insertInto('visits')
      .values(visits.map((visit) => visitRow(client_id, visit)))
      .execute();
    await database
      .insertInto('access_changes')
      .columns(['id', 'client_id', 'subject', 'by_name', 'action'])
      .expression((from) =>
        from
          .selectFrom('visits')
          .where('client_id', '=', client_id)
          .select([
            sql<string>`'acg_' || id`.as('id'),
            'client_id',
            'id as subject',
            'registered_by as by_name',
            sql<string>`'visit-registered'`.as('action'),
          ]),
      )
      .execute();
  }
}

function visitRow(
  client_id: string,
  { when: [days, from, to], visitors, state = 'registered', ...visit }: DemoVisit,
): Insertable<VisitTable> {
  const times = new ZonedTimes(facilities.find(({ id }) => id === visit.facility_id)!.time_zone);
  const end = days + (to < from ? 1 : 0);
  return {
    state,
    ...visit,
    client_id,
    starts_at: times.read(`${dayFromToday(days)} ${from}:00`)!,
    ends_at: times.read(`${dayFromToday(end)} ${to}:00`)!,
    visitors: JSON.stringify(visitors.map(({ name, company = null }) => ({ name, company }))),
    identities: JSON.stringify(visitors.map(({ idDocument = null, plate = null }) => ({ idDocument, plate }))),
    search_text: searchText([visit.purpose, visit.pass_code, ...visitors.flatMap(({ name, company }) => [name, company])]),
  };
}
