import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import { demoFacilityAccess } from '../demo/facility-access.js';
import { dayFromToday } from '../demo/days.js';
import { faultsOf, outcome } from './support/answers.js';
import { startHost, type Send } from './support/host.js';

type Grant = components['schemas']['AccessGrant'];
type GrantPage = components['schemas']['AccessGrantPage'];
type Visit = components['schemas']['Visit'];
type VisitPage = components['schemas']['VisitPage'];
type Options = components['schemas']['FacilityAccessOptions'];

const host = await startHost();
await demoFacilityAccess(host.database);
const owner = await host.signIn('owner@acme.example');
const globex = await host.signIn('owner@globex.example');

async function read<Body>(response: Response | Promise<Response>, status = 200): Promise<Body> {
  const answer = await response;
  assert.equal(answer.status, status, await answer.clone().text());
  return (await answer.json()) as Body;
}

/** What somebody may do who has been given these actions and nothing else. */
async function withActions(...actions: string[]): Promise<Send> {
  const permissions = JSON.stringify({ allow: { 'profile.facility-access': actions } });
  await host.database.updateTable('memberships').set({ permissions }).where('id', '=', 'mem_acme_nobody').execute();
  return await host.signIn('nobody@acme.example');
}

let keys = 0;
const post = (path: string, body: object, send: Send = owner) =>
  send('POST', path, { body, headers: { 'idempotency-key': `access-key-${keys++}` } });
const grants = (query = '', send: Send = owner) => read<GrantPage>(send('GET', `/access-grants?${query}`));
const visits = (query = '', send: Send = owner) => read<VisitPage>(send('GET', `/visits?${query}`));
const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id.replace(/^..._acme_/, ''));
const grant = (id: string) => read<Grant>(owner('GET', `/access-grants/${id}`));
const change = (id: string, body: object, version: string) =>
  owner('PATCH', `/access-grants/${id}`, { body, headers: { 'if-match': version } });

describe('the choices', () => {
  test('hold what the client has in which facility, and people with and without a login', async () => {
    const { facilities, people } = await read<Options>(owner('GET', '/facility-access/options'));
    assert.deepEqual(facilities.map(({ id }) => id), ['fac_ham1', 'fac_ham2', 'fac_hel1']); // prettier-ignore
    assert.deepEqual(facilities[1]!.racks.map(({ cageId }) => cageId), ['cage_ham2_c4', 'cage_ham2_c4']); // prettier-ignore
    assert.equal(people.find(({ id }) => id === 'mem_acme_fiona')?.hasLogin, false);
    assert.equal(people.some(({ id }) => id === 'mem_acme_inactive'), false); // prettier-ignore
    const others = await read<Options>(globex('GET', '/facility-access/options'));
    assert.deepEqual(others.facilities.map(({ id, racks }) => [id, racks.length]), [['fac_hel1', 1]]); // prettier-ignore
  });
});

