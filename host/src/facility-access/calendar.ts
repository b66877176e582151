import { createEvent } from 'ics';
import { company } from '../company.js';
import { foldedByOctets, plain } from '../http/files/calendar.js';
import type { Visit } from './visits.js';

/** A visit as a calendar file (RFC 5545). `version` tells calendars which of two is newer. */
export function visitCalendar(visit: Visit, version: number): string {
  const { facility, place, purpose, visitors, passCode } = visit;
  const { error, value } = createEvent({
    uid: `${visit.id}@portal.${company.email.split('@')[1]}`,
    sequence: version - 1,
    productId: `-//${company.name}//Client zone//EN`,
    method: 'PUBLISH',
    status: visit.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    busyStatus: 'BUSY',
    start: Date.parse(visit.startsAt),
    startInputType: 'utc',
    startOutputType: 'utc',
    end: Date.parse(visit.endsAt),
    endInputType: 'utc',
    endOutputType: 'utc',
    title: plain(`${facility.label}: ${purpose}`),
    location: plain([facility.label, place.label, ...facility.addressLines].filter(Boolean).join(', ')),
    description: [
      visitors.map(({ name }) => name).join(', '),
      ...(passCode ? [`Pass: ${passCode}`] : []),
      ...(facility.phone ? [`Reception: ${facility.phone}`] : []),
      ...facility.visitRules,
    ]
      .map(plain)
      .join('\n'),
  });
  if (error) throw error;
  return foldedByOctets(value!);
}
