import type { components } from '../../src/index.js';
import { http, problem } from './http.js';
import { aSession } from './session.js';

type Schemas = components['schemas'];
type Refusal = { pointer: string; detail: string; code: string };

export const aPolicy = (part: Partial<Schemas['PasswordPolicy']> = {}): Schemas['PasswordPolicy'] => ({
  minLength: 10,
  maxLength: 200,
  refusesCommon: true,
  ...part,
});

export const aCodeUse = (part: Partial<Schemas['MailedCodeUse']> = {}): Schemas['MailedCodeUse'] => ({
  purpose: 'account-request',
  email: 'fiona@acme.example',
  name: 'Fiona Field',
  clientName: 'Acme GmbH',
  expiresAt: '2026-11-21T10:00:00Z',
  policy: aPolicy(),
  ...part,
});

export const anAccountSecurity = (
  secondFactor: Partial<Schemas['AccountSecurity']['secondFactor']> = {},
  password: Partial<Schemas['AccountSecurity']['password']> = {},
): Schemas['AccountSecurity'] => ({
  password: { managed: 'here', changedAt: '2026-05-02T08:00:00Z', ...password },
  secondFactor: { enabled: false, required: false, since: null, recoveryCodesLeft: 0, ...secondFactor },
});

export const aSecret = (): Schemas['SecondFactorSecret'] => ({
  secret: 'JBSWY3DPEHPK3PXP',
  uri: 'otpauth://totp/Nordkai:owner%40acme.example?secret=JBSWY3DPEHPK3PXP&issuer=Nordkai',
});

export const someRecoveryCodes = (): Schemas['RecoveryCodes'] => ({
  recoveryCodes: ['k7mf-2xqp-90ta', '4hzd-m1ns-88re', 'p3wq-77vb-c0de', 'x9lk-51ty-a2gh', 'm8nb-64rf-z3cd', 'q1sd-09jk-w5ef'],
});

export const anAccountSession = (part: Partial<Schemas['AccountSession']> = {}): Schemas['AccountSession'] => ({
  id: 'ses_1',
  current: true,
  startedAt: '2026-11-21T07:00:00Z',
  lastUsedAt: '2026-11-21T09:00:00Z',
  device: 'Firefox on Windows',
  address: '192.0.2.10',
  ...part,
});

export const refusal = (status: number, ...errors: Refusal[]) => problem(status, 'Some fields need another look', { errors });

/** Answers as for everyone. */
export const requestAccount = () => http.post('/account-requests', ({ response }) => response(202).empty());
export const requestPasswordReset = () => http.post('/password-resets', ({ response }) => response(202).empty());
export const passwordPolicy = (policy = aPolicy()) => http.get('/password-policy', ({ response }) => response(200).json(policy));

/** Knows the short code of the example with its address, and the long one of a link. */
export const checkMailedCode = (use = aCodeUse()) =>
  http.post('/mailed-codes/check', async ({ request, response }) => {
    const { code, email } = await request.clone().json();
    const known = code === 'link-code-of-some-length' || (code === '4FJ7-Q2KX' && email === use.email);
    return known ? response(200).json(use) : problem(410, 'There is no such code', { type: 'code-unknown' });
  });

export const checkMailedCodeFails = (status: number, type: string) =>
  http.post('/mailed-codes/check', () => problem(status, 'No', { type }));

/** Signs in with the new password; refuses one that is guessed easily. */
export const setPassword = (session = aSession()) =>
  http.post('/mailed-codes/password', async ({ request, response }) => {
    const { password } = await request.clone().json();
    if (password === 'password123') return refusal(422, { pointer: '/password', detail: 'Too common', code: 'too-common' });
    return response(201).json(session);
  });

export const setPasswordThenSignIn = () => http.post('/mailed-codes/password', ({ response }) => response(204).empty());

export const getAccountSecurity = (state = anAccountSecurity()) =>
  http.get('/account/security', ({ response }) => response(200).json(state));

/** Knows the password of the demo. */
export const changePassword = () =>
  http.put('/account/password', async ({ request, response }) => {
    const { current, password } = await request.clone().json();
    if (current !== 'portal-demo') return refusal(422, { pointer: '/current', detail: 'Wrong', code: 'wrong-password' });
    if (password === current) return refusal(422, { pointer: '/password', detail: 'Same', code: 'same-as-before' });
    return response(204).empty();
  });

const provesWrong = () => refusal(422, { pointer: '/password', detail: 'Wrong', code: 'wrong-password' });

/** The second factor: the password of the demo proves, the code 492039 confirms. */
export const secondFactor = () => [
  http.post('/account/second-factor', async ({ request, response }) =>
    (await request.clone().json()).password === 'portal-demo' ? response(201).json(aSecret()) : provesWrong(),
  ),
  http.put('/account/second-factor', async ({ request, response }) =>
    (await request.clone().json()).code === '492039'
      ? response(200).json(someRecoveryCodes())
      : refusal(422, { pointer: '/code', detail: 'Wrong', code: 'wrong-code' }),
  ),
  http.post('/account/second-factor/removal', async ({ request, response }) =>
    (await request.clone().json()).password === 'portal-demo' ? response(204).empty() : provesWrong(),
  ),
  http.post('/account/recovery-codes', async ({ request, response }) =>
    (await request.clone().json()).password === 'portal-demo' ? response(201).json(someRecoveryCodes()) : provesWrong(),
  ),
];

/** Sessions that can be ended. */
export function accountSessions(sessions: Schemas['AccountSession'][] = someSessions()) {
  let items = sessions;
  return [
    http.get('/account/sessions', ({ response }) => response(200).json({ items })),
    http.delete('/account/sessions', ({ response }) => {
      items = items.filter(({ current }) => current);
      return response(204).empty();
    }),
    http.delete('/account/sessions/{sessionId}', ({ params, response }) => {
      items = items.filter(({ id }) => id !== params.sessionId);
      return response(204).empty();
    }),
  ];
}

export const someSessions = (): Schemas['AccountSession'][] => [
  anAccountSession(),
  anAccountSession({
    id: 'ses_2',
    current: false,
    device: 'Safari on iPhone',
    address: '2001:db8:41::7:10ad',
    lastUsedAt: '2026-11-20T18:12:00Z',
  }),
  anAccountSession({ id: 'ses_3', current: false, device: null, address: null, lastUsedAt: '2026-11-02T06:30:00Z' }),
];
