import type { components } from '../../src/api/schema.js';
import { http, problem } from './http.js';

type Grant = components['schemas']['AccessGrant'];
type Visit = components['schemas']['Visit'];
type Options = components['schemas']['FacilityAccessOptions'];
type Place = components['schemas']['AccessPlace'];

export const aPlace = (part: Partial<Place> = {}): Place => ({
  scope: 'rack',
  facilityId: 'fac_ham1',
  facilityLabel: 'HAM1, Hamburg',
  cageId: null,
  rackId: 'rack_b12',
  label: 'Rack B12',
  ...part,
});

const permissions: Grant['permissions'] = [
  { id: 'bring-visitors', label: 'May bring visitors' },
  { id: 'remove-hardware', label: 'May remove hardware' },
  { id: 'weigh', label: 'May use the scales' },
];

export const aGrant = (part: Partial<Grant> = {}): Grant => ({
  id: 'agr_1',
  personId: 'mem_tech',
  personName: 'Tessa Tech',
  personTitle: 'System administration',
  place: aPlace(),
  level: 'unescorted',
  levelLabel: 'Unescorted',
  permissions,
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  badge: { number: '004711', status: 'issued', statusLabel: 'Issued', expiresOn: '2026-12-31' },
  status: 'active',
  statusLabel: 'Active',
  statusReason: null,
  allowedActions: ['change', 'revoke'],
  etag: '"1"',
  ...part,
});

/** Several statuses, and what only the company has a word for. */
export const someGrants: Grant[] = [
  aGrant(),
  aGrant({
    id: 'agr_2',
    personId: 'mem_fiona',
    personName: 'Fiona Field',
    level: 'escorted',
    levelLabel: 'Escorted',
    permissions: [],
    status: 'awaiting-orientation',
    statusLabel: 'Awaiting orientation',
    statusReason: 'Please arrange a time for the orientation with the reception.',
    badge: { number: '009902', status: 'ready-for-collection', statusLabel: 'Ready for collection', expiresOn: '2026-12-16' },
  }),
  aGrant({ id: 'agr_3', personName: 'Olivia Owner', place: aPlace({ scope: 'facility', rackId: null, label: null }), permissions: [], status: 'requested', statusLabel: 'Requested', validTo: null, badge: null }), // prettier-ignore
  aGrant({ id: 'agr_4', personName: 'Lena Lines', status: 'quarantined', statusLabel: 'Held by security', level: 'drone', levelLabel: 'By drone only', allowedActions: ['revoke'] }), // prettier-ignore
  aGrant({ id: 'agr_5', personName: 'Bruno Billing', personId: null, status: 'revoked', statusLabel: 'Revoked', allowedActions: [] }),
];

const site = {
  id: 'fac_ham1',
  label: 'HAM1, Hamburg',
  timeZone: 'Europe/Berlin',
  addressLines: ['Wendenstraße 408', '20537 Hamburg'],
  phone: '+494066969240',
  visitRules: ['Please bring an identity card or passport.', 'No food in the halls.'],
};
const helsinki = {
  ...site,
  id: 'fac_hel1',
  label: 'HEL1, Helsinki',
  timeZone: 'Europe/Helsinki',
  addressLines: ['Parrukatu 2', '00540 Helsinki'],
};

export const accessOptions: Options = {
  facilities: [
    { ...site, cages: [{ id: 'cage_c4', label: 'Cage C4' }], racks: [{ id: 'rack_b12', cageId: null, label: 'Rack B12' }] },
    { ...helsinki, cages: [], racks: [{ id: 'rack_h07', cageId: null, label: 'Rack H07' }] },
  ],
  people: [
    { id: 'mem_tech', name: 'Tessa Tech', title: 'System administration', hasLogin: true },
    { id: 'mem_fiona', name: 'Fiona Field', title: 'Accounting', hasLogin: false },
  ],
  permissions,
  maxVisitors: 3,
  maxVisitHours: 24,
};

export const aVisit = (part: Partial<Visit> = {}): Visit => ({
  id: 'vis_1',
  facility: site,
  place: aPlace(),
  startsAt: '2026-11-25T08:00:00Z',
  endsAt: '2026-11-25T11:00:00Z',
  purpose: 'Replace a power supply',
  visitors: [
    { name: 'Viktor Vendor', company: 'Dell', idDocument: 'L01X00T47', plate: 'HH-VV 123' },
    { name: 'Paula Praktikum', company: 'Dell', idDocument: null, plate: null },
  ],
  status: 'registered',
  statusLabel: 'Registered',
  passCode: 'K7MF-2XQP',
  registeredBy: 'Tessa Tech',
  allowedActions: ['print-pass', 'cancel'],
  ...part,
});

