/** The state of a subscription at PayPal; what has not changed since it was last told may be left out. */
export interface SubscriptionState {
  reference: string;
  /** As PayPal spells it: ACTIVE, APPROVAL_PENDING… */
  status?: string;
  statusNote?: string | null;
  nextChargeAt?: Date | null;
  failedPayments?: number;
}

/** The firm that keeps the subscriptions: PayPal. */
export interface SubscriptionProvider {
  /** The present state of these; one that PayPal does not know is left out. */
  states(references: readonly string[]): Promise<SubscriptionState[]>;
  /** Ends one for good; one that has ended already is left as it is. `reason` has 1 to 128 characters. */
  cancel(reference: string, reason: string): Promise<void>;
}

/** Asks nobody: nothing ever changes, and every cancellation succeeds. */
export const testSubscriptions: SubscriptionProvider = {
  states: (references) => Promise.resolve(references.map((reference) => ({ reference }))),
  cancel: () => Promise.resolve(),
};
