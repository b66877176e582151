import { companyToday } from '../src/company.js';

/** The day so many days from today in the company's calendar, as 2026-11-21. */
export function dayFromToday(days: number): string {
  return new Date(Date.parse(companyToday()) + days * 86_400_000).toISOString().slice(0, 10);
}
