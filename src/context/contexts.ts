import { createContext } from '@lit/context';
import type { ConnectionOptions } from '../api/connection.js';
import type { components } from '../api/schema.js';
import type { PermissionSet } from './permissions.js';

export type Session = components['schemas']['Session'];

/** Language and formats for this person; what is absent is taken from the page's `lang`, then from the browser. */
export interface LocaleSettings {
  /** BCP 47 language tag. */
  language?: string;
  /** IANA time zone in which instants are shown. */
  timeZone?: string;
  /** Single texts of your own, keyed `catalogue.name` as in the catalogues: `{ 'payment.pay': 'Settle' }`. */
  texts?: Record<string, unknown>;
}

/**
 * The values that a host supplies, by the community Context protocol. The keys are strings, so that a page without Lit can answer
 * with a plain `context-request` listener.
 */
export interface PortalContext {
  client?: ConnectionOptions;
  /** `null`: nobody is signed in. Leave it out (or `undefined`) until it is known: nothing is shown or fetched meanwhile. */
  permissions?: PermissionSet | null;
  locale?: LocaleSettings;
  session?: Session | null;
}

export const clientContext = createContext<ConnectionOptions | undefined>('portal:client');
export const permissionsContext = createContext<PermissionSet | null | undefined>('portal:permissions');
export const localeContext = createContext<LocaleSettings | undefined>('portal:locale');
export const sessionContext = createContext<Session | null | undefined>('portal:session');
