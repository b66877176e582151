import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { aLedgerEntry, aLedgerSummary, listLedgerEntries, someEntries } from '../mocks/ledger.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-ledger invoice-href="#invoice-{id}"></portal-ledger>`;
const handlers = [listLedgerEntries()];
const at = '*/api/v1/ledger';
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const much = { amount: '123456789012345.67', currency: 'EUR' };
const long = aLedgerEntry({
  type: 'long',
  typeLabel: `Withdrawal after the second approval of the purchasing department, ${word}`,
  documents: Array.from({ length: 12 }, (_, index) => ({
    kind: 'invoice',
    id: `inv_${index}`,
    number: `2026-10-INTERNATIONAL-00${index}`,
  })),
  description: `${word} vom 14. September`,
  debit: much,
  balance: much,
});
const many = Array.from({ length: 120 }, (_, index) => aLedgerEntry({ id: String(index) }));

export const ledgerScenes = {
  default: { markup, handlers },
  severalCurrencies: { markup, handlers: [listLedgerEntries(someEntries, aLedgerSummary({ currencies: ['EUR', 'JPY', 'KWD'] }))] },
  inDialogs: { markup: html`<portal-ledger></portal-ledger>`, handlers },
  loading: { markup, handlers: [msw.get(at, () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listLedgerEntries([])], phase: 'empty' },
  noMatch: { markup: html`<portal-ledger query="q=nothing"></portal-ledger>`, handlers, phase: 'no-match' },
  error: { markup, handlers: [msw.get(at, () => problem(400, 'This cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas['no-permissions'], phase: 'denied' },
  refused: { markup, handlers: [msw.get(at, () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [listLedgerEntries([long, ...someEntries])] },
  manyRows: { markup, handlers: [listLedgerEntries(many)] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
