import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import type { components } from 'portal-elements/contract';
import { demoPassword } from '../demo/people.js';
import { faultsOf, kindOf, outcome } from './support/answers.js';
import { startHost, type Send } from './support/host.js';
import { codeOf, openMailbox } from './support/mailbox.js';

type Security = components['schemas']['AccountSecurity'];

const mailbox = openMailbox();
const host = await startHost({ sendMail: mailbox.send });
const email = 'owner@acme.example';

/** The code of an app for the time step so many steps from now. */
const codeAt = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

const signIn = (more: object = {}, password = demoPassword) => host.send('POST', '/session', { body: { email, password, ...more } });
const securityOf = async (send: Send) => ((await (await send('GET', '/account/security')).json()) as Security).secondFactor;

/** Lets the codes of the steps around now be used again. */
const forgetSteps = () => host.database.updateTable('second_factors').set({ last_step: 0 }).execute();
const waitForLimits = () => host.database.deleteFrom('attempts').execute();

const send = await host.signIn(email);

async function switchOn(): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await send('POST', '/account/second-factor', { body: { password: demoPassword } });
  const { secret } = (await begun.json()) as components['schemas']['SecondFactorSecret'];
  const confirmed = await send('PUT', '/account/second-factor', { body: { code: codeAt(secret) } });
  const { recoveryCodes } = (await confirmed.json()) as components['schemas']['RecoveryCodes'];
  await forgetSteps();
  return { secret, recoveryCodes };
}

const switchOff = () => send('POST', '/account/second-factor/removal', { body: { password: demoPassword } });

test('it needs the password, and does nothing until a code of the app has been seen', async () => {
  assert.deepEqual(await faultsOf(await send('POST', '/account/second-factor', { body: { password: 'wrong' } })), [
    '/password wrong-password',
  ]);
  const begun = await send('POST', '/account/second-factor', { body: { password: demoPassword } });
  assert.equal(begun.status, 201);
  const { secret, uri } = (await begun.json()) as components['schemas']['SecondFactorSecret'];
  assert.match(uri, /^otpauth:\/\/totp\/Nordkai:owner%40acme\.example\?issuer=Nordkai&secret=[A-Z2-7]{32}&/);
  assert.equal((await signIn()).status, 201);
  const wrong = codeAt(secret, 20);
  assert.deepEqual(await faultsOf(await send('PUT', '/account/second-factor', { body: { code: wrong } })), ['/code wrong-code']);
  assert.equal((await securityOf(send)).enabled, false);

  const confirmed = await send('PUT', '/account/second-factor', { body: { code: codeAt(secret) } });
  const { recoveryCodes } = (await confirmed.json()) as components['schemas']['RecoveryCodes'];
  assert.equal(new Set(recoveryCodes).size, 10);
  const { enabled, recoveryCodesLeft, since } = await securityOf(send);
  assert.deepEqual([enabled, recoveryCodesLeft], [true, 10]);
  assert.ok(Date.now() - Date.parse(since!) < 60_000);
  assert.equal(await outcome(await send('POST', '/account/second-factor', { body: { password: demoPassword } })), '409 second-factor-on');
  assert.equal(await outcome(await send('PUT', '/account/second-factor', { body: { code: codeAt(secret) } })), '409 second-factor-on');
  assert.equal(await kindOf(await signIn({ code: codeAt(secret) })), 'wrong-code', 'the code that confirmed it has been used');
  await switchOff();
});

test('signing in needs a code, which is asked for only after the right password', async () => {
  const { secret } = await switchOn();
  assert.equal(await kindOf(await signIn({}, 'wrong')), 'wrong-credentials');
  assert.equal(await kindOf(await signIn()), 'second-factor-required');
  assert.equal(await kindOf(await signIn({ code: codeAt(secret, 20) })), 'wrong-code');
  assert.equal((await signIn({ code: codeAt(secret) })).status, 201);
  await switchOff();
  assert.equal((await signIn()).status, 201);
});

