import ar from './ar.js';
import cs from './cs.js';
import de from './de.js';
import en from './en.js';

/** The words of a statement of account in one language. */
export interface StatementTexts {
  title: string;
  client: string;
  period: string;
  /** A period without a first or without a last day, or with neither. */
  until: (day: string) => string;
  since: (day: string) => string;
  always: string;
  currency: string;
  created: string;
  opening: string;
  closing: string;
  debit: string;
  credit: string;
  balance: string;
  date: string;
  entry: string;
  document: string;
  noEntries: string;
  /** Says what an amount below zero means. */
  note: string;
  /** Heading of what is open today. */
  ageing: string;
  notDue: string;
  days: (days: string) => string;
  open: string;
  unused: string;
  page: (number: number) => string;
  /** Names of entries by type; the company's own word for another. */
  types: Readonly<Record<string, string>>;
}

const languages: Readonly<Record<string, StatementTexts>> = { en, de, cs, ar };

/** The words of a statement in the language of a BCP 47 tag, English where there are none in it. */
export const statementTexts = (language: string): StatementTexts => languages[language.split('-')[0]!] ?? en;
