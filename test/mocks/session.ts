import type { PermissionSet, Session } from '../../src/index.js';
import { resources } from '../../src/context/permissions.js';
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
    hiddenFields: ['calls.cost', 'calls.recording', 'contracts.price'],
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

/** Asks for the code 492039 or a recovery code beside the password. */
export const signInWithCode = (session: Session = aSession()) =>
  http.post('/session', async ({ request, response }) => {
    const { password, code } = await request.clone().json();
    if (password !== 'portal-demo') return problem(401, 'E-mail and password do not match', { type: 'wrong-credentials' });
    if (!code) return problem(401, 'A code is needed', { type: 'second-factor-required' });
    return ['492039', 'k7mf-2xqp-90ta'].includes(code)
      ? response(201).json(session)
      : problem(401, 'The code is wrong', { type: 'wrong-code' });
  });

/** Asks for another password in place of one that has expired. */
export const signInExpired = (session: Session = aSession()) =>
  http.post('/session', async ({ request, response }) => {
    const { newPassword } = await request.clone().json();
    if (!newPassword) return problem(401, 'The password has expired', { type: 'password-expired' });
    return newPassword === 'portal-demo'
      ? problem(422, 'Some fields need another look', {
          errors: [{ pointer: '/newPassword', detail: 'Same', code: 'same-as-before' }],
        })
      : response(201).json(session);
  });

export const renewSession = (session: Session = aSession()) => http.post('/session/renewal', ({ response }) => response(200).json(session));

export const getSession = (session: Session | null = aSession()) =>
  http.get('/session', ({ response }) => (session ? response(200).json(session) : problem(401, 'Please sign in')));

export const switchClient = (session: Session = aSession()) => http.put('/session/client', ({ response }) => response(200).json(session));
