/** The firm that takes the money. Knows nothing of invoices. */
export interface PaymentTaker {
  /** Takes the amount from what the token stands for, or from what is kept under that reference; once for each key, however often it is asked. */
  charge(charge: { token: string; amount: { amount: string; currency: string }; key: string }): Promise<Charge>;
}

/** The firm that keeps cards and accounts, so that they can be charged later. */
export interface PaymentMethodKeeper {
  /** Keeps what the token stands for; once for each key. */
  keep(method: { token: string; key: string }): Promise<Kept>;
  /** Keeps a bank account from which a mandate allows to collect; once for each key. */
  keepBankAccount(account: { iban: string; holder: string; mandateReference: string; key: string }): Promise<Kept>;
  /** Forgets what it keeps under this reference; one that is not known is forgotten already. */
  forget(reference: string): Promise<void>;
}

export interface PaymentProvider extends PaymentTaker, PaymentMethodKeeper {}

export type Charge =
  | { status: 'succeeded'; method: string }
  /** The money is under way; `settlesAt` is null where the provider will say later when it has arrived. */
  | { status: 'processing'; method: string; settlesAt: Date | null }
  | { status: 'declined'; method: string; reason: string };

export interface KeptMethod {
  /** The provider's name for it from now on. */
  reference: string;
  /** card, bank-account, agreement or another. */
  type: string;
  brand: string | null;
  /** The part of its number that may be shown. */
  account: string;
  holder: string | null;
  /** Last day, as 2028-11-30. */
  expiresOn: string | null;
  /** The time from which an account counts as verified; null: the provider will say so later; undefined: it is verified already. */
  verifiedFrom?: Date | null;
}

export type Kept = ({ status: 'kept' } & KeptMethod) | { status: 'declined'; reason: string };
