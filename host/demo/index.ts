import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { packageFolder, readCompany } from '../src/configuration.js';
import { passingSecretBox, type SecretBox } from '../src/database/secret-box.js';
import type { Database } from '../src/database/tables.js';
import { fillWith, type Demo } from '../src/demo.js';
import { demoCallLegs } from './call-legs.js';
import { demoCalls } from './calls.js';
import { demoContracts } from './contracts.js';
import { demoCredits } from './credits.js';
import { demoDns } from './dns.js';
import { demoEvents } from './event-log.js';
import { demoFacilityAccess } from './facility-access.js';
import { demoInvoices } from './invoices.js';
import { demoMails } from './mail-log.js';
import { demoOrders } from './orders.js';
import { demoPaymentMethods } from './payment-methods.js';
import { demoPeople } from './people.js';
import { demoProfiles } from './profiles.js';
import { demoQuotes } from './quotes.js';
import { demoRecordings } from './recordings.js';
import { demoTaxExemptions } from './tax-exemptions.js';
import { demoServices } from './services.js';
import { demoSubscriptions } from './subscriptions.js';
import { demoSupportPreferences } from './support-preferences.js';
import { demoTickets } from './tickets.js';
import { demoTraffic } from './traffic.js';

const stepsWith = (secretBox: SecretBox): ReturnType<Demo['steps']> => [
  { name: 'people', fill: demoPeople },
  { name: 'profiles', fill: demoProfiles },
  { name: 'contracts', fill: demoContracts },
  { name: 'payment methods', fill: demoPaymentMethods },
  { name: 'PayPal subscriptions', fill: demoSubscriptions },
  { name: 'services', fill: (database) => demoServices(database, secretBox) },
  { name: 'invoices', fill: demoInvoices },
  { name: 'credits', fill: demoCredits },
  { name: 'orders', fill: demoOrders },
  { name: 'quotes', fill: demoQuotes },
  { name: 'calls', fill: demoCalls },
  { name: 'legs of calls', fill: demoCallLegs },
  { name: 'recordings', fill: demoRecordings },
  { name: 'traffic', fill: demoTraffic },
  { name: 'facility access', fill: demoFacilityAccess },
  { name: 'tax exemptions', fill: demoTaxExemptions },
  { name: 'tickets', fill: demoTickets },
  { name: 'support preferences', fill: (database) => demoSupportPreferences(database, secretBox) },
  { name: 'DNS zones', fill: demoDns },
  { name: 'event log', fill: demoEvents },
  { name: 'mail log', fill: demoMails },
];

/** A made-up company with its website, clients and five years of their data. */
export const demo: Demo = {
  company: readCompany(join(packageFolder, 'demo', 'company.json')),
  site: join(packageFolder, 'site'),
  steps: stepsWith,
};

/** Fills an empty database with all of it; who gives no box cannot open the secrets of services. */
export const fillDemo = (database: Kysely<Database>): Promise<void> => fillWith(demo, database, { secretBox: passingSecretBox() });
