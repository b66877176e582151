import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** The entries of a portal whose administrators tick one for each page, and what these are called here. */
export const menuLines = JSON.parse(readFileSync(join(root, 'docs/menu-lines.json'), 'utf8'));

/** A portal that allows everything and lets a client deny some of it for each account; the tag is where the person finds it. */
export const clientZoneNames = [
  ['Request account wizard', 'guest', 'portal-account-request'],
  ['Change password, behind the user name', 'profile.change-password', 'portal-change-password'],
  ['Profile dialog, Edit account', 'profile.contacts', 'portal-contacts'],
  ['Deny access to invoices', 'billing.invoices', 'portal-invoices'],
  ['Contracts', 'contracts.list', 'portal-contracts'],
  ['View call list; deny access to VoIP call list', 'contracts.call-list', 'portal-call-list'],
  ['Total traffic of a serverhousing contract', 'contracts.traffic', 'portal-traffic'],
  ['View traffic statistics by IP address', 'contracts.traffic-by-ip', 'portal-ip-traffic'],
];