describe('the list of grants', () => {
  test('tells who has expired, and counts who may enter and whose access ends soon', async () => {
    const { items, summary } = await grants();
    const status = Object.fromEntries(items.map((each) => [each.id, each.status]));
    assert.equal(status['agr_acme_consultant'], 'expired');
    assert.deepEqual(summary, { active: 2, expiring: 1 });
    assert.deepEqual(ids(await grants('expiring=true')), ['tech_c4']);
    assert.deepEqual(ids(await grants('status=suspended')), ['lines']);
    assert.deepEqual(ids(await grants('facility=fac_hel1')), ['owner']);
    assert.deepEqual(ids(await grants('q=008130')), ['tech_c4']);
    assert.deepEqual(ids(await grants('q=rack+b12')).sort(), ['billing', 'fiona']);
  });

  for (const sort of ['person', '-person', 'validTo', '-validTo'])
    test(`is the same two rows at a time, by ${sort}`, async () => {
      const whole = await grants(`sort=${sort}`);
      const walked: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: GrantPage = await grants(`sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
        walked.push(...ids(page));
        cursor = page.page.nextCursor;
      }
      assert.deepEqual(walked, ids(whole));
      if (sort.endsWith('validTo')) assert.equal(whole.items.at(-1)!.validTo, null);
    });

  test('is a file of the whole filter', async () => {
    const response = await owner('GET', '/access-grants?q=tessa&limit=1', { headers: { Accept: 'text/csv' } });
    const { data } = Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true });
    assert.deepEqual(data.map((row) => row['Badge']), ['004711', '008130']); // prettier-ignore
    assert.equal(data[0]!['Permissions'], 'May bring visitors; May remove hardware; May order remote hands');
  });

  test('is of the client alone', async () => {
    assert.deepEqual((await grants('', globex)).items.map(({ id }) => id), ['agr_globex_owner']); // prettier-ignore
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['PUT', '/revocation'],
    ] as const)
      // prettier-ignore
      assert.equal((await globex(method, `/access-grants/agr_acme_tech${path}`, method === 'PATCH' ? { body: {} } : {})).status, 404);
  });
});

describe('granting access', () => {
  const wish = { personId: 'mem_acme_fiona', facilityId: 'fac_ham2', cageId: 'cage_ham2_c4', rackId: 'rack_c4_01', level: 'escorted', validFrom: dayFromToday(1) }; // prettier-ignore

  test('is a request until the company has confirmed it, made once, written down', async () => {
    const made = await read<Grant>(post('/access-grants', { ...wish, permissions: ['remote-hands'] }), 201);
    assert.deepEqual(
      [made.status, made.personName, made.place.label, made.validTo, made.badge],
      ['requested', 'Fiona Field', 'Rack C4-01', null, null],
    );
    assert.equal(await outcome(await post('/access-grants', wish)), '409 already-granted');
    const written = await host.database.selectFrom('access_changes').selectAll().where('subject', '=', made.id).execute();
    assert.deepEqual(written.map(({ action, by_name }) => [action, by_name]), [['granted', 'Olivia Owner']]); // prettier-ignore
  });

  test('says of every field what is wrong', async () => {
    const faults = async (more: object) => await faultsOf(await post('/access-grants', { ...wish, ...more }));
    assert.deepEqual(await faults({ personId: 'mem_globex_owner' }), ['/personId unknown']);
    assert.deepEqual(await faults({ facilityId: 'fac_none' }), ['/facilityId unknown']);
    assert.deepEqual(await faults({ cageId: 'cage_hel1_a1' }), ['/cageId unknown']);
    assert.deepEqual(await faults({ rackId: 'rack_b12' }), ['/rackId unknown']);
    assert.deepEqual(await faults({ permissions: ['dance'], validTo: dayFromToday(0) }), [
      '/permissions/0 unknown',
      '/validTo before-start',
    ]);
  });
});

describe('changing access', () => {
  test('narrows at once, and asks again for what is more than before', async () => {
    const { etag } = await grant('agr_acme_tech');
    const narrower = { facilityId: 'fac_ham1', rackId: 'rack_b12', permissions: ['bring-visitors'], validTo: dayFromToday(90) };
    const narrow = await read<Grant>(change('agr_acme_tech', narrower, etag));
    assert.deepEqual([narrow.status, narrow.place.label, narrow.permissions.length], ['active', 'Rack B12', 1]);
    const wide = await read<Grant>(change('agr_acme_tech', { validTo: dayFromToday(91) }, narrow.etag));
    assert.equal(wide.status, 'requested');
    assert.equal(wide.level, 'unescorted', 'what is left out stays');
  });

  test('needs the version it was made on, and something that is not over', async () => {
    const { etag } = await grant('agr_acme_tech_c4');
    assert.equal((await owner('PATCH', '/access-grants/agr_acme_tech_c4', { body: { level: 'escorted' } })).status, 428);
    await read<Grant>(change('agr_acme_tech_c4', { level: 'escorted' }, etag));
    assert.equal((await change('agr_acme_tech_c4', { level: 'escorted' }, etag)).status, 412);
    assert.equal(await outcome(await change('agr_acme_billing', { level: 'escorted' }, '*')), '409 not-changeable');
  });

  test('revokes at once, with the right to delete alone, and blocks the badge', async () => {
    const guard = await withActions('view', 'delete');
    const path = '/access-grants/agr_acme_lines';
    assert.equal((await guard('PATCH', path, { body: {}, headers: { 'if-match': '*' } })).status, 403);
    for (let time = 0; time < 2; time++) {
      const { status, badge } = await read<Grant>(guard('PUT', `${path}/revocation`));
      assert.deepEqual([status, badge?.status], ['revoked', 'blocked']);
    }
    const written = await host.database.selectFrom('access_changes').select('by_name').where('subject', '=', 'agr_acme_lines').execute();
    assert.deepEqual(written, [{ by_name: 'Noah Nobody' }]);
  });

  test('ends with the contact', async () => {
    await host.database.deleteFrom('memberships').where('id', '=', 'mem_acme_consultant').execute();
    const { status, personName, personId, statusReason } = await grant('agr_acme_consultant');
    assert.deepEqual(
      [status, personName, personId, statusReason],
      ['revoked', 'Carla Consultant', null, 'The person is no longer a contact.'],
    );
    await host.database.deleteFrom('access_grants').where('id', '=', 'agr_acme_consultant').execute();
  });
});

describe('visits', () => {
  const visit = (more: object = {}) => ({
    facilityId: 'fac_hel1',
    rackId: 'rack_h07',
    startsAt: `${dayFromToday(3)}T23:00`,
    endsAt: `${dayFromToday(4)}T01:30`,
    purpose: ' Swap a fan ',
    visitors: [{ name: 'Vera Visitor', company: 'Fans Ltd', idDocument: 'X1', plate: 'ABC-1' }, { name: 'Walt Visitor' }],
    ...more,
  });

  test('are listed as upcoming, the next first, or as past, the last first', async () => {
    assert.deepEqual(ids(await visits('when=upcoming')), ['power', 'fibre', 'audit']);
    assert.deepEqual(ids(await visits('when=past')), ['switch', 'disks', 'tour']);
    assert.deepEqual(ids(await visits('q=salma')), []);
    assert.deepEqual(ids(await visits(`q=${encodeURIComponent('المراجعة')}`)), ['audit']);
    assert.deepEqual(ids(await visits('facility=fac_hel1')), ['fibre']);
    assert.deepEqual((await visits('', globex)).items.map(({ id }) => id), ['vis_globex_ups']); // prettier-ignore
  });

  test('are registered by the clocks of the facility, with a code for the pass', async () => {
    const made = await read<Visit>(post('/visits', visit()), 201);
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short', timeStyle: 'short' });
    assert.equal(shown.format(new Date(made.startsAt)), `${dayFromToday(3)} 23:00`);
    assert.equal(Date.parse(made.endsAt) - Date.parse(made.startsAt), 2.5 * 3_600_000);
    assert.match(made.passCode!, /^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    assert.deepEqual([made.purpose, made.visitors[0]!.plate, made.place.label], ['Swap a fan', 'ABC-1', 'Rack H07']);
  });

  test('say of every field what is wrong', async () => {
    const faults = async (more: object) => await faultsOf(await post('/visits', visit(more)));
    assert.deepEqual(await faults({ endsAt: `${dayFromToday(3)}T23:00` }), ['/endsAt before-start']);
    assert.deepEqual(await faults({ endsAt: `${dayFromToday(4)}T23:01` }), ['/endsAt too-long']);
    assert.deepEqual(await faults({ startsAt: `${dayFromToday(-1)}T10:00`, endsAt: `${dayFromToday(-1)}T11:00` }), ['/startsAt past']);
    assert.deepEqual(await faults({ startsAt: '2027-03-28T03:30', endsAt: '2027-03-28T05:00' }), ['/startsAt no-such-time']);
    assert.deepEqual(await faults({ purpose: ' ', visitors: [{ name: 'A' }, { name: ' ' }] }), [
      '/purpose required',
      '/visitors/1/name required',
    ]);
    assert.deepEqual(await faults({ visitors: Array.from({ length: 11 }, () => ({ name: 'A' })) }), ['/visitors too-many']);
    assert.deepEqual(await faults({ rackId: 'rack_a1_01' }), ['/rackId unknown']);
  });

  test('tell documents, plates and the code of the pass only to who arranges visits', async () => {
    const mine = (await visits('q=dell')).items[0]!;
    assert.deepEqual([mine.visitors[0]!.idDocument, mine.passCode], ['L01X00T47', 'K7MF-2XQP']);
    const theirs = await visits('q=dell', await withActions('view'));
    assert.deepEqual(theirs.items[0]!.visitors[0], { name: 'Viktor Vendor', company: 'Dell Technologies' });
    assert.deepEqual([theirs.items[0]!.passCode, theirs.items[0]!.allowedActions], [null, ['cancel']]);
    const creator = await visits('q=dell', await withActions('view', 'create'));
    assert.deepEqual([creator.items[0]!.passCode, 'plate' in creator.items[0]!.visitors[0]!], ['K7MF-2XQP', false]);
    const file = await (await owner('GET', '/visits', { headers: { Accept: 'text/csv' } })).text();
    assert.equal(/L01X00T47|K7MF/.test(file), false);
  });

  test('are forgotten by their documents a month later', async () => {
    const longAgo = { starts_at: new Date(Date.now() - 32 * 86_400_000), ends_at: new Date(Date.now() - 31 * 86_400_000) };
    await host.database.updateTable('visits').set(longAgo).where('id', '=', 'vis_acme_disks').execute();
    await read<Visit>(post('/visits', visit()), 201);
    const { identities } = await host.database
      .selectFrom('visits')
      .select('identities')
      .where('id', '=', 'vis_acme_disks')
      .executeTakeFirstOrThrow();
    assert.equal(identities, null);
  });

  test('are events of a calendar, which learns when they are cancelled', async () => {
    const calendar = async () => {
      const response = await owner('GET', '/visits/vis_acme_fibre/calendar');
      assert.match(response.headers.get('content-type')!, /^text\/calendar/);
      assert.match(response.headers.get('content-disposition')!, /^attachment; filename="HEL1, Helsinki .*\.ics"/);
      return (await response.text()).replaceAll('\r\n ', '').split('\r\n');
    };
    const before = await calendar();
    const { startsAt } = (await visits('q=fibre')).items[0]!;
    const start = startsAt.replace(/[-:]|\.000/g, '');
    for (const line of [`DTSTART:${start}`, 'STATUS:CONFIRMED', 'SEQUENCE:0', 'UID:vis_acme_fibre@portal.nordkai.example'])
      assert.equal(before.includes(line), true, `${line} in\n${before.join('\n')}`);
    assert.equal(before.some((line) => line.includes('P 7741902')), false, 'no identity documents'); // prettier-ignore
    const cancelled = await read<Visit>(owner('PUT', '/visits/vis_acme_fibre/cancellation'));
    assert.deepEqual([cancelled.status, cancelled.passCode, cancelled.allowedActions], ['cancelled', null, []]);
    const after = await calendar();
    for (const line of ['STATUS:CANCELLED', 'SEQUENCE:1']) assert.equal(after.includes(line), true, line);
  });

  test('are a calendar whose lines have at most 75 octets, in every language', async () => {
    const purpose = 'Výměna optických modulů ve třetím sále, přeložení kabelů pod širší uličkou a závěrečná zkouška spojení';
    await host.database.updateTable('visits').set({ purpose }).where('id', '=', 'vis_acme_fibre').execute();
    const calendar = await (await owner('GET', '/visits/vis_acme_fibre/calendar')).text();
    assert.ok(calendar.replaceAll('\r\n ', '').includes('závěrečná zkouška spojení'));
    assert.deepEqual(
      calendar.split('\r\n').filter((line) => Buffer.byteLength(line) > 75),
      [],
    );
  });

  test('are cancelled once, not when they are over, not by readers, not by others', async () => {
    const cancel = (id: string, send: Send = owner) => send('PUT', `/visits/${id}/cancellation`);
    assert.equal((await cancel('vis_acme_power', globex)).status, 404);
    const arranger = await withActions('view', 'create', 'update');
    assert.equal((await cancel('vis_acme_power', arranger)).status, 403);
    assert.equal((await cancel('vis_acme_power')).status, 200);
    assert.equal((await cancel('vis_acme_power')).status, 200);
    assert.equal(await outcome(await cancel('vis_acme_disks')), '409 over');
    const written = await host.database.selectFrom('access_changes').select('action').where('subject', '=', 'vis_acme_power').execute();
    assert.deepEqual(written.map(({ action }) => action).sort(), ['visit-cancelled', 'visit-registered']); // prettier-ignore
  });
});
