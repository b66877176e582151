import { after, before } from 'node:test';
import { chromium, type Browser } from 'playwright';
import { chromiumArguments, findBrowsers } from '../support/browsers.mjs';
import { removeFolder, startPortal, type Portal } from './support/portal.js';
import { account } from './scenarios/account.js';
import { calls } from './scenarios/calls.js';
import { contracts } from './scenarios/contracts.js';
import { dns } from './scenarios/dns.js';
import { expiry } from './scenarios/expiry.js';
import { payment } from './scenarios/payment.js';
import { paymentOnce } from './scenarios/payment-once.js';
import { paymentMethods } from './scenarios/payment-methods.js';
import { people } from './scenarios/people.js';
import { personas } from './scenarios/personas.js';
import { restart } from './scenarios/restart.js';
import { revocation } from './scenarios/revocation.js';
import { secondFactor } from './scenarios/second-factor.js';
import { strictPage } from './scenarios/strict-page.js';

/** Browser and portal as the scenarios find them; set before the first runs. */
export interface World {
  browser: Browser;
  portal: Portal;
}

const world = {} as World;

before(async () => {
  const { chromium: executablePath } = await findBrowsers(['chromium']);
  const [browser, portal] = await Promise.all([chromium.launch({ executablePath, args: chromiumArguments }), startPortal()]);
  Object.assign(world, { browser, portal });
});

after(async () => {
  await world.browser?.close();
  await world.portal?.close();
  if (world.portal) await removeFolder(world.portal.dataFolder);
});

// One host serves them all, in this order; the last ends it.
personas(world);
strictPage(world);
payment(world);
paymentOnce(world);
paymentMethods(world);
calls(world);
contracts(world);
dns(world);
people(world);
revocation(world);
account(world);
secondFactor(world);
expiry(world);
restart(world);
