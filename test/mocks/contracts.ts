import type { components } from '../../src/api/schema.js';
import { http } from './http.js';

type Contract = components['schemas']['Contract'];

export const aContract = (part: Partial<Contract> = {}): Contract => ({
  id: 'con_voip',
  number: 'V-2001',
  name: 'Office telephony',
  kind: 'voip',
  status: 'active',
  statusLabel: 'Active',
  startsOn: '2021-03-01',
  endsOn: null,
  ...part,
});

/** The contracts of the kind that is asked for. */
export const listContracts = (all: Contract[] = [aContract()]) =>
  http.get('/contracts', ({ query, response }) => {
    const kind = query.get('kind');
    const items = all.filter((each) => !kind || each.kind === kind);
    return response(200).json({ items, page: { nextCursor: null, prevCursor: null, total: items.length } });
  });
