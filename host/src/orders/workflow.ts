import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { OrderStepTable } from './tables.js';

interface WorkflowStep {
  name: string;
  /** Some steps are nobody's business but the company's. */
  visible: boolean;
  /** Tells whether the client may still cancel while the order is at this step. */
  cancellable: boolean;
}

/** The company's workflow as it is today. */
export const workflow: readonly WorkflowStep[] = [
  { name: 'Order received', visible: true, cancellable: true },
  { name: 'Credit check', visible: false, cancellable: true },
  { name: 'Preparation', visible: true, cancellable: true },
  { name: 'Installation', visible: true, cancellable: false },
  { name: 'Acceptance test', visible: false, cancellable: false },
  { name: 'Handover', visible: true, cancellable: false },
];

/** The steps of an order that is placed now: received, and at the first step after that. */
export function newSteps(orderId: string, now: Date): Insertable<OrderStepTable>[] {
  return workflow.map((step, index) => ({
    ...step,
    id: `stp_${randomUUID()}`,
    order_id: orderId,
    position: index + 1,
    state: index === 0 ? 'done' : index === 1 ? 'current' : 'pending',
    started_at: index < 2 ? now : null,
    done_at: index === 0 ? now : null,
  }));
}