export const someVisits: Visit[] = [
  aVisit(),
  aVisit({
    id: 'vis_2',
    facility: helsinki,
    place: aPlace({ facilityId: 'fac_hel1', facilityLabel: 'HEL1, Helsinki', label: 'Rack H07' }),
    startsAt: '2026-11-27T20:00:00Z',
    endsAt: '2026-11-28T00:00:00Z',
    purpose: 'Night work on the fibre',
    visitors: [{ name: 'Aino Asentaja', company: 'Valokuitu Oy' }],
    passCode: null,
    allowedActions: [],
  }),
  aVisit({
    id: 'vis_3',
    purpose: 'ISO 27001 audit',
    status: 'inspected',
    statusLabel: 'Under inspection',
    visitors: [{ name: 'سلمى المراجعة' }],
  }),
];

/** A server that keeps what it is told. */
export class AccessServer {
  constructor(
    private grants: Grant[] = someGrants,
    private visits: Visit[] = someVisits,
  ) {}

  get handlers() {
    return [
      http.get('/facility-access/options', ({ response }) => response(200).json(accessOptions)),
      this.#listGrants(),
      this.#grant(),
      this.#readGrant(),
      this.#change(),
      this.#revoke(),
      this.#listVisits(),
      this.#register(),
      this.#cancel(),
      http.get('/visits/{visitId}/calendar', () => new Response('BEGIN:VCALENDAR', { headers: { 'Content-Type': 'text/calendar' } })),
    ];
  }

  /** Somebody else changes a grant. */
  touch(id: string, changes: Partial<Grant>): void {
    this.grants = this.grants.map((each) =>
      each.id === id ? { ...each, ...changes, etag: `"${Number(each.etag.slice(1, -1)) + 1}"` } : each,
    );
  }

  #listGrants() {
    return http.get('/access-grants', ({ query, response }) => {
      const items = this.grants.filter(({ personName }) => !query.get('q') || personName.includes(query.get('q')!));
      const page = { nextCursor: null, prevCursor: null, total: items.length };
      return response(200).json({ items: items.slice(0, 50), page, summary: { active: 1, expiring: items.length > 0 ? 1 : 0 } });
    });
  }

  #grant() {
    return http.post('/access-grants', async ({ request, response }) => {
      const { personId } = await request.clone().json();
      if (personId === 'mem_tech') return problem(409, 'Granted already', { type: 'urn:x:already-granted' });
      const grant = aGrant({
        id: 'agr_new',
        personId,
        personName: 'Fiona Field',
        status: 'requested',
        statusLabel: 'Requested',
        badge: null,
      });
      this.grants = [grant, ...this.grants];
      return response(201).json(grant);
    });
  }

  #find(id: string): Grant | undefined {
    return this.grants.find((each) => each.id === id);
  }

  #readGrant() {
    return http.get('/access-grants/{grantId}', ({ params, response }) => {
      const grant = this.#find(params.grantId);
      return grant ? response(200).json(grant) : problem(404, 'No such grant');
    });
  }

  #change() {
    return http.patch('/access-grants/{grantId}', async ({ params, request, response }) => {
      const grant = this.#find(params.grantId)!;
      if (request.headers.get('If-Match') !== grant.etag) return problem(412, 'Changed meanwhile');
      const { level } = await request.clone().json();
      this.touch(grant.id, level === 'unescorted' ? { level, status: 'requested', statusLabel: 'Requested' } : {});
      return response(200).json(this.#find(grant.id)!);
    });
  }

  #revoke() {
    return http.put('/access-grants/{grantId}/revocation', ({ params, response }) => {
      this.touch(params.grantId, { status: 'revoked', statusLabel: 'Revoked', allowedActions: [] });
      return response(200).json(this.#find(params.grantId)!);
    });
  }

  #listVisits() {
    return http.get('/visits', ({ query, response }) => {
      const isPast = query.get('when') === 'past';
      const items = this.visits.filter(
        ({ purpose, status }) => (!query.get('q') || purpose.includes(query.get('q')!)) && (status === 'cancelled') === isPast,
      );
      return response(200).json({ items: items.slice(0, 50), page: { nextCursor: null, prevCursor: null, total: items.length } });
    });
  }

  #register() {
    return http.post('/visits', async ({ request, response }) => {
      const { purpose, endsAt } = await request.clone().json();
      if (endsAt.startsWith('2020'))
        return problem(422, 'Look again', { errors: [{ pointer: '/startsAt', code: 'past', detail: 'Over.' }] });
      const visit = aVisit({ id: 'vis_new', purpose, passCode: 'NEWC-ODE2' });
      this.visits = [visit, ...this.visits];
      return response(201).json(visit);
    });
  }

  #cancel() {
    return http.put('/visits/{visitId}/cancellation', ({ params, response }) => {
      const cancelled = aVisit({
        ...this.visits.find(({ id }) => id === params.visitId)!,
        status: 'cancelled',
        statusLabel: 'Cancelled',
        passCode: null,
        allowedActions: [],
      });
      this.visits = this.visits.map((each) => (each.id === cancelled.id ? cancelled : each));
      return response(200).json(cancelled);
    });
  }
}
