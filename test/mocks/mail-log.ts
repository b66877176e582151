import type { components } from '../../src/api/schema.js';
import { cutPage, http } from './http.js';

type Mail = components['schemas']['Mail'];
type MailSummary = components['schemas']['MailSummary'];

export const aMailSummary = (part: Partial<MailSummary> = {}): MailSummary => ({
  id: 'mai_1',
  at: '2026-11-20T08:15:30Z',
  subject: 'Invoice R-2026-0001',
  to: { contactId: 'mem_2', name: 'Bruno Billing', address: 'billing@acme.example' },
  kind: 'invoice',
  kindLabel: 'New invoices',
  state: 'delivered',
  stateLabel: 'Delivered',
  stateAt: '2026-11-20T08:15:34Z',
  reason: '250 2.0.0 Ok',
  isCopy: false,
  ...part,
});

const owner = { contactId: 'mem_1', name: 'Olivia Owner', address: 'owner@acme.example' };

/** One in each state, and one of a kind and in a state that this release does not know. */
export const someMails: MailSummary[] = [
  aMailSummary(),
  aMailSummary({ id: 'mai_2', subject: null, to: owner, state: 'queued', stateLabel: 'Waits to be sent', reason: null }),
  aMailSummary({
    id: 'mai_3',
    subject: 'Your payment of €119.00 has arrived',
    kind: 'receipt',
    kindLabel: 'Payment receipts',
    state: 'deferred',
    stateLabel: 'Deferred',
    reason: '451 4.7.1 Greylisted, please come back in five minutes',
  }),
  aMailSummary({
    id: 'mai_4',
    subject: 'A new password for the client portal',
    to: owner,
    kind: 'account',
    kindLabel: 'Account and access',
    state: 'sent',
    stateLabel: 'Sent',
  }),
  aMailSummary({
    id: 'mai_5',
    subject: 'Invoice R-2026-0002',
    to: { contactId: 'mem_9', name: 'Petra Past', address: 'petra@old.example' },
    state: 'bounced',
    stateLabel: 'Bounced',
    reason: '550 5.1.1 <petra@old.example>: Recipient address rejected: User unknown',
  }),
  aMailSummary({ id: 'mai_6', state: 'failed', stateLabel: 'Failed', reason: 'No mail server could be reached' }),
  aMailSummary({ id: 'mai_7', to: owner, isCopy: true }),
  aMailSummary({
    id: 'mai_8',
    subject: 'Maintenance in the night to Sunday',
    kind: 'company-kind',
    kindLabel: 'News of the network',
    state: 'company-state',
    stateLabel: 'Read',
  }),
];

export const aMail = (part: Partial<Mail> = {}): Mail => ({
  ...aMailSummary(),
  from: 'Nordkai <portal@nordkai.example>',
  text: 'Hello Bruno Billing,\n\nthe invoice R-2026-0001 of Acme GmbH over €119.00 is there.\n\nThis mail comes from the client portal.\nNordkai\n',
  html: '<!doctype html><html lang="en"><body style="font-family:sans-serif"><h1>Nordkai</h1><p>Hello Bruno Billing,</p><p>the invoice is there.</p></body></html>',
  attachments: [{ name: 'Invoice R-2026-0001.pdf', mediaType: 'application/pdf', size: 48_213 }],
  steps: [
    { at: '2026-11-20T08:15:30Z', state: 'queued', stateLabel: 'Waits to be sent', reason: null, server: null },
    { at: '2026-11-20T08:15:31Z', state: 'sent', stateLabel: 'Sent', reason: '250 2.0.0 Ok: queued as 4F1A2', server: null },
    { at: '2026-11-20T08:15:34Z', state: 'delivered', stateLabel: 'Delivered', reason: '250 2.0.0 Ok', server: 'mx.acme.example' },
  ],
  object: { type: 'invoice', typeLabel: 'Invoice', id: 'inv_1', label: 'R-2026-0001', linked: true },
  redacted: false,
  allowedActions: ['download', 'send-copy'],
  ...part,
});

export const getMail = (mail: Mail = aMail()) =>
  http.get('/mails/{mailId}', ({ params, response }) =>
    // This is another operation.
    params.mailId === 'options' ? undefined : response(200).json({ ...mail, id: params.mailId }),
  );

export const getMailOptions = () =>
  http.get('/mails/options', ({ response }) =>
    response(200).json({
      people: [
        { id: 'mem_2', label: 'Bruno Billing' },
        { id: 'mem_1', label: 'Olivia Owner' },
      ],
      kinds: [
        { id: 'invoice', label: 'New invoices' },
        { id: 'account', label: 'Account and access' },
      ],
    }),
  );

export const sendMailCopy = () => http.post('/mails/{mailId}/copies', ({ response }) => response(202).json({ to: 'owner@acme.example' }));

/** Filters and cuts pages as the server does. */
export const listMails = (all: MailSummary[] = [aMailSummary()]) =>
  http.get('/mails', ({ request, query, response }) => {
    const is = (name: 'state' | 'kind' | 'contactId', value: string) => [null, value].includes(query.get(name));
    const chosen = all.filter(
      (each) => JSON.stringify(each).includes(query.get('q') ?? '') && is('kind', each.kind) && is('contactId', each.to.contactId),
    );
    const found = chosen.filter(({ state }) => is('state', state));
    const notDelivered = chosen.filter(({ state }) => state === 'bounced' || state === 'failed').length;
    return response(200).json({ ...cutPage(found, request), summary: { notDelivered }, keptDays: 365 });
  });
