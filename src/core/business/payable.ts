import type { components } from '../../api/schema.js';

type Invoice = components['schemas']['InvoiceSummary'];

/** This document may be paid as it is; a credit note never. */
export const isPayable = ({ type, allowedActions }: Invoice): boolean => type !== 'credit-note' && allowedActions.includes('pay');
