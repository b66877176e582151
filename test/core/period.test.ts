import { expect } from '@open-wc/testing';
import { dayOf, instantsOf, periodOf, startOfDay } from '../../src/core/business/period.js';

const start = (day: string, zone: string) => startOfDay(day, zone).toISOString();
const at = (instant: string) => Date.parse(instant);

describe('The start of a day', () => {
  it('is local midnight, with the offset of that day', () => {
    expect(start('2026-01-15', 'Europe/Berlin')).to.equal('2026-01-14T23:00:00.000Z');
    expect(start('2026-07-15', 'Europe/Berlin')).to.equal('2026-07-14T22:00:00.000Z');
    expect(start('2026-07-15', 'America/New_York')).to.equal('2026-07-15T04:00:00.000Z');
    expect(start('2026-07-15', 'Asia/Kathmandu')).to.equal('2026-07-14T18:15:00.000Z');
  });

  it('makes days of 23 and 25 hours where clocks change, in both hemispheres', () => {
    const hours = (day: string, next: string, zone: string) =>
      (startOfDay(next, zone).getTime() - startOfDay(day, zone).getTime()) / 3_600_000;
    expect(hours('2026-03-29', '2026-03-30', 'Europe/Berlin')).to.equal(23);
    expect(hours('2026-10-25', '2026-10-26', 'Europe/Berlin')).to.equal(25);
    expect(hours('2026-03-08', '2026-03-09', 'America/New_York')).to.equal(23);
    expect(hours('2026-11-01', '2026-11-02', 'America/New_York')).to.equal(25);
    expect(hours('2026-04-05', '2026-04-06', 'Australia/Lord_Howe')).to.equal(24.5);
  });

  it('is the first moment there is where clocks leap over midnight', () => {
    // Santiago went from 24:00 on 7 September 2024 to 01:00.
    expect(start('2024-09-08', 'America/Santiago')).to.equal('2024-09-08T04:00:00.000Z');
    expect(dayOf(startOfDay('2024-09-08', 'America/Santiago').getTime(), 'America/Santiago')).to.equal('2024-09-08');
    expect(dayOf(startOfDay('2024-09-08', 'America/Santiago').getTime() - 1, 'America/Santiago')).to.equal('2024-09-07');
  });

  it('is the first of two midnights where clocks go back to it', () => {
    expect(start('2024-11-03', 'America/Havana')).to.equal('2024-11-03T04:00:00.000Z');
  });
});

describe('A period', () => {
  const berlin = 'Europe/Berlin';

  it('is this month unless the query says otherwise, of the day it is in the zone', () => {
    const lastMoments = at('2026-10-31T23:30:00Z');
    expect(periodOf({}, berlin, lastMoments)).to.deep.equal({ name: 'this-month', firstDay: '2026-11-01', lastDay: '2026-11-30' });
    expect(periodOf({}, 'America/New_York', lastMoments).firstDay).to.equal('2026-10-01');
  });

  it('knows the presets', () => {
    const now = at('2026-03-15T12:00:00Z');
    expect(periodOf({ period: 'previous-month' }, berlin, now)).to.include({ firstDay: '2026-02-01', lastDay: '2026-02-28' });
    expect(periodOf({ period: 'last-30-days' }, berlin, now)).to.include({ firstDay: '2026-02-14', lastDay: '2026-03-15' });
    expect(periodOf({ period: 'today' }, berlin, now)).to.include({ firstDay: '2026-03-15', lastDay: '2026-03-15' });
    expect(periodOf({ period: 'previous-month' }, berlin, at('2026-01-01T12:00:00Z')).firstDay).to.equal('2025-12-01');
  });

  it('is asked for as instants, the last day in full', () => {
    expect(instantsOf(periodOf({ from: '2026-10-25', to: '2026-10-25' }, berlin, 0), berlin)).to.deep.equal({
      from: '2026-10-24T22:00:00.000Z',
      to: '2026-10-25T23:00:00.000Z',
    });
    expect(instantsOf(periodOf({ from: '2026-10-25' }, berlin, 0), berlin).to).to.equal(undefined);
  });

  it('is this month when what it says is no day or no preset', () => {
    const queries: Record<string, string>[] = [{ from: '2024-02-30' }, { from: '9999-12-31' }, { to: 'now' }, { period: 'constructor' }];
    for (const query of queries) {
      expect(periodOf(query, berlin, at('2026-11-21T12:00:00Z')).name).to.equal('this-month');
    }
  });
});
