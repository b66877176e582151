/** Statuses of orders with which nothing happens any more. */
export const closedStatuses: readonly string[] = ['complete', 'cancelled', 'rejected'];

/** Statuses in which the client has to do something. */
export const waitingStatuses: readonly string[] = ['incomplete', 'waiting-for-client'];

const labels: Readonly<Record<string, string>> = {
  incomplete: 'Not placed yet',
  submitted: 'Placed',
  'in-progress': 'In progress',
  'waiting-for-client': 'Waiting for you',
  complete: 'Complete',
  cancelled: 'Cancelled',
  rejected: 'Rejected',
};

/** The company's word for the status of an order. */
export const orderStatusLabel = (status: string) => labels[status] ?? status;

const stepLabels: Readonly<Record<string, string>> = { pending: 'To come', current: 'In progress', done: 'Done', skipped: 'Skipped' };

/** The company's word for the state of a step. */
export const stepStateLabel = (state: string) => stepLabels[state] ?? state;
