import type { components } from '../../src/api/schema.js';
import { http, problem } from './http.js';

type Exemption = components['schemas']['TaxExemption'];
type Options = components['schemas']['TaxExemptionOptions'];

export const anExemption = (part: Partial<Exemption> = {}): Exemption => ({
  id: 'tex_tx',
  kind: 'certificate',
  jurisdiction: 'US-TX',
  jurisdictionLabel: 'Texas, United States',
  tax: 'sales-tax',
  taxLabel: 'Sales tax',
  number: '01-339-774120',
  reason: 'resale',
  reasonLabel: 'Resale',
  validFrom: '2025-01-01',
  validTo: '2026-12-31',
  sharePercent: 100,
  status: 'active',
  statusLabel: 'Active',
  statusReason: null,
  verification: null,
  replacesId: null,
  note: null,
  files: [{ id: 'upl_tx', name: 'Texas resale.pdf', mediaType: 'application/pdf', size: 184_320, uploadedAt: '2025-01-03T09:30:00Z' }],
  submittedAt: '2025-01-03T09:31:00Z',
  submittedBy: 'Olivia Owner',
  allowedActions: ['replace', 'withdraw'],
  ...part,
});

const aVatNumber = (part: Partial<Exemption> = {}): Exemption =>
  anExemption({
    id: 'tex_at',
    kind: 'vat-number',
    jurisdiction: 'AT',
    jurisdictionLabel: 'Austria',
    tax: 'vat',
    taxLabel: 'VAT',
    number: 'ATU66889901',
    reason: 'reverse-charge',
    reasonLabel: 'Reverse charge',
    validTo: null,
    verification: { register: 'VIES', result: 'valid', resultLabel: 'Valid', checkedAt: '2026-11-02T08:00:00Z' },
    files: [],
    ...part,
  });

/** One of every status, and what only the company has a word for. */
export const someExemptions: Exemption[] = [
  anExemption(),
  aVatNumber(),
  aVatNumber({
    id: 'tex_nl',
    jurisdiction: 'NL',
    jurisdictionLabel: 'Netherlands',
    number: 'NL804595433B01',
    status: 'submitted',
    statusLabel: 'Submitted',
    verification: { register: 'VIES', result: 'not-checked', resultLabel: 'Not checked yet', checkedAt: null },
  }),
  anExemption({ id: 'tex_fl', jurisdiction: 'US-FL', jurisdictionLabel: 'Florida, United States', tax: 'communications-tax', taxLabel: 'Communications services tax', number: 'DR-700031-2', reason: 'other', sharePercent: 37.5, status: 'in-review', statusLabel: 'In review' }), // prettier-ignore
  anExemption({
    id: 'tex_ca',
    jurisdiction: 'US-CA',
    jurisdictionLabel: 'California, United States',
    number: 'SR-102-889410',
    status: 'rejected',
    statusLabel: 'Rejected',
    statusReason: 'The certificate is made out to Acme Ltd. Please send one that names Acme GmbH.',
    allowedActions: ['replace'],
  }),
  anExemption({ id: 'tex_gb', jurisdiction: 'GB', jurisdictionLabel: 'United Kingdom', tax: 'windfall', taxLabel: 'Windfall tax', number: 'GB/EXP/771', reason: 'non-profit', status: 'audited', statusLabel: 'Held by the auditors', allowedActions: [] }), // prettier-ignore
];

export const exemptionOptions: Options = {
  jurisdictions: [
    { code: 'DE', label: 'Germany', kind: 'vat-number', tax: 'vat', taxLabel: 'VAT', numberExample: 'DE123456789' },
    { code: 'NL', label: 'Netherlands', kind: 'vat-number', tax: 'vat', taxLabel: 'VAT', numberExample: 'NL123456789B01' },
    { code: 'US-CA', label: 'California, United States', kind: 'certificate', tax: 'sales-tax', taxLabel: 'Sales tax' },
    { code: 'US-NY', label: 'New York, United States', kind: 'certificate', tax: 'sales-tax', taxLabel: 'Sales tax' },
    { code: 'US-TX', label: 'Texas, United States', kind: 'certificate', tax: 'sales-tax', taxLabel: 'Sales tax' },
  ],
  reasons: [
    { id: 'resale', label: 'Resale' },
    { id: 'non-profit', label: 'Non-profit organisation' },
    { id: 'own', label: 'Own reason of the company' },
  ],
  files: {
    mediaTypes: ['application/pdf', 'image/png', 'image/jpeg'],
    extensions: ['.pdf', '.png', '.jpg', '.jpeg'],
    maxBytes: 2000,
    maxFiles: 2,
  },
};

/** A server that keeps what it is told. */
export class ExemptionServer {
  #files = 0;

  constructor(private exemptions: Exemption[] = someExemptions) {}

  get handlers() {
    return [this.#list(), this.#options(), this.#submit(), this.#upload(), this.#file(), this.#withdraw()];
  }

  #list() {
    return http.get('/tax-exemptions', ({ query, response }) => {
      const items = this.exemptions.filter(
        (each) =>
          (!query.get('q') || each.number.includes(query.get('q')!)) && (!query.get('status') || each.status === query.get('status')),
      );
      const expiring = items.filter(({ id }) => id === 'tex_tx').length;
      return response(200).json({
        items: items.slice(0, 50),
        page: { nextCursor: null, prevCursor: null, total: items.length },
        summary: { expiring },
      });
    });
  }

  #options() {
    return http.get('/tax-exemptions/options', ({ response }) => response(200).json(exemptionOptions));
  }

  #submit() {
    return http.post('/tax-exemptions', async ({ request, response }) => {
      const given = await request.clone().json();
      if (this.exemptions.some(({ number, status, id }) => number === given.number && status === 'active' && id !== given.replacesId))
        return problem(409, 'Submitted already', { type: 'urn:x:already-submitted' });
      const exemption = anExemption({ id: 'tex_new', number: given.number, status: 'submitted', statusLabel: 'Submitted' });
      this.exemptions = [exemption, ...this.exemptions];
      return response(201).json(exemption);
    });
  }

  #upload() {
    return http.post('/tax-exemptions/files', ({ response }) =>
      response(201).json({
        id: `upl_${++this.#files}`,
        name: 'Certificate.pdf',
        mediaType: 'application/pdf',
        size: 9,
        uploadedAt: '2026-11-22T09:30:00Z',
      }),
    );
  }

  #file() {
    return http.get(
      '/tax-exemptions/{exemptionId}/files/{file}',
      () => new Response('%PDF-', { headers: { 'Content-Type': 'application/pdf' } }),
    );
  }

  #withdraw() {
    return http.put('/tax-exemptions/{exemptionId}/withdrawal', ({ params, response }) => {
      const withdrawn = anExemption({
        ...this.exemptions.find(({ id }) => id === params.exemptionId)!,
        status: 'withdrawn',
        statusLabel: 'Withdrawn',
        allowedActions: [],
      });
      this.exemptions = this.exemptions.map((each) => (each.id === withdrawn.id ? withdrawn : each));
      return response(200).json(withdrawn);
    });
  }
}
