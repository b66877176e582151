import type { PermissionSet, Session } from '../../src/index.js';
import { resources } from '../../src/index.js';
import { http, problem } from './http.js';

const everything = { 'client-portal': ['view', 'create', 'update', 'delete'] } satisfies PermissionSet['allow'];

/** The personas of the demo, as the permissions the server would compute. */
export const personas = {
  owner: { allow: everything },
  billing: { allow: { billing: ['view', 'create', 'update', 'delete'] } },
  tech: {
    allow: {
      'contracts.list': ['view'],
      'contracts.call-list': ['view'],
      'devices.dns-zones': ['view', 'create', 'update', 'delete'],
      'devices.dns-records': ['view', 'create', 'update', 'delete'],
    },
    hiddenFields: ['calls.cost', 'contracts.price'],
  },
  'read-only': { allow: Object.fromEntries(resources.map((resource) => [resource, ['view']])) },
  'no-permissions': { allow: {} },
} satisfies Record<string, PermissionSet>;

export type Persona = keyof typeof personas;

export const aSession = (part: Partial<Session> = {}): Session => ({
  person: { id: 'per_1', name: 'Olivia Owner', email: 'owner@acme.example' },
  client: { id: 'cli_acme', name: 'Acme GmbH', number: 'C-1001' },
  permissions: personas.owner,
  locale: 'en',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  capabilities: { payments: true },
  expiresAt: '2026-11-21T17:00:00Z',
  serverTime: '2026-11-21T09:00:00Z',
  ...part,
});

/** Lets in whoever knows the password. */
export const signIn = (session: Session = aSession()) =>
  http.post('/session', async ({ request, response }) => {
    const { password } = await request.clone().json();
    return password === 'portal-demo'
      ? response(201).json(session)
      : problem(401, 'E-mail and password do not match', { type: 'wrong-credentials' });
  });

export const signInFails = (status: number, type = 'about:blank', headers: Record<string, string> = {}) =>
  http.post('/session', () => {
    const answer = problem(status, 'No', { type });
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
    return answer;
  });

export const signOut = () => http.delete('/session', ({ response }) => response(204).empty());
