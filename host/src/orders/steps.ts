import type { Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { OrderStepTable } from './tables.js';
import { stepStateLabel } from './status.js';

type OrderStep = components['schemas']['OrderStep'];
type CurrentStep = components['schemas']['OrderSummary']['currentStep'];
export type StepRow = Selectable<OrderStepTable>;

/**
 * The steps that clients see, in their order. While the order is at a step they do not see, the last visible one before it is the
 * current one.
 */
export function visibleSteps(steps: readonly StepRow[]): StepRow[] {
  const ordered = [...steps].sort((one, other) => one.position - other.position);
  const current = ordered.find(({ state }) => state === 'current');
  const shown = ordered.filter(({ visible }) => visible);
  if (!current || current.visible) return shown;
  const last = shown.filter(({ position }) => position < current.position).at(-1);
  return shown.map((step) => (step === last ? { ...step, state: 'current', done_at: null } : step));
}

/** The step at which the order is, among those that clients see. */
export function currentStepOf(steps: readonly StepRow[]): CurrentStep {
  const shown = visibleSteps(steps);
  const index = shown.findIndex(({ state }) => state === 'current');
  return index < 0 ? null : { name: shown[index]!.name, position: index + 1, count: shown.length };
}

export const describeStep = (step: StepRow): OrderStep => ({
  id: step.id,
  name: step.name,
  state: step.state,
  stateLabel: stepStateLabel(step.state),
  startedAt: step.started_at?.toISOString() ?? null,
  doneAt: step.done_at?.toISOString() ?? null,
  note: step.note,
});
