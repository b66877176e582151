import { Problem } from '../http/problem.js';
import type { TicketViewer } from './port.js';

/** The tickets that a person sees: those of which the person is a party, or the company's, within the contracts to which the person is limited. */
export const reachOf = ({ can }: Pick<TicketViewer, 'can'>): 'mine' | 'company' =>
  can('support.others-tickets', 'view') ? 'company' : 'mine';

/** Tells whether the person may answer and close a ticket, of which the person is a party or not. */
export const mayChange = ({ can }: Pick<TicketViewer, 'can'>, mine: boolean): boolean =>
  can('support.tickets', 'update') && (mine || can('support.others-tickets', 'update'));

/** The permission to see a thing of this kind. */
const resources = {
  service: 'billing.services',
  order: 'billing.orders',
  invoice: 'billing.invoices',
  contract: 'contracts.list',
} as const;

export type ThingKind = keyof typeof resources;

/** Tells whether the person may see things of this kind. */
export const seesThings = ({ can }: Pick<TicketViewer, 'can'>, kind: string): boolean =>
  Object.hasOwn(resources, kind) && can(resources[kind as ThingKind], 'view');

export const notYours = (): Problem => new Problem(403, 'You may not change tickets of others');
