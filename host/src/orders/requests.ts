import type { Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { OrderRequestTable } from './tables.js';
import { describeRules, type UploadedFile, type UploadRules } from '../http/uploads.js';
import type { StepRow } from './steps.js';

type OrderRequest = components['schemas']['OrderRequest'];
export type RequestRow = Selectable<OrderRequestTable>;

/** The files that may answer a step. */
export const orderFiles: UploadRules = {
  purpose: 'order',
  mediaTypes: ['application/pdf', 'image/png', 'image/jpeg'],
  maxBytes: 10_000_000,
  maxFiles: 5,
};

/** The requests that the order makes, or has made, of the client: of steps that clients see and that have begun. */
export function visibleRequests(requests: readonly RequestRow[], steps: readonly StepRow[]): RequestRow[] {
  const begun = new Set(steps.filter(({ visible, state }) => visible && state !== 'pending').map(({ id }) => id));
  return requests.filter(({ step_id: step }) => begun.has(step));
}

export const describeRequest = (row: RequestRow, files: readonly UploadedFile[]): OrderRequest => ({
  id: row.id,
  stepId: row.step_id,
  kind: row.kind,
  text: row.text,
  hint: row.hint,
  rules: row.kind === 'document' ? describeRules(orderFiles) : null,
  answer: row.answered_at && {
    text: row.answer,
    answeredAt: row.answered_at.toISOString(),
    answeredBy: row.answered_by ?? '',
    files: [...files],
  },
});
