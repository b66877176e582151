import type { components } from '../../src/api/schema.js';
import { cutPage, http, problem } from './http.js';

type Sample = components['schemas']['Sample'];

export const aSample = (part: Partial<Sample> = {}): Sample => ({
  // each example
  id: 'sam_1',
  etag: '"1"',
  sampleName: 'First sample',
  sampleText: 'A text about it',
  sampleChoice: 'new',
  sampleChoiceLabel: 'New',
  sampleEnum: 'large',
  sampleMoney: { amount: '49.00', currency: 'EUR' },
  sampleNumber: 12,
  sampleDay: '2026-11-21',
  sampleInstant: '2026-11-21T09:30:00Z',
  sampleFlag: true,
  // end
  ...part,
});

// if list
/** Searches and cuts pages as the server does. */
export const listSampleParts = (all: Sample[] = [aSample()]) =>
  http.get('/samples/{sampleId}/parts', ({ request, query, response }) => {
    const found = all.filter((each) => JSON.stringify(each).includes(query.get('q') ?? ''));
    return response(200).json(cutPage(found, request));
  });

// end
// if record
export const getSample = (record: Sample = aSample()) => http.get('/samples/{sampleId}', ({ response }) => response(200).json(record));

// end
// if creation
/** Answers as the contract's example does. */
export const createSamplePart = (record: Sample = aSample()) =>
  http.post('/samples/{sampleId}/parts', ({ response }) => response(201).json(record));

// end
// if edit
/** Takes what is sent; refuses what was made on another version. */
export const updateSample = (record: Sample = aSample()) =>
  http.patch('/samples/{sampleId}', async ({ request, response }) =>
    request.headers.get('If-Match') === record.etag
      ? response(200).json({ ...record, ...((await request.json()) as Partial<Sample>), etag: '"2"' })
      : (problem(412, 'Changed meanwhile') as never),
  );
// end
