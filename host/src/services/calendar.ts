import { createEvents, type DateArray, type EventAttributes } from 'ics';
import type { OperationContext } from '../http/operation.js';
import { company } from '../company.js';
import { foldedByOctets, plain } from '../http/files/calendar.js';
import { addDays } from './days.js';
import { calledName, hidesPrices, lastDayOf, priceOf, typeLabel } from './service.js';
import type { ServiceRow } from './query.js';
import { cancelByOf } from './terms.js';

/** An event a service, on the day it renews or after which it ends; iCalendar as RFC 5545 has it. */
export function renewalCalendar(rows: readonly ServiceRow[], context: Pick<OperationContext, 'hides'>): string {
  const header = { productId: `-//${company.name}//Renewals of services//EN`, calName: `${company.brand}: renewals`, method: 'PUBLISH' };
  const { error, value } = createEvents(
    rows.flatMap((row) => (row.next_on === null ? [] : [eventOf(row, row.next_on, context)])),
    header,
  );
  if (error || value === null) throw error ?? new Error('The calendar could not be written.');
  return foldedByOctets(value);
}

function eventOf(row: ServiceRow, day: string, context: Pick<OperationContext, 'hides'>): EventAttributes {
  const lastDay = lastDayOf(row);
  const name = [calledName(row), row.identifier].filter((text) => text).join(' · ');
  const price = hidesPrices(context) ? null : priceOf(row);
  const cancelBy = cancelByOf(row);
  const lines = [
    `${typeLabel(row.type)} ${row.number}`,
    price && lastDay === null && `${price.amount} ${price.currency} ${price.periodLabel}, plus tax`,
    cancelBy && `To be cancelled by ${cancelBy}`,
  ];
  return {
    uid: `renewal-${row.id}@${company.email.split('@')[1]}`,
    sequence: row.version,
    start: dateOf(lastDay ?? day),
    end: dateOf(addDays(lastDay ?? day, 1)),
    title: plain(`${lastDay === null ? 'Renews' : 'Ends'}: ${name}`),
    description: lines
      .filter(Boolean)
      .map((line) => plain(line as string))
      .join('\n'),
    transp: 'TRANSPARENT',
    busyStatus: 'FREE',
  };
}

const dateOf = (day: string) => day.split('-').map(Number) as DateArray;
