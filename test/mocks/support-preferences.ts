import type { components } from '../../src/index.js';
import { http, problem } from './http.js';

type Preferences = components['schemas']['SupportPreferences'];
type Pin = components['schemas']['SupportPin'];

export const somePreferences = (part: Partial<Preferences> = {}): Preferences => ({
  etag: '"1"',
  notifyNew: true,
  notifyReply: true,
  notifyClose: false,
  digest: 'off',
  othersMail: false,
  othersPermitted: true,
  mailFormat: 'html',
  language: '',
  languages: ['en', 'de', 'cs', 'ar'],
  copies: ['mem_tech'],
  colleagues: [
    { id: 'mem_billing', name: 'Bruno Billing' },
    { id: 'mem_tech', name: 'Tom Tech' },
  ],
  maxCopies: 10,
  signature: 'Kind regards\nOlivia Owner',
  replyOrder: 'newest-first',
  pinRenewedAt: '2026-11-20T08:12:00Z',
  ...part,
});

export const aPin = (part: Partial<Pin> = {}): Pin => ({ pin: '402913', renewedAt: '2026-11-20T08:12:00Z', seconds: 60, ...part });

/** Preferences that keep what is changed, and a PIN that can be shown and renewed. */
export function supportPreferenceServer(preferences = somePreferences(), pin = aPin()) {
  let current = preferences;
  return [
    http.get('/support-preferences', ({ response }) => response(200).json(current)),
    http.patch('/support-preferences', async ({ request, response }) => {
      if (request.headers.get('If-Match') !== current.etag) return problem(412, 'The preferences have changed in the meantime');
      const change = await request.clone().json();
      current = { ...current, ...change, etag: `"${Number(current.etag.slice(1, -1)) + 1}"` };
      return response(200).json(current);
    }),
    http.post('/support-preferences/pin/reveal', ({ response }) => response(200).json(pin)),
    http.post('/support-preferences/pin', ({ response }) => {
      const pinRenewedAt = '2026-11-30T09:00:00Z';
      current = { ...current, pinRenewedAt };
      return response(200).json({ ...pin, pin: '775001', renewedAt: pinRenewedAt });
    }),
  ];
}