test('a code is good for the steps beside its own, and never twice, also at the same time', async () => {
  const { secret } = await switchOn();
  assert.equal(await kindOf(await signIn({ code: codeAt(secret, -3) })), 'wrong-code');
  assert.equal((await signIn({ code: codeAt(secret, -1) })).status, 201);
  const now = codeAt(secret);
  const together = await Promise.all([signIn({ code: now }), signIn({ code: now })]);
  assert.deepEqual(together.map(({ status }) => status).sort(), [201, 401]);
  assert.equal(await kindOf(await signIn({ code: codeAt(secret, -1) })), 'wrong-code');
  await switchOff();
});

test('a recovery code does once for the app, however it is typed; new ones replace the old', async () => {
  await waitForLimits();
  const { recoveryCodes } = await switchOn();
  assert.equal((await signIn({ code: recoveryCodes[0]!.toUpperCase().replaceAll('-', ' ') })).status, 201);
  assert.equal(await kindOf(await signIn({ code: recoveryCodes[0] })), 'wrong-code');
  assert.equal((await securityOf(send)).recoveryCodesLeft, 9);
  const renewed = await send('POST', '/account/recovery-codes', { body: { password: demoPassword } });
  assert.equal(renewed.status, 201);
  const fresh = ((await renewed.json()) as components['schemas']['RecoveryCodes']).recoveryCodes;
  assert.equal(await kindOf(await signIn({ code: recoveryCodes[1] })), 'wrong-code');
  assert.equal((await signIn({ code: fresh[0] })).status, 201);
  const rows = await host.database.selectFrom('recovery_codes').selectAll().execute();
  assert.ok(!JSON.stringify(rows).includes(fresh[1]!));
  await switchOff();
});

test('guessing codes ends soon, although the password is right each time', async () => {
  await waitForLimits();
  const { secret } = await switchOn();
  const guesses = await Promise.all(Array.from({ length: 8 }, () => signIn({ code: codeAt(secret, 50) })));
  assert.deepEqual(new Set(guesses.map(({ status }) => status)), new Set([401, 429]));
  assert.equal((await signIn({ code: codeAt(secret) })).status, 429);
  await waitForLimits();
  await switchOff();
});

test('the secret is sealed in the database; one from before that is sealed with its next use', async () => {
  await waitForLimits();
  await switchOff();
  const { secret } = await switchOn();
  const stored = () => host.database.selectFrom('second_factors').select(['secret', 'person_id']).executeTakeFirstOrThrow();
  assert.ok(!(await stored()).secret.includes(secret));
  await host.database.updateTable('second_factors').set({ secret }).execute();
  assert.equal((await signIn({ code: codeAt(secret) })).status, 201);
  const { secret: sealed, person_id: personId } = await stored();
  assert.equal(host.secretBox.open(sealed, `second factor ${personId}`), secret);
  await forgetSteps();
  assert.equal((await signIn({ code: codeAt(secret) })).status, 201);
  await switchOff();
});

test('a new password by mail does not get round it, and an expired one is replaced before the code is asked for', async () => {
  await waitForLimits();
  const { secret, recoveryCodes } = await switchOn();
  await host.database.updateTable('people').set({ password_expired: true }).where('email', '=', email).execute();
  assert.equal(await kindOf(await signIn()), 'password-expired');
  const newPassword = 'a quiet red harbour';
  assert.equal(await kindOf(await signIn({ newPassword })), 'second-factor-required');
  assert.equal((await signIn({ newPassword, code: codeAt(secret) })).status, 201);
  await mailbox.since(host.database);

  await host.send('POST', '/password-resets', { body: { email } });
  const [mail] = await mailbox.since(host.database);
  const set = await host.send('POST', '/mailed-codes/password', { body: { code: codeOf(mail!), password: 'another blue harbour' } });
  assert.equal(set.status, 204);
  assert.ok(
    set.headers.getSetCookie().every((cookie) => cookie.startsWith('portal_session=;')),
    'no session begins',
  );
  assert.equal((await signIn({ code: recoveryCodes[5] }, 'another blue harbour')).status, 201);
});

test('where the company requires it, nobody switches it off', async () => {
  const strict = await startHost({ secondFactorRequired: true });
  const tech = await strict.signIn('tech@acme.example');
  assert.equal((await securityOf(tech)).required, true);
  assert.equal(
    await outcome(await tech('POST', '/account/second-factor/removal', { body: { password: demoPassword } })),
    '409 second-factor-required',
  );
});
